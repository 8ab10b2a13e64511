// The dates of P3, each worked out by hand: days of the week are those of 2026 (February 1 is a Sunday).
import type { Dates } from '../../support/rule-cases';
import {
  accepted,
  action,
  aunt,
  caregiverTold,
  circumstance,
  contact,
  document,
  ended,
  enteredCare,
  form,
  p3Worker,
  placement,
  signOff,
  step,
  visit,
} from './told';

const fiveBusinessDays = [
  ['2026-02-06', '2026-02-13', 'Friday to Friday: 9, 10, 11, 12, 13'],
  ['2026-02-11', '2026-02-19', 'over a weekend and Presidents’ Day: 12, 13, 17, 18, 19'],
  ['2026-02-28', '2026-03-06', 'from a Saturday, over the month end: March 2 to 6'],
  ['2026-11-19', '2026-11-27', 'over Thanksgiving: 20, 23, 24, 25, 27'],
] as const;
const aQuarter = [
  ['2026-01-15', '2026-04-15', 'three calendar months'],
  ['2026-01-31', '2026-04-30', 'April has no 31st'],
  ['2026-11-30', '2027-02-28', 'February has no 30th'],
  ['2027-11-29', '2028-02-29', 'onto a leap day'],
  ['2026-02-10', '2026-05-10', 'a Sunday, which does not roll; clocks changed on March 8'],
] as const;
const aBusinessDay = [
  ['2026-02-10', '2026-02-11', 'Tuesday to Wednesday, the setting'],
  ['2026-02-28', '2026-03-02', 'from a Saturday and month end to Monday'],
  ['2026-02-13', '2026-02-17', 'from Friday over the weekend and Presidents’ Day'],
  ['2028-02-29', '2028-03-01', 'from a leap day, a Tuesday'],
] as const;
const theSameDay = [
  ['2026-02-10', '2026-02-10', 'at the assignment'],
  ['2026-02-28', '2026-02-28', 'a Saturday and a month end, which do not roll'],
  ['2028-02-29', '2028-02-29', 'a leap day'],
] as const;

