// What the API takes about caseloads.
import { z } from 'zod';
import { eventSchema } from './contracts';

const staff = eventSchema('StaffAssigned').shape.staff;
const reason = eventSchema('CaseReopened').shape.reason;

export const handOver = z.strictObject({
  reason: reason.describe('Stands in the record of each case.'),
  confirm: z
    .boolean()
    .default(false)
    .describe('false: only shows where each case would go, and changes nothing. true: does it.'),
  beyondLimit: z
    .boolean()
    .default(false)
    .describe('Where nobody is below the limit of families, whoever carries least takes one more, for this reason.'),
});

export const assignment = z.strictObject({
  case: z.string().regex(/^case-[0-9a-z-]{1,80}$/, { error: 'must be the id of a case' }),
  staff: staff.optional().describe('Left out: whoever is chosen.'),
  reason: reason
    .optional()
    .describe('Why the family changes hands; from a supervisor also why the limit of families may be passed.'),
});
