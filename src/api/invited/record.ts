// An answer on its way to the case: kept in the intake like every request, handed over, and sent again by the relay if need be.
import { dayOf, iso } from '../../domain/calendar';
import type { CaseEvent } from '../../domain/events';
import type { Answer } from '../../domain/answers';
import { send } from '../commands';
import type { Deps } from '../deps';
import type { KeptBody } from '../kept';
import type { GivenAnswer } from './form';
import type { OpenInvitation } from './invitation';

/** kept: safe, and recorded as soon as the case answers. refused: meanwhile the meeting moved, or began. */
export type Outcome = 'recorded' | 'kept' | 'refused';

/** `mark`: of the page from which it was sent; the same page sent again is the same answer. */
export async function recordAnswer(
  deps: Deps,
  { link, given, by }: OpenInvitation,
  said: GivenAnswer,
  mark: string,
): Promise<Outcome> {
  const { caseId, participant } = link;
  const id = deps.ids.entry(`answer/${link.hash}`, `${mark}/${contentOf(said)}`);
  const nothingNew =
    given !== null && contentOf(given.event) === contentOf(said) && !(await hasPending(deps, caseId, participant));
  const now = deps.now();
  const zone = (await deps.store.agency())?.zone ?? link.zone;
  const event: CaseEvent = {
    type: 'InvitationAnswered',
    on: iso(dayOf(now, zone)),
    at: new Date(now).toISOString(),
    meeting: link.meeting,
    participant,
    startsAt: link.startsAt,
    source: by,
    answer: said.answer,
    needs: [...said.needs],
    ...(said.proposed ? { proposed: [...said.proposed] } : {}),
    ...(said.note === undefined ? {} : { note: said.note }),
  };
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