export const dates: readonly Dates[] = [
  {
    rule: 'assign-p3-worker',
    story: (on) => [accepted(on, { id: 'it' })],
    dates: fiveBusinessDays,
    met: (on) => [p3Worker(on)],
  },
  {
    rule: 'special-project',
    story: (on) => [accepted(on, { id: 'it' })],
    dates: fiveBusinessDays,
    met: (on) => [step(on, 'special-project-entered', { parts: ['p3-youth'] })],
  },
  {
    rule: 'received-noted',
    story: (on) => [p3Worker(on, { id: 'it' })],
    dates: theSameDay,
    met: (on) => [accepted(on)],
  },
  {
    rule: 'decide-referral',
    story: (on) => [form(on, { id: 'it' })],
    dates: [
      ['2026-02-02', '2026-02-05', 'Monday: 3, 4, 5'],
      ['2026-02-12', '2026-02-18', 'over a weekend and Presidents’ Day: 13, 17, 18'],
      ['2026-05-29', '2026-06-03', 'over the month end: June 1, 2, 3'],
      ['2026-05-22', '2026-05-28', 'over Memorial Day: 26, 27, 28'],
    ],
    met: (on) => [signOff(on, { request: 'it', decision: 'approved', reason: 'complete', by: 'sup1' })],
  },
  {
    rule: 'decide-eligibility',
    story: (on) => [
      form('2026-01-05'),
      action(on, { id: 'it', kind: 'p3-referral-submitted', about: 'f1', children: ['c1'] }),
    ],
    dates: fiveBusinessDays,
    met: (on) => [accepted(on, { about: 'it', children: ['c1'] })],
  },
  {
    rule: 'announce-p3-worker',
    story: (on) => [p3Worker(on, { id: 'it' })],
    dates: aBusinessDay,
    met: (on) => [
      step(on, 'p3-worker-announced', { about: 'it', parts: ['to-caseworker', 'to-supervisor', 'name', 'telephone'] }),
    ],
  },
  {
    rule: 'announce-telephone',
    story: (on) => [p3Worker('2026-01-06'), circumstance(on, { id: 'it', kind: 'p3-telephone-changed' })],
    dates: aBusinessDay,
    met: (on) => [
      step(on, 'p3-worker-announced', { about: 'it', parts: ['to-caseworker', 'to-supervisor', 'name', 'telephone'] }),
    ],
  },
  {
    rule: 'youth-visit',
    story: (on) => [p3Worker(on, { id: 'it' })],
    dates: aQuarter,
    met: (on) => [visit(on)],
  },
  {
    rule: 'inform-youth',
    story: (on) => [p3Worker(on, { id: 'it' })],
    dates: aQuarter,
    met: (on) => [
      contact(on, {
        kind: 'youth-contact',
        channel: 'phone',
        children: ['c1'],
        points: ['time-limited', 'not-a-mentor', 'not-a-permanent-connection'],
      }),
    ],
  },
  {
    rule: 'caregiver-before-youth',
    story: (on) => [p3Worker(on, { id: 'it' })],
    dates: aQuarter,
    met: (on) => [caregiverTold(on)],
  },
  {
    rule: 'new-caregiver-before-youth',
    story: (on) => [
      p3Worker('2026-01-06'),
      placement(on, { id: 'it', children: ['c1'], kind: 'kin', caregiver: 'cg1' }),
    ],
    dates: aQuarter,
    met: (on) => [caregiverTold(on, { about: 'it' })],
  },
  {
    rule: 'update-caseworker',
    story: (on) => [
      p3Worker('2026-01-06'),
      circumstance(on, { id: 'it', kind: 'significant-development', value: 'visit-requested', children: ['c1'] }),
    ],
    dates: aBusinessDay,
    met: (on) => [contact(on, { kind: 'with-caseworker', staff: ['cw1'], about: 'it' })],
  },
  {
    rule: 'end-special-project',
    story: (on) => [
      step('2026-01-10', 'special-project-entered', { id: 'sp1', parts: ['p3-youth'] }),
      ended(on, { id: 'it', children: ['c1'] }),
    ],
    dates: [
      ['2026-05-28', '2026-05-29', 'Thursday to Friday, the setting'],
      ['2026-05-29', '2026-06-01', 'from a Friday over the month end to Monday'],
      ['2026-05-22', '2026-05-26', 'from a Friday over Memorial Day'],
    ],
    met: (on) => [step(on, 'special-project-ended', { about: 'sp1' })],
  },
  {
    rule: 'p3-supervision',
    story: (on) => [p3Worker(on, { id: 'it' })],
    dates: [
      ['2026-02-10', '2026-03-10', 'one calendar month, the setting'],
      ['2026-01-31', '2026-02-28', 'February has no 31st'],
      ['2028-01-31', '2028-02-29', 'a leap year'],
    ],
    met: (on) => [contact(on, { kind: 'p3-supervision', staff: ['p3s1'], children: ['c1'] })],
  },
  {
    rule: 'monitor-records',
    story: (on) => [p3Worker(on, { id: 'it' })],
    dates: [
      ['2026-02-10', '2026-03-10', 'one calendar month, the setting'],
      ['2026-05-31', '2026-06-30', 'June has no 31st'],
    ],
    met: (on) => [step(on, 'p3-monitoring', { parts: ['cws-cms', 'p3-tracking'] })],
  },
  {
    rule: 'relationship-efforts',
    story: (on) => [circumstance('2026-01-10', { id: 'it', kind: 'hearing-set', children: ['c1'], plannedFor: on })],
    dates: [
      ['2026-06-15', '2026-06-15', 'the day of the hearing'],
      ['2026-05-31', '2026-05-31', 'a Sunday and a month end, which do not roll'],
      ['2028-02-29', '2028-02-29', 'a leap day'],
    ],
    met: (on) => [document(on, { document: 'l1', kind: 'relationship-efforts', children: ['c1'] })],
  },
  {
    rule: 'ordered-relationship',
    story: (on) => [
      aunt('2026-01-10'),
      circumstance('2026-01-10', {
        id: 'it',
        kind: 'relationship-order',
        children: ['c1'],
        participants: ['aunt'],
        plannedFor: on,
      }),
    ],
    dates: [
      ['2026-04-30', '2026-04-30', 'as ordered'],
      ['2026-05-31', '2026-05-31', 'a Sunday and a month end, which do not roll'],
    ],
    met: (on) => [action(on, { kind: 'relationship-order-met', about: 'it', participants: ['aunt'] })],
  },
  {
    rule: 'important-persons',
    born: ['2014-05-01'],
    opened: '2025-06-01',
    story: (on) => [enteredCare(on, { id: 'it', children: ['c1'] })],
    dates: [
      ['2026-01-06', '2026-07-06', 'six calendar months, past the tenth birthday'],
      ['2025-08-31', '2026-02-28', 'February has no 31st'],
      ['2027-08-31', '2028-02-29', 'onto a leap day'],
      ['2026-01-05', '2026-07-05', 'a Sunday, which does not roll'],
    ],
    met: (on) => [action(on, { kind: 'important-persons', children: ['c1'], parts: ['identified', 'looked-for'] })],
  },
];
