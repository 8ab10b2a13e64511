// What these two programs need of the vocabulary, each word and form by itself.
import { iso } from '../../src/domain/calendar';
import { explain } from '../../src/domain/explain';
import * as rule from '../../src/domain/rule';
import type { Duty, Guard, Program } from '../../src/domain/rule';
import type { Unmet } from '../../src/domain/unmet';
import { ACase, anAgency, type Told } from '../support/a-case';

const { aboutIt, after, by, days, did, happened, inCase, months, opened, perCase, perChild, perEvent, trigger } = rule;

const agency = anAgency({
  staff: [
    { id: 'cw1', role: 'caseworker', unit: 'unit-1' },
    { id: 'cw2', role: 'caseworker', unit: 'unit-1' },
    { id: 'sup1', role: 'supervisor', unit: 'unit-1' },
    { id: 'p3w1', role: 'p3-worker', unit: 'unit-1' },
    { id: 'p3w2', role: 'p3-worker', unit: 'unit-1' },
  ],
});
const anyKind = ['review', 'note', 'step', 'start', 'report', 'form', 'talk', 'letter', 'interval', 'hearing', 'other'];

function aProgram(rules: { duty?: Partial<Duty>; guard?: Partial<Guard>; settings?: Program['settings'] }): Program {
  const duty: Duty = {
    id: 'duty',
    cites: ['X-01'],
    says: 'Do it.',
    per: perCase,
    from: rule.first(inCase('CaseOpened')),
    due: { none: 'no date' },
    done: by(inCase('ActionTaken', { kind: 'step' })),
    owner: 'caseworker',
    ...rules.duty,
  };
  const guard: Guard = {
    id: 'guard',
    cites: ['X-02'],
    says: 'Not so.',
    on: happened('ActionTaken', { kind: 'step' }),
    unless: did(inCase('CaseOpened')),
    mend: 'Mend it.',
    ...rules.guard,
  };
  return {
    id: 'program',
    title: 'Program',
    edition: '1',
    document: 'Document',
    effective: { from: '2000-01-01' },
    settings: rules.settings ?? {},
    duties: [duty],
    guards: rules.guard ? [guard] : [],
    guidance: [],
    kinds: anyKind,
  };
}

const born = ['2014-05-01', '2016-05-01'];
const opensWith = (program: Program, told: readonly Told[], on = '2026-01-02') =>
  ACase.opened([program], on, born, agency).with(...told);
const owes = (duty: Partial<Duty>, told: readonly Told[], look: string, settings: Program['settings'] = {}) =>
  opensWith(aProgram({ duty, settings }), told).owes('duty', look);

/** What stands against the last event. */
function against(guard: Partial<Guard>, told: readonly Told[]): Unmet[] {
  return opensWith(aProgram({ guard }), told).refusals('2026-12-30');
}
const codes = (unmet: readonly Unmet[]): string[] => unmet.map((u) => u.code);

const step = (on: string, fields: object = {}): Told => ({ type: 'ActionTaken', on, kind: 'step', ...fields });
const report = (on: string, document: string, fields: object = {}): Told => ({
  type: 'DocumentCompleted',
  on,
  kind: 'report',
  document,
  ...fields,
});
const fact = (on: string, kind: string, fields: object = {}): Told => ({
  type: 'CircumstanceRecorded',
  on,
  kind,
  ...fields,
});

