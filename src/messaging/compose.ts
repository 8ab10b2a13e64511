// From an intent to a mail, a text message or a sheet of paper, in the language of the person. The same intent gives the same
// mail, byte for byte as far as it says anything: its Message-ID comes from the key and its date from the intent, so that a
// message that arrives twice is recognised as one.
import type { ComposeInput, DigestInput, Mail } from '../activities/messenger';
import { dayOf, iso } from '../domain/calendar';
import type { Person } from '../store/types';
import { calendarPart, calendarUid } from './calendar-part';
import { oneLine } from './clean';
import {
  CannotCompose,
  caseUrl,
  dutyFacts,
  dutyMessage,
  meetingFacts,
  meetingMessage,
  methodOf,
  type Sender,
} from './facts';
import { asHtml, asText, type Letter } from './letter';
import { asPage } from './page';
import { wordsFor } from './templates';
import { referenceOf } from './reference';
import { quietLetter, quietText } from './templates/quiet-letter';
import type { Words } from './templates/words';

export { CannotCompose, type Sender } from './facts';

export function compose(input: ComposeInput, sender: Sender, words = wordsFor(input.person.language)): Mail {
  const { intent, person } = input;
  const letter =
    intent.topic === 'duty'
      ? words[dutyMessage(intent)](dutyFacts(input, sender))
      : meetingLetter(input, sender, words);
  const mail = mailOf(letter, { person, key: intent.key, at: intent.at }, sender, words);
  return intent.kind === 'invite' && intent.topic === 'meeting' && !person.highRisk
    ? { ...mail, ics: calendarOf(input, mail.to, sender, words) }
    : mail;
}

/** One mail a day for everything that one member of staff owes; null: nothing is owed, and nothing is sent. */
export function composeDigest(
  { person, owed, at, zone, id }: DigestInput,
  sender: Sender,
  words = wordsFor(person.language),
): Mail | null {
  if (person.caseId !== null) throw new CannotCompose('only staff are written to about duties');
  if (owed.length === 0) return null;
  const day = iso(dayOf(at, zone));
  const cases = [...new Set(owed.map((one) => one.caseId))].map((caseId) => ({
    caseId: oneLine(caseId),
    url: caseUrl(caseId, sender),
    duties: owed
      .filter((one) => one.caseId === caseId)
      .map(({ says, cites, due }) => ({ says: oneLine(`${says} (${cites.join(', ')})`), due })),
  }));
  return mailOf(words.digest({ day, cases }), { person, key: `digest/${person.id}/${id ?? day}`, at }, sender, words);
}

/** The text message of an intent about a meeting; about duties, which name the case, there is none. */
export function composeSms(input: ComposeInput, sender: Sender, words = wordsFor(input.person.language)): string {
  if (input.intent.topic === 'duty') throw new CannotCompose('there are no text messages about duties');
  const facts = meetingFacts(input, sender);
  if (input.person.highRisk) return quietText(input.person.language, facts);
  return words.sms[meetingMessage(input.intent)](facts);
}

/** The letter of an intent about a meeting as it stands on paper: nothing in it has to be opened. */
export function paperLetter(input: ComposeInput, sender: Sender, words = wordsFor(input.person.language)): Letter {
  if (input.intent.topic === 'duty') throw new CannotCompose('there are no letters on paper about duties');
  const facts = meetingFacts(input, sender);
  const contact = { ...facts.contact, email: null };
  if (input.person.highRisk) return quietLetter(input.person.language, { ...facts, contact, answerUrl: null });
  return words[meetingMessage(input.intent)]({ ...facts, contact, answerUrl: null, answerCode: null, onPaper: true });
}

/** The sheet to print. `to`: what stands on the envelope below the name. */
export function composePage(
  input: ComposeInput & { readonly to?: readonly string[] },
  sender: Sender,
  words = wordsFor(input.person.language),
): string {
  return asPage(paperLetter(input, sender, words), {
    ...words,
    from: [
      sender.name,
      ...(sender.postal ?? []),
      ...(sender.phone === null ? [] : [words.paper.phone(sender.phone)]),
    ].map(oneLine),
    to: [input.person.name, ...(input.to ?? [])].map(oneLine).filter((line) => line !== ''),
    date: words.paper.date(iso(dayOf(input.intent.at, input.agency.zone))),
  });
}

export function messageId(key: string, address: string): string {
  return `<${referenceOf(key)}@${address.slice(address.lastIndexOf('@') + 1)}>`;
}

function meetingLetter(input: ComposeInput, sender: Sender, words: Words): Letter {
  const facts = meetingFacts(input, sender);
  // Whoever else reads it must not learn when and where this person will be.
  if (input.person.highRisk) return quietLetter(input.person.language, facts);
  return words[meetingMessage(input.intent)](facts);
}

function mailOf(
  letter: Letter,
  { person, key, at }: { person: Person; key: string; at: number },
  sender: Sender,
  words: Words,
): Mail {
  if (person.email === null) throw new CannotCompose('the recipient has no address');
  return {
    to: person.email,
    subject: letter.subject,
    text: asText(letter),
    html: asHtml(letter, words),
    messageId: messageId(key, sender.address),
    date: new Date(at),
  };
}

function calendarOf({ intent, caseId, meeting }: ComposeInput, to: string, sender: Sender, words: Words): string {
  const { content } = intent;
  if (content === undefined) throw new CannotCompose('an invitation without a time');
  const method = methodOf(intent);
  return calendarPart({
    method,
    uid: calendarUid(caseId, intent.about, intent.to.id),
    sequence: intent.sequence ?? 0,
    at: intent.at,
    startsAt: content.startsAt,
    zone: content.zone,
    minutes: content.minutes,
    place: method === 'CANCEL' ? null : (meeting?.place ?? null),
    attendee: to,
    organizer: { name: sender.name, address: sender.address },
    language: words.language,
    summary: words.calendar.summary,
    note: words.calendar.note,
  });
}
