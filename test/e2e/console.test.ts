// The console as a supervisor sees it in the first run: who is chosen on the page sees a worklist and a case, what stands before its
// closing included.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../src/api/app';
import type { DevelopmentIssuer } from '../../src/platform/development-issuer';
import { loadKeys } from '../../src/platform/keys';
import { portOf } from '../../src/platform/listen';
import { firstRunPages } from '../../src/processes/first-run-pages';
import { developmentSignIn } from '../../src/processes/sign-in';
import { loadSample, type SampleCase } from '../../src/sample';
import { sampleAgency, sampleStaff } from '../../src/sample/agency';
import { startTestApi, type Api } from '../api/support/api';
import { Chromium, violations } from './support/chromium';

let folder: string;
let api: Api;
let signIn: Awaited<ReturnType<typeof developmentSignIn>>;
let issuer: DevelopmentIssuer;
let server: Server;
let chromium: Chromium;
let sample: readonly SampleCase[];
let url: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'console-'));
  api = await startTestApi({}, async (store) => {
    await sampleAgency(store);
    return [];
  });
  api.clock.now = Date.now();
  signIn = await developmentSignIn({ dataDir: folder, production: false }, () => api.store.agency());
  issuer = signIn.development;
  const tokenFor = (staff: string): Promise<string> => issuer.tokenFor(staff);
  const app = createApp({ ...api.deps, identity: signIn.identity, links: { users: sampleStaff } });
  const keys = loadKeys(join(folder, 'keys.json'));
  const pages = firstRunPages({ keys, mailbox: null, webUi: undefined, signIn: tokenFor });
  server = createServer(pages(app)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${portOf(server)}`;
  sample = await loadSample(url, tokenFor, api.clock.now);
  chromium = await Chromium.start();
}, 120_000);
afterAll(async () => {
  await chromium?.close();
  server?.closeAllConnections();
  server?.close();
  await signIn?.close();
  await api?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('one of the sample staff is chosen, and sees the worklist of the unit', () =>
  chromium.withPage(async (page) => {
    await page.goto(`${url}/`);
    await page.getByLabel('One of the sample staff').selectOption('carla');
    await page.getByLabel('Show').selectOption('unit');
    const caption = page.locator('#list caption');
    await caption.filter({ hasText: 'Worklist of the unit' }).waitFor();
    expect(await page.locator('#list tbody tr').count()).toBeGreaterThan(3);
    expect(await violations(page)).toEqual([]);
  }));

test('beside the worklists: what waits for a decision, caseloads, and, for those who watch the system, what does not add up', () =>
  chromium.withPage(async (page) => {
    await page.goto(`${url}/`);
    const captions = page.locator('#list caption');
    const rows = page.locator('#list tbody tr');
    await page.getByLabel('One of the sample staff').selectOption('carla');
    await page.getByLabel('Show').selectOption('decisions');
    await captions.filter({ hasText: /Waits for my decision: [1-9]/ }).waitFor();
    expect(await rows.first().locator('a').getAttribute('href')).toMatch(/^\/cases\//);
    await page.getByLabel('Show').selectOption('caseload');
    await captions.filter({ hasText: 'a supervisor must agree to more than 50 families' }).waitFor();
    expect(await rows.count()).toBeGreaterThan(0);
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('Show').selectOption('findings');
    await page.getByRole('status').filter({ hasText: /\S/ }).waitFor();
    expect(await captions.count()).toBe(0);
    await page.getByLabel('One of the sample staff').selectOption('leo');
    await captions.filter({ hasText: 'what does not add up' }).waitFor();
    expect(await violations(page)).toEqual([]);
  }));

test('a token is pasted where nobody may be chosen', () =>
  chromium.withPage(async (page) => {
    await page.goto(`${url}/`);
    await page.getByLabel('Your token').fill(await issuer.tokenFor('carla'));
    await page.getByRole('button', { name: 'Use it' }).click();
    await page.locator('#list caption').filter({ hasText: 'My worklist' }).waitFor();
  }));

test('the page of a case shows each way to close it, its gates, and who can see to them', () =>
  chromium.withPage(async (page) => {
    const home = sample.find((one) => one.name === 'a return home is planned');
    await page.goto(`${url}/cases/${home?.caseId}`);
    await page.getByLabel('One of the sample staff').selectOption('carla');
    const relocated = page.locator('details').filter({ hasText: 'Relocated:' });
    await relocated.locator('summary').click();
    const gate = relocated.locator('tr').filter({ hasText: 'without a consultation with the supervisor' });
    expect(await gate.locator('td').allTextContents()).toEqual([
      'open',
      'No case closes, and no support ends, without a consultation with the supervisor.',
      'home-1',
      'Carla Nyström',
      'Record the consultation (closing-consultation) with its date and, in `staff`, the names.',
      'WI-52, WI-58',
    ]);
    expect(await violations(page)).toEqual([]);
  }));
