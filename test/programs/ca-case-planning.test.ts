// Case planning in California: every date here was worked out by hand from the slides.
import type { AgencyInput } from '../../src/domain/agency';
import { explain } from '../../src/domain/explain';
import type { Unmet } from '../../src/domain/unmet';
import { sources } from '../../src/programs';
import { caCasePlanning } from '../../src/programs/ca-case-planning';
import { everyCase } from '../../src/programs/every-case';
import { ACase, anAgency, type Told } from '../support/a-case';
import { showRules } from '../support/rule-cases';
import { dates } from './ca-case-planning/dates';
import { dutyExamples, shownByExample } from './ca-case-planning/duties';
import { guardExamples } from './ca-case-planning/guards';
import * as t from './ca-case-planning/told';

const programs = [everyCase, caCasePlanning];
// The agency of the tables keeps lists of objectives and services; its office is closed on Memorial Day.
const agency = anAgency({
  holidays: ['2026-05-25'],
  settings: { objectiveCatalogue: 'stay-sober, keep-home-safe', serviceCatalogue: 'day-treatment,housing-search' },
});

showRules({
  immaterial: [
    {
      why: 'What it must hold is asked when it is recorded (plan-components, update-parts, needs-and-strengths-found, readiness-points, aftercare-content).',
      fields: ['DocumentCompleted.parts'],
      rules: [
        'initial-plan',
        'plan-update',
        'first-assessment',
        'next-assessment',
        'reunification-readiness',
        'readiness-sent-back',
        'aftercare-plan',
      ],
    },
    {
      why: 'That it names who took part is asked when it is recorded (participants-named).',
      fields: ['DocumentCompleted.participants'],
      rules: ['initial-plan', 'plan-update', 'aftercare-plan'],
    },
    {
      why: 'Whom of the family, the text leaves open.',
      fields: ['ContactMade.participants'],
      rules: ['engage-first', 'assess-progress'],
    },
    {
      why: 'It is about the decision, which says for whom.',
      fields: ['DocumentCompleted.children'],
      rules: ['readiness-sent-back'],
    },
    {
      why: 'Whatever the answer, it was asked.',
      fields: ['CircumstanceRecorded.value'],
      rules: ['heritage-asked', 'alternative-named'],
    },
    {
      why: 'Which report it answers is seen by its day.',
      fields: ['ActionTaken.about'],
      rules: ['tribe-notified-first'],
    },
    {
      why: 'Which goals there are is asked when one is set (one-of-nine-goals).',
      fields: ['GoalSet.goal'],
      rules: ['goal-for-each-child'],
    },
    {
      why: 'An objective need not name the goal.',
      fields: ['ObjectiveSet.goal'],
      rules: ['objectives-entered'],
    },
  ],
  anyKind: {},
  program: caCasePlanning,
  programs,
  agency,
  dates,
  examples: [...dutyExamples, ...guardExamples],
  byExample: shownByExample,
});

const opened = (settings: AgencyInput['settings'] = {}, born?: readonly string[]): ACase =>
  ACase.opened(programs, '2026-01-02', born, anAgency({ settings }));

/** What stands against the last of these events, at the end of its day. */
function against(told: readonly Told[], settings: AgencyInput['settings'] = {}): Unmet[] {
  return opened(settings)
    .with(...told)
    .refusals(told.at(-1)!.on);
}
const codes = (unmet: readonly Unmet[]): string[] => unmet.map((u) => u.code);

/** What comes before a plan of a child at home that lacks nothing. */
const before: readonly Told[] = [
  t.seen('2026-01-05'),
  t.circumstance('2026-01-05', { kind: 'indian-heritage', value: 'not-reported' }),
  t.engaged('2026-01-07'),
  t.goal('2026-01-20', { children: ['c1'], goal: 'remain-home' }),
  t.assessment('2026-02-10'),
  t.servicesAssessment('2026-02-10'),
  t.complete('2026-02-12', { goal: 'remain-home' }),
];
const away = t.care('2026-01-10', { children: ['c1'] });
const toReturn = t.goal('2026-01-21', { children: ['c1'], goal: 'return-home' });
const forAway = [...t.requirements, ...t.legal, ...t.components, ...t.outOfHome, ...t.visits, ...t.alternative];

