// The checklist of a closing: what stands before it, asked beforehand, is what a closing is refused with.
import { admit } from '../../src/domain/admit';
import { checklist, closingReasons, type Checklist, type Closing } from '../../src/domain/checklist';
import { day, startOfDay } from '../../src/domain/calendar';
import type { Recorded } from '../../src/domain/events';
import * as rule from '../../src/domain/rule';
import type { Guard } from '../../src/domain/rule';
import { programs } from '../../src/programs';
import { everyCase } from '../../src/programs/every-case';
import { wiPermanencySupport } from '../../src/programs/wi-permanency-support';
import { ACase, type Told } from '../support/a-case';
import {
  action,
  agency,
  circumstance,
  decided,
  document,
  gone,
  home,
  lives,
  readyToClose,
  siblings,
  twoBorn,
} from '../programs/wi-permanency-support/stories';

const both = [everyCase, wiPermanencySupport];
const context = { agency, programs: both };
const noon = (on: string): number => startOfDay(day(on), agency.zone) + 12 * 3_600_000;
const told = (...events: readonly Told[]): readonly Recorded[] =>
  ACase.opened(both, '2026-01-05', twoBorn, agency).with(...siblings, ...events).journal;
const asked = (journal: readonly Recorded[], on: string) => ({
  journal,
  context,
  caseId: 'case-1',
  now: noon(on),
  by: 'cw1',
});
const ask = (journal: readonly Recorded[], on: string, over: Partial<Closing> = {}): Checklist =>
  checklist(asked(journal, on), { type: 'CaseClosed', reason: 'completed', ...over } as Closing);
const states = (list: Checklist): Record<string, string> =>
  Object.fromEntries(list.gates.filter((gate) => gate.state !== 'not-asked').map((gate) => [gate.id, gate.state]));
const gate = (list: Checklist, id: string) => list.gates.find((one) => one.id === id);

/** What admission refuses the closing with. */
function attempted(journal: readonly Recorded[], on: string, event: object): string[] {
  const line = {
    id: 'try',
    seq: 99,
    recordedAt: noon(on),
    by: 'cw1',
    entry: 'try',
    event: { on, ...event },
  } as Recorded;
  return admit({ journal, added: [line], context, caseId: 'case-1', now: noon(on) }).map((one) => one.code);
}

const household = lives('2026-01-05', 'c2', 'h2');
const home2 = (on: string) => home(on, { children: ['c1', 'c2'] });

test('every reason that the program lists can be asked for', () => {
  expect(closingReasons(asked(told(), '2026-06-01'))).toEqual([
    'completed',
    'case-head-deceased',
    'not-located',
    'relocated',
    'other',
  ]);
});

test.each(['completed', 'case-head-deceased', 'not-located', 'relocated', 'other'])(
  'closing as %s is refused with exactly the gates that the checklist shows open',
  (reason) => {
    const stories = [
      told(),
      told(home2('2026-02-16')),
      told(home2('2026-02-16'), gone('2026-06-01')),
      told(household, home('2026-02-16'), home('2026-05-04', { children: ['c2'], household: 'h2' })),
      told(home2('2026-02-16'), { type: 'AllegationReported', on: '2026-05-02', children: ['c1'] }),
    ];
    for (const journal of stories)
      for (const on of ['2026-06-20', '2026-08-20', '2027-03-01']) {
        const list = ask(journal, on, { reason });
        const open = list.gates.filter((one) => one.state === 'open').map((one) => one.id);
        expect([...open, ...list.also.map((one) => one.code)].toSorted()).toEqual(
          attempted(journal, on, { type: 'CaseClosed', reason }).toSorted(),
        );
        expect(list.ready).toBe(open.length + list.also.length === 0);
        expect(open.length).toBeGreaterThan(0);
      }
  },
);

test('WI-51: completion opens by itself when the twelve months are over: those of the one household are, of the other not', () => {
  const journal = told(household, home('2026-02-16'), home('2026-05-04', { children: ['c2'], household: 'h2' }));
  const open = gate(ask(journal, '2027-03-01'), 'twelve-months-are-over');
  expect(open).toMatchObject({
    state: 'open',
    cites: ['WI-09', 'WI-10', 'WI-51'],
    of: [
      { household: 'h1', state: 'met', opensOn: null },
      { household: 'h2', state: 'open', opensOn: '2027-05-04' },
    ],
    by: [],
  });
});

