// The vocabulary in which a policy rule is written. A rule is data that reads like the sentence it cites: what opens it,
// when it is due, what meets it, who owes it. It holds no function; where data would be contorted there is a word
// (words.ts), a named and tested function of the domain.
import type { Period } from './calendar';
import type { PlainEvent, PlainType } from './events';

type EventOf<T extends PlainType> = Extract<PlainEvent, { type: T }>;
type Scalar = string | number | boolean;
type Test<V> = [V] extends [readonly (infer Item)[]]
  ? Test<Item>
  : [V] extends [Scalar]
    ? V | readonly V[] | 'anything'
    : 'anything';
/** Field -> value it must have; a list means any of these; 'anything' means that it must be there. A list in the event matches when it holds the value. */
export type WhereOf<T extends PlainType> = { readonly [K in keyof EventOf<T>]?: Test<NonNullable<EventOf<T>[K]>> } & {
  /** Derived for held meetings: somebody of the family took part. */
  readonly familyTookPart?: boolean;
};
export type Where = Readonly<Record<string, Scalar | readonly Scalar[]>>;

/** Events that concern the rule's subject; `to: 'trigger'`: those about the event that opened the rule; `to: 'anyone'`: of the whole case. */
export interface Pattern {
  readonly types: readonly PlainType[];
  readonly where: Where;
  readonly to: 'subject' | 'trigger' | 'anyone';
}

/** A length of time: written in the policy, or an agency setting (policy gives no number; shown as such). */
export type Span =
  | Period
  | { readonly setting: string }
  /** As agreed in the case: the interval in the last such event (or in the one that opened the rule), else another; without another, unknown until it is agreed. */
  | { readonly agreed: Pattern | 'trigger'; readonly otherwise?: Period | { readonly setting: string } };

/** Codes that a record must hold: written in the policy, listed by the agency (with commas), or named by the record that opened the rule. */
export type Codes = readonly string[] | { readonly setting: string } | { readonly trigger: string };

/** While the last such event is this. */
export interface Pause {
  readonly of: Pattern;
  readonly is: Where;
}

export type When =
  | { readonly when: 'first' | 'last'; readonly of: Pattern; readonly field?: string }
  | { readonly when: 'trigger'; readonly field?: string }
  | { readonly when: 'opened' }
  | { readonly when: 'now' }
  /** With `paused`: a pause that begins before the date is reached makes it count anew from the day on which the pause ends. */
  | {
      readonly when: 'shift';
      readonly from: When;
      readonly by: Span;
      readonly sign: 1 | -1;
      readonly paused?: Pause;
    }
  | { readonly when: 'earliest' | 'latest' | 'first-known'; readonly of: readonly When[] }
  /** The next such event; with a field: the next date that one of them names there. */
  | { readonly when: 'next'; readonly of: Pattern; readonly after: When; readonly field?: string }
  /** The last such event before the one that opened the rule; with `until`: the last on or before that day, or with a field as
   *  well the last date up to that day which one of them names there. */
  | { readonly when: 'previous'; readonly of: Pattern; readonly field?: string; readonly until?: When }
  /** The agency chooses by a setting what the date counts from. */
  | { readonly when: 'chosen'; readonly setting: string; readonly among: Readonly<Record<string, When>> }
  | { readonly when: 'month-end'; readonly of: When }
  | { readonly when: 'birthday'; readonly age: number | { readonly setting: string } }
  /** One date while this holds, else another. */
  | { readonly when: 'whether'; readonly holds: Condition; readonly date: When; readonly otherwise: When }
  /** The day on which something was met. */
  | { readonly when: 'met'; readonly of: Done }
  /** Since when the last such event has been this, without a break: another value ends it, and so does an event that breaks it. */
  | { readonly when: 'standing'; readonly of: Pattern; readonly is: Where; readonly broken?: Pattern }
  | { readonly when: 'word'; readonly word: string; readonly args: Readonly<Record<string, Scalar>> };

