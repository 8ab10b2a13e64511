// A time is found: staff propose, each of those asked says on a page of his or her own what suits, staff choose.
import { answerCode, caseView, history } from '../../src/api/answers-case';
import { rightToChoose } from '../../src/platform/answer-rights';
import { openProposal } from '../../src/domain/times';
import { planNow } from '../../src/api/plan-now';
import { DAY, startTestApi, type Api, type Recorded } from './support/api';
import { chosenIn, Invitee } from './support/invitee';

let api: Api;
let invitee: Invitee;
beforeAll(async () => {
  api = await startTestApi();
  invitee = new Invitee(api.url);
});
afterAll(() => api.close());

const zone = 'America/Los_Angeles';
const SLOTS = ['2026-03-20T17:30', '2026-03-21T10:00', '2026-03-23T09:00'];

interface Sought {
  readonly opened: Recorded;
  readonly at: string;
  readonly meeting: string;
  readonly berta: string;
  readonly cleo: string;
}

async function sought(language = 'en'): Promise<Sought> {
  const opened = await api.open({
    participants: [
      { name: 'Berta Verne', role: 'parent', email: 'berta@example.org', language },
      { name: 'Cleo Park', role: 'caregiver', email: 'cleo@example.org' },
    ],
  });
  const at = `/v1/cases/${opened.case}`;
  const [berta, cleo] = [opened.ids['participant:1']!, opened.ids['participant:2']!];
  const asked = await api.do('POST', `${at}/meetings/times`, {
    kinds: ['ppm'],
    invitees: [berta, cleo],
    slots: SLOTS,
    zone,
    minutes: 90,
    answerBy: '2026-03-13',
  });
  expect(asked.consequences.notices).toEqual({ invite: 2 });
  const made = { opened, at, meeting: asked.ids['meeting:1']!, berta, cleo };
  for (const person of [berta, cleo]) await lettered(made, person);
  return made;
}

/** What the sending of a letter leaves behind (test/activities/asking-for-times); gives the token in it. */
async function lettered(of: Sought, participant: string): Promise<string> {
  const proposal = openProposal((await planNow(api.deps, of.opened.case)).file, of.meeting)!;
  const right = rightToChoose({ caseId: of.opened.case, participant, proposal });
  const { hash, codeHash, token } = api.deps.answerLinks.proofFor(right);
  await api.store.keepAnswerLink({ ...right, hash, codeHash }, api.clock.now);
  return token;
}
const search = async (of: Sought) => (await api.read(caseView, of.at)).searches[0]!;

test('the page shows the times and one’s own answer, and nothing of anybody else', async () => {
  const of = await sought();
  const page = await invitee.open(await lettered(of, of.berta));
  expect(page.status).toBe(200);
  for (const time of [
    'Friday, March 20, 2026, 5:30 PM (Pacific Time)',
    'Saturday, March 21, 2026, 10:00 AM (Pacific Time)',
    'Monday, March 23, 2026, 9:00 AM (Pacific Time)',
  ])
    expect(page.text).toContain(time);
  await invitee.answer(await lettered(of, of.cleo), { slot: SLOTS[2]!, needs: 'transport', note: 'Only mornings.' });
  const again = await invitee.open(await lettered(of, of.berta));
  const withoutMark = (html: string): string => html.replace(/name="nonce" value="[^"]*"/g, '');
  expect(withoutMark(again.html)).toBe(withoutMark(page.html));
  for (const other of ['Cleo', 'Park', of.cleo, 'Ada', of.opened.case, of.meeting, of.berta, 'Only mornings'])
    expect(again.html).not.toContain(other);
});

test('what was marked is an answer of the case, and staff see how many can come to each time', async () => {
  const of = await sought();
  const page = await invitee.answer(await lettered(of, of.berta), {
    slot: [SLOTS[0]!, SLOTS[1]!],
    needs: ['interpreter', 'child-care'],
    note: 'After work is better.',
  });
  expect(page.status).toBe(200);
  expect(page.text).toContain('Thank you. We have your answer.');
  expect(chosenIn(page.html, 'slot')).toEqual([SLOTS[0], SLOTS[1]]);
  await invitee.answer(await lettered(of, of.cleo), { none: '1' });
  expect(await search(of)).toMatchObject({
    meeting: of.meeting,
    answerBy: '2026-03-13',
    slots: [
      { startsAt: SLOTS[0], suits: [of.berta] },
      { startsAt: SLOTS[1], suits: [of.berta] },
      { startsAt: SLOTS[2], suits: [] },
    ],
    asked: [
      {
        participant: of.berta,
        state: 'asked',
        answered: { source: 'link', needs: ['interpreter', 'child-care'], note: 'After work is better.' },
      },
      { participant: of.cleo, answered: { suits: [] } },
    ],
  });
  const task = (await api.read(caseView, of.at)).obligations.find((one) => one.duty === 'choose-time');
  expect(task).toMatchObject({
    status: 'due',
    due: '2026-03-03',
    owner: { staff: 'fac1' },
    reason: expect.stringContaining('2 of 2 answered: 2026-03-20 17:30 suits 1') as string,
  });
  const arrange = (await api.read(caseView, of.at)).obligations.filter((one) => one.duty === 'arrange-needs');
  expect(arrange).toEqual([]);
});

test('the time is chosen: the search is over, its links are dead, and everybody is invited', async () => {
  const of = await sought();
  const token = await lettered(of, of.berta);
  await invitee.answer(token, { slot: SLOTS[1]! });
  const set = await api.do('POST', `${of.at}/meetings`, {
    meeting: of.meeting,
    kinds: ['ppm'],
    invitees: [of.berta, of.cleo],
    startsAt: SLOTS[1],
    zone,
  });
  expect(set.consequences.notices).toMatchObject({ invite: 2 });
  expect((await invitee.open(token)).status).toBe(410);
  expect((await api.read(caseView, of.at)).searches).toEqual([]);
  const tasks = (await api.read(caseView, of.at)).obligations.filter((one) => one.duty === 'choose-time');
  expect(tasks.map(({ status }) => status)).toEqual(['met']);
});

