// Lives of a case in Missouri: custody, entry and coming into care on days of their own, stays that end and begin anew, goals
// that change, plans that wait for signatures, reassessments, closings that slip.
import fc from 'fast-check';
import { everyCase } from '../../../src/programs/every-case';
import { moPermanency } from '../../../src/programs/mo-permanency';
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
  gaps,
  inTurn,
  meeting,
  sitting,
  steps,
  telling,
  type Fact,
} from './kit';
import { later, onDay, type Parts, type Span, type Stories } from './story';

const span = { openedOn: '2025-11-30', days: 700 };
/** Decided with the supervisor. */
const goal = (goal: string, rank: string, children: readonly string[]): Fact => ({
  type: 'GoalSet',
  goal,
  rank,
  children,
  staff: ['sup1'],
  reason: 'Weighed together.',
});
const sign = (document: string, signer: string): Fact => ({ type: 'DocumentSigned', document, signer });
const refuse = (document: string, signer: string): Fact => ({
  type: 'SignatureRefused',
  document,
  signer,
  reason: 'Three visits, no answer.',
});
const talkPoints = ['permanency-goals', 'permanency-options', 'concurrent-plan'];
const longTermParts = [
  'triggers',
  'preventative-action-plan',
  'warning-signs',
  'response-action-plan',
  'practice-drill-dates',
  'practice-drill-people',
  'safety-network-contacts',
];

