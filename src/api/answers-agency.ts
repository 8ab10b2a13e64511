// Staff, settings and who changed them, as they are answered.
import { z } from 'zod';
import { staffSchema } from '../domain/agency';
import { staffRoles } from '../domain/events';

export const staffMember = z.object({
  id: z.string(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  language: z.string(),
  role: z.enum(staffRoles),
  unit: z.string(),
  active: z.boolean(),
  leavesOn: z.iso.date().optional().describe('From this day on the person does not work here any more.'),
  absences: staffSchema.shape.absences,
  languages: staffSchema.shape.languages,
  workingDays: z.array(z.int()).optional().describe('1 = Monday … 7 = Sunday; left out: full time.'),
  otherFamilies: z.int(),
  signsIn: z.boolean().describe('A subject of the issuer of tokens is on record.'),
});
export const staffList = z.object({ staff: z.array(staffMember) });

const concerned = z.int().describe('Cases that think again because of it.');
export const staffChanged = z.object({ staff: staffMember, change: z.int(), concerned });
export const settingChanged = z.object({
  name: z.string(),
  from: z.string(),
  value: z.unknown(),
  change: z.int(),
  concerned,
});
export const holidaysChanged = z.object({ year: z.string(), days: z.array(z.string()), change: z.int(), concerned });

export const agencyChanges = z.object({
  changes: z.array(
    z.object({
      id: z.int(),
      at: z.iso.datetime(),
      by: z.string(),
      what: z.string().describe('staff:ana, setting:graceDays, holidays:2027'),
      reason: z.string().nullable(),
      before: z.unknown(),
      after: z.unknown(),
    }),
  ),
});
