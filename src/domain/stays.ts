// The stays of a child in care, one after another. Custody, coming into care and entry may fall on different days and
// be known in any order: the first of them begins a stay. A trial home visit and a run are part of it; reunification,
// permanency and a placement at home end it. An entry after a trial home visit begins another.
import type { Day } from './calendar';
import { inOrder, type CaseFile, type Happening } from './case-file';
import { about } from './word-kit';

export interface Stay {
  readonly began: Happening;
  /** Its events lie between the end of the stay before it and its own end. */
  readonly from: Day;
  /** Infinity while it lasts. */
  readonly until: Day;
  /** What ended the stay before it, and what ended it. */
  readonly after: Happening | null;
  readonly ended: Happening | null;
}

const begins = ({ event: e }: Happening): boolean =>
  e.type === 'CustodyReceived' ||
  e.type === 'EnteredCare' ||
  (e.type === 'CircumstanceRecorded' && e.kind === 'came-into-care');

/** It happened in the stay. On a day on which one ends and the next begins, both see what was done; what brought the child into
 *  care again is seen by the next alone. */
export function inStay({ from, until, after, ended }: Stay, h: Happening): boolean {
  if (h.on < from || h.on > until) return false;
  if (!begins(h)) return true;
  return !(after && inOrder(h, after) < 0) && !(ended && inOrder(h, ended) >= 0);
}

const types = [
  'CustodyReceived',
  'CircumstanceRecorded',
  'EnteredCare',
  'PlacementChanged',
  'ReunificationHappened',
  'PermanencyAchieved',
] as const;

const known = new WeakMap<CaseFile, Map<string, Stay[]>>();

export function staysOf(file: CaseFile, child: string): Stay[] {
  let byChild = known.get(file);
  if (!byChild) known.set(file, (byChild = new Map<string, Stay[]>()));
  let stays = byChild.get(child);
  if (!stays) byChild.set(child, (stays = readStays(file, child)));
  return stays;
}

function readStays(file: CaseFile, child: string): Stay[] {
  const stays: Stay[] = [];
  let [open, onTrial, after]: [Happening | null, boolean, Happening | null] = [null, false, null];
  const end = (ended: Happening | null): void => {
    if (open) stays.push({ began: open, from: after?.on ?? -Infinity, until: ended?.on ?? Infinity, after, ended });
    [open, onTrial, after] = [null, false, ended];
  };
  const events = types.flatMap((type) => file.byType.get(type) ?? []).filter((h) => about(h, child));
  for (const h of events.sort(inOrder)) {
    const e = h.event;
    switch (e.type) {
      case 'ReunificationHappened':
      case 'PermanencyAchieved':
        end(h);
        break;
      case 'PlacementChanged':
        if (e.kind === 'home') end(h);
        else onTrial = e.kind === 'trial-home-visit';
        break;
      case 'EnteredCare':
        if (onTrial) end(h);
        open ??= h;
        break;
      case 'CustodyReceived':
        open ??= h;
        break;
      case 'CircumstanceRecorded':
        if (e.kind === 'came-into-care') open ??= h;
        break;
      default:
        break;
    }
  }
  end(null);
  return stays;
}
