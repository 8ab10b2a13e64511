// WA-24, WA-34: a time is found with those who are to come: who is asked and reminded, which answer counts, what may be recorded.
import { changesOf } from '../../src/domain/plan';
import { countsOf, timesGiven } from '../../src/domain/times';
import { openProposal } from '../../src/domain/times';
import { View } from '../../src/domain/view';
import { everyCase } from '../../src/programs/every-case';
import { ACase, anAgency, ZONE, type Told } from '../support/a-case';
import { refusedFor } from './support/refused';

const programs = [everyCase];
const agency = anAgency();
const SLOTS = ['2026-02-20T10:00', '2026-02-21T17:30', '2026-02-23T09:00'];
const proposed: Told = {
  type: 'MeetingTimesProposed',
  on: '2026-02-02',
  id: 'search',
  meeting: 'm1',
  kinds: ['family-team'],
  invitees: ['p1', 'cg1'],
  slots: SLOTS,
  zone: ZONE,
  answerBy: '2026-02-12',
};
const suits = (on: string, participant: string, slots: readonly string[], over: Partial<Told> = {}): Told => ({
  type: 'MeetingTimeAnswered',
  on,
  meeting: 'm1',
  participant,
  suits: slots,
  ...over,
});
const set: Told = {
  type: 'MeetingScheduled',
  on: '2026-02-13',
  meeting: 'm1',
  kinds: ['family-team'],
  invitees: ['p1', 'cg1'],
  startsAt: SLOTS[1],
  zone: ZONE,
};
const family = ACase.opened(programs, '2026-01-05', ['2018-05-01'], agency).with(
  { type: 'StaffAssigned', on: '2026-01-06', staff: 'fac1', role: 'facilitator' },
  { type: 'ParticipantAdded', on: '2026-01-06', participant: 'p2', role: 'parent' },
);
const story = (...told: readonly Told[]): ACase => family.with(proposed, ...told);
const order: Told = { type: 'NoContactOrderRecorded', on: '2026-02-03', id: 'order', between: ['p1', 'cg1'] };

describe('who is asked, and reminded', () => {
  const said = (c: ACase, when: string): string[] =>
    c
      .at(when)
      .notices.filter((n) => n.topic === 'times')
      .map((n) => `${n.to.id} ${n.kind} ${n.rung} ${n.due}`);
  const state = (c: ACase, when: string): string[] =>
    c.at(when).asked.map(({ meeting, to, state: is }) => `${meeting} ${to.id} ${is}`);

  test('everybody on the list at once; the day before the last day those who have not answered', () => {
    expect(said(story(), '2026-02-02')).toEqual(['p1 invite ask 2026-02-12', 'cg1 invite ask 2026-02-12']);
    const one = story(suits('2026-02-04', 'p1', [SLOTS[0]!]));
    expect(said(one, '2026-02-10')).toEqual(['cg1 invite ask 2026-02-12']);
    expect(said(one, '2026-02-11')).toEqual(['cg1 invite ask 2026-02-12', 'cg1 remind before-1 2026-02-12']);
    expect(state(one, '2026-02-11')).toEqual(['m1 p1 asked', 'm1 cg1 asked']);
  });

  test.each<[string, Told[], string[]]>([
    ['who has left the case', [{ type: 'ParticipantEnded', on: '2026-02-03', participant: 'cg1' }], ['m1 p1 asked']],
    [
      'who is not invited for a recorded reason',
      [{ type: 'InvitationExcused', on: '2026-02-03', participant: 'cg1', reason: 'Is abroad.' }],
      ['m1 p1 asked'],
    ],
    ['once the meeting is set', [set], []],
    ['once the case is closed', [{ type: 'CaseClosed', on: '2026-02-13', reason: 'done' }], []],
    ['while an order keeps two of them apart', [order], ['m1 p1 held', 'm1 cg1 held']],
  ])('nobody asks %s', (_what, told, expected) => {
    expect(state(story(...told), '2026-02-13')).toEqual(expected);
    const asked = said(story(...told), '2026-02-13').map((line) => line.split(' ')[0]);
    expect(new Set(asked)).toEqual(
      new Set(expected.flatMap((one) => (one.endsWith('asked') ? [one.split(' ')[1]] : []))),
    );
  });

  test('nobody is asked about times that are past', () => {
    expect(state(story(), '2026-02-22')).toEqual(['m1 p1 asked', 'm1 cg1 asked']);
    expect(state(story(), '2026-02-24')).toEqual([]);
  });

  test('times proposed anew, or corrected, are asked about anew', () => {
    const keys = (c: ACase): string[] =>
      c.at('2026-02-05').notices.flatMap((n) => (n.topic === 'times' && n.to.id === 'p1' ? [n.key] : []));
    const again = story({ ...proposed, on: '2026-02-04', id: 'again' });
    const { id: _id, ...to } = proposed;
    const corrected = story({
      type: 'EventCorrected',
      on: '2026-02-04',
      event: 'search',
      to: { ...to, slots: SLOTS.slice(0, 2) },
      reason: 'The room is taken on the 23rd.',
    });
    expect(new Set([...keys(story()), ...keys(again), ...keys(corrected)]).size).toBe(3);
  });

  test('to ask and to answer is no change of the meeting: no calendar entry is sent again for it', () => {
    expect(changesOf(family.with(set, { ...proposed, on: '2026-02-14' }).journal)).toEqual(
      changesOf(family.with(set).journal),
    );
  });
});

