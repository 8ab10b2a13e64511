// What the API answers about what is owed over all cases, and what waits for a decision.
import { z } from 'zod';
import { date } from './answers';

const signOffRequest = z.object({
  case: z.string(),
  request: z.string().describe('Decide it with POST /v1/cases/{case}/sign-offs/{this}.'),
  key: z.string(),
  says: z.string(),
  program: z.string(),
  cites: z.array(z.string()),
  due: date.nullable(),
  askedBy: z.object({ staff: z.string(), name: z.string().nullable() }),
  asked: z
    .object({ role: z.string(), staff: z.string().nullable(), name: z.string().nullable() })
    .describe('To whom it was put.'),
  mayDecide: z.array(z.string()).describe('Everybody who may decide it now.'),
  unit: z.string(),
});

export const signOffs = z.object({
  toDecide: z.array(signOffRequest).describe('What I may decide, the earliest expected first.'),
  askedByMe: z.array(signOffRequest).describe('What I asked, and nobody has decided.'),
});

export const worklist = z.object({
  title: z.string(),
  asOf: date,
  items: z.array(
    z.object({
      case: z.string(),
      key: z.string(),
      says: z.string(),
      about: z.string().describe('Whom it concerns: a name where the directory has one.'),
      program: z.string(),
      cites: z.array(z.string()).describe('Of this and of all that one record would meet with it.'),
      also: z
        .array(z.object({ key: z.string(), program: z.string(), says: z.string() }))
        .describe('Owed by the same person for the same one on the same day, and met by the same record.'),
      status: z.string(),
      due: date.nullable(),
      owner: z.object({ role: z.string(), staff: z.string().nullable(), name: z.string().nullable() }),
      unit: z.string(),
    }),
  ),
});
