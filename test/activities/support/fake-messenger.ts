// A messenger that keeps what it was given, and fails in the ways in which carriers fail.
import { createHash } from 'node:crypto';
import type {
  ComposeInput,
  DigestInput,
  Mail,
  Messenger,
  SendResult,
  Text,
  TextCarrier,
} from '../../../src/activities/messenger';
import { referenceOf } from '../../../src/messaging/reference';

/** A gateway as a messenger has one: it keeps what it took, and answers by the reference. */
export class FakeGateway implements TextCarrier {
  readonly sent: Text[] = [];
  readonly asked: string[] = [];
  answer: (text: Text) => SendResult | Promise<SendResult> = () => ({ accepted: true, response: '202 id gw-1' });

  compose({ intent, person }: ComposeInput): Text {
    return { to: person.phone ?? '', text: `${intent.kind} ${intent.due}`, reference: referenceOf(intent.key) };
  }

  async send(text: Text): Promise<SendResult> {
    const result = await this.answer(text);
    if (result.accepted) this.sent.push(text);
    return result;
  }

  async find(reference: string): Promise<SendResult | null> {
    this.asked.push(reference);
    return this.sent.some((text) => text.reference === reference)
      ? { accepted: true, response: 'found by its reference: 200 id gw-1' }
      : null;
  }
}

export class FakeMessenger implements Messenger {
  readonly sent: Mail[] = [];
  readonly composed: ComposeInput[] = [];
  /** Without one, nobody gets a text. */
  texts?: FakeGateway;
  /** What the carrier answers; it may throw, as a carrier that is away does. */
  carrier: (mail: Mail) => SendResult | Promise<SendResult> = () => ({ accepted: true, response: '250 2.0.0 OK' });
  /** Called when a mail has been composed and is about to be sent. */
  beforeSending: () => Promise<void> = () => Promise.resolve();

  compose(input: ComposeInput): Mail {
    this.composed.push(input);
    const { intent, person, dutyText, meeting } = input;
    return {
      to: `${person.name} <${person.email}>`,
      subject:
        intent.topic === 'meeting' ? `${intent.method ?? intent.kind} ${intent.due}` : `${intent.kind} ${intent.due}`,
      text: dutyText ?? meeting?.place ?? '',
      messageId: `<${createHash('sha256').update(intent.key).digest('hex')}@test>`,
      date: new Date(intent.at),
    };
  }

  composeDigest({ person, owed, at, id }: DigestInput): Mail {
    return {
      to: `${person.name} <${person.email}>`,
      subject: `digest ${owed.length}`,
      text: owed.map(({ caseId, says, due }) => `${caseId} ${due} ${says}`).join('\n'),
      messageId: `<digest-${id}@test>`,
      date: new Date(at),
    };
  }

  async send(mail: Mail): Promise<SendResult> {
    await this.beforeSending();
    const result = await this.carrier(mail);
    if (result.accepted) this.sent.push(mail);
    return result;
  }
}
