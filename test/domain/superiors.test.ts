// Whom a duty falls to and who is told when it is late, where a role has a supervisor of its own; part-time staff; a tracked
// duty whose age is told; an enrolment that ended for one child after the other; each participant with each child; lists.
import * as rule from '../../src/domain/rule';
import { everyCase } from '../../src/programs/every-case';
import type { Duty, Guard, Program } from '../../src/domain/rule';
import { ACase, anAgency, type Told } from '../support/a-case';

const { by, days, happened, inCase, perEvent, perParticipant, trigger } = rule;

const staff = [
  { id: 'cw1', role: 'caseworker', unit: 'unit-1' },
  { id: 'sup1', role: 'supervisor', unit: 'unit-1' },
  { id: 'p3w1', role: 'p3-worker', unit: 'p3' },
  { id: 'p3w2', role: 'p3-worker', unit: 'p3' },
  { id: 'p3s1', role: 'p3-supervisor', unit: 'p3' },
  { id: 'pm1', role: 'program-manager', unit: 'unit-1' },
] as const;

const duty: Duty = {
  id: 'duty',
  cites: ['X-01'],
  says: 'Do it.',
  per: perEvent(happened('CircumstanceRecorded', { kind: 'start' })),
  from: trigger(),
  due: { by: rule.after(trigger(), days(10)) },
  done: by(happened('ActionTaken', { kind: 'step' })),
  owner: 'p3-worker',
};
const programOf = (over: Partial<Duty>, guards: readonly Guard[] = [], settings: Program['settings'] = {}): Program =>
  rule.program({
    id: 'p',
    title: 'p',
    edition: '1',
    document: 'p',
    effective: { from: '2000-01-01' },
    settings,
    duties: [{ ...duty, ...over }],
    guards,
    guidance: [],
    kinds: ['talk', 'agreed', 'search'],
  });
const born = ['2014-05-01', '2016-05-01'];
const start: Told = { type: 'CircumstanceRecorded', on: '2026-03-02', kind: 'start', children: ['c1'] };
const p3Worker = (over: Partial<Told> = {}): Told => ({
  type: 'StaffAssigned',
  on: '2026-03-01',
  staff: 'p3w1',
  role: 'p3-worker',
  ...over,
});
const caseOf = (program: Program, people: Parameters<typeof anAgency>[0] = { staff: [...staff] }): ACase =>
  ACase.opened([program], '2026-01-05', born, anAgency(people));
const ownerOf = (c: ACase): object => c.obligations('duty', '2026-03-03')[0]!.owner;
const told = (c: ACase, when: string): string[] =>
  c.at(when).notices.map((n) => `${new Date(n.at).toISOString().slice(0, 10)} ${n.kind} ${n.to.id}`);

describe('the supervisor of a role', () => {
  test('the assigned worker owns it; without one it falls to the P3 supervisor, in whatever unit', () => {
    const c = caseOf(programOf({})).with(start);
    expect(ownerOf(c)).toEqual({ role: 'p3-worker', staff: 'p3s1', fallback: true });
    expect(ownerOf(c.with(p3Worker()))).toEqual({ role: 'p3-worker', staff: 'p3w1', fallback: false });
  });
  test('a duty of the P3 supervisor is his or hers; without one it is the unit’s supervisor’s', () => {
    const of = programOf({ owner: 'p3-supervisor' });
    expect(ownerOf(caseOf(of).with(start))).toEqual({ role: 'p3-supervisor', staff: 'p3s1', fallback: false });
    const without = { staff: staff.filter((s) => s.role !== 'p3-supervisor') };
    expect(ownerOf(caseOf(of, without).with(start))).toEqual({ role: 'p3-supervisor', staff: 'sup1', fallback: true });
  });
  test('two youths, two workers: what concerns a person of the second youth belongs to the second worker', () => {
    const c = caseOf(
      programOf({
        per: perParticipant('connection'),
        from: rule.first(happened('ParticipantAdded')),
        due: { none: 'x' },
      }),
    ).with(
      p3Worker({ children: ['c1'] }),
      p3Worker({ staff: 'p3w2', children: ['c2'] }),
      { type: 'ParticipantAdded', on: '2026-03-02', participant: 'aunt', role: 'connection', children: ['c1'] },
      { type: 'ParticipantAdded', on: '2026-03-02', participant: 'coach', role: 'connection', children: ['c2'] },
    );
    expect(c.obligations('duty', '2026-03-03').map((o) => [o.subject.participant, o.owner.staff])).toEqual([
      ['aunt', 'p3w1'],
      ['coach', 'p3w2'],
    ]);
  });
  test('late: the worker is reminded and the P3 supervisor told; the supervisor’s own is told to the program manager', () => {
    const late = caseOf(programOf({ remind: 'none' }, [], { none: { value: [], says: 'None.' } })).with(
      start,
      p3Worker(),
    );
    expect(told(late, '2026-03-13')).toEqual(['2026-03-13 remind p3w1', '2026-03-13 escalate p3s1']);
    const own = caseOf(
      programOf({ owner: 'p3-supervisor', remind: 'none' }, [], { none: { value: [], says: 'None.' } }),
    );
    expect(told(own.with(start), '2026-03-13')).toEqual(['2026-03-13 remind p3s1', '2026-03-13 escalate pm1']);
  });
});

