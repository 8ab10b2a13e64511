// People: their part in the case is an event, their name and address stand in the directory alone.
import type { Person } from '../../store/types';
import * as contracts from '../contracts';
import { operation } from '../operation';
import { notFound } from '../problems';
import { commandAnswers, creatingAnswers, param, recordOne } from './about-case';

export const addPerson = operation({
  id: 'addPerson',
  needs: 'change-people',
  summary: 'Add somebody to the case',
  body: contracts.addPerson,
  answers: creatingAnswers,
  handle(call) {
    const { name, email, phone, language, doNotContact, highRisk, ...part } = call.body;
    const id = `p-${call.deps.ids.derived(call.entryId, 'participant:1', 24)}`;
    const person: Person = {
      id,
      caseId: param(call, 'case'),
      name,
      email: email ?? null,
      phone: phone ?? null,
      language: language ?? 'en',
      doNotContact: doNotContact ?? false,
      ...(highRisk ? { highRisk } : {}),
    };
    return recordOne(call, { type: 'ParticipantAdded', participant: id, ...part }, { people: [person], creates: true });
  },
});

export const changePerson = operation({
  id: 'changePerson',
  needs: 'change-people',
  summary: 'Change a name, an address, or whether somebody may be contacted',
  about:
    'What is null is taken out. From now on messages go to the new address; the record says that it changed, not to what.',
  body: contracts.changePerson,
  answers: commandAnswers,
  async handle(call) {
    const { deps } = call;
    const [caseId, id] = [param(call, 'case'), param(call, 'person')];
    const known = (await deps.store.people({ caseId, ids: [id] }))[0];
    const { on, ...facts } = call.body;
    // Somebody who came into the case by an event alone gets a name here.
    const person = known ?? nameless(id, caseId, facts.name);
    if (!person) throw notFound();
    const given = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
    return recordOne(
      call,
      { type: 'ContactDetailsChanged', participant: id, ...(on === undefined ? {} : { on }) },
      { before: () => deps.store.savePerson({ ...person, ...given }), missing: ['unknown-person'] },
    );
  },
});

function nameless(id: string, caseId: string, name: string | undefined): Person | null {
  if (name === undefined || !/^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,159}$/.test(id)) return null;
  return { id, caseId, name, email: null, phone: null, language: 'en', doNotContact: false };
}
