// What those who are asked for a time receive, and who is not asked after all.
import { openProposal } from '../../src/domain/times';
import { fold } from '../../src/domain/case-file';
import { rightToChoose } from '../../src/platform/answer-rights';
import type { Entry, Step } from '../../src/workflows/messages';
import { aWorld, closeWorlds, type World } from './support/a-world';

afterAll(closeWorlds);

let world: World;
beforeEach(async () => {
  world = await aWorld();
});

const SLOTS = ['2026-03-20T10:00', '2026-03-21T17:30'];
const zone = 'America/Chicago';
const asking = (over: object = {}, id = 'asking'): Entry => ({
  id,
  by: 'fac1',
  events: [
    {
      type: 'MeetingTimesProposed',
      meeting: 'm1',
      kinds: ['family-team'],
      invitees: ['p1', 'p2'],
      slots: SLOTS,
      zone,
      minutes: 60,
      answerBy: '2026-03-12',
      ...over,
    },
  ],
});
const suits = (participant: string): Entry => ({
  id: `told-${participant}`,
  by: 'fac1',
  events: [{ type: 'MeetingTimeAnswered', meeting: 'm1', participant, suits: [SLOTS[0]!] }],
});
const asked = async (): Promise<Step> => {
  await world.open();
  return world.on('2026-03-03', asking());
};
const to = (step: Step, person: string) => step.effects.find(({ key }) => key.includes(`/${person}/`))!;
const proofOf = async (participant: string) => {
  const proposal = openProposal(fold(await world.store.journal(world.caseId)), 'm1')!;
  return world.links.proofFor(rightToChoose({ caseId: world.caseId, participant, proposal }));
};

test('each gets a letter with the times and a link of his or her own, and operators read what it is about', async () => {
  const step = await asked();
  expect(step.effects.map(({ kind, summary }) => `${kind}: ${summary}`)).toEqual([
    'invite: invite parent: times for meeting m1, answer due 2026-03-12',
    'invite: invite kin: times for meeting m1, answer due 2026-03-12',
  ]);
  await world.deliver(step);
  const letters = world.messenger.composed;
  expect(letters.map(({ person, times, meeting }) => [person.id, times?.slots, meeting])).toEqual([
    ['p1', SLOTS, undefined],
    ['p2', SLOTS, undefined],
  ]);
  const [one, other] = [await proofOf('p1'), await proofOf('p2')];
  expect(letters.map(({ answer }) => answer)).toEqual([
    { url: `http://office.test/answer#${one.token}`, code: one.code },
    { url: `http://office.test/answer#${other.token}`, code: other.code },
  ]);
  expect(await world.store.answerLink({ hash: one.hash }, world.now)).toMatchObject({
    purpose: 'choose-time',
    participant: 'p1',
    expiresAt: Date.parse('2026-03-21T17:30:00-05:00'),
  });
});

test('who has not answered is reminded the day before the last day; nobody is after it', async () => {
  await world.deliver(await asked());
  await world.advance(suits('p2'));
  const step = await world.on('2026-03-11');
  expect(step.effects.map(({ kind, key }) => [kind, key.includes('/p1/')])).toEqual([['remind', true]]);
  await world.deliver(step);
  expect((await world.on('2026-03-12')).effects.filter(({ key }) => key.includes('/times/'))).toEqual([]);
});

test.each<[string, Entry, string]>([
  ['who has answered by telephone meanwhile', suits('p1'), 'answered'],
  [
    'who must be kept apart from another',
    { id: 'order', by: 'cw1', events: [{ type: 'NoContactOrderRecorded', between: ['p1', 'p2'] }] },
    'kept-apart',
  ],
  [
    'for a meeting that is set meanwhile',
    {
      id: 'set',
      by: 'fac1',
      events: [
        {
          type: 'MeetingScheduled',
          meeting: 'm1',
          kinds: ['family-team'],
          invitees: ['p1'],
          startsAt: SLOTS[0]!,
          zone,
        },
      ],
    },
    'changed',
  ],
  [
    'about times that were proposed anew',
    asking({ slots: ['2026-03-24T10:00', '2026-03-25T10:00'] }, 'anew'),
    'changed',
  ],
])('somebody %s is not asked any more', async (_who, change, reason) => {
  const order = to(await asked(), 'p1');
  // Between the look at the intent and the look at the journal.
  const { store } = world;
  world.store = {
    ...store,
    intent: async (key) => {
      const found = await store.intent(key);
      world.store = store;
      await world.advance(change);
      return found;
    },
  };
  await world.activities[order.kind]({ caseId: world.caseId, key: order.key });
  expect(world.messenger.sent).toEqual([]);
  const row = (await world.store.deliveries({ caseId: world.caseId })).find(({ key }) => key === order.key)!;
  expect(row.attempts).toMatchObject([{ result: 'dropped', detail: reason }]);
});

test('what an order held back before it was sent is asked when the order has ended, and once', async () => {
  const step = await asked();
  await world.activities[to(step, 'p2').kind]({ caseId: world.caseId, key: to(step, 'p2').key });
  const order: Entry = { id: 'order', by: 'cw1', events: [{ type: 'NoContactOrderRecorded', between: ['p1', 'p2'] }] };
  expect((await world.on('2026-03-04', order)).effects.filter(({ key }) => key.includes('/times/'))).toEqual([]);
  const end: Entry = { id: 'end', by: 'cw1', events: [{ type: 'NoContactOrderEnded', order: 'order' }] };
  const again = await world.on('2026-03-05', end);
  expect(again.effects.map(({ key }) => key)).toEqual([to(step, 'p1').key]);
  await world.deliver(again);
  expect(world.messenger.composed.map(({ person }) => person.id)).toEqual(['p2', 'p1']);
  expect((await world.on('2026-03-06')).effects.filter(({ key }) => key.includes('/times/'))).toEqual([]);
});

test('to ask for a time for a meeting that is set sends nobody the invitation again', async () => {
  await world.open();
  const set: Entry = {
    id: 'set',
    by: 'fac1',
    events: [
      {
        type: 'MeetingScheduled',
        meeting: 'm1',
        kinds: ['family-team'],
        invitees: ['p1', 'p2'],
        startsAt: SLOTS[0]!,
        zone,
      },
    ],
  };
  await world.deliver(await world.on('2026-03-03', set));
  const step = await world.on('2026-03-04', asking());
  expect(step.effects.map(({ key }) => key.includes('/times/'))).toEqual([true, true]);
  await world.deliver(step);
  const ledger = await world.store.ledger(world.caseId);
  expect(
    ledger
      .filter(({ method }) => method !== undefined)
      .map(({ to: who, sequence, state }) => [who.id, sequence, state]),
  ).toEqual([
    ['p1', 0, 'sent'],
    ['p2', 0, 'sent'],
  ]);
});
