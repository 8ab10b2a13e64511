// API, worker, store and mailbox as the programs put them together, on a real Temporal server.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recorded, requestState, safe } from '../../src/api/answers';
import { caseView } from '../../src/api/answers-case';
import { createMessenger } from '../../src/messaging/messenger';
import { openMailbox, type Mailbox } from '../../src/messaging/mailbox';
import { answerLinksFrom } from '../../src/platform/answer-links';
import { readConfig } from '../../src/platform/config';
import { startEngine, type Engine } from '../../src/platform/engine';
import { loadKeys } from '../../src/platform/keys';
import { connectClient, dataConverterFor } from '../../src/platform/temporal';
import { startApi, type ApiProcess } from '../../src/processes/api-process';
import { createLog } from '../../src/processes/log';
import { developmentSignIn } from '../../src/processes/sign-in';
import { startWorker, type WorkerProcess } from '../../src/processes/worker-process';
import { loadSample } from '../../src/sample';
import { sampleAgency } from '../../src/sample/agency';
import { openStore } from '../../src/store/open';
import type { Store } from '../../src/store/types';
import { eventually } from '../setup/eventually';
import { freePort } from '../setup/free-port';
import { engineBinary } from '../setup/temporal';
import { workflowBundle } from '../setup/workflow-bundle';

jest.setTimeout(180_000);

const folder = mkdtempSync(join(tmpdir(), 'api-engine-test-'));
const config = readConfig({ DATA_DIR: folder, PORT: '0' });
const keys = loadKeys(config.keyFile);
const log = createLog('warn');
const tokenFor = (staff: string): Promise<string> => signIn.development.tokenFor(staff);
let signIn: Awaited<ReturnType<typeof developmentSignIn>>;
let engine: Engine;
let store: Store;
let mailbox: Mailbox;
let worker: WorkerProcess;
let api: ApiProcess;
let url: string;

const startTheWorker = async (): Promise<WorkerProcess> =>
  startWorker({
    address: engine.address,
    namespace: 'default',
    keys,
    store,
    messenger: createMessenger({
      agency: config.agency,
      consoleUrl: 'http://127.0.0.1:3000',
      smtp: { host: mailbox.host, port: mailbox.port },
    }),
    links: answerLinksFrom(config.keyFile, 'http://127.0.0.1:3000'),
    log,
    bundle: await workflowBundle(),
  });

beforeAll(async () => {
  engine = await startEngine({
    binary: await engineBinary(),
    dataDir: join(folder, 'engine'),
    port: await freePort(),
    uiPort: await freePort(),
  });
  store = await openStore();
  await sampleAgency(store);
  mailbox = await openMailbox({ dataDir: folder });
  worker = await startTheWorker();
  signIn = await developmentSignIn(config, () => store.agency());
  api = await startApi({
    config,
    address: engine.address,
    port: 0,
    keys,
    store,
    identity: signIn.identity,
    links: {},
    log,
  });
  url = `http://127.0.0.1:${api.port}`;
});

afterAll(async () => {
  await api?.stop();
  await signIn?.close();
  await worker?.stop();
  await store?.close();
  await mailbox?.close();
  await engine?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function call(method: string, path: string, by: string, body?: object, key = `${path} ${by}`) {
  const response = await fetch(url + path, {
    method,
    headers: {
      Authorization: `Bearer ${await tokenFor(by)}`,
      ...(body === undefined
        ? {}
        : { 'Content-Type': 'application/json', 'Idempotency-Key': key.replaceAll(' ', '-') }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as unknown };
}

test('the sample families are opened, and their reminders, invitations and requests arrive', async () => {
  const sample = await loadSample(url, tokenFor, Date.now());
  expect(sample.map((one) => one.name)).toEqual([
    'due soon',
    'overdue',
    'just opened',
    'facilitator above capacity',
    'a youth in two programs',
    'a child new in care',
    'a return home is planned',
  ]);
  const kinds = [
    /mara\.ellison@example\.org .*meeting/i,
    /joan\.ellison@example\.org .*meeting/i,
    /emil@agency\.example\.org Overdue/,
    /carla@agency\.example\.org .*step in/,
    /dora@agency\.example\.org .*decision/,
  ];
  for (const kind of kinds)
    await eventually(String(kind), () => mailbox.list().find((mail) => kind.test(`${mail.to} ${mail.subject}`)));

  // Loaded again nothing is done twice.
  const lines = async (): Promise<number[]> =>
    Promise.all(sample.map(async (one) => (await store.journal(one.caseId)).length));
  const before = await lines();
  expect(await loadSample(url, tokenFor, Date.now())).toEqual(sample);
  expect((await store.cases({})).length).toBe(sample.length);
  expect(await lines()).toEqual(before);
});

test('without a worker a request is safe; with one again it is recorded, once', async () => {
  const [first] = await store.cases({});
  const path = `/v1/cases/${first?.caseId}/allegations`;
  await worker.stop();
  const kept = await call('POST', path, 'ana', {});
  expect(kept.status).toBe(202);
  const { location } = safe.parse(kept.body);
  worker = await startTheWorker();
  const state = await eventually('recorded', async () => {
    const now = requestState.parse((await call('GET', location, 'ana')).body);
    return now.state === 'recorded' ? now : undefined;
  });
  const again = await call('POST', path, 'ana', {});
  expect([again.status, recorded.parse(again.body).request]).toEqual([200, state.request]);
  const journal = await store.journal(first?.caseId ?? '');
  expect(journal.filter(({ event }) => event.type === 'AllegationReported')).toHaveLength(1);
});

test('what is refused comes back through the case with its citation', async () => {
  const [first] = await store.cases({});
  const view = caseView.parse((await call('GET', `/v1/cases/${first?.caseId}`, 'carla')).body);
  const reply = await call('POST', `/v1/cases/${view.case}/reopen`, 'carla', { reason: 'x' });
  expect(reply).toMatchObject({ status: 409, body: { errors: [{ code: 'not-closed' }] } });
});

test('a case whose workflow was lost goes on from its journal with the next entry', async () => {
  const [, second] = await store.cases({});
  const caseId = second?.caseId ?? '';
  const client = await connectClient({
    address: engine.address,
    namespace: 'default',
    dataConverter: dataConverterFor(keys),
  });
  try {
    await client.workflow.getHandle(caseId).terminate('lost');
    const before = (await store.journal(caseId)).length;
    const reply = await call('POST', `/v1/cases/${caseId}/allegations`, 'ben', {});
    expect(reply.status).toBe(200);
    expect((await store.journal(caseId)).length).toBe(before + 1);
    expect((await client.workflow.getHandle(caseId).describe()).status.name).toBe('RUNNING');
  } finally {
    await client.connection.close();
  }
});

test('a look at all cases is scheduled for each day, once, and what it finds is kept', async () => {
  const client = await connectClient({
    address: engine.address,
    namespace: 'default',
    dataConverter: dataConverterFor(keys),
  });
  try {
    const daily = client.schedule.getHandle('integrity-daily');
    const { spec, action } = await eventually('scheduled', () => daily.describe().catch(() => undefined));
    expect([spec.intervals?.map((one) => one.every), action.workflowType]).toEqual([[86_400_000], 'integrityCheck']);
    const before = await store.lastReport();
    await daily.trigger();
    const report = await eventually('a report', async () => {
      const last = await store.lastReport();
      return last?.at === before?.at ? undefined : (last ?? undefined);
    });
    expect(report.cases).toBe((await store.cases({ finished: false })).length);
  } finally {
    await client.connection.close();
  }
});
