// The dates of Missouri's duties, in the order of the document, worked out by hand from the text.
import type { Dates } from '../../support/rule-cases';
import * as s from './stories';

// Thirty days on: 25 are left in January after the 6th, and 5 of February; 1 in January after the 30th and 28 of February, so
// that March 1 is the thirtieth; in 2028 February has 29. From February 6: 22 days, then March 8, on which clocks change.
const thirty = [
  ['2026-01-06', '2026-02-05', 'plain'],
  ['2026-01-30', '2026-03-01', 'over the short February, onto a Sunday'],
  ['2028-01-30', '2028-02-29', 'onto a leap day'],
  ['2026-02-06', '2026-03-08', 'onto the day on which clocks change'],
] as const;
const theDayItself = [
  ['2026-02-04', '2026-02-04', 'plain'],
  ['2026-02-28', '2026-02-28', 'the end of February, a Saturday'],
  ['2028-02-29', '2028-02-29', 'a leap day'],
] as const;
// February 3 to 6, and 9; May 26 to 29 and June 1, because May 25 is a holiday; from a Saturday the five days of the next week.
const fiveBusinessDays = [
  ['2026-02-02', '2026-02-09', 'plain'],
  ['2026-05-22', '2026-06-01', 'over a holiday'],
  ['2026-02-07', '2026-02-13', 'from a Saturday'],
] as const;
// February 3 to 6, 9 to 13, 16; May 26 to 29, June 1 to 5, 8.
const tenBusinessDays = [
  ['2026-02-02', '2026-02-16', 'plain'],
  ['2026-05-22', '2026-06-08', 'over a holiday'],
] as const;

