// The date that an expression of a rule gives, with its reason; or which fact is missing.
import { isPeriod, isSetting } from './agency';
import { addMonths, addPeriod, day, dayOf, endOfMonth, type Day, type Period } from './calendar';
import { inOrder, type Happening } from './case-file';
import { firstSince } from './matching';
import type { Why } from './obligation';
import type { Pattern, Pause, Span, When, Where } from './rule';
import { missingFact } from './suppliers';
import type { DateAnswer, Frame, Known, View } from './view';
import { dateWords } from './words';
import { wordIn } from './word-kit';

type Shift = Extract<When, { when: 'shift' }>;
type Unagreed = Exclude<Span, { agreed: unknown }>;

/** The value of a setting that has no default because a number would be invented. */
const NOT_SET = 'not-set';

export function dateOf(view: View, when: When, frame: Frame): DateAnswer {
  switch (when.when) {
    case 'first':
    case 'last': {
      const all = view.matching(when.of, frame.subject);
      const h =
        when.when === 'first'
          ? all.find((x) => fieldDay(x, when.field) !== null)
          : all.findLast((x) => fieldDay(x, when.field) !== null);
      return h ? fromEvent(h, when.field) : { known: false, missing: [missingFact(when.of)] };
    }
    case 'next': {
      const from = view.date(when.after, frame);
      if (!from.known) return from;
      const list = view.matching(when.of, frame.subject);
      const named = (x: Happening): Day => fieldDay(x, when.field) ?? -Infinity;
      const h =
        when.field === undefined
          ? list[firstSince(list, from.day)]
          : list.filter((x) => named(x) >= from.day).sort((a, b) => named(a) - named(b))[0];
      return h ? fromEvent(h, when.field) : { known: false, missing: [missingFact(when.of)] };
    }
    case 'previous': {
      const { trigger } = frame.subject;
      const until = when.until && view.date(when.until, frame);
      if (until && !until.known) return until;
      const named = (x: Happening): Day => fieldDay(x, when.field) ?? Infinity;
      const before = (x: Happening): boolean =>
        until ? named(x) <= until.day : trigger !== undefined && inOrder(x, trigger) < 0;
      const list = view.matching(when.of, frame.subject).filter((x) => before(x) && fieldDay(x, when.field) !== null);
      const h = list.toSorted((a, b) => named(a) - named(b)).at(-1);
      return h ? fromEvent(h, when.field) : { known: false, missing: [missingFact(when.of)] };
    }
    case 'chosen': {
      const chosen = when.among[String(view.setting(when.setting))];
      if (!chosen)
        throw new RangeError(`the agency setting ${when.setting} must be one of ${Object.keys(when.among).join(', ')}`);
      return view.date(chosen, frame);
    }
    case 'trigger': {
      const h = frame.subject.trigger;
      return h && fieldDay(h, when.field) !== null
        ? fromEvent(h, when.field)
        : { known: false, missing: [{ fact: `the ${when.field ?? 'date'} of the event`, suppliedBy: 'caseworker' }] };
    }
    case 'opened':
      return frame.opened ?? { known: false, missing: [] };
    case 'now':
      return {
        known: true,
        day: view.today,
        at: view.now,
        why: { of: 'word', says: 'today', from: [], day: view.today },
      };
    case 'shift': {
      const from = view.date(when.from, frame);
      if (!from.known) return from;
      const to = shifted(view, from, when.by, when.sign, frame);
      return when.paused ? afterPauses(view, when.paused, from, to, when, frame) : to;
    }
    case 'earliest':
    case 'latest':
    case 'first-known':
      return choose(view, when.when, when.of, frame);
    case 'month-end': {
      const of = view.date(when.of, frame);
      return of.known
        ? { known: true, day: endOfMonth(of.day), why: { of: 'month-end', from: of.why, day: endOfMonth(of.day) } }
        : of;
    }
    case 'birthday': {
      const child = frame.subject.child === undefined ? undefined : view.file.children.get(frame.subject.child);
      if (!child)
        return { known: false, missing: [{ fact: 'the date of birth of the child', suppliedBy: 'caseworker' }] };
      const age = typeof when.age === 'number' ? when.age : Number(view.setting(when.age.setting));
      const d = addMonths(child.bornOn, age * 12);
      return { known: true, day: d, why: { of: 'birthday', child: child.id, age, born: child.bornOn, day: d } };
    }
    case 'whether':
      return view.date(view.holds(when.holds, frame) ? when.date : when.otherwise, frame);
    case 'met': {
      const answer = view.met(when.of, frame);
      const h = answer.done ? answer.by.at(-1) : undefined;
      return answer.done && h
        ? {
            known: true,
            day: answer.day,
            ...(answer.at === undefined ? {} : { at: answer.at }),
            why: { of: 'event', event: h, day: answer.day },
          }
        : {
            known: false,
            missing: (answer.done ? [] : answer.lacking).map((fact) => ({ fact, suppliedBy: 'caseworker' })),
          };
    }
    case 'standing': {
      const h = startOf(view, when.of, when.is, when.broken, frame);
      return h ? fromEvent(h, undefined) : { known: false, missing: [missingFact(when.of)] };
    }
    case 'word':
      return wordIn(dateWords, when.word)(view, frame, when.args);
  }
}

