// What a case costs in history, and what it costs to replay it, on the time-skipping server; beside the bare loop.
// npm run bench:history [-- --rounds=5 --cycles=41]
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { temporal } from '@temporalio/proto';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { NativeConnection, Worker, type ReplayWorkerOptions } from '@temporalio/worker';
import type { DataConverter } from '@temporalio/common';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadKeys } from '../src/platform/keys';
import { connectClient, dataConverterFor, startCase, submitEntry } from '../src/platform/temporal';
import { bundleCases, createWorkers, installRuntime } from '../src/platform/worker-parts';
import { programs } from '../src/programs';
import { onServer } from '../src/scenario/engine';
import { openStore } from '../src/store/open';
import { eventually } from '../test/setup/eventually';
import { timeSkippingEnvironment } from '../test/setup/temporal';
import { historiesOf } from '../test/workflows/support/server';
import { activitiesOver, clockAt, keepAgency, newCaseId, record } from './case-shape';
import { BARE_QUEUE, bundleBare, createBareWorkers } from './bare/worker';
import { touch } from './bare/workflow';
import { costOf, machine, median, option, say, spread, type Cost } from './figures';
import { bytesOf, eventsOf, kindsOf, nameOf, type HistoryEvents } from './history-size';
import { CYCLES, INVITEES, tenYears } from './ten-years';

type History = temporal.api.history.v1.IHistory;
const { History } = temporal.api.history.v1;

const ROUNDS = option('rounds', 5);
const COPIES = option('copies', 8);
const UPDATES = 20;
const DAY = 24 * 3_600_000;

const sizeOf = (events: HistoryEvents, per = 1): string =>
  `${(events.length / per).toFixed(1)} events, ${Math.round(bytesOf(events) / per)} bytes`;

const settledAt = (env: TestWorkflowEnvironment, id: string, last: string): Promise<HistoryEvents> =>
  eventually('the case sleeps again', async () => {
    const events = await eventsOf(env.client, id);
    return nameOf(events.at(-1)!) === last ? events : undefined;
  });

/** One wake that finds the case overdue (a search attribute changes) and sends one reminder; then updates that change nothing. */
async function smallest(env: TestWorkflowEnvironment, folder: string): Promise<void> {
  const store = await openStore();
  await keepAgency(store, { morning: '00:00', overdueReminders: [1], escalations: [] });
  const dataConverter = dataConverterFor(loadKeys(join(folder, 'keys.json')));
  const client = await connectClient({ address: env.address, namespace: 'default', dataConverter });
  const connection = await NativeConnection.connect({ address: env.address });
  const now = Math.ceil(await env.currentTimeMs());
  const clock = clockAt(Date.parse('2027-05-02T20:00:00Z'), now);
  const activities = activitiesOver(store, clock, () => undefined);
  const [caseId, bareId] = [newCaseId(), newCaseId()];
  await record(activities, caseId, clock);
  const workers = [
    await createWorkers({ connection, namespace: 'default', bundle: await bundleCases(), activities, dataConverter }),
    await createBareWorkers({ connection, bundle: await bundleBare(), note: () => undefined }),
  ];
  const running = Promise.all(workers.map((worker) => worker.run()));
  running.catch(() => undefined); // awaited below
  try {
    await startCase(client, { caseId });
    await env.client.workflow.start('bareCase', {
      workflowId: bareId,
      taskQueue: BARE_QUEUE,
      args: [bareId, [{ at: now + 11 * 3_600_000, effects: 1 }]],
    });
    await pause(2_000);
    const before = {
      ours: (await settledAt(env, caseId, 'WORKFLOW_TASK_COMPLETED').catch(() => eventsOf(env.client, caseId))).length,
      bare: (await settledAt(env, bareId, 'TIMER_STARTED')).length,
    };
    await env.sleep(20 * 3_600_000);
    const ours = await settledAt(env, caseId, 'WORKFLOW_TASK_COMPLETED');
    const bare = await settledAt(env, bareId, 'TIMER_STARTED');
    const cycle = ours.slice(before.ours);
    say(`a wake with one effect and one change of search attributes: ${sizeOf(cycle)}`);
    say(`  (${kindsOf(cycle)})`);
    say(`  bare, a wake with one activity: ${sizeOf(bare.slice(before.bare))}`);
    // Nothing is due for a month: whatever is woken is woken by the thirty days alone.
    await env.sleep(91 * DAY);
    const quiet = (await settledAt(env, caseId, 'TIMER_STARTED')).slice(ours.length);
    const wakes = quiet.filter((event) => nameOf(event) === 'TIMER_FIRED').length;
    say(`90 days in which nothing is due: ${wakes} wakes, ${sizeOf(quiet)}; ${sizeOf(quiet, wakes)} each`);

    const first = (await eventsOf(env.client, caseId)).length;
    for (let i = 0; i < UPDATES; i++) {
      const events = [{ type: 'ContactMade', kind: 'engagement', participants: ['p1'] }];
      const answer = await submitEntry(
        client,
        caseId,
        { id: `contact-${i}`, by: 'caseworker', events },
        { deadlineMs: 30_000 },
      );
      if (answer.state !== 'recorded') throw new Error(`update: ${answer.state}`);
    }
    const updates = (await eventsOf(env.client, caseId)).slice(first);
    say(`an update that is recorded: ${sizeOf(updates, UPDATES)} (${UPDATES} of them: ${kindsOf(updates)})`);
    const bareFirst = (await eventsOf(env.client, bareId)).length;
    for (let i = 0; i < UPDATES; i++) await env.client.workflow.getHandle(bareId).executeUpdate(touch, { args: [i] });
    say(`  bare, an update: ${sizeOf((await eventsOf(env.client, bareId)).slice(bareFirst), UPDATES)}`);
  } finally {
    for (const id of [caseId, bareId]) await env.client.workflow.getHandle(id).terminate();
    for (const worker of workers) worker.shutdown();
    await running;
    await connection.close();
    await client.connection.close();
    await store.close();
  }
}

