// The gateway reports what became of a text. Whoever it is must prove it; what it says twice, late or wrongly changes nothing.
import { randomUUID } from 'node:crypto';
import { deliveries } from '../../src/api/answers-deliveries';
import { createRelay } from '../../src/api/relay';
import { referenceOf } from '../../src/messaging/reference';
import { signatureOf, webhookSecret } from '../../src/platform/webhook-signature';
import { RECEIPT_SECRET, startTestApi, type Api, type Reply } from './support/api';

let api: Api;
let key: string;
let at: string;
let caseId: string;
let berta: string;
const headerNames = ['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const;

beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

/** An invitation to Berta that a gateway has taken. */
beforeEach(async () => {
  const participants = [{ name: 'Berta Verne', role: 'parent', phone: '206-555-0147', channels: ['sms'] }];
  const opened = await api.open({ participants });
  caseId = opened.case;
  at = `/v1/cases/${caseId}`;
  berta = opened.ids['participant:1']!;
  await api.do('POST', `${at}/meetings`, {
    kinds: ['ppm'],
    invitees: [berta],
    startsAt: '2026-03-20T17:30',
    zone: 'America/Los_Angeles',
  });
  key = (await api.store.deliveries({ caseId })).find(({ intent }) => intent.kind === 'invite')!.key;
  await api.store.handingOver({ channel: 'sms', reference: referenceOf(key), key });
  await api.store.attempted(
    key,
    { at: api.clock.now, result: 'accepted', detail: '202 id gw-1', messageId: referenceOf(key), channel: 'sms' },
    'sent',
  );
});

interface Sent {
  readonly secret?: string;
  readonly secondsAgo?: number;
  readonly change?: (body: string) => string;
  readonly without?: (typeof headerNames)[number];
}

async function report(content: object, { secret = RECEIPT_SECRET, secondsAgo = 0, change, without }: Sent = {}) {
  const body = JSON.stringify(content);
  const id = randomUUID();
  const timestamp = String(Math.floor(api.clock.now / 1000) - secondsAgo);
  const signature = signatureOf(webhookSecret(secret), { id, timestamp, body: Buffer.from(body) });
  const headers: Record<string, string> = {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signature,
  };
  if (without) delete headers[without];
  const sent = new TextEncoder().encode(change?.(body) ?? body);
  return api.send('POST', '/gateway/receipts', { as: null, key: null, body: sent, headers });
}
const failed = () => ({ reference: referenceOf(key), status: 'failed', at: '2026-03-02T18:00:00Z' });
const row = async () => (await api.store.deliveries({ caseId })).find((one) => one.key === key)!;
const shown = async () => (await api.read(deliveries, `${at}/people/${berta}/deliveries`)).deliveries[0]!;

test('delivered is shown with the message', async () => {
  const reply = await report({ ...failed(), status: 'delivered' });
  expect([reply.status, reply.json]).toEqual([202, { state: 'kept', known: true }]);
  expect(await shown()).toMatchObject({
    state: 'sent',
    stands: 'delivered',
    possibleDuplicate: false,
    receipts: [{ status: 'delivered', at: '2026-03-02T18:00:00.000Z' }],
  });
});

test('failed lets the case think again, once, though it is told three times', async () => {
  const before = api.cases.submitted;
  for (const _ of [1, 2, 3]) expect((await report(failed())).status).toBe(202);
  expect(api.cases.submitted).toBe(before + 1);
  expect(await row()).toMatchObject({ state: 'wanted', intent: { again: 1 } });
  expect((await row()).receipts).toHaveLength(1);
  const entries = (await api.store.entries(caseId)).map(({ outcome }) => outcome);
  expect(entries.at(-1)).toEqual({ id: `receipt:${referenceOf(key)}:failed`, accepted: true });
});

test('while Temporal is away the report is kept, and the relay lets the case think again', async () => {
  api.cases.away = true;
  try {
    expect((await report(failed())).status).toBe(202);
  } finally {
    api.cases.away = false;
  }
  const id = `receipt:${referenceOf(key)}:failed`;
  expect(await api.store.entry(caseId, id)).toBeNull();
  api.clock.now += 60_000;
  await createRelay(api.deps).look();
  expect((await api.store.entry(caseId, id))?.outcome.accepted).toBe(true);
});

test('a mail that bounced after it was taken is reported by its Message-ID: the next way is tried, and an unknown one changes nothing', async () => {
  const messageId = `<${referenceOf(key)}@agency.example.org>`;
  await api.store.handingOver({ channel: 'email', reference: messageId, key });
  const attempt = { at: api.clock.now, result: 'accepted', detail: '250 OK', messageId, channel: 'email' } as const;
  await api.store.attempted(key, attempt, 'sent');
  const other = { ...failed(), reference: `<${'0'.repeat(40)}@agency.example.org>` };
  expect((await report(other)).json).toEqual({ state: 'kept', known: false });
  expect((await row()).state).toBe('sent');
  for (const _ of [1, 2])
    expect((await report({ ...failed(), reference: messageId })).json).toMatchObject({ known: true });
  expect(await row()).toMatchObject({ state: 'wanted', intent: { again: 1 } });
  expect((await row()).attempts.at(-1)).toMatchObject({
    channel: 'email',
    result: 'refused',
    detail: 'receipt: failed',
  });
  const entries = (await api.store.entries(caseId)).map(({ outcome }) => outcome);
  expect(entries.at(-1)).toEqual({ id: `receipt:${referenceOf(key)}:failed`, accepted: true });
});

// Each order of three reports, and what stands at the end: whichever of the final words came first.
test.each([
  [['sent', 'delivered', 'failed'], 'sent'],
  [['sent', 'failed', 'delivered'], 'wanted'],
  [['delivered', 'sent', 'failed'], 'sent'],
  [['delivered', 'failed', 'sent'], 'sent'],
  [['failed', 'sent', 'delivered'], 'wanted'],
  [['failed', 'delivered', 'sent'], 'wanted'],
])('%j: %s', async (order, state) => {
  for (const status of [...order, ...order]) await report({ ...failed(), status });
  expect((await row()).state).toBe(state);
  expect((await row()).receipts.map(({ status }) => status)).toEqual(order);
});

test('STOP: the person gets no more texts, and staff see it', async () => {
  await report({ ...failed(), status: 'stopped' });
  expect((await api.store.people({ caseId, ids: [berta] }))[0]?.optOut).toEqual(['sms']);
  expect((await row()).state).toBe('sent');
});

test('a reference of which nobody knows is answered, so that it is not sent for ever, and nothing is kept', async () => {
  const reply = await report({ ...failed(), reference: referenceOf('of somebody else') });
  expect([reply.status, reply.json]).toEqual([202, { state: 'kept', known: false }]);
  expect(api.log).toContainEqual({ event: 'receipt-unknown', status: 'failed' });
});

test.each<[string, Sent]>([
  ['another secret', { secret: 'of-somebody-else-0123456789' }],
  ['a changed byte', { change: (body) => body.replace('failed', 'failec') }],
  ['a time that is over', { secondsAgo: 301 }],
  ['a time to come', { secondsAgo: -302 }],
  ...headerNames.map((without): [string, Sent] => [`no ${without}`, { without }]),
])('%s: 401, and nothing changes', async (_what, sent) => {
  const before = await row();
  const reply: Reply = await report(failed(), sent);
  expect(reply.status).toBe(401);
  expect(await row()).toEqual(before);
  expect(reply.text).not.toContain(referenceOf(key));
});

test('signed, but not a report: 422 with the field; no JSON: 400; a GET: 405', async () => {
  expect((await report({ ...failed(), status: 'eaten' })).status).toBe(422);
  expect((await report({ ...failed(), reference: 'x' })).status).toBe(422);
  expect((await api.get('/gateway/receipts')).status).toBe(405);
  expect((await row()).receipts).toEqual([]);
});
