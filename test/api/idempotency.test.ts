// The same request with the same key is done once, for ever; what was not answered in time is sent again until it is.
import { requestState, safe } from '../../src/api/answers';
import { createRelay } from '../../src/api/relay';
import { family, startTestApi, type Api, type Recorded } from './support/api';

let api: Api;
let opened: Recorded;
let at: string;

beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  opened = await api.open();
  at = `/v1/cases/${opened.case}`;
});
afterEach(() => {
  api.cases.away = false;
  api.cases.mute = false;
});

const lines = async (): Promise<number> => (await api.store.journal(opened.case)).length;
const hearing = (): object => ({
  events: [{ type: 'HearingHeld', on: '2026-03-01', kind: 'review', children: [opened.ids['child:1']] }],
});
const kin = { name: 'Dana Okoro', role: 'kin', email: 'dana@example.org' };

test('sent again with its key a request has the same answer, also much later and after others', async () => {
  const first = await api.send('POST', `${at}/events`, { body: hearing(), key: 'once-1' });
  const after = await lines();
  await api.do('POST', `${at}/allegations`, {});
  api.clock.now += 400 * 86_400_000;
  const again = await api.send('POST', `${at}/events`, { body: hearing(), key: 'once-1' });
  api.clock.now -= 400 * 86_400_000;
  expect(first.status).toBe(200);
  expect(again.status).toBe(200);
  expect(again.text).toBe(first.text);
  expect(await lines()).toBe(after + 1);
});

test('the order of the fields does not matter', async () => {
  await api.do('POST', `${at}/closure`, { reason: 'reunified', note: 'Home.' }, { key: 'order-1' });
  const again = await api.do('POST', `${at}/closure`, { note: 'Home.', reason: 'reunified' }, { key: 'order-1' });
  expect(again.state).toBe('recorded');
});

test('an opening sent again opens no second case, and makes no second person', async () => {
  const first = await api.open({}, { key: 'open-1' });
  const again = await api.open({}, { key: 'open-1' });
  expect(again).toEqual(first);
  expect(await api.store.people({ caseId: first.case })).toHaveLength(3);
});

test('twenty at once with one key are done once, and all hear the same', async () => {
  const before = await lines();
  const all = await Promise.all(
    Array.from({ length: 20 }, () => api.send('POST', `${at}/events`, { body: hearing(), key: 'race-1' })),
  );
  expect(new Set(all.map((one) => one.status))).toEqual(new Set([200]));
  expect(new Set(all.map((one) => one.text)).size).toBe(1);
  expect(await lines()).toBe(before + 1);
});

test('a refusal is refused again, even when it would be admitted by now', async () => {
  const body = { events: [{ type: 'CaseReopened', reason: 'x' }] };
  const first = await api.fail('POST', `${at}/events`, body, { key: 'refused-1' });
  await api.do('POST', `${at}/closure`, { reason: 'reunified' });
  const again = await api.fail('POST', `${at}/events`, body, { key: 'refused-1' });
  expect({ ...again, instance: '' }).toEqual({ ...first, instance: '' });
});

test.each([
  ['another body', () => `${at}/events`, { events: [{ type: 'AllegationReported' }] }],
  ['another address', () => `${at}/allegations`, {}],
  ['an opening', () => '/v1/cases', family()],
])('a key that is used again for %s is refused, and changes nothing', async (what, path, body) => {
  const key = `reused-${what.replaceAll(' ', '-')}`;
  await api.do('POST', `${at}/events`, hearing(), { key });
  const before = await lines();
  const cases = (await api.store.cases({})).length;
  const problem = await api.fail('POST', path(), body, { key });
  expect(problem).toMatchObject({ status: 422, type: '/problems/key-reused' });
  expect(await lines()).toBe(before);
  expect((await api.store.cases({})).length).toBe(cases);
});

test('the same key of another person is another key', async () => {
  const mine = await api.do('POST', `${at}/events`, hearing(), { key: 'shared' });
  const theirs = await api.do('POST', `${at}/events`, hearing(), { key: 'shared', as: 'sup1' });
  expect(theirs.request).not.toBe(mine.request);
});

test('what Temporal sees of a key is an id that does not show it', async () => {
  const { request } = await api.do('POST', `${at}/events`, hearing(), { key: 'Ada-Verne-2018' });
  expect(request).toMatch(/^case-[0-9a-f]{32}\.e[0-9a-f]{40}$/);
});

