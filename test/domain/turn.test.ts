// One turn of a case: what becomes of each entry, what changed by it, and what happens when the case cannot be planned.
import type { Intent } from '../../src/domain/ledger';
import { plan as realPlan, type Plan } from '../../src/domain/plan';
import { by, first, inCase, perCase, type Duty } from '../../src/domain/rule';
import { turn, type Turn, type TurnEntry, type TurnInput } from '../../src/domain/turn';
import { everyCase } from '../../src/programs/every-case';
import { ACase, anAgency, type Told } from '../support/a-case';

const HOUR = 3_600_000;
const context = { agency: anAgency(), programs: [everyCase] };
const noon = (on: string): number => Date.parse(`${on}T12:00:00-08:00`);
const opened = ACase.opened([everyCase], '2026-01-05', ['2018-05-01'], context.agency);
const ask = { type: 'SignOffRequested', of: 'goal-change', children: ['c1'], reason: 'Her aunt will take her.' };
const asked = opened.with({ ...ask, on: '2026-02-02', id: 'ask' });

function take(entries: readonly TurnEntry[], over: Partial<TurnInput> = {}): Turn {
  return turn({
    caseId: 'case-1',
    journal: opened.journal,
    ledger: [],
    settled: new Map(),
    entries,
    context,
    families: new Map(),
    now: noon('2026-02-02'),
    plannedAt: null,
    ...over,
  });
}
const goal = (goal = 'adoption'): object => ({ type: 'GoalSet', children: ['c1'], goal });
const entry = (id: string, ...events: readonly unknown[]): TurnEntry => ({ id, by: 'cw1', events });
/** What was refused, as `code field`. */
const refused = (t: Turn): string[] =>
  t.outcomes.flatMap((o) => (o.unmet ?? []).map((u) => `${u.code} ${u.field ?? '-'}`));

describe('a case that cannot be planned is stuck, loses nothing, and tries again in an hour', () => {
  const at = noon('2026-02-02');
  const changed = (over: (p: Plan) => Partial<Plan>): typeof realPlan => {
    return (journal, of, now) => {
      const p = realPlan(journal, of, now);
      return { ...p, ...over(p) };
    };
  };
  test.each<[string, typeof realPlan, string]>([
    ['would wake now', changed(() => ({ wakeAt: at })), 'wake-now'],
    ['would wake in the past', changed(() => ({ wakeAt: at - 1 })), 'wake-now'],
    ['would wake at no time', changed(() => ({ wakeAt: NaN })), 'wake-now'],
    ['would say one thing twice', changed((p) => ({ notices: [...p.notices, ...p.notices] })), 'repeated-effect'],
    [
      'fails',
      () => {
        throw new Error('broken');
      },
      'program-failed',
    ],
  ])('it %s', (_what, plan, stuck) => {
    const t = take([entry('g', goal())], { plan, journal: asked.journal });
    expect(t).toMatchObject({ stuck, plan: null, finished: false, changes: [], wakeAt: at + HOUR });
    expect(t.settlement).toEqual({ create: [], withdraw: [] });
    expect(t.headline).toBe(`Stuck (${stuck}): tries again in an hour`);
    // What was told is taken all the same.
    expect(t.outcomes).toEqual([{ id: 'g', accepted: true }]);
    expect(t.lines.map((line) => line.id)).toEqual(['g']);
  });
  test('the next moment is soon enough', () => {
    const plan = changed(() => ({ wakeAt: at + 1 }));
    expect(take([], { plan })).toMatchObject({ stuck: null, wakeAt: at + 1 });
  });
});

