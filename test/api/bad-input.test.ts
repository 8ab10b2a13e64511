// Input that is read and cannot be so: each problem names the field and the reason, and nothing changes.
import { history } from '../../src/api/answers-case';
import { aHearing, badEvents } from './support/bad-events';
import { family, startTestApi, START, DAY, type Api, type ProblemBody, type Recorded } from './support/api';

let api: Api;
let opened: Recorded;
let child: string;
let parent: string;
let events: string;

beforeAll(async () => {
  api = await startTestApi();
  opened = await api.open();
  child = opened.ids['child:1'] ?? '';
  parent = opened.ids['participant:1'] ?? '';
  events = `/v1/cases/${opened.case}/events`;
});
afterAll(() => api.close());

const lines = async (caseId = opened.case): Promise<number> => (await api.store.journal(caseId)).length;

/** The problem, after it is sure that the journal is as long as before. */
async function refused(path: string, body: object): Promise<ProblemBody> {
  const before = await lines();
  // By somebody who has the right to all of it.
  const problem = await api.fail('POST', path, body, { as: 'sup1' });
  expect(await lines()).toBe(before);
  return problem;
}

const hearing = (): object => aHearing(child);
const meeting = (over: object = {}): object => ({
  kinds: ['ppm'],
  invitees: [parent],
  startsAt: '2026-03-20T17:30',
  zone: 'America/Los_Angeles',
  ...over,
});

test.each(badEvents)('$what: $status at $pointer', async ({ event, status, pointer, says }) => {
  const problem = await refused(events, { events: [event(child)] });
  expect(problem.status).toBe(status);
  expect(problem.errors).toHaveLength(1);
  expect(problem.errors?.[0]?.pointer).toBe(pointer);
  expect(problem.errors?.[0]?.says).toMatch(says);
});

test('of several events the one at fault is named, and none is recorded', async () => {
  const problem = await refused(events, { events: [hearing(), { type: 'ClosurePlanned', plannedFor: '2096-01-01' }] });
  expect(problem.errors).toMatchObject([{ pointer: '/events/1/plannedFor', code: 'too-far' }]);
});

test('a zone that does not exist: 422 at /zone', async () => {
  const problem = await refused(`/v1/cases/${opened.case}/meetings`, meeting({ zone: 'America/Los_Angelos' }));
  expect(problem).toMatchObject({ status: 422, errors: [{ pointer: '/zone', code: 'unknown-zone' }] });
});

test('a meeting without a zone: 422 at /zone', async () => {
  const { zone: _zone, ...rest } = meeting() as { zone: string };
  const problem = await refused(`/v1/cases/${opened.case}/meetings`, rest);
  expect(problem).toMatchObject({
    status: 422,
    errors: [{ pointer: '/zone', says: expect.stringContaining('missing') }],
  });
});

test('a civil time that clocks skip, or show twice: 422 with what to do', async () => {
  const path = `/v1/cases/${opened.case}/meetings`;
  const skipped = await refused(path, meeting({ startsAt: '2026-03-08T02:30' }));
  expect(skipped.errors).toMatchObject([{ pointer: '/startsAt', code: 'ambiguous-local-time' }]);
  expect(skipped.errors?.[0]?.mend).toMatch(/an hour earlier or later/);
  const twice = await refused(path, meeting({ startsAt: '2026-11-01T01:30' }));
  expect(twice.errors?.find((one) => one.code === 'ambiguous-local-time')).toMatchObject({ pointer: '/startsAt' });
});

test('a meeting that is not there is 404, and its refusal is in the history', async () => {
  const problem = await refused(`/v1/cases/${opened.case}/meetings/m-none/cancel`, { reason: 'Flu' });
  expect(problem).toMatchObject({ status: 404, type: '/problems/not-found' });
  const { refused: kept } = await api.read(history, `/v1/cases/${opened.case}/history`);
  expect(kept.at(-1)?.unmet).toMatchObject([{ code: 'unknown-meeting' }]);
});

test('an address of two, or with a second header in it, is no e-mail address', async () => {
  for (const email of ['a@example.org, b@example.org', 'Ann <a@example.org>', 'a@example.org\r\nBcc: b@example.org']) {
    const problem = await refused(`/v1/cases/${opened.case}/people`, { name: 'Ann', role: 'kin', email });
    expect(problem).toMatchObject({ status: 422, errors: [{ pointer: '/email' }] });
  }
});

test('a name is one line', async () => {
  const problem = await refused(`/v1/cases/${opened.case}/people`, { name: 'Ann\nBcc: x', role: 'kin' });
  expect(problem).toMatchObject({ status: 422, errors: [{ pointer: '/name' }] });
});

test.each([
  ['a unit that nobody works in', { unit: 'nowhere' }, 422, '/unit'],
  ['a program that is not there', { programs: ['wa-enhanced-pmm'] }, 422, '/programs/0'],
  ['no child', { children: [] }, 422, '/children'],
  ['a child born tomorrow', { children: [{ name: 'A', bornOn: '2026-03-04' }], events: [] }, 422, '/children/0/bornOn'],
  ['staff that the agency does not have', { staff: { facilitator: 'fac9' } }, 422, '/staff/facilitator'],
  [
    'an event for a second child',
    { events: [{ type: 'EnteredCare', children: ['child:2'] }] },
    422,
    '/events/0/children',
  ],
])('an opening with %s is refused, and leaves no case', async (_what, over, status, pointer) => {
  const before = await api.store.cases({});
  const problem = await api.fail('POST', '/v1/cases', family(over));
  expect(problem.status).toBe(status);
  expect(problem.errors?.map((one) => one.pointer)).toContain(pointer);
  expect(await api.store.cases({})).toEqual(before);
  expect(await api.store.unanswered(api.clock.now + 1)).toEqual([]);
});

test('an opening in the unit of others is not permitted', async () => {
  const problem = await api.fail('POST', '/v1/cases', family(), { as: 'cw2' });
  expect(problem).toMatchObject({ status: 403, errors: [{ pointer: '/unit', code: 'other-unit' }] });
});

describe('a finished case', () => {
  let finished: Recorded;
  beforeAll(async () => {
    finished = await api.open({ programs: [], events: [] });
    await api.do('POST', `/v1/cases/${finished.case}/closure`, { reason: 'reunified' });
    api.clock.now = START + 40 * DAY;
    await api.cases.wake(finished.case);
  });
  afterAll(() => {
    api.clock.now = START;
  });

  test('has no workflow any more', async () => {
    expect((await api.store.case(finished.case))?.finished).toBe(true);
    expect(api.cases.isRunning(finished.case)).toBe(false);
  });

  test('takes no event, and says how it is reopened', async () => {
    const before = await lines(finished.case);
    const event = { type: 'AllegationReported' };
    const problem = await api.fail('POST', `/v1/cases/${finished.case}/events`, { events: [event] });
    expect(problem).toMatchObject({ status: 409, type: '/problems/finished' });
    expect(problem.detail).toContain(`/v1/cases/${finished.case}/reopen`);
    expect(problem.errors?.[0]).toMatchObject({ pointer: '/events/0/type', code: 'finished' });
    expect(await lines(finished.case)).toBe(before);
    expect(api.cases.isRunning(finished.case)).toBe(false);
  });

  test('goes on from its journal when it is reopened', async () => {
    await api.do('POST', `/v1/cases/${finished.case}/reopen`, { reason: 'A new report.' });
    expect(api.cases.isRunning(finished.case)).toBe(true);
    await api.do('POST', `/v1/cases/${finished.case}/allegations`, {});
    expect((await api.store.case(finished.case))?.closedOn).toBeNull();
  });
});
