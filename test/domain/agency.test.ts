// What an agency sets: the value of a setting on a day, and what tells the forms of values apart.
import { isPeriod, isSetting, settingValueOf } from '../../src/domain/agency';
import { day } from '../../src/domain/calendar';
import { days, program, setting } from '../../src/domain/rule';
import { anAgency } from '../support/a-case';

const of = program({
  id: 'p',
  title: 'p',
  edition: '1',
  document: 'p',
  effective: { from: '2000-01-01' },
  settings: { remindDays: { value: 3, says: 'Days.' } },
  duties: [],
  guards: [],
  guidance: [],
});

test('a setting has the value of the version in force, in whatever order its versions are listed', () => {
  const versions = [
    { from: '2026-07-01', value: 9 },
    { from: '2026-01-01', value: 5 },
    { from: '2026-03-01', value: 7 },
  ];
  for (const listed of [versions, versions.toReversed()]) {
    const agency = anAgency({ settings: { remindDays: { versions: listed } } });
    const on = (date: string): unknown => settingValueOf(agency, [of], 'remindDays', day(date));
    expect(['2025-12-31', '2026-01-01', '2026-02-28', '2026-03-01', '2026-12-31'].map(on)).toEqual([3, 5, 5, 7, 9]);
  }
});

test('a period is told from a number, a word, nothing, and from half a period', () => {
  expect(isPeriod(days(3))).toBe(true);
  expect([3, 'days', null, undefined, { unit: 'days' }, { n: 3 }].map(isPeriod)).toEqual(Array(6).fill(false));
  expect([isSetting(setting('remindDays')), isSetting(days(3))]).toEqual([true, false]);
});
