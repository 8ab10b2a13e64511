// What the API answers, described once for /openapi.json; the tests hold answers against it.
import { z } from 'zod';
import { answerNeeds, caseEventSchema, invitationAnswers } from '../domain/events';
import { channels, receiptStatuses } from '../store/types';

const time = z.iso.datetime();
const date = z.string().describe('YYYY-MM-DD');
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

export const obligation = z.object({
  key: z.string(),
  program: z.string(),
  duty: z.string(),
  cites: z.array(z.string()),
  says: z.string(),
  strength: z.enum(['must', 'should', 'aim', 'track']),
  subject: z.string(),
  status: z.string(),
  due: date.nullable(),
  notBefore: date.nullable(),
  doneOn: date.nullable(),
  owner: z.object({ role: z.string(), staff: z.string().nullable(), name: z.string().nullable() }),
  reason: z.string().nullable(),
  missing: z.array(z.object({ fact: z.string(), suppliedBy: z.string() })).optional(),
  waiver: z.object({ by: z.string(), authority: z.string(), reason: z.string() }).optional(),
  signOffRequest: z.string().optional().describe('Decide it with POST /v1/cases/{case}/sign-offs/{this}.'),
  explanation: z.string().describe('Where to read why this date.'),
});

const contactDetails = {
  name: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  language: z.string().nullable(),
  doNotContact: z.boolean(),
  highRisk: z.boolean(),
  channels: z.array(z.enum(channels)).nullable().describe('As decided for this person; null: nobody has.'),
  reachedBy: z.array(z.enum(channels)).describe('The ways that a message takes now, in order.'),
  safeHours: z.object({ from: z.string(), to: z.string() }).nullable(),
  noVoicemail: z.boolean(),
  optOut: z.array(z.enum(channels)),
  postal: z.array(z.string()).nullable().describe('For a confidential address the substitute.'),
  addressConfidential: z.boolean(),
};

const invitation = z.object({
  to: z.object({ kind: z.enum(['participant', 'staff']), id: z.string() }),
  /** held: nothing is sent until the meeting is split. */
  state: z.enum(['invited', 'held', 'not-invited']),
  letter: z.object({ state: z.string(), wantedAt: time }).nullable().describe('The last invitation to it.'),
  answer: z
    .object({
      event: z.string(),
      answer: z.enum(invitationAnswers),
      on: date,
      at: time.nullable(),
      source: z.enum(['link', 'code', 'told']),
      needs: z.array(z.enum(answerNeeds)),
      proposed: z.array(z.string()).describe('In the zone of the meeting.'),
      note: z.string().nullable(),
    })
    .nullable()
    .describe('The last answer to the time that is set now.'),
  answersBefore: z.int().describe('Answers that no longer count; the history has them.'),
});

export const answerCode = z.object({
  case: z.string(),
  meeting: z.string(),
  participant: z.string(),
  code: z.string().describe('To be told to this person only, by voice.'),
  page: z.string().describe('Where it is typed.'),
  expiresAt: time,
});

const recordNamed = z.object({ events: z.array(z.string()), kinds: z.array(z.string()) });

export const caseView = z.object({
  case: z.string(),
  unit: z.string(),
  openedOn: date.nullable(),
  closedOn: date.nullable(),
  finished: z.boolean(),
  stuck: z.string().nullable(),
  headline: z.string(),
  waitsFor: z.string().nullable().describe('The role that the case waits for.'),
  wakesAt: time,
  programs: z.array(z.object({ id: z.string(), title: z.string(), document: z.string() })),
  children: z.array(
    z.object({
      id: z.string(),
      bornOn: date,
      household: z.string().nullable(),
      closed: z.boolean(),
      ...contactDetails,
    }),
  ),
  participants: z.array(
    z.object({ id: z.string(), role: z.string(), from: date, until: date.nullable(), ...contactDetails }),
  ),
  staff: z.array(
    z.object({
      id: z.string(),
      name: z.string().nullable(),
      role: z.string(),
      kind: z.enum(['primary', 'secondary']),
      from: date,
      until: date.nullable(),
    }),
  ),
  meetings: z.array(
    z.object({
      id: z.string(),
      kinds: z.array(z.string()),
      children: z.array(z.string()).nullable(),
      startsAt: z.string(),
      zone: z.string(),
      minutes: z.int(),
      place: z.string().nullable(),
      status: z.string(),
      sessionOf: z.string().nullable().describe('The meeting of which this is a separate session.'),
      invitees: z.array(z.string()),
      staff: z.array(z.string()),
      invitations: z.array(invitation).describe('One for each person on the list, family before staff.'),
    }),
  ),
  searches: z
    .array(
      z.object({
        event: z.string(),
        meeting: z.string(),
        kinds: z.array(z.string()),
        zone: z.string(),
        minutes: z.int(),
        answerBy: date,
        slots: z.array(
          z.object({ startsAt: z.string(), suits: z.array(z.string()).describe('Who can come at this time.') }),
        ),
        asked: z.array(
          z.object({
            participant: z.string(),
            state: z.enum(['asked', 'held', 'not-asked']),
            answered: z
              .object({
                on: date,
                source: z.enum(['link', 'code', 'told']),
                suits: z.array(z.string()),
                needs: z.array(z.enum(answerNeeds)),
                note: z.string().nullable(),
              })
              .nullable(),
          }),
        ),
      }),
    )
    .describe('Times that are sought now.'),
  obligations: z.array(obligation),
  guidance: z
    .array(
      z.object({
        id: z.string(),
        cites: z.array(z.string()),
        says: z.string(),
        beside: recordNamed.describe('The records beside which it is read; no events: at any time.'),
        offers: z
          .array(
            recordNamed.extend({
              field: z.string().nullable().describe('Null: the record itself is the place.'),
              codes: z.array(z.string()).describe('To begin with; others may be recorded.'),
            }),
          )
          .describe('Places in the record for what it speaks of.'),
        resources: z.array(z.string()).describe('Titles of what the document refers to.'),
      }),
    )
    .describe('What the policies recommend. It asks for nothing and stops nothing.'),
});

