// What plans need of the vocabulary: the last event up to a day, codes that the agency lists, an end in the rule's own
// words, and things that are about an objective through its plan.
import * as rule from '../../src/domain/rule';
import { explain } from '../../src/domain/explain';
import type { Duty } from '../../src/domain/rule';
import { ACase, anAgency, type Told } from '../support/a-case';
import { owed, told } from './support/one-duty';

const { aboutIt, birthday, by, did, firstKnown, happened, inCase, lastBy, perEvent, trigger } = rule;
const step = (on: string, over: Partial<Told> = {}): Told => ({ type: 'ActionTaken', on, kind: 'step', ...over });
const done = (on: string, kind: string, over: Partial<Told> = {}): Told => ({
  type: 'DocumentCompleted',
  on,
  document: `${kind}-${on}`,
  kind,
  ...over,
});

describe('the last event on or before a day', () => {
  // The step must follow the newest report that is there by the planned day.
  const duty: Partial<Duty> = {
    per: perEvent(happened('ReunificationPlanned'), 'child'),
    from: trigger(),
    due: { by: trigger('plannedFor') },
    done: by(
      happened('ActionTaken', { kind: 'step' }),
      firstKnown(lastBy(happened('DocumentCompleted', { kind: 'report' }), trigger('plannedFor')), birthday(0)),
    ),
  };
  const planned = {
    type: 'ReunificationPlanned',
    on: '2026-05-01',
    children: ['c1'],
    plannedFor: '2026-06-15',
  };
  test.each([
    ['2026-06-14', 'the day before', 'due 2026-06-15'],
    ['2026-06-15', 'that very day', 'due 2026-06-15'],
    ['2026-06-16', 'the day after', 'met 2026-06-15 2026-05-20'],
  ])('a report of %s (%s): %s', (on, _label, expected) => {
    expect(owed(told(duty, {}, planned, step('2026-05-20'), done(on, 'report')), '2026-06-15')).toEqual([expected]);
  });
  test('of plans for several days the latest of those days counts, in whatever order they were made', () => {
    const plans = lastBy(happened('ReunificationPlanned'), trigger('plannedFor'), 'plannedFor');
    const closing: Partial<Duty> = {
      per: perEvent(happened('ClosurePlanned')),
      from: plans,
      due: { by: rule.opened },
    };
    const planFor = (on: string, plannedFor: string): Told => ({ ...planned, on, plannedFor });
    const made = [planFor('2026-05-01', '2026-06-20'), planFor('2026-05-02', '2026-06-10')];
    const beyond = planFor('2026-05-03', '2026-07-30');
    const close: Told = { type: 'ClosurePlanned', on: '2026-05-04', plannedFor: '2026-06-30' };
    expect(owed(told(closing, {}, ...made, beyond, close), '2026-05-05')).toEqual(['due 2026-06-20']);
  });
  test('a day that is not known admits none', () => {
    const unknown = { ...duty, from: lastBy(happened('DocumentCompleted', { kind: 'report' }), trigger('until')) };
    expect(owed(told(unknown, {}, planned, done('2026-05-10', 'report')), '2026-06-01')).toEqual(['unknown -']);
  });
});

test('what is about a plan is about each objective of it', () => {
  const duty: Partial<Duty> = {
    per: perEvent(happened('ObjectiveSet')),
    from: trigger(),
    due: { none: 'No date.' },
    done: by(aboutIt('DocumentCompleted', { kind: 'case-plan' }), 'ever'),
  };
  const objective = (id: string, plan: string): Told => ({
    type: 'ObjectiveSet',
    on: '2026-02-02',
    objective: id,
    plan,
  });
  expect(
    owed(
      told(duty, {}, objective('o1', 'plan-1'), objective('o2', 'plan-2'), {
        ...done('2026-02-20', 'case-plan'),
        document: 'plan-1',
      }),
      '2026-03-01',
    ),
  ).toEqual(['met - 2026-02-20', 'due -']);
});

test('what is done on a day after such an end does not meet it; on the day itself it does', () => {
  const duty: Partial<Duty> = {
    ends: did(inCase('ActionTaken', { kind: 'end' })),
    ended: 'it was called off',
    forGood: true,
    due: { by: rule.after(rule.opened, rule.days(5)) },
  };
  const end = step('2026-01-20', { kind: 'end' });
  expect(owed(told(duty, {}, end, step('2026-01-21')), '2026-02-01')).toEqual(['not-applicable 2026-01-10']);
  expect(owed(told(duty, {}, end, step('2026-01-20')), '2026-02-01')).toEqual(['met-late 2026-01-10 2026-01-20']);
  // Without such words the end is the coming of what the duty prepares: done after it, it is late.
  const { ended: _, forGood: __, ...prepares } = duty;
  expect(owed(told(prepares, {}, end, step('2026-01-21')), '2026-02-01')).toEqual(['met-late 2026-01-10 2026-01-21']);
});

