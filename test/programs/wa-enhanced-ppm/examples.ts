// What a table of dates cannot show: cycles, several children, meetings that move, people who come later, closing; and for
// each guard what it refuses.
import type { Example } from '../../support/rule-cases';
import { added, contact, facilitator, hearing, held, retracted, set } from './told';

const cycles: readonly Example[] = [
  {
    rule: 'ppm',
    because: 'the second cycle is met late and the third early: each counts from the day the one before was held',
    told: [
      hearing('2026-01-06'),
      set('2026-01-10', '2026-02-05T18:00'),
      held('2026-02-05'),
      // 90 days after February 5: 23 + 31 + 30 + 6 = May 6. Held on the 20th, two weeks late.
      set('2026-04-20', '2026-05-20T18:00', { meeting: 'm2', reason: 'the parents are away' }),
      held('2026-05-20', { meeting: 'm2' }),
      // 90 days after May 20: 11 + 30 + 31 + 18 = August 18. Held on the 3rd.
      set('2026-07-20', '2026-08-03T18:00', { meeting: 'm3' }),
      held('2026-08-03', { meeting: 'm3' }),
    ],
    look: '2026-08-10',
    owes: [
      { status: 'met', due: '2026-02-05' },
      { status: 'met-late', due: '2026-05-06' },
      { status: 'met', due: '2026-08-18' },
      // 90 days after August 3: 28 + 30 + 31 + 1 = November 1.
      { status: 'due', due: '2026-11-01' },
    ],
  },
  {
    rule: 'ppm',
    because: 'over a leap February: held on December 15, 2027, 90 days are 16 + 31 + 29 + 14 = March 14, 2028',
    opened: '2027-11-01',
    told: [hearing('2027-11-20'), set('2027-11-25', '2027-12-15T18:00'), held('2027-12-15')],
    look: '2027-12-31',
    owes: [
      { status: 'met', due: '2027-12-20' },
      { status: 'due', due: '2028-03-14' },
    ],
  },
  {
    rule: 'ppm',
    because: 'a joint meeting of three children is for those whom it names; the third keeps the first date',
    born: ['2015-03-01', '2018-05-01', '2021-07-01'],
    told: [
      hearing('2026-01-06', { children: ['c1', 'c2', 'c3'] }),
      set('2026-01-10', '2026-02-03T18:00', { children: ['c1', 'c2'] }),
      held('2026-02-03'),
    ],
    look: '2026-02-06',
    owes: [
      { subject: 'child:c1', status: 'met', due: '2026-02-05' },
      { subject: 'child:c2', status: 'met', due: '2026-02-05' },
      { subject: 'child:c3', status: 'overdue', due: '2026-02-05' },
      { subject: 'child:c1', status: 'due', due: '2026-05-04' },
      { subject: 'child:c2', status: 'due', due: '2026-05-04' },
    ],
  },
  {
    rule: 'ppm',
    because: 'a second fact-finding hearing begins the cycle anew: thirty days after March 2 are April 1',
    told: [hearing('2026-01-06'), set('2026-01-10', '2026-02-03T18:00'), held('2026-02-03'), hearing('2026-03-02')],
    look: '2026-03-03',
    owes: [{ status: 'due', due: '2026-04-01' }],
  },
  {
    rule: 'ppm',
    because: 'the enrolment of the child ends: nothing is owed from then on, what is past stays',
    told: [hearing('2026-01-06'), { type: 'ProgramEnded', on: '2026-01-20', program: 'wa-enhanced-ppm' }],
    look: '2026-03-01',
    owes: [{ status: 'not-applicable', due: '2026-02-05' }],
  },
  {
    rule: 'ppm',
    because: 'reopened: the cycle stands as if it had not been closed',
    told: [
      hearing('2026-01-06'),
      { type: 'CaseClosed', on: '2026-01-20', reason: 'dismissed' },
      { type: 'CaseReopened', on: '2026-01-25', reason: 'The dismissal was vacated.' },
    ],
    look: '2026-01-26',
    owes: [{ status: 'due', due: '2026-02-05' }],
  },
];

