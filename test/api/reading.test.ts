// What staff read: the case, its messages, what-if, worklists as JSON and on paper, and whether the API is well.
import { health, whatIfAnswer } from '../../src/api/answers';
import { caseView, history } from '../../src/api/answers-case';
import { deliveries } from '../../src/api/answers-deliveries';
import { worklist } from '../../src/api/answers-worklists';
import { DAY, startTestApi, type Api, type Recorded } from './support/api';

let api: Api;
let opened: Recorded;
let at: string;
beforeAll(async () => {
  api = await startTestApi();
  opened = await api.open({ children: [{ name: '<b>Ada</b> & "Co"', bornOn: '2018-01-15' }] });
  at = `/v1/cases/${opened.case}`;
});
afterAll(() => api.close());
test('a case says what it waits for, who owes what, on which source', async () => {
  const view = await api.read(caseView, at);
  expect(view).toMatchObject({
    unit: 'north',
    openedOn: '2026-02-20',
    finished: false,
    stuck: null,
    programs: [{ id: 'wa-enhanced-ppm' }],
    staff: [
      { id: 'cw1', name: 'Staff cw1', role: 'caseworker' },
      { id: 'fac1', name: 'Staff fac1', role: 'facilitator' },
    ],
  });
  expect(view.headline).toMatch(/^Waits for facilitator/);
  expect(view.waitsFor).toBe('facilitator');
  expect(view.obligations.find((one) => one.duty === 'ppm')).toMatchObject({
    cites: ['WA-06', 'WA-07', 'WA-08', 'WA-09'],
    status: 'due',
    due: '2026-03-29',
    owner: { role: 'facilitator', staff: 'fac1', name: 'Staff fac1' },
  });
  expect(view.guidance.find((one) => one.id === 'three-sides')).toMatchObject({
    cites: ['WA-04'],
    beside: { events: ['MeetingHeld'], kinds: ['ppm'] },
    offers: ['legal', 'relational', 'cultural'].map((side) => ({
      events: ['MeetingHeld'],
      kinds: ['ppm'],
      field: `permanence.${side}`,
      codes: [],
    })),
    resources: [],
  });
});

test('a date that is not known says which fact is missing, and who supplies it', async () => {
  const other = await api.open({ events: [] });
  const view = await api.read(caseView, `/v1/cases/${other.case}`);
  const unknown = view.obligations.find((one) => one.status === 'unknown' && one.duty === 'ppm');
  expect(unknown?.missing?.[0]).toEqual({
    fact: 'hearing held (dependency-fact-finding)',
    suppliedBy: expect.any(String),
  });
});

test('what-if shows the changes, and records nothing', async () => {
  const before = await api.store.journal(opened.case);
  const entries = await api.store.entries(opened.case);
  const body = { events: [{ type: 'CaseClosed', reason: 'reunified' }] };
  const reply = await api.send('POST', `${at}/what-if`, { body, key: null });
  const answer = whatIfAnswer.parse(reply.json);
  expect(answer.admitted).toBe(true);
  expect(answer.changes.find((one) => one.key.includes('/ppm/'))?.now?.status).not.toBe('due');
  expect(await api.store.journal(opened.case)).toEqual(before);
  expect(await api.store.entries(opened.case)).toEqual(entries);
});

test('what-if with something that would be refused says why', async () => {
  const body = { events: [{ type: 'MeetingCancelled', meeting: 'm-none', reason: 'x' }] };
  const reply = await api.send('POST', `${at}/what-if`, { body, key: null });
  expect(whatIfAnswer.parse(reply.json)).toMatchObject({
    admitted: false,
    unmet: [{ code: 'unknown-meeting' }],
    changes: [],
  });
});

test('what-if knows how many families a facilitator carries', async () => {
  const body = {
    events: [
      { type: 'StaffUnassigned', staff: 'fac1', role: 'facilitator', reason: 'x' },
      { type: 'StaffAssigned', staff: 'full1', role: 'facilitator' },
    ],
  };
  const reply = await api.send('POST', `${at}/what-if`, { body, key: null });
  expect(
    whatIfAnswer
      .parse(reply.json)
      .changes.map((one) => one.key)
      .join(),
  ).toContain('/over-capacity/');
});