describe('what was answered', () => {
  const counts = (c: ACase): string => {
    const { file } = c.at('2026-02-12');
    const view = new View(file, agency, programs, Date.parse('2026-02-12T20:00:00-08:00'));
    const { answered, asked, slots } = countsOf(view, openProposal(file, 'm1')!);
    return `${answered}/${asked}: ${slots.map((slot) => slot.suits.join('+') || '-').join(' ')}`;
  };
  test.each<[string, Told[], string]>([
    ['nothing', [], '0/2: - - -'],
    ['by one', [suits('2026-02-04', 'p1', [SLOTS[0]!, SLOTS[1]!])], '1/2: p1 p1 -'],
    [
      'by both',
      [suits('2026-02-04', 'p1', [SLOTS[0]!, SLOTS[1]!]), suits('2026-02-05', 'cg1', [SLOTS[1]!])],
      '2/2: p1 p1+cg1 -',
    ],
    ['that no time suits', [suits('2026-02-04', 'p1', [])], '1/2: - - -'],
    [
      'anew: the later counts, in whatever order they came',
      [suits('2026-02-05', 'p1', [SLOTS[2]!]), suits('2026-02-04', 'p1', [SLOTS[0]!])],
      '1/2: - - p1',
    ],
    [
      'to times that are not proposed any more',
      [suits('2026-02-04', 'p1', [SLOTS[0]!]), { ...proposed, on: '2026-02-05', id: 'again', slots: SLOTS.slice(1) }],
      '0/2: - -',
    ],
    [
      'by somebody who has left the case',
      [suits('2026-02-04', 'cg1', [SLOTS[0]!]), { type: 'ParticipantEnded', on: '2026-02-05', participant: 'cg1' }],
      '0/1: - - -',
    ],
  ])('%s', (_what, told, expected) => expect(counts(story(...told))).toBe(expected));
});

test('WA-24: the task to choose says how many can come to each time, and comes when all have answered or on the last day', () => {
  const task = (c: ACase, when: string): string[] =>
    c.obligations('choose-time', when).map((o) => `${o.status} ${o.owner.staff} ${o.reason ?? ''}`);
  const one = story(suits('2026-02-04', 'p1', [SLOTS[0]!, SLOTS[1]!]));
  expect(task(one, '2026-02-11')).toEqual([]);
  expect(task(one, '2026-02-12')).toEqual([
    'due fac1 still lacking: a choice (1 of 2 answered: 2026-02-20 10:00 suits 1, 2026-02-21 17:30 suits 1, 2026-02-23 09:00 suits 0)',
  ]);
  const both = one.with(suits('2026-02-06', 'cg1', [SLOTS[1]!]));
  expect(both.owes('choose-time', '2026-02-06')).toMatchObject([{ status: 'due', due: '2026-02-07' }]);
  expect(task(both, '2026-02-06')[0]).toContain('2 of 2 answered');
  expect(task(both, '2026-02-06')[0]).toContain('2026-02-21 17:30 suits 2');
  // The case wakes on the last day, though nothing is recorded on it.
  expect(one.at('2026-02-11').wakeAt).toBeLessThanOrEqual(Date.parse('2026-02-12T08:00:00Z'));
});

