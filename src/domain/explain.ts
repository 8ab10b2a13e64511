// An obligation as plain sentences: which event, which rule, which arithmetic, which reading, which citation.
import { describePeriod, iso } from './calendar';
import type { Happening } from './case-file';
import type { Obligation, Why } from './obligation';
import { inWords } from './suppliers';

export interface Sources {
  /** Program id -> title of the document and its date. */
  readonly documents: ReadonlyMap<string, string>;
}

export function explain(o: Obligation, sources: Sources): string[] {
  const lines = [o.says];
  // What another says as well is left out; of the same thing said twice (due on the day it opens) one stays.
  const whys = o.why.filter(
    (why, i) => !o.why.some((other, j) => j !== i && contains(other, why) && (other !== why || j < i)),
  );
  lines.push(...new Set(whys.flatMap(sentences)));
  lines.push(verdict(o));
  if (o.strength === 'should') lines.push('The policy says "should": it is reminded and escalated, in softer words.');
  if (o.strength === 'aim') lines.push('The policy aims at this: it is reported, and never counts as a breach.');
  if (o.strength === 'track')
    lines.push('The policy gives no date: the age is shown, and it never counts as a breach.');
  if (o.reading) lines.push(`Reading: ${o.reading}`);
  lines.push(`Source: ${o.cites.join(', ')}, ${sources.documents.get(o.program) ?? o.program}.`);
  return lines;
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
        `${eventName(why.event)}${why.field ? `, ${why.field}` : ''}: ${iso(why.day)} (event ${why.event.id}, ${why.event.corrected ? 'corrected and ' : ''}recorded ${new Date(why.event.knownAt).toISOString()}).`,
      ];
    case 'shift':
      return [
        ...sentences(why.from),
        `${describePeriod(why.by)} ${why.sign === 1 ? 'after' : 'before'} ${iso(why.from.day)} is ${iso(why.day)}${why.setting ? ` (the number is an agency setting, ${why.setting}; the policy gives none)` : ''}.`,
      ];
    case 'choice':
      return [...why.among.flatMap(sentences), `The ${why.choice} of these is ${iso(why.day)}.`];
    case 'month-end':
      return [...sentences(why.from), `The last day of the calendar month is ${iso(why.day)}.`];
    case 'birthday':
      return [`Child ${why.child}, born ${iso(why.born)}, is ${why.age} on ${iso(why.day)}.`];
    case 'word':
      return [
        ...why.from.flatMap(sentences),
        `${why.says.charAt(0).toUpperCase()}${why.says.slice(1)}: ${iso(why.day)}.`,
      ];
  }
}

/** HearingHeld (dependency-fact-finding) -> "Hearing held (dependency-fact-finding)". */
function eventName(h: Happening): string {
  const words = h.type.charAt(0) + inWords(h.type).slice(1);
  const e = h.event as { kind?: string; kinds?: readonly string[] };
  const kind = e.kind ?? e.kinds?.join(', ');
  return kind ? `${words} (${kind})` : words;
}

function verdict(o: Obligation): string {
  const due = o.due === null ? null : iso(o.due);
  const done = o.doneOn === undefined ? null : iso(o.doneOn);
  switch (o.status) {
    case 'met':
      return `Met on ${done}${due ? `, by ${due}` : ''}.`;
    case 'met-late':
      return `Met on ${done}, after it was due on ${due}.`;
    case 'overdue':
      return `It was due on ${due} and is overdue.${o.reason ? ` It is ${o.reason}.` : ''}`;
    case 'due':
      return due
        ? `It is due by the end of ${due}.${o.reason ? ` It is ${o.reason}.` : ''}`
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
