// What the API answers about caseloads.
import { z } from 'zod';
import { date, unmet } from './answers';

export const caseload = z.object({
  unit: z.string(),
  asOf: date,
  limit: z.int().describe('Families that one person carries before a supervisor must agree to another.'),
  staff: z.array(
    z.object({
      staff: z.string(),
      name: z.string().nullable(),
      families: z.int(),
      active: z.boolean(),
      away: z.object({ from: date, to: date, acting: z.string().nullable() }).nullable(),
      leavesOn: date.nullable(),
      languages: z.array(z.string()),
      workingDays: z.int().describe('Days of the week on which the person works.'),
    }),
  ),
  withNobody: z.array(z.string()).describe('Cases that are owed a facilitator and have none who works here.'),
  waiting: z.array(z.string()).describe('Requests that are kept and not settled yet.'),
});

const because = z.object({ staff: z.string(), because: z.string() });
export const move = z.object({
  case: z.string(),
  role: z.string(),
  children: z.array(z.string()).nullable().describe('null: the whole case.'),
  from: z.string().nullable(),
  to: z.string().nullable().describe('null: nobody can take it.'),
  because: z.string().describe('Why this person.'),
  others: z.array(because).describe('Why not the others.'),
  state: z
    .enum(['decided', 'recorded', 'refused', 'left'])
    .describe('decided: its case has not heard of it yet. left: it stays where it is.'),
  unmet: z.array(unmet),
});

export const assigned = move.extend({
  state: z.literal('recorded'),
  request: z.string(),
  staff: z.string(),
  events: z.array(z.object({ id: z.string(), type: z.string() })),
});
export const handOver = z.object({
  state: z.enum(['preview', 'recorded']),
  staff: z.string(),
  request: z.string().nullable(),
  moves: z.array(move).describe('Each case, where it goes and why; in a preview `decided` means: would go.'),
  recorded: z.int(),
  refused: z.int().describe('Cases that did not take it; `unmet` of the move says why.'),
  left: z.int().describe('Cases that nobody can take; they stay, and what is owed falls to the supervisor.'),
});
export const keptByUnit = z.object({
  state: z.literal('kept'),
  request: z.string(),
  location: z.string(),
  says: z.string(),
});
export const unitRequest = z.object({
  request: z.string(),
  state: z.enum(['kept', 'decided', 'refused']),
  unmet: z.array(unmet),
  moves: z.array(move),
});
