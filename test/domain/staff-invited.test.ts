// Staff who are invited to a meeting: they hold an invitation like the others; whether those who should come are on the list.
import * as rule from '../../src/domain/rule';
import type { Duty } from '../../src/domain/rule';
import type { Told } from '../support/a-case';
import { owed, told } from './support/one-duty';
import { refusedFor } from './support/refused';

const set = (over: Partial<Told> = {}): Told => ({
  type: 'MeetingScheduled',
  on: '2026-02-02',
  meeting: 'm1',
  kinds: ['staffing'],
  invitees: [],
  staff: ['cw1', 'sup1'],
  startsAt: '2026-02-20T10:00',
  zone: 'America/Los_Angeles',
  ...over,
});
const invited = (...events: Told[]): string[] =>
  told({}, {}, ...events)
    .at('2026-02-04')
    .invitations.map((i) => `${i.to.kind} ${i.to.id}`);

test('family and staff are invited, each by themselves; a change of the list of one leaves the other', () => {
  expect(invited(set())).toEqual(['staff cw1', 'staff sup1']);
  expect(invited(set({ invitees: ['p1'] }))).toEqual(['participant p1', 'staff cw1', 'staff sup1']);
  const moved: Told = {
    type: 'MeetingRescheduled',
    on: '2026-02-03',
    meeting: 'm1',
    startsAt: '2026-02-21T10:00',
    zone: 'America/Los_Angeles',
  };
  expect(invited(set({ invitees: ['p1'] }), { ...moved, staff: ['cw1'] })).toEqual(['participant p1', 'staff cw1']);
  expect(invited(set({ invitees: ['p1'] }), moved)).toEqual(['participant p1', 'staff cw1', 'staff sup1']);
});

test('a meeting with nobody on its list, or with staff whom the agency does not have, is refused', () => {
  const refused = (meeting: Told): string[] => refusedFor(told({}, {}, meeting).refusals('2026-02-04'));
  expect(refused(set({ staff: undefined }))).toEqual(['nobody-invited invitees']);
  expect(refused(set({ staff: ['nobody'] }))).toEqual(['unknown-staff staff']);
  expect(refused(set())).toEqual([]);
});

describe('somebody in a role is invited', () => {
  const duty = (role: string, orReason = false): Partial<Duty> => ({
    per: rule.perEvent(rule.inCase('MeetingScheduled', { kinds: 'staffing' })),
    from: rule.trigger(),
    due: { by: rule.trigger('startsAt') },
    done: rule.when('staff-invited', { role, orReason }),
  });
  const seen = (of: Partial<Duty>, meeting: Told): string[] => owed(told(of, {}, meeting), '2026-02-03');
  test('on the list, or the one who set the meeting', () => {
    expect(seen(duty('supervisor'), set())).toEqual(['met 2026-02-20 2026-02-02']);
    expect(seen(duty('supervisor'), set({ staff: ['cw1'] }))).toEqual(['due 2026-02-20']);
    expect(seen(duty('supervisor'), set({ staff: ['cw1'], by: 'sup1' }))).toEqual(['met 2026-02-20 2026-02-02']);
  });
  test('put on the list later: on the day of the change', () => {
    const c = told(duty('supervisor'), {}, set({ staff: ['cw1'] }), {
      type: 'MeetingRescheduled',
      on: '2026-02-05',
      meeting: 'm1',
      startsAt: '2026-02-20T10:00',
      zone: 'America/Los_Angeles',
      staff: ['cw1', 'sup1'],
    });
    expect(owed(c, '2026-02-06')).toEqual(['met 2026-02-20 2026-02-05']);
  });
  test('without a list of staff only whoever set the meeting is there', () => {
    expect(seen(duty('caseworker'), set({ staff: undefined }))).toEqual(['met 2026-02-20 2026-02-02']);
    expect(seen(duty('supervisor'), set({ staff: undefined }))).toEqual(['due 2026-02-20']);
  });
  test('where a reason may stand in, the reason for which nobody in the role is', () => {
    expect(seen(duty('program-manager', true), set())).toEqual(['due 2026-02-20']);
    expect(seen(duty('program-manager', true), set({ reason: 'On leave' }))).toEqual(['met 2026-02-20 2026-02-02']);
    expect(seen(duty('supervisor'), set({ staff: ['cw1'], reason: 'On leave' }))).toEqual(['due 2026-02-20']);
  });
});

