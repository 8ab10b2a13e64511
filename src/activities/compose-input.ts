// Everything that the words of a message may use, and nothing else: one recipient, the meeting or duty that it is about, the ways to
// answer or decide, which are in the store before the letter leaves.
import type { AgencyData } from '../domain/agency';
import { introducedBy } from '../domain/announcing';
import { dayOf } from '../domain/calendar';
import type { CaseFile, Meeting } from '../domain/case-file';
import type { Intent } from '../domain/ledger';
import { mayName } from '../domain/may-name';
import type { Context } from '../domain/plan';
import type { Duty } from '../domain/rule';
import { openProposal } from '../domain/times';
import type { AnswerLinks } from '../platform/answer-links';
import type { Person, Store } from '../store/types';
import { answerWay, timesWay } from './answer-way';
import { decideWay } from './decide-way';
import { dutyOf } from './effect-order';
import type { ComposeInput } from './messenger';

interface Ports {
  readonly store: Store;
  readonly links: AnswerLinks;
}

export interface Composing {
  readonly intent: Intent;
  readonly caseId: string;
  readonly person: Person;
  readonly file: CaseFile;
  readonly context: Context;
  readonly data: AgencyData;
  readonly now: number;
}

/** null: somebody was to be introduced, and there is no number to tell. */
export async function composeInput(ports: Ports, composing: Composing): Promise<ComposeInput | null> {
  const { intent, caseId, person, file, context, data, now } = composing;
  const { store } = ports;
  const duty = dutyOf(intent, context);
  const introduced = intent.kind === 'announce' && duty ? await introducedIn(store, composing, duty) : undefined;
  if (introduced === null) return null;
  const decide = await decideWay(ports, { intent, caseId, person, file, context, now });
  const meeting = intent.topic === 'meeting' ? await meetingOf(store, composing) : undefined;
  const proposal = intent.topic === 'times' ? openProposal(file, intent.about) : null;
  const facilitator = meeting || proposal ? await facilitatorOf(store, file) : undefined;
  const to = { caseId, person, now };
  const answer = proposal
    ? await timesWay(ports, { ...to, proposal })
    : meeting && (await answerWay(ports, { ...to, intent, meeting }));
  return {
    intent,
    caseId,
    person,
    agency: data,
    mayName: mayName(intent, file, context),
    ...(meeting ? { meeting } : {}),
    ...(proposal ? { times: proposal } : {}),
    ...(facilitator ? { facilitator } : {}),
    ...(answer ? { answer } : {}),
    ...(introduced ? { introduced } : {}),
    ...(decide ? { decide } : {}),
    ...(duty ? { dutyText: `${duty.says} (${duty.cites.join(', ')})` } : {}),
  };
}

/** null: nobody is, or there is no number to tell. */
async function introducedIn(
  store: Store,
  { intent, file, context: { agency } }: Composing,
  duty: Duty,
): Promise<ComposeInput['introduced'] | null> {
  const id = introducedBy(intent, duty, file, dayOf(intent.at, agency.zone));
  const person = id === null ? undefined : (await store.people({ caseId: null, ids: [id] }))[0];
  return person?.phone ? { name: person.name, phone: person.phone } : null;
}

/** A place that was recorded before its address became confidential is told to nobody. */
async function meetingOf(store: Store, { intent, caseId, file }: Composing): Promise<Meeting | undefined> {
  const meeting = file.meetings.get(intent.about);
  const place = meeting?.place ?? null;
  if (!meeting || place === null) return meeting;
  const hidden = await store.confidentialAmong(caseId, [place]);
  return hidden.has(place) ? { ...meeting, place: null } : meeting;
}

async function facilitatorOf(store: Store, file: CaseFile): Promise<Person | undefined> {
  const held = file.assignments.findLast((a) => a.role === 'facilitator' && a.until === null);
  return held && (await store.people({ caseId: null, ids: [held.staff] }))[0];
}