test('changed, the last answer counts; the same form sent twice is one answer; an old one sent again changes nothing', async () => {
  const of = await sought();
  const token = await lettered(of, of.berta);
  const first = await invitee.open(token);
  const given = { give: '1', slot: SLOTS[0]! };
  await invitee.press(first, 'give', given);
  await invitee.press(first, 'give', given);
  const second = await invitee.press(await invitee.open(token), 'give', { give: '1', slot: SLOTS[2]! });
  expect(chosenIn(second.html, 'slot')).toEqual([SLOTS[2]]);
  const late = await invitee.press(first, 'give', given);
  expect(late.text).toContain('That answer came before the one that counts now.');
  const lines = (await api.read(history, `${of.at}/history`)).journal.flatMap(({ event }) =>
    event.type === 'MeetingTimeAnswered' ? [event.suits] : [],
  );
  expect(lines).toEqual([[SLOTS[0]], [SLOTS[2]]]);
});

test.each<[string, Record<string, string | string[]>, string]>([
  ['nothing is marked', {}, 'Please mark a time, or say that none of them is good for you.'],
  ['a time and none', { slot: SLOTS[0]!, none: '1' }, 'You marked a time, and also that none is good for you.'],
  ['a time that was not proposed', { slot: '2026-03-20T18:30' }, 'Please mark a time'],
  ['too many words', { slot: SLOTS[0]!, note: 'x'.repeat(1_001) }, 'Please write at most 1000 letters'],
])('%s: the page says so, and nothing is recorded', async (_what, filled, says) => {
  const of = await sought();
  const page = await invitee.answer(await lettered(of, of.berta), filled);
  expect(page.status).toBe(422);
  expect(page.text).toContain(says);
  expect((await search(of)).asked.map(({ answered }) => answered)).toEqual([null, null]);
});

test('a link of one kind opens nothing of the other, nor for another search', async () => {
  const of = await sought();
  const token = await lettered(of, of.berta);
  await api.do('POST', `${of.at}/meetings/times`, {
    meeting: of.meeting,
    kinds: ['ppm'],
    invitees: [of.berta, of.cleo],
    slots: SLOTS,
    zone,
    answerBy: '2026-03-14',
  });
  expect((await invitee.open(token)).status).toBe(410);
  const invited = { caseId: of.opened.case, meeting: of.meeting, participant: of.berta, startsAt: SLOTS[0]!, zone };
  expect((await invitee.open(api.deps.answerLinks.proofFor(invited).token)).status).toBe(410);
  expect((await invitee.open(await lettered(of, of.berta))).status).toBe(200);
});

test('two who must be kept apart are not asked for one time; when the order comes later no link opens any more', async () => {
  const of = await sought();
  const token = await lettered(of, of.berta);
  const order = { type: 'NoContactOrderRecorded', between: [of.berta, of.cleo] };
  await api.do('POST', `${of.at}/events`, { events: [order] });
  expect((await invitee.open(token)).status).toBe(410);
  expect((await search(of)).asked.map(({ state }) => state)).toEqual(['held', 'held']);
  const task = (await api.read(caseView, of.at)).obligations.find((one) => one.duty === 'separate-asking');
  expect(task).toMatchObject({ status: 'due', owner: { staff: 'fac1' } });
  const body = { kinds: ['ppm'], invitees: [of.berta, of.cleo], slots: SLOTS, zone, answerBy: '2026-03-13' };
  const refused = await api.fail('POST', `${of.at}/meetings/times`, body);
  expect(refused.errors).toMatchObject([{ pointer: '/invitees', code: 'no-contact', cites: ['WA-26'] }]);
});

test('people whose mail others read type a code that staff read out; to others’ cases there is none', async () => {
  const of = await sought('es');
  await api.do('PATCH', `${of.at}/people/${of.berta}`, { highRisk: true });
  expect((await invitee.open(await lettered(of, of.berta))).status).toBe(410);
  const path = `${of.at}/meetings/${of.meeting}/times/${of.berta}/code`;
  const { code, expiresAt } = answerCode.parse((await api.send('POST', path, { body: {}, as: 'fac1' })).json);
  expect(expiresAt).toBe('2026-03-23T16:00:00.000Z');
  const page = await invitee.openByCode(code);
  expect(page.text).toContain('¿Cuándo puede venir? Marque cada hora que le queda bien.');
  expect((await invitee.press(page, 'give', { give: '1', slot: SLOTS[0]! })).status).toBe(200);
  expect((await search(of)).asked[0]?.answered).toMatchObject({ source: 'code', suits: [SLOTS[0]] });
  expect((await api.send('POST', path, { body: {}, as: 'cw2' })).status).toBe(404);
  const nobody = `${of.at}/meetings/${of.meeting}/times/p-unknown/code`;
  expect((await api.send('POST', nobody, { body: {} })).status).toBe(404);
});

test('with Temporal away the answer is kept, and is on record when the case has answered', async () => {
  const of = await sought();
  const token = await lettered(of, of.berta);
  api.cases.away = true;
  const page = await invitee.answer(token, { slot: SLOTS[0]! });
  api.cases.away = false;
  expect(page.status).toBe(202);
  expect(page.text).toContain('We have kept your answer.');
  expect((await api.store.unanswered(api.clock.now + DAY)).some((row) => row.by === of.berta)).toBe(true);
});
