// worker.ts and the API, each a process of its own as in production and in docker-compose.yml: what they share is PostgreSQL,
// Temporal, the mail server and the key file, found by the environment alone.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { openMailbox, type Mailbox } from '../../src/messaging/mailbox';
import { developmentToken } from '../../src/platform/development-issuer';
import { eventually } from '../setup/eventually';
import { startIssuer } from '../platform/support/issuer';
import { freePort } from '../setup/free-port';
import { startPostgres, type PostgresServer } from '../store/support/postgres';
import { startServer } from '../workflows/support/server';
import { Browser } from './support/browser';
import { family, mailOf, meeting } from './support/family';
import { Letters } from './support/letters';

const ROOT = join(__dirname, '..', '..');
const WEB_UI = 'http://127.0.0.1:8233';
let folder: string;
let env: TestWorkflowEnvironment;
let postgres: PostgresServer;
let mailbox: Mailbox;
const processes: ChildProcess[] = [];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'alone-'));
  [env, postgres, mailbox] = await Promise.all([startServer(), startPostgres(), openMailbox({ dataDir: folder })]);
}, 90_000);
afterAll(async () => {
  for (const child of processes) child.kill('SIGKILL');
  await mailbox?.close();
  await postgres?.stop();
  await env?.teardown();
  rmSync(folder, { recursive: true, force: true });
});

function start(program: string, over: NodeJS.ProcessEnv): { child: ChildProcess; said: () => string } {
  const { NODE_OPTIONS: _ofJest, NODE_ENV: _too, ...around } = process.env;
  const child = spawn(process.execPath, [join(ROOT, 'dist', program)], {
    env: { ...around, TEMPORAL_ADDRESS: env.address, DATA_DIR: folder, ...over },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  processes.push(child);
  return { child, said: () => said };
}

const running = (what: string, { child, said }: ReturnType<typeof start>, line: string): Promise<unknown> =>
  eventually(
    what,
    () => {
      if (child.exitCode !== null) throw new Error(`${what}: it ended: ${said()}`);
      return said().includes(line) || undefined;
    },
    90_000,
  );

test('a case opened at the one is carried out by the other; the Web UI may decode, nobody else from a page; SIGTERM ends both with 0', async () => {
  const port = await freePort();
  const DATABASE_URL = await postgres.database('alone');
  const api = start('src/server.js', { DATABASE_URL, PORT: String(port), WEB_UI_URL: WEB_UI });
  await running('the API', api, 'API started');
  const worker = start('worker.js', { DATABASE_URL, SMTP_URL: `smtp://${mailbox.host}:${mailbox.port}` });
  await running('the worker', worker, 'worker started');

  const url = `http://127.0.0.1:${port}`;
  const as = (staff: string): Browser => new Browser(url, () => developmentToken(folder, staff));
  const ana = as('ana');
  const opened = await ana.post(201, '/v1/cases', family('Solo'));
  await ana.post(200, `/v1/cases/${opened.case}/events`, {
    events: [{ type: 'StaffAssigned', staff: 'emil', role: 'facilitator' }],
  });
  await as('emil').post(201, `/v1/cases/${opened.case}/meetings`, meeting(opened.ids));
  const letters = new Letters(() => mailbox);
  const [invitation] = await eventually('an invitation', async () => {
    const found = await letters.to(mailOf('berta', 'Solo'));
    return found.length > 0 ? found : undefined;
  });
  expect(invitation?.calendar).toMatchObject({ method: 'REQUEST', sequence: 0 });

  const decode = (origin: string): Promise<Response> =>
    fetch(`${url}/codec/decode`, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json' },
      body: JSON.stringify({ payloads: [] }),
    });
  expect((await decode(WEB_UI)).status).toBe(200);
  expect((await decode('http://127.0.0.1:9999')).status).toBe(403);

  for (const { child } of [worker, api]) {
    child.kill('SIGTERM');
    await once(child, 'exit');
    expect(child.exitCode).toBe(0);
  }
}, 240_000);

test('in production the API does not start with the development issuer, and says what to set', async () => {
  const DATABASE_URL = await postgres.database('production');
  const api = start('src/server.js', { DATABASE_URL, PORT: '0', NODE_ENV: 'production' });
  await once(api.child, 'exit');
  expect(api.child.exitCode).not.toBe(0);
  expect(api.said()).toMatch(/NODE_ENV=production.*OIDC_ISSUER and OIDC_AUDIENCE/);
}, 60_000);

test('in production it starts with an issuer, knows its first administrator and nobody else, and holds no sample', async () => {
  const issuer = await startIssuer();
  const [DATABASE_URL, port] = [await postgres.database('issuer'), await freePort()];
  const env = {
    DATABASE_URL,
    PORT: String(port),
    NODE_ENV: 'production',
    OIDC_ISSUER: issuer.name,
    OIDC_AUDIENCE: 'casework',
  };
  const nobody = start('src/server.js', env);
  await once(nobody.child, 'exit');
  expect(nobody.said()).toMatch(/FIRST_ADMINISTRATOR/);

  const api = start('src/server.js', { ...env, FIRST_ADMINISTRATOR: 'sub-of-first', AGENCY_ZONE: 'America/Chicago' });
  await running('the API in production', api, 'API started');
  const url = `http://127.0.0.1:${port}`;
  const asked = async (sub: string): Promise<number> =>
    (await new Browser(url, () => issuer.token({ sub })).send('GET', '/v1/settings')).status;
  expect(await asked('sub-of-first')).toBe(200);
  expect(await asked('administrator')).toBe(401);
  expect(await asked('carla')).toBe(401);
  expect((await fetch(`${url}/sign-in/carla`, { method: 'POST' })).status).toBe(404);
  api.child.kill('SIGTERM');
  await once(api.child, 'exit');
  expect(api.child.exitCode).toBe(0);
  await issuer.close();
}, 120_000);
