// The step of a case, over a real store: what is recorded, what is answered, and what survives faults.
import { first, after, inCase, program, perCase, by, type Program } from '../../src/domain/rule';
import { withoutProse } from '../../src/domain/free-words';
import type { Entry } from '../../src/workflows/messages';
import { enteredCare, noon, sampleAgency, samplePrograms } from '../store/support/a-turn';
import { aWorld, closeWorlds, meeting, type World } from './support/a-world';

afterAll(closeWorlds);

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
const care = enteredCare('2026-03-02') as Entry;

test('an entry opens obligations, and the step names what the case waits for and when it wakes', async () => {
  const step = await world.open(care);
  expect(step.outcomes).toEqual([
    { id: 'opening', accepted: true },
    { id: 'care', accepted: true },
  ]);
  expect(step.headline).toBe('Waits for caseworker: due 2026-04-01: complete the case plan [XX-01]');
  expect(step.attributes).toEqual({
    Stage: 'open',
    Unit: 'unit-1',
    Program: ['sample'],
    DueWeek: '2026-W14',
    Overdue: false,
    Stuck: false,
    WaitingOn: 'caseworker',
  });
  // The first reminder: seven days before the plan is due, at eight in Chicago.
  expect(new Date(step.wakeAt).toISOString()).toBe('2026-03-25T13:00:00.000Z');
  expect(step.finished).toBe(false);
});

test('an effect is named with a summary of roles, codes and dates until its receipt is written', async () => {
  await world.open(care);
  const due = await world.on('2026-03-25');
  const key = `${world.caseId}/sample/case-plan/care/2026-04-01/remind-before-7/cw1`;
  expect(due.effects).toEqual([{ key, kind: 'remind', summary: 'remind caseworker: XX-01 due 2026-04-01' }]);
  expect((await world.advance()).effects).toEqual(due.effects);
  await world.deliver(due);
  expect((await world.advance()).effects).toEqual([]);
});

test('asked again with the same entries, after an answer that was lost, it records and intends nothing twice', async () => {
  await world.open(care);
  const lost = await world.on('2026-03-25', meeting('2026-03-30T10:00'));
  const again = await world.advance(meeting('2026-03-30T10:00'));
  expect(again).toEqual(lost);
  expect(lost.effects.map((e) => e.kind).sort()).toEqual(['invite', 'invite', 'remind']);
  expect(await world.store.journal(world.caseId)).toHaveLength(9);
  expect(await world.store.ledger(world.caseId)).toHaveLength(3);
});

test('an entry that comes again months later is answered as it was then, accepted or refused', async () => {
  const unknown: Entry = { id: 'unknown', by: 'feed', events: [{ type: 'EnteredCare', children: ['c2'] }] };
  const then = await world.open(care, unknown);
  const added = { id: 'added', by: 'cw1', events: [{ type: 'ChildAdded', child: 'c2', bornOn: '2020-01-01' }] };
  await world.on('2026-05-01', added);
  const later = await world.on('2026-09-01', unknown, care);
  expect(later.outcomes).toEqual([then.outcomes[2], then.outcomes[1]]);
  expect(later.outcomes[0]).toMatchObject({ accepted: false, unmet: [{ code: 'unknown-child' }] });
  expect((await world.store.journal(world.caseId)).filter((l) => l.event.type === 'EnteredCare')).toHaveLength(1);
});

test('words stay in the store: they are journalled, and neither travel to the case nor back', async () => {
  await world.open(care);
  const secret = 'Grandmother Rosa will drive';
  const body = {
    id: 'talk',
    by: 'fac1',
    events: [
      { type: 'AvailabilityRecorded', participants: ['p1'], preferred: secret, note: secret },
      { type: 'ConcernRaised', concern: 'k1', participant: 'p1', text: secret },
    ],
  };
  const travels = { ...body, by: 'somebody-else', events: withoutProse(body.events) };
  expect(JSON.stringify(travels)).not.toContain(secret);
  const step = await world.on('2026-03-03', await world.keep(body, travels));
  expect(step.outcomes).toEqual([{ id: 'talk', accepted: true }]);
  expect(JSON.stringify(step)).not.toContain(secret);
  const lines = (await world.store.journal(world.caseId)).slice(-2);
  expect(lines.map((line) => line.by)).toEqual(['fac1', 'fac1']);
  expect(lines.map((line) => line.event)).toEqual([
    expect.objectContaining({ preferred: secret, note: secret }),
    expect.objectContaining({ text: secret }),
  ]);
});

