// Everything real: a hand-over that is cut off in the middle goes on; what is damaged on purpose is found by the look at all cases, and
// the command that the finding names mends it.
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import * as caseload from '../../src/api/answers-caseload';
import { integrityReport } from '../../src/api/answers-integrity';
import type { AgencyData } from '../../src/domain/agency';
import type { Finding, FindingCode } from '../../src/domain/integrity';
import { localEnvironment } from '../setup/temporal';
import { newCaseId, quietRuntime, until } from '../workflows/support/server';
import { Office } from './support/office';

jest.setTimeout(240_000);

let env: TestWorkflowEnvironment;
let office: Office;
let sample: AgencyData;
beforeAll(async () => {
  quietRuntime();
  env = await localEnvironment();
  office = await Office.open(env.address);
  await office.startWorkers();
  sample = (await office.store.agency())!;
  await staffWith({});
});
afterAll(async () => {
  await office?.close();
  await env?.teardown();
});

/** The sample staff and one more facilitator; some of them changed. */
async function staffWith(changed: Readonly<Record<string, object>>): Promise<void> {
  const gil = { id: 'gil', role: 'facilitator' as const, unit: 'north', active: true, otherFamilies: 5 };
  const staff = [...sample.staff, gil].map((one) => ({ ...one, ...changed[one.id] }));
  await office.store.saveAgency({ ...sample, staff });
}

const opening = (over: object = {}) => ({
  unit: 'north',
  programs: ['wa-enhanced-ppm'],
  children: [{ name: 'Ada Verne', bornOn: '2018-01-15' }],
  participants: [{ name: 'Berta Verne', role: 'parent', email: 'berta@example.org' }],
  staff: { caseworker: 'ana', facilitator: 'emil' },
  ...over,
});
const open = async (over: object = {}, by = 'carla') =>
  (await office.as(by).post(201, '/v1/cases', opening(over))).case;
const facilitatorOf = async (caseId: string) => (await office.store.case(caseId))?.facilitator;

async function look() {
  const reply = await office.as('leo').send('POST', '/v1/integrity/checks', {});
  if (reply.status !== 200) throw new Error(reply.text);
  return integrityReport.parse(reply.json).findings;
}
const codesOf = (findings: readonly Finding[], caseId: string): FindingCode[] =>
  findings.filter((one) => one.case === caseId).map((one) => one.code);

/** As an operator or a supervisor would: the request stands in the finding. */
async function mend(finding: Finding | undefined, by = 'leo'): Promise<void> {
  const [, path, body] = /^POST (\S+) (\{.*\})$/.exec(finding?.mend ?? '') ?? [];
  if (path === undefined || body === undefined) throw new Error(`no request: ${finding?.mend}`);
  const reply = await office.as(by).send('POST', path, JSON.parse(body) as object);
  if (reply.status >= 300) throw new Error(`${path}: ${reply.status} ${reply.text}`);
}
const found = (findings: readonly Finding[], caseId: string, code: FindingCode): Finding | undefined =>
  findings.find((one) => one.case === caseId && one.code === code);

test('a family opened without a facilitator has one when it is looked at, and who gave it is the unit', async () => {
  const caseId = await open({ staff: { caseworker: 'ana' } });
  expect(await facilitatorOf(caseId)).toBe('emil');
  const running = await office.client.workflow.count("WorkflowType = 'unitCaseload' AND ExecutionStatus = 'Running'");
  expect(running.count).toBe(1);
});

test('a hand-over that is cut off when half the cases have heard of it goes on with the next worker, each once', async () => {
  const cases: string[] = [];
  for (let i = 0; i < 4; i += 1) cases.push(await open());
  await staffWith({ emil: { leavesOn: '2099-01-01' } });
  await office.stopWorkers();
  let heard = 0;
  let cut = (): void => undefined;
  const halfway = new Promise<void>((resolve) => (cut = resolve));
  await office.startWorkers(undefined, (activities) => ({
    ...activities,
    recordMove: async (order) => {
      heard += 1;
      if (heard > 2) {
        cut();
        throw new Error('the process ends here');
      }
      return activities.recordMove!(order);
    },
  }));
  const asking = office
    .as('dora')
    .send('POST', '/v1/staff/emil/hand-over', { reason: 'Leaves.', confirm: true }, 'leaves-emil');
  await halfway;
  await office.stopWorkers();
  const reply = await asking;
  expect(reply.status).toBe(202);
  await office.startWorkers();
  const { location } = caseload.keptByUnit.parse(reply.json);
  await until('every case has heard of it', async () => {
    const { state } = await office.as('dora').read(caseload.unitRequest, location);
    return state === 'decided';
  });
  const again = await office
    .as('dora')
    .send('POST', '/v1/staff/emil/hand-over', { reason: 'Leaves.', confirm: true }, 'leaves-emil');
  expect(again.status).toBe(200);
  const done = caseload.handOver.parse(again.json);
  expect([done.refused, done.left, done.recorded >= 4]).toEqual([0, 0, true]);
  for (const caseId of cases) {
    const moved = (await office.store.journal(caseId)).filter(
      (line) => line.event.type === 'StaffAssigned' && line.event.staff === 'gil',
    );
    expect([await facilitatorOf(caseId), moved.length]).toEqual(['gil', 1]);
  }
  await staffWith({});
});

