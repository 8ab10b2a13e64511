// One way out for everything that is said: what leaves, what cannot, and what is written of both.
import { ApplicationFailure } from '@temporalio/common';
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

test('an invitation goes to its one recipient, with the place of the meeting, and its receipt is kept', async () => {
  const [first] = await invited();
  expect(first.summary).toBe('invite parent: meeting m1 at 2026-03-30T10:00');
  expect(await run(first)).toBeNull();
  expect(world.messenger.sent).toEqual([
    {
      to: 'Name of p1 <p1@people.test>',
      subject: `REQUEST ${START}`,
      text: 'Room 4',
      messageId: expect.stringMatching(/^<[0-9a-f]{64}@test>$/),
      date: new Date(world.now),
    },
  ]);
  expect(await delivery(first.key)).toMatchObject({
    state: 'sent',
    attempts: [
      {
        at: world.now,
        result: 'accepted',
        detail: '250 2.0.0 OK',
        messageId: world.messenger.sent[0]!.messageId,
        channel: 'email',
      },
    ],
  });
});

test('a youth who is old enough on the day of the meeting is told that people of his or her choice may come, and nobody else is', async () => {
  // c1 was born on 2018-05-01: eight on 2026-05-01.
  await world.store.saveAgency({ ...sampleAgency, settings: { ...sampleAgency.settings, youthNamesFrom: 8 } });
  await world.open();
  const told = async (id: string, startsAt: string): Promise<Record<string, boolean | undefined>> => {
    const step = await world.advance(meeting(startsAt, ['p1', 'c1'], id));
    await world.deliver(step);
    const composed = world.messenger.composed.filter(({ intent }) => intent.about === id);
    return Object.fromEntries(composed.map(({ intent, mayName }) => [intent.to.id, mayName]));
  };
  expect(await told('m1', '2026-04-30T10:00')).toEqual({ p1: false, c1: false });
  expect(await told('m2', '2026-05-01T10:00')).toEqual({ p1: false, c1: true });
  // What no agency has changed: fourteen.
  await world.store.saveAgency(sampleAgency);
  expect(await told('m3', '2026-05-02T10:00')).toEqual({ p1: false, c1: false });
});

test('asked again after the answer was lost, it sends nothing and lets the case think again', async () => {
  const [first] = await invited();
  await run(first);
  const again = await run(first);
  expect(again).toEqual({ id: expect.stringMatching(/^sent:[0-9a-f]{32}$/), by: 'system' });
  expect(world.messenger.sent).toHaveLength(1);
  expect((await world.advance(again!)).outcomes[0]!.accepted).toBe(true);
});

test('a notice about a duty goes to staff with the duty and its citation', async () => {
  await world.open(enteredCare('2026-03-02') as Entry);
  const step = await world.on('2026-03-25');
  expect(await world.deliver(step)).toEqual([]);
  expect(world.messenger.sent.map((mail) => [mail.to, mail.text])).toEqual([
    ['Name of cw1 <cw1@people.test>', 'Complete the case plan. (XX-01)'],
  ]);
});

test('a carrier that is away, or defers, is tried again with the same message; no address stands in the failure', async () => {
  const [first] = await invited();
  world.messenger.carrier = () => Promise.reject(new Error('connect ECONNREFUSED for p1@people.test'));
  const away = await run(first).catch((error: unknown) => error);
  world.messenger.carrier = () => ({
    accepted: false,
    permanent: false,
    response: '451 4.7.1 <p1@people.test> try later',
  });
  const deferred = await run(first).catch((error: unknown) => error);
  for (const [failure, type] of [
    [away, 'CarrierAway'],
    [deferred, 'CarrierDefers'],
  ] as const) {
    expect(failure).toBeInstanceOf(ApplicationFailure);
    expect(failure).toMatchObject({ type, nonRetryable: false, message: type });
    expect((failure as Error).cause).toBeUndefined();
  }
  world.messenger.carrier = () => ({ accepted: true, response: '250 OK' });
  expect(await run(first)).toBeNull();
  const { state, attempts } = await delivery(first.key);
  expect(state).toBe('sent');
  expect(attempts.map((a) => [a.result, a.detail])).toEqual([
    ['unknown', 'no-answer'],
    ['failed', '451 4.7.1 (address) try later'],
    ['accepted', '250 OK'],
  ]);
  expect(new Set(attempts.map((a) => a.messageId)).size).toBe(1);
});

test('a person whom a mailbox refuses becomes a task of the facilitator, also when the first answer was lost', async () => {
  const [first] = await invited();
  await world.person({ id: 'p1', channels: ['email'] });
  world.messenger.carrier = () => ({
    accepted: false,
    permanent: true,
    response: '550 5.1.1 <p1@people.test> unknown',
  });
  const lost = await run(first);
  const entry = await run(first);
  expect(entry).toEqual(lost);
  expect(entry).toMatchObject({
    by: 'system',
    events: [{ type: 'NoticeUndeliverable', notice: first.key, recipient: 'p1', reason: 'refused' }],
  });
  const step = await world.advance(entry!);
  expect(step.outcomes[0]!.accepted).toBe(true);
  expect(step.effects.map((e) => e.key)).not.toContain(first.key);
  expect(await world.store.obligations({ caseId: world.caseId, owner: 'fac1', statuses: ['due'] })).toEqual([
    expect.objectContaining({ duty: 'reach-person', subject: `event:${entry!.id}/p1`, due: '2026-03-06' }),
  ]);
  expect((await delivery(first.key)).attempts.map((a) => [a.result, a.detail])).toEqual([
    ['refused', '550 5.1.1 (address) unknown'],
  ]);
});

