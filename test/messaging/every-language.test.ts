// What every language owes its readers: subjects that tell a stranger nothing, words that most people can read, a text and a
// page that say the same, and a mail that nobody can watch being opened.
import type { ComposeInput } from '../../src/activities/messenger';
import { dutySamples, sender } from '../../src/messaging/catalogue-samples';
import { compose, composeDigest, composePage, composeSms, paperLetter } from '../../src/messaging/compose';
import { meetingFacts, meetingMessage } from '../../src/messaging/facts';
import type { Letter } from '../../src/messaging/letter';
import { allWords, wordsFor } from '../../src/messaging/templates';
import { digestInput, inLanguage, shownBy, toInvited, toOwners, words } from './support/messages';
import { gradeLevel, lecturability, spanishSyllables, wordsPerSentence } from './support/readability';

const languages = allWords.map(({ language }) => language);
const inEach = <T extends readonly [string, ComposeInput]>(
  cases: readonly T[],
): (readonly [string, string, ComposeInput])[] =>
  languages.flatMap((language) => cases.map(([name, input]) => [language, name, inLanguage(input, language)] as const));
const invited = inEach(toInvited);
const all = [...invited, ...inEach(toOwners)];

// Neither a word of what it is about, nor a name, an id or a place.
const TELLING: Readonly<Record<string, RegExp>> = {
  en: /\b(case|court|child|children|kid|parent|famil\w*|welfare|protect\w*|custody|foster|abuse|neglect|hearing|permanen\w*|remov\w*|reunif\w*|dependen\w*|agency|safety|allegation)\b/i,
  es: /(?<!\p{L})(casos?|corte|tribunal|juez\p{L}*|niñ[oa]s?|hij[oa]s?|menor(es)?|padres?|madres?|famili\p{L}*|bienestar|protec\p{L}*|custodia|tutela|acogida|crianza|abuso|maltrato|negligencia|audiencia|permanencia|reunific\p{L}*|agencia|seguridad|denuncia|acusaci\p{L}*)(?!\p{L})/iu,
};
const NAMES = /Alex|Doe|Sam|Roe|Community|room|case-|\/m1/;
/** A sender with a name as neutral as the installation is told to choose. */
const neutral = { ...sender, name: 'Meetings Office' };

test('English and Spanish are here, and what is measured here is measured in each', () => {
  expect(languages).toEqual(['en', 'es']);
  expect(languages.map((language) => TELLING[language])).not.toContain(undefined);
});

describe.each(all)('%s: %s', (language, _name, input) => {
  test('has a short subject that tells a stranger nothing', () => {
    const { subject } = compose(input, sender);
    expect(subject).not.toMatch(TELLING[language]!);
    expect(subject).not.toMatch(NAMES);
    expect(subject.length).toBeLessThanOrEqual(70);
  });

  test('says the same in text and in HTML, which names its language and fetches nothing', () => {
    const { text, html = '' } = compose(input, sender);
    expect(shownBy(html)).toBe(words(text));
    expect(html).toMatch(new RegExp(`^<!doctype html>\\s*<html lang="${language}" dir="ltr">`));
    const tags = new Set([...html.matchAll(/<([a-z0-9]+)/g)].map(([, tag]) => tag));
    const plainTags = ['html', 'head', 'meta', 'title', 'body', 'p', 'h2', 'ul', 'li', 'strong', 'br', 'a'];
    expect([...tags].filter((tag) => !plainTags.includes(tag ?? ''))).toEqual([]);
    expect(html).not.toMatch(/\s(src|style|background|srcset|on\w+)\s*=|url\(|@import/i);
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, address]) => address);
    expect(links).toEqual([...text.matchAll(/https?:\S+/g)].map(([address]) => address));
    // No number of a link tells which message was opened.
    for (const address of links) expect(address).not.toContain('?');
  });
});

/** What is ours to judge: not the dates, names and addresses that are filled in. */
const prose = ({ blocks }: Letter): string =>
  blocks
    .flatMap((block) => (block.is === 'paragraph' ? [block.text] : block.is === 'list' ? [...block.items] : []))
    .join('\n')
    .replace(/\S+@\S+/g, 'us')
    .replace(/206-555-0100/g, '1');

