// The page on which an invitation is answered, as people, scanners and strangers meet it.
import { caseView, history } from '../../src/api/answers-case';
import { createRelay } from '../../src/api/relay';
import { startTestApi, type Api } from './support/api';
import {
  answersIn,
  everythingIn,
  invitedFamily,
  START,
  tokenOf as tokenIn,
  type Family,
} from './support/invited-family';
import { chosenIn, hiddenIn, Invitee } from './support/invitee';

let api: Api;
let invitee: Invitee;
beforeAll(async () => {
  api = await startTestApi();
  invitee = new Invitee(api.url);
});
afterAll(() => api.close());

const family = (language?: string) => invitedFamily(api, language);
const tokenOf = (of: Family, person: string) => tokenIn(api, of, person);
const answers = (of: Family) => answersIn(api, of);
const everything = (of: Family) => everythingIn(api, of);
const HOUR = 3_600_000;

describe('looking', () => {
  test('fifty looks of link scanners change nothing, and show nothing', async () => {
    const of = await family();
    const before = await everything(of);
    const agents = [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64; Microsoft Safe Links)',
      'Proofpoint URL Defense',
      'BarracudaCentral/1.0',
      'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
      'WhatsApp/2.23.20.0',
    ];
    const looks = Array.from({ length: 50 }, (_, i) => ({
      method: ['GET', 'HEAD', 'OPTIONS', 'GET', 'GET'][i % 5]!,
      headers: {
        'User-Agent': agents[i % agents.length]!,
        ...(i % 5 === 3 ? { Purpose: 'prefetch', 'Sec-Purpose': 'prefetch' } : {}),
      },
    }));
    for (const { method, headers } of looks) {
      const page = await invitee.look(method, headers);
      expect(page.status).toBe(method === 'OPTIONS' ? 204 : 200);
      expect(page.html).not.toMatch(/2026|17:30|5:30|Community|Berta/);
      expect(page.headers.get('set-cookie')).toBeNull();
    }
    expect(await everything(of)).toBe(before);
  });

  test('the page forbids to be kept, framed, found or reported to others, and runs nothing but its own script', async () => {
    const { headers, html } = await invitee.look();
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('x-robots-tag')).toBe('noindex, nofollow');
    expect(headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect([...html.matchAll(/<script[^>]*src="([^"]*)"/g)].map((found) => found[1])).toEqual(['/assets/answer.js']);
    expect((await fetch(`${api.url}/assets/answer.js`)).status).toBe(200);
  });

  test('other methods are not taken', async () => {
    const page = await invitee.look('DELETE');
    expect(page.status).toBe(405);
    expect(page.headers.get('allow')).toBe('GET, HEAD, POST, OPTIONS');
  });

  test('day, time and place are shown after the proof, and nothing about anybody else', async () => {
    const of = await family();
    const page = await invitee.open(tokenOf(of, of.berta));
    expect(page.status).toBe(200);
    expect(page.text).toContain('Friday, March 20, 2026, 5:30 PM (Pacific Time)');
    expect(page.text).toContain('Community house, room 2');
    for (const other of ['Cleo', 'Park', of.cleo, 'Ada', of.opened.case, of.meeting, of.berta, tokenOf(of, of.cleo)])
      expect(page.html).not.toContain(other);
    expect(await answers(of)).toEqual([]);
  });
});