test('messages are listed with their recipients, and carry no address', async () => {
  await api.do('POST', `${at}/meetings`, {
    kinds: ['ppm'],
    invitees: [opened.ids['participant:1']],
    startsAt: '2026-03-20T17:30',
    zone: 'America/Los_Angeles',
  });
  const { deliveries: sent } = await api.read(deliveries, `${at}/deliveries`);
  expect(sent.filter((one) => one.kind === 'invite')).toMatchObject([
    {
      to: { kind: 'participant', id: opened.ids['participant:1'], name: 'Berta Verne' },
      state: 'wanted',
      attempts: [],
    },
  ]);
  expect(JSON.stringify(sent)).not.toContain('berta@example.org');
});

test('the history holds what was refused, with its unmet conditions', async () => {
  await api.fail('POST', `${at}/reopen`, { reason: 'x' });
  const { refused } = await api.read(history, `${at}/history`);
  expect(refused.at(-1)?.unmet).toMatchObject([{ code: 'not-closed' }]);
});

test('worklists: mine, my unit’s, due by a day, overdue; the earliest first', async () => {
  const mine = await api.read(worklist, '/v1/worklists/mine', 'fac1');
  expect(mine.items.length).toBeGreaterThan(0);
  expect(mine.items.every((one) => one.owner.staff === 'fac1')).toBe(true);
  const dues = mine.items.map((one) => one.due ?? '9999');
  expect(dues).toEqual(dues.toSorted());
  const unit = await api.read(worklist, '/v1/worklists/unit?dueBy=2026-03-10', 'sup1');
  expect(unit.items.every((one) => one.due !== null && one.due <= '2026-03-10')).toBe(true);
  expect((await api.read(worklist, '/v1/worklists/unit', 'cw2')).items).toEqual([]);
  expect((await api.read(worklist, '/v1/worklists/unit?unit=north', 'pm1')).items.length).toBeGreaterThan(0);
  expect((await api.get('/v1/worklists/unit?unit=north', 'cw2')).status).toBe(404);
  expect((await api.read(worklist, '/v1/worklists/overdue', 'sup1')).items).toEqual([]);
  api.clock.now += 60 * DAY;
  const late = await api.read(worklist, '/v1/worklists/overdue', 'sup1');
  expect(late.items.find((one) => one.says.startsWith('Hold the permanency'))).toMatchObject({
    status: 'overdue',
    due: '2026-03-29',
    about: '<b>Ada</b> & "Co"',
  });
  api.clock.now -= 60 * DAY;
});

test('a target is reported with the case, and stands on no worklist', async () => {
  const view = await api.read(caseView, at);
  expect(view.obligations.some((one) => one.strength === 'aim')).toBe(true);
  const unit = await api.read(worklist, '/v1/worklists/unit', 'sup1');
  expect(unit.items.some((one) => one.says.startsWith('Visit the parent'))).toBe(false);
});

test('a worklist can be printed: the same as a page, with what people wrote as text', async () => {
  for (const [path, headers] of [
    ['/v1/worklists/unit', { Accept: 'text/html' }],
    ['/v1/worklists/unit?format=html', {}],
  ] as const) {
    const page = await api.get(path, 'sup1', headers);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.text).toContain('&lt;b&gt;Ada&lt;/b&gt; &amp; &quot;Co&quot;');
    expect(page.text).not.toContain('<b>Ada');
    expect(page.text).toContain('<caption>');
    expect(page.text).toContain('href="/assets/print.css"');
  }
});

test('answers about cases are kept by nobody on the way', async () => {
  for (const path of [at, '/v1/worklists/unit?format=html', '/v1/cases/case-x'])
    expect((await api.get(path)).headers.get('cache-control')).toBe('no-store');
});

test('it is ready while Temporal is away, and says so', async () => {
  expect(await api.read(health, '/health/live')).toEqual({ state: 'live' });
  expect(await api.read(health, '/health/ready')).toEqual({ state: 'ready', store: 'ok', temporal: 'ok', backlog: 0 });
  api.cases.away = true;
  await api.send('POST', `${at}/allegations`, { body: {} });
  api.clock.now += 60_000;
  expect(await api.read(health, '/health/ready')).toEqual({
    state: 'ready',
    store: 'ok',
    temporal: 'away',
    backlog: 1,
  });
  api.cases.away = false;
});
