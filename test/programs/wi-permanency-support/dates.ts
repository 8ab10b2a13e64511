// The dated duties of permanency support in the order of the document, with dates that were worked out by hand.
import type { Dates } from '../../support/rule-cases';
import {
  action,
  circumstance,
  decided,
  document,
  gone,
  held,
  home,
  legal,
  plannedFor,
  removed,
  set,
  visit,
  weekly,
} from './stories';

const it = { id: 'it' };
const away = removed('2026-01-06', 'c1');
const twelveMonths: Dates['dates'] = [
  ['2026-02-02', '2027-02-02', 'the same day of the next year'],
  ['2026-08-31', '2027-08-31', 'a month end that both years have'],
  ['2028-02-29', '2029-02-28', 'a leap day: the year after has none, so the last day of February'],
  ['2027-02-28', '2028-02-28', 'into a leap year: the 28th stays the 28th'],
];

export const dates: readonly Dates[] = [
  {
    rule: 'case-manager',
    story: (on) => [{ type: 'StaffUnassigned', on: '2026-01-20', staff: 'cw1', role: 'caseworker' }, home(on, it)],
    dates: [
      ['2026-02-02', '2026-02-02', 'the day of the return'],
      ['2026-02-28', '2026-02-28', 'a Saturday, and the end of a month: nothing rolls'],
    ],
    met: (on) => [{ type: 'StaffAssigned', on, staff: 'cw2', role: 'caseworker' }],
  },
  {
    rule: 'support-period',
    story: (on) => [away, home(on, it)],
    dates: twelveMonths,
    met: (on) => [decided(on, 'closing-review', { household: 'h1' })],
  },
  {
    rule: 'now-voluntary',
    story: (on) => [home('2026-01-10'), legal('2026-01-06', { ...it, expiresOn: on })],
    dates: [
      ['2026-06-30', '2026-07-07', 'voluntary from Wednesday 1 July; the 2nd, after the holiday the 6th, the 7th'],
      ['2026-12-31', '2027-01-06', 'from Friday 1 January, a holiday and day zero; Monday 4, 5, 6'],
      ['2026-03-07', '2026-03-11', 'from Sunday 8 March, on which the clocks go forward; 9, 10, 11'],
    ],
    met: (on) => [action(on, 'participation-voluntary', { household: 'h1' })],
  },
  {
    rule: 'designation',
    story: (on) => [away, home(on, it)],
    dates: [
      ['2026-02-02', '2026-02-02', 'the day on which the last child is home'],
      ['2026-02-28', '2026-02-28', 'a Saturday, and the end of a month'],
    ],
    met: (on) => [action(on, 'designation-permanency-support')],
  },
  {
    rule: 'contact-under-order',
    story: (on) => [legal('2026-01-06'), home(on, it), weekly('2026-02-02')],
    dates: [
      ['2026-02-02', '2026-02-09', 'seven days, as set for the family; the Standards have no number here'],
      ['2026-03-04', '2026-03-11', 'over the change of clocks on 8 March: seven civil days'],
    ],
    met: (on) => [visit(on)],
  },
  {
    rule: 'contact-voluntary',
    story: (on) => [home(on, it), weekly('2026-02-02')],
    dates: [
      ['2026-02-02', '2026-02-09', 'seven days, as set for the family'],
      ['2026-02-25', '2026-03-04', 'over the end of February'],
      ['2026-10-29', '2026-11-05', 'over the change of clocks on 1 November'],
    ],
    met: (on) => [visit(on)],
  },
  {
    rule: 'engage-family',
    story: (on) => [home(on, it)],
    dates: [
      ['2026-02-02', '2026-03-02', 'one month: the setting'],
      ['2026-01-31', '2026-02-28', 'the month after is shorter: its last day'],
      ['2028-01-31', '2028-02-29', 'and in a leap year'],
    ],
    met: (on) => [action(on, 'engagement-effort', { household: 'h1' })],
  },
  {
    rule: 'team-before-reunification',
    story: (on) => [away, plannedFor('2026-01-07', on, it)],
    dates: [
      ['2026-04-01', '2026-03-02', '30 days back: 31 of March would be 1 March, so 2 March'],
      ['2026-03-31', '2026-03-01', 'a Sunday: nothing rolls'],
      ['2028-03-30', '2028-02-29', '30 days back from 30 March of a leap year'],
      ['2026-07-01', '2026-06-01', 'June has 30 days'],
    ],
    met: (on) => [held(on, 'm1', 'family-team')],
  },
  {
    rule: 'team-before-closure',
    story: (on) => [away, home(on, it)],
    dates: twelveMonths,
    met: (on) => [held(on, 'm1', 'family-team')],
  },
  {
    rule: 'team-on-request',
    story: (on) => [home('2026-01-10'), circumstance(on, 'family-meeting-requested', { ...it, household: 'h1' })],
    dates: [
      ['2026-03-02', '2026-03-16', '14 days: the setting; over the change of clocks'],
      ['2026-12-18', '2027-01-01', 'a holiday: calendar days do not roll'],
    ],
    met: (on) => [held(on, 'm1', 'family-team')],
  },
  {
    rule: 'safety-plan',
    story: (on) => [away, plannedFor('2026-01-07', on, it)],
    dates: [
      ['2026-04-01', '2026-03-02', '30 days back'],
      ['2027-03-30', '2027-02-28', '30 days back over a February of 28 days'],
      ['2028-03-30', '2028-02-29', 'and of 29'],
    ],
    met: (on) => [
      document(on, 's1', 'safety-analysis-and-plan', { children: ['c1'], parts: ['prior-to-reunification'] }),
    ],
  },
  {
    rule: 'six-month-staffing',
    story: (on) => [home(on, it)],
    dates: [
      ['2026-02-02', '2026-08-02', 'a Sunday: nothing rolls'],
      ['2026-08-31', '2027-02-28', 'six months on February is shorter: its last day'],
      ['2027-08-31', '2028-02-29', 'and in a leap year'],
    ],
    met: (on) => [held(on, 'm1', 'six-month-staffing', { children: ['c1'] })],
  },
  {
    rule: 'closure-staffing',
    story: (on) => [away, home(on, it)],
    dates: twelveMonths,
    met: (on) => [held(on, 'm1', 'closure-staffing')],
  },
  {
    rule: 'staffing-invitations',
    story: (on) => [set('2026-01-20', 'm1', 'six-month-staffing', on, { ...it, staff: ['cw1'] })],
    dates: [
      ['2026-07-08', '2026-07-08', 'the day of the staffing'],
      ['2026-11-26', '2026-11-26', 'a holiday'],
    ],
    met: (on) => [
      {
        type: 'MeetingRescheduled',
        on,
        meeting: 'm1',
        // Only the list changes; the day stays in each of the stories.
        startsAt: `${on <= '2026-07-09' ? '2026-07-08' : '2026-11-26'}T10:00`,
        zone: 'America/Chicago',
        staff: ['cw1', 'sup1', 'pm1'],
      },
    ],
  },
  {
    rule: 'six-month-points',
    story: (on) => [held(on, 'm1', 'six-month-staffing', { ...it, points: ['family-participation'] })],
    dates: [
      ['2026-07-08', '2026-07-08', 'at the staffing itself'],
      ['2026-02-28', '2026-02-28', 'a Saturday, and the end of a month'],
    ],
    met: (on) => [
      document(on, 'n1', 'staffing-note', { about: 'it', parts: ['external-supports', 'contact-frequency'] }),
    ],
  },
  {
    rule: 'closure-points',
    story: (on) => [held(on, 'm1', 'closure-staffing', it)],
    dates: [
      ['2027-01-20', '2027-01-20', 'at the staffing itself'],
      ['2026-11-26', '2026-11-26', 'a holiday'],
    ],
    met: (on) => [document(on, 'n1', 'staffing-note', { about: 'it', parts: ['discharge-planning'] })],
  },
  {
    rule: 'discharge-plan',
    story: (on) => [home('2026-01-10'), set('2026-01-20', 'm1', 'closure-staffing', on, it)],
    dates: [
      ['2027-01-08', '2027-01-08', 'the day of the closure staffing'],
      ['2026-11-30', '2026-11-30', 'the end of a month'],
    ],
    met: (on) => [document(on, 'd1', 'discharge-plan', { parts: ['formal-supports', 'informal-supports'] })],
  },
  {
    rule: 'cans-before-staffing',
    story: (on) => [home('2026-01-10'), set('2026-01-20', 'm1', 'six-month-staffing', on, it)],
    dates: [
      ['2026-07-08', '2026-07-07', 'the day before the staffing'],
      ['2026-03-01', '2026-02-28', 'the last of February'],
      ['2028-03-01', '2028-02-29', 'and of a leap year'],
    ],
    met: (on) => [document(on, 'k1', 'cans', { children: ['c1'] })],
  },
  {
    rule: 'cans-each-child',
    story: (on) => [
      circumstance('2026-01-05', 'assignment-type', { value: 'child-welfare' }),
      home('2026-01-10'),
      set('2026-01-20', 'm1', 'closure-staffing', on, it),
    ],
    dates: [
      ['2027-01-08', '2027-01-07', 'the day before the staffing'],
      ['2028-03-01', '2028-02-29', 'the last of February in a leap year'],
    ],
    met: (on) => [document(on, 'k1', 'cans', { children: ['c1'] })],
  },
  {
    rule: 'locate-family',
    story: (on) => [home('2026-01-10'), gone(on, it)],
    dates: [
      ['2026-03-02', '2026-05-01', '29 days left in March, 30 in April, and 1 May'],
      ['2026-01-31', '2026-04-01', '28 days in February, 31 in March, and 1 April'],
      ['2028-01-31', '2028-03-31', '29 and 31: exactly 60 in a leap year'],
    ],
    met: (on) => [action(on, 'locate-attempt', { household: 'h1' })],
  },
  {
    rule: 'closing-consultation',
    story: (on) => [away, home(on, it)],
    dates: twelveMonths,
    met: (on) => [decided(on, 'closing-consultation', { staff: ['sup1', 'cw1'] })],
  },
];
