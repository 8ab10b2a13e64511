// What the API answers about the soundness of cases.
import { z } from 'zod';
import { findingCodes } from '../domain/integrity';

export const integrityReport = z.object({
  at: z.iso.datetime().nullable().describe('When it was looked; null: not yet.'),
  cases: z.int().describe('Open cases that were looked at.'),
  findings: z.array(
    z.object({
      code: z.enum(findingCodes),
      case: z.string().nullable(),
      unit: z.string(),
      says: z.string(),
      mend: z.string().describe('A request to this API, or a command.'),
    }),
  ),
});
export const mended = z.object({ case: z.string(), state: z.literal('mended') });
