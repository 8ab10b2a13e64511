// What every case owes whatever its programs: WI-48, WI-50, LA-04, WA-20, WA-24, WA-26, WA-34; a decision that was asked for.
import { everyCase } from '../../src/programs/every-case';
import { ACase, anAgency, ZONE, type Told } from '../support/a-case';
import { showRules, type Dates, type Example } from '../support/rule-cases';

const agency = anAgency({ holidays: ['2026-01-19', '2026-12-25'] });

const allegation = (on: string, over: Partial<Told> = {}): Told => ({
  type: 'AllegationReported',
  on,
  children: ['c1'],
  ...over,
});
const action = (on: string, kind: string, about: string): Told => ({ type: 'ActionTaken', on, kind, about });
const undelivered = (on: string, over: Partial<Told> = {}): Told => ({
  type: 'NoticeUndeliverable',
  on,
  notice: 'case-1/m1/p1/invite/0',
  recipient: 'p1',
  reason: 'bounced',
  ...over,
});
const reachedAnotherWay = (on: string, over: Partial<Told>): Told => ({
  type: 'ContactMade',
  on,
  kind: 'reached-another-way',
  channel: 'phone',
  ...over,
});
const apart: Told = { type: 'ParticipantAdded', on: '2026-01-06', participant: 'p2', role: 'parent' };
const order = (on: string, over: Partial<Told> = {}): Told => ({
  type: 'NoContactOrderRecorded',
  on,
  id: 'order',
  between: ['p1', 'p2'],
  ...over,
});
const joint: Told = {
  type: 'MeetingScheduled',
  on: '2026-01-08',
  id: 'joint',
  meeting: 'm1',
  kinds: ['family-team'],
  invitees: ['p1', 'p2', 'cg1'],
  startsAt: '2026-02-02T18:00',
  zone: ZONE,
};
const withoutSecondParent: Told = {
  type: 'MeetingRescheduled',
  on: '2026-01-16',
  meeting: 'm1',
  invitees: ['p1', 'cg1'],
  startsAt: '2026-02-02T18:00',
  zone: ZONE,
};

const atOnce: Dates['dates'] = [
  ['2026-01-13', '2026-01-13', 'the day itself'],
  ['2026-01-17', '2026-01-17', 'a Saturday before a holiday: nothing rolls'],
  ['2026-02-28', '2026-02-28', 'month end'],
  ['2026-03-08', '2026-03-08', 'the short day on which clocks change'],
];

/** A meeting on a Friday; p1 and cg1 are invited. */
const set = (startsAt = '2026-03-20T18:00', over: Partial<Told> = {}): Told => ({
  ...joint,
  id: 'set',
  on: '2026-01-06',
  invitees: ['p1', 'cg1'],
  startsAt,
  ...over,
});
const answered = (on: string, answer: string, over: Partial<Told> = {}): Told => ({
  type: 'InvitationAnswered',
  on,
  meeting: 'm1',
  participant: 'p1',
  answer,
  ...over,
});
const moved = (on: string, startsAt: string, over: Partial<Told> = {}): Told => ({
  type: 'MeetingRescheduled',
  on,
  meeting: 'm1',
  startsAt,
  zone: ZONE,
  ...over,
});
const goesOn = (on: string, about = 'it'): Told => ({
  type: 'DecisionMade',
  on,
  kind: 'goes-on-without',
  about,
  outcome: 'goes-on',
});
/** Two times in April are proposed; p1 and cg1 are asked. */
const sought = (over: Partial<Told> = {}): Told => ({
  type: 'MeetingTimesProposed',
  on: '2026-01-06',
  id: 'search',
  meeting: 'm1',
  kinds: ['family-team'],
  invitees: ['p1', 'cg1'],
  slots: ['2026-04-20T18:00', '2026-04-21T18:00'],
  zone: ZONE,
  answerBy: '2026-04-10',
  ...over,
});
const suits = (on: string, participant: string, over: Partial<Told> = {}): Told => ({
  type: 'MeetingTimeAnswered',
  on,
  meeting: 'm1',
  participant,
  suits: ['2026-04-20T18:00'],
  ...over,
});
const arranged = (on: string, about = 'it'): Told => action(on, 'need-arranged', about);

