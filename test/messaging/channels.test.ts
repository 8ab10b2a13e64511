// Which way a message takes to a person, and from when on.
import { channelsOf, numberOf, safeFrom } from '../../src/messaging/channels';
import type { Person } from '../../src/store/types';
import { aPerson } from './support/letters';

test.each<[string, Partial<Person>, string]>([
  ['with everything', { phone: '206-555-0147' }, 'email sms letter'],
  ['without mail', { email: null, phone: '206-555-0147' }, 'sms letter'],
  ['with neither mail nor telephone', { email: null }, 'letter'],
  ['with a number to which no text can go', { email: null, phone: '5550147' }, 'letter'],
  ['at high risk, for whom nobody has decided', { phone: '206-555-0147', highRisk: true }, 'email'],
  ['at high risk without mail', { email: null, phone: '206-555-0147', highRisk: true }, ''],
  ['who was asked', { phone: '206-555-0147', channels: ['sms', 'email'] }, 'sms email'],
  ['at high risk who was asked', { phone: '206-555-0147', channels: ['sms'], highRisk: true }, 'sms'],
  ['who answered STOP', { phone: '206-555-0147', optOut: ['sms'] }, 'email letter'],
  ['who chose texts and then answered STOP', { phone: '206-555-0147', channels: ['sms'], optOut: ['sms'] }, ''],
])('a person %s is reached by %j: %s', (_who, over, ways) => {
  expect(channelsOf(aPerson(over)).join(' ')).toBe(ways);
});

test.each([
  ['206-555-0147', '+12065550147'],
  ['(206) 555-0147', '+12065550147'],
  ['1 206 555 0147', '+12065550147'],
  ['+1 (206) 555-0147', '+12065550147'],
  ['+52 55 1234 5678', '+525512345678'],
  ['+0 206 555 0147', null],
  ['555-0147', null],
  ['106 555 0147', null],
  ['206 155 0147', null],
  ['+1234567890123456', null],
  [null, null],
])('%s as a gateway wants it: %s', (phone, number) => {
  expect(numberOf(phone)).toBe(number);
});

const ZONE = 'America/Los_Angeles';
const at = (text: string): number => Date.parse(text);

// In Los Angeles the clocks went forward on 8 March 2026 at 02:00 and back on 1 November 2026.
test.each([
  ['inside the hours: now', '09:00', '17:00', '2026-03-03T12:00-08:00', '2026-03-03T12:00-08:00'],
  ['before them: when they begin', '09:00', '17:00', '2026-03-03T06:00-08:00', '2026-03-03T09:00-08:00'],
  ['in the minute in which they begin', '09:00', '17:00', '2026-03-03T09:00-08:00', '2026-03-03T09:00-08:00'],
  ['in the minute in which they end: tomorrow', '09:00', '17:00', '2026-03-03T17:00-08:00', '2026-03-04T09:00-08:00'],
  ['over midnight, late in the evening', '22:00', '02:00', '2026-03-03T23:30-08:00', '2026-03-03T23:30-08:00'],
  ['over midnight, after it', '22:00', '02:00', '2026-03-04T01:30-08:00', '2026-03-04T01:30-08:00'],
  ['over midnight, at noon', '22:00', '02:00', '2026-03-04T12:00-08:00', '2026-03-04T22:00-08:00'],
  ['the evening before the clocks go forward', '09:00', '17:00', '2026-03-07T20:00-08:00', '2026-03-08T09:00-07:00'],
  ['the evening before they go back', '09:00', '17:00', '2026-10-31T20:00-07:00', '2026-11-01T09:00-08:00'],
])('safe hours, %s', (_what, from, to, now, earliest) => {
  expect(new Date(safeFrom({ from, to }, at(now), ZONE)).toISOString()).toBe(new Date(at(earliest)).toISOString());
});

test('without safe hours any time will do', () => {
  expect(safeFrom(undefined, at('2026-03-03T03:00-08:00'), ZONE)).toBe(at('2026-03-03T03:00-08:00'));
});
