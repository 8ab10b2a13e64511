// Who gets a family, over HTTP: at its opening, by hand, at the limit; where the families of somebody who leaves go.
import * as answers from '../../src/api/answers-caseload';
import { problem } from '../../src/api/answers';
import { caseView, history } from '../../src/api/answers-case';
import { agencySchema, type AgencyInput } from '../../src/domain/agency';
import type { Store } from '../../src/store/types';
import { startTestApi, type Api, type StaffId } from './support/api';

const LIMIT = 2;
const staff: AgencyInput['staff'] = [
  { id: 'cw1', role: 'caseworker', unit: 'north' },
  { id: 'sup1', role: 'supervisor', unit: 'north' },
  { id: 'fs1', role: 'facilitator-supervisor', unit: 'north' },
  { id: 'cw2', role: 'caseworker', unit: 'south' },
  { id: 'pm1', role: 'program-manager', unit: 'central' },
  { id: 'ad1', role: 'administrator', unit: 'central' },
];

const agencyWith = (changed: Readonly<Record<string, object>> = {}) => {
  const own: AgencyInput['staff'] = [
    { id: fac1, role: 'facilitator', unit: 'north' },
    { id: fac2, role: 'facilitator', unit: 'north', languages: ['es'] },
    { id: cwA, role: 'caseworker', unit: 'north' },
    { id: cwB, role: 'caseworker', unit: 'north' },
  ];
  return agencySchema.parse({
    id: 'agency',
    zone: 'America/Los_Angeles',
    settings: { familiesPerFacilitator: LIMIT },
    staff: [...staff, ...own].map((one) => ({ ...one, ...changed[one.id] })),
  });
};

async function prepare(store: Store) {
  await store.saveAgency(agencySchema.parse({ id: 'agency', zone: 'America/Los_Angeles', staff }));
  for (const { id } of staff)
    await store.savePerson({
      id,
      caseId: null,
      name: `Staff ${id}`,
      email: `${id}@agency.example.org`,
      phone: null,
      language: 'en',
      doNotContact: false,
    });
  return staff;
}

let api: Api;
/** Others in each test, so that what earlier tests left open counts for nobody. */
let [fac1, fac2, cwA, cwB]: [string, string, string, string] = ['', '', '', ''];
let turn = 0;
beforeAll(async () => {
  api = await startTestApi({}, prepare);
});
beforeEach(async () => {
  turn += 1;
  [fac1, fac2, cwA, cwB] = [`fac1-${turn}`, `fac2-${turn}`, `cwA-${turn}`, `cwB-${turn}`];
  await change({});
});
afterAll(() => api.close());

const change = (changed: Readonly<Record<string, object>>) => api.store.saveAgency(agencyWith(changed));
/** Without a facilitator, unless one is named. */
const open = (over: object = {}) => api.open({ staff: { caseworker: cwA }, ...over });
const facilitatorOf = async (caseId: string) => (await api.store.case(caseId))?.facilitator ?? null;
const load = async (as: StaffId = 'fs1') => {
  const body = await api.read(answers.caseload, '/v1/units/north/caseload', as);
  return Object.fromEntries(body.staff.map((one) => [one.staff.replace(/-.*/, ''), one.families]));
};
const assignments = '/v1/units/north/assignments';
const assign = async (body: object, as: StaffId = 'fs1', key?: string) => {
  const reply = await api.send('POST', assignments, { body, as, ...(key === undefined ? {} : { key }) });
  if (reply.status !== 201) throw new Error(reply.text);
  return answers.assigned.parse(reply.json);
};
const lastLine = async (caseId: string) => (await api.store.journal(caseId)).at(-1)!;

