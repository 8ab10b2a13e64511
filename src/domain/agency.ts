// What an agency decides for itself, in one place: staff, calendar, and the numbers that policy does not give.
import { z } from 'zod';
import { day, isZone, iso, type Day, type Period } from './calendar';
import { staffRoles, unitSchema } from './events';
import type { Program, Span } from './rule';

const period = z.strictObject({
  unit: z.enum(['days', 'business-days', 'months', 'hours']),
  n: z.int().min(0).max(3660),
});
export const settingValueSchema = z.union([
  z.string().max(4000),
  z.number(),
  z.boolean(),
  period,
  z.array(z.number()).max(20),
]);
/** A value, or the values that held from a day on: what began before a change keeps the value that held then. */
const settingValue = z.union([
  settingValueSchema,
  z.strictObject({
    versions: z
      .array(z.strictObject({ from: z.iso.date(), value: settingValueSchema }))
      .min(1)
      .max(50),
  }),
]);

const absenceSchema = z
  .strictObject({
    /** First and last day. */
    from: z.iso.date(),
    to: z.iso.date(),
    /** Who acts meanwhile; left out: who is above. */
    deputy: z.string().min(1).max(60).optional(),
  })
  .refine(({ from, to }) => from <= to, { error: 'must not end before it begins', path: ['to'] });

export const staffSchema = z.strictObject({
  id: z.string().min(1).max(60),
  role: z.enum(staffRoles),
  /** Who this is at the issuer of tokens (`sub`); left out: cannot sign in. */
  subject: z.string().min(1).max(255).optional(),
  unit: unitSchema,
  active: z.boolean().default(true),
  /** From this day on the person does not work here any more. */
  leavesOn: z.iso.date().optional(),
  absences: z.array(absenceSchema).max(200).optional(),
  /** Languages in which the person works with families, as es. */
  languages: z
    .array(z.string().regex(/^[a-z]{2,3}$/, { error: 'must be a language code, as es' }))
    .max(20)
    .optional(),
  /** Days of the week on which a part-time person works (1 = Monday … 7 = Sunday); left out: full time. */
  workingDays: z.array(z.int().min(1).max(7)).max(7).optional(),
  /** Families outside this data that the person already carries. */
  otherFamilies: z.int().min(0).default(0),
});

export const agencySchema = z.strictObject({
  id: z.string().min(1).max(60),
  zone: z.string().refine(isZone, { error: 'must be a time zone that exists, as America/Los_Angeles' }),
  holidays: z.array(z.iso.date()).max(2000).default([]),
  settings: z.record(z.string().max(60), settingValue).default({}),
  staff: z.array(staffSchema).max(5000),
});
export type AgencyData = z.infer<typeof agencySchema>;
export type AgencyInput = z.input<typeof agencySchema>;
export type Staff = z.infer<typeof staffSchema>;

export interface Agency {
  readonly id: string;
  readonly zone: string;
  readonly holidays: ReadonlySet<Day>;
  readonly settings: AgencyData['settings'];
  readonly staff: ReadonlyMap<string, Staff>;
}

export function agencyOf(data: AgencyData): Agency {
  return {
    id: data.id,
    zone: data.zone,
    holidays: new Set(data.holidays.map(day)),
    settings: data.settings,
    staff: new Map(data.staff.map((person) => [person.id, person])),
  };
}

/** Numbers that every program uses and no policy gives. */
export const commonSettings = {
  morning: { value: '08:00', says: 'Reminders go out from this time of the day on, in the zone of the agency.' },
  spreadMinutes: {
    value: 0,
    says: 'Courtesy reminders are spread over this many minutes, by a stable offset for each case.',
  },
  reminders: { value: [30, 14, 7, 1], says: 'Days before a due date on which the owner is reminded.' },
  overdueReminders: { value: [1, 8, 22], says: 'Days after a due date on which the owner is reminded again.' },
  escalations: { value: [1, 8, 22], says: 'Days after a due date on which the supervisor is told.' },
  meetingReminders: {
    value: [7, 1],
    says: 'Days before a meeting on which those invited are reminded; the last business day before, where that is none.',
  },
  urgentReminders: { value: [0, 60], says: 'Minutes after a safety event on which the owner is told.' },
  urgentEscalations: {
    value: [60],
    says: 'Minutes after a safety event, unanswered, on which the supervisor is told.',
  },
  signOffReminders: { value: [0, 2], says: 'Days after a request for sign-off on which the approver is told.' },
  signOffEscalations: {
    value: [4],
    says: 'Days after an unanswered request for sign-off on which the next level is told.',
  },
  letterTakes: {
    value: 5,
    says: 'Days before a meeting from which an invitation is not posted any more, because it would come too late.',
  },
  signOffLinkDays: {
    value: 14,
    says: 'Days for which the link in a request for sign-off opens the page on which it is decided.',
  },
  youthNamesFrom: {
    value: 14,
    says: 'Age from which a youth is told, in an invitation, that two people of his or her choice may come along.',
  },
  timesReminders: {
    value: [1],
    says: 'Days before the last day for an answer on which those who were asked for a time are reminded.',
  },
  sessionsApartMinutes: {
    value: 60,
    says: 'Minutes that lie at least between what people who must be kept apart are invited to at one place.',
  },
  readAfterAssignment: {
    value: { unit: 'days', n: 90 },
    says: 'Time after the end of an assignment for which the person may still read the case, and no more.',
  },
  officeLanguage: {
    value: 'en',
    says: 'The language in which all staff work: a family that speaks another goes to somebody who speaks it, if there is one.',
  },
  textsFrom: {
    value: '08:00',
    says: 'Text messages are sent from this time of the day on, to whoever has named no hours of his or her own.',
  },
  textsUntil: {
    value: '21:00',
    says: 'Text messages wait for the next morning from this time of the day on, unless that would be too late.',
  },
  staffDigest: {
    value: false,
    says: 'Whether staff get their reminders of dates to come as one list a morning; what is overdue, urgent or to be signed goes at once.',
  },
  graceDays: { value: 30, says: 'Days after closing during which a closed case still takes corrections.' },
} as const;

/** An agency's own value on a day, else the default of the program in force then, else the common one. */
export function settingValueOf(agency: Agency, programs: readonly Program[], name: string, on: Day): unknown {
  const own = agency.settings[name];
  if (typeof own === 'object' && 'versions' in own) {
    // Compared as they are written: what held before the first change holds since a day before all that we reckon with.
    const begun = own.versions.filter((v) => v.from <= iso(on));
    if (begun.length > 0) return begun.reduce((last, v) => (v.from < last.from ? last : v)).value;
  } else if (own !== undefined) return own;
  const editions = programs.filter((program) => program.settings[name]);
  const edition = editions.findLast((program) => day(program.effective.from) <= on) ?? editions[0];
  if (edition) return edition.settings[name]!.value;
  if (name in commonSettings) return commonSettings[name as keyof typeof commonSettings].value;
  throw new RangeError(`no such agency setting: ${name}`);
}

export function isSetting(span: Span): span is { readonly setting: string } {
  return 'setting' in span;
}

export function isPeriod(value: unknown): value is Period {
  return typeof value === 'object' && value !== null && 'unit' in value && 'n' in value;
}
