// One mail to one recipient over one connection. What comes back is an answer: taken; not now; never. What is thrown says
// that there was no answer: the carrier could not be asked, or it fell silent when it already had the message.
import { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Mail, SendResult } from '../activities/messenger';
import { CarrierUnreachable, OutcomeUnknown } from './carrier-errors';
import { breaksLine, isAddress } from './clean';

export interface SmtpOptions {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (port 465). Otherwise STARTTLS where the server offers it. */
  readonly secure?: boolean;
  /** Refuse to send when the server does not offer STARTTLS. */
  readonly requireTls?: boolean;
  readonly auth?: { readonly user: string; readonly pass: string };
  readonly from: { readonly name: string; readonly address: string };
  /** Milliseconds; the defaults are for real servers. */
  readonly timeouts?: {
    readonly connect?: number;
    readonly greeting?: number;
    readonly socket?: number;
    readonly total?: number;
  };
}

export async function sendBySmtp(mail: Mail, options: SmtpOptions): Promise<SendResult> {
  const fault = faultOf(mail, options);
  if (fault !== null) return { accepted: false, permanent: true, response: `not sent: ${fault}` };
  return handOver(await bytesOf(mail, options), mail.to, options);
}

/** Nothing with a line break or a second address in it ever reaches a connection. */
function faultOf(mail: Mail, options: SmtpOptions): string | null {
  if (!isAddress(mail.to)) return 'the recipient is not one bare address';
  if (!isAddress(options.from.address)) return 'the sender is not one bare address';
  if (breaksLine(options.from.name)) return 'the name of the sender has a control character';
  if (breaksLine(mail.subject)) return 'the subject has a control character';
  if (!/^<[A-Za-z0-9._-]+@[A-Za-z0-9.-]+>$/.test(mail.messageId)) return 'the Message-ID is malformed';
  if (Number.isNaN(mail.date.getTime())) return 'the date is no date';
  if (mail.ics !== undefined && methodIn(mail.ics) === null) return 'the calendar part has no method';
  return null;
}

/** The method in the header of the calendar part must be the one in its body, or calendars ignore it. */
function methodIn(ics: string): 'REQUEST' | 'CANCEL' | null {
  const methods = [...ics.matchAll(/^METHOD:(.*)\r$/gm)].map((match) => match[1]);
  const [method] = methods;
  return methods.length === 1 && (method === 'REQUEST' || method === 'CANCEL') ? method : null;
}

async function bytesOf(mail: Mail, { from }: SmtpOptions): Promise<Buffer> {
  const method = mail.ics === undefined ? null : methodIn(mail.ics);
  const composer = new MailComposer({
    from: { name: from.name, address: from.address },
    to: { name: '', address: mail.to },
    subject: mail.subject,
    text: mail.text,
    ...(mail.html === undefined ? {} : { html: mail.html }),
    ...(mail.ics === undefined || method === null
      ? {}
      : { icalEvent: { method, filename: 'meeting.ics', content: mail.ics } }),
    messageId: mail.messageId,
    date: mail.date,
    // So that an absence notice does not answer a machine (RFC 3834, and its equivalent at Exchange).
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    xMailer: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

async function handOver(message: Buffer, to: string, options: SmtpOptions): Promise<SendResult> {
  const connection = new SMTPConnection({
    host: options.host,
    port: options.port,
    secure: options.secure ?? false,
    requireTLS: options.requireTls ?? false,
    connectionTimeout: options.timeouts?.connect ?? 5_000,
    dnsTimeout: options.timeouts?.connect ?? 5_000,
    greetingTimeout: options.timeouts?.greeting ?? 5_000,
    socketTimeout: options.timeouts?.socket ?? 30_000,
  });
  // Read only after the server has said that it wants the message: at its end, the server has the whole of it, or soon may.
  const source = Readable.from([message]);
  let handedOver = false;
  source.once('end', () => (handedOver = true));
  const patience = deadline(options.timeouts?.total ?? 60_000);
  try {
    await Promise.race([connected(connection, options), patience.over]);
    const response = await Promise.race([sent(connection, options.from.address, to, source), patience.over]);
    connection.quit();
    return { accepted: true, response: without(to, response) };
  } catch (error) {
    connection.close();
    return verdict(error, to, handedOver);
  } finally {
    patience.end();
    // A second error of a connection that is already given up must not end the process.
    connection.on('error', () => undefined);
  }
}

/** A server that sends a byte now and then is never silent for long enough to be given up otherwise. */
function deadline(ms: number): { over: Promise<never>; end: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error('too slow'), { code: 'TOOSLOW' })), ms);
  });
  return { over, end: () => clearTimeout(timer) };
}

function sent(connection: SMTPConnection, from: string, to: string, source: Readable): Promise<string> {
  return new Promise((resolve, reject) => {
    connection.once('error', reject);
    connection.send({ from, to: [to] }, source, (error, result) =>
      error ? reject(error) : resolve(result?.response ?? ''),
    );
  });
}

function connected(connection: SMTPConnection, { auth }: SmtpOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.once('error', reject);
    connection.once('end', () => reject(new CarrierUnreachable('the connection was closed')));
    connection.connect((error) => {
      if (error) return reject(error);
      if (auth === undefined) return resolve();
      connection.login({ user: auth.user, credentials: { user: auth.user, pass: auth.pass } }, (refused) =>
        refused ? reject(refused) : resolve(),
      );
    });
  });
}

function verdict(error: unknown, to: string, handedOver: boolean): SendResult {
  const { code, responseCode, response, command } = fieldsOf(error);
  if (responseCode !== null) {
    // A refusal is about this message only where the message or its recipient was at stake. A 5xx to our greeting, our
    // password or our sender address says nothing about the recipient, and would condemn every address in turn.
    const aboutRecipient = command === 'RCPT TO' || command === 'DATA';
    if (responseCode < 500 || aboutRecipient)
      return { accepted: false, permanent: responseCode >= 500, response: without(to, response) };
  }
  if (responseCode === null && handedOver) throw new OutcomeUnknown(`mail server: ${code} after the message`);
  throw new CarrierUnreachable(
    `mail server: ${code} at ${command}${responseCode === null ? '' : ` (${responseCode})`}`,
  );
}

interface Fields {
  readonly code: string;
  readonly responseCode: number | null;
  readonly response: string;
  readonly command: string;
}

function fieldsOf(error: unknown): Fields {
  const fields = typeof error === 'object' && error !== null ? error : {};
  const text = (name: string): string => {
    const value: unknown = Reflect.get(fields, name);
    return typeof value === 'string' ? value : '';
  };
  const number: unknown = Reflect.get(fields, 'responseCode');
  return {
    code: text('code') || text('name') || 'error',
    responseCode: typeof number === 'number' && number >= 400 ? number : null,
    response: text('response'),
    command: text('command') || 'CONN',
  };
}

/** Servers repeat the address in their answers; answers are kept and shown where the address is not. */
function without(address: string, response: string): string {
  const pattern = address.replace(/[^A-Za-z0-9@]/g, (character) => `\\${character}`);
  return response.replaceAll(new RegExp(pattern, 'gi'), '(recipient)').slice(0, 500);
}
