// An obligation as plain sentences: which event, which rule, which arithmetic, which reading, which citation.
import { describePeriod, iso, type Day } from './calendar';
import type { Happening } from './case-file';
import type { CountedDays, Obligation, Why } from './obligation';
import { inWords } from './suppliers';

export interface Sources {
  /** Program id -> title of the document and its date. */
  readonly documents: ReadonlyMap<string, string>;
  /** Requirement id -> where its sentence stands, and the duty in our own words. */
  readonly requirements: ReadonlyMap<
    string,
    { readonly program: string; readonly section: string; readonly line: number; readonly duty: string }
  >;
}

export function explain(o: Obligation, sources: Sources): string[] {
  const lines = [o.says];
  // What another says as well is left out; of the same thing said twice (due on the day it opens) one stays.
  const whys = o.why.filter(
    (why, i) => !o.why.some((other, j) => j !== i && contains(other, why) && (other !== why || j < i)),
  );
  lines.push(...new Set(whys.flatMap(sentences)));
  lines.push(verdict(o));
  if (o.strength === 'should')
    lines.push(
      o.remind === 'never'
        ? 'The policy says "should": nobody is reminded of it.'
        : 'The policy says "should", or advises it: it is reminded and escalated, in softer words.',
    );
  if (o.strength === 'aim') lines.push('The policy aims at this: it is reported, and never counts as a breach.');
  if (o.strength === 'track')
    lines.push(
      o.due === null
        ? 'The policy gives no date: the age is shown, and it never counts as a breach.'
        : 'The policy sets no limit: the date is for orientation, and it never counts as a breach.',
    );
  if (o.reading) lines.push(`Reading: ${o.reading}`);
  lines.push(...o.cites.map((id) => cited(id, o, sources)));
  return lines;
}

/** The sentence that asks for it: "WA-07, Enhanced …, section Description (line 18): …". */
function cited(id: string, o: Obligation, { documents, requirements }: Sources): string {
  const found = requirements.get(id);
  const document = documents.get(found?.program ?? o.program) ?? o.program;
  return found ? `${id}, ${document}, ${found.section} (line ${found.line}): ${found.duty}` : `${id}, ${document}.`;
}

function contains(outer: Why, inner: Why): boolean {
  if (outer === inner) return true;
  switch (outer.of) {
    case 'shift':
    case 'month-end':
      return contains(outer.from, inner);
    case 'choice':
      return outer.among.some((w) => contains(w, inner));
    case 'word':
      return outer.from.some((w) => contains(w, inner));
    default:
      return false;
  }
}

function sentences(why: Why): string[] {
  switch (why.of) {
    case 'event':
      return [
        `${eventName(why.event)}${why.field ? `, ${inWords(why.field)}` : ''}: ${iso(why.day)}${why.field || why.event.at === undefined ? '' : `, at ${new Date(why.event.at).toISOString()}`} (event ${why.event.id}, ${why.event.corrected ? 'corrected and ' : ''}recorded ${new Date(why.event.knownAt).toISOString()}).`,
      ];
    case 'shift':
      return [
        ...sentences(why.from),
        `${describePeriod(why.by)} ${why.sign === 1 ? 'after' : 'before'} ${iso(why.from.day)} is ${iso(why.day)}${why.setting ? ` (the number is an agency setting, ${why.setting}; the policy gives none)` : ''}.`,
      ];
    case 'choice':
      return choice(why.choice, why.among.map(sentences), why.day);
    case 'month-end':
      return [...sentences(why.from), `The last day of the calendar month is ${iso(why.day)}.`];
    case 'birthday':
      return [`Child ${why.child}, born ${iso(why.born)}, is ${why.age} on ${iso(why.day)}.`];
    case 'word':
      return [
        ...why.from.flatMap(sentences),
        ...(why.ledger ?? []).map(counted),
        `${why.says.charAt(0).toUpperCase()}${why.says.slice(1)}: ${iso(why.day)}.`,
      ];
  }
}

function counted({ from, last, counted, reason }: CountedDays): string {
  const days = (n: Day): string => `${n} day${n === 1 ? '' : 's'}`;
  return `${iso(from)} to ${iso(last)}, ${reason.replaceAll('-', ' ')}: ${days(last - from + 1)}, ${counted ? 'counted' : 'not counted'}.`;
}

/** Where all come to the same by the same way, nothing was chosen. */
function choice(kind: 'earliest' | 'latest', among: readonly string[][], chosen: Day): string[] {
  const told = [...new Set(among.flat())];
  return among.every((one) => one.join() === among[0]?.join())
    ? told
    : [...told, `The ${kind} of these is ${iso(chosen)}.`];
}

/** HearingHeld (dependency-fact-finding) -> "Hearing held (dependency-fact-finding)". */
function eventName(h: Happening): string {
  const words = h.type.charAt(0) + inWords(h.type).slice(1);
  const e = h.event as {
    role?: string;
    kind?: string;
    kinds?: readonly string[];
    rank?: string;
    goal?: string;
  };
  const goal = e.rank === 'concurrent' ? `concurrent: ${e.goal}` : e.goal;
  const kind = e.role ?? e.kind ?? e.kinds?.join(', ') ?? goal;
  return kind ? `${words} (${kind})` : words;
}

function verdict(o: Obligation): string {
  const at = o.dueAt === undefined ? null : new Date(o.dueAt).toISOString();
  const due = o.due === null ? null : (at ?? iso(o.due));
  const done = o.doneOn === undefined ? null : iso(o.doneOn);
  switch (o.status) {
    case 'met':
      if (o.due !== null && o.doneOn !== undefined && o.doneOn > o.due)
        return `Done on ${done}; it was expected by ${due}.`;
      return `Met on ${done}${due ? `, by ${due}` : ''}.`;
    case 'met-late':
      return `Met on ${done}, after it was due on ${due}.`;
    case 'overdue':
      return `It was due on ${due} and is overdue.${o.reason ? ` It is ${o.reason}.` : ''}`;
    case 'due':
      return due
        ? `It is ${o.strength === 'track' ? 'expected' : 'due'} by ${at === null ? 'the end of ' : ''}${due}.${o.reason ? ` It is ${o.reason}.` : ''}`
        : `It is open. ${o.reason ?? ''}`.trim();
    case 'window':
      return `It is to be done between ${o.notBefore === undefined ? '' : iso(o.notBefore)} and ${due}.`;
    case 'unknown':
      return `Its date is unknown until this is recorded: ${(o.missing ?? []).map((m) => `${m.fact} (by the ${m.suppliedBy})`).join('; ')}.`;
    case 'not-applicable':
      return `It does not apply: ${o.reason ?? 'the condition of the rule does not hold'}.`;
    case 'waived':
      return `It was ${o.reason ?? 'waived'}.`;
    case 'target-missed':
      return `The target of ${due} was not reached.`;
  }
}
