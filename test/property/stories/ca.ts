// Lives of a case in case planning: plans that follow assessments, updates sooner or later than six months, hearings that
// bring them forward, objectives and steps with intervals of their own, returns and closings that are planned, moved and undone.
import fc from 'fast-check';
import { caCasePlanning } from '../../../src/programs/ca-case-planning';
import { everyCase } from '../../../src/programs/every-case';
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
  signOff,
  sitting,
  steps,
  telling,
  type Fact,
} from './kit';
import { later, onDay, type Parts, type Span, type Stories } from './story';

const span = { openedOn: '2025-11-28', days: 560 };
const both = ['c1', 'c2'];
/** The parts of every plan, also of one for a child out of home or for a youth. */
const always = [
  'visitation',
  'visit-schedule',
  'placement-needs',
  'substitute-care-contact',
  'well-being-information',
  'special-circumstances',
  'concurrent-planning',
  'permanency-alternative',
  'alternative-services',
  'independent-living-plan',
  'independent-living-services',
];
const planParts = [
  ...always,
  'engagement',
  'assessment',
  'permanency-goal',
  'service-objectives',
  'intervention',
  'timelines',
  'icwa',
  'well-being-efforts',
  'educational-stability',
  'participants',
  'assessment-summary',
  'contributing-factors',
  'strengths',
  'client-responsibilities',
  'case-management-services',
  'contact-schedules',
];
const updateParts = [
  ...always,
  'reassessment',
  'progress-described',
  'progress-measured',
  'family-circumstances',
  'progress-on-objectives',
  'compliance-with-services',
  'alternate-permanency-efforts',
];
const planningSteps = [
  'process-understood',
  'strengths-and-reasons',
  'goals-established',
  'objectives-identified',
  'responsibilities-prioritized',
  'progress-times-agreed',
];
const closingPoints = ['assessment', 'minimum-level-of-care', 'objectives', 'strengths-and-protective-capacity'];
const readinessPoints = ['safety', 'minimum-level-of-care', 'readiness', 'transition'];

const whom = (children: readonly string[]) => ({ children, participants: ['p1'] });
const needs = (id: string, children: readonly string[]): Fact =>
  document('strengths-needs-assessment', id, { children, parts: ['priority-needs', 'strengths'] });
const services = (id: string, children: readonly string[]): Fact =>
  document('continuing-services-assessment', id, {
    children,
    parts: ['strengths', 'barriers-to-services', 'areas-of-concern'],
  });
const objective = (id: string, plan: string, target: string, over: object = {}): Fact => ({
  type: 'ObjectiveSet',
  objective: id,
  plan,
  goal: 'return-home',
  criterion: 'Three clean tests.',
  factor: 'substance-use',
  target,
  ...over,
});

