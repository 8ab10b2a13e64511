// Deliveries over real sockets, with a mail server and a gateway that fail in every way in which they do, and a process that dies at
// each point. Counted is what arrived: at most one more copy, and then the same message.
import { simpleParser } from 'mailparser';
import { createActivities } from '../../src/activities';
import { createMessenger } from '../../src/messaging/messenger';
import type { Store } from '../../src/store/types';
import type { EffectOrder } from '../../src/workflows/messages';
import { readCalendar, calendarPartOf } from '../messaging/support/calendars';
import { startGatewayStub, type Answer, type GatewayStub } from '../messaging/support/gateway-stub';
import { startSmtpStub, type Script, type SmtpStub } from '../messaging/support/smtp-stub';
import { noon } from '../store/support/a-turn';
import { aWorld, closeWorlds, meeting, type World } from './support/a-world';

afterAll(closeWorlds);

const START = '2026-03-30T10:00';
const DAY = 86_400_000;

let world: World;
let smtp: SmtpStub;
let gateway: GatewayStub;
beforeEach(async () => {
  world = await aWorld();
  smtp = await startSmtpStub();
  gateway = await startGatewayStub();
});
afterEach(async () => {
  await smtp.close();
  await gateway.close();
});

/** An invitation for p1, who has a mailbox, a telephone, and the order of ways that is given. */
async function invited(channels: readonly ('email' | 'sms')[] = ['email', 'sms']): Promise<EffectOrder> {
  await world.open();
  await world.person({ id: 'p1', phone: '312-555-0147', channels });
  return (await world.on('2026-03-03', meeting(START, ['p1']))).effects[0]!;
}

/** One try of the activity, in a process that has this store. */
function attempt(order: EffectOrder, store: Store = world.store, port = smtp.options().port) {
  const activities = createActivities({
    store,
    programs: world.programs,
    messenger: createMessenger({
      agency: { name: 'Meetings Office', email: 'meetings@agency.example' },
      consoleUrl: 'http://127.0.0.1:3000',
      smtp: { host: '127.0.0.1', port, timeouts: { connect: 10_000, greeting: 2_000, socket: 1_500 } },
      sms: gateway,
    }),
    links: world.links,
    clock: { toDomain: () => world.now, fromDomain: (ms) => ms },
  });
  return activities[order.kind]({ caseId: world.caseId, key: order.key });
}

const delivery = async ({ key }: EffectOrder) =>
  (await world.store.deliveries({ caseId: world.caseId })).find((d) => d.key === key)!;
const tried = async (order: EffectOrder) => (await delivery(order)).attempts.map((a) => [a.channel, a.result]);

/** Message-ID, UID and SEQUENCE of every copy, as the recipient's programs read them. */
const copies = () =>
  Promise.all(
    smtp.received.map(async ({ raw }) => {
      const mail = await simpleParser(raw);
      const { uid, sequence } = await readCalendar(calendarPartOf(mail).content);
      return { id: mail.messageId, uid, sequence };
    }),
  );

class Killed extends Error {}
const killed = () => Promise.reject(new Killed());

test('killed between the acceptance and its record, and then the meeting is off: who has the invitation is told', async () => {
  const order = await invited();
  await expect(attempt(order, { ...world.store, attempted: killed })).rejects.toThrow(Killed);
  await world.advance({
    id: 'cancel',
    by: 'fac1',
    events: [{ type: 'MeetingCancelled', meeting: 'm1', reason: 'Snow.' }],
  });
  const entry = await attempt(order);
  const { effects } = await world.advance(entry!);
  await attempt(effects[0]!);
  expect((await copies()).map(({ sequence }) => sequence)).toEqual([0, 1]);
});

// The process dies: before it has read anything, before it sends, after the server has taken the message and before that is
// written down, and after it was written down and before the answer reached Temporal.
test.each<[string, (store: Store) => Partial<Store>, number]>([
  ['before it reads', () => ({ intent: killed }), 1],
  ['before it sends', () => ({ keepAnswerLink: killed }), 1],
  ['between the acceptance and its record', () => ({ attempted: killed }), 2],
  [
    'after the record',
    (store) => ({
      attempted: async (...all) => {
        await store.attempted(...all);
        return killed();
      },
    }),
    1,
  ],
])('killed %s: the same message, at most once more', async (_when, broken, arrived) => {
  const order = await invited();
  await expect(attempt(order, { ...world.store, ...broken(world.store) })).rejects.toThrow(Killed);
  await attempt(order);
  await attempt(order);
  const all = await copies();
  expect(all).toHaveLength(arrived);
  expect(new Set(all.map((copy) => JSON.stringify(copy))).size).toBe(1);
  expect((await delivery(order)).state).toBe('sent');
  // A try of which nothing was written is known of all the same.
  const results = (await tried(order)).map(([, result]) => result);
  expect(results).toEqual(arrived === 2 ? ['unknown', 'accepted'] : ['accepted']);
  expect(gateway.taken).toEqual([]);
});

