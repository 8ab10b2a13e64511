// The look at all cases over a real store, with a Temporal that says what the test wants.
import { checkIntegrity, type IntegrityPorts } from '../../src/activities/integrity';
import type { Seen } from '../../src/platform/case-watch';
import { openStore } from '../../src/store/open';
import type { Store } from '../../src/store/types';
import { createAdvance } from '../../src/activities/advance';
import { enteredCare, freshCase, noon, opening, sampleAgency, samplePrograms } from '../store/support/a-turn';

const now = noon('2026-03-02');
let store: Store;
let caseId: string;
let seen: Seen | null;
let looks: number;

beforeAll(async () => {
  store = await openStore();
  await store.saveAgency(sampleAgency);
  caseId = freshCase();
  const advance = createAdvance({ store, programs: samplePrograms });
  await advance({ caseId, entries: [opening(), enteredCare('2026-03-02')], now });
});
afterAll(() => store.close());
beforeEach(async () => {
  const row = (await store.case(caseId))!;
  looks = 0;
  seen = { unit: row.unit, programs: [...row.programs], stuck: false, firesAt: row.wakeAt, busy: false };
});

const check = (over: Partial<IntegrityPorts> = {}) =>
  checkIntegrity({
    store,
    programs: samplePrograms,
    now: () => now,
    pauseMs: 0,
    watch: {
      look: async () => {
        looks += 1;
        return seen;
      },
      async *running() {
        yield caseId;
      },
    },
    ...over,
  });
const codes = async (over: Partial<IntegrityPorts> = {}) => (await check(over)).findings.map((one) => one.code);

test('a sound case is looked at once, and nothing is found; the report is kept', async () => {
  expect(await check()).toEqual({ at: now, cases: 1, findings: [] });
  expect(looks).toBe(1);
  expect(await store.lastReport()).toEqual({ at: now, cases: 1, findings: [] });
});

test('what is there at the second look only, or gone by then, is not told: the case was in the middle of its turn', async () => {
  const sound = seen;
  const answers = [null, sound];
  const watch = { look: async () => answers.shift() ?? null, async *running() {} };
  expect(await codes({ watch })).toEqual([]);
  expect(answers).toEqual([]);
});

test('what is there at both looks is told', async () => {
  seen = null;
  expect(await codes()).toEqual(['no-workflow']);
  expect(looks).toBe(2);
  expect((await store.lastReport())?.findings).toMatchObject([{ code: 'no-workflow', case: caseId }]);
});

test('a workflow of which the store knows nothing', async () => {
  const stranger = freshCase();
  const watch = {
    look: async () => seen,
    async *running() {
      yield* [caseId, stranger];
    },
  };
  expect((await check({ watch })).findings).toMatchObject([{ code: 'no-record', case: stranger }]);
});

test('requests that are safe for more than ten minutes and not recorded, of cases and of units', async () => {
  const tenMinutes = 10 * 60_000;
  const entry = (id: string, receivedAt: number) =>
    store.receive({ entryId: id, caseId, by: 'cw1', body: { id, by: 'cw1' }, receivedAt });
  await entry('young', now - tenMinutes + 1);
  expect(await codes()).toEqual([]);
  await entry('old', now - tenMinutes - 1);
  await store.keepCaseloadRequest({
    id: 'asked',
    unit: 'unit-1',
    by: 'sup1',
    ask: { kind: 'assign', case: caseId },
    fingerprint: '',
    receivedAt: now - tenMinutes - 1,
  });
  expect((await check()).findings).toMatchObject([
    { code: 'not-recorded', case: caseId, says: expect.stringContaining('Request old') },
    { code: 'not-recorded', case: null, unit: 'unit-1', says: expect.stringContaining('Request asked') },
  ]);
  await store.answered('old', now);
  await store.answered('young', now);
  await store.concludeCaseload('asked', now);
  expect(await codes()).toEqual([]);
});

test('a projection that was dropped is written anew by the next turn, also in a process that remembers it', async () => {
  const advance = createAdvance({ store, programs: samplePrograms });
  const before = await store.obligations({ caseId });
  expect(before.length).toBeGreaterThan(0);
  await store.dropProjection(caseId);
  expect(await store.obligations({ caseId })).toEqual([]);
  expect(await codes()).toEqual(['other-projection']);
  await advance({ caseId, entries: [], now });
  expect(await store.obligations({ caseId })).toEqual(before);
  expect(await codes()).toEqual([]);
});
