// Words about meetings and those who prepare them: the cycle of another duty, the outcome, attendance, assignments that are over.
import { iso } from '../../src/domain/calendar';
import * as rule from '../../src/domain/rule';
import type { Duty } from '../../src/domain/rule';
import { ACase, type Told } from '../support/a-case';
import { owed, told } from './support/one-duty';

const { after, by, days, happened, inCase, last, opened, perCase, perChild, perEvent, so, trigger, when, word } = rule;

const set = (on: string, startsAt: string, over: Partial<Told> = {}): Told => ({
  type: 'MeetingScheduled',
  on,
  meeting: 'm1',
  kinds: ['ppm'],
  children: ['c1'],
  invitees: ['p1'],
  startsAt,
  zone: 'America/Los_Angeles',
  ...over,
});
const held = (on: string, over: Partial<Told> = {}): Told => ({
  type: 'MeetingHeld',
  on,
  meeting: 'm1',
  attendance: [{ participant: 'p1', how: 'present' }],
  ...over,
});
const hearing = (on: string, child = 'c1'): Told => ({ type: 'HearingHeld', on, kind: 'hearing', children: [child] });

describe('the cycle of another duty', () => {
  const meet: Duty = {
    id: 'meet',
    cites: ['X-01'],
    says: 'Meet.',
    per: perChild,
    from: last(happened('HearingHeld')),
    due: { by: after(opened, days(30)) },
    repeat: { every: days(90), after: { setting: 'anchor' } },
    done: by(happened('MeetingHeld')),
    owner: 'caseworker',
  };
  const book: Duty = {
    id: 'book',
    cites: ['X-02'],
    says: 'Set the meeting.',
    per: perChild,
    from: word('cycle', { of: 'p/meet', is: 'opened' }),
    due: { by: word('cycle', { of: 'p/meet', is: 'due' }) },
    done: when('booked', { kind: 'ppm' }),
    owner: 'caseworker',
  };
  const story = (anchor: string, ...events: readonly Told[]): ACase =>
    ACase.opened(
      [
        rule.program({
          id: 'p',
          title: 'p',
          edition: '1',
          document: 'p',
          effective: { from: '2000-01-01' },
          settings: { anchor: { value: anchor, says: 'x' } },
          // What prepares stands before what it prepares: the order of duties does not matter.
          duties: [book, { ...book, id: 'ask', per: perCase, done: by(inCase('ActionTaken')) }, meet],
          guards: [],
          guidance: [],
        }),
      ],
      '2026-01-02',
      ['2018-05-01', '2020-05-01'],
    ).with(...events);
  const owes = (c: ACase, duty: string, look: string): string[] =>
    c
      .obligations(duty, look)
      .filter((o) => o.status !== 'unknown')
      .map((o) => `${o.subject.key} ${o.status} ${o.due === null ? '-' : iso(o.due)}`);

  test('unknown while that one is, and for the same reason', () => {
    const [o] = story('done').obligations('book', '2026-01-10');
    expect([o?.status, o?.missing?.[0]?.fact]).toEqual(['unknown', 'hearing held']);
  });
  test('follows it when it counts from the day held, and when it counts from the day due', () => {
    const events = [hearing('2026-01-05'), set('2026-01-10', '2026-01-26T18:00'), held('2026-01-26')];
    // Held on January 26: April 26. Due on February 4: May 5.
    expect(owes(story('done', ...events), 'book', '2026-02-10')[0]).toBe('child:c1 due 2026-04-26');
    expect(owes(story('due', ...events), 'book', '2026-02-10')[0]).toBe('child:c1 due 2026-05-05');
  });
  test('follows it past a waived date', () => {
    const open = story('done', hearing('2026-01-05', 'c1'));
    const c = open.with({
      type: 'ObligationWaived',
      on: '2026-02-01',
      obligation: open.obligations('meet', '2026-02-01')[1]!.key,
      waivedBy: 'sup1',
      authority: 'court order',
      reason: 'abroad',
    });
    expect(owes(c, 'meet', '2026-02-10')[0]).toBe('child:c1 waived 2026-02-04');
    // 90 days after February 4.
    expect(owes(c, 'book', '2026-02-10')).toEqual(['child:c1 due 2026-05-05']);
  });
  test('for the case it is that of the child whose date comes first', () => {
    const c = story('done', hearing('2026-01-15', 'c1'), hearing('2026-01-05', 'c2'));
    expect(owes(c, 'ask', '2026-01-20')).toEqual(['case due 2026-02-04']);
    const met = c.with(set('2026-01-20', '2026-02-02T18:00', { children: ['c2'] }), held('2026-02-02'));
    expect(owes(met, 'ask', '2026-02-03')).toEqual(['case due 2026-02-14']);
  });
  test('a meeting held before its hour does not stand for the next one', () => {
    const c = story('done', hearing('2026-01-05'), set('2026-01-10', '2026-02-03T18:00'), held('2026-02-02'));
    expect(owes(c, 'book', '2026-02-05')).toContain('child:c1 due 2026-05-03');
  });
});