test('a case that was never opened waits, and refuses what is not its opening', async () => {
  const quiet = await world.advance();
  expect(quiet).toMatchObject({ outcomes: [], effects: [], finished: false });
  expect(quiet.wakeAt).toBe(world.now + 30 * 86_400_000);
  const refused = await world.advance(care);
  expect(refused.outcomes[0]).toMatchObject({ accepted: false, unmet: [{ code: 'not-opened' }] });
});

test('what the workflow could not read is journalled as refused, with what came', async () => {
  await world.open();
  const strange: Entry[] = [
    { id: 'signal:1', by: 'unknown', events: [{ type: 'Unreadable', reason: 'bad-key' }] },
    { id: 'signal:2', by: 'unknown', events: [{ type: 'UnknownSignal', name: 'nudge' }] },
  ];
  const step = await world.advance(...strange);
  expect(step.outcomes.map((o) => o.accepted)).toEqual([false, false]);
  for (const entry of strange)
    expect(await world.store.entry(world.caseId, entry.id)).toMatchObject({
      outcome: { accepted: false, unmet: [{ code: 'invalid-fields' }] },
      body: entry,
    });
});

test('an effect that failed for days is marked, named no more, and reaching the person becomes a task', async () => {
  await world.open();
  const step = await world.on('2026-03-03', meeting('2026-03-30T10:00', ['p1']));
  const { key } = step.effects[0]!;
  const failed: Entry = { id: 'failed:1', by: 'system', events: [{ type: 'EffectFailed', key, reason: 'timeout' }] };
  const after = await world.on('2026-03-06', failed);
  expect(after.outcomes).toEqual([{ id: 'failed:1', accepted: true }]);
  expect(after.effects).toEqual([]);
  expect((await world.store.intent(key))?.intent.state).toBe('failed');
  expect(await world.store.obligations({ caseId: world.caseId, owner: 'fac1', statuses: ['due'] })).toEqual([
    expect.objectContaining({ duty: 'reach-person', subject: 'event:failed:1.2/p1', due: '2026-03-11' }),
  ]);
});

test('a reminder to staff that failed for days becomes a task as well: the supervisor reaches the case worker', async () => {
  await world.open(care);
  const { key } = (await world.on('2026-03-25')).effects[0]!;
  const failed: Entry = { id: 'failed:2', by: 'system', events: [{ type: 'EffectFailed', key, reason: 'timeout' }] };
  await world.on('2026-03-28', failed);
  // Saturday: Monday, Tuesday, Wednesday.
  expect(await world.store.obligations({ caseId: world.caseId, owner: 'sup1' })).toEqual([
    expect.objectContaining({ duty: 'reach-staff', subject: 'event:failed:2.2/cw1', status: 'due', due: '2026-04-01' }),
  ]);
});

test('texts that no database can hold are refused, and take nothing else with them', async () => {
  await world.open();
  const entries: Entry[] = [
    {
      id: 'nul-\u0000',
      by: 'feed\u0000',
      events: [{ type: 'AvailabilityRecorded', participants: ['p1'], preferred: 'ok' }],
    },
    {
      id: 'nul-in-text',
      by: 'feed',
      events: [{ type: 'AvailabilityRecorded', participants: ['p1'], preferred: 'a\u0000' }],
    },
    { id: 'nul-in-key', by: 'feed', events: [{ type: 'AvailabilityRecorded', '\u0000\ud800': 1 }] },
    { id: 'nul-elsewhere', by: 'feed', events: [{ type: 'EditionAdopted', program: 'sample', edition: 'x\u0000' }] },
    care,
  ];
  const step = await world.advance(...entries);
  expect(step.outcomes.map((o) => o.id)).toEqual(entries.map((e) => e.id));
  expect(step.outcomes.slice(1, 3).map((o) => o.unmet?.[0]?.code)).toEqual(['invalid-fields', 'invalid-fields']);
  expect(step.outcomes.at(-1)).toEqual({ id: 'care', accepted: true });
  expect((await world.advance(...entries)).outcomes).toEqual(step.outcomes);
});