/** A length of time, with the agency setting that it comes from; null where the agency has not set it and nobody invents it. */
function lengthOf(view: View, span: Unagreed, on: Day): { by: Period | null; setting?: string } {
  if (!isSetting(span)) return { by: span };
  const value = view.setting(span.setting, on);
  if (value === NOT_SET) return { by: null, setting: span.setting };
  if (!isPeriod(value)) throw new RangeError(`the agency setting ${span.setting} must be a period`);
  return { by: value, setting: span.setting };
}

function shifted(view: View, from: Known, span: Span, sign: 1 | -1, frame: Frame): DateAnswer {
  if ('agreed' in span) return asAgreed(view, span, from, sign, frame);
  // A setting counts as it stood when the obligation began.
  const { by, ...named } = lengthOf(view, span, frame.opened?.day ?? from.day);
  if (by === null)
    return {
      known: false,
      missing: [{ fact: `the agency setting ${named.setting}`, suppliedBy: 'program-manager' }],
    };
  if (by.unit === 'hours' && from.at !== undefined) {
    const at = from.at + sign * by.n * 3_600_000;
    const to = dayOf(at, view.agency.zone);
    return { known: true, day: to, at, why: { of: 'shift', from: from.why, by, sign, ...named, day: to } };
  }
  const to = addPeriod(from.day, by, view.agency.holidays, sign);
  return { known: true, day: to, why: { of: 'shift', from: from.why, by, sign, ...named, day: to } };
}

/** An agreement counts for what is still open on its day: it neither mends what was late by then nor makes it late. */
function asAgreed(view: View, span: Exclude<Span, Unagreed>, from: Known, sign: 1 | -1, frame: Frame): DateAnswer {
  let answer: DateAnswer = span.otherwise
    ? shifted(view, from, span.otherwise, sign, frame)
    : {
        known: false,
        missing: [
          span.agreed === 'trigger' ? { fact: 'the interval', suppliedBy: 'caseworker' } : missingFact(span.agreed),
        ],
      };
  const told = span.agreed === 'trigger' ? [frame.subject.trigger] : view.matching(span.agreed, frame.subject);
  for (const h of told) {
    const by = (h?.event as { interval?: Period } | undefined)?.interval;
    if (!h || !by || (answer.known && h.on > answer.day)) continue;
    const to = addPeriod(from.day, by, view.agency.holidays, sign);
    const whys: Why[] = [
      { of: 'shift', from: from.why, by, sign, day: to },
      { of: 'event', event: h, field: 'interval', day: h.on },
    ];
    answer =
      h.on > from.day
        ? {
            known: true,
            day: Math.max(to, h.on),
            why: { of: 'choice', choice: 'latest', among: whys, day: Math.max(to, h.on) },
          }
        : { known: true, day: to, why: { of: 'word', says: 'as agreed', from: whys, day: to } };
  }
  return answer;
}

/** A date that a pause kept from being reached counts anew from the end of the pause. */
function afterPauses(
  view: View,
  { of, is }: Pause,
  from: Known,
  to: DateAnswer,
  shift: Shift,
  frame: Frame,
): DateAnswer {
  let [start, reached, paused] = [from, to, false];
  for (const h of view.matching(of, frame.subject)) {
    if (!reached.known) break;
    if (view.fits(h, is, frame.subject)) paused ||= h.on <= reached.day;
    else if (paused) {
      paused = false;
      if (h.on < start.day) continue;
      start = fromEvent(h, undefined);
      reached = shifted(view, start, shift.by, shift.sign, frame);
    }
  }
  return reached;
}

/** The first of the events that have been like this ever since. */
function startOf(
  view: View,
  of: Pattern,
  is: Where,
  broken: Pattern | undefined,
  { subject }: Frame,
): Happening | undefined {
  const breaks = broken ? view.matching(broken, subject).at(-1) : undefined;
  let start: Happening | undefined;
  for (const h of view.matching(of, subject).toReversed()) {
    if (!view.fits(h, is, subject) || (breaks && inOrder(h, breaks) < 0)) break;
    start = h;
  }
  return start;
}

function choose(
  view: View,
  choice: 'earliest' | 'latest' | 'first-known',
  of: readonly When[],
  frame: Frame,
): DateAnswer {
  const answers = of.map((when) => view.date(when, frame));
  const known = answers.filter((a) => a.known);
  const missing = answers.flatMap((a) => (a.known ? [] : a.missing));
  if (choice === 'first-known') return known[0] ?? { known: false, missing };
  if (known.length === 0 || (choice === 'latest' && known.length < answers.length)) return { known: false, missing };
  const chosen = known.reduce((best, a) => ((choice === 'earliest' ? a.day < best.day : a.day > best.day) ? a : best));
  const why: Why = { of: 'choice', choice, among: known.map((a) => a.why), day: chosen.day };
  return { known: true, day: chosen.day, ...(chosen.at === undefined ? {} : { at: chosen.at }), why };
}

function fromEvent(h: Happening, field: string | undefined): DateAnswer & { known: true } {
  const d = fieldDay(h, field)!;
  return {
    known: true,
    day: d,
    ...(field === undefined && h.at !== undefined ? { at: h.at } : {}),
    why: { of: 'event', event: h, ...(field ? { field } : {}), day: d },
  };
}

function fieldDay(h: Happening, field: string | undefined): Day | null {
  if (field === undefined) return h.on;
  const value = (h.event as Record<string, unknown>)[field];
  return typeof value === 'string' ? day(value.slice(0, 10)) : null;
}
