// Reads what a process does not know yet of a case.
import type { Kysely } from 'kysely';
import { nothingKnown, type CaseCache, type Known, type Said } from './case-cache';
import { intentOf } from './rows';
import type { Tables } from './tables';

/** `revision` is that of the row of the case, read before: in a turn under its lock, so that nothing can come in between. */
export async function knownOf(db: Kysely<Tables>, cache: CaseCache, caseId: string, revision: number): Promise<Known> {
  const cached = cache.get(caseId);
  // A lower number than one that was seen: somebody put an older database in its place.
  const before = cached && cached.revision <= revision ? cached : nothingKnown;
  if (before.revision === revision) return before;
  const lines = await db
    .selectFrom('journal')
    .select('line')
    .where('case_id', '=', caseId)
    .where('seq', '>', before.journal.length)
    .orderBy('seq')
    .execute();
  const changed = await db
    .selectFrom('intents')
    .select(['seq', 'revision', 'state', 'body'])
    .where('case_id', '=', caseId)
    .where('revision', '>', before.revision)
    .orderBy('seq')
    .execute();
  return {
    revision,
    journal: lines.length === 0 ? before.journal : [...before.journal, ...lines.map((row) => row.line)],
    ledger: merged(
      before.ledger,
      changed.map((row) => ({ seq: row.seq, revision: row.revision, intent: intentOf(row) })),
    ),
    projection: before.projection,
  };
}

/** The later word on each intent, in the order of creation. */
export function merged(before: readonly Said[], changed: readonly Said[]): readonly Said[] {
  if (changed.length === 0) return before;
  const keys = new Set(changed.map((said) => said.intent.key));
  return [...before.filter((said) => !keys.has(said.intent.key)), ...changed].sort((a, b) => a.seq - b.seq);
}

export async function digestsOf(
  db: Kysely<Tables>,
  caseId: string,
  known: Known,
  projected: number,
): Promise<ReadonlyMap<string, string>> {
  if (known.projection?.revision === projected) return known.projection.digests;
  const rows = await db.selectFrom('obligations').select(['key', 'digest']).where('case_id', '=', caseId).execute();
  return new Map(rows.map((row) => [row.key, row.digest]));
}