export type Condition =
  /** Inside these dates, where they are given; a date that is not known admits nothing. */
  | {
      readonly if: 'happened';
      readonly of: Pattern;
      readonly since?: When;
      readonly until?: When;
      /** At least so often. */
      readonly times?: number | { readonly setting: string };
    }
  | { readonly if: 'latest'; readonly of: Pattern; readonly is: Where }
  | { readonly if: 'reached'; readonly date: When }
  /** What would meet a duty is there. */
  | { readonly if: 'met'; readonly of: Done }
  /** Both dates are known, and the first is not after the second. */
  | { readonly if: 'not-after'; readonly date: When; readonly than: When }
  /** Every event that matches has this. */
  | { readonly if: 'each'; readonly of: Pattern; readonly is: Where }
  /** Of every event that matches this holds, read as if it had opened the rule. */
  | { readonly if: 'for-each'; readonly of: Pattern; readonly holds: Condition }
  /** Together the events (or the one that opened the rule) hold all of these parts or points. */
  | {
      readonly if: 'parts';
      readonly codes: Codes;
      readonly in: Pattern | 'trigger';
      readonly since?: When;
      readonly until?: When;
    }
  | { readonly if: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly if: 'not'; readonly of: Condition }
  | { readonly if: 'trigger'; readonly is: Where }
  | { readonly if: 'setting'; readonly name: string; readonly is: Scalar }
  | { readonly if: 'word'; readonly word: string; readonly args: Readonly<Record<string, Scalar>> };

export type Done =
  | { readonly done: 'event'; readonly of: Pattern; readonly since: When | 'opened' | 'ever' }
  | { readonly done: 'trigger'; readonly is: Where }
  /** Together the events (with `itself`: and the one that opened the rule) hold all of these parts or points. */
  | {
      readonly done: 'parts';
      readonly codes: Codes;
      readonly in: Pattern;
      readonly since: When | 'opened' | 'ever';
      readonly itself: boolean;
    }
  | { readonly done: 'all' | 'any'; readonly of: readonly Done[] }
  | { readonly done: 'everyone'; readonly roles: readonly string[]; readonly of: Done }
  | {
      readonly done: 'signed';
      readonly of: Pattern;
      readonly by: Signers;
      readonly since: When | 'opened' | 'ever';
    }
  | { readonly done: 'word'; readonly word: string; readonly args: Readonly<Record<string, Scalar>> };

/** Who must sign a document. Staff always; of the family a recorded refusal stands in for a signature. */
export interface Signers {
  /** Roles, one signature each. */
  readonly staff: readonly string[];
  /** Roles of the family: those of them whom the document names must sign. */
  readonly named: readonly string[];
  /** Roles that must sign when the document names nobody of the family. */
  readonly otherwise: readonly string[];
}

export type Per =
  | { readonly per: 'case' | 'child' | 'household' }
  /** One duty for each stay in care of each child (stays.ts). It sees what happened up to the end of that stay and after the one
   *  before, and ends when the child leaves care. What it counts from must lie in the stay: its key tells two stays apart. */
  | { readonly per: 'stay' }
  | { readonly per: 'participant'; readonly roles: readonly string[] }
  /** One duty for each such event; and, where `every` is given, for each of those people or children beside it. */
  | {
      readonly per: 'event';
      readonly of: Pattern;
      readonly every?: Every;
      /** Only for those of which this holds: where there are thousands, nothing is kept about those that need nothing. */
      readonly such?: Condition;
    };

/** Roles; or the children, the invitees or the participants that an event names, each participant with each child, or the
 *  households that it touches. */
export type Every =
  readonly string[] | 'child' | 'invitee' | 'participant' | 'participant-and-child' | 'household' | Named;

/** Those in these roles whom the event names; where it names none, everybody in the others. */
export interface Named {
  readonly named: readonly string[];
  readonly otherwise: readonly string[];
}

export type Due =
  | { readonly by: When }
  | { readonly within: readonly [When, When] }
  /** The text gives no date: the duty is shown with its age and never breached. */
  | { readonly none: string };