describe('an entry', () => {
  test('is taken whole: each of its events has an id of its own, the time and the person of the entry, and its day or today', () => {
    const t = take([{ ...entry('both', goal(), { ...goal(), on: '2026-02-01' }), by: 'sup1', tellPast: true }]);
    expect(
      t.lines.map(({ id, seq, by, entry: of, tellPast, recordedAt, event }) => [
        id,
        seq,
        by,
        of,
        tellPast,
        recordedAt,
        event.on,
      ]),
    ).toEqual([
      ['both.1', opened.journal.length + 1, 'sup1', 'both', true, noon('2026-02-02'), '2026-02-02'],
      ['both.2', opened.journal.length + 2, 'sup1', 'both', true, noon('2026-02-02'), '2026-02-01'],
    ]);
    expect(t.fresh).toEqual([{ id: 'both', accepted: true }]);
    expect(Object.keys(take([entry('one', goal())]).lines[0]!)).not.toContain('tellPast');
  });
  test('that holds nothing is accepted, and leaves no line', () => {
    const t = take([{ id: 'bare', by: 'cw1' }, entry('empty')]);
    expect(t.outcomes).toEqual([
      { id: 'bare', accepted: true },
      { id: 'empty', accepted: true },
    ]);
    expect([t.lines, t.changes]).toEqual([[], []]);
  });
  test('sent again has the outcome that it had, and leaves no second line', () => {
    const before = { id: 'g', accepted: false, unmet: [] };
    const again = take([entry('g', goal()), entry('h', goal())], { settled: new Map([['g', before]]) });
    expect(again.outcomes).toEqual([before, { id: 'h', accepted: true }]);
    expect(again.fresh.map((o) => o.id)).toEqual(['h']);
    expect(again.lines.map((line) => line.id)).toEqual(['h']);
    // In one turn too.
    expect(take([entry('g', goal()), entry('g', goal())]).lines.map((line) => line.id)).toEqual(['g']);
  });
  test('is read after those before it', () => {
    const added = { type: 'ParticipantAdded', participant: 'aunt', role: 'kin' };
    const visit = { type: 'ContactMade', kind: 'reached-another-way', participants: ['aunt'] };
    expect(refused(take([entry('a', added), entry('b', visit)]))).toEqual([]);
    expect(refused(take([entry('b', visit), entry('a', added)]))).toEqual(['unknown-person participants']);
  });
  test('with an id that a line of the case has is refused, one with part of it too', () => {
    expect(refused(take([entry('e2', goal())]))).toEqual(['id-taken id']);
    const journal = opened.with({ type: 'GoalSet', on: '2026-01-06', id: 'x.2', children: ['c1'], goal: 'adoption' });
    const t = take([entry('x', goal(), goal())], { journal: journal.journal });
    expect(refused(t)).toEqual(['id-taken id']);
    expect([t.lines, t.outcomes[0]?.accepted]).toEqual([[], false]);
  });
  test('whose fields are wrong is refused with the place of each: in a list the number of the event as well', () => {
    expect(refused(take([entry('g', { ...goal(), goal: 5 })]))).toEqual(['invalid-fields goal']);
    expect(refused(take([entry('g', goal(), { ...goal(), children: ['c1', 5] })]))).toEqual([
      'invalid-fields events.1.children.1',
    ]);
    expect(refused(take([entry('g', { ...goal(), colour: 'red', size: 1 })]))).toEqual(['invalid-fields colour, size']);
    expect(refused(take([entry('g', 'text')]))).toEqual(['invalid-fields type']);
  });
  test('that makes a rule fail is set aside, and the others are taken', () => {
    const guard = {
      id: 'broken',
      cites: [],
      says: 'Broken.',
      on: { types: ['GoalSet'], where: {}, to: 'anyone' },
      unless: { if: 'word', word: 'no-such-word', args: {} },
      mend: 'None.',
    } as const;
    const programs = [{ ...everyCase, guards: [guard] }];
    const t = take([entry('g', goal()), entry('a', { type: 'ParticipantAdded', participant: 'aunt', role: 'kin' })], {
      context: { ...context, programs },
    });
    expect(refused(t)).toEqual(['internal-fault -']);
    expect(t.outcomes.map((o) => o.accepted)).toEqual([false, true]);
    expect(t.stuck).toBeNull();
  });
  test('that assigns a facilitator records how many families that one carried, and of others nothing', () => {
    const assigned = (staff: string, role: string): object => ({ type: 'StaffAssigned', staff, role });
    const families = new Map([
      ['fac1', 12],
      ['sup1', 7],
    ]);
    const told = (one: object, over: Partial<TurnInput> = {}): unknown => take([entry('s', one)], over).lines[0]?.event;
    expect(told(assigned('fac1', 'facilitator'), { families })).toMatchObject({ familiesBefore: 12 });
    expect(told(assigned('fac1', 'facilitator'))).toMatchObject({ familiesBefore: 0 });
    expect(told(assigned('sup1', 'supervisor'), { families })).not.toHaveProperty('familiesBefore');
    expect(told(goal(), { families })).not.toHaveProperty('familiesBefore');
  });
  test('WA-31: a correction of that assignment keeps the number, for another facilitator it is counted anew; what was sent does not count', () => {
    const assigned = { type: 'StaffAssigned', role: 'facilitator', staff: 'fac1', familiesBefore: 50 };
    const { journal } = opened.with({ ...assigned, on: '2026-02-01', id: 'fac' });
    const families = new Map([
      ['fac1', 12],
      ['sup1', 7],
    ]);
    const corrected = (to: object): unknown =>
      take([entry('x', { type: 'EventCorrected', event: 'fac', reason: 'x', to: { ...assigned, ...to } })], {
        journal,
        families,
      }).lines[0]?.event;
    expect(corrected({ on: '2026-01-31', familiesBefore: 0 })).toMatchObject({ to: { familiesBefore: 50 } });
    expect(corrected({ staff: 'sup1', familiesBefore: 0 })).toMatchObject({ to: { familiesBefore: 7 } });
    const other = { ...assigned, on: '2026-02-01', staff: 'sup1', familiesBefore: 3 };
    const { journal: mended } = new ACase([everyCase], context.agency, journal).with({
      type: 'EventCorrected',
      on: '2026-02-01',
      id: 'x1',
      event: 'fac',
      reason: 'x',
      to: other,
    });
    const again = { type: 'EventCorrected', event: 'x1', reason: 'x', to: { ...other, on: '2026-01-31' } };
    const [line] = take([entry('y', again)], { journal: mended, families }).lines;
    expect(line?.event).toMatchObject({ to: { familiesBefore: 3 } });
  });
});

