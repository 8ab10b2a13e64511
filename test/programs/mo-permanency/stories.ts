// What happens in Missouri's examples, in few words.
import { anAgency, type Told } from '../../support/a-case';

/** Memorial Day and the day on which Independence Day was kept in 2026. */
export const agency = anAgency({
  zone: 'America/Chicago',
  holidays: ['2026-05-25', '2026-07-03'],
  staff: [
    { id: 'cw1', role: 'caseworker', unit: 'unit-1' },
    { id: 'cw2', role: 'caseworker', unit: 'unit-1' },
    { id: 'sup1', role: 'supervisor', unit: 'unit-1' },
    { id: 'pm1', role: 'program-manager', unit: 'unit-1' },
  ],
});

type Over = Partial<Told>;
const of =
  (type: string, fixed: Over = {}) =>
  (on: string, over: Over = {}): Told => ({ type, on, ...fixed, ...over });

export const removed = of('ChildRemoved', { children: ['c1'] });
export const entered = of('EnteredCare', { children: ['c1'] });
export const custody = of('CustodyReceived', { children: ['c1'] });
export const came = of('CircumstanceRecorded', { kind: 'came-into-care', children: ['c1'] });
export const home = of('ReunificationHappened', { children: ['c1'] });
export const placed = (on: string, kind: string, over: Over = {}): Told =>
  of('PlacementChanged', { kind, children: ['c1'] })(on, over);
/** Decided with the supervisor. */
export const goal = (on: string, goal: string, over: Over = {}): Told =>
  of('GoalSet', { goal, children: ['c1'], staff: ['sup1'] })(on, over);
export const concurrent = (on: string, to: string, over: Over = {}): Told =>
  goal(on, to, { rank: 'concurrent', ...over });
export const set = (on: string, meeting: string, kinds: string[], over: Over = {}): Told =>
  of('MeetingScheduled', { meeting, kinds, invitees: ['p1'], startsAt: `${on}T10:00`, zone: 'America/Chicago' })(
    on,
    over,
  );
export const held = (on: string, meeting: string, kinds: string[], over: Over = {}): Told =>
  of('MeetingHeld', { meeting, kinds, attendance: [{ participant: 'p1', how: 'present' }] })(on, over);
export const document = (on: string, document: string, kind: string, over: Over = {}): Told =>
  of('DocumentCompleted', { document, kind })(on, over);
export const sign = (on: string, document: string, signer: string, over: Over = {}): Told =>
  of('DocumentSigned', { document, signer })(on, over);
export const refused = (on: string, document: string, signer: string): Told =>
  of('SignatureRefused', { document, signer, reason: 'Three visits, three calls, no answer' })(on);
/** Worker, supervisor and parent, all on one day. */
export const signedBy = (on: string, document: string, signers: string[] = ['cw1', 'sup1', 'p1']): Told[] =>
  signers.map((signer) => sign(on, document, signer));
export const provided = (on: string, document: string, to: string[], over: Over = {}): Told =>
  of('DocumentProvided', { document, to })(on, over);
export const action = (on: string, kind: string, over: Over = {}): Told => of('ActionTaken', { kind })(on, over);
export const decided = (on: string, kind: string, outcome: string, over: Over = {}): Told =>
  of('DecisionMade', { kind, outcome })(on, over);
export const circumstance = (on: string, kind: string, over: Over = {}): Told =>
  of('CircumstanceRecorded', { kind })(on, over);
export const contact = (on: string, kind: string, over: Over = {}): Told =>
  of('ContactMade', { kind, participants: ['p1'] })(on, over);
export const closing = (plannedFor: string, on: string, over: Over = {}): Told =>
  of('ClosurePlanned', { plannedFor })(on, over);
export const closed = of('CaseClosed', { reason: 'completed' });

export const harmParts = [
  'harm-threats',
  'harm-physical-impact',
  'harm-emotional-impact',
  'harm-caused-by',
  'past-safety-actions',
  'past-supports',
  'present-safety',
];
export const caregiverParts = [
  'danger-statements',
  'possible-emotional-impact',
  'possible-physical-impact',
  'child-vulnerabilities',
  'behavioral-changes',
  'readiness-for-next-steps',
  'positive-emotional-impact',
  'positive-physical-impact',
  'interaction-with-children',
  'next-steps',
  'supports-and-resources',
  'complicating-factors',
];
export const childParts = ['child-needs', 'plan-for-needs', 'progress-on-needs', 'child-strengths'];
export const longTermParts = [
  'triggers',
  'preventative-action-plan',
  'warning-signs',
  'response-action-plan',
  'practice-drill-dates',
  'practice-drill-people',
  'safety-network-contacts',
];
export const responses = ['good-things', 'concerns', 'what-more', 'next-step-suggestions'];
export const progressParts = ['progress-family', 'progress-supports', 'progress-team', 'progress-division'];
