// What can happen in a case: the only stored truth. Past tense; `on` is the civil day on which it happened (the day of
// recording when it is left out), beside the moment at which it was recorded, which the journal adds.
// Names and addresses stand in the directory, never here: people appear as opaque ids.
import { z } from 'zod';
import { day } from './calendar';
import { hasForbiddenCharacters } from './free-words';

const civilDate = z.string().refine(isDate, { error: 'must be a date that exists, as YYYY-MM-DD' });
const civilTime = z
  .string()
  .refine((text) => /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/.test(text) && isDate(text.slice(0, 10)), {
    error: 'must be a civil time, as YYYY-MM-DDTHH:MM (its zone stands beside it)',
  });
const instant = z.iso.datetime({ offset: true, error: 'must be a time with its offset, as 2026-03-01T09:30:00-06:00' });
const id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,159}$/, { error: 'must be an id: letters, digits and _ . : / -' });
const code = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, { error: 'must be a code in lower case, as fact-finding' });
/** A unit of the agency. In addresses `mine` stands for the unit of who asks. */
export const unitSchema = code.refine((unit) => unit !== 'mine', {
  error: 'must be another name: in addresses, mine stands for the unit of who asks',
});
const line = z
  .string()
  .min(1)
  .max(400)
  .refine((text) => !hasForbiddenCharacters(text) && !text.includes('\n'), { error: 'has a control character' });
const ids = z.array(id).min(1).max(60);

function isDate(text: string): boolean {
  try {
    return day(text) > -Infinity;
  } catch {
    return false;
  }
}

/** Free words: kept in the store only; what travels through Temporal has them taken out (`withoutProse`). */
const prose = z
  .string()
  .min(1)
  .max(8000)
  .refine((text) => !hasForbiddenCharacters(text), { error: 'has a control character that cannot be stored' });

export const participantRoles = [
  'parent',
  'child',
  'caregiver',
  'kin',
  'casa',
  'guardian-ad-litem',
  'tribal-representative',
  'attorney',
  'support-person',
  'service-provider',
  'stakeholder',
  /** Somebody of the child's past or present who may become a lasting relationship. */
  'connection',
  /** Somebody beside the case worker who works with the child. */
  'collateral',
] as const;
/** In which somebody is assigned to a case. */
export const assignedRoles = [
  'caseworker',
  'supervisor',
  'facilitator',
  'facilitator-supervisor',
  'program-manager',
  'p3-worker',
  'p3-supervisor',
] as const;
export const staffRoles = [...assignedRoles, 'intake', 'records-clerk', 'operator', 'administrator'] as const;
export type StaffRole = (typeof staffRoles)[number];

/** What an invitee may answer, and what may be asked for to be able to come. */
export const invitationAnswers = ['accepted', 'declined', 'another-time', 'needs-help'] as const;
export const answerNeeds = [
  'interpreter',
  'accessibility',
  'transport',
  'child-care',
  'safety-talk',
  'remote',
] as const;

/** What a supervisor may be asked to decide, where no record of its own asks for it. */
export const signOffMatters = ['closing', 'goal-change', 'short-notice', 'exception'] as const;
export const signOffDecisions = ['approved', 'returned', 'refused'] as const;

const about = { on: civilDate.optional(), at: instant.optional(), note: prose.optional() };
const subjects = {
  children: ids.optional(),
  participants: ids.optional(),
  household: id.optional(),
  /** The event, meeting, document or other thing that this one concerns. */
  about: id.optional(),
};

/** The meeting out of which a decision came, and the staff who took part in it. */
const deciders = { about: id.optional(), staff: ids.optional() };

function event<const T extends string, S extends z.core.$ZodShape>(type: T, shape: S) {
  return z.strictObject({ type: z.literal(type), ...about, ...shape });
}

/** How often, as agreed for this family. */
const interval = z.strictObject({
  unit: z.enum(['days', 'business-days', 'months', 'hours']),
  n: z.int().min(1).max(3660),
});
const attendance = z.strictObject({
  participant: id,
  how: z.enum(['present', 'by-phone', 'by-video', 'in-writing', 'absent']),
  reason: prose.optional(),
});
const step = z.strictObject({ text: prose, responsible: id, by: civilDate });
const meetingPlan = {
  startsAt: civilTime,
  zone: z.string().min(1).max(60),
  minutes: z.int().min(5).max(600).default(60),
  /** Staff who are invited beside the family and others. */
  staff: ids.optional(),
  place: prose.optional(),
  /** Reason for a time after the due date, or for one that a clock change repeats. */
  reason: prose.optional(),
};