test.each([
  ['at high risk without an address', { email: null, highRisk: true }, 'no-address'],
  ['whom the system must not contact', { doNotContact: true }, 'do-not-contact'],
])('a person %s is sent nothing and becomes a task', async (_who, over, reason) => {
  const [first] = await invited();
  await world.person({ id: 'p1', ...over });
  const lost = await run(first);
  const entry = await run(first);
  expect(entry).toEqual(lost);
  expect(entry?.events).toEqual([{ type: 'NoticeUndeliverable', notice: first.key, recipient: 'p1', reason }]);
  await world.advance(entry!);
  expect(world.messenger.composed).toEqual([]);
  expect((await delivery(first.key)).attempts).toEqual([
    { at: world.now, result: 'dropped', detail: reason, messageId: null, channel: null },
  ]);
  expect(await world.store.obligations({ caseId: world.caseId, owner: 'fac1', statuses: ['due'] })).toEqual([
    expect.objectContaining({ duty: 'reach-person', subject: `event:${entry!.id}/p1` }),
  ]);
});

test('a member of staff without an address becomes a task of the supervisor, who is told of it; a further message makes no second one', async () => {
  await world.open(enteredCare('2026-03-02') as Entry);
  await world.person({ id: 'cw1', caseId: null, email: null });
  const [lost] = await world.deliver(await world.on('2026-03-25'));
  expect(lost?.events).toMatchObject([{ type: 'NoticeUndeliverable', recipient: 'cw1', reason: 'no-address' }]);
  await world.advance(lost!);
  // Wednesday: Thursday, Friday, Monday.
  const task = expect.objectContaining({ duty: 'reach-staff', subject: `event:${lost!.id}/cw1`, due: '2026-03-30' });
  const tasks = async () =>
    (await world.store.obligations({ caseId: world.caseId, owner: 'sup1' })).filter((o) => o.duty === 'reach-staff');
  expect(await tasks()).toEqual([task]);
  expect(world.messenger.sent).toEqual([]);

  const [again] = await world.deliver(await world.on('2026-04-02'));
  await world.advance(again!);
  expect(await tasks()).toEqual([task]);
  const toSup1 = world.messenger.sent.filter((mail) => mail.to.includes('sup1@people.test'));
  expect(toSup1.map((mail) => mail.text)).toContainEqual(
    'Reach the member of staff another way, and see that the address is mended: no message got through. (WA-20)',
  );

  await world.advance({
    id: 'rung',
    by: 'sup1',
    events: [{ type: 'ContactMade', kind: 'reached-another-way', staff: ['cw1'], channel: 'phone' }],
  });
  expect((await tasks()).map((o) => o.status)).toEqual(['met-late']);
});

test('an invitation withdrawn while it was on its way counts as told, and is cancelled', async () => {
  const [first] = await invited(['p1']);
  const cancel: Entry = {
    id: 'cancel',
    by: 'fac1',
    events: [{ type: 'MeetingCancelled', meeting: 'm1', reason: 'Snow.' }],
  };
  world.messenger.beforeSending = async () => {
    world.messenger.beforeSending = () => Promise.resolve();
    await world.advance(cancel);
  };
  const entry = await run(first);
  expect(entry).toEqual({ id: expect.stringMatching(/^sent:/), by: 'system' });
  const step = await world.advance(entry!);
  expect(step.effects.map((e) => e.summary)).toEqual(['cancel with parent: meeting m1 at 2026-03-30T10:00']);
  await world.deliver(step);
  expect(world.messenger.sent.map((mail) => mail.subject)).toEqual([`REQUEST ${START}`, `CANCEL ${START}`]);
});

test('an invitation of which nobody knows whether it arrived is taken as told when it is withdrawn', async () => {
  const [first] = await invited(['p1']);
  world.messenger.carrier = () => Promise.reject(new Error('connection lost'));
  await expect(run(first)).rejects.toThrow('CarrierAway');
  await world.advance({
    id: 'cancel',
    by: 'fac1',
    events: [{ type: 'MeetingCancelled', meeting: 'm1', reason: 'Snow.' }],
  });
  const entry = await run(first);
  world.messenger.carrier = () => ({ accepted: true, response: '250 OK' });
  await world.deliver(await world.advance(entry!));
  expect(world.messenger.sent.map((mail) => mail.subject)).toEqual([`CANCEL ${START}`]);
});

test('a key that the store does not know, or of another case, does nothing', async () => {
  const [first] = await invited(['p1']);
  const { invite } = world.activities;
  expect(await invite({ caseId: 'case-other', key: first.key })).toBeNull();
  expect(await invite({ caseId: world.caseId, key: 'nothing' })).toBeNull();
  expect(world.messenger.composed).toEqual([]);
});
