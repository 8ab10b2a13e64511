// The letter to somebody whose mail others may read. It tells neither day, time, place nor what it is about, in whatever case it is
// sent: the page tells them, to whoever types the code that the facilitator told. A text message to such a person says as little.
import { heading, link, paragraph, type Letter } from '../letter';
import type { Contact, MeetingFacts } from './words';

interface QuietWords {
  readonly subject: string;
  readonly news: string;
  readonly page: string;
  readonly code: string;
  readonly ask: string;
  reach(by: string): string;
  call(phone: string): string;
  write(email: string): string;
  or(a: string, b: string): string;
  /** On paper, from an office without a telephone. */
  readonly byPost: string;
}

const en: QuietWords = {
  subject: 'A message for you',
  news: 'We have news for you.',
  page: 'Read it on this page',
  code: 'The page asks for a code. We will tell you the code, or you have it already. We never write it in a message.',
  ask: 'If you have no code',
  reach: (by) => `Please ${by} when it is safe for you.`,
  call: (phone) => `call ${phone}`,
  write: (email) => `write to ${email}`,
  or: (a, b) => `${a} or ${b}`,
  byPost: 'write to us at the address on this letter',
};

const es: QuietWords = {
  subject: 'Un mensaje para usted',
  news: 'Tenemos noticias para usted.',
  page: 'Léalas en esta página',
  code: 'La página pide un código. Le diremos el código, o ya lo tiene. Nunca lo escribimos en un mensaje.',
  ask: 'Si no tiene el código',
  reach: (by) => `Por favor, ${by} cuando sea seguro para usted.`,
  call: (phone) => `llame al ${phone}`,
  write: (email) => `escriba a ${email}`,
  or: (a, b) => `${a} o ${b}`,
  byPost: 'escríbanos a la dirección que está en esta carta',
};

/** The same for an invitation, a change, a reminder and a cancellation; that last has no page to read. */
export function quietLetter(language: string, { contact, answerUrl }: MeetingFacts): Letter {
  const words = /^es\b/i.test(language) ? es : en;
  return {
    subject: words.subject,
    blocks: [
      paragraph(words.news),
      ...(answerUrl === null
        ? [paragraph(reach(contact, words))]
        : [link(words.page, answerUrl), paragraph(words.code), heading(words.ask), paragraph(reach(contact, words))]),
    ],
  };
}

/** No link: whoever holds the telephone would follow it. The number of the office alone, where there is one, tells nothing either. */
export function quietText(language: string, { contact }: MeetingFacts): string {
  const words = /^es\b/i.test(language) ? es : en;
  return `${words.news} ${reach(contact.phone === null ? contact : { ...contact, email: null }, words)}`;
}

function reach({ phone, email }: Contact, words: QuietWords): string {
  const ways = [...(phone === null ? [] : [words.call(phone)]), ...(email === null ? [] : [words.write(email)])];
  return words.reach(ways.length === 0 ? words.byPost : ways.reduce((a, b) => words.or(a, b)));
}
