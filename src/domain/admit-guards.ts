// What a program demands before an event may be recorded: each demand that is made of it, and for whom it is not fulfilled. Whoever
// asks beforehand (checklist.ts) and whoever admits read the same.
import type { Instant } from './calendar';
import type { CaseFile, Happening } from './case-file';
import { obligationsOf } from './duties';
import { dutiesOf, editionOn } from './editions';
import { closingOf, enrolledOn, everyOf, leftBy } from './subjects';
import { lackingIn } from './lacking';
import type { Subject } from './obligation';
import type { Context } from './plan';
import type { Guard, Program } from './rule';
import type { Unmet } from './unmet';
import { View, type Frame } from './view';

/** A guard that concerns an event. */
export interface Gate {
  readonly program: Program;
  readonly guard: Guard;
  readonly view: View;
  /** For whom it asks something; nobody: what it asks for does not apply here. */
  readonly asked: readonly Frame[];
  /** For whom of them that is not so. */
  readonly failing: readonly Frame[];
}

export interface Attempt {
  /** The event that is to be recorded, or that a correction makes another of: nothing is corrected past a guard. */
  readonly about: string;
  readonly before: CaseFile;
  /** As it would be with it. */
  readonly after: CaseFile;
  readonly context: Context;
  readonly now: Instant;
}

/** Refused once by each guard, with all that is lacking. */
export function guarded(attempt: Attempt): Unmet[] {
  return gatesOf(attempt)
    .filter((gate) => gate.failing.length > 0)
    .map((gate) => {
      const { guard, view, failing } = gate;
      const lacking = [...new Set(failing.flatMap((frame) => lackingIn(guard.unless, view, frame)))];
      return {
        code: guard.id,
        ...(guard.field ? { field: guard.field } : {}),
        cites: guard.cites,
        says: guard.says,
        mend: lacking.length > 0 ? `${guard.mend} Still lacking: ${lacking.join(', ')}.` : guard.mend,
      };
    });
}

export function gatesOf({ about, before, after, context, now }: Attempt): Gate[] {
  const h = after.byId.get(about);
  if (!h) return [];
  const enrolled = new Set(
    (after.byType.get('ProgramEnrolled') ?? []).map((x) => (x.event.type === 'ProgramEnrolled' ? x.event.program : '')),
  );
  const guarding = context.programs.filter(
    (p) => (p.id === 'every-case' || enrolled.has(p.id)) && p.guards.some((g) => g.on.types.includes(h.type)),
  );
  if (guarding.length === 0) return [];
  const view = new View(after, context.agency, context.programs, now);
  const programs = guarding.filter((p) => editionOn(p.id, view, h.on) === p);
  // Of this duty alone, and only when a guard asks: a fault in another duty keeps nobody from recording what happened.
  const past = new View(before, context.agency, context.programs, now);
  view.earliestDue = (duty, children) =>
    dutiesOf(context.programs)
      .filter(([{ duty: d }]) => d.id === duty)
      .flatMap((versions) => obligationsOf(versions, past))
      .filter(
        (o) =>
          (o.status === 'due' || o.status === 'overdue') &&
          o.due !== null &&
          (children === undefined || o.subject.child === undefined || children.includes(o.subject.child)),
      )
      .reduce<number | null>((first, o) => (first === null || o.due! < first ? o.due : first), null);
  return programs.flatMap((program) => program.guards.flatMap((guard) => gateOf(program, guard, h, view)));
}

/** The guard read for the event, or for each child or participant that it names. */
function gateOf(program: Program, guard: Guard, h: Happening, view: View): Gate[] {
  if (!guard.on.types.includes(h.type) || !view.fits(h, guard.on.where)) return [];
  const own = { key: `event:${h.id}`, trigger: h };
  const enrolment = enrolledOn(program, view);
  const stillIn = (subject: Subject): boolean => {
    const { child } = subject;
    // A child or household for which the case was closed before has passed its gates.
    const closing = closingOf(view.file, subject);
    if (closing && closing.id !== h.id && closing.id !== view.file.closed?.id) return false;
    const left = leftBy(program, view, child);
    if (left && left.id !== h.id) return false;
    return child === undefined || enrolment?.children == null || enrolment.children.includes(child);
  };
  const named = guard.every ? everyOf(guard.every, h, view).map((one) => ({ ...one, trigger: h })) : [];
  // An event that names nobody is read by itself: leaving the name out is no way around a rule.
  const subjects = (named.length > 0 ? named : [own]).filter(stillIn);
  const asked = subjects
    .map((subject): Frame => ({ subject }))
    .filter((frame) => !guard.only || view.holds(guard.only, frame));
  const failing = asked.filter((frame) => !view.holds(guard.unless, frame));
  return [{ program, guard, view, asked, failing }];
}
