// What a start does for cases that Temporal has lost, and after a change of settings.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepCasesRunning, startAll } from '../../src/processes/keep-running';
import { startTestApi, DAY, type Api } from './support/api';

let api: Api;
let dataDir: string;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'keep-running-test-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

test('every unfinished case is started, a finished one is left alone', async () => {
  const [lost, over] = [await api.open(), await api.open({ programs: [], events: [] })];
  await api.do('POST', `/v1/cases/${over.case}/closure`, { reason: 'reunified' });
  api.clock.now += 40 * DAY;
  await api.cases.wake(over.case);
  api.cases.started.length = 0;
  await startAll({ deps: api.deps, dataDir });
  expect(api.cases.started).toContain(lost.case);
  expect(api.cases.started).not.toContain(over.case);
});

test('cases think again when the settings are others than at the last start, and only then', async () => {
  const { case: caseId } = await api.open();
  const options = { deps: api.deps, dataDir };
  await startAll(options);
  await startAll(options);
  expect(api.cases.reconsidered).toEqual([]);
  const agency = await api.store.agency();
  if (!agency) throw new Error('no agency');
  await api.store.saveAgency({ ...agency, settings: { ...agency.settings, graceDays: 60 } });
  await startAll(options);
  expect(api.cases.reconsidered).toContain(caseId);
  api.cases.reconsidered.length = 0;
  await startAll(options);
  expect(api.cases.reconsidered).toEqual([]);
});

test('while Temporal is away it is tried again, and stops when told to', async () => {
  api.cases.away = true;
  const keeping = keepCasesRunning({ deps: api.deps, dataDir });
  await keeping.stop();
  api.cases.away = false;
  api.cases.started.length = 0;
  await keepCasesRunning({ deps: api.deps, dataDir }).done;
  expect(api.cases.started.length).toBeGreaterThan(0);
});