test.each<[string, Script, string]>([
  ['450 to the recipient', { rcptTo: { code: 450 } }, 'failed'],
  ['451 after the message', { data: { code: 451 } }, 'failed'],
  ['421 instead of a greeting', { greeting: { code: 421 } }, 'failed'],
  ['a password that it wants and we do not have', { mailFrom: { code: 530 } }, 'failed'],
  ['silence after the recipient', { rcptTo: 'silence' }, 'failed'],
])('%s: kept, tried again, and there once', async (_what, script, result) => {
  const order = await invited();
  smtp.script = script;
  const before = smtp.received.length;
  await expect(attempt(order)).rejects.toThrow(/^Carrier(Away|Defers)$/);
  const refused = smtp.received.length - before;
  smtp.script = {};
  expect(await attempt(order)).toBeNull();
  expect(await tried(order)).toEqual([
    ['email', result],
    ['email', 'accepted'],
  ]);
  expect(smtp.received.length - refused).toBe(1);
});

test.each<[string, Script]>([
  ['the connection drops after DATA, before the reply', { data: 'break-off' }],
  ['the server is silent after DATA', { data: 'silence' }],
])('%s: perhaps a second copy, the same message, and the ledger says so', async (_what, script) => {
  const order = await invited();
  smtp.script = script;
  await expect(attempt(order)).rejects.toThrow('CarrierAway');
  smtp.script = {};
  expect(await attempt(order)).toBeNull();
  const [first, second, ...more] = await copies();
  expect(more).toEqual([]);
  expect(second).toEqual(first);
  expect(await tried(order)).toEqual([
    ['email', 'unknown'],
    ['email', 'accepted'],
  ]);
});

test('550 to the recipient: not tried again; the same message goes as a text', async () => {
  const order = await invited();
  smtp.script = { rcptTo: { code: 550, text: '5.1.1 <p1@people.test>: no such user' } };
  expect(await attempt(order)).toBeNull();
  await attempt(order);
  expect(smtp.recipients).toHaveLength(1);
  expect(gateway.taken.map(({ to }) => to)).toEqual(['+13125550147']);
  expect(JSON.stringify((await delivery(order)).attempts)).not.toMatch(/people\.test|5550147/);
});

test('down for a day: tried again and again, there once when it returns; a reminder that came too late meanwhile is not sent', async () => {
  const order = await invited(['email']);
  const { port } = smtp.options();
  await smtp.close();
  for (let hour = 0; hour < 24; hour += 1) {
    await expect(attempt(order, world.store, port)).rejects.toThrow('CarrierAway');
    world.now += DAY / 24;
  }
  smtp = await startSmtpStub();
  expect(await attempt(order)).toBeNull();
  expect(await copies()).toHaveLength(1);
  const results = (await tried(order)).map(([, result]) => result);
  expect(results).toEqual([...Array.from({ length: 24 }, () => 'failed'), 'accepted']);

  const reminder = (await world.on('2026-03-29')).effects.find(({ kind }) => kind === 'remind')!;
  await expect(attempt(reminder, world.store, port)).rejects.toThrow('CarrierAway');
  world.now = noon('2026-03-30'); // the meeting began at ten
  expect(await attempt(reminder)).toBeNull();
  expect(await copies()).toHaveLength(1);
  expect(await delivery(reminder)).toMatchObject({ state: 'dropped' });
});

describe('a gateway', () => {
  const order = () => invited(['sms']);

  test.each<[string, Answer]>([
    ['takes the text and drops the connection', 'taken-break-off'],
    ['takes the text and falls silent', 'taken-silence'],
  ])('%s: it is asked by the reference, and one text was sent', async (_what, answer) => {
    const invitation = await order();
    gateway.answer = answer;
    await expect(attempt(invitation)).rejects.toThrow('CarrierAway');
    gateway.answer = { status: 202, body: { id: 'gw-2' } };
    expect(await attempt(invitation)).toBeNull();
    expect(gateway.taken).toHaveLength(1);
    expect(gateway.requests.map(({ line }) => line.split(' ')[0])).toEqual(['POST', 'GET']);
  });

  test.each<[string, Answer]>([
    ['500', { status: 500 }],
    ['429', { status: 429 }],
    ['a connection that breaks off before anything is taken', 'break-off'],
  ])('%s: asked, and then sent, once', async (_what, answer) => {
    const invitation = await order();
    gateway.answer = answer;
    await expect(attempt(invitation)).rejects.toThrow(/^Carrier/);
    gateway.answer = { status: 202, body: { id: 'gw-2' } };
    expect(await attempt(invitation)).toBeNull();
    expect(gateway.taken).toHaveLength(1);
  });

  test('does not answer the question either: nothing is sent on a guess', async () => {
    const invitation = await order();
    gateway.answer = 'taken-break-off';
    await expect(attempt(invitation)).rejects.toThrow('CarrierAway');
    gateway.answer = { status: 202, body: { id: 'gw-2' } };
    gateway.found = { status: 503 };
    await expect(attempt(invitation)).rejects.toThrow('CarrierAway');
    expect(gateway.taken).toHaveLength(1);
    gateway.found = undefined;
    expect(await attempt(invitation)).toBeNull();
    expect(gateway.taken).toHaveLength(1);
  });

  test.each<[string, (store: Store) => Partial<Store>]>([
    ['before the reference is kept', () => ({ handingOver: killed })],
    ['between the acceptance and its record', () => ({ attempted: killed })],
  ])('killed %s: one text', async (_when, broken) => {
    const invitation = await order();
    await expect(attempt(invitation, { ...world.store, ...broken(world.store) })).rejects.toThrow(Killed);
    expect(await attempt(invitation)).toBeNull();
    expect(gateway.taken).toHaveLength(1);
    expect((await delivery(invitation)).state).toBe('sent');
  });
});
