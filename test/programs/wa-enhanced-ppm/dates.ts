// The dated duties of the enhanced PPM, in the order of the document; each date was worked out by hand, as its label says.
import type { Dates } from '../../support/rule-cases';
import { contact, facilitator, hearing, held, set } from './told';

export const dates: readonly Dates[] = [
  {
    rule: 'ppm',
    opened: '2023-01-05',
    story: (on) => [hearing(on, { id: 'it' })],
    dates: [
      ['2026-03-10', '2026-04-09', '21 days left in March, 9 in April'],
      ['2026-12-15', '2027-01-14', 'over the end of the year: 16 + 14'],
      ['2024-01-30', '2024-02-29', 'onto the leap day'],
      ['2024-02-15', '2024-03-16', 'over the leap day, onto a Saturday: 14 + 16; it does not roll'],
      ['2026-10-10', '2026-11-09', 'over the change of clocks on November 1: 30 civil days'],
    ],
    met: (on) => [set('2023-01-06', `${on}T18:00`), held(on)],
  },
  {
    rule: 'assign-facilitator',
    story: (on) => [hearing(on, { id: 'it' })],
    dates: [
      ['2026-01-12', '2026-01-19', 'seven calendar days; a holiday does not roll'],
      ['2026-02-25', '2026-03-04', 'over the end of February: 3 + 4'],
      ['2026-12-28', '2027-01-04', 'over the end of the year: 3 + 4'],
    ],
    met: (on) => [facilitator(on)],
  },
  {
    rule: 'over-capacity',
    story: (on) => [facilitator(on, { id: 'it', familiesBefore: 50 })],
    dates: [
      ['2026-01-06', '2026-01-08', 'Tuesday: Wednesday and Thursday'],
      ['2026-01-08', '2026-01-12', 'Thursday: Friday and Monday'],
      ['2026-01-16', '2026-01-21', 'Friday: Monday is a holiday, so Tuesday and Wednesday'],
      ['2026-12-24', '2026-12-29', 'Thursday: Friday is a holiday, so Monday and Tuesday'],
    ],
    met: (on) => [
      { type: 'SignOffDecided', on, by: 'sup1', request: 'it', decision: 'approved', reason: 'the siblings are known' },
    ],
  },
  {
    rule: 'preliminary-contact',
    subject: 'parent:p1',
    story: (on) => [facilitator(on, { id: 'it' })],
    dates: [
      ['2026-01-12', '2026-01-26', 'fourteen calendar days'],
      ['2026-02-15', '2026-03-01', 'over the end of February onto a Sunday: 13 + 1'],
      ['2026-03-01', '2026-03-15', 'over the change of clocks'],
    ],
    met: (on) => [contact(on, 'preliminary')],
  },
  {
    rule: 'preliminary-contact-caseworker',
    story: (on) => [facilitator(on, { id: 'it' })],
    dates: [
      ['2026-01-12', '2026-01-26', 'fourteen calendar days'],
      ['2026-12-20', '2027-01-03', 'over the end of the year: 11 + 3'],
    ],
    met: (on) => [contact(on, 'preliminary', { staff: ['cw1'] })],
  },
  {
    rule: 'open-questions',
    story: (on) => [
      contact('2026-01-07', 'preliminary', { id: 'first', openQuestions: 'Who pays for the bus?' }),
      set('2026-01-08', `${on}T18:00`, { id: 'it' }),
    ],
    dates: [
      ['2026-02-02', '2026-02-02', 'the day of the meeting'],
      ['2026-02-28', '2026-02-28', 'month end, a Saturday'],
    ],
    met: (on) => [contact(on, 'engagement', { about: 'first' })],
  },
  {
    rule: 'ask-availability',
    story: (on) => [hearing(on, { id: 'it' })],
    dates: [
      ['2026-01-12', '2026-02-11', 'no meeting is set: by the date of the meeting itself, 19 + 11'],
      ['2026-01-31', '2026-03-02', 'over February: 28 + 2'],
    ],
    met: (on) => [{ type: 'AvailabilityRecorded', on, participants: ['p1'], preferred: 'evenings' }],
  },
  {
    rule: 'book-ppm',
    story: (on) => [hearing(on, { id: 'it' })],
    dates: [
      ['2026-01-12', '2026-02-11', 'the date of the meeting: 19 + 11'],
      ['2026-04-30', '2026-05-30', 'month end, onto a Saturday'],
    ],
    met: (on) => [set(on, `${on}T18:00`)],
  },
  {
    rule: 'invite-key-participants',
    subject: 'event:it/cg1',
    story: (on) => [set('2026-01-08', `${on}T18:00`, { id: 'it', invitees: ['p1', 'c1'] })],
    dates: [
      ['2026-02-02', '2026-02-02', 'the day of the meeting'],
      ['2026-02-07', '2026-02-07', 'a Saturday'],
      ['2026-02-28', '2026-02-28', 'month end'],
    ],
    met: (on) => [
      { type: 'InvitationExcused', on, meeting: 'm1', participant: 'cg1', reason: 'abroad, is told afterwards' },
    ],
  },
  {
    rule: 'advance-contact',
    subject: 'event:it/p1',
    story: (on) => [set('2026-01-08', `${on}T18:00`, { id: 'it' })],
    dates: [
      ['2026-02-03', '2026-02-02', 'the day before'],
      ['2026-03-01', '2026-02-28', 'the day before a first of March'],
      ['2026-02-09', '2026-02-08', 'the day before a Monday is a Sunday: it does not roll'],
      ['2026-03-09', '2026-03-08', 'on the day on which clocks change'],
    ],
    met: (on) => [contact(on, 'advance', { explained: true })],
  },
  {
    rule: 'meeting-outcome',
    story: (on) => [set('2026-01-08', `${on}T18:00`, { id: 'it' })],
    dates: [
      ['2026-02-02', '2026-02-02', 'the day of the meeting'],
      ['2026-02-28', '2026-02-28', 'month end, a Saturday'],
      ['2026-11-01', '2026-11-01', 'the day on which clocks change'],
    ],
    met: (on) => [{ type: 'MeetingNotHeld', on, meeting: 'm1', reason: 'nobody came' }],
  },
  {
    rule: 'family-time',
    story: (on) => [set('2026-01-08', '2026-02-02T18:00'), held(on, { id: 'it', familyPlan: undefined })],
    dates: [
      ['2026-02-02', '2026-02-02', 'the day of the meeting'],
      ['2026-01-31', '2026-01-31', 'held two days early, at the end of a month, on a Saturday'],
    ],
    met: (on) => [
      { type: 'DocumentCompleted', on, document: 'plan-1', kind: 'family-plan', about: 'it', participants: ['p1'] },
    ],
  },
  {
    rule: 'address-concern',
    story: (on) => [
      { type: 'ConcernRaised', on: '2026-01-08', concern: 'k1', participant: 'p1', text: 'No way to get there.' },
      set('2026-01-08', '2026-02-02T18:00'),
      held(on, { id: 'it' }),
    ],
    dates: [
      ['2026-02-02', '2026-02-02', 'the day on which the next meeting is held'],
      ['2026-01-31', '2026-01-31', 'held two days early, at the end of a month'],
    ],
    met: (on) => [{ type: 'ConcernAddressed', on, concern: 'k1', meeting: 'm1', how: 'A bus pass.' }],
  },
  {
    rule: 'shared-planning-meeting',
    story: (on) => [
      {
        type: 'CircumstanceRecorded',
        on: '2026-01-08',
        id: 'it',
        kind: 'shared-planning-required',
        value: 'transition',
        plannedFor: on,
      },
      set('2026-01-09', '2026-02-20T18:00', { meeting: 's1', kinds: ['shared-planning'], about: 'it' }),
    ],
    dates: [
      ['2026-03-02', '2026-03-02', 'the date recorded for it'],
      ['2026-02-28', '2026-02-28', 'month end, a Saturday: it does not roll'],
    ],
    met: (on) => [held(on, { meeting: 's1' })],
  },
];