describe('what an entry changed', () => {
  const key = 'every-case/decide-request/event:ask/ask';
  const decided = { type: 'SignOffDecided', request: 'ask', decision: 'approved', reason: 'As discussed.' };

  test('is what is owed now and was not, and how what was owed has ended; nothing else', () => {
    const changes = take([entry('ask', ask)]).changes.filter((c) => c.key === key);
    expect(changes).toMatchObject([{ key, was: null, now: { status: 'due' } }]);
    const after = take([{ ...entry('yes', decided), by: 'sup1' }], { journal: asked.journal }).changes;
    expect(after).toMatchObject([{ key, was: { status: 'due' }, now: { status: 'met', due: changes[0]!.now!.due } }]);
    expect(after[0]!.was).toEqual({ status: 'due', due: changes[0]!.now!.due });
  });
  test('is also another date, though it is owed as before', () => {
    const moved = { type: 'EventCorrected', event: 'ask', reason: 'The day before.', to: { ...ask, on: '2026-02-01' } };
    const [one, ...others] = take([entry('fix', moved)], { journal: asked.journal }).changes;
    expect(one).toMatchObject({ key, was: { status: 'due' }, now: { status: 'due' } });
    expect(one!.was!.due).not.toBe(one!.now!.due);
    expect(others).toEqual([]);
  });
  test('is worked out only where something was told, and was there before: a look at the case costs one plan', () => {
    const plans = (entries: readonly TurnEntry[], journal = asked.journal): number => {
      let times = 0;
      const plan: typeof realPlan = (...of) => {
        times++;
        return realPlan(...of);
      };
      take(entries, { plan, journal });
      return times;
    };
    expect(plans([])).toBe(1);
    expect(plans([entry('g', goal())])).toBe(2);
    expect(plans([entry('open', { type: 'CaseOpened', unit: 'unit-1' })], [])).toBe(1);
  });
  test('is also what is not owed any more, with the words of before', () => {
    const undo = { type: 'EventRetracted', event: 'ask', reason: 'Not needed.' };
    const [gone, ...others] = take([entry('undo', undo)], { journal: asked.journal }).changes;
    expect(gone).toMatchObject({ key, was: { status: 'due' }, now: null });
    expect(gone!.says.length).toBeGreaterThan(10);
    expect(others).toEqual([]);
  });
  test('is nothing where nothing was told, or what was told was refused', () => {
    expect(take([], { journal: asked.journal }).changes).toEqual([]);
    expect(take([entry('g', { ...goal(), children: ['c9'] })]).changes).toEqual([]);
  });
  test('of a case that is opened, is all that it owes', () => {
    const opening = [
      { type: 'CaseOpened', unit: 'unit-1' },
      { type: 'ChildAdded', child: 'c1', bornOn: '2018-05-01' },
    ];
    const t = take([entry('open', ...opening, ask)], { journal: [] });
    expect(t.changes).toMatchObject([{ key: 'every-case/decide-request/event:open.3/open.3', was: null }]);
  });
});

