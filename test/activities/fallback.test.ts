// The ways of one message to one person: by the next one when the first has failed, by one only, and never when it is not safe.
import { ApplicationFailure } from '@temporalio/common';
import { referenceOf } from '../../src/messaging/reference';
import type { Person, Receipt, ReceiptStatus } from '../../src/store/types';
import type { EffectOrder, Entry, Step } from '../../src/workflows/messages';
import { noon, sampleAgency } from '../store/support/a-turn';
import { aWorld, closeWorlds, meeting, type World } from './support/a-world';
import { FakeGateway } from './support/fake-messenger';

afterAll(closeWorlds);

let world: World;
let gateway: FakeGateway;
beforeEach(async () => {
  world = await aWorld();
  gateway = world.messenger.texts = new FakeGateway();
});
afterEach(() => world.store.saveAgency(sampleAgency));

const START = '2026-03-30T10:00';
const PHONE = '312-555-0147';

/** A meeting with p1 is set, who is like this; gives the invitation. */
async function invited(over: Partial<Person> = {}): Promise<EffectOrder> {
  await world.open();
  await world.person({ id: 'p1', phone: PHONE, ...over });
  const step = await world.on('2026-03-03', meeting(START, ['p1']));
  return step.effects[0]!;
}
const run = (order: EffectOrder) => world.activities[order.kind]({ caseId: world.caseId, key: order.key });
const delivery = async (key: string) =>
  (await world.store.deliveries({ caseId: world.caseId })).find((d) => d.key === key)!;
const tried = async (key: string) => (await delivery(key)).attempts.map((a) => [a.channel, a.result]);
const tasks = async () =>
  (await world.store.obligations({ caseId: world.caseId, owner: 'fac1', statuses: ['due'] })).filter(
    (o) => o.duty === 'reach-person',
  );
const report = async (key: string, status: ReceiptStatus) => {
  const receipt: Receipt = { status, at: world.now, receivedAt: world.now };
  const { wake } = await world.store.takeReceipt(referenceOf(key), receipt);
  const woken: Step | null = wake === null ? null : await world.advance({ id: wake.entryId, by: 'system', events: [] });
  return woken;
};
const noMailbox = () => ({ accepted: false, permanent: true, response: '550 5.1.1 unknown' }) as const;

test('a mailbox that refuses: the same message goes as a text, under the same key, and nobody has a task', async () => {
  const order = await invited();
  world.messenger.carrier = noMailbox;
  expect(await run(order)).toBeNull();
  expect(gateway.sent).toEqual([{ to: PHONE, text: `invite ${START}`, reference: referenceOf(order.key) }]);
  expect(await tried(order.key)).toEqual([
    ['email', 'refused'],
    ['sms', 'accepted'],
  ]);
  expect((await delivery(order.key)).state).toBe('sent');
  // Asked again, it has been said.
  await run(order);
  expect(gateway.sent).toHaveLength(1);
  expect(await tasks()).toEqual([]);
});

test('the order of the person holds: a text first, and no mail besides', async () => {
  const order = await invited({ channels: ['sms', 'email'] });
  expect(await run(order)).toBeNull();
  expect([gateway.sent.length, world.messenger.sent.length]).toEqual([1, 0]);
});

test('STOP, or a way that is not wanted, is not used; who wants none of those that there are is somebody’s task', async () => {
  const order = await invited({ email: null, channels: ['email', 'sms'], optOut: ['sms'] });
  const entry = await run(order);
  expect(entry?.events).toMatchObject([{ type: 'NoticeUndeliverable', recipient: 'p1', reason: 'opted-out' }]);
  expect(gateway.sent).toEqual([]);
  await world.advance(entry!);
  expect(await tasks()).toHaveLength(1);
});

test('everything refused: one task, one answer, however often it is asked', async () => {
  const order = await invited({ channels: ['email', 'sms'] });
  world.messenger.carrier = noMailbox;
  gateway.answer = () => ({ accepted: false, permanent: true, response: '422 +13125550147 is no mobile' });
  const entry = await run(order);
  expect(entry?.events).toMatchObject([{ type: 'NoticeUndeliverable', reason: 'refused' }]);
  expect(await run(order)).toEqual(entry);
  expect((await delivery(order.key)).attempts.map((a) => [a.channel, a.result, a.detail])).toEqual([
    ['email', 'refused', '550 5.1.1 unknown'],
    ['sms', 'refused', '422 (number) is no mobile'],
  ]);
});