const visits: readonly Example[] = [
  {
    rule: 'parent-visit',
    because: 'a parent who comes on January 30 has a part month of two days, reported as it is; February counts its 28',
    told: [added('2026-01-30', 'p2', 'parent'), contact('2026-02-28', 'visit', { participants: ['p1', 'p2'] })],
    look: '2026-03-01',
    owes: [
      { subject: 'parent:p1', status: 'target-missed', due: '2026-01-31' },
      { subject: 'parent:p2', status: 'target-missed', due: '2026-01-31' },
      { subject: 'parent:p1', status: 'met', due: '2026-02-28' },
      { subject: 'parent:p2', status: 'met', due: '2026-02-28' },
      { subject: 'parent:p1', status: 'due', due: '2026-03-31' },
      { subject: 'parent:p2', status: 'due', due: '2026-03-31' },
    ],
  },
  {
    rule: 'parent-visit',
    because: 'an attempt is no visit; of a leap February the 29th is still February',
    opened: '2028-02-01',
    told: [
      contact('2028-02-10', 'visit', { outcome: 'attempted' }),
      contact('2028-02-29', 'visit', { id: 'leap' }),
      retracted('2028-03-02', 'leap'),
      contact('2028-03-01', 'visit'),
    ],
    look: '2028-03-05',
    owes: [
      { status: 'target-missed', due: '2028-02-29' },
      { status: 'met', due: '2028-03-31' },
    ],
  },
  {
    rule: 'caregiver-visit',
    because: 'a parent’s visit is not the caregiver’s; closing ends the month that is running',
    told: [
      contact('2026-01-20', 'visit'),
      contact('2026-02-03', 'visit', { participants: ['cg1'] }),
      { type: 'CaseClosed', on: '2026-03-10', reason: 'adopted' },
    ],
    look: '2026-04-15',
    owes: [
      { status: 'target-missed', due: '2026-01-31' },
      { status: 'met', due: '2026-02-28' },
      { status: 'not-applicable', due: '2026-03-31' },
    ],
  },
];

const facilitators: readonly Example[] = [
  {
    rule: 'facilitator-apart',
    because: 'the same person: shown, until another is assigned or it is recorded why not',
    told: [facilitator('2026-01-06', { staff: 'cw1', id: 'fac' })],
    look: '2026-03-01',
    owes: [{ subject: 'event:fac', status: 'due' }],
  },
  {
    rule: 'facilitator-apart',
    because: 'it is recorded why the same person stays',
    told: [
      facilitator('2026-01-06', { staff: 'cw1', id: 'fac' }),
      {
        type: 'DecisionMade',
        on: '2026-01-08',
        kind: 'facilitator-kept',
        about: 'fac',
        outcome: 'kept',
        reason: 'No other facilitator speaks the language of the family.',
      },
    ],
    look: '2026-01-09',
    owes: [{ subject: 'event:fac', status: 'met' }],
  },
  {
    rule: 'over-capacity',
    because: 'of two assignments above capacity the one that ended before it was decided asks nothing more',
    told: [
      facilitator('2026-01-06', { id: 'first', familiesBefore: 60 }),
      {
        type: 'StaffUnassigned',
        on: '2026-01-07',
        staff: 'fac1',
        role: 'facilitator',
        reason: 'moved to another unit',
      },
      facilitator('2026-01-07', { id: 'second', staff: 'fac2', familiesBefore: 51 }),
    ],
    look: '2026-01-08',
    owes: [{ subject: 'event:second', status: 'due', due: '2026-01-09' }],
  },
  {
    rule: 'assign-facilitator',
    because: 'handed over without a gap: met since the first of them',
    told: [
      hearing('2026-01-06'),
      facilitator('2026-01-09'),
      facilitator('2026-02-10', { staff: 'fac2' }),
      { type: 'StaffUnassigned', on: '2026-02-10', staff: 'fac1', role: 'facilitator', reason: 'handed over to fac2' },
    ],
    look: '2026-02-11',
    owes: [{ status: 'met', due: '2026-01-13' }],
  },
];

