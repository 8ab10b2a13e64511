// Which text of a rule holds on a day. A case keeps the edition of a program that it has adopted: a new edition takes effect by
// adoption, not by deployment. Inside an edition a duty may have versions, each with its range of days.
import { day, iso, type Day } from './calendar';
import { inOrder } from './case-file';
import type { Duty, Program, Range } from './rule';
import type { View } from './view';

/** A duty in one edition, and in one version there. */
export interface Version {
  readonly program: Program;
  readonly duty: Duty;
}

/** The same duty in every edition and version. */
export type Versions = readonly [Version, ...Version[]];

const known = new WeakMap<readonly Program[], readonly Versions[]>();

export function dutiesOf(programs: readonly Program[]): readonly Versions[] {
  let all = known.get(programs);
  if (!all) {
    const byId = new Map<string, [Version, ...Version[]]>();
    for (const program of programs)
      for (const duty of program.duties) {
        const id = `${program.id}/${duty.id}`;
        const versions = byId.get(id);
        if (versions) versions.push({ program, duty });
        else byId.set(id, [{ program, duty }]);
      }
    known.set(programs, (all = [...byId.values()]));
  }
  return all;
}

const ranges = new WeakMap<Range, { readonly from: Day; readonly to: Day }>();

/** Both days included; without an end it holds until another text takes its place. */
export function covers(range: Range | undefined, on: Day): boolean {
  if (!range) return true;
  let days = ranges.get(range);
  if (!days)
    ranges.set(range, (days = { from: day(range.from), to: range.to === undefined ? Infinity : day(range.to) }));
  return days.from <= on && on <= days.to;
}

/** The edition that the case follows for what begins on this day. */
export function editionOn(id: string, view: View, on: Day): Program | undefined {
  const editions = view.programs.filter((p) => p.id === id);
  if (editions.length < 2) return editions[0];
  const events = [...(view.file.byType.get('ProgramEnrolled') ?? []), ...(view.file.byType.get('EditionAdopted') ?? [])]
    .filter((h) => (h.event as { program?: string }).program === id)
    .sort(inOrder);
  const enrolled = events[0]?.on ?? on;
  // What began before the case was enrolled follows the edition with which it was.
  const named = events
    .filter((h) => h.on <= Math.max(on, enrolled))
    .findLast((h) => (h.event as { edition?: string }).edition !== undefined);
  const edition = (named?.event as { edition?: string } | undefined)?.edition;
  if (edition !== undefined) return editions.find((p) => p.edition === edition);
  return editions.findLast((p) => day(p.effective.from) <= enrolled) ?? editions[0];
}

/** The version that holds for what begins on this day; null where the edition has no such duty then; or why nobody can say. */
export function inForce(versions: Versions, view: View, on: Day): Version | null | { readonly outside: string } {
  const [only] = versions;
  const program = editionOn(only.program.id, view, on);
  if (!program) return null;
  if (!covers(program.effective, on)) return { outside: outside(program) };
  return versions.find((v) => v.program === program && covers(v.duty.effective, on)) ?? null;
}

function outside({ id, edition, effective: { from, to } }: Program): string {
  const until = to === undefined ? '' : ` to ${iso(day(to))}`;
  return `edition ${edition} of ${id} holds from ${iso(day(from))}${until}: what this counts from lies outside, and no text says what was owed then`;
}
