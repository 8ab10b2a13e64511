// What a person may do follows from role and assignment: one table, held here against a list that was written by hand.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { caseView } from '../../src/api/answers-case';
import { worklist } from '../../src/api/answers-worklists';
import { rolesPage } from '../../src/api/roles-page';
import { routes, type Route } from '../../src/api/routes';
import { DAY, startTestApi, type Api, type Recorded, type StaffId } from './support/api';

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

const reading = [
  'readCase',
  'readHistory',
  'readDeliveries',
  'readPersonDeliveries',
  'readLetter',
  'explainObligation',
  'askWhatIf',
  'readSignatures',
  'closureChecklist',
];
const recording = ['recordEvents', 'correctEvent', 'retractEvent'];
const meetings = [
  'scheduleMeeting',
  'rescheduleMeeting',
  'cancelMeeting',
  'recordMeetingHeld',
  'recordMeetingNotHeld',
  'tellCode',
  'splitMeeting',
  'proposeTimes',
  'tellTimesCode',
];
/** Of no case: each meeting is asked about by itself. */
const many = ['previewMoves', 'moveMeetings'];
const people = ['addPerson', 'changePerson', 'changeAddress'];
const closing = ['closeCase', 'reopenCase'];
const deciding = ['decideSignOff', 'waiveObligation', 'assignFamily', 'handOver'];
const everybody = ['readSettings', 'readRegister', 'readRequest', 'readUnitRequest', 'readStaff', 'readStaffMember'];
const documents = ['signDocument', 'refuseSignature'];
const unit = ['myWorklist', 'unitWorklist', 'overdueWorklist', 'lettersWorklist', 'readCaseload'];
const watching = ['readIntegrity', 'checkIntegrity', 'mendCase'];
const administering = ['putStaffMember', 'putSetting', 'putHolidays', 'readChanges'];
const work = [
  ...reading,
  ...recording,
  ...meetings,
  ...many,
  'postLetter',
  ...people,
  ...documents,
  'reportAllegation',
  'requestSignOff',
  'listSignOffs',
  ...everybody,
  ...unit,
];

/** Each in a case of the unit north, in which cw1 and fac1 are assigned, and p3w1 of another unit as a secondary worker. */
const may: Readonly<Record<string, readonly string[]>> = {
  cw1: [...work, ...closing, 'openCase', 'assignFamily'],
  fac1: work,
  p3w1: work,
  fs1: [...work, ...deciding],
  sup1: [...work, ...deciding, ...closing, 'openCase'],
  pm1: [...work, ...deciding, ...closing, 'openCase', 'readChanges'],
  cw3: [
    ...reading,
    ...many,
    'reportAllegation',
    ...recording,
    ...everybody,
    ...unit,
    'listSignOffs',
    'openCase',
    'assignFamily',
  ],
  rc1: [...reading, ...recording, ...documents, ...everybody, 'myWorklist', 'listSignOffs'],
  in1: ['openCase', ...recording, 'reportAllegation', ...everybody, 'myWorklist', 'listSignOffs'],
  op1: [...everybody, ...watching],
  ad1: [...everybody, 'myWorklist', 'listSignOffs', ...administering],
};

const asked = routes.filter(({ operation }) => !operation.open);
const address = ({ path }: Route, caseId: string): string =>
  path
    .replace(':case', caseId)
    .replace(':request', `${caseId}.none`)
    .replaceAll(/:[a-z]+/g, 'x');

test.each(Object.keys(may) as StaffId[])('%s may do what the list says, and nothing else', async (who) => {
  const secondary = { type: 'StaffAssigned', staff: 'p3w1', role: 'p3-worker', kind: 'secondary' };
  await api.do('POST', `${at}/events`, { events: [secondary] });
  for (const route of asked) {
    const { id } = route.operation;
    // Without a body, so that nothing is done: the right is asked for first.
    const reply = await api.send(route.method.toUpperCase(), address(route, opened.case), { as: who });
    expect([id, reply.status === 403 ? 'refused' : 'taken']).toEqual([
      id,
      may[who]?.includes(id) ? 'taken' : 'refused',
    ]);
    expect([id, reply.status < 500]).toEqual([id, true]);
  }
  expect((await api.store.journal(opened.case)).at(-1)?.event.type).toBe('StaffAssigned');
});

test('every operation is in the list, and every operation that needs a token names a right', () => {
  const listed = new Set(Object.values(may).flat());
  expect(asked.map((one) => one.operation.id).filter((id) => !listed.has(id))).toEqual([]);
  expect([...listed].filter((id) => !asked.some((one) => one.operation.id === id))).toEqual([]);
  for (const { operation } of asked) expect([operation.id, operation.open ? '' : operation.needs]).not.toContain('');
});

