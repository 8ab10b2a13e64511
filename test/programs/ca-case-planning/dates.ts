// The dates of each dated duty, in the order of the slides, each worked out by hand.
import type { Dates } from '../../support/rule-cases';
import * as t from './told';

const opened = '2025-06-01';
/** A duty that is due on the very day of what opens it: a working day and a day on which nobody works. */
const sameDay = [
  ['2026-02-20', '2026-02-20', 'a Friday'],
  ['2026-02-28', '2026-02-28', 'a Saturday, the last of the month: it does not roll'],
  ['2026-05-25', '2026-05-25', 'a holiday'],
] as const;

export const dates: readonly Dates[] = [
  {
    rule: 'initial-plan',
    opened,
    story: (on) => [t.seen(on, { id: 'it' })],
    dates: [
      ['2026-01-05', '2026-03-06', '26 days of January, 28 of February make 54, and six of March'],
      ['2026-01-31', '2026-04-01', '28 of February, 31 of March make 59, and one of April; over the change of clocks'],
      ['2025-12-31', '2026-03-01', '31 and 28 make 59, and one of March, a Sunday, which does not roll'],
      ['2027-12-31', '2028-02-29', '31 of January and 29 of February: onto the leap day'],
    ],
    met: (on) => [t.plan(on)],
  },
  {
    rule: 'plan-update',
    opened,
    story: (on) => [t.plan(on, { id: 'it' })],
    dates: [
      ['2026-01-20', '2026-07-20', 'six calendar months'],
      ['2025-08-31', '2026-02-28', 'February has no 31st: its last day, a Saturday'],
      ['2027-08-31', '2028-02-29', 'and in a leap year the 29th'],
      ['2026-02-28', '2026-08-28', 'the 28th, not the end of the month'],
    ],
    met: (on) => [t.update(on)],
  },
  {
    rule: 'first-assessment',
    opened,
    story: (on) => [t.seen(on, { id: 'it' })],
    dates: [
      ['2026-01-05', '2026-03-06', 'with the plan, sixty days'],
      ['2025-12-31', '2026-03-01', 'a Sunday, which does not roll'],
    ],
    met: (on) => [t.assessment(on)],
  },
  {
    rule: 'next-assessment',
    opened,
    story: (on) => [t.assessment(on, { id: 'it' })],
    dates: [
      ['2026-01-20', '2026-07-20', 'six calendar months'],
      ['2025-08-31', '2026-02-28', 'month end'],
      ['2027-08-30', '2028-02-29', 'onto a leap day'],
    ],
    met: (on) => [t.assessment(on)],
  },
  {
    rule: 'first-services-assessment',
    opened,
    story: (on) => [t.seen(on, { id: 'it' })],
    dates: [
      ['2026-01-05', '2026-03-06', 'for the first plan: with it, sixty days'],
      ['2027-12-31', '2028-02-29', 'onto a leap day'],
    ],
    met: (on) => [t.servicesAssessment(on)],
  },
  {
    rule: 'next-services-assessment',
    opened,
    story: (on) => [t.servicesAssessment('2025-08-20'), t.plan(on, { id: 'it' })],
    dates: [
      ['2026-01-20', '2026-07-20', 'for the next plan anew, with it'],
      ['2025-08-31', '2026-02-28', 'month end'],
    ],
    met: (on) => [t.servicesAssessment(on)],
  },
  {
    rule: 'engage-first',
    opened,
    story: (on) => [t.seen(on, { id: 'it' })],
    dates: [
      ['2026-01-05', '2026-03-06', 'no objective yet: at the latest sixty days'],
      ['2026-01-31', '2026-04-01', 'over the change of clocks'],
    ],
    met: (on) => [t.engaged(on)],
  },
  {
    rule: 'engage-first',
    opened,
    story: (on) => [t.seen('2026-01-05'), t.complete(on, { id: 'it' })],
    dates: [
      ['2026-02-02', '2026-02-02', 'the day of the first objective, before the sixty days'],
      ['2026-02-28', '2026-02-28', 'a Saturday'],
    ],
    met: (on) => [t.engaged(on)],
  },
  {
    rule: 'prepare-planning',
    opened,
    story: (on) => [
      t.meetingSet('2026-01-20', {
        id: 'it',
        meeting: 'm1',
        kinds: ['case-planning'],
        invitees: ['p1'],
        startsAt: `${on}T17:00`,
        zone: 'America/Los_Angeles',
      }),
    ],
    dates: [
      ['2026-02-16', '2026-02-16', 'the day of the meeting'],
      ['2026-03-08', '2026-03-08', 'the Sunday on which clocks change'],
    ],
    met: (on) => [t.document(on, { document: 'prep-1', kind: 'planning-preparation', parts: t.preparation })],
  },
  {
    rule: 'scheduled-contact',
    opened,
    story: (on) => [
      t.circumstance(on, {
        id: 'it',
        kind: 'contact-schedule',
        participants: ['p1'],
        interval: { unit: 'days', n: 14 },
      }),
    ],
    dates: [
      ['2026-02-02', '2026-02-16', 'an interval of its own, fourteen days'],
      ['2026-02-20', '2026-03-06', 'eight days of February and six of March'],
      ['2028-02-20', '2028-03-05', 'nine days of February, with its leap day, and five of March'],
    ],
    met: (on) => [t.seen(on, { participants: ['p1'] })],
  },
  {
    rule: 'scheduled-contact',
    opened,
    story: (on) => [t.circumstance(on, { id: 'it', kind: 'contact-schedule', participants: ['cg1'] })],
    dates: [
      ['2026-02-02', '2026-03-02', 'no interval of its own: the agency’s month'],
      ['2026-01-31', '2026-02-28', 'month end'],
    ],
    met: (on) => [t.contact(on, { kind: 'substitute-care-provider', participants: ['cg1'] })],
  },
  {
    rule: 'smart-objective',
    opened,
    story: (on) => [t.complete('2026-01-10', { id: 'o' }), t.plan(on, { id: 'it' })],
    dates: sameDay,
    met: (on) => [t.action(on, { kind: 'objective-checked', about: 'o1', parts: t.marks })],
  },
  {
    rule: 'smart-objective',
    opened,
    story: (on) => [t.seen(on, { id: 'it' }), t.complete(on, { id: 'o' })],
    dates: [
      ['2026-01-05', '2026-03-06', 'its plan is not completed yet: the day on which that is due'],
      ['2027-12-31', '2028-02-29', 'onto a leap day'],
    ],
    fixed: 'The objective is told on the day of the contact; a correction of the contact alone is shown with the plan.',
    met: (on) => [t.action(on, { kind: 'objective-checked', about: 'o1', parts: t.marks })],
  },
  {
    rule: 'planning-steps',
    opened,
    story: (on) => [t.plan(on, { id: 'it' })],
    dates: sameDay,
    met: (on) => [t.document(on, { document: 'steps-1', kind: 'planning-steps', parts: t.planningSteps })],
  },
  {
    rule: 'assess-progress',
    opened,
    story: (on) => [t.complete('2026-01-10', { id: 'o' }), t.plan(on, { id: 'it' })],
    dates: [
      ['2026-02-20', '2026-03-20', 'no times agreed: a calendar month after the plan'],
      ['2026-01-31', '2026-02-28', 'month end'],
      ['2028-01-30', '2028-02-29', 'onto a leap day'],
    ],
    met: (on) => [t.contact(on, { kind: 'objective-progress', about: 'o1', participants: ['p1'] })],
  },
  {
    rule: 'interim-step',
    opened,
    story: (on) => [t.circumstance('2026-01-20', { id: 'it', kind: 'interim-step', about: 'ip-1', plannedFor: on })],
    dates: [
      ['2026-03-31', '2026-03-31', 'the day that was set'],
      ['2026-02-28', '2026-02-28', 'a Saturday, which does not roll'],
    ],
    met: (on) => [t.action(on, { kind: 'interim-step-taken', about: 'it' })],
  },
  {
    rule: 'repeated-step',
    opened,
    story: (on) => [
      t.circumstance(on, { id: 'it', kind: 'interim-step', about: 'ip-1', interval: { unit: 'days', n: 7 } }),
    ],
    dates: [
      ['2026-03-02', '2026-03-09', 'weekly: seven days'],
      ['2026-03-05', '2026-03-12', 'over the change of clocks on 8 March'],
      ['2028-02-25', '2028-03-03', 'over a leap day: 26, 27, 28, 29 February, 1, 2, 3 March'],
    ],
    met: (on) => [t.action(on, { kind: 'interim-step-taken', about: 'it' })],
  },
  {
    rule: 'repeated-step',
    opened,
    story: (on) => [
      t.circumstance(on, { id: 'it', kind: 'interim-step', about: 'ip-1', interval: { unit: 'months', n: 1 } }),
    ],
    dates: [
      ['2026-03-02', '2026-04-02', 'monthly'],
      ['2026-01-31', '2026-02-28', 'month end'],
    ],
    met: (on) => [t.action(on, { kind: 'interim-step-taken', about: 'it' })],
  },
  {
    rule: 'review-before-update',
    opened,
    story: (on) => [t.update(on, { id: 'it' })],
    dates: sameDay,
    met: (on) => [t.action(on, { kind: 'assessment-review', parts: ['assessment-reviewed', 'changed-needs'] })],
  },
  {
    rule: 'update-visits-and-concurrent-goal',
    opened,
    story: (on) => [t.care('2025-07-01', { children: ['c1'] }), t.update(on, { id: 'it', document: 'update-1' })],
    dates: sameDay,
    met: (on) => [
      t.document(on, {
        document: 'add-1',
        kind: 'case-plan-addition',
        about: 'update-1',
        parts: ['visitation', 'concurrent-goal', 'concurrent-steps'],
      }),
    ],
  },
  {
    rule: 'reunification-readiness',
    opened,
    story: (on) => [
      t.care('2025-07-01', { children: ['c1'] }),
      t.reunificationPlanned('2026-01-20', { id: 'it', children: ['c1'], plannedFor: on }),
    ],
    dates: [
      ['2026-06-15', '2026-06-15', 'the planned day'],
      ['2026-02-28', '2026-02-28', 'a Saturday, the last of the month'],
    ],
    met: (on) => [t.readiness(on, { children: ['c1'] })],
  },
  {
    rule: 'confirm-readiness',
    opened,
    story: (on) => [t.readiness(on, { id: 'it', children: ['c1'] })],
    dates: [
      ['2026-05-11', '2026-05-14', 'Monday: Tuesday, Wednesday, Thursday'],
      ['2026-05-15', '2026-05-20', 'Friday: over the weekend, Monday, Tuesday, Wednesday'],
      [
        '2026-05-21',
        '2026-05-27',
        'Thursday: Friday, over the weekend and the holiday of the 25th, Tuesday, Wednesday',
      ],
    ],
    met: (on) => [t.signOff(on, { request: 'it', decision: 'approved' })],
  },
  {
    rule: 'readiness-sent-back',
    opened,
    story: (on) => [
      t.readiness('2026-01-20', { id: 'r1', children: ['c1'] }),
      t.signOff(on, { id: 'it', request: 'r1', decision: 'refused' }),
    ],
    dates: [
      ['2026-02-20', '2026-02-20', 'no day of return is planned: at once'],
      ['2026-02-28', '2026-02-28', 'a Saturday'],
    ],
    met: (on) => [t.readiness(on, { about: 'it', children: ['c1'] })],
  },
  {
    rule: 'review-before-reunification',
    opened,
    story: (on) => [t.reunificationPlanned('2026-01-20', { id: 'it', children: ['c1'], plannedFor: on })],
    dates: [
      ['2026-06-15', '2026-06-15', 'the planned day'],
      ['2026-02-28', '2026-02-28', 'a Saturday'],
    ],
    met: (on) => [t.action(on, { kind: 'assessment-review', children: ['c1'] })],
  },
  {
    rule: 'closing-review',
    opened,
    story: (on) => [t.closurePlanned('2026-01-20', { id: 'it', plannedFor: on })],
    dates: [
      ['2026-07-15', '2026-07-15', 'the planned day'],
      ['2026-02-28', '2026-02-28', 'a Saturday'],
    ],
    met: (on) => [t.closingReview(on)],
  },
  {
    rule: 'aftercare-plan',
    opened,
    story: (on) => [t.closurePlanned('2026-01-20', { id: 'it', plannedFor: on })],
    dates: [
      ['2026-07-15', '2026-07-15', 'the planned day'],
      ['2026-02-28', '2026-02-28', 'a Saturday'],
    ],
    met: (on) => [t.aftercare(on)],
  },
];
