// What the API answers to what is recorded, and about the agency as a whole; the shapes that several answers share. Described once
// for /openapi.json; the tests hold answers against it.
import { z } from 'zod';

export const time = z.iso.datetime();

export const date = z.string().describe('YYYY-MM-DD');

const standing = z.object({ status: z.string(), due: date.nullable() });

export const change = z.object({
  key: z.string().describe('The obligation that changed.'),
  says: z.string(),
  was: standing.nullable(),
  now: standing.nullable(),
});

export const unmet = z.object({
  code: z.string(),
  field: z.string().optional(),
  cites: z.array(z.string()),
  says: z.string(),
  mend: z.string().optional(),
});

export const recorded = z.object({
  state: z.literal('recorded'),
  request: z.string().describe('GET /v1/requests/{request} gives this answer again.'),
  case: z.string(),
  recordedAt: time,
  events: z.array(z.object({ id: z.string(), type: z.string() })).describe('The id with which each is corrected.'),
  ids: z
    .record(z.string(), z.string())
    .describe('Ids that this request brought in: child:1, participant:1, meeting:1 …'),
  changes: z.array(change).describe('What this changed in the calendar of the case.'),
  consequences: z
    .object({
      notices: z.record(z.string(), z.int()).describe('Kind -> how many messages this caused to be sent now.'),
    })
    .describe('What goes out because of it.'),
});

export const safe = z.object({
  state: z.literal('safe'),
  request: z.string(),
  case: z.string(),
  location: z.string(),
  says: z.string(),
});

export const refusedState = z.object({
  state: z.literal('refused'),
  request: z.string(),
  case: z.string(),
  recordedAt: time,
  unmet: z.array(unmet),
});

export const requestState = z.discriminatedUnion('state', [recorded, safe, refusedState]);

export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string(),
  errors: z
    .array(
      z.object({
        pointer: z.string(),
        code: z.string(),
        says: z.string(),
        cites: z.array(z.string()),
        mend: z.string().optional(),
      }),
    )
    .optional(),
});

export const moves = z.object({
  from: date,
  to: date,
  unit: z.string().nullable().describe('null: the whole agency.'),
  meetings: z.array(
    z.object({
      case: z.string(),
      unit: z.string(),
      meeting: z.string(),
      kinds: z.array(z.string()),
      startsAt: z.string(),
      zone: z.string(),
      proposed: z.string(),
      tells: z
        .array(z.object({ kind: z.enum(['participant', 'staff']), id: z.string(), name: z.string().nullable() }))
        .describe('Who would be sent the new time.'),
      unmet: z.array(unmet).describe('Why it could not be moved so, as things stand.'),
    }),
  ),
  more: z.int().describe('Meetings beyond these: ask again when these are moved.'),
});

export const movesDone = z.object({
  recorded: z.int(),
  safe: z.int(),
  refused: z.int(),
  results: z.array(
    z.object({
      case: z.string(),
      meeting: z.string(),
      state: z.enum(['recorded', 'safe', 'refused']),
      request: z.string().nullable(),
      problem: problem.omit({ instance: true }).nullable(),
    }),
  ),
});

export const whatIfAnswer = z.object({
  case: z.string(),
  recorded: z.literal(false),
  admitted: z.boolean(),
  unmet: z.array(unmet),
  changes: z.array(change),
});

export const health = z.object({
  state: z.enum(['live', 'ready', 'not-ready']),
  store: z.enum(['ok', 'away']).optional(),
  temporal: z.enum(['ok', 'away']).optional(),
  /** Requests that are safe, and not recorded after half a minute. */
  backlog: z.int().optional(),
});

export const settingsList = z.object({
  says: z.string(),
  settings: z.array(
    z.object({
      name: z.string(),
      program: z.string().nullable().describe('null: every program uses it.'),
      says: z.string(),
      cites: z.array(z.string()).describe('Requirements that leave this number open.'),
      value: z.unknown().describe('In force today.'),
      suggestion: z.unknown().describe('In force while the agency has set none of its own.'),
      own: z.boolean().describe('The agency has set it.'),
    }),
  ),
});

export const registerOfProgram = z.object({
  program: z.string(),
  document: z.string(),
  requirements: z.array(
    z.object({
      id: z.string(),
      program: z.string(),
      section: z.string(),
      line: z.int(),
      owedBy: z.string().describe('As the document names them.'),
      duty: z.string().describe('In our own words.'),
      state: z.enum(['encoded', 'guidance', 'absent', 'missing']),
      carriers: z.array(
        z.object({
          kind: z.enum(['duty', 'guard', 'schema', 'notice', 'mechanism', 'guidance']),
          where: z.string(),
          says: z.string(),
        }),
      ),
      why: z.string().optional().describe('Why it is absent.'),
    }),
  ),
});
