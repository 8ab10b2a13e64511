// What this process knows of a case from an earlier turn. A case of ten thousand events wakes without reading them again: only
// what came after the known revision is read. Sound because the journal is append-only and every intent that changes is
// stamped with the revision in which it did.
import type { Recorded } from '../domain/events';
import type { Intent } from '../domain/ledger';

export interface Said {
  readonly seq: number;
  readonly revision: number;
  readonly intent: Intent;
}

export interface Known {
  readonly revision: number;
  readonly journal: readonly Recorded[];
  /** In the order of creation. */
  readonly ledger: readonly Said[];
  /** Digests of the projection, and the revision to which they belong. */
  readonly projection: { readonly revision: number; readonly digests: ReadonlyMap<string, string> } | null;
}

export const nothingKnown: Known = { revision: 0, journal: [], ledger: [], projection: null };

export class CaseCache {
  private readonly cases = new Map<string, Known>();
  private weight = 0;

  /** `limit` counts lines of journals, intents and obligations together: memory, not cases, is what runs out. */
  constructor(private readonly limit = 200_000) {}

  get(caseId: string): Known | undefined {
    const known = this.cases.get(caseId);
    if (known) {
      this.cases.delete(caseId);
      this.cases.set(caseId, known);
    }
    return known;
  }

  /** Only what is committed may be kept here. */
  keep(caseId: string, known: Known): void {
    const before = this.cases.get(caseId);
    if (before && before.revision > known.revision) return;
    this.drop(caseId);
    this.cases.set(caseId, known);
    this.weight += weightOf(known);
    for (const oldest of this.cases.keys()) {
      if (this.weight <= this.limit) break;
      this.drop(oldest);
    }
  }

  drop(caseId: string): void {
    const known = this.cases.get(caseId);
    if (!known) return;
    this.cases.delete(caseId);
    this.weight -= weightOf(known);
  }
}

const weightOf = (known: Known): number =>
  1 + known.journal.length + known.ledger.length + (known.projection?.digests.size ?? 0);
