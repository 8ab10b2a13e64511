// From the letter that came to the answer on record: with a real engine, mail server and browser.
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { answerCode, caseView } from '../../src/api/answers-case';
import { eventually } from '../setup/eventually';
import { startServer } from '../workflows/support/server';
import { Chromium, violations } from './support/chromium';
import { family, mailOf, meeting } from './support/family';
import { Office, inDays, ZONE } from './support/office';
import type { Letter } from './support/letters';

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
  const found = /Your page: (\S+)/.exec(letter.text)?.[1];
  if (found === undefined) throw new Error(`no link in: ${letter.text}`);
  return found;
};

/** A family whose invitations have arrived. */
async function invited(mark: string, over: object = {}) {
  const emil = office.as('emil');
  const opened = await office
    .as('ana')
    .post(201, '/v1/cases', family(mark, { staff: { caseworker: 'ana', facilitator: 'emil' }, ...over }));
  const at = `/v1/cases/${opened.case}`;
  const booked = await emil.post(201, `${at}/meetings`, meeting(opened.ids));
  const [berta, cleo] = [opened.ids['participant:1']!, opened.ids['participant:2']!];
  const letterTo = (who: string, nth = 1) =>
    eventually(`letter ${nth} to ${who}`, async () => (await office.letters.to(mailOf(who, mark)))[nth - 1]);
  return { emil, opened, at, meetingId: booked.ids['meeting:1']!, berta, cleo, letterTo };
}

test('a person opens the link of the letter, presses, declines: it is on record, and the search for a time is open until the meeting moves', async () => {
  const { emil, opened, at, meetingId, berta, cleo, letterTo } = await invited('Orr');
  const letter = await letterTo('berta');
  const before = await office.store.journal(opened.case);

  await chromium.withPage(async (page) => {
    const requests: string[] = [];
    page.on('request', (request) =>
      requests.push(`${request.method()} ${request.url()} ${request.headers()['referer'] ?? ''}`),
    );
    await page.goto(linkIn(letter), { waitUntil: 'networkidle' });
    // So far a scanner that runs scripts has come: nothing was sent, nothing happened, nothing is told.
    expect(requests.filter((one) => !one.startsWith('GET '))).toEqual([]);
    const token = new URL(linkIn(letter)).hash.slice(1);
    expect(requests.join()).not.toContain(token);
    expect(await page.locator('main').innerText()).not.toMatch(/Community|room/);
    expect(await page.locator('#with-code').isVisible()).toBe(false);
    expect(await office.store.journal(opened.case)).toEqual(before);
    expect(await violations(page)).toEqual([]);

    await page.getByRole('button', { name: 'See it' }).click();
    await page.getByText('Community house, room 2').waitFor();
    expect(page.url()).toBe(`${office.url}/answer/open`);
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('No, I cannot come').check();
    await page.getByLabel('A ride').check();
    await page.getByRole('button', { name: 'Send my answer' }).click();
    await page.getByText('Thank you. We have your answer.').waitFor();
    // Whoever goes back in this browser finds the page without the link.
    await page.evaluate('history.go(-2)');
    await page.locator('#with-code').waitFor();
    expect(page.url()).not.toContain(token);
  });

  const view = await emil.read(caseView, at);
  expect(view.meetings[0]?.invitations).toMatchObject([
    {
      to: { id: berta },
      state: 'invited',
      letter: { state: 'sent' },
      answer: { answer: 'declined', needs: ['transport'], source: 'link' },
    },
    { to: { id: cleo }, state: 'invited', answer: null },
  ]);
  const owed = view.obligations.filter((one) => ['find-another-time', 'arrange-needs'].includes(one.duty));
  expect(owed.map(({ duty, status, due, owner }) => [duty, status, due, owner.staff])).toEqual([
    ['find-another-time', 'due', inDays(7), 'emil'],
    ['arrange-needs', 'due', inDays(7), 'emil'],
  ]);

  // Moved, the search is over; the old link opens nothing, the new one does.
  await emil.post(200, `${at}/meetings/${meetingId}/reschedule`, { startsAt: `${inDays(12)}T18:00`, zone: ZONE });
  const second = await letterTo('berta', 2);
  expect(linkIn(second)).not.toBe(linkIn(letter));
  await chromium.withPage(async (page) => {
    await page.goto(linkIn(letter));
    await page.getByRole('button', { name: 'See it' }).click();
    await page.getByText('The link or code is not known here.').waitFor();
    // In the same tab, first over the page of the answer, then over the page of another link.
    await page.goto(linkIn(letter));
    await page.goto(linkIn(second));
    await page.getByRole('button', { name: 'See it' }).click();
    await page.getByText('6:00 PM').waitFor();
  });
  const after = (await emil.read(caseView, at)).obligations;
  expect(after.find((one) => one.duty === 'find-another-time')?.status).toBe('met');
}, 120_000);