describe('a family that is enrolled without a facilitator (WA-17)', () => {
  test('is given one at once, by the system, and the record says why this one and why not the others', async () => {
    const { case: caseId } = await open();
    expect(await lastLine(caseId)).toMatchObject({
      by: 'system',
      event: {
        type: 'StaffAssigned',
        staff: fac1,
        role: 'facilitator',
        familiesBefore: 0,
        note: expect.stringContaining(`Carries 0 of 2 families.\n${fac2}: Carries 0 of 2 families: as much`),
      },
    });
    const view = await api.read(caseView, `/v1/cases/${caseId}`);
    const duty = view.obligations.find((one) => one.duty === 'assign-facilitator');
    expect(duty?.status).toBe('met');
    expect(await load()).toEqual({ fac1: 1, fac2: 0 });
  });

  test('the next goes to the other, a Spanish one to who speaks it, and siblings are one family', async () => {
    const sibling = { name: 'Sid Verne', bornOn: '2019-01-15' };
    const child = { name: 'Ada Verne', bornOn: '2018-01-15' };
    const first = await open({ children: [child, sibling, { ...sibling, name: 'Sam Verne' }] });
    const second = await open();
    const parent = { name: 'Berta Verne', role: 'parent', language: 'es' };
    const third = await open({ participants: [parent] });
    const all = await Promise.all([first, second, third].map((one) => facilitatorOf(one.case)));
    expect(all).toEqual([fac1, fac2, fac2]);
    expect(await load()).toEqual({ fac1: 1, fac2: 2 });
  });

  test('opened with one, or outside the program, nobody is assigned', async () => {
    const named = await open({ staff: { facilitator: fac2 } });
    const outside = await open({ programs: [], events: [] });
    expect([await facilitatorOf(named.case), await facilitatorOf(outside.case)]).toEqual([fac2, null]);
  });

  test('an agency may want people to assign: then nobody is', async () => {
    const agency = agencyWith();
    await api.store.saveAgency({ ...agency, settings: { ...agency.settings, assignsFacilitator: false } });
    const { case: caseId } = await open();
    expect(await facilitatorOf(caseId)).toBeNull();
    const body = await api.read(answers.caseload, '/v1/units/north/caseload');
    expect(body.withNobody).toContain(caseId);
  });

  test('enrolled later it is given one then', async () => {
    const { case: caseId } = await open({ programs: [], events: [] });
    const events = [{ type: 'ProgramEnrolled', program: 'wa-enhanced-ppm' }];
    await api.do('POST', `/v1/cases/${caseId}/events`, { events }, { as: 'sup1' });
    expect(await facilitatorOf(caseId)).toBe(fac1);
  });

  test('when everybody is at the limit it has nobody, and is listed; what was asked is kept with the reason', async () => {
    for (let i = 0; i < 2 * LIMIT; i += 1) await open();
    const { case: caseId } = await open();
    expect(await facilitatorOf(caseId)).toBeNull();
    const body = await api.read(answers.caseload, '/v1/units/north/caseload', 'fs1');
    expect(body).toMatchObject({ limit: LIMIT, withNobody: expect.arrayContaining([caseId]), waiting: [] });
    expect(body.staff.map((one) => one.families)).toEqual([2, 2]);
  });
});

