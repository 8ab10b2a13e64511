import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { startEngine } from '../../src/platform/engine';
import { startCase, submitEntry } from '../../src/platform/temporal';
import type { Submission } from '../../src/platform/temporal';
import type { Entry } from '../../src/workflows/messages';
import { freePort } from '../setup/free-port';
import { engineBinary } from '../setup/temporal';
import {
  clientOf,
  eventNames,
  historiesOf,
  keepHistory,
  newCaseId,
  quietRuntime,
  startServer,
  startWorkers,
  until,
  withWorkers,
} from './support/server';
import { StandIn } from './support/stand-in';

const fact = (id: string): Entry => ({ id, by: 'staff-1', events: [{ type: 'Fact' }] });

describe('the store is away', () => {
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

  test('the step waits on the server with its failure shown and hardly any history; then the update is answered', async () => {
    const standIn = new StandIn();
    const caseId = newCaseId();
    await withWorkers(env.address, standIn, {}, async () => {
      await startCase(client, { caseId });
      expect((await submitEntry(client, caseId, fact('before'), { deadlineMs: 20_000 })).state).toBe('recorded');
      const eventsBefore = eventNames((await historiesOf(client, caseId))[0]!).length;

      standIn.storeDown = true;
      const waiting = submitEntry(client, caseId, fact('during'), { deadlineMs: 40_000 });
      const pending = async () => (await client.workflow.getHandle(caseId).describe()).raw.pendingActivities?.[0];
      await until('three attempts on the server', async () => ((await pending())?.attempt ?? 0) > 3);
      const shown = await pending();
      expect(shown?.activityType?.name).toBe('advance');
      expect(shown?.lastFailure?.message).toBe('Encoded failure');
      expect(eventNames((await historiesOf(client, caseId))[0]!).length - eventsBefore).toBeLessThanOrEqual(10);
      // One that arrives meanwhile is told that it waits.
      expect(await submitEntry(client, caseId, fact('later'), { deadlineMs: 500 })).toEqual({ state: 'waiting' });

      standIn.storeDown = false;
      expect(await waiting).toEqual({ state: 'recorded', outcome: { id: 'during', accepted: true } });
      expect((await submitEntry(client, caseId, fact('later'), { deadlineMs: 20_000 })).state).toBe('recorded');
      expect(standIn.applied).toEqual(['before', 'during', 'later']);
      await keepHistory(client, caseId, 'store-down');
    });
  });
});

test('no worker, and the server killed: an update that was sent again under its id is answered once', async () => {
  quietRuntime();
  const dataDir = mkdtempSync(join(tmpdir(), 'outage-'));
  const options = { binary: await engineBinary(), dataDir, port: await freePort(), uiPort: await freePort() };
  let engine = await startEngine(options);
  const client = await clientOf(engine.address);
  const standIn = new StandIn();
  const caseId = newCaseId();
  try {
    let workers = await startWorkers(engine.address, standIn);
    await startCase(client, { caseId });
    expect((await submitEntry(client, caseId, fact('before'), { deadlineMs: 20_000 })).state).toBe('recorded');
    await workers.stop();

    expect(await submitEntry(client, caseId, fact('during'), { deadlineMs: 1_000 })).toEqual({ state: 'waiting' });
    process.kill(engine.pid, 'SIGKILL');
    await engine.ended;
    expect(await submitEntry(client, caseId, fact('during'), { deadlineMs: 1_000 })).toEqual({ state: 'waiting' });
    engine = await startEngine(options);
    expect(await submitEntry(client, caseId, fact('during'), { deadlineMs: 1_000 })).toEqual({ state: 'waiting' });

    workers = await startWorkers(engine.address, standIn);
    try {
      const answers: Submission[] = [];
      await until('an answer', async () => {
        answers.push(await submitEntry(client, caseId, fact('during'), { deadlineMs: 10_000 }));
        return answers.at(-1)?.state !== 'waiting';
      });
      expect(answers.at(-1)).toEqual({ state: 'recorded', outcome: { id: 'during', accepted: true } });
      expect((await submitEntry(client, caseId, fact('before'), { deadlineMs: 10_000 })).state).toBe('recorded');
      expect(standIn.applied).toEqual(['before', 'during']);
      await keepHistory(client, caseId, 'server-killed');
    } finally {
      await workers.stop();
    }
  } finally {
    await client.connection.close();
    await engine.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
});
