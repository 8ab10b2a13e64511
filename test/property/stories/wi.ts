// Lives of a case in permanency support: two households, returns that are planned, moved, made and undone, orders that
// expire, families that refuse, cannot be found or move away, staffings with and without what prepares them, closings.
import fc from 'fast-check';
import { everyCase } from '../../../src/programs/every-case';
import { wiPermanencySupport } from '../../../src/programs/wi-permanency-support';
import { ACase, anAgency, type Told } from '../../support/a-case';
import {
  action,
  anywhere,
  at,
  children,
  circumstance,
  contact,
  decision,
  document,
  gap,
  inTurn,
  meeting,
  sitting,
  steps,
  telling,
  type Fact,
} from './kit';
import { later, onDay, type Parts, type Span, type Stories } from './story';

const span = { openedOn: '2025-11-28', days: 560 };
const household = fc.constantFrom('h1', 'h1', 'h2');
const homeOf = { c1: 'h1', c2: 'h2' } as const;
const order = (children: readonly string[], expiresOn?: string): Fact => ({
  type: 'LegalStatusChanged',
  children,
  status: 'chips-order',
  ...(expiresOn ? { expiresOn } : {}),
});
const planned = (children: readonly string[], plannedFor: string, over: object = {}): Fact => ({
  type: 'ReunificationPlanned',
  children,
  plannedFor,
  reason: 'The court asked for it.',
  ...over,
});
const home = (children: readonly string[], household: string): Fact => ({
  type: 'ReunificationHappened',
  children,
  household,
});
const present = [
  { participant: 'cw1', how: 'present' },
  { participant: 'sup1', how: 'present' },
  { participant: 'pm1', how: 'absent', reason: 'On leave.' },
];
const level = (n: number, over: object): Fact =>
  decision('contact-level', 'set', {
    interval: { unit: 'days', n },
    parts: ['family-history', 'strengths-and-needs', 'present-circumstances'],
    ...over,
  });