describe('the look at all cases', () => {
  test('finds nothing where everything is sound; only who watches the system is told', async () => {
    await until('nothing is found', async () => (await look()).length === 0, 60_000);
    expect((await office.as('ana').send('GET', '/v1/integrity')).status).toBe(403);
    const report = await office.as('leo').read(integrityReport, '/v1/integrity');
    expect(report.cases).toBe((await office.store.cases({ finished: false })).length);
  });

  test('a workflow that was terminated', async () => {
    const caseId = await open();
    await office.client.workflow.getHandle(caseId).terminate('on purpose');
    const findings = await look();
    expect(codesOf(findings, caseId)).toEqual(['no-workflow']);
    await mend(found(findings, caseId, 'no-workflow'));
    expect(codesOf(await look(), caseId)).toEqual([]);
    expect((await office.client.workflow.getHandle(caseId).describe()).status.name).toBe('RUNNING');
  });

  test('a row that was removed from what lists show', async () => {
    const caseId = await open();
    const removed = await office.db
      .deleteFrom('obligations')
      .where('case_id', '=', caseId)
      .where('duty', '=', 'preliminary-contact')
      .returning('key')
      .execute();
    expect(removed.length).toBeGreaterThan(0);
    const findings = await look();
    expect(codesOf(findings, caseId)).toEqual(['other-projection']);
    expect(found(findings, caseId, 'other-projection')?.says).toContain(removed[0]?.key);
    await mend(found(findings, caseId, 'other-projection'));
    expect(codesOf(await look(), caseId)).toEqual([]);
    const keys = (await office.store.obligations({ caseId })).map((one) => one.key);
    expect(keys).toEqual(expect.arrayContaining(removed.map((one) => one.key)));
  });

  test('somebody who does not work here any more: what was owed falls to the supervisor, and the family to another', async () => {
    const caseId = await open();
    await staffWith({ emil: { active: false } });
    const findings = await look();
    expect(codesOf(findings, caseId)).toEqual([
      'inactive-assigned',
      'inactive-owner',
      'no-facilitator',
      'other-projection',
    ]);
    await mend(found(findings, caseId, 'inactive-owner'));
    const left = await look();
    expect(codesOf(left, caseId)).toEqual(['inactive-assigned', 'no-facilitator']);
    expect((await office.store.obligations({ caseId, owner: 'emil' })).filter((one) => one.status === 'due')).toEqual(
      [],
    );
    // For this family the one command, for the others of the same person the other.
    await mend(found(left, caseId, 'no-facilitator'), 'dora');
    expect([await facilitatorOf(caseId), codesOf(await look(), caseId)]).toEqual(['gil', []]);
    const second = await open({ staff: { caseworker: 'ana', facilitator: 'gil' } });
    await staffWith({ gil: { active: false } });
    await mend(found(await look(), second, 'inactive-assigned'), 'dora');
    // With many families it may be answered before it is done.
    await until('handed over', async () => (await facilitatorOf(second)) === 'emil');
    await staffWith({});
    for (const { caseId: one } of await office.store.cases({ finished: false }))
      await office.as('leo').send('POST', `/v1/cases/${one}/mend`, {});
  });

  test('a store and a workflow that do not agree when to wake', async () => {
    const caseId = await open();
    await until('asleep', () => office.isQuiet(caseId));
    const long = Date.now() - 7 * 86_400_000;
    await office.db
      .updateTable('cases')
      .set({ wake_at: long, planned_at: long })
      .where('case_id', '=', caseId)
      .execute();
    const findings = await look();
    expect(codesOf(findings, caseId)).toEqual(['late-timer']);
    await mend(found(findings, caseId, 'late-timer'));
    expect(codesOf(await look(), caseId)).toEqual([]);
  });

  test('a sign-off that waits on the one who asked', async () => {
    const caseId = await open({ staff: { caseworker: 'ana', facilitator: 'fay' } });
    const [asked] = await office.db
      .updateTable('obligations')
      .set({ owner: 'carla' })
      .where('case_id', '=', caseId)
      .where('sign_off', '=', true)
      .returning('request')
      .execute();
    const findings = await look();
    expect(codesOf(findings, caseId)).toContain('own-sign-off');
    expect(found(findings, caseId, 'own-sign-off')?.says).toBe(
      `The sign-off of ${asked?.request} waits on carla, who asked for it.`,
    );
    await mend(found(findings, caseId, 'own-sign-off'));
    expect(codesOf(await look(), caseId)).toEqual([]);
  });

  test('a workflow of which no journal knows', async () => {
    const caseId = newCaseId();
    await office.client.workflow.start('permanencyCase', {
      workflowId: caseId,
      taskQueue: 'cases',
      args: [{ caseId }],
    });
    await until('listed', async () => codesOf(await look(), caseId).includes('no-record'), 60_000);
    const command = found(await look(), caseId, 'no-record')?.mend ?? '';
    expect(command).toContain(`temporal workflow terminate --workflow-id ${caseId}`);
    await office.client.workflow.getHandle(caseId).terminate('no-record');
    await until('gone', async () => (await look()).every((one) => one.case !== caseId), 60_000);
  });
});