test('a reminder on a day on which a part-time worker is off goes to the supervisor as well', () => {
  // Due on Thursday March 12; the reminders of Thursday the 5th and Wednesday the 11th; p3w1 works Monday to Wednesday.
  const settings = { mine: { value: [7, 1], says: 'Mine.' } };
  const people = { staff: staff.map((s) => (s.id === 'p3w1' ? { ...s, workingDays: [1, 2, 3] } : s)) };
  const c = caseOf(programOf({ remind: 'mine' }, [], settings), people).with(start, p3Worker());
  expect(told(c, '2026-03-12')).toEqual(['2026-03-05 remind p3w1', '2026-03-05 remind p3s1', '2026-03-11 remind p3w1']);
});

test('a tracked duty is never overdue and nobody is told, unless the rule asks that its age be told', () => {
  const quiet = caseOf(programOf({ strength: 'track' })).with(start, p3Worker());
  const aged = caseOf(programOf({ strength: 'track', chase: true })).with(start, p3Worker());
  for (const c of [quiet, aged]) expect(c.owes('duty', '2026-04-30')).toMatchObject([{ status: 'due' }]);
  expect(told(quiet, '2026-03-13')).toEqual([]);
  expect(told(aged, '2026-03-13').slice(-2)).toEqual(['2026-03-13 remind p3w1', '2026-03-13 escalate p3s1']);
});

describe('an enrolment that ended for each child by itself', () => {
  const left = (on: string, children: readonly string[]): Told => ({
    type: 'ProgramEnded',
    on,
    program: 'p',
    children,
  });
  test('ends what concerns the case when the last has left, and what concerns one child when that one has', () => {
    const of = programOf({
      per: perParticipant('connection'),
      from: rule.first(happened('ParticipantAdded')),
      due: { none: 'x' },
    });
    const c = caseOf(of).with(
      { type: 'ParticipantAdded', on: '2026-03-02', participant: 'all', role: 'connection' },
      { type: 'ParticipantAdded', on: '2026-03-02', participant: 'aunt', role: 'connection', children: ['c1'] },
    );
    const states = (one: ACase): string[] =>
      one.obligations('duty', '2026-05-30').map((o) => `${o.subject.participant} ${o.status}`);
    expect(states(c)).toEqual(['all due', 'aunt due']);
    const one = c.with(left('2026-05-01', ['c1']));
    expect(states(one)).toEqual(['all due', 'aunt not-applicable']);
    expect(states(one.with(left('2026-05-29', ['c2'])))).toEqual(['all not-applicable', 'aunt not-applicable']);
    expect(one.with(left('2026-05-29', ['c2'])).obligations('duty', '2026-05-30')[0]?.reason).toBe(
      'the enrolment in p ended on 2026-05-29',
    );
  });
});

describe('a duty that stands on an enrolment', () => {
  const enrolled = happened('ProgramEnrolled', { program: 'p' });
  const step = by(happened('ActionTaken', { kind: 'step' }));
  const of = (over: Partial<Duty>): Program =>
    programOf({ per: perEvent(enrolled, 'child'), from: trigger(), done: step, ...over });
  const left: Told = { type: 'ProgramEnded', on: '2026-02-20', program: 'p', children: ['c1'] };
  const again: Told = { type: 'ProgramEnrolled', id: 'again', on: '2026-04-01', program: 'p', children: ['c1'] };
  const did: Told = { type: 'ActionTaken', on: '2026-04-02', kind: 'step', children: ['c1'] };
  const forFirst = (c: ACase): string[] =>
    c
      .obligations('duty', '2026-04-10')
      .flatMap((o) => (o.subject.child === 'c1' ? [`${o.subject.trigger?.id} ${o.status}`] : []));

  test('ends with that one: a second enrolment has its own, and what is done under it meets nothing of the first', () => {
    const c = caseOf(of({ due: { none: 'x' } })).with(left, again);
    expect(forFirst(c)).toEqual(['again due', 'e6 not-applicable']);
    expect(forFirst(c.with(did))).toEqual(['again met', 'e6 not-applicable']);
  });
  test('a month that was missed under the first stays missed', () => {
    const c = caseOf(of({ due: { by: rule.monthEnd(rule.opened) }, repeat: { monthly: true, partMonths: true } }));
    expect(forFirst(c.with(left, again, did)).sort()).toEqual(['again met', 'e6 overdue', 'e6 overdue']);
  });
  test('only for those children of whom the condition holds', () => {
    const such = rule.perEventSuch(enrolled, rule.did(happened('CircumstanceRecorded', { kind: 'start' })), 'child');
    const c = caseOf(of({ per: such, due: { none: 'x' } })).with(start);
    expect(c.obligations('duty', '2026-04-10').map((o) => o.subject.child)).toEqual(['c1']);
  });
});

