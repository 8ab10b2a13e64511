// WA-26: people whom an order keeps apart are each invited, to sessions of their own, which together are one meeting.
import type { Unmet } from '../../src/domain/unmet';
import { everyCase } from '../../src/programs/every-case';
import { waEnhancedPpm } from '../../src/programs/wa-enhanced-ppm';
import { ACase, anAgency, ZONE, type Told } from '../support/a-case';

const programs = [everyCase, waEnhancedPpm];
const agency = anAgency();
const T0 = '2026-02-02T18:00';
const joint: Told = {
  type: 'MeetingScheduled',
  on: '2026-01-12',
  meeting: 'm1',
  kinds: ['ppm'],
  invitees: ['p1', 'p2', 'cg1'],
  startsAt: T0,
  zone: ZONE,
  place: 'Community house, room 2',
};
const order: Told = { type: 'NoContactOrderRecorded', on: '2026-01-15', id: 'order', between: ['p1', 'p2'] };
const family = ACase.opened(programs, '2026-01-02', ['2018-05-01'], agency).with(
  {
    type: 'HearingHeld',
    on: '2026-01-05',
    kind: 'dependency-fact-finding',
    outcome: 'dependency-found',
    children: ['c1'],
  },
  { type: 'StaffAssigned', on: '2026-01-06', staff: 'fac1', role: 'facilitator' },
  { type: 'ParticipantAdded', on: '2026-01-06', participant: 'p2', role: 'parent' },
);
const story = family.with(joint, order);

const first = (over: Partial<Told> = {}): Told => ({
  type: 'MeetingRescheduled',
  on: '2026-01-16',
  meeting: 'm1',
  invitees: ['p1', 'cg1'],
  startsAt: '2026-02-03T15:00',
  zone: ZONE,
  ...over,
});
const second = (over: Partial<Told> = {}): Told => ({
  type: 'MeetingScheduled',
  on: '2026-01-16',
  meeting: 'm2',
  sessionOf: 'm1',
  kinds: ['ppm'],
  invitees: ['p2'],
  startsAt: '2026-02-04T10:00',
  zone: ZONE,
  place: 'Community house, room 2',
  ...over,
});

function unmetBy(before: ACase, ...told: readonly Told[]): readonly Unmet[] {
  return before.with(...told).refusals('2026-01-16', told.length);
}
const codes = (before: ACase, ...told: readonly Told[]): string[] =>
  unmetBy(before, ...told).map(({ code, field }) => `${code} ${field}`);

describe('a meeting is split in one entry', () => {
  test('each is on the list of one session: accepted', () => expect(codes(story, first(), second())).toEqual([]));

  test.each<[string, Told[], string[]]>([
    [
      'the two are still together',
      [first({ invitees: ['p1', 'p2'] }), second({ invitees: ['cg1'] })],
      ['no-contact events.0.invitees'],
    ],
    ['somebody would be in no session', [first({ invitees: ['p1'] }), second()], ['left-out events.1.invitees']],
    ['of another kind', [first(), second({ kinds: ['family-team'] })], ['other-kinds events.1.kinds']],
    ['of a meeting that nobody set', [first(), second({ sessionOf: 'm9' })], ['unknown-meeting events.1.sessionOf']],
    ['of itself', [first(), second({ sessionOf: 'm2' })], ['unknown-meeting events.1.sessionOf']],
    [
      'one keeps the time and place that both were told',
      [first({ startsAt: T0 }), second()],
      ['could-meet events.0.startsAt'],
    ],
    ['the other keeps it', [first(), second({ startsAt: T0 })], ['could-meet events.1.startsAt']],
    [
      'one session comes too soon after the other',
      [first(), second({ startsAt: '2026-02-03T16:59' })],
      ['could-meet events.0.startsAt', 'could-meet events.1.startsAt'],
    ],
    [
      'at the same time at a place not known yet',
      [first(), second({ startsAt: '2026-02-03T15:00', place: undefined })],
      ['could-meet events.0.startsAt', 'could-meet events.1.startsAt'],
    ],
    [
      'the same place, written otherwise',
      [first(), second({ startsAt: '2026-02-03T15:00', place: 'community house – Room 2' })],
      ['could-meet events.0.startsAt', 'could-meet events.1.startsAt'],
    ],
  ])('refused: %s', (_what, told, expected) => expect(codes(story, ...told)).toEqual(expected));

  test('an hour between, another place, or a recorded reason for leaving somebody out, and it is accepted', () => {
    expect(codes(story, first(), second({ startsAt: '2026-02-03T17:00' }))).toEqual([]);
    expect(codes(story, first(), second({ startsAt: '2026-02-03T15:00', place: 'Library' }))).toEqual([]);
    const excused: Told = { type: 'InvitationExcused', on: '2026-01-16', participant: 'cg1', reason: 'Is abroad.' };
    expect(codes(story, excused, first({ invitees: ['p1'] }), second())).toEqual([]);
    const left: Told = { type: 'ParticipantEnded', on: '2026-01-16', participant: 'cg1' };
    expect(codes(story, left, first({ invitees: ['p1'] }), second())).toEqual([]);
  });

  test('the refusal names the two, the policy, and what would do', () => {
    expect(unmetBy(family.with(order), { ...joint, on: '2026-01-16' })).toEqual([
      {
        code: 'no-contact',
        field: 'invitees',
        cites: ['WA-26'],
        says: 'p1 and p2 must be kept apart by an order, and both are invited.',
        mend: 'Schedule separate sessions, one for each of them; split a meeting that is set already.',
      },
    ]);
    const [lost] = unmetBy(story, first({ invitees: ['p1'] }), second());
    expect(lost).toMatchObject({ says: 'cg1 would be invited to no session.', cites: ['WA-26'] });
  });

  test('a session is split again as a session of the same meeting', () => {
    const split = story.with(first(), second());
    const third = second({ meeting: 'm3', sessionOf: 'm2', invitees: ['cg1'], startsAt: '2026-02-04T15:00' });
    expect(unmetBy(split, first({ invitees: ['p1'] }), third)).toMatchObject([
      { code: 'session-of-session', mend: 'Name the meeting of which it is one: m1.' },
    ]);
    expect(codes(split, first({ invitees: ['p1'] }), { ...third, sessionOf: 'm1' })).toEqual([]);
    expect(codes(split, first({ invitees: ['p1'] }), { ...third, sessionOf: 'm1', invitees: ['c1'] })).toEqual([
      'left-out events.1.invitees',
    ]);
  });
});

