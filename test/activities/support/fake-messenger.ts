// A messenger that keeps what it was given, and fails in the ways in which carriers fail.
import { createHash } from 'node:crypto';
import type { ComposeInput, Mail, Messenger, SendResult } from '../../../src/activities/messenger';

export class FakeMessenger implements Messenger {
  readonly sent: Mail[] = [];
  readonly composed: ComposeInput[] = [];
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

  async send(mail: Mail): Promise<SendResult> {
    await this.beforeSending();
    const result = await this.carrier(mail);
    if (result.accepted) this.sent.push(mail);
    return result;
  }
}
