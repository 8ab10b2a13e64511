// Nine years, some seven hundred wakes and continue-as-new on the way: one answer through both.
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { programs } from '../../src/programs';
import { onServer } from '../../src/scenario/engine';
import { simulate } from '../../src/scenario/pure';
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

test('wa-nine-years gives the same through both, in runs that stay short', async () => {
  const scenario = readScenario('wa-nine-years');
  let runs: number[] = [];
  const played = await onServer(env, scenario, programs, {
    bundle: await workflowBundle(),
    whenPlayed: async (client, caseId) => {
      runs = (await historiesOf(client, caseId)).map((history) => history.events?.length ?? 0);
    },
  });
  expect(played).toEqual(simulate(scenario, programs));
  expect(runs.length).toBeGreaterThanOrEqual(9);
  expect(Math.max(...runs)).toBeLessThan(1_500);
}, 900_000);
