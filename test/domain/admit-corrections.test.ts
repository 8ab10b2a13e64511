// Nothing is corrected past what would have been refused, and whatever stands can be corrected: a slip is found late.
import { everyCase } from '../../src/programs/every-case';
import { waEnhancedPpm } from '../../src/programs/wa-enhanced-ppm';
import { ACase, anAgency, ZONE, type Told } from '../support/a-case';
import { refusedFor } from './support/refused';

const programs = [everyCase, waEnhancedPpm];
const agency = anAgency({
  staff: [...anAgency().staff.values(), { id: 'gone', role: 'caseworker', unit: 'unit-1', active: false }],
});
const goal = { type: 'GoalSet', children: ['c1'], goal: 'adoption' };
const called = { type: 'ContactMade', kind: 'reached-another-way', participants: ['p1'] };
const meeting = {
  type: 'MeetingScheduled',
  meeting: 'm1',
  kinds: ['ppm'],
  invitees: ['p1'],
  startsAt: '2026-02-10T18:00',
  zone: ZONE,
};
const held = { type: 'MeetingHeld', meeting: 'm1', attendance: [{ participant: 'p1', how: 'present' }] };
const cancelled = { type: 'MeetingCancelled', meeting: 'm2', reason: 'The hall is closed.' };
const moved = { type: 'MeetingRescheduled', meeting: 'm1', startsAt: '2026-02-11T18:00', zone: ZONE };
const named = { type: 'ParticipantAdded', participant: 'p2', role: 'kin', children: ['c1'] };
const child = { type: 'ChildAdded', child: 'c7', bornOn: '2020-05-01' };
const corrected = (event: string, to: object, on = '2026-03-01'): Told => ({
  type: 'EventCorrected',
  on,
  event,
  reason: 'Told wrong.',
  to,
});
const story = ACase.opened(programs, '2026-01-05', ['2018-05-01', '2012-02-15'], agency).with(
  { ...goal, on: '2026-02-01', id: 'goal' },
  { ...called, on: '2026-02-01', id: 'call' },
  { ...named, on: '2026-02-01', id: 'aunt' },
  { ...meeting, on: '2026-02-01', id: 'set' },
  { ...child, on: '2026-02-01', id: 'child' },
  { ...meeting, meeting: 'm2', on: '2026-02-01', id: 'second' },
  { type: 'StaffAssigned', on: '2026-02-01', id: 'worker', staff: 'gone', role: 'caseworker' },
  { ...cancelled, on: '2026-02-02', id: 'cancelled' },
  { ...moved, on: '2026-02-03', id: 'moved' },
  { ...held, on: '2026-02-11', id: 'held' },
  { type: 'ReunificationPlanned', on: '2026-02-12', id: 'plan', children: ['c1'], plannedFor: '2026-04-01' },
  { type: 'CaseClosed', on: '2026-02-13', reason: 'dismissed' },
  { type: 'CaseReopened', on: '2026-02-14', id: 'reopened', reason: 'Too soon.' },
  { ...corrected('goal', { ...goal, on: '2026-02-02' }, '2026-02-20'), id: 'once' },
  { ...corrected('once', { ...goal, on: '2026-02-03' }, '2026-02-21'), id: 'twice' },
  { ...called, on: '2026-02-22', id: 'gone' },
  { type: 'EventRetracted', on: '2026-02-23', event: 'gone', reason: 'It was another family.' },
);

const refused = (told: Told): string[] => refusedFor(story.with({ ...told, id: 'new' }).refusals('2026-03-01'));

test.each<[string, Told, string]>([
  ['to a day that lies ahead', corrected('goal', { ...goal, on: '2026-03-02' }), 'in-the-future to.on'],
  ['told on a day that lies ahead', corrected('goal', goal, '2026-03-02'), 'in-the-future on'],
  ['to a day before the child was born', corrected('goal', { ...goal, on: '2018-04-30' }), 'before-birth to.on'],
  [
    'to a plan decades off',
    corrected('plan', { type: 'ReunificationPlanned', children: ['c1'], plannedFor: '2062-04-01' }),
    'too-far to.plannedFor',
  ],
  [
    'to somebody who is not in the case',
    corrected('call', { ...called, participants: ['p9'] }),
    'unknown-person to.participants',
  ],
  ['to a child who is not in the case', corrected('goal', { ...goal, children: ['c9'] }), 'unknown-child to.children'],
  ['to a kind that no program knows', corrected('call', { ...called, kind: 'recahed' }), 'unknown-kind to.kind'],
  ['to a meeting that nobody set', corrected('held', { ...held, meeting: 'm9' }), 'unknown-meeting to.meeting'],
  [
    'WA-18: to a meeting to which nobody of the family came',
    corrected('held', { ...held, attendance: [{ participant: 'p1', how: 'absent' }] }),
    'family-took-part to.attendance',
  ],
  ['to a child who is there already', corrected('child', { ...child, child: 'c1' }), 'duplicate to.child'],
  [
    'to somebody who takes part already',
    corrected('aunt', { ...named, participant: 'p1' }),
    'duplicate to.participant',
  ],
  ['to a meeting that is set already', corrected('second', { ...meeting, meeting: 'm1' }), 'duplicate to.meeting'],
  ['to a meeting that was cancelled', corrected('held', { ...held, meeting: 'm2' }), 'meeting-state to.meeting'],
  ['of another kind of event', corrected('goal', called), 'other-type to.type'],
  ['of what was retracted', corrected('gone', called), 'retracted event'],
  ['of nothing', corrected('none', called), 'unknown-event event'],
  ['of itself', corrected('new', called), 'unknown-event event'],
])('a correction %s is refused for that, at its place in what was sent', (_what, told, refusal) => {
  expect(refused(told)).toEqual([refusal]);
});

test.each<[string, Told]>([
  ['the day of a goal', corrected('goal', { ...goal, on: '2026-02-04' })],
  ['what was corrected before', corrected('once', { ...goal, on: '2026-02-04' })],
  ['what was corrected twice before', corrected('twice', { ...goal, on: '2026-02-04' })],
  ['who joined', corrected('aunt', { ...named, role: 'connection' })],
  ['the reason of a cancellation', corrected('cancelled', { ...cancelled, reason: 'Snow.' })],
  ['a move of a meeting that was held since', corrected('moved', { ...moved, reason: 'They asked for it.' })],
  ['who came to a meeting that was held', corrected('held', held)],
  ['the day of birth of a child', corrected('child', { ...child, bornOn: '2020-05-02' })],
  [
    'an assignment of somebody who has left since',
    corrected('worker', { type: 'StaffAssigned', on: '2026-02-02', staff: 'gone', role: 'caseworker' }),
  ],
  ['the day of a reopening', corrected('reopened', { type: 'CaseReopened', on: '2026-02-15', reason: 'Too soon.' })],
])('%s can be corrected', (_what, told) => {
  expect(refused(told)).toEqual([]);
});

test('a correction without a day keeps the day of the event', () => {
  const c = story.with({ ...corrected('call', { ...called, participants: ['cg1'] }), id: 'x' });
  expect(c.at('2026-03-01').file.byId.get('call')?.event).toMatchObject({ on: '2026-02-01', participants: ['cg1'] });
  // Fourteen on 15 February: the day counts on which it happened, not that of the correction.
  expect(refused(corrected('aunt', { ...named, named: 'c2' }))).toEqual(['too-young to.named']);
  expect(refused(corrected('aunt', { ...named, named: 'c2', on: '2026-02-15' }))).toEqual([]);
});
