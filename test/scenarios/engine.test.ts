// The same scenario through the pure domain and through the real workflow, read back from the store and the mail server: one answer.
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { programs } from '../../src/programs';
import { onServer } from '../../src/scenario/engine';
import { simulate } from '../../src/scenario/pure';
import { timeSkippingEnvironment } from '../setup/temporal';
import { readScenario, scenarioNames } from '../support/golden';
import { quietRuntime } from '../workflows/support/server';

let env: TestWorkflowEnvironment;
beforeAll(async () => {
  quietRuntime();
  env = await timeSkippingEnvironment();
}, 300_000);
afterAll(async () => {
  await env?.teardown();
});

/** It has a file of its own, so that it runs beside the others. */
const LONG = 'wa-nine-years';

test.each(scenarioNames().filter((name) => name !== LONG))(
  '%s gives the same through both',
  async (name) => {
    const scenario = readScenario(name);
    const [played, pure] = [await onServer(env, scenario, programs), simulate(scenario, programs)];
    expect(played).toEqual(pure);
  },
  300_000,
);
