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
  let [open, onTrial, from]: [Happening | null, boolean, Day] = [null, false, -Infinity];
  const end = (on: Day): void => {
    if (open) stays.push({ began: open, from, until: on });
    [open, onTrial, from] = [null, false, on];
  };
  const events = types.flatMap((type) => file.byType.get(type) ?? []).filter((h) => about(h, child));
  for (const h of events.sort(inOrder)) {
    const e = h.event;
    switch (e.type) {
      case 'ReunificationHappened':
      case 'PermanencyAchieved':
        end(h.on);
        break;
      case 'PlacementChanged':
        if (e.kind === 'home') end(h.on);
        else onTrial = e.kind === 'trial-home-visit';
        break;
      case 'EnteredCare':
        if (onTrial) end(h.on);
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
  end(Infinity);
  return stays;
}
