// Stories from the second half of the document: plans, their sections and signatures, closing, resources, housing.
import type { Example } from '../../support/rule-cases';
import * as s from './stories';

const two = ['2018-05-01', '2020-05-01'];
const both = { children: ['c1', 'c2'] };
const closingSigned = (written: string, worker: string, supervisor: string, document = 'k1') => [
  s.document(written, document, 'ssp-closing'),
  s.sign(worker, document, 'cw1'),
  s.sign(supervisor, document, 'sup1'),
];
const wholeLongTermPlan = s.document('2026-06-01', 'l1', 'long-term-safety-plan', {
  participants: ['p1', 'cg1'],
  parts: s.longTermParts,
});

export const examples: readonly Example[] = [
  {
    rule: 'treatment-plan',
    because: 'Custody on 8 January + 30 = 7 February, although care began on the 6th. A CS-1 since custody meets it.',
    told: [s.entered('2026-01-06'), s.custody('2026-01-08'), s.document('2026-02-02', 'd1', 'cs-1')],
    look: '2026-02-03',
    owes: [{ subject: 'child:c1', status: 'met', due: '2026-02-07' }],
  },
  {
    rule: 'treatment-plan',
    because: 'Only the entry is known: it stands for custody. 6 January + 30 = 5 February.',
    told: [s.entered('2026-01-06')],
    look: '2026-01-07',
    owes: [{ subject: 'child:c1', status: 'due', due: '2026-02-05' }],
  },
  {
    rule: 'cs1-after-assessment',
    because: 'Assessed on 20 January, CS-1 on the 30th.',
    told: [s.action('2026-01-20', 'family-assessed'), s.document('2026-01-30', 'd1', 'cs-1')],
    look: '2026-02-01',
    owes: [{ status: 'met', due: null }],
  },
  {
    rule: 'first-cs1',
    because:
      'Opened 5 January + 30 = 4 February for c1, although custody came on the 8th. c2 came into custody on 1 June: + 30 = 1 July. A form that names c1 alone does not cover c2.',
    born: two,
    told: [
      s.entered('2026-01-06'),
      s.custody('2026-01-08'),
      s.document('2026-02-02', 'd1', 'cs-1', { children: ['c1'] }),
      s.entered('2026-06-01', { children: ['c2'] }),
    ],
    look: '2026-06-02',
    owes: [
      { subject: 'child:c1', status: 'met', due: '2026-02-04' },
      { subject: 'child:c2', status: 'due', due: '2026-07-01' },
    ],
  },
  {
    rule: 'first-cs1',
    because: 'Done on 6 January, after the opening and before custody: it counts from the opening, and is met.',
    told: [s.document('2026-01-06', 'd1', 'cs-1'), s.custody('2026-01-08')],
    look: '2026-01-09',
    owes: [{ subject: 'child:c1', status: 'met', due: '2026-02-04' }],
  },
  {
    rule: 'cs1-at-six-months',
    because: 'The meeting of 8 July needs a CS-1 of its own; that of February does not serve. c2 was home by then.',
    born: two,
    told: [
      s.entered('2026-01-06', both),
      s.document('2026-02-02', 'd1', 'cs-1'),
      s.home('2026-05-01', { children: ['c2'] }),
      s.held('2026-07-08', 'm1', ['fst', 'six-month-fst'], { id: 'h' }),
    ],
    look: '2026-07-09',
    owes: [{ subject: 'event:h/c1', status: 'overdue', due: '2026-07-08' }],
  },
  {
    rule: 'six-month-team-meeting',
    because:
      'Custody 31 August + 6 months = 28 February 2027. Held early on the 24th: 24 August, held late on 1 September: 1 March 2028. A team meeting of another kind does not serve.',
    told: [
      s.entered('2026-08-30'),
      s.custody('2026-08-31'),
      s.held('2026-11-02', 'm0', ['fst']),
      s.held('2027-02-24', 'm1', ['fst', 'six-month-fst']),
      s.held('2027-09-01', 'm2', ['fst', 'six-month-fst']),
    ],
    look: '2027-09-02',
    owes: [
      { status: 'met', due: '2027-02-28' },
      { status: 'met-late', due: '2027-08-24' },
      { status: 'due', due: '2028-03-01' },
    ],
  },
  {
    rule: 'social-service-plan',
    because:
      'Entry 2 March + 30 = 1 April. Worker signed 20 March, the parent refused on the 30th, the supervisor signed on 3 April: complete that day, late.',
    told: [
      s.entered('2026-03-02'),
      s.document('2026-03-20', 'ssp1', 'ssp', { participants: ['p1'] }),
      s.sign('2026-03-20', 'ssp1', 'cw1'),
      s.refused('2026-03-30', 'ssp1', 'p1'),
      s.sign('2026-04-03', 'ssp1', 'sup1'),
    ],
    look: '2026-04-04',
    owes: [{ status: 'met-late', due: '2026-04-01' }],
  },
  {
    rule: 'social-service-plan',
    because: 'A refusal by the supervisor, or a second signature of a worker, stands for nothing.',
    told: [
      s.entered('2026-03-02'),
      s.document('2026-03-20', 'ssp1', 'ssp', { participants: ['p1'] }),
      ...s.signedBy('2026-03-20', 'ssp1', ['cw1', 'cw2', 'p1']),
      s.refused('2026-03-25', 'ssp1', 'sup1'),
    ],
    look: '2026-04-02',
    owes: [{ status: 'overdue', due: '2026-04-01' }],
  },
  {
    rule: 'social-service-plan',
    because:
      'Coming into care was recorded apart: 4 January + 30 = 3 February for c1. c2 entered on 20 February: + 30 = 22 March; the plan that was complete before does not cover it.',
    opened: '2026-01-03',
    born: two,
    told: [
      s.came('2026-01-04'),
      s.entered('2026-01-06'),
      s.document('2026-01-30', 'ssp1', 'ssp'),
      ...s.signedBy('2026-01-30', 'ssp1'),
      s.entered('2026-02-20', { children: ['c2'] }),
    ],
    look: '2026-02-21',
    owes: [
      { subject: 'child:c1', status: 'met', due: '2026-02-03' },
      { subject: 'child:c2', status: 'due', due: '2026-03-22' },
    ],
  },
  {
    rule: 'social-service-plan',
    because: 'The signature of the supervisor was retracted: the plan is open again, and late.',
    told: [
      s.entered('2026-03-02'),
      s.document('2026-03-20', 'ssp1', 'ssp'),
      ...s.signedBy('2026-03-20', 'ssp1', ['cw1', 'p1']),
      s.sign('2026-03-20', 'ssp1', 'sup1', { id: 'x' }),
      { type: 'EventRetracted', on: '2026-04-10', event: 'x', reason: 'Signed another plan.' },
    ],
    look: '2026-04-10',
    owes: [{ status: 'overdue', due: '2026-04-01' }],
  },
  {
    rule: 'caregiver-section',
    because: 'The plan names one parent and an aunt; the aunt’s section lacks her next steps.',
    told: [
      { type: 'ParticipantAdded', on: '2026-01-05', participant: 'p2', role: 'parent' },
      { type: 'ParticipantAdded', on: '2026-01-05', participant: 'k1', role: 'kin' },
      s.document('2026-02-04', 'ssp1', 'ssp', { id: 'd', participants: ['p1', 'k1'] }),
      s.document('2026-02-04', 'x1', 'ssp-caregiver-section', {
        about: 'ssp1',
        participants: ['p1'],
        parts: s.caregiverParts,
      }),
      s.document('2026-02-04', 'x2', 'ssp-caregiver-section', {
        about: 'ssp1',
        participants: ['k1'],
        parts: s.caregiverParts.filter((part) => part !== 'next-steps'),
      }),
    ],
    look: '2026-02-05',
    owes: [
      { subject: 'event:d/k1', status: 'overdue', due: '2026-02-04' },
      { subject: 'event:d/p1', status: 'met', due: '2026-02-04' },
    ],
  },
  {
    rule: 'gather-responses',
    because: 'The parent answered all four, the caregiver three; why the child gave no answer is recorded.',
    told: [
      s.document('2026-06-20', 'r1', 'ssp-reassessment', { id: 'r' }),
      s.contact('2026-06-15', 'progress-response', { about: 'r1', points: s.responses }),
      s.contact('2026-06-16', 'progress-response', {
        about: 'r1',
        participants: ['cg1'],
        points: ['good-things', 'concerns', 'what-more'],
      }),
      s.decided('2026-06-17', 'progress-response', 'no-response', {
        about: 'r1',
        reason: 'Too young',
        participants: ['c1'],
      }),
    ],
    look: '2026-06-21',
    owes: [
      { subject: 'event:r/c1', status: 'met', due: '2026-06-20' },
      { subject: 'event:r/cg1', status: 'overdue', due: '2026-06-20' },
      { subject: 'event:r/p1', status: 'met', due: '2026-06-20' },
    ],
  },
  {
    rule: 'long-term-section',
    because: 'The practice drills are still to come.',
    told: [
      s.document('2026-02-04', 'ssp1', 'ssp'),
      s.document('2026-03-02', 'l1', 'long-term-safety-plan', {
        participants: ['p1'],
        parts: s.longTermParts.filter((part) => !part.startsWith('practice-drill')),
      }),
    ],
    look: '2026-03-03',
    owes: [{ status: 'due', due: null }],
  },
  {
    rule: 'child-section',
    because: 'One section covers both children who are in care; a third child lives at home and needs none.',
    born: [...two, '2022-01-01'],
    told: [
      s.entered('2026-01-06', both),
      s.document('2026-02-04', 'ssp1', 'ssp', { id: 'd' }),
      s.document('2026-02-04', 'x1', 'ssp-child-section', { about: 'ssp1', ...both, parts: s.childParts }),
    ],
    look: '2026-02-05',
    owes: [
      { subject: 'event:d/c1', status: 'met', due: '2026-02-04' },
      { subject: 'event:d/c2', status: 'met', due: '2026-02-04' },
    ],
  },
  {
    rule: 'ssp-reassessment',
    because:
      'Complete on 30 March: + 90 = 28 June. The reassessment of 20 June got its last signature on the 25th: + 90 = 23 September; done late on 1 October: + 90 = 30 December.',
    told: [
      s.entered('2026-03-02'),
      s.document('2026-03-20', 'ssp1', 'ssp'),
      ...s.signedBy('2026-03-20', 'ssp1', ['cw1', 'sup1']),
      s.sign('2026-03-30', 'ssp1', 'p1'),
      s.document('2026-06-20', 'r1', 'ssp-reassessment'),
      ...s.signedBy('2026-06-20', 'r1', ['p1', 'cw1']),
      s.sign('2026-06-25', 'r1', 'sup1'),
      s.document('2026-10-01', 'r2', 'ssp-reassessment'),
      ...s.signedBy('2026-10-01', 'r2'),
    ],
    look: '2026-10-02',
    owes: [
      { status: 'met', due: '2026-06-28' },
      { status: 'met-late', due: '2026-09-23' },
      { status: 'due', due: '2026-12-30' },
    ],
  },
  {
    rule: 'ssp-reassessment',
    because:
      'It goes on after the child is home, through closing; the first plan was never complete: the date is unknown.',
    born: two,
    told: [
      s.entered('2026-03-02', both),
      s.document('2026-03-20', 'ssp1', 'ssp', { children: ['c1'] }),
      ...s.signedBy('2026-03-20', 'ssp1'),
      s.home('2026-04-20'),
    ],
    look: '2026-05-01',
    owes: [
      { subject: 'child:c2', status: 'unknown', due: null },
      { subject: 'child:c1', status: 'due', due: '2026-06-18' },
    ],
  },
  {
    rule: 'closing-reassessment',
    because:
      'Closing planned for 1 June: done on 20 May, inside 17 May to 1 June. Moved to 20 June: the window is 5 to 20 June, and what was done lies before it.',
    told: [
      s.closing('2026-06-01', '2026-05-01'),
      ...closingSigned('2026-05-20', '2026-05-20', '2026-05-20'),
      s.closing('2026-06-20', '2026-05-28'),
    ],
    look: '2026-05-29',
    owes: [{ status: 'window', notBefore: '2026-06-05', due: '2026-06-20' }],
  },
  {
    rule: 'closing-reassessment',
    because: 'Moved to 4 June: 20 May is the first day of the window, and it still counts.',
    told: [
      s.closing('2026-06-01', '2026-05-01'),
      ...closingSigned('2026-05-20', '2026-05-20', '2026-05-20'),
      s.closing('2026-06-04', '2026-05-28'),
    ],
    look: '2026-05-29',
    owes: [{ status: 'met', notBefore: '2026-05-20', due: '2026-06-04' }],
  },
  {
    rule: 'closing-reassessment',
    because:
      'Written on 30 April, before the window of 17 May to 1 June; the supervisor signed on 18 May: complete inside it.',
    told: [s.closing('2026-06-01', '2026-04-20'), ...closingSigned('2026-04-30', '2026-04-30', '2026-05-18')],
    look: '2026-05-19',
    owes: [{ status: 'met', notBefore: '2026-05-17', due: '2026-06-01' }],
  },
  {
    rule: 'closing-copy',
    because: 'The closing reassessment was done again: a copy of the last one is owed, of the first no more.',
    told: [
      s.closing('2026-06-20', '2026-05-28'),
      s.document('2026-05-20', 'k1', 'ssp-closing', { id: 'd1' }),
      s.document('2026-06-10', 'k2', 'ssp-closing', { id: 'd2' }),
    ],
    look: '2026-06-11',
    owes: [{ subject: 'event:d2/p1', status: 'due', due: '2026-06-20' }],
  },
  {
    rule: 'closing-visit',
    because: 'The visit of 25 May lies before the 15 days of the new date, 5 to 20 June: it is to be made again.',
    told: [
      s.closing('2026-06-01', '2026-05-01'),
      s.contact('2026-05-25', 'closing-visit'),
      s.closing('2026-06-20', '2026-05-28'),
    ],
    look: '2026-05-29',
    owes: [{ status: 'due', due: '2026-06-20' }],
  },
  {
    rule: 'family-signs-closing',
    because: 'Reviewed at the visit of 16 June; the parent did not sign, and the attempts are recorded.',
    told: [
      s.document('2026-06-10', 'k1', 'ssp-closing', { participants: ['p1'] }),
      s.contact('2026-06-16', 'closing-visit', { points: ['closing-reassessment'] }),
      s.refused('2026-06-16', 'k1', 'p1'),
    ],
    look: '2026-06-17',
    owes: [{ status: 'met', due: '2026-06-16' }],
  },
  {
    rule: 'long-term-copies',
    because:
      'The section names two people; the caregiver got a copy of the section on 11 June, the parent of another part.',
    told: [
      s.document('2026-06-10', 'l1', 'long-term-safety-plan', { id: 'l', participants: ['p1', 'cg1'] }),
      s.provided('2026-06-11', 'l1', ['cg1'], { part: 'long-term-safety-plan' }),
      s.provided('2026-06-11', 'l1', ['p1'], { part: 'other' }),
    ],
    look: '2026-06-18',
    owes: [
      { subject: 'event:l/cg1', status: 'met', due: '2026-06-17' },
      { subject: 'event:l/p1', status: 'overdue', due: '2026-06-17' },
    ],
  },
  {
    rule: 'long-term-copies',
    because: 'Changed on 20 June: everybody in the new section is owed a copy of it, the old one no more.',
    told: [
      s.document('2026-06-10', 'l1', 'long-term-safety-plan', { participants: ['p1'] }),
      s.document('2026-06-20', 'l2', 'long-term-safety-plan', { id: 'l2', participants: ['p1', 'cg1'] }),
    ],
    look: '2026-06-21',
    owes: [
      { subject: 'event:l2/cg1', status: 'due', due: '2026-06-27' },
      { subject: 'event:l2/p1', status: 'due', due: '2026-06-27' },
    ],
  },
  {
    rule: 'identify-resources',
    because: 'In custody, and no resource is named yet.',
    told: [s.custody('2026-01-08')],
    look: '2026-03-01',
    owes: [{ subject: 'child:c1', status: 'due', due: null }],
  },
  {
    rule: 'weigh-resource',
    because: 'One statement stands with the resource, the other was added later.',
    told: [
      s.action('2026-02-10', 'resource-identified', { id: 'x1', parts: ['family-can-benefit'] }),
      s.action('2026-02-12', 'resource-weighed', { about: 'x1', parts: ['resource-can-meet-needs'] }),
    ],
    look: '2026-02-13',
    owes: [{ subject: 'event:x1', status: 'met', due: null }],
  },
  {
    rule: 'resource-in-progress-section',
    because: 'Used since April, noted with the reassessment of June.',
    told: [
      s.circumstance('2026-04-02', 'resource-used'),
      s.document('2026-06-20', 'r1', 'ssp-reassessment', { parts: ['who-will-assist'] }),
    ],
    look: '2026-06-21',
    owes: [{ status: 'met', due: null }],
  },
  {
    rule: 'referral-noted',
    because: 'The housing referral got a contact note and is not listed; the service referral has none.',
    told: [
      s.action('2026-02-10', 'service-referral', { id: 'x0' }),
      s.action('2026-02-11', 'ces-referral', { id: 'x1', parts: ['ap-1'] }),
      s.contact('2026-02-12', 'contact-note', { about: 'x1' }),
    ],
    look: '2026-02-13',
    owes: [{ subject: 'event:x0', status: 'due', due: null }],
  },
  {
    rule: 'ces-access-point',
    because: 'The first referral says to which Access Point it went, the second does not.',
    told: [
      s.action('2026-02-10', 'ces-referral', { id: 'x0', parts: ['ap-1'] }),
      s.action('2026-02-11', 'ces-referral', { id: 'x1' }),
    ],
    look: '2026-02-13',
    owes: [
      { subject: 'event:x0', status: 'met', due: null },
      { subject: 'event:x1', status: 'due', due: null },
    ],
  },
  {
    rule: 'ces-reunification',
    because:
      'The barrier was known on 2 February, the goal became reunification on the 9th: + 5 business days = the 16th.',
    told: [
      s.goal('2026-01-08', 'adoption'),
      s.circumstance('2026-02-02', 'housing-primary-barrier', { id: 'b', children: ['c1'] }),
      s.goal('2026-02-09', 'reunification'),
    ],
    look: '2026-02-10',
    owes: [{ subject: 'event:b/c1', status: 'due', due: '2026-02-16' }],
  },
  {
    rule: 'ces-trial-home-visit',
    because: 'c1 is on trial home visit: Monday 2 March + 5 business days = 9 March. c2 is in foster care: nothing.',
    born: two,
    told: [
      s.placed('2026-02-20', 'trial-home-visit'),
      s.placed('2026-02-20', 'foster', { children: ['c2'] }),
      s.circumstance('2026-03-02', 'housing-prevents-closure', { id: 'h', ...both }),
    ],
    look: '2026-03-03',
    owes: [{ subject: 'event:h/c1', status: 'due', due: '2026-03-09' }],
  },
  {
    rule: 'ces-older-youth',
    because:
      'c1, born on 1 May 2008, is 17: Monday 2 March + 5 business days = 9 March. c2 is 17 on 1 April: + 5 business days = 8 April, once it is so. c3 is a child of six.',
    born: ['2008-05-01', '2009-04-01', '2020-05-01'],
    told: [s.circumstance('2026-03-02', 'housing-risk-at-exit', { id: 'h', children: ['c1', 'c2', 'c3'] })],
    look: '2026-04-01',
    owes: [
      { subject: 'event:h/c1', status: 'overdue', due: '2026-03-09' },
      { subject: 'event:h/c2', status: 'due', due: '2026-04-08' },
    ],
  },

  // --- what is refused ---------------------------------------------------------------------------------------------------
  {
    rule: 'section-and-nothing-else',
    because: 'The neighbour who takes part in the Long Term Safety/Support Plan is given the whole plan.',
    told: [
      { type: 'ParticipantAdded', on: '2026-01-05', participant: 'n1', role: 'support-person' },
      s.document('2026-02-04', 'ssp1', 'ssp', { participants: ['p1'] }),
      s.document('2026-03-02', 'l1', 'long-term-safety-plan', { participants: ['p1', 'n1'] }),
      s.provided('2026-03-03', 'ssp1', ['p1', 'n1']),
    ],
    look: '2026-03-03',
    acceptedAfter: [s.provided('2026-03-03', 'ssp1', ['n1'], { part: 'long-term-safety-plan' })],
  },
  {
    rule: 'closing-needs-reassessment',
    because: 'The only closing reassessment was signed on 20 May, 31 days before the closing of 20 June.',
    told: [
      s.entered('2026-01-06'),
      wholeLongTermPlan,
      ...closingSigned('2026-05-20', '2026-05-20', '2026-05-20'),
      s.closed('2026-06-20'),
    ],
    look: '2026-06-20',
    acceptedAfter: closingSigned('2026-06-10', '2026-06-10', '2026-06-12', 'k2'),
  },
  {
    rule: 'closing-needs-reassessment',
    because: 'Written in time, but the supervisor has not signed; the supervisor’s reason is accepted.',
    told: [
      s.entered('2026-01-06'),
      wholeLongTermPlan,
      s.document('2026-06-10', 'k1', 'ssp-closing'),
      s.sign('2026-06-10', 'k1', 'cw1'),
      s.closed('2026-06-20'),
    ],
    look: '2026-06-20',
    acceptedAfter: [
      s.decided('2026-06-19', 'close-without-reassessment', 'close', { by: 'sup1', reason: 'The family moved away' }),
    ],
  },
  {
    rule: 'closing-needs-long-term-plan',
    because: 'The section lacks the practice drills.',
    told: [
      s.document('2026-02-04', 'ssp1', 'ssp'),
      s.document('2026-03-02', 'l1', 'long-term-safety-plan', {
        participants: ['p1'],
        parts: s.longTermParts.slice(0, 4),
      }),
      s.closed('2026-06-20'),
    ],
    look: '2026-06-20',
    acceptedAfter: [
      s.document('2026-06-10', 'l2', 'long-term-safety-plan', {
        participants: ['p1'],
        parts: s.longTermParts.slice(4),
      }),
    ],
  },
  {
    rule: 'exception-by-supervisor',
    because: 'The worker alone decides to close without it.',
    told: [s.decided('2026-06-19', 'close-without-long-term-plan', 'close', { reason: 'Adopted' })],
    look: '2026-06-19',
    acceptedAfter: [
      s.decided('2026-06-19', 'close-without-long-term-plan', 'close', { reason: 'Adopted', staff: ['sup1'] }),
    ],
  },
  {
    rule: 'closing-without-housing',
    because: 'A housing need is on record, housing was not secured, the summary lacks the reasons.',
    told: [
      s.circumstance('2026-02-02', 'housing-risk'),
      s.document('2026-06-10', 's1', 'closing-summary', { parts: ['housing-efforts'] }),
      s.closed('2026-06-20'),
    ],
    look: '2026-06-20',
    acceptedAfter: [s.document('2026-06-18', 's2', 'closing-summary', { parts: ['housing-reasons'] })],
  },
  {
    rule: 'closing-without-housing',
    because: 'Or permanent housing is on record as secured.',
    told: [s.circumstance('2026-02-02', 'housing-risk'), s.closed('2026-06-20')],
    look: '2026-06-20',
    acceptedAfter: [s.circumstance('2026-06-01', 'permanent-housing', { value: 'secured' })],
  },
];

const undated = 'no date in the text: open, with its age, until it is done';
export const byExample: Readonly<Record<string, string>> = {
  'gather-information': undated,
  'care-dates-differ': 'a warning without a date',
  'alternate-plan-discussed': 'one that was met in its time is not listed',
  'keep-talking': undated,
  'talk-documented': undated,
  'relatives-still-open': undated,
  'concurrent-plan-talks': undated,
  'reasonable-efforts': undated,
  'establish-paternity': undated,
  'identify-relatives': undated,
  'place-with-kin': undated,
  'explain-options': undated,
  'monthly-goal-talk': 'one for each person and month',
  'team-goal-talk': 'what meets it stands in the record of the meeting itself',
  'would-be-an-option': undated,
  'engage-therapist': undated,
  'relative-and-child': undated,
  'adoption-profile': undated,
  'cs1-after-assessment': undated,
  'long-term-section': undated,
  'identify-resources': undated,
  'weigh-resource': undated,
  'resource-in-progress-section': undated,
  'referral-noted': undated,
  'ces-access-point': undated,
};
