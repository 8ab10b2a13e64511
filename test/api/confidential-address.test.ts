// Somebody with a substitute address: where he or she really lives is taken in, compared with, and never given out again.
import { problem } from '../../src/api/answers';
import { caseView, history } from '../../src/api/answers-case';
import { startTestApi, type Api, type Recorded } from './support/api';
import { Invitee } from './support/invitee';
import { Postman } from './support/postman';

const HOME = ['4711 Larkspur Hollow Road, Apt. 9', 'Springfield, WA 98000'];
const SUBSTITUTE = ['PO Box 257', 'Olympia, WA 98507'];
const zone = 'America/Los_Angeles';

let api: Api;
let invitee: Invitee;
let postman: Postman;
let opened: Recorded;
let at: string;
let berta: string;
let cleo: string;
beforeAll(async () => {
  api = await startTestApi();
  invitee = new Invitee(api.url);
  postman = await Postman.of(api);
});
afterAll(async () => {
  await postman.close();
  await api.close();
});
beforeEach(async () => {
  opened = await api.open();
  at = `/v1/cases/${opened.case}`;
  [berta, cleo] = [opened.ids['participant:1']!, opened.ids['participant:2']!];
});

const address = (body: object, as: 'cw1' | 'cw2' = 'cw1') =>
  api.send('POST', `${at}/people/${berta}/address`, { body, as });
const changed = async (body: object) => expect((await address(body)).status).toBe(200);
const shown = async () => (await api.read(caseView, at)).participants.find(({ id }) => id === berta);
const meeting = (over: object = {}) => ({
  kinds: ['ppm'],
  invitees: [berta, cleo],
  startsAt: '2026-03-20T17:30',
  zone,
  place: 'At home, 4711 larkspur hollow rd #9',
  ...over,
});

test('an address is shown until it is made confidential; from then on the substitute is', async () => {
  await changed({ postal: HOME });
  expect(await shown()).toMatchObject({ postal: HOME, addressConfidential: false });
  await changed({ confidential: true, postal: SUBSTITUTE });
  expect(await shown()).toMatchObject({ postal: SUBSTITUTE, addressConfidential: true });
  await changed({ postal: null });
  expect(await shown()).toMatchObject({ postal: null, addressConfidential: true });
  const lines = (await api.read(history, `${at}/history`)).journal.flatMap(({ event, by }) =>
    event.type === 'ContactDetailsChanged' ? [[event.participant, event.address, by]] : [],
  );
  expect(lines).toEqual([
    [berta, 'changed', 'cw1'],
    [berta, 'made-confidential', 'cw1'],
    [berta, 'changed', 'cw1'],
  ]);
});

test('without a substitute none is shown: never the one before', async () => {
  await changed({ postal: HOME });
  await changed({ confidential: true });
  expect(await shown()).toMatchObject({ postal: null, addressConfidential: true });
});

test.each<[string, object, object, string, string]>([
  [
    'the substitute is the address itself',
    { postal: HOME },
    { confidential: true, postal: ['4711 Larkspur Hollow Rd'] },
    '/postal',
    'confidential-address',
  ],
  [
    'the substitute is the address behind it',
    {},
    { confidential: true, postal: HOME, actual: HOME },
    '/postal',
    'confidential-address',
  ],
  [
    'a later one is',
    { confidential: true, actual: HOME, postal: SUBSTITUTE },
    { postal: ['c/o Verne', '4711 LARKSPUR HOLLOW ROAD'] },
    '/postal',
    'confidential-address',
  ],
  ['there is nothing to hide behind', {}, { actual: HOME }, '/actual', 'not-confidential'],
])('refused, and nothing changes: %s', async (_what, first, body, pointer, code) => {
  if (Object.keys(first).length > 0) await changed(first);
  const before = await shown();
  const reply = await address(body);
  expect(reply.status).toBe(422);
  expect(problem.parse(reply.json).errors).toMatchObject([{ pointer, code }]);
  expect(reply.text).not.toMatch(/larkspur/i);
  expect(await shown()).toEqual(before);
});

