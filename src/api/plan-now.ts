// A case as it stands at this moment, from what is on record.
import { agencyOf } from '../domain/agency';
import { fold, standingLines, type CaseFile } from '../domain/case-file';
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
  return { journal, file, plan: planned, standing: standingLines(journal) };
}

function tried(work: () => Plan): Plan | null {
  try {
    return work();
  } catch {
    return null;
  }
}
