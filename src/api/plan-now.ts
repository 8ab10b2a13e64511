// A case as it stands at this moment, from what is on record.
import { agencyOf } from '../domain/agency';
import { firstRecording, fold, type CaseFile } from '../domain/case-file';
import { plan, type Plan } from '../domain/plan';
import type { Recorded } from '../domain/events';
import type { Deps } from './deps';

export interface Now {
  readonly journal: readonly Recorded[];
  readonly file: CaseFile;
  /** null: a program fails on this case; it is stuck, and visible as such. */
  readonly plan: Plan | null;
  /** Ids of the lines that count. */
  readonly standing: ReadonlySet<string>;
}

export async function planNow({ store, programs, now }: Deps, caseId: string): Promise<Now> {
  const [journal, agency] = await Promise.all([store.journal(caseId), store.agency()]);
  const planned = agency ? tried(() => plan(journal, { agency: agencyOf(agency), programs }, now())) : null;
  const file = planned?.file ?? fold(journal);
  return { journal, file, plan: planned, standing: standingIn(journal, file) };
}

function tried(work: () => Plan): Plan | null {
  try {
    return work();
  } catch {
    return null;
  }
}

/** An event that stands, the last correction of each, and retractions that nobody undid. */
function standingIn(journal: readonly Recorded[], file: CaseFile): Set<string> {
  const undone = new Set<string>();
  const standing = new Set(file.byId.keys());
  const corrected = new Set<string>();
  for (const line of [...journal].reverse()) {
    const { event } = line;
    if (undone.has(line.id)) continue;
    if (event.type === 'EventRetracted') {
      undone.add(event.event);
      standing.add(line.id);
    } else if (event.type === 'EventCorrected') {
      const first = firstRecording(event.event, journal)?.id ?? event.event;
      if (!corrected.has(first)) standing.add(line.id);
      corrected.add(first);
    }
  }
  return standing;
}
