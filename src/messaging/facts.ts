// From an intent to the facts that its message may use, and to which message it is.
import type { ComposeInput } from '../activities/messenger';
import type { Intent } from '../domain/ledger';
import { oneLine } from './clean';
import type { Contact, DutyFacts, DutyMessage, MeetingFacts, MeetingMessage } from './templates/words';

export interface Sender {
  /** Shown as the sender: it must be neutral too. */
  readonly name: string;
  readonly address: string;
  readonly phone: string | null;
  /** Where letters come from that go by post, line by line, without the name. */
  readonly postal?: readonly string[];
  /** Base address of the console, for letters to staff. */
  readonly consoleUrl: string;
}

/** What cannot be composed: a defect of the caller, never of the recipient's address. */
export class CannotCompose extends Error {
  override readonly name = 'CannotCompose';
}

export function methodOf(intent: Intent): 'REQUEST' | 'CANCEL' {
  return intent.method ?? 'REQUEST';
}

export function meetingMessage(intent: Intent): MeetingMessage {
  if (intent.topic === 'times') return intent.kind === 'invite' ? 'timesAsked' : 'timesReminder';
  switch (intent.kind) {
    case 'invite':
      if (methodOf(intent) === 'CANCEL') return 'cancellation';
      return (intent.sequence ?? 0) > 0 ? 'change' : 'invitation';
    case 'remind':
      return 'meetingReminder';
    case 'escalate':
    case 'correct':
    case 'requestSignOff':
    case 'announce':
      throw new CannotCompose(`there are no words to ${intent.kind} about a meeting`);
  }
}

export function meetingFacts(input: ComposeInput, sender: Sender): MeetingFacts {
  const { intent, times, person, facilitator } = input;
  const meeting = times ? { ...times, place: null, familyTime: false } : input.meeting;
  const startsAt = times ? (times.slots[0] ?? null) : (intent.content?.startsAt ?? intent.due);
  const known = intent.content ?? meeting;
  if (startsAt === null || known === undefined) throw new CannotCompose('nothing is known about the meeting');
  const place = meeting?.place == null ? '' : oneLine(meeting.place);
  return {
    name: oneLine(person.name),
    office: oneLine(sender.name),
    startsAt,
    slots: times?.slots ?? [],
    answerBy: times ? intent.due : null,
    zone: known.zone,
    minutes: known.minutes,
    place: place === '' ? null : place,
    familyTime: known.familyTime,
    contact: contactOf(facilitator, sender),
    before: intent.toldBefore ?? null,
    answerUrl: input.answer?.url ?? null,
    answerCode: input.answer?.code ?? null,
    mayName: input.mayName ?? false,
    onPaper: false,
    url: intent.to.kind === 'staff' ? caseUrl(input.caseId, sender) : null,
  };
}

function contactOf(facilitator: ComposeInput['facilitator'], sender: Sender): Contact {
  return {
    name: facilitator === undefined ? null : oneLine(facilitator.name),
    phone: facilitator?.phone ?? sender.phone,
    email: facilitator?.email ?? sender.address,
  };
}

export function dutyMessage(intent: Intent): DutyMessage {
  // Letters about duties name the case. Whoever calls this for a family member has mistaken the recipient.
  if (intent.to.kind !== 'staff') throw new CannotCompose('only staff are written to about duties');
  switch (intent.kind) {
    case 'remind':
      return 'dutyReminder';
    case 'escalate':
      return 'escalation';
    case 'correct':
      return 'correction';
    case 'requestSignOff':
      return 'signOff';
    case 'announce':
      return 'announcement';
    case 'invite':
      throw new CannotCompose('nobody is invited to a duty');
  }
}

export function dutyFacts(
  { intent, caseId, dutyText, agency, decide, introduced }: ComposeInput,
  sender: Sender,
): DutyFacts {
  if (intent.kind === 'announce' && introduced === undefined) throw new CannotCompose('nobody is introduced');
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
    withdrawn: intent.rung === 'withdrawn' ? oneLine(intent.reason ?? '') : null,
    decideUrl: decide?.url ?? null,
    meantFor: intent.late ? { at: intent.at, zone: agency.zone } : null,
    url: caseUrl(caseId, sender),
    introduced: introduced ? { name: oneLine(introduced.name), phone: oneLine(introduced.phone) } : null,
  };
}

export function caseUrl(caseId: string, { consoleUrl }: Sender): string {
  const base = consoleUrl.endsWith('/') ? consoleUrl : `${consoleUrl}/`;
  return new URL(`cases/${encodeURIComponent(caseId)}`, base).href;
}
