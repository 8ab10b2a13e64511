// Who is asked for a decision. Never who asked for it, nor who has an interest in it; somebody else while that person is away or has
// left: the deputy, a colleague in the same role, who is above.
import type { Staff } from './agency';
import { day } from './calendar';
import { assignmentOn, type Happening } from './case-file';
import type { Owner, Subject } from './obligation';
import { absenceOn, actingFor, isAway } from './presence';
import { somebodyHere, supervisorOf, unitOf } from './superiors';
import type { View } from './view';

/** Those who had a hand in asking: who recorded the request, who corrected it, and who asked before it was returned. */
export function askersOf(request: Happening, view: View): ReadonlySet<string> {
  const askers = new Set<string>();
  for (const h of askedInTurn(request, view)) {
    askers.add(h.by);
    if (h.correctedBy !== undefined) askers.add(h.correctedBy);
  }
  return askers;
}

/** The request, and the ones before it that were returned. */
export function askedInTurn(request: Happening, view: View): readonly Happening[] {
  const chain: Happening[] = [];
  for (let one: Happening | undefined = request; one && !chain.includes(one); one = askedBefore(one, view))
    chain.push(one);
  return chain;
}

function askedBefore(request: Happening, view: View): Happening | undefined {
  const { about } = request.event as { about?: string };
  const named = about === undefined ? undefined : view.file.byId.get(about);
  if (named?.event.type === 'SignOffDecided') return view.file.byId.get(named.event.request);
  // A form that is completed anew names the one that was returned.
  return named?.type === request.type ? named : undefined;
}

const WORKERS: ReadonlySet<string> = new Set(['caseworker', 'facilitator', 'p3-worker']);

/** It is about this person, who takes part in the case or carries it. */
export function hasInterest(person: string, request: Happening, view: View): boolean {
  const { staff } = request.event as { staff?: unknown };
  return (
    staff === person ||
    view.file.participants.has(person) ||
    view.file.assignments.some(
      (a) =>
        a.staff === person && WORKERS.has(a.role) && a.from <= view.today && (a.until === null || a.until > view.today),
    )
  );
}

export const isBarred = (person: string, request: Happening, view: View): boolean =>
  askersOf(request, view).has(person) || hasInterest(person, request, view);

/** Reads whether somebody is away today, so that the case wakes on the days on which that changes. */
export function isAwayToday(person: Staff, view: View): boolean {
  for (const { from, to } of person.absences ?? []) if (view.hasCome(day(from))) view.hasCome(day(to) + 1);
  return isAway(person, view.today);
}

/** In the agency, or in this case. */
export function holdsRole(person: string, role: string, view: View): boolean {
  return (
    view.agency.staff.get(person)?.role === role ||
    view.file.assignments.some(
      (a) =>
        a.staff === person && a.role === role && a.from <= view.today && (a.until === null || a.until > view.today),
    )
  );
}

interface Asked {
  readonly role: string;
  readonly nobodyElse: boolean;
}

/** `first`: to whom a duty of this role falls by itself. */
export function approverOf({ role, nobodyElse }: Asked, first: Owner, { child, trigger }: Subject, view: View): Owner {
  if (!trigger) return first;
  const may = (id: string): boolean =>
    view.isHere(id) && !isBarred(id, trigger, view) && (!nobodyElse || holdsRole(id, role, view));
  for (const id of candidates(role, first, child, view)) {
    const person = view.agency.staff.get(id);
    if (!person) continue;
    const here = view.isHere(id);
    if (here && !isAwayToday(person, view)) {
      if (may(id)) return { role, staff: id, fallback: id === first.staff ? first.fallback : true };
      continue;
    }
    const acting = actingFor(id, view.today, view.agency);
    if (absenceOn(person, view.today)?.deputy !== undefined && acting !== null && may(acting))
      return { role, staff: acting, fallback: true };
  }
  // Nobody who may decide is here: it waits for who is away, or shows that there is nobody.
  const away = candidates(role, first, child, view).find(may);
  return away === undefined
    ? { role, staff: nobodyHere(trigger, view), fallback: true }
    : { role, staff: away, fallback: true };
}

/** The nearest first: who holds the role for the case, by the case or in the unit; who it falls to; who is above. */
function candidates(role: string, first: Owner, child: string | undefined, view: View): readonly string[] {
  const unit = unitOf(view);
  const staff = [...view.agency.staff.values()];
  const assigned = assignmentOn(view.file, role, view.today, child)?.staff;
  const inUnit = staff.filter((s) => s.role === role && s.unit === unit && role.endsWith('supervisor'));
  const managers = staff.filter((s) => s.role === 'program-manager');
  return [
    ...new Set(
      [
        assigned,
        ...inUnit.filter((s) => s.id === first.staff || !view.isHere(s.id)).map((s) => s.id),
        ...(first.fallback ? [] : [first.staff]),
        ...inUnit.map((s) => s.id),
        ...(first.fallback ? staff.filter((s) => s.role === 'supervisor' && s.unit === unit).map((s) => s.id) : []),
        ...managers.filter((s) => s.unit === unit).map((s) => s.id),
        ...managers.map((s) => s.id),
        first.staff,
        ...staff.filter((s) => s.role.endsWith('supervisor')).map((s) => s.id),
      ].filter((id): id is string => id !== undefined && id !== null),
    ),
  ];
}

/** Somebody above who is not barred sees to it that there is a person who may decide. */
function nobodyHere(trigger: Happening, view: View): string | null {
  const other = somebodyHere(view, (s) => /supervisor|manager/.test(s.role) && !isBarred(s.id, trigger, view));
  return other?.id ?? null;
}

/** Who is told when nobody decides, and may decide then: a program manager, else the supervisor of the unit. */
export function nextLevelOf(owner: string, trigger: Happening, view: View): string | null {
  const unit = unitOf(view);
  const managers = [...view.agency.staff.values()].filter((s) => s.role === 'program-manager');
  const supervisor = supervisorOf(view);
  for (const id of [
    ...managers.filter((s) => s.unit === unit).map((s) => s.id),
    ...managers.map((s) => s.id),
    ...(supervisor === null ? [] : [supervisor]),
  ]) {
    const person = view.agency.staff.get(id);
    const acting = person && isAwayToday(person, view) ? actingFor(id, view.today, view.agency) : id;
    if (acting !== null && acting !== owner && view.isHere(acting) && !isBarred(acting, trigger, view)) return acting;
  }
  return null;
}
