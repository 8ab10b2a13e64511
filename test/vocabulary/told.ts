// Short words for stories.
import type { Told } from '../support/a-case';

const of =
  (type: string) =>
  (on: string, fields: Readonly<Record<string, unknown>> = {}): Told => ({ type, on, ...fields });

export const assigned = of('StaffAssigned');
export const unassigned = of('StaffUnassigned');
export const contact = of('ContactMade');
export const document = of('DocumentCompleted');
export const action = of('ActionTaken');
export const decision = of('DecisionMade');
export const signOff = of('SignOffDecided');
export const circumstance = of('CircumstanceRecorded');
export const person = of('ParticipantAdded');
export const care = of('EnteredCare');
export const placement = of('PlacementChanged');
export const enrolmentEnded = of('ProgramEnded');
export const allegation = of('AllegationReported');
export const goal = of('GoalSet');
export const objective = of('ObjectiveSet');
export const meetingSet = of('MeetingScheduled');
export const meetingHeld = of('MeetingHeld');
export const legalStatus = of('LegalStatusChanged');
export const reunificationPlanned = of('ReunificationPlanned');
export const closurePlanned = of('ClosurePlanned');
export const caseClosed = of('CaseClosed');
/** The P3 worker of the case, secondary beside the case worker. */
export const p3Worker = (on: string, fields: Readonly<Record<string, unknown>> = {}): Told =>
  assigned(on, { staff: 'p3w1', role: 'p3-worker', kind: 'secondary', by: 'p3s1', ...fields });
