// What the page posts, read once at the edge: the token, the mark of the page, and the decision when there is one.
import { z } from 'zod';
import { signOffDecisions } from '../../domain/events';
import { eventSchema } from '../contracts';

const decided = eventSchema('SignOffDecided').shape;
const text = z.string().max(200).default('');

const form = z.object({
  nonce: text,
  l: text,
  token: text,
  decision: z.enum(signOffDecisions).optional().catch(undefined),
  reason: z.string().default(''),
  /** One thing on a line. */
  missing: z.string().default(''),
  /** The button of the second page: a decision must be chosen. */
  give: z.string().optional(),
});
export type Form = z.output<typeof form>;

const nothing = form.parse({});
/** What is no such form is an empty one: it bears no mark of the page, and goes no further. */
export const readForm = (body: unknown): Form => form.safeParse(body).data ?? nothing;

export interface GivenDecision {
  readonly decision: (typeof signOffDecisions)[number];
  readonly reason: string;
  readonly missing?: string[];
}

export type Mistake = 'noDecisionChosen' | 'noReason' | 'nothingMissing' | 'badText';

export function decisionIn({ decision, reason, missing }: Form): GivenDecision | Mistake {
  if (decision === undefined) return 'noDecisionChosen';
  const why = reason.replace(/\r\n?/g, '\n').trim();
  if (why === '') return 'noReason';
  const lacking = decision === 'returned' ? missing.split(/\r\n?|\n/).flatMap((line) => line.trim() || []) : [];
  if (decision === 'returned' && lacking.length === 0) return 'nothingMissing';
  if (!decided.reason.safeParse(why).success) return 'badText';
  if (lacking.length > 0 && !decided.missing.safeParse(lacking).success) return 'badText';
  return { decision, reason: why, ...(lacking.length > 0 ? { missing: lacking } : {}) };
}
