// The calendar format itself, read back by another program: time zones, long lines, and words made to break out of it.
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { hasForbiddenCharacters } from '../../src/domain/free-words';
import { calendarPart, calendarUid, type CalendarPart } from '../../src/messaging/calendar-part';
import { readCalendar } from './support/calendars';

const aPart = (over: Partial<CalendarPart> = {}): CalendarPart => ({
  method: 'REQUEST',
  uid: calendarUid('case-1', 'm1', 'p1'),
  sequence: 0,
  at: Date.parse('2026-12-01T18:00:00Z'),
  startsAt: '2027-01-05T10:00',
  zone: 'America/Los_Angeles',
  minutes: 60,
  place: 'Room 4',
  attendee: 'rosa.vega@mail.example',
  organizer: { name: 'Family Meetings Office', address: 'meetings@agency.example' },
  language: 'en',
  summary: 'Meeting',
  note: 'Please call us.',
  ...over,
});

// Days around the changes of the clock in the zones of the programs and beyond, in a year to come.
test.each([
  ['America/Los_Angeles', '2027-03-13T10:00'],
  ['America/Los_Angeles', '2027-03-14T01:30'],
  ['America/Los_Angeles', '2027-03-14T03:30'],
  ['America/Los_Angeles', '2027-11-06T10:00'],
  ['America/Los_Angeles', '2027-11-07T00:30'],
  ['America/Los_Angeles', '2027-11-07T02:30'],
  ['America/Chicago', '2027-03-14T09:00'],
  ['America/Chicago', '2027-11-07T09:00'],
  ['America/Denver', '2027-07-01T09:00'],
  ['America/Phoenix', '2027-07-01T09:00'],
  ['Pacific/Honolulu', '2027-12-24T16:00'],
  ['America/Indiana/Knox', '2027-03-15T09:00'],
  ['Europe/Berlin', '2027-03-28T12:00'],
  ['US/Pacific', '2027-07-01T09:00'],
])('%s %s is the same instant in the calendar as in the plan', async (zone, startsAt) => {
  const event = await readCalendar(calendarPart(aPart({ zone, startsAt, minutes: 90 })));
  const expected = DateTime.fromISO(startsAt, { zone }).toMillis();
  expect(new Date(event.start).toISOString()).toBe(new Date(expected).toISOString());
  expect(event.end - event.start).toBe(90 * 60_000);
  expect(event.zone).not.toBe('UTC');
});

test.each([
  ['a time that the clock shows twice', '2027-11-07T01:30', '2027-11-07T08:30:00.000Z'],
  ['a time that the clock skips', '2027-03-14T02:30', '2027-03-14T10:30:00.000Z'],
])('%s is written in UTC, which no calendar misreads', async (_what, startsAt, instant) => {
  const source = calendarPart(aPart({ startsAt }));
  const event = await readCalendar(source);
  expect(source).not.toContain('TZID');
  expect(source).toMatch(/^DTSTART:\d{8}T\d{6}Z\r$/m);
  expect(new Date(event.start).toISOString()).toBe(instant);
});

test('a meeting that lasts across a change of the clock lasts as long as was said', async () => {
  const event = await readCalendar(calendarPart(aPart({ startsAt: '2027-03-14T01:30', minutes: 60 })));
  expect(new Date(event.end).toISOString()).toBe('2027-03-14T10:30:00.000Z');
});

const ATTACKS = [
  'Room 4\r\nATTENDEE:mailto:other@mail.example',
  'Room 4\nEND:VEVENT\nBEGIN:VEVENT',
  'Room 4\rEND:VCALENDAR',
  'Room 4\u2028ATTENDEE:mailto:other@mail.example',
  'Room 4\u0085ATTENDEE:mailto:other@mail.example',
  'Room 4\\nATTENDEE:mailto:other@mail.example',
  'a;b,c:d"e\\f\\,g^n^h',
  `${'x'.repeat(60)}😀${'é'.repeat(80)}👩‍👩‍👧‍👦${'漢'.repeat(60)}`,
  '"; X-ALT-REP="cid:x',
];

test.each(ATTACKS)('%j as a place stays one place', async (place) => {
  const event = await readCalendar(calendarPart(aPart({ place })));
  expect(event.location).toBe(place.replace(/\r\n|[\r\u0085\u2028]/g, '\n'));
  expect(event.attendees.map((attendee) => attendee.address)).toEqual(['MAILTO:rosa.vega@mail.example']);
  expect(event.properties).toHaveLength(12);
});

test.each(ATTACKS)('%j as the name of the agency stays one name', async (name) => {
  const event = await readCalendar(calendarPart(aPart({ organizer: { name, address: 'meetings@agency.example' } })));
  expect(event.organizer.address).toBe('mailto:meetings@agency.example');
  expect(event.attendees).toHaveLength(1);
  expect(event.properties).toHaveLength(12);
});

const words = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        '\r\n',
        '\n',
        ' ',
        '\t',
        ';',
        ',',
        ':',
        '"',
        '\\',
        '^',
        '😀',
        'é',
        'ATTENDEE',
        'END:VEVENT',
        'BEGIN:VALARM',
        'a',
      ),
      {
        minLength: 1,
        maxLength: 60,
      },
    )
    .map((parts) => parts.join('')),
);
// What the edge of the system lets in; ends of lines other than \n are unified, and characters that turn text round are not kept.
const admitted = words.filter(
  (text) => !hasForbiddenCharacters(text) && !/[\u0080-\u009f\u2028-\u202e\u2066-\u2069]/.test(text),
);

test('any place that can be recorded comes back as it was, and the calendar holds one event with one attendee', async () => {
  await fc.assert(
    fc.asyncProperty(admitted, async (place) => {
      const event = await readCalendar(calendarPart(aPart({ place })));
      expect(event.location).toBe(place.replace(/\r\n?/g, '\n'));
      expect(event.attendees).toHaveLength(1);
      expect(event.properties).toHaveLength(12);
    }),
    { numRuns: 150 },
  );
});

test('whatever the words are, a line has at most 75 octets, ends in CRLF, and holds no other control character', async () => {
  await fc.assert(
    fc.asyncProperty(words, words, words, async (place, name, note) => {
      const source = calendarPart(aPart({ place, note, organizer: { name, address: 'meetings@agency.example' } }));
      for (const line of source.split('\r\n')) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(line).not.toMatch(/[\u0000-\u0008\u000a-\u001f\u007f]|\p{Surrogate}/u);
      }
      expect((await readCalendar(source)).attendees).toHaveLength(1);
    }),
    { numRuns: 150 },
  );
});

test('an event is known by a number that tells nothing, and that two meetings, people or cases never share', () => {
  const uids = [
    calendarUid('case-1', 'm1', 'p1'),
    calendarUid('case-1', 'm1', 'p2'),
    calendarUid('case-1', 'm2', 'p1'),
    calendarUid('case-2', 'm1', 'p1'),
    calendarUid('case-1', 'm1p1', ''),
    calendarUid('case-1m', '1', 'p1'),
  ];
  expect(new Set(uids).size).toBe(uids.length);
  for (const uid of uids) expect(uid).toMatch(/^[0-9a-f]{40}$/);
});