/** The bare loop, over as many years, with so many wakes and effects. */
async function bareHistory(
  env: TestWorkflowEnvironment,
  days: number,
  wakes: number,
  effects: number,
): Promise<History> {
  const connection = await NativeConnection.connect({ address: env.address });
  const worker = await createBareWorkers({ connection, bundle: await bundleBare(), note: () => undefined });
  const running = worker.run();
  running.catch(() => undefined); // awaited below
  const id = newCaseId();
  const now = Math.ceil(await env.currentTimeMs());
  const share = (i: number): number => Math.floor((i * effects) / wakes);
  const stops = Array.from({ length: wakes }, (_, i) => ({
    at: now + Math.round(((i + 1) * days * DAY) / wakes),
    effects: share(i + 1) - share(i),
  }));
  try {
    const handle = await env.client.workflow.start('bareCase', {
      workflowId: id,
      taskQueue: BARE_QUEUE,
      args: [id, stops],
    });
    await env.sleep(days * DAY + DAY);
    await settledAt(env, id, 'TIMER_STARTED');
    const history = await handle.fetchHistory();
    await handle.terminate();
    return withId(history, id);
  } finally {
    worker.shutdown();
    await running;
    await connection.close();
  }
}

/** The time-skipping server leaves the id out; replay needs it. */
function withId(history: History, workflowId: string): History {
  const started = history.events?.[0]?.workflowExecutionStartedEventAttributes;
  if (started) started.workflowId = workflowId;
  return history;
}

async function recordedCase(env: TestWorkflowEnvironment, cycles: number) {
  let runs: History[] = [];
  let id = '';
  await onServer(env, tenYears(cycles), programs, async (client, caseId) => {
    id = caseId;
    runs = (await historiesOf(client, caseId)).map((run) => withId(run, caseId));
  });
  return { runs, id };
}

function perCycle(runs: readonly History[], cycles: number): void {
  const all = runs.flatMap((run) => run.events ?? []);
  const heldAt = (cycle: number): number =>
    all.findIndex(
      (event) =>
        event.workflowExecutionUpdateAcceptedEventAttributes?.acceptedRequest?.meta?.updateId === `held${cycle}`,
    );
  const parts = Array.from({ length: cycles - 1 }, (_, i) => all.slice(heldAt(i + 1), heldAt(i + 2)));
  const count = (name: string): string =>
    spread(
      parts.map((part) => part.filter((event) => nameOf(event) === name).length),
      0,
    );
  say(
    `a whole cycle of the program (set, ${INVITEES.length} invited, contacted, reminded, held), ${parts.length} of them: ${spread(
      parts.map((part) => part.length),
      0,
    )} events, ${spread(parts.map(bytesOf), 0)} bytes`,
  );
  say(
    `  in each: ${count('TIMER_FIRED')} wakes, ${count('WORKFLOW_EXECUTION_UPDATE_ACCEPTED')} updates, ${count('ACTIVITY_TASK_SCHEDULED')} effects, ${count('UPSERT_WORKFLOW_SEARCH_ATTRIBUTES')} changes of search attributes`,
  );
}

