// What is refused, and what mends it, in the order of the slides.
import type { Example } from '../../support/rule-cases';
import * as t from './told';

const two = ['2014-05-01', '2016-05-01'];
const without = (parts: readonly string[], ...one: string[]): string[] => parts.filter((p) => !one.includes(p));
const whole = [...t.requirements, ...t.legal, ...t.components];
const forAway = [...whole, ...t.outOfHome, ...t.visits, ...t.alternative];

export const guardExamples: readonly Example[] = [
  {
    rule: 'plan-requirements',
    because: 'five of the six parts; the timelines are empty',
    told: [t.plan('2026-02-20', { parts: without(whole, 'timelines') })],
    look: '2026-02-20',
    acceptedAfter: [t.plan('2026-02-20')],
  },
  {
    rule: 'legal-requirements',
    because: 'the part on schooling is empty',
    told: [t.plan('2026-02-20', { parts: without(whole, 'educational-stability') })],
    look: '2026-02-20',
    acceptedAfter: [t.plan('2026-02-20')],
  },
  {
    rule: 'heritage-asked',
    born: two,
    because: 'asked for c1 only',
    told: [
      t.circumstance('2026-01-10', { kind: 'indian-heritage', value: 'not-reported', children: ['c1'] }),
      t.plan('2026-02-20'),
    ],
    look: '2026-02-20',
    acceptedAfter: [t.circumstance('2026-02-19', { kind: 'indian-heritage', value: 'not-reported', children: ['c2'] })],
  },
  {
    rule: 'tribe-notified-first',
    because: 'reported on the 10th; the notice of the 5th was an earlier one',
    told: [
      t.action('2026-01-05', { kind: 'tribe-notified' }),
      t.circumstance('2026-01-10', { id: 'h', kind: 'indian-heritage', value: 'reported' }),
      t.plan('2026-02-20'),
    ],
    look: '2026-02-20',
    acceptedAfter: [t.action('2026-01-12', { kind: 'tribe-notified', about: 'h' })],
  },
  {
    rule: 'independent-living',
    born: ['2010-02-20', '2016-05-01'],
    because: 'c1 turned sixteen on the day of the plan',
    told: [t.plan('2026-02-20')],
    look: '2026-02-20',
    acceptedAfter: [
      t.plan('2026-02-20', { parts: [...whole, 'independent-living-plan', 'independent-living-services'] }),
    ],
  },
  {
    rule: 'goal-for-each-child',
    born: two,
    because: 'a goal stands for c1 only',
    told: [t.goal('2026-02-10', { children: ['c1'], goal: 'return-home' }), t.plan('2026-02-20')],
    look: '2026-02-20',
    acceptedAfter: [t.goal('2026-02-19', { children: ['c2'], goal: 'return-home' })],
  },
  {
    rule: 'one-of-nine-goals',
    because: '`family` is none of the nine',
    told: [t.goal('2026-02-10', { children: ['c1'], goal: 'family' })],
    look: '2026-02-10',
    acceptedAfter: [t.goal('2026-02-10', { children: ['c1'], goal: 'adoption' })],
  },
  {
    rule: 'assessed-before-the-plan',
    opened: '2025-08-01',
    because:
      'the assessment of 2025-09-01 served for the plan of 2025-09-10; it is not older than six months (2025-08-20), but not newer than that plan',
    told: [t.assessment('2025-09-01'), t.plan('2025-09-10'), t.update('2026-02-20')],
    look: '2026-02-20',
    acceptedAfter: [t.assessment('2026-02-18')],
  },
  {
    rule: 'assessed-before-the-plan',
    opened: '2025-01-01',
    because: 'the assessment of 2025-08-30 is older than six months on 2026-03-01 (2025-09-01)',
    told: [t.assessment('2025-08-30'), t.plan('2026-03-01')],
    look: '2026-03-01',
    acceptedAfter: [t.assessment('2025-09-01'), t.plan('2026-03-01')],
  },
  {
    rule: 'assessed-before-the-plan',
    because:
      'the plan was completed before its assessment: one of the day after does not mend it, one of the same day does',
    told: [t.assessment('2026-02-21'), t.plan('2026-02-20')],
    look: '2026-02-21',
    acceptedAfter: [t.assessment('2026-02-20')],
  },
  {
    rule: 'needs-and-strengths-found',
    because: 'the strengths are empty',
    told: [t.assessment('2026-02-18', { parts: ['priority-needs', 'substance-use'] })],
    look: '2026-02-18',
    acceptedAfter: [t.assessment('2026-02-18')],
  },
  {
    rule: 'services-assessed-before-the-plan',
    because: 'barriers to services are lacking, and those of the day of the last plan served for that one',
    told: [
      t.servicesAssessment('2026-02-20'),
      t.plan('2026-02-20'),
      t.servicesAssessment('2026-08-01', { parts: ['strengths', 'areas-of-concern'] }),
      t.update('2026-08-10'),
    ],
    look: '2026-08-10',
    acceptedAfter: [t.servicesAssessment('2026-08-05', { parts: ['barriers-to-services'] })],
  },
  {
    rule: 'participants-named',
    because: 'nobody is named',
    told: [t.plan('2026-02-20', { participants: undefined })],
    look: '2026-02-20',
    acceptedAfter: [t.plan('2026-02-20')],
  },
  {
    rule: 'plan-components',
    because: 'the six of the first slide are full, those of the second are empty',
    told: [t.plan('2026-02-20', { parts: [...t.requirements, ...t.legal, ...t.components.slice(0, 6)] })],
    look: '2026-02-20',
    acceptedAfter: [t.plan('2026-02-20')],
  },
  {
    rule: 'objectives-entered',
    because: 'the only objective belongs to another plan',
    told: [t.complete('2026-02-02', { plan: 'plan-9' }), t.plan('2026-02-20')],
    look: '2026-02-20',
    acceptedAfter: [t.complete('2026-02-03', { objective: 'o2' })],
  },
  {
    rule: 'objectives-complete',
    because: 'o1 has no target date; o2 belongs to another plan and does not matter',
    told: [
      t.complete('2026-02-02', { id: 'o1', target: undefined }),
      t.complete('2026-02-02', { id: 'o2', objective: 'o2', plan: 'plan-9', criterion: undefined }),
      t.plan('2026-02-20'),
    ],
    look: '2026-02-20',
    acceptedAfter: [
      {
        type: 'EventCorrected',
        on: '2026-02-19',
        event: 'o1',
        reason: 'target date added',
        to: t.complete('2026-02-02'),
      },
    ],
  },
  {
    rule: 'later-objective-complete',
    because: 'added to the completed plan without the factor that it answers',
    told: [t.plan('2026-02-20'), t.complete('2026-03-02', { factor: undefined })],
    look: '2026-03-02',
    acceptedAfter: [t.complete('2026-03-02')],
  },
  {
    rule: 'services-answer-needs',
    because: 'housing is no need that the assessment found, and no reason is given',
    told: [
      t.assessment('2026-02-10'),
      t.decision('2026-02-12', {
        kind: 'planned-service',
        outcome: 'housing-search',
        about: 'plan-1',
        parts: ['housing'],
      }),
    ],
    look: '2026-02-12',
    acceptedAfter: [
      t.decision('2026-02-12', {
        kind: 'planned-service',
        outcome: 'day-treatment',
        about: 'plan-1',
        parts: ['substance-use'],
      }),
    ],
  },
  {
    rule: 'services-answer-needs',
    because: 'no need is named; a reason takes its place',
    told: [t.decision('2026-02-12', { kind: 'planned-service', outcome: 'housing-search' })],
    look: '2026-02-12',
    acceptedAfter: [
      t.decision('2026-02-12', {
        kind: 'planned-service',
        outcome: 'housing-search',
        reason: 'The lease ended after the assessment.',
      }),
    ],
  },
  {
    rule: 'objective-from-catalogue',
    because: 'the agency keeps a list, and this is not on it',
    told: [t.complete('2026-02-02', { code: 'be-better', note: 'in own words' })],
    look: '2026-02-02',
    acceptedAfter: [t.complete('2026-02-02', { code: 'stay-sober', note: 'in own words' })],
  },
  {
    rule: 'objective-from-catalogue',
    because: 'on the list, but without a description of its own',
    told: [t.complete('2026-02-02', { code: 'stay-sober' })],
    look: '2026-02-02',
    acceptedAfter: [t.complete('2026-02-02', { code: 'keep-home-safe', note: 'in own words' })],
  },
  {
    rule: 'service-from-catalogue',
    because: 'not on the list',
    told: [t.decision('2026-02-12', { kind: 'planned-service', outcome: 'horse-riding', note: 'twice a week' })],
    look: '2026-02-12',
    acceptedAfter: [
      t.decision('2026-02-12', { kind: 'planned-service', outcome: 'day-treatment', note: 'twice a week' }),
    ],
  },
  {
    rule: 'alternative-named',
    born: two,
    because: 'c1 receives reunification services, c2 no longer: the services of c1’s alternative are lacking',
    told: [
      t.circumstance('2026-01-10', { kind: 'reunification-services', value: 'receiving' }),
      t.circumstance('2026-02-10', { kind: 'reunification-services', value: 'ended', children: ['c2'] }),
      t.plan('2026-02-20', { parts: [...whole, 'permanency-alternative'] }),
    ],
    look: '2026-02-20',
    acceptedAfter: [t.plan('2026-02-20', { parts: [...whole, ...t.alternative] })],
  },
  {
    rule: 'alternative-named',
    because: 'nothing is recorded of services, but the child is out of home and is to return',
    told: [
      t.care('2026-01-10', { children: ['c1'] }),
      t.goal('2026-01-20', { children: ['c1'], goal: 'return-home' }),
      t.plan('2026-02-20'),
    ],
    look: '2026-02-20',
    acceptedAfter: [t.circumstance('2026-02-01', { kind: 'reunification-services', value: 'ended' })],
  },
  {
    rule: 'visits-arranged',
    because: 'out of home, and the plan has no visits; the order of the court against them takes their place',
    told: [
      t.care('2026-01-10', { children: ['c1'] }),
      t.goal('2026-01-20', { children: ['c1'], goal: 'adoption' }),
      t.plan('2026-02-20'),
    ],
    look: '2026-02-20',
    acceptedAfter: [
      t.decision('2026-02-19', {
        kind: 'no-visits',
        outcome: 'court-order',
        children: ['c1'],
        reason: 'order of 2026-02-18',
      }),
    ],
  },
  {
    rule: 'visits-arranged',
    because: 'the order was lifted before the plan',
    told: [
      t.care('2026-01-10', { children: ['c1'] }),
      t.decision('2026-01-15', { kind: 'no-visits', outcome: 'court-order', reason: 'order of 2026-01-15' }),
      t.decision('2026-02-10', { kind: 'no-visits', outcome: 'lifted' }),
      t.plan('2026-02-20'),
    ],
    look: '2026-02-20',
    acceptedAfter: [t.plan('2026-02-20', { parts: [...whole, ...t.visits] })],
  },
  {
    rule: 'visits-no-reward-or-punishment',
    because: 'a visit cancelled because the parent missed a test',
    told: [t.circumstance('2026-03-06', { kind: 'visit-cancelled', value: 'punishment', children: ['c1'] })],
    look: '2026-03-06',
    acceptedAfter: [t.circumstance('2026-03-06', { kind: 'visit-cancelled', value: 'illness', children: ['c1'] })],
  },
  {
    rule: 'visits-no-reward-or-punishment',
    because: 'more visits for good behaviour; and without any reason',
    told: [t.circumstance('2026-03-06', { kind: 'visits-changed', value: 'reward', children: ['c1'] })],
    look: '2026-03-06',
    acceptedAfter: [t.circumstance('2026-03-06', { kind: 'visits-changed', value: 'age-of-child', children: ['c1'] })],
  },
  {
    rule: 'visits-no-reward-or-punishment',
    because: 'no reason is given at all',
    told: [t.circumstance('2026-03-06', { kind: 'visit-cancelled', children: ['c1'] })],
    look: '2026-03-06',
    acceptedAfter: [t.circumstance('2026-03-06', { kind: 'visit-cancelled', value: 'transport', children: ['c1'] })],
  },
  {
    rule: 'no-visits-for-order-or-safety',
    because: 'visits withheld until the parent complies',
    told: [
      t.decision('2026-03-06', {
        kind: 'no-visits',
        outcome: 'non-compliance',
        children: ['c1'],
        reason: 'missed tests',
      }),
    ],
    look: '2026-03-06',
    acceptedAfter: [
      t.decision('2026-03-06', {
        kind: 'no-visits',
        outcome: 'safety',
        children: ['c1'],
        reason: 'threats at the last visit',
      }),
    ],
  },
  {
    rule: 'out-of-home-parts',
    born: two,
    because: 'c1 is home again since 2026-02-01, c2 is not: the parts are asked for because of c2',
    told: [
      t.care('2026-01-10', { children: ['c1', 'c2'] }),
      t.wentHome('2026-02-01', { children: ['c1'] }),
      t.plan('2026-02-20', { parts: without(forAway, 'placement-needs', 'special-circumstances') }),
    ],
    look: '2026-02-20',
    acceptedAfter: [t.plan('2026-02-20', { parts: forAway })],
  },
  {
    rule: 'out-of-home-parts',
    because: 'only the placement was recorded, no entry into care: out of home all the same; home since the 10th, not',
    told: [t.placement('2026-01-10', { children: ['c1'], kind: 'kin' }), t.plan('2026-02-20')],
    look: '2026-02-20',
    acceptedAfter: [t.placement('2026-02-10', { children: ['c1'], kind: 'home' })],
  },
  {
    rule: 'out-of-home-parts',
    because: 'in foster care since the 10th; with a guardian, who is its family, since the 10th of February, not',
    told: [t.placement('2026-01-10', { children: ['c1'], kind: 'foster' }), t.plan('2026-02-20')],
    look: '2026-02-20',
    acceptedAfter: [t.placement('2026-02-10', { children: ['c1'], kind: 'guardian' })],
  },
  {
    rule: 'out-of-home-parts',
    because: 'recorded on 2026-03-05, when the child was home; on the day of the plan it was not',
    told: [
      t.care('2026-01-10', { children: ['c1'] }),
      t.wentHome('2026-03-01', { children: ['c1'] }),
      t.plan('2026-02-20', { known: '2026-03-05' }),
    ],
    look: '2026-03-05',
    acceptedAfter: [t.plan('2026-03-02', { known: '2026-03-05' })],
  },
  {
    rule: 'update-parts',
    because: 'progress was not measured against objectives and the minimum level of care',
    told: [t.update('2026-08-10', { parts: without(t.updateParts, 'progress-measured') })],
    look: '2026-08-10',
    acceptedAfter: [t.update('2026-08-10')],
  },
  {
    rule: 'readiness-points',
    because: 'the transition is lacking',
    told: [t.readiness('2026-05-20', { parts: without(t.readinessPoints, 'transition') })],
    look: '2026-05-20',
    acceptedAfter: [t.readiness('2026-05-20')],
  },
  {
    rule: 'four-points-before-closing',
    born: two,
    because: 'recorded for c1 only',
    told: [t.closingReview('2026-06-20', { children: ['c1'] }), t.closed('2026-07-01', { reason: 'goals-met' })],
    look: '2026-07-01',
    acceptedAfter: [t.closingReview('2026-06-28', { children: ['c2'] })],
  },
  {
    rule: 'four-points-before-closing',
    because: 'opened again on 2026-08-01: the points of the first closing do not serve for the second',
    told: [
      t.closingReview('2026-06-20'),
      t.closed('2026-07-01', { reason: 'goals-met' }),
      { type: 'CaseReopened', on: '2026-08-01', reason: 'A new allegation.' },
      t.closed('2026-09-01', { reason: 'goals-met' }),
    ],
    look: '2026-09-01',
    acceptedAfter: [t.closingReview('2026-08-28'), t.closed('2026-09-01', { reason: 'goals-met' })],
  },
  {
    rule: 'aftercare-content',
    because: 'it names what makes the family vulnerable, and no strengths',
    told: [t.aftercare('2026-06-25', { parts: ['vulnerable-factors'] })],
    look: '2026-06-25',
    acceptedAfter: [t.aftercare('2026-06-25')],
  },
];
