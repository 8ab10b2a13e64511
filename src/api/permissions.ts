// Who may do what: one table. Every operation and every event names the right that it needs; a role has a right for some
// cases. What follows from the table for a person and a case is in access.ts; docs/roles.md shows it.
import type { CaseEvent, EventType, StaffRole } from '../domain/events';

/** Each in words that follow "may". */
export const permissions = {
  'read-case': 'read a case: its record, people, obligations, messages, and what would change if',
  'open-case': 'open a case, with the people, programs and staff that it begins with',
  'report-allegation': 'report a new allegation',
  'record-facts': 'record what happened: placements, hearings, contacts, actions, circumstances',
  'record-documents': 'record documents, their signatures and to whom they were given',
  'record-decisions': 'record decisions and plans: goals, objectives, programs, a planned return or closing',
  'change-people': 'change who is in the case, how they are reached, and who is kept apart',
  'hold-meetings': 'schedule, move, cancel and record meetings, and take the answers of those invited',
  'assign-staff': 'assign staff to a case, and end an assignment',
  'hand-over': 'hand over the cases of somebody who leaves or is away',
  'sign-off': 'decide what waits for a sign-off (never what he or she asked for)',
  waive: 'waive an obligation, on an authority',
  'close-case': 'close a case, and reopen it',
  'own-worklist': 'see what he or she owes',
  'unit-worklist': 'see what the unit owes',
  'unit-caseload': 'see how many families each facilitator of a unit carries, and who is away',
  'own-requests': 'ask what became of a request of his or her own',
  'read-policy': 'read the programs and the settings of the agency',
  'read-staff': 'read who works for the agency, in which role and unit',
  'manage-staff': 'change staff: names, addresses, roles, units, who is active',
  'manage-settings': 'change the settings and lists of the agency',
  'read-changes': 'see who changed staff, settings and holidays, from what to what',
  'watch-system': 'see which cases are stuck and whether the stores agree, without what is in a case',
} as const;
export type Permission = keyof typeof permissions;

/** For which cases a role has a right. */
export const scopes = {
  all: 'in every case',
  unit: 'in the cases of the own unit, and where assigned',
  p3: 'in the cases of the own unit, of the P3 program, and where assigned',
  assigned: 'where assigned in this role, and in cases of the own unit in which nobody holds it',
  primary: 'the same, but not by a secondary assignment',
  opening: 'in the request that opens the case',
} as const;
export type Scope = keyof typeof scopes;

export const roleNames: Readonly<Record<StaffRole, string>> = {
  caseworker: 'case worker',
  supervisor: 'supervisor',
  facilitator: 'facilitator',
  'facilitator-supervisor': 'facilitator-supervisor',
  'program-manager': 'program manager',
  'p3-worker': 'P3 worker',
  'p3-supervisor': 'P3 supervisor',
  intake: 'intake worker',
  'records-clerk': 'records clerk',
  operator: 'operator',
  administrator: 'administrator',
};

const everybody = { 'own-requests': 'all', 'read-policy': 'all', 'read-staff': 'all' } as const;
const onWorklists = { 'own-worklist': 'all', 'unit-worklist': 'all' } as const;

function inCharge(scope: Scope): Rights {
  return {
    ...everybody,
    ...onWorklists,
    'unit-caseload': scope,
    'read-case': scope,
    'report-allegation': scope,
    'record-facts': scope,
    'record-documents': scope,
    'record-decisions': scope,
    'change-people': scope,
    'hold-meetings': scope,
    'assign-staff': scope,
    'hand-over': scope,
    'sign-off': scope,
    waive: scope,
  };
}

type Rights = Readonly<Partial<Record<Permission, Scope>>>;

/** Whoever works with a family: what the unit has can be read, what is assigned can be worked on. */
const onTheCase: Rights = {
  ...everybody,
  ...onWorklists,
  'unit-caseload': 'unit',
  'read-case': 'unit',
  'report-allegation': 'unit',
  'record-facts': 'assigned',
  'record-documents': 'assigned',
  'record-decisions': 'assigned',
  'change-people': 'assigned',
  'hold-meetings': 'assigned',
};

