// What a program demands before an event may be recorded.
import type { Instant } from './calendar';
import { type CaseFile, type Happening } from './case-file';
import type { Recorded } from './events';
import { planFile, type Context } from './plan';
import type { Guard } from './rule';
import type { Unmet } from './unmet';
import { View } from './view';

export function guarded(
  line: Recorded,
  before: CaseFile,
  after: CaseFile,
  context: Context,
  now: Instant,
  journal: readonly Recorded[],
): Unmet[] {
  const h: Happening | undefined = after.byId.get(line.id);
  if (!h) return [];
  const enrolled = new Set(
    (after.byType.get('ProgramEnrolled') ?? []).map((x) => (x.event.type === 'ProgramEnrolled' ? x.event.program : '')),
  );
  const programs = context.programs.filter((p) => p.id === 'every-case' || enrolled.has(p.id));
  const guards = programs.flatMap((p) => p.guards).filter((g) => g.on.types.includes(h.type));
  if (guards.length === 0) return [];
  const view = new View(after, context.agency, context.programs, now);
  const dues = journal.length > 0 ? planFile(before, context, now, new Map()).obligations : [];
  view.earliestDue = (duty, children) =>
    dues
      .filter(
        (o) =>
          o.duty === duty &&
          (o.status === 'due' || o.status === 'overdue') &&
          o.due !== null &&
          (children === undefined || o.subject.child === undefined || children.includes(o.subject.child)),
      )
      .reduce<number | null>((first, o) => (first === null || o.due! < first ? o.due : first), null);
  const frame = { subject: { key: `event:${h.id}`, trigger: h } };
  return guards
    .filter((g) => view.fits(h, g.on.where) && (!g.only || view.holds(g.only, frame)) && !view.holds(g.unless, frame))
    .map((g: Guard) => ({
      code: g.id,
      ...(g.field ? { field: g.field } : {}),
      cites: g.cites,
      says: g.says,
      mend: g.mend,
    }));
}