const preparing: readonly Example[] = [
  {
    rule: 'preliminary-contact',
    because:
      'the first meeting is set on January 12: whoever was there is due by then, a parent found later has 14 days',
    told: [
      facilitator('2026-01-06'),
      set('2026-01-12', '2026-02-04T18:00'),
      added('2026-01-15', 'p2', 'parent'),
      contact('2026-01-10', 'preliminary', { participants: ['c1', 'cg1'] }),
    ],
    look: '2026-01-20',
    owes: [
      { subject: 'caregiver:cg1', status: 'met', due: '2026-01-12' },
      { subject: 'child:c1', status: 'met', due: '2026-01-12' },
      { subject: 'parent:p1', status: 'overdue', due: '2026-01-12' },
      { subject: 'parent:p2', status: 'due', due: '2026-01-29' },
    ],
  },
  {
    rule: 'preliminary-contact',
    because: 'an attempt is no contact; recorded attempts close it; once the meeting is held nothing is prepared',
    told: [
      facilitator('2026-01-06'),
      contact('2026-01-08', 'preliminary', { participants: ['p1'], outcome: 'attempted' }),
      { type: 'DecisionMade', on: '2026-01-18', kind: 'unreachable', participants: ['cg1'], outcome: 'closed' },
      set('2026-01-30', '2026-02-04T18:00'),
      held('2026-02-04'),
    ],
    look: '2026-02-05',
    owes: [
      { subject: 'caregiver:cg1', status: 'met', due: '2026-01-20' },
      { subject: 'child:c1', status: 'not-applicable', due: '2026-01-20' },
      { subject: 'parent:p1', status: 'not-applicable', due: '2026-01-20' },
    ],
  },
  {
    rule: 'ask-availability',
    because: 'asked for the first meeting, it is asked again for the next: what was said at the meeting itself counts',
    told: [
      { type: 'AvailabilityRecorded', on: '2026-01-05', participants: ['p1'], preferred: 'evenings' },
      hearing('2026-01-06'),
      set('2026-01-12', '2026-02-04T18:00'),
      held('2026-02-04'),
    ],
    look: '2026-02-05',
    owes: [{ status: 'due', due: '2026-05-05' }],
  },
  {
    rule: 'ask-availability',
    because: 'recorded at the meeting of February 4 for the next',
    told: [
      hearing('2026-01-06'),
      set('2026-01-12', '2026-02-04T18:00'),
      held('2026-02-04'),
      { type: 'AvailabilityRecorded', on: '2026-02-04', participants: ['p1', 'cg1'], preferred: 'Saturdays' },
    ],
    look: '2026-02-05',
    owes: [{ status: 'met', due: '2026-05-05' }],
  },
  {
    rule: 'book-ppm',
    because: 'the second cycle: 90 days after February 4 are May 5; set, cancelled, and set again',
    told: [
      hearing('2026-01-06'),
      set('2026-01-12', '2026-02-04T18:00'),
      held('2026-02-04'),
      set('2026-03-10', '2026-04-30T18:00', { meeting: 'm2' }),
      { type: 'MeetingCancelled', on: '2026-04-20', meeting: 'm2', reason: 'The room is closed.' },
    ],
    look: '2026-04-21',
    owes: [{ status: 'due', due: '2026-05-05' }],
  },
  {
    rule: 'book-ppm',
    because: 'a second hearing moves the meeting, and with it the day by which it is set',
    told: [hearing('2026-01-06'), set('2026-01-12', '2026-02-04T18:00'), held('2026-02-04'), hearing('2026-02-10')],
    look: '2026-02-11',
    owes: [{ status: 'due', due: '2026-03-12' }],
  },
  {
    rule: 'invite-key-participants',
    because:
      'a stakeholder and a support person added after the meeting was set are invited too; a connection is nobody’s key participant',
    told: [
      set('2026-01-12', '2026-02-04T18:00', { id: 'set' }),
      added('2026-01-15', 'coach', 'stakeholder'),
      added('2026-01-15', 'aunt', 'support-person'),
      added('2026-01-15', 'neighbour', 'connection'),
      {
        type: 'MeetingRescheduled',
        on: '2026-01-16',
        meeting: 'm1',
        invitees: ['p1', 'cg1', 'c1', 'aunt'],
        startsAt: '2026-02-04T18:00',
        zone: 'America/Los_Angeles',
      },
    ],
    look: '2026-01-17',
    owes: [
      { subject: 'event:set/aunt', status: 'met', due: '2026-02-04' },
      { subject: 'event:set/c1', status: 'met', due: '2026-02-04' },
      { subject: 'event:set/cg1', status: 'met', due: '2026-02-04' },
      { subject: 'event:set/coach', status: 'due', due: '2026-02-04' },
      { subject: 'event:set/p1', status: 'met', due: '2026-02-04' },
    ],
  },
  {
    rule: 'advance-contact',
    because:
      'for the second meeting a confirmation does for the parent who had it explained, not for the caregiver who had not',
    told: [
      hearing('2026-01-06'),
      set('2026-01-12', '2026-02-04T18:00', { id: 'set1', invitees: ['p1', 'cg1'] }),
      contact('2026-01-20', 'advance', { explained: true }),
      held('2026-02-04'),
      set('2026-03-10', '2026-04-30T18:00', { id: 'set2', meeting: 'm2', invitees: ['p1', 'cg1'] }),
      contact('2026-04-20', 'advance', { participants: ['p1', 'cg1'] }),
    ],
    look: '2026-04-21',
    owes: [
      { subject: 'event:set1/cg1', status: 'not-applicable', due: '2026-02-03' },
      { subject: 'event:set1/p1', status: 'met', due: '2026-02-03' },
      { subject: 'event:set2/cg1', status: 'due', due: '2026-04-29' },
      { subject: 'event:set2/p1', status: 'met', due: '2026-04-29' },
    ],
  },
  {
    rule: 'advance-contact',
    because: 'set today for today: due today, not yesterday',
    told: [set('2026-01-12', '2026-01-12T18:00', { id: 'set', invitees: ['p1'] })],
    look: '2026-01-12',
    owes: [{ subject: 'event:set/p1', status: 'due', due: '2026-01-12' }],
  },
];

