// Everything that changes a case, through the API and back from the record.
import { caseView, explanation, history } from '../../src/api/answers-case';
import { startTestApi, type Api, type Recorded } from './support/api';

let api: Api;
let opened: Recorded;
let at: string;
let ids: Readonly<Record<string, string>>;

beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  opened = await api.open();
  at = `/v1/cases/${opened.case}`;
  ids = opened.ids;
});

const view = () => api.read(caseView, at);
const owed = async (duty: string) => (await view()).obligations.filter((one) => one.duty === duty);
const meeting = (over: object = {}): object => ({
  kinds: ['ppm'],
  children: [ids['child:1']],
  invitees: [ids['participant:1'], ids['participant:2']],
  startsAt: '2026-03-20T17:30',
  zone: 'America/Los_Angeles',
  ...over,
});

test('opening a case answers 201 with its address, the ids it made, and what is owed', async () => {
  const reply = await api.send('POST', '/v1/cases', { body: { ...openingBody } });
  expect(reply.status).toBe(201);
  expect(reply.headers.get('location')).toMatch(/^\/v1\/cases\/case-[0-9a-f]{32}$/);
  expect(opened.ids).toEqual({
    'child:1': expect.stringMatching(/^p-[0-9a-f]{24}$/),
    'participant:1': expect.stringMatching(/^p-[0-9a-f]{24}$/),
    'participant:2': expect.stringMatching(/^p-[0-9a-f]{24}$/),
  });
  expect(opened.changes).toContainEqual({
    key: expect.stringContaining(`wa-enhanced-ppm/ppm/child:${ids['child:1']}/`),
    says: 'Hold the permanency planning meeting.',
    was: null,
    now: { status: 'due', due: '2026-03-29' },
  });
});

const openingBody = { unit: 'north', children: [{ name: 'Finn', bornOn: '2020-02-02' }] };

test('names and addresses stand in the directory, and nowhere in the journal', async () => {
  const { children, participants } = await view();
  expect(children).toMatchObject([{ name: 'Ada Verne', bornOn: '2018-01-15' }]);
  expect(participants).toMatchObject([
    { name: 'Berta Verne', role: 'parent', email: 'berta@example.org' },
    { name: 'Cleo Park', role: 'caregiver', email: 'cleo@example.org' },
  ]);
  expect(JSON.stringify(await api.store.journal(opened.case))).not.toMatch(/Verne|Park|example\.org/);
});

test('a corrected hearing moves the due date, and both stay in the history', async () => {
  const line = (await api.store.journal(opened.case)).find(({ event }) => event.type === 'HearingHeld');
  const to = {
    type: 'HearingHeld',
    on: '2026-02-25',
    kind: 'dependency-fact-finding',
    outcome: 'dependency-found',
    children: [ids['child:1']],
  };
  const done = await api.do('POST', `${at}/events/${line?.id}/correction`, { to, reason: 'Misread the order.' });
  expect(done.changes.find((one) => one.key.includes('/ppm/'))).toMatchObject({
    was: { due: '2026-03-29' },
    now: { due: '2026-03-27' },
  });
  const { journal } = await api.read(history, `${at}/history`);
  expect(journal.find((one) => one.id === line?.id)?.stands).toBe(true);
  expect(journal.at(-1)).toMatchObject({ stands: true, by: 'cw1', event: { type: 'EventCorrected', event: line?.id } });
});

test('corrected again by the id of the correction: the last one stands, and the history says so', async () => {
  const line = (await api.store.journal(opened.case)).find(({ event }) => event.type === 'HearingHeld');
  const correct = async (event: string | undefined, on: string): Promise<string | undefined> => {
    const to = { ...line?.event, on };
    await api.do('POST', `${at}/events/${event}/correction`, { to, reason: 'Misread the order.' });
    return (await api.read(history, `${at}/history`)).journal.at(-1)?.id;
  };
  const once = await correct(line?.id, '2026-02-25');
  const twice = await correct(once, '2026-02-24');
  const { journal } = await api.read(history, `${at}/history`);
  expect([line?.id, once, twice].map((id) => journal.find((one) => one.id === id)?.stands)).toEqual([
    true,
    false,
    true,
  ]);
  expect(await owed('ppm')).toMatchObject([{ due: '2026-03-26' }]);
});

test('a correction that could not have been recorded is refused where it stands in the body; nothing is changed', async () => {
  const before = await api.store.journal(opened.case);
  const line = before.find(({ event }) => event.type === 'HearingHeld');
  const to = { type: 'HearingHeld', kind: 'dependency-fact-finding', on: '2030-01-01', children: [ids['child:1']] };
  const wrong = await api.fail('POST', `${at}/events/${line?.id}/correction`, { to, reason: 'Misread the order.' });
  expect(wrong).toMatchObject({ status: 422, errors: [{ pointer: '/to/on', code: 'in-the-future' }] });
  expect(await api.store.journal(opened.case)).toEqual(before);
});

