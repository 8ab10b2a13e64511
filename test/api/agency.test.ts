// Staff, settings and holidays through the API: each change is audited, and the cases that it concerns think again.
import { agencyChanges, settingChanged, staffChanged, staffList, staffMember } from '../../src/api/answers-agency';
import { settingsList } from '../../src/api/answers';
import { caseView } from '../../src/api/answers-case';
import { createReconsidering } from '../../src/api/reconsidering';
import { startTestApi, type Api, type SendOptions } from './support/api';

let api: Api;
beforeEach(async () => {
  api = await startTestApi();
});
afterEach(() => api.close());

const admin = { as: 'ad1' } as const;
const cw4 = { name: 'Nadia Holm', email: 'nadia@agency.example.org', role: 'caseworker', unit: 'north' };
const put = (path: string, body: object, options: SendOptions = admin) => api.send('PUT', path, { ...options, body });
const changes = async (what = '') =>
  (await api.read(agencyChanges, `/v1/agency/changes${what && `?what=${what}`}`, 'ad1')).changes;
const asked = async (): Promise<string[]> => {
  api.cases.reconsidered.length = 0;
  await createReconsidering(api.deps).look();
  return [...api.cases.reconsidered].toSorted();
};

test('a new member of staff is in the directory, can be assigned, and signs in by the subject', async () => {
  const done = staffChanged.parse((await put('/v1/staff/cw4', { ...cw4, subject: 'sub-of-nadia' })).json);
  expect(done.staff).toMatchObject({ id: 'cw4', name: 'Nadia Holm', role: 'caseworker', active: true, signsIn: true });
  const { staff } = await api.read(staffList, '/v1/staff');
  expect(staff.find((one) => one.id === 'cw4')).toEqual(done.staff);
  expect(JSON.stringify(staff)).not.toContain('sub-of-nadia');
  const opened = await api.open({ staff: { caseworker: 'cw4', facilitator: 'fac1' } });
  const view = await api.read(caseView, `/v1/cases/${opened.case}`);
  expect(view.staff.find((one) => one.id === 'cw4')?.name).toBe('Nadia Holm');
});

test('a unit called mine is refused by its field: in addresses that is the unit of who asks', async () => {
  const answer = await api.fail('PUT', '/v1/staff/cw4', { ...cw4, unit: 'mine' }, admin);
  expect(answer).toMatchObject({ status: 422, errors: [{ pointer: '/unit' }] });
});

test('a change says who made it, when, from what to what, and why; whoever may not see it is refused', async () => {
  await put('/v1/staff/cw4', cw4);
  await put('/v1/staff/cw4', { ...cw4, email: 'nadia.holm@agency.example.org', reason: 'Married.' });
  const [second, first] = await changes('staff:cw4');
  expect(first).toMatchObject({
    by: 'ad1',
    before: null,
    after: { email: 'nadia@agency.example.org', role: 'caseworker' },
  });
  expect(second).toMatchObject({
    by: 'ad1',
    reason: 'Married.',
    before: { email: 'nadia@agency.example.org' },
    after: { email: 'nadia.holm@agency.example.org' },
  });
  expect(Date.parse(second?.at ?? '')).toBeGreaterThan(Date.parse(first?.at ?? ''));
  expect((await api.get('/v1/agency/changes', 'sup1')).status).toBe(403);
  expect((await put('/v1/staff/cw4', cw4, { as: 'pm1' })).status).toBe(403);
});

test('sent again under its key a change is made once, and answered alike; another body under it is refused', async () => {
  const one = await put('/v1/staff/cw4', cw4, { ...admin, key: 'k' });
  const two = await put('/v1/staff/cw4', cw4, { ...admin, key: 'k' });
  expect(two.text).toBe(one.text);
  expect(await changes()).toHaveLength(1);
  expect((await put('/v1/staff/cw4', { ...cw4, unit: 'south' }, { ...admin, key: 'k' })).status).toBe(422);
  expect(staffMember.parse((await api.get('/v1/staff/cw4')).json).unit).toBe('north');
});

