// Words: days in care, orders that expire, reunifications that are put off; and the civil day of an instant.
import { explain } from '../../src/domain/explain';
import { DateTime } from 'luxon';
import { day, dayOf, iso, startOfDay } from '../../src/domain/calendar';
import * as rule from '../../src/domain/rule';
import type { Duty } from '../../src/domain/rule';
import type { Told } from '../support/a-case';
import { owed, told } from './support/one-duty';

const { happened, perChild, word } = rule;

describe('15 of 22 months in care', () => {
  const duty: Partial<Duty> = {
    per: perChild,
    from: word('care-threshold', { months: 15, window: 22 }),
    only: rule.did(happened('EnteredCare')),
  };
  const settings = { careDaysNotCounted: { value: 'runaway,trial-home-visit', says: 'Not counted.' } };
  const entered = (on: string): Told => ({ type: 'EnteredCare', on, children: ['c1'] });
  const moved = (on: string, kind: string): Told => ({ type: 'PlacementChanged', on, children: ['c1'], kind });
  const home = (on: string): Told => ({ type: 'ReunificationHappened', on, children: ['c1'] });
  test('without a break: fifteen calendar months from entry, moves between placements included', () => {
    expect(owed(told(duty, settings, entered('2026-01-31'), moved('2026-05-01', 'kin')), '2026-06-01')).toEqual([
      'due 2027-04-30',
    ]);
  });
  test('days on the run do not count, unless the agency counts them', () => {
    const run = [entered('2026-01-06'), moved('2026-06-01', 'runaway'), moved('2026-06-11', 'foster')];
    // 455 days from 6 January 2026 end on 6 April 2027; ten days more are needed.
    expect(owed(told(duty, settings, ...run), '2026-07-01')).toEqual(['due 2027-04-16']);
    const counted = { careDaysNotCounted: { value: '', says: 'All count.' } };
    expect(owed(told(duty, counted, ...run), '2026-07-01')).toEqual(['due 2027-04-06']);
  });
  test('a stay long before the window does not count: the next stay reaches it by itself', () => {
    const c = told(duty, settings, entered('2026-01-06'), home('2026-07-06'), entered('2028-07-06'));
    expect(owed(c, '2028-08-01')).toEqual(['due 2029-10-06']);
  });
  test('a child who reached it, went home and comes back years later reaches it again', () => {
    const first = told(duty, settings, entered('2026-01-06'), home('2027-06-06'));
    expect(owed(first, '2027-07-01')).toEqual(['overdue 2027-04-06']);
    expect(owed(first.with(entered('2030-01-06')), '2030-02-01')).toEqual(['due 2031-04-06']);
  });
});

describe('the end of an order', () => {
  const duty: Partial<Duty> = { from: word('order-ended', { status: 'order' }) };
  const legal = (on: string, over: Partial<Told> = {}): Told => ({
    type: 'LegalStatusChanged',
    on,
    children: ['c1'],
    status: 'order',
    ...over,
  });
  test('is the day after it expires, without anybody doing anything', () => {
    const c = told(duty, {}, legal('2026-01-06', { expiresOn: '2026-06-30' }));
    expect(owed(c, '2026-02-01')).toEqual(['due 2026-07-01']);
    const sentences = explain(c.obligations('duty', '2026-02-01')[0]!, {
      documents: new Map(),
      requirements: new Map(),
    });
    expect(sentences).toContain('The day after the order expires: 2026-07-01.');
  });
  test('is the day of another status, when that comes first', () => {
    const c = told(
      duty,
      {},
      legal('2026-01-06', { expiresOn: '2026-06-30' }),
      legal('2026-03-01', { status: 'dismissed' }),
    );
    expect(owed(c, '2026-02-28')).toEqual(['due 2026-03-01']);
  });
  test('is unknown for one without an end, and of several orders the last counts', () => {
    expect(owed(told(duty, {}, legal('2026-01-06')), '2026-02-01')).toEqual(['unknown -']);
    const two = [
      legal('2026-01-06', { expiresOn: '2026-06-30' }),
      legal('2026-01-06', { children: ['c2'], expiresOn: '2026-09-30' }),
    ];
    expect(owed(told(duty, {}, ...two), '2026-02-01')).toEqual(['due 2026-10-01']);
  });
  test('and while it stands the children are under it, on its last day too', () => {
    const under: Partial<Duty> = { only: rule.so('under-order', { status: 'order' }) };
    const c = told(under, {}, legal('2026-01-05', { expiresOn: '2026-06-30' }));
    expect(owed(c, '2026-06-30')).toEqual(['overdue 2026-01-05']);
    expect(owed(c, '2026-07-01')).toEqual(['not-applicable 2026-01-05']);
  });
});

