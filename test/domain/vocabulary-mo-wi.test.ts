// The forms that Missouri and Milwaukee need, each by itself: what stands without a break, pauses, months that are over,
// ends, numbers that nobody invents, households.
import * as rule from '../../src/domain/rule';
import type { Duty } from '../../src/domain/rule';
import type { Told } from '../support/a-case';
import { owed, told } from './support/one-duty';

const { after, by, days, happened, inCase, opened, perChild, perEvent, standing, trigger } = rule;

describe('since when something stands without a break', () => {
  const goal = (on: string, goal: string): Told => ({ type: 'GoalSet', on, goal, children: ['c1'] });
  const duty: Partial<Duty> = {
    per: perChild,
    from: standing(happened('GoalSet'), { goal: 'reunification' }),
    only: rule.did(happened('GoalSet')),
  };
  test('confirming it moves nothing; a change in between begins it anew', () => {
    expect(
      owed(told(duty, {}, goal('2026-02-01', 'reunification'), goal('2026-03-01', 'reunification')), '2026-04-01'),
    ).toEqual(['overdue 2026-02-01']);
    expect(
      owed(
        told(
          duty,
          {},
          goal('2026-02-01', 'reunification'),
          goal('2026-02-10', 'adoption'),
          goal('2026-03-01', 'reunification'),
        ),
        '2026-04-01',
      ),
    ).toEqual(['overdue 2026-03-01']);
  });
  test('an event that breaks it ends it, until it is recorded again', () => {
    const missing: Partial<Duty> = {
      from: standing(
        inCase('CircumstanceRecorded', { kind: 'whereabouts' }),
        { value: 'not-located' },
        inCase('ContactMade', { outcome: 'reached' }),
      ),
    };
    const gone = (on: string): Told => ({
      type: 'CircumstanceRecorded',
      on,
      kind: 'whereabouts',
      value: 'not-located',
    });
    const reached: Told = { type: 'ContactMade', on: '2026-02-10', kind: 'call' };
    expect(owed(told(missing, {}, gone('2026-02-01'), gone('2026-02-05')), '2026-03-01')).toEqual([
      'overdue 2026-02-01',
    ]);
    expect(owed(told(missing, {}, gone('2026-02-01'), reached), '2026-03-01')).toEqual(['unknown -']);
    expect(owed(told(missing, {}, gone('2026-02-01'), reached, gone('2026-02-20')), '2026-03-01')).toEqual([
      'overdue 2026-02-20',
    ]);
  });
});

describe('a pause', () => {
  const participation = inCase('CircumstanceRecorded', { kind: 'participation' });
  const duty: Partial<Duty> = {
    due: { by: after(opened, days(7), rule.pausedWhile(participation, { value: 'refused' })) },
    repeat: { again: true },
    done: by(inCase('ContactMade')),
    only: rule.not(rule.latestIs(participation, { value: 'refused' })),
  };
  const took = (on: string, value: string): Told => ({
    type: 'CircumstanceRecorded',
    on,
    kind: 'participation',
    value,
  });
  const contact = (on: string): Told => ({ type: 'ContactMade', on, kind: 'visit' });
  test('that begins before the date is reached makes it count anew from its end', () => {
    expect(owed(told(duty, {}, took('2026-01-10', 'refused'), took('2026-02-02', 'resumed')), '2026-02-03')).toEqual([
      'due 2026-02-09',
    ]);
  });
  test('excuses nothing that was late before it began', () => {
    expect(owed(told(duty, {}, took('2026-01-20', 'refused'), took('2026-02-02', 'resumed')), '2026-02-03')).toEqual([
      'overdue 2026-01-12',
    ]);
  });
  test('two pauses: the last end counts; while one lasts nothing is owed', () => {
    const twice = [took('2026-01-10', 'refused'), took('2026-02-02', 'resumed'), took('2026-02-05', 'refused')];
    expect(owed(told(duty, {}, ...twice), '2026-03-01')).toEqual(['not-applicable 2026-02-09']);
    expect(owed(told(duty, {}, ...twice, took('2026-03-02', 'resumed')), '2026-03-03')).toEqual(['due 2026-03-09']);
  });
  test('moves no date of a cycle that was met before', () => {
    expect(
      owed(
        told(duty, {}, contact('2026-01-09'), took('2026-01-14', 'refused'), took('2026-02-02', 'resumed')),
        '2026-02-03',
      ),
    ).toEqual(['met 2026-01-12 2026-01-09', 'due 2026-02-09']);
  });
});

