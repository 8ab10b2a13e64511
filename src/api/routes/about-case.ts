// What commands on a case have in common: the case must be one that the caller may see, and the body stands for one event.
import type { CaseEvent } from '../../domain/events';
import { visibleCase } from '../access';
import { recorded, safe } from '../answers';
import { handIn, type Command } from '../commands';
import type { Answer, Call } from '../operation';
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
  await visibleCase(call.deps, call.actor, caseId);
  return handIn(call, { caseId, placed, ...rest });
}

export function param(call: Call<unknown, unknown>, name: string): string {
  return call.params[name] ?? '';
}
