// Programs that are broken: the case says so, answers staff meanwhile, and heals when they are mended.
import type * as PlanModule from '../../src/domain/plan';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { caseView, history } from '../../src/api/answers-case';
import { after, happened, perCase, setting, first, by, perEvent, trigger, inCase } from '../../src/domain/rule';
import type { Plan } from '../../src/domain/plan';
import type { Duty, Program } from '../../src/domain/rule';
import { reconsiderCase } from '../../src/platform/temporal';
import { programs } from '../../src/programs';
import { waitingFor } from '../../src/workflows/messages';
import { eventNames, historiesOf, startServer, until } from '../workflows/support/server';
import { family, mailOf, meeting } from './support/family';
import { inDays, Office } from './support/office';

/** What becomes of a plan before the case reads it. */
let mockSpoil: (plan: Plan, now: number) => Plan = (plan) => plan;
jest.mock('../../src/domain/plan', () => {
  const real = jest.requireActual<typeof PlanModule>('../../src/domain/plan');
  const plan: typeof real.plan = (journal, context, now) => mockSpoil(real.plan(journal, context, now), now);
  return { ...real, plan };
});

let env: TestWorkflowEnvironment;
let office: Office;
beforeAll(async () => {
  env = await startServer();
  office = await Office.open(env.address);
});
afterEach(async () => {
  mockSpoil = (plan) => plan;
  await office.stopWorkers();
});
afterAll(async () => {
  await office?.close();
  await env?.teardown();
});

const withDuties = (...duties: Duty[]): Program[] =>
  programs.map((one) => (one.id === 'wa-enhanced-ppm' ? { ...one, duties: [...one.duties, ...duties] } : one));
const attributes = async (caseId: string) => {
  const { typedSearchAttributes } = await office.client.workflow.getHandle(caseId).describe();
  return Object.fromEntries(typedSearchAttributes.getAll().map(({ key, value }) => [key.name, value]));
};
const found = async (query: string): Promise<string[]> => {
  const ids: string[] = [];
  for await (const one of office.client.workflow.list({ query })) ids.push(one.workflowId);
  return ids;
};
const hire = { events: [{ type: 'StaffAssigned', staff: 'emil', role: 'facilitator' }] };

test('a program that throws: the case says Stuck and answers staff; mended, it sends what it owed and says so no more', async () => {
  await office.startWorkers();
  const ana = office.as('ana');
  const opened = await ana.post(201, '/v1/cases', family('Ibsen'));
  const at = `/v1/cases/${opened.case}`;
  await office.stopWorkers();

  await office.startWorkers(
    withDuties({
      id: 'broken',
      cites: ['WA-99'],
      says: 'Do what nobody can date.',
      per: perCase,
      from: first(inCase('HearingHeld')),
      due: { by: after(first(inCase('HearingHeld')), setting('a-setting-that-nobody-made')) },
      done: by(inCase('DocumentCompleted')),
      owner: 'caseworker',
      remind: 'never',
    }),
  );
  await ana.post(200, `${at}/events`, hire);
  await until('Stuck is shown', async () => (await attributes(opened.case))['Stuck'] === true);
  await until('found by it', async () => (await found('Stuck = true')).includes(opened.case));
  expect(await ana.read(caseView, at)).toMatchObject({ stuck: 'program-failed', unit: 'north' });
  const booked = await office.as('emil').post(201, `${at}/meetings`, meeting(opened.ids));
  expect(booked.events).toMatchObject([{ type: 'MeetingScheduled' }]);
  expect(await office.letters.to(mailOf('berta', 'Ibsen'))).toEqual([]);
  await office.stopWorkers();

  await office.startWorkers();
  expect(await reconsiderCase(office.client, opened.case)).toBe(true);
  await until('Stuck is shown no more', async () => (await attributes(opened.case))['Stuck'] === false);
  await until('nothing under way', () => office.isQuiet(opened.case));
  expect(await ana.read(caseView, at)).toMatchObject({ stuck: null, meetings: [{ status: 'scheduled' }] });
  const letters = await office.letters.to(mailOf('berta', 'Ibsen'));
  expect(letters.map(({ calendar }) => calendar?.method)).toEqual(['REQUEST']);
  const { journal } = await ana.read(history, `${at}/history`);
  expect(
    journal.filter(({ event, by }) => event.type === 'StaffAssigned' && event.staff === 'emil' && by === 'ana'),
  ).toHaveLength(1);
});

