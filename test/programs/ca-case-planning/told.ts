// Short words for the stories of case planning.
import type { Told } from '../../support/a-case';

type Fields = Readonly<Record<string, unknown>>;
const of =
  (type: string) =>
  (on: string, fields: Fields = {}): Told => ({ type, on, ...fields });

export const contact = of('ContactMade');
export const document = of('DocumentCompleted');
export const action = of('ActionTaken');
export const decision = of('DecisionMade');
export const circumstance = of('CircumstanceRecorded');
export const objective = of('ObjectiveSet');
export const goal = of('GoalSet');
export const care = of('EnteredCare');
export const placement = of('PlacementChanged');
export const meetingSet = of('MeetingScheduled');
export const meetingHeld = of('MeetingHeld');
export const legalStatus = of('LegalStatusChanged');
export const reunificationPlanned = of('ReunificationPlanned');
export const wentHome = of('ReunificationHappened');
export const closurePlanned = of('ClosurePlanned');
export const closed = of('CaseClosed');
export const signOff = (on: string, fields: Fields): Told => ({
  type: 'SignOffDecided',
  on,
  by: 'sup1',
  reason: 'as discussed',
  ...fields,
});

export const seen = (on: string, over: Fields = {}): Told => contact(on, { kind: 'face-to-face', ...over });
export const engaged = (on: string, over: Fields = {}): Told =>
  contact(on, { kind: 'engagement', participants: ['p1'], ...over });
export const assessment = (on: string, over: Fields = {}): Told =>
  document(on, {
    document: `sna-${on}`,
    kind: 'strengths-needs-assessment',
    parts: ['priority-needs', 'strengths', 'substance-use'],
    ...over,
  });
export const servicesAssessment = (on: string, over: Fields = {}): Told =>
  document(on, {
    document: `csa-${on}`,
    kind: 'continuing-services-assessment',
    parts: ['strengths', 'barriers-to-services', 'areas-of-concern'],
    ...over,
  });

export const requirements = [
  'engagement',
  'assessment',
  'permanency-goal',
  'service-objectives',
  'intervention',
  'timelines',
];
export const legal = ['icwa', 'well-being-efforts', 'educational-stability'];
export const components = [
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
];
export const outOfHome = [
  'placement-needs',
  'substitute-care-contact',
  'well-being-information',
  'special-circumstances',
  'concurrent-planning',
];
export const visits = ['visitation', 'visit-schedule'];
export const alternative = ['permanency-alternative', 'alternative-services'];
export const updateParts = [
  'reassessment',
  'progress-described',
  'progress-measured',
  'family-circumstances',
  'progress-on-objectives',
  'compliance-with-services',
  'alternate-permanency-efforts',
];
export const marks = [
  'specific',
  'measurable',
  'achievable',
  'relevant',
  'time-limited',
  'positive-words',
  'criterion-agreed',
];
export const preparation = [
  'assessment-reviewed',
  'own-perceptions',
  'engagement-assessed',
  'likely-goal',
  'concurrent-plan',
  'priority-objectives',
];
export const planningSteps = [
  'process-understood',
  'strengths-and-reasons',
  'goals-established',
  'objectives-identified',
  'responsibilities-prioritized',
  'progress-times-agreed',
];
export const readinessPoints = ['safety', 'minimum-level-of-care', 'readiness', 'transition'];
export const closingPoints = ['assessment', 'minimum-level-of-care', 'objectives', 'strengths-and-protective-capacity'];

export const plan = (on: string, over: Fields = {}): Told =>
  document(on, {
    document: 'plan-1',
    kind: 'case-plan',
    participants: ['p1'],
    parts: [...requirements, ...legal, ...components],
    ...over,
  });
export const update = (on: string, over: Fields = {}): Told =>
  document(on, {
    document: `update-${on}`,
    kind: 'case-plan-update',
    participants: ['p1'],
    parts: updateParts,
    ...over,
  });
/** An objective that lacks nothing. */
export const complete = (on: string, over: Fields = {}): Told =>
  objective(on, {
    objective: 'o1',
    plan: 'plan-1',
    goal: 'return-home',
    criterion: 'Three clean tests in a row',
    factor: 'substance-use',
    target: '2026-06-30',
    ...over,
  });
export const readiness = (on: string, over: Fields = {}): Told =>
  document(on, { document: `rr-${on}`, kind: 'reunification-readiness', parts: readinessPoints, ...over });
export const closingReview = (on: string, over: Fields = {}): Told =>
  document(on, { document: `cr-${on}`, kind: 'closing-review', parts: closingPoints, ...over });
export const aftercare = (on: string, over: Fields = {}): Told =>
  document(on, {
    document: `ac-${on}`,
    kind: 'aftercare-plan',
    participants: ['p1'],
    parts: ['vulnerable-factors', 'strengths'],
    ...over,
  });
