// Permanency and case planning in Missouri: every date here was worked out by hand from the text.
import { explain } from '../../src/domain/explain';
import type { Obligation } from '../../src/domain/obligation';
import { sources } from '../../src/programs';
import { everyCase } from '../../src/programs/every-case';
import { moPermanency } from '../../src/programs/mo-permanency';
import { ACase } from '../support/a-case';
import { showRules } from '../support/rule-cases';
import { dates } from './mo-permanency/dates';
import { examples as permanency } from './mo-permanency/examples-permanency';
import { byExample, examples as planning } from './mo-permanency/examples-planning';
import * as s from './mo-permanency/stories';

const programs = [everyCase, moPermanency];

showRules({
  immaterial: [
    {
      why: 'The text does not say who must come for it to be the meeting.',
      fields: ['MeetingHeld.attendance'],
      rules: ['meeting-72-hours', 'six-month-team-meeting', 'not-the-worker-alone'],
    },
    {
      why: 'Any goal is one; who decided it is asked by a condition of its own (not-the-worker-alone).',
      fields: ['GoalSet.goal', 'GoalSet.staff'],
      rules: ['goal-at-72-hours', 'concurrent-goal', 'each-child-has-goal'],
    },
    {
      why: 'Whatever the answer, it was asked.',
      fields: ['CircumstanceRecorded.value'],
      rules: ['ask-heritage'],
    },
    {
      why: 'Which way it was decided, it was decided.',
      fields: ['DecisionMade.outcome'],
      rules: ['goal-review-15-of-22', 'team-recommendation'],
    },
    {
      why: 'The visit is to the family.',
      fields: ['ContactMade.participants'],
      rules: ['closing-visit'],
    },
    {
      why: 'To which Access Point is asked by a duty of its own (ces-access-point).',
      fields: ['ActionTaken.parts'],
      rules: [
        'housing-services',
        'ces-other-situation',
        'ces-reunification',
        'ces-trial-home-visit',
        'ces-older-youth',
      ],
    },
    {
      why: 'A resource may be somebody who is not in the case.',
      fields: ['CircumstanceRecorded.participants'],
      rules: ['guardianship-needs-resource'],
    },
    {
      why: 'That it has a reason is asked when it is recorded (exception-by-supervisor).',
      fields: ['DecisionMade.reason'],
      rules: ['closing-needs-reassessment'],
    },
    {
      why: 'Whom the section names decides who gets a copy, not whether it is whole.',
      fields: ['DocumentCompleted.participants'],
      rules: ['closing-needs-long-term-plan'],
    },
  ],
  anyKind: {
    'gather-information': 'Any work with the child shows that it goes on.',
    'alternate-plan-discussed': 'It is asked of every talk.',
    'talk-documented': 'Of every talk and meeting that touched the goals.',
    'explain-options': 'Options may be explained at any contact.',
    'monthly-goal-talk': 'Goals may be talked about at any contact or meeting.',
  },
  program: moPermanency,
  programs,
  agency: s.agency,
  examples: [...permanency, ...planning],
  dates,
  byExample,
});

const opened = (born?: readonly string[]) => ACase.opened(programs, '2026-01-05', born, s.agency);
const sentences = (o: Obligation): string[] => explain(o, sources);
const why = (c: ACase, duty: string, when: string): string[] => sentences(c.obligations(duty, when).at(-1)!);

test('MO-01 to MO-91: each requirement is carried, and nothing else is cited', () => {
  const { duties, guards, guidance, elsewhere = [], absent = [] } = moPermanency;
  const cited = new Set([...duties, ...guards, ...guidance, ...elsewhere, ...absent].flatMap((one) => one.cites));
  const all = Array.from({ length: 91 }, (_, i) => `MO-${String(i + 1).padStart(2, '0')}`);
  expect([...cited].sort()).toEqual(all);
  const ids = [...duties, ...guards, ...guidance].map((one) => one.id);
  expect(ids.length).toBe(new Set(ids).size);
});

describe('MO-46, MO-48, MO-53, MO-09: four clocks of thirty days', () => {
  test('opened on the 5th, into care on the 6th, entered on the 7th, custody on the 9th: four dates, and a warning that names them', () => {
    const c = opened().with(
      s.came('2026-01-06', { id: 'came' }),
      s.entered('2026-01-07', { id: 'entry' }),
      s.goal('2026-01-08', 'reunification'),
      s.custody('2026-01-09', { id: 'custody' }),
    );
    const due = (duty: string) => c.owes(duty, '2026-01-10').map((o) => o.due);
    expect(due('first-cs1')).toEqual(['2026-02-04']);
    expect(due('social-service-plan')).toEqual(['2026-02-05']);
    expect(due('concurrent-goal')).toEqual(['2026-02-06']);
    expect(due('treatment-plan')).toEqual(['2026-02-08']);
    const lines = why(c, 'care-dates-differ', '2026-01-10').join('\n');
    for (const day of ['2026-01-05', '2026-01-06', '2026-01-07', '2026-01-09']) expect(lines).toContain(`: ${day} (`);
  });
  test('only one is known: it stands for the others, and nothing is warned of but the opening', () => {
    const known = (one: ReturnType<typeof s.entered>) => {
      const c = ACase.opened(programs, one.on, undefined, s.agency).with(one, s.goal(one.on, 'reunification'));
      expect(c.owes('care-dates-differ', one.on)).toEqual([]);
      return ['first-cs1', 'social-service-plan', 'concurrent-goal', 'treatment-plan'].map(
        (duty) => c.owes(duty, one.on)[0]?.due,
      );
    };
    for (const one of [s.entered('2026-01-06'), s.custody('2026-01-06'), s.came('2026-01-06')])
      expect(known(one)).toEqual(['2026-02-05', '2026-02-05', '2026-02-05', '2026-02-05']);
  });
  test('the opening is held against custody only when they are at most thirty days apart', () => {
    const warned = (on: string): number => opened().with(s.custody(on)).owes('care-dates-differ', on).length;
    expect(warned('2026-01-05')).toBe(0);
    expect(warned('2026-01-06')).toBe(1);
    expect(warned('2026-02-04')).toBe(1);
    expect(warned('2026-02-05')).toBe(0);
  });
});

