// What waking a case that no worker remembers costs: the replay of a year, as it was recorded for test/replay. Each figure holds
// the set-up of a worker too.
// npm run bench:replay [-- --rounds=8]
import { join } from 'node:path';
import { Worker } from '@temporalio/worker';
import { loadKeys } from '../src/platform/keys';
import { dataConverterFor } from '../src/platform/temporal';
import { bundleCases, installRuntime } from '../src/platform/worker-parts';
import { machine, option, say, spread } from './figures';
import { readFileSync } from 'node:fs';
import { temporal } from '@temporalio/proto';

const folder = join(process.cwd(), 'test', 'replay');

async function main(): Promise<void> {
  machine();
  installRuntime(() => undefined);
  const workflowBundle = await bundleCases();
  const dataConverter = dataConverterFor(loadKeys(join(folder, 'key-for-tests.json')));
  const content = JSON.parse(readFileSync(join(folder, 'histories', 'year-1.json'), 'utf8')) as Record<string, unknown>;
  const history = temporal.api.history.v1.History.fromObject(content);
  const caseId = history.events[0]?.workflowExecutionStartedEventAttributes?.workflowId ?? '';
  const times: number[] = [];
  for (let round = 0; round <= option('rounds', 8); round++) {
    const before = performance.now();
    await Worker.runReplayHistory({ workflowBundle, dataConverter }, history, caseId);
    times.push(performance.now() - before);
  }
  say(`  a year: ${history.events.length} events, replayed in ${spread(times.slice(1))} ms`);
  process.exit(0); // the core keeps the process alive
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