describe.each(invited)('%s: %s', (language, _name, input) => {
  const mailed = wordsFor(language)[meetingMessage(input.intent)](meetingFacts(input, sender));
  test.each([
    ['by mail', prose(mailed)],
    ['on paper', prose(paperLetter(input, sender))],
  ])('reads easily, in short sentences, %s', (_how, text) => {
    expect(wordsPerSentence(text)).toBeLessThan(14);
    if (language === 'en') expect(gradeLevel(text)).toBeLessThanOrEqual(7);
    else expect(lecturability(text)).toBeGreaterThanOrEqual(70);
  });

  test('asks for an interpreter, access and a ride, unless there is nothing to come to', () => {
    const { text } = compose(input, sender);
    const asked = wordsFor(language)
      .invitation(meetingFacts(input, sender))
      .blocks.filter(({ is }) => is === 'list');
    expect(asked.length).toBeGreaterThan(0);
    const needs =
      language === 'en'
        ? ['interpreter', 'help to hear, see, read', 'a ride']
        : ['un intérprete', 'oír, ver, leer', 'transporte'];
    for (const need of needs) {
      if (input.intent.method === 'CANCEL') expect(text).not.toContain(need);
      else expect(text).toContain(need);
    }
  });

  test('has a text message and a page that tell a stranger nothing', () => {
    const sms = composeSms(input, neutral);
    expect(sms).not.toMatch(TELLING[language]!);
    expect(sms).not.toMatch(NAMES);
    expect(sms).not.toContain('http');
    expect(composePage(input, sender)).toContain(`<html lang="${language}"`);
  });
});

test.each(languages)('the daily list in %s has a neutral subject, and text and HTML say the same', (language) => {
  const mail = composeDigest(inLanguage(digestInput, language), sender)!;
  expect(mail.subject).not.toMatch(TELLING[language]!);
  expect(mail.subject).not.toMatch(NAMES);
  expect(shownBy(mail.html ?? '')).toBe(words(mail.text));
});

test('a subject is short also on the longest day of the year', () => {
  // Wednesday, September 30, 2026; in Spanish miércoles and septiembre too.
  for (const language of languages)
    for (const { samples } of Object.values(dutySamples))
      for (const { input } of samples) {
        const intent = { ...input.intent, due: input.intent.due && '2026-09-30' };
        expect(compose(inLanguage({ ...input, intent }, language), sender).subject.length).toBeLessThanOrEqual(70);
      }
});

test('the measures of reading tell plain words from the prose of policy', () => {
  expect(gradeLevel('You are invited to a meeting. We would like you to be there.')).toBeLessThan(6);
  expect(
    gradeLevel(
      'Participants are respectfully requested to communicate anticipated accommodation requirements to the designated facilitator, in accordance with applicable administrative regulations, prior to commencement of the proceedings.',
    ),
  ).toBeGreaterThan(15);
  expect(lecturability('Le invitamos a una reunión. Queremos contar con usted.')).toBeGreaterThan(70);
  expect(
    lecturability(
      'Se solicita respetuosamente a los participantes la comunicación anticipada de las necesidades de adaptación a la facilitadora designada, de conformidad con la reglamentación administrativa correspondiente.',
    ),
  ).toBeLessThan(20);
});

test.each([
  ['reunión', 2],
  ['guía', 2],
  ['leer', 2],
  ['quiénes', 2],
  ['oír', 2],
  ['que', 1],
  ['muy', 1],
  ['siguiente', 3],
  ['vergüenza', 3],
  ['decírnoslo', 4],
  ['ayuda', 3],
  ['invitaremos', 5],
])('%s has %i syllables', (word, count) => {
  expect(spanishSyllables(word)).toBe(count);
});

test('who speaks a language that has no letters yet is written to in English', () => {
  const spoken = ['en-US', 'es', 'es-MX', 'ES_us', 'so', 'constructor'];
  expect(spoken.map((language) => wordsFor(language).language)).toEqual(['en', 'es', 'es', 'es', 'en', 'en']);
});
