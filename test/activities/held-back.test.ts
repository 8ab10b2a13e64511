// What is held back at the last moment, because an order, a change or the time has come between the plan and the sending.
import type { EffectOrder, Entry } from '../../src/workflows/messages';
import { enteredCare, sampleAgency } from '../store/support/a-turn';
import { aWorld, closeWorlds, meeting, type World } from './support/a-world';

afterAll(closeWorlds);

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(() => world.store.saveAgency(sampleAgency));

const START = '2026-03-30T10:00';
const order: Entry = { id: 'order', by: 'cw1', events: [{ type: 'NoContactOrderRecorded', between: ['p1', 'p2'] }] };

/** A meeting with p1 and p2 is set; gives their invitations, p1's first. */
async function invited(invitees = ['p1', 'p2']): Promise<[EffectOrder, EffectOrder]> {
  await world.open();
  const step = await world.on('2026-03-03', meeting(START, invitees));
  const orders = invitees.map((id) => step.effects.find((e) => e.key.includes(`/${id}/`))!);
  return [orders[0]!, orders[1]!];
}
const run = (order: EffectOrder) => world.activities[order.kind]({ caseId: world.caseId, key: order.key });
const delivery = async (key: string) =>
  (await world.store.deliveries({ caseId: world.caseId })).find((d) => d.key === key)!;
/** Lets `then` happen after deliver has read the intent, and before it looks at the journal. */
function between(then: () => Promise<unknown>): void {
  const { store } = world;
  world.store = {
    ...store,
    intent: async (key) => {
      const found = await store.intent(key);
      world.store = store;
      await then();
      return found;
    },
  };
}

test('a no-contact order recorded between the plan and the sending stops both invitations', async () => {
  const [first, second] = await invited();
  between(() => world.advance(order));
  const entry = await run(first);
  expect(entry).toEqual({ id: expect.stringMatching(/^dropped:/), by: 'system' });
  expect(await run(second)).toBeNull();
  expect(world.messenger.composed).toEqual([]);
  expect(await delivery(first.key)).toMatchObject({
    state: 'dropped',
    attempts: [{ result: 'dropped', detail: 'kept-apart', messageId: null }],
  });
  expect(await delivery(second.key)).toMatchObject({ state: 'withdrawn', attempts: [] });
  await world.advance(entry!);
  expect(await world.store.obligations({ caseId: world.caseId, statuses: ['due'] })).toContainEqual(
    expect.objectContaining({ duty: 'separate-sessions', owner: 'fac1' }),
  );
});

test.each<[string, string, Entry]>([
  [
    'who has left the case',
    'left-the-case',
    { id: 'e', by: 'cw1', events: [{ type: 'ParticipantEnded', participant: 'p1' }] },
  ],
  [
    'who was excused',
    'not-invited',
    { id: 'e', by: 'fac1', events: [{ type: 'InvitationExcused', participant: 'p1', reason: 'Asked.' }] },
  ],
  [
    'to a meeting that was cancelled',
    'not-invited',
    { id: 'e', by: 'fac1', events: [{ type: 'MeetingCancelled', meeting: 'm1', reason: 'Snow.' }] },
  ],
  [
    'to a meeting that has moved',
    'changed',
    {
      id: 'e',
      by: 'fac1',
      events: [{ type: 'MeetingRescheduled', meeting: 'm1', startsAt: '2026-03-31T10:00', zone: 'America/Chicago' }],
    },
  ],
])('somebody %s a moment ago is not invited any more', async (_who, reason, change) => {
  const [first] = await invited();
  between(() => world.advance(change));
  expect(await run(first)).toMatchObject({ by: 'system' });
  expect(world.messenger.sent).toEqual([]);
  expect((await delivery(first.key)).attempts).toMatchObject([{ result: 'dropped', detail: reason }]);
});

test('a reminder to staff who have left the agency is dropped, and the case looks for another owner', async () => {
  await world.open(enteredCare('2026-03-02') as Entry);
  const [due] = (await world.on('2026-03-25')).effects;
  const staff = sampleAgency.staff.map((s) => (s.id === 'cw1' ? { ...s, active: false } : s));
  await world.store.saveAgency({ ...sampleAgency, staff });
  const entry = await run(due!);
  expect(entry).toMatchObject({ by: 'system' });
  expect(world.messenger.sent).toEqual([]);
  await world.advance(entry!);
  expect(await world.store.obligations({ caseId: world.caseId, owner: 'sup1' })).toContainEqual(
    expect.objectContaining({ duty: 'case-plan', ownerRole: 'caseworker' }),
  );
});

test('a reminder of a meeting that has begun meanwhile is not sent', async () => {
  await invited(['p1']);
  await world.deliver(await world.advance());
  const step = await world.on('2026-03-29');
  expect(step.effects.map((e) => e.kind)).toEqual(['remind']);
  world.now = Date.parse('2026-03-30T15:01:00Z');
  expect(await world.deliver(step)).toEqual([]);
  expect(world.messenger.sent.map((mail) => mail.subject)).toEqual([`REQUEST ${START}`]);
});
