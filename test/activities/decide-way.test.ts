// What a request for a decision says of the way to decide it, and that the right to decide is there before the letter leaves.
import type { EffectOrder } from '../../src/workflows/messages';
import { sampleAgency } from '../store/support/a-turn';
import { aWorld, closeWorlds, type World } from './support/a-world';

afterAll(closeWorlds);

let world: World;
beforeEach(async () => {
  world = await aWorld();
});

const ask = {
  id: 'ask',
  by: 'cw1',
  events: [{ type: 'SignOffRequested', of: 'exception', reason: 'No visit in March.' }],
};
const decide = (decision: string) => ({
  id: `sup1-${decision}`,
  by: 'sup1',
  events: [{ type: 'SignOffDecided', request: 'ask', decision, reason: 'Fine.' }],
});
async function asked(): Promise<EffectOrder> {
  await world.open();
  const step = await world.on('2026-03-03', ask);
  return step.effects.find((e) => e.kind === 'requestSignOff')!;
}
const run = (order: EffectOrder) => world.activities[order.kind]({ caseId: world.caseId, key: order.key });
const proofOf = (staff: string, letter: string) =>
  world.links.decisionFor({ caseId: world.caseId, request: 'ask', staff, letter });

test('the letter has the link of its reader alone, which is good when it leaves, for a fortnight', async () => {
  const order = await asked();
  const found: unknown[] = [];
  const { hash, token } = proofOf('sup1', order.key);
  world.messenger.beforeSending = async () => void found.push(await world.store.signOffLink(hash, world.now));
  await run(order);
  expect(found).toEqual([
    { hash, caseId: world.caseId, request: 'ask', staff: 'sup1', expiresAt: world.now + 14 * 86_400_000 },
  ]);
  expect(world.messenger.composed[0]).toMatchObject({
    person: { id: 'sup1' },
    decide: { url: `http://office.test/sign-off#${token}` },
  });
});

test('composed again after a crash the letter has the same link; the reminder has another', async () => {
  const order = await asked();
  world.messenger.carrier = () => Promise.reject(new Error('connection lost'));
  await expect(run(order)).rejects.toThrow('CarrierAway');
  world.messenger.carrier = () => ({ accepted: true, response: '250 OK' });
  await run(order);
  await world.deliver(await world.on('2026-03-05'));
  const [one, again, reminder] = world.messenger.composed.map(({ decide: way }) => way?.url);
  expect(again).toBe(one);
  expect(reminder).toMatch(/\/sign-off#/);
  expect(reminder).not.toBe(one);
});

test('decided, the links of all its letters are revoked in the same turn', async () => {
  const order = await asked();
  await run(order);
  await world.advance(decide('approved'));
  expect(await world.store.signOffLink(proofOf('sup1', order.key).hash, world.now)).toBeNull();
});

test('a letter that waited is not sent when somebody decided meanwhile', async () => {
  const order = await asked();
  const step = await world.advance(decide('refused'));
  expect(step.effects.map(({ kind }) => kind)).not.toContain('requestSignOff');
  await run(order);
  expect(world.messenger.sent.filter(({ subject }) => subject.startsWith('requestSignOff'))).toEqual([]);
});

test('who is told when nobody decides gets a link as well, because from then on he or she may', async () => {
  await run(await asked());
  await world.person({ id: 'pm1', caseId: null });
  const manager = { id: 'pm1', role: 'program-manager', unit: 'unit-1', active: true, otherFamilies: 0 } as const;
  await world.store.saveAgency({ ...sampleAgency, staff: [...sampleAgency.staff, manager] });
  const late = await world.on('2026-03-09');
  await world.deliver(late);
  const escalation = world.messenger.composed.find(
    ({ intent }) => intent.kind === 'escalate' && intent.about.includes('decide-request'),
  );
  const order = late.effects.find((e) => e.kind === 'escalate' && e.key.includes('decide-request'));
  expect(order).toBeDefined();
  const { token } = proofOf(escalation!.person.id, order!.key);
  expect(escalation).toMatchObject({ person: { id: 'pm1' }, decide: { url: `http://office.test/sign-off#${token}` } });
  await world.store.saveAgency(sampleAgency);
});
