// An obligation as sentences: which event, which arithmetic, which reading, which source.
import { explain } from '../../src/domain/explain';
import { programs, sources } from '../../src/programs';
import * as rule from '../../src/domain/rule';
import { ACase, type Told } from '../support/a-case';
import { told } from './support/one-duty';

const hearing: Told = {
  type: 'HearingHeld',
  on: '2026-01-05',
  id: 'h',
  known: '2026-01-06',
  kind: 'dependency-fact-finding',
  outcome: 'dependency-found',
  children: ['c1'],
};
const opened = ACase.opened(programs, '2026-01-02');
const why = (c: ACase, duty: string, when: string, i = 0): string[] => explain(c.obligations(duty, when)[i]!, sources);
const escape = (text: string): string => text.replace(/[()]/g, '\\$&');
const source = 'Enhanced Permanency Planning Meetings (program description), edition undated, Description';

test('WA-07: thirty days after the hearing, event by event', () => {
  expect(why(opened.with(hearing), 'ppm', '2026-01-10')).toEqual([
    'Hold the permanency planning meeting.',
    'Hearing held (dependency-fact-finding): 2026-01-05 (event h, recorded 2026-01-06T20:00:00.000Z).',
    '30 calendar days after 2026-01-05 is 2026-02-04.',
    'It is due by the end of 2026-02-04. It is still lacking: meeting held (ppm).',
    expect.stringMatching(/^Reading: First meeting: the latest day, calendar days/) as string,
    expect.stringMatching(new RegExp(`^WA-06, ${escape(source)} \\(line \\d+\\): `)) as string,
    expect.stringMatching(new RegExp(`^WA-07, ${escape(source)} \\(line \\d+\\): .*30 days`)) as string,
    expect.stringMatching(new RegExp(`^WA-08, ${escape(source)} \\(line \\d+\\): .*90 days`)) as string,
    expect.stringMatching(new RegExp(`^WA-09, ${escape(source)} \\(line \\d+\\): `)) as string,
  ]);
});

test('a corrected hearing says so, with the time at which it became known', () => {
  const c = opened.with(hearing, {
    type: 'EventCorrected',
    on: '2026-01-20',
    event: 'h',
    reason: 'x',
    to: {
      type: 'HearingHeld',
      on: '2026-01-12',
      kind: 'dependency-fact-finding',
      outcome: 'dependency-found',
      children: ['c1'],
    },
  });
  expect(why(c, 'ppm', '2026-01-21')[1]).toBe(
    'Hearing held (dependency-fact-finding): 2026-01-12 (event h, corrected and recorded 2026-01-20T20:00:00.000Z).',
  );
});

test('an unknown date says what is missing and who can supply it', () => {
  expect(why(opened, 'ppm', '2026-01-10')[1]).toBe(
    'Its date is unknown until this is recorded: hearing held (dependency-fact-finding) (by the caseworker).',
  );
});

test('WA-17: a number that policy does not give is named as an agency setting', () => {
  expect(why(opened.with(hearing), 'assign-facilitator', '2026-01-10')).toContain(
    '7 calendar days after 2026-01-05 is 2026-01-12 (the number is an agency setting, facilitatorWithin; the policy gives none).',
  );
});

test('WA-13: a target says that it is one', () => {
  const lines = why(opened, 'parent-visit', '2026-02-10');
  expect(lines).toContain('The target of 2026-01-31 was not reached.');
  expect(lines).toContain('The policy aims at this: it is reported, and never counts as a breach.');
});

test('WA-09: what does not apply says why; a waiver names the person, the authority and the reason', () => {
  const c = opened.with(hearing);
  expect(why(c.with({ type: 'CaseClosed', on: '2026-01-20', reason: 'dismissed' }), 'ppm', '2026-01-21')).toContain(
    'It does not apply: the case was closed on 2026-01-20.',
  );
  const waived = c.with({
    type: 'ObligationWaived',
    on: '2026-01-20',
    obligation: c.obligations('ppm', '2026-01-10')[0]!.key,
    waivedBy: 'sup1',
    authority: 'court order 12',
    reason: 'family abroad',
  });
  expect(why(waived, 'ppm', '2026-01-21')).toContain('It was waived by sup1 (court order 12): family abroad.');
});

