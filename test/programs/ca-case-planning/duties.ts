// What a table of dates cannot show: duties without a date, second and later cycles, several children, moved days, ends.
import type { Example } from '../../support/rule-cases';
import * as t from './told';

const noDate = 'The document gives no date: an example shows what opens it and what answers it.';
export const shownByExample = {
  'tribe-notice': noDate,
  'not-permanency': noDate,
  'first-contact': noDate,
  'revise-plan': noDate,
  'implementation-plan': noDate,
  'define-steps': noDate,
  'concurrent-planning': noDate,
  'introduce-concurrent-planning': noDate,
  'good-bye-visit': noDate,
};

const two = ['2014-05-01', '2016-05-01'];

export const dutyExamples: readonly Example[] = [
  {
    rule: 'tribe-notice',
    born: two,
    because: 'Heritage was reported for both; notice was given for c1. Not reported, nothing is owed.',
    told: [
      t.circumstance('2026-01-10', { id: 'h1', kind: 'indian-heritage', value: 'reported', children: ['c1'] }),
      t.circumstance('2026-01-10', { id: 'h2', kind: 'indian-heritage', value: 'reported', children: ['c2'] }),
      t.circumstance('2026-01-11', { id: 'h3', kind: 'indian-heritage', value: 'not-reported', children: ['c2'] }),
      t.action('2026-01-20', { kind: 'tribe-notified', about: 'h1' }),
    ],
    look: '2026-02-01',
    owes: [
      { subject: 'event:h1', status: 'met' },
      { subject: 'event:h2', status: 'due' },
    ],
  },
  {
    rule: 'not-permanency',
    born: ['2012-05-01', '2014-05-01', '2015-05-01'],
    because:
      'Long-term foster care for three; efforts were recorded for c2, and for c3 a reason why there are none. c1 stays open and is never late.',
    told: [
      t.goal('2026-02-10', { id: 'g', children: ['c1', 'c2', 'c3'], goal: 'long-term-foster-care' }),
      t.action('2026-03-10', { kind: 'permanency-efforts', children: ['c2'] }),
      t.decision('2026-03-11', {
        kind: 'no-permanency-efforts',
        outcome: 'none-now',
        children: ['c3'],
        reason: 'The youth asked for a pause until summer.',
      }),
    ],
    look: '2026-12-01',
    owes: [
      { subject: 'event:g/c1', status: 'due' },
      { subject: 'event:g/c2', status: 'met' },
      { subject: 'event:g/c3', status: 'met' },
    ],
  },
  {
    rule: 'not-permanency',
    because: 'Another goal was set: adoption. The warning has ended.',
    told: [
      t.goal('2026-02-10', { id: 'g', children: ['c1'], goal: 'stable-foster-care-emancipation' }),
      t.goal('2026-04-10', { children: ['c1'], goal: 'adoption' }),
    ],
    look: '2026-05-01',
    owes: [{ subject: 'event:g/c1', status: 'not-applicable' }],
  },
  {
    rule: 'first-contact',
    born: two,
    because: 'c1 was seen on 2026-01-05. The visit to c2 failed: still open, and never late.',
    told: [
      t.seen('2026-01-05', { children: ['c1'] }),
      t.seen('2026-01-05', { children: ['c2'], outcome: 'attempted' }),
    ],
    look: '2026-12-01',
    owes: [
      { subject: 'child:c1', status: 'met' },
      { subject: 'child:c2', status: 'due' },
    ],
  },
  {
    rule: 'initial-plan',
    born: two,
    because:
      'The second contact with c1 changes nothing: 2026-01-05 and 60 days is 2026-03-06. c2 was first seen on 2026-01-20: 11 days of January, 28 of February make 39, and 21 of March: 2026-03-21.',
    told: [
      t.seen('2026-01-05', { children: ['c1'] }),
      t.seen('2026-01-12', { children: ['c1'] }),
      t.seen('2026-01-20', { children: ['c2'] }),
      t.plan('2026-03-06', { children: ['c1'] }),
    ],
    look: '2026-03-22',
    owes: [
      { subject: 'child:c1', status: 'met', due: '2026-03-06' },
      { subject: 'child:c2', status: 'overdue', due: '2026-03-21' },
    ],
  },
  {
    rule: 'initial-plan',
    because: 'Not seen yet: the date is unknown until the first contact is recorded.',
    told: [t.seen('2026-01-08', { outcome: 'attempted' })],
    look: '2026-06-01',
    owes: [{ subject: 'child:c1', status: 'unknown', due: null }],
  },
  {
    rule: 'initial-plan',
    because: 'The contact was recorded for the wrong family and is retracted: unknown again.',
    told: [
      t.seen('2026-01-05', { id: 'seen' }),
      { type: 'EventRetracted', on: '2026-01-20', event: 'seen', reason: 'Another family.' },
    ],
    look: '2026-04-01',
    owes: [{ subject: 'child:c1', status: 'unknown', due: null }],
  },
  {
    rule: 'initial-plan',
    because: 'The case was closed before the plan was due: nothing is owed any more.',
    told: [t.seen('2026-01-05'), t.closed('2026-02-01', { reason: 'unfounded' })],
    look: '2026-04-01',
    owes: [{ subject: 'child:c1', status: 'not-applicable', due: '2026-03-06' }],
  },
  {
    rule: 'plan-update',
    opened: '2025-07-01',
    because:
      'Plan of 2025-08-31. Updated late on 2026-03-10, counted from there: 2026-09-10. Updated early on 2026-08-31: six months later is 2027-02-28. Updated that day: 2027-08-28, not the 31st.',
    told: [t.plan('2025-08-31'), t.update('2026-03-10'), t.update('2026-08-31'), t.update('2027-02-28')],
    look: '2027-03-01',
    owes: [
      { status: 'met-late', due: '2026-02-28' },
      { status: 'met', due: '2026-09-10' },
      { status: 'met', due: '2027-02-28' },
      { status: 'due', due: '2027-08-28' },
    ],
  },
  {
    rule: 'plan-update',
    opened: '2025-07-01',
    because: 'The update of 2026-02-20 is retracted: the one before it is open again, and now overdue.',
    told: [
      t.plan('2025-08-31'),
      t.update('2026-02-20', { id: 'u' }),
      { type: 'EventRetracted', on: '2026-03-02', event: 'u', reason: 'It was a draft.' },
    ],
    look: '2026-03-03',
    owes: [{ status: 'overdue', due: '2026-02-28' }],
  },
  {
    rule: 'plan-update',
    because:
      'Plan of 2026-02-20, a hearing on 2026-07-15, 145 days off: it comes before 2026-08-20. The update of 2026-07-10 is five days old at the hearing and serves for it: the next is due on 2027-01-10.',
    told: [
      t.plan('2026-02-20'),
      t.circumstance('2026-03-01', { kind: 'plan-hearing', children: ['c1'], plannedFor: '2026-07-15' }),
      t.update('2026-07-10'),
    ],
    look: '2026-07-11',
    owes: [
      { status: 'met', due: '2026-07-15' },
      { status: 'due', due: '2027-01-10' },
    ],
  },
  {
    rule: 'plan-update',
    because:
      'The hearing of 2026-07-15 is put off to 2026-10-02, which the record says by a correction: the six months, 2026-08-20, come first again.',
    told: [
      t.plan('2026-02-20'),
      t.circumstance('2026-03-01', { id: 'h', kind: 'plan-hearing', children: ['c1'], plannedFor: '2026-07-15' }),
      {
        type: 'EventCorrected',
        on: '2026-06-20',
        event: 'h',
        reason: 'Continued by the court.',
        to: {
          type: 'CircumstanceRecorded',
          on: '2026-03-01',
          kind: 'plan-hearing',
          children: ['c1'],
          plannedFor: '2026-10-02',
        },
      },
    ],
    look: '2026-07-16',
    owes: [{ status: 'due', due: '2026-08-20' }],
  },
  {
    rule: 'plan-update',
    born: two,
    because:
      'Brothers with plans of different days; the joint update of 2026-08-10 serves both, and both count from it.',
    told: [
      t.plan('2026-02-20', { children: ['c1'] }),
      t.plan('2026-03-15', { document: 'plan-2', children: ['c2'] }),
      t.update('2026-08-10'),
    ],
    look: '2026-08-11',
    owes: [
      { subject: 'child:c1', status: 'met', due: '2026-08-20' },
      { subject: 'child:c2', status: 'met', due: '2026-09-15' },
      { subject: 'child:c1', status: 'due', due: '2027-02-10' },
      { subject: 'child:c2', status: 'due', due: '2027-02-10' },
    ],
  },
  {
    rule: 'plan-update',
    born: two,
    because: 'Closed for c1 on 2026-06-01: only c2 goes on.',
    told: [t.plan('2026-02-20'), t.closed('2026-06-01', { reason: 'adopted', children: ['c1'] })],
    look: '2026-08-21',
    owes: [
      { subject: 'child:c1', status: 'not-applicable', due: '2026-08-20' },
      { subject: 'child:c2', status: 'overdue', due: '2026-08-20' },
    ],
  },
  {
    rule: 'first-assessment',
    born: two,
    because:
      'The plan of c1 was completed on 2026-02-20, before its sixty days: the assessment was due with it. c2 has no plan: sixty days, 2026-03-06.',
    told: [
      t.seen('2026-01-05'),
      t.plan('2026-02-20', { children: ['c1'] }),
      t.assessment('2026-02-22', { children: ['c1'] }),
    ],
    look: '2026-03-01',
    owes: [
      { subject: 'child:c1', status: 'met-late', due: '2026-02-20' },
      { subject: 'child:c2', status: 'due', due: '2026-03-06' },
    ],
  },
  {
    rule: 'next-assessment',
    because:
      'First on 2026-01-20. One of 2026-03-10, after seven weeks, counts; the next is due six months after it, on 2026-09-10.',
    told: [t.assessment('2026-01-20'), t.assessment('2026-03-10')],
    look: '2026-06-01',
    owes: [
      { status: 'met', due: '2026-07-20' },
      { status: 'due', due: '2026-09-10' },
    ],
  },
  {
    rule: 'next-assessment',
    because:
      'Assessed on 2026-02-18, hearing on 2026-07-15: due before it. Assessed for it on 2026-07-08, which serves: then 2027-01-08.',
    told: [
      t.assessment('2026-02-18'),
      t.circumstance('2026-03-01', { kind: 'plan-hearing', children: ['c1'], plannedFor: '2026-07-15' }),
      t.assessment('2026-07-08'),
    ],
    look: '2026-07-20',
    owes: [
      { status: 'met', due: '2026-07-15' },
      { status: 'due', due: '2027-01-08' },
    ],
  },
  {
    rule: 'first-services-assessment',
    because:
      'Strengths and barriers on 2026-02-10, areas of concern on the 12th: together they are whole. Due with the plan of the 20th.',
    told: [
      t.seen('2026-01-05'),
      t.servicesAssessment('2026-02-10', { parts: ['strengths', 'barriers-to-services'] }),
      t.servicesAssessment('2026-02-12', { parts: ['areas-of-concern'] }),
      t.plan('2026-02-20'),
    ],
    look: '2026-03-01',
    owes: [{ status: 'met', due: '2026-02-20' }],
  },
  {
    rule: 'next-services-assessment',
    because:
      'After the plan of 2026-02-20, for which it was made on that day, it is owed anew: made on 2026-07-01 for the update of 2026-07-10, and owed again, by 2027-01-10.',
    told: [
      t.servicesAssessment('2026-02-20'),
      t.plan('2026-02-20', { id: 'p' }),
      t.servicesAssessment('2026-07-01'),
      t.update('2026-07-10', { id: 'u' }),
    ],
    look: '2026-08-01',
    owes: [
      { subject: 'event:p/c1', status: 'met', due: '2026-07-10' },
      { subject: 'event:u/c1', status: 'due', due: '2027-01-10' },
    ],
  },
  {
    rule: 'engage-first',
    because: 'The first objective was set on 2026-02-02, the family was engaged on the 9th: late.',
    told: [t.seen('2026-01-05'), t.complete('2026-02-02'), t.engaged('2026-02-09')],
    look: '2026-03-01',
    owes: [{ status: 'met-late', due: '2026-02-02' }],
  },
  {
    rule: 'prepare-planning',
    because: 'The checklist, begun before the meeting was set, lacks one’s own perceptions of the family.',
    told: [
      t.document('2026-02-02', {
        document: 'prep-1',
        kind: 'planning-preparation',
        parts: t.preparation.filter((one) => one !== 'own-perceptions'),
      }),
      t.meetingSet('2026-02-04', {
        id: 'set',
        meeting: 'm1',
        kinds: ['case-planning'],
        invitees: ['p1'],
        startsAt: '2026-02-16T17:00',
        zone: 'America/Los_Angeles',
      }),
    ],
    look: '2026-02-10',
    owes: [{ subject: 'event:set', status: 'due', due: '2026-02-16' }],
  },
  {
    rule: 'scheduled-contact',
    because:
      'Every fourteen days from 2026-02-02: due on the 16th, made on the 12th; then 2026-02-26, and a call that reached nobody does not count.',
    told: [
      t.circumstance('2026-02-02', {
        id: 's',
        kind: 'contact-schedule',
        participants: ['p1'],
        interval: { unit: 'days', n: 14 },
      }),
      t.seen('2026-02-12', { participants: ['p1'] }),
      t.seen('2026-02-25', { participants: ['p1'], outcome: 'attempted' }),
    ],
    look: '2026-02-27',
    owes: [
      { subject: 'event:s/p1', status: 'met', due: '2026-02-16' },
      { subject: 'event:s/p1', status: 'overdue', due: '2026-02-26' },
    ],
  },
  {
    rule: 'scheduled-contact',
    because:
      'Schedule for parent, caregiver and child without an interval: each has a month of his or her own, 2026-03-02. From 2026-02-20 the parent is seen weekly: the old schedule has ended, the first of the new is due on the 27th.',
    told: [
      t.circumstance('2026-02-02', { id: 's1', kind: 'contact-schedule', participants: ['p1', 'cg1', 'c1'] }),
      t.circumstance('2026-02-20', {
        id: 's2',
        kind: 'contact-schedule',
        participants: ['p1'],
        interval: { unit: 'days', n: 7 },
      }),
    ],
    look: '2026-02-21',
    owes: [
      { subject: 'event:s2/p1', status: 'due', due: '2026-02-27' },
      { subject: 'event:s1/c1', status: 'due', due: '2026-03-02' },
      { subject: 'event:s1/cg1', status: 'due', due: '2026-03-02' },
      { subject: 'event:s1/p1', status: 'not-applicable', due: '2026-03-02' },
    ],
  },
  {
    rule: 'scheduled-contact',
    because:
      'Every fourteen days, from 2026-02-10 every three months instead: what the old schedule still asked for has ended, and a contact of April is not counted late for it.',
    told: [
      t.circumstance('2026-02-02', {
        id: 's1',
        kind: 'contact-schedule',
        participants: ['p1'],
        interval: { unit: 'days', n: 14 },
      }),
      t.circumstance('2026-02-10', {
        id: 's2',
        kind: 'contact-schedule',
        participants: ['p1'],
        interval: { unit: 'months', n: 3 },
      }),
      t.seen('2026-04-20', { participants: ['p1'] }),
    ],
    look: '2026-05-01',
    owes: [
      { subject: 'event:s1/p1', status: 'not-applicable', due: '2026-02-16' },
      { subject: 'event:s2/p1', status: 'met', due: '2026-05-10' },
      { subject: 'event:s2/p1', status: 'due', due: '2026-07-20' },
    ],
  },
  {
    rule: 'smart-objective',
    because:
      'Plan of 2026-02-20. o1 had five marks at once and the others on the 19th. o2 lacks two. o3 was added on 2026-03-02 to the completed plan: due that day.',
    told: [
      t.seen('2026-01-05'),
      t.complete('2026-02-02', { id: 'o1', parts: t.marks.slice(0, 5) }),
      t.complete('2026-02-02', { id: 'o2', objective: 'o2', parts: t.marks.slice(0, 5) }),
      t.action('2026-02-19', { kind: 'objective-checked', about: 'o1', parts: t.marks.slice(5) }),
      t.plan('2026-02-20'),
      t.complete('2026-03-02', { id: 'o3', objective: 'o3', parts: t.marks }),
    ],
    look: '2026-03-05',
    owes: [
      { subject: 'event:o1/c1', status: 'met', due: '2026-02-20' },
      { subject: 'event:o2/c1', status: 'overdue', due: '2026-02-20' },
      { subject: 'event:o3/c1', status: 'met', due: '2026-03-02' },
    ],
  },
  {
    rule: 'planning-steps',
    because: 'All six steps at the meeting of 2026-02-16 with the parent; the plan followed on the 20th.',
    told: [
      t.meetingSet('2026-02-04', {
        meeting: 'm1',
        kinds: ['case-planning'],
        invitees: ['p1'],
        startsAt: '2026-02-16T17:00',
        zone: 'America/Los_Angeles',
      }),
      t.meetingHeld('2026-02-16', {
        meeting: 'm1',
        attendance: [{ participant: 'p1', how: 'present' }],
        points: t.planningSteps,
      }),
      t.plan('2026-02-20', { id: 'd' }),
    ],
    look: '2026-02-21',
    owes: [{ subject: 'event:d/c1', status: 'met', due: '2026-02-20' }],
  },
  {
    rule: 'planning-steps',
    because: 'Nobody of the family came to the meeting: its points do not count, and the steps are overdue.',
    told: [
      t.meetingSet('2026-02-04', {
        meeting: 'm1',
        kinds: ['case-planning'],
        invitees: ['p1'],
        startsAt: '2026-02-16T17:00',
        zone: 'America/Los_Angeles',
      }),
      t.meetingHeld('2026-02-16', {
        meeting: 'm1',
        attendance: [{ participant: 'p1', how: 'absent' }],
        points: t.planningSteps,
      }),
      t.plan('2026-02-20', { id: 'd' }),
    ],
    look: '2026-02-21',
    owes: [{ subject: 'event:d/c1', status: 'overdue', due: '2026-02-20' }],
  },
  {
    rule: 'assess-progress',
    because:
      'Plan of 2026-02-20, every two weeks agreed on that day: 2026-03-06. Assessed on the 4th; 14 days later is 2026-03-18. Without the family it does not count.',
    told: [
      t.complete('2026-02-02', { id: 'o1' }),
      t.circumstance('2026-02-20', { kind: 'progress-times', interval: { unit: 'days', n: 14 } }),
      t.plan('2026-02-20'),
      t.contact('2026-03-04', { kind: 'objective-progress', about: 'o1', participants: ['p1'] }),
      t.contact('2026-03-10', { kind: 'objective-progress', about: 'o1' }),
    ],
    look: '2026-03-15',
    owes: [
      { subject: 'event:o1', status: 'met', due: '2026-03-06' },
      { subject: 'event:o1', status: 'due', due: '2026-03-18' },
    ],
  },
  {
    rule: 'assess-progress',
    because:
      'One conversation about the whole plan counts for both objectives. o2 has ended on 2026-03-25: nothing more is owed for it.',
    told: [
      t.complete('2026-02-02', { id: 'o1' }),
      t.complete('2026-02-02', { id: 'o2', objective: 'o2' }),
      t.plan('2026-02-20'),
      t.contact('2026-03-18', { kind: 'objective-progress', about: 'plan-1', participants: ['p1'] }),
      t.decision('2026-03-25', { kind: 'objective-ended', outcome: 'reached', about: 'o2' }),
    ],
    look: '2026-04-01',
    owes: [
      { subject: 'event:o1', status: 'met', due: '2026-03-20' },
      { subject: 'event:o2', status: 'met', due: '2026-03-20' },
      { subject: 'event:o1', status: 'due', due: '2026-04-18' },
      { subject: 'event:o2', status: 'not-applicable', due: '2026-04-18' },
    ],
  },
  {
    rule: 'assess-progress',
    because:
      'o2 ended on 2026-03-25; the conversation of 2026-04-25 about the whole plan is late for o1 and nothing for o2.',
    told: [
      t.complete('2026-02-02', { id: 'o1' }),
      t.complete('2026-02-02', { id: 'o2', objective: 'o2' }),
      t.plan('2026-02-20'),
      t.contact('2026-03-18', { kind: 'objective-progress', about: 'plan-1', participants: ['p1'] }),
      t.decision('2026-03-25', { kind: 'objective-ended', outcome: 'reached', about: 'o2' }),
      t.contact('2026-04-25', { kind: 'objective-progress', about: 'plan-1', participants: ['p1'] }),
    ],
    look: '2026-05-01',
    owes: [
      { subject: 'event:o1', status: 'met', due: '2026-03-20' },
      { subject: 'event:o2', status: 'met', due: '2026-03-20' },
      { subject: 'event:o1', status: 'met-late', due: '2026-04-18' },
      { subject: 'event:o2', status: 'not-applicable', due: '2026-04-18' },
      { subject: 'event:o1', status: 'due', due: '2026-05-25' },
    ],
  },
  {
    rule: 'revise-plan',
    born: two,
    because: 'It no longer fits for both; it was revised for c1.',
    told: [
      t.plan('2026-02-20'),
      t.circumstance('2026-04-01', { id: 'x', kind: 'plan-no-longer-fits', note: 'The mother has work at night.' }),
      t.document('2026-04-10', { document: 'rev-1', kind: 'case-plan-revision', children: ['c1'] }),
    ],
    look: '2026-12-01',
    owes: [
      { subject: 'event:x/c1', status: 'met' },
      { subject: 'event:x/c2', status: 'due' },
    ],
  },
  {
    rule: 'implementation-plan',
    because: 'A paper that names nobody of the family was not worked out with it.',
    told: [
      t.plan('2026-02-20', { id: 'd' }),
      t.document('2026-02-25', { document: 'ip-0', kind: 'implementation-plan' }),
      t.document('2026-03-02', { document: 'ip-1', kind: 'implementation-plan', participants: ['p1'] }),
    ],
    look: '2026-03-10',
    owes: [{ subject: 'event:d/c1', status: 'met' }],
  },
  {
    rule: 'define-steps',
    because: 'The step is about the first implementation plan; the second has none.',
    told: [
      t.document('2026-02-25', { id: 'd1', document: 'ip-1', kind: 'implementation-plan', participants: ['p1'] }),
      t.circumstance('2026-02-26', { kind: 'interim-step', about: 'ip-1', plannedFor: '2026-03-31' }),
      t.document('2026-08-25', { id: 'd2', document: 'ip-2', kind: 'implementation-plan', participants: ['p1'] }),
    ],
    look: '2026-09-01',
    owes: [
      { subject: 'event:d1', status: 'met' },
      { subject: 'event:d2', status: 'due' },
    ],
  },
  {
    rule: 'interim-step',
    because: 'Three steps for 2026-03-31: taken on the 30th; not taken; given up on the 20th.',
    told: [
      t.circumstance('2026-02-25', { id: 's1', kind: 'interim-step', about: 'ip-1', plannedFor: '2026-03-31' }),
      t.circumstance('2026-02-25', { id: 's2', kind: 'interim-step', about: 'ip-1', plannedFor: '2026-03-31' }),
      t.circumstance('2026-02-25', { id: 's3', kind: 'interim-step', about: 'ip-1', plannedFor: '2026-03-31' }),
      t.action('2026-03-30', { kind: 'interim-step-taken', about: 's1' }),
      t.decision('2026-03-20', { kind: 'interim-step-ended', outcome: 'replaced', about: 's3' }),
    ],
    look: '2026-04-01',
    owes: [
      { subject: 'event:s1', status: 'met', due: '2026-03-31' },
      { subject: 'event:s2', status: 'overdue', due: '2026-03-31' },
      { subject: 'event:s3', status: 'not-applicable', due: '2026-03-31' },
    ],
  },
  {
    rule: 'repeated-step',
    because:
      'Two weekly steps from 2026-03-02; that of the second was given up on the 6th, before it was due on the 9th.',
    told: [
      ...['s1', 's2'].map((id) =>
        t.circumstance('2026-03-02', { id, kind: 'interim-step', about: 'ip-1', interval: { unit: 'days', n: 7 } }),
      ),
      t.decision('2026-03-06', { kind: 'interim-step-ended', outcome: 'replaced', about: 's2' }),
    ],
    look: '2026-03-10',
    owes: [
      { subject: 'event:s1', status: 'overdue', due: '2026-03-09' },
      { subject: 'event:s2', status: 'not-applicable', due: '2026-03-09' },
    ],
  },
  {
    rule: 'repeated-step',
    because:
      'Weekly from 2026-03-02: due on the 9th, taken on the 8th; then the 15th, taken late on the 17th; then the 24th.',
    told: [
      t.circumstance('2026-03-02', {
        id: 's1',
        kind: 'interim-step',
        about: 'ip-1',
        interval: { unit: 'days', n: 7 },
      }),
      t.action('2026-03-08', { kind: 'interim-step-taken', about: 's1' }),
      t.action('2026-03-17', { kind: 'interim-step-taken', about: 's1' }),
    ],
    look: '2026-03-20',
    owes: [
      { status: 'met', due: '2026-03-09' },
      { status: 'met-late', due: '2026-03-15' },
      { status: 'due', due: '2026-03-24' },
    ],
  },
  {
    rule: 'concurrent-planning',
    born: two,
    because: 'It is open since the entry of 2026-04-02, for c1. For c2 permanency was achieved: nothing is open.',
    told: [
      t.plan('2026-02-20'),
      t.action('2026-04-02', { kind: 'concurrent-planning' }),
      { type: 'PermanencyAchieved', on: '2026-05-01', children: ['c2'] },
    ],
    look: '2026-06-01',
    owes: [
      { subject: 'child:c1', status: 'due' },
      { subject: 'child:c2', status: 'not-applicable' },
    ],
  },
  {
    rule: 'review-before-update',
    because:
      'The review of 2026-02-15 was for the plan of the 20th; for the update of 2026-08-10 there is none. It stays open and is never late.',
    told: [
      t.action('2026-02-15', { kind: 'assessment-review', parts: ['assessment-reviewed', 'changed-needs'] }),
      t.plan('2026-02-20'),
      t.update('2026-08-10', { id: 'u' }),
    ],
    look: '2026-12-01',
    owes: [{ subject: 'event:u/c1', status: 'due', due: '2026-08-10' }],
  },
  {
    rule: 'introduce-concurrent-planning',
    because: 'Introduced on 2026-01-20 and explained on the 27th; his or her part in it was not talked about yet.',
    told: [
      t.seen('2026-01-05'),
      t.contact('2026-01-20', { kind: 'concurrent-planning', participants: ['p1'], points: ['introduced'] }),
      t.contact('2026-01-27', { kind: 'concurrent-planning', participants: ['p1'], points: ['importance-explained'] }),
    ],
    look: '2026-03-01',
    owes: [{ subject: 'parent:p1', status: 'due' }],
  },
  {
    rule: 'introduce-concurrent-planning',
    because: 'All three points, on two days.',
    told: [
      t.seen('2026-01-05'),
      t.contact('2026-01-20', {
        kind: 'concurrent-planning',
        participants: ['p1'],
        points: ['introduced', 'importance-explained'],
      }),
      t.contact('2026-02-03', { kind: 'concurrent-planning', participants: ['p1'], points: ['engaged'] }),
    ],
    look: '2026-03-01',
    owes: [{ subject: 'parent:p1', status: 'met' }],
  },
  {
    rule: 'good-bye-visit',
    born: two,
    because: 'Rights ended for both on 2026-04-01; decided for c1, and for c2 without a reason.',
    told: [
      t.legalStatus('2026-04-01', { id: 'tpr', children: ['c1', 'c2'], status: 'parental-rights-terminated' }),
      t.decision('2026-04-10', {
        kind: 'good-bye-visit',
        outcome: 'held',
        children: ['c1'],
        reason: 'the child asked',
      }),
      t.decision('2026-04-10', { kind: 'good-bye-visit', outcome: 'not-held', children: ['c2'] }),
    ],
    look: '2026-05-01',
    owes: [
      { subject: 'event:tpr/c1', status: 'met' },
      { subject: 'event:tpr/c2', status: 'due' },
    ],
  },
  {
    rule: 'update-visits-and-concurrent-goal',
    born: two,
    because: 'c1 is out of home and the update lacks the steps. c2 is at home: nothing of the kind is asked for.',
    told: [
      t.care('2026-01-10', { children: ['c1'] }),
      t.update('2026-08-10', { id: 'u', parts: [...t.updateParts, 'visitation', 'concurrent-goal'] }),
    ],
    look: '2026-08-11',
    owes: [{ subject: 'event:u/c1', status: 'overdue', due: '2026-08-10' }],
  },
  {
    rule: 'reunification-readiness',
    because:
      'Planned for 2026-06-15, on 2026-06-10 put off to 2026-07-01; what was recorded in May serves for the new day as well.',
    told: [
      t.care('2026-01-10', { children: ['c1'] }),
      t.reunificationPlanned('2026-05-01', { id: 'p1st', children: ['c1'], plannedFor: '2026-06-15' }),
      t.readiness('2026-05-20', { children: ['c1'] }),
      t.reunificationPlanned('2026-06-10', { id: 'p2nd', children: ['c1'], plannedFor: '2026-07-01' }),
    ],
    look: '2026-06-11',
    owes: [
      { subject: 'event:p1st/c1', status: 'met', due: '2026-06-15' },
      { subject: 'event:p2nd/c1', status: 'met', due: '2026-07-01' },
    ],
  },
  {
    rule: 'reunification-readiness',
    because:
      'Put off on 2026-06-10, recorded on the 20th: in time for the new day, and not late for the old one, which no longer counts.',
    told: [
      t.care('2026-01-10', { children: ['c1'] }),
      t.reunificationPlanned('2026-05-01', { id: 'p1st', children: ['c1'], plannedFor: '2026-06-15' }),
      t.reunificationPlanned('2026-06-10', { id: 'p2nd', children: ['c1'], plannedFor: '2026-07-01' }),
      t.readiness('2026-06-20', { children: ['c1'] }),
    ],
    look: '2026-06-21',
    owes: [
      { subject: 'event:p1st/c1', status: 'not-applicable', due: '2026-06-15' },
      { subject: 'event:p2nd/c1', status: 'met', due: '2026-07-01' },
    ],
  },
  {
    rule: 'reunification-readiness',
    because:
      'Put off before anything was recorded: the first day no longer counts. The child went home on 2026-06-20, before the second: due that day.',
    told: [
      t.care('2026-01-10', { children: ['c1'] }),
      t.reunificationPlanned('2026-05-01', { id: 'p1st', children: ['c1'], plannedFor: '2026-06-15' }),
      t.reunificationPlanned('2026-06-10', { id: 'p2nd', children: ['c1'], plannedFor: '2026-07-01' }),
      t.wentHome('2026-06-20', { children: ['c1'] }),
    ],
    look: '2026-06-21',
    owes: [
      { subject: 'event:p1st/c1', status: 'not-applicable', due: '2026-06-15' },
      { subject: 'event:p2nd/c1', status: 'overdue', due: '2026-06-20' },
    ],
  },
  {
    rule: 'reunification-readiness',
    because: 'A court sent the child home on 2026-04-10, and nobody had planned it: owed all the same, since that day.',
    told: [t.care('2026-01-10', { children: ['c1'] }), t.wentHome('2026-04-10', { id: 'home', children: ['c1'] })],
    look: '2026-04-11',
    owes: [{ subject: 'event:home/c1', status: 'overdue', due: '2026-04-10' }],
  },
  {
    rule: 'reunification-readiness',
    because:
      'Home on 2026-06-15, removed again on 2026-09-01, to go home on 2026-12-15: what was recorded for the first return does not serve for the second, and the first stays met.',
    told: [
      t.care('2026-01-10', { children: ['c1'] }),
      t.reunificationPlanned('2026-05-01', { id: 'p1st', children: ['c1'], plannedFor: '2026-06-15' }),
      t.readiness('2026-05-20', { children: ['c1'] }),
      t.wentHome('2026-06-15', { id: 'home', children: ['c1'] }),
      t.care('2026-09-01', { children: ['c1'] }),
      t.reunificationPlanned('2026-11-02', { id: 'p2nd', children: ['c1'], plannedFor: '2026-12-15' }),
    ],
    look: '2026-12-01',
    owes: [
      { subject: 'event:p1st/c1', status: 'met', due: '2026-06-15' },
      { subject: 'event:p2nd/c1', status: 'due', due: '2026-12-15' },
    ],
  },
  {
    rule: 'reunification-readiness',
    because:
      'Home on 2026-06-15 with nothing recorded. Removed again and to go home on 2026-12-15; the goal changes after that: neither excuses the first return.',
    told: [
      t.care('2026-01-10', { children: ['c1'] }),
      t.reunificationPlanned('2026-05-01', { id: 'p1st', children: ['c1'], plannedFor: '2026-06-15' }),
      t.wentHome('2026-06-15', { children: ['c1'] }),
      t.care('2026-09-01', { children: ['c1'] }),
      t.reunificationPlanned('2026-11-02', { id: 'p2nd', children: ['c1'], plannedFor: '2026-12-15' }),
      t.goal('2026-11-20', { children: ['c1'], goal: 'adoption' }),
    ],
    look: '2026-12-01',
    owes: [
      { subject: 'event:p1st/c1', status: 'overdue', due: '2026-06-15' },
      { subject: 'event:p2nd/c1', status: 'not-applicable', due: '2026-12-15' },
    ],
  },
  {
    rule: 'reunification-readiness',
    because: 'On 2026-06-01 the goal became adoption: nobody is to go home, nothing is owed.',
    told: [
      t.care('2026-01-10', { children: ['c1'] }),
      t.reunificationPlanned('2026-05-01', { id: 'p', children: ['c1'], plannedFor: '2026-06-15' }),
      t.goal('2026-06-01', { children: ['c1'], goal: 'adoption' }),
    ],
    look: '2026-06-20',
    owes: [{ subject: 'event:p/c1', status: 'not-applicable', due: '2026-06-15' }],
  },
  {
    rule: 'readiness-sent-back',
    because:
      'Sent back on 2026-05-22, the return is planned for 2026-06-15: the points are owed anew by that day. Recorded anew on 2026-06-01, about the decision.',
    told: [
      t.reunificationPlanned('2026-05-01', { children: ['c1'], plannedFor: '2026-06-15' }),
      t.readiness('2026-05-20', { id: 'r1', children: ['c1'] }),
      t.signOff('2026-05-22', { id: 'd1', request: 'r1', decision: 'refused' }),
      t.readiness('2026-06-01', { id: 'r2', about: 'd1', children: ['c1'] }),
    ],
    look: '2026-06-02',
    owes: [{ subject: 'event:d1', status: 'met', due: '2026-06-15' }],
  },
  {
    rule: 'readiness-sent-back',
    because:
      'Sent back on 2026-05-22; the return was put off from 2026-06-15 to the 29th and came on the 27th: due by then. Nothing was recorded.',
    told: [
      t.reunificationPlanned('2026-05-01', { children: ['c1'], plannedFor: '2026-06-15' }),
      t.readiness('2026-05-20', { id: 'r1', children: ['c1'] }),
      t.signOff('2026-05-22', { id: 'd1', request: 'r1', decision: 'refused' }),
      t.reunificationPlanned('2026-06-08', { children: ['c1'], plannedFor: '2026-06-29' }),
      t.wentHome('2026-06-27', { children: ['c1'] }),
    ],
    look: '2026-06-28',
    owes: [{ subject: 'event:d1', status: 'overdue', due: '2026-06-27' }],
  },
  {
    rule: 'confirm-readiness',
    because:
      'The first record was sent back on the same day; the second of that day waits for a decision of its own: Thursday 2026-05-21, so 2026-05-27 over the holiday.',
    told: [
      t.readiness('2026-05-21', { id: 'r1', children: ['c1'] }),
      t.signOff('2026-05-21', { id: 'd1', request: 'r1', decision: 'refused' }),
      t.readiness('2026-05-21', { id: 'r2', document: 'rr-2', about: 'd1', children: ['c1'] }),
    ],
    look: '2026-05-22',
    owes: [
      { subject: 'event:r1', status: 'met', due: '2026-05-27' },
      { subject: 'event:r2', status: 'due', due: '2026-05-27' },
    ],
  },
  {
    rule: 'review-before-reunification',
    because: 'The review of April came before the assessment of May and is none of it: due on 2026-06-15.',
    told: [
      t.action('2026-04-10', { kind: 'assessment-review', children: ['c1'] }),
      t.reunificationPlanned('2026-05-01', { children: ['c1'], plannedFor: '2026-06-15' }),
      t.assessment('2026-05-12', { children: ['c1'] }),
    ],
    look: '2026-06-01',
    owes: [{ status: 'due', due: '2026-06-15' }],
  },
  {
    rule: 'review-before-reunification',
    because: 'Reviewed on 2026-05-15, home on 2026-06-15. The assessment of November opens nothing that is over.',
    told: [
      t.reunificationPlanned('2026-05-01', { children: ['c1'], plannedFor: '2026-06-15' }),
      t.assessment('2026-05-12', { children: ['c1'] }),
      t.action('2026-05-15', { kind: 'assessment-review', children: ['c1'] }),
      t.wentHome('2026-06-15', { children: ['c1'] }),
      t.assessment('2026-11-10', { children: ['c1'] }),
    ],
    look: '2026-12-01',
    owes: [{ status: 'met', due: '2026-06-15' }],
  },
  {
    rule: 'closing-review',
    born: two,
    because: 'Planned for 2026-07-15: the points of c1 are there, in two records; those of c2 are not.',
    told: [
      t.closurePlanned('2026-06-01', { id: 'cp', plannedFor: '2026-07-15' }),
      t.closingReview('2026-06-20', { children: ['c1'], parts: t.closingPoints.slice(0, 2) }),
      t.closingReview('2026-06-28', { children: ['c1'], parts: t.closingPoints.slice(2) }),
    ],
    look: '2026-07-16',
    owes: [
      { subject: 'event:cp/c1', status: 'met', due: '2026-07-15' },
      { subject: 'event:cp/c2', status: 'overdue', due: '2026-07-15' },
    ],
  },
  {
    rule: 'closing-review',
    because:
      'Closed, opened again, and to be closed a second time: the points of 2026-06-20 do not serve for the second closing, and the first stays met.',
    told: [
      t.closurePlanned('2026-06-01', { id: 'cp1', plannedFor: '2026-07-15' }),
      t.closingReview('2026-06-20'),
      t.closed('2026-07-15', { reason: 'goals-met' }),
      { type: 'CaseReopened', on: '2026-08-01', reason: 'A new allegation.' },
      t.closurePlanned('2026-12-01', { id: 'cp2', plannedFor: '2027-01-15' }),
    ],
    look: '2026-12-02',
    owes: [
      { subject: 'event:cp1/c1', status: 'met', due: '2026-07-15' },
      { subject: 'event:cp2/c1', status: 'due', due: '2027-01-15' },
    ],
  },
  {
    rule: 'aftercare-plan',
    because:
      'Planned for 2026-07-15, closed on 2026-07-01: due that day, and owed after the closing, once and not twice.',
    told: [
      t.closurePlanned('2026-06-01', { id: 'cp', plannedFor: '2026-07-15' }),
      t.closed('2026-07-01', { id: 'close', reason: 'goals-met' }),
    ],
    look: '2026-07-02',
    owes: [{ subject: 'event:cp/c1', status: 'overdue', due: '2026-07-01' }],
  },
  {
    rule: 'aftercare-plan',
    because: 'Closed on 2026-07-01 and nobody had planned it: due that day; made on the 10th, late.',
    told: [t.closed('2026-07-01', { id: 'close', reason: 'dismissed' }), t.aftercare('2026-07-10')],
    look: '2026-07-11',
    owes: [{ subject: 'event:close/c1', status: 'met-late', due: '2026-07-01' }],
  },
  {
    rule: 'aftercare-plan',
    because: 'Planned, closed on the planned day, made five days later: late once, and not twice.',
    told: [
      t.closurePlanned('2026-06-01', { id: 'cp', plannedFor: '2026-07-15' }),
      t.closed('2026-07-15', { id: 'close', reason: 'goals-met' }),
      t.aftercare('2026-07-20'),
    ],
    look: '2026-07-21',
    owes: [{ subject: 'event:cp/c1', status: 'met-late', due: '2026-07-15' }],
  },
  {
    rule: 'aftercare-plan',
    because:
      'Closed without one, opened again, and to be closed a second time: the first stays owed, the second is as well.',
    told: [
      t.closurePlanned('2026-06-01', { id: 'cp1', plannedFor: '2026-07-15' }),
      t.closed('2026-07-15', { reason: 'goals-met' }),
      { type: 'CaseReopened', on: '2026-08-01', reason: 'A new allegation.' },
      t.closurePlanned('2026-12-01', { id: 'cp2', plannedFor: '2027-01-15' }),
    ],
    look: '2026-12-02',
    owes: [
      { subject: 'event:cp1/c1', status: 'overdue', due: '2026-07-15' },
      { subject: 'event:cp2/c1', status: 'due', due: '2027-01-15' },
    ],
  },
  {
    rule: 'aftercare-plan',
    because: 'The closing was moved from 2026-07-15 to 2026-09-15: only the second day counts.',
    told: [
      t.closurePlanned('2026-06-01', { id: 'cp1', plannedFor: '2026-07-15' }),
      t.closurePlanned('2026-07-10', { id: 'cp2', plannedFor: '2026-09-15' }),
    ],
    look: '2026-07-20',
    owes: [
      { subject: 'event:cp1/c1', status: 'not-applicable', due: '2026-07-15' },
      { subject: 'event:cp2/c1', status: 'due', due: '2026-09-15' },
    ],
  },
];
