// What was said to whom, by which way, and what became of it; and the letters that staff print and post.
import { createHash } from 'node:crypto';
import { dayOf, iso } from '../../domain/calendar';
import { fold } from '../../domain/case-file';
import type { Intent } from '../../domain/ledger';
import { mayName } from '../../domain/may-name';
import { agencyOf } from '../../domain/agency';
import { openProposal } from '../../domain/times';
import { referenceOf } from '../../messaging/reference';
import type { DeliveryRow, Person } from '../../store/types';
import { mayRead } from '../access';
import * as answers from '../answers-deliveries';
import * as contracts from '../contracts';
import { deliveriesOf } from '../deliveries-view';
import type { Deps } from '../deps';
import { lettersPage } from '../letters-page';
import { operation, type Call } from '../operation';
import { notFound, Problem } from '../problems';
import { rights } from '../permissions';
import { commandAnswers, param, recordedCase, recordOne } from './about-case';

export const readDeliveries = operation({
  id: 'readDeliveries',
  needs: 'read-case',
  summary: 'Every message: to whom, about what, when, by which way, and what the carriers answered and reported',
  answers: { 200: answers.deliveries },
  async handle(call) {
    const { caseId } = recordedCase(call);
    const rows = await call.deps.store.deliveries({ caseId });
    return { status: 200, body: { case: caseId, deliveries: deliveriesOf(rows, await peopleOf(call.deps, caseId)) } };
  },
});

export const readPersonDeliveries = operation({
  id: 'readPersonDeliveries',
  needs: 'read-case',
  summary: 'Every message to one person of the case, or to one member of staff about it',
  answers: { 200: answers.deliveries },
  async handle(call) {
    const { deps } = call;
    const { caseId } = recordedCase(call);
    const id = param(call, 'person');
    const people = await peopleOf(deps, caseId);
    const rows = await deps.store.deliveries({ caseId, recipient: id });
    if (rows.length === 0 && !people.some((person) => person.id === id)) throw notFound();
    return { status: 200, body: { case: caseId, deliveries: deliveriesOf(rows, people) } };
  },
});

async function peopleOf({ store }: Deps, caseId: string): Promise<readonly Person[]> {
  const [staff, people] = await Promise.all([store.people({ caseId: null }), store.people({ caseId })]);
  return [...staff, ...people];
}

export const readLetter = operation({
  id: 'readLetter',
  needs: 'read-case',
  summary: 'A letter to print and post; as a page it is the sheet itself',
  page: true,
  answers: { 200: answers.letter },
  async handle(call) {
    const { caseId } = recordedCase(call);
    const row = await letterOf(call, caseId);
    if (call.html) {
      const sheet = await printed(call.deps, caseId, row);
      return { status: 200, body: sheet, headers: { 'Content-Security-Policy': onlyItsOwnStyle(sheet) } };
    }
    const [view] = deliveriesOf([row], await peopleOf(call.deps, caseId));
    return { status: 200, body: { case: caseId, letter: param(call, 'letter'), ...view } };
  },
});

export const postLetter = operation({
  id: 'postLetter',
  needs: 'record-facts',
  summary: 'Record that a letter was posted: its recipient counts as told, and is told when what it says changes',
  body: contracts.letterPosted,
  answers: commandAnswers,
  async handle(call) {
    const { deps } = call;
    const { caseId } = recordedCase(call);
    const { key, intent, attempts } = await letterOf(call, caseId);
    const posted = attempts.find((one) => one.channel === 'letter' && one.result === 'accepted');
    if (posted && !(await deps.store.entry(caseId, call.entryId)))
      throw new Problem(
        'conflict',
        `Nothing was recorded: somebody recorded on ${new Date(posted.at).toISOString().slice(0, 10)} that this letter was posted.`,
      );
    const attempt = {
      at: deps.now(),
      result: 'accepted',
      detail: 'posted',
      messageId: referenceOf(key),
      channel: 'letter',
    } as const;
    return recordOne(
      call,
      {
        type: 'ContactMade',
        kind: 'reached-another-way',
        participants: [intent.to.id],
        channel: 'letter',
        outcome: 'reached',
        ...call.body,
      },
      { before: async () => void (posted ?? (await deps.store.attempted(key, attempt, 'sent'))) },
    );
  },
});

