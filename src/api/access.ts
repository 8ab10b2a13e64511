// Who sees which case. A case of another unit and one that does not exist are answered alike.
import type { CaseRow } from '../store/types';
import type { Actor, Deps } from './deps';
import { keptBody } from './kept';
import { notFound, Problem } from './problems';

/** As many as the store gives at a time: with a longer backlog it cannot be said that something is not in it. */
const WHOLE_BACKLOG = 500;

export function mayAct(actor: Actor, unit: string): boolean {
  return actor.role === 'program-manager' || actor.unit === unit;
}

/** The case, or null when its opening is safe but not yet recorded. Whether it exists is asked of journal and intake, not of Temporal. */
export async function visibleCase(deps: Deps, actor: Actor, caseId: string): Promise<CaseRow | null> {
  if (!/^case-[0-9a-z-]{1,80}$/.test(caseId)) throw notFound();
  const row = await deps.store.case(caseId);
  if (row) {
    if (mayAct(actor, row.unit)) return row;
    throw notFound();
  }
  const backlog = await deps.store.unanswered(deps.now() + 1);
  const opening = backlog.find((kept) => kept.caseId === caseId && keptBody(kept).opens !== undefined);
  if (opening && mayAct(actor, keptBody(opening).opens ?? '')) return null;
  if (!opening && backlog.length >= WHOLE_BACKLOG)
    throw new Problem('unavailable', 'Too much waits to be recorded. Try again.', [], { 'Retry-After': '10' });
  throw notFound();
}

export async function recordedCase(deps: Deps, actor: Actor, caseId: string): Promise<CaseRow> {
  const row = await visibleCase(deps, actor, caseId);
  if (row) return row;
  throw new Problem('unavailable', 'The opening of this case is safe, and not recorded yet. Try again.', [], {
    'Retry-After': '2',
  });
}
