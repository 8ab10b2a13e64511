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