describe('a form that was not sent from our page: 403, and nothing happens', () => {
  test.each<[string, Record<string, string>, Record<string, string>]>([
    ['without its mark', {}, { nonce: '' }],
    ['with a mark of its own', {}, { nonce: 'm0.AAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAA' }],
    ['by another site', { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' }, {}],
    ['by another site of our domain', { 'Sec-Fetch-Site': 'same-site' }, {}],
    ['by another origin, said by an old browser', { Origin: 'https://evil.example', 'Sec-Fetch-Site': '' }, {}],
    ['from a page without an origin', { Origin: 'null' }, {}],
  ])('%s', async (_what, headers, over) => {
    const of = await family();
    const before = await everything(of);
    const { nonce = '' } = hiddenIn((await invitee.look()).html, 'with-link');
    const page = await invitee.post(
      { nonce, token: tokenOf(of, of.berta), answer: 'declined', give: '1', ...over },
      headers,
    );
    expect(page.status).toBe(403);
    expect(page.text).not.toContain('2026');
    expect(await everything(of)).toBe(before);
  });

  test('a mark that is older than twelve hours', async () => {
    const of = await family();
    const page = await invitee.open(tokenOf(of, of.berta));
    api.clock.now += 12 * HOUR + 1_000;
    expect((await invitee.press(page, 'give', { answer: 'accepted', give: '1' })).status).toBe(403);
    expect(await answers(of)).toEqual([]);
    api.clock.now -= 12 * HOUR;
  });

  test('a body that is no form', async () => {
    const response = await fetch(`${api.url}/answer`, {
      method: 'POST',
      body: '{"token":1}',
      headers: { Origin: api.url, 'Content-Type': 'application/json' },
    });
    expect(response.status).toBe(403);
  });
});

describe('answering', () => {
  test('an answer is on record under the name of the person, is shown, and can be changed until the start', async () => {
    const of = await family();
    const token = tokenOf(of, of.berta);
    const accepted = await invitee.answer(token, {
      answer: 'accepted',
      needs: ['interpreter', 'transport'],
      note: 'Somali, please.',
    });
    expect(accepted.status).toBe(200);
    expect(accepted.text).toContain('Thank you. We have your answer.');
    expect(chosenIn(accepted.html, 'answer')).toEqual(['accepted']);
    expect(chosenIn(accepted.html, 'needs')).toEqual(['interpreter', 'transport']);
    const declined = await invitee.press(accepted, 'give', { give: '1', answer: 'declined' });
    expect(declined.text).toContain('No, I cannot come');
    expect(await answers(of)).toMatchObject([
      {
        meeting: of.meeting,
        participant: of.berta,
        answer: 'accepted',
        needs: ['interpreter', 'transport'],
        note: 'Somali, please.',
        source: 'link',
        startsAt: START,
      },
      { answer: 'declined', needs: [] },
    ]);
    const view = await api.read(caseView, of.at);
    expect(view.meetings[0]?.invitations).toMatchObject([
      {
        to: { id: of.berta },
        state: 'invited',
        letter: { state: 'wanted' },
        answer: { answer: 'declined', source: 'link' },
        answersBefore: 1,
      },
      { to: { id: of.cleo }, state: 'invited', answer: null, answersBefore: 0 },
    ]);
    const { journal } = await api.read(history, `${of.at}/history`);
    expect(
      journal.filter(({ event }) => event.type === 'InvitationAnswered').map(({ by, stands }) => [by, stands]),
    ).toEqual([
      [of.berta, true],
      [of.berta, true],
    ]);
    expect(view.obligations.find((one) => one.duty === 'find-another-time')).toMatchObject({
      status: 'due',
      due: '2026-03-17',
      owner: { role: 'facilitator', staff: 'fac1' },
      cites: ['WA-24', 'WA-34'],
    });
  });

  test('another time: three civil times, or words', async () => {
    const of = await family();
    const token = tokenOf(of, of.berta);
    const page = await invitee.answer(token, {
      answer: 'another-time',
      time: ['2026-03-21T18:00', '', '2026-03-22T09:30'],
      needs: 'remote',
    });
    expect(page.text).toContain('Saturday, March 21, 2026, 18:00');
    await invitee.answer(token, { answer: 'another-time', note: 'Any evening\r\nbut Friday' });
    expect(await answers(of)).toMatchObject([
      { proposed: ['2026-03-21T18:00', '2026-03-22T09:30'], needs: ['remote'] },
      { note: 'Any evening\nbut Friday' },
    ]);
  });

  test.each<[string, Record<string, string | string[]>, string]>([
    ['nothing chosen', {}, 'Please choose an answer.'],
    ['an answer that is none', { answer: 'maybe' }, 'Please choose an answer.'],
    ['another time, without one', { answer: 'another-time' }, 'Please give a time'],
    ['a time that is none', { answer: 'another-time', time: '2026-02-30T10:00' }, 'One of the times does not exist'],
    [
      'four times',
      {
        answer: 'another-time',
        time: ['2026-03-21T18:00', '2026-03-22T18:00', '2026-03-23T18:00', '2026-03-24T18:00'],
      },
      'One of the times',
    ],
    ['help, without which', { answer: 'needs-help', needs: [] }, 'Please mark what you need'],
    ['too many words', { answer: 'accepted', note: 'x'.repeat(1001) }, 'at most 1000 letters'],
    ['a sign that cannot be kept', { answer: 'accepted', note: 'a\u0000b' }, 'without special signs'],
  ])('%s: said on the page, with what was filled in; nothing is recorded', async (_what, filled, says) => {
    const of = await family();
    const page = await invitee.answer(tokenOf(of, of.berta), { needs: 'transport', ...filled });
    expect(page.status).toBe(422);
    expect(page.html).toContain('role="alert"');
    expect(page.text).toContain(says);
    expect(chosenIn(page.html, 'needs')).toEqual('needs' in filled ? [] : ['transport']);
    expect(await answers(of)).toEqual([]);
  });

  test('the same form sent again is one answer, also side by side, also after another was given', async () => {
    const of = await family();
    const page = await invitee.open(tokenOf(of, of.berta));
    const accept = { give: '1', answer: 'accepted' };
    const pages = await Promise.all([1, 2, 3].map(() => invitee.press(page, 'give', accept)));
    expect(pages.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await answers(of)).toHaveLength(1);
    await invitee.press(pages[0]!, 'give', { give: '1', answer: 'declined' });
    const replayed = await invitee.press(page, 'give', accept);
    expect(replayed.text).toContain('Nothing was changed.');
    expect(replayed.text).toContain('No, I cannot come');
    expect((await answers(of)).map(({ answer }) => answer)).toEqual(['accepted', 'declined']);
    await invitee.press(replayed, 'give', accept);
    expect((await answers(of)).map(({ answer }) => answer)).toEqual(['accepted', 'declined', 'accepted']);
  });

  test('with Temporal away an answer is kept, said to be kept, and recorded by the relay; the last one counts', async () => {
    const of = await family();
    const token = tokenOf(of, of.berta);
    api.cases.away = true;
    const page = await invitee.answer(token, { answer: 'declined', note: 'Only for staff' });
    expect(page.status).toBe(202);
    expect(page.text).toContain('We have kept your answer.');
    const again = await invitee.press(page, 'give', { give: '1', answer: 'accepted' });
    expect(again.status).toBe(202);
    expect(await answers(of)).toEqual([]);
    api.cases.away = false;
    const relay = createRelay(api.deps, { olderThanMs: 0 });
    api.clock.now += 10;
    while ((await relay.look()) > 0) api.clock.now += 10;
    expect((await answers(of)).map(({ answer, note }) => [answer, note])).toEqual([
      ['declined', 'Only for staff'],
      ['accepted', undefined],
    ]);
    expect(chosenIn((await invitee.open(token)).html, 'answer')).toEqual(['accepted']);
  });
});

test('who reads Spanish reads Spanish: before the proof by the link or the browser, after it by the directory', async () => {
  const of = await family('es-MX');
  const spanish = new Invitee(api.url, 'es-MX,es;q=0.9');
  expect((await spanish.look()).text).toContain('Escriba el código que le dijimos.');
  const page = await invitee.open(tokenOf(of, of.berta));
  expect(page.html).toContain('<html lang="es">');
  expect(page.text).toContain('viernes, 20 de marzo de 2026');
  const answered = await invitee.press(page, 'give', { give: '1', answer: 'accepted' });
  expect(answered.text).toContain('Gracias. Tenemos su respuesta.');
  expect((await spanish.open('x'.repeat(43))).text).toContain('El enlace o el código no se conoce aquí.');
});

test('what people wrote is shown as text', async () => {
  const of = await family();
  const page = await invitee.answer(tokenOf(of, of.berta), { answer: 'accepted', note: '<script>alert(1)</script>"' });
  expect(page.html).not.toContain('<script>alert');
  expect(page.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;');
});

test('an answer told to staff is recorded like any other event, but not as if it came by link', async () => {
  const of = await family();
  const told = { type: 'InvitationAnswered', meeting: of.meeting, participant: of.cleo, answer: 'accepted' };
  await api.do('POST', `${of.at}/events`, { events: [told] });
  expect(await answers(of)).toMatchObject([{ source: 'told' }]);
  expect((await api.read(caseView, of.at)).meetings[0]?.invitations[1]?.answer).toMatchObject({ answer: 'accepted' });
  const forged = await api.fail('POST', `${of.at}/events`, { events: [{ ...told, source: 'link' }] });
  expect(forged.errors).toMatchObject([{ pointer: '/events/0/source', code: 'not-theirs' }]);
});