test('a meeting may not take place there, whichever command says so; elsewhere it may', async () => {
  await changed({ confidential: true, actual: HOME, postal: SUBSTITUTE });
  const refused = async (path: string, body: object, pointer: string) => {
    const before = (await api.store.journal(opened.case)).length;
    const reply = await api.send('POST', `${at}${path}`, { body });
    expect([path, reply.status]).toEqual([path, 422]);
    expect(problem.parse(reply.json).errors).toMatchObject([{ pointer, code: 'confidential-address' }]);
    expect(reply.text).not.toMatch(/larkspur/i);
    expect((await api.store.journal(opened.case)).length).toBe(before);
  };
  await refused('/meetings', meeting(), '/place');
  await refused('/events', { events: [{ type: 'MeetingScheduled', meeting: 'm1', ...meeting() }] }, '/events/0/place');
  const set = await api.do('POST', `${at}/meetings`, meeting({ place: 'Community house, room 9' }));
  const own = `/meetings/${set.ids['meeting:1']}`;
  await refused(`${own}/reschedule`, { startsAt: '2026-03-21T10:00', zone, place: meeting().place }, '/place');
  const sessions = [
    { invitees: [berta], startsAt: '2026-03-21T10:00' },
    { invitees: [cleo], startsAt: '2026-03-23T10:00', place: meeting().place },
  ];
  await refused(`${own}/split`, { sessions }, '/sessions/1/place');
});

test('every byte that leaves after it was made confidential is free of it: letters, calendars, pages, the API, Temporal', async () => {
  await changed({ postal: HOME });
  const place = meeting().place;
  const set = await api.do('POST', `${at}/meetings`, meeting(), { key: 'set-at-home' });
  const mine = set.ids['meeting:1']!;
  await postman.round(opened.case);
  const told = (await postman.to('berta@example.org')).length;
  expect((await postman.to('berta@example.org')).at(-1)?.text).toContain(place);

  const travelled = api.cases.travelled.length;
  await changed({ confidential: true, postal: SUBSTITUTE });
  const found: [string, string][] = [];
  const keep = (what: string, text: string): void => void found.push([what, text]);
  for (const path of ['', '/history', '/deliveries', '?format=html']) keep(path, (await api.get(`${at}${path}`)).text);
  keep('sent again', (await api.send('POST', `${at}/meetings`, { body: meeting(), key: 'set-at-home' })).text);
  for (const path of ['/v1/worklists/mine', '/v1/worklists/unit']) keep(path, (await api.get(path, 'fac1')).text);
  const days = { from: '2026-03-20', to: '2026-03-20' };
  keep('moves', (await api.send('POST', '/v1/meetings/moves/preview', { body: days, as: 'sup1', key: null })).text);
  await api.do('POST', `${at}/meetings/${mine}/reschedule`, { startsAt: '2026-03-21T10:00', zone });
  await postman.round(opened.case);
  await postman.until(opened.case, '2026-03-20T18:00:00Z');
  const letters = (await postman.to('berta@example.org')).slice(told);
  expect(letters.map(({ subject }) => subject)).toEqual([
    'A meeting on Saturday, March 21: please note the time',
    'Reminder: a meeting on Saturday, March 21',
  ]);
  expect(letters[0]?.calendar?.location).toBeNull();
  expect(letters[0]?.text).toContain('Where: Please ask us. We will tell you.');
  for (const { everything } of letters) keep('letter', everything);
  const token = /\/answer#([\w-]{43})/.exec(letters[1]!.text)?.[1] ?? '';
  const page = await invitee.open(token);
  expect(page.text).toContain('Please ask us. We will tell you.');
  keep('page', page.html);
  for (const text of api.cases.travelled.slice(travelled)) keep('Temporal', text);
  keep('case', (await api.get(at)).text);
  expect(found.length).toBeGreaterThan(12);
  expect(found.filter(([, text]) => /larkspur|hollow|\b4711 /i.test(text)).map(([what]) => what)).toEqual([]);
});

test('who may not change people of the case cannot, and a person who is not there has none', async () => {
  expect((await address({ postal: HOME }, 'cw2')).status).toBe(404);
  const nobody = `${at}/people/p-unknown/address`;
  expect((await api.send('POST', nobody, { body: { postal: HOME } })).status).toBe(404);
});

test('the label taken away, the address may be shown and used again', async () => {
  await changed({ confidential: true, actual: HOME, postal: SUBSTITUTE });
  await changed({ confidential: false, postal: HOME });
  expect(await shown()).toMatchObject({ postal: HOME, addressConfidential: false });
  expect((await api.send('POST', `${at}/meetings`, { body: meeting() })).status).toBe(201);
});
