// Who is above whom: the supervisor of the case's unit, the program manager, and roles that have a supervisor of their own, who
// may sit in another unit than the case.
import type { Staff } from './agency';
import { assignmentOn } from './case-file';
import type { View } from './view';

const supervisedBy: Readonly<Record<string, string>> = { 'p3-worker': 'p3-supervisor' };

/** The role of the supervisor for this role, or the role itself where it is such a supervisor. */
function supervisorRoleOf(role: string): string | undefined {
  return supervisedBy[role] ?? Object.values(supervisedBy).find((one) => one === role);
}

/** The supervisor to whom the duties of this role fall when nobody holds it, and who is told when they are late: assigned to the
 *  case, else of its unit, else of any. undefined: the role has none of its own, or nobody holds it. */
export function ownSupervisor(role: string, view: View, child: string | undefined): Staff | undefined {
  const wanted = supervisorRoleOf(role);
  if (wanted === undefined) return undefined;
  const assigned = assignmentOn(view.file, wanted, view.today, child)?.staff;
  const unit = unitOf(view);
  return (
    somebodyHere(view, (s) => s.id === assigned) ??
    somebodyHere(view, (s) => s.role === wanted && s.unit === unit) ??
    somebodyHere(view, (s) => s.role === wanted)
  );
}

/** The first who fits and is here. */
export function somebodyHere(view: View, fits: (person: Staff) => boolean): Staff | undefined {
  for (const person of view.agency.staff.values()) if (fits(person) && view.isHere(person.id)) return person;
  return undefined;
}

export function unitOf(view: View): string | null {
  const opening = view.file.opened?.event;
  return opening?.type === 'CaseOpened' ? opening.unit : null;
}

/** Supervisors and managers decide what passes a soft limit. */
export const isSupervisory = (role: string | undefined): boolean => /supervisor|manager/.test(role ?? '');

export const hasOwnSupervisor = (role: string): boolean => supervisorRoleOf(role) !== undefined;

/** The supervisor of the case's unit. */
export function supervisorOf(view: View): string | null {
  const unit = unitOf(view);
  return (
    (
      somebodyHere(view, (s) => s.role === 'supervisor' && s.unit === unit) ??
      somebodyHere(view, (s) => s.role === 'supervisor') ??
      somebodyHere(view, (s) => s.role === 'program-manager')
    )?.id ?? null
  );
}

/** Who is above this person: a program manager, else the supervisor of the case's unit. */
export function superiorOf(person: string, view: View): string | null {
  const manager = somebodyHere(view, (s) => s.role === 'program-manager' && s.id !== person);
  const supervisor = supervisorOf(view);
  return manager?.id ?? (supervisor === person ? null : supervisor);
}
