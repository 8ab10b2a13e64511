// Lives of a case in P3: two youths who are referred, found eligible and worked with, connections that are found and
// followed, workers who hand over, closings that are agreed, disputed and begun anew.
import fc from 'fast-check';
import { everyCase } from '../../../src/programs/every-case';
import { laP3 } from '../../../src/programs/la-p3';
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
  signOff,
  steps,
  telling,
  type Fact,
} from './kit';
import { later, onDay, type Parts, type Span, type Stories } from './story';

const span = { openedOn: '2025-11-28', days: 420 };
const p3 = { by: 'p3s1' };
const bothStaff = { staff: ['p3w1', 'p3s1'] };
const p3Worker = (staff: string, over: object = {}): Fact => ({
  type: 'StaffAssigned',
  staff,
  role: 'p3-worker',
  kind: 'secondary',
  ...p3,
  ...over,
});
const announced = (about: string): Fact =>
  action('p3-worker-announced', { about, parts: ['to-caseworker', 'to-supervisor', 'name', 'telephone'], ...p3 });
const youthVisit = (over: object): Fact => contact('youth-visit', { channel: 'in-person', ...over });
const caregiverTold = (over: object = {}): Fact =>
  contact('caregiver', { participants: ['cg1'], points: ['program-explained', 'role-explained'], ...over });