describe('parts that must all be there', () => {
  const reports = inCase('DocumentCompleted', { kind: 'report' });

  test('are gathered from several records, and met on the day of the last; what is lacking is named', () => {
    const duty = { done: rule.holding(['a', 'b'], reports) };
    const first = report('2026-01-10', 'r1', { parts: ['a'] });
    const [open] = opensWith(aProgram({ duty }), [first]).obligations('duty', '2026-02-01');
    expect(open).toMatchObject({ status: 'due', reason: 'no date. Still lacking: b.' });
    expect(owes(duty, [first, report('2026-01-20', 'r2', { parts: ['b', 'a'] })], '2026-02-01')).toMatchObject([
      { status: 'met', done: '2026-01-20' },
    ]);
  });

  test('before the duty opened do not count, unless it says so', () => {
    const told = [report('2026-01-10', 'r1', { parts: ['a'] }), fact('2026-01-15', 'start')];
    const from = rule.first(inCase('CircumstanceRecorded', { kind: 'start' }));
    expect(owes({ from, done: rule.holding(['a'], reports) }, told, '2026-02-01')).toMatchObject([{ status: 'due' }]);
    expect(owes({ from, done: rule.holding(['a'], reports, 'ever') }, told, '2026-02-01')).toMatchObject([
      { status: 'met', done: '2026-01-10' },
    ]);
  });

  test('may stand in the record itself, in what was added to it, or partly in each', () => {
    const duty = {
      per: perEvent(reports),
      from: trigger(),
      done: rule.itselfHolding(['a', 'b'], aboutIt('DocumentCompleted', { kind: 'other' })),
    };
    const more = { type: 'DocumentCompleted', on: '2026-01-12', kind: 'other', document: 'x' };
    const told = [
      report('2026-01-10', 'whole', { id: 'i1', parts: ['a', 'b'] }),
      report('2026-01-10', 'half', { id: 'i2', parts: ['a'] }),
      report('2026-01-10', 'none', { id: 'i3' }),
      { ...more, about: 'half', parts: ['b'] },
      { ...more, document: 'y', about: 'none', parts: ['b'] },
    ];
    expect(owes(duty, told, '2026-02-01')).toMatchObject([
      { status: 'met', done: '2026-01-10' },
      { status: 'met', done: '2026-01-12' },
      { status: 'due' },
    ]);
  });

  test('may be listed by the agency; with an empty list one record is still needed', () => {
    const duty = { done: rule.holding(rule.setting('list'), reports) };
    const list = (value: string): Program['settings'] => ({ list: { value, says: 'A list.' } });
    const told = [report('2026-01-10', 'r1', { parts: ['a'] })];
    expect(owes(duty, told, '2026-02-01', list('a, b'))).toMatchObject([{ status: 'due' }]);
    expect(owes(duty, told, '2026-02-01', list('a'))).toMatchObject([{ status: 'met' }]);
    expect(owes(duty, told, '2026-02-01', list(''))).toMatchObject([{ status: 'met' }]);
    expect(owes(duty, [], '2026-02-01', list(''))).toMatchObject([{ status: 'due' }]);
  });

  test('a guard names those that are lacking, once for all children', () => {
    const guard: Partial<Guard> = {
      every: 'child',
      unless: rule.theyHold(happened('DocumentCompleted'), ['a', 'b', 'c']),
    };
    const told = [
      report('2026-01-10', 'r1', { parts: ['a'] }),
      report('2026-01-10', 'r2', { children: ['c1'], parts: ['b'] }),
    ];
    expect(against(guard, [...told, step('2026-01-11')])).toEqual([
      { code: 'guard', cites: ['X-02'], says: 'Not so.', mend: 'Mend it. Still lacking: c, b.' },
    ]);
  });
});

describe('what happened between two dates', () => {
  const guard = (between: Parameters<typeof did>[1]): Partial<Guard> => ({
    unless: did(inCase('ContactMade', { kind: 'talk' }), between),
  });
  const talk = (on: string): Told => ({ type: 'ContactMade', on, kind: 'talk' });

  test('both ends count, what lies outside does not', () => {
    const between = { since: rule.before(trigger(), days(10)), until: trigger() };
    expect(codes(against(guard(between), [talk('2026-01-20'), step('2026-01-30')]))).toEqual([]);
    expect(codes(against(guard(between), [talk('2026-01-30'), step('2026-01-30')]))).toEqual([]);
    expect(codes(against(guard(between), [talk('2026-01-19'), step('2026-01-30')]))).toEqual(['guard']);
    expect(codes(against(guard(between), [talk('2026-01-31'), step('2026-01-30')]))).toEqual(['guard']);
  });

  test('a date that is not known admits nothing', () => {
    const since = rule.last(inCase('ContactMade', { kind: 'letter' }));
    expect(codes(against(guard({ since }), [talk('2026-01-20'), step('2026-01-30')]))).toEqual(['guard']);
  });
});