describe('who was invited first', () => {
  const duty: Partial<Duty> = {
    per: rule.perEvent(rule.inCase('MeetingScheduled')),
    from: rule.trigger(),
    due: { by: rule.trigger('startsAt') },
    done: rule.when('staff-invited', { role: 'supervisor' }),
  };
  const moved = (over: Partial<Told> = {}): Told => ({
    type: 'MeetingRescheduled',
    on: '2026-02-05',
    meeting: 'm1',
    startsAt: '2026-02-20T10:00',
    zone: 'America/Los_Angeles',
    ...over,
  });
  test('stays invited since then, though the meeting is moved, or the list is another later', () => {
    expect(owed(told(duty, {}, set(), moved()), '2026-02-06')).toEqual(['met 2026-02-20 2026-02-02']);
    expect(owed(told(duty, {}, set(), moved({ staff: ['cw1'] })), '2026-02-06')).toEqual(['met 2026-02-20 2026-02-02']);
  });
  test('may be nobody of the staff: then it is whoever was put on the list', () => {
    const family = set({ staff: undefined, invitees: ['p1'] });
    expect(owed(told(duty, {}, family), '2026-02-06')).toEqual(['due 2026-02-20']);
    expect(owed(told(duty, {}, family, moved({ staff: ['sup1'] })), '2026-02-06')).toEqual([
      'met 2026-02-20 2026-02-05',
    ]);
  });
  test('and what is lacking is named by the role; where a reason may stand in, that too', () => {
    const lacks = (args: object): string | undefined =>
      told({ ...duty, done: rule.when('staff-invited', { role: 'program-manager', ...args }) }, {}, set()).obligations(
        'duty',
        '2026-02-06',
      )[0]!.reason;
    expect(lacks({})).toBe('still lacking: the program-manager');
    expect(lacks({ orReason: true })).toBe('still lacking: the program-manager, or the reason why not');
  });
  test('a reason that came with the change of the meeting stands in too, on that day', () => {
    const reason = { ...duty, done: rule.when('staff-invited', { role: 'program-manager', orReason: true }) };
    expect(owed(told(reason, {}, set(), moved({ reason: 'On leave' })), '2026-02-06')).toEqual([
      'met 2026-02-20 2026-02-05',
    ]);
  });
  test('a rule that no meeting opened has nobody to invite', () => {
    const bare: Partial<Duty> = {
      ...duty,
      per: rule.perCase,
      from: rule.first(rule.inCase('CaseOpened')),
      due: { none: '-' },
    };
    expect(owed(told(bare, {}, set()), '2026-02-06')).toEqual(['due -']);
  });
});

