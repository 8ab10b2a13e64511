// When those invited are reminded of a meeting: on a business day, and never of what was set a moment ago.
import { anAgency, ZONE } from '../support/a-case';
import { toldIn } from './support/one-duty';

// 2026-02-16 is Presidents' Day, a Monday; reminders go out at 08:00, which is 16:00 in UTC.
const agency = anAgency({ holidays: ['2026-02-16'] });

function reminded(startsAt: string, set: { on: string; known?: string }): string[] {
  const c = toldIn(
    agency,
    {},
    {},
    { type: 'MeetingScheduled', meeting: 'm1', kinds: ['ppm'], invitees: ['p1'], startsAt, zone: ZONE, ...set },
  );
  const { notices } = c.at(`${startsAt.slice(0, 10)}T07:00:00-08:00`);
  return notices.filter((n) => n.topic === 'meeting').map((n) => `${new Date(n.at).toISOString()} ${n.rung}`);
}

test.each<[string, string, { on: string; known?: string }, string[]]>([
  [
    'on a Thursday: on the Thursday and the Wednesday before',
    '2026-02-12T18:00',
    { on: '2026-02-02' },
    ['2026-02-05T16:00:00.000Z before-7', '2026-02-11T16:00:00.000Z before-1'],
  ],
  [
    'on a Monday: on the Monday and the Friday before',
    '2026-02-09T18:00',
    { on: '2026-01-20' },
    ['2026-02-02T16:00:00.000Z before-7', '2026-02-06T16:00:00.000Z before-1'],
  ],
  [
    'on a Tuesday after a holiday: on the Friday before as well',
    '2026-02-17T18:00',
    { on: '2026-02-02' },
    ['2026-02-10T16:00:00.000Z before-7', '2026-02-13T16:00:00.000Z before-1'],
  ],
  [
    'a week after a holiday: on the Friday before the holiday',
    '2026-02-23T18:00',
    { on: '2026-02-02' },
    ['2026-02-13T16:00:00.000Z before-7', '2026-02-20T16:00:00.000Z before-1'],
  ],
  [
    'on a Sunday, in the time of the family: on Fridays',
    '2026-02-08T15:00',
    { on: '2026-01-20' },
    ['2026-01-30T16:00:00.000Z before-7', '2026-02-06T16:00:00.000Z before-1'],
  ],
  ['on a Monday, set on the Saturday before: not at all', '2026-02-09T18:00', { on: '2026-02-07' }, []],
  [
    'on a Monday, set on the Friday before at seven: on that Friday',
    '2026-02-09T18:00',
    { on: '2026-02-06', known: '2026-02-06T07:00:00-08:00' },
    ['2026-02-06T16:00:00.000Z before-1'],
  ],
])('a meeting %s', (_what, startsAt, set, expected) => expect(reminded(startsAt, set)).toEqual(expected));
