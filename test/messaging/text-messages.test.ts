// Text messages: what they cost, and what they never say.
import fc from 'fast-check';
import type { ComposeInput } from '../../src/activities/messenger';
import { meetingSamples, sender } from '../../src/messaging/catalogue-samples';
import { composeSms } from '../../src/messaging/compose';
import { segmentsOf } from '../../src/messaging/sms-size';
import { inLanguage, toInvited, toOwners } from './support/messages';

const invitation = meetingSamples.invitation.samples[0]!.input;

test.each([
  ['160 letters of the old alphabet', 'a'.repeat(160), 1],
  ['161 of them', 'a'.repeat(161), 2],
  ['306', 'a'.repeat(306), 2],
  ['307', 'a'.repeat(307), 3],
  ['é and ñ belong to it', 'éñ'.repeat(80), 1],
  ['a brace takes two places', `${'a'.repeat(159)}{`, 2],
  ['á does not belong to it', `${'a'.repeat(69)}á`, 1],
  ['71 with one such letter', `${'a'.repeat(70)}á`, 2],
  ['134', `${'a'.repeat(133)}á`, 2],
  ['135', `${'a'.repeat(134)}á`, 3],
  ['an emoji takes two places', `${'a'.repeat(68)}😀`, 1],
  ['and is counted so', `${'a'.repeat(69)}😀`, 2],
])('%s', (_what, text, segments) => {
  expect(segmentsOf(text)).toBe(segments);
});

test('each message, as it is read', () => {
  const read = (language: string) => toInvited.map(([, input]) => composeSms(inLanguage(input, language), sender));
  expect([...new Set(read('en'))]).toEqual([
    'Family Meetings Office: You are invited to a meeting on Tuesday, January 5, 10:00 AM (Pacific Time). Answers and questions: 206-555-0100',
    'Family Meetings Office: Please note the time of your meeting: Tuesday, January 5, 10:00 AM (Pacific Time). Answers and questions: 206-555-0100',
    'Family Meetings Office: You do not need to come to the meeting on Tuesday, January 5, 10:00 AM (Pacific Time). Answers and questions: 206-555-0100',
    'Family Meetings Office: Reminder: you have a meeting on Tuesday, January 5, 10:00 AM (Pacific Time). Answers and questions: 206-555-0100',
    'Family Meetings Office: We would like to find a time to meet with you. Please tell us when you can come. Answers and questions: 206-555-0100',
    'Family Meetings Office: Please tell us when you can come to a meeting. We do not have your answer yet. Answers and questions: 206-555-0100',
  ]);
  expect([...new Set(read('es'))]).toEqual([
    'Family Meetings Office: Le invitamos a una reunión el martes 5 de enero, 10:00 a.m. (hora del Pacífico). Contacto: 206-555-0100',
    'Family Meetings Office: Revise la hora de su reunión: martes 5 de enero, 10:00 a.m. (hora del Pacífico). Contacto: 206-555-0100',
    'Family Meetings Office: No tiene que venir a la reunión del martes 5 de enero, 10:00 a.m. (hora del Pacífico). Contacto: 206-555-0100',
    'Family Meetings Office: Recordatorio: reunión el martes 5 de enero, 10:00 a.m. (hora del Pacífico). Contacto: 206-555-0100',
    'Family Meetings Office: Buscamos una hora para una reunión con usted. Díganos cuándo puede venir. Contacto: 206-555-0100',
    'Family Meetings Office: Díganos cuándo puede venir a una reunión. Aún no tenemos su respuesta. Contacto: 206-555-0100',
  ]);
});

/** One segment of GSM-7 in English, at most two segments in Spanish; it tells when, but while a time is sought there is none. */
const expectToFit = (input: ComposeInput, from = sender): void => {
  const english = composeSms(inLanguage(input, 'en'), from);
  const spanish = composeSms(inLanguage(input, 'es'), from);
  expect([english, segmentsOf(english)]).toEqual([english, 1]);
  expect(english.length).toBeLessThanOrEqual(160);
  expect([spanish, segmentsOf(spanish) <= 2]).toEqual([spanish, true]);
  const tells = input.intent.topic === 'meeting';
  for (const text of [english, spanish]) expect(/\d{1,2}:\d\d [AaPp]/.test(text)).toBe(tells);
};

const at = (startsAt: string, zone: string, input: ComposeInput): ComposeInput => ({
  ...input,
  intent: { ...input.intent, content: { ...input.intent.content!, startsAt, zone } },
});

// One zone for each name that a zone of the states and territories has.
test.each([
  'America/Los_Angeles',
  'America/Denver',
  'America/Phoenix',
  'America/Chicago',
  'America/Indiana/Knox',
  'America/New_York',
  'America/Anchorage',
  'America/Adak',
  'Pacific/Honolulu',
  'America/Puerto_Rico',
  'Pacific/Guam',
  'Pacific/Pago_Pago',
])('it fits in %s, on the longest day', (zone) => {
  for (const [, input] of toInvited) expectToFit(at('2026-09-30T12:30', zone, input));
});

test('it fits whatever the office, the facilitator and the telephone are called, and always tells when', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.option(fc.stringMatching(/^\+?[0-9][0-9 ()./-]{3,30}$/)),
      fc.constantFrom(...toInvited.map(([, input]) => input)),
      (name, phone, input) =>
        expectToFit(at('2026-09-30T12:30', 'Pacific/Honolulu', input), { ...sender, name, phone }),
    ),
    { numRuns: 100 },
  );
});

test('neither who is invited, nor where, nor a link stands in it: it shows on a locked screen', () => {
  const text = composeSms(
    { ...invitation, answer: { url: 'https://x.example.org/answer#token', code: null }, mayName: true },
    sender,
  );
  for (const word of ['Alex', 'Doe', 'room', 'Community', 'http', 'token']) expect(text).not.toContain(word);
});

test('a long name of the office is left out before the way to answer is', () => {
  expect(composeSms(invitation, { ...sender, name: 'Office '.repeat(20).trim() })).toBe(
    'You are invited to a meeting on Tuesday, January 5, 10:00 AM (Pacific Time). Answers and questions: 206-555-0100',
  );
});

test('about duties, which name the case, there are no text messages', () => {
  expect(() => composeSms(toOwners[0]![1], sender)).toThrow('there are no text messages about duties');
});
