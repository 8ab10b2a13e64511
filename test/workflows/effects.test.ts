import type { Client } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { startCase, submitEntry } from '../../src/platform/temporal';
import type { Entry } from '../../src/workflows/messages';
import {
  clientOf,
  eventNames,
  historiesOf,
  keepHistory,
  newCaseId,
  startServer,
  until,
  withWorkers,
} from './support/server';
import { StandIn, noSuchMailbox } from './support/stand-in';
import type { StandInEvent } from './support/stand-in';

let env: TestWorkflowEnvironment;
let client: Client;
beforeAll(async () => {
  env = await startServer();
  client = await clientOf(env.address);
});
afterAll(async () => {
  await client?.connection.close();
  await env?.teardown();
});

const entry = (id: string, ...events: StandInEvent[]): Entry => ({ id, by: 'staff-1', events });
const deadline = { deadlineMs: 20_000 };
const effects = (...keys: string[]): StandInEvent[] => keys.map((key) => ({ type: 'Effect', key, kind: 'invite' }));

test('while mail fails, new entries are answered, and when it is mended each message goes out once', async () => {
  const standIn = new StandIn();
  const caseId = newCaseId();
  standIn.mailDown = true;
  await withWorkers(env.address, standIn, {}, async () => {
    await startCase(client, { caseId, restAfter: 2 });
    await submitEntry(client, caseId, entry('meeting', ...effects('m1/anna', 'm1/ben')), deadline);
    await until('both tried', () => standIn.attempts.size === 2);
    // The run is tired by now, and must neither end under its effects nor stop taking entries.
    for (const id of ['a', 'b', 'c']) {
      expect((await submitEntry(client, caseId, entry(id, { type: 'Fact' }), deadline)).state).toBe('recorded');
    }
    await until('tried again', () => [...standIn.attempts.values()].every((count) => count > 1));
    expect(standIn.delivered).toEqual([]);
    expect(await historiesOf(client, caseId)).toHaveLength(1);

    standIn.mailDown = false;
    await until('both delivered', () => standIn.delivered.length === 2);
    await until('the next run', async () => (await historiesOf(client, caseId)).length === 2);
    expect([...standIn.delivered].sort()).toEqual(['m1/anna', 'm1/ben']);
    await keepHistory(client, caseId, 'mail-down');
  });
});

test('an effect that was named before its receipt was written is not started a second time in the run', async () => {
  const standIn = new StandIn();
  const caseId = newCaseId();
  await withWorkers(env.address, standIn, {}, async () => {
    await startCase(client, { caseId });
    await submitEntry(client, caseId, entry('one', ...effects('k1')), deadline);
    await until('delivered', () => standIn.delivered.length === 1);
    standIn.spoil = (step) => ({ ...step, effects: [{ key: 'k1', kind: 'invite', summary: 'read too early' }] });
    await submitEntry(client, caseId, entry('two', { type: 'Fact' }), deadline);
    standIn.spoil = (step) => step;
    // A third effect shows that the queue behind the second step was worked off.
    await submitEntry(client, caseId, entry('three', ...effects('k3')), deadline);
    await until('k3', () => standIn.delivered.includes('k3'));
    expect(standIn.attempts.get('k1')).toBe(1);
  });
});

test('what was taken and did not arrive is wanted again, and started again: once for each time', async () => {
  const standIn = new StandIn();
  const caseId = newCaseId();
  const order = { key: 'k1', kind: 'invite', summary: 'by the next way' } as const;
  await withWorkers(env.address, standIn, {}, async () => {
    await startCase(client, { caseId });
    await submitEntry(client, caseId, entry('one', ...effects('k1')), deadline);
    await until('delivered', () => standIn.attempts.get('k1') === 1);
    for (const again of [1, 2]) {
      // Named by two steps, as it is until its receipt is written.
      standIn.spoil = (step) => ({ ...step, effects: [{ ...order, again }] });
      await submitEntry(client, caseId, entry(`lost-${again}`, { type: 'Fact' }), deadline);
      await submitEntry(client, caseId, entry(`further-${again}`, { type: 'Fact' }), deadline);
      await until(`again ${again}`, () => standIn.attempts.get('k1') === 1 + again);
    }
    standIn.spoil = (step) => step;
    await submitEntry(client, caseId, entry('three', ...effects('k3')), deadline);
    await until('k3', () => standIn.delivered.includes('k3'));
    expect(standIn.attempts.get('k1')).toBe(3);
  });
});

test('an effect that changes the plan puts an entry into the inbox; one that no retry mends is reported as failed', async () => {
  const standIn = new StandIn();
  const caseId = newCaseId();
  standIn.result = ({ key }) => {
    if (key === 'unreachable') return { id: 'nobody-there', by: 'system', events: [{ type: 'Fact' }] };
    if (key === 'bounced') return noSuchMailbox();
    return null;
  };
  await withWorkers(env.address, standIn, {}, async () => {
    await startCase(client, { caseId });
    await submitEntry(client, caseId, entry('meeting', ...effects('unreachable', 'bounced')), deadline);
    await until('both heard of', () => standIn.applied.length === 3);
    expect(standIn.applied).toContain('nobody-there');
    const failed = [...standIn.entries.values()].find((one) => one.id.startsWith('failed:'));
    expect(failed).toEqual({
      id: expect.stringMatching(/^failed:[0-9a-f-]{36}$/),
      by: 'system',
      events: [{ type: 'EffectFailed', key: 'bounced', reason: 'no-such-mailbox' }],
    });
    expect(standIn.attempts.get('bounced')).toBe(1);
    await keepHistory(client, caseId, 'effect-failed');
  });
});

test('an operator reads what the case waits for, and attributes are written only when they change', async () => {
  const standIn = new StandIn();
  const caseId = newCaseId();
  await withWorkers(env.address, standIn, {}, async () => {
    await startCase(client, { caseId, restAfter: 2 });
    for (const id of ['a', 'b', 'c', 'd', 'e'])
      await submitEntry(client, caseId, entry(id, { type: 'Fact' }), deadline);
    expect(await client.workflow.getHandle(caseId).query('waitingFor')).toBe(standIn.headline);
    const shown = await client.workflow.getHandle(caseId).describe();
    expect(
      Object.fromEntries(shown.typedSearchAttributes.getAll().map(({ key, value }) => [key.name, value])),
    ).toMatchObject({
      Stage: 'open',
      Unit: 'unit-7',
      Program: ['wa-enhanced-ppm'],
      DueWeek: '2027-W06',
      Overdue: false,
      Stuck: false,
      WaitingOn: 'facilitator',
    });
    const runs = (await historiesOf(client, caseId)).map(eventNames);
    expect(runs.length).toBeGreaterThan(1);
    // Later runs inherit them from the server.
    expect(runs.flat().filter((name) => name === 'UPSERT_WORKFLOW_SEARCH_ATTRIBUTES')).toHaveLength(1);
    const metadata = await client.workflow
      .getHandle(caseId)
      .query<{ currentDetails: string }>('__temporal_workflow_metadata');
    expect(metadata.currentDetails).toBe(`Waits for: ${standIn.headline}\n\nSince: 2026-11-13`);
    const timers = (await historiesOf(client, caseId))
      .flatMap((history) => history.events ?? [])
      .filter((event) => event.timerStartedEventAttributes);
    const summaries = timers.map((event) => Buffer.from(event.userMetadata?.summary?.data ?? []).toString());
    expect(new Set(summaries)).toEqual(new Set([JSON.stringify(standIn.headline)]));
  });
});
