// Links and codes that open nothing, codes that somebody tells, and what is tried too often.
import { answerCode, caseView, history } from '../../src/api/answers-case';
import { createRelay } from '../../src/api/relay';
import { startTestApi, type Api } from './support/api';
import {
  answersIn,
  invitedFamily,
  invitedTo,
  lettered as letteredIn,
  tokenOf as tokenIn,
  zone,
  type Family,
} from './support/invited-family';
import { Invitee, type Shown } from './support/invitee';

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
const lettered = (of: Family, person: string, startsAt: string) => letteredIn(api, of, person, startsAt);

describe('what does not open', () => {
  /** The page without what differs between any two answers. */
  const bytes = ({ status, html, headers }: Shown) => {
    const {
      date: _date,
      'x-request-id': _id,
      ratelimit: _left,
      'keep-alive': _alive,
      ...rest
    } = Object.fromEntries(headers);
    return JSON.stringify([status, html, rest]);
  };

  test('unknown, too old, revoked, a byte changed, by a code that is none: one page, to the last byte', async () => {
    const of = await family();
    const [hers, his] = [tokenOf(of, of.berta), tokenOf(of, of.cleo)];
    await api.do('POST', `${of.at}/meetings/${of.meeting}/reschedule`, { startsAt: '2026-03-21T17:30', zone });
    const later = await lettered(of, of.cleo, '2026-03-21T17:30');
    const failures = [
      await invitee.open('x'.repeat(43)),
      await invitee.open(hers),
      await invitee.open(`${his.slice(0, -1)}${his.endsWith('A') ? 'B' : 'A'}`),
      await invitee.open(''),
      await invitee.open('x'.repeat(190)),
      await invitee.openByCode('2345-6789'),
      await invitee.openByCode(api.deps.answerLinks.proofFor(invitedTo(of, of.berta)).code),
    ];
    expect((await invitee.open(later)).status).toBe(200);
    api.clock.now = Date.parse('2026-03-21T17:30:00-07:00');
    failures.push(await invitee.open(later));
    api.clock.now = Date.parse('2026-03-03T18:00:00Z');
    expect(new Set(failures.map(bytes)).size).toBe(1);
    expect(failures[0]?.status).toBe(410);
    expect(failures[0]?.text).toContain('The link or code is not known here.');
    expect(failures[0]?.html).not.toMatch(/nonce|token/);
  });

  test('a link that was open on the screen when the meeting moved records nothing', async () => {
    const of = await family();
    const page = await invitee.open(tokenOf(of, of.berta));
    await api.do('POST', `${of.at}/meetings/${of.meeting}/reschedule`, { startsAt: '2026-03-21T17:30', zone });
    expect((await invitee.press(page, 'give', { give: '1', answer: 'accepted' })).status).toBe(410);
    expect(await answers(of)).toEqual([]);
  });

  test('while two of those invited must be kept apart, nobody’s link opens; apart again, each opens', async () => {
    const of = await family();
    const events = [{ type: 'NoContactOrderRecorded', between: [of.berta, of.cleo] }];
    const order = await api.do('POST', `${of.at}/events`, { events });
    expect((await invitee.open(tokenOf(of, of.berta))).status).toBe(410);
    await api.do('POST', `${of.at}/events`, { events: [{ type: 'NoContactOrderEnded', order: order.events[0]!.id }] });
    expect((await invitee.open(tokenOf(of, of.berta))).status).toBe(200);
  });

  test('the link of one person answers for no other', async () => {
    const of = await family();
    const page = await invitee.open(tokenOf(of, of.cleo));
    await invitee.press(page, 'give', { give: '1', answer: 'accepted', participant: of.berta, meeting: 'other' });
    expect((await answers(of)).map(({ participant, meeting }) => [participant, meeting])).toEqual([
      [of.cleo, of.meeting],
    ]);
  });

  test('an answer that the case refuses at the last moment is in its history, and the page does not open', async () => {
    const of = await family();
    const page = await invitee.open(tokenOf(of, of.berta));
    const { store } = api.deps;
    const live = await store.answerLink({ hash: api.deps.answerLinks.hashOf(tokenOf(of, of.berta)) }, api.clock.now);
    api.cases.away = true;
    await invitee.press(page, 'give', { give: '1', answer: 'accepted' });
    api.cases.away = false;
    await api.do('POST', `${of.at}/meetings/${of.meeting}/reschedule`, { startsAt: '2026-03-21T17:30', zone });
    const relay = createRelay(api.deps, { olderThanMs: 0 });
    api.clock.now += 10;
    await relay.look();
    expect(live).not.toBeNull();
    expect(await answers(of)).toEqual([]);
    const { refused } = await api.read(history, `${of.at}/history`);
    expect(refused.at(-1)?.unmet).toMatchObject([{ code: 'other-time' }]);
  });
});

