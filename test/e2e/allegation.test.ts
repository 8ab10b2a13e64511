// An allegation past the API, as an operator reports it from the command line, while the case is closed and still open to corrections.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { requestState } from '../../src/api/answers';
import { caseView, history } from '../../src/api/answers-case';
import { eventually } from '../setup/eventually';
import { engineBinary } from '../setup/temporal';
import { startServer, until } from '../workflows/support/server';
import { family } from './support/family';
import { inDays, Office } from './support/office';

const run = promisify(execFile);
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

const signal = async (caseId: string, name: string, input: string) =>
  // prettier-ignore
  run(await engineBinary(), [
    'workflow', 'signal', '--address', env.address, '--workflow-id', caseId, '--name', name, '--input', input,
  ]);

test('an allegation signalled in plain JSON to a closed case is owed at once, and the worker has the reminder a moment later', async () => {
  const ana = office.as('ana');
  const opened = await ana.post(201, '/v1/cases', family('Moss'));
  const at = `/v1/cases/${opened.case}`;
  await ana.post(200, `${at}/closure`, { reason: 'permanency-achieved' });
  await until('nothing under way', () => office.isQuiet(opened.case));
  expect(await office.letters.to('ana@agency.example.org')).toEqual([]);

  const child = opened.ids['child:1']!;
  const entry = JSON.stringify({
    id: 'hotline.2026.1',
    by: 'ana',
    events: [{ type: 'AllegationReported', children: [child] }],
  });
  await signal(opened.case, 'report', entry);
  await signal(opened.case, 'report', entry); // a feed that sends it twice

  const letters = await eventually('reminders of the allegation', async () => {
    const found = await office.letters.to('ana@agency.example.org');
    return found.length >= 2 ? found : undefined;
  });
  const said = letters.map(({ text }) => text.replaceAll(/\s+/g, ' ')).join('\n');
  expect(said).toContain('Report the new allegation to the hotline at once.');
  expect(said).toContain('Make the child safe at once');
  for (const letter of letters) expect(letter.everything).not.toMatch(/Moss|Ada/);

  const seen = await ana.read(caseView, at);
  const owed = seen.obligations.filter(({ program }) => program === 'every-case');
  expect(owed.map(({ duty, owner }) => [duty, owner.staff])).toEqual([
    ['report-allegation', 'ana'],
    ['make-child-safe', 'ana'],
  ]);
  for (const { status } of owed) expect(['due', 'overdue']).toContain(status);
  expect(seen.finished).toBe(false);
  const { journal } = await ana.read(history, `${at}/history`);
  const lines = journal.filter(({ event }) => event.type === 'AllegationReported');
  expect(lines).toHaveLength(1);
  const asked = await ana.read(requestState, `/v1/requests/${lines[0]!.request}`);
  expect(asked).toMatchObject({ state: 'recorded', events: [{ id: lines[0]!.id, type: 'AllegationReported' }] });
  await until('nothing under way', () => office.isQuiet(opened.case));
  expect(await office.letters.to('ana@agency.example.org')).toHaveLength(2);
  expect(office.letters.doubled()).toEqual([]);
});

test('what befalls every case is taken as a signal whatever its program: recorded once, answered by what it changes', async () => {
  const ana = office.as('ana');
  const opened = await ana.post(201, '/v1/cases', family('Orr'));
  const at = `/v1/cases/${opened.case}`;
  const children = [opened.ids['child:1']!];
  const befell = [
    { type: 'ReunificationPlanned', children, plannedFor: inDays(30) },
    { type: 'PlacementChanged', children, kind: 'trial-home-visit' },
    { type: 'LegalStatusChanged', children, status: 'trial-reunification' },
    { type: 'ReunificationHappened', children },
  ];
  for (const event of befell) await signal(opened.case, 'report', JSON.stringify({ by: 'ana', events: [event] }));
  const recorded = await eventually('four records', async () => {
    const { journal, refused } = await ana.read(history, `${at}/history`);
    expect(refused).toEqual([]);
    const found = journal.map(({ event }) => event).filter(({ type }) => befell.some((one) => one.type === type));
    return found.length === befell.length ? found : undefined;
  });
  expect(recorded).toEqual(befell.map((event) => ({ ...event, on: inDays(0) })));
});

test('what no case can take, signalled from the command line, is refused on record, and the case goes on', async () => {
  const ana = office.as('ana');
  const opened = await ana.post(201, '/v1/cases', family('Nash'));
  const at = `/v1/cases/${opened.case}`;
  await signal(opened.case, 'report', '"burn it down"');
  await signal(opened.case, 'reprot', '{}');
  await signal(opened.case, 'report', '{"by":"ana","events":[{"type":"AllegationReported","children":["p-nobody"]}]}');
  const refused = await eventually('three refusals', async () => {
    const found = (await ana.read(history, `${at}/history`)).refused;
    return found.length === 3 ? found : undefined;
  });
  expect(refused.flatMap(({ unmet }) => unmet.map(({ field }) => field))).toContain('children');
  await ana.post(200, `${at}/events`, { events: [{ type: 'StaffAssigned', staff: 'emil', role: 'facilitator' }] });
  expect((await ana.read(caseView, at)).stuck).toBeNull();
});
