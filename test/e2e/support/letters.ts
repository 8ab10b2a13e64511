// What came out of the mail server, read as the recipients' programs read it.
import { simpleParser } from 'mailparser';
import type { Mailbox } from '../../../src/messaging/mailbox';
import { calendarPartOf, readCalendar, type ReadEvent } from '../../messaging/support/calendars';

export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly messageId: string;
  readonly text: string;
  /** Every byte, with the transfer encodings undone. */
  readonly everything: string;
  readonly calendar: ReadEvent | null;
}

export class Letters {
  constructor(private readonly mailbox: () => Mailbox) {}

  /** Oldest first. */
  async all(): Promise<Letter[]> {
    const ids = this.mailbox()
      .list()
      .map(({ id }) => id)
      .toReversed();
    return Promise.all(
      ids.map(async (id) => {
        const stored = await this.mailbox().get(id);
        if (!stored) throw new Error(`no letter ${id}`);
        return letterOf(stored.raw);
      }),
    );
  }

  async to(address: string): Promise<Letter[]> {
    return (await this.all()).filter((letter) => letter.to === address);
  }

  /** Message-IDs that came more than once. */
  doubled(): string[] {
    const ids = this.mailbox()
      .list()
      .map(({ messageId }) => messageId);
    return ids.filter((id, i) => ids.indexOf(id) !== i);
  }
}

export async function letterOf(raw: Buffer): Promise<Letter> {
  const mail = await simpleParser(raw);
  const has = mail.attachments.some((part) => part.contentType === 'text/calendar');
  const part = has ? calendarPartOf(mail) : null;
  const calendar = part ? await readCalendar(part.content) : null;
  if (part && part.method !== calendar?.method) throw new Error('two methods in one letter');
  const html = mail.html === false ? '' : mail.html;
  return {
    to: [mail.to ?? []]
      .flat()
      .flatMap((field) => field.value.map(({ address }) => address ?? ''))
      .join(', '),
    subject: mail.subject ?? '',
    messageId: mail.messageId ?? '',
    text: mail.text ?? '',
    everything: [raw.toString('utf8'), mail.text, html, part?.content].join('\n'),
    calendar,
  };
}