export const lettersWorklist = operation({
  id: 'lettersWorklist',
  needs: 'unit-worklist',
  summary: 'Letters of my unit that wait to be printed and posted, the oldest first',
  page: true,
  answers: { 200: answers.letters },
  async handle(call) {
    const { deps, actor } = call;
    const zone = (await deps.store.agency())?.zone ?? 'UTC';
    const everywhere = rights[actor.role]['read-case'] === 'all';
    const found = await deps.store.lettersToPost(everywhere ? {} : { unit: actor.unit });
    const shown = await Promise.all(found.map(mayRead(deps, actor)));
    const rows = found.filter((_, i) => shown[i]);
    const people = await deps.store.people({ ids: [...new Set(rows.map(({ intent }) => intent.to.id))] });
    const names = new Map(people.map((person) => [`${person.caseId ?? ''} ${person.id}`, person.name]));
    const body = {
      asOf: iso(dayOf(deps.now(), zone)),
      letters: rows.map(({ caseId, intent, facilitator, since }) => ({
        case: caseId,
        letter: referenceOf(intent.key),
        page: `/v1/cases/${caseId}/letters/${referenceOf(intent.key)}?format=html`,
        to: { id: intent.to.id, name: names.get(`${caseId} ${intent.to.id}`) ?? null },
        says: saysShortly(intent),
        startsAt: intent.content?.startsAt ?? intent.due,
        facilitator,
        since: new Date(since).toISOString(),
      })),
    };
    return { status: 200, body: call.html ? lettersPage(body) : body };
  },
});

function saysShortly({ topic, method }: Intent): string {
  if (topic === 'times') return 'Which of several times would suit.';
  return method === 'CANCEL' ? 'The meeting is off.' : 'Invitation to a meeting, or its new time.';
}

async function letterOf(call: Call<unknown, unknown>, caseId: string): Promise<DeliveryRow> {
  const rows = await call.deps.store.deliveries({ caseId });
  const found = rows.find(
    (row) => referenceOf(row.key) === param(call, 'letter') && row.attempts.some((one) => one.channel === 'letter'),
  );
  if (!found) throw notFound();
  return found;
}

/** Made anew from what it was to say: what has changed meanwhile stands in another letter. */
async function printed({ store, programs, printed: print }: Deps, caseId: string, { intent }: DeliveryRow) {
  const [data, journal, people] = await Promise.all([
    store.agency(),
    store.journal(caseId),
    store.people({ caseId, ids: [intent.to.id] }),
  ]);
  const person = people[0];
  if (data === null || person === undefined) throw notFound();
  const file = fold(journal);
  const times = intent.topic === 'times' ? openProposal(file, intent.about) : null;
  const known = times ? undefined : file.meetings.get(intent.about);
  // Who is off the list (a session split away, an order) learns nothing of where it takes place now.
  const place = (known?.invitees.includes(person.id) ? known.place : null) ?? null;
  const hidden: ReadonlySet<string | null> =
    place === null ? new Set() : await store.confidentialAmong(caseId, [place]);
  const meeting = known && { ...known, place: hidden.has(place) ? null : place };
  const to = (await store.addresses(caseId)).find((one) => one.person === person.id)?.postal;
  const held = file.assignments.findLast((a) => a.role === 'facilitator' && a.until === null);
  const facilitator = held && (await store.people({ caseId: null, ids: [held.staff] }))[0];
  return print({
    intent,
    caseId,
    person,
    agency: data,
    mayName: mayName(intent, file, { agency: agencyOf(data), programs }),
    ...(meeting ? { meeting } : {}),
    ...(times ? { times } : {}),
    ...(facilitator ? { facilitator } : {}),
    ...(to ? { to } : {}),
  });
}

/** The sheet brings its style with it, so that it is there when it is printed; nothing else may stand in it. */
function onlyItsOwnStyle(sheet: string): string {
  const style = /<style>([\s\S]*?)<\/style>/.exec(sheet)?.[1] ?? '';
  const hash = createHash('sha256').update(style).digest('base64');
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
}
