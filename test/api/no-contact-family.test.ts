// WA-26: a family in which an order keeps the parents apart, through the whole chain: intake, a meeting, the order, sessions, letters,
// reminders, a move, a cancellation, pages, codes, times. Whatever is sent to one of them is searched for every trace of the other.
import { problem } from '../../src/api/answers';
import { answerCode, caseView } from '../../src/api/answers-case';
import { startTestApi, type Api, type Recorded } from './support/api';
import { Invitee, type Shown } from './support/invitee';
import { Postman } from './support/postman';

const zone = 'America/Los_Angeles';
const JOINT = { startsAt: '2026-03-18T17:30', place: 'Community house, room 2' };

/** What only this person may learn. */
interface Parent {
  id: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  /** Every time and place that he or she alone was told. */
  readonly traces: string[];
  /** Every byte that reached him or her. */
  readonly got: string[];
}
const parent = (name: string, email: string, phone: string): Parent => ({
  id: '',
  name,
  email,
  phone,
  traces: [...name.split(' '), email, phone],
  got: [],
});

let api: Api;
let invitee: Invitee;
let postman: Postman;
let opened: Recorded;
let at: string;
const berta = parent('Berta Quillfeather', 'berta.q@mail.example.org', '206-555-0141');
const viktor = parent('Viktor Zimmerling', 'v.zimmerling@post.example.net', '503-555-0188');
const cleo = parent('Cleo Parkinson', 'cleo@carers.example.org', '360-555-0107');
const people = [berta, viktor, cleo];