describe('the next meeting is set', () => {
  /** Since the hearing of January 5. */
  const duty: Partial<Duty> = {
    per: perChild,
    from: last(happened('HearingHeld')),
    due: { none: '-' },
    done: when('booked', { kind: 'ppm' }),
  };
  const off = (type: string): Told => ({ type, on: '2026-01-12', meeting: 'm1', reason: 'ill' });
  const moved = (on: string, startsAt: string): Told => ({
    type: 'MeetingRescheduled',
    on,
    meeting: 'm1',
    startsAt,
    zone: 'America/Los_Angeles',
  });
  const met = 'met - 2026-01-02';
  test.each<[string, Told[], string]>([
    ['nothing is', [], 'due -'],
    ['for a day after it', [set('2026-01-02', '2026-01-06T18:00')], met],
    ['for that very day', [set('2026-01-02', '2026-01-05T18:00')], 'due -'],
    ['of another kind', [set('2026-01-02', '2026-01-06T18:00', { kinds: ['staffing'] })], 'due -'],
    ['of several kinds', [set('2026-01-02', '2026-01-06T18:00', { kinds: ['staffing', 'ppm'] })], met],
    ['for a sibling', [set('2026-01-02', '2026-01-06T18:00', { children: ['c2'] })], 'due -'],
    ['for all children', [set('2026-01-02', '2026-01-06T18:00', { children: undefined })], met],
    ['and cancelled', [set('2026-01-02', '2026-02-06T18:00'), off('MeetingCancelled')], 'due -'],
    ['and not held', [set('2026-01-02', '2026-02-06T18:00'), off('MeetingNotHeld')], 'due -'],
    [
      'and moved to a day after it',
      [set('2026-01-02', '2026-01-04T18:00'), moved('2026-01-04', '2026-01-08T18:00')],
      met,
    ],
    // What counts of a meeting that was held is the day on which it was, not the one for which it had been set.
    ['and held on a later day than it was set for', [set('2026-01-02', '2026-01-04T18:00'), held('2026-01-06')], met],
    [
      'and held before, though set for a later day',
      [set('2026-01-02', '2026-01-08T18:00'), held('2026-01-04')],
      'due -',
    ],
    [
      'and held on that very day, though set for a later one',
      [set('2026-01-02', '2026-01-08T18:00'), held('2026-01-05')],
      'due -',
    ],
  ])('%s', (_what, events, expected) => {
    const [o] = told(duty, {}, hearing('2026-01-05'), ...events).obligations('duty', '2026-02-10');
    const done = o!.doneOn === undefined ? '' : ` ${iso(o!.doneOn)}`;
    expect(`${o!.status} -${done}`).toBe(expected);
    if (o!.status === 'due') expect(o!.reason).toContain('date, time and place');
  });
  test('where it is asked of an event and counts from no day, whenever it is', () => {
    const asked: Partial<Duty> = {
      per: rule.perEventSuch(inCase('ActionTaken'), rule.isMet(when('booked', { kind: 'ppm' }))),
      from: trigger(),
    };
    const step: Told = { type: 'ActionTaken', on: '2026-01-10', kind: 'note' };
    expect(owed(told(asked, {}, set('2026-01-05', '2026-01-05T18:00'), step), '2026-02-10')).toHaveLength(1);
    expect(owed(told(asked, {}, step), '2026-02-10')).toEqual([]);
  });
});

describe('the outcome of a meeting', () => {
  const duty: Partial<Duty> = {
    per: perEvent(inCase('MeetingScheduled')),
    from: trigger(),
    due: { by: trigger('startsAt') },
    done: when('outcome-recorded'),
  };
  const meeting = set('2026-01-10', '2026-02-02T18:00');
  test('is lacking until it is recorded', () => {
    expect(owed(told(duty, {}, meeting), '2026-02-03')).toEqual(['overdue 2026-02-02']);
    expect(owed(told(duty, {}, meeting, held('2026-02-02')), '2026-02-03')).toEqual(['met 2026-02-02 2026-02-02']);
  });
  test('is asked for again when a meeting that was not held is set anew, on the same day too', () => {
    const again = told(
      duty,
      {},
      meeting,
      { type: 'MeetingNotHeld', on: '2026-02-02', meeting: 'm1', reason: 'nobody came' },
      { type: 'MeetingRescheduled', on: '2026-02-02', meeting: 'm1', startsAt: '2026-02-09T18:00', zone: 'UTC' },
    );
    expect(owed(again, '2026-02-03')).toEqual(['due 2026-02-09']);
    expect(owed(again, '2026-02-10')).toEqual(['overdue 2026-02-09']);
  });
});

