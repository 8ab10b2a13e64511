// What the API takes. Bodies that stand for one event are that event without what the address or the server supplies, so that a
// field added to an event is taken here as well.
import { z } from 'zod';
import { moveRules } from '../domain/moves';
import { caseEventSchema, eventSchemas, plainEventSchema, type PlainType } from '../domain/events';
import { channels } from '../store/types';

type SchemaOf<T extends PlainType> = Extract<(typeof eventSchemas)[number], { shape: { type: z.ZodLiteral<T> } }>;

export function eventSchema<T extends PlainType>(type: T): SchemaOf<T> {
  const found = eventSchemas.find((schema) => schema.shape.type.value === type);
  if (!found) throw new Error(`there is no event ${type}`);
  return found as unknown as SchemaOf<T>;
}

const opened = eventSchema('CaseOpened').shape;
const childAdded = eventSchema('ChildAdded').shape;
const participantAdded = eventSchema('ParticipantAdded').shape;
const civilDate = childAdded.bornOn;
const code = opened.unit;
const personId = participantAdded.participant;
const reason = eventSchema('CaseReopened').shape.reason;

const tellPast = z
  .boolean()
  .optional()
  .describe(
    'Send reminders even about what already lay in the past when this was recorded. Otherwise nothing is sent.',
  );

/** Recorded by the system alone: nobody reports it. */
const ofTheSystem = new Set<string>(['EffectFailed']);
export const recordableEvent = caseEventSchema.refine((event) => !ofTheSystem.has(event.type), {
  error: 'is recorded by the system alone',
  path: ['type'],
});
const plainEvent = plainEventSchema.refine((event) => !ofTheSystem.has(event.type), {
  error: 'is recorded by the system alone',
  path: ['type'],
});
const events = z.array(recordableEvent).min(1).max(100);

// A name goes into the head of a mail: one line, and nothing that turns its direction around.
const name = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .refine((text) => !/[\r\n\t\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(text), {
    error: 'must be one line of plain text',
  });
const channelList = z.array(z.enum(channels)).max(channels.length);
const eachOnce = (list: readonly string[]): boolean => new Set(list).size === list.length;
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'must be a time of the day, as 08:30' });
const contact = {
  email: z.email({ error: 'must be one e-mail address, as ana@example.org' }).max(254),
  phone: z.string().regex(/^\+?[0-9][0-9 ()./-]{3,30}$/, { error: 'must be a telephone number' }),
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: 'must be a language tag, as es or en-US' }),
  doNotContact: z.boolean().describe('The system sends this person nothing; a facilitator speaks with him or her.'),
  highRisk: z
    .boolean()
    .describe(
      'Others may read this person’s mail: letters tell neither day, time nor place, and the page asks for a code that the facilitator tells.',
    ),
  channels: channelList
    .min(1)
    .refine(eachOnce, { error: 'names a channel twice' })
    .describe(
      'The ways to reach this person, in order. Left out: e-mail, text message, letter, as far as there is an address; for somebody at high risk e-mail alone.',
    ),
  safeHours: z
    .strictObject({ from: clock, to: clock })
    .refine(({ from, to }) => from !== to, { error: 'must begin and end at different times', path: ['to'] })
    .describe('Nothing is sent by e-mail or text outside these hours, in the zone of the agency.'),
  noVoicemail: z.boolean().describe('For whoever calls: leave no message.'),
  optOut: channelList
    .refine(eachOnce, { error: 'names a channel twice' })
    .describe('Ways that this person does not want any more; STOP in answer to a text adds `sms`.'),
};
const contactOptional = {
  email: contact.email.optional(),
  phone: contact.phone.optional(),
  language: contact.language.optional(),
  doNotContact: contact.doNotContact.optional(),
  highRisk: contact.highRisk.optional(),
  channels: contact.channels.optional(),
  safeHours: contact.safeHours.optional(),
  noVoicemail: contact.noVoicemail.optional(),
  optOut: contact.optOut.optional(),
};

const aliasesAbout =
  'In `participants[].children` and in `events` the first child of this request is called `child:1`, the second `child:2`, the first participant `participant:1`, and so on; the answer gives the id of each.';

export const openCase = z
  .strictObject({
    unit: code,
    openedOn: civilDate.optional().describe('The day on which the case was opened; today when it is left out.'),
    programs: z.array(code).max(10).default([]),
    children: z
      .array(z.strictObject({ name, bornOn: civilDate, household: personId.optional(), ...contactOptional }))
      .min(1)
      .max(30),
    participants: z
      .array(
        z.strictObject({
          name,
          role: participantAdded.role,
          children: z.array(personId).min(1).max(30).optional(),
          household: personId.optional(),
          ...contactOptional,
        }),
      )
      .max(60)
      .default([]),
    staff: z.strictObject({ caseworker: personId.optional(), facilitator: personId.optional() }).default({}),
    events: z
      .array(recordableEvent)
      .max(100)
      .default([])
      .describe('What else is known at the start, hearings for example.'),
    tellPast,
  })
  .describe(aliasesAbout);

export const recordEvents = z.strictObject({ events, tellPast });
export const correction = z.strictObject({ to: plainEvent, reason, on: civilDate.optional(), tellPast });
export const retraction = z.strictObject({ reason, on: civilDate.optional(), tellPast });

export const scheduleMeeting = eventSchema('MeetingScheduled')
  .omit({ type: true, meeting: true })
  .extend({ meeting: personId.optional().describe('An id of your own; one is made when it is left out.') });
export const proposeTimes = eventSchema('MeetingTimesProposed')
  .omit({ type: true, meeting: true })
  .extend({
    meeting: personId.optional().describe('The id of the meeting to be set; one is made when it is left out.'),
  });