export type Repeat =
  | { readonly every: Span; readonly after: 'done' | 'due' | { readonly setting: string } }
  /** Each completion opens the next; it is due by the same rule, counted from there. */
  | { readonly again: true }
  /** partMonths: the month in which the duty ends is owed as well. madeGood: a month that was missed is met, late, by what comes next. */
  | { readonly monthly: true; readonly partMonths?: true; readonly madeGood?: true };

/** must: breached when late. should: the same clock, softer words. aim: a target in reports, never a breach. track: shown with its age. */
export type Strength = 'must' | 'should' | 'aim' | 'track';

/** Civil days, both included. */
export interface Range {
  readonly from: string;
  readonly to?: string;
}

export interface Duty {
  readonly id: string;
  /** A version of the duty: it holds for what begins on these days. Versions share their id, and together leave no gap. */
  readonly effective?: Range;
  readonly cites: readonly string[];
  readonly says: string;
  /** How an ambiguous sentence is read. */
  readonly reading?: string;
  readonly strength?: Strength;
  readonly per: Per;
  readonly from: When;
  readonly due: Due;
  readonly repeat?: Repeat;
  readonly done: Done;
  /** Applies only while this holds. */
  readonly only?: Condition;
  /** What ends it unmet; the closing of the case and the end of the enrolment always do, unless `outlivesClosing`. */
  readonly ends?: Condition;
  /** Why, in our words, when `ends` has ended it for good: what is done on a later day does not meet it. */
  readonly ended?: string;
  /** What is done after that end does not meet it. */
  readonly forGood?: true;
  readonly outlivesClosing?: true;
  /** There are as many as there are contacts: one that was met in its time is not listed. Or: not listed where it does not apply. */
  readonly listed?: 'unless-met' | 'if-applicable';
  readonly owner: string;
  /** Agency setting that lists the days before the due date on which the owner is reminded; 'at-once' for safety. */
  readonly remind?: string | 'at-once' | 'never';
  /** For a duty reminded at once: agency setting that lists the minutes after which the supervisor is told; else those of every urgent duty. */
  readonly escalate?: string;
  /** Asked of the owner as a decision, by the effect `requestSignOff`. */
  readonly signOff?: true;
  /** false: nobody is chased when it is overdue, because another duty with the same date is. true: reminded and told to the
   *  supervisor at its date although it is only tracked, because the agency wants its age seen; never a breach. */
  readonly chase?: boolean;
}

/** What must be so before an event may be recorded. */
export interface Guard {
  readonly id: string;
  readonly cites: readonly string[];
  readonly says: string;
  /** How an ambiguous sentence is read. */
  readonly reading?: string;
  readonly on: Pattern;
  /** Read for each child or participant that the event names: what is demanded must be so for every one of them. */
  readonly every?: Every;
  readonly only?: Condition;
  readonly unless: Condition;
  readonly field?: string;
  readonly mend: string;
}

/** What staff are shown, and what a record offers a place for; never blocks. */
export interface Guidance {
  readonly id: string;
  readonly cites: readonly string[];
  readonly says: string;
  readonly on?: Pattern;
  readonly offers?: readonly string[];
}

/** What something outside the program carries: a field of an event, a message, a mechanism that every case has. */
export interface Elsewhere {
  readonly cites: readonly string[];
  readonly by: 'schema' | 'notice' | 'mechanism';
  /** The event and field, the kind of message, or the file. */
  readonly where: string;
  readonly says: string;
}

/** What cannot be carried, because the document leaves it empty. */
export interface Absent {
  readonly cites: readonly string[];
  readonly why: string;
}

export interface SettingOf<V> {
  readonly value: V;
  readonly says: string;
  readonly cites?: readonly string[];
}

export interface Program {
  readonly id: string;
  readonly title: string;
  readonly edition: string;
  readonly document: string;
  readonly effective: Range;
  /** Numbers that policy does not give, with our suggestion; an agency may set its own. */
  readonly settings: Readonly<Record<string, SettingOf<Scalar | Period | readonly number[]>>>;
  readonly duties: readonly Duty[];
  readonly guards: readonly Guard[];
  readonly guidance: readonly Guidance[];
  readonly elsewhere?: readonly Elsewhere[];
  readonly absent?: readonly Absent[];
  /** Codes that staff may record although no rule asks for them. */
  readonly kinds?: readonly string[];
}