describe('dates', () => {
  test('previous: the last such event before the one that opened the rule, and never that one', () => {
    const duty = {
      per: perEvent(inCase('ActionTaken', { kind: 'step' })),
      from: rule.previous(inCase('ActionTaken')),
      due: { by: opened },
    };
    const told = [step('2026-01-10', { id: 's1' }), step('2026-01-20', { id: 's2' }), step('2026-01-20', { id: 's3' })];
    expect(owes({ ...duty, done: by(aboutIt('DecisionMade')) }, told, '2026-02-01')).toEqual([
      { subject: 'event:s1', status: 'unknown', due: null },
      { subject: 'event:s2', status: 'overdue', due: '2026-01-10' },
      { subject: 'event:s3', status: 'overdue', due: '2026-01-20' },
    ]);
  });

  test('next with a field: the next date that is named, whenever it was recorded', () => {
    const hearing = inCase('CircumstanceRecorded', { kind: 'hearing', plannedFor: 'anything' });
    const duty = {
      from: rule.first(inCase('CircumstanceRecorded', { kind: 'start' })),
      due: { by: rule.next(hearing, opened, 'plannedFor') },
    };
    const told = [
      fact('2026-01-05', 'hearing', { plannedFor: '2026-06-01' }),
      fact('2026-01-06', 'hearing', { plannedFor: '2026-04-01' }),
      fact('2026-01-07', 'hearing', { plannedFor: '2026-02-01' }),
      fact('2026-03-01', 'start'),
    ];
    expect(owes(duty, told, '2026-03-02')).toMatchObject([{ due: '2026-04-01' }]);
  });

  test('chosen: the agency says what the time counts from, and a choice that does not exist is not guessed', () => {
    const from = rule.chosen('clock', {
      opening: rule.first(inCase('CaseOpened')),
      start: rule.first(inCase('CircumstanceRecorded', { kind: 'start' })),
    });
    const duty = { from, due: { by: after(opened, days(10)) } };
    const told = [fact('2026-01-20', 'start')];
    const clock = (value: string): Program['settings'] => ({ clock: { value, says: 'A clock.' } });
    expect(owes(duty, told, '2026-01-21', clock('opening'))).toMatchObject([{ due: '2026-01-12' }]);
    expect(owes(duty, told, '2026-01-21', clock('start'))).toMatchObject([{ due: '2026-01-30' }]);
    expect(() => owes(duty, told, '2026-01-21', clock('moon'))).toThrow(/clock must be one of opening, start/);
  });

  test('not-after: both dates must be known, and the same day is not after', () => {
    const guard: Partial<Guard> = {
      unless: rule.notAfter(rule.last(inCase('ContactMade', { kind: 'talk' })), rule.before(trigger(), days(1))),
    };
    const talk = (on: string): Told => ({ type: 'ContactMade', on, kind: 'talk' });
    expect(codes(against(guard, [talk('2026-01-29'), step('2026-01-30')]))).toEqual([]);
    expect(codes(against(guard, [talk('2026-01-30'), step('2026-01-30')]))).toEqual(['guard']);
    expect(codes(against(guard, [step('2026-01-30')]))).toEqual(['guard']);
  });
});

