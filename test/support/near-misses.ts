// Events that are almost what a rule asks for: one field each is another, or is left out. A rule that takes them as well asks
// for less than the sentence that it cites.
import { caseEventSchema } from '../../src/domain/events';
import type { Told } from './a-case';

/** Field -> what else it could say; `undefined`: nothing. Ids and codes here are known to no rule. */
const OTHERWISE: Readonly<Record<string, unknown>> = {
  kind: 'another-kind',
  kinds: ['another-kind'],
  outcome: 'another-outcome',
  value: 'another-value',
  goal: 'another-goal',
  status: 'another-status',
  about: 'something-else',
  children: ['another-child'],
  participants: ['somebody-else'],
  household: 'another-household',
  channel: 'text',
  parts: undefined,
  points: undefined,
  attached: undefined,
  staff: undefined,
  note: undefined,
  reason: undefined,
  openQuestions: undefined,
  explained: undefined,
  plannedFor: undefined,
  interval: undefined,
  attendance: [],
};

export interface NearMiss {
  /** `ContactMade.channel` */
  readonly field: string;
  readonly told: Told;
}

/** Fields of an event that a rule does not look at although the event serves it, and why the sentence does not ask for them. */
export interface Immaterial {
  readonly why: string;
  readonly fields: readonly string[];
  readonly rules: readonly string[];
}

export function nearMisses(told: Told): NearMiss[] {
  const { id: _, known: __, by: ___, on: ____, ...event } = told;
  const spelled = event.type === 'ContactMade' ? { outcome: 'reached', ...event } : event;
  return Object.keys(spelled).flatMap((field) => {
    if (!(field in OTHERWISE)) return [];
    const otherwise = event.type === 'ContactMade' && field === 'outcome' ? 'attempted' : OTHERWISE[field];
    const { [field]: ____, ...rest } = told;
    const near = { ...rest, ...(otherwise === undefined ? {} : { [field]: otherwise }) } as Told;
    const { id: _i, known: _k, by: _b, ...bare } = near;
    return caseEventSchema.safeParse(bare).success ? [{ field: `${event.type}.${field}`, told: near }] : [];
  });
}
