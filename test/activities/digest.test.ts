// The reminders of a morning for one member of staff, in one mail: over all cases, once, and on record for each.
import { ApplicationFailure } from '@temporalio/common';
import type { Entry } from '../../src/workflows/messages';
import { enteredCare, noon, sampleAgency } from '../store/support/a-turn';
import { aWorld, closeWorlds, type World } from './support/a-world';

afterAll(closeWorlds);
afterEach(() => aWorld().then(({ store }) => store.saveAgency(sampleAgency)));

// Children came into care on 2026-03-02: the plan is due on April 1, and its owner is reminded on March 25 at 08:00 in Chicago.
const MORNING = Date.parse('2026-03-25T13:00:00Z');
let round = 0;
const STAFF = () => `cw${round}`;

/** Two cases of one case worker, whose cases are not those of another test. */
async function twoCases(over: Partial<typeof sampleAgency.settings> = {}): Promise<[World, World]> {
  round += 1;
  const worlds: [World, World] = [await aWorld(), await aWorld()];
  await worlds[0].store.saveAgency({
    ...sampleAgency,
    settings: { ...sampleAgency.settings, staffDigest: true, ...over },
    staff: [...sampleAgency.staff, { id: STAFF(), role: 'caseworker', unit: 'unit-1', active: true, otherFamilies: 0 }],
  });
  for (const world of worlds) {
    world.messenger = worlds[0].messenger;
    await world.person({ id: STAFF(), caseId: null });
    await world.open(enteredCare('2026-03-02') as Entry, {
      id: 'mine',
      by: 'sup1',
      events: [{ type: 'StaffAssigned', on: '2026-03-03', staff: STAFF(), role: 'caseworker' }],
    });
  }
  return worlds;
}
const at = (world: World, now: number) => {
  world.now = now;
  return world.advance();
};
const one = async (world: World, now: number) => {
  const { effects } = await at(world, now);
  const own = effects.filter(({ key }) => key.endsWith(STAFF()));
  expect(own).toHaveLength(1);
  const [order] = own;
  return () => world.activities[order!.kind]({ caseId: world.caseId, key: order!.key });
};
const state = async (world: World) =>
  (await world.store.deliveries({ caseId: world.caseId, recipient: STAFF() })).map(
    ({ intent, state: is, attempts }) => [
      intent.rung,
      is,
      attempts.map(({ result, messageId }) => `${result} ${messageId}`),
    ],
  );

test('until every case has had its morning it waits, and says until when', async () => {
  const [first] = await twoCases({ spreadMinutes: 10 });
  const order = await one(first, MORNING + 10 * 60_000);
  const waits = await order().catch((error: unknown) => error);
  expect(waits).toBeInstanceOf(ApplicationFailure);
  expect(waits).toMatchObject({ type: 'GathersForTheDay', nonRetryable: false });
  expect(first.messenger.sent).toEqual([]);
  first.now = MORNING + 15 * 60_000;
  expect(await order()).toBeNull();
  expect(first.messenger.sent).toHaveLength(1);
});

test('two cases, one mail: each reminder is on record as sent by it, and neither is sent again', async () => {
  const [first, second] = await twoCases();
  const orders = [await one(first, MORNING + 6 * 60_000), await one(second, MORNING + 6 * 60_000)];
  expect(await orders[0]!()).toBeNull();
  expect(
    first.messenger.sent.map(({ to, subject, text }) => ({ to, subject, text: text.split('\n').toSorted() })),
  ).toEqual([
    {
      to: `Name of ${STAFF()} <${STAFF()}@people.test>`,
      subject: 'digest 2',
      text: [first, second].map(({ caseId }) => `${caseId} 2026-04-01 Complete the case plan.`).toSorted(),
    },
  ]);
  const receipt = [['before-7', 'sent', [`accepted ${first.messenger.sent[0]!.messageId}`]]];
  expect(await state(first)).toEqual(receipt);
  expect(await state(second)).toEqual(receipt);
  expect(await orders[1]!()).toMatchObject({ by: 'system' });
  expect(first.messenger.sent).toHaveLength(1);
});

test('two at the same moment: one sends, the other comes back later and finds it done', async () => {
  const [first, second] = await twoCases();
  const orders = [await one(first, MORNING + 6 * 60_000), await one(second, MORNING + 6 * 60_000)];
  let other: unknown;
  first.messenger.beforeSending = async () => {
    first.messenger.beforeSending = () => Promise.resolve();
    other = await orders[1]!().catch((error: unknown) => error);
  };
  expect(await orders[0]!()).toBeNull();
  expect(other).toMatchObject({ type: 'OnItsWay', nonRetryable: false });
  expect(await orders[1]!()).toMatchObject({ by: 'system' });
  expect(first.messenger.sent).toHaveLength(1);
});

test('killed after the mail left and before it was on record: the same mail at most once more, and by another case after its time', async () => {
  const [first, second] = await twoCases();
  const orders = [await one(first, MORNING + 6 * 60_000), await one(second, MORNING + 6 * 60_000)];
  first.store = { ...first.store, digestSent: () => Promise.reject(new Error('the store went away')) };
  await expect(orders[0]!()).rejects.toThrow('the store went away');
  second.now += 121_000;
  expect(await orders[1]!()).toBeNull();
  expect(new Set(first.messenger.sent.map(({ messageId, text }) => `${messageId} ${text}`)).size).toBe(1);
  expect(first.messenger.sent).toHaveLength(2);
  expect((await state(first))[0]?.[1]).toBe('sent');
});

test('what comes after the list has left is on the next one; what is overdue goes at once and stands on lists from then on', async () => {
  const [first, second] = await twoCases();
  expect(await (await one(first, MORNING + 6 * 60_000))()).toBeNull();
  const late = await one(second, MORNING + 60 * 60_000);
  expect(await late()).toBeNull();
  expect(first.messenger.sent.map(({ subject }) => subject)).toEqual(['digest 1', 'digest 1']);

  const overdue = await one(first, noon('2026-04-02'));
  expect(await overdue()).toBeNull();
  expect(first.messenger.sent.at(-1)).toMatchObject({ subject: 'remind 2026-04-01' });
});

test('a mail server that is away is tried again with the same list; a mailbox that refuses is a task', async () => {
  const [first] = await twoCases();
  const order = await one(first, MORNING + 6 * 60_000);
  first.messenger.carrier = () => Promise.reject(new Error('connect ECONNREFUSED'));
  await expect(order()).rejects.toMatchObject({ type: 'CarrierAway' });
  first.messenger.carrier = () => ({ accepted: false, permanent: true, response: '550 5.1.1 unknown' });
  const entry = await order();
  expect(entry?.events).toMatchObject([{ type: 'NoticeUndeliverable', recipient: STAFF(), reason: 'refused' }]);
  const [[, , attempts]] = (await state(first)) as [[string, string, string[]]];
  expect(attempts.map((text) => text.split(' ')[0])).toEqual(['unknown', 'refused']);
  expect(new Set(attempts.map((text) => text.split(' ')[1])).size).toBe(1);
});

test('an agency that has not asked for it gets each reminder by itself', async () => {
  const [first] = await twoCases({ staffDigest: false });
  expect(await (await one(first, MORNING))()).toBeNull();
  expect(first.messenger.sent.map(({ subject }) => subject)).toEqual(['remind 2026-04-01']);
});