export const eventSchemas = [
  event('CaseOpened', { unit: unitSchema }),
  event('ChildAdded', { child: id, bornOn: civilDate, household: id.optional() }),
  event('HouseholdChanged', { children: ids, household: id }),
  event('ParticipantAdded', {
    participant: id,
    role: z.enum(participantRoles),
    children: ids.optional(),
    household: id.optional(),
    /** The youth who chose this person for his or her team. */
    named: id.optional(),
  }),
  event('ParticipantEnded', { participant: id, reason: prose.optional() }),
  event('ContactDetailsChanged', {
    participant: id,
    /** What became of the postal address: whoever gives or takes the label is on record. */
    address: z.enum(['changed', 'made-confidential', 'no-longer-confidential']).optional(),
  }),
  event('ProgramEnrolled', { program: code, edition: line.optional(), children: ids.optional() }),
  event('ProgramEnded', { program: code, children: ids.optional(), reason: prose.optional() }),
  event('EditionAdopted', { program: code, edition: line }),
  event('StaffAssigned', {
    staff: id,
    role: z.enum(assignedRoles),
    kind: z.enum(['primary', 'secondary']).optional(),
    /** Left out: for the whole case. */
    children: ids.optional(),
    /** Why the person who had the role gives it up; or for which a supervisor passes the limit of families. */
    reason: prose.optional(),
    /** Families that this person already had; written by the system when the assignment is recorded. */
    familiesBefore: z.int().min(0).optional(),
  }),
  event('StaffUnassigned', {
    staff: id,
    role: z.enum(assignedRoles),
    children: ids.optional(),
    reason: prose.optional(),
  }),

  event('ChildRemoved', { children: ids }),
  event('EnteredCare', { children: ids }),
  event('CustodyReceived', { children: ids }),
  event('PlacementChanged', {
    children: ids,
    kind: z.enum([
      'foster',
      'kin',
      'group',
      'pre-adoptive',
      'trial-home-visit',
      'runaway',
      'detention',
      'hospital',
      'home',
      'guardian',
    ]),
    caregiver: id.optional(),
    outOfState: z.boolean().optional(),
  }),
  event('LegalStatusChanged', { children: ids, status: code, expiresOn: civilDate.optional() }),
  event('HearingHeld', { kind: code, children: ids, outcome: code.optional() }),
  event('GoalSet', {
    children: ids,
    goal: code,
    rank: z.enum(['primary', 'concurrent']).default('primary'),
    reason: prose.optional(),
    ...deciders,
  }),
  event('ReunificationPlanned', {
    children: ids,
    plannedFor: civilDate,
    household: id.optional(),
    reason: prose.optional(),
    ...deciders,
  }),
  event('ReunificationHappened', { children: ids, household: id.optional() }),
  event('PermanencyAchieved', { children: ids, kind: code.optional() }),
  event('AllegationReported', { children: ids.optional(), household: id.optional() }),

  event('MeetingScheduled', {
    meeting: id,
    kinds: z.array(code).min(1).max(8),
    children: ids.optional(),
    /** Empty when only staff are invited. */
    invitees: z.array(id).max(60),
    familyTime: z.boolean().default(true),
    about: id.optional(),
    /** The meeting of which this is a separate session, for people who must be kept apart from others on its list. */
    sessionOf: id.optional(),
    ...meetingPlan,
  }),
  event('MeetingRescheduled', {
    meeting: id,
    invitees: ids.optional(),
    ...meetingPlan,
    minutes: z.int().min(5).max(600).optional(),
    /** The time for which whoever moves it saw it set: refused when it is set for another by then. */
    wasAt: civilTime.optional(),
  }),
  /** A time is sought for a meeting that is not set yet, or is to be moved: everybody is asked which of these would suit. */
  event('MeetingTimesProposed', {
    meeting: id,
    kinds: z.array(code).min(1).max(8),
    children: ids.optional(),
    invitees: ids,
    about: id.optional(),
    slots: z.array(civilTime).min(2).max(5),
    zone: z.string().min(1).max(60),
    minutes: z.int().min(5).max(600).default(60),
    /** The last day on which an answer is waited for. */
    answerBy: civilDate,
  }),
  event('MeetingTimeAnswered', {
    meeting: id,
    participant: id,
    /** The proposal that was answered, by the id of its event; left out: the last one before the answer. */
    proposal: id.optional(),
    /** Of the proposed times those at which the person can come; empty: at none of them. */
    suits: z.array(civilTime).max(5),
    needs: z.array(z.enum(answerNeeds)).max(answerNeeds.length).optional(),
    source: z.enum(['link', 'code', 'told']).default('told'),
  }),
  event('MeetingCancelled', { meeting: id, reason: prose }),
  event('MeetingHeld', {
    meeting: id,
    about: id.optional(),
    kinds: z.array(code).min(1).max(8).optional(),
    children: ids.optional(),
    attendance: z.array(attendance).max(80),
    familyTime: z.boolean().optional(),
    familyPlan: prose.optional(),
    decisions: z.array(step).max(100).optional(),
    needs: z
      .array(z.strictObject({ need: prose, service: prose.optional() }))
      .max(100)
      .optional(),
    permanence: z
      .strictObject({ legal: prose.optional(), relational: prose.optional(), cultural: prose.optional() })
      .optional(),
    points: z.array(code).max(40).optional(),
  }),
  event('MeetingNotHeld', { meeting: id, reason: prose }),
  event('InvitationExcused', { meeting: id.optional(), participant: id, reason: prose }),
  event('InvitationAnswered', {
    meeting: id,
    participant: id,
    answer: z.enum(invitationAnswers),
    /** The time that was answered: an answer counts for that time only. Left out: the one that was set then. */
    startsAt: civilTime.optional(),
    /** What would help; an empty list takes back what was asked for before. */
    needs: z.array(z.enum(answerNeeds)).max(answerNeeds.length).optional(),
    /** In the zone of the meeting. */
    proposed: z.array(civilTime).min(1).max(3).optional(),
    /** By the person's own link or code, or told to staff. */
    source: z.enum(['link', 'code', 'told']).default('told'),
  }),
  event('AvailabilityRecorded', { participants: ids, preferred: prose }),
  event('ConcernRaised', { concern: id, participant: id.optional(), text: prose }),
  event('ConcernAddressed', { concern: id, meeting: id.optional(), how: prose }),

  event('ContactMade', {
    kind: code,
    ...subjects,
    staff: ids.optional(),
    channel: z.enum(['in-person', 'phone', 'video', 'email', 'letter', 'text']).optional(),
    outcome: z.enum(['reached', 'attempted']).default('reached'),
    explained: z.boolean().optional(),
    openQuestions: prose.optional(),
    namedSupports: z.array(id).max(20).optional(),
    points: z.array(code).max(40).optional(),
    /** What was told about the child beyond who the child is: address, telephone … */
    discloses: z.array(code).max(20).optional(),
  }),
  event('DocumentCompleted', {
    document: id,
    kind: code,
    ...subjects,
    parts: z.array(code).max(80).optional(),
    datedOn: civilDate.optional(),
    /** Other documents that go with it. */
    attached: ids.optional(),
  }),
  /** An objective of a plan. */
  event('ObjectiveSet', {
    objective: id,
    plan: id,
    children: ids.optional(),
    goal: code.optional(),
    /** As the agency's own list of objectives names it. */
    code: code.optional(),
    /** The factor that put the child at risk. */
    factor: code.optional(),
    criterion: prose.optional(),
    target: civilDate.optional(),
    parts: z.array(code).max(20).optional(),
  }),
  event('DocumentSigned', { document: id, signer: id }),
  event('SignatureRefused', { document: id, signer: id, reason: prose }),
  event('DocumentProvided', { document: id, to: ids, part: code.optional() }),
  event('ActionTaken', { kind: code, ...subjects, staff: ids.optional(), parts: z.array(code).max(80).optional() }),
  event('DecisionMade', {
    kind: code,
    ...subjects,
    outcome: code,
    /** What it covers. */
    parts: z.array(code).max(80).optional(),
    reason: prose.optional(),
    staff: ids.optional(),
    interval: interval.optional(),
  }),
  event('CircumstanceRecorded', {
    kind: code,
    ...subjects,
    value: code.optional(),
    plannedFor: civilDate.optional(),
    until: civilDate.optional(),
    interval: interval.optional(),
  }),

  /** Somebody asks a supervisor for a decision; other requests are opened by what they are about (a form, an assignment). */
  event('SignOffRequested', {
    of: z.enum(signOffMatters),
    /** What it stands on: an event, a meeting, or the decision that returned it before. When that goes, the request goes with it. */
    about: id.optional(),
    children: ids.optional(),
    household: id.optional(),
    reason: prose,
  }),
  event('SignOffDecided', {
    request: id,
    decision: z.enum(signOffDecisions),
    reason: prose,
    /** With `returned`: what is to be supplied before it is asked again. */
    missing: z.array(prose).min(1).max(30).optional(),
  }),
  event('ObligationWaived', { obligation: line, waivedBy: id, authority: prose, reason: prose }),
  event('NoContactOrderRecorded', { between: z.array(id).length(2), until: civilDate.optional() }),
  event('NoContactOrderEnded', { order: id, reason: prose.optional() }),
  event('NoticeUndeliverable', { notice: line, recipient: id, reason: code }),
  event('EffectFailed', { key: line, reason: code }),

  event('ClosurePlanned', {
    plannedFor: civilDate,
    reason: code.optional(),
    children: ids.optional(),
    household: id.optional(),
  }),
  event('CaseClosed', { reason: code, children: ids.optional() }),
  event('CaseReopened', { reason: prose }),
] as const;

export const plainEventSchema = z.discriminatedUnion('type', eventSchemas);
/** An event that says what happened (not a correction of another). */
export type PlainEvent = z.infer<typeof plainEventSchema>;

export const correctedSchema = event('EventCorrected', { event: id, to: plainEventSchema, reason: prose });
export const retractedSchema = event('EventRetracted', { event: id, reason: prose });
export const caseEventSchema = z.discriminatedUnion('type', [...eventSchemas, correctedSchema, retractedSchema]);
export type CaseEvent = z.infer<typeof caseEventSchema>;
export type EventType = CaseEvent['type'];
export type PlainType = PlainEvent['type'];

/** One line of the journal. */
export interface Recorded {
  readonly id: string;
  readonly seq: number;
  /** Milliseconds since 1970: when the case took it. */
  readonly recordedAt: number;
  readonly by: string;
  readonly entry: string;
  /** Reminders about what was already past when this was recorded are sent all the same. */
  readonly tellPast?: boolean;
  readonly event: CaseEvent & { readonly on: string };
}