interface Subject {
  readonly name: string;
  readonly runs: readonly History[];
  readonly bundle: NonNullable<ReplayWorkerOptions['workflowBundle']>;
  readonly costs: Cost[];
}

/** One stream of copies, each under a run id of its own; milliseconds of one. The worker's start is in it, spread over all. */
async function replay({ runs, bundle }: Subject, id: string): Promise<Cost> {
  const dataConverter: DataConverter = {};
  const copies = Array.from({ length: COPIES }, () =>
    runs.map((run) => {
      const history = History.fromObject(History.toObject(History.create(run)));
      history.events[0]!.workflowExecutionStartedEventAttributes!.originalExecutionRunId = randomUUID();
      return { workflowId: history.events[0]!.workflowExecutionStartedEventAttributes!.workflowId ?? id, history };
    }),
  ).flat();
  const cost = await costOf(async () => {
    for await (const { error } of Worker.runReplayHistories({ workflowBundle: bundle, dataConverter }, copies))
      if (error) throw error;
  });
  return { wall: cost.wall / COPIES, cpu: cost.cpu / COPIES };
}

const eventsIn = (runs: readonly History[]): number => runs.reduce((sum, run) => sum + (run.events?.length ?? 0), 0);
const named = (runs: readonly History[], name: string): number =>
  runs.flatMap((run) => run.events ?? []).filter((event) => nameOf(event) === name).length;

async function main(): Promise<void> {
  installRuntime(() => undefined);
  machine('time-skipping test server');
  const folder = mkdtempSync(join(tmpdir(), 'bench-history-'));
  const env = await timeSkippingEnvironment();
  try {
    await smallest(env, folder);
    const cycles = option('cycles', CYCLES);
    const { runs, id } = await recordedCase(env, cycles);
    perCycle(runs, cycles);
    say(`the whole case: ${runs.length} runs with ${runs.map((run) => run.events?.length).join(', ')} events`);

    const [ours, bare] = [await bundleCases(), await bundleBare()];
    const years = Math.round((cycles * 88) / 365);
    const longest = [...runs].sort((a, b) => eventsIn([b]) - eventsIn([a]))[0]!;
    const bareLike = async (like: readonly History[], days: number) =>
      bareHistory(env, days, named(like, 'TIMER_FIRED'), named(like, 'ACTIVITY_TASK_SCHEDULED'));
    const subject = (name: string, histories: readonly History[], bundle: Subject['bundle']): Subject => ({
      name,
      runs: histories,
      bundle,
      costs: [],
    });
    const pairs = [
      [
        subject('one year (the longest run: all that a wake replays)', [longest], ours),
        subject('one year, bare, as many wakes and effects', [await bareLike([longest], 365)], bare),
      ],
      [
        subject(`${years} years, all runs`, runs, ours),
        subject(`${years} years, bare, as many wakes and effects`, [await bareLike(runs, cycles * 88)], bare),
      ],
      [
        subject('one year, bare, a wake and an effect each 90 days', [await bareHistory(env, 360, 4, 4)], bare),
        subject(
          `${years} years, bare, a wake and an effect each 90 days`,
          [await bareHistory(env, cycles * 90, cycles, cycles)],
          bare,
        ),
      ],
    ] as const;
    for (let round = 0; round <= ROUNDS; round++)
      for (const one of pairs.flat()) {
        const cost = await replay(one, id);
        if (round > 0) one.costs.push(cost); // the first warms up
      }
    say(`replay, milliseconds of a history in a stream of ${COPIES}, ${ROUNDS} rounds in turn`);
    for (const { name, runs: histories, costs } of pairs.flat()) {
      const of = (key: keyof Cost): number[] => costs.map((cost) => cost[key]);
      const events = eventsIn(histories);
      say(
        `  ${name}: ${events} events, wall ${spread(of('wall'))}, CPU ${spread(of('cpu'))}, ${(median(of('cpu')) / events).toFixed(2)} CPU an event`,
      );
    }
    for (const [one, other] of pairs.slice(0, 2))
      say(
        `  ${one.name} / bare, pair by pair: CPU ${spread(
          one.costs.map((cost, i) => cost.cpu / other.costs[i]!.cpu),
          2,
        )}, wall ${spread(
          one.costs.map((cost, i) => cost.wall / other.costs[i]!.wall),
          2,
        )}`,
      );
  } finally {
    await env.teardown();
    rmSync(folder, { recursive: true, force: true });
  }
}

void main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
