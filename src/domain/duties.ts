// A duty of a program, applied to a case: which obligations there are, since when, until when.
import { addMonths, endOfMonth, iso, startOfMonth, type Day } from './calendar';
import { inForce, type Version, type Versions } from './editions';
import { inOrder, type Happening } from './case-file';
import { anchorName, builder, CONDITION_FAILS, endOf, isLate, judge, type Dates, type Parts } from './judge';
import type { MissingFact, Obligation, Subject, Why } from './obligation';
import type { Duty } from './rule';
import { enrolledOn, leftThen, subjectsOf } from './subjects';
import type { DoneAnswer, Frame, Known, View } from './view';

const MOST_CYCLES = 2000;

export function obligationsOf(versions: Versions, view: View): Obligation[] {
  const since = enrolledOn(versions[0].program, view);
  if (!since) return [];
  return versions.flatMap((version) => {
    const { duty } = version;
    return subjectsOf(duty, view)
      .filter(
        (subject) => since.children === null || subject.child === undefined || since.children.includes(subject.child),
      )
      .flatMap((subject) =>
        duty.listed === 'unless-met' && metInTime(duty, view, subject)
          ? []
          : forSubject(version, versions, view, subject),
      )
      .filter((o) => (duty.per.per !== 'event' && duty.listed !== 'if-applicable') || o.reason !== CONDITION_FAILS);
  });
}

/** Read first and without an obligation, because there are thousands of these and nearly all were met. */
function metInTime(duty: Duty, view: View, subject: Subject): boolean {
  const { due } = duty;
  const opened = view.date(duty.from, { subject });
  if (!opened.known || 'within' in due) return false;
  const frame: Frame = { subject, opened };
  const alternatives = duty.done.done === 'any' ? duty.done.of : [duty.done];
  return alternatives.some((one) => {
    const done = view.met(one, frame);
    // Nothing is due before it opens: on that day it is in time, whatever the date.
    if (!done.done || 'none' in due || done.day <= opened.day) return done.done;
    const by = view.date(due.by, frame);
    return by.known && !isLate(done, by);
  });
}

/** The obligations that begin under this version; a later cycle follows the version in force when it begins. */
function forSubject(version: Version, versions: Versions, view: View, subject: Subject): Obligation[] {
  const { program, duty } = version;
  const frame: Frame = { subject };
  const opened = view.date(duty.from, frame);
  const build = builder(version, view, subject);
  if (!opened.known) {
    if (versions.length > 1 && inForce(versions, view, view.today) !== version) return [];
    if (duty.only && !view.holds(duty.only, frame)) return [];
    if (endOf(program, duty, view, frame)) return [];
    return [unknown(build, opened.missing)];
  }
  const force = inForce(versions, view, opened.day);
  if (force !== version) {
    // Said once, not by each version.
    if (force === null || 'program' in force || version !== versions[0]) return [];
    return [
      build({
        anchor: anchorName(opened.why),
        opened: opened.day,
        status: 'unknown',
        missing: [{ fact: 'the text that held on that day', suppliedBy: 'program-manager' }],
        reason: force.outside,
        why: [opened.why],
      }),
    ];
  }
  return duty.repeat && 'monthly' in duty.repeat
    ? monthly(version, versions, view, subject, opened)
    : cycles(version, versions, view, subject, opened);
}

function unknown(build: (parts: Parts) => Obligation, missing: readonly MissingFact[]): Obligation {
  return build({
    anchor: 'unknown',
    opened: null,
    status: 'unknown',
    missing,
    reason: `waits for: ${missing.map((m) => m.fact).join(', ')}`,
  });
}

function cycles(begun: Version, versions: Versions, view: View, subject: Subject, opened: Known): Obligation[] {
  const list: Obligation[] = [];
  let version = begun;
  let anchor = opened;
  let met: Happening | undefined;
  for (let cycle = 0; cycle < MOST_CYCLES; cycle++) {
    const { duty, program } = version;
    const within: Frame = { subject, opened: anchor, ...(met ? { met } : {}) };
    const dates = dueOf(duty, view, within, cycle);
    const done = doneBefore(leftThen(program, view, subject), view.met(duty.done, within, dates.from?.day));
    const one = judge(version, view, within, anchor, dates, done, builder(version, view, subject));
    list.push(one);
    const following = duty.repeat ? next(duty, one, anchor, done, view) : null;
    if (!following) break;
    anchor = following;
    if (done.done) met = done.by.reduce<Happening | undefined>((a, b) => (a && inOrder(a, b) > 0 ? a : b), met);
    // Nothing follows an end.
    const ending = endOf(program, duty, view, { subject, asOf: anchor.day });
    if (ending && ending.on <= anchor.day) break;
    const force = inForce(versions, view, anchor.day);
    if (force === null || !('program' in force)) break;
    version = force;
  }
  return list;
}