describe('somebody in a role decided, or took part', () => {
  const staff = (event: Told, ...before: readonly Told[]): boolean =>
    owed(
      told(
        {
          per: rule.perEvent(rule.inCase('DecisionMade')),
          from: rule.trigger(),
          only: rule.so('staff-includes', { role: 'supervisor' }),
        },
        {},
        ...before,
        event,
      ),
      '2026-02-20',
    ).length === 1;
  const decided = (over: Partial<Told> = {}): Told => ({
    type: 'DecisionMade',
    on: '2026-02-10',
    kind: 'other',
    outcome: 'agreed',
    ...over,
  });
  const assigned = (over: Partial<Told> = {}): Told => ({
    type: 'StaffAssigned',
    on: '2026-02-05',
    staff: 'cw2',
    role: 'supervisor',
    ...over,
  });
  const ended = (on: string): Told => ({
    type: 'StaffUnassigned',
    on,
    staff: 'cw2',
    role: 'supervisor',
    reason: 'left',
  });

  test.each<[string, Told[], boolean]>([
    ['recorded it', [decided({ by: 'sup1' })], true],
    ['is named in it', [decided({ staff: ['cw1', 'sup1'] })], true],
    ['does neither', [decided({ staff: ['cw1', 'cw2'] })], false],
    ['has the role in this case', [assigned(), decided({ staff: ['cw2'] })], true],
    ['has it from that day on', [assigned({ on: '2026-02-10' }), decided({ staff: ['cw2'] })], true],
    ['has it from the day after', [assigned({ on: '2026-02-11' }), decided({ staff: ['cw2'] })], false],
    ['had it until that day', [assigned(), ended('2026-02-10'), decided({ staff: ['cw2'] })], true],
    ['had it until the day before', [assigned(), ended('2026-02-09'), decided({ staff: ['cw2'] })], false],
    ['has another role in this case', [assigned({ role: 'facilitator' }), decided({ staff: ['cw2'] })], false],
    ['is somebody else', [assigned(), decided({ staff: ['cw3'] })], false],
  ])('who %s', (_what, events, expected) => expect(staff(events.at(-1)!, ...events.slice(0, -1))).toBe(expected));

  test('of a rule that no event opened there is nobody, and no meeting out of which it came', () => {
    for (const only of [
      rule.so('staff-includes', { role: 'caseworker' }),
      rule.so('about-meeting', { kind: 'staffing' }),
    ])
      expect(owed(told({ only }, {}), '2026-02-06')).toEqual(['not-applicable 2026-01-05']);
  });

  test('a decision comes out of a meeting that was held, of this kind', () => {
    const held: Told = { type: 'MeetingHeld', on: '2026-02-09', meeting: 'm1', attendance: [] };
    const out = (kind: string, ...events: readonly Told[]): boolean =>
      owed(
        told(
          {
            per: rule.perEvent(rule.inCase('DecisionMade')),
            from: rule.trigger(),
            only: rule.so('about-meeting', { kind }),
          },
          {},
          ...events,
        ),
        '2026-02-20',
      ).length === 1;
    expect(out('staffing', set(), held, decided({ about: 'm1' }))).toBe(true);
    expect(out('ppm', set(), held, decided({ about: 'm1' }))).toBe(false);
    expect(out('staffing', set(), decided({ about: 'm1' }))).toBe(false);
    expect(out('staffing', set(), held, decided({ about: 'm2' }))).toBe(false);
    expect(out('staffing', set(), held, decided())).toBe(false);
  });

  test('somebody in the role came to the meeting, or the record says why not, where that may stand in', () => {
    const came = (args: object, attendance: object[]): string[] =>
      owed(
        told(
          {
            per: rule.perEvent(rule.inCase('MeetingHeld')),
            from: rule.trigger(),
            due: { none: '-' },
            done: rule.when('staff-attended', { role: 'supervisor', ...args }),
          },
          {},
          set(),
          { type: 'MeetingHeld', on: '2026-02-09', meeting: 'm1', attendance },
        ),
        '2026-02-20',
      );
    const present = { participant: 'sup1', how: 'present' };
    const absent = { participant: 'sup1', how: 'absent' };
    const ill = { ...absent, reason: 'Ill' };
    expect(came({}, [present])).toEqual(['met - 2026-02-09']);
    expect(came({}, [{ participant: 'cw1', how: 'present' }])).toEqual(['due -']);
    expect(came({}, [absent])).toEqual(['due -']);
    expect(came({}, [ill])).toEqual(['due -']);
    expect(came({ orReason: true }, [absent])).toEqual(['due -']);
    expect(came({ orReason: true }, [ill])).toEqual(['met - 2026-02-09']);
    expect(came({ orReason: true }, [{ participant: 'cw1', how: 'absent', reason: 'Ill' }])).toEqual(['due -']);
  });
});
