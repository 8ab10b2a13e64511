// A holiday or a closed office: which meetings it concerns, and one command that moves those that were agreed.
import type { z } from 'zod';
import { moves, movesDone } from '../../src/api/answers';
import { caseView } from '../../src/api/answers-case';
import { createRelay } from '../../src/api/relay';
import { startTestApi, type Api, type Recorded, type StaffId } from './support/api';

let api: Api;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());
afterEach(() => {
  api.cases.away = false;
});

const zone = 'America/Los_Angeles';

interface Set {
  readonly opened: Recorded;
  readonly meeting: string;
}
/** A family with a meeting of the mother and the facilitator; its own month, so that tests do not see each other's. */
async function withMeeting(startsAt: string, over: object = {}, as: StaffId = 'cw1'): Promise<Set> {
  const opened = await api.open(over, { as });
  const booked = await api.do(
    'POST',
    `/v1/cases/${opened.case}/meetings`,
    {
      kinds: ['ppm'],
      invitees: [opened.ids['participant:1']],
      staff: ['fac1'],
      startsAt,
      zone,
      reason: 'The family can come only then.',
    },
    { as },
  );
  return { opened, meeting: booked.ids['meeting:1']! };
}
const preview = async (body: object, as: StaffId = 'sup1'): Promise<z.output<typeof moves>> => {
  const reply = await api.send('POST', '/v1/meetings/moves/preview', { body, as, key: null });
  if (reply.status !== 200) throw new Error(reply.text);
  return moves.parse(reply.json);
};
const move = async (body: object, key: string, as: StaffId = 'sup1') =>
  movesDone.parse((await api.send('POST', '/v1/meetings/moves', { body, key, as })).json);
const one = ({ opened, meeting }: Set, wasAt: string, startsAt: string) => ({
  case: opened.case,
  meeting,
  wasAt,
  startsAt,
  zone,
});
const timeOf = async ({ opened, meeting }: Set, as: StaffId = 'cw1') =>
  (await api.read(caseView, `/v1/cases/${opened.case}`, as)).meetings.find(({ id }) => id === meeting)?.startsAt;
const lines = async ({ opened }: Set) => (await api.store.journal(opened.case)).length;

test('the preview lists each meeting with its new time, whom it would tell and what stands against it, and changes nothing', async () => {
  const plain = await withMeeting('2026-03-20T17:30');
  const late = await withMeeting('2026-03-27T09:00');
  await withMeeting('2026-03-30T09:00');
  const before = [await lines(plain), await lines(late)];
  const found = await preview({ from: '2026-03-20', to: '2026-03-27' });
  expect(found).toMatchObject({ unit: 'north', from: '2026-03-20', to: '2026-03-27', more: 0 });
  expect(found.meetings.map((m) => [m.meeting, m.startsAt, m.proposed])).toEqual([
    [plain.meeting, '2026-03-20T17:30', '2026-03-30T17:30'],
    [late.meeting, '2026-03-27T09:00', '2026-03-30T09:00'],
  ]);
  expect(found.meetings[0]?.tells).toEqual([
    { kind: 'participant', id: plain.opened.ids['participant:1'], name: 'Berta Verne' },
    { kind: 'staff', id: 'fac1', name: 'Staff fac1' },
  ]);
  // Due on March 29, thirty days after the hearing: a later time needs a reason.
  expect(found.meetings[0]?.unmet).toMatchObject([{ code: 'reason-when-late', field: 'reason', cites: ['WA-24'] }]);
  const reasoned = await preview({ from: '2026-03-20', to: '2026-03-27', reason: 'The office is closed.' });
  expect(reasoned.meetings.map(({ unmet }) => unmet)).toEqual([[], []]);
  const weekly = await preview({ from: '2026-03-20', to: '2026-03-20', rule: 'same-weekday' });
  expect(weekly.meetings.map(({ proposed }) => proposed)).toEqual(['2026-03-27T17:30']);
  expect([await lines(plain), await lines(late)]).toEqual(before);
});

test('confirmed, each is moved as if by itself; sent again with the same key nothing is done twice', async () => {
  const [first, second] = [await withMeeting('2026-04-20T17:30'), await withMeeting('2026-04-20T09:00')];
  const body = {
    confirm: true,
    reason: 'The office is closed for a holiday.',
    moves: [one(first, '2026-04-20T17:30', '2026-04-21T17:30'), one(second, '2026-04-20T09:00', '2026-04-21T09:00')],
  };
  const done = await move(body, 'holiday-1');
  expect(done).toMatchObject({ recorded: 2, safe: 0, refused: 0 });
  expect(done.results.map(({ meeting, state }) => [meeting, state])).toEqual([
    [first.meeting, 'recorded'],
    [second.meeting, 'recorded'],
  ]);
  expect([await timeOf(first), await timeOf(second)]).toEqual(['2026-04-21T17:30', '2026-04-21T09:00']);
  const told = (await api.store.ledger(first.opened.case)).filter((i) => i.due === '2026-04-21T17:30');
  expect(told.map(({ to, method }) => [to.kind, method])).toEqual([
    ['participant', 'REQUEST'],
    ['staff', 'REQUEST'],
  ]);
  const before = [await lines(first), await lines(second)];
  expect(await move(body, 'holiday-1')).toEqual(done);
  expect([await lines(first), await lines(second)]).toEqual(before);
});