describe('guards', () => {
  const unmet = (program: Program, ...events: readonly Told[]): string[] =>
    caseOf(program)
      .with(
        { type: 'ParticipantAdded', on: '2026-03-01', participant: 'aunt', role: 'connection' },
        { type: 'ParticipantAdded', on: '2026-03-01', participant: 'coach', role: 'connection' },
        ...events,
      )
      .refusals('2026-03-09')
      .map((one) => one.code);
  const agreed = (participant: string, child: string): Told => ({
    type: 'DecisionMade',
    on: '2026-03-02',
    kind: 'agreed',
    outcome: 'yes',
    participants: [participant],
    children: [child],
  });

  test('each participant with each child: an agreement for one of both is none for the other two', () => {
    const guard: Guard = {
      id: 'agreed-first',
      cites: ['X-02'],
      says: 'Agree first.',
      on: happened('ContactMade', { kind: 'talk' }),
      every: 'participant-and-child',
      unless: rule.did(happened('DecisionMade', { kind: 'agreed' })),
      mend: 'Agree.',
    };
    const talk: Told = {
      type: 'ContactMade',
      on: '2026-03-03',
      kind: 'talk',
      participants: ['aunt', 'coach'],
      children: ['c1', 'c2'],
    };
    const crossed = [agreed('aunt', 'c1'), agreed('coach', 'c2')];
    expect(unmet(programOf({}, [guard]), ...crossed, talk)).toEqual(['agreed-first']);
    expect(unmet(programOf({}, [guard]), ...crossed, agreed('aunt', 'c2'), agreed('coach', 'c1'), talk)).toEqual([]);
  });

  test('a code stands on the agency’s list, every one of several; an empty list admits what is written', () => {
    const guard: Guard = {
      id: 'on-the-list',
      cites: ['X-03'],
      says: 'Choose from the list.',
      on: inCase('ActionTaken', { kind: 'search' }),
      unless: rule.so('listed', { field: 'parts', setting: 'sources', orNone: true }),
      mend: 'Choose.',
    };
    const search = (...parts: string[]): Told => ({ type: 'ActionTaken', on: '2026-03-03', kind: 'search', parts });
    const with_ = (value: string): Program => programOf({}, [guard], { sources: { value, says: 'Sources.' } });
    expect(unmet(with_('registry, web'), search('registry', 'web'))).toEqual([]);
    expect(unmet(with_('registry, web'), search('registry', 'radio'))).toEqual(['on-the-list']);
    expect(unmet(with_(''), search('radio'))).toEqual([]);
  });
});

describe('who is told when nobody of the unit leads', () => {
  const late = (people: readonly (typeof staff)[number][]): string[] =>
    told(caseOf(programOf({ owner: 'caseworker' }), { staff: [...people] }).with(start), '2026-03-20').flatMap((one) =>
      one.includes('escalate') ? [one.split(' ').at(-1)!] : [],
    );
  const having = (...ids: string[]) => staff.filter(({ id }) => ids.includes(id));
  test('the supervisor of the unit; without one the program manager; without either nobody', () => {
    expect(new Set(late(having('cw1', 'sup1', 'pm1')))).toContain('sup1');
    expect(new Set(late(having('cw1', 'pm1')))).toEqual(new Set(['pm1']));
    expect(late(having('cw1', 'p3w1', 'p3s1'))).toEqual([]);
  });
});

describe('WA-20: nobody is set to reach himself or herself', () => {
  const ownerWith = (...managers: readonly string[]): unknown => {
    const agency = anAgency({
      staff: [
        { id: 'cw1', role: 'caseworker', unit: 'unit-1' },
        ...managers.map((id) => ({ id, role: 'program-manager' as const, unit: 'unit-1' })),
      ],
    });
    return ACase.opened([everyCase], '2026-01-05', undefined, agency)
      .with({ type: 'NoticeUndeliverable', on: '2026-02-02', notice: 'n', recipient: 'pm1', reason: 'bounced' })
      .obligations('reach-staff', '2026-02-02')
      .map((o) => o.owner.staff);
  };
  test('a program manager whom no message reaches is reached by another one, and shown as nobody’s where there is none', () => {
    expect(ownerWith('pm1', 'pm2')).toEqual(['pm2']);
    expect(ownerWith('pm1')).toStrictEqual([null]);
  });
});
