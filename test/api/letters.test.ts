// Letters on paper: what waits to be posted, the sheet, and that it was posted.
import { createHash } from 'node:crypto';
import { createActivities } from '../../src/activities';
import { caseView } from '../../src/api/answers-case';
import { deliveries, letter, letters } from '../../src/api/answers-deliveries';
import { programs } from '../../src/programs';
import { startTestApi, type Api, type Recorded } from './support/api';
import { FakeMessenger } from '../activities/support/fake-messenger';

let api: Api;
let opened: Recorded;
let at: string;
let berta: string;
beforeAll(async () => {
  api = await startTestApi();
  opened = await api.open({ participants: [{ name: 'Berta <Verne>', role: 'parent' }] });
  at = `/v1/cases/${opened.case}`;
  berta = opened.ids['participant:1']!;
  await api.do('POST', `${at}/meetings`, {
    meeting: 'm-letter',
    kinds: ['ppm'],
    invitees: [berta],
    startsAt: '2026-03-20T17:30',
    zone: 'America/Los_Angeles',
    place: 'Community house',
  });
  await deliver();
});
afterAll(() => api.close());

/** What the workers would do with everything that is wanted. */
async function deliver(caseId = opened.case, to: readonly string[] = [berta]): Promise<void> {
  const clock = { toDomain: () => api.clock.now, fromDomain: (ms: number) => ms };
  const { store, answerLinks: links } = api.deps;
  const activities = createActivities({ store, programs, links, messenger: new FakeMessenger(), clock });
  for (const intent of await store.ledger(caseId)) {
    if (intent.state !== 'wanted' || !to.includes(intent.to.id)) continue;
    const entry = await activities[intent.kind]({ caseId, key: intent.key });
    if (!entry) continue;
    // Its reason is a code, and goes straight into the inbox of the case; the way of staff would take it for words.
    const row = { entryId: entry.id, caseId, by: entry.by, body: entry, receivedAt: api.clock.now };
    await store.receive(row);
    await api.cases.submit(caseId, entry, { deadlineMs: 1, start: true });
  }
}

const waiting = async () => (await api.read(letters, '/v1/worklists/letters', 'fac1')).letters;
const tasks = async () =>
  (await api.read(caseView, at)).obligations.filter(({ duty, status }) => duty === 'reach-person' && status === 'due');

test('a person with neither mail nor telephone is shown as reached by letter', async () => {
  expect((await api.read(caseView, at)).participants).toMatchObject([
    { name: 'Berta <Verne>', reachedBy: ['letter'], channels: null, optOut: [], noVoicemail: false, safeHours: null },
  ]);
});

test('the letter waits on the list of the unit, and is a task of the facilitator', async () => {
  expect(await waiting()).toMatchObject([
    {
      case: opened.case,
      to: { id: berta, name: 'Berta <Verne>' },
      says: 'Invitation to a meeting, or its new time.',
      startsAt: '2026-03-20T17:30',
      facilitator: 'fac1',
    },
  ]);
  expect((await api.read(letters, '/v1/worklists/letters', 'cw2')).letters).toEqual([]);
  const page = await api.get('/v1/worklists/letters?format=html', 'fac1');
  expect(page.text).toContain('Berta &lt;Verne&gt;');
  expect(await tasks()).toMatchObject([{ owner: { staff: 'fac1' } }]);
});

test('the sheet brings its own style and nothing else, and is shown to the unit alone', async () => {
  const [one] = await waiting();
  const reply = await api.get(one!.page, 'fac1');
  expect(reply.text).toContain('Berta &lt;Verne&gt;');
  expect(reply.text).toContain('1 Sample Street');
  expect(reply.text).toContain('Community house');
  expect(reply.text).not.toMatch(/https?:/);
  const style = /<style>([\s\S]*?)<\/style>/.exec(reply.text)![1]!;
  const hash = createHash('sha256').update(style).digest('base64');
  expect(reply.headers.get('content-security-policy')).toContain(`style-src 'sha256-${hash}'`);
  expect((await api.get(one!.page, 'cw2')).status).toBe(404);
  expect((await api.get(`${at}/letters/${'0'.repeat(40)}?format=html`)).status).toBe(404);
  const { stands, state, attempts } = await api.read(letter, `${at}/letters/${one!.letter}`);
  expect([stands, state, attempts.map(({ channel }) => channel)]).toEqual(['to-post', 'wanted', ['letter']]);
});

test('posted: the person counts as told, the task is done, and it is posted once', async () => {
  const [one] = await waiting();
  const path = `${at}/letters/${one!.letter}/posted`;
  expect((await api.fail('POST', path, { on: '2026-02-30' }, { as: 'fac1' })).errors).toMatchObject([
    { pointer: '/on' },
  ]);
  expect(await waiting()).toHaveLength(1);
  const posted = await api.do('POST', path, { on: '2026-03-02' }, { as: 'fac1', key: 'posted-1' });
  expect(posted.events.map(({ type }) => type)).toEqual(['ContactMade']);
  // The same request again, and another.
  expect(await api.do('POST', path, { on: '2026-03-02' }, { as: 'fac1', key: 'posted-1' })).toEqual(posted);
  expect((await api.fail('POST', path, {}, { as: 'fac1' })).detail).toMatch(/recorded on 2026-03-02/);
  expect(await waiting()).toEqual([]);
  expect(await tasks()).toEqual([]);
  const { deliveries: rows } = await api.read(deliveries, `${at}/people/${berta}/deliveries`);
  expect(rows.map(({ stands, state }) => [stands, state])).toEqual([['posted', 'sent']]);
});

test('who was told by post is told by post that the meeting is off', async () => {
  await api.do('POST', `${at}/meetings/m-letter/cancel`, { reason: 'Snow.' }, { as: 'fac1' });
  await deliver();
  expect(await waiting()).toMatchObject([{ says: 'The meeting is off.' }]);
});

test('deliveries of somebody who is not of the case are not found', async () => {
  expect((await api.get(`${at}/people/p-none/deliveries`)).status).toBe(404);
  expect((await api.get(`${at}/people/${berta}/deliveries`, 'cw2')).status).toBe(404);
});

test('WA-26: a sheet for somebody who was split away from a meeting does not tell where the others meet now', async () => {
  const apart = await api.open({
    participants: [
      { name: 'Berta Quill', role: 'parent' },
      { name: 'Viktor Zimmer', role: 'parent' },
    ],
  });
  const [hers, his] = [apart.ids['participant:1']!, apart.ids['participant:2']!];
  const path = `/v1/cases/${apart.case}`;
  const zone = 'America/Los_Angeles';
  const joint = { meeting: 'm-joint', kinds: ['ppm'], invitees: [hers, his], startsAt: '2026-03-20T17:30', zone };
  await api.do('POST', `${path}/meetings`, { ...joint, place: 'Community house' });
  await deliver(apart.case, [hers, his]);
  const sheet = (await waiting()).find(({ to }) => to.id === his)!.page;
  expect((await api.get(sheet, 'fac1')).text).toContain('Community house');
  const order = { type: 'NoContactOrderRecorded', between: [hers, his] };
  await api.do('POST', `${path}/events`, { events: [order] });
  await api.do('POST', `${path}/meetings/m-joint/split`, {
    sessions: [
      { invitees: [hers], startsAt: '2026-03-23T09:20', place: 'Lindenhof library' },
      { invitees: [his], startsAt: '2026-03-24T14:40', place: 'Harbour school' },
    ],
  });
  const again = await api.get(sheet, 'fac1');
  expect(again.text).not.toMatch(/Lindenhof|9:20|March 23/);
});