describe('an interval agreed in the case', () => {
  const duty: Partial<Duty> = {
    from: rule.first(inCase('CaseOpened')),
    due: { by: after(opened, rule.agreed(inCase('CircumstanceRecorded', { kind: 'interval' }), months(3))) },
    repeat: { again: true },
  };
  const every = (on: string, n: number): Told => fact(on, 'interval', { interval: { unit: 'days', n } });

  test('stands in for the other one; the last agreement counts', () => {
    expect(owes(duty, [], '2026-01-20')).toMatchObject([{ due: '2026-04-02' }]);
    expect(owes(duty, [every('2026-01-02', 14), every('2026-01-10', 28)], '2026-01-20')).toMatchObject([
      { due: '2026-01-30' },
    ]);
  });
  test('does not make late what it came after: the day of the agreement is the earliest day', () => {
    expect(owes(duty, [every('2026-03-02', 14)], '2026-03-02')).toMatchObject([{ status: 'due', due: '2026-03-02' }]);
  });
  test('does not mend what was late already', () => {
    expect(owes(duty, [every('2026-01-02', 14), every('2026-02-01', 300)], '2026-02-02')).toMatchObject([
      { status: 'overdue', due: '2026-01-16' },
    ]);
  });
  test('leaves a finished cycle met, and counts from the next', () => {
    expect(owes(duty, [step('2026-03-20'), every('2026-03-25', 14)], '2026-03-26')).toMatchObject([
      { status: 'met' },
      { status: 'due', due: '2026-04-03' },
    ]);
  });
  test('is named in the explanation, with the event in which it was agreed', () => {
    const told = [{ ...every('2026-01-02', 14), id: 'agreement' }];
    const [o] = opensWith(aProgram({ duty }), told).obligations('duty', '2026-01-03');
    expect(explain(o!, { documents: new Map(), requirements: new Map() }).join('\n')).toMatch(
      /14 calendar days after 2026-01-02 is 2026-01-16/,
    );
    expect(explain(o!, { documents: new Map(), requirements: new Map() }).join('\n')).toMatch(/event agreement/);
  });
});

describe('cycles', () => {
  test('again: each completion opens the next by the same rule, its window too', () => {
    const duty: Partial<Duty> = {
      due: { within: [after(opened, months(3)), after(opened, months(6))] },
      repeat: { again: true },
    };
    const told = [step('2026-03-01'), step('2026-04-30')];
    expect(owes(duty, told, '2026-05-01')).toEqual([
      { subject: 'case', status: 'met', due: '2026-07-02', notBefore: '2026-04-02', done: '2026-04-30' },
      { subject: 'case', status: 'window', due: '2026-10-30', notBefore: '2026-07-30' },
    ]);
  });
  test('again without a date: open since the last completion', () => {
    const [, open] = opensWith(aProgram({ duty: { repeat: { again: true } } }), [step('2026-03-01')]).obligations(
      'duty',
      '2026-05-01',
    );
    expect(open).toMatchObject({ status: 'due', due: null });
    expect(iso(open!.openedOn!)).toBe('2026-03-01');
  });

  const monthly = (partMonths: boolean): Partial<Duty> => ({
    per: perChild,
    due: { by: rule.monthEnd(opened) },
    repeat: partMonths ? { monthly: true, partMonths: true } : { monthly: true },
    done: by(happened('DocumentCompleted', { kind: 'note' })),
  });
  const left: Told = { type: 'ProgramEnded', on: '2026-02-10', program: 'program', children: ['c1'] };
  const ofC1 = (owed: readonly { subject: string }[]) => owed.filter((o) => o.subject === 'child:c1');

  test('monthly, part months owed: the month in which the child left is due at its end, and overdue after', () => {
    expect(ofC1(owes(monthly(true), [left], '2026-02-20'))).toMatchObject([
      { status: 'overdue', due: '2026-01-31' },
      { status: 'due', due: '2026-02-28' },
    ]);
    expect(ofC1(owes(monthly(true), [left], '2026-05-01'))).toMatchObject([
      { status: 'overdue', due: '2026-01-31' },
      { status: 'overdue', due: '2026-02-28' },
    ]);
  });
  test('monthly otherwise: the month of leaving is excused', () => {
    expect(ofC1(owes(monthly(false), [left], '2026-05-01'))).toMatchObject([
      { status: 'overdue', due: '2026-01-31' },
      { status: 'not-applicable', due: '2026-02-28' },
    ]);
  });
});

