// People: their part in the case is an event, their name and address stand in the directory alone.
import type { z } from 'zod';
import type { Person } from '../../store/types';
import * as contracts from '../contracts';
import { operation } from '../operation';
import { personFrom } from '../person-from';
import { notFound } from '../problems';
import { commandAnswers, creatingAnswers, param, recordOne } from './about-case';

export const addPerson = operation({
  id: 'addPerson',
  needs: 'change-people',
  summary: 'Add somebody to the case',
  body: contracts.addPerson,
  answers: creatingAnswers,
  handle(call) {
    const { role, on, children, household, named } = call.body;
    const id = `p-${call.deps.ids.derived(call.entryId, 'participant:1', 24)}`;
    const part = Object.fromEntries(
      Object.entries({ on, children, household, named }).filter(([, value]) => value !== undefined),
    );
    const people = [personFrom(id, param(call, 'case'), call.body)];
    return recordOne(call, { type: 'ParticipantAdded', participant: id, role, ...part }, { people, creates: true });
  },
});

export const changePerson = operation({
  id: 'changePerson',
  needs: 'change-people',
  summary: 'Change a name, an address, or whether, how and when somebody may be contacted',
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
    return recordOne(
      call,
      { type: 'ContactDetailsChanged', participant: id, ...(on === undefined ? {} : { on }) },
      { before: () => deps.store.savePerson(changed(person, facts)), missing: ['unknown-person'] },
    );
  },
});

/** What was not named stays; what is null is taken out. */
function changed(person: Person, facts: Omit<z.output<typeof contracts.changePerson>, 'on'>): Person {
  const { channels, safeHours, ...rest } = { ...person, ...given(facts) };
  return { ...rest, ...(channels ? { channels } : {}), ...(safeHours ? { safeHours } : {}) };
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };
const given = <T extends object>(facts: T): Given<T> =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Given<T>;

function nameless(id: string, caseId: string, name: string | undefined): Person | null {
  if (name === undefined || !/^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,159}$/.test(id)) return null;
  return { id, caseId, name, email: null, phone: null, language: 'en', doNotContact: false };
}