export function moParts(span: Span): Parts {
  const one = telling(span);

  /** Custody, coming into care and entry, close together and in any order. */
  const intoCare = (
    d: string,
    children: readonly string[],
    [custody, came, entry]: readonly number[],
  ): readonly Told[] => [
    at(d, { type: 'ChildRemoved', children }),
    at(later(d, custody!), { type: 'CustodyReceived', children }),
    at(later(d, came!), circumstance('came-into-care', { children })),
    at(later(d, entry!), { type: 'EnteredCare', children }),
  ];
  const apart = fc.array(fc.nat({ max: 12 }), { minLength: 3, maxLength: 3 });

  const beginning = fc.oneof(
    { weight: 1, arbitrary: fc.constant<readonly Told[]>([]) },
    {
      weight: 5,
      arbitrary: fc
        .tuple(fc.nat({ max: 40 }), apart, fc.constantFrom(['c1', 'c2'], ['c1']), fc.nat({ max: 4 }))
        .map(([from, days, children, known]) =>
          intoCare(later(span.openedOn, from), children, days).filter(
            (_, i) => i === 0 || known > 2 || i === known + 1,
          ),
        ),
    },
  );

  const careAgain = one(fc.record({ children, apart, only: fc.nat({ max: 3 }) }), (d, { children, apart, only }) =>
    intoCare(d, children, apart).slice(only === 3 ? 1 : only),
  );

  const places = fc.constantFrom('foster', 'kin', 'trial-home-visit', 'runaway', 'home', 'hospital', 'foster');
  const placements = one(
    fc.record({
      children,
      gaps: fc.array(fc.integer({ min: 5, max: 150 }), { minLength: 4, maxLength: 4 }),
      kinds: fc.array(places, { minLength: 2, maxLength: 4 }),
      ends: fc.constantFrom('stays', 'returns', 'returns-and-enters', 'permanency'),
    }),
    (d, { children, gaps, kinds, ends }) =>
      inTurn(d, gaps, [
        ...kinds.map((kind): Fact => ({
          type: 'PlacementChanged',
          children,
          kind,
          ...(kind === 'kin' ? { outOfState: true } : {}),
        })),
        ...(ends === 'returns' || ends === 'returns-and-enters' ? [{ type: 'ReunificationHappened', children }] : []),
        ...(ends === 'returns-and-enters' ? [{ type: 'EnteredCare', children }] : []),
        ...(ends === 'permanency' ? [{ type: 'PermanencyAchieved', children, kind: 'adoption' }] : []),
      ]),
  );

  const goals = one(
    fc.record({
      children,
      gaps,
      primary: fc.constantFrom('reunification', 'reunification', 'adoption'),
      concurrent: fc.constantFrom('adoption', 'guardianship'),
      changed: fc.option(fc.constantFrom('reunification', 'adoption', 'guardianship'), { nil: undefined }),
      taken: steps(9),
    }),
    (d, { children, gaps, primary, concurrent, changed, taken }) =>
      inTurn(
        d,
        gaps,
        [
          goal(primary, 'primary', children),
          goal(concurrent, 'concurrent', children),
          action('concurrent-goal-tests', { about: 's#.1', parts: ['best-interest', 'meets-needs', 'attainable'] }),
          document('concurrent-plan', 'cp#', {
            children,
            parts: ['relative-none-yet', 'in-faces', 'on-social-service-plan', ...(changed ? ['steps'] : [])],
          }),
          { type: 'ObjectiveSet', objective: 'o#', plan: 'cp#', children },
          contact('case-planning', { participants: ['p1', 'c1'], points: talkPoints }),
          action('relatives-identified', { children, parts: ['in-state', 'out-of-state'] }),
          document('concurrent-plan', 'cp#-2', { children, parts: ['relative-placement'] }),
          ...(changed ? [goal(changed, 'primary', children)] : []),
        ],
        taken,
      ),
  );

  const entryMeeting = one(fc.record({ sitting, children }), (d, { sitting, children }) => [
    at(d, goal('reunification', 'primary', children)),
    ...meeting(
      d,
      { ...sitting, ahead: sitting.ahead % 4 },
      { kinds: ['72-hour'], children },
      { points: ['talk-with-parents'] },
    ),
  ]);

  /** Team meetings, each with its form and recommendation; a goal reviewed at the last. */
  const team = one(
    fc.record({
      children,
      gaps: fc.array(fc.integer({ min: 60, max: 200 }), { minLength: 1, maxLength: 3 }),
      kinds: fc.constantFrom(['six-month-fst'], ['six-month-fst'], ['fst']),
      after: fc.nat({ max: 9 }),
      reviewed: fc.boolean(),
    }),
    (d, { children, gaps, kinds, after, reviewed }) =>
      gaps.flatMap((_, i) => {
        const start = later(
          d,
          gaps.slice(0, i).reduce((sum, n) => sum + n, 0),
        );
        const m = `m#-${i}`;
        return [
          ...meeting(
            later(start, -9),
            { ahead: 9, moves: undefined, ends: 'held' },
            { kinds, children },
            { points: i % 2 ? talkPoints : [] },
            m,
          ),
          ...(after < 7 ? [at(later(start, after), document('cs-1', `cs#-${i}`, { children }))] : []),
          ...(after < 5 ? [at(start, decision('team-recommendation', 'no-change', { about: m }))] : []),
          ...(reviewed ? [at(later(start, after), decision('goal-review', 'kept', { about: m, children }))] : []),
        ];
      }),
  );
  const oneMeeting = one(
    fc.record({ sitting, children, kinds: fc.constantFrom(['six-month-fst'], ['fst']) }),
    (d, { sitting, children, kinds }) => meeting(d, sitting, { kinds, children }, { points: talkPoints }),
  );

  const plans = one(
    fc.record({
      children,
      kind: fc.constantFrom('ssp', 'ssp', 'ssp-reassessment'),
      gaps,
      named: fc.boolean(),
      order: fc.shuffledSubarray(['cw1', 'sup1', 'p1', 'p2'], { minLength: 2 }),
      refuses: fc.boolean(),
      sections: steps(7),
    }),
    (d, { children, kind, gaps, named, order, refuses, sections }) =>
      inTurn(d, gaps, [
        document(kind, 'ssp#', { children, ...(named ? { participants: ['p1'] } : {}), parts: ['who-will-assist'] }),
        ...order.map((signer) => (refuses && signer === 'p1' ? refuse('ssp#', signer) : sign('ssp#', signer))),
        ...[
          document('ssp-section', 'sec#', {
            about: 'ssp#',
            parts: ['harm-threats', 'harm-physical-impact', 'harm-emotional-impact', 'harm-caused-by'],
          }),
          document('ssp-section', 'sec#-2', {
            about: 'ssp#',
            parts: ['past-safety-actions', 'past-supports', 'present-safety'],
          }),
          document('ssp-child-section', 'chi#', {
            about: 'ssp#',
            children,
            parts: ['child-needs', 'plan-for-needs', 'progress-on-needs', 'child-strengths'],
          }),
          action('protective-capacities-assessed', { about: 'ssp#', participants: ['p1'] }),
          contact('progress-response', {
            about: 'ssp#',
            participants: ['p1'],
            points: ['good-things', 'concerns', 'what-more', 'next-step-suggestions'],
          }),
          document('progress-assessment', 'pro#', {
            about: 'ssp#',
            parts: ['progress-family', 'progress-supports', 'progress-team', 'progress-division'],
          }),
          document('treatment-plan', 'tp#', { children }),
        ].slice(0, sections),
      ]),
  );

  /** The plan reassessed, again and again, signed some days later. */
  const reassessments = one(
    fc.record({
      children,
      gaps: fc.array(fc.integer({ min: 40, max: 110 }), { minLength: 2, maxLength: 4 }),
      late: fc.nat({ max: 20 }),
    }),
    (d, { children, gaps, late }) =>
      gaps.flatMap((_, i) => {
        const day = later(
          d,
          gaps.slice(0, i).reduce((sum, n) => sum + n, 0),
        );
        const id = `re#-${i}`;
        return [
          at(day, document(i === 0 ? 'ssp' : 'ssp-reassessment', id, { children, participants: ['p1'] })),
          at(day, sign(id, 'cw1')),
          at(day, sign(id, 'p1')),
          at(later(day, late), sign(id, 'sup1')),
        ];
      }),
  );

  const longTerm = one(fc.record({ gaps, whole: fc.boolean(), taken: steps(5) }), (d, { gaps, whole, taken }) =>
    inTurn(
      d,
      gaps,
      [
        document('long-term-safety-plan', 'lt#', {
          participants: ['p1', 'k1'],
          parts: whole ? longTermParts : ['triggers'],
        }),
        { type: 'DocumentProvided', document: 'lt#', to: ['p1'], part: 'long-term-safety-plan' },
        document('long-term-safety-plan', 'lt#-2', { participants: ['k1'], parts: longTermParts }),
        { type: 'DocumentProvided', document: 'lt#-2', to: ['k1'], part: 'long-term-safety-plan' },
        { type: 'DocumentProvided', document: 'lt#', to: ['k1'], part: 'long-term-safety-plan' },
      ],
      taken,
    ),
  );

  /** A closing that is planned, slips or comes sooner, and is followed or not. */
  const closing = one(
    fc.record({
      ahead: fc.integer({ min: 5, max: 60 }),
      slips: fc.option(fc.integer({ min: -10, max: 40 }), { nil: undefined }),
      gaps: fc.array(fc.nat({ max: 6 }), { minLength: 4, maxLength: 4 }),
      before: fc.integer({ min: 0, max: 20 }),
      without: fc.boolean(),
      back: fc.option(gap, { nil: undefined }),
      children: fc.option(children, { nil: undefined }),
      taken: steps(8),
    }),
    (d, { ahead, slips, gaps, before, without, back, children, taken }) => {
      const first = later(d, ahead);
      const day = later(first, slips ?? 0);
      const whom = children ? { children } : {};
      const way = inTurn(
        later(day, -before),
        gaps,
        [
          document('ssp-closing', 'cl#', { participants: ['p1'], ...whom }),
          sign('cl#', 'cw1'),
          sign('cl#', 'sup1'),
          contact('closing-visit', { participants: ['p1'], points: ['closing-reassessment'] }),
          sign('cl#', 'p1'),
          { type: 'DocumentProvided', document: 'cl#', to: ['p1'] },
        ],
        taken,
      );
      return [
        at(d, { type: 'ClosurePlanned', plannedFor: first }),
        ...(slips === undefined ? [] : [at(later(d, 3), { type: 'ClosurePlanned', plannedFor: day })]),
        ...way,
        ...(without
          ? ['close-without-reassessment', 'close-without-long-term-plan'].map((kind) =>
              at(later(day, -1), decision(kind, 'close', { by: 'sup1' })),
            )
          : []),
        at(day, { type: 'CaseClosed', reason: 'completed', ...whom }),
        ...(back === undefined ? [] : [at(later(day, back), { type: 'CaseReopened', reason: 'Closed too soon.' })]),
      ];
    },
  );

  const talks = one(
    fc.record({
      gaps: fc.array(fc.integer({ min: 8, max: 50 }), { minLength: 2, maxLength: 5 }),
      who: fc.subarray(['p1', 'c1', 'c2', 'cg1', 'k1'], { minLength: 1 }),
      noted: fc.boolean(),
    }),
    (d, { gaps, who, noted }) =>
      inTurn(
        d,
        gaps,
        gaps.map((_, i) =>
          contact(i % 2 ? 'case-planning' : 'visit', {
            participants: who,
            points: i % 3 ? talkPoints : ['permanency-goals'],
            ...(noted ? { note: 'What was said.' } : {}),
          }),
        ),
      ),
  );

  const efforts = fc.oneof(
    one(gap, (d, gap) => [
      at(d, circumstance('relative-out-of-state', { participants: ['k1'], children: ['c1'] })),
      at(
        later(d, gap),
        gap % 3
          ? action('icpc-request', { about: 's#.0', children: ['c1'] })
          : decision('icpc-request', 'not-needed', { about: 's#.0' }),
      ),
    ]),
    one(gap, (d, gap) => [
      at(d, circumstance('indian-heritage', { participants: ['p1'], value: gap % 2 ? 'reported' : 'not-reported' })),
      at(later(d, gap), action('tribe-notified', { about: 's#.0' })),
    ]),
    one(children, (d, children) => [
      at(d, circumstance('child-has-therapist', { children })),
      at(later(d, 12), contact('therapist-contact', { children, points: ['concurrent-plan'] })),
    ]),
    one(children, (d, children) => [at(d, action('chafee-referral', { children, note: 'Sent.' }))]),
    one(children, (d, children) => [
      at(d, action('resource-identified', { children, parts: ['family-can-benefit'] })),
      at(later(d, 5), action('resource-weighed', { about: 's#.0', parts: ['resource-can-meet-needs'] })),
    ]),
    one(children, (d, children) => [at(d, circumstance('paternity', { children, value: 'established' }))]),
    one(children, (d, children) => [
      at(d, decision('permanency-talks', 'not-appropriate', { participants: children })),
    ]),
    one(fc.constantFrom('p1', 'p2', 'k1', 'cg1'), (d, participant) => [
      at(d, { type: 'ParticipantEnded', participant }),
      at(later(d, 30), circumstance('permanency-option', { participants: ['k1'], value: 'yes' })),
    ]),
    one(children, (d, children) => [at(d, decision('care-dates-checked', 'confirmed', { children }))]),
    one(gap, (d, gap) => [at(d, action('family-assessed')), at(later(d, gap), document('cs-1', 'fa#'))]),
  );

  const housing = one(
    fc.record({
      children,
      kind: fc.constantFrom(
        'housing-risk',
        'housing-primary-barrier',
        'housing-prevents-closure',
        'housing-risk-at-exit',
        'ces-required',
      ),
      gap,
      secured: fc.boolean(),
    }),
    (d, { children, kind, gap, secured }) => [
      at(d, circumstance(kind, { children })),
      at(later(d, gap), action('ces-referral', { children, parts: ['north'] })),
      ...(secured ? [at(later(d, gap + 5), circumstance('permanent-housing', { value: 'secured' }))] : []),
    ],
  );

  const waiver = one(fc.constantFrom('c1', 'c2'), (d, child) => [
    at(d, {
      type: 'ObligationWaived',
      obligation: `mo-permanency/six-month-team-meeting/child:${child}/s0.1`,
      waivedBy: 'sup1',
      authority: 'court order',
      reason: 'The family is abroad.',
    }),
  ]);

  return {
    beginning,
    episode: fc.oneof(
      { weight: 2, arbitrary: careAgain },
      { weight: 4, arbitrary: placements },
      { weight: 4, arbitrary: goals },
      { weight: 2, arbitrary: entryMeeting },
      { weight: 3, arbitrary: team },
      { weight: 1, arbitrary: oneMeeting },
      { weight: 3, arbitrary: plans },
      { weight: 3, arbitrary: reassessments },
      { weight: 2, arbitrary: longTerm },
      { weight: 4, arbitrary: closing },
      { weight: 2, arbitrary: talks },
      { weight: 3, arbitrary: efforts },
      { weight: 1, arbitrary: housing },
      { weight: 1, arbitrary: waiver },
      { weight: 1, arbitrary: anywhere(span) },
    ),
  };
}