test('WI-58, WI-37: who can see to a gate: the supervisor to the consultation, by role and name', () => {
  const list = ask(told(home2('2026-02-16')), '2027-03-01');
  expect(gate(list, 'supervisor-was-consulted')?.by).toMatchObject([{ role: 'supervisor', staff: 'sup1' }]);
  expect(gate(list, 'closing-needs-staffing')?.by).toMatchObject([{ role: 'caseworker', staff: 'cw1' }]);
});

test('everything done: each gate is met, and the closing is taken', () => {
  const journal = told(
    home2('2026-02-16'),
    ...readyToClose('2027-02-10', { cans: '2027-02-01', consulted: '2027-02-12' }),
  );
  const list = ask(journal, '2027-02-16');
  expect(new Set(Object.values(states(list)))).toEqual(new Set(['met']));
  expect([list.ready, list.also]).toEqual([true, []]);
  expect(attempted(journal, '2027-02-16', { type: 'CaseClosed', reason: 'completed' })).toEqual([]);
});

test('WI-30: what the supervisor decides to close without is excused, not met', () => {
  const all = readyToClose('2027-02-10', { cans: '2027-02-01', consulted: '2027-02-12' });
  const journal = told(
    home2('2026-02-16'),
    ...all.filter((one) => one['meeting'] !== 'm8'),
    decided('2027-02-12', 'closing-exception', {
      outcome: 'close',
      staff: ['sup1'],
      parts: ['family-team-meeting'],
      reason: 'They moved.',
    }),
  );
  const list = ask(journal, '2027-02-16');
  expect(states(list)).toMatchObject({ 'closing-needs-family-team': 'excused', 'closing-needs-staffing': 'met' });
  expect(list.ready).toBe(true);
});

test('WI-53: of two children one is provided for: the gate is open for the other alone', () => {
  const journal = told(decided('2026-06-01', 'care-after-death', { children: ['c1'] }));
  const list = ask(journal, '2026-06-10', { reason: 'case-head-deceased' });
  expect(gate(list, 'care-is-ensured')).toMatchObject({
    state: 'open',
    of: [
      { child: 'c1', state: 'met' },
      { child: 'c2', state: 'open' },
    ],
  });
});

test('WI-52 to WI-57: when facts change another reason is open: not located after too few days, then moved with proof', () => {
  const missing = [
    home2('2026-02-16'),
    gone('2026-06-01'),
    action('2026-06-03', 'locate-attempt', { household: 'h1' }),
  ];
  const consulted = decided('2026-06-18', 'closing-consultation', { staff: ['sup1', 'cw1'] });
  const early = ask(told(...missing, consulted), '2026-06-20', { reason: 'not-located' });
  expect(gate(early, 'missing-for-60-days')).toMatchObject({
    state: 'open',
    of: [{ household: 'h1', opensOn: '2026-07-31' }],
  });
  expect(gate(early, 'relocation-is-proved')).toBeUndefined();
  const found = told(
    ...missing,
    consulted,
    circumstance('2026-06-19', 'relocated', { value: 'other-county', household: 'h1' }),
    document('2026-06-19', 'lease', 'relocation-proof', { household: 'h1' }),
  );
  const moved = ask(found, '2026-06-20', { reason: 'relocated' });
  expect(gate(moved, 'relocation-is-proved')?.state).toBe('met');
  expect(gate(moved, 'missing-for-60-days')).toBeUndefined();
});

test('a case that is closed already says so, beside its gates', () => {
  const journal = told({ type: 'CaseClosed', on: '2026-06-01', reason: 'other', note: 'x' });
  expect(ask(journal, '2026-06-02').also.map((one) => one.code)).toEqual(['closed']);
});

test('every gate before a closing in every program names who can see to it, or opens with time', () => {
  const guards = programs.flatMap((program) => program.guards.filter((one) => one.on.types.includes('CaseClosed')));
  expect(guards.length).toBeGreaterThan(15);
  const enrolled = programs.filter((one) => one.id !== 'every-case');
  const at = { agency, programs };
  const journal = ACase.opened(programs, '2026-01-05', twoBorn, agency, enrolled).with(
    ...siblings,
    home2('2026-02-16'),
    gone('2026-06-01'),
  ).journal;
  for (const reason of ['completed', 'case-head-deceased', 'not-located', 'relocated', 'other', 'something-else']) {
    const list = checklist(
      { journal, context: at, caseId: 'case-1', now: noon('2026-06-20'), by: 'cw1' },
      { type: 'CaseClosed', reason },
    );
    for (const one of list.gates.filter(({ state }) => state === 'open'))
      expect([one.id, one.by.length > 0 || one.of.some((part) => part.opensOn !== null)]).toEqual([one.id, true]);
  }
});