export const rescheduleMeeting = eventSchema('MeetingRescheduled').omit({ type: true, meeting: true });
const moved = eventSchema('MeetingRescheduled').shape;
export const splitMeeting = z.strictObject({
  sessions: z
    .array(
      z.strictObject({
        meeting: personId.optional().describe('An id of your own for a new session; one is made when it is left out.'),
        invitees: moved.invitees.unwrap(),
        staff: moved.staff.describe('Left out: the staff of the meeting.'),
        startsAt: moved.startsAt,
        zone: moved.zone.optional().describe('Left out: that of the meeting.'),
        minutes: moved.minutes.describe('Left out: as long as the meeting.'),
        place: moved.place.describe('Left out: that of the meeting.'),
      }),
    )
    .min(2)
    .max(10)
    .describe('The first keeps the meeting and its calendar entries; each other is a meeting of its own.'),
  reason: moved.reason,
});
/** As many meetings as one request moves. */
export const MOST_MOVES = 200;
export const previewMoves = z
  .strictObject({
    unit: code.optional().describe('Left out: your own; for a program manager the whole agency.'),
    from: civilDate.describe('The first day on which nothing takes place.'),
    to: civilDate.describe('The last one.'),
    rule: z.enum(moveRules).default('next-working-day'),
    reason: moved.reason,
  })
  .refine(({ from, to }) => from <= to, { error: 'must not lie before `from`', path: ['to'] })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= 60 * 86_400_000, {
    error: 'must lie within sixty days of `from`',
    path: ['to'],
  });
export const moveMeetings = z.strictObject({
  confirm: z.literal(true).describe('People are told of it at once.'),
  reason,
  moves: z
    .array(
      z.strictObject({
        case: personId,
        meeting: personId,
        wasAt: moved.startsAt.describe('The time for which it was set when you looked.'),
        startsAt: moved.startsAt,
        zone: moved.zone,
      }),
    )
    .min(1)
    .max(MOST_MOVES)
    .refine((moves) => new Set(moves.map((one) => `${one.case} ${one.meeting}`)).size === moves.length, {
      error: 'names a meeting twice',
    }),
});
export const tellCode = z.strictObject({});
export const cancelMeeting = eventSchema('MeetingCancelled').omit({ type: true, meeting: true });
export const meetingHeld = eventSchema('MeetingHeld').omit({ type: true, meeting: true }).extend({ tellPast });
export const meetingNotHeld = eventSchema('MeetingNotHeld').omit({ type: true, meeting: true });

export const requestSignOff = eventSchema('SignOffRequested').omit({ type: true });
export const decideSignOff = eventSchema('SignOffDecided').omit({ type: true, request: true });
export const signDocument = eventSchema('DocumentSigned').omit({ type: true, document: true });
export const refuseSignature = eventSchema('SignatureRefused').omit({ type: true, document: true });
export const waiveObligation = eventSchema('ObligationWaived').omit({ type: true, waivedBy: true });
export const reportAllegation = eventSchema('AllegationReported').omit({ type: true });
export const closeCase = eventSchema('CaseClosed').omit({ type: true });
export const closureChecklist = z.strictObject({
  reason: eventSchema('CaseClosed')
    .shape.reason.optional()
    .describe('Left out: a list for each reason for which the programs of the case let it close.'),
  program: code.optional().describe('The end of this program, in place of the closing of the case.'),
  children: eventSchema('CaseClosed').shape.children,
  note: eventSchema('CaseClosed').shape.note,
  on: civilDate.optional().describe('The day of the closing; today when it is left out.'),
});
export const reopenCase = eventSchema('CaseReopened').omit({ type: true });

export const addPerson = z.strictObject({
  name,
  role: participantAdded.role,
  on: civilDate.optional(),
  children: participantAdded.children,
  household: participantAdded.household,
  named: participantAdded.named,
  ...contactOptional,
});
export const changePerson = z
  .strictObject({
    name: name.optional(),
    email: contact.email.nullable().optional(),
    phone: contact.phone.nullable().optional(),
    language: contact.language.optional(),
    doNotContact: contact.doNotContact.optional(),
    highRisk: contact.highRisk.optional(),
    channels: contact.channels.nullable().optional(),
    safeHours: contact.safeHours.nullable().optional(),
    noVoicemail: contact.noVoicemail.optional(),
    optOut: contact.optOut.optional(),
    on: civilDate.optional(),
  })
  .refine((body) => Object.keys(body).some((field) => field !== 'on'), { error: 'Name at least one field to change.' });

const postalLines = z.array(name.max(120)).min(1).max(6).describe('Line by line, as on an envelope, without the name.');
export const changeAddress = z
  .strictObject({
    postal: postalLines
      .nullable()
      .optional()
      .describe('Shown to staff and on letters: for a confidential address the substitute. null: there is none.'),
    confidential: z
      .boolean()
      .optional()
      .describe('true: what was shown until now is never shown again, and only `postal` of this request is.'),
    actual: postalLines
      .optional()
      .describe('Where the person lives. Kept to be compared with the places of meetings, and given out to nobody.'),
    on: civilDate.optional(),
  })
  .refine((body) => Object.keys(body).some((field) => field !== 'on'), { error: 'Name at least one field to change.' });

export const letterPosted = z.strictObject({
  on: civilDate.optional().describe('The day on which it was posted; today when it is left out.'),
});

export const whatIf = z.strictObject({ events });

export const explanationQuery = z.strictObject({ key: z.string().min(3).max(400) });
export const worklistQuery = z.strictObject({ dueBy: civilDate.optional(), unit: code.optional() });