export const rights: Readonly<Record<StaffRole, Rights>> = {
  caseworker: { ...onTheCase, 'open-case': 'unit', 'assign-staff': 'primary', 'close-case': 'primary' },
  supervisor: { ...inCharge('unit'), 'open-case': 'unit', 'close-case': 'unit' },
  facilitator: onTheCase,
  'facilitator-supervisor': inCharge('unit'),
  'program-manager': { ...inCharge('all'), 'read-changes': 'all', 'open-case': 'all', 'close-case': 'all' },
  'p3-worker': onTheCase,
  'p3-supervisor': inCharge('p3'),
  intake: {
    ...everybody,
    'own-worklist': 'all',
    'open-case': 'all',
    'report-allegation': 'all',
    'record-facts': 'opening',
    'record-documents': 'opening',
  },
  'records-clerk': {
    ...everybody,
    'own-worklist': 'all',
    'read-case': 'unit',
    'record-documents': 'unit',
  },
  operator: { ...everybody, 'watch-system': 'all' },
  administrator: {
    ...everybody,
    'own-worklist': 'all',
    'manage-staff': 'all',
    'manage-settings': 'all',
    'read-changes': 'all',
  },
};

/** An assignment that has ended gives this for a while (agency setting `readAfterAssignment`), and nothing else. */
export const afterAssignment: readonly Permission[] = ['read-case'];

const ofEvent: Readonly<Record<Exclude<EventType, 'EventCorrected' | 'EventRetracted'>, Permission>> = {
  CaseOpened: 'open-case',
  ChildAdded: 'change-people',
  HouseholdChanged: 'change-people',
  ParticipantAdded: 'change-people',
  ParticipantEnded: 'change-people',
  ContactDetailsChanged: 'change-people',
  NoContactOrderRecorded: 'change-people',
  NoContactOrderEnded: 'change-people',
  ProgramEnrolled: 'record-decisions',
  ProgramEnded: 'record-decisions',
  EditionAdopted: 'record-decisions',
  StaffAssigned: 'assign-staff',
  StaffUnassigned: 'assign-staff',
  ChildRemoved: 'record-facts',
  EnteredCare: 'record-facts',
  CustodyReceived: 'record-facts',
  PlacementChanged: 'record-facts',
  LegalStatusChanged: 'record-facts',
  HearingHeld: 'record-facts',
  ReunificationHappened: 'record-facts',
  PermanencyAchieved: 'record-facts',
  ContactMade: 'record-facts',
  ActionTaken: 'record-facts',
  CircumstanceRecorded: 'record-facts',
  ConcernRaised: 'record-facts',
  ConcernAddressed: 'record-facts',
  AvailabilityRecorded: 'record-facts',
  NoticeUndeliverable: 'record-facts',
  EffectFailed: 'record-facts',
  GoalSet: 'record-decisions',
  ReunificationPlanned: 'record-decisions',
  ObjectiveSet: 'record-decisions',
  DecisionMade: 'record-decisions',
  ClosurePlanned: 'record-decisions',
  AllegationReported: 'report-allegation',
  MeetingScheduled: 'hold-meetings',
  MeetingRescheduled: 'hold-meetings',
  MeetingCancelled: 'hold-meetings',
  MeetingHeld: 'hold-meetings',
  MeetingNotHeld: 'hold-meetings',
  InvitationExcused: 'hold-meetings',
  InvitationAnswered: 'hold-meetings',
  MeetingTimesProposed: 'hold-meetings',
  MeetingTimeAnswered: 'hold-meetings',
  DocumentCompleted: 'record-documents',
  DocumentSigned: 'record-documents',
  SignatureRefused: 'record-documents',
  DocumentProvided: 'record-documents',
  SignOffRequested: 'record-decisions',
  SignOffDecided: 'sign-off',
  ObligationWaived: 'waive',
  CaseClosed: 'close-case',
  CaseReopened: 'close-case',
};

/** What some event asks for: who has none of these records nothing. */
export const recording: ReadonlySet<Permission> = new Set(Object.values(ofEvent));
export const eventRights: Readonly<Record<string, Permission>> = ofEvent;

/** A correction asks for what the corrected event asks for, a retraction for what the retracted one does. null: no such event. */
export function permissionFor(event: CaseEvent, find: (id: string) => CaseEvent | undefined): Permission | null {
  if (event.type === 'EventCorrected') return ofEvent[event.to.type];
  if (event.type !== 'EventRetracted') return ofEvent[event.type];
  const target = find(event.event);
  return target === undefined || target === event ? null : permissionFor(target, find);
}

/** Who has a right, in words. */
export function whoMay(permission: Permission): string {
  const holders = (Object.keys(rights) as StaffRole[]).flatMap((role) => {
    const scope = rights[role][permission];
    return scope === undefined ? [] : [`${roleNames[role]} (${scopes[scope]})`];
  });
  return holders.join('; ');
}