test('MO-44: the explanation shows the days that were counted and those that were not', () => {
  const c = opened().with(
    s.entered('2026-01-06'),
    s.placed('2026-06-01', 'runaway'),
    s.placed('2026-07-01', 'foster'),
    s.placed('2027-03-01', 'trial-home-visit'),
    s.placed('2027-03-11', 'foster'),
  );
  // 146 days to the run; 243 from July to the trial visit; 66 more make 455: March 11 to May 15. Reached on the day after.
  expect(why(c, 'goal-review-15-of-22', '2027-05-20')).toEqual([
    moPermanency.duties.find((d) => d.id === 'goal-review-15-of-22')!.says,
    expect.stringMatching(/^Entered care: 2026-01-06 /) as string,
    '2026-01-06 to 2026-05-31, in care: 146 days, counted.',
    '2026-06-01 to 2026-06-30, runaway: 30 days, not counted.',
    '2026-07-01 to 2027-02-28, foster: 243 days, counted.',
    '2027-03-01 to 2027-03-10, trial home visit: 10 days, not counted.',
    '2027-03-11 to 2027-05-15, foster: 66 days, counted.',
    '15 months of counted days in care within the 22 months before: 2027-05-16.',
    '30 calendar days after 2027-05-16 is 2027-06-15 (the number is an agency setting, goalReviewWithin; the policy gives none).',
    'It is due by the end of 2027-06-15. It is still lacking: decision made (goal-review).',
    expect.stringMatching(/^Reading: Days in care within the rolling 22 calendar months/) as string,
    expect.stringMatching(/^MO-44, Missouri Child Welfare Manual, .*, edition 2021-07-02, .* \(line 56\): /) as string,
    expect.stringMatching(/^MO-45, Missouri Child Welfare Manual, /) as string,
  ]);
});

test('MO-06, MO-07: the worker is told in the mornings before the 72 hours are over, the supervisor on the morning after', () => {
  const c = opened().with(
    s.entered('2026-01-06', { at: '2026-01-06T22:00:00-06:00', known: '2026-01-06T23:00:00-06:00' }),
  );
  const told = c.at('2026-01-10').notices.filter((n) => n.about.includes('meeting-72-hours'));
  expect(told.map((n) => `${new Date(n.at).toISOString()} ${n.kind} ${n.to.id}`)).toEqual([
    '2026-01-07T14:00:00.000Z remind cw1',
    '2026-01-08T14:00:00.000Z remind cw1',
    '2026-01-10T14:00:00.000Z remind cw1',
    '2026-01-10T14:00:00.000Z escalate sup1',
  ]);
});

test('MO-18, MO-42, MO-32: what has no date in the text is told at the agency’s date, and is never overdue', () => {
  const c = opened(['2010-01-01']).with(
    s.entered('2026-01-06'),
    s.circumstance('2026-02-02', 'relative-out-of-state', { participants: ['cg1'] }),
  );
  const plan = c.at('2026-06-01');
  for (const duty of ['icpc-request', 'chafee-referral', 'ask-heritage']) {
    expect(plan.obligations.filter((o) => o.duty === duty).map((o) => o.status)).toEqual(['due']);
    const told = plan.notices.filter((n) => n.about.includes(duty));
    expect(new Set(told.map((n) => n.to.id))).toEqual(new Set(['cw1', 'sup1']));
  }
});

test('siblings whose plan is complete on one signature are reminded of once', () => {
  const c = opened(['2018-05-01', '2020-05-01']).with(
    s.entered('2026-01-06', { children: ['c1', 'c2'] }),
    s.document('2026-01-20', 'ssp1', 'ssp'),
    ...s.signedBy('2026-01-20', 'ssp1'),
  );
  // 20 January + 90 days: 11, 28, 31, 20 = 20 April; reminded 30 days before, on 21 March.
  const told = c.at('2026-03-21').notices.filter((n) => n.about.includes('ssp-reassessment'));
  expect(told.map((n) => `${n.due} ${n.to.id}`)).toEqual(['2026-04-20 cw1']);
});

test('every duty of a busy case reads as sentences, the source last', () => {
  const stories = [
    ...permanency,
    ...planning,
    ...dates.map((d) => ({ ...d, look: d.dates[0]![1], told: d.story(d.dates[0]![0]) })),
  ];
  const all = stories.flatMap(
    (e) =>
      ACase.opened(programs, e.opened ?? '2026-01-05', e.born, s.agency)
        .with(...e.told)
        .at(e.look).obligations,
  );
  const seen = new Map(all.map((o) => [`${o.duty} ${o.status}`, o]));
  expect(new Set([...seen.values()].map((o) => o.duty)).size).toBe(moPermanency.duties.length);
  for (const o of seen.values()) {
    const lines = sentences(o);
    expect(lines.at(-1)).toMatch(/^MO-\d{2}, Missouri/);
    for (const line of lines) expect(line).toMatch(/^[A-Z0-9"].*\.$/s);
    expect(lines.join(' ')).not.toMatch(/undefined|NaN|\[object/);
  }
});
