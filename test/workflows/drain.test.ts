// Many reminders in one minute. `npm run bench:drain` does the same with two thousand.
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { startServer } from './support/server';
import { drain, mostWithin } from './support/drain';

let env: TestWorkflowEnvironment;
beforeAll(async () => {
  env = await startServer();
});
afterAll(() => env?.teardown());

test('two hundred reminders of one minute: each once, at the rate of the carrier, also when the workers are exchanged meanwhile', async () => {
  const perSecond = 10;
  const morning = { families: 50, inviteesEach: 4, perSecond, changeAfter: 60 };
  const { mails, connections, wanted } = await drain(env.address, morning);
  expect([mails.length, new Set(mails).size, wanted]).toEqual([200, 200, 200]);
  // Counted at the server, in a process that has other things to do: a second's worth may come late.
  expect(mostWithin(connections, 5_000)).toBeLessThanOrEqual(5 * perSecond + perSecond);
}, 180_000);
