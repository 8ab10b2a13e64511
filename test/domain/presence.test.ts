// Who is here, who acts for somebody who is not, and what that changes in what is owed and said.
import { agencySchema, type AgencyInput } from '../../src/domain/agency';
import { admit } from '../../src/domain/admit';
import { day, startOfDay } from '../../src/domain/calendar';
import { actingFor, isActive, isAway } from '../../src/domain/presence';
import * as rule from '../../src/domain/rule';
import type { Duty, Program } from '../../src/domain/rule';
import { ACase, anAgency, ZONE, type Told } from '../support/a-case';

type Person = AgencyInput['staff'][number];

const people: readonly Person[] = [
  { id: 'fac1', role: 'facilitator', unit: 'unit-1' },
  { id: 'fac2', role: 'facilitator', unit: 'unit-1' },
  { id: 'fs1', role: 'facilitator-supervisor', unit: 'unit-1' },
  { id: 'cw1', role: 'caseworker', unit: 'unit-1' },
  { id: 'sup1', role: 'supervisor', unit: 'unit-1' },
  { id: 'sup2', role: 'supervisor', unit: 'unit-2' },
  { id: 'p3w1', role: 'p3-worker', unit: 'unit-1' },
  { id: 'p3s1', role: 'p3-supervisor', unit: 'p3' },
  { id: 'pm1', role: 'program-manager', unit: 'central' },
];
const agencyWith = (...changed: readonly (Partial<Person> & { id: string })[]) =>
  anAgency({ staff: people.map((one) => ({ ...one, ...changed.find((c) => c.id === one.id) })) });
const away = (id: string, deputy?: string, from = '2026-03-09', to = '2026-03-13') => ({
  id,
  absences: [{ from, to, ...(deputy === undefined ? {} : { deputy }) }],
});

describe('absences and departures', () => {
  test('somebody is away from the first day to the last, both included; gone from the day of leaving on', () => {
    const { staff } = agencyWith(away('fac1'), { id: 'fac2', leavesOn: '2026-03-10' }, { id: 'cw1', active: false });
    const days = ['2026-03-08', '2026-03-09', '2026-03-13', '2026-03-14'];
    expect(days.map((d) => isAway(staff.get('fac1')!, day(d)))).toEqual([false, true, true, false]);
    expect(['2026-03-09', '2026-03-10'].map((d) => isActive(staff.get('fac2')!, day(d)))).toEqual([true, false]);
    expect(isActive(staff.get('fac1')!, day('2026-03-10'))).toBe(true);
    expect(isActive(staff.get('cw1')!, day('2026-03-10'))).toBe(false);
  });

  test.each([
    { who: 'fac1', changed: [], acts: 'fac1' },
    { who: 'fac1', changed: [away('fac1', 'fac2')], acts: 'fac2' },
    { who: 'fac1', changed: [away('fac1')], acts: 'fs1' },
    { who: 'fac1', changed: [away('fac1', 'fac2'), away('fac2', 'cw1')], acts: 'cw1' },
    // Each stands in for the other and both are away: whoever is above.
    { who: 'fac1', changed: [away('fac1', 'fac2'), away('fac2', 'fac1')], acts: 'fs1' },
    { who: 'fac1', changed: [away('fac1', 'nobody-of-that-name')], acts: 'fs1' },
    { who: 'fac1', changed: [away('fac1'), away('fs1')], acts: 'pm1' },
    { who: 'fac1', changed: [{ id: 'fac1', active: false }], acts: 'fs1' },
    { who: 'cw1', changed: [away('cw1')], acts: 'sup1' },
    { who: 'cw1', changed: [away('cw1'), away('sup1')], acts: 'pm1' },
    { who: 'p3w1', changed: [away('p3w1')], acts: 'p3s1' },
    { who: 'sup1', changed: [away('sup1')], acts: 'pm1' },
    { who: 'pm1', changed: [away('pm1')], acts: null },
    // Named first with a deputy, whatever the order of two absences that overlap.
    {
      who: 'fac1',
      changed: [{ id: 'fac1', absences: [...away('fac1').absences, ...away('fac1', 'fac2').absences] }],
      acts: 'fac2',
    },
  ])('for $who with $changed: $acts acts', ({ who, changed, acts }) => {
    expect(actingFor(who, day('2026-03-10'), agencyWith(...changed))).toBe(acts);
  });

  test('an absence that ends before it begins is refused, and the field is named', () => {
    const parsed = agencySchema.safeParse({
      id: 'a',
      zone: ZONE,
      staff: [{ ...people[0], absences: [{ from: '2026-03-10', to: '2026-03-09' }] }],
    });
    expect(parsed.error?.issues.map((i) => [i.path.join('.'), i.message])).toEqual([
      ['staff.0.absences.0.to', 'must not end before it begins'],
    ]);
  });
});

