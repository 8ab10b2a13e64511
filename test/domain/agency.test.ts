// What an agency sets for itself: which value holds on a day, and what kind of value it is.
import { agencySchema, commonSettings, isPeriod, settingValueOf, type AgencyInput } from '../../src/domain/agency';
import { day } from '../../src/domain/calendar';
import { program, type Program } from '../../src/domain/rule';
import { kindOfSetting, withSetting } from '../../src/domain/setting-versions';
import { anAgency } from '../support/a-case';

const policy = (from: string, value: number): Program =>
  program({
    id: 'policy',
    title: 'A policy',
    edition: from,
    document: 'A document',
    effective: { from },
    settings: { visits: { value, says: 'Visits.' } },
    duties: [],
    guards: [],
    guidance: [],
  });
const on = (when: string, settings: AgencyInput['settings'], programs: readonly Program[] = []): unknown =>
  settingValueOf(anAgency({ settings }), programs, 'visits', day(when));

describe('the value of a setting on a day', () => {
  test('is the agency’s own, whatever the program suggests', () => {
    expect(on('2026-01-01', { visits: 4 }, [policy('2000-01-01', 2)])).toBe(4);
  });
  test('of several versions it is the last that has begun, in whatever order they were given', () => {
    const first = { from: '2026-01-01', value: 1 };
    const second = { from: '2026-02-01', value: 2 };
    const third = { from: '2026-03-01', value: 3 };
    for (const versions of [
      [first, second, third],
      [third, second, first],
      [second, third, first],
    ])
      expect(
        ['2026-01-01', '2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01'].map((d) =>
          on(d, { visits: { versions } }),
        ),
      ).toEqual([1, 1, 2, 2, 3]);
  });
  test('of two from the same day on it is the one given last', () => {
    const versions = [1, 2].map((value) => ({ from: '2026-01-01', value }));
    expect(on('2026-01-01', { visits: { versions } })).toBe(2);
  });
  test('before the first version it is what the program suggests', () => {
    const versions = [{ from: '2026-02-01', value: 9 }];
    expect(on('2026-01-31', { visits: { versions } }, [policy('2000-01-01', 2)])).toBe(2);
    expect(on('2026-02-01', { visits: { versions } }, [policy('2000-01-01', 2)])).toBe(9);
  });
  test('an own value that is a list or a period is no list of versions', () => {
    expect(on('2026-01-01', { visits: [1, 2] })).toEqual([1, 2]);
    expect(on('2026-01-01', { visits: { unit: 'days', n: 3 } })).toEqual({ unit: 'days', n: 3 });
    expect(on('2026-01-01', { visits: false })).toBe(false);
  });
  test('is that of the edition in force then; before every edition that of the first', () => {
    const editions = [policy('2024-01-01', 1), policy('2026-01-01', 2)];
    expect(['2023-06-01', '2024-01-01', '2025-12-31', '2026-01-01'].map((d) => on(d, {}, editions))).toEqual([
      1, 1, 1, 2,
    ]);
  });
  test('is the common one where no program has it; a name that nobody knows is a fault', () => {
    const common = (name: string): unknown =>
      settingValueOf(anAgency(), [policy('2000-01-01', 2)], name, day('2026-01-01'));
    expect(common('graceDays')).toBe(commonSettings.graceDays.value);
    expect(() => common('colour')).toThrow('no such agency setting: colour');
  });
});

test.each<[unknown, boolean]>([
  [{ unit: 'days', n: 3 }, true],
  [{ unit: 'days' }, false],
  [{ n: 3 }, false],
  [{}, false],
  [null, false],
  [undefined, false],
  ['30', false],
  [30, false],
  [[1, 2], false],
])('a period has a unit and a number: %j', (value, expected) => expect(isPeriod(value)).toBe(expected));