test('who leaves is nobody from then on; what he or she owed falls to the supervisor, and the cases are asked to think again', async () => {
  const [north, south] = [
    await api.open(),
    await api.open({ unit: 'south', staff: { caseworker: 'cw2' } }, { as: 'cw2' }),
  ];
  const left = staffChanged.parse((await put('/v1/staff/cw1', { ...cw4, active: false })).json);
  expect(left.concerned).toBe(1);
  expect((await api.get('/v1/worklists/mine', 'cw1')).status).toBe(401);
  expect(await asked()).toEqual([north.case]);
  expect(await asked()).toEqual([]);
  const view = await api.read(caseView, `/v1/cases/${north.case}`, 'sup1');
  expect(view.obligations.filter((one) => one.owner.staff === 'cw1')).toEqual([]);
  expect(south.case).not.toBe(north.case);
});

test('an absence with its deputy is entered, and the deputy works on the case meanwhile', async () => {
  const opened = await api.open();
  const contact = { type: 'ContactMade', kind: 'preliminary', participants: [opened.ids['participant:1']] };
  const work = () => api.send('POST', `/v1/cases/${opened.case}/events`, { as: 'cw3', body: { events: [contact] } });
  expect((await work()).status).toBe(403);
  const absences = [{ from: '2026-03-02', to: '2026-03-06', deputy: 'cw3' }];
  const done = staffChanged.parse((await put('/v1/staff/cw1', { ...cw4, absences, languages: ['es'] })).json);
  expect(done.staff).toMatchObject({ absences, languages: ['es'] });
  expect((await work()).status).toBe(200);
});

test('a new address alone makes no case think: it is looked up when something is sent', async () => {
  await api.open();
  const same = { role: 'caseworker', unit: 'north', name: 'Staff cw1', email: 'new@agency.example.org' };
  expect(staffChanged.parse((await put('/v1/staff/cw1', same)).json).concerned).toBe(0);
  expect(await asked()).toEqual([]);
});

test('while Temporal is away the cases stay noted, and are asked when it is back', async () => {
  const opened = await api.open();
  await put('/v1/holidays/2026', { days: ['2026-07-03'] });
  const broken = jest.spyOn(api.cases, 'reconsider').mockRejectedValue(new Error('away'));
  expect(await asked()).toEqual([]);
  broken.mockRestore();
  expect(await asked()).toEqual([opened.case]);
});

test('the last administrator cannot be taken away, a subject belongs to one person, an id is no word of the system', async () => {
  const last = await api.fail('PUT', '/v1/staff/ad1', { ...cw4, role: 'administrator', active: false }, admin);
  expect(last).toMatchObject({ status: 409, errors: [{ code: 'last-administrator' }] });
  await put('/v1/staff/cw4', { ...cw4, subject: 's' });
  const twice = await api.fail('PUT', '/v1/staff/cw5', { ...cw4, subject: 's' }, admin);
  expect(twice).toMatchObject({ status: 409, errors: [{ pointer: '/subject', code: 'subject-taken' }] });
  for (const id of ['system', 'p-abc', 'UPPER', 'x']) expect((await put(`/v1/staff/${id}`, cw4)).status).toBe(422);
  expect((await changes()).map((one) => one.what)).toEqual(['staff:cw4']);
});

test('a setting holds from its day on: what began before keeps what held then', async () => {
  const opened = await api.open({ programs: ['wa-enhanced-ppm'] });
  await api.open({ programs: ['la-p3'], events: [] });
  const body = { value: { unit: 'days', n: 3 }, from: '2026-03-10', reason: 'Board decision.' };
  expect(settingChanged.parse((await put('/v1/settings/facilitatorWithin', body)).json)).toMatchObject({
    concerned: 1,
  });
  expect(await asked()).toEqual([opened.case]);
  const now = async () =>
    (await api.read(settingsList, '/v1/settings')).settings.find((one) => one.name === 'facilitatorWithin');
  expect((await now())?.value).toEqual({ unit: 'days', n: 7 });
  api.clock.now += 9 * 86_400_000;
  expect((await now())?.value).toEqual({ unit: 'days', n: 3 });
  const [change] = await changes('setting:facilitatorWithin');
  expect(change).toMatchObject({
    by: 'ad1',
    before: null,
    after: { versions: [{ from: '2026-03-10', value: body.value }] },
  });
});