export function caParts(span: Span): Parts {
  const one = telling(span);

  const firstPlan = (d: string, gaps: readonly number[], children: readonly string[]): readonly Told[] =>
    inTurn(d, gaps, [
      contact('face-to-face', { children }),
      contact('engagement', { participants: ['p1'] }),
      circumstance('indian-heritage', { children, value: 'not-reported' }),
      { type: 'GoalSet', children, goal: 'return-home' },
      needs('sna#', children),
      services('csa#', children),
      objective('o#', 'plan#', later(d, 200), { children }),
      document('planning-steps', 'ps#', { children, parts: planningSteps }),
      document('case-plan', 'plan#', { ...whom(children), parts: planParts }),
      action('objective-checked', {
        about: 'o#',
        children,
        parts: [
          'specific',
          'measurable',
          'achievable',
          'relevant',
          'time-limited',
          'positive-words',
          'criterion-agreed',
        ],
      }),
    ]);

  const apart = fc.array(fc.nat({ max: 14 }), { minLength: 4, maxLength: 4 });
  /** Most stories begin with a plan, some on the way to one. */
  const beginning = fc.oneof(
    { weight: 1, arbitrary: fc.constant<readonly Told[]>([]) },
    {
      weight: 6,
      arbitrary: fc
        .tuple(fc.nat({ max: 30 }), apart, fc.constantFrom(both, both, ['c1']), steps(10))
        .map(([from, gaps, children, taken]) => firstPlan(later(span.openedOn, from), gaps, children).slice(0, taken)),
    },
  );

  const another = one(fc.record({ children, gaps: apart, taken: steps(10) }), (d, { children, gaps, taken }) =>
    firstPlan(d, gaps, children).slice(0, taken),
  );

  /** Update after update, each with the assessments before it; sooner or later than they are due. */
  const updates = one(
    fc.record({
      children,
      gaps: fc.array(fc.integer({ min: 50, max: 210 }), { minLength: 1, maxLength: 3 }),
      lead: fc.nat({ max: 30 }),
      added: fc.boolean(),
    }),
    (d, { children, gaps, lead, added }) =>
      gaps.flatMap((_, i) => {
        const day = later(
          d,
          gaps.slice(0, i).reduce((sum, n) => sum + n, 0),
        );
        return [
          at(later(day, -lead), needs(`sna#-${i}`, children)),
          at(later(day, -lead), services(`csa#-${i}`, children)),
          at(day, action('assessment-review', { children, parts: ['assessment-reviewed', 'changed-needs'] })),
          at(day, document('case-plan-update', `up#-${i}`, { ...whom(children), parts: updateParts })),
          ...(added
            ? [
                at(
                  later(day, 4),
                  document('case-plan-addition', `ad#-${i}`, {
                    about: `up#-${i}`,
                    children,
                    parts: ['visitation', 'concurrent-goal', 'concurrent-steps'],
                  }),
                ),
              ]
            : []),
        ];
      }),
  );

  const assessments = one(
    fc.record({ children, gaps: fc.array(fc.integer({ min: 20, max: 200 }), { minLength: 1, maxLength: 4 }) }),
    (d, { children, gaps }) =>
      inTurn(
        d,
        gaps,
        gaps.map((_, i) => needs(`sna#-${i}`, children)),
      ),
  );

  const hearing = one(
    fc.record({ children, ahead: fc.integer({ min: 5, max: 200 }), again: fc.boolean() }),
    (d, { children, ahead, again }) => [
      at(d, circumstance('plan-hearing', { children, plannedFor: later(d, ahead) })),
      ...(again ? [at(later(d, 4), circumstance('plan-hearing', { children, plannedFor: later(d, ahead + 25) }))] : []),
    ],
  );

  const progress = one(
    fc.record({
      gaps: fc.array(fc.integer({ min: 8, max: 60 }), { minLength: 2, maxLength: 5 }),
      about: fc.constantFrom('o0', 'plan0', 'o#'),
      ends: fc.option(gap, { nil: undefined }),
      agreed: fc.boolean(),
    }),
    (d, { gaps, about, ends, agreed }) => [
      at(d, objective('o#', 'plan0', later(d, 120), { children: ['c1'] })),
      ...(agreed ? [at(d, circumstance('progress-times', { interval: { unit: 'days', n: 20 } }))] : []),
      ...inTurn(
        d,
        gaps,
        gaps.map(() => contact('objective-progress', { about, participants: ['p1'] })),
      ),
      ...(ends === undefined ? [] : [at(later(d, ends + 30), decision('objective-ended', 'met', { about: 'o#' }))]),
    ],
  );

  const scheduled = one(
    fc.record({
      gaps: fc.array(fc.integer({ min: 5, max: 50 }), { minLength: 2, maxLength: 5 }),
      who: fc.subarray(['p1', 'cg1', 'c1'], { minLength: 1 }),
      interval: fc.option(fc.constantFrom({ unit: 'days', n: 14 }, { unit: 'months', n: 2 }), { nil: undefined }),
      replaced: fc.boolean(),
    }),
    (d, { gaps, who, interval, replaced }) => [
      at(d, circumstance('contact-schedule', { participants: who, ...(interval ? { interval } : {}) })),
      ...inTurn(
        later(d, 3),
        gaps,
        gaps.map((_, i) => contact(i % 2 ? 'engagement' : 'face-to-face', { participants: who })),
      ),
      ...(replaced
        ? [at(later(d, 80), circumstance('contact-schedule', { participants: who, interval: { unit: 'days', n: 30 } }))]
        : []),
    ],
  );

  const interim = one(
    fc.record({
      children,
      repeated: fc.boolean(),
      gaps: fc.array(fc.integer({ min: 3, max: 40 }), { minLength: 2, maxLength: 4 }),
      ends: fc.boolean(),
    }),
    (d, { children, repeated, gaps, ends }) => [
      at(d, document('implementation-plan', 'ip#', whom(children))),
      at(
        d,
        circumstance('interim-step', {
          about: 'ip#',
          children,
          ...(repeated ? { interval: { unit: 'days', n: 7 } } : { plannedFor: later(d, 25) }),
        }),
      ),
      ...inTurn(
        later(d, 2),
        gaps,
        gaps.map(() => action('interim-step-taken', { about: 's#.1' })),
      ),
      ...(ends ? [at(later(d, 60), decision('interim-step-ended', 'given-up', { about: 's#.1' }))] : []),
    ],
  );

  const stay = one(
    fc.record({
      children,
      gaps: fc.array(fc.integer({ min: 3, max: 120 }), { minLength: 3, maxLength: 3 }),
      kind: fc.constantFrom('home', 'guardian', 'runaway', 'foster'),
      taken: steps(5),
    }),
    (d, { children, gaps, kind, taken }) =>
      inTurn(
        d,
        gaps,
        [
          { type: 'ChildRemoved', children },
          { type: 'EnteredCare', children },
          { type: 'PlacementChanged', children, kind: 'foster' },
          { type: 'PlacementChanged', children, kind },
          { type: 'PermanencyAchieved', children, kind: 'guardianship' },
        ],
        taken,
      ),
  );

  /** A return that is planned, moved, prepared, sent back, made or given up. */
  const goesHome = one(
    fc.record({
      children,
      ahead: fc.integer({ min: 10, max: 90 }),
      moves: fc.option(fc.integer({ min: -8, max: 40 }), { nil: undefined }),
      ready: fc.option(fc.integer({ min: -10, max: 10 }), { nil: undefined }),
      decided: fc.constantFrom('approved', 'refused', 'none'),
      ends: fc.constantFrom('home', 'home', 'other-goal', 'open'),
    }),
    (d, { children, ahead, moves, ready, decided, ends }) => {
      const first = later(d, ahead);
      const day = later(first, moves ?? 0);
      const record = (id: string, over: object = {}): Fact =>
        document('reunification-readiness', id, { children, parts: readinessPoints, ...over });
      return [
        at(d, { type: 'ReunificationPlanned', children, plannedFor: first, reason: 'They are ready.' }),
        ...(moves === undefined
          ? []
          : [at(later(d, 2), { type: 'ReunificationPlanned', children, plannedFor: day, reason: 'Later.' })]),
        ...(ready === undefined ? [] : [at(later(day, -ready), record('rr#'))]),
        ...(ready === undefined || decided === 'none'
          ? []
          : [at(later(day, 3 - ready), signOff(`s#.${moves === undefined ? 1 : 2}`, decided))]),
        ...(ready !== undefined && decided === 'refused'
          ? [at(later(day, 6 - ready), record('rr#-2', { about: `s#.${moves === undefined ? 2 : 3}` }))]
          : []),
        at(later(day, -1), action('assessment-review', { children, parts: ['assessment-reviewed'] })),
        ...(ends === 'home' ? [at(day, { type: 'ReunificationHappened', children, household: 'h1' })] : []),
        ...(ends === 'other-goal' ? [at(day, { type: 'GoalSet', children, goal: 'adoption' })] : []),
      ];
    },
  );

  const closing = one(
    fc.record({
      of: fc.option(children, { nil: undefined }),
      ahead: fc.integer({ min: 3, max: 60 }),
      moves: fc.option(fc.integer({ min: -2, max: 40 }), { nil: undefined }),
      aftercare: fc.option(fc.integer({ min: -10, max: 10 }), { nil: undefined }),
      closes: fc.boolean(),
      back: fc.option(gap, { nil: undefined }),
    }),
    (d, { of, ahead, moves, aftercare, closes, back }) => {
      const first = later(d, ahead);
      const day = later(first, moves ?? 0);
      const concerned = of ? { children: of } : {};
      return [
        at(d, { type: 'ClosurePlanned', plannedFor: first, ...concerned }),
        ...(moves === undefined ? [] : [at(later(d, 1), { type: 'ClosurePlanned', plannedFor: day, ...concerned })]),
        at(d, document('closing-review', 'cr#', { ...concerned, parts: closingPoints.slice(0, 2) })),
        at(later(day, -1), document('closing-review', 'cr#-2', { ...concerned, parts: closingPoints.slice(2) })),
        ...(aftercare === undefined
          ? []
          : [
              at(
                later(day, aftercare),
                document('aftercare-plan', 'ac#', {
                  ...concerned,
                  participants: ['p1'],
                  parts: ['vulnerable-factors', 'strengths'],
                }),
              ),
            ]),
        ...(closes
          ? [at(day, { type: 'CaseClosed', reason: 'adopted', note: 'All that is left to do is done.', ...concerned })]
          : []),
        ...(closes && back !== undefined
          ? [at(later(day, back), { type: 'CaseReopened', reason: 'A new need.' })]
          : []),
      ];
    },
  );

  const planning = one(
    fc.record({ sitting, prepared: fc.option(gap, { nil: undefined }), children }),
    (d, { sitting, prepared, children }) => [
      ...meeting(d, sitting, { kinds: ['case-planning'], children }, { points: planningSteps }),
      ...(prepared === undefined
        ? []
        : [
            at(
              later(d, prepared),
              document('planning-preparation', 'pp#', {
                parts: [
                  'assessment-reviewed',
                  'own-perceptions',
                  'engagement-assessed',
                  'likely-goal',
                  'concurrent-plan',
                  'priority-objectives',
                ],
              }),
            ),
          ]),
    ],
  );

  const small = fc.oneof(
    one(
      fc.record({
        children,
        gap,
        goal: fc.constantFrom('long-term-foster-care', 'adoption', 'stable-foster-care-emancipation'),
      }),
      (d, { children, gap, goal }) => [
        at(d, { type: 'GoalSet', children, goal }),
        at(
          later(d, gap),
          gap % 2
            ? action('permanency-efforts', { children })
            : decision('no-permanency-efforts', 'none', { children }),
        ),
      ],
    ),
    one(fc.record({ children, gap }), (d, { children, gap }) => [
      at(d, circumstance('indian-heritage', { children, value: 'reported' })),
      at(later(d, gap), action('tribe-notified', { about: 's#.0', children })),
    ]),
    one(fc.record({ children, gap }), (d, { children, gap }) => [
      at(d, circumstance('plan-no-longer-fits', { children })),
      at(later(d, gap), document('case-plan-revision', 'rv#', { children })),
    ]),
    one(fc.record({ children, gap }), (d, { children, gap }) => [
      at(d, { type: 'LegalStatusChanged', children, status: 'parental-rights-terminated' }),
      at(later(d, gap), decision('good-bye-visit', 'held', { children })),
    ]),
    one(fc.array(gap, { minLength: 1, maxLength: 3 }), (d, gaps) =>
      inTurn(
        d,
        gaps,
        gaps.map(() => action('concurrent-planning')),
      ),
    ),
    one(gap, (d, gap) => [
      at(d, contact('concurrent-planning', { participants: ['p1'], points: ['introduced', 'importance-explained'] })),
      at(later(d, gap), contact('concurrent-planning', { participants: ['p1'], points: ['engaged'] })),
    ]),
    one(fc.constantFrom('c1', 'c2'), (d, child) => [
      at(d, {
        type: 'ObligationWaived',
        obligation: `ca-case-planning/plan-update/child:${child}/s0.8`,
        waivedBy: 'sup1',
        authority: 'court order',
        reason: 'The family is abroad.',
      }),
    ]),
  );

  return {
    beginning,
    episode: fc.oneof(
      { weight: 1, arbitrary: another },
      { weight: 4, arbitrary: updates },
      { weight: 2, arbitrary: assessments },
      { weight: 3, arbitrary: hearing },
      { weight: 3, arbitrary: progress },
      { weight: 3, arbitrary: scheduled },
      { weight: 2, arbitrary: interim },
      { weight: 3, arbitrary: stay },
      { weight: 4, arbitrary: goesHome },
      { weight: 4, arbitrary: closing },
      { weight: 2, arbitrary: planning },
      { weight: 3, arbitrary: small },
      { weight: 1, arbitrary: anywhere(span) },
    ),
  };
}

const programs = [everyCase, caCasePlanning];

export const ca: Stories = {
  name: 'case planning',
  programs,
  ...span,
  staff: ['cw1', 'pm1'],
  agency: (inactive = []) =>
    anAgency({
      holidays: ['2025-12-25', '2026-01-01', '2026-05-25', '2026-07-03', '2026-11-26'],
      staff: [
        { id: 'cw1', role: 'caseworker' as const },
        { id: 'sup1', role: 'supervisor' as const },
        { id: 'pm1', role: 'program-manager' as const },
      ].map((one) => ({ ...one, unit: 'unit-1', active: !inactive.includes(one.id) })),
    }),
  // Within the story the elder becomes sixteen, the age of the independent living plan.
  opened: (agency) => ACase.opened(programs, span.openedOn, ['2010-08-31', '2020-02-29'], agency),
  ...caParts(span),
  unrelated: fc.oneof(
    onDay(span).map((d) => at(d, action('er-investigation'))),
    onDay(span).map((d) => at(d, { type: 'HearingHeld', kind: 'detention', children: ['c1'] })),
    onDay(span).map((d) => at(d, { type: 'EffectFailed', key: 'x', reason: 'timeout' })),
  ),
  byRecording: [],
};