test.each<[string, string, string, typeof mockSpoil]>([
  ['answers "now"', 'wake-now', 'Lund', (plan, now) => ({ ...plan, wakeAt: now })],
  [
    'repeats an effect',
    'repeated-effect',
    'Marsh',
    (plan) => ({ ...plan, notices: [...plan.notices, ...plan.notices] }),
  ],
])(
  'a plan that %s: the case says Stuck and why, answers staff, sends nothing, and heals when mended',
  async (_does, code, mark, spoil) => {
    await office.startWorkers();
    const ana = office.as('ana');
    const opened = await ana.post(201, '/v1/cases', family(mark));
    const at = `/v1/cases/${opened.case}`;
    await ana.post(200, `${at}/events`, hire);
    await until('nothing under way', () => office.isQuiet(opened.case));
    const toAna = async () =>
      (await office.letters.to('ana@agency.example.org')).filter(({ text }) => text.includes(opened.case));
    expect(await toAna()).toEqual([]);

    mockSpoil = spoil;
    const allegation = await ana.post(200, `${at}/allegations`, { children: [opened.ids['child:1']] });
    expect(allegation.events).toMatchObject([{ type: 'AllegationReported' }]);
    await until('Stuck is shown', async () => (await attributes(opened.case))['Stuck'] === true);
    expect(await ana.read(caseView, at)).toMatchObject({ stuck: code });
    const headline = await office.client.workflow.getHandle(opened.case).query(waitingFor);
    expect(headline).toContain(`Stuck (${code})`);
    const visit = { type: 'ContactMade', kind: 'visit', participants: [opened.ids['participant:1']] };
    await ana.post(200, `${at}/events`, { events: [visit] });
    expect(await toAna()).toEqual([]);

    mockSpoil = (plan) => plan;
    expect(await reconsiderCase(office.client, opened.case)).toBe(true);
    await until('Stuck is shown no more', async () => (await attributes(opened.case))['Stuck'] === false);
    await until('nothing under way', () => office.isQuiet(opened.case));
    expect(
      (await toAna())
        .map(({ text }) => /Report the new|Make the child/.exec(text)?.[0] ?? '')
        .toSorted((a, b) => a.localeCompare(b)),
    ).toEqual(['Make the child', 'Report the new']);
    expect((await ana.read(caseView, at)).stuck).toBeNull();
    expect(office.letters.doubled()).toEqual([]);
  },
);

test('a step that always says "now" and names its effects twice: nothing is said twice, history stays small, staff are answered', async () => {
  await office.startWorkers(programs, (real) => ({
    ...real,
    advance: async (input) => {
      const step = await real.advance(input);
      return { ...step, wakeAt: input.now, effects: [...step.effects, ...step.effects] };
    },
  }));
  const ana = office.as('ana');
  const opened = await ana.post(201, '/v1/cases', family('Jansen'));
  const at = `/v1/cases/${opened.case}`;
  await ana.post(200, `${at}/events`, hire);
  await office.as('emil').post(201, `${at}/meetings`, meeting(opened.ids));
  await until('nothing under way', () => office.isQuiet(opened.case));
  for (const who of ['berta', 'cleo'])
    expect((await office.letters.to(mailOf(who, 'Jansen'))).map(({ calendar }) => calendar?.method)).toEqual([
      'REQUEST',
    ]);
  const timers = eventNames((await historiesOf(office.client, opened.case)).at(-1)!);
  // No wake came of it yet: it sleeps a minute at least, and longer each time.
  expect(timers.filter((name) => name === 'TIMER_FIRED')).toEqual([]);
  await office.stopWorkers();

  await office.startWorkers();
  await reconsiderCase(office.client, opened.case);
  await ana.post(200, `${at}/events`, {
    events: [{ type: 'ContactMade', kind: 'visit', participants: [opened.ids['participant:1']] }],
  });
  await until('nothing under way', () => office.isQuiet(opened.case));
  expect(office.letters.doubled()).toEqual([]);
});

test('a program that wants one reminder of two duties with one name: it is said once, and mended nothing is said again', async () => {
  const twice: Duty = {
    id: 'twice',
    cites: ['WA-99'],
    says: 'Do what stands here twice.',
    per: perEvent(happened('AllegationReported')),
    from: trigger(),
    due: { by: trigger() },
    done: by(inCase('DocumentCompleted')),
    owner: 'caseworker',
    remind: 'at-once',
  };
  await office.startWorkers(withDuties(twice, twice));
  const ana = office.as('ana');
  const opened = await ana.post(201, '/v1/cases', family('Keller'));
  const at = `/v1/cases/${opened.case}`;
  await ana.post(200, `${at}/allegations`, { on: inDays(0), children: [opened.ids['child:1']] });
  await until('nothing under way', () => office.isQuiet(opened.case));
  const about = async () =>
    (await office.letters.to('ana@agency.example.org')).filter(
      ({ text }) => text.includes(opened.case) && text.includes('stands here twice'),
    );
  expect(await about()).toHaveLength(1);
  await office.stopWorkers();

  await office.startWorkers();
  await reconsiderCase(office.client, opened.case);
  await ana.post(200, `${at}/events`, hire);
  await until('nothing under way', () => office.isQuiet(opened.case));
  expect((await about()).filter(({ subject }) => !subject.startsWith('Correction'))).toHaveLength(1);
  expect((await ana.read(caseView, at)).stuck).toBeNull();
  expect(office.letters.doubled()).toEqual([]);
});
