// Family engagement in case planning and case management (California), in the order of the slides. Requirement ids CA-01
// to CA-77. It is a training deck and not a regulation: what an agency decides for itself stands in `settings`.
import {
  aboutIt,
  after,
  agreed,
  allOf,
  anyOf,
  before,
  birthday,
  businessDays,
  by,
  chosen,
  days,
  did,
  each,
  earliest,
  either,
  first,
  firstKnown,
  happened,
  holding,
  inCase,
  itHas,
  itHolds,
  itselfHolding,
  last,
  lastBy,
  latest,
  latestIs,
  months,
  next,
  not,
  notAfter,
  opened,
  perChild,
  perEvent,
  perEventSuch,
  perParticipant,
  place,
  placeIn,
  previous,
  program,
  setting,
  settingIs,
  so,
  theyHold,
  trigger,
  type When,
} from '../domain/rule';

const goals = [
  'remain-home',
  'return-home',
  'adoption-with-siblings',
  'adoption',
  'maintain-guardianship',
  'guardianship',
  'long-term-foster-care-relative',
  'long-term-foster-care',
  'stable-foster-care-emancipation',
] as const;
/** The last three of the nine. */
const notPermanency = [
  'long-term-foster-care-relative',
  'long-term-foster-care',
  'stable-foster-care-emancipation',
] as const;
/** The goals with which a child does not go home. */
const elsewhereThanHome = [
  'adoption-with-siblings',
  'adoption',
  'maintain-guardianship',
  'guardianship',
  'long-term-foster-care-relative',
  'long-term-foster-care',
  'stable-foster-care-emancipation',
] as const;

const noDate = { none: 'No date is given.' };
/** Before anything that can have happened to the child. */
const birth = birthday(0);
const today: When = { when: 'now' };
const caseBegan = first(inCase('CaseOpened'));

const faceToFace = happened('ContactMade', { kind: 'face-to-face', outcome: 'reached' });
const engagement = happened('ContactMade', { kind: 'engagement', outcome: 'reached' });
const goal = happened('GoalSet', { rank: 'primary' });
const objective = happened('ObjectiveSet');

const initialPlan = happened('DocumentCompleted', { kind: 'case-plan' });
const update = happened('DocumentCompleted', { kind: 'case-plan-update' });
const anyPlan = happened('DocumentCompleted', { kind: ['case-plan', 'case-plan-update'] });
const planOfIt = aboutIt('DocumentCompleted', { kind: ['case-plan', 'case-plan-update'] });
const addition = aboutIt('DocumentCompleted', { kind: 'case-plan-addition' });
const planHearing = happened('CircumstanceRecorded', { kind: 'plan-hearing', plannedFor: 'anything' });

/** What the sixty days count from. */
const planClock = chosen('casePlanCountsFrom', {
  'first-contact': first(faceToFace),
  'in-person-response': first(happened('ContactMade', { kind: 'in-person-response', outcome: 'reached' })),
  removal: first(happened('ChildRemoved')),
});
/** The day on which the next plan is due: six months after the last (earlier for a hearing), or the sixty days of the first. */
const nextPlanDue = firstKnown(
  earliest(
    after(last(anyPlan), months(6)),
    next(planHearing, after(last(anyPlan), setting('planServesHearingFor')), 'plannedFor'),
  ),
  after(planClock, days(60)),
);
/** What was done for the plan before this one does not serve for it. */
const sinceLastPlan = firstKnown(after(lastBy(anyPlan, before(trigger(), days(1))), days(1)), birth);

/** The steps with the family; the seventh, to document the plan, is the plan itself. */
const planningSteps = [
  'process-understood',
  'strengths-and-reasons',
  'goals-established',
  'objectives-identified',
  'responsibilities-prioritized',
  'progress-times-agreed',
] as const;

const strengthsAndNeeds = happened('DocumentCompleted', { kind: 'strengths-needs-assessment' });
const continuingServices = happened('DocumentCompleted', { kind: 'continuing-services-assessment' });
const servicesParts = ['strengths', 'barriers-to-services', 'areas-of-concern'] as const;
const strengthsAndNeedsUsed = not(settingIs('caseAssessments', 'continuing-services'));
const continuingServicesUsed = not(settingIs('caseAssessments', 'strengths-and-needs'));

const entry = happened(['ChildRemoved', 'EnteredCare']);
/** The day after the child last came home, seen from the event that opened the rule. */
const sinceHome = latest(
  firstKnown(after(lastBy(happened(['ReunificationHappened', 'PermanencyAchieved']), trigger()), days(1)), birth),
  firstKnown(after(lastBy(happened('PlacementChanged', { kind: ['home', 'guardian'] }), trigger()), days(1)), birth),
);
/** Removed and not home again on the day of the event that opened the rule. */
const outOfHome = anyOf(
  did(entry, { since: sinceHome, until: trigger() }),
  did(
    happened('PlacementChanged', {
      kind: ['foster', 'kin', 'group', 'pre-adoptive', 'trial-home-visit', 'runaway', 'detention', 'hospital'],
    }),
    { since: sinceHome, until: trigger() },
  ),
);
/** An order, or a safety reason, that stands against visits. */
const noVisits = latestIs(happened('DecisionMade', { kind: 'no-visits' }), {
  outcome: ['court-order', 'safety'],
  reason: 'anything',
});
const services = happened('CircumstanceRecorded', { kind: 'reunification-services' });

const reunificationPlanned = happened('ReunificationPlanned');
const wentHome = happened('ReunificationHappened');
/** The day on which a child is to go home, or goes home before it. */
const goingHome = earliest(trigger('plannedFor'), next(wentHome, trigger()));
/** After it and before the child went home: a second return, years later, excuses nothing about the first. */
const beforeHome = { since: after(trigger(), days(1)), until: firstKnown(next(wentHome, trigger()), today) };
const goingHomeIsOff = anyOf(
  did(reunificationPlanned, beforeHome),
  did(happened('GoalSet', { rank: 'primary', goal: elsewhereThanHome }), beforeHome),
);

const closurePlanned = happened('ClosurePlanned');
const closed = happened('CaseClosed');
const closingDay = earliest(trigger('plannedFor'), next(closed, trigger()));
const closingMoved = did(closurePlanned, {
  since: after(trigger(), days(1)),
  until: firstKnown(next(closed, trigger()), today),
});
const reopened = inCase('CaseReopened');
const closingPoints = [
  'assessment',
  'minimum-level-of-care',
  'objectives',
  'strengths-and-protective-capacity',
] as const;
const closingReview = happened('DocumentCompleted', { kind: 'closing-review' });

