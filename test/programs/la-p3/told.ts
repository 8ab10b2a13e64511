// Short words for stories about P3. The worker is p3w1 (then p3w2), the P3 supervisor p3s1.
import { anAgency, type Told } from '../../support/a-case';

type Fields = Readonly<Record<string, unknown>>;
const of =
  (type: string) =>
  (on: string, fields: Fields = {}): Told => ({ type, on, ...fields });

export const contact = of('ContactMade');
export const document = of('DocumentCompleted');
export const action = of('ActionTaken');
export const decision = of('DecisionMade');
export const signOff = of('SignOffDecided');
export const circumstance = of('CircumstanceRecorded');
export const person = of('ParticipantAdded');
export const placement = of('PlacementChanged');
export const goal = of('GoalSet');
export const unassigned = of('StaffUnassigned');
export const enteredCare = of('EnteredCare');
export const caseClosed = of('CaseClosed');
export const enrolled = (on: string, fields: Fields = {}): Told =>
  of('ProgramEnrolled')(on, { program: 'la-p3', ...fields });
export const ended = (on: string, fields: Fields = {}): Told => of('ProgramEnded')(on, { program: 'la-p3', ...fields });
export const p3Worker = (on: string, fields: Fields = {}): Told =>
  of('StaffAssigned')(on, { staff: 'p3w1', role: 'p3-worker', kind: 'secondary', by: 'p3s1', ...fields });

export const form = (on: string, fields: Fields = {}): Told =>
  document(on, { id: 'f1', document: 'ref-1', kind: 'dcfs-5122-a', children: ['c1'], ...fields });
export const accepted = (on: string, fields: Fields = {}): Told =>
  decision(on, { kind: 'p3-referral', outcome: 'accepted', reason: 'meets the criteria', by: 'p3s1', ...fields });
export const visit = (on: string, fields: Fields = {}): Told =>
  contact(on, { kind: 'youth-visit', channel: 'in-person', children: ['c1'], ...fields });
export const caregiverTold = (on: string, fields: Fields = {}): Told =>
  contact(on, {
    kind: 'caregiver',
    participants: ['cg1'],
    points: ['program-explained', 'role-explained'],
    ...fields,
  });
export const aunt = (on: string, fields: Fields = {}): Told =>
  person(on, { participant: 'aunt', role: 'connection', children: ['c1'], ...fields });
export const outreach = (on: string, fields: Fields = {}): Told =>
  contact(on, { kind: 'outreach', channel: 'phone', participants: ['aunt'], points: ['identifies-child'], ...fields });

/** Closing is found appropriate for c1. */
export const closing = (on: string, fields: Fields = {}): Told =>
  decision(on, {
    kind: 'p3-closing',
    outcome: 'appropriate',
    reason: 'guardianship is granted',
    children: ['c1'],
    ...fields,
  });
export const notice = (on: string, fields: Fields = {}): Told =>
  action(on, {
    kind: 'p3-closing-notice',
    parts: ['to-caseworker', 'to-supervisor', 'rationale'],
    children: ['c1'],
    by: 'p3w1',
    ...fields,
  });
export const answer = (on: string, outcome: 'agrees' | 'disagrees', fields: Fields = {}): Told =>
  decision(on, { kind: 'p3-closing-answer', outcome, children: ['c1'], staff: ['cw1'], ...fields });
export const decided = (on: string, outcome: 'close' | 'keep-open', fields: Fields = {}): Told =>
  decision(on, {
    kind: 'p3-closing-decision',
    outcome,
    reason: 'weighed',
    children: ['c1'],
    by: 'p3s1',
    ...fields,
  });
export const summary = (on: string, fields: Fields = {}): Told =>
  document(on, {
    document: 'cs1',
    kind: 'p3-closing-summary',
    children: ['c1'],
    parts: ['case-notes', 'p3-tracking'],
    ...fields,
  });
export const step = (on: string, kind: string, fields: Fields = {}): Told =>
  action(on, { kind, children: ['c1'], by: 'p3s1', ...fields });

/** Holidays of the tests: Presidents’ Day, Memorial Day and Thanksgiving of 2026. */
const people = {
  holidays: ['2026-02-16', '2026-05-25', '2026-11-26'],
  staff: [
    { id: 'cw1', role: 'caseworker' as const, unit: 'unit-1' },
    { id: 'sup1', role: 'supervisor' as const, unit: 'unit-1' },
    { id: 'pm1', role: 'program-manager' as const, unit: 'unit-1' },
    { id: 'p3w1', role: 'p3-worker' as const, unit: 'p3' },
    { id: 'p3w2', role: 'p3-worker' as const, unit: 'p3' },
    { id: 'p3s1', role: 'p3-supervisor' as const, unit: 'p3' },
  ],
};

/** An agency that has filled none of the lists that the text leaves empty. */
export const plain = anAgency(people);
/** One that has filled them all. */
export const withLists = anAgency({
  ...people,
  settings: {
    p3Populations: 'court-ordered, group-home',
    p3Programs: 'p3-youth, p3-siblings',
    p3UnitActivities: 'genogram, family-search',
    p3ConferencePoints: 'history, siblings',
    p3SearchSources: 'registry, county-index',
  },
});

/** The subject of what is owed for a youth under the first enrolment of a case with so many children. */
export const youth = (child: string, children = 1): string => `event:e${children + 4}/${child}`;