const requested = (on: string, over: Partial<Told> = {}): Told => ({
  type: 'SignOffRequested',
  on,
  of: 'exception',
  reason: 'No visit in March.',
  ...over,
});
const decided = (on: string, decision: string, over: Partial<Told> = {}): Told => ({
  type: 'SignOffDecided',
  on,
  by: 'sup1',
  request: 'ask',
  decision,
  reason: 'As discussed.',
  ...over,
});
const threeBusinessDays: Dates['dates'] = [
  ['2026-01-12', '2026-01-15', 'Monday: Tuesday, Wednesday, Thursday'],
  ['2026-01-15', '2026-01-21', 'Thursday: Friday, then the holiday is passed over, Tuesday, Wednesday'],
  ['2026-12-24', '2026-12-30', 'Thursday before a holiday: Monday, Tuesday, Wednesday'],
];

const dates: readonly Dates[] = [
  {
    rule: 'decide-request',
    story: (on) => [requested(on, { id: 'it' })],
    dates: threeBusinessDays,
    met: (on) => [decided(on, 'refused', { request: 'it' })],
  },
  {
    rule: 'supply-what-is-missing',
    story: (on) => [
      requested('2026-01-12', { id: 'ask' }),
      decided(on, 'returned', { id: 'it', missing: ['When the next visit is.'] }),
    ],
    dates: threeBusinessDays,
    met: (on) => [requested(on, { about: 'it' })],
  },
  {
    rule: 'report-allegation',
    story: (on) => [allegation(on, { id: 'it' })],
    dates: atOnce,
    met: (on) => [action(on, 'hotline-report', 'it')],
  },
  {
    rule: 'make-child-safe',
    story: (on) => [allegation(on, { id: 'it' })],
    dates: atOnce,
    met: (on) => [action(on, 'child-made-safe', 'it')],
  },
  {
    rule: 'reach-person',
    subject: 'event:it/p1',
    story: (on) => [undelivered(on, { id: 'it' })],
    dates: [
      ['2026-01-12', '2026-01-15', 'Monday: Tuesday, Wednesday, Thursday'],
      ['2026-01-15', '2026-01-21', 'Thursday: Friday, then the holiday is passed over, Tuesday, Wednesday'],
      ['2026-01-17', '2026-01-22', 'Saturday before a holiday: Tuesday, Wednesday, Thursday'],
      ['2026-12-24', '2026-12-30', 'Thursday before a holiday: Monday, Tuesday, Wednesday'],
    ],
    met: (on) => [{ type: 'ContactDetailsChanged', on, participant: 'p1' }],
  },
  {
    rule: 'reach-staff',
    story: (on) => [undelivered(on, { id: 'it', recipient: 'cw1', notice: 'case-1/some-duty/cw1' })],
    dates: [
      ['2026-01-12', '2026-01-15', 'Monday: Tuesday, Wednesday, Thursday'],
      ['2026-01-16', '2026-01-22', 'Friday before a holiday: Tuesday, Wednesday, Thursday'],
    ],
    met: (on) => [reachedAnotherWay(on, { staff: ['cw1'] })],
  },
  {
    rule: 'choose-time',
    story: (on) => [sought(), suits('2026-01-07', 'cg1'), suits(on, 'p1', { id: 'it' })],
    dates: [
      ['2026-01-12', '2026-01-13', 'the day after the last answer'],
      ['2026-02-28', '2026-03-01', 'month end'],
      ['2026-03-07', '2026-03-08', 'the short day on which clocks change'],
    ],
    met: (on) => [set('2026-04-20T18:00', { on })],
  },
  {
    rule: 'find-another-time',
    story: (on) => [set(), answered(on, 'declined', { id: 'it' })],
    dates: [
      ['2026-02-10', '2026-03-17', 'three days before the meeting of March 20'],
      ['2026-02-28', '2026-03-17', 'month end: the meeting decides, not the answer'],
      ['2026-03-16', '2026-03-17', 'the day after is the third before'],
      ['2026-03-18', '2026-03-19', 'late: the day after the answer'],
    ],
    met: (on) => [goesOn(on)],
    fixed: 'It follows the meeting; an answer changes it only when it comes late.',
  },
  {
    rule: 'arrange-needs',
    story: (on) => [set(), answered(on, 'needs-help', { id: 'it', needs: ['interpreter'] })],
    dates: [
      ['2026-02-10', '2026-03-17', 'three days before the meeting of March 20'],
      ['2026-02-28', '2026-03-17', 'month end: the meeting decides, not the answer'],
      ['2026-03-18', '2026-03-19', 'late: the day after the answer'],
    ],
    met: (on) => [arranged(on)],
    fixed: 'It follows the meeting; an answer changes it only when it comes late.',
  },
];