const events = (...list: object[]) => api.do('POST', `${at}/events`, { events: list });
const letters = async (to: Parent): Promise<string[]> => (await postman.to(to.email)).map(({ subject }) => subject);
/** The token of the last letter to somebody that has one. */
const linkOf = async (to: Parent): Promise<string> => {
  const found = (await postman.to(to.email)).flatMap(({ text }) => [...text.matchAll(/\/answer#([\w-]{43})/g)]);
  return found.at(-1)?.[1] ?? '';
};
const seen = (who: Parent, page: Shown): Shown => {
  const headers = [...page.headers].filter(([name]) => name !== 'date');
  who.got.push(page.html, page.text, JSON.stringify(headers));
  return page;
};
/** A time as letters, pages and calendars write it. */
const written = (startsAt: string, spoken: string, day: string): string[] => [
  startsAt,
  startsAt.slice(0, 10),
  `${startsAt.replaceAll(/[-:]/g, '')}00`,
  spoken,
  day,
];

beforeAll(async () => {
  api = await startTestApi();
  invitee = new Invitee(api.url);
  postman = await Postman.of(api);
  opened = await api.open({
    children: [{ name: 'Ada Nightingale', bornOn: '2018-01-15' }],
    participants: people.map(({ name, email, phone }, i) => ({
      name,
      email,
      phone,
      role: i < 2 ? 'parent' : 'caregiver',
    })),
  });
  at = `/v1/cases/${opened.case}`;
  people.forEach((one, i) => (one.id = opened.ids[`participant:${i + 1}`]!));
  for (const one of people) one.traces.push(one.id);
});
afterAll(async () => {
  await postman.close();
  await api.close();
});

let joint: string;
let his: string;

test('they are invited to one meeting before anybody knows of an order; each letter names its reader alone', async () => {
  const booked = await api.do('POST', `${at}/meetings`, {
    kinds: ['ppm'],
    invitees: people.map(({ id }) => id),
    zone,
    minutes: 90,
    ...JOINT,
  });
  joint = booked.ids['meeting:1']!;
  await postman.round(opened.case);
  for (const one of people) expect(await letters(one)).toEqual(['A meeting on Wednesday, March 18']);
});

test('after the order nothing is sent about it: neither reminders, nor a change; links and codes do not open', async () => {
  const links = await Promise.all(people.map(linkOf));
  await events({ type: 'NoContactOrderRecorded', between: [berta.id, viktor.id] });
  await postman.round(opened.case);
  expect((await api.read(caseView, at)).meetings[0]?.invitations.map(({ state }) => state)).toEqual([
    'held',
    'held',
    'held',
  ]);
  const moved = await api.fail('POST', `${at}/meetings/${joint}/reschedule`, { startsAt: '2026-03-19T17:30', zone });
  expect(moved.errors).toMatchObject([{ code: 'no-contact', cites: ['WA-26'] }]);
  await postman.until(opened.case, '2026-03-11T17:00:00Z');
  for (const one of people) expect(await letters(one)).toHaveLength(1);
  for (const [i, one] of people.entries()) expect(seen(one, await invitee.open(links[i]!)).status).toBe(410);
  const code = `${at}/meetings/${joint}/invitations/${berta.id}/code`;
  expect((await api.send('POST', code, { body: {} })).status).toBe(404);
  const task = (await api.read(caseView, at)).obligations.find((one) => one.duty === 'separate-sessions');
  expect(task).toMatchObject({
    status: 'due',
    owner: { staff: 'fac1' },
    reason: 'still lacking: separate sessions: split the meeting',
  });
});

const sessions = (over: { first?: object; second?: object } = {}) => ({
  sessions: [
    { invitees: [berta.id], startsAt: '2026-03-19T09:20', place: 'Lindenhof library', ...over.first },
    { invitees: [viktor.id, cleo.id], startsAt: '2026-03-20T14:40', place: 'Harbour school', ...over.second },
  ],
});

test.each<[string, () => object, string, string]>([
  [
    'the two are still together',
    () => sessions({ first: { invitees: [berta.id, viktor.id] }, second: { invitees: [cleo.id] } }),
    'no-contact',
    '/sessions/0/invitees',
  ],
  [
    'somebody is in no session',
    () => sessions({ second: { invitees: [viktor.id] } }),
    'left-out',
    '/sessions/1/invitees',
  ],
  [
    'one keeps the time and place that both know',
    () => sessions({ first: JOINT }),
    'could-meet',
    '/sessions/0/startsAt',
  ],
  [
    'they would meet at the door',
    () => sessions({ second: { startsAt: '2026-03-19T10:30', place: 'LINDENHOF LIBRARY' } }),
    'could-meet',
    '/sessions/0/startsAt',
  ],
])('the split is refused while %s, and nothing is sent', async (_what, body, code, pointer) => {
  const before = await api.store.journal(opened.case);
  const reply = await api.send('POST', `${at}/meetings/${joint}/split`, { body: body(), as: 'fac1' });
  const refused = problem.parse(reply.json);
  expect(refused.status).toBe(422);
  expect(refused.errors?.[0]).toMatchObject({ code, pointer, cites: ['WA-26'] });
  expect(await api.store.journal(opened.case)).toEqual(before);
  await postman.round(opened.case);
  for (const one of people) expect(await letters(one)).toHaveLength(1);
});

test('split, each hears of his or her own session; sent again with the same key it is split once', async () => {
  const split = await api.do('POST', `${at}/meetings/${joint}/split`, sessions(), { as: 'fac1', key: 'split-1' });
  expect(split.events.map(({ type }) => type)).toEqual(['MeetingRescheduled', 'MeetingScheduled']);
  his = split.ids['meeting:1']!;
  const again = await api.do('POST', `${at}/meetings/${joint}/split`, sessions(), { as: 'fac1', key: 'split-1' });
  expect(again).toEqual(split);
  await postman.round(opened.case);
  expect(await letters(berta)).toEqual([
    'A meeting on Wednesday, March 18',
    'A meeting on Thursday, March 19: please note the time',
  ]);
  for (const one of [viktor, cleo])
    expect((await letters(one)).slice(1).toSorted()).toEqual([
      'A meeting on Friday, March 20',
      'Cancelled: a meeting on Wednesday, March 18',
    ]);
  const view = (await api.read(caseView, at)).meetings;
  expect(view.map((one) => [one.id, one.sessionOf, one.kinds, one.minutes, one.invitees])).toEqual([
    [joint, null, ['ppm'], 90, [berta.id]],
    [his, joint, ['ppm'], 90, [viktor.id, cleo.id]],
  ]);
  berta.traces.push(...written('2026-03-19T09:20', '9:20 AM', 'March 19'), 'Lindenhof', joint);
  viktor.traces.push(...written('2026-03-20T14:40', '2:40 PM', 'March 20'), 'Harbour', his);
});

test('each opens and answers the page of his or her own session; staff read out a code', async () => {
  seen(berta, await invitee.answer(await linkOf(berta), { answer: 'needs-help', needs: 'safety-talk' }));
  seen(viktor, await invitee.open(await linkOf(viktor)));
  const path = `${at}/meetings/${his}/invitations/${viktor.id}/code`;
  const { code } = answerCode.parse((await api.send('POST', path, { body: {}, as: 'fac1' })).json);
  const page = seen(viktor, await invitee.openByCode(code));
  seen(viktor, await invitee.press(page, 'give', { give: '1', answer: 'accepted' }));
  expect(page.text).toContain('Harbour school');
  viktor.traces.push(code, await linkOf(viktor));
  berta.traces.push(await linkOf(berta));
});

test('each is reminded of his or her own session', async () => {
  await postman.until(opened.case, '2026-03-18T17:00:00Z');
  await postman.until(opened.case, '2026-03-19T17:00:00Z');
  expect((await letters(berta)).at(-1)).toBe('Reminder: a meeting on Thursday, March 19');
  expect((await letters(viktor)).at(-1)).toBe('Reminder: a meeting on Friday, March 20');
});

test('moved, only those of that session are told; not to where and when the other is expected', async () => {
  const there = { startsAt: '2026-03-19T10:00', zone, place: 'Lindenhof Library' };
  const refused = await api.fail('POST', `${at}/meetings/${his}/reschedule`, there, { as: 'fac1' });
  expect(refused.errors?.[0]).toMatchObject({ pointer: '/startsAt', code: 'could-meet', cites: ['WA-26'] });
  await api.do('POST', `${at}/meetings/${his}/reschedule`, { startsAt: '2026-03-24T16:10', zone }, { as: 'fac1' });
  await postman.round(opened.case);
  expect((await letters(viktor)).at(-1)).toBe('A meeting on Tuesday, March 24: please note the time');
  expect((await letters(berta)).at(-1)).toBe('Reminder: a meeting on Thursday, March 19');
  viktor.traces.push(...written('2026-03-24T16:10', '4:10 PM', 'March 24'));
});

test('cancelled, only those of that session are told', async () => {
  await api.do('POST', `${at}/meetings/${his}/cancel`, { reason: 'Viktor is ill.' }, { as: 'fac1' });
  await postman.round(opened.case);
  expect((await letters(viktor)).at(-1)).toBe('Cancelled: a meeting on Tuesday, March 24');
  expect((await letters(berta)).at(-1)).toBe('Reminder: a meeting on Thursday, March 19');
});

test('times are sought for each by itself', async () => {
  const ask = (who: Parent, slots: readonly string[]) =>
    api.do(
      'POST',
      `${at}/meetings/times`,
      { kinds: ['ppm'], invitees: [who.id], slots, zone, answerBy: '2026-03-25' },
      { as: 'fac1' },
    );
  await ask(berta, ['2026-03-26T08:05', '2026-03-27T11:15']);
  await ask(viktor, ['2026-03-26T13:45', '2026-03-27T15:25']);
  berta.traces.push('2026-03-26T08:05', '2026-03-27T11:15', '8:05 AM', '11:15 AM');
  viktor.traces.push('2026-03-26T13:45', '2026-03-27T15:25', '1:45 PM', '3:25 PM');
  await postman.round(opened.case);
  for (const one of [berta, viktor]) {
    expect((await letters(one)).at(-1)).toBe('Which time is good for you?');
    const token = await linkOf(one);
    one.traces.push(token);
    const page = seen(one, await invitee.open(token));
    seen(one, await invitee.press(page, 'give', { give: '1', none: '1' }));
  }
});

test('every byte that reached one of the parents is free of every trace of the other', async () => {
  for (const one of [berta, viktor]) one.got.push(...(await postman.to(one.email)).map(({ everything }) => everything));
  const [hers, hiss] = [berta.got.join('\n'), viktor.got.join('\n')];
  // What is searched for is really what such bytes hold.
  for (const own of ['Berta', berta.email, '20260319T092000', '9:20 AM', 'March 19', 'Lindenhof', '2026-03-26T08:05'])
    expect(hers).toContain(own);
  for (const own of ['Viktor', viktor.email, '20260320T144000', '2:40 PM', 'March 24', 'Harbour', '2026-03-26T13:45'])
    expect(hiss).toContain(own);
  expect(viktor.traces.filter((one) => hers.includes(one))).toEqual([]);
  expect(berta.traces.filter((one) => hiss.includes(one))).toEqual([]);
  for (const bytes of [hers, hiss])
    for (const nobody of [
      'Nightingale',
      opened.case,
      ...cleo.name.split(' '),
      cleo.email,
      cleo.id,
      'NoContact',
      'apart',
    ])
      expect(bytes).not.toContain(nobody);
});
