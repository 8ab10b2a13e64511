// The rate of a carrier: turns are spaced evenly, and whoever comes late does not wait.
import { pace } from '../../src/messaging/pace';

test('ten at once, twenty in a second: the last has its turn after 450 ms, and none comes before its own', async () => {
  const started = Date.now();
  const turn = pace(20);
  const waits = await Promise.all(Array.from({ length: 10 }, () => turn().then(() => Date.now() - started)));
  waits.forEach((waited, i) => expect(waited).toBeGreaterThanOrEqual(i * 50 - 2));
});

test('after a pause nobody waits, and nothing is saved up for later', async () => {
  let now = 1_000_000;
  const turn = pace(1, () => now);
  await turn();
  now += 60_000;
  const before = Date.now();
  await turn();
  expect(Date.now() - before).toBeLessThan(500);
  // The one after that is spaced from this one, not from a minute ago.
  let had = false;
  const third = turn().then(() => (had = true));
  await Promise.resolve();
  expect(had).toBe(false);
  await third;
});

test('without a rate everybody has a turn at once', async () => {
  const turn = pace(undefined);
  await Promise.all(Array.from({ length: 1_000 }, () => turn()));
});
