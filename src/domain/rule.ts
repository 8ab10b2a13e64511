// The vocabulary in which a policy rule is written. A rule is data that reads like the sentence it cites: what opens it,
// when it is due, what meets it, who owes it. It holds no function; where data would be contorted there is a word
// (words.ts), a named and tested function of the domain. Here are the forms; writing.ts has the words that make them.
import type { Period } from './calendar';
import type { PlainEvent, PlainType } from './events';

export * from './writing';

type EventOf<T extends PlainType> = Extract<PlainEvent, { type: T }>;
export type Scalar = string | number | boolean;
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
 *  households that it touches, or to whom a message was written. */
export type Every =
  readonly string[] | 'child' | 'invitee' | 'participant' | 'participant-and-child' | 'household' | 'recipient' | Named;

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

/** What is particular about a request for a decision. */
export interface SignOff {
  /** The text names who decides: no next level, and no deputy in another role, may do it instead. */
  readonly nobodyElse?: true;
  /** The duty of the program that answers a return; without it whoever asked owes what is missing (every-case). */
  readonly mendedBy?: string;
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
  readonly signOff?: true | SignOff;
  /** What the system itself says at once, in place of the owner, who has it to do where that fails. */
  readonly tells?: Telling;
  /** false: nobody is chased when it is overdue, because another duty with the same date is. true: reminded and told to the
   *  supervisor at its date although it is only tracked, because the agency wants its age seen; never a breach. */
  readonly chase?: boolean;
}

/** To whom in the case the name and telephone number of a member of staff are sent; each message that left is an `ActionTaken`. */
export interface Telling {
  /** Role of the recipient -> the part of the duty that telling it carries. */
  readonly roles: Readonly<Record<string, string>>;
  /** The role whose holder is introduced, where the event that opened the duty is not an assignment. */
  readonly introduces: string;
  readonly kind: string;
  /** What each message holds. */
  readonly parts: readonly string[];
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
  /** The events beside which it is shown. */
  readonly on?: Pattern;
  readonly offers?: readonly Place[];
  /** Titles of what the document refers to. */
  readonly resources?: readonly string[];
}

/** A place in the record for what the sentence speaks of. */
export interface Place {
  /** The event that has it; left out: those beside which the guidance is shown. */
  readonly of?: Pattern;
  /** A field of it, with a dot before a part of a field. */
  readonly field?: string;
  /** With which staff may begin; others may be recorded. */
  readonly codes?: readonly string[];
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
  /** Kinds that staff may record although no rule reads them. */
  readonly kinds?: readonly string[];
}
