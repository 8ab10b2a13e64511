// The page on which a request is decided by the link of a letter, as approvers, scanners and strangers meet it.
import { caseView } from '../../src/api/answers-case';
import { DAY, startTestApi, type Api } from './support/api';
import { hiddenIn, Invitee } from './support/invitee';

let api: Api;
let page: Invitee;
beforeAll(async () => {
  api = await startTestApi();
  page = new Invitee(api.url, 'en', '/sign-off');
});
afterAll(() => api.close());

interface Asked {
  readonly at: string;
  readonly caseId: string;
  readonly request: string;
}

async function asked(): Promise<Asked> {
  const opened = await api.open();
  const at = `/v1/cases/${opened.case}`;
  const asking = await api.do('POST', `${at}/sign-offs`, { of: 'exception', reason: 'Quillfeather knows why.' });
  return { at, caseId: opened.case, request: asking.events[0]!.id };
}

/** What the sending of a letter leaves behind (test/activities/decide-way); gives the token in it. */
async function lettered({ caseId, request }: Asked, staff = 'sup1', letter = '0d'): Promise<string> {
  const { token, hash } = api.deps.answerLinks.decisionFor({ caseId, request, staff, letter });
  await api.store.keepSignOffLink({ hash, caseId, request, staff, expiresAt: api.clock.now + 14 * DAY }, api.clock.now);
  return token;
}

const decisions = async ({ caseId }: Asked) =>
  (await api.store.journal(caseId)).flatMap(({ event, by }) =>
    event.type === 'SignOffDecided'
      ? [{ by, decision: event.decision, reason: event.reason, missing: event.missing }]
      : [],
  );
const everything = async ({ caseId }: Asked) =>
  JSON.stringify([
    await api.store.journal(caseId),
    await api.store.entries(caseId),
    await api.store.unanswered(api.clock.now + DAY),
    await api.store.obligations({ caseId }),
  ]);
const send = { give: '1' };

test('fifty looks change nothing, and show nothing', async () => {
  const one = await asked();
  await lettered(one);
  const before = await everything(one);
  for (let i = 0; i < 50; i++) {
    const seen = await page.look(['GET', 'HEAD', 'OPTIONS'][i % 3]);
    expect([200, 204]).toContain(seen.status);
    expect(seen.html).not.toMatch(/case-|sup1|cw1|exception/);
  }
  expect(await everything(one)).toBe(before);
  const { headers } = await page.look();
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('referrer-policy')).toBe('same-origin');
  expect(headers.get('x-robots-tag')).toBe('noindex, nofollow');
});

test('opened, it says what is asked, by whom, and where to look; what was written about the family stands in the case alone', async () => {
  const one = await asked();
  const seen = await page.open(await lettered(one));
  expect(seen.status).toBe(200);
  expect(seen.text).toMatch(/Decide what was put to you.*Asked by Staff cw1.*March 2, 2026/);
  expect(seen.html).toContain(`href="/cases/${one.caseId}"`);
  expect(seen.text).not.toMatch(/Quillfeather|Verne/);
  expect(await decisions(one)).toEqual([]);
});

test.each([
  ['approved', { decision: 'approved', reason: 'Fine.' }, { decision: 'approved', reason: 'Fine.' }],
  [
    'sent back, a line for each thing that is missing',
    { decision: 'returned', reason: 'Too thin.', missing: 'The date of the visit\r\n\r\n  A letter  ' },
    { decision: 'returned', reason: 'Too thin.', missing: ['The date of the visit', 'A letter'] },
  ],
  ['refused with its reason', { decision: 'refused', reason: 'No.' }, { decision: 'refused', reason: 'No.' }],
])('%s: on record under the name of the one to whom the letter went', async (_what, filled, recorded) => {
  const one = await asked();
  const done = await page.answer(await lettered(one), { ...send, ...filled });
  expect(done.status).toBe(200);
  expect(await decisions(one)).toEqual([{ by: 'sup1', missing: undefined, ...recorded }]);
});

test.each([
  ['nothing chosen', { reason: 'Fine.' }, 'Please choose what you decide.'],
  ['no reason', { decision: 'approved' }, 'Please say why.'],
  [
    'sent back without what is missing',
    { decision: 'returned', reason: 'Thin.', missing: ' \n' },
    'Please list what is missing',
  ],
  [
    'a sign that cannot be kept',
    { decision: 'approved', reason: 'a\u0007b' },
    'Please write less, without special signs.',
  ],
])('%s: the page says so, keeps what was written, and still works', async (_what, filled, says) => {
  const one = await asked();
  const token = await lettered(one);
  const wrong = await page.answer(token, { ...send, ...filled });
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain(says);
  expect(await decisions(one)).toEqual([]);
  const mended = await page.press(wrong, 'give', { ...send, decision: 'refused', reason: 'No.' });
  expect(mended.status).toBe(200);
  expect(await decisions(one)).toHaveLength(1);
});

