// The pieces from which a worker process is put together: the workflow bundle, one worker for the cases (workflows and `advance`)
// and one for the effects, so that a slow mail server takes no place from the cases.
import { bundleWorkflowCode, Runtime, Worker } from '@temporalio/worker';
import type { BundleOptions, NativeConnection, WorkerOptions, WorkflowBundleWithSourceMap } from '@temporalio/worker';
import type { DataConverter } from '@temporalio/common';
import type { AllActivities } from '../activities/ports';
import { CASES_QUEUE, DELIVERY_QUEUE } from '../workflows/messages';
import { redactingLogger } from './redacting-logger';
import type { WriteLog } from './redacting-logger';
import { failureConverterPath } from './temporal';

export type WorkflowBundle = NonNullable<WorkerOptions['workflowBundle']>;

/** `failureConverterPath` again: given to the worker alone, failures of workflows would stand in history in clear. */
export function bundleCases(options: Partial<BundleOptions> = {}): Promise<WorkflowBundleWithSourceMap> {
  return bundleWorkflowCode({
    workflowsPath: require.resolve('../workflows'),
    failureConverterPath,
    logger: redactingLogger(() => undefined),
    ...options,
  });
}

/** Once in a process, before anything else of the worker: the SDK's own logger would print the text of every failure. */
export function installRuntime(write: WriteLog): void {
  Runtime.install({
    logger: redactingLogger(write),
    telemetryOptions: { logging: { forward: {}, filter: { core: 'WARN', other: 'ERROR' } } },
    shutdownSignals: [], // the composition root decides in which order things stop
  });
}

export interface WorkersOptions {
  readonly connection: NativeConnection;
  readonly namespace: string;
  readonly bundle: WorkflowBundle;
  readonly activities: AllActivities;
  readonly dataConverter: DataConverter;
  readonly identity?: string;
  /** As many as the carriers take; the server keeps to it for all workers together. */
  readonly effectsPerSecond?: number;
  /** 0 in tests: every workflow task replays the whole run. */
  readonly maxCachedWorkflows?: number;
}

export interface Workers {
  /** Resolves when both have drained; rejects, after stopping the other, when one fails. */
  run(): Promise<void>;
  shutdown(): void;
}

/** Seconds for which an effect may wait for its turn at the carrier: far fewer than it is given in all. */
const LONGEST_QUEUE_S = 10;

function atMost(perSecond: number): Partial<WorkerOptions> {
  return {
    maxTaskQueueActivitiesPerSecond: perSecond,
    maxConcurrentActivityTaskExecutions: Math.min(Math.max(Math.floor(perSecond * LONGEST_QUEUE_S), 1), 100),
  };
}

export async function createWorkers(options: WorkersOptions): Promise<Workers> {
  const { connection, namespace, dataConverter, bundle, identity = 'worker-1' } = options;
  const { advance, decideRequest, ...effects } = options.activities;
  const common = {
    connection,
    namespace,
    dataConverter,
    identity,
    shutdownGraceTime: '20 seconds',
  } satisfies Partial<WorkerOptions>;
  const workers = [
    await Worker.create({
      ...common,
      taskQueue: CASES_QUEUE,
      workflowBundle: bundle,
      activities: { advance, ...(decideRequest ? { decideRequest } : {}) },
      ...(options.maxCachedWorkflows === undefined ? {} : { maxCachedWorkflows: options.maxCachedWorkflows }),
    }),
    await Worker.create({
      ...common,
      taskQueue: DELIVERY_QUEUE,
      activities: effects,
      ...(options.effectsPerSecond === undefined ? {} : atMost(options.effectsPerSecond)),
    }),
  ];
  const shutdown = (): void => {
    for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
  };
  return {
    shutdown,
    async run() {
      const ends = await Promise.allSettled(workers.map((worker) => worker.run().finally(shutdown)));
      const failure = ends.find((end) => end.status === 'rejected');
      if (failure) throw failure.reason;
    },
  };
}
