// LA-32: who is assigned is announced by the system itself, with the number at which he or she is reached.
import { programs } from '../../src/programs';
import type { Entry } from '../../src/workflows/messages';
import { sampleAgency, samplePrograms } from '../store/support/a-turn';
import { aWorld, closeWorlds, type World } from './support/a-world';

afterAll(closeWorlds);

let world: World;
beforeEach(async () => {
  world = await aWorld();
  world.programs = [...samplePrograms, ...programs];
  const p3 = ['p3w1', 'p3w2'].map((id) => ({ id, role: 'p3-worker', unit: 'p3' }) as const);
  await world.store.saveAgency({
    ...sampleAgency,
    staff: [...sampleAgency.staff, ...[...p3, { id: 'p3s1', role: 'p3-supervisor', unit: 'p3' } as const].map(here)],
  });
  for (const id of ['p3w1', 'p3w2', 'p3s1']) await world.person({ id, caseId: null, phone: `+1 555 01${id.length}7` });
  await world.open();
  const enrolled = await world.on('2026-03-03', {
    id: 'enrolled',
    by: 'cw1',
    events: [{ type: 'ProgramEnrolled', program: 'la-p3', children: ['c1'] }],
  });
  expect(enrolled.outcomes).toEqual([{ id: 'enrolled', accepted: true }]);
});
afterEach(() => world.store.saveAgency(sampleAgency));

const here = <T extends object>(staff: T) => ({ ...staff, active: true, otherFamilies: 0 });
const assigned = (staff: string, id = 'assigned', on?: string): Entry => ({
  id,
  by: 'p3s1',
  events: [
    { type: 'StaffAssigned', staff, role: 'p3-worker', kind: 'secondary', children: ['c1'], ...(on ? { on } : {}) },
  ],
});
const duty = async (name = 'announce-p3-worker') =>
  (await world.store.obligations({ caseId: world.caseId }))
    .filter((o) => o.duty === name)
    .map((o) => [o.subject, o.status, o.doneOn]);
const announcements = async () =>
  (await world.store.deliveries({ caseId: world.caseId }))
    .filter(({ intent }) => intent.kind === 'announce')
    .map(({ intent, state }) => `${intent.rung} ${intent.to.id} ${state}`)
    .toSorted();
/** Sends what a step names, and tells the case what came of it, as the workflow does. */
async function done(step: Awaited<ReturnType<World['advance']>>): Promise<void> {
  for (const entry of await world.deliver(step)) expect((await world.advance(entry)).outcomes[0]?.accepted).toBe(true);
}

test('LA-32: on assignment the case worker and the supervisor get the name and the number; then it is on record as done', async () => {
  const step = await world.on('2026-03-09', assigned('p3w1'));
  expect(
    step.effects
      .filter(({ kind }) => kind === 'announce')
      .map(({ summary }) => summary)
      .toSorted(),
  ).toEqual(['announce the worker to caseworker: LA-32 no date', 'announce the worker to supervisor: LA-32 no date']);
  await done(step);
  const told = world.messenger.composed.filter(({ intent }) => intent.kind === 'announce');
  const number = { name: 'Name of p3w1', phone: '+1 555 0147' };
  expect(Object.fromEntries(told.map(({ person, introduced }) => [person.id, introduced]))).toEqual({
    cw1: number,
    sup1: number,
  });
  expect(await announcements()).toEqual(['caseworker cw1 sent', 'supervisor sup1 sent']);
  expect(await duty()).toEqual([['event:assigned', 'met', '2026-03-09']]);
});

test('LA-32: an answer that was lost is given again, and nobody is told twice', async () => {
  const step = await world.on('2026-03-09', assigned('p3w1'));
  const first = await world.deliver(step);
  expect(await world.deliver(step)).toEqual(first);
  expect(world.messenger.sent.filter((mail) => mail.subject.startsWith('announce'))).toHaveLength(2);
});

test('LA-32: the next worker is announced as well', async () => {
  await done(await world.on('2026-03-09', assigned('p3w1')));
  const leaves: Entry = {
    id: 'leaves',
    by: 'p3s1',
    events: [
      { type: 'StaffUnassigned', staff: 'p3w1', role: 'p3-worker', children: ['c1'], reason: 'Another unit.' },
      ...assigned('p3w2').events!,
    ],
  };
  await done(await world.on('2026-04-01', leaves));
  expect(await duty()).toEqual([
    ['event:assigned', 'met', '2026-03-09'],
    ['event:leaves.2', 'met', '2026-04-01'],
  ]);
});

test('LA-32: without a number nothing is sent; it stays a duty of the P3 supervisor', async () => {
  await world.person({ id: 'p3w1', caseId: null, phone: null });
  await done(await world.on('2026-03-09', assigned('p3w1')));
  expect(world.messenger.composed.filter(({ intent }) => intent.kind === 'announce')).toEqual([]);
  expect(await announcements()).toEqual(['caseworker cw1 failed', 'supervisor sup1 failed']);
  expect(await duty()).toEqual([['event:assigned', 'due', null]]);
  const [owed] = (await world.store.obligations({ caseId: world.caseId, owner: 'p3s1' })).filter(
    (o) => o.duty === 'announce-p3-worker',
  );
  expect(owed).toMatchObject({ ownerRole: 'p3-supervisor', due: '2026-03-10' });
});

test('an assignment that is entered after its time is not announced: nothing is said about the past', async () => {
  const step = await world.on('2026-03-20', assigned('p3w1', 'late', '2026-03-09'));
  expect(step.effects.filter(({ kind }) => kind === 'announce')).toEqual([]);
  expect(await duty()).toEqual([['event:late', 'due', null]]);
});