describe('the end of the enrolment', () => {
  const duty: Partial<Duty> = {
    per: perChild,
    due: { by: after(opened, days(10)) },
    done: by(happened('ActionTaken')),
  };
  const ended: Told = { type: 'ProgramEnded', on: '2026-01-05', program: 'program', children: ['c1'] };
  const enrolled = (on: string, child: string): Told => ({
    type: 'ProgramEnrolled',
    on,
    program: 'program',
    children: [child],
  });

  test('ends what is owed for that child, unless the duty outlives it', () => {
    expect(owes(duty, [ended], '2026-02-01')).toMatchObject([{ status: 'not-applicable' }, { status: 'overdue' }]);
    expect(owes({ ...duty, outlivesClosing: true }, [ended], '2026-02-01')).toMatchObject([
      { status: 'overdue' },
      { status: 'overdue' },
    ]);
  });
  test('is not undone by the later enrolment of a sibling, only by its own', () => {
    expect(owes(duty, [ended, enrolled('2026-01-20', 'c2')], '2026-02-01')[0]).toMatchObject({
      status: 'not-applicable',
    });
    expect(owes(duty, [ended, enrolled('2026-01-20', 'c1')], '2026-02-01')[0]).toMatchObject({ status: 'overdue' });
  });
  test('releases from the guards of the program, though not the leaving itself', () => {
    const guard: Partial<Guard> = { every: 'child', unless: did(happened('ContactMade', { kind: 'talk' })) };
    expect(codes(against(guard, [ended, step('2026-01-06', { children: ['c1'] })]))).toEqual([]);
    expect(codes(against(guard, [ended, step('2026-01-06', { children: ['c2'] })]))).toEqual(['guard']);
    expect(codes(against({ ...guard, on: happened('ProgramEnded') }, [ended]))).toEqual(['guard']);
  });
});

describe('a guard for each child or person', () => {
  const talk = (children: string[], participants: string[]): Told => ({
    type: 'ContactMade',
    on: '2026-01-05',
    kind: 'talk',
    children,
    participants,
  });
  const guardFor = (every: 'child' | 'participant'): Partial<Guard> => ({
    every,
    on: happened('ContactMade', { kind: 'letter' }),
    unless: did(happened('ContactMade', { kind: 'talk' })),
  });
  const letter = (fields: object): Told => ({ type: 'ContactMade', on: '2026-01-10', kind: 'letter', ...fields });

  test('wants it so for every one of those named', () => {
    const told = [talk(['c1'], ['p1'])];
    expect(codes(against(guardFor('child'), [...told, letter({ children: ['c1'] })]))).toEqual([]);
    expect(codes(against(guardFor('child'), [...told, letter({ children: ['c1', 'c2'] })]))).toEqual(['guard']);
    expect(codes(against(guardFor('child'), [...told, letter({})]))).toEqual(['guard']);
    expect(codes(against(guardFor('participant'), [...told, letter({ participants: ['p1'] })]))).toEqual([]);
    expect(codes(against(guardFor('participant'), [...told, letter({ participants: ['p1', 'cg1'] })]))).toEqual([
      'guard',
    ]);
  });
  test('an event that names nobody is read by itself', () => {
    const guard = { ...guardFor('participant'), unless: rule.itHas({ participants: 'anything' }) };
    expect(codes(against(guard, [letter({})]))).toEqual(['guard']);
  });
  test('each: every event that matches has what is asked, and none that lacks it is passed over', () => {
    const guard: Partial<Guard> = {
      on: happened('DocumentCompleted', { kind: 'report' }),
      unless: rule.each(aboutIt('ObjectiveSet'), { criterion: 'anything', target: 'anything' }),
    };
    const objective = (id: string, plan: string, fields: object): Told => ({
      type: 'ObjectiveSet',
      on: '2026-01-05',
      id,
      objective: id,
      plan,
      ...fields,
    });
    const whole = objective('o1', 'r1', { criterion: 'x', target: '2026-06-01' });
    const half = objective('o2', 'r1', { criterion: 'x' });
    expect(codes(against(guard, [whole, objective('o2', 'r2', {}), report('2026-01-10', 'r1')]))).toEqual([]);
    expect(against(guard, [whole, half, report('2026-01-10', 'r1')])).toMatchObject([
      { code: 'guard', mend: 'Mend it. Still lacking: target in o2.' },
    ]);
  });
  test('codes named by the record itself must be held by the others', () => {
    const guard: Partial<Guard> = {
      on: happened('ContactMade', { discloses: 'anything' }),
      unless: rule.theyHold(inCase('DecisionMade'), { trigger: 'discloses' }),
    };
    const agreedTo = (parts: string[]): Told => ({
      type: 'DecisionMade',
      on: '2026-01-05',
      kind: 'other',
      outcome: 'agreed',
      parts,
    });
    expect(against(guard, [agreedTo(['address']), letter({ discloses: ['address', 'school'] })])).toMatchObject([
      { code: 'guard', mend: 'Mend it. Still lacking: school.' },
    ]);
    expect(codes(against(guard, [agreedTo(['address', 'school']), letter({ discloses: ['school'] })]))).toEqual([]);
  });
});

