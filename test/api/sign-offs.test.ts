// Requests for a decision through the API: what I am asked and what I asked, and every way in which a decision comes too late or from
// the wrong person.
import { caseView } from '../../src/api/answers-case';
import { signOffs } from '../../src/api/answers-worklists';
import { DAY, startTestApi, type Api, type StaffId } from './support/api';

let api: Api;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

/** A family whose facilitator carries fifty already. */
async function asked() {
  const opened = await api.open({ staff: { caseworker: 'cw1' } });
  const at = `/v1/cases/${opened.case}`;
  await api.do('POST', `${at}/events`, { events: [{ type: 'StaffAssigned', staff: 'full1', role: 'facilitator' }] });
  const view = await api.read(caseView, at);
  const request = view.obligations.find((one) => one.duty === 'over-capacity')!.signOffRequest!;
  return { at, case: opened.case, request, path: `${at}/sign-offs/${request}` };
}
const mine = async (as: StaffId) => api.read(signOffs, '/v1/sign-offs', as);
const yes = { decision: 'approved', reason: 'Only until June.' };

test('what waits for me, and what I asked; decided, it is in neither list', async () => {
  const { case: caseId, request, path } = await asked();
  const toDecide = (await mine('fs1')).toDecide.find((one) => one.request === request);
  expect(toDecide).toMatchObject({
    case: caseId,
    says: expect.stringMatching(/takes a family above/),
    cites: ['WA-31'],
    askedBy: { staff: 'cw1', name: 'Staff cw1' },
    asked: { role: 'facilitator-supervisor', staff: 'fs1', name: 'Staff fs1' },
    mayDecide: ['fs1'],
  });
  expect((await mine('cw1')).askedByMe.map((one) => one.request)).toContain(request);
  expect((await mine('cw1')).toDecide).toEqual([]);
  expect((await mine('sup1')).toDecide.map((one) => one.request)).not.toContain(request);
  await api.do('POST', path, yes, { as: 'fs1' });
  expect((await mine('fs1')).toDecide.map((one) => one.request)).not.toContain(request);
  expect((await mine('cw1')).askedByMe.map((one) => one.request)).not.toContain(request);
});

test('not by who asked, not by another role: 403, each with who may', async () => {
  const { path, request, at } = await asked();
  const before = await api.store.obligations({ caseId: at.slice('/v1/cases/'.length) });
  for (const [as, code, who] of [
    ['cw1', 'not-for-role', /^Who may: supervisor/],
    ['fac1', 'not-for-role', /^Who may: supervisor/],
    ['sup1', 'not-approver', /^Let a facilitator supervisor of north decide/],
  ] as const) {
    const problem = await api.fail('POST', path, yes, { as });
    expect(problem).toMatchObject({ status: 403, type: '/problems/not-permitted', errors: [{ code, cites: [] }] });
    expect(problem.errors?.[0]?.mend).toMatch(who);
  }
  const asking = await api.do('POST', `${at}/sign-offs`, { of: 'exception', reason: 'No visit.' }, { as: 'sup1' });
  const own = await api.fail('POST', `${at}/sign-offs/${asking.events[0]!.id}`, yes, { as: 'sup1' });
  expect(own).toMatchObject({
    status: 403,
    errors: [{ code: 'own-request', says: 'Nobody decides what he or she asked for.' }],
  });
  const after = await api.store.obligations({ caseId: at.slice('/v1/cases/'.length) });
  expect(after.filter((one) => one.request !== asking.events[0]!.id)).toEqual(before);
  expect((await mine('fs1')).toDecide.map((one) => one.request)).toContain(request);
});

test('two supervisors at the same moment: the first counts, the second reads who decided what, and when', async () => {
  const { at } = await asked();
  await api.do('POST', `${at}/events`, { events: [{ type: 'ClosurePlanned', plannedFor: '2026-06-01' }] });
  const asking = await api.do('POST', `${at}/sign-offs`, { of: 'exception', reason: 'No visit in March.' });
  const path = `${at}/sign-offs/${asking.events[0]!.id}`;
  await api.store.saveAgency({
    ...(await api.store.agency())!,
    staff: [
      ...(await api.store.agency())!.staff.filter(({ id }) => id !== 'fs1'),
      { id: 'fs1', role: 'supervisor', unit: 'north', active: true, otherFamilies: 0 },
    ],
  });
  const [first, second] = await Promise.all([
    api.send('POST', path, { as: 'sup1', body: { decision: 'approved', reason: 'Fine.' } }),
    api.send('POST', path, { as: 'fs1', body: { decision: 'refused', reason: 'No.' } }),
  ]);
  const [won, lost] = first.status === 200 ? [first, second] : [second, first];
  expect([won.status, lost.status]).toEqual([200, 409]);
  const [who, what] = won === first ? ['sup1', 'approved'] : ['fs1', 'refused'];
  expect(lost.json).toMatchObject({
    type: '/problems/conflict',
    errors: [
      { code: 'decided', says: expect.stringMatching(new RegExp(`^${who} \\(supervisor\\) ${what} this at 2026-`)) },
    ],
  });
  const decisions = (await api.store.journal(at.slice('/v1/cases/'.length))).filter(
    ({ event }) => event.type === 'SignOffDecided' && event.request === asking.events[0]!.id,
  );
  expect(decisions.map(({ by }) => by)).toEqual([who]);
});