describe('attendance', () => {
  const duty = (args: Record<string, boolean> = {}): Partial<Duty> => ({
    per: perEvent(inCase('MeetingHeld'), ['parent']),
    from: trigger(),
    due: { none: 'No date.' },
    done: when('attendance-noted', args),
  });
  const meeting = set('2026-01-10', '2026-02-02T18:00');
  const absent = (reason?: string): Told =>
    held('2026-02-02', { attendance: [{ participant: 'p1', how: 'absent', ...(reason ? { reason } : {}) }] });
  test('is noted when the record names the person', () => {
    expect(owed(told(duty(), {}, meeting, absent()), '2026-02-03')).toEqual(['met - 2026-02-02']);
    expect(owed(told(duty(), {}, meeting, held('2026-02-02', { attendance: [] })), '2026-02-03')).toEqual(['due -']);
  });
  test('stands in the record of a meeting, and in nothing else', () => {
    const asked: Partial<Duty> = { ...duty(), per: perEvent(inCase('MeetingScheduled'), ['parent']) };
    const c = told(asked, {}, meeting);
    expect(owed(c, '2026-01-11')).toEqual(['due -']);
    expect(c.obligations('duty', '2026-01-11')[0]!.reason).toBe(
      'No date. Still lacking: whether and how the person took part.',
    );
  });
  test('of somebody who did not come the reason as well, where the rule asks for it', () => {
    expect(owed(told(duty({ whyAbsent: true }), {}, meeting, absent()), '2026-02-03')).toEqual(['due -']);
    expect(owed(told(duty({ whyAbsent: true }), {}, meeting, absent('ill')), '2026-02-03')).toEqual([
      'met - 2026-02-02',
    ]);
  });
});

describe('an assignment that is over', () => {
  const assigned: Told = {
    type: 'StaffAssigned',
    on: '2026-01-06',
    id: 'a',
    staff: 'cw1',
    role: 'facilitator',
    familiesBefore: 60,
  };
  const left: Told = { type: 'StaffUnassigned', on: '2026-01-07', staff: 'cw1', role: 'facilitator', reason: 'left' };
  const settings = { familiesPerFacilitator: { value: 50, says: 'x' } };
  test.each(['over-capacity', 'facilitator-is-caseworker'])('%s: nothing is asked about it any more', (name) => {
    const duty: Partial<Duty> = {
      per: perEvent(inCase('StaffAssigned', { role: 'facilitator' })),
      from: trigger(),
      due: { none: 'No date.' },
      done: by(inCase('CaseClosed')),
      only: so(name),
    };
    expect(owed(told(duty, settings, assigned), '2026-01-06')).toEqual(['due -']);
    expect(owed(told(duty, settings, assigned, left), '2026-01-08')).toEqual([]);
    // Recorded ahead of its day it still stands until then.
    const ahead = told(duty, settings, assigned, { ...left, on: '2026-01-20', known: '2026-01-07' });
    expect(owed(ahead, '2026-01-08')).toEqual(['due -']);
    expect(owed(ahead, '2026-01-20')).toEqual([]);
  });
});

test('somebody named as a support person is added to the case, else the name would be lost', () => {
  const contact: Told = {
    type: 'ContactMade',
    on: '2026-01-10',
    kind: 'advance',
    participants: ['p1'],
    namedSupports: ['aunt'],
  };
  const asked: Partial<Duty> = { done: by(inCase('ContactMade', { kind: 'advance' })) };
  const codes = (...events: readonly Told[]): string[] =>
    told(asked, {}, ...events)
      .refusals('2026-01-11')
      .map((u) => `${u.code} ${u.field ?? ''}`);
  expect(codes(contact)).toContain('unknown-person namedSupports');
  const aunt: Told = { type: 'ParticipantAdded', on: '2026-01-10', participant: 'aunt', role: 'support-person' };
  expect(codes(aunt, contact)).not.toContain('unknown-person namedSupports');
});
