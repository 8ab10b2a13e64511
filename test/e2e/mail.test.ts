// The mail server is away: staff are answered all the same, and what is due arrives once, if it may still be said.
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { caseView } from '../../src/api/answers-case';
import { deliveries } from '../../src/api/answers-deliveries';
import { eventually } from '../setup/eventually';
import { startServer, until } from '../workflows/support/server';
import { family, mailOf, meeting } from './support/family';
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

const staffed = (mark: string) =>
  family(mark, {
    staff: { caseworker: 'ana', facilitator: 'emil' },
  });

/** Each of these was tried, and not delivered. */
const held = (caseId: string, recipients: readonly string[]) =>
  until('the attempts have failed', async () => {
    const rows = await office.store.deliveries({ caseId });
    return recipients.every((id) =>
      rows.some((row) => row.intent.to.id === id && row.attempts.some(({ result }) => result === 'failed')),
    );
  });

test('with the mail server down an event is recorded and answered; when it returns, everything due arrives exactly once', async () => {
  const ana = office.as('ana');
  const opened = await ana.post(201, '/v1/cases', staffed('Reyes'));
  const at = `/v1/cases/${opened.case}`;
  const [berta, cleo] = [opened.ids['participant:1']!, opened.ids['participant:2']!];
  await until('nothing under way', () => office.isQuiet(opened.case));

  await office.stopMailServer();
  const booked = await ana.post(201, `${at}/meetings`, meeting(opened.ids));
  expect(booked.consequences.notices).toMatchObject({ invite: 2 });
  const allegation = await ana.post(200, `${at}/allegations`, { children: [opened.ids['child:1']] });
  expect(allegation.changes.filter(({ was }) => was === null).map(({ now }) => now?.status)).toContain('due');
  await held(opened.case, [berta, cleo, 'ana']);
  const seen = await ana.read(deliveries, `${at}/deliveries`);
  expect(seen.deliveries.filter(({ to }) => to.id === berta).map(({ state }) => state)).toEqual(['wanted']);
  // Staff are answered while deliveries wait.
  await ana.post(200, `${at}/events`, { events: [{ type: 'ContactMade', kind: 'visit', participants: [berta] }] });

  await office.startMailServer();
  await until('everything due was sent', () => office.isQuiet(opened.case), 60_000);
  for (const who of ['berta', 'cleo']) {
    const letters = await office.letters.to(mailOf(who, 'Reyes'));
    expect(letters.map(({ calendar }) => calendar?.method)).toEqual(['REQUEST']);
  }
  const sent = (await ana.read(deliveries, `${at}/deliveries`)).deliveries.filter(({ state }) => state === 'sent');
  const carried = sent.map(({ attempts }) => attempts.find(({ result }) => result === 'accepted')?.messageId);
  expect(carried.filter((id) => id === undefined)).toEqual([]);
  const received = (await office.letters.all()).map(({ messageId }) => messageId);
  expect(new Set(received)).toEqual(new Set(carried));
  expect(received).toHaveLength(carried.length);
  const toAna = (await office.letters.to('ana@agency.example.org')).filter(({ text }) => text.includes(opened.case));
  expect(toAna.map(({ text }) => text).join()).toContain('Report the new allegation to the hotline at once.');
}, 90_000);

test('an order to keep two people apart, entered while invitations are held up, stops those not yet sent, and neither hears of the other', async () => {
  const emil = office.as('emil');
  const opened = await office.as('ana').post(201, '/v1/cases', staffed('Quinn'));
  const at = `/v1/cases/${opened.case}`;
  const [berta, cleo] = [opened.ids['participant:1']!, opened.ids['participant:2']!];
  await until('nothing under way', () => office.isQuiet(opened.case));

  await office.stopMailServer();
  await emil.post(201, `${at}/meetings`, meeting(opened.ids));
  await held(opened.case, [berta, cleo]);
  await office
    .as('ana')
    .post(200, `${at}/events`, { events: [{ type: 'NoContactOrderRecorded', between: [berta, cleo] }] });
  await office.startMailServer();

  await until('everything was sent or dropped', () => office.isQuiet(opened.case), 60_000);
  const rows = (await emil.read(deliveries, `${at}/deliveries`)).deliveries.filter(({ kind }) => kind === 'invite');
  expect(rows.map(({ to }) => to.id).toSorted()).toEqual([berta, cleo].toSorted());
  for (const { state } of rows) expect(['withdrawn', 'dropped']).toContain(state);
  for (const who of ['berta', 'cleo']) expect(await office.letters.to(mailOf(who, 'Quinn'))).toEqual([]);
  // The facilitator is told to separate them.
  const told = await eventually('a letter to the facilitator', async () =>
    (await office.letters.to('emil@agency.example.org')).find(
      ({ text }) => text.includes(opened.case) && text.includes('Hold separate sessions'),
    ),
  );
  expect(told.text).not.toMatch(/Berta|Cleo/);

  // Two meetings, one for each, hours apart from each other: each invitation speaks of its own recipient alone.
  const sessions = (await emil.read(caseView, at)).meetings;
  await emil.post(200, `${at}/meetings/${sessions[0]!.id}/cancel`, { reason: 'Two sessions instead.' });
  for (const [i, person] of [berta, cleo].entries())
    await emil.post(
      201,
      `${at}/meetings`,
      meeting(opened.ids, {
        invitees: [person],
        meeting: `m-session-${i}`,
        startsAt: `${inDays(11)}T${10 + 4 * i}:00`,
      }),
    );
  for (const [who, other] of [
    ['berta', 'cleo'],
    ['cleo', 'berta'],
  ] as const) {
    const letters = await eventually(`an invitation of ${who}`, async () => {
      const found = await office.letters.to(mailOf(who, 'Quinn'));
      return found.length > 0 ? found : undefined;
    });
    expect(letters.map(({ calendar }) => calendar?.method)).toEqual(['REQUEST']);
    const opposite = other === 'berta' ? berta : cleo;
    for (const { everything } of letters) {
      expect(everything.toLowerCase()).not.toContain(other);
      expect(everything).not.toContain(opposite);
    }
  }
  expect(office.letters.doubled()).toEqual([]);
}, 90_000);
