// The codec where it counts: what stands in Temporal's own storage and in the logs, and what a forged payload can do.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Client } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import { temporal } from '@temporalio/proto';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { createCodec } from '../../src/platform/codec';
import { loadKeys } from '../../src/platform/keys';
import { dataConverterFor, reportEntry, startCase, submitEntry } from '../../src/platform/temporal';
import { engineBinary } from '../setup/temporal';
import { CASES_QUEUE } from '../../src/workflows/messages';
import type { Entry } from '../../src/workflows/messages';
import {
  clientOf,
  keepHistory,
  logged,
  newCaseId,
  readable,
  startServer,
  until,
  withWorkers,
} from '../workflows/support/server';
import { StandIn } from '../workflows/support/stand-in';

type Payload = temporal.api.common.v1.IPayload;
const { GetWorkflowExecutionHistoryResponse, DescribeWorkflowExecutionResponse } = temporal.api.workflowservice.v1;

const MARKER = 'Marker-Jane-Doe';
const keys = loadKeys(join(__dirname, '../replay/key-for-tests.json'));
const encrypting = dataConverterFor(keys);
const deadline = { deadlineMs: 20_000 };

let env: TestWorkflowEnvironment;
let client: Client;
beforeAll(async () => {
  env = await startServer();
  client = await clientOf(env.address, encrypting);
});
afterAll(async () => {
  await client?.connection.close();
  await env?.teardown();
});

/** Everything that the server holds about a case, as bytes. */
async function stored(caseId: string): Promise<{ bytes: Buffer; history: temporal.api.history.v1.IHistory }> {
  const about = { namespace: 'default', execution: { workflowId: caseId } };
  const history = await env.connection.workflowService.getWorkflowExecutionHistory(about);
  const described = await env.connection.workflowService.describeWorkflowExecution(about);
  const bytes = Buffer.concat([
    GetWorkflowExecutionHistoryResponse.encode(history).finish(),
    DescribeWorkflowExecutionResponse.encode(described).finish(),
  ]);
  return { bytes, history: history.history! };
}

/** One case that puts the marker everywhere where content can stand: arguments, results, refusals, failures, summaries. */
async function liveThrough(dataConverter: DataConverter, caseId: string): Promise<Buffer> {
  const standIn = new StandIn();
  standIn.headline = `waits for ${MARKER}`;
  const own = await clientOf(env.address, dataConverter);
  const found: Buffer[] = [];
  const fail = (): never => {
    throw new Error(`cannot reach ${MARKER}`);
  };
  await withWorkers(env.address, standIn, { dataConverter }, async () => {
    await startCase(own, { caseId });
    const entry = (id: string, event: object): Entry => ({ id, by: 'staff-1', events: [{ ...event, about: MARKER }] });
    await submitEntry(own, caseId, entry('fact', { type: 'Fact' }), deadline);
    await submitEntry(own, caseId, entry('refused', { type: 'Refuse' }), deadline);
    await reportEntry(own, caseId, entry('fed', { type: 'Fact' }));
    standIn.result = fail;
    await submitEntry(own, caseId, entry('meeting', { type: 'Effect', key: 'k' }), deadline);
    await until('a failed effect', () => (standIn.attempts.get('k') ?? 0) > 1);
    found.push((await stored(caseId)).bytes);
    standIn.result = () => null;
    standIn.spoil = fail;
    const waiting = submitEntry(own, caseId, entry('late', { type: 'Fact' }), deadline);
    await until('a failed step', async () => {
      const { raw } = await own.workflow.getHandle(caseId).describe();
      return (raw.pendingActivities ?? []).some(
        (one) => one.activityType?.name === 'advance' && (one.attempt ?? 0) > 1,
      );
    });
    found.push((await stored(caseId)).bytes);
    standIn.spoil = (step) => step;
    await waiting;
    // A workflow that fails: its message and stack come from inside the bundle.
    const wrong = newCaseId();
    const run = await own.workflow.start('permanencyCase', {
      workflowId: wrong,
      taskQueue: CASES_QUEUE,
      args: [{ caseId: MARKER }],
    });
    await run.result().catch(() => undefined);
    found.push((await stored(caseId)).bytes, (await stored(wrong)).bytes);
    expect(await own.workflow.getHandle(caseId).query('waitingFor')).toBe(`waits for ${MARKER}`);
    await keepHistory(own, caseId, dataConverter === encrypting ? 'encrypted' : 'failures');
  });
  await own.connection.close();
  return Buffer.concat(found);
}