test('a retracted event no longer counts, and is still shown', async () => {
  const line = (await api.store.journal(opened.case)).find(({ event }) => event.type === 'HearingHeld');
  await api.do('POST', `${at}/events/${line?.id}/retraction`, { reason: 'It was another family.' });
  expect(await owed('ppm')).toMatchObject([{ status: 'unknown', due: null }]);
  const { journal } = await api.read(history, `${at}/history`);
  expect(journal.find((one) => one.id === line?.id)).toMatchObject({ stands: false, event: { type: 'HearingHeld' } });
  const again = await api.fail('POST', `${at}/events/none/retraction`, { reason: 'x' });
  expect(again.status).toBe(404);
});

test('a meeting is scheduled, moved, cancelled and held, each with its messages', async () => {
  const scheduled = await api.do('POST', `${at}/meetings`, meeting());
  const id = scheduled.ids['meeting:1'];
  expect(scheduled.consequences.notices).toMatchObject({ invite: 2 });
  const moved = await api.do('POST', `${at}/meetings/${id}/reschedule`, {
    startsAt: '2026-03-21T10:00',
    zone: 'America/Los_Angeles',
  });
  expect(moved.consequences.notices['invite']).toBe(2);
  await api.do('POST', `${at}/meetings/${id}/cancel`, { reason: 'Flu.' });
  expect((await view()).meetings).toMatchObject([{ id, status: 'cancelled', startsAt: '2026-03-21T10:00' }]);
  const twice = await api.fail('POST', `${at}/meetings/${id}/cancel`, { reason: 'Flu.' });
  expect(twice).toMatchObject({ status: 409, type: '/problems/conflict', errors: [{ code: 'meeting-state' }] });

  const second = await api.do('POST', `${at}/meetings`, meeting({ startsAt: '2026-03-02T08:00', meeting: 'm-second' }));
  expect(second.ids['meeting:1']).toBe('m-second');
  const nobody = { attendance: [{ participant: ids['participant:1'], how: 'absent' }] };
  const refused = await api.fail('POST', `${at}/meetings/m-second/held`, nobody);
  expect(refused).toMatchObject({
    status: 422,
    type: '/problems/refused',
    errors: [{ pointer: '/attendance', code: 'family-took-part', cites: ['WA-18'] }],
  });
  await api.do('POST', `${at}/meetings/m-second/not-held`, { reason: 'Nobody came.' });
  const held = await api.do('POST', `${at}/meetings/m-second/held`, {
    attendance: [{ participant: ids['participant:1'], how: 'by-phone' }],
    familyTime: true,
    familyPlan: 'Ada stays with Cleo until June.',
  });
  expect(held.changes.find((one) => one.key.includes('/ppm/') && one.now?.status === 'met')).toBeDefined();
  expect((await owed('ppm')).map((one) => [one.status, one.due])).toContainEqual(['due', '2026-05-31']);
});

test('a time after the due date needs its reason, which is cited', async () => {
  const problem = await api.fail('POST', `${at}/meetings`, meeting({ startsAt: '2026-04-10T17:30' }));
  expect(problem.errors).toMatchObject([{ pointer: '/reason', cites: ['WA-24'], mend: expect.any(String) }]);
  await api.do('POST', `${at}/meetings`, meeting({ startsAt: '2026-04-10T17:30', reason: 'The mother is away.' }));
});

test('a facilitator above capacity is signed off by the supervisor, not by who asked, and once', async () => {
  const events = [
    { type: 'StaffUnassigned', staff: 'fac1', role: 'facilitator', reason: 'Moves away.' },
    { type: 'StaffAssigned', staff: 'full1', role: 'facilitator' },
  ];
  const assigned = await api.do('POST', `${at}/events`, { events }, { as: 'sup1' });
  expect(assigned.consequences.notices['requestSignOff']).toBe(1);
  const [wanted] = (await owed('over-capacity')).filter((one) => one.status === 'due');
  const path = `${at}/sign-offs/${wanted?.signOffRequest}`;
  const decision = { decision: 'approved', reason: 'Only until June.' };
  const own = await api.fail('POST', path, decision, { as: 'sup1' });
  expect(own).toMatchObject({ status: 403, type: '/problems/not-permitted', errors: [{ code: 'own-request' }] });
  const other = await api.fail('POST', path, decision, { as: 'fac1' });
  expect(other).toMatchObject({ status: 403, errors: [{ code: 'not-for-role' }] });
  await api.do('POST', path, decision, { as: 'fs1' });
  expect((await owed('over-capacity')).map((one) => one.status)).toContain('met');
  const twice = await api.fail('POST', path, decision, { as: 'fs1' });
  expect(twice).toMatchObject({ status: 409, errors: [{ code: 'decided' }] });
  expect((await api.fail('POST', `${at}/sign-offs/none`, decision, { as: 'sup1' })).status).toBe(404);
});

