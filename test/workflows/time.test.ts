// Days and years on the time-skipping server.
import type { Client } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { laterIn } from '../../src/activities/carry';
import { reportEntry, startCase, submitEntry } from '../../src/platform/temporal';
import {
  clientOf,
  eventNames,
  historiesOf,
  keepHistory,
  newCaseId,
  startTimeSkipping,
  startWorkers,
  until,
  withWorkers,
} from './support/server';
import { StandIn } from './support/stand-in';

const DAY = 24 * 3_600_000;

let env: TestWorkflowEnvironment;
let client: Client;
beforeAll(async () => {
  env = await startTimeSkipping();
  client = await clientOf(env.address);
});
// A case that is left asleep would wake under the next test's workers.
let caseId = '';
beforeEach(() => (caseId = newCaseId()));
afterEach(async () => {
  await client.workflow.getHandle(caseId).terminate();
});
afterAll(async () => {
  await client?.connection.close();
  await env?.teardown();
});

const eventsOf = async (caseId: string): Promise<string[]> => (await historiesOf(client, caseId)).flatMap(eventNames);

test('a wake with one step and one effect costs at most 14 events', async () => {
  const standIn = new StandIn();
  standIn.onWake = (now) => standIn.wanted.set(`reminder/${now}`, 'remind');
  await withWorkers(env.address, standIn, {}, async () => {
    await startCase(client, { caseId });
    await until('asleep', () => standIn.delivered.length === 1);
    await env.sleep('301 days');
    await until('ten wakes', () => standIn.delivered.length === 11);
    const names = await eventsOf(caseId);
    const [first, last] = [names.indexOf('TIMER_FIRED'), names.lastIndexOf('TIMER_FIRED')];
    expect(names.slice(first, last).filter((name) => name === 'TIMER_FIRED')).toHaveLength(9);
    expect((last - first) / 9).toBeLessThanOrEqual(14);
    await keepHistory(client, caseId, 'wakes');
  });
});

test('a plan that asks for "now" for ever is woken less and less, under 300 events a day, and answers staff', async () => {
  const standIn = new StandIn();
  standIn.wakeAt = (now) => now;
  await withWorkers(env.address, standIn, {}, async () => {
    await startCase(client, { caseId });
    await until('asleep', () => standIn.calls.length > 0);
    await env.sleep('1 day');
    expect(standIn.calls.length).toBeGreaterThan(20);
    expect((await eventsOf(caseId)).length).toBeLessThan(300);
    expect((await submitEntry(client, caseId, { id: 'e', by: 'staff-1' }, { deadlineMs: 20_000 })).state).toBe(
      'recorded',
    );
  });
});

test('a step that answers nonsense leaves the case Stuck and alive, under 300 events a day; mended, it takes what it had kept', async () => {
  const standIn = new StandIn();
  await withWorkers(env.address, standIn, {}, async () => {
    await startCase(client, { caseId });
    await until('asleep', () => standIn.calls.length > 0);
    standIn.spoil = () => ({ __refused: 'tampered' });
    await reportEntry(client, caseId, { id: 'kept', by: 'feed-1' });
    const handle = client.workflow.getHandle(caseId);
    await until('Stuck', async () => (await handle.query<string>('waitingFor')).startsWith('Stuck'));
    const before = (await eventsOf(caseId)).length;
    await env.sleep('1 day');
    expect((await eventsOf(caseId)).length - before).toBeLessThan(300);
    const { typedSearchAttributes } = await handle.describe();
    expect(typedSearchAttributes.get({ name: 'Stuck', type: 'BOOL' })).toBe(true);

    standIn.spoil = (step) => step;
    await env.sleep('1 hour');
    await until('the kept entry', () => standIn.applied.includes('kept'));
    expect(standIn.applied).toEqual(['kept']);
    await until('shown as healed', async () => !(await handle.query<string>('waitingFor')).startsWith('Stuck'));
    expect((await handle.describe()).typedSearchAttributes.get({ name: 'Stuck', type: 'BOOL' })).toBe(false);
    await keepHistory(client, caseId, 'stuck');
  });
});