test('nothing that is sent to one invitee holds a link, token or code of another, nor does Temporal’s history hold any', async () => {
  const { opened, meetingId, berta, cleo, letterTo } = await invited('Poe');
  const [hers, his] = [await letterTo('berta'), await letterTo('cleo')];
  const secretsIn = (letter: Letter): string[] => [
    new URL(linkIn(letter)).hash.slice(1),
    /type (\S{4}-\S{4})\./.exec(letter.text)?.[1] ?? 'no code',
  ];
  for (const secret of secretsIn(hers)) expect(his.everything).not.toContain(secret);
  for (const secret of secretsIn(his)) expect(hers.everything).not.toContain(secret);
  for (const secret of [...secretsIn(hers), ...secretsIn(his)]) expect(secret.length).toBeGreaterThan(8);
  const stored = JSON.stringify([
    await office.store.journal(opened.case),
    await office.store.deliveries({ caseId: opened.case }),
    await office.client.workflow.getHandle(opened.case).fetchHistory(),
  ]);
  for (const secret of [...secretsIn(hers), ...secretsIn(his)]) expect(stored).not.toContain(secret);
  for (const [letter, own, other] of [
    [hers, berta, cleo],
    [his, cleo, berta],
  ] as const)
    for (const id of [own, other, meetingId, opened.case]) expect(letter.everything).not.toContain(id);
}, 60_000);

test('somebody whose mail others read gets no day and no link that opens; with the code that the facilitator tells, without scripts, the answer is given', async () => {
  const participants = [
    { name: 'Berta Quist', role: 'parent', email: mailOf('berta', 'Quist'), language: 'es', highRisk: true },
    { name: 'Cleo Quist', role: 'caregiver', email: mailOf('cleo', 'Quist') },
  ];
  const { emil, at, meetingId, berta, letterTo } = await invited('Quist', { participants });
  const letter = await letterTo('berta');
  expect(letter.calendar).toBeNull();
  expect(letter.subject).toBe('Un mensaje para usted');
  expect(letter.everything).not.toMatch(new RegExp(`${inDays(10)}|17:30|Community|#[A-Za-z0-9_-]{43}`));
  const page = /Léalas en esta página: (\S+)/.exec(letter.text)?.[1] ?? '';
  const told = await emil.send('POST', `${at}/meetings/${meetingId}/invitations/${berta}/code`, {});
  const { code } = answerCode.parse(told.json);
  expect(letter.everything).not.toContain(code);

  await chromium.withPage(
    async (tab) => {
      await tab.goto(page);
      await tab.getByLabel('Código').fill(code.toLowerCase());
      await tab.getByRole('button', { name: 'Ver' }).click();
      await tab.getByText('Community house, room 2').waitFor();
      await tab.getByLabel('Necesito otra hora').check();
      await tab.getByLabel('Hora 1').fill(`${inDays(11)}T18:00`);
      await tab.getByLabel('Hablar antes en privado sobre mi seguridad').check();
      await tab.getByRole('button', { name: 'Enviar mi respuesta' }).click();
      await tab.getByText('Gracias. Tenemos su respuesta.').waitFor();
    },
    { javaScriptEnabled: false, locale: 'es-MX' },
  );
  expect((await emil.read(caseView, at)).meetings[0]?.invitations[0]?.answer).toMatchObject({
    answer: 'another-time',
    proposed: [`${inDays(11)}T18:00`],
    needs: ['safety-talk'],
    source: 'code',
  });
}, 90_000);
