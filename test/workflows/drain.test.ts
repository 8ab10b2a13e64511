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
  const { mails, wanted } = await drain(env.address, { families: 50, inviteesEach: 4, perSecond, changeAfter: 60 });
  expect([mails.length, new Set(mails.map(({ id }) => id)).size, wanted]).toEqual([200, 200, 200]);
  // The server lets a second's worth go at once after a pause.
  expect(mostWithin(mails, 5_000)).toBeLessThanOrEqual(5 * perSecond + 2 * perSecond);
}, 180_000);