export const dates: readonly Dates[] = [
  {
    rule: 'begin-planning',
    story: (on) => [s.removed(on, { id: 'it' })],
    dates: theDayItself,
    met: (on) => [s.action(on, 'permanency-planning-begun', { children: ['c1'] })],
  },
  {
    rule: 'meeting-72-hours',
    story: (on) => [s.entered(on, { id: 'it' })],
    dates: [
      ['2026-01-06', '2026-01-09', 'only the day is known: the end of the third day'],
      ['2026-01-09', '2026-01-12', 'over a weekend, which counts'],
      ['2028-02-27', '2028-03-01', 'over a leap day'],
      ['2026-03-06', '2026-03-09', 'over the change of clocks'],
    ],
    met: (on) => [s.held(on, 'm1', ['72-hour'])],
  },
  {
    rule: 'goal-at-72-hours',
    story: (on) => [s.entered(on, { id: 'it' })],
    dates: [
      ['2026-01-06', '2026-01-09', 'no meeting was held: when the 72 hours are over'],
      ['2026-02-26', '2026-03-01', 'over the end of February'],
    ],
    met: (on) => [s.goal(on, 'reunification')],
  },
  {
    rule: 'concurrent-goal',
    story: (on) => [s.entered(on, { id: 'it' }), s.goal(on, 'reunification', { id: 'g' })],
    dates: thirty,
    met: (on) => [s.concurrent(on, 'adoption')],
  },
  {
    rule: 'three-tests',
    story: (on) => [s.concurrent(on, 'adoption', { id: 'it' })],
    dates: theDayItself,
    met: (on) => [
      s.action(on, 'concurrent-goal-tests', { about: 'it', parts: ['best-interest', 'meets-needs', 'attainable'] }),
    ],
  },
  {
    rule: 'plan-in-both-places',
    story: (on) => [s.entered(on, { id: 'it' }), s.concurrent(on, 'adoption', { id: 'g' })],
    dates: thirty,
    met: (on) => [s.document(on, 'd1', 'concurrent-plan', { parts: ['in-faces', 'on-social-service-plan'] })],
  },
  {
    rule: 'icpc-request',
    story: (on) => [s.circumstance(on, 'relative-out-of-state', { id: 'it', participants: ['cg1'] })],
    dates: tenBusinessDays,
    met: (on) => [s.action(on, 'icpc-request', { about: 'it' })],
  },
  {
    rule: 'icpc-for-placement',
    story: (on) => [s.placed(on, 'kin', { id: 'it', outOfState: true })],
    dates: tenBusinessDays,
    met: (on) => [s.action(on, 'icpc-request', { children: ['c1'] })],
  },
  {
    rule: 'plan-has-steps',
    subject: 'event:it',
    story: (on) => [s.document(on, 'd1', 'concurrent-plan', { id: 'it', parts: ['relative-placement'] })],
    dates: theDayItself,
    met: (on) => [s.document(on, 'd2', 'concurrent-plan', { about: 'd1', parts: ['steps'] })],
  },
  {
    rule: 'ask-heritage',
    subject: 'parent:p1',
    story: (on) => [s.entered(on, { id: 'it' })],
    dates: thirty,
    met: (on) => [s.circumstance(on, 'indian-heritage', { participants: ['p1'], value: 'none-reported' })],
  },
  {
    rule: 'notify-tribe',
    story: (on) => [s.circumstance(on, 'indian-heritage', { id: 'it', participants: ['p1'], value: 'reported' })],
    dates: fiveBusinessDays,
    met: (on) => [s.action(on, 'tribe-notified', { about: 'it' })],
  },
  {
    rule: 'chafee-referral',
    born: ['2010-01-01'],
    story: (on) => [s.entered(on, { id: 'it' })],
    dates: thirty,
    met: (on) => [s.action(on, 'chafee-referral', { children: ['c1'] })],
  },
  {
    rule: 'goal-review-15-of-22',
    story: (on) => [s.entered(on, { id: 'it' })],
    dates: [
      // Fifteen months, then thirty days: 24 left in April, 6 of May.
      ['2026-01-06', '2027-05-06', 'plain'],
      // November 30 + 15 months is February 29 in 2028, and 30 days on March 30.
      ['2026-11-30', '2028-03-30', 'fifteen months that end on a leap day'],
      // January 31 + 15 months is April 30, and 30 days on May 30.
      ['2026-01-31', '2027-05-30', 'clamped to the end of April'],
    ],
    met: (on) => [s.decided(on, 'goal-review', 'keep', { children: ['c1'], reason: 'It works' })],
  },
  {
    rule: 'treatment-plan',
    story: (on) => [s.custody(on, { id: 'it' })],
    dates: thirty,
    met: (on) => [s.document(on, 'd1', 'treatment-plan')],
  },
  {
    rule: 'first-cs1',
    // The case was opened on 5 January 2026: custody more than thirty days later counts by itself.
    story: (on) => [s.custody(on, { id: 'it' })],
    dates: [
      ['2026-02-05', '2026-03-07', 'the thirty-first day after the opening'],
      ['2028-01-30', '2028-02-29', 'onto a leap day'],
      ['2026-10-03', '2026-11-02', 'over the change of clocks'],
    ],
    met: (on) => [s.document(on, 'd1', 'cs-1')],
  },
  {
    rule: 'cs1-at-six-months',
    story: (on) => [s.entered('2026-01-06'), s.held(on, 'm1', ['fst', 'six-month-fst'], { id: 'it' })],
    dates: theDayItself,
    met: (on) => [s.document(on, 'd1', 'cs-1')],
  },
  {
    rule: 'six-month-team-meeting',
    story: (on) => [s.custody(on, { id: 'it' })],
    dates: [
      ['2026-01-08', '2026-07-08', 'plain: not 180 days, which would be July 7'],
      ['2026-08-31', '2027-02-28', 'clamped to the end of February'],
      ['2027-08-31', '2028-02-29', 'clamped to a leap day'],
    ],
    met: (on) => [s.held(on, 'm1', ['fst', 'six-month-fst'])],
  },
  {
    rule: 'social-service-plan',
    story: (on) => [s.entered(on, { id: 'it' })],
    dates: thirty,
    met: (on) => [s.document(on, 'ssp1', 'ssp'), ...s.signedBy(on, 'ssp1')],
  },
  {
    rule: 'harm-section',
    subject: 'event:it',
    story: (on) => [s.document(on, 'ssp1', 'ssp', { id: 'it' })],
    dates: theDayItself,
    met: (on) => [s.document(on, 'x1', 'ssp-section', { about: 'ssp1', parts: s.harmParts })],
  },
  {
    rule: 'caregiver-section',
    subject: 'event:it/p1',
    story: (on) => [s.document(on, 'ssp1', 'ssp', { id: 'it' })],
    dates: theDayItself,
    met: (on) => [
      s.document(on, 'x1', 'ssp-caregiver-section', { about: 'ssp1', participants: ['p1'], parts: s.caregiverParts }),
    ],
  },
  {
    rule: 'protective-capacities',
    subject: 'event:it/p1',
    story: (on) => [s.document(on, 'r1', 'ssp-reassessment', { id: 'it' })],
    dates: theDayItself,
    met: (on) => [s.action(on, 'protective-capacities-assessed', { about: 'r1', participants: ['p1'] })],
  },
  {
    rule: 'gather-responses',
    subject: 'event:it/p1',
    story: (on) => [s.document(on, 'r1', 'ssp-reassessment', { id: 'it' })],
    dates: theDayItself,
    met: (on) => [s.contact(on, 'progress-response', { about: 'r1', points: s.responses })],
  },
  {
    rule: 'progress-section',
    subject: 'event:it',
    story: (on) => [s.document(on, 'r1', 'ssp-reassessment', { id: 'it', parts: ['progress-family'] })],
    dates: theDayItself,
    met: (on) => [s.document(on, 'x1', 'progress-assessment', { about: 'r1', parts: s.progressParts })],
  },
  {
    rule: 'team-recommendation',
    story: (on) => [s.held(on, 'm1', ['fst'], { id: 'it' })],
    dates: theDayItself,
    met: (on) => [s.decided(on, 'team-recommendation', 'no-change', { about: 'm1' })],
  },
  {
    rule: 'child-section',
    subject: 'event:it/c1',
    story: (on) => [s.entered('2026-01-06'), s.document(on, 'ssp1', 'ssp', { id: 'it' })],
    dates: theDayItself,
    met: (on) => [s.document(on, 'x1', 'ssp-child-section', { about: 'ssp1', parts: s.childParts })],
  },
  {
    rule: 'ssp-reassessment',
    story: (on) => [
      s.entered('2026-01-06'),
      s.document('2026-01-20', 'ssp1', 'ssp'),
      ...s.signedBy('2026-01-20', 'ssp1', ['cw1', 'p1']),
      s.sign(on, 'ssp1', 'sup1', { id: 'it' }),
    ],
    dates: [
      ['2026-03-30', '2026-06-28', 'plain: 1 left in March, 30, 31, 28'],
      ['2026-12-01', '2027-03-01', 'over the short February: 30, 31, 28, 1'],
      ['2027-12-01', '2028-02-29', 'onto a leap day: 30, 31, 29'],
      ['2026-08-25', '2026-11-23', 'over the change of clocks: 6, 30, 31, 23'],
    ],
    met: (on) => [s.document(on, 'r1', 'ssp-reassessment'), ...s.signedBy(on, 'r1')],
  },
  {
    rule: 'closing-reassessment',
    story: (on) => [s.closing(on, '2026-02-02', { id: 'it' })],
    dates: [
      ['2026-06-01', '2026-06-01', 'plain'],
      ['2026-05-31', '2026-05-31', 'a Sunday: it does not roll'],
      ['2028-02-29', '2028-02-29', 'a leap day'],
    ],
    met: (on) => [s.document(on, 'k1', 'ssp-closing'), ...s.signedBy(on, 'k1', ['cw1', 'sup1'])],
  },
  {
    rule: 'closing-signatures',
    story: (on) => [
      s.closing('2028-12-31', '2026-01-06'),
      s.document('2026-01-20', 'k1', 'ssp-closing'),
      s.contact(on, 'closing-visit', { id: 'it' }),
    ],
    dates: theDayItself,
    met: (on) => s.signedBy(on, 'k1', ['cw1', 'sup1']),
  },
  {
    rule: 'family-signs-closing',
    story: (on) => [
      s.document('2026-01-20', 'k1', 'ssp-closing'),
      s.contact(on, 'closing-visit', { id: 'it', points: ['closing-reassessment'] }),
    ],
    dates: theDayItself,
    met: (on) => [s.sign(on, 'k1', 'p1')],
  },
  {
    rule: 'closing-copy',
    subject: 'event:k/p1',
    story: (on) => [
      s.document('2026-01-20', 'k1', 'ssp-closing', { id: 'k' }),
      s.contact(on, 'closing-visit', { id: 'it' }),
    ],
    dates: theDayItself,
    met: (on) => [s.provided(on, 'k1', ['p1'])],
  },
  {
    rule: 'closing-visit',
    story: (on) => [s.closing(on, '2026-02-02', { id: 'it' })],
    dates: [
      ['2026-06-01', '2026-06-01', 'plain'],
      ['2028-02-29', '2028-02-29', 'a leap day'],
    ],
    met: (on) => [s.contact(on, 'closing-visit')],
  },
  {
    rule: 'long-term-copies',
    subject: 'event:it/p1',
    story: (on) => [s.document(on, 'l1', 'long-term-safety-plan', { id: 'it', participants: ['p1'] })],
    dates: [
      ['2026-06-10', '2026-06-17', 'plain'],
      ['2026-02-25', '2026-03-04', 'over the end of February'],
      ['2026-10-28', '2026-11-04', 'over the change of clocks'],
    ],
    met: (on) => [s.provided(on, 'l1', ['p1'], { part: 'long-term-safety-plan' })],
  },
  {
    rule: 'housing-services',
    story: (on) => [s.circumstance(on, 'housing-risk', { id: 'it' })],
    dates: fiveBusinessDays,
    met: (on) => [s.action(on, 'ces-referral', { parts: ['ap-1'] })],
  },
  {
    rule: 'ces-other-situation',
    story: (on) => [s.circumstance(on, 'ces-required', { id: 'it' })],
    dates: fiveBusinessDays,
    met: (on) => [s.action(on, 'ces-referral', { parts: ['ap-1'] })],
  },
  {
    rule: 'ces-reunification',
    story: (on) => [
      s.goal('2026-01-08', 'reunification'),
      s.circumstance(on, 'housing-primary-barrier', { id: 'it', children: ['c1'] }),
    ],
    dates: fiveBusinessDays,
    met: (on) => [s.action(on, 'ces-referral', { parts: ['ap-1'] })],
  },
  {
    rule: 'ces-trial-home-visit',
    story: (on) => [
      s.placed('2026-01-20', 'trial-home-visit'),
      s.circumstance(on, 'housing-prevents-closure', { id: 'it', children: ['c1'] }),
    ],
    dates: fiveBusinessDays,
    met: (on) => [s.action(on, 'ces-referral', { parts: ['ap-1'] })],
  },
  {
    rule: 'ces-older-youth',
    born: ['2008-05-01'],
    story: (on) => [s.circumstance(on, 'housing-risk-at-exit', { id: 'it', children: ['c1'] })],
    dates: fiveBusinessDays,
    met: (on) => [s.action(on, 'ces-referral', { parts: ['ap-1'] })],
  },
];