test('what may not be moved is refused by itself, with the reason; the others are moved all the same', async () => {
  const good = await withMeeting('2026-05-18T10:00');
  const gone = await withMeeting('2026-05-18T11:00');
  const elsewhere = await withMeeting('2026-05-18T12:00');
  const south = await withMeeting('2026-05-18T13:00', { unit: 'south', staff: { caseworker: 'cw2' } }, 'cw2');
  await api.do('POST', `/v1/cases/${gone.opened.case}/meetings/${gone.meeting}/cancel`, { reason: 'x' });
  await api.do('POST', `/v1/cases/${elsewhere.opened.case}/meetings/${elsewhere.meeting}/reschedule`, {
    startsAt: '2026-05-25T12:00',
    zone,
    reason: 'x',
  });
  const held = await withMeeting('2026-05-18T14:00');
  await api.do('POST', `/v1/cases/${held.opened.case}/meetings/${held.meeting}/held`, {
    on: '2026-03-02',
    attendance: [{ participant: held.opened.ids['participant:1'], how: 'present' }],
  });
  const moving = (of: Set, at: string) => one(of, `2026-05-18T${at}`, `2026-05-19T${at}`);
  const done = await move(
    {
      confirm: true,
      reason: 'The office is closed.',
      moves: [
        moving(good, '10:00'),
        moving(elsewhere, '12:00'),
        moving(south, '13:00'),
        moving(held, '14:00'),
        { ...moving(good, '10:00'), meeting: 'm-unknown' },
        { ...moving(gone, '11:00'), startsAt: '2026-03-08T02:30' },
      ],
    },
    'closed-1',
  );
  expect(done).toMatchObject({ recorded: 1, safe: 0, refused: 5 });
  expect(
    done.results.map(({ state, problem }) => [
      state,
      problem?.status ?? null,
      problem?.errors?.map(({ code, pointer }) => `${code} ${pointer}`) ?? [],
    ]),
  ).toEqual([
    ['recorded', null, []],
    ['refused', 422, ['other-time /moves/1/wasAt']],
    ['refused', 404, []],
    ['refused', 409, ['meeting-state /moves/3/meeting']],
    ['refused', 404, []],
    ['refused', 422, ['ambiguous-local-time /moves/5/startsAt']],
  ]);
  expect(await timeOf(elsewhere)).toBe('2026-05-25T12:00');
  expect(await timeOf(south, 'cw2')).toBe('2026-05-18T13:00');
});

test('with Temporal away every move is safe, is handed over by the relay, and is done once though sent again', async () => {
  const set = await withMeeting('2026-06-15T10:00');
  const body = { confirm: true, reason: 'Closed.', moves: [one(set, '2026-06-15T10:00', '2026-06-16T10:00')] };
  api.cases.away = true;
  expect(await move(body, 'away-1')).toMatchObject({ recorded: 0, safe: 1, results: [{ state: 'safe' }] });
  expect(await timeOf(set)).toBe('2026-06-15T10:00');
  api.cases.away = false;
  api.clock.now += 60_000;
  await createRelay(api.deps, { olderThanMs: 0 }).look();
  expect(await timeOf(set)).toBe('2026-06-16T10:00');
  const before = await lines(set);
  expect(await move(body, 'away-1')).toMatchObject({ recorded: 1, safe: 0 });
  expect(await lines(set)).toBe(before);
});

test('a unit is moved by its own; a program manager sees the whole agency', async () => {
  const north = await withMeeting('2026-07-06T10:00');
  const south = await withMeeting('2026-07-06T11:00', { unit: 'south', staff: { caseworker: 'cw2' } }, 'cw2');
  const days = { from: '2026-07-06', to: '2026-07-06' };
  const seen = async (body: object, as: StaffId) => (await preview(body, as)).meetings.map(({ meeting }) => meeting);
  expect(await seen(days, 'sup1')).toEqual([north.meeting]);
  expect(await seen(days, 'cw2')).toEqual([south.meeting]);
  expect(await seen(days, 'pm1')).toEqual([north.meeting, south.meeting]);
  expect(await seen({ ...days, unit: 'south' }, 'pm1')).toEqual([south.meeting]);
  expect(await seen({ ...days, unit: 'south' }, 'sup1')).toEqual([]);
});

test.each<[string, object, string, string]>([
  ['not confirmed', { confirm: false }, '/confirm', 'invalid-value'],
  ['without a reason', { reason: undefined }, '/reason', 'invalid-type'],
  [
    'one meeting twice',
    {
      moves: [1, 2].map(() => ({
        case: 'case-1',
        meeting: 'm1',
        wasAt: '2026-07-06T10:00',
        startsAt: '2026-07-07T10:00',
        zone,
      })),
    },
    '/moves',
    'invalid-value',
  ],
  ['no meeting', { moves: [] }, '/moves', 'too-small'],
])('refused as a whole: %s', async (_what, over, pointer, code) => {
  const body = {
    confirm: true,
    reason: 'x',
    moves: [{ case: 'case-1', meeting: 'm1', wasAt: '2026-07-06T10:00', startsAt: '2026-07-07T10:00', zone }],
    ...over,
  };
  const problem = await api.fail('POST', '/v1/meetings/moves', body);
  expect(problem.status).toBe(422);
  expect(problem.errors).toMatchObject([{ pointer, code }]);
});