describe('assigned by hand', () => {
  const nobodyYet = () => open({ programs: [], events: [] });

  test('the answer says who, and why not the others; sent again with the same key it is the same, done once', async () => {
    const { case: caseId } = await nobodyYet();
    const first = await assign({ case: caseId }, 'fs1', `once-${turn}`);
    expect(first).toMatchObject({
      case: caseId,
      staff: fac1,
      from: null,
      because: 'Carries 0 of 2 families.',
      others: [{ staff: fac2, because: expect.any(String) }],
    });
    expect(await assign({ case: caseId }, 'fs1', `once-${turn}`)).toEqual(first);
    const lines = (await api.store.journal(caseId)).filter((line) => line.event.type === 'StaffAssigned');
    expect(lines.filter((line) => line.by === 'fs1')).toHaveLength(1);
    const again = await api.fail(
      'POST',
      assignments,
      { case: caseId, staff: fac2 },
      { as: 'fs1', key: `once-${turn}` },
    );
    expect(again.type).toBe('/problems/key-reused');
  });

  test('two at once for the last place: one has it, the other hears who carries what', async () => {
    await change({ [fac2]: { active: false } });
    await open();
    const [a, b] = [await nobodyYet(), await nobodyYet()];
    const replies = await Promise.all(
      [a, b].map((one) => api.send('POST', assignments, { as: 'fs1', body: { case: one.case } })),
    );
    expect(replies.map((one) => one.status).sort((a, b) => a - b)).toEqual([201, 422]);
    expect(await load()).toMatchObject({ fac1: LIMIT });
    expect(replies.find((one) => one.status === 422)?.json).toMatchObject({
      errors: [
        {
          code: 'nobody-free',
          pointer: '/staff',
          cites: ['WA-17', 'WA-31'],
          says: expect.stringContaining(`${fac1}: Carries 2 of 2 families`),
          mend: expect.any(String),
        },
      ],
    });
  });

  test('WA-31: above the limit a case worker is refused; a supervisor’s reason is recorded, and no sign-off is asked for', async () => {
    for (let i = 0; i < LIMIT; i += 1) await open({ staff: { facilitator: fac1 } });
    const { case: caseId } = await open({ staff: { caseworker: 'cw1', facilitator: fac2 } });
    const body = { case: caseId, staff: fac1, reason: 'Knows the grandmother.' };
    const refused = await api.fail('POST', assignments, body, { as: 'cw1' });
    expect(refused.errors).toMatchObject([{ code: 'over-limit', pointer: '/reason', cites: ['WA-31'] }]);
    expect(await facilitatorOf(caseId)).toBe(fac2);

    expect(await assign(body)).toMatchObject({
      staff: fac1,
      from: fac2,
      events: [{ type: 'StaffUnassigned' }, { type: 'StaffAssigned' }],
    });
    const line = await lastLine(caseId);
    expect(line).toMatchObject({ by: 'fs1', event: { staff: fac1, reason: body.reason, familiesBefore: LIMIT } });
    const { obligations } = await api.read(caseView, `/v1/cases/${caseId}`);
    expect(obligations.filter((one) => one.duty === 'over-capacity' && one.status === 'due')).toEqual([]);
  });

  test('a family keeps its facilitator: to change it needs a reason', async () => {
    const { case: caseId } = await open();
    const refused = await api.fail('POST', assignments, { case: caseId, staff: fac2 }, { as: 'fs1' });
    expect(refused.errors).toMatchObject([{ code: 'reason-missing', pointer: '/reason' }]);
    const conflict = await api.fail('POST', assignments, { case: caseId }, { as: 'fs1' });
    expect([conflict.status, conflict.errors?.[0]?.code]).toEqual([409, 'already-assigned']);
    await assign({ case: caseId, staff: fac2, reason: 'A conflict of interest.' });
    expect(await facilitatorOf(caseId)).toBe(fac2);
  });

  test('what the case itself refuses comes back with the reason, and counts for nobody', async () => {
    const { case: caseId } = await nobodyYet();
    await api.do('POST', `/v1/cases/${caseId}/closure`, { reason: 'other' }, { as: 'sup1' });
    const refused = await api.fail('POST', assignments, { case: caseId }, { as: 'fs1' });
    expect([refused.status, refused.errors?.[0]?.code]).toEqual([409, 'closed']);
    expect(await load()).toEqual({ fac1: 0, fac2: 0 });
  });

  test('another unit’s case, and another unit, are not there', async () => {
    const { case: south } = await api.open({ unit: 'south', staff: {}, programs: [], events: [] }, { as: 'cw2' });
    const refused = await api.fail('POST', assignments, { case: south }, { as: 'fs1' });
    expect(refused.errors?.[0]?.code).toBe('unknown-case');
    expect((await api.get('/v1/units/north/caseload', 'cw2')).status).toBe(404);
    expect((await api.read(answers.caseload, '/v1/units/mine/caseload', 'fs1')).unit).toBe('north');
    expect((await api.get('/v1/units/nowhere/caseload', 'pm1')).status).toBe(404);
    expect((await api.get('/v1/units/north/caseload', 'pm1')).status).toBe(200);
  });

  test('while Temporal is away the request is kept, and decided when it is back', async () => {
    const { case: caseId } = await nobodyYet();
    api.cases.away = true;
    const kept = await api.send('POST', assignments, { as: 'fs1', body: { case: caseId }, key: `later-${turn}` });
    expect(kept.status).toBe(202);
    const { location } = answers.keptByUnit.parse(kept.json);
    expect(await api.read(answers.unitRequest, location, 'fs1')).toMatchObject({ state: 'kept', moves: [] });
    api.cases.away = false;
    expect(await assign({ case: caseId }, 'fs1', `later-${turn}`)).toMatchObject({ staff: fac1 });
    expect(await api.read(answers.unitRequest, location, 'fs1')).toMatchObject({
      state: 'decided',
      moves: [{ case: caseId, to: fac1, state: 'recorded' }],
    });
  });
});