test('an entry whose events would take the identity of others is refused, and the others are recorded', async () => {
  await world.open();
  const two: Entry = {
    id: 'x',
    by: 'feed',
    events: ['a', 'b'].map((preferred) => ({ type: 'AvailabilityRecorded', participants: ['p1'], preferred })),
  };
  const taken: Entry = {
    id: 'x.2',
    by: 'feed',
    events: [{ type: 'AvailabilityRecorded', participants: ['p1'], preferred: 'c' }],
  };
  const step = await world.advance(two, taken, care);
  expect(step.outcomes.map((o) => o.accepted)).toEqual([true, false, true]);
  expect(step.outcomes[1]!.unmet?.map((u) => u.code)).toEqual(['id-taken']);
  expect((await world.store.journal(world.caseId)).map((l) => l.id).filter((id) => id.startsWith('x'))).toEqual([
    'x.1',
    'x.2',
  ]);
});

const broken: Program = program({
  ...samplePrograms[1]!,
  id: 'broken',
  duties: [
    {
      id: 'impossible',
      cites: ['XX-09'],
      says: 'Cannot be computed.',
      per: perCase,
      from: first(inCase('EnteredCare')),
      due: { by: after(first(inCase('EnteredCare')), { setting: 'no-such-setting' }) },
      done: by(inCase('DocumentCompleted', { kind: 'nothing' })),
      owner: 'caseworker',
    },
  ],
});

test('a program that throws leaves the case stuck and answering staff; mended, it catches up', async () => {
  await world.open(care, {
    id: 'enrol',
    by: 'cw1',
    events: [{ type: 'ProgramEnrolled', program: 'sample' }],
  });
  const obligations = await world.store.obligations({ caseId: world.caseId });
  world.programs = [...samplePrograms.slice(0, 1), { ...broken, id: 'sample' }];
  world.now = noon('2026-03-26');
  const note: Entry = {
    id: 'note',
    by: 'cw1',
    events: [{ type: 'AvailabilityRecorded', participants: ['p1'], preferred: 'x' }],
  };
  const stuck = await world.advance(note);
  expect(stuck.outcomes).toEqual([{ id: 'note', accepted: true }]);
  expect(stuck.wakeAt).toBe(world.now + 3_600_000);
  expect(stuck.attributes).toMatchObject({ Stuck: true, Unit: 'unit-1', Program: ['sample'] });
  expect(stuck.headline).toContain('Stuck');
  expect(await world.store.case(world.caseId)).toMatchObject({ stuck: 'program-failed', unit: 'unit-1' });
  expect(await world.store.obligations({ caseId: world.caseId })).toEqual(obligations);

  world.programs = samplePrograms;
  const healed = await world.advance();
  expect(healed.attributes.Stuck).toBe(false);
  // What fell due while it was stuck is said now.
  expect(healed.effects.map((e) => e.summary)).toEqual(['remind caseworker: XX-01 due 2026-04-01']);
  expect(await world.store.case(world.caseId)).toMatchObject({ stuck: null });
});

test('a store that fails makes the step fail, and nothing is half done', async () => {
  await world.open();
  const { store } = world;
  world.store = { ...store, turn: () => Promise.reject(new Error('away')) };
  await expect(world.advance(care)).rejects.toThrow('away');
  world.store = store;
  expect(await store.entry(world.caseId, 'care')).toBeNull();
});

test('families that a facilitator carries elsewhere and here are both counted when one is assigned', async () => {
  const other = await aWorld();
  await other.open();
  await world.open();
  const assign: Entry = {
    id: 'assign',
    by: 'sup1',
    events: [{ type: 'StaffAssigned', staff: 'fac1', role: 'facilitator' }],
  };
  await world.advance(assign);
  const line = (await world.store.journal(world.caseId)).at(-1)!;
  const others = (await world.store.cases({})).filter((c) => c.closedOn === null && c.caseId !== world.caseId);
  const carried = sampleAgency.staff.find((s) => s.id === 'fac1')!.otherFamilies;
  expect(others.length).toBeGreaterThan(0);
  expect(line.event).toMatchObject({ type: 'StaffAssigned', familiesBefore: carried + others.length });
});