describe('a duty for each participant that an event names', () => {
  test('is one duty for each of them, met by what concerns that person', () => {
    const duty: Partial<Duty> = {
      per: perEvent(inCase('CircumstanceRecorded', { kind: 'start' }), 'participant'),
      from: trigger(),
      done: by(happened('ActionTaken')),
    };
    const told = [
      fact('2026-01-05', 'start', { id: 's', participants: ['p1', 'cg1'] }),
      step('2026-01-06', { participants: ['p1'] }),
    ];
    expect(owes(duty, told, '2026-02-01')).toMatchObject([
      { subject: 'event:s/cg1', status: 'due' },
      { subject: 'event:s/p1', status: 'met' },
    ]);
  });
});

describe('staff assigned for some children', () => {
  const worker = (staff: string, children?: string[]): Told => ({
    type: 'StaffAssigned',
    on: '2026-01-05',
    staff,
    role: 'p3-worker',
    ...(children ? { children } : {}),
  });
  const ownersOf = (told: readonly Told[], on = '2026-02-01') =>
    opensWith(aProgram({ duty: { per: perChild, owner: 'p3-worker' } }), told)
      .obligations('duty', on)
      .map((o) => `${o.subject.child} ${o.owner.staff}`);

  test('own the duties of those children', () => {
    expect(ownersOf([worker('p3w1', ['c1']), worker('p3w2', ['c2'])])).toEqual(['c1 p3w1', 'c2 p3w2']);
  });
  test('keep the other children when they leave one of them', () => {
    const leaves: Told = {
      type: 'StaffUnassigned',
      on: '2026-01-10',
      staff: 'p3w1',
      role: 'p3-worker',
      children: ['c1'],
    };
    expect(ownersOf([worker('p3w1'), leaves])).toEqual(['c1 sup1', 'c2 p3w1']);
    expect(ownersOf([worker('p3w1'), leaves], '2026-01-09')).toEqual(
      ['c1 sup1', 'c2 p3w1'].map((o) => (o.startsWith('c1') ? 'c1 p3w1' : o)),
    );
    expect(ownersOf([worker('p3w1', ['c1']), worker('p3w1', ['c2']), leaves])).toEqual(['c1 sup1', 'c2 p3w1']);
  });
});

