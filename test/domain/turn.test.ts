// One turn when planning goes wrong: the case answers staff all the same, says so, and tries again in an hour.
import { plan as realPlan } from '../../src/domain/plan';
import { turn, type TurnInput } from '../../src/domain/turn';
import { waEnhancedPpm } from '../../src/programs/wa-enhanced-ppm';
import { ACase, anAgency } from '../support/a-case';

const NOW = Date.parse('2026-03-02T18:00:00Z');
const HOUR = 3_600_000;
const agency = anAgency();
const { journal } = ACase.opened([waEnhancedPpm], '2026-02-02').with(
  { type: 'StaffAssigned', on: '2026-02-02', staff: 'fac1', role: 'facilitator' },
  { type: 'HearingHeld', on: '2026-02-27', kind: 'dependency-fact-finding', outcome: 'dependent', children: ['c1'] },
);
const of = (over: Partial<TurnInput> = {}) =>
  turn({
    caseId: 'case-1',
    journal,
    ledger: [],
    settled: new Map(),
    entries: [],
    context: { agency, programs: [waEnhancedPpm] },
    families: new Map(),
    now: NOW,
    plannedAt: null,
    ...over,
  });
const note = {
  id: 'note',
  by: 'cw1',
  events: [{ type: 'ContactMade', on: '2026-03-02', kind: 'visit', children: ['c1'] }],
};

test('all is well: planned, and awake again in the future', () => {
  const { stuck, plan, wakeAt } = of();
  expect([stuck, plan === null]).toEqual([null, false]);
  expect(wakeAt).toBeGreaterThan(NOW);
});

test.each<[string, string, typeof realPlan]>([
  [
    'a program that throws',
    'program-failed',
    () => {
      throw new RangeError('no such setting');
    },
  ],
  ['a wake that is not in the future', 'wake-now', (...of) => ({ ...realPlan(...of), wakeAt: NOW })],
  [
    'a message that would be sent twice',
    'repeated-effect',
    (...of) => {
      const plan = realPlan(...of);
      return { ...plan, notices: [...plan.notices, ...plan.notices] };
    },
  ],
])(
  '%s: the case is stuck, says so, takes what staff record, sends nothing, and tries again in an hour',
  (_what, stuck, plan) => {
    const answer = of({ plan, entries: [note] });
    expect(answer).toMatchObject({
      stuck,
      plan: null,
      finished: false,
      wakeAt: NOW + HOUR,
      outcomes: [{ id: 'note', accepted: true }],
      settlement: { create: [], withdraw: [] },
      changes: [],
    });
    expect(answer.lines.map((line) => line.event.type)).toEqual(['ContactMade']);
    expect(answer.headline).toMatch(/stuck|cannot/i);
  },
);

test('an entry that was settled before is answered from the journal, and not taken again', () => {
  const settled = new Map([['note', { id: 'note', accepted: true }]]);
  expect(of({ settled, entries: [note] })).toMatchObject({
    outcomes: [{ id: 'note', accepted: true }],
    fresh: [],
    lines: [],
  });
});

describe('what an entry becomes', () => {
  const entry = (events: readonly object[], over: object = {}) => ({ id: 'x', by: 'cw1', events, ...over });
  const visit = { type: 'ContactMade', kind: 'visit', children: ['c1'] };
  test('one event has the id of its entry, several have numbers after it; the day is today where none is told', () => {
    expect(of({ entries: [entry([visit])] }).lines).toMatchObject([
      { id: 'x', entry: 'x', by: 'cw1', seq: journal.length + 1, recordedAt: NOW, event: { on: '2026-03-02' } },
    ]);
    const two = of({ entries: [entry([{ ...visit, on: '2026-03-01' }, visit], { tellPast: true })] }).lines;
    expect(two).toMatchObject([
      { id: 'x.1', entry: 'x', seq: journal.length + 1, tellPast: true, event: { on: '2026-03-01' } },
      { id: 'x.2', entry: 'x', seq: journal.length + 2, tellPast: true, event: { on: '2026-03-02' } },
    ]);
    expect(of({ entries: [entry([visit])] }).lines[0]).not.toHaveProperty('tellPast');
  });
  test('fields that cannot be read are named, by their place where there are several events; nothing is taken', () => {
    const unmet = (events: readonly object[]) => {
      const { outcomes, lines } = of({ entries: [entry(events)] });
      expect(lines).toEqual([]);
      return outcomes[0]?.unmet?.map(({ code, field }) => `${code} ${field}`);
    };
    expect(unmet([{ ...visit, kind: 'No Code' }])).toEqual(['invalid-fields kind']);
    expect(unmet([{ ...visit, colour: 'red' }])).toEqual(['invalid-fields colour']);
    expect(unmet([{ type: 'Nothing' }])).toEqual(['invalid-fields type']);
    expect(unmet([visit, { ...visit, on: '2026-02-30' }])).toEqual(['invalid-fields events.1.on']);
  });
  test('a refused entry is answered with what is unmet, and changes nothing', () => {
    const { outcomes, lines, changes } = of({ entries: [entry([{ ...visit, children: ['c9'] }])] });
    expect(outcomes).toMatchObject([{ id: 'x', accepted: false, unmet: [{ code: 'unknown-child' }] }]);
    expect([lines, changes]).toEqual([[], []]);
  });
  test('an entry whose id an event has already is refused; one without events is taken', () => {
    const taken = of({ entries: [entry([visit], { id: journal[0]!.id })] });
    expect(taken.outcomes).toMatchObject([{ accepted: false, unmet: [{ code: 'id-taken', field: 'id' }] }]);
    expect(of({ entries: [entry([])] }).outcomes).toEqual([{ id: 'x', accepted: true }]);
    expect(of({ entries: [{ id: 'x', by: 'cw1' }] }).outcomes).toEqual([{ id: 'x', accepted: true }]);
  });
  test('WA-31: with a facilitator the families that he or she had are written down, with nobody else', () => {
    const assign = (role: string, staff: string) => ({ type: 'StaffAssigned', staff, role });
    const families = new Map([['fac1', 7]]);
    const events = [{ type: 'StaffUnassigned', staff: 'fac1', role: 'facilitator', reason: 'x' }];
    const { lines } = of({
      families,
      entries: [entry([...events, assign('facilitator', 'fac1'), assign('supervisor', 'sup1')])],
    });
    expect(lines.map(({ event }) => ('familiesBefore' in event ? event.familiesBefore : null))).toEqual([
      null,
      7,
      null,
    ]);
    const unknown = of({ entries: [entry([...events, assign('facilitator', 'fac1')])] });
    expect(unknown.lines.at(-1)?.event).toMatchObject({ familiesBefore: 0 });
  });
  test('a rule that fails on an entry sets it aside, and the case goes on', () => {
    const broken = { ...waEnhancedPpm, guards: [{ ...waEnhancedPpm.guards[0]!, on: undefined as never }] };
    const { outcomes, lines } = of({ entries: [entry([visit])], context: { agency, programs: [broken] } });
    expect(outcomes).toMatchObject([{ accepted: false, unmet: [{ code: 'internal-fault' }] }]);
    expect(lines).toEqual([]);
  });
  test('what an entry changed is told, with what it was', () => {
    const held = { type: 'CaseClosed', reason: 'dismissed' };
    const { changes } = of({ entries: [entry([held])] });
    expect(changes.length).toBeGreaterThan(0);
    expect(changes.every(({ was, now }) => was !== null || now !== null)).toBe(true);
    expect(of({ entries: [] }).changes).toEqual([]);
  });
});
