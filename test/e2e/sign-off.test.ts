// From the letter that asks for a decision to the decision on record: with a real engine, mail server and browser.
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { caseView } from '../../src/api/answers-case';
import { eventually } from '../setup/eventually';
import { startServer } from '../workflows/support/server';
import { Chromium, violations } from './support/chromium';
import { family } from './support/family';
import type { Letter } from './support/letters';
import { Office } from './support/office';

let env: TestWorkflowEnvironment;
let office: Office;
let chromium: Chromium;
beforeAll(async () => {
  env = await startServer();
  office = await Office.open(env.address);
  await office.startWorkers();
  chromium = await Chromium.start();
});
afterAll(async () => {
  await chromium?.close();
  await office?.close();
  await env?.teardown();
});

const linkIn = (letter: Letter): string => {
  const found = /Decide here: (\S+)/.exec(letter.text)?.[1];
  if (found === undefined) throw new Error(`no link in: ${letter.text}`);
  return found;
};
const letterTo = (who: string, caseId: string, nth: number): Promise<Letter> =>
  eventually(
    `letter ${nth} to ${who}`,
    async () =>
      (await office.letters.to(`${who}@agency.example.org`)).filter(
        ({ text, subject }) => text.includes(caseId) && subject === 'Your decision is needed',
      )[nth - 1],
  );

test('WA-31: the fifty-first family: the supervisor opens the link, sends it back, is asked again and approves; the first link opens nothing any more', async () => {
  const ana = office.as('ana');
  const opened = await ana.post(201, '/v1/cases', family('Voss', { staff: { caseworker: 'ana', facilitator: 'fay' } }));
  const at = `/v1/cases/${opened.case}`;
  const first = await letterTo('dora', opened.case, 1);
  const before = await office.store.journal(opened.case);

  await chromium.withPage(async (page) => {
    const sent: string[] = [];
    page.on('request', (request) => sent.push(`${request.method()} ${request.url()}`));
    await page.goto(linkIn(first), { waitUntil: 'networkidle' });
    // So far a scanner that runs scripts has come.
    expect(sent.filter((one) => !one.startsWith('GET '))).toEqual([]);
    expect(sent.join()).not.toContain(new URL(linkIn(first)).hash.slice(1));
    expect(await office.store.journal(opened.case)).toEqual(before);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'See it' }).click();
    await page.getByText('Ana Whitfield').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('I send it back: something is missing').check();
    await page.getByLabel('What is missing').fill('For how long\nWho speaks Spanish');
    await page.getByLabel('Why').fill('I cannot tell yet.');
    await page.getByRole('button', { name: 'Send my decision' }).click();
    await page.getByText('It goes back to whoever asked').waitFor();
  });

  const owed = (await ana.read(caseView, at)).obligations;
  expect(owed.find((one) => one.duty === 'supply-what-is-missing')).toMatchObject({
    status: 'due',
    owner: { staff: 'ana' },
  });
  await ana.post(200, `${at}/events`, {
    events: [{ type: 'StaffAssigned', staff: 'fay', role: 'facilitator', note: 'Until June; she speaks Spanish.' }],
  });
  const second = await letterTo('dora', opened.case, 2);
  expect(linkIn(second)).not.toBe(linkIn(first));

  await chromium.withPage(async (page) => {
    await page.goto(linkIn(first));
    await page.getByRole('button', { name: 'See it' }).click();
    await page.getByText('The link does not work, or not any more.').waitFor();
    await page.goto(linkIn(second));
    await page.getByRole('button', { name: 'See it' }).click();
    await page.getByLabel('I approve it').check();
    await page.getByLabel('Why').fill('Fine until June.');
    await page.getByRole('button', { name: 'Send my decision' }).click();
    await page.getByText('It is approved').waitFor();
    // Pressed once more by the way back: nothing happens twice.
    await page.goto(linkIn(second));
    await page.getByRole('button', { name: 'See it' }).click();
    await page.getByText('The link does not work, or not any more.').waitFor();
  });

  const view = await ana.read(caseView, at);
  expect(view.obligations.filter((one) => one.duty === 'over-capacity').map((one) => one.status)).toEqual([
    // The first assignment counts from the opening, eight days ago.
    'met-late',
    'met',
  ]);
  expect(view.obligations.find((one) => one.duty === 'supply-what-is-missing')?.status).toBe('met');
  const decided = (await office.store.journal(opened.case)).filter(({ event }) => event.type === 'SignOffDecided');
  expect(decided.map(({ by, event }) => [by, event.type === 'SignOffDecided' && event.decision])).toEqual([
    ['dora', 'returned'],
    ['dora', 'approved'],
  ]);
  // Neither link nor words are in Temporal's history or in the ledger.
  const kept = JSON.stringify([
    await office.store.deliveries({ caseId: opened.case }),
    await office.client.workflow.getHandle(opened.case).fetchHistory(),
  ]);
  for (const secret of [linkIn(first), linkIn(second)].map((link) => new URL(link).hash.slice(1)))
    expect(kept).not.toContain(secret);
}, 120_000);

test('a closing that moves: the supervisor who was asked gets one letter that it is off, and the link opens nothing', async () => {
  const ana = office.as('ana');
  const opened = await ana.post(
    201,
    '/v1/cases',
    family('Wren', { staff: { caseworker: 'ana', facilitator: 'emil' } }),
  );
  const at = `/v1/cases/${opened.case}`;
  const plan = await ana.post(200, `${at}/events`, { events: [{ type: 'ClosurePlanned', plannedFor: '2030-04-10' }] });
  await ana.post(201, `${at}/sign-offs`, { of: 'closing', about: plan.events[0]!.id, reason: 'All is done.' });
  const asked = await letterTo('carla', opened.case, 1);
  await ana.post(200, `${at}/events`, { events: [{ type: 'ClosurePlanned', plannedFor: '2030-05-10' }] });
  const off = await eventually('the letter that it is off', async () =>
    (await office.letters.to('carla@agency.example.org')).find(
      ({ subject, text }) => subject === 'Your decision is not needed any more' && text.includes(opened.case),
    ),
  );
  expect(off.text).toContain('Why: the day planned for it moved from 2030-04-10 to 2030-05-10');
  await chromium.withPage(async (page) => {
    await page.goto(linkIn(asked));
    await page.getByRole('button', { name: 'See it' }).click();
    await page.getByText('The link does not work, or not any more.').waitFor();
  });
  await eventually('nothing under way', async () => (await office.isQuiet(opened.case)) || undefined);
  const letters = (await office.letters.to('carla@agency.example.org')).filter(
    ({ text, subject }) => subject.startsWith('Your decision') && text.includes(opened.case),
  );
  expect(letters.map(({ subject }) => subject)).toEqual([
    'Your decision is needed',
    'Your decision is not needed any more',
  ]);
}, 90_000);