test('returned with what is missing it is the task of who asked; asked again it has an id of its own', async () => {
  const { at } = await asked();
  const first = await api.do('POST', `${at}/sign-offs`, { of: 'exception', reason: 'No visit in March.' });
  const path = `${at}/sign-offs/${first.events[0]!.id}`;
  const bare = await api.fail('POST', path, { decision: 'returned', reason: 'Too thin.' }, { as: 'sup1' });
  expect(bare).toMatchObject({ status: 422, errors: [{ pointer: '/missing', code: 'nothing-missing' }] });
  const back = await api.do(
    'POST',
    path,
    { decision: 'returned', reason: 'Too thin.', missing: ['When the next visit is.'] },
    { as: 'sup1' },
  );
  const owed = (await api.read(caseView, at)).obligations.find((one) => one.duty === 'supply-what-is-missing');
  expect(owed).toMatchObject({ status: 'due', owner: { staff: 'cw1' } });
  const again = await api.do('POST', `${at}/sign-offs`, {
    of: 'exception',
    about: back.events[0]!.id,
    reason: 'In May.',
  });
  const after = (await api.read(caseView, at)).obligations;
  expect(after.find((one) => one.duty === 'supply-what-is-missing')?.status).toBe('met');
  expect(after.find((one) => one.signOffRequest === again.events[0]!.id)?.status).toBe('due');
  // The words stand in the record, and never travelled.
  const journal = await api.store.journal(at.slice('/v1/cases/'.length));
  expect(JSON.stringify(journal)).toContain('When the next visit is.');
});

test('withdrawn when the closing date moves: a decision of the next day is refused with the reason', async () => {
  const { at } = await asked();
  const plan = await api.do('POST', `${at}/events`, { events: [{ type: 'ClosurePlanned', plannedFor: '2026-06-01' }] });
  const asking = await api.do('POST', `${at}/sign-offs`, { of: 'closing', about: plan.events[0]!.id, reason: 'Done.' });
  expect(asking.consequences.notices).toMatchObject({ requestSignOff: 1 });
  await api.do('POST', `${at}/events`, { events: [{ type: 'ClosurePlanned', plannedFor: '2026-07-01' }] });
  api.clock.now += DAY;
  const late = await api.fail('POST', `${at}/sign-offs/${asking.events[0]!.id}`, yes, { as: 'sup1' });
  expect(late).toMatchObject({
    status: 409,
    type: '/problems/conflict',
    errors: [
      {
        code: 'withdrawn',
        says: 'This waits for no decision any more: the day planned for it moved from 2026-06-01 to 2026-07-01.',
      },
    ],
  });
  expect((await mine('sup1')).toDecide.map((one) => one.request)).not.toContain(asking.events[0]!.id);
});

test('a deputy sees what waits while the supervisor is away, and decides it; back again it is the supervisor’s alone', async () => {
  const agency = (await api.store.agency())!;
  const { at } = await asked();
  const ask = async () =>
    (await api.do('POST', `${at}/sign-offs`, { of: 'exception', reason: 'No visit.' })).events[0]!.id;
  const away = (from: string, to: string) =>
    api.store.saveAgency({
      ...agency,
      staff: agency.staff.map((s) => (s.id === 'sup1' ? { ...s, absences: [{ from, to, deputy: 'cw2' }] } : s)),
    });
  await away('2026-03-01', '2026-03-31');
  const first = await ask();
  expect((await mine('cw2')).toDecide.map((one) => one.request)).toContain(first);
  await api.do('POST', `${at}/sign-offs/${first}`, yes, { as: 'cw2' });
  await away('2026-02-01', '2026-02-02');
  const second = await ask();
  expect((await mine('cw2')).toDecide.map((one) => one.request)).not.toContain(second);
  expect((await api.send('POST', `${at}/sign-offs/${second}`, { as: 'cw2', body: yes })).status).toBe(404);
  await api.do('POST', `${at}/sign-offs/${second}`, yes, { as: 'sup1' });
  await api.store.saveAgency(agency);
});
