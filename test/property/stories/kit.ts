// Words in which the stories are told.
import fc from 'fast-check';
import { ZONE, type Told } from '../../support/a-case';
import { later, onDay, type Span } from './story';

/** An event whose day the story gives. */
export interface Fact {
  readonly type: string;
  readonly [field: string]: unknown;
}
type Over = Readonly<Record<string, unknown>>;
type Tale = readonly Told[];

export const contact = (kind: string, over: Over = {}): Fact => ({ type: 'ContactMade', kind, ...over });
export const action = (kind: string, over: Over = {}): Fact => ({ type: 'ActionTaken', kind, ...over });
export const circumstance = (kind: string, over: Over = {}): Fact => ({ type: 'CircumstanceRecorded', kind, ...over });
/** The id of a document is its own: `#` in it is the number of the episode. */
export const document = (kind: string, document: string, over: Over = {}): Fact => ({
  type: 'DocumentCompleted',
  kind,
  document,
  ...over,
});
export const decision = (kind: string, outcome: string, over: Over = {}): Fact => ({
  type: 'DecisionMade',
  kind,
  outcome,
  reason: 'Weighed together.',
  ...over,
});
export const signOff = (request: string, decision: string, over: Over = {}): Fact => ({
  type: 'SignOffDecided',
  by: 'sup1',
  request,
  decision,
  reason: 'As discussed.',
  ...over,
});

export const at = (on: string, fact: Fact): Told => ({ ...fact, on }) as Told;

export const children = fc.constantFrom(['c1'], ['c2'], ['c1', 'c2']);
export const gap = fc.nat({ max: 40 });
/** Days between the steps of a chain: close together, or with a pause. */
export const gaps = fc.array(fc.oneof(fc.nat({ max: 5 }), gap), { minLength: 4, maxLength: 4 });
/** How many steps of a chain are taken: mostly all. */
export const steps = (n: number): fc.Arbitrary<number> =>
  fc.oneof({ weight: 2, arbitrary: fc.constant(n) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: n }) });

/** One step after another; the gaps come round. */
export function inTurn(on: string, between: readonly number[], facts: readonly Fact[], until = facts.length): Tale {
  let days = 0;
  return facts
    .slice(0, until)
    .map((fact, i) => at(later(on, (days += i === 0 ? 0 : between[i % between.length]!)), fact));
}

/** Tells something that begins on any day of the story. */
export const telling =
  (span: Span) =>
  <T>(parts: fc.Arbitrary<T>, tell: (on: string, parts: T) => Tale): fc.Arbitrary<Tale> =>
    fc.tuple(onDay(span), parts).map(([on, p]) => tell(on, p));

export interface Sitting {
  readonly ahead: number;
  readonly moves: number | undefined;
  readonly ends: string;
}
/** How a meeting fares that was set: most are held, some are moved before. */
export const sitting: fc.Arbitrary<Sitting> = fc.record({
  ahead: gap,
  moves: fc.option(gap, { nil: undefined }),
  ends: fc.constantFrom('held', 'held', 'held', 'not-held', 'again', 'cancelled', 'open'),
});

/** Set on a day for a later one, moved or not, and what became of it. `m#`, or another id, is that of the meeting. */
export function meeting(on: string, { ahead, moves, ends }: Sitting, set: Over, held: Over, id = 'm#'): Tale {
  const first = later(on, ahead);
  const start = later(first, moves ?? 0);
  const when = { meeting: id, zone: ZONE, reason: 'When the family can come.' };
  const heldOn = (day: string): Told =>
    at(day, { type: 'MeetingHeld', meeting: id, attendance: [{ participant: 'p1', how: 'present' }], ...held });
  const notHeld = at(start, { type: 'MeetingNotHeld', meeting: id, reason: 'Nobody came.' });
  const became: Record<string, Tale> = {
    held: [heldOn(start)],
    'not-held': [notHeld],
    again: [
      notHeld,
      at(start, { type: 'MeetingRescheduled', ...when, startsAt: `${later(start, 5)}T18:00` }),
      heldOn(later(start, 5)),
    ],
    cancelled: [at(start, { type: 'MeetingCancelled', meeting: id, reason: 'The room is closed.' })],
    open: [],
  };
  return [
    at(on, { type: 'MeetingScheduled', invitees: ['p1'], ...when, ...set, startsAt: `${first}T18:00` }),
    ...(moves === undefined ? [] : [at(on, { type: 'MeetingRescheduled', ...when, startsAt: `${start}T18:00` })]),
    ...became[ends]!,
  ];
}

/** What happens in cases of every program. */
export function anywhere(span: Span): fc.Arbitrary<Tale> {
  const one = telling(span);
  return fc.oneof(
    one(fc.record({ children, gap }), (d, { children, gap }) => [
      at(d, { type: 'AllegationReported', children }),
      at(later(d, gap % 2), action('hotline-report', { about: 's#.0' })),
      ...(gap > 20 ? [at(d, action('child-made-safe', { about: 's#.0' }))] : []),
    ]),
    one(gap, (d, gap) => [
      at(d, {
        type: 'NoContactOrderRecorded',
        between: ['p1', 'cg1'],
        ...(gap % 2 ? { until: later(d, gap) } : {}),
      }),
      ...(gap > 20 ? [at(later(d, gap), { type: 'NoContactOrderEnded', order: 's#.0' })] : []),
    ]),
    one(fc.constantFrom('p1', 'cg1'), (d, participant) => [
      at(d, { type: 'NoticeUndeliverable', notice: 'n', recipient: participant, reason: 'bounced' }),
      at(later(d, 9), { type: 'ContactDetailsChanged', participant }),
    ]),
    one(fc.constantFrom('parent', 'caregiver', 'kin', 'collateral', 'connection'), (d, role) => [
      at(d, { type: 'ParticipantAdded', participant: 'q#', role }),
      at(later(d, 70), { type: 'ParticipantEnded', participant: 'q#' }),
    ]),
    one(gap, (d, gap) => [
      at(d, { type: 'StaffUnassigned', staff: 'cw1', role: 'caseworker', reason: 'On leave.' }),
      at(later(d, gap), { type: 'StaffAssigned', staff: 'cw1', role: 'caseworker' }),
    ]),
  );
}