test('a gateway that is away, or has too much to do, is tried again, and the mail is not sent meanwhile', async () => {
  const order = await invited({ channels: ['sms', 'email'] });
  gateway.answer = () => {
    throw Object.assign(new Error('gateway: ECONNREFUSED'), { name: 'CarrierUnreachable' });
  };
  await expect(run(order)).rejects.toThrow('CarrierAway');
  gateway.answer = () => ({ accepted: false, permanent: false, response: '429' });
  await expect(run(order)).rejects.toThrow('CarrierDefers');
  gateway.answer = () => ({ accepted: true, response: '202 id gw-2' });
  expect(await run(order)).toBeNull();
  expect(await tried(order.key)).toEqual([
    ['sms', 'failed'],
    ['sms', 'failed'],
    ['sms', 'accepted'],
  ]);
  expect(world.messenger.sent).toEqual([]);
});

test.each([
  ['its answer was lost', true],
  ['we were killed before we could write it down', false],
])('a text of which %s: the gateway is asked by its reference, and nothing is sent twice', async (_how, answers) => {
  const order = await invited({ channels: ['sms'] });
  const { store } = world;
  gateway.answer = (text) => {
    gateway.sent.push(text);
    if (answers) throw new Error('socket hang up');
    return { accepted: false, permanent: false, response: 'killed' };
  };
  if (!answers) world.store = { ...store, attempted: () => Promise.reject(new Error('killed')) };
  await expect(run(order)).rejects.toThrow(answers ? 'CarrierAway' : 'killed');
  world.store = store;
  expect(gateway.sent).toHaveLength(1);
  gateway.answer = () => ({ accepted: true, response: '202 id gw-2' });
  expect(await run(order)).toBeNull();
  expect(gateway.asked).toEqual([referenceOf(order.key)]);
  expect(gateway.sent).toHaveLength(1);
  expect((await delivery(order.key)).attempts.at(-1)).toMatchObject({
    result: 'accepted',
    detail: 'found by its reference: 200 id gw-1',
  });
});

describe('what the gateway reports later', () => {
  test('not delivered: the case wakes, and the same message goes by the next way, once', async () => {
    const order = await invited({ channels: ['sms', 'email'] });
    await run(order);
    const woken = await report(order.key, 'undelivered');
    expect(woken?.effects).toEqual([{ ...order, again: 1 }]);
    expect(await run(woken!.effects[0]!)).toBeNull();
    expect(world.messenger.sent).toHaveLength(1);
    expect(await tried(order.key)).toEqual([
      ['sms', 'accepted'],
      ['sms', 'refused'],
      ['email', 'accepted'],
    ]);
    // The same again, the other word for it, and the contrary: all late, all without effect.
    for (const status of ['undelivered', 'failed', 'delivered'] as const)
      expect(await report(order.key, status)).toBeNull();
    expect((await delivery(order.key)).state).toBe('sent');
    expect((await delivery(order.key)).receipts.map((one) => one.status)).toEqual([
      'undelivered',
      'failed',
      'delivered',
    ]);
  });

  test('delivered, and then not: what arrived has arrived', async () => {
    const order = await invited({ channels: ['sms', 'email'] });
    await run(order);
    expect(await report(order.key, 'delivered')).toBeNull();
    expect(await report(order.key, 'failed')).toBeNull();
    expect((await delivery(order.key)).state).toBe('sent');
    expect(await tried(order.key)).toEqual([['sms', 'accepted']]);
  });

  test('not delivered, and there is no other way: reaching the person becomes a task', async () => {
    const order = await invited({ channels: ['sms'] });
    await run(order);
    const woken = await report(order.key, 'failed');
    const entry = await run(woken!.effects[0]!);
    expect(entry?.events).toMatchObject([{ type: 'NoticeUndeliverable', recipient: 'p1', reason: 'refused' }]);
    await world.advance(entry!);
    expect(await tasks()).toHaveLength(1);
  });

  test('a report that overtakes our own record settles it: delivered is sent, and nothing is tried again', async () => {
    const order = await invited({ channels: ['sms', 'email'] });
    gateway.answer = () => {
      throw new Error('socket hang up');
    };
    await expect(run(order)).rejects.toThrow('CarrierAway');
    await report(order.key, 'delivered');
    expect((await delivery(order.key)).state).toBe('sent');
    await run(order);
    expect([gateway.sent.length, world.messenger.sent.length]).toEqual([0, 0]);
  });

  test('a meeting that is cancelled after its text was lost: nobody is told to stay away from what he or she never heard of', async () => {
    const order = await invited({ channels: ['sms', 'email'] });
    await run(order);
    await report(order.key, 'failed');
    const cancel: Entry = {
      id: 'cancel',
      by: 'fac1',
      events: [{ type: 'MeetingCancelled', meeting: 'm1', reason: 'Snow.' }],
    };
    expect((await world.advance(cancel)).effects).toEqual([]);
    expect((await delivery(order.key)).state).toBe('withdrawn');
  });

  test('STOP ends texts to that number in every case, and does not undo what has arrived', async () => {
    const order = await invited({ channels: ['sms', 'email'] });
    const other = await aWorld();
    await other.person({ id: 'q1', phone: '+1 (312) 555-0147' });
    await other.person({ id: 'q2', phone: '312-555-0148' });
    await run(order);
    expect(await report(order.key, 'stopped')).toBeNull();
    const of = async (w: World, id: string) => (await w.store.people({ caseId: w.caseId, ids: [id] }))[0]?.optOut;
    expect([await of(world, 'p1'), await of(other, 'q1'), await of(other, 'q2')]).toEqual([
      ['sms'],
      ['sms'],
      undefined,
    ]);
    expect((await delivery(order.key)).state).toBe('sent');
  });

  test('a reference that nobody knows changes nothing', async () => {
    const receipt: Receipt = { status: 'failed', at: 1, receivedAt: 1 };
    expect(await world.store.takeReceipt(referenceOf('of somebody else'), receipt)).toEqual({
      known: false,
      wake: null,
    });
  });
});