const examples: readonly Example[] = [
  {
    rule: 'choose-time',
    because: 'not everybody has answered: on the last day for it the task is there, to be done the day after',
    told: [sought(), suits('2026-01-08', 'p1')],
    look: '2026-04-10',
    owes: [{ subject: 'event:search', status: 'due', due: '2026-04-11' }],
  },
  {
    rule: 'choose-time',
    because: 'chosen before everybody had answered',
    told: [sought(), suits('2026-01-08', 'p1'), set('2026-04-20T18:00', { on: '2026-01-09' })],
    look: '2026-01-09',
    owes: [{ subject: 'event:search', status: 'met', due: '2026-04-11' }],
  },
  {
    rule: 'choose-time',
    because: 'other times were proposed: of the first nothing is chosen any more',
    told: [sought(), suits('2026-01-08', 'p1'), suits('2026-01-08', 'cg1'), sought({ on: '2026-01-09', id: 'again' })],
    look: '2026-01-09',
    owes: [{ subject: 'event:search', status: 'not-applicable', due: '2026-01-09' }],
  },
  {
    rule: 'separate-asking',
    because: 'an order after they were asked: to be mended before the last day for an answer',
    told: [apart, sought({ invitees: ['p1', 'p2'] }), order('2026-01-15')],
    look: '2026-01-15',
    owes: [{ subject: 'event:search', status: 'due', due: '2026-04-10' }],
  },
  {
    rule: 'separate-asking',
    because: 'each of the two is asked by a proposal of its own',
    told: [
      apart,
      sought({ invitees: ['p1', 'p2'] }),
      order('2026-01-15'),
      sought({ on: '2026-01-16', id: 'first', invitees: ['p1'] }),
      sought({ on: '2026-01-16', id: 'second', invitees: ['p2'], meeting: 'm2' }),
    ],
    look: '2026-01-16',
    owes: [{ subject: 'event:search', status: 'met', due: '2026-04-10' }],
  },
  {
    rule: 'report-allegation',
    because: 'two allegations are two reports: one answers only the one that it is about',
    told: [
      allegation('2026-01-13', { id: 'a1' }),
      allegation('2026-01-20', { id: 'a2' }),
      action('2026-01-13', 'hotline-report', 'a1'),
    ],
    look: '2026-01-21',
    owes: [
      { subject: 'event:a1', status: 'met', due: '2026-01-13' },
      { subject: 'event:a2', status: 'overdue', due: '2026-01-20' },
    ],
  },
  {
    rule: 'report-allegation',
    because: 'closing the case excuses nothing',
    told: [allegation('2026-01-13', { id: 'a1' }), { type: 'CaseClosed', on: '2026-01-14', reason: 'dismissed' }],
    look: '2026-01-15',
    owes: [{ subject: 'event:a1', status: 'overdue', due: '2026-01-13' }],
  },
  {
    rule: 'make-child-safe',
    because: 'the report to the hotline does not make the child safe',
    told: [allegation('2026-01-13', { id: 'a1' }), action('2026-01-13', 'hotline-report', 'a1')],
    look: '2026-01-14',
    owes: [{ subject: 'event:a1', status: 'overdue', due: '2026-01-13' }],
  },
  {
    rule: 'make-child-safe',
    because: 'the allegation was retracted, the one of another day stands',
    told: [
      allegation('2026-01-13', { id: 'a1' }),
      allegation('2026-01-20', { id: 'a2' }),
      { type: 'EventRetracted', on: '2026-01-21', event: 'a1', reason: 'recorded for another family' },
    ],
    look: '2026-01-21',
    owes: [{ subject: 'event:a2', status: 'overdue', due: '2026-01-20' }],
  },
  {
    rule: 'separate-sessions',
    because: 'an order after the meeting was set: to be mended before the meeting begins',
    told: [apart, joint, order('2026-01-15')],
    look: '2026-01-15',
    owes: [{ subject: 'event:joint', status: 'due', due: '2026-02-02' }],
  },
  {
    rule: 'separate-sessions',
    because: 'nobody mended it by the day of the meeting',
    told: [apart, joint, order('2026-01-15')],
    look: '2026-02-03',
    owes: [{ subject: 'event:joint', status: 'overdue', due: '2026-02-02' }],
  },
  {
    rule: 'separate-sessions',
    because: 'one of the two is taken off the list: met',
    told: [apart, joint, order('2026-01-15'), withoutSecondParent],
    look: '2026-01-17',
    owes: [{ subject: 'event:joint', status: 'met', due: '2026-02-02' }],
  },
  {
    rule: 'separate-sessions',
    because: 'the meeting is cancelled: nothing is left to separate',
    told: [
      apart,
      joint,
      order('2026-01-15'),
      { type: 'MeetingCancelled', on: '2026-01-16', meeting: 'm1', reason: 'two sessions instead' },
    ],
    look: '2026-01-17',
    owes: [{ subject: 'event:joint', status: 'not-applicable', due: '2026-02-02' }],
  },
  {
    rule: 'find-another-time',
    because: 'answered on the day of the meeting: due that day, not after it',
    told: [set(), answered('2026-03-20', 'declined', { id: 'it' })],
    look: '2026-03-20',
    owes: [{ subject: 'event:it/p1', status: 'due', due: '2026-03-20' }],
  },
  {
    rule: 'find-another-time',
    because: 'the meeting is moved: another time was found; a reschedule that keeps the time finds none',
    told: [
      set(),
      answered('2026-02-10', 'another-time', { id: 'it', proposed: ['2026-03-23T18:00'] }),
      answered('2026-02-11', 'declined', { id: 'other', participant: 'cg1' }),
      moved('2026-02-11', '2026-03-20T18:00', { place: 'Elsewhere' }),
      moved('2026-02-16', '2026-03-23T18:00'),
    ],
    look: '2026-02-16',
    owes: [
      { subject: 'event:it/p1', status: 'met', due: '2026-03-17' },
      { subject: 'event:other/cg1', status: 'met', due: '2026-03-17' },
    ],
  },
  {
    rule: 'find-another-time',
    because: 'the same time again after a detour is the time that was declined',
    told: [
      set(),
      answered('2026-02-10', 'declined', { id: 'it' }),
      moved('2026-02-11', '2026-03-23T18:00'),
      moved('2026-02-12', '2026-03-20T18:00'),
    ],
    look: '2026-02-12',
    owes: [{ subject: 'event:it/p1', status: 'due', due: '2026-03-17' }],
  },
  {
    rule: 'find-another-time',
    because: 'an acceptance of the same person meets it, that of another does not',
    told: [
      set(),
      answered('2026-02-10', 'declined', { id: 'it' }),
      answered('2026-02-10', 'declined', { id: 'other', participant: 'cg1' }),
      answered('2026-02-12', 'accepted'),
    ],
    look: '2026-02-12',
    owes: [
      { subject: 'event:it/p1', status: 'met', due: '2026-03-17' },
      { subject: 'event:other/cg1', status: 'due', due: '2026-03-17' },
    ],
  },
  {
    rule: 'find-another-time',
    because: 'who declines again opens the search again: the first answer is replaced',
    told: [
      set(),
      answered('2026-02-10', 'declined', { id: 'it' }),
      answered('2026-02-12', 'another-time', { id: 'next', note: 'After work.' }),
    ],
    look: '2026-02-12',
    owes: [
      { subject: 'event:it/p1', status: 'met', due: '2026-03-17' },
      { subject: 'event:next/p1', status: 'due', due: '2026-03-17' },
    ],
  },
  {
    rule: 'find-another-time',
    because: 'cancelled, taken off the list or excused: nothing is left to find',
    told: [
      set(),
      answered('2026-02-10', 'declined', { id: 'it' }),
      answered('2026-02-10', 'declined', { id: 'other', participant: 'cg1' }),
      { type: 'InvitationExcused', on: '2026-02-11', participant: 'cg1', meeting: 'm1', reason: 'Asked not to be.' },
      moved('2026-02-11', '2026-03-20T18:00', { invitees: ['cg1'] }),
    ],
    look: '2026-02-12',
    owes: [
      { subject: 'event:it/p1', status: 'not-applicable', due: '2026-03-17' },
      { subject: 'event:other/cg1', status: 'not-applicable', due: '2026-03-17' },
    ],
  },
  {
    rule: 'arrange-needs',
    because:
      'it is owed wherever the meeting moves, and whatever the answer is beside it; nothing asked for, nothing owed',
    told: [
      set(),
      answered('2026-02-10', 'accepted', { id: 'it', needs: ['transport', 'child-care'] }),
      answered('2026-02-10', 'accepted', { participant: 'cg1', needs: [] }),
      moved('2026-02-12', '2026-03-27T18:00'),
    ],
    look: '2026-03-24',
    owes: [{ subject: 'event:it/p1', status: 'due', due: '2026-03-24' }],
  },
  {
    rule: 'arrange-needs',
    because:
      'said anew it is another task, taken back it is none; an answer told without a word of it leaves it as it is',
    told: [
      set(),
      answered('2026-02-10', 'needs-help', { id: 'it', note: 'I do not hear well.' }),
      answered('2026-02-11', 'accepted', { id: 'told' }),
      answered('2026-02-12', 'accepted', { id: 'anew', needs: ['remote'] }),
      answered('2026-02-12', 'needs-help', { id: 'hers', participant: 'cg1', needs: ['interpreter'] }),
      answered('2026-02-13', 'accepted', { participant: 'cg1', needs: [] }),
    ],
    look: '2026-02-13',
    owes: [
      { subject: 'event:anew/p1', status: 'due', due: '2026-03-17' },
      { subject: 'event:hers/cg1', status: 'not-applicable', due: '2026-03-17' },
      { subject: 'event:it/p1', status: 'not-applicable', due: '2026-03-17' },
    ],
  },
  {
    rule: 'reach-person',
    because: 'reached by telephone; and again after a later message came back',
    told: [
      undelivered('2026-01-12', { id: 'u1' }),
      reachedAnotherWay('2026-01-14', { participants: ['p1'] }),
      undelivered('2026-02-02', { id: 'u2', notice: 'case-1/m2/p1/invite/0' }),
    ],
    look: '2026-02-03',
    owes: [
      { subject: 'event:u1/p1', status: 'met', due: '2026-01-15' },
      { subject: 'event:u2/p1', status: 'due', due: '2026-02-05' },
    ],
  },
  {
    rule: 'reach-person',
    because: 'an attempt reaches nobody; a person who has left the case is not looked for',
    told: [
      undelivered('2026-01-12', { id: 'u1' }),
      undelivered('2026-01-12', { id: 'u2', recipient: 'cg1', notice: 'case-1/m1/cg1/invite/0' }),
      reachedAnotherWay('2026-01-14', { participants: ['p1'], outcome: 'attempted' }),
      { type: 'ParticipantEnded', on: '2026-01-14', participant: 'cg1' },
    ],
    look: '2026-01-16',
    owes: [
      { subject: 'event:u1/p1', status: 'overdue', due: '2026-01-15' },
      { subject: 'event:u2/cg1', status: 'not-applicable', due: '2026-01-15' },
    ],
  },
  {
    rule: 'reach-person',
    because:
      'of one day the clock decides, whichever was recorded first: called at noon, after the message of the morning came back',
    told: [
      reachedAnotherWay('2026-01-14', { participants: ['p1'], at: '2026-01-14T20:00:00Z' }),
      undelivered('2026-01-14', { id: 'u1', at: '2026-01-14T17:00:00Z' }),
      undelivered('2026-01-20', { id: 'u2', at: '2026-01-20T19:00:00Z', notice: 'case-1/m2/p1/invite/0' }),
      reachedAnotherWay('2026-01-20', { participants: ['p1'], at: '2026-01-20T18:00:00Z' }),
    ],
    look: '2026-01-21',
    owes: [
      { subject: 'event:u1/p1', status: 'met', due: '2026-01-20' },
      { subject: 'event:u2/p1', status: 'due', due: '2026-01-23' },
    ],
  },
  {
    rule: 'reach-person',
    because: 'further messages that come back put nothing off: one task, with the date of the first',
    told: [
      undelivered('2026-01-12', { id: 'u1' }),
      undelivered('2026-01-14', { id: 'u2', notice: 'case-1/m1/p1/remind' }),
      undelivered('2026-01-16', { id: 'u3', notice: 'case-1/m2/p1/invite/0' }),
    ],
    look: '2026-01-16',
    owes: [{ subject: 'event:u1/p1', status: 'overdue', due: '2026-01-15' }],
  },
  {
    rule: 'reach-person',
    because:
      'a new address in the morning, to which the message of the afternoon did not get through either: nothing is met by it',
    told: [
      undelivered('2026-01-12', { id: 'u1' }),
      { type: 'ContactDetailsChanged', on: '2026-01-14', participant: 'p1' },
      undelivered('2026-01-14', { id: 'u2', notice: 'case-1/m1/p1/invite/1' }),
    ],
    look: '2026-01-14',
    owes: [
      { subject: 'event:u1/p1', status: 'met', due: '2026-01-15' },
      { subject: 'event:u2/p1', status: 'due', due: '2026-01-20' },
    ],
  },
  {
    rule: 'reach-staff',
    because: 'a contact that the case worker made with somebody else does not reach the case worker',
    told: [
      undelivered('2026-01-12', { id: 'u1', recipient: 'cw1' }),
      { type: 'ContactMade', on: '2026-01-13', kind: 'hotline-report', participants: ['p1'], staff: ['cw1'] },
    ],
    look: '2026-01-13',
    owes: [{ subject: 'event:u1/cw1', status: 'due', due: '2026-01-15' }],
  },
];

