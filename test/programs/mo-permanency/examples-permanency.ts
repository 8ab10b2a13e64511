// Stories from the first half of the document: from removal to the review after 15 of 22 months.
import type { Example } from '../../support/rule-cases';
import * as s from './stories';

const two = ['2018-05-01', '2020-05-01'];
const both = { children: ['c1', 'c2'] };

export const examples: readonly Example[] = [
  {
    rule: 'gather-information',
    because: 'Three of the four fields have an entry; the child was not yet worked with.',
    told: [
      s.entered('2026-01-06'),
      s.contact('2026-01-07', 'visit', { points: ['talk-with-parents', 'paternity'] }),
      s.action('2026-01-09', 'relatives-identified', { parts: ['relatives'] }),
    ],
    look: '2026-02-01',
    owes: [{ subject: 'child:c1', status: 'due', due: null }],
  },
  {
    rule: 'gather-information',
    because: 'With the fourth it is met.',
    told: [
      s.entered('2026-01-06'),
      s.contact('2026-01-07', 'visit', { points: ['talk-with-parents', 'paternity', 'relatives'] }),
      s.contact('2026-01-12', 'visit', { participants: ['c1'], points: ['work-with-child'] }),
    ],
    look: '2026-02-01',
    owes: [{ subject: 'child:c1', status: 'met', due: null }],
  },
  {
    rule: 'care-dates-differ',
    because: 'Opened on the 5th, entered on the 6th, custody on the 8th: a warning, until somebody confirms the dates.',
    told: [s.entered('2026-01-06'), s.custody('2026-01-08')],
    look: '2026-01-09',
    owes: [{ subject: 'child:c1', status: 'due', due: null }],
  },
  {
    rule: 'care-dates-differ',
    because: 'Confirmed. A child who came months after the opening is not held against the day of the opening.',
    born: two,
    told: [
      s.entered('2026-01-06'),
      s.custody('2026-01-08'),
      s.decided('2026-01-12', 'care-dates-checked', 'right', { children: ['c1'] }),
      s.entered('2026-06-01', { children: ['c2'] }),
      s.custody('2026-06-01', { children: ['c2'] }),
    ],
    look: '2026-06-02',
    owes: [{ subject: 'child:c1', status: 'met', due: null }],
  },
  {
    rule: 'meeting-72-hours',
    because:
      'c1 entered on Friday 6 March at 22:00. 72 hours on, over the change of clocks, it is Monday 9 March, 23:00: at 23:30 it is late. Of c2 only the day is known: the end of 9 March.',
    born: two,
    told: [s.entered('2026-03-06', { at: '2026-03-06T22:00:00-06:00' }), s.entered('2026-03-06', { children: ['c2'] })],
    look: '2026-03-09T23:30:00-05:00',
    owes: [
      { subject: 'child:c1', status: 'overdue', due: '2026-03-09' },
      { subject: 'child:c2', status: 'due', due: '2026-03-09' },
    ],
  },
  {
    rule: 'meeting-72-hours',
    because: 'At 22:30 by the new time only 71 and a half hours are over.',
    told: [s.entered('2026-03-06', { at: '2026-03-06T22:00:00-06:00' })],
    look: '2026-03-09T22:30:00-05:00',
    owes: [{ subject: 'child:c1', status: 'due', due: '2026-03-09' }],
  },
  {
    rule: 'meeting-72-hours',
    because: 'The meeting of the first stay does not serve when the child comes back into care in June.',
    told: [
      s.entered('2026-01-06'),
      s.held('2026-01-08', 'm1', ['72-hour']),
      s.home('2026-03-01'),
      s.entered('2026-06-01'),
    ],
    look: '2026-06-02',
    owes: [
      { subject: 'child:c1', status: 'met', due: '2026-01-09' },
      { subject: 'child:c1', status: 'due', due: '2026-06-04' },
    ],
  },
  {
    rule: 'meeting-72-hours',
    because: 'The child went home on the second day, before the meeting was due: it is not owed any more.',
    told: [s.entered('2026-01-06'), s.home('2026-01-07')],
    look: '2026-02-01',
    owes: [{ subject: 'child:c1', status: 'not-applicable', due: '2026-01-09' }],
  },
  {
    rule: 'goal-at-72-hours',
    because: 'The meeting was held on 8 January without a goal for c2: it was due on the day of the meeting.',
    born: two,
    told: [
      s.entered('2026-01-06', both),
      s.held('2026-01-08', 'm1', ['72-hour']),
      s.goal('2026-01-08', 'reunification'),
    ],
    look: '2026-01-09',
    owes: [
      { subject: 'child:c1', status: 'met', due: '2026-01-08' },
      { subject: 'child:c2', status: 'overdue', due: '2026-01-08' },
    ],
  },
  {
    rule: 'concurrent-goal',
    because:
      'c1: entry 6 January + 30 = 5 February, met on the 4th. c2: reunification became the goal on 2 March, after day 30: due that day, though it was confirmed on the 20th.',
    born: two,
    told: [
      s.entered('2026-01-06', both),
      s.goal('2026-01-08', 'reunification'),
      s.goal('2026-01-08', 'adoption', { children: ['c2'] }),
      s.concurrent('2026-02-04', 'guardianship'),
      s.goal('2026-03-02', 'reunification', { children: ['c2'] }),
      s.goal('2026-03-20', 'reunification', { children: ['c2'] }),
    ],
    look: '2026-03-21',
    owes: [
      { subject: 'child:c1', status: 'met', due: '2026-02-05' },
      { subject: 'child:c2', status: 'overdue', due: '2026-03-02' },
    ],
  },
  {
    rule: 'concurrent-goal',
    because:
      'A second stay asks for a concurrent goal of its own: 1 June + 30 = 1 July; the first ended with the stay.',
    told: [
      s.entered('2026-01-06'),
      s.goal('2026-01-08', 'reunification'),
      s.home('2026-01-20'),
      s.entered('2026-06-01'),
      s.goal('2026-06-03', 'reunification'),
    ],
    look: '2026-06-04',
    owes: [
      { subject: 'child:c1', status: 'not-applicable', due: '2026-02-05' },
      { subject: 'child:c1', status: 'due', due: '2026-07-01' },
    ],
  },
  {
    rule: 'three-tests',
    because: 'To confirm the goal in August asks for nothing; to change it to guardianship in September does.',
    told: [
      s.concurrent('2026-02-04', 'adoption', { id: 'g1' }),
      s.action('2026-02-04', 'concurrent-goal-tests', {
        about: 'g1',
        parts: ['best-interest', 'meets-needs', 'attainable'],
      }),
      s.concurrent('2026-08-03', 'adoption', { id: 'g2' }),
      s.concurrent('2026-09-01', 'guardianship', { id: 'g3' }),
    ],
    look: '2026-09-01',
    owes: [
      { subject: 'event:g1/c1', status: 'met', due: '2026-02-04' },
      { subject: 'event:g3/c1', status: 'due', due: '2026-09-01' },
    ],
  },
  {
    rule: 'alternate-plan-discussed',
    because:
      'On 10 February it was talked about: nothing is listed. On the 24th and on 3 March it was not; the talk of 10 March makes both good.',
    told: [
      s.contact('2026-02-10', 'case-planning', { points: ['concurrent-plan'] }),
      s.contact('2026-02-24', 'case-planning'),
      s.contact('2026-03-03', 'case-planning'),
      s.contact('2026-03-10', 'visit', { points: ['concurrent-plan'] }),
    ],
    look: '2026-03-11',
    owes: [
      { status: 'met-late', due: '2026-02-24' },
      { status: 'met-late', due: '2026-03-03' },
    ],
  },
  {
    rule: 'alternate-plan-discussed',
    because: 'Nobody was reached on 24 February: no interaction. On the 25th the alternate plan was left out.',
    told: [
      s.contact('2026-02-24', 'case-planning', { outcome: 'attempted' }),
      s.contact('2026-02-25', 'case-planning'),
    ],
    look: '2026-02-26',
    owes: [{ status: 'overdue', due: '2026-02-25' }],
  },
  {
    rule: 'keep-talking',
    because: 'It stays open after each talk, until the case is closed.',
    told: [s.contact('2026-02-10', 'visit', { points: ['permanency'] })],
    look: '2026-05-10',
    owes: [{ subject: 'case', status: 'due', due: null }],
  },
  {
    rule: 'keep-talking',
    because: 'The case is closed: nothing is owed any more.',
    told: [s.contact('2026-02-10', 'visit', { points: ['permanency'] }), s.closed('2026-05-01')],
    look: '2026-05-10',
    owes: [{ subject: 'case', status: 'not-applicable', due: null }],
  },
  {
    rule: 'talk-documented',
    because: 'One talk has its content on record and is not listed, one got an entry later, one has none.',
    told: [
      s.contact('2026-02-10', 'visit', { points: ['permanency'], note: 'What was said' }),
      s.contact('2026-02-20', 'visit', { points: ['permanency-goals'], id: 'x2' }),
      s.held('2026-03-03', 'm1', ['fst'], { points: ['concurrent-plan'], id: 'x3' }),
      s.document('2026-03-05', 'd1', 'case-record-entry', { about: 'x2' }),
    ],
    look: '2026-03-06',
    owes: [{ subject: 'event:x3', status: 'due', due: null }],
  },
  {
    rule: 'plan-in-both-places',
    because:
      'The plan stands in FACES on 4 February and on the Social Service Plan on the 9th, four days after day 30 (6 January + 30 = 5 February).',
    told: [
      s.entered('2026-01-06'),
      s.concurrent('2026-02-04', 'adoption'),
      s.document('2026-02-04', 'd1', 'concurrent-plan', { parts: ['relative-placement', 'in-faces'] }),
      s.document('2026-02-09', 'd2', 'concurrent-plan', { parts: ['relative-placement', 'on-social-service-plan'] }),
    ],
    look: '2026-02-10',
    owes: [{ status: 'met-late', due: '2026-02-05' }],
  },
  {
    rule: 'plan-in-both-places',
    because: 'In the second stay the thirty days count from the second entry: 1 June + 30 = 1 July.',
    told: [
      s.entered('2026-01-06'),
      s.home('2026-01-20'),
      s.entered('2026-06-01'),
      s.concurrent('2026-06-10', 'adoption'),
    ],
    look: '2026-06-11',
    owes: [{ status: 'due', due: '2026-07-01' }],
  },
  {
    rule: 'relatives-still-open',
    because: 'The plan of February said none yet; that of April names a relative.',
    told: [
      s.document('2026-02-04', 'd1', 'concurrent-plan', { children: ['c1'], parts: ['relative-none-yet'] }),
      s.document('2026-04-07', 'd2', 'concurrent-plan', { children: ['c1'], parts: ['relative-placement'] }),
    ],
    look: '2026-04-08',
    owes: [{ status: 'met', due: null }],
  },
  {
    rule: 'icpc-request',
    because:
      'Two relatives, one request each. The first does not want it; for the second 10 business days from Monday 2 February are the 16th, and past.',
    told: [
      s.circumstance('2026-02-02', 'relative-out-of-state', { id: 'r1', participants: ['p1'] }),
      s.circumstance('2026-02-02', 'relative-out-of-state', { id: 'r2', participants: ['cg1'] }),
      s.decided('2026-02-10', 'icpc-request', 'not-needed', { about: 'r1', reason: 'Does not want it' }),
    ],
    look: '2026-02-20',
    owes: [
      { subject: 'event:r1', status: 'met', due: '2026-02-16' },
      { subject: 'event:r2', status: 'due', due: '2026-02-16' },
    ],
  },
  {
    rule: 'icpc-for-placement',
    because: 'The request was made while the relative was only known.',
    told: [
      s.circumstance('2026-02-02', 'relative-out-of-state', { id: 'r1', participants: ['cg1'], children: ['c1'] }),
      s.action('2026-02-05', 'icpc-request', { about: 'r1', children: ['c1'] }),
      s.placed('2026-06-01', 'kin', { outOfState: true }),
    ],
    look: '2026-06-02',
    owes: [{ status: 'met', due: '2026-06-15' }],
  },
  {
    rule: 'plan-has-steps',
    because: 'The steps stand as objectives of the plan.',
    told: [
      s.document('2026-02-04', 'd1', 'concurrent-plan', { parts: ['relative-placement'] }),
      { type: 'ObjectiveSet', on: '2026-02-04', objective: 'o1', plan: 'd1', target: '2026-06-01' },
    ],
    look: '2026-02-05',
    owes: [{ status: 'met', due: '2026-02-04' }],
  },
  {
    rule: 'concurrent-plan-talks',
    because: 'Child, parent and caregiver: open for each of them, also after a talk.',
    told: [s.entered('2026-01-06'), s.contact('2026-02-10', 'visit', { points: ['concurrent-plan'] })],
    look: '2026-02-11',
    owes: [
      { subject: 'caregiver:cg1', status: 'due', due: null },
      { subject: 'child:c1', status: 'due', due: null },
      { subject: 'parent:p1', status: 'due', due: null },
    ],
  },
  {
    rule: 'reasonable-efforts',
    because: 'c1 has a concurrent goal; c2 has none and so no log.',
    born: two,
    told: [s.entered('2026-01-06', both), s.concurrent('2026-02-04', 'adoption')],
    look: '2026-03-01',
    owes: [{ subject: 'child:c1', status: 'due', due: null }],
  },
  {
    rule: 'establish-paternity',
    because: 'c1: established. c2: not applicable, by decision. An effort alone is no result.',
    born: ['2018-05-01', '2020-05-01', '2021-05-01'],
    told: [
      s.entered('2026-01-06', { children: ['c1', 'c2', 'c3'] }),
      s.circumstance('2026-02-02', 'paternity', { children: ['c1'], value: 'established' }),
      s.decided('2026-02-02', 'concurrent-effort', 'not-applicable', { children: ['c2'], parts: ['paternity'] }),
      s.action('2026-02-02', 'paternity-effort', { children: ['c3'] }),
    ],
    look: '2026-03-01',
    owes: [
      { subject: 'child:c1', status: 'met', due: null },
      { subject: 'child:c2', status: 'met', due: null },
      { subject: 'child:c3', status: 'due', due: null },
    ],
  },
  {
    rule: 'identify-relatives',
    because: 'Relatives in the state were found, those outside it not yet looked for.',
    told: [
      s.entered('2026-01-06'),
      s.concurrent('2026-02-04', 'adoption'),
      s.action('2026-02-06', 'relatives-identified', { parts: ['in-state'] }),
    ],
    look: '2026-03-01',
    owes: [{ subject: 'child:c1', status: 'due', due: null }],
  },
  {
    rule: 'place-with-kin',
    because:
      'c1 lives with an aunt; for c2 it was found contrary, with the reason; c3 is in foster care without either.',
    born: ['2018-05-01', '2020-05-01', '2021-05-01'],
    told: [
      s.entered('2026-01-06', { children: ['c1', 'c2', 'c3'] }),
      s.placed('2026-01-20', 'kin'),
      s.placed('2026-01-20', 'foster', { children: ['c2', 'c3'] }),
      s.decided('2026-02-01', 'relative-placement', 'contrary', { children: ['c2'], reason: 'Known danger' }),
      s.concurrent('2026-02-04', 'adoption', { children: ['c1', 'c2', 'c3'] }),
    ],
    look: '2026-03-01',
    owes: [
      { subject: 'child:c1', status: 'met', due: null },
      { subject: 'child:c2', status: 'met', due: null },
      { subject: 'child:c3', status: 'due', due: null },
    ],
  },
  {
    rule: 'ask-heritage',
    because: 'p2 joined on 2 March: 30 days on is 1 April. p1 was asked on 20 January; whatever the answer, it is met.',
    told: [
      s.entered('2026-01-06'),
      s.circumstance('2026-01-20', 'indian-heritage', { participants: ['p1'], value: 'unknown' }),
      { type: 'ParticipantAdded', on: '2026-03-02', participant: 'p2', role: 'parent' },
    ],
    look: '2026-03-03',
    owes: [
      { subject: 'parent:p1', status: 'met', due: '2026-02-05' },
      { subject: 'parent:p2', status: 'due', due: '2026-04-01' },
    ],
  },
  {
    rule: 'notify-tribe',
    because: 'No tribe is known: the Bureau was notified on Friday 6 February, in time for the 9th.',
    told: [
      s.circumstance('2026-02-02', 'indian-heritage', { id: 'h', participants: ['p1'], value: 'reported' }),
      s.action('2026-02-06', 'bureau-notified', { about: 'h' }),
    ],
    look: '2026-02-10',
    owes: [{ subject: 'event:h', status: 'met', due: '2026-02-09' }],
  },
  {
    rule: 'explain-options',
    because: 'Explained at a meeting of the team to whoever was there: the parent, not the child.',
    told: [
      s.entered('2026-01-06'),
      s.concurrent('2026-02-04', 'adoption'),
      s.held('2026-02-10', 'm1', ['fst'], { points: ['permanency-options'] }),
    ],
    look: '2026-02-11',
    owes: [
      { subject: 'child:c1', status: 'due', due: null },
      { subject: 'parent:p1', status: 'met', due: null },
    ],
  },
  {
    rule: 'explain-options',
    because: 'The parent was told on 10 February; with the child it is not appropriate; the aunt waits.',
    told: [
      s.entered('2026-01-06'),
      { type: 'ParticipantAdded', on: '2026-01-10', participant: 'k1', role: 'kin' },
      s.concurrent('2026-02-04', 'adoption'),
      s.contact('2026-02-10', 'visit', { points: ['permanency-options'] }),
      s.decided('2026-02-10', 'permanency-talks', 'not-appropriate', { participants: ['c1'] }),
    ],
    look: '2026-02-11',
    owes: [
      { subject: 'child:c1', status: 'met', due: null },
      { subject: 'kin:k1', status: 'due', due: null },
      { subject: 'parent:p1', status: 'met', due: null },
    ],
  },
  {
    rule: 'monthly-goal-talk',
    because:
      'Concurrent goal on 20 January: January counts. Parent and caregiver were spoken with on the 25th, the child was not. In February the talk with the child was found not appropriate, which leaves January as it was.',
    told: [
      s.entered('2026-01-06'),
      s.concurrent('2026-01-20', 'adoption'),
      s.contact('2026-01-25', 'visit', { participants: ['p1', 'cg1'], points: ['permanency-goals'] }),
      s.decided('2026-02-03', 'permanency-talks', 'not-appropriate', { participants: ['c1'] }),
    ],
    look: '2026-02-05',
    owes: [
      { subject: 'caregiver:cg1', status: 'met', due: '2026-01-31' },
      { subject: 'child:c1', status: 'overdue', due: '2026-01-31' },
      { subject: 'parent:p1', status: 'met', due: '2026-01-31' },
      { subject: 'caregiver:cg1', status: 'due', due: '2026-02-28' },
      { subject: 'parent:p1', status: 'due', due: '2026-02-28' },
    ],
  },
  {
    rule: 'monthly-goal-talk',
    because:
      'An attempt is no talk; a team meeting in February at which the parent took part is, and makes January good, late. The caregiver left on 10 February: that month is not owed, January is.',
    told: [
      s.entered('2026-01-06'),
      s.concurrent('2026-01-20', 'adoption'),
      s.decided('2026-01-20', 'permanency-talks', 'not-appropriate', { participants: ['c1'] }),
      s.contact('2026-01-25', 'visit', { outcome: 'attempted', points: ['permanency-goals'] }),
      { type: 'ParticipantEnded', on: '2026-02-10', participant: 'cg1' },
      s.held('2026-02-12', 'm1', ['fst'], { points: ['permanency-goals'] }),
    ],
    look: '2026-02-28',
    owes: [
      { subject: 'caregiver:cg1', status: 'overdue', due: '2026-01-31' },
      { subject: 'parent:p1', status: 'met-late', due: '2026-01-31' },
      { subject: 'caregiver:cg1', status: 'not-applicable', due: '2026-02-28' },
      { subject: 'parent:p1', status: 'met', due: '2026-02-28' },
    ],
  },
  {
    rule: 'team-goal-talk',
    because:
      'The meeting of 12 January came before there was a concurrent goal; that of 3 March did not touch the goals; that of 7 April did.',
    told: [
      s.held('2026-01-12', 'm0', ['fst'], { id: 'h0' }),
      s.concurrent('2026-01-20', 'adoption'),
      s.held('2026-03-03', 'm1', ['fst'], { id: 'h1' }),
      s.held('2026-04-07', 'm2', ['six-month-fst'], { id: 'h2', points: ['permanency-goals'] }),
    ],
    look: '2026-04-08',
    owes: [
      { subject: 'event:h1', status: 'overdue', due: '2026-03-03' },
      { subject: 'event:h2', status: 'met', due: '2026-04-07' },
    ],
  },
  {
    rule: 'would-be-an-option',
    because: 'The aunt said no, which is an answer; the caregiver was not asked.',
    told: [
      { type: 'ParticipantAdded', on: '2026-01-10', participant: 'k1', role: 'kin' },
      s.concurrent('2026-01-20', 'adoption'),
      s.circumstance('2026-02-02', 'permanency-option', { participants: ['k1'], value: 'no' }),
    ],
    look: '2026-02-03',
    owes: [
      { subject: 'caregiver:cg1', status: 'due', due: null },
      { subject: 'kin:k1', status: 'met', due: null },
    ],
  },
  {
    rule: 'engage-therapist',
    because: 'The therapist was called, but about something else; then about the concurrent plan.',
    told: [
      s.circumstance('2026-01-15', 'child-has-therapist', { id: 't', children: ['c1'] }),
      s.concurrent('2026-01-20', 'adoption'),
      s.contact('2026-02-02', 'therapist-contact', { children: ['c1'] }),
      s.contact('2026-02-09', 'therapist-contact', { children: ['c1'], points: ['concurrent-plan'] }),
    ],
    look: '2026-02-10',
    owes: [{ subject: 'event:t/c1', status: 'met', due: null }],
  },
  {
    rule: 'relative-and-child',
    because: 'No contact of child and aunt yet.',
    told: [s.circumstance('2026-02-02', 'relative-out-of-state', { id: 'r1', participants: ['cg1'] })],
    look: '2026-03-02',
    owes: [{ subject: 'event:r1', status: 'due', due: null }],
  },
  {
    rule: 'adoption-profile',
    because: 'Adoption is the concurrent goal of c1; that of c2 is guardianship.',
    born: two,
    told: [
      s.entered('2026-01-06', both),
      s.concurrent('2026-02-04', 'adoption'),
      s.concurrent('2026-02-04', 'guardianship', { children: ['c2'] }),
    ],
    look: '2026-03-01',
    owes: [{ subject: 'child:c1', status: 'due', due: null }],
  },
  {
    rule: 'chafee-referral',
    because: 'c1 is fourteen on 10 March 2026, in care: + 30 = 9 April. c2 is a child of six and is not listed.',
    born: ['2012-03-10', '2020-05-01'],
    told: [s.entered('2026-01-06', both)],
    look: '2026-03-10',
    owes: [{ subject: 'child:c1', status: 'due', due: '2026-04-09' }],
  },
  {
    rule: 'goal-review-15-of-22',
    because:
      'Entry 6 January 2026 + 15 months = 6 April 2027, 455 days. 30 days on the run (1 June to 1 July 2026) do not count: day 455 is over on 6 May 2027. No meeting by then: 30 days on is 5 June.',
    told: [s.entered('2026-01-06'), s.placed('2026-06-01', 'runaway'), s.placed('2026-07-01', 'foster')],
    look: '2027-03-01',
    owes: [{ subject: 'child:c1', status: 'due', due: '2027-06-05' }],
  },
  {
    rule: 'goal-review-15-of-22',
    because: 'Reached on 6 April 2027; the team met on the 20th and did not decide: it was due that day.',
    told: [s.entered('2026-01-06'), s.held('2027-04-20', 'm1', ['fst'])],
    look: '2027-04-21',
    owes: [{ subject: 'child:c1', status: 'overdue', due: '2027-04-20' }],
  },
  {
    rule: 'goal-review-15-of-22',
    because:
      'Each child by itself: c1 entered on 6 January 2026, c2 on 1 September: 6 May 2027; 1 December 2027 + 30 = 31 December.',
    born: two,
    told: [s.entered('2026-01-06'), s.entered('2026-09-01', { children: ['c2'] })],
    look: '2027-05-01',
    owes: [
      { subject: 'child:c1', status: 'due', due: '2027-05-06' },
      { subject: 'child:c2', status: 'due', due: '2027-12-31' },
    ],
  },
  {
    rule: 'goal-review-15-of-22',
    because: 'The child went home in May 2027 without a decision: there is no goal to review.',
    told: [s.entered('2026-01-06'), s.home('2027-05-01')],
    look: '2027-06-01',
    owes: [{ subject: 'child:c1', status: 'not-applicable', due: '2027-05-06' }],
  },

  // --- what is refused ---------------------------------------------------------------------------------------------------
  {
    rule: 'each-child-has-goal',
    because: 'Two children entered; only one has a goal when the meeting is recorded.',
    born: two,
    told: [
      s.entered('2026-01-06', both),
      s.set('2026-01-07', 'm1', ['72-hour'], { startsAt: '2026-01-08T10:00' }),
      s.goal('2026-01-08', 'reunification'),
      s.held('2026-01-08', 'm1', ['72-hour']),
    ],
    look: '2026-01-08',
    acceptedAfter: [s.goal('2026-01-08', 'adoption', { children: ['c2'] })],
  },
  {
    rule: 'each-child-has-goal',
    because: 'The goal of the first stay does not serve for the second.',
    told: [
      s.entered('2026-01-06'),
      s.goal('2026-01-08', 'reunification'),
      s.home('2026-03-01'),
      s.entered('2026-06-01'),
      s.set('2026-06-02', 'm2', ['72-hour'], { startsAt: '2026-06-03T10:00' }),
      s.held('2026-06-03', 'm2', ['72-hour']),
    ],
    look: '2026-06-03',
    acceptedAfter: [s.goal('2026-06-03', 'reunification')],
  },
  {
    rule: 'guardianship-needs-resource',
    because: 'No resource is on record and no reason is given.',
    told: [s.entered('2026-01-06'), s.concurrent('2026-02-04', 'guardianship')],
    look: '2026-02-04',
    acceptedAfter: [s.circumstance('2026-02-03', 'guardianship-resource', { children: ['c1'], participants: ['cg1'] })],
  },
  {
    rule: 'guardianship-needs-resource',
    because: 'A resource for one child is none for the other; a reason is accepted.',
    born: two,
    told: [
      s.entered('2026-01-06', both),
      s.circumstance('2026-02-03', 'guardianship-resource', { children: ['c1'], participants: ['cg1'] }),
      s.concurrent('2026-02-04', 'guardianship', both),
    ],
    look: '2026-02-04',
    acceptedAfter: [s.concurrent('2026-02-04', 'guardianship', { ...both, reason: 'The aunt of c2 is being asked' })],
  },
  {
    rule: 'plan-names-relatives',
    because: 'The plan is silent about relatives.',
    told: [s.document('2026-02-04', 'd1', 'concurrent-plan', { children: ['c1'], parts: ['steps'] })],
    look: '2026-02-04',
    acceptedAfter: [
      s.document('2026-02-04', 'd1', 'concurrent-plan', { children: ['c1'], parts: ['relative-placement'] }),
    ],
  },
  {
    rule: 'contrary-is-determined',
    because: 'The plan says contrary; no determination is on record.',
    told: [s.document('2026-02-04', 'd1', 'concurrent-plan', { children: ['c1'], parts: ['relative-contrary'] })],
    look: '2026-02-04',
    acceptedAfter: [
      s.decided('2026-02-03', 'relative-placement', 'contrary', { children: ['c1'], reason: 'Known danger' }),
    ],
  },
  {
    rule: 'contrary-has-reason',
    because: 'A determination without its reasons.',
    told: [s.decided('2026-02-03', 'relative-placement', 'contrary', { children: ['c1'] })],
    look: '2026-02-03',
    acceptedAfter: [
      s.decided('2026-02-03', 'relative-placement', 'contrary', { children: ['c1'], reason: 'Known danger' }),
    ],
  },
  {
    rule: 'not-the-worker-alone',
    because: 'The worker alone records the goal; out of a meeting of the team that was held it is accepted.',
    told: [
      s.entered('2026-01-06'),
      s.set('2026-01-07', 'm1', ['fst', '72-hour'], { startsAt: '2026-01-08T10:00' }),
      s.goal('2026-01-08', 'adoption', { about: 'm1', staff: ['cw1'] }),
    ],
    look: '2026-01-08',
    acceptedAfter: [s.held('2026-01-08', 'm1', ['fst', '72-hour'])],
  },
  {
    rule: 'not-the-worker-alone',
    because: 'A reunification planned by the worker; with the supervisor it is accepted.',
    told: [
      s.entered('2026-01-06'),
      { type: 'ReunificationPlanned', on: '2026-05-01', plannedFor: '2026-06-01', children: ['c1'] },
    ],
    look: '2026-05-01',
    acceptedAfter: [
      { type: 'ReunificationPlanned', on: '2026-05-01', plannedFor: '2026-06-01', children: ['c1'], staff: ['sup1'] },
    ],
  },
  {
    rule: 'team-reviews-goal',
    because: 'The worker records the review without a meeting of the team.',
    told: [
      s.entered('2026-01-06'),
      s.set('2027-04-12', 'm1', ['fst'], { startsAt: '2027-04-20T10:00' }),
      s.held('2027-04-20', 'm1', ['fst']),
      s.decided('2027-04-20', 'goal-review', 'change', { children: ['c1'], reason: 'No progress in a year' }),
    ],
    look: '2027-04-20',
    acceptedAfter: [
      s.decided('2027-04-20', 'goal-review', 'change', {
        children: ['c1'],
        about: 'm1',
        reason: 'No progress in a year',
      }),
    ],
  },
  {
    rule: 'team-reviews-goal',
    because: 'A decision of the team without its reasons.',
    told: [
      s.set('2027-04-12', 'm1', ['fst'], { startsAt: '2027-04-20T10:00' }),
      s.held('2027-04-20', 'm1', ['fst']),
      s.decided('2027-04-20', 'goal-review', 'keep', { children: ['c1'], about: 'm1' }),
    ],
    look: '2027-04-20',
    acceptedAfter: [
      s.decided('2027-04-20', 'goal-review', 'keep', { children: ['c1'], about: 'm1', reason: 'Home in a month' }),
    ],
  },
];