describe('letters', () => {
  const letterOnly = { email: null, phone: null } as const;

  test('who has neither mail nor number gets one; until it is posted it stays wanted, and is a task of the facilitator', async () => {
    const order = await invited(letterOnly);
    const entry = await run(order);
    expect(entry?.events).toMatchObject([{ type: 'NoticeUndeliverable', recipient: 'p1', reason: 'letter-to-post' }]);
    expect(await run(order)).toEqual(entry);
    await world.advance(entry!);
    expect(await tasks()).toHaveLength(1);
    expect(await tried(order.key)).toEqual([['letter', 'to-post']]);
    expect((await delivery(order.key)).state).toBe('wanted');
    const waiting = await world.store.lettersToPost({ unit: 'unit-1' });
    expect(waiting.filter(({ caseId }) => caseId === world.caseId)).toMatchObject([
      { intent: { key: order.key }, facilitator: 'fac1', since: world.now },
    ]);
    expect(await world.store.lettersToPost({ unit: 'unit-9' })).toEqual([]);
  });

  test('a meeting that is moved before the letter was posted takes it back, and makes another', async () => {
    const order = await invited(letterOnly);
    await world.advance((await run(order))!);
    const moved = { type: 'MeetingRescheduled', meeting: 'm1', startsAt: '2026-04-02T10:00', zone: 'America/Chicago' };
    const step = await world.on('2026-03-05', { id: 'move', by: 'fac1', events: [moved] });
    expect((await delivery(order.key)).state).toBe('withdrawn');
    const invitations = step.effects.filter(({ kind }) => kind === 'invite');
    expect(invitations.map(({ summary }) => summary)).toEqual(['invite parent: meeting m1 at 2026-04-02T10:00']);
    await world.deliver(step);
    const waiting = (await world.store.lettersToPost({})).filter(({ caseId }) => caseId === world.caseId);
    expect(waiting.map(({ intent }) => intent.content?.startsAt)).toEqual(['2026-04-02T10:00']);
  });

  test('a letter that would come too late is not written: the facilitator reaches the person', async () => {
    await world.open();
    await world.person({ id: 'p1', ...letterOnly });
    // Noon in Chicago; five days before the meeting are over at ten.
    const step = await world.on('2026-03-25', meeting(START, ['p1']));
    const entry = await run(step.effects[0]!);
    expect(entry?.events).toMatchObject([{ reason: 'too-late-for-a-letter' }]);
    expect((await delivery(step.effects[0]!.key)).state).toBe('failed');
  });

  test('a reminder does not go by post, and is nobody’s task', async () => {
    const order = await invited(letterOnly);
    await world.advance((await run(order))!);
    await world.store.attempted(
      order.key,
      { at: world.now, result: 'accepted', detail: 'posted', messageId: 'x', channel: 'letter' },
      'sent',
    );
    const step = await world.on('2026-03-23');
    const reminder = step.effects.find(({ kind, key }) => kind === 'remind' && key.includes('/p1/'))!;
    expect(await run(reminder)).toBeNull();
    expect(await delivery(reminder.key)).toMatchObject({ state: 'dropped', attempts: [{ detail: 'letters-only' }] });
  });

  test('staff get no letters and no texts: what is written to them names cases', async () => {
    await world.open();
    await world.person({ id: 'fac2', caseId: null, email: null, phone: PHONE });
    const { events = [], ...entry } = meeting(START, ['p1']);
    const step = await world.on('2026-03-03', { ...entry, events: [{ ...(events[0] as object), staff: ['fac2'] }] });
    const order = step.effects.find(({ key }) => key.includes('/fac2/'))!;
    expect((await run(order))?.events).toMatchObject([{ recipient: 'fac2', reason: 'no-address' }]);
    expect(gateway.sent).toEqual([]);
  });
});

