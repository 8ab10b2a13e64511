// The forms and words that Missouri needs, each by itself: stays in care, people on a plan, one date or another, goals that
// change, what is tracked and yet reminded of, the days behind 15 of 22 months.
import { explain } from '../../src/domain/explain';
import { lackingIn } from '../../src/domain/lacking';
import * as rule from '../../src/domain/rule';
import type { Duty } from '../../src/domain/rule';
import { View } from '../../src/domain/view';
import { anAgency, type Told } from '../support/a-case';
import { owed, told } from './support/one-duty';

const { aboutIt, after, by, days, did, first, firstKnown, happened, inCase, opened, perEvent, perStay, trigger } = rule;

const entered = (on: string): Told => ({ type: 'EnteredCare', on, children: ['c1'] });
const custody = (on: string): Told => ({ type: 'CustodyReceived', on, children: ['c1'] });
const moved = (on: string, kind: string): Told => ({ type: 'PlacementChanged', on, children: ['c1'], kind });
const home = (on: string): Told => ({ type: 'ReunificationHappened', on, children: ['c1'] });
const step = (on: string): Told => ({ type: 'ActionTaken', on, kind: 'step' });

describe('one duty for each stay in care', () => {
  const duty: Partial<Duty> = {
    per: perStay,
    from: firstKnown(first(happened('CustodyReceived')), first(happened('EnteredCare'))),
    due: { by: after(opened, days(30)) },
    done: by(happened('ActionTaken', { kind: 'step' })),
  };
  test('a child who never came into care owes nothing; one day stands in for the other until that is known', () => {
    expect(owed(told(duty, {}, entered('2026-01-06')), '2026-01-10')).toEqual(['due 2026-02-05']);
    expect(owed(told(duty, {}, entered('2026-01-06'), custody('2026-01-09')), '2026-01-10')).toEqual([
      'due 2026-02-08',
    ]);
  });
  test('a run and a trial home visit are part of the stay', () => {
    const c = told(duty, {}, entered('2026-01-06'), moved('2026-01-10', 'runaway'), moved('2026-01-20', 'foster'));
    expect(owed(c.with(moved('2026-01-25', 'trial-home-visit')), '2026-02-06')).toEqual(['overdue 2026-02-05']);
  });
  test('an entry recorded after a trial home visit begins another', () => {
    const c = told(duty, {}, entered('2026-01-06'), step('2026-01-20'), moved('2026-03-01', 'trial-home-visit'));
    expect(owed(c.with(entered('2026-03-20')), '2026-04-01')).toEqual(['met 2026-02-05 2026-01-20', 'due 2026-04-19']);
  });
  test.each([
    ['reunification', home('2026-01-20')],
    ['permanency', { type: 'PermanencyAchieved', on: '2026-01-20', children: ['c1'] }],
    ['a placement at home', moved('2026-01-20', 'home')],
  ])('%s ends it, and says so', (_what, end) => {
    const c = told(duty, {}, entered('2026-01-06'), end);
    expect(c.obligations('duty', '2026-03-01')[0]).toMatchObject({
      status: 'not-applicable',
      reason: 'the stay of child c1 in care ended on 2026-01-20',
    });
  });
  test('what is done in the next stay does not meet the one before, and the stays have keys of their own', () => {
    const c = told(duty, {}, entered('2026-01-06'), home('2026-01-20'), entered('2026-06-01'), step('2026-06-10'));
    expect(owed(c, '2026-06-11')).toEqual(['not-applicable 2026-02-05', 'met 2026-07-01 2026-06-10']);
    expect(new Set(c.obligations('duty', '2026-06-11').map((o) => o.key)).size).toBe(2);
  });
  test('custody of the first stay is not that of the second', () => {
    const c = told(duty, {}, custody('2026-01-05'), entered('2026-01-06'), home('2026-01-20'), entered('2026-06-01'));
    expect(owed(c, '2026-06-02')).toEqual(['not-applicable 2026-02-04', 'due 2026-07-01']);
  });
});

test('in care: on the day of the event, the last day of the stay included', () => {
  const duty: Partial<Duty> = {
    per: perEvent(inCase('MeetingHeld'), 'child'),
    from: trigger(),
    only: rule.so('in-care'),
  };
  const held = (on: string, meeting: string): Told => ({
    type: 'MeetingHeld',
    on,
    meeting,
    attendance: [],
    kinds: ['fst'],
  });
  const c = told(
    duty,
    {},
    held('2026-01-05', 'm0'),
    entered('2026-01-06'),
    held('2026-01-06', 'm1'),
    held('2026-02-01', 'm2'),
    home('2026-02-01'),
    held('2026-02-02', 'm3'),
  );
  expect(c.owes('duty', '2026-03-01').map((o) => `${o.subject} ${o.due}`)).toEqual([
    expect.stringMatching(/\/c1 2026-01-06$/),
    expect.stringMatching(/\/c1 2026-02-01$/),
  ]);
  const now: Partial<Duty> = { per: rule.perChild, only: rule.so('in-care'), listed: 'if-applicable' };
  expect(told(now, {}, entered('2026-01-06'), home('2026-02-01')).owes('duty', '2026-01-31')).toHaveLength(1);
  expect(told(now, {}, entered('2026-01-06'), home('2026-02-01')).owes('duty', '2026-02-01')).toEqual([]);
});