/** What was done after the enrolment ended met nothing of it. */
function doneBefore(left: Happening | null, done: DoneAnswer): DoneAnswer {
  return left && done.done && done.day > left.on ? { done: false, lacking: [] } : done;
}

/** What the next cycle counts from: the completion, the due date that it met, or the date that was waived. */
function next(duty: Duty, one: Obligation, anchor: Known, done: DoneAnswer, view: View): Known | null {
  if (one.status === 'waived' && one.due !== null) {
    const name = `${anchorName(anchor.why)}+${iso(one.due)}`;
    return fromDate(one.due, `the waived date ${iso(one.due)}`, [anchor.why], name);
  }
  const by = done.done ? done.by.at(-1) : undefined;
  if (!done.done || !by) return null;
  const why: Why = { of: 'event', event: by, day: done.day };
  if (countsFromDue(duty, view) && one.due !== null)
    return fromDate(one.due, `the due date ${iso(one.due)} that it met`, [why]);
  return { known: true, day: done.day, ...(done.at === undefined ? {} : { at: done.at }), why };
}

function countsFromDue({ repeat }: Duty, view: View): boolean {
  if (!repeat || !('every' in repeat)) return false;
  return (typeof repeat.after === 'object' ? view.setting(repeat.after.setting) : repeat.after) === 'due';
}

function fromDate(on: Day, says: string, from: readonly Why[], anchor?: string): Known {
  return { known: true, day: on, why: { of: 'word', says, from, day: on, ...(anchor ? { anchor } : {}) } };
}

function dueOf(duty: Duty, view: View, frame: Frame, cycle: number): Dates {
  if (cycle > 0 && duty.repeat && 'every' in duty.repeat) {
    const next = view.date({ when: 'shift', from: { when: 'opened' }, by: duty.repeat.every, sign: 1 }, frame);
    return next.known ? { due: next, from: null, missing: null } : { due: null, from: null, missing: next };
  }
  if ('none' in duty.due) return { due: null, from: null, missing: null, none: duty.due.none };
  if ('by' in duty.due) {
    const due = view.date(duty.due.by, frame);
    return due.known ? { due, from: null, missing: null } : { due: null, from: null, missing: due };
  }
  const [from, to] = duty.due.within.map((when) => view.date(when, frame));
  if (!from?.known || !to?.known) return { due: null, from: null, missing: from && !from.known ? from : to! };
  return { due: to, from, missing: null };
}

/** One obligation for each calendar month in which the duty stood at least one day. */
function monthly(begun: Version, versions: Versions, view: View, subject: Subject, opened: Known): Obligation[] {
  const ending = endOf(begun.program, begun.duty, view, { subject });
  const lastDay = Math.min(view.today, ending ? ending.on : Infinity);
  const list: Obligation[] = [];
  for (let i = 0; i < MOST_CYCLES; i++) {
    const from = addMonths(startOfMonth(opened.day), i);
    if (from > lastDay) break;
    const version = inForce(versions, view, Math.max(from, opened.day));
    if (version === null || !('program' in version)) continue;
    const { program, duty } = version;
    // A part month is judged as if the duty went on: its last day is still the day by which it is owed.
    const { ends: _, ...endless } = duty;
    const madeGood = duty.repeat && 'madeGood' in duty.repeat;
    const judged = duty.repeat && 'partMonths' in duty.repeat ? { ...endless, outlivesClosing: true as const } : duty;
    const build = builder(version, view, subject);
    const end = endOfMonth(from);
    const began: Why =
      from <= opened.day ? opened.why : { of: 'word', says: 'the month begins', from: [opened.why], day: from };
    const why: Why = { of: 'month-end', from: began, day: end };
    const anchor: Known = { known: true, day: from, why: opened.why };
    const frame: Frame = { subject, opened: anchor, ...(end < view.today ? { asOf: end } : {}) };
    const done = view.met(duty.done, frame);
    const inMonth: DoneAnswer =
      done.done && done.day !== -Infinity && done.day > end && !madeGood
        ? { done: false, lacking: [`nothing recorded in ${iso(from).slice(0, 7)}`] }
        : done;
    const due = { known: true as const, day: end, why };
    const one = judge(
      { program, duty: judged },
      view,
      frame,
      anchor,
      { due, from: null, missing: null },
      inMonth,
      (parts) => build({ ...parts, anchor: iso(from).slice(0, 7) }),
    );
    // A month that ended before the duty did stays what it was: the end of the case does not excuse it.
    list.push(
      one.status === 'not-applicable' &&
        end < (endOf(program, duty, view, frame)?.on ?? Infinity) &&
        (!duty.only || view.holds(duty.only, frame))
        ? { ...one, status: duty.strength === 'aim' ? 'target-missed' : 'overdue' }
        : one,
    );
  }
  // The next month; or the first, where what opens the duty was recorded ahead of its day.
  view.hasCome(list.length > 0 ? endOfMonth(view.today) + 1 : startOfMonth(opened.day));
  return list;
}
