// What a letter says about answering: the page, the code; to somebody whose mail others read, nothing else.
import { answerPageLanguages, answerPageWords } from '../../src/messaging/templates/answer-page';
import { calendarPartOf } from './support/calendars';
import { aMeetingReminder, anInvitation, aPerson, arrive, CASE, composed } from './support/letters';

const url = 'https://cases.agency.example/answer#Zm9yIFJvc2Egb25seSwgMzIgYnl0ZXMgb2YgaXQgYWw';
const answer = { url, code: 'K7MD-X3RT' };
const cancel = anInvitation({ method: 'CANCEL', rung: 'cancel', sequence: 2, key: `${CASE}/m1/p1/cancel/2` });

test.each([
  ['an invitation', {}],
  ['a change', { intent: anInvitation({ sequence: 1 }) }],
  ['a reminder', { intent: aMeetingReminder() }],
])('%s has the link to the page, and the code', async (_what, over) => {
  const [{ mail } = never()] = await arrive(composed({ ...over, answer }));
  expect(mail.text).toContain(`Your page: ${url}\n`);
  expect(mail.html).toContain(`href="${url}"`);
  expect(mail.text).toContain('If that page asks for a code, type K7MD-X3RT.');
  expect(mail.text).toContain(
    'You can also reach us another way. Please call 206-555-0100 or write to meetings@agency.example.',
  );
  expect(mail.text).toContain('Please do not answer in your calendar.');
});

test('neither link nor code stands in the calendar, which others may see', async () => {
  const [{ mail } = never()] = await arrive(composed({ answer }));
  const { content } = calendarPartOf(mail);
  expect(content).not.toContain('/answer');
  expect(content).not.toContain('K7MD');
});

test('without a page the letter says how to answer otherwise', () => {
  const { text } = composed();
  expect(text).not.toContain('Your page');
  expect(text).toContain('Please call 206-555-0100 or write to meetings@agency.example. Tell us if you can come.');
});

test.each([
  ['an invitation', anInvitation()],
  ['a change', anInvitation({ sequence: 1, toldBefore: '2027-01-02T10:00' })],
  ['a reminder', aMeetingReminder()],
  ['a cancellation', cancel],
])(
  'to a person at high risk %s tells no day, time, place or meeting, and puts nothing into the calendar',
  async (_what, intent) => {
    const page = 'https://cases.agency.example/answer';
    const off = intent.method === 'CANCEL';
    const person = aPerson({ highRisk: true });
    const sent = composed({ intent, person, ...(off ? {} : { answer: { url: page, code: null } }) });
    const [{ raw, mail } = never()] = await arrive(sent);
    expect(mail.subject).toBe('A message for you');
    expect(mail.attachments).toEqual([]);
    const all = [raw, mail.text, mail.html].join('\n');
    for (const trace of ['meeting ', 'January', '2027', '10:00', 'Community', 'Rosa', 'invite', 'BEGIN:VCALENDAR', '#'])
      expect(all.replaceAll('Family Meetings Office', '').replace(/charset|color: #/g, '')).not.toContain(trace);
    if (off) expect(mail.text).not.toContain(page);
    else expect(mail.text).toContain(`Read it on this page: ${page}`);
    expect(mail.text).toContain(
      'Please call 206-555-0100 or write to meetings@agency.example when it is safe for you.',
    );
  },
);

test('the same letter whatever it is about: from two of them nobody learns what has changed', () => {
  const person = aPerson({ highRisk: true });
  const said = [anInvitation(), anInvitation({ sequence: 1 }), aMeetingReminder()].map((intent) => {
    const { subject, text, html } = composed({
      intent,
      person,
      answer: { url: 'https://x.example/answer', code: null },
    });
    return JSON.stringify([subject, text, html]);
  });
  expect(new Set(said).size).toBe(1);
});

test('a person at high risk who reads Spanish is written to in Spanish', () => {
  const person = aPerson({ highRisk: true, language: 'es-MX' });
  const { subject, text } = composed({ person, answer: { url: 'https://x.example/answer?l=es', code: null } });
  expect(subject).toBe('Un mensaje para usted');
  expect(text).toContain('Léalas en esta página: https://x.example/answer?l=es');
});

describe('the words of the page', () => {
  const texts = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'function'
        ? [String((value as (n: number) => unknown)(3))]
        : Object.values(value as object).flatMap(texts);

  test('no word of one language stands in the other', () => {
    const [english, spanish] = answerPageLanguages.map(texts);
    const same = english!.filter((text) => spanish!.includes(text));
    expect(same).toEqual([]);
    expect(spanish).toHaveLength(english!.length);
  });

  test('nothing on it says what the meeting is about', () => {
    for (const text of answerPageLanguages.flatMap(texts))
      expect(text).not.toMatch(
        /\b(case|court|child welfare|protect\w*|custody|foster|abuse|caso|tribunal|custodia|abuso)\b/i,
      );
  });

  test('whose language is not there reads English', () => {
    expect(['en', 'es-419', 'ES', 'so', ''].map((tag) => answerPageWords(tag).language)).toEqual([
      'en',
      'es',
      'es',
      'en',
      'en',
    ]);
  });
});

function never(): never {
  throw new Error('nothing arrived');
}
