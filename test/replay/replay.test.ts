// Every history that was ever recorded replays on today's workflow code. To record more, see keepHistory in
// test/workflows/support/server.ts. Replay says nothing about dates: those are guarded by the golden calendars.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DeterminismViolationError } from '@temporalio/workflow';
import { Worker } from '@temporalio/worker';
import { loadKeys } from '../../src/platform/keys';
import { dataConverterFor } from '../../src/platform/temporal';
import { bundleCases } from '../../src/platform/worker-parts';
import type { WorkflowBundle } from '../../src/platform/worker-parts';
import { workflowBundle } from '../setup/workflow-bundle';
import { HISTORIES, readHistory } from '../workflows/support/history-file';
import { quietRuntime } from '../workflows/support/server';

const names = readdirSync(HISTORIES)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.replace(/\.json$/, ''))
  .sort();

beforeAll(quietRuntime);

/** History name -> the error with which its replay ended, if any. The codec passes what is not encrypted. */
async function replay(bundle: WorkflowBundle): Promise<Map<string, unknown>> {
  const dataConverter = dataConverterFor(loadKeys(join(__dirname, 'key-for-tests.json')));
  const histories = names.map((name) => {
    const history = readHistory(name);
    return { workflowId: history.events![0]!.workflowExecutionStartedEventAttributes!.workflowId!, history };
  });
  const results = new Map<string, unknown>();
  for await (const result of Worker.runReplayHistories({ workflowBundle: bundle, dataConverter }, histories)) {
    results.set(names[results.size]!, result.error);
  }
  return results;
}

test('every recorded history replays on the code of today', async () => {
  expect(names).toEqual(
    expect.arrayContaining([
      'races-cold-1',
      'closing-1',
      'mail-down-1',
      'store-down-1',
      'stuck-1',
      'year-1',
      'encrypted-1',
    ]),
  );
  const results = await replay(await workflowBundle());
  expect([...results]).toEqual(names.map((name) => [name, undefined]));
});

test('a workflow that was changed carelessly fails on every one of them', async () => {
  const results = await replay(await bundleCases({ workflowsPath: require.resolve('./support/changed-case') }));
  expect([...results.keys()]).toEqual(names);
  for (const [name, error] of results) expect([name, error]).toEqual([name, expect.any(DeterminismViolationError)]);
});