test('what did not apply is not listed because it has ended, nor because it was done all the same', () => {
  const duty: Partial<Duty> = {
    per: perStay,
    from: trigger(),
    only: did(happened('GoalSet')),
    listed: 'if-applicable',
  };
  const c = told(duty, {}, entered('2026-01-06'), home('2026-02-01'));
  expect(owed(c, '2026-03-01')).toEqual([]);
  expect(owed(c.with(step('2026-01-20')), '2026-03-01')).toEqual([]);
  const goal: Told = { type: 'GoalSet', on: '2026-01-10', goal: 'adoption', children: ['c1'] };
  expect(owed(c.with(goal), '2026-03-01')).toEqual(['not-applicable 2026-01-06']);
});

test('a date that nobody can foresee is not waited for', () => {
  const settings = { careDaysNotCounted: { value: 'trial-home-visit', says: 'Not counted.' } };
  const reached = rule.word('care-threshold', { months: 15, window: 22 });
  const duty: Partial<Duty> = { per: perStay, from: reached, only: rule.known(reached) };
  const c = told(duty, settings, entered('2026-01-06'));
  expect(owed(c, '2026-03-01')).toEqual(['due 2027-04-06']);
  expect(owed(c.with(moved('2026-05-01', 'trial-home-visit')), '2026-06-01')).toEqual([]);
});

test('those on the plan: whom it names, else the others', () => {
  const duty: Partial<Duty> = {
    per: perEvent(inCase('DocumentCompleted'), { named: ['parent', 'kin'], otherwise: ['parent'] }),
    from: trigger(),
    done: by(aboutIt('DocumentProvided')),
  };
  const people: Told[] = [
    { type: 'ParticipantAdded', on: '2026-01-05', participant: 'p2', role: 'parent' },
    { type: 'ParticipantAdded', on: '2026-01-05', participant: 'k1', role: 'kin' },
  ];
  const plan = (over: Partial<Told>): Told => ({
    type: 'DocumentCompleted',
    on: '2026-02-01',
    id: 'd',
    document: 'd1',
    kind: 'plan',
    ...over,
  });
  const of = (over: Partial<Told>): string[] =>
    told(duty, {}, ...people, plan(over))
      .obligations('duty', '2026-02-01')
      .map((o) => o.subject.key);
  expect(of({})).toEqual(['event:d/p1', 'event:d/p2']);
  expect(of({ participants: ['p1', 'k1', 'cg1'] })).toEqual(['event:d/k1', 'event:d/p1']);
});

test('one date or another', () => {
  const late = rule.not(rule.notAfter(first(inCase('EnteredCare')), after(opened, days(10))));
  const duty: Partial<Duty> = {
    due: { by: rule.whether(late, first(inCase('EnteredCare')), after(opened, days(10))) },
  };
  expect(owed(told(duty, {}, entered('2026-01-15')), '2026-01-06')).toEqual(['due 2026-01-15']);
  expect(owed(told(duty, {}, entered('2026-01-16')), '2026-01-06')).toEqual(['due 2026-01-16']);
});

test('a goal that is confirmed is not set anew; in another stay it is', () => {
  const duty: Partial<Duty> = {
    per: perEvent(happened('GoalSet', { rank: 'concurrent' }), 'child'),
    from: trigger(),
    only: rule.so('goal-changed'),
  };
  const goal = (on: string, goal: string): Told => ({
    type: 'GoalSet',
    on,
    goal,
    rank: 'concurrent',
    children: ['c1'],
  });
  const c = told(
    duty,
    {},
    entered('2026-01-06'),
    goal('2026-02-01', 'adoption'),
    goal('2026-03-01', 'adoption'),
    goal('2026-04-01', 'guardianship'),
    home('2026-05-01'),
    entered('2026-06-01'),
    goal('2026-06-20', 'guardianship'),
  );
  expect(c.owes('duty', '2026-07-01').map((o) => o.due)).toEqual(['2026-02-01', '2026-04-01', '2026-06-20']);
});