describe('a setting is changed from a day on', () => {
  test('what held before holds until then, for the oldest case too, and other settings stay', () => {
    const once = withSetting({ visits: 1, other: true }, 'visits', 2, '2026-02-01');
    expect(once['other']).toBe(true);
    expect(['1900-01-01', '2026-01-31', '2026-02-01'].map((d) => on(d, once))).toEqual([1, 1, 2]);
    const twice = withSetting(once, 'visits', 3, '2026-01-15');
    expect(['2026-01-14', '2026-01-15', '2026-02-01'].map((d) => on(d, twice))).toEqual([1, 3, 2]);
  });
  test('the versions stand in the order of their days', () => {
    const late = withSetting({}, 'visits', 3, '2026-03-01');
    expect(withSetting(withSetting(late, 'visits', 2, '2026-02-01'), 'visits', 4, '2026-04-01')['visits']).toEqual({
      versions: [
        { from: '2026-02-01', value: 2 },
        { from: '2026-03-01', value: 3 },
        { from: '2026-04-01', value: 4 },
      ],
    });
  });
  test('a second value from the same day on takes the place of the first', () => {
    const twice = withSetting(withSetting({}, 'visits', 2, '2026-02-01'), 'visits', 5, '2026-02-01');
    expect(twice['visits']).toEqual({ versions: [{ from: '2026-02-01', value: 5 }] });
  });
  test('a period that held is one value, not a list of versions', () => {
    const days = { unit: 'days', n: 3 } as const;
    expect(withSetting({ visits: days }, 'visits', 2, '2026-02-01')['visits']).toEqual({
      versions: [
        { from: '0001-01-01', value: days },
        { from: '2026-02-01', value: 2 },
      ],
    });
  });
});

test.each<[unknown, string]>([
  [[1], 'list of numbers'],
  [{ unit: 'days', n: 1 }, 'period'],
  ['08:00', 'time of the day'],
  ['19:59', 'time of the day'],
  ['23:59', 'time of the day'],
  ['24:00', 'text'],
  ['08:60', 'text'],
  ['108:00', 'text'],
  ['08:000', 'text'],
  ['en', 'text'],
  [true, 'yes or no'],
  [5, 'number'],
  [null, 'number'],
])('a value of a setting is of a kind: %j', (value, kind) => expect(kindOfSetting(value)).toBe(kind));

describe('what an agency may say of its staff', () => {
  const told = (over: object): string[] => {
    const staff = [{ id: 'cw1', role: 'caseworker', unit: 'unit-1', ...over }];
    const read = agencySchema.safeParse({ id: 'agency', zone: 'America/Chicago', staff });
    return read.success ? [] : read.error.issues.map((issue) => issue.path.join('.'));
  };
  test('an absence does not end before it begins; one day is one', () => {
    expect(told({ absences: [{ from: '2026-02-02', to: '2026-02-02' }] })).toEqual([]);
    expect(told({ absences: [{ from: '2026-02-02', to: '2026-02-01' }] })).toEqual(['staff.0.absences.0.to']);
  });
  test('a language is a code, and nothing around it', () => {
    expect(told({ languages: ['es', 'hmn'] })).toEqual([]);
    for (const wrong of ['e', 'Spanish', 'es-', '-es', 'ES'])
      expect([wrong, ...told({ languages: [wrong] })]).toEqual([wrong, 'staff.0.languages.0']);
  });
  test('no unit is called mine: in addresses that is the unit of who asks', () => {
    expect(told({ unit: 'mine' })).toEqual(['staff.0.unit']);
    expect(told({ unit: 'mines' })).toEqual([]);
  });
  test('whoever is not said to be gone works there', () => {
    const staff = [{ id: 'cw1', role: 'caseworker', unit: 'unit-1' }] as const;
    const [person] = agencySchema.parse({ id: 'agency', zone: 'America/Chicago', staff }).staff;
    expect(person).toMatchObject({ active: true, otherFamilies: 0 });
  });
  test('a zone must exist', () => {
    const { success } = agencySchema.safeParse({ id: 'agency', zone: 'America/Nowhere', staff: [] });
    expect(success).toBe(false);
  });
});
