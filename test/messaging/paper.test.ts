// A letter on paper: for who has neither mail nor telephone number, so nothing in it may need either.
import { meetingSamples, sender } from '../../src/messaging/catalogue-samples';
import { composePage, paperLetter } from '../../src/messaging/compose';
import { asText } from '../../src/messaging/letter';
import { inLanguage, shownBy, toInvited, toOwners } from './support/messages';

const invitation = meetingSamples.invitation.samples[0]!.input;
const inBoth = ['en', 'es'].flatMap((language) =>
  toInvited.map(([name, input]) => [`${language}: ${name}`, inLanguage(input, language)] as const),
);

test('it shows who writes, to whom, when, what, and whom to call', () => {
  const to = ['Substitute Address Program', 'P.O. Box 1', 'Springfield, WA 98000'];
  const page = composePage({ ...invitation, to, facilitator: { name: 'Dana Lee', phone: '206-555-0188' } }, sender);
  const shown = shownBy(page);
  expect(shown.split('You are invited')[0]).toBe(
    'Family Meetings Office 100 Sample Street, Floor 2 Springfield, WA 98000 Telephone 206-555-0100 ' +
      'Alex Doe Substitute Address Program P.O. Box 1 Springfield, WA 98000 ' +
      'Tuesday, December 1, 2026 A meeting on Tuesday, January 5 Hello Alex Doe, ',
  );
  expect(shown).toContain('How to answer Please call 206-555-0188. Ask for Dana Lee. Tell us if you can come.');
});

test.each(inBoth)('%s: no link, no mail, no calendar to answer in; nothing is fetched', (_name, input) => {
  const page = composePage(
    { ...input, answer: { url: 'https://x.example.org/answer#token', code: 'H7KMPQRT' } },
    sender,
  );
  expect(page).not.toMatch(/https?:|\S@\S|token|<(script|img|link|iframe)|url\(|@import/i);
  expect(shownBy(page)).not.toMatch(/answer in your calendar|responda en su calendario/);
});

// Text as wide as the widest of the usual fonts: 58 letters in a line, 44 lines on the sheet with room for headings.
test.each(inBoth)('%s: one sheet', (_name, input) => {
  const letter = paperLetter({ ...input, mayName: true, facilitator: { name: 'Dana Lee of the Office' } }, sender);
  const lines = asText(letter)
    .split('\n')
    .filter((line) => line !== '')
    .reduce((sum, line) => sum + Math.ceil(line.length / 58), 0);
  expect(lines + 8).toBeLessThanOrEqual(44);
  expect(composePage(input, sender)).toMatch(/@page \{ size: letter;[\s\S]*font: 14pt/);
});

test('without a telephone of the agency people are asked to write to the address on the letter', () => {
  const office = { ...sender, phone: null };
  expect(asText(paperLetter(invitation, office))).toContain('Please write to us at the address on this letter.');
  expect(asText(paperLetter(inLanguage(invitation, 'es'), office))).toContain(
    'Por favor, escríbanos a la dirección que está en esta carta.',
  );
});

test('what is filled in cannot write into the page', () => {
  const person = { ...invitation.person, name: '<script>x</script>\n& Co' };
  const page = composePage({ ...invitation, person, to: ['<b>1</b> Street'] }, sender);
  expect(page).not.toMatch(/<script|<b>/);
  expect(page).toContain('&lt;script&gt;x&lt;/script&gt;, &amp; Co');
});

test('about duties, which name the case, there are no letters on paper', () => {
  expect(() => composePage(toOwners[0]![1], sender)).toThrow('there are no letters on paper about duties');
});
