// Turns for tests of the store: the real domain over a small program, so that what is saved is what a case would save.
import { agencySchema } from '../../../src/domain/agency';
import { after, by, days, first, inCase, perCase, perChild, program, type Program } from '../../../src/domain/rule';
import type { Turn, TurnEntry } from '../../../src/domain/turn';
import { contexts } from '../../../src/activities/context';
import { decideTurn } from '../../../src/activities/decide';
import { everyCase } from '../../../src/programs/every-case';
import type { Loaded, Store } from '../../../src/store/types';

/** A plan within 30 days of entry into care; a review for each child within 60. */
export const sampleProgram: Program = program({
  id: 'sample',
  title: 'Sample',
  edition: '1',
  document: 'A document for tests',
  effective: { from: '2000-01-01' },
  settings: {},
  duties: [
    {
      id: 'case-plan',
      cites: ['XX-01'],
      says: 'Complete the case plan.',
      per: perCase,
      from: first(inCase('EnteredCare')),
      due: { by: after(first(inCase('EnteredCare')), days(30)) },
      done: by(inCase('DocumentCompleted', { kind: 'case-plan' })),
      owner: 'caseworker',
    },
    {
      id: 'review',
      cites: ['XX-02'],
      says: 'Review the plan of the child.',
      per: perChild,
      from: first(inCase('EnteredCare')),
      due: { by: after(first(inCase('EnteredCare')), days(60)) },
      done: by(inCase('DocumentCompleted', { kind: 'review' })),
      owner: 'facilitator',
    },
  ],
  guards: [],
  guidance: [],
});
export const samplePrograms: readonly Program[] = [everyCase, sampleProgram];

export const sampleAgency = agencySchema.parse({
  id: 'agency',
  zone: 'America/Chicago',
  settings: { reminders: [7], escalations: [1] },
  staff: [
    { id: 'cw1', role: 'caseworker', unit: 'unit-1' },
    { id: 'sup1', role: 'supervisor', unit: 'unit-1' },
    { id: 'fac1', role: 'facilitator', unit: 'unit-1', otherFamilies: 3 },
    { id: 'fac2', role: 'facilitator', unit: 'unit-1' },
  ],
});

export const noon = (date: string): number => Date.parse(`${date}T18:00:00Z`);

export const opening = (date = '2026-03-02', id = 'opening'): TurnEntry => ({
  id,
  by: 'cw1',
  events: [
    { type: 'CaseOpened', on: date, unit: 'unit-1' },
    { type: 'ChildAdded', on: date, child: 'c1', bornOn: '2018-05-01' },
    { type: 'ParticipantAdded', on: date, participant: 'p1', role: 'parent' },
    { type: 'ParticipantAdded', on: date, participant: 'p2', role: 'kin' },
    { type: 'ProgramEnrolled', on: date, program: 'sample' },
    { type: 'StaffAssigned', on: date, staff: 'cw1', role: 'caseworker' },
    { type: 'StaffAssigned', on: date, staff: 'fac1', role: 'facilitator' },
  ],
});
export const enteredCare = (date: string, id = 'care'): TurnEntry => ({
  id,
  by: 'cw1',
  events: [{ type: 'EnteredCare', on: date, children: ['c1'] }],
});

const contextOf = contexts(samplePrograms);
let cases = 0;
export const freshCase = (): string => `case-${process.pid}-${++cases}`;

export interface Takes {
  readonly now: number;
  /** Looks at what was decided, or changes it. */
  readonly also?: (turn: Turn) => Turn;
}

/** What the domain makes of it. */
export const decided = (caseId: string, loaded: Loaded, entries: readonly TurnEntry[], now: number): Turn =>
  decideTurn({ caseId, loaded, entries, context: contextOf(loaded.agency), now });

export function takeTurn(
  store: Store,
  caseId: string,
  entries: readonly TurnEntry[],
  { now, also = (turn) => turn }: Takes,
) {
  const ids = entries.map((entry) => entry.id);
  return store.turn(caseId, ids, (loaded) => also(decided(caseId, loaded, entries, now)), { now, entries });
}
