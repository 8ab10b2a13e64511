// No word of a message is written where a language cannot reach it.
import type { ComposeInput, Mail } from '../../src/activities/messenger';
import { sender } from '../../src/messaging/catalogue-samples';
import { compose, composeDigest, composePage, composeSms } from '../../src/messaging/compose';
import { calendarLines } from '../../src/messaging/mailbox-calendar';
import { accented, pseudo } from './support/pseudo';
import { digestInput, shownBy, toInvited, toOwners } from './support/messages';

// What is filled in is spelled so too, so that it is no exception. Addresses are one: they are never words.
const filledIn = (input: ComposeInput): ComposeInput => ({
  ...input,
  caseId: accented(input.caseId),
  intent: {
    ...input.intent,
    about: accented(input.intent.about),
    ...(input.intent.reason === undefined ? {} : { reason: accented(input.intent.reason) }),
  },
  person: { ...input.person, name: accented(input.person.name) },
  ...(input.meeting ? { meeting: { ...input.meeting, place: accented('Room four') } } : {}),
  ...(input.dutyText === undefined ? {} : { dutyText: accented(input.dutyText) }),
  ...(input.introduced ? { introduced: { ...input.introduced, name: accented(input.introduced.name) } } : {}),
});
const office = { ...sender, name: accented(sender.name), postal: (sender.postal ?? []).map(accented) };

const plain = (text: string): string[] => text.replace(/\S+@\S+|https?:\/\/\S+/g, '').match(/[A-Za-z]+/g) ?? [];

function expectTranslated(mail: Mail): void {
  expect(plain(mail.subject)).toEqual([]);
  expect(plain(mail.text)).toEqual([]);
  expect(plain(shownBy(mail.html ?? ''))).toEqual([]);
  expect(mail.html).toContain('<html lang="qps-ploc" dir="ltr">');
  for (const [name, value] of calendarLines(mail.ics ?? ''))
    if (/^(SUMMARY|DESCRIPTION|LOCATION)\b/.test(name)) expect(plain(value)).toEqual([]);
}

test.each(toInvited)('%s: mail, calendar, text message and paper', (_name, input) => {
  const given = filledIn(input);
  expectTranslated(compose(given, office, pseudo));
  expect(plain(composeSms(given, office, pseudo))).toEqual([]);
  expect(plain(shownBy(composePage(given, office, pseudo)))).toEqual([]);
  expectTranslated(compose({ ...given, facilitator: { name: accented('Dana'), phone: '206' } }, office, pseudo));
  expectTranslated(compose({ ...given, meeting: { ...given.meeting!, place: null } }, office, pseudo));
});

test('without a telephone the way to reach us is in words of the language too', () => {
  for (const [, input] of toInvited)
    expect(plain(shownBy(composePage(filledIn(input), { ...office, phone: null }, pseudo)))).toEqual([]);
});

test.each(toOwners)('%s: mail', (_name, input) => {
  expectTranslated(compose(filledIn(input), office, pseudo));
});

test('daily list: mail', () => {
  const owed = digestInput.owed.map((one) => ({
    ...one,
    caseId: accented(one.caseId),
    says: accented(one.says),
    cites: ['1'],
  }));
  expectTranslated(composeDigest({ ...digestInput, owed }, office, pseudo)!);
});

test('the measure finds a sentence, and a date, that did not come from the phrases', () => {
  expect(plain('Ĥéļļó, on Tuesday, January 5')).toEqual(['on', 'Tuesday', 'January']);
});