test('a refusal names the operation, the role, and who may', async () => {
  const closed = await api.fail('POST', `${at}/closure`, { reason: 'reunified' }, { as: 'rc1' });
  expect(closed).toMatchObject({
    status: 403,
    type: '/problems/not-permitted',
    detail: '`closeCase` was not done.',
    errors: [{ code: 'not-for-role', says: 'The role records clerk may not close a case, and reopen it.' }],
  });
  expect(closed.errors?.[0]?.mend).toMatch(/^Who may: case worker \(.*\); supervisor \(.*\); program manager/);
  const note = { type: 'ContactMade', kind: 'preliminary', participants: [opened.ids['participant:1']] };
  const recorded = await api.fail('POST', `${at}/events`, { events: [document('a'), note] }, { as: 'rc1' });
  expect(recorded).toMatchObject({
    status: 403,
    detail: 'Nothing was recorded.',
    errors: [{ pointer: '/events/1', code: 'not-for-role' }],
  });
  expect((await api.store.journal(opened.case)).some(({ event }) => event.type === 'DocumentCompleted')).toBe(false);
});

test('who sees no case learns nothing about any: the refusal is the same where there is none', async () => {
  const none = '/v1/cases/case-00000000000000000000000000000000';
  for (const who of ['op1', 'ad1', 'in1'] as const) {
    const [here, there] = [await api.get(at, who), await api.get(none, who)];
    const same = (text: string, id: string | null): string => text.replace(id ?? '', '(id)');
    expect(here.status).toBe(403);
    expect(same(here.text, here.headers.get('x-request-id'))).toBe(same(there.text, there.headers.get('x-request-id')));
  }
});

const document = (id: string) => ({ type: 'DocumentCompleted', document: id, kind: 'court-report' });

test('a records clerk records documents, corrects and retracts them, and decides nothing', async () => {
  const clerk = { as: 'rc1' } as const;
  const p3 = await api.open({ programs: ['la-p3'], events: [] });
  const there = `/v1/cases/${p3.case}`;
  const done = await api.do('POST', `${there}/events`, { events: [document('d1')] }, clerk);
  const first = done.events[0]?.id;
  const to = { ...document('d1'), datedOn: '2026-02-25' };
  await api.do('POST', `${there}/events/${first}/correction`, { to, reason: 'The date.' }, clerk);
  await api.do('POST', `${there}/events/${first}/retraction`, { reason: 'Another family.' }, clerk);
  const added = (await api.store.journal(p3.case)).find(({ event }) => event.type === 'ChildAdded');
  const other = await api.fail('POST', `${there}/events/${added?.id}/retraction`, { reason: 'x' }, clerk);
  expect(other).toMatchObject({ status: 403, errors: [{ code: 'not-for-role' }] });
  for (const event of [
    { type: 'GoalSet', children: [p3.ids['child:1']], goal: 'adoption' },
    { type: 'SignOffDecided', request: 'x', decision: 'approved', reason: 'x' },
    { type: 'ObligationWaived', obligation: 'a/b/c', waivedBy: 'sup1', authority: 'x', reason: 'x' },
    { type: 'CaseClosed', reason: 'x' },
    { type: 'StaffAssigned', staff: 'rc1', role: 'caseworker' },
  ])
    expect((await api.fail('POST', `${there}/events`, { events: [event] }, clerk)).status).toBe(403);
});

test('intake opens a case in any unit, with what is known, and reports allegations; it reads what became of its own requests', async () => {
  const intake = { as: 'in1' } as const;
  const fresh = await api.open({}, intake);
  await api.do('POST', `/v1/cases/${fresh.case}/allegations`, {}, intake);
  expect((await api.get(`/v1/requests/${fresh.request}`, 'in1')).status).toBe(200);
  expect((await api.get(`/v1/requests/${opened.request}`, 'in1')).status).toBe(404);
  const more = await api.fail(
    'POST',
    '/v1/cases',
    {
      unit: 'north',
      children: [{ name: 'Nino', bornOn: '2019-01-01' }],
      events: [{ type: 'GoalSet', children: ['child:1'], goal: 'adoption' }],
    },
    intake,
  );
  expect(more).toMatchObject({ status: 403, errors: [{ pointer: '/events/0', code: 'not-for-role' }] });
});

const contact = () => ({ type: 'ContactMade', kind: 'preliminary', participants: [opened.ids['participant:1']] });
const worked = async (who: StaffId, event: object = contact()): Promise<number> =>
  (await api.send('POST', `${at}/events`, { as: who, body: { events: [event] } })).status;

test('a case worker works on the cases to which he or she is assigned, and on those of the unit that nobody has', async () => {
  expect(await worked('cw1')).toBe(200);
  expect(await api.fail('POST', `${at}/events`, { events: [contact()] }, { as: 'cw3' })).toMatchObject({
    status: 403,
    errors: [{ code: 'not-assigned', mend: expect.stringContaining('where assigned in this role') as unknown }],
  });
  await api.do('POST', `${at}/events`, { events: [{ type: 'StaffUnassigned', staff: 'cw1', role: 'caseworker' }] });
  expect(await worked('cw3')).toBe(200);
  expect(await worked('cw2')).toBe(404);
});

