import {
  addBusinessDays,
  addMonths,
  clockTrouble,
  day,
  dayOf,
  endOfMonth,
  instantOf,
  iso,
  isoWeek,
  startOfDay,
  weekday,
} from '../../src/domain/calendar';

describe('civil days', () => {
  test.each(['2026-02-30', '2026-13-01', '0000-01-01', '2026-1-1', '2026-01-01T00:00', 'tomorrow'])(
    '%s is refused: no such date',
    (text) => {
      expect(() => day(text)).toThrow(RangeError);
    },
  );

  test('a date and its number are each other’s inverse, leap days and years before 1970 included', () => {
    for (const text of ['1969-12-31', '1970-01-01', '2000-02-29', '2024-02-29', '2026-12-31', '2199-12-31'])
      expect(iso(day(text))).toBe(text);
    expect(day('1970-01-02')).toBe(1);
  });

  test('90 days after 2026-02-02 is 2026-05-03, whatever the clocks do in March', () => {
    expect(iso(day('2026-02-02') + 90)).toBe('2026-05-03');
  });

  test('2026-11-24 is a Tuesday in week 48', () => {
    expect(weekday(day('2026-11-24'))).toBe(2);
    expect(isoWeek(day('2026-11-24'))).toBe('2026-W48');
    expect(isoWeek(day('2027-01-01'))).toBe('2026-W53');
  });
});

describe('months end where the month ends', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-01-31', 2, '2026-03-31'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
  ])('%s and %i months is %s', (from, n, to) => expect(iso(addMonths(day(from), n))).toBe(to));

  test('the last day of February 2028 is the 29th', () =>
    expect(iso(endOfMonth(day('2028-02-10')))).toBe('2028-02-29'));
});

describe('business days', () => {
  const thanksgiving = new Set([day('2026-11-26')]);
  test('three after Tuesday 2026-11-24 is Monday 2026-11-30: Thursday is a holiday, the weekend does not count', () => {
    expect(iso(addBusinessDays(day('2026-11-24'), 3, thanksgiving))).toBe('2026-11-30');
  });
  test('the day of the event is day zero, also on a Saturday', () => {
    expect(iso(addBusinessDays(day('2026-11-28'), 1, thanksgiving))).toBe('2026-11-30');
  });
  test('backwards too', () => expect(iso(addBusinessDays(day('2026-11-30'), -2, thanksgiving))).toBe('2026-11-25'));
});

describe('civil time and instants', () => {
  const zone = 'America/Chicago';
  test('the day on which clocks go back has 25 hours', () => {
    expect(startOfDay(day('2026-11-02'), zone) - startOfDay(day('2026-11-01'), zone)).toBe(25 * 3_600_000);
  });
  test('a day begins when it first exists: midnight is skipped in Santiago on 2026-09-06', () => {
    expect(new Date(startOfDay(day('2026-09-06'), 'America/Santiago')).toISOString()).toBe('2026-09-06T04:00:00.000Z');
  });
  test('02:30 on the day that clocks go forward does not exist, 01:30 on the day they go back comes twice', () => {
    expect(clockTrouble('2026-03-08T02:30', zone)).toBe('skipped');
    expect(clockTrouble('2026-11-01T01:30', zone)).toBe('repeated');
    expect(clockTrouble('2026-11-01T08:30', zone)).toBeNull();
  });
  test('18:30 is 18:30 on both sides of the change', () => {
    expect(new Date(instantOf(day('2026-10-31'), '18:30', zone)).toISOString()).toBe('2026-10-31T23:30:00.000Z');
    expect(new Date(instantOf(day('2026-11-01'), '18:30', zone)).toISOString()).toBe('2026-11-02T00:30:00.000Z');
  });
  test('an instant lies in the civil day of the zone', () => {
    expect(iso(dayOf(Date.parse('2026-01-06T05:30:00Z'), zone))).toBe('2026-01-05');
  });
});