showRules({
  immaterial: [
    {
      why: 'Any way that reached the person is one.',
      fields: ['ContactMade.channel'],
      rules: ['reach-staff'],
    },
    {
      why: 'Meetings of every kind are set at a time that suits.',
      fields: ['MeetingScheduled.kinds'],
      rules: ['choose-time'],
    },
    {
      why: 'That it goes ahead is what is decided.',
      fields: ['DecisionMade.outcome'],
      rules: ['find-another-time'],
    },
  ],
  anyKind: {
    'choose-time': 'It is for meetings of every kind.',
    'separate-asking': 'It is for meetings of every kind.',
    'separate-sessions': 'It is for meetings of every kind.',
    'find-another-time': 'It is for meetings of every kind.',
    'arrange-needs': 'It is for meetings of every kind.',
    'reach-person': 'Any contact that reached the person is one.',
  },
  program: everyCase,
  agency,
  dates,
  examples,
  byExample: {
    'separate-sessions': 'What meets it moves or ends the meeting from which its date comes.',
    'separate-asking': 'Its date is that of the proposal, whenever the order came.',
  },
});

describe('WA-26: two people who are kept apart', () => {
  const story = ACase.opened([everyCase], '2026-01-05', undefined, agency).with(apart, joint);
  test('without an order, or once it has ended or run out, a joint meeting is nobody’s task', () => {
    expect(story.owes('separate-sessions', '2026-01-20')).toEqual([]);
    const ended = story.with(order('2026-01-15'), { type: 'NoContactOrderEnded', on: '2026-01-18', order: 'order' });
    expect(ended.owes('separate-sessions', '2026-01-17')).toHaveLength(1);
    expect(ended.owes('separate-sessions', '2026-01-18').filter((o) => o.status !== 'met')).toEqual([]);
    const until = story.with(order('2026-01-15', { until: '2026-01-17' }));
    expect(until.owes('separate-sessions', '2026-01-17')).toEqual([
      { subject: 'event:joint', status: 'due', due: '2026-02-02' },
    ]);
    expect(until.owes('separate-sessions', '2026-01-18').filter((o) => o.status !== 'met')).toEqual([]);
  });
});