export function laParts(span: Span): Parts {
  const one = telling(span);
  const worker = fc.constantFrom('p3w1', 'p3w2');

  /** Most stories begin with a P3 worker, some with neither worker nor referral. */
  const beginning = fc.oneof(
    { weight: 1, arbitrary: fc.constant<readonly Told[]>([]) },
    {
      weight: 4,
      arbitrary: fc
        .tuple(fc.nat({ max: 20 }), gaps, worker)
        .map(([from, gaps, staff]) =>
          inTurn(later(span.openedOn, from), gaps, [
            p3Worker(staff),
            announced('s#.0'),
            caregiverTold(),
            youthVisit({ children: ['c1', 'c2'], points: ['relatives', 'important-persons', 'time-limited'] }),
          ]),
        ),
    },
  );

  const form = (children: readonly string[]): Fact => document('dcfs-5122-a', 'ref#', { attached: ['cr#'], children });
  const check = (about: string): Fact =>
    action('referral-checked', { about, by: 'sup1', parts: ['accurate', 'documents-attached'] });
  const referral = one(
    fc.record({
      children,
      gaps,
      worker,
      returned: fc.boolean(),
      outcome: fc.constantFrom('accepted', 'accepted', 'declined'),
      taken: steps(16),
    }),
    (d, { children, gaps, worker, returned, outcome, taken }) => {
      const way: Fact[] = [
        circumstance('p3-candidate', { children }),
        circumstance('p3-population', { value: 'court-ordered', children }),
        document('court-report', 'cr#', { children }),
        form(children),
        check('s#.3'),
        signOff('s#.3', returned ? 'refused' : 'approved'),
        ...(returned ? [form(children), check('s#.6'), signOff('s#.6', 'approved')] : []),
      ];
      const sent = way.length;
      const after: readonly Fact[] =
        outcome === 'accepted'
          ? [
              p3Worker(worker, { children }),
              announced(`s#.${sent + 2}`),
              action('special-project-entered', { children, parts: ['p3-youth'], ...p3 }),
              action('special-project-ended', { about: `s#.${sent + 4}`, ...p3 }),
            ]
          : [action('sender-told', { about: `s#.${sent + 1}`, ...p3 })];
      return inTurn(
        d,
        gaps,
        [
          ...way,
          action('p3-referral-submitted', { about: returned ? 's#.6' : 's#.3', children }),
          decision('p3-referral', outcome, { about: `s#.${sent}`, children, ...p3 }),
          ...after,
        ],
        taken,
      );
    },
  );

  /** Visit after visit, sooner or later than the quarter; some in vain, some at an interval of their own. */
  const visits = one(
    fc.record({
      children,
      gaps: fc.array(fc.integer({ min: 5, max: 110 }), { minLength: 2, maxLength: 5 }),
      inVain: fc.nat({ max: 5 }),
      interval: fc.option(fc.constantFrom({ unit: 'months', n: 1 }, { unit: 'days', n: 45 }), { nil: undefined }),
    }),
    (d, { children, gaps, inVain, interval }) => [
      ...(interval ? [at(d, circumstance('youth-visit-interval', { children, interval }))] : []),
      ...inTurn(
        d,
        gaps,
        gaps.map((_, i) =>
          youthVisit({
            children,
            ...(i === inVain ? { outcome: 'attempted' } : {}),
            ...(i === 1 ? { points: ['not-a-mentor', 'not-a-permanent-connection'] } : {}),
          }),
        ),
      ),
    ],
  );

  /** What is written and looked through month by month. */
  const monthly = one(
    fc.record({
      children,
      gaps: fc.array(fc.integer({ min: 10, max: 45 }), { minLength: 2, maxLength: 5 }),
      what: fc.constantFrom('note', 'note', 'supervision', 'monitoring'),
    }),
    (d, { children, gaps, what }) =>
      inTurn(
        d,
        gaps,
        gaps.map((_, i) =>
          what === 'note'
            ? document('p3-progress-note', `pn#-${i}`, { children })
            : what === 'supervision'
              ? contact('p3-supervision', { children, ...bothStaff })
              : action('p3-monitoring', { children, parts: ['cws-cms', 'p3-tracking'], ...p3 }),
        ),
      ),
  );

  const connection = one(
    fc.record({
      child: fc.constantFrom('c1', 'c2'),
      gaps,
      pursued: fc.boolean(),
      leaves: fc.boolean(),
      taken: steps(10),
    }),
    (d, { child, gaps, pursued, leaves, taken }) => {
      const whom = { participants: ['q#'] };
      const reached = { ...whom, channel: 'phone' };
      return inTurn(
        d,
        gaps,
        [
          { type: 'ParticipantAdded', participant: 'q#', role: 'connection', children: [child] },
          caregiverTold({ about: 's#.0', openQuestions: 'Who is it?' }),
          contact('caregiver', { participants: ['cg1'], about: 's#.1' }),
          document('connection-record', 'qr#', { ...whom, parts: ['from-file', 'past', 'mentor'] }),
          ...(pursued
            ? [
                contact('outreach', { ...reached, points: ['identifies-child', 'offer', 'who-else-cares'] }),
                decision('disclosure', 'agreed', { ...whom, children: [child], parts: ['telephone'], staff: ['cw1'] }),
                contact('outreach', {
                  ...reached,
                  children: [child],
                  points: ['identifies-child', 'whom-to-contact', 'contact-information'],
                  discloses: ['telephone'],
                }),
                decision('contact-arrangement', 'agreed', { ...whom, parts: ['mail', 'phone', 'email', 'visits'] }),
              ]
            : [decision('connection-not-pursued', 'closed', whom)]),
          ...(leaves ? [{ type: 'ParticipantEnded', participant: 'q#' }] : []),
        ],
        taken,
      );
    },
  );

  const stay = one(
    fc.record({
      children,
      gaps: fc.array(fc.integer({ min: 3, max: 200 }), { minLength: 3, maxLength: 3 }),
      taken: steps(7),
    }),
    (d, { children, gaps, taken }) =>
      inTurn(
        d,
        gaps,
        [
          { type: 'EnteredCare', children },
          { type: 'PlacementChanged', children, kind: 'foster', caregiver: 'cg1' },
          caregiverTold({ about: 's#.1' }),
          { type: 'PlacementChanged', children, kind: 'pre-adoptive' },
          action('important-persons', { children, parts: ['identified', 'looked-for'] }),
          { type: 'ReunificationHappened', children, household: 'h1' },
          { type: 'EnteredCare', children },
        ],
        taken,
      ),
  );

  const handOver = one(
    fc.record({ gap, children: fc.option(children, { nil: undefined }) }),
    (d, { gap, children }) => {
      const whom = children ? { children } : {};
      return [
        at(d, { type: 'StaffUnassigned', staff: 'p3w1', role: 'p3-worker', reason: 'On leave.', ...whom }),
        at(later(d, gap), p3Worker('p3w2', whom)),
        at(later(d, gap), announced('s#.1')),
      ];
    },
  );

  const youthWork = one(fc.record({ children, gaps, taken: steps(7) }), (d, { children, gaps, taken }) =>
    inTurn(
      d,
      gaps,
      [
        action('p3-collaterals-identified', { children }),
        { type: 'ParticipantAdded', participant: 'q#', role: 'collateral' },
        contact('collateral', { participants: ['q#'] }),
        caregiverTold({ points: ['connections', 'permanency-resource', 'help-to-find'] }),
        document('p3-planning-process', 'pp#', { children, parts: ['with-youth'] }),
        action('grief-and-loss-work', { children, parts: ['group'] }),
        document('p3-termination-plan', 'tp#', { children, parts: ['with-youth'] }),
      ],
      taken,
    ),
  );

  const reading = one(fc.record({ children, gaps, taken: steps(6) }), (d, { children, gaps, taken }) =>
    inTurn(
      d,
      gaps,
      [
        contact('p3-conference', { children, staff: ['cw1'] }),
        action('p3-case-read', { children, parts: ['read'] }),
        action('p3-case-read', { children, parts: ['mined'] }),
        action('p3-records-reviewed', { children, parts: ['cws-cms', 'county-records'] }),
        action('resource-referral', { children, about: 's#.0', parts: ['apss'] }),
        document('apss-referral', 'ap#', { children }),
      ],
      taken,
    ),
  );

  /** From the thought of it to the file that is joined; some disputed, some kept open, some followed by another enrolment. */
  const closing = one(
    fc.record({
      children,
      gaps: fc.array(fc.nat({ max: 15 }), { minLength: 4, maxLength: 4 }),
      answer: fc.constantFrom('agrees', 'agrees', 'disagrees', 'none'),
      decided: fc.constantFrom('close', 'close', 'keep-open'),
      back: fc.boolean(),
      taken: steps(20),
    }),
    (d, { children, gaps, answer, decided, back, taken }) => {
      const whom = { children };
      const step = (kind: string, over: object = {}): Fact => action(kind, { ...whom, ...p3, ...over });
      return inTurn(
        d,
        gaps,
        [
          circumstance('p3-closing-considered', whom),
          contact('p3-closing-conference', { ...whom, ...bothStaff, points: ['case-dynamics', 'rationale'] }),
          decision('p3-closing', 'appropriate', { ...whom, ...p3 }),
          action('p3-closing-notice', { ...whom, parts: ['to-caseworker', 'to-supervisor', 'rationale'] }),
          ...(answer === 'none' ? [] : [decision('p3-closing-answer', answer, { ...whom, staff: ['cw1'] })]),
          ...(answer === 'agrees' ? [] : [decision('p3-closing-decision', decided, { ...whom, ...p3 })]),
          document('p3-closing-summary', 'cs#', { ...whom, parts: ['case-notes', 'p3-tracking'] }),
          action('p3-file-handed-over', whom),
          step('p3-file-reviewed'),
          step('p3-closure-reviewed'),
          step('p3-closing-summary-verified'),
          { type: 'StaffUnassigned', staff: 'p3w1', role: 'p3-worker', ...whom },
          { type: 'ProgramEnded', program: laP3.id, reason: 'Guardianship is granted.', ...whom },
          step('p3-file-returned'),
          action('p3-file-delivered', { ...whom, parts: ['in-person'] }),
          action('p3-file-consolidated', whom),
          ...(back ? [{ type: 'ProgramEnrolled', program: laP3.id, ...whom }, p3Worker('p3w2', whom)] : []),
        ],
        taken,
      );
    },
  );

  const court = fc.oneof(
    one(fc.record({ children, gap }), (d, { children, gap }) => [
      at(d, circumstance('hearing-set', { children, plannedFor: later(d, 30) })),
      at(later(d, gap), document('relationship-efforts', 're#', { children })),
    ]),
    one(fc.record({ dated: fc.boolean(), gap }), (d, { dated, gap }) => [
      at(
        d,
        circumstance('relationship-order', {
          participants: ['p1', 'cg1'],
          ...(dated ? { plannedFor: later(d, 21) } : {}),
        }),
      ),
      at(later(d, gap), action('relationship-order-met', { about: 's#.0', participants: ['p1'] })),
    ]),
    one(gap, (d, gap) => [
      at(d, circumstance('significant-development', { value: 'visit-requested' })),
      ...(gap > 10 ? [at(later(d, gap % 7), contact('with-caseworker', { about: 's#.0' }))] : []),
    ]),
  );

  const small = fc.oneof(
    one(children, (d, children) => [at(d, { type: 'GoalSet', children, goal: 'adoption' })]),
    one(children, (d, children) => [at(d, action('search', { children, parts: ['registry'] }))]),
    one(gap, (d, gap) => [at(d, circumstance('p3-telephone-changed')), at(later(d, gap), announced('s#.0'))]),
    one(fc.constantFrom('c1', 'c2'), (d, child) => [
      at(d, {
        type: 'ObligationWaived',
        obligation: `la-p3/youth-visit/event:e6/${child}/s0.0`,
        waivedBy: 'sup1',
        authority: 'court order',
        reason: 'Abroad.',
      }),
    ]),
  );

  const ending = fc.oneof(
    one(children, (d, children) => [at(d, { type: 'CaseClosed', reason: 'adopted', note: 'P3 goes on.', children })]),
    one(gap, (d, gap) => [
      at(d, { type: 'CaseClosed', reason: 'dismissed', note: 'P3 goes on.' }),
      ...(gap > 10 ? [at(later(d, gap), { type: 'CaseReopened', reason: 'The dismissal was vacated.' })] : []),
    ]),
  );

  return {
    beginning,
    episode: fc.oneof(
      { weight: 4, arbitrary: referral },
      { weight: 4, arbitrary: visits },
      { weight: 2, arbitrary: monthly },
      { weight: 3, arbitrary: connection },
      { weight: 2, arbitrary: stay },
      { weight: 1, arbitrary: handOver },
      { weight: 1, arbitrary: reading },
      { weight: 1, arbitrary: youthWork },
      { weight: 4, arbitrary: closing },
      { weight: 2, arbitrary: court },
      { weight: 1, arbitrary: small },
      { weight: 1, arbitrary: ending },
      { weight: 1, arbitrary: anywhere(span) },
    ),
  };
}