test('while Temporal is away a request is safe, and is recorded once when it is back', async () => {
  api.cases.away = true;
  const before = await lines();
  const reply = await api.send('POST', `${at}/people`, { body: kin, key: 'safe-1' });
  expect(reply.status).toBe(202);
  const { state, location } = safe.parse(reply.json);
  expect([state, reply.headers.get('location')]).toEqual(['safe', location]);
  expect((await api.read(requestState, location)).state).toBe('safe');
  expect(await lines()).toBe(before);

  const relay = createRelay(api.deps, { olderThanMs: 0 });
  expect(await relay.look()).toBe(0);
  api.cases.away = false;
  api.clock.now += 120_000;
  expect(await relay.look()).toBe(1);
  expect(await relay.look()).toBe(0);
  expect(await lines()).toBe(before + 1);
  expect((await api.read(requestState, location)).state).toBe('recorded');
  const again = await api.send('POST', `${at}/people`, { body: kin, key: 'safe-1' });
  expect(again.status).toBe(201);
  expect(await lines()).toBe(before + 1);
});

test('an answer that was lost on its way is no second record', async () => {
  api.cases.mute = true;
  const before = await lines();
  const reply = await api.send('POST', `${at}/events`, { body: hearing(), key: 'mute-1' });
  expect(reply.status).toBe(200);
  expect(await lines()).toBe(before + 1);
  expect(await api.store.unanswered(api.clock.now + 1)).toEqual([]);
});

test('an opening that is only safe can be asked for and added to; all is recorded in order', async () => {
  api.cases.away = true;
  const opening = safe.parse((await api.send('POST', '/v1/cases', { body: family(), key: 'late-open' })).json);
  const own = `/v1/cases/${opening.case}`;
  expect((await api.get(own)).status).toBe(503);
  expect((await api.get(own, 'cw2')).status).toBe(404);
  const second = await api.send('POST', `${own}/allegations`, { body: {}, key: 'late-allegation' });
  expect(second.status).toBe(202);

  api.cases.away = false;
  const relay = createRelay(api.deps, { olderThanMs: 0 });
  expect(await relay.look()).toBe(1);
  expect(await relay.look()).toBe(1);
  const journal = await api.store.journal(opening.case);
  expect(journal[0]?.event.type).toBe('CaseOpened');
  expect(journal.at(-1)?.event.type).toBe('AllegationReported');
  expect(await api.store.people({ caseId: opening.case })).toHaveLength(3);
});

test('a request sent again by the relay does not undo a later change of address', async () => {
  api.cases.away = true;
  const added = safe.parse((await api.send('POST', `${at}/people`, { body: kin, key: 'add-kin' })).json);
  const [person] = (await api.store.people({ caseId: opened.case })).filter((one) => one.name === kin.name);
  await api.send('PATCH', `${at}/people/${person?.id}`, { body: { email: 'new@example.org' }, key: 'change-kin' });
  api.cases.away = false;
  const relay = createRelay(api.deps, { olderThanMs: 0 });
  expect(await relay.look()).toBe(1);
  expect(await relay.look()).toBe(1);
  expect((await api.read(requestState, added.location)).state).toBe('recorded');
  expect((await api.store.people({ caseId: opened.case, ids: [person?.id ?? ''] }))[0]?.email).toBe('new@example.org');
});

test('the relay leaves alone what is younger than it was told, and waits longer after each try in vain', async () => {
  api.cases.away = true;
  await api.send('POST', `${at}/allegations`, { body: {}, key: 'young' });
  api.cases.submitted = 0;
  const patient = createRelay(api.deps, { olderThanMs: 60_000 });
  await patient.look();
  expect(api.cases.submitted).toBe(0);
  api.clock.now += 61_000;
  await patient.look();
  await patient.look();
  expect(api.cases.submitted).toBe(1);
  api.clock.now += 3_000;
  await patient.look();
  expect(api.cases.submitted).toBe(2);
  api.clock.now += 3_000;
  await patient.look();
  expect(api.cases.submitted).toBe(2);
  api.cases.away = false;
  api.clock.now += 60_000;
  expect(await patient.look()).toBe(1);
});

test('a case whose workflow was lost is started again together with the entry', async () => {
  api.cases.forget(opened.case);
  const before = api.cases.started.length;
  await api.do('POST', `${at}/events`, hearing());
  expect(api.cases.started.slice(before)).toEqual([opened.case]);
});

test('a request of somebody else’s unit cannot be asked for', async () => {
  const { request } = await api.do('POST', `${at}/events`, hearing());
  expect((await api.get(`/v1/requests/${request}`)).status).toBe(200);
  expect((await api.get(`/v1/requests/${request}`, 'cw2')).status).toBe(404);
  expect((await api.get(`/v1/requests/${opened.case}.enothing`)).status).toBe(404);
});

test('a refused request says so when it is asked for', async () => {
  await api.fail('POST', `${at}/reopen`, { reason: 'x' }, { key: 'asked' });
  const entry = api.deps.ids.entry('cw1', 'asked');
  const state = await api.read(requestState, `/v1/requests/${opened.case}.${entry}`);
  expect(state).toMatchObject({ state: 'refused', unmet: [{ code: 'not-closed' }] });
});
