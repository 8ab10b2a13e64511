// A storm: N cases wake at the same instant, beside N bare loops, on one server in one run. `warm`: the workers have them all in
// their cache. `cold`: the workers are new, as after months of sleep, and replay each case when it wakes.
// npm run bench:wake [-- --cases=60 --rounds=3 --slot=15 --no-postgres]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import type { CaseActivities } from '../src/activities/ports';
import { ensureEngine, startEngine } from '../src/platform/engine';
import { loadKeys } from '../src/platform/keys';
import { registerSearchAttributes } from '../src/platform/search-attributes';
import { connectClient, dataConverterFor, startCase } from '../src/platform/temporal';
import { bundleCases, createWorkers, installRuntime } from '../src/platform/worker-parts';
import { openStore } from '../src/store/open';
import { eventually } from '../test/setup/eventually';
import { freePort } from '../test/setup/free-port';
import { startPostgres } from '../test/store/support/postgres';
import { activitiesOver, clockAt, keepAgency, newCaseId, record, RECORDED_AT, REMINDED_AT } from './case-shape';
import { BARE_QUEUE, bundleBare, createBareWorkers } from './bare/worker';
import { machine, median, option, quantile, say, spread } from './figures';
import { bytesOf, eventsOf, kindsOf, nameOf } from './history-size';

const CASES = option('cases', 60);
const ROUNDS = option('rounds', 3);
const SLOT_MS = option('slot', 15) * 1000;
/** A case never sleeps for less than a minute: ours are asleep before the last minute begins, bare ones start while it runs. */
const MINUTE = 60_000;
const ARMING_MS = 10_000 + Math.ceil((CASES * ROUNDS * 1000) / option('starts', 12));

interface Round {
  due: number;
  readonly ids: readonly string[];
  /** Moment of the effect, taken in the activity. */
  readonly seen: Map<string, number>;
}

interface Figures {
  readonly drain: number;
  readonly p50: number;
  readonly p99: number;
  readonly cpu: number;
}

const newRound = (): Round => ({ due: 0, ids: Array.from({ length: CASES }, newCaseId), seen: new Map() });

async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  const left = [...items];
  await Promise.all(
    Array.from({ length: 20 }, async () => {
      for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
    }),
  );
}

/** Waits for the instant, then for the last effect; what this process used of the processors meanwhile is in it. */
async function drained({ due, ids, seen }: Round): Promise<Figures> {
  await pause(Math.max(due - 200 - Date.now(), 0));
  const before = process.cpuUsage();
  await eventually('the last effect', () => (seen.size === ids.length ? true : undefined), SLOT_MS * 5);
  const { user, system } = process.cpuUsage(before);
  const lags = [...seen.values()].map((at) => at - due);
  if (Math.max(...lags) > SLOT_MS) say('  (a round ran into the next: give it a longer --slot)');
  return {
    drain: (ids.length * 1000) / Math.max(...lags),
    p50: quantile(lags, 0.5),
    p99: quantile(lags, 0.99),
    cpu: (user + system) / 1000 / ids.length,
  };
}

async function storm(server: Server, databaseUrl: string | undefined, cached: boolean): Promise<void> {
  const store = await openStore({ databaseUrl });
  // One facilitator has them all: above fifty families each case would ask for a sign-off beside the reminder that is measured.
  await keepAgency(store, { familiesPerFacilitator: 100_000 });
  const { client, connection, dataConverter, bundles } = server;
  const pairs = Array.from({ length: ROUNDS }, () => ({ ours: newRound(), bare: newRound() }));
  const recordedOn = clockAt(RECORDED_AT, RECORDED_AT);
  const recorder = activitiesOver(store, recordedOn, () => undefined);
  for (const { ours } of pairs) for (const id of ours.ids) await record(recorder, id, recordedOn);

  const byCase = new Map<string, CaseActivities>();
  let armed = 0;
  const of = (id: string): CaseActivities => byCase.get(id)!;
  const bareRounds = new Map(pairs.flatMap(({ bare }) => bare.ids.map((id) => [id, bare] as const)));
  const start = async (): Promise<() => Promise<void>> => {
    const workers = [
      await createWorkers({
        connection,
        namespace: 'default',
        bundle: bundles.ours,
        dataConverter,
        activities: {
          advance: async (input) => {
            const step = await of(input.caseId).advance(input);
            armed += 1;
            return step;
          },
          invite: (input) => of(input.caseId).invite(input),
          remind: (input) => of(input.caseId).remind(input),
          correct: (input) => of(input.caseId).correct(input),
          escalate: (input) => of(input.caseId).escalate(input),
          requestSignOff: (input) => of(input.caseId).requestSignOff(input),
          announce: (input) => of(input.caseId).announce(input),
        },
      }),
      await createBareWorkers({
        connection,
        bundle: bundles.bare,
        note: (id) => bareRounds.get(id)!.seen.set(id, Date.now()),
      }),
    ];
    const running = Promise.all(workers.map((worker) => worker.run()));
    running.catch(() => undefined); // awaited when they are stopped
    return async () => {
      for (const worker of workers) worker.shutdown();
      await running;
    };
  };
  let stop = await start();
  try {
    const first = Date.now() + ARMING_MS + MINUTE;
    // Ours first, then bare first, in turn: neither always meets the younger server.
    for (const [i, { ours, bare }] of pairs.entries()) {
      for (const [n, round] of (i % 2 === 0 ? [ours, bare] : [bare, ours]).entries())
        round.due = first + (2 * i + n) * SLOT_MS;
      // Each round has its own clock, so that the same civil morning falls on its instant.
      const activities = activitiesOver(store, clockAt(REMINDED_AT, ours.due), (id) => ours.seen.set(id, Date.now()));
      for (const id of ours.ids) byCase.set(id, activities);
    }
    await inParallel([...byCase.keys()], (caseId) => startCase(client, { caseId }));
    await eventually(
      'all cases are asleep a minute before the first instant (--starts=5 gives them longer)',
      () => (armed >= byCase.size ? true : undefined),
      first - MINUTE - Date.now(),
    );
    await inParallel([...bareRounds], ([id, { due }]) =>
      server.plain.workflow.start('bareCase', {
        workflowId: id,
        taskQueue: BARE_QUEUE,
        args: [id, [{ at: due, effects: 1 }]],
      }),
    );

    if (!cached) {
      await pause(Math.max(first - 30_000 - Date.now(), 0)); // all bare ones have armed their timers
      await stop();
      stop = await start();
    }

    const results: { ours: Figures; bare: Figures }[] = [];
    for (const [i, { ours, bare }] of pairs.entries()) {
      const taken = new Map<Round, Figures>();
      for (const round of i % 2 === 0 ? [ours, bare] : [bare, ours]) taken.set(round, await drained(round));
      results.push({ ours: taken.get(ours)!, bare: taken.get(bare)! });
    }
    report(results);
    for (const [name, id, last] of [
      ['ours', pairs[0]!.ours.ids[0]!, 'WORKFLOW_TASK_COMPLETED'],
      ['bare', pairs[0]!.bare.ids[0]!, 'TIMER_STARTED'],
    ] as const) {
      const events = await eventually('the case sleeps again', async () => {
        const all = await eventsOf(client, id);
        return nameOf(all.at(-1)!) === last ? all : undefined;
      });
      const cycle = events.slice(events.findIndex((event) => nameOf(event) === 'TIMER_FIRED'));
      say(`  ${name}: a wake cycle has ${cycle.length} events, ${bytesOf(cycle)} bytes (${kindsOf(cycle)})`);
    }
  } finally {
    await stop();
    await store.close();
  }
}

