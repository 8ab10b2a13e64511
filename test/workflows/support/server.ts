// A real development server, workers over it, and the ways to wait without guessing times.
import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import { temporal } from '@temporalio/proto';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { NativeConnection } from '@temporalio/worker';
import { connectClient, failureConverterPath } from '../../../src/platform/temporal';
import { createWorkers, installRuntime } from '../../../src/platform/worker-parts';
import type { WorkflowBundle } from '../../../src/platform/worker-parts';
import { localEnvironment, timeSkippingEnvironment } from '../../setup/temporal';
import { workflowBundle } from '../../setup/workflow-bundle';
import { writeHistory } from './history-file';
import type { History } from './history-file';
import type { StandIn } from './stand-in';

const { EventType } = temporal.api.enums.v1;
/** Without the codec, so that recorded histories can be read. */
export const readable: DataConverter = { failureConverterPath };

/** What the SDK and its core would have printed: kept, so that a test can look for what must not be in it. */
export const logged: string[] = [];
let installed = false;
export function quietRuntime(): void {
  if (!installed) installRuntime((line) => logged.push(JSON.stringify(line)));
  installed = true;
}

export const newCaseId = (): string => `case-${randomBytes(16).toString('hex')}`;

export async function startServer(): Promise<TestWorkflowEnvironment> {
  quietRuntime();
  // The server holds back a run that follows within a second of the last; 60 such runs would take a minute.
  return localEnvironment({ extraArgs: ['--dynamic-config-value', 'history.continueAsNewMinInterval="0s"'] });
}

export async function startTimeSkipping(): Promise<TestWorkflowEnvironment> {
  quietRuntime();
  return timeSkippingEnvironment();
}

export function clientOf(address: string, dataConverter = readable): Promise<Client> {
  return connectClient({ address, namespace: 'default', dataConverter });
}

export interface WorkOptions {
  readonly maxCachedWorkflows?: number;
  readonly dataConverter?: DataConverter;
  readonly bundle?: WorkflowBundle;
  readonly effectsPerSecond?: number;
}

export interface Running {
  /** Resolves when both workers are gone. */
  stop(): Promise<void>;
}

export async function startWorkers(
  address: string,
  standIn: Pick<StandIn, 'activities'>,
  options: WorkOptions = {},
): Promise<Running> {
  quietRuntime();
  const connection = await NativeConnection.connect({ address });
  const workers = await createWorkers({
    connection,
    namespace: 'default',
    bundle: options.bundle ?? (await workflowBundle()),
    activities: standIn.activities,
    dataConverter: readable,
    ...options,
  });
  const ended = workers.run();
  ended.catch(() => undefined); // reported by stop()
  return {
    async stop() {
      workers.shutdown();
      try {
        await ended;
      } finally {
        await connection.close();
      }
    },
  };
}

export async function withWorkers(
  address: string,
  standIn: StandIn,
  options: WorkOptions,
  body: () => Promise<void>,
): Promise<void> {
  const workers = await startWorkers(address, standIn, options);
  try {
    await body();
  } finally {
    await workers.stop();
  }
}

/** Waits for a condition, not for a time; the deadline only ends a test that would never end. */
export async function until(what: string, met: () => boolean | Promise<boolean>, withinMs = 30_000): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!(await met())) {
    if (Date.now() > deadline) throw new Error(`never seen: ${what}`);
    await pause(25);
  }
}

/** The histories of all runs of a case, oldest first. */
export async function historiesOf(client: Client, caseId: string): Promise<History[]> {
  const runs: History[] = [];
  let runId: string | undefined = (await client.workflow.getHandle(caseId).describe()).runId;
  while (runId) {
    const history: History = await client.workflow.getHandle(caseId, runId).fetchHistory();
    runs.unshift(history);
    runId = history.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId || undefined;
  }
  return runs;
}

/** `RECORD_HISTORIES=1 npx jest test/workflows test/platform` adds files for the replay test: the first runs
 * and the last. Format them with prettier. */
export async function keepHistory(client: Client, caseId: string, name: string): Promise<void> {
  if (!process.env['RECORD_HISTORIES']) return;
  const runs = await historiesOf(client, caseId);
  for (const [index, history] of runs.entries()) {
    if (index < 2 || index === runs.length - 1) writeHistory(`${name}-${index + 1}`, caseId, history);
  }
}

/** `TIMER_STARTED` rather than 17. */
export const eventNames = (history: History): string[] =>
  (history.events ?? []).map(({ eventType }) => (EventType[eventType ?? 0] ?? '').replace('EVENT_TYPE_', ''));
