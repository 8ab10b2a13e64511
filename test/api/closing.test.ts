// Before anybody tries to close: what stands before it, asked over HTTP, is what the attempt is refused with.
import { closureChecklist } from '../../src/api/answers-closing';
import { DAY, startTestApi, type Api, type Recorded } from './support/api';

let api: Api;
let opened: Recorded;
let at: string;
beforeAll(async () => {
  api = await startTestApi();
  opened = await api.open({
    programs: ['wi-permanency-support'],
    openedOn: '2026-02-20',
    children: [{ name: 'Ada Verne', bornOn: '2018-01-15', household: 'h1' }],
    participants: [{ name: 'Berta Verne', role: 'parent', household: 'h1' }],
    events: [
      { type: 'ReunificationHappened', on: '2026-02-25', children: ['child:1'], household: 'h1' },
      { type: 'LegalStatusChanged', on: '2026-02-25', children: ['child:1'], status: 'no-order' },
    ],
  });
  at = `/v1/cases/${opened.case}`;
});
afterAll(() => api.close());

async function ask(body: object = {}) {
  const reply = await api.send('POST', `${at}/closure-checklist`, { body, key: null });
  expect(reply.status).toBe(200);
  return closureChecklist.parse(reply.json).closings;
}
const record = (...events: object[]) => api.do('POST', `${at}/events`, { events });
const later = (days: number): number => (api.clock.now += days * DAY);

test('without a reason each way to close is shown, with who can see to each gate by role and name', async () => {
  const closings = await ask();
  expect(closings.map((one) => one.reason)).toEqual([
    'completed',
    'case-head-deceased',
    'not-located',
    'relocated',
    'other',
  ]);
  const consultation = closings[0]?.gates.find((one) => one.id === 'supervisor-was-consulted');
  expect(consultation).toMatchObject({
    state: 'open',
    cites: ['WI-52', 'WI-58'],
    by: [{ role: 'supervisor', staff: 'sup1', name: 'Staff sup1' }],
  });
  expect((await api.store.journal(opened.case)).some(({ event }) => event.type === 'CaseClosed')).toBe(false);
});

test('an attempt is refused with exactly the open gates; each with its source and what would mend it', async () => {
  for (const reason of ['completed', 'case-head-deceased', 'not-located', 'relocated', 'other', 'tired-of-it']) {
    const [closing] = await ask({ reason });
    const open = closing?.gates.filter((one) => one.state === 'open') ?? [];
    expect(closing?.ready).toBe(false);
    const problem = await api.fail('POST', `${at}/closure`, { reason });
    expect(problem.status).toBe(422);
    expect(problem.errors?.map((one) => one.code)).toEqual(open.map((one) => one.id));
    for (const error of problem.errors ?? [])
      expect([error.cites.length > 0, error.mend !== undefined]).toEqual([true, true]);
  }
});

test('WI-54, WI-56: not located is too early; then the family is found to have moved, and that way is open once it is proved', async () => {
  await record(
    { type: 'CircumstanceRecorded', kind: 'whereabouts', value: 'not-located', household: 'h1' },
    { type: 'ActionTaken', kind: 'locate-attempt', household: 'h1' },
  );
  const [missing] = await ask({ reason: 'not-located' });
  expect(missing?.gates.find((one) => one.id === 'missing-for-60-days')).toMatchObject({
    state: 'open',
    by: [],
    of: [{ household: 'h1', opensOn: '2026-05-01' }],
  });
  later(7);
  await record({ type: 'CircumstanceRecorded', kind: 'relocated', value: 'other-county', household: 'h1' });
  const [unproved] = await ask({ reason: 'relocated' });
  expect(unproved?.gates.find((one) => one.id === 'relocation-is-proved')?.state).toBe('open');
  const exceptions = ['closure-staffing', 'family-team-meeting', 'discharge-plan', 'cans'];
  await api.do(
    'POST',
    `${at}/events`,
    {
      events: [
        { type: 'DocumentCompleted', document: 'lease', kind: 'relocation-proof', household: 'h1' },
        { type: 'DecisionMade', kind: 'closing-consultation', outcome: 'close', staff: ['sup1', 'cw1'] },
        {
          type: 'DecisionMade',
          kind: 'closing-exception',
          outcome: 'close',
          staff: ['sup1'],
          parts: exceptions,
          reason: 'They moved away.',
        },
      ],
    },
    { as: 'sup1' },
  );
  const [proved] = await ask({ reason: 'relocated' });
  expect(proved?.gates.find((one) => one.id === 'relocation-is-proved')?.state).toBe('met');
  expect(proved?.gates.find((one) => one.id === 'closing-needs-cans')?.state).toBe('excused');
  const open = proved?.gates.filter((one) => one.state === 'open').map((one) => one.id);
  // The text excuses nobody from the staffing.
  expect(open).toEqual(['closing-needs-staffing']);
});

test('the end of a program is asked for in the same way', async () => {
  const [ending] = await ask({ program: 'wi-permanency-support' });
  const open = ending?.gates.filter((one) => one.state === 'open').map((one) => one.id);
  const problem = await api.fail('POST', `${at}/events`, {
    events: [{ type: 'ProgramEnded', program: 'wi-permanency-support' }],
  });
  expect(problem.errors?.map((one) => one.code)).toEqual(open);
});

test('whoever reads the case may ask; nobody else', async () => {
  expect((await api.send('POST', `${at}/closure-checklist`, { as: 'rc1', body: {}, key: null })).status).toBe(200);
  expect((await api.send('POST', `${at}/closure-checklist`, { as: 'cw2', body: {}, key: null })).status).toBe(404);
});