export const explanation = z.object({
  key: z.string(),
  status: z.string(),
  due: date.nullable(),
  lines: z.array(z.string()),
});

export const history = z.object({
  case: z.string(),
  journal: z.array(
    z.object({
      id: z.string(),
      seq: z.int(),
      recordedAt: time,
      by: z.string(),
      request: z.string(),
      stands: z.boolean().describe('false: retracted, or a correction that a later one replaced.'),
      event: caseEventSchema,
    }),
  ),
  refused: z.array(z.object({ request: z.string(), recordedAt: time, unmet: z.array(unmet) })),
});

export const delivery = z.object({
  key: z.string(),
  kind: z.string(),
  to: z.object({ kind: z.string(), id: z.string(), name: z.string().nullable() }),
  about: z.string(),
  due: z.string().nullable(),
  wantedAt: time,
  late: z.boolean(),
  state: z.string(),
  stands: z
    .enum([
      'waiting',
      'tried-again',
      'held',
      'to-post',
      'accepted',
      'delivered',
      'posted',
      'nobody-reached',
      'dropped',
      'withdrawn',
      'covered',
    ])
    .describe(
      '`held`: until it is safe for the person. `to-post`: a letter waits for staff. `accepted`: by the carrier; mail servers tell no more. `nobody-reached`: it became a task.',
    ),
  possibleDuplicate: z
    .boolean()
    .describe('A copy may have arrived before the one that is known of: same Message-ID, same UID, same SEQUENCE.'),
  letter: z.string().optional().describe('The sheet: GET /v1/cases/{case}/letters/{this}.'),
  attempts: z.array(
    z.object({
      at: time,
      channel: z.enum(channels).nullable(),
      result: z.string(),
      detail: z.string(),
      messageId: z.string().nullable(),
    }),
  ),
  receipts: z
    .array(z.object({ status: z.enum(receiptStatuses), at: time, receivedAt: time }))
    .describe('What the gateway of text messages reported.'),
});
export const deliveries = z.object({ case: z.string(), deliveries: z.array(delivery) });
export const letter = delivery.extend({ case: z.string(), letter: z.string() });
export const letters = z.object({
  asOf: date,
  letters: z.array(
    z.object({
      case: z.string(),
      letter: z.string(),
      page: z.string().describe('The sheet to print.'),
      to: z.object({ id: z.string(), name: z.string().nullable() }),
      says: z.string(),
      startsAt: z.string().nullable().describe('Of the meeting, in its own zone.'),
      facilitator: z.string().nullable(),
      since: time,
    }),
  ),
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

export const signatures = z.object({
  document: z.string(),
  kind: z.string(),
  completedOn: date,
  given: z.array(
    z.object({
      event: z.string(),
      signer: z.string(),
      name: z.string().nullable(),
      signed: z.boolean().describe('false: a recorded refusal.'),
      on: date,
      reason: z.string().nullable(),
    }),
  ),
  wanted: z
    .array(
      z.object({
        program: z.string(),
        duty: z.string(),
        says: z.string(),
        cites: z.array(z.string()),
        complete: z.boolean(),
        lacking: z.array(z.string()),
      }),
    )
    .describe('Each duty that wants it signed, and what that still lacks.'),
});

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