describe('a reunification that is put off', () => {
  const duty: Partial<Duty> = {
    per: perChild,
    from: word('postponed-on', { setting: 'most' }),
    only: rule.did(happened('ReunificationPlanned')),
  };
  const settings = { most: { value: 30, says: 'Days.' } };
  const plan = (on: string, plannedFor: string): Told => ({
    type: 'ReunificationPlanned',
    on,
    plannedFor,
    children: ['c1'],
  });
  test('of which nothing is planned yet, is not put off', () => {
    const anyway: Partial<Duty> = { per: perChild, from: word('postponed-on', { setting: 'most' }) };
    expect(owed(told(anyway, settings), '2026-03-01')).toEqual(['unknown -', 'unknown -']);
  });
  test('by no more than the setting, or brought forward, is not put off', () => {
    expect(
      owed(told(duty, settings, plan('2026-02-01', '2026-04-01'), plan('2026-02-10', '2026-05-01')), '2026-03-01'),
    ).toEqual(['unknown -']);
    expect(
      owed(told(duty, settings, plan('2026-02-01', '2026-06-01'), plan('2026-02-10', '2026-04-01')), '2026-03-01'),
    ).toEqual(['unknown -']);
  });
  test('small moves count together', () => {
    const c = told(
      duty,
      settings,
      plan('2026-02-01', '2026-04-01'),
      plan('2026-02-10', '2026-04-20'),
      plan('2026-02-20', '2026-05-10'),
    );
    expect(owed(c, '2026-03-01')).toEqual(['overdue 2026-02-10']);
  });
});

test('a date that the record of the event does not give: unknown, with what is missing and who can tell it', () => {
  const waiting = (on: rule.When): unknown[] =>
    told(
      { per: rule.perEvent(happened('CircumstanceRecorded')), from: on, due: { by: rule.opened } },
      {},
      { type: 'CircumstanceRecorded', on: '2026-01-08', kind: 'closing-considered' },
    )
      .obligations('duty', '2026-02-01')
      .map((o) => [o.status, o.missing]);
  expect(waiting(rule.trigger('plannedFor'))).toEqual([
    ['unknown', [{ fact: 'the plannedFor of the event', suppliedBy: 'caseworker' }]],
  ]);
  const ofTheCase = told({ from: rule.trigger() }, {}).obligations('duty', '2026-02-01');
  expect(ofTheCase.map((o) => o.missing)).toEqual([[{ fact: 'the date of the event', suppliedBy: 'caseworker' }]]);
});

test('what counts from a completion waits while there was nobody of whom anything was asked', () => {
  const seen = rule.everyone(['kin'], rule.by(rule.inCase('ContactMade')));
  const duty: Partial<Duty> = { from: rule.metOn(seen) };
  expect(owed(told(duty, {}), '2026-02-01')).toEqual(['unknown -']);
  const kin: Told = { type: 'ParticipantAdded', on: '2026-01-06', participant: 'aunt', role: 'kin' };
  const call: Told = { type: 'ContactMade', on: '2026-01-07', kind: 'visit', participants: ['aunt'] };
  expect(owed(told(duty, {}, kin), '2026-02-01')).toEqual(['unknown -']);
  expect(owed(told(duty, {}, kin, call), '2026-02-01')).toEqual(['overdue 2026-01-07']);
});

test('a word that the vocabulary does not have is named', () => {
  const unknown = told({ from: word('no-such') }, {});
  expect(() => unknown.at('2026-02-01')).toThrow('no such word in the vocabulary: no-such');
});

test.each(['America/Chicago', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/Sao_Paulo'])(
  'the civil day of an instant in %s, at both sides of every midnight of two years with their clock changes',
  (zone) => {
    const wrong: string[] = [];
    for (let d = day('2017-01-01'); d <= day('2018-12-31'); d++)
      for (const at of [startOfDay(d, zone) - 1, startOfDay(d, zone)])
        if (iso(dayOf(at, zone)) !== DateTime.fromMillis(at, { zone }).toISODate()) wrong.push(iso(d));
    expect(wrong).toEqual([]);
  },
);
