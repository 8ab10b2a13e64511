// The words with which a rule is written, so that it reads like the sentence that it cites: each makes one of the forms of rule.ts.
import type { Period } from './calendar';
import type { PlainType } from './events';
import type {
  Codes,
  Condition,
  Done,
  Every,
  Pattern,
  Pause,
  Per,
  Place,
  Program,
  Scalar,
  Signers,
  Span,
  When,
  Where,
  WhereOf,
} from './rule';

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
export const previous = (of: Pattern): When => ({ when: 'previous', of });
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
export const whether = (holds: Condition, date: When, otherwise: When): When => ({
  when: 'whether',
  holds,
  date,
  otherwise,
});
export const monthEnd = (of: When): When => ({ when: 'month-end', of });
export const birthday = (age: number | { readonly setting: string }): When => ({ when: 'birthday', age });
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
/** The date is known. */
export const known = (date: When): Condition => notAfter(date, date);
export const notAfter = (date: When, than: When): Condition => ({ if: 'not-after', date, than });
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
/** One duty for each such event of which this holds. */
export const perEventSuch = (of: Pattern, such: Condition, every?: Every): Per => ({
  per: 'event',
  of,
  such,
  ...(every ? { every } : {}),
});

/** A field of the events beside which guidance is shown, with codes to begin with. */
export const place = (field: string, ...codes: string[]): Place => ({ field, ...(codes.length > 0 ? { codes } : {}) });
/** A kind of event of its own, or a field of it. */
export const placeIn = (of: Pattern, within: Place = {}): Place => ({ of, ...within });

/** Names are kept as they are written, so that a test can list them. */
export function program(p: Program): Program {
  return p;
}