test('of what a case is told, nothing stands in clear in history, in pending activities, or in the log', async () => {
  logged.length = 0;
  const bytes = await liveThrough(encrypting, newCaseId());
  expect(bytes.includes(MARKER)).toBe(false);
  expect(bytes.includes('started under the id of another case')).toBe(false);
  expect(bytes.includes('case.ts')).toBe(false); // stack traces
  expect(bytes.includes('Encoded failure')).toBe(true);
  expect(logged.some((line) => line.includes('Activity failed'))).toBe(true);
  expect(logged.filter((line) => line.includes(MARKER) || line.includes('another case'))).toEqual([]);
});

test('the same search finds the marker where there is no codec', async () => {
  const bytes = await liveThrough(readable, newCaseId());
  expect(bytes.includes(MARKER)).toBe(true);
  expect(bytes.includes('case.ts')).toBe(true);
});

describe('a payload that was not sealed for this case', () => {
  let standIn: StandIn;
  let caseId: string;

  async function receives(payload: Payload, then: () => Promise<void>): Promise<void> {
    standIn = new StandIn();
    caseId = newCaseId();
    await withWorkers(env.address, standIn, { dataConverter: encrypting }, async () => {
      await startCase(client, { caseId });
      await env.connection.workflowService.signalWorkflowExecution({
        namespace: 'default',
        workflowExecution: { workflowId: caseId },
        signalName: 'report',
        input: { payloads: [payload] },
      });
      await until('the signal', () => standIn.journal.size === 1);
      await then();
      const probe = await submitEntry(client, caseId, { id: 'probe', by: 'staff-1' }, deadline);
      expect(probe).toEqual({ state: 'recorded', outcome: { id: 'probe', accepted: true } });
    });
  }
  const json = (value: unknown): Payload => ({
    metadata: { encoding: Buffer.from('json/plain') },
    data: Buffer.from(JSON.stringify(value)),
  });
  const sealedFor = async (workflowId: string): Promise<Payload> =>
    (
      await createCodec(keys).encode([json({ id: 'x', by: 'feed-1', events: [{ type: 'Fact' }] })], {
        type: 'workflow',
        namespace: 'default',
        workflowId,
      })
    )[0]!;
  const isRefused = (reason: string) => async (): Promise<void> => {
    expect([...standIn.journal.values()]).toMatchObject([{ accepted: false }]);
    expect([...standIn.entries.values()]).toMatchObject([{ by: 'unknown', events: [{ type: 'Unreadable', reason }] }]);
    await Promise.resolve();
  };

  test('copied from another case: journalled as refused, and the case goes on', async () => {
    await receives(await sealedFor(newCaseId()), isRefused('other-case'));
  });

  test('tampered with: journalled as refused, and the case goes on', async () => {
    const sealed = await sealedFor('');
    sealed.data![20]! ^= 1;
    await receives(sealed, isRefused('tampered'));
  });

  test('of an encoding that nobody knows: journalled as refused, and the case goes on', async () => {
    await receives(
      { metadata: { encoding: Buffer.from('binary/other') }, data: Buffer.from('x') },
      isRefused('unknown-encoding'),
    );
  });

  test('JSON that was cut off: journalled as refused, and the case goes on', async () => {
    await receives(
      { metadata: { encoding: Buffer.from('json/plain') }, data: Buffer.from('{"id":') },
      isRefused('unknown-encoding'),
    );
  });

  test('in clear, as an operator sends it: taken', async () => {
    await receives(json({ id: 'by-hand', by: 'operator-1', events: [{ type: 'Fact' }] }), async () => {
      expect(standIn.applied).toEqual(['by-hand']);
      await Promise.resolve();
    });
  });
});

test('the Temporal CLI reports an event to a case', async () => {
  const standIn = new StandIn();
  const caseId = newCaseId();
  await withWorkers(env.address, standIn, { dataConverter: encrypting }, async () => {
    await startCase(client, { caseId });
    const event = { id: 'from-the-cli', by: 'operator-1', events: [{ type: 'Fact' }] };
    const command = [
      'workflow',
      'signal',
      '--address',
      env.address,
      '--workflow-id',
      caseId,
      '--name',
      'report',
      '--input',
      JSON.stringify(event),
    ];
    await promisify(execFile)(await engineBinary(), command);
    await until('the event', () => standIn.applied.includes('from-the-cli'));
    expect(standIn.entries.get('from-the-cli')).toEqual(event);
  });
});