test('after three due times without a worker, one step catches up on all of them', async () => {
  const standIn = new StandIn();
  // A second apart: this server stops skipping while a task waits for a worker.
  const dues = [DAY, DAY + 1_000, DAY + 2_000];
  const handled: number[] = [];
  let start = 0;
  standIn.onWake = (now) => {
    start ||= now;
    while (dues.length > 0 && start + dues[0]! <= now) handled.push(dues.shift()!);
  };
  standIn.wakeAt = (now) => (dues.length > 0 ? start + dues[0]! : now + 30 * DAY);

  // Without a cache: this server would keep the task for the worker that had the case in its cache.
  const first = await startWorkers(env.address, standIn, { maxCachedWorkflows: 0 });
  await startCase(client, { caseId });
  await until('asleep', async () => (await eventsOf(caseId)).includes('TIMER_STARTED'));
  await first.stop();
  const stepsBefore = standIn.calls.length;
  await env.sleep(DAY);
  await until('the third due time is over', async () => (await env.currentTimeMs()) > start + DAY + 2_000);
  expect(handled).toEqual([]);

  await withWorkers(env.address, standIn, {}, async () => {
    await until('caught up', () => handled.length > 0);
    expect(handled).toEqual([DAY, DAY + 1_000, DAY + 2_000]);
    expect(standIn.calls.length).toBe(stepsBefore + 1);
  });
});

test('a run is given up after a year, and no case sleeps longer than thirty days', async () => {
  const standIn = new StandIn();
  standIn.wakeAt = (now) => now + 3650 * DAY;
  await withWorkers(env.address, standIn, {}, async () => {
    await startCase(client, { caseId });
    await until('asleep', () => standIn.calls.length > 0);
    await env.sleep('400 days');
    await until('a second run', async () => (await historiesOf(client, caseId)).length === 2);
    const gaps = standIn.calls.slice(1).map((call, index) => call.now - standIn.calls[index]!.now);
    expect(Math.max(...gaps)).toBeLessThan(30.1 * DAY);
    expect(gaps.length).toBeGreaterThanOrEqual(13);
    await keepHistory(client, caseId, 'year');
  });
});

test('a mail server that is down for a day: tried at least every quarter of an hour, and the message goes out once', async () => {
  const standIn = new StandIn();
  standIn.onWake = () => standIn.wanted.set('k1', 'remind');
  standIn.mailDown = true;
  await withWorkers(env.address, standIn, {}, async () => {
    await startCase(client, { caseId });
    await until('tried', () => standIn.attempts.get('k1') !== undefined);
    await env.sleep('1 day');
    expect(standIn.attempts.get('k1')).toBeGreaterThan(90);
    expect(standIn.delivered).toEqual([]);
    standIn.mailDown = false;
    await env.sleep('15 minutes');
    await until('delivered', () => standIn.delivered.length > 0);
    expect(standIn.delivered).toEqual(['k1']);
    // Nothing of it stands in history but its beginning and its end.
    expect((await eventsOf(caseId)).length).toBeLessThan(25);
  });
});

test('what is not safe to send now is tried again when it is, and not before', async () => {
  const standIn = new StandIn();
  standIn.onWake = () => standIn.wanted.set('k1', 'remind');
  standIn.result = () => {
    if (standIn.attempts.get('k1') === 1) throw laterIn('OutsideSafeHours', 6 * 3_600_000);
    return null;
  };
  await withWorkers(env.address, standIn, {}, async () => {
    await startCase(client, { caseId });
    await until('tried', () => standIn.attempts.get('k1') === 1);
    await env.sleep('5 hours');
    expect(standIn.attempts.get('k1')).toBe(1);
    await env.sleep('61 minutes');
    await until('tried again', () => standIn.attempts.get('k1') === 2);
  });
});
