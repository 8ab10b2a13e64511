// What the API answers about a case: its view, why a date is what it is, its history, the signatures on a document.
import { z } from 'zod';
import { answerNeeds, caseEventSchema, invitationAnswers } from '../domain/events';
import { channels } from '../store/types';
import { date, time, unmet } from './answers';

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