describe('somebody is away', () => {
  const absent = (deputy: string, over: object = {}) => ({
    name: 'Emil',
    email: 'emil@agency.example.org',
    phone: null,
    role: 'facilitator',
    unit: 'north',
    absences: [{ from: '2026-03-01', to: '2026-03-13', deputy }],
    ...over,
  });
  const put = (body: object) => api.send('PUT', `/v1/staff/${fac1}`, { body, as: 'ad1' });

  test('entered with a deputy, he or she is shown away, who acts is told, and the next family goes to another', async () => {
    const reply = await put(absent(fac2));
    expect([reply.status, reply.text]).toEqual([200, expect.stringContaining('absences')]);
    const { staff: shown } = await api.read(answers.caseload, '/v1/units/north/caseload', 'fs1');
    expect(shown.find((one) => one.staff === fac1)?.away).toEqual({
      from: '2026-03-01',
      to: '2026-03-13',
      acting: fac2,
    });
    const { case: caseId } = await open();
    expect(await facilitatorOf(caseId)).toBe(fac2);
    const note = (await lastLine(caseId)).event.note;
    expect(note).toContain(`${fac1}: Is away until 2026-03-13.`);
  });

  test('a deputy whom nobody knows, or the person, is refused with the field; so is an absence that ends before it begins', async () => {
    const problems = async (body: object) => {
      const reply = await put(body);
      return [reply.status, problem.parse(reply.json).errors?.map((one) => [one.pointer, one.code])];
    };
    expect(await problems(absent('nobody'))).toEqual([422, [['/absences/0/deputy', 'unknown-staff']]]);
    expect(await problems(absent(fac1))).toEqual([422, [['/absences/0/deputy', 'own-deputy']]]);
    const backwards = absent(fac2, { absences: [{ from: '2026-03-02', to: '2026-03-01' }] });
    expect(await problems(backwards)).toEqual([422, [['/absences/0/to', 'invalid-value']]]);
  });
});