test('every obligation of a busy case reads as sentences, the source last', () => {
  const busy = opened.with(
    hearing,
    { type: 'StaffAssigned', on: '2026-01-06', staff: 'fac1', role: 'facilitator', familiesBefore: 50 },
    {
      type: 'MeetingScheduled',
      on: '2026-01-10',
      meeting: 'm1',
      kinds: ['ppm'],
      invitees: ['p1'],
      startsAt: '2026-02-02T18:00',
      zone: 'America/Los_Angeles',
    },
    { type: 'MeetingHeld', on: '2026-02-06', meeting: 'm1', attendance: [{ participant: 'p1', how: 'present' }] },
    { type: 'AllegationReported', on: '2026-02-07', children: ['c1'] },
  );
  const all = busy.at('2026-02-10').obligations;
  expect(all.length).toBeGreaterThan(15);
  for (const o of all) {
    const lines = explain(o, sources);
    expect(lines.at(-1)).toMatch(/^[A-Z]{2}-\d{2}, .* \(line \d+\): /);
    for (const line of lines) expect(line).toMatch(/^[A-Z0-9].*\.$/s);
    expect(lines.join(' ')).not.toMatch(/undefined|NaN|\[object/);
  }
});

test('a meeting of two kinds is called by both', () => {
  const lines = why(
    opened.with(hearing, {
      type: 'MeetingScheduled',
      on: '2026-01-10',
      meeting: 'm1',
      kinds: ['ppm', 'shared-planning'],
      invitees: ['p1'],
      startsAt: '2026-02-02T18:00',
      zone: 'America/Los_Angeles',
    }),
    'advance-contact',
    '2026-01-11',
  );
  expect(lines[1]).toMatch(/^Meeting scheduled \(ppm, shared-planning\): 2026-01-10 /);
});

test('WA-29: what is lacking is said once, and a field by its words', () => {
  const lines = why(
    opened.with(hearing, {
      type: 'MeetingScheduled',
      on: '2026-01-10',
      id: 'set',
      meeting: 'm1',
      kinds: ['ppm'],
      invitees: ['p1'],
      startsAt: '2026-02-02T18:00',
      zone: 'America/Los_Angeles',
    }),
    'advance-contact',
    '2026-01-11',
  );
  expect(lines.slice(1, 6)).toEqual([
    'Meeting scheduled (ppm): 2026-01-10 (event set, recorded 2026-01-10T20:00:00.000Z).',
    'Meeting scheduled (ppm), starts at: 2026-02-02 (event set, recorded 2026-01-10T20:00:00.000Z).',
    '1 calendar day before 2026-02-02 is 2026-02-01.',
    'The latest of these is 2026-02-01.',
    'It is due by the end of 2026-02-01. It is still lacking: contact made (advance) or decision made (unreachable) or invitation excused.',
  ]);
});

test('WA-24: one date alone is not called the earliest of several', () => {
  expect(why(opened.with(hearing), 'ask-availability', '2026-01-10').slice(1, 4)).toEqual([
    'Hearing held (dependency-fact-finding): 2026-01-05 (event h, recorded 2026-01-06T20:00:00.000Z).',
    '30 calendar days after 2026-01-05 is 2026-02-04.',
    'The date on which it is due to hold the permanency planning meeting: 2026-02-04.',
  ]);
});

describe('sentences of a duty by itself', () => {
  const start = rule.happened('CircumstanceRecorded', { kind: 'start' });
  const assigned: Told = { type: 'StaffAssigned', on: '2026-01-28', id: 'a', staff: 'cw2', role: 'caseworker' };
  const first = rule.first(rule.happened('StaffAssigned', { role: 'caseworker', staff: 'cw2' }));
  const of = (duty: Parameters<typeof told>[0], when: string, ...events: readonly Told[]): string[] => {
    const c = told({ from: first, ...duty }, {}, assigned, ...events);
    const all = c.obligations('duty', when);
    return explain(all.at(-1)!, { documents: new Map(), requirements: new Map() }).slice(1, -1);
  };
  const event = 'Staff assigned (caseworker): 2026-01-28 (event a, recorded 2026-01-28T20:00:00.000Z).';

  test('due on the day on which it opened: the event is told once, and it is told', () => {
    expect(of({ due: { by: rule.opened } }, '2026-01-28')).toEqual([
      event,
      'It is due by the end of 2026-01-28. It is still lacking: action taken (step).',
    ]);
  });
  test('a later month begins on its first day, whenever the duty began', () => {
    const monthly: Parameters<typeof told>[0] = { due: { by: rule.monthEnd(rule.opened) }, repeat: { monthly: true } };
    expect(of(monthly, '2026-02-03').slice(0, 3)).toEqual([
      event,
      'The month begins: 2026-02-01.',
      'The last day of the calendar month is 2026-02-28.',
    ]);
  });
  test('of ways that come to the same nothing was chosen', () => {
    const quarter = rule.after(rule.opened, rule.months(3));
    expect(of({ due: { by: rule.earliest(quarter, quarter) } }, '2026-01-28').slice(0, 2)).toEqual([
      event,
      '3 calendar months after 2026-01-28 is 2026-04-28.',
    ]);
  });
  test('a tracked date is expected, never due; done after it, it was expected by then', () => {
    const tracked: Parameters<typeof told>[0] = { strength: 'track', due: { by: rule.opened } };
    expect(of(tracked, '2026-02-03').slice(1)).toEqual([
      'It is expected by the end of 2026-01-28. It is still lacking: action taken (step).',
      'The policy sets no limit: the date is for orientation, and it never counts as a breach.',
    ]);
    const done: Told = { type: 'ActionTaken', on: '2026-02-01', kind: 'step' };
    expect(of(tracked, '2026-02-03', done)[1]).toBe('Done on 2026-02-01; it was expected by 2026-01-28.');
  });
  test('a "should" of which nobody is reminded says so; what could meet it in two ways is named once', () => {
    const step = rule.by(rule.inCase('ActionTaken', { kind: 'step' }));
    const lines = of(
      { strength: 'should', remind: 'never', due: { by: rule.opened }, done: rule.either(step, step, rule.by(start)) },
      '2026-01-28',
    );
    expect(lines.slice(1)).toEqual([
      'It is due by the end of 2026-01-28. It is still lacking: action taken (step) or circumstance recorded (start).',
      'The policy says "should": nobody is reminded of it.',
    ]);
    expect(of({ strength: 'should', due: { by: rule.opened } }, '2026-01-28').at(-1)).toBe(
      'The policy says "should", or advises it: it is reminded and escalated, in softer words.',
    );
  });
});

test('WI-17: due on the very day that it counts from, it still says which day that is', () => {
  const c = opened.with({
    type: 'ReunificationHappened',
    on: '2026-02-02',
    id: 'home',
    children: ['c1'],
    household: 'h1',
  });
  expect(why(c, 'designation', '2026-02-02').slice(1, 3)).toEqual([
    'Reunification happened: 2026-02-02 (event home, recorded 2026-02-02T20:00:00.000Z).',
    'It is due by the end of 2026-02-02. It is still lacking: action taken (designation-permanency-support).',
  ]);
});

test('a later month of a monthly duty begins with that month, not with the event that opened the duty', () => {
  expect(why(opened, 'parent-visit', '2026-02-10', 1).slice(1, 4)).toEqual([
    expect.stringMatching(/^Participant added \(parent\): 2026-01-02/) as string,
    'The month begins: 2026-02-01.',
    'The last day of the calendar month is 2026-02-28.',
  ]);
});