describe('a link that does not open any more: the same page, to the last byte, and nothing changes', () => {
  const closed = async (one: Asked, token: string): Promise<string> => {
    const before = await everything(one);
    const opened = await page.open(token);
    const { nonce = '' } = hiddenIn((await page.look()).html, 'with-link');
    const pressed = await page.post({ nonce, l: 'en', token, ...send, decision: 'approved', reason: 'Fine.' });
    expect([opened.status, pressed.status]).toEqual([410, 410]);
    expect(pressed.html).toBe(opened.html);
    expect(await everything(one)).toBe(before);
    return opened.html;
  };
  const changed = (token: string, at: number): string =>
    token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);

  test.each<[string, (one: Asked, token: string) => Promise<string>]>([
    ['with a changed byte at the start', async (_one, token) => changed(token, 0)],
    ['with a changed byte in the middle', async (_one, token) => changed(token, 20)],
    ['with something that is no token', async () => 'x'],
    [
      'used before',
      async (_one, token) => {
        expect((await page.answer(token, { ...send, decision: 'refused', reason: 'No.' })).status).toBe(200);
        return token;
      },
    ],
    [
      'of an earlier letter, when the one of the reminder was used',
      async (one, token) => {
        const reminder = await lettered(one, 'sup1', '2d');
        expect((await page.answer(reminder, { ...send, decision: 'refused', reason: 'No.' })).status).toBe(200);
        return token;
      },
    ],
    [
      'decided in the case meanwhile',
      async (one, token) => {
        await api.do(
          'POST',
          `${one.at}/sign-offs/${one.request}`,
          { decision: 'approved', reason: 'Fine.' },
          { as: 'sup1' },
        );
        return token;
      },
    ],
    [
      'withdrawn',
      async (one, token) => {
        await api.do('POST', `${one.at}/events/${one.request}/retraction`, { reason: 'Not needed.' });
        return token;
      },
    ],
    ['of somebody who may not decide this', async (one) => lettered(one, 'fs1')],
    ['of the one who asked', async (one) => lettered(one, 'cw1')],
    [
      'of an invitation',
      async ({ caseId }) => {
        const invited = {
          caseId,
          meeting: 'm1',
          participant: 'p1',
          startsAt: '2026-03-20T17:30',
          zone: 'America/Los_Angeles',
        };
        return api.deps.answerLinks.proofFor(invited).token;
      },
    ],
  ])('%s', async (_what, spoil) => {
    const one = await asked();
    const token = await spoil(one, await lettered(one));
    const other = await asked();
    expect(await closed(one, token)).toBe(await closed(other, 'never-was'));
  });

  test('after its time', async () => {
    const one = await asked();
    const token = await lettered(one);
    api.clock.now += 14 * DAY + 1;
    await closed(one, token);
  });

  test('of somebody who has left', async () => {
    const one = await asked();
    const token = await lettered(one);
    const agency = (await api.store.agency())!;
    await api.store.saveAgency({
      ...agency,
      staff: agency.staff.map((s) => (s.id === 'sup1' ? { ...s, active: false } : s)),
    });
    await closed(one, token);
    await api.store.saveAgency(agency);
  });

  test('a link that was used stays used when the decision is retracted: the decision is then given in the case', async () => {
    const one = await asked();
    const token = await lettered(one);
    await page.answer(token, { ...send, decision: 'refused', reason: 'No.' });
    const [line] = (await api.store.journal(one.caseId)).filter(({ event }) => event.type === 'SignOffDecided');
    await api.do('POST', `${one.at}/events/${line!.id}/retraction`, { reason: 'By mistake.' }, { as: 'sup1' });
    const view = await api.read(caseView, one.at);
    expect(view.obligations.find((o) => o.signOffRequest === one.request)?.status).toBe('due');
    await closed(one, token);
  });
});

test('two links of one request at the same moment: one decision, and the other gets the page that does not open', async () => {
  const one = await asked();
  const links = [await lettered(one), await lettered(one, 'sup1', '2d')];
  const pages = await Promise.all(links.map((token) => page.open(token)));
  const done = await Promise.all(
    pages.map((opened, i) =>
      page.press(opened, 'give', { ...send, decision: i === 0 ? 'approved' : 'refused', reason: 'Now.' }),
    ),
  );
  expect(done.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 410]);
  expect(await decisions(one)).toHaveLength(1);
});

test('a form that was not sent from our page: 403, and nothing happens', async () => {
  const one = await asked();
  const token = await lettered(one);
  const before = await everything(one);
  const { nonce = '' } = hiddenIn((await page.look()).html, 'with-link');
  const filled = { nonce, token, ...send, decision: 'approved', reason: 'Fine.' };
  for (const over of [{ 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' }, { Origin: 'null' }])
    expect((await page.post(filled, over)).status).toBe(403);
  expect((await page.post({ ...filled, nonce: '' })).status).toBe(403);
  expect(await everything(one)).toBe(before);
});

test('while Temporal is away it is kept, said so, and recorded once when the case answers', async () => {
  const one = await asked();
  const opened = await page.open(await lettered(one));
  api.cases.away = true;
  const kept = await page.press(opened, 'give', { ...send, decision: 'approved', reason: 'Fine.' });
  api.cases.away = false;
  expect(kept.status).toBe(202);
  expect(kept.text).toContain('We have kept your decision.');
  expect(await decisions(one)).toEqual([]);
  const again = await page.press(opened, 'give', { ...send, decision: 'approved', reason: 'Fine.' });
  expect(again.status).toBe(200);
  expect(await decisions(one)).toHaveLength(1);
});

test('an approver who reads Spanish gets the page, and what came of it, in Spanish', async () => {
  const one = await asked();
  const [person] = await api.store.people({ caseId: null, ids: ['sup1'] });
  await api.store.savePerson({ ...person!, language: 'es' });
  const opened = await page.open(await lettered(one));
  expect(opened.html).toContain('<html lang="es">');
  expect(opened.text).toMatch(/Pedido el \S+, \d+ de marzo de 2026.*Lo devuelvo: falta algo/);
  const done = await page.press(opened, 'give', {
    ...send,
    decision: 'returned',
    reason: 'Falta.',
    missing: 'La fecha',
  });
  expect(done.text).toContain('Vuelve a quien lo pidió');
  await api.store.savePerson(person!);
});