const programs = [everyCase, moPermanency];

export const mo: Stories = {
  name: 'Missouri',
  programs,
  ...span,
  staff: ['cw1', 'cw2', 'pm1'],
  agency: (inactive = []) =>
    anAgency({
      holidays: ['2025-12-25', '2026-01-01', '2026-05-25', '2026-07-03', '2026-12-25', '2027-01-01'],
      settings: { cesAccessPoints: 'north, south' },
      staff: [
        { id: 'cw1', role: 'caseworker' as const },
        { id: 'cw2', role: 'caseworker' as const },
        { id: 'sup1', role: 'supervisor' as const },
        { id: 'pm1', role: 'program-manager' as const },
      ].map((one) => ({ ...one, unit: 'unit-1', active: !inactive.includes(one.id) })),
    }),
  // Within the story the elder reaches the ages of the Chafee program and of older youths.
  opened: (agency) =>
    ACase.opened(programs, span.openedOn, ['2009-08-31', '2012-02-29'], agency).with(
      at(span.openedOn, { type: 'ParticipantAdded', participant: 'p2', role: 'parent' }),
      at(span.openedOn, { type: 'ParticipantAdded', participant: 'k1', role: 'kin' }),
    ),
  ...moParts(span),
  unrelated: fc.oneof(
    onDay(span).map((d) => at(d, contact('first-contact', { participants: ['k1'] }))),
    onDay(span).map((d) => at(d, action('tool-used', { parts: ['ecomap'] }))),
    onDay(span).map((d) => at(d, { type: 'HearingHeld', kind: 'review', children: ['c1'] })),
    onDay(span).map((d) => at(d, { type: 'EffectFailed', key: 'x', reason: 'timeout' })),
  ),
  byRecording: [],
};
