// Who is here on a day, and who acts for somebody who is not.
import type { Agency, Staff } from './agency';
import { day, type Day } from './calendar';

type Absence = NonNullable<Staff['absences']>[number];

/** Works for the agency on that day, if only on leave. */
export function isActive(person: Staff, on: Day): boolean {
  return person.active && (person.leavesOn === undefined || on < day(person.leavesOn));
}

export function isAway(person: Staff, on: Day): boolean {
  return absenceOn(person, on) !== undefined;
}

/** Of absences that overlap, the one that names a deputy. */
export function absenceOn(person: Staff, on: Day): Absence | undefined {
  const found = (person.absences ?? []).filter(({ from, to }) => day(from) <= on && on <= day(to));
  return found.find((one) => one.deputy !== undefined) ?? found[0];
}

/**
 * The person, if here; else the deputy named for the absence, or whoever acts for that one; else who is above in the unit. Of two
 * who stand in for each other and are both away, neither acts. null: nobody is here.
 */
export function actingFor(id: string, on: Day, agency: Agency): string | null {
  return acting(id, on, agency, new Set());
}

function acting(id: string, on: Day, agency: Agency, asked: Set<string>): string | null {
  const person = agency.staff.get(id);
  if (person === undefined || asked.has(id)) return null;
  asked.add(id);
  const absence = absenceOn(person, on);
  if (isActive(person, on) && absence === undefined) return id;
  for (const next of [...(absence?.deputy === undefined ? [] : [absence.deputy]), ...above(person, agency)]) {
    const found = acting(next, on, agency, asked);
    if (found !== null) return found;
  }
  return null;
}

const ledBy: Readonly<Partial<Record<Staff['role'], Staff['role']>>> = {
  facilitator: 'facilitator-supervisor',
  'p3-worker': 'p3-supervisor',
};

/** Those above in the unit, the nearest first; the P3 unit may be another than that of its worker. */
function above(person: Staff, agency: Agency): string[] {
  const staff = [...agency.staff.values()];
  const inUnit = (role: string): Staff[] => staff.filter((s) => s.role === role && s.unit === person.unit);
  const managers = [...inUnit('program-manager'), ...staff.filter((s) => s.role === 'program-manager')];
  const own = ledBy[person.role];
  const supervisors = inUnit('supervisor');
  const leads =
    own === undefined ? [] : [...inUnit(own), ...(own === 'p3-supervisor' ? staff.filter((s) => s.role === own) : [])];
  const list = person.role.endsWith('supervisor')
    ? [...managers, ...supervisors]
    : [...leads, ...supervisors, ...managers];
  return list.map((s) => s.id);
}