describe('every row of the document is carried', () => {
  const rows = Array.from({ length: 77 }, (_, i) => `CA-${String(i + 1).padStart(2, '0')}`);
  const { duties, guards, guidance, elsewhere = [], absent = [], settings } = caCasePlanning;

  test('CA-01 to CA-77: by a duty, a guard, guidance, or something outside the program', () => {
    const carried = new Set([...duties, ...guards, ...guidance, ...elsewhere, ...absent].flatMap((r) => r.cites));
    expect([...carried].sort()).toEqual(rows);
  });
  test('rows whose text gives a moment or an event are duties or guards, not guidance alone', () => {
    const required = new Set([...duties, ...guards].flatMap((r) => r.cites));
    const moment =
      '04 05 06 07 08 09 10 11 16 17 18 19 21 28 32 34 35 38 41 44 45 48 51 52 55 56 57 58 61 66 68 69 70 71 72 73 74 75';
    expect(moment.split(' ').filter((n) => !required.has(`CA-${n}`))).toEqual([]);
  });
  test('no two rules, and no two settings, share a name; each number says where it is used', () => {
    const ids = [...duties, ...guards, ...guidance].map((r) => r.id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    expect(Object.values(settings).every((s) => s.cites !== undefined)).toBe(true);
  });
  test('CA-01: version and year stand in each explanation', () => {
    const [plan] = opened().with(t.seen('2026-01-05')).obligations('initial-plan', '2026-01-06');
    expect(explain(plan!, sources).at(-1)).toMatch(
      /^CA-17, Family Engagement in Case Planning and Case Management \(training slides\), edition 2\.3 \(2013\), Slide 13 /,
    );
  });
});

describe('CA-17: what the sixty days count from is the agency’s choice', () => {
  const story: readonly Told[] = [
    t.contact('2026-01-03', { kind: 'in-person-response' }),
    t.seen('2026-01-05'),
    { type: 'ChildRemoved', on: '2026-01-31', children: ['c1'] },
  ];
  test.each([
    ['first-contact', '2026-03-06'],
    // 28 days of January, 28 of February make 56, and four of March.
    ['in-person-response', '2026-03-04'],
    // 28 of February, 31 of March make 59, and one of April.
    ['removal', '2026-04-01'],
  ])('%s: %s', (casePlanCountsFrom, due) => {
    const c = opened({ casePlanCountsFrom }).with(...story);
    expect(c.owes('initial-plan', '2026-02-01')).toEqual([{ subject: 'child:c1', status: 'due', due }]);
    expect(c.owes('first-assessment', '2026-02-01')).toEqual([{ subject: 'child:c1', status: 'due', due }]);
    expect(c.owes('first-services-assessment', '2026-02-01')).toEqual([{ subject: 'child:c1', status: 'due', due }]);
  });
  test('an agency that counts from the removal waits for it; a plan made before it is the initial plan all the same', () => {
    const c = opened({ casePlanCountsFrom: 'removal' }).with(t.seen('2026-01-05'), t.plan('2026-02-20'));
    expect(c.owes('initial-plan', '2026-02-21')).toEqual([{ subject: 'child:c1', status: 'unknown', due: null }]);
    const removed = c.with({ type: 'ChildRemoved', on: '2026-03-02', children: ['c1'] });
    expect(removed.owes('initial-plan', '2026-06-01')).toEqual([
      { subject: 'child:c1', status: 'met', due: '2026-05-01', done: '2026-02-20' },
    ]);
  });
});

describe('CA-19, CA-21: which assessments are made is the agency’s choice', () => {
  const bare = before.filter((one) => one.type !== 'DocumentCompleted');
  test.each([
    ['both', ['assessed-before-the-plan', 'services-assessed-before-the-plan']],
    ['strengths-and-needs', ['assessed-before-the-plan']],
    ['continuing-services', ['services-assessed-before-the-plan']],
  ])('%s', (caseAssessments, refusals) => {
    expect(codes(against([...bare, t.plan('2026-02-20')], { caseAssessments }))).toEqual(refusals);
    const c = opened({ caseAssessments }).with(t.seen('2026-01-05'));
    expect(c.owes('first-assessment', '2026-01-06')[0]?.status === 'due').toBe(
      refusals.includes('assessed-before-the-plan'),
    );
    expect(c.owes('first-services-assessment', '2026-01-06')[0]?.status === 'due').toBe(
      refusals.includes('services-assessed-before-the-plan'),
    );
  });
  test('CA-19: reminded about three months after the last assessment, and again; late, the supervisor is told', () => {
    const c = opened().with(t.assessment('2026-01-20'));
    // Due on 2026-07-20: 90, 45, 20 and 5 days before it; 1, 8 and 22 days after it.
    const said = c
      .at('2026-08-31')
      .notices.filter((n) => n.about.includes('/next-assessment/'))
      .map((n) => `${new Date(n.at).toISOString().slice(0, 10)} ${n.kind} ${n.to.id}`);
    expect(said).toEqual([
      '2026-04-21 remind cw1',
      '2026-06-05 remind cw1',
      '2026-06-30 remind cw1',
      '2026-07-15 remind cw1',
      '2026-07-21 remind cw1',
      '2026-07-28 remind cw1',
      '2026-08-11 remind cw1',
      '2026-07-21 escalate sup1',
      '2026-07-28 escalate sup1',
      '2026-08-11 escalate sup1',
    ]);
  });
});

describe('a plan that lacks nothing is taken', () => {
  test('of a child at home', () => {
    expect(against([...before, t.plan('2026-02-20')])).toEqual([]);
  });
  test('CA-68, CA-61, CA-58: of a child out of home only with what belongs to it, and the refusal names what is missing', () => {
    const refused = against([...before, away, toReturn, t.plan('2026-02-20')]);
    expect(codes(refused).sort()).toEqual(['alternative-named', 'out-of-home-parts', 'visits-arranged']);
    expect(refused.find((u) => u.code === 'out-of-home-parts')?.mend).toBe(
      'Fill the parts for children out of home. Still lacking: placement-needs, substitute-care-contact, well-being-information, special-circumstances.',
    );
    expect(against([...before, away, toReturn, t.plan('2026-02-20', { parts: forAway })])).toEqual([]);
  });
  test('CA-56, CA-70: an update asks for its own list, not for that of the plan', () => {
    const told = [
      ...before,
      t.plan('2026-02-20'),
      t.assessment('2026-08-03'),
      t.servicesAssessment('2026-08-03'),
      t.update('2026-08-10'),
    ];
    expect(against(told)).toEqual([]);
  });
  test('CA-09, CA-19: a plan that names no children is read for each child: leaving the names out is no way around', () => {
    const two = ACase.opened(programs, '2026-01-02', ['2014-05-01', '2016-05-01']).with(
      ...before.filter((one) => one.type !== 'GoalSet'),
      t.goal('2026-01-20', { children: ['c1'], goal: 'remain-home' }),
      t.plan('2026-02-20'),
    );
    expect(codes(two.refusals('2026-02-20'))).toEqual(['goal-for-each-child']);
  });
  test('a plan is not corrected past a guard', () => {
    const told = [...before, t.plan('2026-02-20', { id: 'p' })];
    const bare = { type: 'EventCorrected', on: '2026-02-24', event: 'p', reason: 'x' };
    expect(codes(against([...told, { ...bare, to: t.plan('2026-02-20', { parts: t.requirements }) }]))).toEqual([
      'legal-requirements',
      'plan-components',
    ]);
  });
  test('nor is a correction of it', () => {
    const told = [...before, t.plan('2026-02-20', { id: 'p' })];
    const corrected = { type: 'EventCorrected', on: '2026-02-24', event: 'p', reason: 'x', id: 'first' };
    const again = { ...corrected, on: '2026-02-25', event: 'first', id: 'second' };
    const whole = { ...corrected, to: t.plan('2026-02-21') };
    expect(codes(against([...told, whole, { ...again, to: t.plan('2026-02-20', { parts: t.requirements }) }]))).toEqual(
      ['legal-requirements', 'plan-components'],
    );
    expect(codes(against([...told, whole, { ...again, to: t.plan('2026-02-22') }]))).toEqual([]);
  });
});

describe('CA-10: an agency that no longer sets a goal', () => {
  const settings = { caseGoalsNotOffered: 'long-term-foster-care,long-term-foster-care-relative' };
  const set = (goal: string): Told => t.goal('2026-02-10', { children: ['c1'], goal });
  test('refuses it, and takes the others', () => {
    expect(codes(against([set('long-term-foster-care')], settings))).toEqual(['one-of-nine-goals']);
    expect(against([set('stable-foster-care-emancipation')], settings)).toEqual([]);
    expect(against([set('long-term-foster-care')])).toEqual([]);
  });
  test('keeps the records that have it: they still warn', () => {
    const c = opened(settings).with(set('long-term-foster-care'));
    expect(c.owes('not-permanency', '2026-03-01').map((o) => o.status)).toEqual(['due']);
  });
});

test('CA-06: the age of the independent living plan is a setting', () => {
  const born = ['2011-02-20'];
  const lacking = (independentLivingPlanAge: number): string[] =>
    codes(opened({ independentLivingPlanAge }, born).with(t.plan('2026-02-20')).refusals('2026-02-20'));
  // Fifteen on the day of the plan.
  expect(lacking(16)).not.toContain('independent-living');
  expect(lacking(15)).toContain('independent-living');
});

test('CA-51, CA-35: the agency’s own intervals', () => {
  const c = opened({
    objectiveProgressEvery: { unit: 'days', n: 10 },
    scheduledContactEvery: { unit: 'business-days', n: 5 },
  }).with(
    t.complete('2026-02-02', { id: 'o1' }),
    t.plan('2026-02-20'),
    t.circumstance('2026-02-20', { kind: 'contact-schedule', participants: ['p1'] }),
  );
  // Eight days of February and two of March; Monday to Friday of the week after Friday, 20 February.
  expect(c.owes('assess-progress', '2026-02-21')).toEqual([{ subject: 'event:o1', status: 'due', due: '2026-03-02' }]);
  expect(c.owes('scheduled-contact', '2026-02-21').map((o) => o.due)).toEqual(['2026-02-27']);
});

test('CA-18: two hearings, of which the nearer is close to the last plan and served by it', () => {
  const hearing = (on: string): Told =>
    t.circumstance('2026-02-21', { kind: 'plan-hearing', children: ['c1'], plannedFor: on });
  const c = opened().with(t.plan('2026-02-20'), hearing('2026-03-20'), hearing('2026-06-30'));
  expect(c.owes('plan-update', '2026-03-01')).toEqual([{ subject: 'child:c1', status: 'due', due: '2026-06-30' }]);
  // The 60th day after 2026-02-20 is 2026-04-21: a hearing on that day is no longer served.
  const edge = (on: string): string | null | undefined =>
    opened().with(t.plan('2026-02-20'), hearing(on)).owes('plan-update', '2026-03-01')[0]?.due;
  expect(edge('2026-04-20')).toBe('2026-08-20');
  expect(edge('2026-04-21')).toBe('2026-04-21');
});

test('CA-72: the supervisor is asked to confirm, and is asked by nobody else', () => {
  const c = opened().with(t.readiness('2026-05-21', { id: 'r1', children: ['c1'] }));
  expect(c.obligations('confirm-readiness', '2026-05-21')[0]).toMatchObject({
    owner: { staff: 'sup1' },
    signOff: true,
  });
  const decide = (by: string): Told => t.signOff('2026-05-22', { request: 'r1', decision: 'approved', by });
  const asked = t.readiness('2026-05-21', { id: 'r1', children: ['c1'] });
  expect(codes(against([asked, decide('cw1')]))).toEqual(['own-request']);
  expect(against([asked, decide('sup1')])).toEqual([]);
});

test('the same story told backwards gives the same dates', () => {
  const story = [
    ...before,
    t.plan('2026-02-20', { id: 'p' }),
    t.circumstance('2026-03-01', { id: 's', kind: 'contact-schedule', participants: ['p1'] }),
    t.assessment('2026-07-30'),
    t.servicesAssessment('2026-07-30'),
    t.update('2026-08-05', { id: 'u' }),
    t.reunificationPlanned('2026-09-01', { id: 'rp', children: ['c1'], plannedFor: '2026-10-01' }),
  ].map((one, i) => ({ ...one, id: one.id ?? `x${i}` }));
  const seen = (told: readonly Told[]): string[] =>
    opened()
      .with(...told)
      .at('2026-12-01')
      .obligations.map((o) => `${o.key} ${o.status} ${o.due}`)
      .sort();
  const backwards = story.map((one) => ({ ...one, known: '2026-11-30' })).toReversed();
  expect(seen(backwards)).toEqual(seen(story));
});