test('an obligation is waived in the name of who asks, with authority and reason', async () => {
  const [ppm] = await owed('ppm');
  const body = { obligation: ppm?.key, authority: 'Court order 12', reason: 'Both parents abroad.' };
  await api.do('POST', `${at}/obligations/waiver`, body, { as: 'sup1' });
  const waived = (await owed('ppm')).find((one) => one.status === 'waived');
  expect(waived?.waiver).toEqual({ by: 'sup1', authority: 'Court order 12', reason: 'Both parents abroad.' });
  const lacking = { obligation: ppm?.key, reason: 'x' };
  const without = await api.fail('POST', `${at}/obligations/waiver`, lacking, { as: 'sup1' });
  expect(without.errors).toMatchObject([{ pointer: '/authority' }]);
});

test('somebody added later is in the directory and in the case; a new address is recorded without being told', async () => {
  const added = await api.do('POST', `${at}/people`, { name: 'Dana Okoro', role: 'kin', email: 'dana@example.org' });
  const id = added.ids['participant:1'];
  await api.do('PATCH', `${at}/people/${id}`, { email: 'dana.okoro@example.org', doNotContact: true });
  expect((await view()).participants.find((one) => one.id === id)).toMatchObject({
    name: 'Dana Okoro',
    role: 'kin',
    email: 'dana.okoro@example.org',
    doNotContact: true,
  });
  const journal = await api.store.journal(opened.case);
  expect(journal.at(-1)?.event).toMatchObject({ type: 'ContactDetailsChanged', participant: id });
  expect(JSON.stringify(journal)).not.toContain('okoro');
  expect((await api.fail('PATCH', `${at}/people/p-none`, { email: null })).status).toBe(404);
});

test('an allegation opens what is owed at once', async () => {
  const done = await api.do('POST', `${at}/allegations`, { children: [ids['child:1']] });
  const opening = done.changes.filter((one) => one.was === null).map((one) => one.says);
  expect(opening).toEqual([
    'Report the new allegation to the hotline at once.',
    expect.stringMatching(/^Make the child safe at once/),
  ]);
  expect(done.consequences.notices).toMatchObject({ remind: 2 });
});

test('a closed case is closed once, and reopened with a reason', async () => {
  expect((await api.fail('POST', `${at}/reopen`, { reason: 'x' })).status).toBe(409);
  await api.do('POST', `${at}/closure`, { reason: 'reunified' });
  expect(await api.fail('POST', `${at}/closure`, { reason: 'reunified' })).toMatchObject({
    status: 409,
    errors: [{ code: 'closed' }],
  });
  await api.do('POST', `${at}/reopen`, { reason: 'Closed by mistake.' });
  expect((await view()).closedOn).toBeNull();
});

test('a late entry answers with what it changes, and sends nothing about the past unless told to', async () => {
  const old = (name: string, tellPast: boolean) =>
    api.open({
      openedOn: '2025-12-01',
      children: [{ name, bornOn: '2018-01-15' }],
      staff: { caseworker: 'cw1', facilitator: 'fac1' },
      events: [
        {
          type: 'HearingHeld',
          on: '2025-12-20',
          kind: 'dependency-fact-finding',
          outcome: 'dependency-found',
          children: ['child:1'],
        },
      ],
      tellPast,
    });
  const silent = await old('Quiet', false);
  expect(silent.changes.find((one) => one.key.includes('/ppm/'))?.now).toEqual({
    status: 'overdue',
    due: '2026-01-19',
  });
  expect(silent.consequences.notices).toEqual({});
  const told = await old('Told', true);
  expect(told.consequences.notices['remind']).toBeGreaterThan(0);
  expect(told.consequences.notices['escalate']).toBeGreaterThan(0);
});

test('why this date: event, rule, arithmetic, reading and source', async () => {
  const [ppm] = await owed('ppm');
  const why = await api.read(explanation, ppm?.explanation ?? '');
  expect(why).toMatchObject({ key: ppm?.key, due: '2026-03-29', status: 'due' });
  expect(why.lines.join('\n')).toMatch(/30 calendar days after 2026-02-27 is 2026-03-29/);
  expect(why.lines.at(-1)).toMatch(/^WA-09, Enhanced Permanency Planning Meetings .*Description/);
  expect((await api.get(`${at}/obligations/explanation?key=no/such/key`)).status).toBe(404);
});