test('a month that is over is judged by what held at its end, not by what came later', () => {
  const state = inCase('CircumstanceRecorded', { kind: 'state' });
  const set = (on: string, value: string): Told => ({ type: 'CircumstanceRecorded', on, kind: 'state', value });
  const c = told(
    {
      repeat: { monthly: true },
      only: rule.not(rule.latestIs(state, { value: 'off' })),
      ends: rule.did(inCase('ActionTaken', { kind: 'over' })),
    },
    {},
    set('2026-02-10', 'off'),
    set('2026-03-10', 'on'),
    { type: 'ActionTaken', on: '2026-04-10', kind: 'over' },
  );
  expect(owed(c, '2026-05-05')).toEqual([
    'overdue 2026-01-31',
    'not-applicable 2026-02-28',
    'overdue 2026-03-31',
    'not-applicable 2026-04-30',
    'not-applicable 2026-05-31',
  ]);
});

test('nothing follows an end: a completion after it opens no cycle', () => {
  const contact = (on: string): Told => ({ type: 'ContactMade', on, kind: 'visit' });
  const c = told(
    {
      due: { by: after(opened, days(30)) },
      repeat: { again: true },
      done: by(inCase('ContactMade')),
      ends: rule.did(inCase('ActionTaken', { kind: 'over' })),
    },
    {},
    contact('2026-01-20'),
    { type: 'ActionTaken', on: '2026-02-01', kind: 'over' },
    contact('2026-02-10'),
    contact('2026-03-10'),
  );
  expect(owed(c, '2026-04-01')).toEqual(['met 2026-02-04 2026-01-20', 'met 2026-02-19 2026-02-10']);
});

test('an agency setting that has no default leaves the date unknown and names who sets it', () => {
  const settings = { interval: { value: 'not-set', says: 'Days.' } };
  const c = told({ due: { by: after(opened, rule.setting('interval')) } }, settings);
  expect(c.obligations('duty', '2026-02-01')).toMatchObject([
    { status: 'unknown', due: null, missing: [{ fact: 'the agency setting interval', suppliedBy: 'program-manager' }] },
  ]);
});

test('a duty of which there are thousands lists only what was not met in its time', () => {
  const contact = (on: string, known: string): Told => ({ type: 'ContactMade', on, kind: 'visit', known });
  const c = told(
    {
      per: perEvent(inCase('ContactMade')),
      from: trigger(),
      due: { by: after(trigger(), days(3)) },
      done: rule.when('on-record'),
      listed: 'unless-met',
    },
    {},
    contact('2026-02-02', '2026-02-02'),
    contact('2026-02-02', '2026-02-05'),
    contact('2026-02-02', '2026-02-06'),
  );
  expect(owed(c, '2026-03-01')).toEqual(['met-late 2026-02-05 2026-02-06']);
});

test('one duty for each household that an event touches, by its own household or by where its children live', () => {
  const lives = (child: string, household: string): Told => ({
    type: 'HouseholdChanged',
    on: '2026-01-06',
    children: [child],
    household,
  });
  const keys = (over: Partial<Told>): string[] =>
    told(
      { per: perEvent(inCase('CircumstanceRecorded', { kind: 'crisis' }), 'household'), from: trigger() },
      {},
      lives('c1', 'h1'),
      lives('c2', 'h2'),
      { type: 'CircumstanceRecorded', on: '2026-02-01', kind: 'crisis', id: 'x', ...over },
    )
      .obligations('duty', '2026-02-01')
      .map((o) => o.subject.key);
  expect(keys({ household: 'h2' })).toEqual(['event:x/h2']);
  expect(keys({ children: ['c1'] })).toEqual(['event:x/h1']);
  expect(keys({})).toEqual(['event:x/h1', 'event:x/h2']);
});

test('an event of a household concerns the children who live there, and no others', () => {
  const c = told(
    { per: perChild, done: by(happened('ActionTaken', { kind: 'step' })) },
    {},
    { type: 'HouseholdChanged', on: '2026-01-05', children: ['c1'], household: 'h1' },
    { type: 'ActionTaken', on: '2026-01-05', kind: 'step', household: 'h1' },
  );
  expect(c.owes('duty', '2026-01-06').map((o) => [o.subject, o.status])).toEqual([
    ['child:c1', 'met'],
    ['child:c2', 'overdue'],
  ]);
});

test('so many events, where the agency asks for more than one', () => {
  const tried = (on: string): Told => ({ type: 'ActionTaken', on, kind: 'attempt' });
  const duty: Partial<Duty> = {
    only: rule.did(inCase('ActionTaken', { kind: 'attempt' }), { times: rule.setting('attempts') }),
  };
  const settings = { attempts: { value: 2, says: 'Attempts.' } };
  expect(owed(told(duty, settings, tried('2026-02-01')), '2026-03-01')).toEqual(['not-applicable 2026-01-05']);
  expect(owed(told(duty, settings, tried('2026-02-01'), tried('2026-02-02')), '2026-03-01')).toEqual([
    'overdue 2026-01-05',
  ]);
});