test('MO-69: where a gate is read for each child it names the child, and no household', () => {
  const mo = [everyCase, programs.find((one) => one.id === 'mo-permanency')!];
  const { journal } = ACase.opened(mo, '2026-01-05', ['2018-05-01', '2020-05-01'], agency).with({
    type: 'EnteredCare',
    on: '2026-01-06',
    children: ['c1'],
  });
  const list = checklist(
    { journal, context: { agency, programs: mo }, caseId: 'case-1', now: noon('2026-06-01'), by: 'cw1' },
    { type: 'CaseClosed', reason: 'completed' } as Closing,
  );
  expect(gate(list, 'closing-needs-reassessment')?.of).toEqual([
    { child: 'c1', state: 'open', lacking: expect.any(Array) as unknown, opensOn: null },
  ]);
});

describe('a gate that stands open by decision alone', () => {
  const { anyOf, did, happened, inCase, settingIs } = rule;
  const done = did(inCase('ActionTaken', { kind: 'done' }));
  const waived = did(inCase('DecisionMade', { kind: 'waived' }));
  const asks = (unless: rule.Condition, over: Partial<Guard> = {}) =>
    rule.program({
      id: 'p',
      title: 'p',
      edition: '1',
      document: 'p',
      effective: { from: '2000-01-01' },
      settings: { mode: { value: 'open', says: 'open or strict.' } },
      duties: [],
      guards: [
        { id: 'gate', cites: ['X-01'], says: 'Done.', on: inCase('CaseClosed'), unless, mend: 'Do it.', ...over },
      ],
      guidance: [],
    });
  const part = (program: rule.Program, ...events: readonly Told[]) => {
    const { journal } = ACase.opened([program], '2026-01-05', ['2018-05-01'], agency).with(...events);
    const of = {
      journal,
      context: { agency, programs: [program] },
      caseId: 'case-1',
      now: noon('2026-03-01'),
      by: 'cw1',
    };
    return gate(checklist(of, { type: 'CaseClosed', reason: 'completed' } as Closing), 'gate')?.of;
  };
  const state = (unless: rule.Condition, ...events: readonly Told[]) => part(asks(unless), ...events)?.[0]?.state;
  const act: Told = { type: 'ActionTaken', on: '2026-02-02', kind: 'done' };
  const waive: Told = { type: 'DecisionMade', on: '2026-02-02', kind: 'waived', outcome: 'so' };

  test('is excused; where the thing itself was done it is met, decision or not', () => {
    const unless = anyOf(done, waived);
    expect([state(unless), state(unless, waive), state(unless, act), state(unless, act, waive)]).toEqual([
      'open',
      'excused',
      'met',
      'met',
    ]);
  });
  test('only where nothing but decisions is asked for by that branch', () => {
    const mixed = did(inCase(['DecisionMade', 'ActionTaken'], { kind: ['waived', 'either'] }));
    expect(state(anyOf(done, mixed), waive)).toBe('met');
    expect(state(anyOf(done, mixed), { ...act, kind: 'either' })).toBe('met');
  });
  test('and not where it holds by what the agency has set', () => {
    expect(state(anyOf(done, settingIs('mode', 'open')))).toBe('met');
    expect(state(anyOf(done, settingIs('mode', 'strict')))).toBe('open');
  });
  test('where there is no other way than to decide, deciding meets it', () => {
    expect(state(waived, waive)).toBe('met');
    expect(state(anyOf(waived, did(inCase('DecisionMade', { kind: 'other' }))), waive)).toBe('met');
  });
  test('of a gate read for each person the person is named', () => {
    const program = asks(did(happened('ContactMade', { kind: 'goodbye' })), { every: ['parent', 'caregiver'] });
    const bye: Told = { type: 'ContactMade', on: '2026-02-02', kind: 'goodbye', participants: ['p1'] };
    expect(part(program, bye)?.map(({ participant, child, state: of }) => [participant, child, of])).toEqual([
      ['p1', undefined, 'met'],
      ['cg1', undefined, 'open'],
    ]);
  });
});
