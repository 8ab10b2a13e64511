// The worker: workflows, `advance` and the effects, from the connection to the last task that drains.
import { Connection } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { createActivities } from '../activities';
import { temporalCases } from '../api/cases';
import type { Messenger } from '../activities/messenger';
import type { AnswerLinks } from '../platform/answer-links';
import type { Keys } from '../platform/keys';
import { caseWatch } from '../platform/case-watch';
import { scheduleIntegrity } from '../platform/integrity-client';
import { connectClient, dataConverterFor } from '../platform/temporal';
import { registerSearchAttributes } from '../platform/search-attributes';
import { bundleCases, createWorkers, installRuntime, type WorkflowBundle } from '../platform/worker-parts';
import { programs } from '../programs';
import type { Store } from '../store/types';
import type { Logger } from './log';

export interface WorkerProcessOptions {
  readonly address: string;
  readonly namespace: string;
  readonly keys: Keys;
  readonly store: Store;
  readonly messenger: Messenger;
  readonly links: AnswerLinks;
  /** undefined: as fast as it goes. */
  readonly mailsPerSecond?: number;
  readonly log: Logger;
  readonly bundle?: WorkflowBundle;
}

export interface WorkerProcess {
  /** Rejects when a worker fails. */
  readonly ended: Promise<void>;
  /** Resolves when what was under way is done. */
  stop(): Promise<void>;
}

export async function startWorker(options: WorkerProcessOptions): Promise<WorkerProcess> {
  const { address, namespace, keys, store, messenger, links, log } = options;
  installRuntime(({ level, message, ...fields }) => {
    if (message.startsWith('No workflows registered')) return; // the worker of the effects is meant to have none
    if (level === 'ERROR') log.error(fields, message);
    else if (level === 'WARN') log.warn(fields, message);
  });
  const dataConverter = dataConverterFor(keys);
  await requireSearchAttributes(address, namespace);
  const connection = await NativeConnection.connect({ address });
  const cases = temporalCases(() => connectClient({ address, namespace, dataConverter, identity: 'worker-1' }));
  const workers = await createWorkers({
    connection,
    namespace,
    dataConverter,
    bundle: options.bundle ?? (await bundleCases()),
    activities: createActivities({
      store,
      programs,
      messenger,
      links,
      cases,
      watch: caseWatch(cases.client, namespace),
    }),
    ...(options.mailsPerSecond === undefined ? {} : { effectsPerSecond: options.mailsPerSecond }),
  });
  // Not awaited: the daily look at all cases is no condition for taking care of each of them.
  cases
    .client()
    .then(scheduleIntegrity)
    .catch((error: unknown) => log.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'no daily check'));
  const ended = (async () => {
    try {
      await workers.run();
    } finally {
      await connection.close();
      await cases.close();
    }
  })();
  // Awaited by whoever stops us; a failure before that must not end the process unheard.
  ended.catch(() => undefined);
  return {
    ended,
    async stop() {
      workers.shutdown();
      await ended;
    },
  };
}

/** A case that sets an attribute unknown to the server would fail its task for ever, so this comes before any task is taken. */
async function requireSearchAttributes(address: string, namespace: string): Promise<void> {
  const connection = await Connection.connect({ address, connectTimeout: 10_000 });
  try {
    await registerSearchAttributes(connection, namespace);
  } finally {
    await connection.close();
  }
}