const { by, days, happened, perEvent, trigger } = rule;
const duty: Duty = {
  id: 'duty',
  cites: ['X-01'],
  says: 'Do it.',
  per: perEvent(happened('CircumstanceRecorded', { kind: 'start' })),
  from: trigger(),
  due: { by: rule.after(trigger(), days(10)) },
  done: by(happened('ActionTaken', { kind: 'step' })),
  owner: 'facilitator',
  remind: 'mine',
};
const programOf = (over: Partial<Duty> = {}): Program =>
  rule.program({
    id: 'p',
    title: 'p',
    edition: '1',
    document: 'p',
    effective: { from: '2000-01-01' },
    settings: { mine: { value: [7, 1], says: 'Mine.' } },
    duties: [{ ...duty, ...over }],
    guards: [],
    guidance: [],
    kinds: ['step'],
  });
// Due on Thursday, March 12: reminders on March 5 and 11, then on March 13 and 20 (overdue by 1 and 8 days).
const start: Told = { type: 'CircumstanceRecorded', on: '2026-03-02', kind: 'start' };
const assigned: Told = { type: 'StaffAssigned', on: '2026-03-01', staff: 'fac1', role: 'facilitator' };
const caseOf = (agency: ReturnType<typeof anAgency>, over: Partial<Duty> = {}): ACase =>
  ACase.opened([programOf(over)], '2026-01-05', ['2018-05-01'], agency).with(assigned, start);
const told = (c: ACase, when: string): string[] =>
  c
    .at(when)
    .notices.map((n) => `${new Date(n.at).toISOString().slice(5, 10)} ${n.kind} ${n.to.id}`)
    .sort();

describe('what is said to somebody who is away', () => {
  test('goes to the deputy as well, on the days of the absence only', () => {
    expect(told(caseOf(agencyWith(away('fac1', 'fac2'))), '2026-03-12')).toEqual([
      '03-05 remind fac1',
      '03-11 remind fac1',
      '03-11 remind fac2',
    ]);
  });
  test('without a deputy to whoever is above; what a supervisor who is away is told, to the program manager as well', () => {
    expect(told(caseOf(agencyWith(away('fac1'), away('sup1'))), '2026-03-13')).toEqual([
      '03-05 remind fac1',
      '03-11 remind fac1',
      '03-11 remind fs1',
      '03-13 escalate pm1',
      '03-13 escalate sup1',
      '03-13 remind fac1',
      '03-13 remind fs1',
    ]);
  });
  test('a request for a sign-off waits on the deputy while the approver is away, then on the approver', () => {
    const of = { signOff: true as const, owner: 'facilitator-supervisor', remind: 'mine' };
    const c = caseOf(agencyWith(away('fs1', 'sup2', '2026-03-02', '2026-03-03')), of);
    expect(told(c, '2026-03-03')).toEqual(['03-02 requestSignOff sup2']);
    expect(told(c, '2026-03-05')).toEqual(['03-02 requestSignOff fs1', '03-04 requestSignOff fs1']);
  });
  test('it stays his or hers: to be away moves neither owner nor date', () => {
    expect(caseOf(agencyWith(away('fac1', 'fac2'))).obligations('duty', '2026-03-10')[0]).toMatchObject({
      owner: { staff: 'fac1', fallback: false },
      due: day('2026-03-12'),
    });
  });
});