export const laStaff = [
  { id: 'p3w1', role: 'p3-worker', unit: 'p3' },
  { id: 'p3w2', role: 'p3-worker', unit: 'p3' },
  { id: 'p3s1', role: 'p3-supervisor', unit: 'p3' },
] as const;

const programs = [everyCase, laP3];

export const la: Stories = {
  name: 'P3',
  programs,
  ...span,
  staff: ['cw1', 'pm1', 'p3w1', 'p3w2', 'p3s1'],
  agency: (inactive = []) =>
    anAgency({
      holidays: ['2025-12-25', '2026-01-01', '2026-02-16', '2026-05-25', '2026-11-26'],
      settings: { p3SearchSources: 'registry, county-index' },
      staff: [
        { id: 'cw1', role: 'caseworker' as const, unit: 'unit-1' },
        { id: 'sup1', role: 'supervisor' as const, unit: 'unit-1' },
        { id: 'pm1', role: 'program-manager' as const, unit: 'unit-1' },
        ...laStaff,
      ].map((one) => ({ ...one, active: !inactive.includes(one.id) })),
    }),
  // The elder is ten within the story: people who are important to a child are looked for from that age on.
  opened: (agency) => ACase.opened(programs, span.openedOn, ['2016-02-29', '2020-08-31'], agency),
  ...laParts(span),
  unrelated: fc.oneof(
    onDay(span).map((d) => at(d, { type: 'AvailabilityRecorded', participants: ['p1'], preferred: 'evenings' })),
    onDay(span).map((d) => at(d, { type: 'HearingHeld', kind: 'review', children: ['c1'] })),
    onDay(span).map((d) => at(d, { type: 'EffectFailed', key: 'x', reason: 'timeout' })),
  ),
  byRecording: ['notebook-entry', 'case-note', 'closing-noted'],
};