// --- how rules are written -------------------------------------------------------------------------------------------

const pattern =
  (to: Pattern['to']) =>
  <T extends PlainType>(types: T | readonly T[], where: WhereOf<T> = {}): Pattern => ({
    types: typeof types === 'string' ? [types] : types,
    where: where as Where,
    to,
  });
/** Events that concern the subject of the rule. */
export const happened = pattern('subject');
/** Events about the one that opened the rule. */
export const aboutIt = pattern('trigger');
/** Events of the case, whomever they concern. */
export const inCase = pattern('anyone');

export const days = (n: number): Period => ({ unit: 'days', n });
export const businessDays = (n: number): Period => ({ unit: 'business-days', n });
export const months = (n: number): Period => ({ unit: 'months', n });
export const hours = (n: number): Period => ({ unit: 'hours', n });
export const setting = (name: string): { readonly setting: string } => ({ setting: name });
export const agreed = (of: Pattern | 'trigger', otherwise?: Period | { readonly setting: string }): Span => ({
  agreed: of,
  ...(otherwise ? { otherwise } : {}),
});

export const first = (of: Pattern, field?: string): When => ({ when: 'first', of, ...(field ? { field } : {}) });
export const last = (of: Pattern, field?: string): When => ({ when: 'last', of, ...(field ? { field } : {}) });
export const next = (of: Pattern, after: When, field?: string): When => ({
  when: 'next',
  of,
  after,
  ...(field ? { field } : {}),
});
export const previous = (of: Pattern, field?: string): When => ({ when: 'previous', of, ...(field ? { field } : {}) });
/** The last such event on or before a day: what comes later does not undo what was done in its time. */
export const lastBy = (of: Pattern, until: When, field?: string): When => ({
  when: 'previous',
  of,
  until,
  ...(field ? { field } : {}),
});
export const chosen = (setting: string, among: Readonly<Record<string, When>>): When => ({
  when: 'chosen',
  setting,
  among,
});
/** The event that opened the rule, or a date that it names. */
export const trigger = (field?: string): When => ({ when: 'trigger', ...(field ? { field } : {}) });
/** The date from which this obligation counts: `from`, or the completion before it. */
export const opened: When = { when: 'opened' };
export const after = (from: When, by: Span, paused?: Pause): When => ({
  when: 'shift',
  from,
  by,
  sign: 1,
  ...(paused ? { paused } : {}),
});
export const pausedWhile = (of: Pattern, is: Where): Pause => ({ of, is });
export const before = (from: When, by: Span): When => ({ when: 'shift', from, by, sign: -1 });
export const earliest = (...of: When[]): When => ({ when: 'earliest', of });
export const latest = (...of: When[]): When => ({ when: 'latest', of });
/** The first of these that is known: a date that stands in for another. */
export const firstKnown = (...of: When[]): When => ({ when: 'first-known', of });
export const monthEnd = (of: When): When => ({ when: 'month-end', of });
export const birthday = (age: number | { readonly setting: string }): When => ({ when: 'birthday', age });
export const whether = (holds: Condition, date: When, otherwise: When): When => ({
  when: 'whether',
  holds,
  date,
  otherwise,
});
/** The day on which this was met: the completion of one thing opens another. */
export const metOn = (of: Done): When => ({ when: 'met', of });
export const standing = (of: Pattern, is: Where, broken?: Pattern): When => ({
  when: 'standing',
  of,
  is,
  ...(broken ? { broken } : {}),
});
export const word = (name: string, args: Readonly<Record<string, Scalar>> = {}): When => ({
  when: 'word',
  word: name,
  args,
});