test('one of the agency’s list; any one where there is none', () => {
  const duty: Partial<Duty> = {
    per: perEvent(inCase('ActionTaken', { kind: 'referral' })),
    from: trigger(),
    done: rule.when('names-one-of', { setting: 'points', what: 'which point' }),
  };
  const referred = (...parts: string[]): Told => ({ type: 'ActionTaken', on: '2026-02-01', kind: 'referral', parts });
  const status = (value: string, ...parts: string[]) =>
    told(duty, { points: { value, says: 'Points.' } }, referred(...parts)).obligations('duty', '2026-02-01')[0];
  expect(status('north, south', 'south')?.status).toBe('met');
  expect(status('north, south', 'east')?.reason).toBe('still lacking: which point: one of north, south');
  expect(status('north, south', 'north', 'south')?.status).toBe('due');
  expect(status('', 'east')?.status).toBe('met');
  expect(status('')?.reason).toBe('still lacking: which point');
});

test('tracked, and yet told at the agency’s date', () => {
  const duty: Partial<Duty> = {
    strength: 'track',
    chase: true,
    due: { by: after(opened, days(10)) },
    remind: 'before',
  };
  const settings = { before: { value: [2], says: 'Days.' } };
  const c = told(duty, settings);
  expect(owed(c, '2026-01-20')).toEqual(['due 2026-01-15']);
  expect(c.at('2026-01-20').notices.map((n) => `${n.kind} ${n.rung} ${n.to.id}`)).toEqual([
    'remind before-2 cw1',
    'remind after-1 cw1',
    'escalate after-1 sup1',
  ]);
  expect(explain(c.obligations('duty', '2026-01-20')[0]!, { documents: new Map(), requirements: new Map() })).toContain(
    'The policy sets no limit: the date is for orientation, and it never counts as a breach.',
  );
  expect(told({ ...duty, chase: false }, settings).at('2026-01-20').notices).toEqual([]);
});

test('who is named in one section alone is not given the whole plan', () => {
  const duty: Partial<Duty> = {
    per: perEvent(inCase('DocumentProvided')),
    from: trigger(),
    only: rule.so('more-than-their-section', { kinds: 'plan,reassessment', section: 'safety' }),
  };
  const document = (id: string, kind: string, participants: string[]): Told => ({
    type: 'DocumentCompleted',
    on: '2026-02-01',
    document: id,
    kind,
    participants,
  });
  const given = (document: string, to: string[], over: Partial<Told> = {}): Told => ({
    type: 'DocumentProvided',
    on: '2026-02-02',
    document,
    to,
    ...over,
  });
  const wrong = (one: Told, ...more: Told[]): boolean =>
    told(duty, {}, document('d1', 'plan', ['p1']), document('s1', 'safety', ['p1', 'cg1']), ...more, one).owes(
      'duty',
      '2026-02-02',
    ).length > 0;
  expect(wrong(given('d1', ['p1', 'cg1']))).toBe(true);
  expect(wrong(given('d1', ['p1']))).toBe(false);
  expect(wrong(given('d1', ['cg1'], { part: 'safety' }))).toBe(false);
  expect(wrong(given('s1', ['cg1']))).toBe(false);
  expect(wrong(given('d1', ['cg1']), document('d2', 'reassessment', ['cg1']))).toBe(false);
  // Nothing is known of what was given.
  expect(told(duty, {}, given('d1', ['p1'])).owes('duty', '2026-02-02')).toEqual([]);
});

test('15 of 22 months: the days that were counted and those that were not, with the reason', () => {
  const duty: Partial<Duty> = {
    per: rule.perChild,
    from: rule.word('care-threshold', { months: 15, window: 22 }),
    only: did(happened('EnteredCare')),
  };
  const settings = { careDaysNotCounted: { value: 'runaway,trial-home-visit', says: 'Not counted.' } };
  const c = told(
    duty,
    settings,
    entered('2026-01-06'),
    moved('2026-06-01', 'runaway'),
    moved('2026-06-11', 'foster'),
    moved('2026-12-01', 'trial-home-visit'),
    moved('2026-12-02', 'foster'),
  );
  const lines = (when: string): string[] =>
    explain(c.obligations('duty', when)[0]!, { documents: new Map(), requirements: new Map() });
  // 146 + 173 + 136 = 455 days, as many as fifteen months from 6 January 2026 have; the day on which they are full is the next.
  expect(lines('2027-01-10').slice(2, 8)).toEqual([
    '2026-01-06 to 2026-05-31, in care: 146 days, counted.',
    '2026-06-01 to 2026-06-10, runaway: 10 days, not counted.',
    '2026-06-11 to 2026-11-30, foster: 173 days, counted.',
    '2026-12-01 to 2026-12-01, trial home visit: 1 day, not counted.',
    '2026-12-02 to 2027-04-16, foster: 136 days, counted.',
    '455 counted days in care within the 22 months before, if nothing changes: 2027-04-17.',
  ]);
  expect(lines('2027-04-17')[7]).toBe('15 months of counted days in care within the 22 months before: 2027-04-17.');
});