describe('leaving', () => {
  const leaving = agencyWith({ id: 'fac1', leavesOn: '2026-03-10' });
  const ownerOn = (c: ACase, when: string) => c.obligations('duty', when)[0]?.owner;

  test('from that day on it falls to the supervisor of the unit, and the case wakes to see it', () => {
    const c = caseOf(leaving);
    expect(ownerOn(c, '2026-03-09')).toEqual({ role: 'facilitator', staff: 'fac1', fallback: false });
    expect(ownerOn(c, '2026-03-10')).toEqual({ role: 'facilitator', staff: 'sup1', fallback: true });
    // Nothing else is due before: the last reminder was that of March 5.
    expect(c.at('2026-03-06').wakeAt).toBe(startOfDay(day('2026-03-10'), ZONE));
  });
  test('a supervisor to whom it fell and who leaves: the next, and the case wakes for that too', () => {
    const c = caseOf(
      agencyWith({ id: 'fac1', active: false }, { id: 'sup1', leavesOn: '2026-03-08' }, { id: 'fs1', active: false }),
    );
    expect(ownerOn(c, '2026-03-07')?.staff).toBe('sup1');
    expect(c.at('2026-03-06').wakeAt).toBe(startOfDay(day('2026-03-08'), ZONE));
    expect(ownerOn(c, '2026-03-08')?.staff).toBe('sup2');
  });
  test('when no supervisor is left it is the program manager’s', () => {
    const c = caseOf(agencyWith(...['fac1', 'sup1', 'sup2', 'fs1', 'p3s1'].map((id) => ({ id, active: false }))));
    expect(ownerOn(c, '2026-03-08')).toEqual({ role: 'facilitator', staff: 'pm1', fallback: true });
  });
  test('somebody whom the agency does not know owns nothing', () => {
    const unknown = anAgency({ staff: people.filter((one) => one.id !== 'fac1') });
    expect(ownerOn(caseOf(unknown), '2026-03-08')).toMatchObject({ staff: 'sup1', fallback: true });
  });
  test('a family whose facilitator has left has none (WA-17)', () => {
    const of = { done: rule.when('staffed', { role: 'facilitator' }), owner: 'facilitator-supervisor' };
    const statuses = (agency: ReturnType<typeof anAgency>) =>
      ['2026-03-09', '2026-03-10'].map((d) => caseOf(agency, of).owes('duty', d)[0]?.status);
    expect(statuses(agencyWith())).toEqual(['met', 'met']);
    expect(statuses(leaving)).toEqual(['met', 'due']);
  });
  test('whoever has left is assigned to nothing from that day on; an assignment of the time before may be recorded', () => {
    const refused = (on: string): string[] => {
      const { journal } = caseOf(leaving).with({ ...assigned, on });
      const context = { agency: leaving, programs: [programOf()] };
      const now = startOfDay(day('2026-03-20'), ZONE);
      return admit({ journal: journal.slice(0, -1), added: journal.slice(-1), context, caseId: 'case-1', now }).map(
        (one) => one.code,
      );
    };
    expect([refused('2026-03-09'), refused('2026-03-10')]).toEqual([[], ['inactive-staff']]);
  });
  test('whoever was to come to a meeting and has left is not invited any more', () => {
    const meeting: Told = {
      type: 'MeetingScheduled',
      on: '2026-03-03',
      meeting: 'm1',
      kinds: ['ppm'],
      invitees: ['p1'],
      staff: ['fac1', 'cw1'],
      startsAt: '2026-03-20T10:00',
      zone: ZONE,
    };
    const invited = (when: string) =>
      caseOf(leaving)
        .with(meeting)
        .at(when)
        .invitations.map((v) => v.to.id);
    expect([invited('2026-03-09'), invited('2026-03-10')]).toEqual([
      ['p1', 'fac1', 'cw1'],
      ['p1', 'cw1'],
    ]);
  });
});