const records: readonly Example[] = [
  {
    rule: 'meeting-outcome',
    because: 'nobody came, the meeting is set anew for the same week: the new day asks for an outcome of its own',
    told: [
      set('2026-01-12', '2026-02-02T18:00', { id: 'set' }),
      { type: 'MeetingNotHeld', on: '2026-02-02', meeting: 'm1', reason: 'nobody came' },
      {
        type: 'MeetingRescheduled',
        on: '2026-02-02',
        meeting: 'm1',
        startsAt: '2026-02-05T18:00',
        zone: 'America/Los_Angeles',
      },
    ],
    look: '2026-02-06',
    owes: [{ subject: 'event:set', status: 'overdue', due: '2026-02-05' }],
  },
  {
    rule: 'family-time',
    because: 'plan and time in the record itself; a meeting without family time stays open even when a plan is filed',
    told: [
      set('2026-01-12', '2026-02-02T18:00'),
      held('2026-02-02', { id: 'h1' }),
      set('2026-02-10', '2026-03-02T18:00', { meeting: 'm2' }),
      held('2026-03-02', { id: 'h2', meeting: 'm2', familyTime: false, familyPlan: undefined }),
      { type: 'DocumentCompleted', on: '2026-03-02', document: 'plan-2', kind: 'family-plan', about: 'h2' },
    ],
    look: '2026-03-03',
    owes: [
      { subject: 'event:h1', status: 'met', due: '2026-02-02' },
      { subject: 'event:h2', status: 'overdue', due: '2026-03-02' },
    ],
  },
  {
    rule: 'attendance',
    because: 'each key participant is noted: absent with a reason is noted, absent without one is not, left out is not',
    told: [
      set('2026-01-12', '2026-02-02T18:00'),
      added('2026-01-13', 'gal', 'guardian-ad-litem'),
      held('2026-02-02', {
        id: 'h',
        attendance: [
          { participant: 'p1', how: 'in-writing' },
          { participant: 'cg1', how: 'absent', reason: 'ill' },
          { participant: 'c1', how: 'absent' },
        ],
      }),
    ],
    look: '2026-06-01',
    owes: [
      { subject: 'event:h/c1', status: 'due' },
      { subject: 'event:h/cg1', status: 'met' },
      { subject: 'event:h/gal', status: 'due' },
      { subject: 'event:h/p1', status: 'met' },
    ],
  },
  {
    rule: 'address-concern',
    because: 'no meeting was held yet: the date is not known; one raised after it waits for the next',
    told: [
      { type: 'ConcernRaised', on: '2026-01-08', id: 'k1', concern: 'k1', text: 'No way to get there.' },
      set('2026-01-12', '2026-02-02T18:00'),
      held('2026-02-02'),
      { type: 'ConcernAddressed', on: '2026-02-02', concern: 'k1', meeting: 'm1', how: 'A bus pass.' },
      { type: 'ConcernRaised', on: '2026-02-10', id: 'k2', concern: 'k2', participant: 'cg1', text: 'School.' },
    ],
    look: '2026-02-11',
    owes: [
      { subject: 'event:k2', status: 'unknown' },
      { subject: 'event:k1', status: 'met', due: '2026-02-02' },
    ],
  },
  {
    rule: 'open-questions',
    because: 'with no meeting set there is no date; a contact that leaves nothing open asks for nothing',
    told: [
      contact('2026-01-07', 'preliminary', { id: 'pre', openQuestions: 'Who pays for the bus?' }),
      contact('2026-01-08', 'preliminary', { participants: ['cg1'] }),
    ],
    look: '2026-01-09',
    owes: [{ subject: 'event:pre', status: 'unknown' }],
  },
];