test('a meeting is not moved to where and when somebody who is kept apart is expected, split or not', () => {
  const split = story.with(first(), second());
  const moved: Told = { ...first({ startsAt: '2026-02-04T10:30' }), invitees: undefined };
  expect(codes(split, moved)).toEqual(['could-meet startsAt']);
  const ended: Told = { type: 'NoContactOrderEnded', on: '2026-01-16', order: 'order' };
  expect(codes(split.with(ended), moved)).toEqual([]);
});

describe('WA-07, WA-08, WA-19, WA-20, WA-27: sessions are one meeting for the rules', () => {
  const split = story.with(first(), second());
  const held = (on: string, meeting: string, participant: string): Told => ({
    type: 'MeetingHeld',
    on,
    meeting,
    attendance: [{ participant, how: 'present' }],
  });
  const cycles = (c: ACase, look: string): string[] =>
    c.owes('ppm', look).map(({ status, due, done }) => `${status} ${due}${done === undefined ? '' : ` ${done}`}`);

  test('the first session that is held meets the cycle; the next one is due 90 days later, whatever the others do', () => {
    const one = split.with(held('2026-02-03', 'm1', 'p1'));
    expect(cycles(one, '2026-02-03')).toEqual(['met 2026-02-04 2026-02-03', 'due 2026-05-04']);
    const both = one.with(held('2026-02-04', 'm2', 'p2'));
    expect(cycles(both, '2026-02-04')).toEqual(['met 2026-02-04 2026-02-03', 'due 2026-05-04']);
    const next = both.with(
      { ...joint, on: '2026-04-01', meeting: 'm5', invitees: ['p1', 'cg1'], startsAt: '2026-04-30T18:00' },
      held('2026-04-30', 'm5', 'p1'),
    );
    expect(cycles(next, '2026-04-30')).toEqual([
      'met 2026-02-04 2026-02-03',
      'met 2026-05-04 2026-04-30',
      'due 2026-07-29',
    ]);
  });

  test('when the other session alone was held, it meets the cycle', () => {
    const other = split.with(
      { type: 'MeetingNotHeld', on: '2026-02-03', meeting: 'm1', reason: 'Nobody came.' },
      held('2026-02-04', 'm2', 'p2'),
    );
    expect(cycles(other, '2026-02-04')).toEqual(['met 2026-02-04 2026-02-04', 'due 2026-05-05']);
  });

  test('a session still to come is not the next meeting: that one must be set', () => {
    const one = split.with(held('2026-02-03', 'm1', 'p1'));
    expect(one.owes('book-ppm', '2026-02-03').at(-1)).toMatchObject({ status: 'due', due: '2026-05-04' });
  });

  test('who is invited to one session is not missed on the list of the other, nor in its record', () => {
    const open = (duty: string, c: ACase, look: string): string[] =>
      c.owes(duty, look).flatMap(({ subject, status }) => (status === 'due' ? [subject.split('/').at(-1)!] : []));
    expect(open('invite-key-participants', split, '2026-01-17')).toEqual(['c1', 'c1']);
    const cancelled = split.with({ type: 'MeetingCancelled', on: '2026-01-17', meeting: 'm2', reason: 'x' });
    expect(open('invite-key-participants', cancelled, '2026-01-17').toSorted()).toEqual(['c1', 'p2']);
    const both = split.with(held('2026-02-03', 'm1', 'p1'), held('2026-02-04', 'm2', 'p2'));
    // The caregiver and the child were on the list of m1 and of no session; neither is noted.
    expect(open('attendance', both, '2026-02-04').toSorted()).toEqual(['c1', 'c1', 'cg1']);
  });

  test('the task to hold separate sessions is met by the split', () => {
    expect(story.owes('separate-sessions', '2026-01-15')).toMatchObject([{ status: 'due' }]);
    expect(story.obligations('separate-sessions', '2026-01-15')[0]?.reason).toBe(
      'still lacking: separate sessions: split the meeting',
    );
    expect(split.owes('separate-sessions', '2026-01-17')).toMatchObject([{ status: 'met', done: '2026-01-16' }]);
  });

  test('until the split everybody’s invitation is held; after it each is invited to his or her session alone', () => {
    const invited = (c: ACase): string[] =>
      c.at('2026-01-17').invitations.map(({ meeting, to, state }) => `${meeting} ${to.id} ${state}`);
    expect(invited(story)).toEqual(['m1 p1 held', 'm1 p2 held', 'm1 cg1 held']);
    expect(invited(split)).toEqual(['m1 p1 invited', 'm1 cg1 invited', 'm2 p2 invited']);
  });
});
