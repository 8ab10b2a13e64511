// What waking a case that no worker remembers costs: the replay of a year, as it was recorded for test/replay.
// npm run bench:replay [-- --rounds=20]
import { join } from 'node:path';
import { Worker } from '@temporalio/worker';
import { loadKeys } from '../src/platform/keys';
import { dataConverterFor } from '../src/platform/temporal';
import { bundleCases, installRuntime } from '../src/platform/worker-parts';
import { readHistory } from '../test/workflows/support/history-file';
import { machine, option, say, spread } from './figures';

const ROUNDS = option('rounds', 20);

async function main(): Promise<void> {
  machine();
  installRuntime(() => undefined);
  const workflowBundle = await bundleCases();
  const dataConverter = dataConverterFor(loadKeys(join(process.cwd(), 'test', 'replay', 'key-for-tests.json')));
  for (const name of ['year-1', 'encrypted-1']) {
    const history = readHistory(name);
    const workflowId = history.events![0]!.workflowExecutionStartedEventAttributes!.workflowId!;
    // One worker for all of them: setting it up is no part of a wake.
    const histories = Array.from({ length: ROUNDS + 1 }, () => ({ workflowId, history }));
    const times: number[] = [];
    let before = performance.now();
    for await (const { error } of Worker.runReplayHistories({ workflowBundle, dataConverter }, histories)) {
      if (error) throw error;
      const now = performance.now();
      times.push(now - before);
      before = now;
    }
    say(`  ${name}: ${history.events!.length} events, replayed in ${spread(times.slice(1))} ms`);
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