describe('a hand-over', () => {
  const handOver = async (id: string, body: object, as: StaffId = 'fs1', key?: string) => {
    const reply = await api.send('POST', `/v1/staff/${id}/hand-over`, {
      body,
      as,
      ...(key === undefined ? {} : { key }),
    });
    if (reply.status !== 200) throw new Error(reply.text);
    return answers.handOver.parse(reply.json);
  };
  const reason = 'Leaves the agency.';

  test('is shown first and changes nothing; then one command moves each case in one entry, once', async () => {
    const cases = [await open({ staff: { facilitator: fac1 } }), await open({ staff: { facilitator: fac1 } })];
    await change({ [fac1]: { leavesOn: '2026-04-01' } });
    const before = await Promise.all(cases.map((one) => api.store.journal(one.case)));
    const preview = await handOver(fac1, { reason });
    expect(preview).toMatchObject({ state: 'preview', left: 0, moves: [{ to: fac2 }, { to: fac2 }] });
    expect(await Promise.all(cases.map((one) => api.store.journal(one.case)))).toEqual(before);

    const done = await handOver(fac1, { reason, confirm: true }, 'fs1', `bye-${turn}`);
    expect(done).toMatchObject({ state: 'recorded', recorded: 2, refused: 0, left: 0 });
    expect(done.moves.map(({ case: id, to, because }) => [id, to, because])).toEqual(
      preview.moves.map(({ case: id, to, because }) => [id, to, because]),
    );
    for (const one of cases) {
      const { journal } = await api.read(history, `/v1/cases/${one.case}/history`);
      const [last, first] = [journal.at(-1)!, journal.at(-2)!];
      expect(first.request).toBe(last.request);
      expect([first.event, last.event]).toMatchObject([
        { type: 'StaffUnassigned', staff: fac1, reason },
        { type: 'StaffAssigned', staff: fac2, reason },
      ]);
    }
    const lines = await Promise.all(cases.map((one) => api.store.journal(one.case)));
    expect(await handOver(fac1, { reason, confirm: true }, 'fs1', `bye-${turn}`)).toEqual(done);
    expect(await Promise.all(cases.map((one) => api.store.journal(one.case)))).toEqual(lines);
  });

  test('what nobody can take stays and is listed; beyond the limit it goes, for the reason given', async () => {
    await open({ staff: { facilitator: fac2 } });
    for (let i = 0; i < 2; i += 1) await open({ staff: { facilitator: fac1 } });
    expect(await handOver(fac1, { reason, confirm: true })).toMatchObject({ recorded: 1, left: 1 });
    expect(await load()).toEqual({ fac1: 1, fac2: 2 });
    const rest = await handOver(fac1, { reason, confirm: true, beyondLimit: true });
    expect(rest).toMatchObject({ recorded: 1, left: 0 });
    expect(await load()).toEqual({ fac1: 0, fac2: 3 });
  });

  test('a case that refuses is listed with the reason, and the others go', async () => {
    const [kept, goes] = [await open({ staff: { facilitator: fac1 } }), await open({ staff: { facilitator: fac1 } })];
    const unmet = [{ code: 'closed', cites: [], says: 'Closed.' }];
    const refusing = jest
      .spyOn(api.cases, 'submit')
      .mockImplementationOnce(async (_case, { id }) => ({ state: 'refused', outcome: { id, accepted: false, unmet } }));
    const done = await handOver(fac1, { reason, confirm: true });
    refusing.mockRestore();
    expect(done).toMatchObject({ recorded: 1, refused: 1 });
    expect(done.moves.find((one) => one.state === 'refused')?.unmet).toMatchObject([{ code: 'closed' }]);
    const states = new Set([kept, goes].map((one) => done.moves.find((move) => move.case === one.case)?.state));
    expect(states).toEqual(new Set(['recorded', 'refused']));
    expect(await api.store.unanswered(api.clock.now + 1_000)).toEqual([]);
  });

  test('a case worker’s cases go to the case workers of the unit, whoever holds fewest', async () => {
    await open({ staff: { caseworker: cwB, facilitator: fac1 } });
    const mine = await open();
    await change({ cw1: { leavesOn: '2027-01-01' } }); // he has none, and takes none
    expect(await handOver(cwA, { reason, confirm: true }, 'sup1')).toMatchObject({
      recorded: 1,
      moves: [{ case: mine.case, role: 'caseworker', from: cwA, to: cwB }],
    });
    const view = await api.read(caseView, `/v1/cases/${mine.case}`);
    expect(view.obligations.some((one) => one.owner.staff === cwA)).toBe(false);
  });

  test('only a supervisor hands over; nobody of another unit is found; somebody without cases has nothing to hand over', async () => {
    const refused = await api.fail('POST', `/v1/staff/${fac1}/hand-over`, { reason }, { as: 'cw1' });
    expect(refused.status).toBe(403);
    expect((await api.send('POST', '/v1/staff/cw2/hand-over', { as: 'fs1', body: { reason } })).status).toBe(404);
    expect(await handOver(fac2, { reason })).toMatchObject({ state: 'preview', moves: [] });
    const nothing = await api.fail('POST', `/v1/staff/${fac2}/hand-over`, { reason, confirm: true }, { as: 'fs1' });
    expect(nothing.errors?.[0]?.code).toBe('nothing-held');
  });
});