describe('words', () => {
  test('on-record: met on the day on which the event was recorded, also when it is corrected later', () => {
    const duty: Partial<Duty> = {
      per: perEvent(inCase('ContactMade', { kind: 'talk' })),
      from: trigger(),
      due: { by: after(trigger(), rule.businessDays(3)) },
      done: rule.when('on-record'),
    };
    const told: Told[] = [
      { type: 'ContactMade', id: 't1', on: '2026-02-12', known: '2026-02-17', kind: 'talk' },
      {
        type: 'EventCorrected',
        on: '2026-03-01',
        event: 't1',
        reason: 'typing error',
        to: { type: 'ContactMade', on: '2026-02-12', kind: 'talk', channel: 'phone' },
      },
      { type: 'ContactMade', id: 't2', on: '2026-02-12', known: '2026-02-18', kind: 'talk' },
    ];
    expect(owes(duty, told, '2026-03-02')).toMatchObject([
      { subject: 'event:t1', status: 'met', done: '2026-02-17' },
      { subject: 'event:t2', status: 'met-late', done: '2026-02-18' },
    ]);
  });

  test('recorded-on, and a duty only for such events: what was recorded in time is not listed', () => {
    const inTime = rule.notAfter(rule.word('recorded-on'), after(trigger(), rule.businessDays(3)));
    const duty: Partial<Duty> = {
      per: rule.perEventSuch(inCase('ContactMade', { kind: 'talk' }), rule.not(inTime)),
      from: trigger(),
      due: { by: after(trigger(), rule.businessDays(3)) },
      done: rule.when('on-record'),
    };
    const talk = (id: string, known: string): Told => ({
      type: 'ContactMade',
      id,
      on: '2026-02-12',
      known,
      kind: 'talk',
    });
    expect(owes(duty, [talk('t1', '2026-02-17'), talk('t2', '2026-02-18')], '2026-03-02')).toMatchObject([
      { subject: 'event:t2', status: 'met-late', due: '2026-02-17' },
    ]);
  });

  test('is-about: the event names a record of that kind, by the id of the event or of the document', () => {
    const guard: Partial<Guard> = { unless: rule.so('is-about', { kind: 'report' }) };
    const told = [
      report('2026-01-05', 'r1', { id: 'e-r1' }),
      { type: 'ContactMade', on: '2026-01-05', id: 't1', kind: 'talk' },
    ];
    const about = (id: string): string[] => codes(against(guard, [...told, step('2026-01-06', { about: id })]));
    expect(about('r1')).toEqual([]);
    expect(about('e-r1')).toEqual([]);
    expect(about('t1')).toEqual(['guard']);
    expect(about('nowhere')).toEqual(['guard']);
    expect(codes(against(guard, [...told, step('2026-01-06')]))).toEqual(['guard']);
  });

  test('attached: one of that kind goes with the form; the latest is the newest by its own date, for these children', () => {
    const form = (attached: string[]): Told => ({
      type: 'DocumentCompleted',
      on: '2026-02-01',
      kind: 'form',
      document: 'f1',
      children: ['c1'],
      ...(attached.length > 0 ? { attached } : {}),
    });
    const reports = [
      report('2026-01-20', 'old', { children: ['c1'], datedOn: '2026-01-19' }),
      report('2026-01-10', 'new', { children: ['c1'], datedOn: '2026-01-25' }),
      report('2026-01-30', 'sibling', { children: ['c2'] }),
    ];
    const submitted = (args: object, attached: string[]): string[] =>
      codes(
        against({ unless: rule.so('attached', { kind: 'report', ...args }) }, [
          ...reports,
          form(attached),
          step('2026-02-02', { about: 'f1' }),
        ]),
      );
    expect(submitted({}, ['old'])).toEqual([]);
    expect(submitted({}, [])).toEqual(['guard']);
    expect(submitted({}, ['sibling'])).toEqual(['guard']);
    expect(submitted({ latest: true }, ['old'])).toEqual(['guard']);
    expect(submitted({ latest: true }, ['old', 'new'])).toEqual([]);
  });

  test('is-about: a contact that reached nobody is no record of what was said', () => {
    const talk = (outcome: string): Told => ({
      type: 'ContactMade',
      on: '2026-01-05',
      id: 't1',
      kind: 'talk',
      outcome,
    });
    const about = (outcome: string): string[] =>
      codes(
        against({ unless: rule.so('is-about', { kind: 'talk' }) }, [
          talk(outcome),
          step('2026-01-06', { about: 't1' }),
        ]),
      );
    expect([about('reached'), about('attempted')]).toEqual([[], ['guard']]);
  });

  test('attached: of a form for two children a report about one of them is one; of a form for all, each is', () => {
    const submitted = (of: object, ...about: (string[] | undefined)[]): string[] =>
      codes(
        against({ unless: rule.so('attached', { kind: 'report', latest: true }) }, [
          ...about.map((children, i) => report('2026-01-20', `r${i}`, { children, datedOn: `2026-01-1${i}` })),
          { type: 'DocumentCompleted', on: '2026-02-01', kind: 'form', document: 'f1', attached: ['r0'], ...of },
          step('2026-02-02', { about: 'f1' }),
        ]),
      );
    expect(submitted({ children: ['c1', 'c2'] }, ['c2'])).toEqual([]);
    expect(submitted({ children: ['c1', 'c2'] }, undefined)).toEqual([]);
    expect(submitted({}, ['c2'])).toEqual([]);
    // The other child’s report is newer: for the form of both it is the latest.
    expect(submitted({ children: ['c1', 'c2'] }, ['c1'], ['c2'])).toEqual(['guard']);
    expect(submitted({}, ['c1'], ['c2'])).toEqual(['guard']);
    expect(submitted({ children: ['c1'] }, ['c1'], ['c2'])).toEqual([]);
  });

  test('attached: nothing is to what is no document', () => {
    const guard: Partial<Guard> = { unless: rule.so('attached', { kind: 'report' }) };
    const told = [report('2026-01-05', 'r1'), { type: 'ContactMade', on: '2026-01-05', id: 't1', kind: 'talk' }];
    expect(codes(against(guard, [...told, step('2026-01-06', { about: 't1' })]))).toEqual(['guard']);
    expect(codes(against(guard, [...told, step('2026-01-06')]))).toEqual(['guard']);
  });
});

