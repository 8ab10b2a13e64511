// Answers to invitations: which counts, who is still reminded, and what may be recorded.
import { answersOf, givenFor } from '../../src/domain/answers';
import { changesOf } from '../../src/domain/plan';
import { type ACase, type Told, ZONE } from '../support/a-case';
import { told } from './support/one-duty';
import { refusedFor } from './support/refused';

const START = '2026-02-20T10:00';
const set: Told = {
  type: 'MeetingScheduled',
  on: '2026-02-02',
  meeting: 'm1',
  kinds: ['ppm'],
  invitees: ['p1', 'cg1'],
  startsAt: START,
  zone: ZONE,
};
const moved = (on: string, startsAt: string): Told => ({
  type: 'MeetingRescheduled',
  on,
  meeting: 'm1',
  startsAt,
  zone: ZONE,
});
const answer = (on: string, given: string, over: Partial<Told> = {}): Told => ({
  type: 'InvitationAnswered',
  on,
  meeting: 'm1',
  participant: 'p1',
  answer: given,
  ...over,
});
const story = (...events: Told[]): ACase => told({}, {}, set, ...events);
const standing = (c: ACase): string | null => {
  const { file } = c.at('2026-02-19');
  return givenFor(file, file.meetings.get('m1')!, 'p1')?.event.answer ?? null;
};

describe('the last answer to the time that is set counts', () => {
  test.each<[string, Told[], string | null]>([
    ['none', [], null],
    ['one', [answer('2026-02-04', 'accepted')], 'accepted'],
    ['the later', [answer('2026-02-04', 'accepted'), answer('2026-02-05', 'declined')], 'declined'],
    ['recorded late, given before', [answer('2026-02-05', 'declined'), answer('2026-02-04', 'accepted')], 'declined'],
    [
      'on one day by the clock',
      [
        answer('2026-02-04', 'declined', { at: '2026-02-04T15:00:00-08:00' }),
        answer('2026-02-04', 'accepted', { at: '2026-02-04T09:00:00-08:00' }),
      ],
      'declined',
    ],
    [
      'told in the afternoon, without an hour',
      [answer('2026-02-04', 'declined', { at: '2026-02-04T09:00:00-08:00' }), answer('2026-02-04', 'accepted')],
      'accepted',
    ],
    ['not of another person', [answer('2026-02-04', 'accepted', { participant: 'cg1' })], null],
    ['not to a time before', [answer('2026-02-04', 'declined'), moved('2026-02-05', '2026-02-27T10:00')], null],
    [
      'again when the meeting moves back',
      [answer('2026-02-04', 'declined'), moved('2026-02-05', '2026-02-27T10:00'), moved('2026-02-06', START)],
      'declined',
    ],
    [
      'retracted',
      [
        answer('2026-02-04', 'declined', { id: 'it' }),
        { type: 'EventRetracted', on: '2026-02-05', event: 'it', reason: 'x' },
      ],
      null,
    ],
  ])('%s', (_what, events, expected) => expect(standing(story(...events))).toBe(expected));
});

test('every answer stays in the record, with the time that it was about', () => {
  const c = story(
    answer('2026-02-04', 'declined'),
    moved('2026-02-05', '2026-02-27T10:00'),
    answer('2026-02-06', 'accepted'),
  );
  expect(answersOf(c.at('2026-02-19').file, 'm1', 'p1').map(({ event }) => [event.answer, event.startsAt])).toEqual([
    ['declined', START],
    ['accepted', '2026-02-27T10:00'],
  ]);
});

test('who declined is not reminded of that meeting; the others are, and all are of another time', () => {
  const reminded = (c: ACase, when: string): string[] => {
    const { notices } = c.at(when);
    return notices.filter((n) => n.topic === 'meeting').map((n) => `${n.to.id} ${n.due} ${n.rung}`);
  };
  const declined = story(answer('2026-02-04', 'declined'), answer('2026-02-04', 'needs-help', { participant: 'cg1' }));
  expect(reminded(declined, '2026-02-19')).toEqual([`cg1 ${START} before-7`, `cg1 ${START} before-1`]);
  const again = declined.with(moved('2026-02-16', '2026-02-27T10:00'));
  expect(reminded(again, '2026-02-20').toSorted()).toEqual([
    'cg1 2026-02-27T10:00 before-7',
    'p1 2026-02-27T10:00 before-7',
  ]);
  expect(reminded(declined.with(answer('2026-02-15', 'accepted')), '2026-02-19')).toContain(`p1 ${START} before-1`);
});

test('an answer is no change of the meeting: nobody gets a new invitation for it', () => {
  expect(changesOf(story(answer('2026-02-04', 'declined')).journal)).toEqual(changesOf(story().journal));
});

describe('what may be recorded', () => {
  const refused = (events: readonly Told[], now = '2026-02-06T12:00:00-08:00'): string[] =>
    refusedFor(story(...events).refusals(now));
  const byLink = (over: Partial<Told> = {}): Told =>
    answer('2026-02-06', 'accepted', { source: 'link', by: 'p1', startsAt: START, ...over });
  const AFTER = '2026-02-20T10:00:00-08:00';

  test.each<{ what: string; events: Told[]; codes: string[]; now?: string }>(
    (<[string, Told[], string[], string?][]>[
      ['by the link of the person', [byLink()], []],
      ['told to staff', [answer('2026-02-06', 'declined')], []],
      [
        'for somebody who is not invited',
        [answer('2026-02-06', 'declined', { participant: 'c1' })],
        ['not-invited participant'],
      ],
      [
        'for somebody unknown',
        [answer('2026-02-06', 'declined', { participant: 'p9' })],
        ['unknown-person participant', 'not-invited participant'],
      ],
      [
        'to a meeting that nobody set',
        [answer('2026-02-06', 'declined', { meeting: 'm9' })],
        ['unknown-meeting meeting'],
      ],
      ['to a time that is set no more', [moved('2026-02-05', '2026-02-27T10:00'), byLink()], ['other-time startsAt']],
      [
        'to a meeting that is cancelled',
        [{ type: 'MeetingCancelled', on: '2026-02-05', meeting: 'm1', reason: 'x' }, byLink()],
        ['meeting-state meeting'],
      ],
      ['by the link of another person', [byLink({ by: 'cg1' })], ['not-theirs source']],
      ['by staff as if by link', [byLink({ by: 'fac1' })], ['not-theirs source']],
      ['by link at the start', [byLink({ on: '2026-02-20', at: AFTER })], ['begun at'], '2026-02-20T10:00:01-08:00'],
      [
        'by link before the start, heard of later',
        [byLink({ on: '2026-02-20', at: '2026-02-20T09:59:59-08:00' })],
        [],
        '2026-02-20T11:00:00-08:00',
      ],
    ]).map(([what, events, codes, now]) => ({ what, events, codes, ...(now === undefined ? {} : { now }) })),
  )('$what: $codes', ({ events, codes, now }) => expect(refused(events, now)).toEqual(codes));
});