interface Between {
  readonly since?: When;
  readonly until?: When;
}
interface Often extends Between {
  readonly times?: number | { readonly setting: string };
}
export const did = (of: Pattern, between: Often = {}): Condition => ({ if: 'happened', of, ...between });
export const latestIs = (of: Pattern, is: Where): Condition => ({ if: 'latest', of, is });
export const reached = (date: When): Condition => ({ if: 'reached', date });
export const isMet = (of: Done): Condition => ({ if: 'met', of });
export const notAfter = (date: When, than: When): Condition => ({ if: 'not-after', date, than });
/** The date is known. */
export const known = (date: When): Condition => notAfter(date, date);
export const each = (of: Pattern, is: Where): Condition => ({ if: 'each', of, is });
/** Of every such event this holds: `aboutIt` and `trigger` mean that event. */
export const forEach = (of: Pattern, holds: Condition): Condition => ({ if: 'for-each', of, holds });
/** The event that opened the rule holds all of these parts or points. */
export const itHolds = (codes: Codes): Condition => ({ if: 'parts', codes, in: 'trigger' });
/** Together these events hold all of these parts or points. */
export const theyHold = (of: Pattern, codes: Codes, between: Between = {}): Condition => ({
  if: 'parts',
  codes,
  in: of,
  ...between,
});
export const allOf = (...of: Condition[]): Condition => ({ if: 'all', of });
export const anyOf = (...of: Condition[]): Condition => ({ if: 'any', of });
export const not = (of: Condition): Condition => ({ if: 'not', of });
export const itHas = (is: Where): Condition => ({ if: 'trigger', is });
export const settingIs = (name: string, is: Scalar): Condition => ({ if: 'setting', name, is });
export const so = (name: string, args: Readonly<Record<string, Scalar>> = {}): Condition => ({
  if: 'word',
  word: name,
  args,
});

/** Met by the first such event since the obligation opened (or since another date, or ever). */
export const by = (of: Pattern, since: When | 'opened' | 'ever' = 'opened'): Done => ({ done: 'event', of, since });
/** Met when the event that opened the rule carries this itself. */
export const itself = (is: Where): Done => ({ done: 'trigger', is });
/** Met when together these events hold all of these parts or points. */
export const holding = (codes: Codes, of: Pattern, since: When | 'opened' | 'ever' = 'opened'): Done => ({
  done: 'parts',
  codes,
  in: of,
  since,
  itself: false,
});
/** Met when the event that opened the rule holds them, alone or with those that were added to it. */
export const itselfHolding = (codes: Codes, added: Pattern): Done => ({
  done: 'parts',
  codes,
  in: added,
  since: 'ever',
  itself: true,
});
export const every = (...of: Done[]): Done => ({ done: 'all', of });
export const either = (...of: Done[]): Done => ({ done: 'any', of });
/** Met when it is met for each person in these roles. */
export const everyone = (roles: readonly string[], of: Done): Done => ({ done: 'everyone', roles, of });
/** Met when such a document bears all signatures, on the day of the last of them. */
export const signed = (of: Pattern, by: Signers, since: When | 'opened' | 'ever' = 'opened'): Done => ({
  done: 'signed',
  of,
  by,
  since,
});
/** Met in a way that a word of the vocabulary tells (words.ts). */
export const when = (name: string, args: Readonly<Record<string, Scalar>> = {}): Done => ({
  done: 'word',
  word: name,
  args,
});

export const perCase: Per = { per: 'case' };
export const perChild: Per = { per: 'child' };
export const perStay: Per = { per: 'stay' };
export const perHousehold: Per = { per: 'household' };
export const perParticipant = (...roles: string[]): Per => ({ per: 'participant', roles });
export const perEvent = (of: Pattern, every?: Every): Per => ({
  per: 'event',
  of,
  ...(every ? { every } : {}),
});
/** One duty for each such event (and each of those people or children) of which this holds. */
export const perEventSuch = (of: Pattern, such: Condition, every?: Every): Per => ({
  per: 'event',
  of,
  such,
  ...(every ? { every } : {}),
});

/** Names are kept as they are written, so that a test can list them. */
export function program(p: Program): Program {
  return p;
}
