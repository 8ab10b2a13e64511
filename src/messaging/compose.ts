// From an intent to a mail. The same intent gives the same mail, byte for byte as far as it says anything: its Message-ID
// comes from the key and its date from the intent, so that a message that arrives twice is recognised as one.
import { createHash } from 'node:crypto';
import type { ComposeInput, Mail } from '../activities/messenger';
import type { Intent } from '../domain/ledger';
import { calendarPart, calendarUid } from './calendar-part';
import { oneLine } from './clean';
import { asHtml, asText, type Letter } from './letter';
import { wordsFor } from './templates';
import { quietLetter } from './templates/quiet-letter';
import type { Contact, DutyFacts, MeetingFacts, Words } from './templates/words';

export interface Sender {
  /** Shown as the sender: it must be neutral too. */
  readonly name: string;
  readonly address: string;
  readonly phone: string | null;
  /** Base address of the console, for letters to staff. */
  readonly consoleUrl: string;
}

/** What cannot be composed: a defect of the caller, never of the recipient's address. */
export class CannotCompose extends Error {
  override readonly name = 'CannotCompose';
}

export function compose(input: ComposeInput, sender: Sender): Mail {
  const { intent, person } = input;
  if (person.email === null) throw new CannotCompose('the recipient has no address');
  const words = wordsFor(person.language);
  const letter = intent.topic === 'meeting' ? meetingLetter(input, sender, words) : dutyLetter(input, sender, words);
  const ics = intent.kind === 'invite' && !person.highRisk ? calendarOf(input, person.email, sender, words) : undefined;
  return {
    to: person.email,
    subject: letter.subject,
    text: asText(letter),
    html: asHtml(letter, words.language),
    ...(ics === undefined ? {} : { ics }),
    messageId: messageId(intent.key, sender.address),
    date: new Date(intent.at),
  };
}

export function messageId(key: string, address: string): string {
  const hash = createHash('sha256').update(key).digest('hex').slice(0, 40);
  return `<${hash}@${address.slice(address.lastIndexOf('@') + 1)}>`;
}

function meetingLetter(input: ComposeInput, sender: Sender, words: Words): Letter {
  const { intent } = input;
  const facts = meetingFacts(input, sender);
  // Whoever else reads it must not learn when and where this person will be.
  if (input.person.highRisk) return quietLetter(input.person.language, facts);
  switch (intent.kind) {
    case 'invite':
      if (methodOf(intent) === 'CANCEL') return words.cancellation(facts);
      return (intent.sequence ?? 0) > 0 ? words.change(facts) : words.invitation(facts);
    case 'remind':
      return words.meetingReminder(facts);
    case 'escalate':
    case 'correct':
    case 'requestSignOff':
      throw new CannotCompose(`there are no words to ${intent.kind} about a meeting`);
  }
}

function meetingFacts({ intent, meeting, person, facilitator, answer }: ComposeInput, sender: Sender): MeetingFacts {
  const startsAt = intent.content?.startsAt ?? intent.due;
  const known = intent.content ?? meeting;
  if (startsAt === null || known === undefined) throw new CannotCompose('nothing is known about the meeting');
  const place = meeting?.place == null ? '' : oneLine(meeting.place);
  return {
    name: oneLine(person.name),
    startsAt,
    zone: known.zone,
    minutes: known.minutes,
    place: place === '' ? null : place,
    familyTime: known.familyTime,
    contact: contactOf(facilitator, sender),
    before: intent.toldBefore ?? null,
    answerUrl: answer?.url ?? null,
    answerCode: answer?.code ?? null,
  };
}

function contactOf(facilitator: ComposeInput['facilitator'], sender: Sender): Contact {
  return {
    name: facilitator === undefined ? null : oneLine(facilitator.name),
    phone: facilitator?.phone ?? sender.phone,
    email: facilitator?.email ?? sender.address,
  };
}

function dutyLetter(input: ComposeInput, sender: Sender, words: Words): Letter {
  const { intent } = input;
  // Letters about duties name the case. Whoever calls this for a family member has mistaken the recipient.
  if (intent.to.kind !== 'staff') throw new CannotCompose('only staff are written to about duties');
  const facts = dutyFacts(input, sender);
  switch (intent.kind) {
    case 'remind':
      return words.dutyReminder(facts);
    case 'escalate':
      return words.escalation(facts);
    case 'correct':
      return words.correction(facts);
    case 'requestSignOff':
      return words.signOff(facts);
    case 'invite':
      throw new CannotCompose('nobody is invited to a duty');
  }
}

function dutyFacts({ intent, caseId, dutyText, agency }: ComposeInput, sender: Sender): DutyFacts {
  const base = sender.consoleUrl.endsWith('/') ? sender.consoleUrl : `${sender.consoleUrl}/`;
  return {
    caseId: oneLine(caseId),
    duty: (dutyText ?? '')
      .split('\n')
      .map(oneLine)
      .filter((line) => line !== ''),
    reference: oneLine(intent.about),
    due: intent.due,
    overdue: intent.rung.startsWith('after-'),
    before: intent.toldBefore ?? null,
    meantFor: intent.late ? { at: intent.at, zone: agency.zone } : null,
    url: new URL(`cases/${encodeURIComponent(caseId)}`, base).href,
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
    summary: words.calendar.summary,
    note: words.calendar.note,
  });
}

function methodOf(intent: Intent): 'REQUEST' | 'CANCEL' {
  return intent.method ?? 'REQUEST';
}
