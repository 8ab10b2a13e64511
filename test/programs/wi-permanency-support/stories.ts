// What is told in the examples of permanency support. Dates are civil days in Milwaukee.
import { anAgency, type Told } from '../../support/a-case';

export const agency = anAgency({
  zone: 'America/Chicago',
  // Memorial Day, Independence Day (observed), Thanksgiving, New Year.
  holidays: ['2026-05-25', '2026-07-03', '2026-11-26', '2027-01-01'],
  staff: [
    { id: 'cw1', role: 'caseworker', unit: 'unit-1' },
    { id: 'cw2', role: 'caseworker', unit: 'unit-1' },
    { id: 'sup1', role: 'supervisor', unit: 'unit-1' },
    { id: 'pm1', role: 'program-manager', unit: 'unit-1' },
  ],
});

type Over = Partial<Told>;
const one =
  (type: string, fixed: Over = {}) =>
  (on: string, over: Over = {}): Told => ({ type, on, ...fixed, ...over });

export const lives = (on: string, child: string, household: string): Told => ({
  type: 'HouseholdChanged',
  on,
  children: [child],
  household,
});
export const removed = (on: string, ...children: string[]): Told => ({ type: 'ChildRemoved', on, children });
export const home = (on: string, over: Over = {}): Told => ({
  type: 'ReunificationHappened',
  on,
  children: ['c1'],
  household: 'h1',
  ...over,
});
export const legal = one('LegalStatusChanged', { children: ['c1'], status: 'chips-order' });
export const plannedFor = (on: string, plannedFor: string, over: Over = {}): Told => ({
  type: 'ReunificationPlanned',
  on,
  plannedFor,
  children: ['c1'],
  ...over,
});
export const visit = one('ContactMade', { kind: 'visit', channel: 'in-person', household: 'h1' });
export const document = (on: string, document: string, kind: string, over: Over = {}): Told => ({
  type: 'DocumentCompleted',
  on,
  document,
  kind,
  ...over,
});
export const circumstance = (on: string, kind: string, over: Over = {}): Told => ({
  type: 'CircumstanceRecorded',
  on,
  kind,
  ...over,
});
export const decided = (on: string, kind: string, over: Over = {}): Told => ({
  type: 'DecisionMade',
  on,
  kind,
  outcome: 'set',
  ...over,
});
export const action = (on: string, kind: string, over: Over = {}): Told => ({ type: 'ActionTaken', on, kind, ...over });
export const weekly = (on: string, over: Over = {}): Told =>
  decided(on, 'contact-level', {
    household: 'h1',
    reason: 'They asked for it',
    interval: { unit: 'days', n: 7 },
    parts: ['family-history', 'strengths-and-needs', 'present-circumstances'],
    ...over,
  });
export const present = [{ participant: 'p1', how: 'present' }];
export const threeRoles = [
  { participant: 'cw1', how: 'present' },
  { participant: 'sup1', how: 'present' },
  { participant: 'pm1', how: 'by-phone' },
];
export const held = (on: string, meeting: string, kind: string, over: Over = {}): Told => ({
  type: 'MeetingHeld',
  on,
  meeting,
  kinds: [kind],
  attendance: present,
  ...over,
});
export const set = (on: string, meeting: string, kind: string, startsAt: string, over: Over = {}): Told => ({
  type: 'MeetingScheduled',
  on,
  meeting,
  kinds: [kind],
  invitees: [],
  staff: ['cw1', 'sup1', 'pm1'],
  startsAt: `${startsAt}T10:00`,
  zone: 'America/Chicago',
  ...over,
});
export const closed = (on: string, over: Over = {}): Told => ({ type: 'CaseClosed', on, reason: 'completed', ...over });
export const gone = (on: string, over: Over = {}): Told =>
  circumstance(on, 'whereabouts', { value: 'not-located', household: 'h1', ...over });
export const refused = (on: string, over: Over = {}): Told =>
  circumstance(on, 'participation', { value: 'refused', household: 'h1', ...over });
export const resumed = (on: string): Told => circumstance(on, 'participation', { value: 'resumed', household: 'h1' });

/** Two children of one household, both removed on 6 January. */
export const siblings = [
  lives('2026-01-05', 'c1', 'h1'),
  lives('2026-01-05', 'c2', 'h1'),
  removed('2026-01-06', 'c1', 'c2'),
];
export const twoBorn = ['2018-05-01', '2020-05-01'];

/** Everything that closing on a day asks for, for the whole family: CANS, plan, staffing, meeting, consultation. */
export const readyToClose = (staffing: string, day: { cans: string; consulted: string }): Told[] => [
  document(day.cans, 'k9', 'cans'),
  document(day.cans, 'd9', 'discharge-plan', { parts: ['formal-supports', 'informal-supports'] }),
  held(staffing, 'm8', 'family-team'),
  held(staffing, 'm9', 'closure-staffing', { attendance: threeRoles, points: ['discharge-planning'] }),
  decided(day.consulted, 'closing-consultation', { staff: ['sup1', 'cw1'] }),
];
