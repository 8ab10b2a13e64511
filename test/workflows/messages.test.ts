// What operators, feeds and faulty senders may send: answered or journalled as refused, never the end of a case.
import type { Client } from '@temporalio/client';
import { WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { reconsiderCase, reportEntry, startCase, submitEntry } from '../../src/platform/temporal';
import { CASES_QUEUE } from '../../src/workflows/messages';
import type { Entry } from '../../src/workflows/messages';
import { clientOf, keepHistory, newCaseId, startServer, startWorkers, until } from './support/server';
import type { Running } from './support/server';
import { StandIn } from './support/stand-in';

const deadline = { deadlineMs: 20_000 };
const fact = (id: string): Entry => ({ id, by: 'staff-1', events: [{ type: 'Fact' }] });

let env: TestWorkflowEnvironment;
let client: Client;
let workers: Running;
let standIn: StandIn;
let caseId: string;
beforeAll(async () => {
  env = await startServer();
  client = await clientOf(env.address);
});
afterAll(async () => {
  await client?.connection.close();
  await env?.teardown();
});
beforeEach(async () => {
  standIn = new StandIn();
  caseId = newCaseId();
  workers = await startWorkers(env.address, standIn);
  await startCase(client, { caseId });
});
afterEach(async () => {
  await workers.stop();
});

const handle = () => client.workflow.getHandle(caseId);
const stillAnswers = async (): Promise<void> => {
  const id = `probe-${standIn.calls.length}`;
  expect(await submitEntry(client, caseId, fact(id), deadline)).toEqual({
    state: 'recorded',
    outcome: { id, accepted: true },
  });
};
const entryWhere = (test: (entry: Entry) => boolean) => [...standIn.entries.values()].find(test);

test('a refusal comes back with its unmet conditions', async () => {
  expect(await submitEntry(client, caseId, { id: 'r', by: 'staff-1', events: [{ type: 'Refuse' }] }, deadline)).toEqual(
    {
      state: 'refused',
      outcome: {
        id: 'r',
        accepted: false,
        unmet: [{ code: 'not-permitted', cites: ['WA-03'], says: 'Policy does not permit it.' }],
      },
    },
  );
  await stillAnswers();
});

test.each([
  ['no entry at all', null],
  ['a list', [fact('x')]],
  ['no id', { by: 'staff-1' }],
  ['an id of 201 characters', { id: 'x'.repeat(201), by: 'staff-1' }],
  ['no actor', { id: 'x' }],
  ['events that are no list', { id: 'x', by: 'staff-1', events: 'all' }],
  ['501 events', { id: 'x', by: 'staff-1', events: Array.from({ length: 501 }, () => ({})) }],
  ['more than 256 KiB', { id: 'x', by: 'staff-1', events: ['x'.repeat(256 * 1024)] }],
])('an update with %s is turned away as malformed, leaves no trace, and the case goes on', async (_what, value) => {
  const failure = await handle()
    .executeUpdate('submit', { args: [value] })
    .catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(WorkflowUpdateFailedError);
  expect((failure as WorkflowUpdateFailedError).cause).toMatchObject({ name: 'ApplicationFailure', type: 'Malformed' });
  await stillAnswers();
  expect(standIn.calls.flatMap((call) => call.entries)).not.toContain('x');
});

test('an entry too large for the case is refused as malformed, not sent again for ever', async () => {
  const large = { ...fact('large'), events: ['x'.repeat(256 * 1024)] };
  expect(await submitEntry(client, caseId, large, deadline)).toMatchObject({
    state: 'refused',
    outcome: { id: 'large', accepted: false, unmet: [{ code: 'malformed' }] },
  });
});

test.each([
  ['nothing', []],
  ['null', [null]],
  ['a text', ['hello']],
  ['a tombstone', [{ __refused: 'tampered' }]],
  ['no events but noise', [{ id: 7, by: {}, events: 'x' }]],
])('a signal with %s is journalled as refused, and the case goes on', async (_what, args) => {
  await handle().signal('report', ...args);
  await until('the refusal', () => standIn.journal.size === 1);
  const [[id, outcome]] = [...standIn.journal] as [[string, unknown]];
  expect(id).toMatch(/^signal:/);
  expect(outcome).toMatchObject({ accepted: false });
  expect(entryWhere(() => true)?.events).toMatchObject([{ type: 'Unreadable' }]);
  await stillAnswers();
});

test('a signal typed by hand without an id or a name is taken all the same', async () => {
  await handle().signal('report', { events: [{ type: 'Fact' }] });
  await handle().signal('report', { id: 'by-hand', events: [{ type: 'Fact' }] });
  await until('both', () => standIn.applied.length === 2);
  expect(standIn.applied[0]).toMatch(/^signal:/);
  expect(standIn.applied[1]).toBe('by-hand');
  expect(standIn.entries.get('by-hand')?.by).toBe('unknown');
});

test('a signal of an unknown name is journalled as refused; an unknown update is refused with a type', async () => {
  await handle().signal('reportFromTheFuture', { id: 'z' });
  await until('the refusal', () => standIn.journal.size === 1);
  expect(entryWhere(() => true)).toMatchObject({
    by: 'unknown',
    events: [{ type: 'UnknownSignal', name: 'reportFromTheFuture' }],
  });
  const failure: unknown = await handle()
    .executeUpdate('fromTheFuture', { args: [] })
    .catch((error: unknown) => error);
  expect((failure as WorkflowUpdateFailedError).cause).toMatchObject({ type: 'UnknownCommand' });
  await stillAnswers();
  await keepHistory(client, caseId, 'unknown-messages');
});

test('reconsider makes the case think again', async () => {
  await stillAnswers();
  const before = standIn.calls.length;
  expect(await reconsiderCase(client, caseId)).toBe(true);
  await until('another step', () => standIn.calls.length > before);
  expect(standIn.calls.at(-1)?.entries).toEqual([expect.stringMatching(/^reconsider:/)]);
});

test('a click on Cancel does not end a case: updates, wakes and effects go on', async () => {
  await handle().cancel();
  await stillAnswers();
  await submitEntry(client, caseId, { id: 'm', by: 'staff-1', events: [{ type: 'Effect', key: 'k' }] }, deadline);
  await until('the effect', () => standIn.delivered.includes('k'));
  expect((await handle().describe()).status.name).toBe('RUNNING');
  await keepHistory(client, caseId, 'cancel-asked');
});

test('a flood of large signals is taken in steps that the server accepts', async () => {
  await stillAnswers();
  standIn.storeDown = true; // so that the batch goes through an ordinary activity, whose input stands in history
  for (let n = 0; n < 12; n += 1) {
    expect(
      await reportEntry(client, caseId, { ...fact(`big-${n}`), events: [{ type: 'Fact', text: 'x'.repeat(200_000) }] }),
    ).toBe(true);
  }
  await until('a first attempt', () => standIn.calls.length > 3);
  standIn.storeDown = false;
  await until('all applied', () => standIn.applied.length === 13);
  expect(new Set(standIn.applied).size).toBe(13);
});

test('a run that was started for another case refuses to keep it', async () => {
  const other = newCaseId();
  const run = await client.workflow.start('permanencyCase', {
    workflowId: other,
    taskQueue: CASES_QUEUE,
    args: [{ caseId }],
  });
  const failure: unknown = await run.result().catch((error: unknown) => error);
  const { cause } = failure as { cause?: unknown };
  expect(cause).toBeInstanceOf(ApplicationFailure);
  expect(cause).toMatchObject({ type: 'WrongCase' });
});

test('two callers with the same entry id are both answered, and it is applied once', async () => {
  const same = fact('same');
  const answers = await Promise.all([
    handle().executeUpdate('submit', { args: [same], updateId: 'first-caller' }),
    handle().executeUpdate('submit', { args: [same], updateId: 'second-caller' }),
  ]);
  expect(answers).toEqual([
    { id: 'same', accepted: true },
    { id: 'same', accepted: true },
  ]);
  expect(standIn.applied).toEqual(['same']);
});
