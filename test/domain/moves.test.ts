// Where a closed office puts its meetings: the same time of the day, on a day on which somebody is there.
import { day } from '../../src/domain/calendar';
import { meetingsIn, movedTo, type MoveRule } from '../../src/domain/moves';
import { everyCase } from '../../src/programs/every-case';
import { ACase, anAgency, ZONE, type Told } from '../support/a-case';

const holidays = new Set(['2026-01-19', '2026-12-25', '2027-01-01'].map(day));
const closure = (from: string, to = from) => ({ from: day(from), to: day(to) });

test.each<[string, string, ReturnType<typeof closure>, MoveRule, string]>([
  ['a Monday holiday', '2026-01-19T17:30', closure('2026-01-19'), 'next-working-day', '2026-01-20T17:30'],
  ['the same weekday', '2026-01-19T17:30', closure('2026-01-19'), 'same-weekday', '2026-01-26T17:30'],
  ['a Friday: over the weekend', '2026-02-13T09:00', closure('2026-02-13'), 'next-working-day', '2026-02-16T09:00'],
  ['before a holiday: over it', '2026-01-16T09:00', closure('2026-01-16'), 'next-working-day', '2026-01-20T09:00'],
  ['a closed week', '2026-12-22T09:00', closure('2026-12-21', '2026-12-24'), 'next-working-day', '2026-12-28T09:00'],
  [
    'the same weekday falls on a holiday',
    '2026-12-25T09:00',
    closure('2026-12-25'),
    'same-weekday',
    '2027-01-04T09:00',
  ],
  ['a meeting on a Saturday', '2026-02-14T10:00', closure('2026-02-14'), 'same-weekday', '2026-02-21T10:00'],
  ['two closed weeks', '2026-02-04T10:00', closure('2026-02-02', '2026-02-13'), 'same-weekday', '2026-02-18T10:00'],
])('%s: %s', (_what, startsAt, closed, rule, expected) =>
  expect(movedTo(startsAt, closed, rule, holidays)).toBe(expected),
);

test('the meetings ahead on these days, those on the first and the last day too; none that is off, was held, or is of a closed case', () => {
  const set = (meeting: string, startsAt: string): Told => ({
    type: 'MeetingScheduled',
    on: '2026-01-10',
    meeting,
    kinds: ['family-team'],
    invitees: ['p1'],
    startsAt,
    zone: ZONE,
  });
  const c = ACase.opened([everyCase], '2026-01-05', ['2018-05-01'], anAgency()).with(
    set('before', '2026-02-01T23:59'),
    set('first', '2026-02-02T00:00'),
    set('last', '2026-02-04T23:30'),
    set('after', '2026-02-05T00:00'),
    set('off', '2026-02-03T10:00'),
    set('away', '2026-02-03T10:00'),
    { type: 'MeetingCancelled', on: '2026-01-11', meeting: 'off', reason: 'x' },
    { type: 'MeetingRescheduled', on: '2026-01-11', meeting: 'away', startsAt: '2026-02-10T10:00', zone: ZONE },
  );
  const found = (story: ACase): string[] =>
    meetingsIn(story.at('2026-01-12').file, closure('2026-02-02', '2026-02-04')).map(({ id }) => id);
  expect(found(c)).toEqual(['first', 'last']);
  expect(found(c.with({ type: 'CaseClosed', on: '2026-01-12', reason: 'done' }))).toEqual([]);
});