describe('what may be recorded', () => {
  const refused = (told: readonly Told[], now = '2026-02-06T12:00:00-08:00', from = family): string[] =>
    refusedFor(from.with(...told).refusals(now));
  const again = (over: Partial<Told>): Told => ({ ...proposed, on: '2026-02-06', ...over });
  test.each<[string, Told[], string[]]>([
    ['times for a meeting', [again({})], []],
    ['times for a meeting that is to be moved', [set, again({ on: '2026-02-06' })], []],
    ['a last day that is past', [again({ answerBy: '2026-02-05' })], ['in-the-past answerBy']],
    ['a last day after the first time', [again({ answerBy: '2026-02-20' })], ['after-the-first answerBy']],
    ['one time twice', [again({ slots: [SLOTS[0], SLOTS[0]] })], ['duplicate slots']],
    ['an hour that clocks skip', [again({ slots: [SLOTS[0], '2026-03-08T02:30'] })], ['ambiguous-local-time slots.1']],
    ['a zone that does not exist', [again({ zone: 'America/Nowhere' })], ['unknown-zone zone']],
    ['somebody unknown', [again({ invitees: ['p9'] })], ['unknown-person invitees']],
    ['one time for two who must be kept apart', [order, again({})], ['no-contact invitees']],
    ['a time for one of the two', [order, again({ invitees: ['p1', 'p2'] })], []],
  ])('%s', (_what, told, codes) => expect(refused(told)).toEqual(codes));

  const byLink = (over: Partial<Told> = {}): Told =>
    suits('2026-02-06', 'p1', [SLOTS[0]!], { source: 'link', by: 'p1', proposal: 'search', ...over });
  test.each<[string, Told[], string[]]>([
    ['an answer by link', [proposed, byLink()], []],
    ['an answer that staff were told', [proposed, suits('2026-02-06', 'p1', [])], []],
    ['no times are sought', [byLink({ proposal: undefined })], ['unknown-proposal meeting']],
    ['of another meeting', [proposed, byLink({ meeting: 'm2' })], ['unknown-proposal meeting']],
    ['by somebody who was not asked', [proposed, suits('2026-02-06', 'p2', [])], ['not-invited participant']],
    ['a time that was not proposed', [proposed, byLink({ suits: ['2026-02-20T11:00'] })], ['other-time suits']],
    ['by staff in another’s name', [proposed, byLink({ by: 'cw1' })], ['not-theirs source']],
    ['the meeting is set', [proposed, { ...set, on: '2026-02-06' }, byLink()], ['proposal-closed proposal']],
    [
      'other times are proposed',
      [proposed, { ...proposed, on: '2026-02-06', id: 'again' }, byLink()],
      ['proposal-closed proposal'],
    ],
  ])('answer: %s', (_what, told, codes) => expect(refused(told)).toEqual(codes));

  test('answer: all times are past', () =>
    expect(refused([proposed, byLink({ on: '2026-02-23' })], '2026-02-23T09:00:00-08:00')).toEqual(['begun suits']));
});

test('an answer without the proposal is to the last one for its own meeting before it', () => {
  const second: Told = { ...proposed, id: 'other-search', meeting: 'm2', on: '2026-02-03' };
  const again: Told = { ...proposed, id: 'anew', on: '2026-02-05', slots: [SLOTS[1]!, SLOTS[2]!] };
  const answerIn = (told: readonly Told[]): string[] => {
    const { file } = story(...told).at('2026-02-10');
    return [...file.proposals.values()].flatMap((one) => (timesGiven(file, one, 'p1') ? [one.proposed.id] : []));
  };
  const answer = suits('2026-02-04', 'p1', [SLOTS[0]!]);
  expect(answerIn([second, answer, again])).toEqual(['search']);
  expect(answerIn([second, again, { ...answer, on: '2026-02-06' }])).toEqual(['anew']);
  expect(answerIn([second, again, { ...answer, on: '2026-02-06', meeting: 'm2' }])).toEqual(['other-search']);
  expect(answerIn([second, again, { ...answer, on: '2026-02-06', proposal: 'search' }])).toEqual(['search']);
});
