// Before anybody tries to close: every gate that stands before the closing, with its state, its source, what is lacking, and who
// can see to it. The gates are those of the admission (admit-guards.ts), so that what is open here is what a closing is refused with.
import { admit } from './admit';
import { gatesOf, type Gate } from './admit-guards';
import { dayOf, iso, type Instant } from './calendar';
import { fold } from './case-file';
import type { CaseEvent, PlainType, Recorded } from './events';
import { ownerOf } from './owners';
import { lackingIn } from './lacking';
import type { Owner } from './obligation';
import type { Context } from './plan';
import type { Condition, Pattern, Program } from './rule';
import { enrolledOn } from './subjects';
import { plainSuppliers } from './suppliers';
import type { Unmet } from './unmet';
import { View, type Frame } from './view';

/** excused: not so, but a decision stands for it; not-asked: it does not apply to this closing. */
export type GateState = 'open' | 'met' | 'excused' | 'not-asked';

export interface ChecklistGate {
  readonly program: string;
  readonly id: string;
  readonly cites: readonly string[];
  readonly says: string;
  readonly state: GateState;
  /** For each household, child or person that it asks something of. */
  readonly of: readonly ChecklistPart[];
  /** Of an open gate: what would open the way, and who can see to it; nobody when only time can. */
  readonly mend: string | null;
  readonly by: readonly Owner[];
}

export interface ChecklistPart {
  /** Nobody by name: the family as a whole. */
  readonly child?: string;
  readonly household?: string;
  readonly participant?: string;
  readonly state: Exclude<GateState, 'not-asked'>;
  readonly lacking: readonly string[];
  /** The day on which the gate opens by itself. */
  readonly opensOn: string | null;
}

export interface Checklist {
  readonly reason: string | null;
  /** A closing that is recorded now is taken. */
  readonly ready: boolean;
  readonly gates: readonly ChecklistGate[];
  /** What else a closing is refused with: a case that is closed already, a child that is not there. */
  readonly also: readonly Unmet[];
}

export interface Asked {
  readonly journal: readonly Recorded[];
  readonly context: Context;
  readonly caseId: string;
  readonly now: Instant;
  /** Who would close. */
  readonly by: string;
}

export type Closing = Extract<CaseEvent, { type: 'CaseClosed' | 'ProgramEnded' }>;

export function checklist(asked: Asked, closing: Closing): Checklist {
  const { journal, context, caseId, now } = asked;
  const on = closing.on ?? iso(dayOf(now, context.agency.zone));
  const id = 'closing-asked';
  const line: Recorded = {
    id,
    seq: journal.length + 1,
    recordedAt: now,
    by: asked.by,
    entry: id,
    event: { ...closing, on },
  };
  const [before, after] = [fold(journal), fold([...journal, line])];
  const found = gatesOf({ about: line.id, before, after, context, now });
  const ids = new Set(found.map(({ guard }) => guard.id));
  const refused = admit({ journal, added: [line], context, now, caseId });
  return {
    reason: closing.reason ?? null,
    ready: refused.length === 0,
    gates: found.map(gateIn),
    also: refused.filter((one) => !ids.has(one.code)),
  };
}

/** The reasons for which the programs of the case let it close, where they list them. */
export function closingReasons({ journal, context, now }: Asked): string[] {
  const view = new View(fold(journal), context.agency, context.programs, now);
  const reasons = context.programs
    .filter((program) => enrolledOn(program, view) !== null)
    .flatMap((program) => program.guards.filter((guard) => guard.on.types.includes('CaseClosed')))
    .flatMap((guard) => [guard.on.where['reason'], ...within(guard.unless, isReason)])
    .flatMap((reason) => reason ?? []);
  return [...new Set(reasons.map(String))].filter((reason) => reason !== 'anything');
}

function isReason(node: object): unknown {
  const { if: kind, is } = node as { if?: unknown; is?: { reason?: unknown } };
  return kind === 'trigger' ? is?.reason : undefined;
}

function gateIn(gate: Gate): ChecklistGate {
  const { program, guard, view, asked, failing } = gate;
  const parts = asked.map((frame) => partIn(gate, frame));
  const state =
    parts.length === 0
      ? 'not-asked'
      : failing.length > 0
        ? 'open'
        : parts.some((part) => part.state === 'excused')
          ? 'excused'
          : 'met';
  // Nothing that anybody records brings the day nearer.
  const waits =
    guard.unless.if === 'not-after' && parts.every((part) => part.state !== 'open' || part.opensOn !== null);
  return {
    program: program.id,
    id: guard.id,
    cites: guard.cites,
    says: guard.says,
    state,
    of: parts,
    mend: state === 'open' ? guard.mend : null,
    by: state === 'open' && !waits ? whoCan(gate, view) : [],
  };
}

