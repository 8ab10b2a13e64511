// A mail server that does what a test tells it: refuses, stays silent, or breaks off. It counts what reached it.
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import type { SmtpOptions } from '../../../src/messaging/smtp';

/** How the server behaves at one step: a code is a refusal with it; dribble is an answer that never ends. */
export type Behaviour =
  'accept' | 'silence' | 'break-off' | 'dribble' | { readonly code: number; readonly text?: string };

export interface Script {
  greeting?: Behaviour;
  mailFrom?: Behaviour;
  rcptTo?: Behaviour;
  /** After the whole message has been received. */
  data?: Behaviour;
}

export interface Received {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: Buffer;
}

export interface SmtpStub {
  script: Script;
  /** Messages whose last byte arrived, whatever was answered. */
  readonly received: Received[];
  /** When each connection was made. */
  readonly connections: number[];
  /** Every address of every RCPT command. */
  readonly recipients: string[];
  options(over?: Partial<SmtpOptions>): SmtpOptions;
  close(): Promise<void>;
}

export async function startSmtpStub({ encrypts = false } = {}): Promise<SmtpStub> {
  const received: Received[] = [];
  const recipients: string[] = [];
  const connections: number[] = [];
  const stub = { script: {} as Script };
  const behave = (how: Behaviour | undefined, done: (error?: Error | null) => void): void => {
    if (how === undefined || how === 'accept') return done();
    if (how === 'silence') return;
    if (how === 'break-off') return breakOff();
    if (how === 'dribble') return dribble();
    done(Object.assign(new Error(how.text ?? 'refused by the script'), { responseCode: how.code }));
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: encrypts ? ['AUTH'] : ['AUTH', 'STARTTLS'],
    logger: false,
    disableReverseLookup: true,
    closeTimeout: 1,
    onConnect: (_session, done) => {
      connections.push(Date.now());
      behave(stub.script.greeting, done);
    },
    onMailFrom: (_address, _session, done) => behave(stub.script.mailFrom, done),
    onRcptTo: (address, _session, done) => {
      recipients.push(address.address);
      behave(stub.script.rcptTo, done);
    },
    onData: (stream, session, done) => {
      void buffer(stream).then((raw) => {
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom === false ? '' : (mailFrom?.address ?? ''),
          to: rcptTo.map((recipient) => recipient.address),
          raw,
        });
        return behave(stub.script.data, done);
      });
    },
  });
  const sockets = new Set<Socket>();
  const breakOff = (): void => sockets.forEach((socket) => socket.destroy());
  const dribble = (): void =>
    sockets.forEach((socket) => {
      const timer = setInterval(() => socket.write('250-please wait\r\n'), 50);
      socket.once('close', () => clearInterval(timer));
    });
  server.on('error', () => undefined);
  const listening = server.listen(0, '127.0.0.1');
  listening.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await once(listening, 'listening');
  const address = listening.address();
  if (address === null || typeof address === 'string') throw new Error('the stub has no port');
  const { port } = address;
  return Object.assign(stub, {
    received,
    recipients,
    connections,
    options: (over: Partial<SmtpOptions> = {}): SmtpOptions => ({
      host: '127.0.0.1',
      port,
      from: { name: 'Family Meetings Office', address: 'meetings@agency.example' },
      ...over,
    }),
    close: (): Promise<void> =>
      new Promise((resolve) => {
        breakOff();
        server.close(() => resolve());
      }),
  });
}
