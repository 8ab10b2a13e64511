// Staff who are invited to a meeting: they hold an invitation like the others; whether those who should come are on the list.
import { admit } from '../../src/domain/admit';
import * as rule from '../../src/domain/rule';
import type { Duty } from '../../src/domain/rule';
import { anAgency, type Told } from '../support/a-case';
import { owed, told } from './support/one-duty';

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
  const refused = (meeting: Told): string[] => {
    const { journal } = told({}, {}, meeting);
    return admit({
      journal: journal.slice(0, -1),
      added: journal.slice(-1),
      context: { agency: anAgency(), programs: [] },
      caseId: 'case-1',
      now: Date.parse('2026-02-04T12:00:00-08:00'),
    }).map((one) => `${one.code} ${one.field}`);
  };
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
  test('on the first list and not on the next: invited when the meeting was set', () => {
    const moved = { type: 'MeetingRescheduled', on: '2026-02-05', meeting: 'm1', startsAt: '2026-02-20T10:00' };
    const c = told(duty('supervisor'), {}, set({ staff: ['sup1'] }), { ...moved, zone: 'UTC', staff: ['cw1'] });
    expect(owed(c, '2026-02-06')).toEqual(['met 2026-02-20 2026-02-02']);
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
