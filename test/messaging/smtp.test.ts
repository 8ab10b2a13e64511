// Handing a mail over: what each answer of a mail server means, and what never reaches one.
import { simpleParser } from 'mailparser';
import fc from 'fast-check';
import type { Mail } from '../../src/activities/messenger';
import { CarrierUnreachable, OutcomeUnknown } from '../../src/messaging/carrier-errors';
import { createMessenger } from '../../src/messaging/messenger';
import { sendBySmtp } from '../../src/messaging/smtp';
import { freePort } from '../setup/free-port';
import { aMeeting, anInput, aPerson, composed } from './support/letters';
import { startSmtpStub, type Script, type SmtpStub } from './support/smtp-stub';

let stub: SmtpStub;
beforeEach(async () => {
  stub = await startSmtpStub();
});
afterEach(() => stub.close());

// Short where a server is silent, long where a busy machine only takes its time.
const impatient = { timeouts: { connect: 10_000, greeting: 2_000, socket: 2_000 } };
const send = (mail: Mail = composed()) => sendBySmtp(mail, stub.options(impatient));

test('a mail that is taken goes to one recipient, from the agency', async () => {
  expect(await send()).toEqual({ accepted: true, response: expect.stringMatching(/^250 /) });
  expect(stub.recipients).toEqual(['rosa.vega@mail.example']);
  expect(stub.received).toMatchObject([{ from: 'meetings@agency.example', to: ['rosa.vega@mail.example'] }]);
});

test.each<[string, Script]>([
  ['421 to the recipient', { rcptTo: { code: 421 } }],
  ['450 to the recipient (greylisting)', { rcptTo: { code: 450 } }],
  ['452 to the sender', { mailFrom: { code: 452 } }],
  ['451 after the message', { data: { code: 451 } }],
  ['421 instead of a greeting', { greeting: { code: 421 } }],
])('%s: not now', async (_name, script) => {
  stub.script = script;
  expect(await send()).toMatchObject({ accepted: false, permanent: false });
});

test.each<[string, Script]>([
  ['550 to the recipient', { rcptTo: { code: 550 } }],
  ['552 after the message', { data: { code: 552 } }],
  ['554 after the message', { data: { code: 554 } }],
])('%s: never', async (_name, script) => {
  stub.script = script;
  expect(await send()).toMatchObject({ accepted: false, permanent: true });
});

test('what a server says is kept, without the address that it repeats', async () => {
  stub.script = { rcptTo: { code: 550, text: '5.1.1 <Rosa.Vega@mail.example>: no such user' } };
  const answer = await send();
  expect(answer.response).toContain('5.1.1 <(recipient)>: no such user');
  expect(answer.response).not.toMatch(/vega/i);
});

test.each<[string, Script]>([
  ['554 instead of a greeting', { greeting: { code: 554 } }],
  ['553 to the sender', { mailFrom: { code: 553 } }],
  ['silence instead of a greeting', { greeting: 'silence' }],
  ['silence after the recipient', { rcptTo: 'silence' }],
  ['a connection broken off after the recipient', { rcptTo: 'break-off' }],
])('%s says nothing about the recipient: it is an error of the carrier, to be tried again', async (_name, script) => {
  stub.script = script;
  await expect(send()).rejects.toThrow(CarrierUnreachable);
  expect(stub.received).toEqual([]);
});

test('an error of the carrier does not repeat addresses', async () => {
  stub.script = { mailFrom: { code: 553, text: 'meetings@agency.example may not write to rosa.vega@mail.example' } };
  const error: unknown = await send().catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(CarrierUnreachable);
  expect(String(error)).toBe('CarrierUnreachable: mail server: EENVELOPE at MAIL FROM (553)');
});

test('a server that is not there is an error of the carrier', async () => {
  const port = await freePort();
  await expect(sendBySmtp(composed(), stub.options({ port }))).rejects.toThrow(CarrierUnreachable);
});

test.each<[string, Script]>([
  ['broken off', { data: 'break-off' }],
  ['silent', { data: 'silence' }],
])(
  'a connection that is %s after the message: nobody knows, and sent again it is the same message',
  async (_name, script) => {
    stub.script = script;
    await expect(send()).rejects.toThrow(OutcomeUnknown);
    stub.script = {};
    expect(await send()).toMatchObject({ accepted: true });
    const ids = await Promise.all(stub.received.map(async ({ raw }) => (await simpleParser(raw)).messageId));
    expect(ids).toEqual([composed().messageId, composed().messageId]);
  },
);

test('a server that never finishes is given up, however often it gives a sign of life', async () => {
  stub.script = { data: 'dribble' };
  const options = stub.options({ timeouts: { total: 3_000, socket: 2_000 } });
  await expect(sendBySmtp(composed(), options)).rejects.toThrow('mail server: TOOSLOW after the message');
});

test('where encryption is required, a server without it gets nothing', async () => {
  await expect(sendBySmtp(composed(), stub.options({ requireTls: true }))).rejects.toThrow(CarrierUnreachable);
  expect(stub.recipients).toEqual([]);
});

