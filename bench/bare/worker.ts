// Workers of the bare loop: like those of the product, one for the loop and one for its activities.
import { bundleWorkflowCode, Worker, type NativeConnection, type WorkerOptions } from '@temporalio/worker';
import { redactingLogger } from '../../src/platform/redacting-logger';
import type { Workers } from '../../src/platform/worker-parts';

export const BARE_QUEUE = 'bare';

export const bundleBare = () =>
  bundleWorkflowCode({ workflowsPath: require.resolve('./workflow'), logger: redactingLogger(() => undefined) });

export async function createBareWorkers(options: {
  readonly connection: NativeConnection;
  readonly bundle: NonNullable<WorkerOptions['workflowBundle']>;
  readonly note: (id: string) => void;
}): Promise<Workers> {
  const { connection, bundle, note } = options;
  const workers = [
    await Worker.create({ connection, taskQueue: BARE_QUEUE, workflowBundle: bundle }),
    await Worker.create({
      connection,
      taskQueue: 'bare-delivery',
      activities: { note: (id: string) => Promise.resolve(note(id)) },
    }),
  ];
  return {
    run: async () => void (await Promise.all(workers.map((worker) => worker.run()))),
    shutdown: () => workers.forEach((worker) => worker.shutdown()),
  };
}
