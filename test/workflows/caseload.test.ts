// The caseload of a unit on a real server: one request after the other, whatever comes at once, in whatever run.
import { randomBytes } from 'node:crypto';
import type { Client } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { ApplicationFailure } from '@temporalio/activity';
import { askCaseload } from '../../src/platform/caseload-client';
import type { CaseloadActivities, CaseloadInput } from '../../src/workflows/caseload-messages';
import { clientOf, historiesOf, keepHistory, startServer, startWorkers, until } from './support/server';
import { StandIn } from './support/stand-in';

let env: TestWorkflowEnvironment;
let client: Client;
beforeAll(async () => {
  env = await startServer();
  client = await clientOf(env.address);
});
afterAll(async () => {
  await client?.connection.close();
  await env?.teardown();
});

/** A unit with so many places: each request takes one while there are any. */
class Places implements CaseloadActivities {
  readonly given: string[] = [];
  readonly heard: string[] = [];
  readonly concluded = new Set<string>();
  readonly known = new Map<string, boolean>();
  atOnce = 0;
  most = 0;
  storeDown = false;
  caseAway = false;
  constructor(private left: number) {}

  async decideRequest({ id }: { id: string }) {
    if (this.storeDown) throw new Error('store away');
    this.atOnce += 1;
    this.most = Math.max(this.most, this.atOnce);
    // Read, then written after others had their chance: what two at a time would spoil.
    const left = this.left;
    await new Promise((resolve) => setImmediate(resolve));
    if (!this.known.has(id)) {
      this.known.set(id, left > 0);
      if (left > 0) {
        this.left = left - 1;
        this.given.push(id);
      }
    }
    this.atOnce -= 1;
    const accepted = this.known.get(id)!;
    return {
      id,
      accepted,
      moves: accepted ? [{ entryId: `${id}.1`, caseId: 'case-1' }] : [],
      ...(accepted ? {} : { unmet: [{ code: 'nobody-free', cites: [], says: 'Full.' }] }),
    };
  }
  async recordMove({ entryId }: { entryId: string }) {
    if (this.caseAway) throw ApplicationFailure.retryable('the case has not answered', 'CaseWaits');
    this.heard.push(entryId);
    return { entryId, accepted: true };
  }
  async concludeRequest({ id }: { id: string }) {
    this.concluded.add(id);
  }
  get activities() {
    return {
      ...new StandIn().activities,
      decideRequest: (input: { id: string }) => this.decideRequest(input),
      recordMove: (input: { entryId: string }) => this.recordMove(input),
      concludeRequest: (input: { id: string }) => this.concludeRequest(input),
    };
  }
}

const newUnit = (over: Partial<CaseloadInput> = {}): CaseloadInput => ({
  caseloadId: `caseload-${randomBytes(16).toString('hex')}`,
  unit: 'unit-7',
  ...over,
});
const ids = (n: number): string[] => Array.from({ length: n }, (_, i) => `r-${String(i).padStart(2, '0')}`);

async function untilAnswered(input: CaseloadInput, id: string): Promise<void> {
  while ((await askCaseload(client, input, 'assign', id, 10_000)) === 'waiting');
}

async function withPlaces(
  places: Places,
  body: () => Promise<void>,
  options: Parameters<typeof startWorkers>[2] = {},
): Promise<void> {
  const workers = await startWorkers(env.address, places, options);
  try {
    await body();
  } finally {
    await workers.stop();
  }
}

test.each([
  { kind: 'a warm cache', options: {} },
  { kind: 'no cache, so that every task replays', options: { maxCachedWorkflows: 0 } },
])(
  'twenty requests at once for seven places, over several runs, with $kind: seven are given, each once',
  async ({ kind, options }) => {
    const places = new Places(7);
    const input = newUnit({ restAfter: 4 });
    await withPlaces(
      places,
      async () => {
        await Promise.all(ids(20).map((id) => untilAnswered(input, id)));
        expect(places.given).toHaveLength(7);
        expect(new Set(places.given).size).toBe(7);
        expect(places.most).toBe(1);
        expect([...new Set(places.heard)].sort()).toEqual(places.given.map((id) => `${id}.1`).sort());
        expect([...places.concluded].sort()).toEqual(ids(20));
        // Asked again, also of a later run: the same answer, and nobody is given anything twice.
        await until('a later run', async () => (await historiesOf(client, input.caseloadId)).length > 1);
        await untilAnswered(input, 'r-00');
        expect(places.given).toHaveLength(7);
        await keepHistory(client, input.caseloadId, `caseload-${kind.includes('warm') ? 'warm' : 'cold'}`);
      },
      options,
    );
  },
);

test('a case that is away holds up nobody else, and hears of it when it is back', async () => {
  const places = new Places(7);
  const input = newUnit();
  places.caseAway = true;
  await withPlaces(places, async () => {
    expect(await askCaseload(client, input, 'assign', 'r-1', 2_000)).toBe('waiting');
    expect(await askCaseload(client, input, 'hand-over', 'r-2', 2_000)).toBe('waiting');
    expect(places.given).toEqual(['r-1', 'r-2']);
    places.caseAway = false;
    await untilAnswered(input, 'r-1');
    expect(places.heard).toContain('r-1.1');
    await until('both heard', () => places.concluded.size === 2);
  });
});

test('a store that is away: the request waits, and is decided once when it is back', async () => {
  const places = new Places(1);
  const input = newUnit();
  places.storeDown = true;
  await withPlaces(places, async () => {
    expect(await askCaseload(client, input, 'assign', 'r-1', 2_000)).toBe('waiting');
    places.storeDown = false;
    await untilAnswered(input, 'r-1');
    expect([places.given, places.heard]).toEqual([['r-1'], ['r-1.1']]);
    await keepHistory(client, input.caseloadId, 'caseload-store-down');
  });
});

test('a worker that ends in the middle: what was decided is heard by the case after the next start', async () => {
  const places = new Places(1);
  const input = newUnit();
  places.caseAway = true;
  await withPlaces(places, async () => {
    expect(await askCaseload(client, input, 'assign', 'r-1', 1_500)).toBe('waiting');
  });
  places.caseAway = false;
  await withPlaces(places, async () => {
    await untilAnswered(input, 'r-1');
    expect([places.given, places.heard, [...places.concluded]]).toEqual([['r-1'], ['r-1.1'], ['r-1']]);
  });
});

test('under the id of another caseload it refuses to start; what is no request is turned away', async () => {
  await withPlaces(new Places(1), async () => {
    const { caseloadId } = newUnit();
    const run = await client.workflow.start('unitCaseload', {
      workflowId: caseloadId,
      taskQueue: 'cases',
      args: [{ caseloadId: 'caseload-other', unit: 'unit-7' }],
    });
    await expect(run.result()).rejects.toMatchObject({ cause: { type: 'WrongCaseload' } });
    const input = newUnit();
    await untilAnswered(input, 'r-1');
    await expect(
      client.workflow.getHandle(input.caseloadId).executeUpdate('assign', { args: [{ id: 'a b' }] }),
    ).rejects.toMatchObject({ cause: { type: 'Malformed' } });
  });
});