test('what a refusal lacks is named: signatures, and the parts of either way out', () => {
  const signers = { staff: ['supervisor'], named: [], otherwise: [] };
  const paper = inCase('DocumentCompleted', { kind: 'paper' });
  const unless = rule.anyOf(rule.isMet(rule.signed(paper, signers, 'ever')), rule.theyHold(paper, ['summary']));
  const c = told({}, {}, { type: 'DocumentCompleted', on: '2026-02-01', document: 'd1', kind: 'paper' });
  const view = new View(c.at('2026-02-02').file, anAgency(), [], Date.parse('2026-02-02T20:00:00Z'));
  expect(lackingIn(unless, view, { subject: { key: 'case' } })).toEqual(['the signature of the supervisor', 'summary']);
});

describe('an explanation reads as sentences', () => {
  const lines = (duty: Partial<Duty>, when: string, ...events: Told[]): string[] =>
    explain(told(duty, {}, ...events).obligations('duty', when)[0]!, { documents: new Map(), requirements: new Map() });
  test('of hours: the time of the event and the time at which they are over', () => {
    const duty: Partial<Duty> = {
      from: first(inCase('EnteredCare')),
      due: { by: after(opened, rule.hours(72)) },
    };
    expect(lines(duty, '2026-01-07', { ...entered('2026-01-06'), at: '2026-01-06T22:00:00-08:00' })).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Entered care: 2026-01-06, at 2026-01-07T06:00:00.000Z \(event /),
        'It is due by 2026-01-10T06:00:00.000Z. It is still lacking: action taken (step).',
      ]),
    );
  });
  test('of a later month: the day on which it begins, and no event on a day on which it did not happen', () => {
    const duty: Partial<Duty> = { repeat: { monthly: true }, due: { by: rule.monthEnd(opened) } };
    const c = told(duty, {}).obligations('duty', '2026-02-10')[1]!;
    expect(explain(c, { documents: new Map(), requirements: new Map() }).slice(1, 4)).toEqual([
      expect.stringMatching(/^Case opened: 2026-01-05 /),
      'The month begins: 2026-02-01.',
      'The last day of the calendar month is 2026-02-28.',
    ]);
  });
  test('of a goal: which; of what is lacking: all of one way, or the other', () => {
    const duty: Partial<Duty> = {
      from: first(inCase('GoalSet')),
      done: rule.either(
        rule.holding(['a', 'b'], inCase('ActionTaken')),
        by(inCase('ActionTaken', { kind: ['x', 'y'] })),
        by(inCase('ContactMade', { points: 'goals' })),
      ),
    };
    const set: Told = { type: 'GoalSet', on: '2026-01-06', goal: 'adoption', rank: 'concurrent', children: ['c1'] };
    expect(lines(duty, '2026-01-06', set).slice(1, 3)).toEqual([
      expect.stringMatching(/^Goal set \(concurrent: adoption\): 2026-01-06 /),
      'It is due by the end of 2026-01-06. It is still lacking: a and b or action taken (x or y) or contact made (goals).',
    ]);
  });
});

test('a month that was missed is met, late, by what comes next, where the rule says so', () => {
  const duty: Partial<Duty> = { repeat: { monthly: true, madeGood: true }, due: { by: rule.monthEnd(opened) } };
  const c = told(duty, {}, step('2026-03-10'));
  expect(owed(c, '2026-03-11')).toEqual([
    'met-late 2026-01-31 2026-03-10',
    'met-late 2026-02-28 2026-03-10',
    'met 2026-03-31 2026-03-10',
  ]);
});

test('was in care: a child who never was owes no talk, a parent does as soon as one child was', () => {
  const duty: Partial<Duty> = {
    per: rule.perParticipant('child', 'parent'),
    from: first(happened(['ParticipantAdded', 'ChildAdded'])),
    due: { none: 'No date.' },
    only: rule.so('was-in-care'),
    listed: 'if-applicable',
  };
  const subjects = (...events: Told[]): string[] =>
    told(duty, {}, ...events)
      .owes('duty', '2026-03-01')
      .map((o) => o.subject)
      .sort();
  expect(subjects()).toEqual([]);
  expect(subjects(entered('2026-01-06'), home('2026-02-01'))).toEqual(['child:c1', 'parent:p1']);
});