test('a duty for those children of an event of whom a condition holds: of the others nothing is kept, done or not, open or closed', () => {
  const away = did(happened('EnteredCare'), { until: trigger() });
  const duty: Partial<Duty> = {
    per: rule.perEventSuch(happened('DocumentCompleted', { kind: 'report' }), away, 'child'),
    from: trigger(),
    due: { by: trigger() },
    done: by(happened('ActionTaken', { kind: 'step' })),
  };
  const story = [{ type: 'EnteredCare', on: '2026-01-06', children: ['c1'] }, done('2026-01-20', 'report')];
  expect(owed(told(duty, {}, ...story), '2026-01-21')).toEqual(['overdue 2026-01-20']);
  expect(owed(told(duty, {}, ...story, step('2026-01-20')), '2026-01-21')).toEqual(['met 2026-01-20 2026-01-20']);
  const closed = { type: 'CaseClosed', on: '2026-01-20', reason: 'done' };
  expect(owed(told(duty, {}, ...story, closed), '2026-01-21')).toEqual(['not-applicable 2026-01-20']);
});

test('an end in the words of the rule, else in the common ones', () => {
  const duty: Partial<Duty> = { ends: did(inCase('ActionTaken', { kind: 'end' })), due: { none: 'No date.' } };
  const reason = (d: Partial<Duty>): string | undefined =>
    told(d, {}, step('2026-01-20', { kind: 'end' })).obligations('duty', '2026-02-01')[0]?.reason;
  expect(reason(duty)).toBe('ended unmet: what it prepares has come');
  expect(reason({ ...duty, ended: 'the schedule was replaced' })).toBe('the schedule was replaced');
});

describe('codes that the agency lists', () => {
  const program = rule.program({
    id: 'p',
    title: 'p',
    edition: '1',
    document: 'p',
    effective: { from: '2000-01-01' },
    settings: { codes: { value: '', says: 'Codes.' } },
    duties: [],
    guards: [
      {
        id: 'from-list',
        cites: ['X-01'],
        says: 'From the list.',
        on: happened('GoalSet'),
        unless: rule.so('listed', { field: 'goal', setting: 'codes' }),
        mend: 'Choose from it.',
      },
    ],
    guidance: [],
  });
  test.each([
    ['adoption', 'adoption,return-home', true],
    ['return-home', 'adoption, return-home', true],
    ['adoption', 'adoption-with-siblings', false],
    ['adoption', '', false],
  ])('%s in "%s": %s', (goal, codes, accepted) => {
    const agency = anAgency({ settings: { codes } });
    const c = ACase.opened([program], '2026-01-05', undefined, agency);
    const refused = c.with({ type: 'GoalSet', on: '2026-01-06', children: ['c1'], goal }).refusals('2026-01-06');
    expect(refused.map((one) => one.code)).toEqual(accepted ? [] : ['from-list']);
  });
});

describe('an explanation', () => {
  const sentences = (duty: Partial<Duty>, ...events: readonly Told[]): string[] =>
    explain(told(duty, {}, ...events).obligations('duty', '2026-01-20')[0]!, {
      documents: new Map(),
      requirements: new Map(),
    });
  const due = { by: rule.earliest(rule.after(rule.opened, rule.days(10)), rule.first(happened('ChildRemoved'))) };
  test('speaks of the earliest only where there are two', () => {
    const removed = { type: 'ChildRemoved', on: '2026-01-12', children: ['c1'] };
    expect(sentences({ due }).filter((line) => line.includes('earliest'))).toEqual([]);
    expect(sentences({ due }, removed)).toContain('The earliest of these is 2026-01-12.');
  });
  test('names once what two ways to the same thing both lack', () => {
    const parts = (kind: string): rule.Done => rule.holding(['a', 'b'], happened('DocumentCompleted', { kind }));
    expect(sentences({ done: rule.either(parts('x'), parts('y')), due: { none: 'No date.' } })[2]).toBe(
      'It is open. No date. Still lacking: a and b.',
    );
  });
});