test.each([
  ['facilitatorWithin', 7, 'period'],
  ['reminders', '30, 14', 'list of numbers'],
  ['morning', 'eight', 'time of the day'],
  ['graceDays', { unit: 'days', n: 30 }, 'number'],
])('the setting %s does not take %j: it is a %s', async (name, value, kind) => {
  const problem = await api.fail('PUT', `/v1/settings/${name}`, { value }, admin);
  expect(problem).toMatchObject({ status: 422, errors: [{ pointer: '/value', code: 'other-kind' }] });
  expect(problem.errors?.[0]?.says).toContain(kind);
  expect(await changes()).toEqual([]);
});

test('a setting that is not there is not found', async () => {
  expect((await put('/v1/settings/nothing', { value: 1 })).status).toBe(404);
});

test('holidays are kept by year; every case thinks again', async () => {
  const opened = await api.open();
  await put('/v1/holidays/2026', { days: ['2026-12-25', '2026-07-03', '2026-07-03'] });
  await put('/v1/holidays/2027', { days: ['2027-01-01'] });
  expect((await api.store.agency())?.holidays).toEqual(['2026-07-03', '2026-12-25', '2027-01-01']);
  await put('/v1/holidays/2026', { days: ['2026-12-24'] });
  expect((await api.store.agency())?.holidays).toEqual(['2026-12-24', '2027-01-01']);
  expect(await asked()).toEqual([opened.case]);
  expect((await put('/v1/holidays/2026', { days: ['2027-01-01'] })).status).toBe(422);
});

test('changes that come at once are made one after the other: none is lost, and none can be undone in the record', async () => {
  const ids = Array.from({ length: 8 }, (_, i) => `new-${i + 1}`);
  const replies = await Promise.all(ids.map((id) => put(`/v1/staff/${id}`, cw4)));
  expect(replies.map((one) => one.status)).toEqual(ids.map(() => 200));
  const { staff } = await api.read(staffList, '/v1/staff');
  expect(staff.map((one) => one.id)).toEqual(expect.arrayContaining(ids));
  expect(await changes()).toHaveLength(8);
});

test('a setting that the agency had before, and changes: the old value holds until the day, and cases go on being planned', async () => {
  const agency = (await api.store.agency())!;
  const days = (n: number) => ({ unit: 'days', n }) as const;
  await api.store.saveAgency({ ...agency, settings: { ...agency.settings, facilitatorWithin: days(5) } });
  const opened = await api.open({ programs: ['wa-enhanced-ppm'] });
  const body = { value: days(3), from: '2026-03-10', reason: 'Board decision.' };
  expect((await put('/v1/settings/facilitatorWithin', body)).status).toBe(200);
  const value = async () =>
    (await api.read(settingsList, '/v1/settings')).settings.find((one) => one.name === 'facilitatorWithin')?.value;
  expect(await value()).toEqual(days(5));
  const planned = async () => {
    await api.do('POST', `/v1/cases/${opened.case}/events`, {
      events: [{ type: 'ConcernRaised', concern: `c-${api.clock.now}`, text: 'x' }],
    });
    const { stuck, obligations } = await api.read(caseView, `/v1/cases/${opened.case}`);
    return { stuck, owed: obligations.some((one) => one.duty === 'assign-facilitator') };
  };
  expect(await planned()).toEqual({ stuck: null, owed: true });
  api.clock.now += 9 * 86_400_000;
  expect(await value()).toEqual(days(3));
  expect(await planned()).toEqual({ stuck: null, owed: true });
});
