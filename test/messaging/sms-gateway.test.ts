// Handing a text over: what each answer of a gateway means, and that no telephone gets a text twice.
import type { Text } from '../../src/activities/messenger';
import { CarrierUnreachable, OutcomeUnknown } from '../../src/messaging/carrier-errors';
import { createMessenger } from '../../src/messaging/messenger';
import { referenceOf } from '../../src/messaging/reference';
import { findText, sendText } from '../../src/messaging/sms-gateway';
import { freePort } from '../setup/free-port';
import { startGatewayStub, type Answer, type GatewayStub } from './support/gateway-stub';
import { anInput, anInvitation, aPerson } from './support/letters';

let stub: GatewayStub;
beforeEach(async () => {
  stub = await startGatewayStub();
});
afterEach(() => stub.close());

const text: Text = { to: '+12065550147', text: 'A meeting.', reference: referenceOf('k1') };

test('a text that is taken goes to one number under its reference, with the key; the id of the gateway is kept', async () => {
  expect(await sendText(text, stub)).toEqual({ accepted: true, response: '202 id gw-1' });
  expect(stub.taken).toEqual([text]);
  expect(stub.requests).toEqual([
    { line: 'POST /texts', key: 'Bearer key-of-the-agency', idempotency: text.reference },
  ]);
});

test.each<[string, Answer]>([
  ['429', { status: 429 }],
  ['408', { status: 408 }],
  ['409, while the first is still being worked on', { status: 409 }],
])('%s: not now', async (_name, answer) => {
  stub.answer = answer;
  expect(await sendText(text, stub)).toMatchObject({ accepted: false, permanent: false });
});

test.each<[string, Answer, string]>([
  ['400', { status: 400, body: { code: 'bad-number' } }, '400 bad-number'],
  ['422, with words that repeat the number', { status: 422, body: { message: '+12065550147 is a landline' } }, '422'],
  ['410, with a number for a code', { status: 410, body: { code: '2065550147' } }, '410'],
])('%s: never', async (_name, answer, response) => {
  stub.answer = answer;
  expect(await sendText(text, stub)).toEqual({ accepted: false, permanent: true, response });
});

test.each<[string, Answer]>([
  ['401, our key', { status: 401 }],
  ['402, our bill', { status: 402 }],
  ['404, our address of it', { status: 404 }],
])('%s: says nothing about the number, and is tried again', async (_name, answer) => {
  stub.answer = answer;
  await expect(sendText(text, stub)).rejects.toThrow(CarrierUnreachable);
});

test('a gateway that is not there cannot have the text', async () => {
  const nobody = { ...stub, url: `http://127.0.0.1:${await freePort()}` };
  await expect(sendText(text, nobody)).rejects.toThrow(CarrierUnreachable);
});

test('a redirect is not followed: the key goes nowhere else', async () => {
  const other = await startGatewayStub();
  try {
    stub.answer = { status: 307 };
    await sendText(text, stub).catch(() => undefined);
    expect(other.requests).toEqual([]);
  } finally {
    await other.close();
  }
});

test.each<[string, Answer]>([
  ['500', { status: 500 }],
  ['502', { status: 502 }],
  ['a connection that breaks off', 'break-off'],
  ['silence', 'silence'],
])('%s: nobody knows', async (_name, answer) => {
  stub.answer = answer;
  await expect(sendText(text, stub)).rejects.toThrow(OutcomeUnknown);
});

test.each<Answer>(['taken-break-off', 'taken-silence'])(
  'after %s the gateway is asked by the reference, and says that it has the text',
  async (answer) => {
    stub.answer = answer;
    await expect(sendText(text, stub)).rejects.toThrow(OutcomeUnknown);
    expect(await findText(text.reference, stub)).toEqual({
      accepted: true,
      response: 'found by its reference: 200 id gw-1',
    });
  },
);

test('a reference that the gateway never had, one whose text it lost, and a gateway that does not answer', async () => {
  expect(await findText(text.reference, stub)).toBeNull();
  stub.found = { status: 200, body: { id: 'gw-1', status: 'undelivered' } };
  expect(await findText(text.reference, stub)).toMatchObject({ accepted: false, permanent: true });
  for (const found of [{ status: 500 }, { status: 401 }, 'break-off'] as const) {
    stub.found = found;
    await expect(findText(text.reference, stub)).rejects.toThrow(CarrierUnreachable);
  }
});

test('the messenger writes to the number as gateways want it, and to somebody at high risk neither day nor time', async () => {
  const messenger = createMessenger({
    agency: { name: 'Meetings Office', email: 'office@agency.example', phone: '206-555-0100' },
    consoleUrl: 'http://127.0.0.1:8080',
    smtp: { host: '127.0.0.1', port: 25 },
    sms: stub,
  });
  const person = aPerson({ phone: '(206) 555-0147' });
  const plain = messenger.texts!.compose(anInput({ intent: anInvitation(), person }));
  expect(plain).toEqual({
    to: '+12065550147',
    text: 'Meetings Office: You are invited to a meeting on Tuesday, January 5, 10:00 AM (Pacific Time). Answers and questions: 206-555-0100',
    reference: referenceOf(anInvitation().key),
  });
  const quiet = messenger.texts!.compose(anInput({ intent: anInvitation(), person: { ...person, highRisk: true } }));
  expect(quiet.text).toBe('We have news for you. Please call 206-555-0100 when it is safe for you.');
  const spanish = messenger.texts!.compose(
    anInput({ intent: anInvitation(), person: { ...person, highRisk: true, language: 'es' } }),
  );
  expect(spanish.text).toBe(
    'Tenemos noticias para usted. Por favor, llame al 206-555-0100 cuando sea seguro para usted.',
  );
});