export function wiParts(span: Span): Parts {
  const one = telling(span);

  const apart = fc.array(fc.nat({ max: 30 }), { minLength: 4, maxLength: 4 });
  const begun = (
    d: string,
    gaps: readonly number[],
    children: readonly string[],
    household: string,
    expires: number,
  ): readonly Told[] =>
    inTurn(d, gaps, [
      { type: 'ChildRemoved', children },
      order(children, later(d, expires)),
      planned(children, later(d, 60), { household }),
      document('safety-analysis-and-plan', 'sp#', { children, parts: ['prior-to-reunification'] }),
      home(children, household),
      action('designation-permanency-support'),
      level(7, { household }),
    ]);

  /** Most stories begin with a removal, an order and a return; some with a removal alone. */
  const beginning = fc.oneof(
    { weight: 1, arbitrary: fc.constant<readonly Told[]>([]) },
    {
      weight: 5,
      arbitrary: fc
        .tuple(
          fc.nat({ max: 20 }),
          apart,
          fc.constantFrom(['c1', 'c3'], ['c1', 'c2', 'c3'], ['c1']),
          fc.integer({ min: 20, max: 300 }),
          steps(7),
        )
        .map(([from, gaps, children, expires, taken]) =>
          begun(later(span.openedOn, from), gaps, children, 'h1', expires).slice(0, taken),
        ),
    },
  );

  const returns = one(
    fc.record({
      child: fc.constantFrom('c1', 'c2', 'c3'),
      household,
      ahead: fc.integer({ min: 0, max: 90 }),
      moves: fc.array(fc.integer({ min: -20, max: 60 }), { maxLength: 2 }),
      gaps: apart,
      taken: steps(6),
    }),
    (d, { child, household, ahead, moves, gaps, taken }) => {
      const children = [child];
      return inTurn(
        d,
        gaps,
        [
          { type: 'ChildRemoved', children },
          planned(children, later(d, ahead + 30), { household }),
          ...moves.map((n) => planned(children, later(d, Math.max(31, ahead + 30 + n)), { household })),
          document('safety-analysis-and-plan', 'sp#', { children, parts: ['prior-to-reunification'] }),
          home(children, household),
        ],
        taken,
      );
    },
  );

  const away = one(
    fc.record({ children, kind: fc.constantFrom('removed', 'foster', 'hospital', 'entered') }),
    (d, { children, kind }) => [
      at(
        d,
        kind === 'removed'
          ? { type: 'ChildRemoved', children }
          : kind === 'entered'
            ? { type: 'EnteredCare', children }
            : { type: 'PlacementChanged', children, kind },
      ),
    ],
  );

  const status = one(
    fc.record({
      children,
      lasts: fc.option(fc.integer({ min: 10, max: 300 }), { nil: undefined }),
      extended: fc.boolean(),
      noted: fc.boolean(),
    }),
    (d, { children, lasts, extended, noted }) => [
      at(d, order(children, lasts === undefined ? undefined : later(d, lasts))),
      ...(extended && lasts !== undefined ? [at(later(d, lasts - 5), order(children, later(d, lasts + 90)))] : []),
      ...(!extended && lasts === undefined
        ? [at(later(d, 80), { type: 'LegalStatusChanged', children, status: 'dismissed' })]
        : []),
      ...(noted ? [at(later(d, (lasts ?? 80) + 2), action('participation-voluntary'))] : []),
    ],
  );

  const lives = fc.oneof(
    one(fc.record({ children, household }), (d, { children, household }) => [
      at(d, { type: 'HouseholdChanged', children, household }),
    ]),
    one(children, (d, children) => [at(d, decision('will-not-reunify', 'excluded', { children }))]),
    one(gap, (d, gap) => [at(d, circumstance('assignment-type', { value: gap % 2 ? 'child-welfare' : 'ongoing' }))]),
  );

  const visits = one(
    fc.record({
      household,
      gaps: fc.array(fc.integer({ min: 2, max: 50 }), { minLength: 2, maxLength: 6 }),
      every: fc.option(fc.integer({ min: 5, max: 30 }), { nil: undefined }),
      how: fc.constantFrom('in-person', 'in-person', 'phone'),
      safety: fc.boolean(),
    }),
    (d, { household, gaps, every, how, safety }) => [
      ...(every ? [at(d, level(every, { household }))] : []),
      ...inTurn(
        d,
        gaps,
        gaps.flatMap((_, i) => [
          contact('visit', { household, channel: how, ...(i % 4 === 3 ? { outcome: 'attempted' } : {}) }),
          ...(safety
            ? [
                document('safety-note', `sn#-${i}`, {
                  about: `s#.${every ? 2 * i + 1 : 2 * i}`,
                  parts: ['child-safety'],
                }),
              ]
            : []),
        ]),
      ),
    ],
  );

  const engagement = one(
    fc.record({ household, gaps: fc.array(fc.integer({ min: 10, max: 60 }), { minLength: 1, maxLength: 4 }) }),
    (d, { household, gaps }) =>
      inTurn(
        d,
        gaps,
        gaps.map((_, i) => action('engagement-effort', { household, ...(i ? { note: 'A card.' } : {}) })),
      ),
  );

  const refusal = one(
    fc.record({ household, resumes: fc.option(gap, { nil: undefined }), children }),
    (d, { household, resumes, children }) => [
      at(later(d, -1), { type: 'LegalStatusChanged', children, status: 'none' }),
      at(d, circumstance('participation', { value: 'refused', household })),
      ...(resumes === undefined
        ? []
        : [at(later(d, resumes), circumstance('participation', { value: 'resumed', household }))]),
    ],
  );

  const team = one(
    fc.record({
      sitting,
      household: fc.option(household, { nil: undefined }),
      asked: fc.boolean(),
      noted: fc.boolean(),
    }),
    (d, { sitting, household, asked, noted }) => {
      const whom = household ? { children: household === 'h1' ? ['c1', 'c3'] : ['c2'] } : {};
      return [
        ...meeting(d, sitting, { kinds: ['family-team'], ...whom }, {}),
        ...(asked ? [at(later(d, -5), circumstance('family-meeting-requested', household ? { household } : {}))] : []),
        ...(noted ? [at(later(d, 50), decision('another-family-team', 'asked', { staff: ['sup1'], ...whom }))] : []),
      ];
    },
  );

  const staffing = one(
    fc.record({
      sitting,
      kind: fc.constantFrom('six-month-staffing', 'closure-staffing'),
      cans: fc.option(fc.integer({ min: -3, max: 40 }), { nil: undefined }),
      noted: fc.boolean(),
      child: fc.option(fc.constantFrom('c1', 'c2', 'c3'), { nil: undefined }),
    }),
    (d, { sitting, kind, cans, noted, child }) => [
      ...meeting(
        d,
        sitting,
        { kinds: [kind], invitees: [], staff: ['cw1', 'sup1'] },
        {
          attendance: present,
          ...(noted
            ? { points: ['discharge-planning', 'family-participation', 'external-supports', 'contact-frequency'] }
            : {}),
        },
      ),
      ...(cans === undefined
        ? []
        : [at(later(d, sitting.ahead - cans), document('cans', 'k#', child ? { children: [child] } : {}))]),
    ],
  );

  /** All that a closing asks for, held together or drawn apart, and the closing. */
  const closing = one(
    fc.record({
      gaps: fc.array(fc.nat({ max: 7 }), { minLength: 4, maxLength: 4 }),
      plans: fc.array(fc.integer({ min: 5, max: 60 }), { maxLength: 2 }),
      how: fc.constantFrom('case', 'case', 'program', 'children'),
      reason: fc.constantFrom('completed', 'other', 'other'),
      exception: fc.boolean(),
      back: fc.option(gap, { nil: undefined }),
      child: fc.constantFrom('c1', 'c2'),
      taken: steps(9),
    }),
    (d, { gaps, plans, how, reason, exception, back, child, taken }) => {
      const whom = how === 'children' ? { children: child === 'c1' ? ['c1', 'c3'] : ['c2'] } : {};
      const closes: Fact =
        how === 'program'
          ? { type: 'ProgramEnded', program: wiPermanencySupport.id, reason: 'It is done.' }
          : { type: 'CaseClosed', reason, note: 'They stand on their own feet.', ...whom };
      return [
        ...plans.map((n, i) =>
          at(later(d, i), {
            type: 'ClosurePlanned',
            plannedFor: later(d, n),
            reason: 'other',
            ...(how === 'children' ? { household: homeOf[child] } : {}),
          }),
        ),
        ...inTurn(
          later(d, 2),
          gaps,
          [
            document('cans', 'k#', {}),
            document('discharge-plan', 'dp#', { parts: ['formal-supports', 'informal-supports'] }),
            ...(['family-team', 'closure-staffing'] as const).flatMap((kind, i): Fact[] =>
              exception && i === 0
                ? [decision('closing-exception', 'close', { staff: ['sup1'], parts: ['family-team-meeting'] })]
                : [
                    {
                      type: 'MeetingScheduled',
                      meeting: `m#-${i}`,
                      kinds: [kind],
                      invitees: ['p1'],
                      staff: ['cw1', 'sup1'],
                      startsAt: `${later(d, 9 + i)}T18:00`,
                      zone: 'America/Chicago',
                    },
                    {
                      type: 'MeetingHeld',
                      meeting: `m#-${i}`,
                      attendance: [{ participant: 'p1', how: 'present' }, ...present],
                      points: ['discharge-planning'],
                    },
                  ],
            ),
            decision('closing-consultation', 'agreed', { staff: ['sup1', 'cw1'] }),
            decision('closing-review', 'may-close'),
            closes,
          ],
          taken,
        ),
        ...(back === undefined || how === 'children'
          ? []
          : [
              at(
                later(d, 60 + back),
                how === 'program'
                  ? { type: 'ProgramEnrolled', program: wiPermanencySupport.id }
                  : { type: 'CaseReopened', reason: 'A new need.' },
              ),
            ]),
      ];
    },
  );

  const gone = fc.oneof(
    one(fc.record({ household, gap, found: fc.boolean() }), (d, { household, gap, found }) => [
      at(d, circumstance('whereabouts', { value: 'not-located', household })),
      at(later(d, 5), circumstance('whereabouts', { value: 'not-located', household })),
      at(later(d, gap), action('locate-attempt', { household })),
      ...(found ? [at(later(d, 2 * gap), contact('call', { household, channel: 'phone' }))] : []),
    ]),
    one(fc.record({ household, gap }), (d, { household, gap }) => [
      at(d, circumstance('relocated', { household })),
      at(
        later(d, gap),
        gap % 2 ? document('relocation-proof', 'rp#', { household }) : action('relocation-proof-effort', { household }),
      ),
    ]),
    one(gap, (d, gap) => [
      at(d, circumstance('case-head-deceased')),
      at(later(d, gap), decision('care-after-death', 'guardian', { children: ['c1'] })),
    ]),
  );

  const small = fc.oneof(
    one(fc.record({ household, gap }), (d, { household, gap }) => [
      at(d, circumstance('change-in-home', { household })),
      at(later(d, gap % 3), document('safety-assessment', 'sa#', { about: 's#.0' })),
    ]),
    one(fc.record({ household, gap }), (d, { household, gap }) => [
      at(d, circumstance(gap % 2 ? 'crisis' : 'parenting-challenge', { household })),
      at(later(d, gap), gap % 2 ? level(14, { household }) : action('early-support', { about: 's#.0' })),
    ]),
    one(fc.record({ children, gap }), (d, { children, gap }) => [
      at(d, { type: 'AllegationReported', children }),
      at(
        later(d, gap),
        gap % 2
          ? circumstance('allegation-outcome', { about: 's#.0', value: 'unfounded' })
          : decision('closing-despite-allegation', 'close', { about: 's#.0', staff: ['sup1'] }),
      ),
    ]),
    one(fc.record({ household, gap }), (d, { household, gap }) => [
      at(d, action('support-linked', { household, parts: ['formal-support'] })),
      at(later(d, gap), action('support-linked', { household, parts: ['informal-support'] })),
      at(later(d, gap), document('support-plan', 'su#', { household })),
      at(later(d, gap), document('support-agreement', 'ag#', { household })),
      at(later(d, gap), action('contacts-complete')),
    ]),
    one(fc.nat({ max: 4 }), (d, to) => [at(later(d, to), { type: 'HearingHeld', kind: 'review', children: ['c1'] })]),
    one(fc.constantFrom('h1', 'h2'), (d, household) => [
      at(d, {
        type: 'ObligationWaived',
        obligation: `wi-permanency-support/support-period/household:${household}/s0.4`,
        waivedBy: 'sup1',
        authority: 'court order',
        reason: 'Adopted.',
      }),
    ]),
  );

  return {
    beginning,
    episode: fc.oneof(
      { weight: 4, arbitrary: returns },
      { weight: 2, arbitrary: away },
      { weight: 3, arbitrary: status },
      { weight: 2, arbitrary: lives },
      { weight: 4, arbitrary: visits },
      { weight: 1, arbitrary: engagement },
      { weight: 2, arbitrary: refusal },
      { weight: 3, arbitrary: team },
      { weight: 4, arbitrary: staffing },
      { weight: 4, arbitrary: closing },
      { weight: 2, arbitrary: gone },
      { weight: 3, arbitrary: small },
      { weight: 1, arbitrary: anywhere(span) },
    ),
  };
}

