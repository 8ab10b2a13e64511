// An answer on its way to the case: kept in the intake like every request, handed over, and sent again by the relay if need be.
import { dayOf, iso } from '../../domain/calendar';
import type { CaseEvent } from '../../domain/events';
import type { Answer } from '../../domain/answers';
import type { TimeAnswer } from '../../domain/times';
import type { AnswerLink } from '../../store/types';
import { send } from '../commands';
import type { Deps } from '../deps';
import type { KeptBody } from '../kept';
import type { GivenAnswer, GivenTimes } from './form';
import type { OpenInvitation, OpenSearch } from './invitation';

/** kept: safe, and recorded as soon as the case answers. refused: meanwhile the meeting moved, or began. */
export type Outcome = 'recorded' | 'kept' | 'refused';

/** `mark`: of the page from which it was sent; the same page sent again is the same answer. */
export async function recordAnswer(
  deps: Deps,
  { link, given, by }: OpenInvitation,
  said: GivenAnswer,
  mark: string,
): Promise<Outcome> {
  const event: CaseEvent = {
    type: 'InvitationAnswered',
    ...(await nowFor(deps, link)),
    meeting: link.meeting,
    participant: link.participant,
    startsAt: link.startsAt,
    source: by,
    answer: said.answer,
    needs: [...said.needs],
    ...(said.proposed ? { proposed: [...said.proposed] } : {}),
    ...(said.note === undefined ? {} : { note: said.note }),
  };
  const stands = given !== null && contentOf(given.event) === contentOf(said);
  return handOver(deps, link, { event, mark: `${mark}/${contentOf(said)}`, stands });
}

export async function recordTimes(
  deps: Deps,
  { link, given, by, proposal }: OpenSearch,
  said: GivenTimes,
  mark: string,
): Promise<Outcome> {
  const event: CaseEvent = {
    type: 'MeetingTimeAnswered',
    ...(await nowFor(deps, link)),
    meeting: link.meeting,
    participant: link.participant,
    proposal: proposal.proposed.id,
    source: by,
    suits: [...said.suits],
    needs: [...said.needs],
    ...(said.note === undefined ? {} : { note: said.note }),
  };
  const stands = given !== null && timesOf(given.event) === timesOf(said);
  return handOver(deps, link, { event, mark: `${mark}/${timesOf(said)}`, stands });
}

async function nowFor({ store, now }: Deps, link: AnswerLink): Promise<{ on: string; at: string }> {
  const at = now();
  const zone = (await store.agency())?.zone ?? link.zone;
  return { on: iso(dayOf(at, zone)), at: new Date(at).toISOString() };
}

interface Said {
  readonly event: CaseEvent;
  readonly mark: string;
  /** The same is what counts now. */
  readonly stands: boolean;
}

async function handOver(
  deps: Deps,
  { caseId, participant, hash }: AnswerLink,
  { event, mark, stands }: Said,
): Promise<Outcome> {
  const id = deps.ids.entry(`answer/${hash}`, mark);
  const nothingNew = stands && !(await hasPending(deps, caseId, participant));
  const now = deps.now();
  const body: KeptBody = { id, by: participant, events: [event], fingerprint: id, people: [] };
  const { kept, known } = await deps.store.receive({ entryId: id, caseId, by: participant, body, receivedAt: now });
  if (nothingNew && !known) {
    // Kept all the same: sent again after another answer it must be known as old.
    await deps.store.answered(id, now);
    return 'recorded';
  }
  const settled = known ? await deps.store.entry(caseId, id) : null;
  if (known && !settled && kept.answeredAt !== null) return 'recorded';
  const unseen = settled ? null : await send(deps, kept, deps.answerWithinMs);
  const record = settled ?? (await deps.store.entry(caseId, id));
  if (record) return record.outcome.accepted ? 'recorded' : 'refused';
  return unseen ? 'refused' : 'kept';
}

/** An answer that waits may be another than the one that counts: then even the same as that one must be handed in. */
async function hasPending(deps: Deps, caseId: string, participant: string): Promise<boolean> {
  const waiting = await deps.store.unanswered(deps.now() + 1);
  return waiting.some((row) => row.caseId === caseId && row.by === participant);
}

export const contentOf = ({ answer, needs, proposed, note }: GivenAnswer | Answer): string =>
  JSON.stringify([answer, needs ?? [], proposed ?? [], note ?? '']);

export const timesOf = ({ suits, needs, note }: GivenTimes | TimeAnswer): string =>
  JSON.stringify([suits, needs ?? [], note ?? '']);