describe('a code that somebody tells', () => {
  const codeOf = async (of: Family, person: string): Promise<string> => {
    const reply = await api.send('POST', `${of.at}/meetings/${of.meeting}/invitations/${person}/code`, {
      as: 'fac1',
      body: {},
      key: null,
    });
    expect(reply.status).toBe(200);
    return answerCode.parse(reply.json).code;
  };

  test('opens without a script, and answers', async () => {
    const of = await family();
    const code = await codeOf(of, of.berta);
    const page = await invitee.openByCode(code.toLowerCase().replace('-', ' '));
    expect(page.text).toContain('Friday, March 20, 2026');
    await invitee.press(page, 'give', { give: '1', answer: 'needs-help', needs: 'safety-talk' });
    expect(await answers(of)).toMatchObject([{ participant: of.berta, answer: 'needs-help', source: 'code' }]);
    expect((await api.read(caseView, of.at)).obligations.find((one) => one.duty === 'arrange-needs')?.status).toBe(
      'due',
    );
  });

  test('for a person at high risk a link that was sent before opens nothing; the code does', async () => {
    const of = await family();
    await api.do('PATCH', `${of.at}/people/${of.berta}`, { highRisk: true });
    expect((await api.read(caseView, of.at)).participants.find(({ id }) => id === of.berta)?.highRisk).toBe(true);
    expect((await invitee.open(tokenOf(of, of.berta))).status).toBe(410);
    expect((await invitee.openByCode(await codeOf(of, of.berta))).status).toBe(200);
  });

  test('is told to staff of the unit only, and only where an invitation stands', async () => {
    const of = await family();
    const ask = (as: 'cw2' | 'cw1', person: string, meeting = of.meeting) =>
      api.send('POST', `${of.at}/meetings/${meeting}/invitations/${person}/code`, { as, body: {}, key: null });
    expect((await ask('cw2', of.berta)).status).toBe(404);
    expect((await ask('cw1', of.opened.ids['child:1']!)).status).toBe(404);
    expect((await ask('cw1', of.berta, 'm-none')).status).toBe(404);
    expect((await ask('cw1', of.berta)).status).toBe(200);
    await api.do('POST', `${of.at}/meetings/${of.meeting}/cancel`, { reason: 'x' });
    expect((await ask('cw1', of.berta)).status).toBe(404);
  });
});

describe('tried too often', () => {
  let limited: Api;
  beforeEach(async () => {
    limited = await startTestApi({ perAddress: 10, perInvitation: 5, wrongCodes: 3 });
  });
  afterEach(() => limited.close());
  const random = (i: number): string => `${i}`.padStart(43, 'r');

  test('random links: ten a minute from one address, then 429', async () => {
    const guest = new Invitee(limited.url);
    const pages: Shown[] = [];
    for (let i = 0; i < 12; i++) pages.push(await guest.open(random(i)));
    expect(pages.map(({ status }) => status)).toEqual([...Array<number>(10).fill(410), 429, 429]);
    expect(pages[10]?.headers.get('retry-after')).toBe('60');
    expect(pages[10]?.text).toContain('Please wait a minute');
    expect((await guest.look()).status).toBe(200);
  });

  test('one link: five a minute', async () => {
    const guest = new Invitee(limited.url);
    const statuses: number[] = [];
    for (let i = 0; i < 6; i++) statuses.push((await guest.open(random(0))).status);
    expect(statuses).toEqual([410, 410, 410, 410, 410, 429]);
    expect((await guest.open(random(1))).status).toBe(410);
  });

  test('wrong codes: from all addresses together', async () => {
    const guest = new Invitee(limited.url);
    const statuses: number[] = [];
    for (const code of ['2222-2222', '3333-3333', '4444-4444', '5555-5555'])
      statuses.push((await guest.openByCode(code)).status);
    expect(statuses).toEqual([410, 410, 410, 429]);
  });
});
