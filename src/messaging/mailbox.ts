// A mailbox for development and trials: an SMTP server on loopback that keeps every message as a file and sends nothing on.
// The files are the truth; the index is read from them at the start.
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { simpleParser, type AddressObject, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';

export interface MailSummary {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly receivedAt: number;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly messageId: string;
}

export interface StoredMail extends MailSummary {
  readonly raw: Buffer;
  readonly text: string;
  readonly calendar: string | null;
}

export interface Mailbox {
  readonly host: string;
  readonly port: number;
  /** Newest first. */
  list(): readonly MailSummary[];
  get(id: string): Promise<StoredMail | null>;
  /** Calls back for every message once it is stored. Gives what ends that. */
  subscribe(listener: (mail: MailSummary) => void): () => void;
  close(): Promise<void>;
}

export interface MailboxOptions {
  readonly dataDir: string;
  /** 0, the default: any free port. */
  readonly port?: number;
}

const HOST = '127.0.0.1';
const MAX_BYTES = 10 * 1024 * 1024;
const ID = /^(\d{15})-[0-9a-f]{8}$/;

export async function openMailbox({ dataDir, port = 0 }: MailboxOptions): Promise<Mailbox> {
  const folder = join(dataDir, 'mail');
  // Letters hold names: nobody else on this machine may read them.
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const index = await readIndex(folder);
  const listeners = new Set<(mail: MailSummary) => void>();
  let last = Math.max(0, ...Array.from(index.values(), (mail) => mail.receivedAt));

  const receive = async (stream: SMTPServerDataStream): Promise<void> => {
    const raw = await buffer(stream);
    if (stream.sizeExceeded) throw Object.assign(new Error('message too large'), { responseCode: 552 });
    // Two in one millisecond, or a clock set back: ids grow all the same.
    last = Math.max(Date.now(), last + 1);
    const id = `${String(last).padStart(15, '0')}-${randomBytes(4).toString('hex')}`;
    const summary = summaryOf(id, await simpleParser(raw));
    await keep(folder, id, raw);
    index.set(id, summary);
    for (const listener of listeners) listener(summary);
  };

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: MAX_BYTES,
    logger: false,
    disableReverseLookup: true,
    closeTimeout: 1_000,
    onData: (stream, _session, done) => void answer(receive(stream), done),
  });
  // A client that breaks off is its own affair. A port that is taken is said by `once`.
  server.on('error', () => undefined);
  const listening = server.listen(port, HOST);
  await once(listening, 'listening');
  const address = listening.address();
  if (address === null || typeof address === 'string') throw new Error('the mailbox has no port');

  return {
    host: HOST,
    port: address.port,
    list: () => [...index.values()].sort((a, b) => b.receivedAt - a.receivedAt),
    get: async (id) => {
      const summary = index.get(id);
      if (summary === undefined) return null;
      const raw = await readFile(fileOf(folder, id));
      const parsed = await simpleParser(raw);
      return { ...summary, raw, text: parsed.text ?? '', calendar: calendarIn(parsed) };
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function answer(work: Promise<void>, done: (error?: Error | null) => void): Promise<void> {
  let fault: Error | null = null;
  try {
    await work;
  } catch (error) {
    fault = error instanceof Error ? error : new Error(String(error));
  }
  done(fault);
}

const fileOf = (folder: string, id: string): string => join(folder, `${id}.eml`);

/** Moved into its place whole and flushed: what was answered with 250 is there after a kill. */
async function keep(folder: string, id: string, raw: Buffer): Promise<void> {
  const part = join(folder, `${id}.part`);
  const file = await open(part, 'w', 0o600);
  try {
    await file.writeFile(raw);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(part, fileOf(folder, id));
}

async function readIndex(folder: string): Promise<Map<string, MailSummary>> {
  const index = new Map<string, MailSummary>();
  for (const name of (await readdir(folder)).sort()) {
    const id = name.endsWith('.eml') ? name.slice(0, -4) : '';
    if (!ID.test(id)) continue;
    const raw = await readFile(join(folder, name));
    const end = raw.indexOf('\r\n\r\n');
    index.set(id, summaryOf(id, await simpleParser(end === -1 ? raw : raw.subarray(0, end + 4))));
  }
  return index;
}

function summaryOf(id: string, mail: ParsedMail): MailSummary {
  return {
    id,
    receivedAt: Number(id.slice(0, 15)),
    from: addresses(mail.from),
    to: addresses(mail.to),
    subject: mail.subject ?? '',
    messageId: mail.messageId ?? '',
  };
}

function addresses(field: AddressObject | AddressObject[] | undefined): string {
  return [field ?? []]
    .flat()
    .map((one) => one.text)
    .join(', ');
}

function calendarIn(mail: ParsedMail): string | null {
  const part = mail.attachments.find((attachment) => attachment.contentType === 'text/calendar');
  return part?.content.toString('utf8') ?? null;
}