const guards: readonly Example[] = [
  {
    rule: 'family-took-part',
    because: 'staff and a lawyer alone: it was not held; a relative by telephone makes it one',
    told: [
      hearing('2026-01-06'),
      added('2026-01-06', 'lawyer', 'attorney'),
      added('2026-01-06', 'aunt', 'kin'),
      set('2026-01-12', '2026-02-02T18:00'),
      held('2026-02-02', {
        attendance: [
          { participant: 'lawyer', how: 'present' },
          { participant: 'p1', how: 'absent' },
        ],
      }),
    ],
    look: '2026-02-03',
    acceptedAfter: [held('2026-02-02', { attendance: [{ participant: 'aunt', how: 'by-phone' }] })],
  },
  {
    rule: 'reason-when-late',
    because: 'due on February 5, set for the 6th: with a reason it is accepted, and the due date stands',
    told: [hearing('2026-01-06'), set('2026-01-12', '2026-02-06T18:00')],
    look: '2026-01-12',
    acceptedAfter: [set('2026-01-12', '2026-02-06T18:00', { reason: 'The mother is in hospital until the 5th.' })],
  },
  {
    rule: 'reason-when-late',
    because: 'for two children the earlier date counts: moved past it the meeting needs a reason',
    born: ['2018-05-01', '2020-05-01'],
    told: [
      hearing('2026-01-06'),
      hearing('2026-01-16', { children: ['c2'] }),
      set('2026-01-17', '2026-02-05T18:00', { children: ['c1', 'c2'] }),
      {
        type: 'MeetingRescheduled',
        on: '2026-01-20',
        meeting: 'm1',
        startsAt: '2026-02-10T18:00',
        zone: 'America/Los_Angeles',
      },
    ],
    look: '2026-01-20',
    acceptedAfter: [
      {
        type: 'MeetingRescheduled',
        on: '2026-01-20',
        meeting: 'm1',
        startsAt: '2026-02-04T18:00',
        zone: 'America/Los_Angeles',
      },
    ],
  },
  {
    rule: 'hand-over',
    because: 'a facilitator who leaves hands over',
    told: [
      facilitator('2026-01-06'),
      { type: 'StaffUnassigned', on: '2026-02-01', staff: 'fac1', role: 'facilitator' },
    ],
    look: '2026-02-01',
    acceptedAfter: [
      {
        type: 'StaffUnassigned',
        on: '2026-02-01',
        staff: 'fac1',
        role: 'facilitator',
        reason: 'Retires; fac2 has met the family.',
      },
    ],
  },
];

export const examples: readonly Example[] = [
  ...cycles,
  ...visits,
  ...facilitators,
  ...preparing,
  ...records,
  ...guards,
];
