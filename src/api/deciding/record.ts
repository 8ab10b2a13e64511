// A decision on its way to the case: kept in the intake like every request, handed over, and sent again by the relay if need be.
import { dayOf, iso } from '../../domain/calendar';
import type { CaseEvent } from '../../domain/events';
import type { Unmet } from '../../domain/unmet';
import { send } from '../commands';
import type { Deps } from '../deps';
import type { KeptBody } from '../kept';
import type { GivenDecision } from './form';
import type { OpenRequest } from './request';

/** recorded; kept: safe, and recorded as soon as the case answers; or what keeps it from being recorded. */
export type Outcome = 'recorded' | 'kept' | readonly Unmet[];

/** `mark`: of the page from which it was sent; the same page sent again is the same decision. */
export async function recordDecision(
  deps: Deps,
  { link }: OpenRequest,
  given: GivenDecision,
  mark: string,
): Promise<Outcome> {
  const { caseId, staff } = link;
  const id = deps.ids.entry(`sign-off/${link.hash}`, `${mark}/${JSON.stringify(given)}`);
  const now = deps.now();
  const zone = (await deps.store.agency())?.zone ?? 'UTC';
  const event: CaseEvent = {
    type: 'SignOffDecided',
    on: iso(dayOf(now, zone)),
    request: link.request,
    ...given,
  };
  const body: KeptBody = { id, by: staff, events: [event], fingerprint: id, people: [] };
  const { kept } = await deps.store.receive({ entryId: id, caseId, by: staff, body, receivedAt: now });
  const unseen = (await deps.store.entry(caseId, id)) ? null : await send(deps, kept, deps.answerWithinMs);
  const record = await deps.store.entry(caseId, id);
  if (record) return record.outcome.accepted ? 'recorded' : (record.outcome.unmet ?? []);
  return unseen ?? 'kept';
}
