// What waking a case that no worker remembers costs: the replay of a year, as it was recorded for test/replay; many in one worker,
// so that its set-up is a figure of its own.
// npm run bench:replay [-- --rounds=8]
import { join } from 'node:path';
import { Worker } from '@temporalio/worker';
import { loadKeys } from '../src/platform/keys';
import { dataConverterFor } from '../src/platform/temporal';
import { bundleCases, installRuntime } from '../src/platform/worker-parts';
import { machine, option, say, spread } from './figures';
import { readFileSync } from 'node:fs';
import { temporal } from '@temporalio/proto';

const COPIES = 20;
const folder = join(process.cwd(), 'test', 'replay');

async function main(): Promise<void> {
  machine();
  installRuntime(() => undefined);
  const workflowBundle = await bundleCases();
  const dataConverter = dataConverterFor(loadKeys(join(folder, 'key-for-tests.json')));
  const content = JSON.parse(readFileSync(join(folder, 'histories', 'year-1.json'), 'utf8')) as Record<string, unknown>;
  const history = temporal.api.history.v1.History.fromObject(content);
  const caseId = history.events[0]?.workflowExecutionStartedEventAttributes?.workflowId ?? '';
  const replay = async (copies: number): Promise<number> => {
    const histories = Array.from({ length: copies }, () => ({ workflowId: caseId, history }));
    const before = performance.now();
    for await (const { error } of Worker.runReplayHistories({ workflowBundle, dataConverter }, histories))
      if (error) throw error;
    return performance.now() - before;
  };
  await replay(1); // the first pays for the start of the core
  const [alone, each]: [number[], number[]] = [[], []];
  for (let round = 0; round < option('rounds', 8); round++) {
    const one = await replay(1);
    alone.push(one);
    each.push(((await replay(1 + COPIES)) - one) / COPIES);
  }
  say(
    `  a year: ${history.events.length} events, replayed in ${spread(each)} ms; with a worker of its own ${spread(alone)} ms`,
  );
  process.exit(0); // the core keeps the process alive
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
