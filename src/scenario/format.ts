// The format of a scenario file. Stable: others write scenarios against it (docs/scenarios.md, docs/scenario.schema.json).
import { z } from 'zod';
import { staffSchema } from '../domain/agency';
import { isZone } from '../domain/calendar';
import { caseEventSchema, participantRoles, staffRoles } from '../domain/events';

const moment = z.iso.datetime({
  offset: true,
  error: 'must be a moment with its offset, as 2026-03-01T09:00:00-06:00',
});
const code = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, { error: 'must be a code in lower case, as unit-1' });
const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,59}$/, { error: 'must be an id: letters, digits and _ . -' });
const setting = z.union([
  z.string().max(4000),
  z.number(),
  z.boolean(),
  z.strictObject({ unit: z.enum(['days', 'business-days', 'months', 'hours']), n: z.int().min(0).max(3660) }),
  z.array(z.number()).max(20),
]);

export const scenarioSchema = z.strictObject({
  $schema: z.string().optional(),
  title: z.string().min(1).max(300),
  /** How the expected dates were worked out, for the reader. */
  notes: z.array(z.string().max(2000)).max(100).optional(),
  agency: z.strictObject({
    zone: z.string().refine(isZone, { error: 'must be a time zone that exists' }),
    unit: code.default('unit-1'),
    holidays: z.array(z.iso.date()).max(2000).default([]),
    settings: z.record(z.string().max(60), setting).default({}),
    staff: z
      .array(
        z.strictObject({
          id,
          role: z.enum(staffRoles),
          unit: code.optional(),
          active: z.boolean().optional(),
          workingDays: z.array(z.int().min(1).max(7)).max(7).optional(),
          otherFamilies: z.int().min(0).optional(),
          leavesOn: staffSchema.shape.leavesOn,
          absences: staffSchema.shape.absences,
          languages: staffSchema.shape.languages,
          name: z.string().max(120).optional(),
          email: z.email().optional(),
        }),
      )
      .max(200),
  }),
  programs: z.array(code).min(1).max(10),
  /** When the case was opened, and when that was recorded. */
  opened: z.strictObject({ on: z.iso.date(), recordedAt: moment, by: id.optional() }),
  households: z.array(z.strictObject({ id })).max(20).optional(),
  children: z
    .array(z.strictObject({ id, bornOn: z.iso.date(), household: id.optional(), name: z.string().max(120).optional() }))
    .min(1)
    .max(20),
  participants: z
    .array(
      z.strictObject({
        id,
        role: z.enum(participantRoles),
        children: z.array(id).min(1).max(20).optional(),
        household: id.optional(),
        name: z.string().max(120).optional(),
        email: z.email().optional(),
      }),
    )
    .max(100)
    .default([]),
  /** Entries: each is recorded whole or not at all, at the moment at which it became known. */
  events: z
    .array(
      z.strictObject({
        /** Names the entry, so that a correction, a retraction or a sign-off can refer to its event. */
        id: id.optional(),
        recordedAt: moment,
        by: id.optional(),
        tellPast: z.boolean().optional(),
        event: z.looseObject({ type: z.string() }).optional(),
        events: z
          .array(z.looseObject({ type: z.string() }))
          .max(200)
          .optional(),
      }),
    )
    .max(20_000),
  /** Moments at which to look; a date means the end of that day in the zone of the agency. */
  look: z
    .array(z.union([z.iso.date(), moment]))
    .min(1)
    .max(500),
});
export type Scenario = z.infer<typeof scenarioSchema>;
export type ScenarioInput = z.input<typeof scenarioSchema>;

export { caseEventSchema };

/** What `simulate` prints. */
export interface SimulatedObligation {
  readonly key: string;
  readonly rule: string;
  readonly requirements: readonly string[];
  readonly scope: string;
  readonly says: string;
  readonly owner: { readonly role: string; readonly staff: string | null };
  readonly status: string;
  readonly due: string | null;
  readonly notBefore: string | null;
  readonly doneOn: string | null;
  readonly reason: string | null;
}

export interface SimulatedNotice {
  readonly key: string;
  readonly kind: string;
  readonly recipient: string;
  readonly about: string;
  /** When it was to be said. */
  readonly at: string;
  readonly due: string | null;
  readonly method: string | null;
  readonly sequence: number | null;
  readonly late: boolean;
}

export interface SimulatedRefusal {
  readonly entry: string;
  readonly recordedAt: string;
  readonly unmet: readonly {
    readonly code: string;
    readonly field: string | null;
    readonly cites: readonly string[];
    readonly says: string;
  }[];
}

export interface Simulated {
  readonly title: string;
  readonly looks: readonly {
    readonly at: string;
    readonly headline: string;
    readonly obligations: readonly SimulatedObligation[];
  }[];
  readonly notices: readonly SimulatedNotice[];
  readonly refusals: readonly SimulatedRefusal[];
}
