// The main job: everything started by one command, stopped by Ctrl-C, and there again at the next start.
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { health, whatIfAnswer } from '../../src/api/answers';
import { caseView } from '../../src/api/answers-case';
import { deliveries } from '../../src/api/answers-deliveries';
import { worklist } from '../../src/api/answers-worklists';
import { stopLeftOver } from '../../src/platform/engine-pid-file';
import { isAlive } from '../../src/platform/cache';
import { eventually } from '../setup/eventually';
import { clientOf, until } from '../workflows/support/server';
import { Browser } from './support/browser';
import { MainJob } from './support/main-job';

const run = promisify(execFile);
const shell = async (command: string): Promise<string> => (await run('sh', ['-c', command])).stdout;
let dataDir: string;
let job: MainJob | undefined;
beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'main-job-'));
});
afterAll(async () => {
  await job?.stop('SIGKILL');
  const engine = join(dataDir, 'engine');
  await stopLeftOver(join(engine, 'temporal.pid'), join(engine, 'temporal.db'), 10_000);
  rmSync(dataDir, { recursive: true, force: true });
});

/** The cases that run on its engine. */
async function casesOf(running: MainJob): Promise<string[]> {
  const client = await clientOf(running.temporalAddress);
  try {
    const ids: string[] = [];
    for await (const { workflowId } of client.workflow.list({ query: "ExecutionStatus = 'Running'" }))
      if (workflowId.startsWith('case-')) ids.push(workflowId);
    return ids.toSorted();
  } finally {
    await client.connection.close();
  }
}

/** Case -> when it wakes; asked when nothing is on its way to anybody. */
async function wakeTimes(running: MainJob, cases: readonly string[]): Promise<Map<string, string>> {
  const carla = running.as('carla');
  const wakes = new Map<string, string>();
  for (const caseId of cases) {
    await until('everything wanted is sent', async () =>
      (await carla.read(deliveries, `/v1/cases/${caseId}/deliveries`)).deliveries.every(
        ({ state }) => state !== 'wanted',
      ),
    );
    const { wakesAt, stuck } = await carla.read(caseView, `/v1/cases/${caseId}`);
    expect(stuck).toBeNull();
    wakes.set(caseId, wakesAt);
  }
  return wakes;
}

const enginePid = (): number => Number(/\d+/.exec(readFileSync(join(dataDir, 'engine', 'temporal.pid'), 'utf8'))?.[0]);

async function stopped(running: MainJob): Promise<void> {
  const engine = enginePid();
  expect(isAlive(engine)).toBe(true);
  expect(await running.stop('SIGINT')).toBe(0);
  expect(running.said).toContain('Stopped. Everything is kept');
  expect(isAlive(engine)).toBe(false);
  expect(existsSync(join(dataDir, 'engine', 'temporal.pid'))).toBe(false);
  for (const what of ['Console', 'Temporal Web UI'])
    await expect(fetch(running.addressOf(what))).rejects.toThrow('fetch failed');
}

test('the main job prints where to look and what to try, its letters arrive, Ctrl-C stops all of it, and the next start has every case', async () => {
  const first = await MainJob.start(dataDir);
  job = first;
  for (const what of ['Console', 'API', 'Mailbox', 'Temporal Web UI'])
    expect((await fetch(first.addressOf(what))).status).toBe(200);
  expect(await first.as('carla').read(health, '/health/ready')).toMatchObject({ state: 'ready' });
  // One of the sample staff is chosen on the page.
  const chosen = await fetch(`${first.addressOf('Console')}sign-in/carla`, { method: 'POST' });
  const { token } = (await chosen.json()) as { token: string };
  const carla = new Browser(first.addressOf('Console').replace(/\/$/, ''), async () => token);
  expect((await carla.send('GET', '/v1/worklists/unit')).status).toBe(200);

  await eventually(
    'invitations and reminders',
    async () => {
      const letters = await first.letters();
      const invited = letters.some(
        (one) => one.to === 'joan.ellison@example.org' && one.calendar?.method === 'REQUEST',
      );
      const reminded = letters.some((one) => one.to === 'emil@agency.example.org' && one.subject.startsWith('Overdue'));
      return invited && reminded ? true : undefined;
    },
    60_000,
  );

  const [owed, whatIf, allegation, ...more] = first.commands();
  expect(more).toEqual([]);
  expect(worklist.parse(JSON.parse(await shell(owed!))).items.length).toBeGreaterThan(3);
  expect(whatIfAnswer.parse(JSON.parse(await shell(whatIf!)))).toMatchObject({ admitted: true, recorded: false });
  expect(await shell(allegation!)).toContain('Signal workflow succeeded');
  await eventually('a reminder of the allegation', async () =>
    (await first.letters()).find(
      ({ to, text }) => to === 'ana@agency.example.org' && text.includes('Report the new allegation'),
    ),
  );

  const cases = await casesOf(first);
  expect(cases.length).toBeGreaterThanOrEqual(3);
  const before = await wakeTimes(first, cases);
  await stopped(first);
  const kept = (await first.letters()).map(({ messageId }) => messageId);
  expect(new Set(kept).size).toBe(kept.length);

  const second = await MainJob.start(dataDir);
  job = second;
  expect(second.said).toContain(`${cases.length} cases are kept`);
  expect(await casesOf(second)).toEqual(cases);
  expect(await wakeTimes(second, cases)).toEqual(before);
  // The cases run: this one takes an entry that nobody has to be told of.
  const caseId = cases[0]!;
  const { participants } = await second.as('carla').read(caseView, `/v1/cases/${caseId}`);
  const visit = { type: 'ContactMade', kind: 'visit', channel: 'in-person', participants: [participants[0]!.id] };
  const seen = await second.as('carla').post(200, `/v1/cases/${caseId}/events`, { events: [visit] });
  expect(seen.consequences.notices).toEqual({});
  await wakeTimes(second, cases);
  await stopped(second);
  expect((await second.letters()).map(({ messageId }) => messageId)).toEqual(kept);
}, 180_000);
