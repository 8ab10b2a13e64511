// What the intake keeps of a request beside its events: enough to do it again after a crash, and to know it again.
import { z } from 'zod';
import type { TurnEntry } from '../domain/turn';
import { channels, type IntakeRow, type Person } from '../store/types';

const person = z.object({
  id: z.string(),
  caseId: z.string().nullable(),
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  language: z.string(),
  doNotContact: z.boolean(),
  highRisk: z.boolean().exactOptional(),
  channels: z.array(z.enum(channels)).exactOptional(),
  safeHours: z.object({ from: z.string(), to: z.string() }).exactOptional(),
  noVoicemail: z.boolean().exactOptional(),
  optOut: z.array(z.enum(channels)).exactOptional(),
}) satisfies z.ZodType<Person>;

const kept = z.object({
  /** Hash of method, address and body: the same key must bring the same. */
  fingerprint: z.string().optional(),
  /** People that the request adds to the directory. */
  people: z.array(person).default([]),
  /** The unit of the case that it opens. */
  opens: z.string().optional(),
});

export interface KeptBody extends TurnEntry {
  readonly fingerprint: string;
  readonly people: readonly Person[];
  readonly opens?: string;
}

export function keptBody(row: IntakeRow): z.infer<typeof kept> {
  return kept.parse(row.body);
}
