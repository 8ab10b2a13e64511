// What a letter says of the way to answer, and that the right to answer is there before the letter leaves.
import type { EffectOrder } from '../../src/workflows/messages';
import { aWorld, closeWorlds, meeting, type World } from './support/a-world';

afterAll(closeWorlds);

let world: World;
beforeEach(async () => {
  world = await aWorld();
});

const START = '2026-03-30T10:00';
const zone = 'America/Chicago';

async function invited(): Promise<EffectOrder[]> {
  await world.open();
  const step = await world.on('2026-03-03', meeting(START, ['p1', 'p2']));
  return ['p1', 'p2'].map((id) => step.effects.find((e) => e.key.includes(`/${id}/`))!);
}
const run = (order: EffectOrder) => world.activities[order.kind]({ caseId: world.caseId, key: order.key });
const proofOf = (participant: string, startsAt = START) =>
  world.links.proofFor({ caseId: world.caseId, meeting: 'm1', participant, startsAt, zone });

test('each letter has the link and the code of its reader alone, and they are good when it leaves', async () => {
  const [first, second] = await invited();
  const found: unknown[] = [];
  world.messenger.beforeSending = async () =>
    void found.push(await world.store.answerLink({ hash: proofOf('p1').hash }, world.now));
  await run(first!);
  expect(found).toMatchObject([
    { participant: 'p1', meeting: 'm1', startsAt: START, expiresAt: Date.parse(`${START}:00-05:00`) },
  ]);
  await run(second!);
  const [hers, his] = world.messenger.composed.map(({ answer }) => answer!);
  expect(hers).toEqual({ url: `http://office.test/answer#${proofOf('p1').token}`, code: proofOf('p1').code });
  expect(his).toEqual({ url: `http://office.test/answer#${proofOf('p2').token}`, code: proofOf('p2').code });
});

test('composed again after a crash the letter has the same link', async () => {
  const [first] = await invited();
  world.messenger.carrier = () => Promise.reject(new Error('connection lost'));
  await expect(run(first!)).rejects.toThrow('CarrierAway');
  world.messenger.carrier = () => ({ accepted: true, response: '250 OK' });
  await run(first!);
  const [one, again] = world.messenger.composed.map(({ answer }) => answer);
  expect(again).toEqual(one);
});

test('a moved meeting has another link, a cancelled one none', async () => {
  const [first] = await invited();
  await run(first!);
  const moved = {
    id: 'moved',
    by: 'fac1',
    events: [{ type: 'MeetingRescheduled', meeting: 'm1', startsAt: '2026-03-31T10:00', zone, invitees: ['p1'] }],
  };
  await world.deliver(await world.advance(moved));
  expect(world.messenger.composed.at(-1)?.answer?.url).toContain(proofOf('p1', '2026-03-31T10:00').token);
  const cancel = { id: 'cancel', by: 'fac1', events: [{ type: 'MeetingCancelled', meeting: 'm1', reason: 'x' }] };
  await world.deliver(await world.advance(cancel));
  expect(world.messenger.composed.at(-1)).toMatchObject({ intent: { method: 'CANCEL' } });
  expect(world.messenger.composed.at(-1)?.answer).toBeUndefined();
});

test('to a person at high risk the link has no token, and the code is not written', async () => {
  const [first] = await invited();
  await world.person({ id: 'p1', highRisk: true });
  await run(first!);
  expect(world.messenger.composed[0]?.answer).toEqual({ url: 'http://office.test/answer', code: null });
  expect(await world.store.answerLink({ codeHash: proofOf('p1').codeHash }, world.now)).toMatchObject({
    participant: 'p1',
  });
});

test('a reminder that waited is not sent to somebody who declined meanwhile', async () => {
  const [first] = await invited();
  await run(first!);
  const due = await world.on('2026-03-29');
  const reminder = due.effects.find((e) => e.kind === 'remind' && e.key.includes('/p1/'))!;
  const declined = {
    id: 'declined',
    by: 'fac1',
    events: [{ type: 'InvitationAnswered', meeting: 'm1', participant: 'p1', answer: 'declined' }],
  };
  world.messenger.sent.length = 0;
  await world.advance(declined);
  await run(reminder);
  expect(world.messenger.sent).toEqual([]);
});