test('a server that encrypts with a certificate that nobody vouches for gets nothing', async () => {
  const impostor = await startSmtpStub({ encrypts: true });
  try {
    await expect(sendBySmtp(composed(), impostor.options())).rejects.toThrow(CarrierUnreachable);
    expect(impostor.recipients).toEqual([]);
  } finally {
    await impostor.close();
  }
});

test('a password that is refused is an error of the carrier, and is not repeated', async () => {
  const error: unknown = await sendBySmtp(
    composed(),
    stub.options({ auth: { user: 'meetings', pass: 'not-the-word' } }),
  ).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(CarrierUnreachable);
  expect(String(error)).not.toContain('not-the-word');
  expect(stub.recipients).toEqual([]);
});

test.each<[string, Partial<Mail>]>([
  ['a recipient in display form', { to: 'Rosa <rosa.vega@mail.example>' }],
  ['two recipients', { to: 'rosa.vega@mail.example, viktor@mail.example' }],
  ['two recipients without a comma', { to: 'rosa.vega@mail.example viktor@mail.example' }],
  ['a group of recipients', { to: 'all:rosa.vega@mail.example;' }],
  ['a quoted recipient', { to: '"rosa@mail.example>,<x"@mail.example' }],
  ['a recipient with a command', { to: 'rosa.vega@mail.example\r\nRCPT TO:<viktor@mail.example>' }],
  ['no recipient', { to: '' }],
  ['a subject with a header', { subject: 'A meeting\r\nBcc: viktor@mail.example' }],
  ['a subject with a bare line feed', { subject: 'A meeting\nBcc: viktor@mail.example' }],
  ['a subject with NUL', { subject: 'A meeting\u0000' }],
  ['a Message-ID with a header', { messageId: '<a@b>\r\nBcc: viktor@mail.example' }],
  ['a date that is none', { date: new Date(NaN) }],
  ['a calendar part with two methods', { ics: 'METHOD:REQUEST\r\nMETHOD:CANCEL\r\n' }],
])('%s is refused before anything is sent', async (_name, over) => {
  expect(await send({ ...composed(), ...over })).toEqual({
    accepted: false,
    permanent: true,
    response: expect.stringMatching(/^not sent: /),
  });
  expect(stub.recipients).toEqual([]);
});

test('whatever a person and a place are called, one recipient is named, the headers stay the same, and the words arrive', async () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc
      .array(
        fc.constantFrom(
          '\r\n',
          '\n',
          '.',
          '\r\n.\r\n',
          'Bcc: v@x.example',
          '=?utf-8?q?From?=',
          '<',
          '>',
          '"',
          '😀',
          ' a',
        ),
        { maxLength: 12 },
      )
      .map((parts) => parts.join('')),
  );
  let names: string | undefined;
  await fc.assert(
    fc.asyncProperty(hostile, hostile, async (name, place) => {
      const before = stub.received.length;
      const mail = composed({ person: aPerson({ name }), meeting: aMeeting({ place }) });
      expect(await send(mail)).toMatchObject({ accepted: true });
      const [message, ...others] = stub.received.slice(before);
      expect(others).toEqual([]);
      expect(message?.to).toEqual(['rosa.vega@mail.example']);
      const parsed = await simpleParser(message?.raw ?? '');
      const headers = parsed.headerLines.map(({ key }) => key).join();
      expect(headers).toBe((names ??= headers));
      expect(parsed.text?.trimEnd()).toBe(mail.text.trimEnd());
    }),
    { numRuns: 40 },
  );
  expect(names).toBe(
    'auto-submitted,x-auto-response-suppress,from,to,subject,message-id,date,mime-version,content-type',
  );
});

test('the messenger composes and sends with what the agency has configured', async () => {
  const { host, port } = stub.options();
  const messenger = createMessenger({
    agency: { name: 'Meetings\r\nOffice', email: 'office@agency.example', phone: '555-0123' },
    consoleUrl: 'http://127.0.0.1:8080',
    smtp: { host, port },
  });
  expect(await messenger.send(messenger.compose(anInput()))).toMatchObject({ accepted: true });
  const parsed = await simpleParser(stub.received[0]?.raw ?? '');
  expect(parsed.from?.value).toEqual([{ name: 'Meetings, Office', address: 'office@agency.example' }]);
  expect(parsed.text).toContain('call 555-0123 or write to office@agency.example');
});

test('a messenger with an unusable address is refused at the start', () => {
  const agency = { name: 'Office', email: 'Office <office@agency.example>' };
  const smtp = { host: '127.0.0.1', port: 25 };
  expect(() => createMessenger({ agency, smtp, consoleUrl: 'https://console.example/' })).toThrow(RangeError);
  expect(() =>
    createMessenger({ agency: { ...agency, email: 'office@agency.example' }, smtp, consoleUrl: 'javascript:alert(1)' }),
  ).toThrow(RangeError);
});
