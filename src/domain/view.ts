// A case as the rules see it at one moment: what matches, which date an expression gives, whether a condition holds, whether a
// duty is done. Everything here is a reading; nothing is remembered between two moments.
import { settingValueOf, type Agency } from './agency';
import { day, dayOf, startOfDay, type Day, type Instant } from './calendar';
import type { CaseFile, Happening } from './case-file';
import { completion } from './completion';
import { conditionHolds } from './conditions';
import { dateOf } from './dates';
import { Matching } from './matching';
import type { MissingFact, Obligation, Subject, Why } from './obligation';
import { isActive } from './presence';
import type { Condition, Done, Program, When } from './rule';

export type DateAnswer =
  | { readonly known: true; readonly day: Day; readonly at?: Instant; readonly why: Why }
  | { readonly known: false; readonly missing: readonly MissingFact[] };

export type DoneAnswer =
  | { readonly done: true; readonly day: Day; readonly at?: Instant; readonly by: readonly Happening[] }
  | { readonly done: false; readonly lacking: readonly string[] };
export type Known = DateAnswer & { known: true };

/** The obligation in which an expression is read. */
export interface Frame {
  readonly subject: Subject;
  readonly opened?: Known;
  /** What met the cycle before: neither it nor what happened before it meets this one. */
  readonly met?: Happening;
  /** Conditions are read as they stood at the end of this day: a month that is over is not judged by what came later. */
  readonly asOf?: Day;
}

export class View extends Matching {
  readonly today: Day;
  /** Instants at which a reading changes by the mere passing of time. */
  readonly watched = new Set<Instant>();
  /** Earliest due date among the open obligations of a duty, for these children; filled by whoever has a plan (admit). */
  earliestDue: (duty: string, children: readonly string[] | undefined) => Day | null = () => null;
  /** The obligations of one duty (`program/duty`), cycle by cycle; filled by whoever plans. */
  owed: (duty: string) => readonly Obligation[] = () => [];
  private readonly kept = new Map<string, unknown>();

  constructor(
    file: CaseFile,
    readonly agency: Agency,
    readonly programs: readonly Program[],
    readonly now: Instant,
  ) {
    super(file);
    this.today = dayOf(now, agency.zone);
  }

  /** What is the same for all obligations of one look at the case is worked out once. */
  once<T>(key: string, compute: () => T): T {
    if (!this.kept.has(key)) this.kept.set(key, compute());
    return this.kept.get(key) as T;
  }

  /** The value in force on a day. */
  setting(name: string, on = this.today): unknown {
    return this.once(`setting|${name}|${on}`, () => settingValueOf(this.agency, this.programs, name, on));
  }

  numbers(name: string): readonly number[] {
    const value = this.setting(name);
    return Array.isArray(value) ? (value as readonly number[]) : [];
  }

  /** The day has come. Watches it otherwise, so that the case wakes when it does. */
  hasCome(d: Day): boolean {
    if (d <= this.today) return true;
    this.watched.add(startOfDay(d, this.agency.zone));
    return false;
  }

  /** The day has come, for those who read as of today; had come, for those who read as of an earlier day. */
  came(d: Day, frame: Frame): boolean {
    return frame.asOf === undefined || frame.asOf >= this.today ? this.hasCome(d) : d <= frame.asOf;
  }

  /** Works for the agency today. Watches the day on which the person leaves: what he or she owes falls to somebody else then. */
  isHere(id: string): boolean {
    const person = this.agency.staff.get(id);
    if (person === undefined) return false;
    if (person.leavesOn !== undefined) this.hasCome(day(person.leavesOn));
    return isActive(person, this.today);
  }

  date(when: When, frame: Frame): DateAnswer {
    return dateOf(this, when, frame);
  }

  holds(condition: Condition, frame: Frame): boolean {
    return conditionHolds(this, condition, frame);
  }

  /** `notBefore`: only what happened from this day on counts. */
  met(done: Done, frame: Frame, notBefore?: Day): DoneAnswer {
    return completion(this, done, frame, notBefore);
  }
}
