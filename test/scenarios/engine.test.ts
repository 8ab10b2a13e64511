// The same scenario through the pure domain and through the real workflow, read back from the store and the mail server: one answer.
import { programs } from '../../src/programs';
import { onServer } from '../../src/scenario/engine';
import { simulate } from '../../src/scenario/pure';
import { timeSkippingEnvironment } from '../setup/temporal';
import { readScenario, scenarioNames } from '../support/golden';
import { quietRuntime } from '../workflows/support/server';

beforeAll(quietRuntime);

/** It has a file of its own, so that it runs beside the others. */
const LONG = 'wa-nine-years';

test.each(scenarioNames().filter((name) => name !== LONG))(
  '%s gives the same through both',
  async (name) => {
    const scenario = readScenario(name);
    // A server for each: on one that has ended a case before, time sometimes stops skipping.
    const env = await timeSkippingEnvironment();
    try {
      expect(await onServer(env, scenario, programs)).toEqual(simulate(scenario, programs));
    } finally {
      await env.teardown();
    }
  },
  120_000,
);
