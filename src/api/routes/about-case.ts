// What commands on a case have in common: the case must be one that the caller may see, and the body stands for one event.
import type { CaseEvent } from '../../domain/events';
import { requireEvents } from '../access';
import { recorded, safe } from '../answers';
import { handIn, type Command } from '../commands';
import type { CaseRow } from '../../store/types';
import type { Answer, Call } from '../operation';
import { pointerTo, Problem } from '../problems';
import type { Placed } from '../placed';

export const commandAnswers = { 200: recorded, 202: safe };
export const creatingAnswers = { 201: recorded, 202: safe };

type Rest = Omit<Command, 'caseId' | 'placed'>;

/** `event` stands in the body as a whole, without its type and what the address says. */
export function recordOne(call: Call<unknown, unknown>, event: CaseEvent, rest: Rest = {}): Promise<Answer> {
  return recordAll(call, [{ event, at: [] }], rest);
}

export async function recordAll(call: Call<unknown, unknown>, placed: readonly Placed[], rest: Rest): Promise<Answer> {
  const caseId = param(call, 'case');
  const journal = await call.deps.store.journal(caseId);
  requireEvents(
    call.actor,
    placed.map(({ event, at }) => ({ event, pointer: pointerTo(at) })),
    call.access.may,
    (id) => journal.find((line) => line.id === id)?.event,
  );
  return handIn(call, { caseId, placed, ...rest });
}

export function recordedCase({ access }: Call<unknown, unknown>): CaseRow {
  if (access.row) return access.row;
  throw new Problem('unavailable', 'The opening of this case is safe, and not recorded yet. Try again.', [], {
    'Retry-After': '2',
  });
}

export function param(call: Call<unknown, unknown>, name: string): string {
  return call.params[name] ?? '';
}
