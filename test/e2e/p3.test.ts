// The way of a youth through P3, over HTTP: referred, sent back, referred again, assigned and announced, visited, closed against a
// disagreement. What the scenario `la-contested-closing` says of it is what the office does here, on one day.
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { caseView } from '../../src/api/answers-case';
import { worklist } from '../../src/api/answers-worklists';
import { closureChecklist } from '../../src/api/answers-closing';
import { sampleStaff } from '../../src/sample/agency';
import { eventually } from '../setup/eventually';
import { readScenario } from '../support/golden';
import { startServer, until } from '../workflows/support/server';
import type { Recorded, Reply } from './support/browser';
import { family } from './support/family';
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

const staff: Readonly<Record<string, string>> = { cw1: 'ana', sup1: 'carla', p3w1: 'hana', p3s1: 'ivan' };
const REPEATED = /^(cw|told|note-2026-0[2-5]|supervised-2026-0[3-6]|visit-2|form|checked|approved|closed)/;
const codesIn = ({ json }: Reply): string[] =>
  ((json as { errors?: { code: string }[] }).errors ?? []).map(({ code }) => code).toSorted();

/** What a scenario tells, as this office says it: today, by its own people, about its own youth. */
class Telling {
  private readonly known = new Map<string, string>();

  constructor(
    private readonly at: string,
    ids: Readonly<Record<string, string>>,
  ) {
    for (const [theirs, ours] of Object.entries(staff)) this.known.set(theirs, ours);
    this.known.set('c1', ids['child:1']!).set('cg1', ids['participant:2']!);
  }

  async send(id: string, by: string, events: readonly unknown[]): Promise<Reply> {
    const reply = await office
      .as(staff[by]!)
      .send('POST', `${this.at}/events`, { events: this.ours(events) as object[] });
    if (reply.status === 200) this.known.set(id, (reply.json as Recorded).events[0]!.id);
    return reply;
  }

  id(theirs: string): string {
    return this.known.get(theirs) ?? theirs;
  }

  private ours(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((one) => this.ours(one));
    if (typeof value === 'string') return this.id(value);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, one]) => (key === 'on' ? [] : [[key, this.ours(one)]])),
    );
  }
}

test('LA-25 to LA-32, LA-49, LA-72 to LA-85: from the referral that is sent back to the file that is delivered', async () => {
  const ana = office.as('ana');
  const carla = office.as('carla');
  const opened = await ana.post(
    201,
    '/v1/cases',
    family('Rivas', {
      programs: ['la-p3'],
      children: [{ name: 'Ada Rivas', bornOn: inDays(-15 * 365) }],
      events: [],
    }),
  );
  const at = `/v1/cases/${opened.case}`;
  const telling = new Telling(at, opened.ids);
  const { events } = readScenario('la-contested-closing');
  const story = events.map(({ id = '', by = '', event, events: several }) => ({ id, by, all: several ?? [event] }));
  const form = story.find(({ id }) => id === 'form')!.all;
  const tell = async (from: string, to: string): Promise<string[]> => {
    const refused: string[] = [];
    const [first, last] = [from, to].map((id) => story.findIndex((one) => one.id === id));
    for (const { id, by, all } of story.slice(first, last! + 1)) {
      if (REPEATED.test(id)) continue;
      const reply = await telling.send(id, by, all);
      if (id.startsWith('refused')) refused.push(`${id}: ${codesIn(reply).join(' ')}`);
      expect([id, reply.status, id.startsWith('refused') ? '' : codesIn(reply).join()]).toEqual([
        id,
        id.startsWith('refused') ? 422 : 200,
        '',
      ]);
    }
    return refused;
  };

  await tell('candidate', 'report-1');
  expect((await telling.send('form', 'cw1', form)).status).toBe(200);
  // The supervisor is asked by mail, sends it back with what is missing, and is asked again for the next form.
  await eventually('the supervisor is asked', async () =>
    (await office.letters.to('carla@agency.example.org')).find(({ subject }) => subject === 'Your decision is needed'),
  );
  const mine = await carla.read(worklist, '/v1/worklists/mine');
  expect(mine.items.filter((one) => one.case === opened.case).map(({ cites }) => cites[0])).toEqual(['LA-26']);
  await carla.post(200, `${at}/sign-offs/${telling.id('form')}`, {
    decision: 'returned',
    missing: ['The number of the court case'],
    reason: 'One field is empty.',
  });
  const early = await telling.send('sent', 'cw1', [
    { type: 'ActionTaken', kind: 'p3-referral-submitted', about: 'form', children: ['c1'] },
  ]);
  expect([early.status, codesIn(early)]).toEqual([422, ['approved-before-submission']]);
  expect((await telling.send('form', 'cw1', form)).status).toBe(200);
  const checked = story.find(({ id }) => id === 'checked')!;
  expect((await telling.send('checked', 'sup1', checked.all)).status).toBe(200);
  await carla.post(200, `${at}/sign-offs/${telling.id('form')}`, { decision: 'approved', reason: 'Complete.' });

  await tell('sent', 'assigned');
  const hana = sampleStaff.find(({ id }) => id === 'hana')!;
  for (const who of ['ana', 'carla']) {
    const letter = await eventually(`the announcement to ${who}`, async () =>
      (await office.letters.to(`${who}@agency.example.org`)).find(({ subject }) => subject === 'Whom you can call'),
    );
    expect(letter.text).toContain(`Name: ${hana.name}\nTelephone: ${hana.phone}`);
    expect(letter.everything).not.toMatch(/Rivas|Ada/);
  }
  await until('nothing under way', () => office.isQuiet(opened.case));
  const announced = (await ana.read(caseView, at)).obligations.find(({ duty }) => duty === 'announce-p3-worker');
  expect(announced).toMatchObject({ status: 'met', doneOn: inDays(0) });

  expect(await tell('project', 'disagrees')).toEqual(['refused-no-conference: conference-before-decision']);
  const gates = async (): Promise<string[]> => {
    const about = { program: 'la-p3', children: [opened.ids['child:1']] };
    const reply = await office.as('ivan').send('POST', `${at}/closure-checklist`, about);
    expect(reply.status).toBe(200);
    const [closing] = closureChecklist.parse(reply.json).closings;
    return closing!.gates.flatMap(({ id, state }) => (state === 'open' ? [id] : [])).toSorted();
  };
  const open = await gates();
  const refusals = await tell('refused-end', 'refused-verification');
  expect(refusals[0]).toBe(`refused-end: ${open.join(' ')}`);
  expect(refusals.slice(1)).toEqual([
    'refused-decision: p3-supervisor-decides',
    'refused-verification: summary-in-both-places',
  ]);
  await tell('summary-tracking', 'reviewed');
  expect(await gates()).toEqual([]);
  expect(await tell('ended', 'achieved')).toEqual(['refused-no-way: delivered-one-way-or-other']);
  await carla.post(200, `${at}/closure`, { reason: 'guardianship' });
  const { closedOn, staff: assigned } = await ana.read(caseView, at);
  expect([closedOn, assigned.filter(({ id, until: to }) => id === 'hana' && to === null)]).toEqual([inDays(0), []]);
  expect(office.letters.doubled()).toEqual([]);
});
