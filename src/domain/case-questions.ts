// What is asked of a case file: who is in the case, who holds a role, who must be kept apart.
import { day, type Day } from './calendar';
import type { Assignment, CaseFile, Participant } from './case-file';
import type { PlainEvent } from './events';
import type { Said } from './happenings';

/** Who is in the case on a day, in a role (all roles when none is given). */
export function participantsOn(file: CaseFile, d: Day, roles?: readonly string[]): Participant[] {
  return [...file.participants.values()].filter(
    (p) => p.from <= d && (p.until === null || p.until > d) && (roles === undefined || roles.includes(p.role)),
  );
}

/** Who holds a role on a day; for a child, who holds it for that child. */
export function assignmentOn(file: CaseFile, role: string, d: Day, child?: string): Assignment | null {
  let found: Assignment | null = null;
  for (const a of file.assignments)
    if (
      a.role === role &&
      a.from <= d &&
      (a.until === null || a.until > d) &&
      (child === undefined || a.children === null || a.children.includes(child))
    )
      found = a;
  return found;
}

export const familyRoles = ['parent', 'child', 'kin', 'caregiver'] as const;

/** A meeting counts as held when somebody of the family took part; otherwise nobody came and the duty stands. */
export function familyTookPart(file: CaseFile, event: PlainEvent): boolean {
  if (event.type !== 'MeetingHeld') return false;
  return event.attendance.some(
    (a) =>
      a.how !== 'absent' &&
      (file.children.has(a.participant) ||
        (familyRoles as readonly string[]).includes(file.participants.get(a.participant)?.role ?? '')),
  );
}

/** An order between two people that stands on a day: they may not be in one meeting, nor learn of each other through one. */
export function keptApart(file: CaseFile, d: Day): readonly (readonly [string, string])[] {
  const ended = new Set(
    (file.byType.get('NoContactOrderEnded') ?? []).flatMap((h) =>
      h.event.type === 'NoContactOrderEnded' && h.on <= d ? [h.event.order] : [],
    ),
  );
  return (file.byType.get('NoContactOrderRecorded') ?? []).flatMap((h) => {
    const e = h.event;
    if (e.type !== 'NoContactOrderRecorded' || ended.has(h.id) || (e.until !== undefined && day(e.until) < d))
      return [];
    return [[e.between[0]!, e.between[1]!] as const];
  });
}

/** A correction of the record of the same child, person, meeting: these fields are as they stand. */
export function isOfTheSame({ id, event, correcting }: Said, before: CaseFile, fields: readonly string[]): boolean {
  const standing: unknown = correcting ? before.byId.get(id)?.event : undefined;
  const value = (of: unknown, field: string): unknown => (of as Record<string, unknown>)[field];
  return standing !== undefined && fields.every((field) => value(standing, field) === value(event, field));
}