test('a secondary assignment gives the work of its role, and neither closes the case nor assigns staff', async () => {
  const assign = (kind: string) => ({ type: 'StaffAssigned', staff: 'cw2', role: 'caseworker', kind });
  await api.do('POST', `${at}/events`, { events: [assign('secondary')] });
  expect(await worked('cw2')).toBe(200);
  const { staff } = await api.read(caseView, at);
  expect(staff.map((one) => [one.id, one.kind, one.from, one.until])).toContainEqual([
    'cw2',
    'secondary',
    '2026-03-02',
    null,
  ]);
  expect(await worked('cw2', { type: 'StaffAssigned', staff: 'cw3', role: 'caseworker' })).toBe(403);
  expect((await api.fail('POST', `${at}/closure`, { reason: 'reunified' }, { as: 'cw2' })).status).toBe(403);
  await api.do('POST', `${at}/events`, { events: [assign('primary')] });
  expect(await worked('cw2', { type: 'StaffAssigned', staff: 'cw3', role: 'caseworker' })).toBe(200);
});

test('an assignment that has ended gives reading for ninety days, no more, and then nothing', async () => {
  const assigned = { type: 'StaffAssigned', staff: 'p3w1', role: 'p3-worker', kind: 'secondary' };
  const ended = { type: 'StaffUnassigned', staff: 'p3w1', role: 'p3-worker' };
  expect((await api.get(at, 'p3w1')).status).toBe(404);
  await api.do('POST', `${at}/events`, { events: [assigned] });
  expect(await worked('p3w1')).toBe(200);
  await api.do('POST', `${at}/events`, { events: [ended] });
  expect((await api.get(at, 'p3w1')).status).toBe(200);
  expect(await worked('p3w1')).toBe(403);
  const now = api.clock.now;
  api.clock.now = now + 90 * DAY;
  expect((await api.get(at, 'p3w1')).status).toBe(404);
  api.clock.now = now;
});

test('an administrator sees no case unless assigned to it, and then works in the role of the assignment', async () => {
  expect(await worked('ad1')).toBe(403);
  await api.do('POST', `${at}/events`, {
    events: [{ type: 'StaffAssigned', staff: 'ad1', role: 'caseworker', kind: 'secondary' }],
  });
  expect((await api.read(caseView, at, 'ad1')).case).toBe(opened.case);
  expect(await worked('ad1')).toBe(200);
});

test('who acts for somebody who is away may do what that person may, as long as it lasts', async () => {
  const agency = (await api.store.agency())!;
  const away = (id: string, deputy: string) => ({
    ...agency,
    staff: agency.staff.map((one) =>
      one.id === id ? { ...one, absences: [{ from: '2026-03-02', to: '2026-03-06', deputy }] } : one,
    ),
  });
  expect(await worked('cw3')).toBe(403);
  await api.store.saveAgency(away('cw1', 'cw3'));
  expect(await worked('cw3')).toBe(200);
  await api.store.saveAgency(away('sup1', 'cw2'));
  const path = `${at}/sign-offs/none`;
  const decision = { decision: 'approved', reason: 'x' };
  // There is nothing of that name to decide: the right is there.
  expect((await api.fail('POST', path, decision, { as: 'cw2' })).detail).toContain('Nothing with the id none');
  const now = api.clock.now;
  api.clock.now = now + 5 * DAY;
  expect((await api.fail('POST', path, decision, { as: 'cw2' })).detail).toContain('Check the address');
  api.clock.now = now;
  await api.store.saveAgency(agency);
});

test('nobody becomes a supervisor by being put down as one', async () => {
  await api.do('POST', `${at}/events`, { events: [{ type: 'StaffAssigned', staff: 'cw2', role: 'supervisor' }] });
  expect((await api.get(at, 'cw2')).status).toBe(200);
  const path = `${at}/sign-offs/any`;
  const decided = await api.fail('POST', path, { decision: 'approved', reason: 'x' }, { as: 'cw2' });
  expect(decided).toMatchObject({ status: 403, errors: [{ code: 'not-for-role' }] });
});

test('the P3 supervisor sees the cases of the P3 program in every unit, and no others', async () => {
  expect((await api.get(at, 'p3s1')).status).toBe(404);
  const p3 = await api.open({ programs: ['la-p3'], events: [] });
  expect((await api.get(`/v1/cases/${p3.case}`, 'p3s1')).status).toBe(200);
});

test('who is assigned to a case of another unit finds what he or she owes there', async () => {
  await api.do('POST', `${at}/events`, {
    events: [
      { type: 'StaffUnassigned', staff: 'cw1', role: 'caseworker' },
      { type: 'StaffAssigned', staff: 'cw2', role: 'caseworker' },
    ],
  });
  await api.do('POST', `${at}/allegations`, {}, { as: 'cw2' });
  const { items } = await api.read(worklist, '/v1/worklists/mine', 'cw2');
  expect(items.filter((one) => one.case === opened.case).map((one) => one.cites)).toContainEqual(['WI-50']);
});

test('docs/roles.md is what `npm run roles` writes', () => {
  expect(readFileSync(join(__dirname, '../../docs/roles.md'), 'utf8')).toBe(rolesPage());
});