function partIn({ guard, view, failing }: Gate, frame: Frame): ChecklistPart {
  const { child, household, participant } = frame.subject;
  const open = failing.includes(frame);
  return {
    ...(child === undefined ? {} : { child }),
    ...(household === undefined ? {} : { household }),
    ...(participant === undefined ? {} : { participant }),
    state: open ? 'open' : standsByDecision(guard.unless, view, frame) ? 'excused' : 'met',
    lacking: open ? [...new Set(lackingIn(guard.unless, view, frame))] : [],
    opensOn: open ? opensOn(guard.unless, view, frame) : null,
  };
}

/** It holds, though only because somebody decided that it may: without the decision it would not. */
function standsByDecision(condition: Condition, view: View, frame: Frame): boolean {
  if (condition.if === 'any') {
    const holding = condition.of.filter((one) => view.holds(one, frame));
    const decided = (one: Condition): boolean => isDecision(one) || standsByDecision(one, view, frame);
    return holding.length > 0 && holding.every(decided) && condition.of.some((one) => !isDecision(one));
  }
  if (condition.if === 'all') return condition.of.some((one) => standsByDecision(one, view, frame));
  if (condition.if === 'for-each')
    return view
      .matching(condition.of, frame.subject)
      .some((trigger) => standsByDecision(condition.holds, view, { ...frame, subject: { ...frame.subject, trigger } }));
  return false;
}

function isDecision(condition: Condition): boolean {
  const patterns = within(condition, asPattern);
  return patterns.length > 0 && patterns.every((pattern) => pattern.types.every((type) => type === 'DecisionMade'));
}

function opensOn(condition: Condition, view: View, frame: Frame): string | null {
  if (condition.if === 'not-after') {
    const date = view.date(condition.date, frame);
    return date.known && date.day > view.today ? iso(date.day) : null;
  }
  // Of several that must all come true the time is not told by one.
  if (condition.if === 'any')
    return condition.of.map((one) => opensOn(one, view, frame)).find((on) => on !== null) ?? null;
  return null;
}

/** Whoever records what the gate asks for: by a guard that reserves it to a role, by a duty that asks it of one, else by its kind. */
function whoCan({ guard, failing }: Gate, view: View): Owner[] {
  const programs = view.programs.filter((program) => enrolledOn(program, view) !== null);
  const patterns = within(guard.unless, asPattern);
  const signers = within(guard.unless, signersIn).flat();
  // What the closing itself must say, whoever closes can say.
  const bySelf = guard.unless.if === 'trigger' || within(guard.unless, isTrigger).length > 0 ? ['caseworker'] : [];
  const roles = new Set([...patterns.flatMap((pattern) => rolesFor(pattern, programs)), ...signers, ...bySelf]);
  const children = [...new Set(failing.map(({ subject }) => subject.child))];
  const owners = [...roles].flatMap((role) => children.map((child) => ownerOf(role, view, child)));
  return owners.filter(
    (one, i) => owners.findIndex((other) => other.role === one.role && other.staff === one.staff) === i,
  );
}

function rolesFor(pattern: Pattern, programs: readonly Program[]): string[] {
  const alike = (other: Pattern): boolean =>
    other.types.some((type) => pattern.types.includes(type)) && meet(kindsOf(other), kindsOf(pattern));
  const reserved = programs.flatMap((program) =>
    program.guards.filter((guard) => alike(guard.on)).flatMap((guard) => within(guard.unless, staffRoleIn)),
  );
  if (reserved.length > 0) return reserved;
  const owed = programs.flatMap((program) =>
    program.duties.filter((duty) => within(duty.done, asPattern).some(alike)).map((duty) => duty.owner),
  );
  if (owed.length > 0) return owed;
  return [plainSuppliers[pattern.types[0] as PlainType] ?? 'caseworker'];
}

const kindsOf = ({ where }: Pattern): readonly unknown[] => [where['kind'] ?? where['kinds'] ?? []].flat();
const meet = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === 0 ? b.length === 0 : a.some((one) => b.includes(one));

function asPattern(node: object): Pattern | undefined {
  return 'types' in node ? (node as Pattern) : undefined;
}

function signersIn(node: object): readonly string[] | undefined {
  return 'staff' in node && 'named' in node ? (node as { staff: readonly string[] }).staff : undefined;
}

function staffRoleIn(node: object): string | undefined {
  const { word, args } = node as { word?: unknown; args?: { role?: unknown } };
  return word === 'staff-includes' ? String(args?.role) : undefined;
}

function isTrigger(node: object): true | undefined {
  return (node as { if?: unknown }).if === 'trigger' || undefined;
}

/** What `pick` finds in a rule, however deep: a rule is data. */
function within<T>(node: unknown, pick: (node: object) => T | undefined): T[] {
  if (typeof node !== 'object' || node === null) return [];
  const found = Array.isArray(node) ? undefined : pick(node);
  return [...(found === undefined ? [] : [found]), ...Object.values(node).flatMap((inner) => within(inner, pick))];
}