describe('what an event is about', () => {
  test('a person who was added, an objective, and what was asked: each is found by its id', () => {
    const told: Told[] = [
      { type: 'ParticipantAdded', on: '2026-01-05', id: 'x1', participant: 'aunt', role: 'connection' },
      { type: 'ObjectiveSet', on: '2026-01-05', id: 'x2', objective: 'o1', plan: 'r1' },
      { type: 'ContactMade', on: '2026-01-06', kind: 'talk', about: 'aunt' },
      { type: 'ContactMade', on: '2026-01-07', kind: 'talk', about: 'o1' },
    ];
    const per = (type: 'ParticipantAdded' | 'ObjectiveSet', where: object): Partial<Duty> => ({
      per: perEvent(inCase(type, where)),
      from: trigger(),
      done: by(aboutIt('ContactMade')),
    });
    expect(owes(per('ParticipantAdded', { role: 'connection' }), told, '2026-02-01')).toMatchObject([
      { done: '2026-01-06' },
    ]);
    expect(owes(per('ObjectiveSet', {}), told, '2026-02-01')).toMatchObject([{ done: '2026-01-07' }]);
  });
  test('is answered by what happened first, whether it names the event or the document', () => {
    const duty: Partial<Duty> = {
      per: perEvent(inCase('DocumentCompleted', { kind: 'report' })),
      from: trigger(),
      done: by(aboutIt('ContactMade')),
    };
    const talk = (on: string, about: string): Told => ({ type: 'ContactMade', on, kind: 'talk', about });
    const of = report('2026-01-05', 'r1', { id: 'e-r1' });
    expect(owes(duty, [of, talk('2026-01-10', 'e-r1'), talk('2026-01-08', 'r1')], '2026-02-01')).toMatchObject([
      { done: '2026-01-08' },
    ]);
    expect(owes(duty, [of, talk('2026-01-07', 'e-r1'), talk('2026-01-08', 'r1')], '2026-02-01')).toMatchObject([
      { done: '2026-01-07' },
    ]);
    expect(owes(duty, [of, talk('2026-01-08', 'r2')], '2026-02-01')).toMatchObject([{ status: 'due' }]);
    expect(owes(duty, [of, step('2026-01-08', { about: 'r1' })], '2026-02-01')).toMatchObject([{ status: 'due' }]);
  });
  test('is not answered by itself, though it names its own document', () => {
    const duty: Partial<Duty> = {
      per: perEvent(inCase('DocumentCompleted', { kind: 'form' })),
      from: trigger(),
      only: did(aboutIt('DocumentCompleted')),
    };
    const form: Told = { type: 'DocumentCompleted', on: '2026-01-05', id: 'f', kind: 'form', document: 'f1' };
    expect(owes(duty, [form], '2026-02-01')).toEqual([]);
    expect(owes(duty, [form, report('2026-01-08', 'f1')], '2026-02-01')).toMatchObject([{ subject: 'event:f' }]);
  });
});