const programs = [everyCase, wiPermanencySupport];

export const wi: Stories = {
  name: 'permanency support',
  programs,
  ...span,
  staff: ['cw1', 'pm1'],
  agency: (inactive = []) =>
    anAgency({
      zone: 'America/Chicago',
      holidays: ['2025-12-25', '2026-01-01', '2026-05-25', '2026-07-03', '2026-11-26', '2026-12-25', '2027-01-01'],
      staff: [
        { id: 'cw1', role: 'caseworker' as const },
        { id: 'sup1', role: 'supervisor' as const },
        { id: 'pm1', role: 'program-manager' as const },
      ].map((one) => ({ ...one, unit: 'unit-1', active: !inactive.includes(one.id) })),
    }),
  opened: (agency) =>
    ACase.opened(programs, span.openedOn, ['2018-02-28', '2020-02-29', '2021-05-01'], agency).with(
      at(span.openedOn, { type: 'HouseholdChanged', children: ['c1', 'c3'], household: 'h1' }),
      at(span.openedOn, { type: 'HouseholdChanged', children: ['c2'], household: 'h2' }),
    ),
  ...wiParts(span),
  unrelated: fc.oneof(
    onDay(span).map((d) => at(d, contact('collateral', { channel: 'phone' }))),
    onDay(span).map((d) => at(d, { type: 'GoalSet', children: ['c1'], goal: 'adoption' })),
    onDay(span).map((d) => at(d, { type: 'EffectFailed', key: 'x', reason: 'timeout' })),
  ),
  byRecording: ['legal-documented', 'contact-documented', 'team-documented'],
};