export const caCasePlanning = program({
  id: 'ca-case-planning',
  title: 'Family engagement in case planning',
  // Printed as "Version 2. 3, 2013"; the copy puts a space behind each point. Only the year is given.
  edition: '2.3 (2013)',
  document: 'Family Engagement in Case Planning and Case Management (training slides)',
  effective: { from: '2013-01-01' },
  settings: {
    casePlanCountsFrom: {
      value: 'first-contact',
      says: 'What the sixty days of the initial plan count from: first-contact, in-person-response or removal.',
      cites: ['CA-17'],
    },
    planServesHearingFor: {
      value: days(60),
      says: 'A plan completed so shortly before a hearing serves for it; a hearing further off brings the next plan forward.',
      cites: ['CA-18'],
    },
    caseAssessments: {
      value: 'both',
      says: 'Which assessments are made for a plan: both, strengths-and-needs only, or continuing-services only.',
      cites: ['CA-19', 'CA-21'],
    },
    strengthsAndNeedsReminders: {
      value: [90, 45, 20, 5],
      says: 'Days before the assessment of strengths and needs is due on which the case worker is reminded; the first is about three months after the last assessment.',
      cites: ['CA-19'],
    },
    planPartReminders: {
      value: [21],
      says: 'Days before a plan is due on which the case worker is reminded of what goes with it.',
      cites: ['CA-21', 'CA-28', 'CA-38'],
    },
    independentLivingPlanAge: {
      value: 16,
      says: 'Age from which the plan of a youth holds an independent living plan.',
      cites: ['CA-06', 'CA-35'],
    },
    caseGoalsNotOffered: {
      value: '',
      says: 'Goals of the nine that the agency no longer sets (codes with commas); older records keep theirs.',
      cites: ['CA-10'],
    },
    objectiveCatalogue: {
      value: '',
      says: 'Codes of the agency’s list of service objectives, with commas. Empty: any objective may be set.',
      cites: ['CA-49'],
    },
    serviceCatalogue: {
      value: '',
      says: 'Codes of the agency’s list of planned client services, with commas. Empty: any service may be planned.',
      cites: ['CA-49'],
    },
    scheduledContactEvery: {
      value: months(1),
      says: 'How often a person is contacted whose contact schedule names no interval of its own.',
      cites: ['CA-35', 'CA-68'],
    },
    objectiveProgressEvery: {
      value: months(1),
      says: 'How often progress on an objective is assessed where no times were agreed with the family.',
      cites: ['CA-51'],
    },
    planWorkReminders: {
      value: [3],
      says: 'Days before a contact, an interim step or an assessment of progress is due on which the case worker is reminded.',
      cites: ['CA-35', 'CA-51', 'CA-55'],
    },
    readinessDecisionWithin: {
      value: businessDays(3),
      says: 'Time for the supervisor to confirm what was recorded before a child goes home.',
      cites: ['CA-72'],
    },
  },
  duties: [
    {
      id: 'tribe-notice',
      cites: ['CA-05'],
      says: 'Give the notices under the Indian Child Welfare Act.',
      reading:
        'Only the name of the Act stands on the slide. The question is asked for each child before the initial plan; where heritage was reported, the notice comes before the next plan. The times of the statute are not in this document.',
      strength: 'track',
      per: perEvent(happened('CircumstanceRecorded', { kind: 'indian-heritage', value: 'reported' })),
      from: trigger(),
      due: noDate,
      done: by(aboutIt('ActionTaken', { kind: 'tribe-notified' })),
      owner: 'caseworker',
    },
    {
      id: 'not-permanency',
      cites: ['CA-11'],
      says: 'This goal is not permanency: go on working toward permanency, or record why not.',
      reading:
        'The slide states no consequence: a warning, never a refusal; until efforts or the reason are recorded, or another goal is set.',
      strength: 'track',
      per: perEvent(happened('GoalSet', { goal: notPermanency }), 'child'),
      from: trigger(),
      due: noDate,
      done: either(
        by(happened('ActionTaken', { kind: 'permanency-efforts' })),
        by(happened('DecisionMade', { kind: 'no-permanency-efforts', reason: 'anything' })),
      ),
      ends: did(happened('GoalSet', { rank: 'primary' }), { since: after(trigger(), days(1)) }),
      ended: 'another goal was set',
      forGood: true,
      owner: 'caseworker',
    },
    {
      id: 'first-contact',
      cites: ['CA-16'],
      says: 'Record the first face-to-face contact with the child.',
      reading: 'No time is given for the contact itself; the time of the initial plan counts from it.',
      strength: 'track',
      per: perChild,
      from: first(happened('ChildAdded')),
      due: noDate,
      done: by(faceToFace, 'ever'),
      owner: 'caseworker',
    },
    {
      id: 'initial-plan',
      cites: ['CA-17'],
      says: 'Complete the initial case plan.',
      reading:
        'The slide is flattened text, read by the position of its words: sixty calendar days after the first face-to-face contact with the child, the last day included, without rolling. An agency that counts from the in-person response or from the removal says so in a setting.',
      per: perChild,
      from: planClock,
      due: { by: after(opened, days(60)) },
      done: by(initialPlan, 'ever'),
      owner: 'caseworker',
    },
    {
      id: 'plan-update',
      cites: ['CA-18'],
      says: 'Complete the update of the case plan.',
      reading:
        'Six calendar months after the day on which the last plan was completed, whether that was early or late; where the month has no such day, its last day. A hearing for which the plan is wanted comes first when it is entered, unless the last plan is fresh enough to serve for it. Until the case is closed.',
      per: perChild,
      from: first(initialPlan),
      due: {
        by: earliest(
          after(opened, months(6)),
          next(planHearing, after(opened, setting('planServesHearingFor')), 'plannedFor'),
        ),
      },
      repeat: { again: true },
      done: by(anyPlan),
      owner: 'caseworker',
    },
    {
      id: 'first-assessment',
      cites: ['CA-19'],
      says: 'Complete the assessment of the family’s strengths and needs for the initial plan.',
      reading: 'Before the plan: by the day on which the plan is due, or is completed if that comes first.',
      per: perChild,
      from: planClock,
      due: { by: earliest(after(opened, days(60)), first(initialPlan)) },
      done: by(strengthsAndNeeds, 'ever'),
      only: strengthsAndNeedsUsed,
      owner: 'caseworker',
      remind: 'strengthsAndNeedsReminders',
      chase: false,
    },
    {
      id: 'next-assessment',
      cites: ['CA-19'],
      says: 'Complete the next assessment of the family’s strengths and needs.',
      reading:
        '"Approximately every 3 to 6 months" and "prior to each case plan" overlap. A new one comes before each plan, at the latest six calendar months after the last; from about three months on the worker is reminded. One made earlier counts.',
      per: perChild,
      from: first(strengthsAndNeeds),
      due: {
        by: earliest(
          after(opened, months(6)),
          next(planHearing, after(opened, setting('planServesHearingFor')), 'plannedFor'),
        ),
      },
      repeat: { again: true },
      done: by(strengthsAndNeeds),
      only: strengthsAndNeedsUsed,
      owner: 'caseworker',
      remind: 'strengthsAndNeedsReminders',
    },
    {
      id: 'first-services-assessment',
      cites: ['CA-21'],
      says: 'Make the continuing services assessment for the initial plan: strengths, barriers to services, areas of concern.',
      reading:
        'Part of making the plan: by the day on which it is due, or is completed if that comes first. Whether both assessments are made or one of them is not said: an agency setting.',
      per: perChild,
      from: planClock,
      due: { by: earliest(after(opened, days(60)), first(initialPlan)) },
      done: holding(servicesParts, continuingServices, 'ever'),
      only: continuingServicesUsed,
      owner: 'caseworker',
      remind: 'planPartReminders',
      chase: false,
    },
    {
      id: 'next-services-assessment',
      cites: ['CA-21'],
      says: 'Make the continuing services assessment for the coming update: strengths, barriers to services, areas of concern.',
      reading:
        'Part of making each plan, so after each plan anew: by the day on which the next one is due, or is completed if that comes first.',
      per: perEvent(anyPlan, 'child'),
      from: trigger(),
      due: {
        by: earliest(
          after(trigger(), months(6)),
          next(planHearing, after(trigger(), setting('planServesHearingFor')), 'plannedFor'),
          next(anyPlan, after(trigger(), days(1))),
        ),
      },
      done: holding(servicesParts, continuingServices, after(trigger(), days(1))),
      only: continuingServicesUsed,
      owner: 'caseworker',
      remind: 'planPartReminders',
      chase: false,
    },
    {
      id: 'engage-first',
      cites: ['CA-22', 'CA-28'],
      says: 'Engage the family before objectives are set.',
      reading:
        'Engagement is the first task: by the day of the first objective, at the latest sixty days after the start.',
      per: perChild,
      from: planClock,
      due: { by: earliest(first(objective), after(opened, days(60))) },
      done: by(engagement, 'ever'),
      owner: 'caseworker',
      remind: 'planPartReminders',
    },
    {
      id: 'prepare-planning',
      cites: ['CA-32'],
      says: 'Prepare for planning with the family: the six steps of one’s own preparation.',
      reading: 'Before each planning meeting; what was prepared for an earlier one does not serve for it.',
      per: perEvent(happened('MeetingScheduled', { kinds: 'case-planning' })),
      from: trigger(),
      due: { by: trigger('startsAt') },
      done: holding(
        [
          'assessment-reviewed',
          'own-perceptions',
          'engagement-assessed',
          'likely-goal',
          'concurrent-plan',
          'priority-objectives',
        ],
        happened('DocumentCompleted', { kind: 'planning-preparation' }),
        firstKnown(
          after(
            lastBy(happened('MeetingHeld', { kinds: 'case-planning' }), before(trigger('startsAt'), days(1))),
            days(1),
          ),
          caseBegan,
        ),
      ),
      owner: 'caseworker',
      remind: 'planWorkReminders',
    },
    {
      id: 'scheduled-contact',
      cites: ['CA-35', 'CA-68'],
      says: 'Make the contact that the contact schedule asks for.',
      reading:
        'The document wants contact schedules in the plan and gives no interval: each person’s own, as entered with the schedule, else the agency’s. It counts from the last contact; a new schedule takes the place of the old.',
      per: perEvent(happened('CircumstanceRecorded', { kind: 'contact-schedule' }), 'participant'),
      from: trigger(),
      due: { by: after(opened, agreed('trigger', setting('scheduledContactEvery'))) },
      repeat: { again: true },
      done: by(
        happened('ContactMade', {
          kind: ['face-to-face', 'engagement', 'objective-progress', 'concurrent-planning', 'substitute-care-provider'],
          outcome: 'reached',
        }),
      ),
      ends: did(happened('CircumstanceRecorded', { kind: 'contact-schedule' }), {
        since: after(trigger(), days(1)),
      }),
      ended: 'a new contact schedule took its place',
      forGood: true,
      owner: 'caseworker',
      remind: 'planWorkReminders',
    },
    {
      id: 'smart-objective',
      cites: ['CA-37', 'CA-38', 'CA-40', 'CA-42'],
      says: 'Check the objective: specific, measurable, achievable, relevant, limited in time, in positive words, and its criterion agreed.',
      reading:
        'The worker judges: a mark for each test, by the day on which its plan is completed (or is due, while it is not); an objective set later, on that day.',
      per: perEvent(objective, 'child'),
      from: trigger(),
      due: { by: latest(trigger(), firstKnown(first(planOfIt), nextPlanDue)) },
      done: itselfHolding(
        ['specific', 'measurable', 'achievable', 'relevant', 'time-limited', 'positive-words', 'criterion-agreed'],
        aboutIt('ActionTaken', { kind: 'objective-checked' }),
      ),
      owner: 'caseworker',
      remind: 'planPartReminders',
    },
    {
      id: 'planning-steps',
      cites: ['CA-48'],
      says: 'Go through the steps of planning with the family.',
      reading:
        'Seven steps, of which the last, to document the plan, is the plan itself: six are recorded at the planning meeting, or in a checklist, by the day of the initial plan.',
      per: perEvent(initialPlan, 'child'),
      from: trigger(),
      due: { by: trigger() },
      done: either(
        holding(
          planningSteps,
          happened('MeetingHeld', { kinds: 'case-planning', familyTookPart: true }),
          sinceLastPlan,
        ),
        holding(planningSteps, happened('DocumentCompleted', { kind: 'planning-steps' }), sinceLastPlan),
      ),
      owner: 'caseworker',
    },
    {
      id: 'assess-progress',
      cites: ['CA-51'],
      says: 'Assess with the family the progress on the objective, and record it.',
      reading:
        'From the completion of its plan, at the times agreed with the family, else at those of the agency; each counts from the last assessment. A conversation about the whole plan counts for each of its objectives. Until the objective ends.',
      per: perEvent(objective),
      from: latest(trigger(), first(planOfIt)),
      due: {
        by: after(
          opened,
          agreed(
            inCase('CircumstanceRecorded', { kind: 'progress-times', interval: 'anything' }),
            setting('objectiveProgressEvery'),
          ),
        ),
      },
      repeat: { again: true },
      done: by(aboutIt('ContactMade', { kind: 'objective-progress', outcome: 'reached', participants: 'anything' })),
      only: did(planOfIt),
      ends: did(aboutIt('DecisionMade', { kind: 'objective-ended' })),
      ended: 'the objective has ended',
      forGood: true,
      owner: 'caseworker',
      remind: 'planWorkReminders',
    },
    {
      id: 'revise-plan',
      cites: ['CA-52'],
      says: 'Revise the plan: it no longer fits.',
      reading: 'No time is given. A revision answers it, or an update; only an update begins the six months anew.',
      strength: 'track',
      per: perEvent(happened('CircumstanceRecorded', { kind: 'plan-no-longer-fits' }), 'child'),
      from: trigger(),
      due: noDate,
      done: either(by(happened('DocumentCompleted', { kind: 'case-plan-revision' })), by(update)),
      owner: 'caseworker',
    },
    {
      id: 'implementation-plan',
      cites: ['CA-54'],
      says: 'Work out with the family how the plan is carried out: the implementation plan.',
      strength: 'track',
      per: perEvent(initialPlan, 'child'),
      from: trigger(),
      due: noDate,
      done: by(happened('DocumentCompleted', { kind: 'implementation-plan', participants: 'anything' })),
      owner: 'caseworker',
    },
    {
      id: 'define-steps',
      cites: ['CA-55'],
      says: 'Define the interim steps of the implementation plan, each with its day or its interval.',
      strength: 'track',
      per: perEvent(happened('DocumentCompleted', { kind: 'implementation-plan' })),
      from: trigger(),
      due: noDate,
      done: by(aboutIt('CircumstanceRecorded', { kind: 'interim-step' })),
      owner: 'caseworker',
    },
    {
      id: 'interim-step',
      cites: ['CA-55'],
      says: 'See that the interim step is taken, and record it.',
      reading: 'Due on the day that was set with the family; steps are adjusted as needed.',
      strength: 'should',
      per: perEvent(happened('CircumstanceRecorded', { kind: 'interim-step', plannedFor: 'anything' })),
      from: trigger(),
      due: { by: trigger('plannedFor') },
      done: by(aboutIt('ActionTaken', { kind: 'interim-step-taken' })),
      ends: did(aboutIt('DecisionMade', { kind: 'interim-step-ended' })),
      ended: 'the step was given up or replaced',
      forGood: true,
      owner: 'caseworker',
      remind: 'planWorkReminders',
    },
    {
      id: 'repeated-step',
      cites: ['CA-55'],
      says: 'See that the interim step of this week or month is taken, and record it.',
      reading: 'A weekly step counts seven days from the last time, a monthly one a calendar month.',
      strength: 'should',
      per: perEvent(happened('CircumstanceRecorded', { kind: 'interim-step', interval: 'anything' })),
      from: trigger(),
      due: { by: after(opened, agreed('trigger', months(1))) },
      repeat: { again: true },
      done: by(aboutIt('ActionTaken', { kind: 'interim-step-taken' })),
      ends: did(aboutIt('DecisionMade', { kind: 'interim-step-ended' })),
      ended: 'the step was given up or replaced',
      forGood: true,
      owner: 'caseworker',
      remind: 'planWorkReminders',
    },
    {
      id: 'concurrent-planning',
      cites: ['CA-56'],
      says: 'Go on with concurrent planning.',
      reading: 'No frequency is given: the days since the last entry are shown, until permanency.',
      strength: 'track',
      per: perChild,
      from: firstKnown(last(happened('ActionTaken', { kind: 'concurrent-planning' })), first(initialPlan)),
      due: noDate,
      done: by(happened('ActionTaken', { kind: 'concurrent-planning' })),
      only: did(initialPlan),
      ends: did(happened('PermanencyAchieved')),
      ended: 'permanency was achieved',
      forGood: true,
      owner: 'caseworker',
    },
    {
      id: 'review-before-update',
      cites: ['CA-57'],
      says: 'Before the update, look through the new assessment and the family’s changed needs.',
      reading: 'From a training exercise: the first step of an update, without a breach of its own.',
      strength: 'track',
      per: perEvent(update, 'child'),
      from: trigger(),
      due: { by: trigger() },
      done: holding(
        ['assessment-reviewed', 'changed-needs'],
        happened('ActionTaken', { kind: 'assessment-review' }),
        sinceLastPlan,
      ),
      owner: 'caseworker',
    },
    {
      id: 'introduce-concurrent-planning',
      cites: ['CA-59'],
      says: 'Introduce concurrent planning to the parent: what it is, why it matters, and his or her part in it.',
      reading: 'The slide says family members; each parent is asked for. No date is given.',
      strength: 'track',
      per: perParticipant('parent'),
      from: first(inCase('ContactMade', { kind: 'face-to-face', outcome: 'reached' })),
      due: noDate,
      done: holding(
        ['introduced', 'importance-explained', 'engaged'],
        happened('ContactMade', { kind: 'concurrent-planning', outcome: 'reached' }),
        'ever',
      ),
      owner: 'caseworker',
    },
    {
      id: 'good-bye-visit',
      cites: ['CA-66'],
      says: 'Parental rights have ended: consider a good-bye visit, and record the decision with its reason.',
      strength: 'track',
      per: perEvent(happened('LegalStatusChanged', { status: 'parental-rights-terminated' }), 'child'),
      from: trigger(),
      due: noDate,
      done: by(happened('DecisionMade', { kind: 'good-bye-visit', reason: 'anything' })),
      owner: 'caseworker',
    },
    {
      id: 'update-visits-and-concurrent-goal',
      cites: ['CA-71'],
      says: 'Add to the update a visitation plan, and a concurrent goal with the steps toward it.',
      reading:
        'From a training exercise about a child in care: owed with the update of a child out of home, and no reason to refuse it.',
      strength: 'should',
      per: perEventSuch(update, outOfHome, 'child'),
      from: trigger(),
      due: { by: trigger() },
      done: itselfHolding(['visitation', 'concurrent-goal', 'concurrent-steps'], addition),
      owner: 'caseworker',
    },
    {
      id: 'reunification-readiness',
      cites: ['CA-72'],
      says: 'Before the child goes home, record safety, the minimum level of care, readiness and transition.',
      reading:
        'By the planned day, or the day of the return if that is earlier. A child whom a court sends home is recorded as home all the same; the four points stay owed.',
      // A return that was planned is owed for once, with the plan.
      per: perEventSuch(
        happened(['ReunificationPlanned', 'ReunificationHappened']),
        anyOf(
          itHas({ plannedFor: 'anything' }),
          not(did(reunificationPlanned, { since: firstKnown(previous(entry), birth), until: trigger() })),
        ),
        'child',
      ),
      from: trigger(),
      due: { by: goingHome },
      done: by(happened('DocumentCompleted', { kind: 'reunification-readiness' }), firstKnown(previous(entry), birth)),
      ends: allOf(itHas({ plannedFor: 'anything' }), goingHomeIsOff),
      ended: 'the day was moved, or the goal is no longer to go home',
      forGood: true,
      owner: 'caseworker',
    },
    {
      id: 'confirm-readiness',
      cites: ['CA-72'],
      says: 'Confirm, or send back, what was recorded before the child goes home.',
      reading: 'Who decides on readiness is not said: a supervisor confirms, in the time that the agency sets.',
      per: perEvent(happened('DocumentCompleted', { kind: 'reunification-readiness' })),
      from: trigger(),
      due: { by: after(trigger(), setting('readinessDecisionWithin')) },
      done: by(aboutIt('SignOffDecided')),
      owner: 'supervisor',
      signOff: { mendedBy: 'readiness-sent-back' },
    },
    {
      id: 'readiness-sent-back',
      cites: ['CA-72'],
      says: 'Record the four points anew: the supervisor sent them back.',
      reading:
        'By the planned day as it stands now, or the day of the return if that is earlier; where it is past or not known, at once. The new record is about the decision that sent the old one back.',
      per: perEventSuch(
        happened('SignOffDecided', { decision: ['returned', 'refused'] }),
        so('is-about', { kind: 'reunification-readiness' }),
      ),
      from: trigger(),
      due: {
        by: latest(
          trigger(),
          earliest(
            firstKnown(last(inCase('ReunificationPlanned'), 'plannedFor'), trigger()),
            next(inCase('ReunificationHappened'), trigger()),
          ),
        ),
      },
      done: by(aboutIt('DocumentCompleted', { kind: 'reunification-readiness' })),
      owner: 'asker',
    },
    {
      id: 'review-before-reunification',
      cites: ['CA-73'],
      says: 'Before the child goes home, look through the updated assessment.',
      reading: 'After the newest assessment there is by then; by the planned day, or the return if that is earlier.',
      per: perEvent(reunificationPlanned, 'child'),
      from: trigger(),
      due: { by: goingHome },
      done: by(
        happened('ActionTaken', { kind: 'assessment-review' }),
        firstKnown(
          lastBy(
            happened('DocumentCompleted', { kind: ['strengths-needs-assessment', 'continuing-services-assessment'] }),
            goingHome,
          ),
          birth,
        ),
      ),
      ends: goingHomeIsOff,
      ended: 'the day was moved, or the goal is no longer to go home',
      forGood: true,
      owner: 'caseworker',
    },
    {
      id: 'closing-review',
      cites: ['CA-74'],
      says: 'Before the case closes, record assessment, minimum level of care, objectives, strengths and protective capacity.',
      reading: 'By the planned day. Without the four points of each child the closing is refused.',
      per: perEvent(closurePlanned, 'child'),
      from: trigger(),
      due: { by: closingDay },
      done: holding(closingPoints, closingReview, firstKnown(previous(reopened), birth)),
      ends: closingMoved,
      ended: 'another day of closing was planned',
      forGood: true,
      owner: 'caseworker',
    },
    {
      id: 'aftercare-plan',
      cites: ['CA-75'],
      says: 'Make an aftercare plan with the family, so that abuse or neglect does not come again.',
      reading:
        'The moment is not given: by the planned closing, at the latest by the closing itself. One made at the return serves. It stays owed after the closing.',
      // A closing that was planned is owed for once, with the plan.
      per: perEventSuch(
        happened(['ClosurePlanned', 'CaseClosed']),
        anyOf(
          itHas({ plannedFor: 'anything' }),
          not(did(closurePlanned, { since: firstKnown(previous(reopened), birth), until: trigger() })),
        ),
        'child',
      ),
      from: trigger(),
      due: { by: closingDay },
      done: by(
        happened('DocumentCompleted', { kind: 'aftercare-plan' }),
        latest(firstKnown(previous(entry), birth), firstKnown(previous(reopened), birth)),
      ),
      ends: allOf(itHas({ plannedFor: 'anything' }), closingMoved),
      ended: 'another day of closing was planned',
      forGood: true,
      outlivesClosing: true,
      owner: 'caseworker',
    },
  ],
  guards: [
    {
      id: 'plan-requirements',
      cites: ['CA-04', 'CA-24'],
      says: 'A case plan has a part for each requirement.',
      reading: 'A plan is completed when no part is empty. The update has a list of its own.',
      on: initialPlan,
      unless: itHolds([
        'engagement',
        'assessment',
        'permanency-goal',
        'service-objectives',
        'intervention',
        'timelines',
      ]),
      field: 'parts',
      mend: 'Fill the empty parts, then record the plan as completed.',
    },
    {
      id: 'legal-requirements',
      cites: ['CA-05', 'CA-07', 'CA-08'],
      says: 'A case plan holds what the law requires: the Indian Child Welfare Act, efforts for the child’s well-being, and for the stability of schooling.',
      on: initialPlan,
      unless: itHolds(['icwa', 'well-being-efforts', 'educational-stability']),
      field: 'parts',
      mend: 'Fill the empty parts, then record the plan as completed.',
    },
    {
      id: 'heritage-asked',
      cites: ['CA-05'],
      says: 'Before the case plan, the question of Indian heritage is asked for each child and its answer recorded.',
      on: initialPlan,
      every: 'child',
      unless: did(happened('CircumstanceRecorded', { kind: 'indian-heritage', value: 'anything' }), {
        until: trigger(),
      }),
      field: 'children',
      mend: 'Record the answer: CircumstanceRecorded, indian-heritage, reported or not-reported.',
    },
    {
      id: 'tribe-notified-first',
      cites: ['CA-05'],
      says: 'Indian heritage was reported: the notice comes before the plan.',
      on: anyPlan,
      every: 'child',
      only: latestIs(happened('CircumstanceRecorded', { kind: 'indian-heritage' }), { value: 'reported' }),
      unless: did(happened('ActionTaken', { kind: 'tribe-notified' }), {
        since: last(happened('CircumstanceRecorded', { kind: 'indian-heritage', value: 'reported' })),
        until: trigger(),
      }),
      field: 'children',
      mend: 'Give the notice and record it: ActionTaken, tribe-notified, about the report of heritage.',
    },
    {
      id: 'independent-living',
      cites: ['CA-06', 'CA-35'],
      says: 'The plan of an eligible youth holds the independent living plan and its services.',
      reading: 'The age is not in the text: an agency setting, reached on the day of the plan or before.',
      on: anyPlan,
      every: 'child',
      only: notAfter(birthday(setting('independentLivingPlanAge')), trigger()),
      unless: itHolds(['independent-living-plan', 'independent-living-services']),
      field: 'parts',
      mend: 'Add the independent living plan and its services.',
    },
    {
      id: 'goal-for-each-child',
      cites: ['CA-09'],
      says: 'A case plan names a permanency goal for each child.',
      on: anyPlan,
      every: 'child',
      unless: did(goal, { until: trigger() }),
      field: 'children',
      mend: 'Set a goal for each child of the plan first.',
    },
    {
      id: 'one-of-nine-goals',
      cites: ['CA-10'],
      says: 'The goal is one of the nine that the agency sets.',
      reading: 'The list of 2013. An agency may stop setting a goal; records that have it keep it.',
      on: happened('GoalSet'),
      unless: allOf(itHas({ goal: goals }), not(so('listed', { field: 'goal', setting: 'caseGoalsNotOffered' }))),
      field: 'goal',
      mend: `Choose one of: ${goals.join(', ')}.`,
    },
    {
      id: 'assessed-before-the-plan',
      cites: ['CA-19'],
      says: 'A case plan follows an assessment of the family’s strengths and needs made for it.',
      reading:
        'Made after the day of the plan before it, not older than six calendar months on the day of the plan, and at the latest on that day.',
      on: anyPlan,
      every: 'child',
      only: strengthsAndNeedsUsed,
      unless: allOf(
        did(strengthsAndNeeds, { since: sinceLastPlan, until: trigger() }),
        did(strengthsAndNeeds, { since: before(trigger(), months(6)), until: trigger() }),
      ),
      mend: 'Complete the assessment of strengths and needs, then the plan.',
    },
    {
      id: 'needs-and-strengths-found',
      cites: ['CA-20'],
      says: 'The assessment identifies the family’s priority needs and strengths.',
      reading: 'The codes of the needs stand beside these parts, so that services can be tied to them.',
      on: strengthsAndNeeds,
      unless: itHolds(['priority-needs', 'strengths']),
      field: 'parts',
      mend: 'Enter the priority needs and the strengths.',
    },
    {
      id: 'services-assessed-before-the-plan',
      cites: ['CA-21'],
      says: 'The continuing services assessment is made as part of each plan.',
      on: anyPlan,
      every: 'child',
      only: continuingServicesUsed,
      unless: theyHold(continuingServices, servicesParts, { since: sinceLastPlan, until: trigger() }),
      mend: 'Complete the continuing services assessment for this plan.',
    },
    {
      id: 'participants-named',
      cites: ['CA-22', 'CA-34'],
      says: 'The plan shows who took part in making it.',
      on: anyPlan,
      unless: itHas({ participants: 'anything' }),
      field: 'participants',
      mend: 'Name those of the family and the others who worked on goal, objectives and services.',
    },
    {
      id: 'plan-components',
      cites: ['CA-13', 'CA-20', 'CA-23', 'CA-24', 'CA-34', 'CA-35'],
      says: 'A case plan holds its components; what the family does and what the agency does stand apart from the objectives.',
      reading:
        'Participants, visitation and independent living services are components as well; each is asked for by a rule of its own, because it depends on the child.',
      on: initialPlan,
      unless: itHolds([
        'participants',
        'permanency-goal',
        'assessment-summary',
        'contributing-factors',
        'strengths',
        'service-objectives',
        'client-responsibilities',
        'case-management-services',
        'concurrent-planning',
        'contact-schedules',
      ]),
      field: 'parts',
      mend: 'Fill the components that are empty.',
    },
    {
      id: 'objectives-entered',
      cites: ['CA-13', 'CA-34'],
      says: 'The service objectives of the plan are entered one by one.',
      on: initialPlan,
      unless: did(aboutIt('ObjectiveSet')),
      field: 'document',
      mend: 'Enter at least one objective that names this plan: ObjectiveSet.',
    },
    {
      id: 'objectives-complete',
      cites: ['CA-39', 'CA-41', 'CA-44', 'CA-45'],
      says: 'Each objective of the plan has the goal that it serves, a criterion, the factor that it answers, and a target date.',
      reading: 'Refused when the plan is completed, not while it is drafted.',
      on: anyPlan,
      unless: each(aboutIt('ObjectiveSet'), {
        goal: 'anything',
        criterion: 'anything',
        factor: 'anything',
        target: 'anything',
      }),
      field: 'document',
      mend: 'Complete the objectives of this plan.',
    },
    {
      id: 'later-objective-complete',
      cites: ['CA-39', 'CA-41', 'CA-44', 'CA-45'],
      says: 'An objective that is added to a completed plan has the goal that it serves, a criterion, a factor and a target date.',
      on: objective,
      only: did(planOfIt),
      unless: itHas({ goal: 'anything', criterion: 'anything', factor: 'anything', target: 'anything' }),
      mend: 'Give goal, criterion, factor and target with the objective.',
    },
    {
      id: 'services-answer-needs',
      cites: ['CA-46'],
      says: 'A planned service answers a need that the assessment found.',
      reading: 'The slide limits services to prioritised needs: the service names such needs, or gives a reason.',
      on: happened('DecisionMade', { kind: 'planned-service' }),
      every: 'child',
      unless: anyOf(
        allOf(itHas({ parts: 'anything' }), theyHold(strengthsAndNeeds, { trigger: 'parts' })),
        itHas({ reason: 'anything' }),
      ),
      field: 'parts',
      mend: 'Name in `parts` needs that stand in the assessment, or give the reason for the service.',
    },
    {
      id: 'objective-from-catalogue',
      cites: ['CA-49'],
      says: 'The objective comes from the agency’s list and has a description of its own.',
      reading: 'The list is not in the document: an agency that keeps one enters it in a setting.',
      on: objective,
      only: not(settingIs('objectiveCatalogue', '')),
      unless: allOf(so('listed', { field: 'code', setting: 'objectiveCatalogue' }), itHas({ note: 'anything' })),
      field: 'code',
      mend: 'Choose a code of the list, and describe the objective in `note`.',
    },
    {
      id: 'service-from-catalogue',
      cites: ['CA-49'],
      says: 'The planned service comes from the agency’s list and has a description of its own.',
      reading: 'The list is not in the document: an agency that keeps one enters it in a setting.',
      on: happened('DecisionMade', { kind: 'planned-service' }),
      only: not(settingIs('serviceCatalogue', '')),
      unless: allOf(so('listed', { field: 'outcome', setting: 'serviceCatalogue' }), itHas({ note: 'anything' })),
      field: 'outcome',
      mend: 'Choose a code of the list, and describe the service in `note`.',
    },
    {
      id: 'alternative-named',
      cites: ['CA-58'],
      says: 'For a child with reunification services the plan names the alternative, and the services that it needs.',
      reading:
        'Only while the child receives such services: as recorded, and where nothing is recorded, a child out of home whose goal is to return home.',
      on: anyPlan,
      every: 'child',
      only: anyOf(
        latestIs(services, { value: 'receiving' }),
        allOf(outOfHome, latestIs(goal, { goal: 'return-home' }), not(did(services))),
      ),
      unless: itHolds(['permanency-alternative', 'alternative-services']),
      field: 'parts',
      mend: 'Add the alternative and its services.',
    },
    {
      id: 'visits-arranged',
      cites: ['CA-35', 'CA-61', 'CA-68'],
      says: 'The plan of a child out of home arranges visits and their schedule, whatever the goal.',
      reading:
        'Limits set by a court are not mentioned: a recorded order or safety reason takes the place of the visits while it stands.',
      on: anyPlan,
      every: 'child',
      only: outOfHome,
      unless: anyOf(itHolds(['visitation', 'visit-schedule']), noVisits),
      field: 'parts',
      mend: 'Add visitation and visit-schedule, or record the order or the safety reason against visits (DecisionMade, no-visits).',
    },
    {
      id: 'visits-no-reward-or-punishment',
      cites: ['CA-62'],
      says: 'Visiting is never a reward or a punishment.',
      reading: '"Never" is taken at its word: a visit is not cancelled, reduced or added for such a reason.',
      on: happened('CircumstanceRecorded', { kind: ['visit-cancelled', 'visits-changed'] }),
      unless: allOf(itHas({ value: 'anything' }), not(itHas({ value: ['reward', 'punishment'] }))),
      field: 'value',
      mend: 'Let the visit take place; where it cannot, give the reason in `value`: safety, court-order, illness, transport …',
    },
    {
      id: 'no-visits-for-order-or-safety',
      cites: ['CA-61', 'CA-62', 'CA-63'],
      says: 'Visits are the child’s right: they are withheld for an order or for safety only, with the reason.',
      on: happened('DecisionMade', { kind: 'no-visits' }),
      unless: anyOf(itHas({ outcome: ['court-order', 'safety'], reason: 'anything' }), itHas({ outcome: 'lifted' })),
      field: 'outcome',
      mend: 'Give court-order or safety as outcome, and the reason; `lifted` ends it.',
    },
    {
      id: 'out-of-home-parts',
      cites: ['CA-68'],
      says: 'The plan of a child out of home holds further parts.',
      reading:
        'Asked of each plan and each update: what has not changed is carried over. The sixth part, the schedule of visits, has a rule of its own.',
      on: anyPlan,
      every: 'child',
      only: outOfHome,
      unless: itHolds([
        'placement-needs',
        'substitute-care-contact',
        'well-being-information',
        'special-circumstances',
        'concurrent-planning',
      ]),
      field: 'parts',
      mend: 'Fill the parts for children out of home.',
    },
    {
      id: 'update-parts',
      cites: ['CA-69', 'CA-70'],
      says: 'An update reassesses, describes progress and measures it against objectives and the minimum level of care, and holds its four parts.',
      on: update,
      unless: itHolds([
        'reassessment',
        'progress-described',
        'progress-measured',
        'family-circumstances',
        'progress-on-objectives',
        'compliance-with-services',
        'alternate-permanency-efforts',
      ]),
      field: 'parts',
      mend: 'Fill the parts of the update.',
    },
    {
      id: 'readiness-points',
      cites: ['CA-72'],
      says: 'What is recorded before a reunification covers safety, the minimum level of care, readiness and transition.',
      on: happened('DocumentCompleted', { kind: 'reunification-readiness' }),
      unless: itHolds(['safety', 'minimum-level-of-care', 'readiness', 'transition']),
      field: 'parts',
      mend: 'Record all four points; after a refusal `about` the decision of the supervisor.',
    },
    {
      id: 'four-points-before-closing',
      cites: ['CA-74'],
      says: 'Before a case closes, assessment, minimum level of care, objectives, strengths and protective capacity are recorded for each child.',
      reading: 'Since the case was opened, or opened again; in one record or in several.',
      on: happened('CaseClosed'),
      every: 'child',
      unless: theyHold(closingReview, closingPoints, { since: firstKnown(previous(reopened), birth) }),
      mend: 'Record the four points for each child: DocumentCompleted, closing-review.',
    },
    {
      id: 'aftercare-content',
      cites: ['CA-76', 'CA-77'],
      says: 'The aftercare plan names the factors that make the family most vulnerable, and the strengths that help.',
      on: happened('DocumentCompleted', { kind: 'aftercare-plan' }),
      unless: itHolds(['vulnerable-factors', 'strengths']),
      field: 'parts',
      mend: 'Enter the factors and the strengths.',
    },
  ],
  guidance: [
    {
      id: 'good-planning',
      cites: ['CA-02'],
      says: 'Good case planning is well structured, meets the requirements, fits this family, and is made with those who take part.',
      on: anyPlan,
    },
    {
      id: 'terms',
      cites: ['CA-03'],
      says: 'Five terms. Engagement: the family takes part in being helped, of its own will. Permanence: the first six of the nine goals. Case plan update: the plan reassessed and its progress measured. Concurrent services: what the alternative needs, begun beside reunification. Participatory planning: goal, objectives and services are worked out together.',
    },
    {
      id: 'outcomes-for-youth',
      cites: ['CA-12'],
      says: 'Of the youth who left care, by the figures of the training: 53% without a diploma or GED, 72% without work, 11% homeless, 20% without any lasting connection.',
      on: happened('GoalSet', { goal: notPermanency }),
    },
    {
      id: 'minimum-level-of-care',
      cites: ['CA-25'],
      says: 'The minimum sufficient level of care is the social standard for what a child needs from parents at the least: below it a home is inadequate. Plan, reunification and closing are measured against it.',
      on: happened('DocumentCompleted', {
        kind: ['case-plan', 'case-plan-update', 'reunification-readiness', 'closing-review'],
      }),
      offers: [place('parts', 'minimum-level-of-care'), place('note')],
    },
    {
      id: 'reasonable-efforts',
      cites: ['CA-26'],
      says: 'Reasonable efforts: talk them over with colleagues on three examples: an addicted parent who leaves young children alone to use drugs, parents who leave them alone to go to work, parents who hit with a hairbrush and leave marks.',
    },
    {
      id: 'bias',
      cites: ['CA-27'],
      says: 'Bias works at each phase, also unseen: ask what you take for granted about this family before you assess, plan and review.',
      on: happened('DocumentCompleted', { kind: ['planning-preparation', 'case-plan', 'case-plan-update'] }),
      offers: [
        placeIn(happened('DocumentCompleted', { kind: 'planning-preparation' }), place('parts', 'own-perceptions')),
      ],
    },
    {
      id: 'engagement-barriers',
      cites: ['CA-29'],
      says: 'Note what stands in the way of working together.',
      on: engagement,
      offers: [
        place(
          'points',
          'systemic-oppression',
          'mismatch-of-needs-and-services',
          'disagreement-on-goals-and-services',
          'negative-expectations',
          'substance-abuse',
          'domestic-violence',
          'mental-health',
        ),
      ],
    },
    {
      id: 'engagement-strategies',
      cites: ['CA-30'],
      says: 'Note what you do about it.',
      on: engagement,
      offers: [
        place('points', 'overcome-mistrust', 'defuse-anger', 'seek-commitment', 'skills-not-attitudes', 'seek-input'),
      ],
    },
    {
      id: 'ways-to-ask',
      cites: ['CA-31'],
      says: 'Ways to ask: scales, exceptions, past success, open questions, when, how, coping, the miracle question.',
      on: engagement,
    },
    {
      id: 'few-priorities',
      cites: ['CA-33'],
      says: 'Name a small number of priority needs; the training suggests three.',
      on: happened('DocumentCompleted', { kind: 'planning-preparation' }),
      offers: [place('parts', 'priority-needs')],
    },
    {
      id: 'end-state-or-activity',
      cites: ['CA-36'],
      says: 'An objective says how things will be when the problem is gone; a service is something done to get there. Keep them apart.',
      on: objective,
      offers: [placeIn(happened('ObjectiveSet')), placeIn(happened('DecisionMade', { kind: 'planned-service' }))],
    },
    {
      id: 'no-laundry-list',
      cites: ['CA-43'],
      says: 'Take objectives from what put this child at risk, not from a list of everything that could be better.',
      on: objective,
    },
    {
      id: 'fit-the-family',
      cites: ['CA-47'],
      says: 'Fit each service to the family: culture, strengths, needs.',
      on: happened('DecisionMade', { kind: 'planned-service' }),
      offers: [place('note')],
    },
    {
      id: 'support',
      cites: ['CA-50'],
      says: 'Empathy and support are part of managing the case.',
      on: happened('ContactMade', { kind: 'objective-progress' }),
    },
    {
      id: 'achievements',
      cites: ['CA-53'],
      says: 'Celebrate along the way: record what was achieved, and show it to the family.',
      on: happened(['ContactMade', 'ActionTaken'], { kind: ['objective-progress', 'interim-step-taken'] }),
      offers: [placeIn(happened('ActionTaken', { kind: 'achievement' }))],
    },
    {
      id: 'whom-to-visit',
      cites: ['CA-60'],
      says: 'Visits keep up the child’s bonds with parents, brothers and sisters, and others who were close before the placement: plan and record them for each.',
      on: anyPlan,
      offers: [
        placeIn(happened('CircumstanceRecorded', { kind: 'visit-plan' })),
        placeIn(happened('ContactMade', { kind: 'family-visit' })),
      ],
    },
    {
      id: 'childs-right',
      cites: ['CA-62', 'CA-63'],
      says: 'Visiting is the child’s right and not the parent’s privilege; it is no reward and no punishment.',
      on: happened('CircumstanceRecorded', { kind: ['visit-plan', 'visit-cancelled', 'visits-changed'] }),
    },
    {
      id: 'setting-of-visits',
      cites: ['CA-64'],
      says: 'Choose a setting that lets parent and child be natural with each other at little risk; note the setting and who supervises.',
      on: happened('ContactMade', { kind: 'family-visit' }),
      offers: [place('points', 'supervised', 'unsupervised', 'home-setting', 'community-setting'), place('note')],
    },
    {
      id: 'supervised-visits',
      cites: ['CA-65'],
      says: 'A supervised visit is a chance to see progress and to teach: note what you saw.',
      on: happened('ContactMade', { kind: 'family-visit', points: 'supervised' }),
      offers: [place('points', 'progress-seen', 'parent-taught'), place('note')],
    },
    {
      id: 'good-visits',
      cites: ['CA-67'],
      says: 'A good visit fits the child’s age and development and the family’s culture, invites good moments, and has to do with the objectives.',
      on: happened('CircumstanceRecorded', { kind: 'visit-plan' }),
    },
  ],
  elsewhere: [
    {
      cites: ['CA-01'],
      by: 'mechanism',
      where: 'document, edition and effective.from of this program',
      says: 'Version and year stand beside each obligation and in each explanation.',
    },
    {
      cites: ['CA-14'],
      by: 'schema',
      where: 'ActionTaken kind er-investigation; DecisionMade kinds place-in-foster-care, open-case, file-petition',
      says: 'The investigation and the three decisions before court, each with its date in `on`.',
    },
    {
      cites: ['CA-15'],
      by: 'schema',
      where: 'HearingHeld, kinds detention, jurisdiction, disposition: on and outcome',
      says: 'The three hearings with their dates and results.',
    },
  ],
  kinds: ['er-investigation', 'place-in-foster-care', 'open-case', 'file-petition'],
});
