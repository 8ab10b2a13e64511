// One family from the fact-finding hearing to closure, as staff and recipients see it.
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { caseView, explanation, history } from '../../src/api/answers-case';
import { instantOf } from '../../src/domain/calendar';
import { day } from '../../src/domain/calendar';
import { eventually } from '../setup/eventually';
import { startServer, until } from '../workflows/support/server';
import { family, mailOf, meeting } from './support/family';
import { inDays, Office, ZONE } from './support/office';

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

test('from the hearing to closure: each step is answered, dated, explained, and told to those whom it concerns, once', async () => {
  const [ana, emil] = [office.as('ana'), office.as('emil')];
  const opened = await ana.post(201, '/v1/cases', family('Vega'));
  const at = `/v1/cases/${opened.case}`;
  expect(opened.changes).toContainEqual(
    expect.objectContaining({
      was: null,
      now: { status: 'due', due: inDays(25) },
      key: expect.stringMatching(/\/ppm\//),
    }),
  );
  await ana.post(200, `${at}/events`, { events: [{ type: 'StaffAssigned', staff: 'emil', role: 'facilitator' }] });

  const booked = await emil.post(201, `${at}/meetings`, meeting(opened.ids));
  const id = booked.ids['meeting:1']!;
  expect(booked.consequences.notices).toMatchObject({ invite: 2 });
  const people = [
    { address: mailOf('berta', 'Vega'), other: /cleo/i },
    { address: mailOf('cleo', 'Vega'), other: /berta/i },
  ];
  const first = new Map(
    await Promise.all(people.map(async ({ address }) => [address, (await lettersTo(address, 1))[0]!] as const)),
  );
  for (const { address, other } of people) {
    const { calendar, everything } = first.get(address)!;
    expect(calendar).toMatchObject({
      method: 'REQUEST',
      sequence: 0,
      start: instantOf(day(inDays(10)), '17:30', ZONE),
      location: 'Community house, room 2',
      attendees: [{ address: `MAILTO:${address}` }],
    });
    expect(everything).not.toMatch(other);
    expect(everything).not.toMatch(/Ada/);
  }

  await emil.post(200, `${at}/meetings/${id}/reschedule`, { startsAt: `${inDays(12)}T09:00`, zone: ZONE });
  for (const { address } of people) {
    const second = (await lettersTo(address, 2))[1]!;
    const before = first.get(address)!.calendar!;
    expect(second.calendar).toMatchObject({
      method: 'REQUEST',
      uid: before.uid,
      start: instantOf(day(inDays(12)), '09:00', ZONE),
    });
    expect(second.calendar!.sequence).toBeGreaterThan(before.sequence);
  }

  const heldOn = inDays(0);
  const held = await emil.post(200, `${at}/meetings/${id}/held`, {
    on: heldOn,
    attendance: [{ participant: opened.ids['participant:1'], how: 'present' }],
    familyTime: true,
    familyPlan: 'Ada stays with Cleo until June.',
  });
  const next = (await ana.read(caseView, at)).obligations.filter((one) => one.duty === 'ppm' && one.status === 'due');
  expect(next).toMatchObject([{ due: inDays(90), cites: expect.arrayContaining(['WA-08']), owner: { staff: 'emil' } }]);
  expect(held.changes).toContainEqual(expect.objectContaining({ key: next[0]!.key, was: null }));
  const why = await ana.read(explanation, next[0]!.explanation);
  expect(why).toMatchObject({ key: next[0]!.key, due: inDays(90) });
  expect(why.lines.join('\n')).toContain('WA-08');
  expect(why.lines.join('\n')).toContain(heldOn);

  await emil.post(201, `${at}/meetings`, meeting(opened.ids, { startsAt: `${inDays(80)}T17:30`, meeting: 'm-second' }));
  for (const { address } of people) expect((await lettersTo(address, 3))[2]!.calendar?.method).toBe('REQUEST');
  await ana.post(200, `${at}/closure`, { on: heldOn, reason: 'permanency-achieved' });
  for (const { address } of people) {
    const [, , invited, cancelled] = await lettersTo(address, 4);
    expect(cancelled!.subject).toMatch(/^Cancelled/);
    expect(cancelled!.calendar).toMatchObject({ method: 'CANCEL', uid: invited!.calendar!.uid, status: 'CANCELLED' });
    expect(cancelled!.calendar!.sequence).toBeGreaterThan(invited!.calendar!.sequence);
  }

  const closed = await ana.read(caseView, at);
  expect(closed).toMatchObject({ closedOn: heldOn, finished: false, stuck: null });
  expect(closed.obligations.filter((one) => ['due', 'window', 'overdue'].includes(one.status))).toEqual([]);
  const { typedSearchAttributes } = await office.client.workflow.getHandle(opened.case).describe();
  expect(Object.fromEntries(typedSearchAttributes.getAll().map(({ key, value }) => [key.name, value]))).toMatchObject({
    Stage: 'closed',
    Overdue: false,
    Stuck: false,
  });
  await until('nothing under way', () => office.isQuiet(opened.case));
  for (const { address } of people) expect(await office.letters.to(address)).toHaveLength(4);
  expect(office.letters.doubled()).toEqual([]);
});

test('staff are invited beside the family, each by a letter of his or her own; one whom no letter reaches is a task of the supervisor', async () => {
  const [ana, emil, carla] = [office.as('ana'), office.as('emil'), office.as('carla')];
  const opened = await ana.post(201, '/v1/cases', family('Sole'));
  const at = `/v1/cases/${opened.case}`;
  await ana.post(200, `${at}/events`, { events: [{ type: 'StaffAssigned', staff: 'emil', role: 'facilitator' }] });
  const booked = await emil.post(
    201,
    `${at}/meetings`,
    meeting(opened.ids, { invitees: [opened.ids['participant:1']], staff: ['ana', 'carla'] }),
  );
  expect(booked.consequences.notices).toMatchObject({ invite: 3 });
  const mailOfStaff = (id: string): string => `${id}@agency.example.org`;
  const calendarsOf = (address: string, count: number) =>
    eventually(`${count} calendar letters to ${address}`, async () => {
      const all = (await office.letters.to(address)).filter(({ calendar }) => calendar !== null);
      return all.length >= count ? all : undefined;
    });
  const addresses = [mailOfStaff('ana'), mailOfStaff('carla'), mailOf('berta', 'Sole')];
  const invitations = await Promise.all(addresses.map(async (address) => (await calendarsOf(address, 1))[0]!));
  expect(new Set(invitations.map(({ calendar }) => calendar!.uid)).size).toBe(3);
  for (const [i, { calendar, everything }] of invitations.entries()) {
    expect(calendar).toMatchObject({
      method: 'REQUEST',
      sequence: 0,
      attendees: [{ address: `MAILTO:${addresses[i]}` }],
    });
    for (const other of addresses.filter((one) => one !== addresses[i])) expect(everything).not.toContain(other);
    for (const name of ['Ana', 'Carla', 'Berta', 'Ada'].filter((one) => !addresses[i]!.startsWith(one.toLowerCase())))
      expect(everything).not.toMatch(new RegExp(`\\b${name}\\b`));
  }
  expect(invitations[2]!.everything).not.toContain(opened.case);

  const id = booked.ids['meeting:1']!;
  const moved = { startsAt: `${inDays(12)}T09:00`, zone: ZONE, staff: ['ana'] };
  await emil.post(200, `${at}/meetings/${id}/reschedule`, moved);
  const seconds = await Promise.all(addresses.map(async (address) => (await calendarsOf(address, 2))[1]!));
  expect(seconds.map(({ calendar }) => calendar?.method)).toEqual(['REQUEST', 'CANCEL', 'REQUEST']);
  for (const [i, { calendar }] of seconds.entries()) {
    expect(calendar!.uid).toBe(invitations[i]!.calendar!.uid);
    expect(calendar!.sequence).toBeGreaterThan(0);
  }

  const [person] = await office.store.people({ caseId: null, ids: ['ana'] });
  await office.store.savePerson({ ...person!, email: null });
  try {
    await emil.post(200, `${at}/meetings/${id}/reschedule`, { ...moved, startsAt: `${inDays(13)}T09:00` });
    const reaching = async () =>
      (await carla.read(caseView, at)).obligations.filter(({ duty }) => duty === 'reach-staff');
    await until('a task of the supervisor', async () => (await reaching()).length > 0);
    expect(await reaching()).toMatchObject([{ owner: { staff: 'carla' }, status: 'due', cites: ['WA-20'] }]);
    await carla.post(200, `${at}/events`, {
      events: [{ type: 'ContactMade', kind: 'reached-another-way', staff: ['ana'], channel: 'phone' }],
    });
    expect(await reaching()).toMatchObject([{ status: 'met' }]);
  } finally {
    await office.store.savePerson(person!);
  }
  await until('nothing under way', () => office.isQuiet(opened.case));
  expect(office.letters.doubled()).toEqual([]);
});

test('a request sent twenty times at once under one key is done once, and answered alike; another body under that key is refused', async () => {
  const ana = office.as('ana');
  const opened = await ana.post(201, '/v1/cases', family('Kim'));
  const at = `/v1/cases/${opened.case}`;
  const body = { events: [{ type: 'ContactMade', kind: 'visit', participants: [opened.ids['participant:1']] }] };
  const replies = await Promise.all(
    Array.from({ length: 20 }, () => ana.send('POST', `${at}/events`, body, 'one-key')),
  );
  expect(replies.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
  expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
  const visits = async () =>
    (await ana.read(history, `${at}/history`)).journal.filter(({ event }) => event.type === 'ContactMade');
  expect(await visits()).toHaveLength(1);

  const other = { events: [{ type: 'ContactMade', kind: 'visit', participants: [opened.ids['participant:2']] }] };
  const reused = await ana.send('POST', `${at}/events`, other, 'one-key');
  expect(reused.status).toBe(422);
  expect(reused.json).toMatchObject({ type: '/problems/key-reused' });
  expect(await visits()).toHaveLength(1);
});

test('twenty openings at once under one key are one case', async () => {
  const ana = office.as('ana');
  const replies = await Promise.all(
    Array.from({ length: 20 }, () => ana.send('POST', '/v1/cases', family('Ortiz'), 'one-opening')),
  );
  expect(new Set(replies.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
  expect(replies[0]!.status).toBe(201);
  const people = await Promise.all((await office.store.cases({})).map(({ caseId }) => office.store.people({ caseId })));
  expect(people.flat().filter(({ name }) => name === 'Berta Ortiz')).toHaveLength(1);
});
