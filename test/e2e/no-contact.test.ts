// WA-26 with everything real: two parents whom an order keeps apart, one of them with a substitute address. What each receives, and what
// Temporal holds once it is decrypted, is searched for what it must not hold.
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Invitee } from '../api/support/invitee';
import { eventually } from '../setup/eventually';
import { startServer, until } from '../workflows/support/server';
import { family, meeting } from './support/family';
import { inDays, Office } from './support/office';

let env: TestWorkflowEnvironment;
let office: Office;
beforeAll(async () => {
  env = await startServer();
  office = await Office.open(env.address);
  await office.startWorkers();
});
afterAll(async () => {
  await office?.close();
  await env?.teardown();
});

const lettersTo = (address: string, count: number) =>
  eventually(`${count} letters to ${address}`, async () => {
    const found = await office.letters.to(address);
    return found.length >= count ? found : undefined;
  });

const HOME = ['4711 Larkspur Hollow Road', 'Springfield, WA 98000'];
const people = {
  hers: { name: 'Berta Quillfeather', email: 'berta.q@mail.example.org', phone: '206-555-0141' },
  his: { name: 'Viktor Zimmerling', email: 'v.zimmerling@post.example.net', phone: '503-555-0188' },
};
const session = {
  hers: { startsAt: `${inDays(11)}T09:20`, place: 'Lindenhof library' },
  his: { startsAt: `${inDays(12)}T14:40`, place: 'Harbour school' },
};
const compact = (startsAt: string): string => `${startsAt.replaceAll(/[-:]/g, '')}00`;
const traces = {
  hers: [
    ...people.hers.name.split(' '),
    people.hers.email,
    people.hers.phone,
    'Lindenhof',
    '9:20 AM',
    compact(session.hers.startsAt),
  ],
  his: [
    ...people.his.name.split(' '),
    people.his.email,
    people.his.phone,
    'Harbour',
    '2:40 PM',
    compact(session.his.startsAt),
  ],
};

test('each learns of his or her own session alone, and neither names nor places nor addresses are in Temporal', async () => {
  const [ana, emil] = [office.as('ana'), office.as('emil')];
  const participants = Object.values(people).map((one) => ({ ...one, role: 'parent' }));
  const opened = await ana.post(201, '/v1/cases', family('Nightingale', { participants }));
  const at = `/v1/cases/${opened.case}`;
  const [berta, viktor] = [opened.ids['participant:1']!, opened.ids['participant:2']!];
  await ana.post(200, `${at}/events`, { events: [{ type: 'StaffAssigned', staff: 'emil', role: 'facilitator' }] });
  await ana.post(200, `${at}/people/${berta}/address`, { confidential: true, actual: HOME, postal: ['PO Box 257'] });
  const atHome = await emil.send('POST', `${at}/meetings`, meeting(opened.ids, { place: HOME.join(', ') }));
  expect(atHome.status).toBe(422);

  const booked = await emil.post(201, `${at}/meetings`, meeting(opened.ids));
  const id = booked.ids['meeting:1']!;
  for (const { email } of Object.values(people)) await lettersTo(email, 1);
  await ana.post(200, `${at}/events`, { events: [{ type: 'NoContactOrderRecorded', between: [berta, viktor] }] });
  const split = await emil.post(201, `${at}/meetings/${id}/split`, {
    sessions: [
      { invitees: [berta], ...session.hers },
      { invitees: [viktor], ...session.his },
    ],
    reason: 'Quite a private reason.',
  });
  const ids = { hers: [berta, id], his: [viktor, split.ids['meeting:1']!] };
  const letters = { hers: await lettersTo(people.hers.email, 2), his: await lettersTo(people.his.email, 3) };
  expect(letters.hers.at(-1)?.calendar).toMatchObject({ method: 'REQUEST', location: session.hers.place });
  expect(letters.his.map(({ calendar }) => String(calendar?.method)).toSorted()).toEqual([
    'CANCEL',
    'REQUEST',
    'REQUEST',
  ]);
  expect(new Set(letters.his.map(({ calendar }) => calendar?.uid)).size).toBe(2);

  const got = { hers: [] as string[], his: [] as string[] };
  for (const who of ['hers', 'his'] as const) {
    got[who].push(...letters[who].map(({ everything }) => everything));
    const tokens = letters[who].flatMap(({ text }) => [...text.matchAll(/\/answer#([\w-]{43})/g)].map((m) => m[1]!));
    const pages = await Promise.all(tokens.map((token) => new Invitee(office.url).open(token)));
    // The link of the joint meeting opens nothing any more.
    expect(new Set(pages.map(({ status }) => status))).toEqual(new Set([200, 410]));
    got[who].push(...pages.map(({ html }) => html));
  }
  for (const [own, other] of [
    ['hers', 'his'],
    ['his', 'hers'],
  ] as const) {
    const bytes = got[own].join('\n');
    expect([...traces[other], ...ids[other]].filter((trace) => bytes.includes(trace))).toEqual([]);
    expect(bytes).toContain(session[own].place);
    expect(bytes).toContain(compact(session[own].startsAt));
    expect(bytes).not.toMatch(/larkspur|hollow|\b4711 |Nightingale/i);
  }

  await until('nothing under way', () => office.isQuiet(opened.case));
  const held = await office.inTemporal(opened.case);
  for (const known of [berta, viktor, id, 'MeetingRescheduled', 'NoContactOrderRecorded'])
    expect(held).toContain(known);
  const words = Object.values(people).flatMap(({ name, email, phone }) => [...name.split(' '), email, phone]);
  for (const secret of [...words, 'Lindenhof', 'Harbour', 'Community house', 'Nightingale', 'private reason'])
    expect([secret, held.includes(secret)]).toEqual([secret, false]);
  expect(held).not.toMatch(/larkspur|hollow|\b4711 /i);
}, 120_000);
