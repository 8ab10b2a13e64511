// What the API takes about the agency itself.
import { z } from 'zod';
import { settingValueSchema, staffSchema } from '../domain/agency';
import { addPerson, eventSchema } from './contracts';

const { name, email, phone, language } = addPerson.shape;
const reason = eventSchema('CaseReopened').shape.reason.optional();

export const staffMember = staffSchema.omit({ id: true }).extend({
  name,
  email: email.unwrap().nullable().default(null),
  phone: phone.unwrap().nullable().default(null),
  language: language.unwrap().default('en'),
  reason,
});

export const setting = z.strictObject({
  value: settingValueSchema,
  from: z.iso.date().optional().describe('The first day on which it holds; today when it is left out.'),
  reason,
});

export const holidays = z.strictObject({ days: z.array(z.iso.date()).max(100), reason });

export const changesQuery = z.strictObject({ what: z.string().max(120).optional() });