describe('hours that are safe', () => {
  /** In Chicago, in March. */
  const safeHours = { from: '14:00', to: '16:00' };

  test('outside of them nothing is sent; it is tried again when they begin, and said once that it waits', async () => {
    const order = await invited({ safeHours });
    world.now = noon('2026-03-03'); // 12:00 in Chicago
    for (const _ of [1, 2]) {
      const failure: unknown = await run(order).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(ApplicationFailure);
      expect(failure).toMatchObject({ type: 'OutsideSafeHours', nonRetryable: false });
    }
    expect(await tried(order.key)).toEqual([[null, 'held']]);
    expect(world.messenger.composed).toEqual([]);
    world.now += 2 * 3_600_000;
    expect(await run(order)).toBeNull();
    expect(world.messenger.sent).toHaveLength(1);
  });

  test('the server is asked to come back when they begin', async () => {
    const order = await invited({ safeHours });
    world.now = noon('2026-03-03');
    world.fromDomain = (ms) => ms - world.now + Date.now();
    const failure = await run(order).catch((error: unknown) => error);
    const delay = Number((failure as ApplicationFailure).nextRetryDelay);
    expect(Math.abs(delay - 2 * 3_600_000)).toBeLessThan(10_000);
  });

  test('at night a mail goes at once; a text waits for the morning, unless the meeting would be over by then', async () => {
    const late = Date.parse('2026-03-04T04:30:00Z'); // 22:30 in Chicago
    const byMail = await invited();
    world.now = late;
    expect(await run(byMail)).toBeNull();
    const [other] = [await aWorld()];
    world = other;
    gateway = world.messenger.texts = new FakeGateway();
    const byText = await invited({ channels: ['sms'] });
    world.now = late;
    await expect(run(byText)).rejects.toMatchObject({ type: 'OutsideSafeHours' });
    expect(gateway.sent).toEqual([]);
    world.now = Date.parse('2026-03-04T14:00:00Z');
    expect(await run(byText)).toBeNull();
    expect(gateway.sent).toHaveLength(1);

    world.now = Date.parse('2026-03-05T04:30:00Z');
    const early = await world.advance(meeting('2026-03-05T07:00', ['p1'], 'm2'));
    expect(await run(early.effects.find(({ key }) => key.includes('/m2/p1/'))!)).toBeNull();
    expect(gateway.sent).toHaveLength(2);
  });

  test('when they begin only after the meeting, somebody must reach the person', async () => {
    await world.open();
    await world.person({ id: 'p1', safeHours });
    const step = await world.on('2026-03-29', meeting('2026-03-30T10:00', ['p1']));
    world.now = Date.parse('2026-03-29T22:00:00Z'); // 17:00: the hours of this day are over
    const entry = await run(step.effects[0]!);
    expect(entry?.events).toMatchObject([{ reason: 'not-safe-in-time' }]);
  });
});
