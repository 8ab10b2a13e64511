// What every case owes whatever its programs: WI-48, WI-50, LA-04, WA-20, WA-26.
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

const dates: readonly Dates[] = [
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
];

const examples: readonly Example[] = [
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
  program: everyCase,
  agency,
  dates,
  examples,
  byExample: { 'separate-sessions': 'What meets it moves or ends the meeting from which its date comes.' },
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
