// One duty of one case: one owner, one date, one source. Derived by `plan`, never stored as truth.
import type { Day, Instant, Period } from './calendar';
import type { Happening } from './case-file';
import type { Strength, Telling } from './rule';
import type { Stay } from './stays';

export type Status =
  | 'due'
  | 'window'
  | 'unknown'
  | 'not-applicable'
  | 'met'
  | 'met-late'
  | 'overdue'
  | 'waived'
  /** A target that policy only aims at, not reached in its time: reported, never a breach. */
  | 'target-missed';

/** A date in an explanation: the event it comes from, or the arithmetic on others. Turned into sentences by explain.ts only. */
export type Why =
  | { readonly of: 'event'; readonly event: Happening; readonly field?: string; readonly day: Day }
  | {
      readonly of: 'shift';
      readonly from: Why;
      readonly by: Period;
      readonly sign: 1 | -1;
      readonly setting?: string;
      readonly day: Day;
    }
  | { readonly of: 'choice'; readonly choice: 'earliest' | 'latest'; readonly among: readonly Why[]; readonly day: Day }
  | { readonly of: 'month-end'; readonly from: Why; readonly day: Day }
  | { readonly of: 'birthday'; readonly child: string; readonly age: number; readonly born: Day; readonly day: Day }
  | {
      readonly of: 'word';
      readonly says: string;
      readonly from: readonly Why[];
      readonly day: Day;
      readonly anchor?: string;
      /** The days that were counted, and those that were not, with the reason. */
      readonly ledger?: readonly CountedDays[];
    };

/** Days from the first to the last, counted or not. */
export interface CountedDays {
  readonly from: Day;
  readonly last: Day;
  readonly counted: boolean;
  readonly reason: string;
}

export interface MissingFact {
  /** The fact in plain words. */
  readonly fact: string;
  readonly suppliedBy: string;
}

export interface Subject {
  /** `case`, `child:c1`, `household:h1`, `parent:p1`, `event:e7` …: stable, part of the key. */
  readonly key: string;
  readonly child?: string;
  readonly household?: string;
  readonly participant?: string;
  readonly trigger?: Happening;
  /** For a duty of a stay in care: the days whose events it sees. */
  readonly stay?: Stay;
}

export interface Owner {
  readonly role: string;
  readonly staff: string | null;
  /** Nobody holds the role: it fell to the unit's supervisor. */
  readonly fallback: boolean;
}

export interface Obligation {
  /** program/duty/subject/anchor: stable over corrections of dates. */
  readonly key: string;
  /** program/duty/anchor: siblings whose dates stand on one event share it, and are reminded of once. */
  readonly group: string;
  readonly program: string;
  readonly edition: string;
  readonly duty: string;
  readonly cites: readonly string[];
  readonly says: string;
  readonly reading?: string;
  readonly strength: Strength;
  readonly subject: Subject;
  readonly owner: Owner;
  readonly status: Status;
  readonly due: Day | null;
  /** For duties in hours: the exact instant. */
  readonly dueAt?: Instant;
  /** Where the duty has a first day too. */
  readonly notBefore?: Day;
  readonly openedOn: Day | null;
  readonly doneOn?: Day;
  readonly doneBy?: readonly Happening[];
  readonly missing?: readonly MissingFact[];
  /** Why not applicable, what is lacking, who waived it on what authority. */
  readonly reason?: string;
  readonly waiver?: { readonly by: string; readonly authority: string; readonly reason: string };
  readonly why: readonly Why[];
  readonly remind: string;
  readonly escalate?: string;
  readonly signOff: boolean;
  /** For a sign-off: who asked, and whether the text names who alone decides. */
  readonly asked?: { readonly by: string; readonly nobodyElse: boolean };
  /** For an open sign-off: everybody who may decide it now. */
  readonly deciders?: readonly string[];
  readonly chase: boolean;
  readonly tells?: Telling;
}

/** The last moment at which one of the events on which a date stands became known. */
export function knownAt(whys: readonly Why[]): { at: Instant; tellPast: boolean } {
  let at = -Infinity;
  let tellPast = false;
  const visit = (why: Why): void => {
    switch (why.of) {
      case 'event':
        if (why.event.knownAt > at) {
          at = why.event.knownAt;
          tellPast = why.event.tellPast;
        }
        return;
      case 'shift':
      case 'month-end':
        return visit(why.from);
      case 'choice':
        return why.among.forEach(visit);
      case 'word':
        return why.from.forEach(visit);
      case 'birthday':
        return;
    }
  };
  whys.forEach(visit);
  return { at, tellPast };
}