function report(results: readonly { ours: Figures; bare: Figures }[]): void {
  for (const name of ['ours', 'bare'] as const) {
    const of = (key: keyof Figures): number[] => results.map((result) => result[name][key]);
    say(
      `  ${name}: drain ${spread(of('drain'))} per s; lag p50 ${spread(of('p50'), 0)} ms, p99 ${spread(of('p99'), 0)} ms; CPU of this process ${spread(of('cpu'))} ms per wake`,
    );
  }
  const ratio = (key: keyof Figures): string =>
    spread(
      results.map(({ ours, bare }) => ours[key] / bare[key]),
      2,
    );
  say(
    `  ours / bare, pair by pair: drain ${ratio('drain')}; lag p50 ${ratio('p50')}, p99 ${ratio('p99')}; CPU ${ratio('cpu')}`,
  );
  medians.push(median(results.map(({ ours }) => ours.drain)));
}

const medians: number[] = [];

async function connectTo(address: string, folder: string) {
  const dataConverter = dataConverterFor(loadKeys(join(folder, 'keys.json')));
  const client = await connectClient({ address, namespace: 'default', dataConverter });
  const plain = await connectClient({ address, namespace: 'default', dataConverter: {} });
  const asking = await Connection.connect({ address });
  await registerSearchAttributes(asking, 'default');
  await asking.close();
  const bundles = { ours: await bundleCases(), bare: await bundleBare() };
  return { client, plain, dataConverter, bundles, connection: await NativeConnection.connect({ address }) };
}
type Server = Awaited<ReturnType<typeof connectTo>>;

async function main(): Promise<void> {
  installRuntime(() => undefined);
  const folder = mkdtempSync(join(tmpdir(), 'bench-wake-'));
  const binary = await ensureEngine({ progress: (line) => void process.stderr.write(`${line}\n`) });
  const engine = await startEngine({ binary, dataDir: folder, port: await freePort(), uiPort: await freePort() });
  const postgres = process.argv.includes('--no-postgres') ? undefined : await startPostgres();
  try {
    const server = await connectTo(engine.address, folder);
    const { serverVersion } = await server.client.workflowService.getSystemInfo({});
    machine(`Temporal development server ${serverVersion ?? ''}, SQLite file`);
    say(`${CASES} cases at one instant, ${ROUNDS} pairs of rounds`);
    const stores = [
      { name: 'PGlite in memory', url: () => Promise.resolve(undefined) },
      ...(postgres ? [{ name: 'PostgreSQL, fsync off', url: (name: string) => postgres.database(name) }] : []),
    ];
    for (const { name, url } of stores)
      for (const cached of [true, false]) {
        say(`${name}, ${cached ? 'warm' : 'cold (new workers)'}`);
        await storm(server, await url(cached ? 'warm' : 'cold'), cached);
        if (!cached) say(`  ours, cold / warm: drain ${(medians.at(-1)! / medians.at(-2)!).toFixed(2)}`);
      }
    await server.connection.close();
    await server.client.connection.close();
    await server.plain.connection.close();
  } finally {
    await postgres?.stop();
    await engine.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

void main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