describe('a case is finished', () => {
  const closing: Told = { type: 'CaseClosed', on: '2026-02-02', id: 'close', reason: 'dismissed' };
  const closed = opened.with(closing).journal;
  // Thirty days for corrections: the last is March 4.
  test('when its time for corrections is over, and says so', () => {
    const last = take([], { journal: closed, now: noon('2026-03-04') });
    expect([last.finished, last.headline]).toEqual([false, 'Closed on 2026-02-02; still takes corrections']);
    const over = take([], { journal: closed, now: noon('2026-03-05') });
    expect([over.finished, over.headline]).toEqual([true, 'Finished: closed on 2026-02-02, nothing is owed']);
  });
  test('not while something is owed that outlives the closing', () => {
    const duty: Duty = {
      id: 'keep',
      cites: [],
      says: 'Keep it.',
      per: perCase,
      from: first(inCase('CaseClosed')),
      due: { none: 'No date.' },
      done: by(inCase('ActionTaken')),
      owner: 'caseworker',
      outlivesClosing: true,
    };
    const programs = [{ ...everyCase, duties: [...everyCase.duties, duty] }];
    const over = (...told: readonly Told[]): boolean =>
      take([], {
        journal: opened.with(closing, ...told).journal,
        now: noon('2026-03-05'),
        context: { ...context, programs },
      }).finished;
    expect(over()).toBe(false);
    expect(over({ type: 'ActionTaken', on: '2026-02-10', kind: 'kept' })).toBe(true);
  });
  test('not while it is open', () => {
    expect(take([], { now: noon('2026-12-01') }).finished).toBe(false);
  });
  test('not while a message of it waits to be sent, unless it is withdrawn now', () => {
    const said = take([entry('ask', ask)]);
    const [message] = said.settlement.create;
    const over = (of: Partial<Intent>): [boolean, string[]] => {
      const t = take([], { journal: closed, now: noon('2026-03-05'), ledger: [{ ...message!, ...of }] });
      return [t.finished, t.settlement.create.map((i) => `${i.kind} ${i.rung}`)];
    };
    // The request stands no more. Whoever was told of it is told that it is off; whoever was not is told nothing.
    expect(over({ state: 'sent' })).toEqual([false, ['correct withdrawn']]);
    expect(over({ state: 'wanted' })).toEqual([true, []]);
    expect(over({ state: 'wanted', kind: 'correct' })[0]).toBe(false);
    expect(over({ state: 'dropped' })).toEqual([true, []]);
  });
});
