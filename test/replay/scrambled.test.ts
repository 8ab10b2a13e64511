// The history of a real case replays although every policy was scrambled since: nothing of them is in the workflow.
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { bundleCases } from '../../src/platform/worker-parts';
import { programs } from '../../src/programs';
import { onServer, type Played } from '../../src/scenario/engine';
import { timeSkippingEnvironment } from '../setup/temporal';
import { workflowBundle } from '../setup/workflow-bundle';
import { readScenario } from '../support/golden';
import { historiesOf, quietRuntime } from '../workflows/support/server';

let env: TestWorkflowEnvironment;
beforeAll(async () => {
  quietRuntime();
  env = await timeSkippingEnvironment();
}, 300_000);
afterAll(async () => {
  await env?.teardown();
});

/** Whatever would load a module of the domain or a program finds one that throws instead. */
const poisoned = (options: Parameters<typeof bundleCases>[0] = {}) =>
  bundleCases({
    ...options,
    webpackConfigHook: (config) => ({
      ...config,
      module: {
        ...config.module,
        rules: [
          ...(config.module?.rules ?? []),
          { test: /src[/\\](domain|programs)[/\\]/, use: require.resolve('./support/poison-loader.cjs') },
        ],
      },
    }),
  });

test('a case with meetings, reminders and a correction replays on a bundle in which domain and programs throw', async () => {
  const replayed: unknown[] = [];
  const whenPlayed: Played = async (client, caseId, dataConverter) => {
    const histories = (await historiesOf(client, caseId)).map((history) => ({ workflowId: caseId, history }));
    expect(histories.flatMap(({ history }) => history.events ?? []).length).toBeGreaterThan(100);
    const bundle = await poisoned();
    for await (const { error } of Worker.runReplayHistories({ workflowBundle: bundle, dataConverter }, histories))
      replayed.push(error);
  };
  await onServer(env, readScenario('wa-hearing-corrected'), programs, { bundle: await workflowBundle(), whenPlayed });
  expect(replayed).toEqual([undefined]);
}, 120_000);

test('a workflow that read a policy itself would be caught: its bundle holds what throws', async () => {
  const leaky = await poisoned({ workflowsPath: require.resolve('./support/leaky-case') });
  expect(leaky.code).toContain('a policy was loaded into the workflow');
  expect((await poisoned()).code).not.toContain('a policy was loaded into the workflow');
});
