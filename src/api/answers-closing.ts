// The checklist of a closing, as it is answered.
import { z } from 'zod';
import { unmet } from './answers';

const part = z.object({
  child: z.string().optional(),
  household: z.string().optional(),
  participant: z.string().optional(),
  state: z.enum(['open', 'met', 'excused']),
  lacking: z.array(z.string()),
  opensOn: z.iso.date().nullable().describe('The day on which it opens by itself.'),
});

const gate = z.object({
  program: z.string(),
  id: z.string().describe('The code with which a closing is refused while it is open.'),
  cites: z.array(z.string()),
  says: z.string(),
  state: z
    .enum(['open', 'met', 'excused', 'not-asked'])
    .describe('excused: a decision stands for it; not-asked: it does not apply to this closing.'),
  of: z.array(part).describe('For each household, child or person; without any of these, for the family.'),
  mend: z.string().nullable(),
  by: z
    .array(z.object({ role: z.string(), staff: z.string().nullable(), name: z.string().nullable() }))
    .describe('Who can see to it, while it is open; nobody when only time can.'),
});

export const closureChecklist = z.object({
  case: z.string(),
  closings: z.array(
    z.object({
      reason: z.string().nullable(),
      ready: z.boolean().describe('A closing that is recorded now is taken.'),
      gates: z.array(gate),
      also: z.array(unmet).describe('What else it would be refused with.'),
    }),
  ),
});