describe('WA-24: the facilitator hears of it', () => {
  test.each([
    [
      '2026-02-10T15:00:00-08:00',
      ['before-2 2026-03-15T15:00', 'before-1 2026-03-16T15:00', 'before-0 2026-03-17T15:00'],
    ],
    ['2026-03-18T15:00:00-07:00', ['before-0 2026-03-19T15:00']],
  ])('answered at %s: reminders %j', (known, expected) => {
    const { notices } = ACase.opened([everyCase], '2026-01-05', undefined, agency)
      .with(
        { type: 'StaffAssigned', on: '2026-01-05', staff: 'fac1', role: 'facilitator' },
        set(),
        answered(known.slice(0, 10), 'declined', { id: 'it', known }),
      )
      .at('2026-03-19T16:00:00Z');
    const told = notices.filter(
      (n) => n.about.includes('/find-another-time/') && n.kind === 'remind' && n.rung.startsWith('before'),
    );
    expect(told.map((n) => `${n.rung} ${new Date(n.at).toISOString().slice(0, 16)}`)).toEqual(expected);
    expect(told.every((n) => n.to.id === 'fac1')).toBe(true);
  });
});

describe('WI-48, WI-50: a new allegation is told at once, whatever the hour', () => {
  const story = ACase.opened([everyCase], '2026-01-05', undefined, agency).with(
    allegation('2026-01-17', { id: 'a1', known: '2026-01-17T23:40:00-08:00' }),
  );
  test.each([
    ['report-allegation', 'remind-0m', 'cw1', '2026-01-18T07:40:00.000Z'],
    ['report-allegation', 'escalate-60m', 'sup1', '2026-01-18T08:40:00.000Z'],
    ['make-child-safe', 'remind-60m', 'cw1', '2026-01-18T08:40:00.000Z'],
  ])('%s: %s to %s at %s', (duty, rung, to, at) => {
    const { notices } = story.at('2026-01-18T10:00:00Z');
    const [one] = notices.filter((n) => n.key.includes(`/${duty}/`) && n.key.endsWith(`${rung}/${to}`));
    expect([one?.urgency, one && new Date(one.at).toISOString()]).toEqual(['now', at]);
  });
});

describe('WA-20: who reaches a member of staff whom no message reaches', () => {
  const manager = { id: 'pm1', role: 'program-manager', unit: 'unit-1' } as const;
  const owners = (
    recipient: string,
    ...staff: NonNullable<Parameters<typeof anAgency>[0]>['staff'] & object
  ): string[] =>
    ACase.opened([everyCase], '2026-01-05', undefined, anAgency({ staff }))
      .with(undelivered('2026-01-12', { recipient }))
      .obligations('reach-staff', '2026-01-13')
      .map((o) => `${o.owner.staff}`);
  const cw1 = { id: 'cw1', role: 'caseworker', unit: 'unit-1' } as const;
  const sup1 = { id: 'sup1', role: 'supervisor', unit: 'unit-1' } as const;
  test('the supervisor; for the supervisor who is above, and never the person who is not reached', () => {
    expect(owners('cw1', cw1, sup1, manager)).toEqual(['sup1']);
    expect(owners('sup1', cw1, sup1, manager)).toEqual(['pm1']);
    expect(owners('sup1', cw1, sup1)).toEqual(['null']);
  });
  test('nobody looks for a person who has left the agency', () => {
    expect(owners('cw1', { ...cw1, active: false }, sup1)).toEqual([]);
  });
});
