// Worklists and records, as the API shows them.
import type { Kysely } from 'kysely';
import { caseOf, obligationOf } from './rows';
import type { Tables } from './tables';
import type { CaseRow, EntryRecord, ObligationRow, Store } from './types';

export async function readObligations(
  db: Kysely<Tables>,
  where: Parameters<Store['obligations']>[0],
): Promise<readonly ObligationRow[]> {
  if (where.statuses?.length === 0) return [];
  let query = db.selectFrom('obligations').selectAll();
  if (where.caseId !== undefined) query = query.where('case_id', '=', where.caseId);
  if (where.owner !== undefined) query = query.where('owner', '=', where.owner);
  if (where.unit !== undefined) query = query.where('unit', '=', where.unit);
  if (where.dueBy !== undefined) query = query.where('due', '<=', where.dueBy);
  if (where.statuses !== undefined) query = query.where('status', 'in', where.statuses);
  if (where.signOff === true) query = query.where('sign_off', '=', true);
  const rows = await query
    .orderBy('due', (order) => order.asc().nullsLast())
    .orderBy('case_id')
    .orderBy('key')
    .execute();
  return rows.map(obligationOf);
}

/** A row without an opening is only a lock: somebody asked for a case that never was. */
export async function readCase(db: Kysely<Tables>, caseId: string): Promise<CaseRow | null> {
  const row = await db
    .selectFrom('cases')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('opened_on', 'is not', null)
    .executeTakeFirst();
  return row ? caseOf(row) : null;
}

export async function readCases(db: Kysely<Tables>, where: Parameters<Store['cases']>[0]): Promise<readonly CaseRow[]> {
  let query = db.selectFrom('cases').selectAll().where('opened_on', 'is not', null);
  if (where.unit !== undefined) query = query.where('unit', '=', where.unit);
  if (where.finished !== undefined) query = query.where('finished', '=', where.finished);
  const rows = await query.orderBy('case_id').execute();
  return rows.map(caseOf);
}

export async function readEntries(
  db: Kysely<Tables>,
  caseId: string,
  entryId?: string,
): Promise<readonly EntryRecord[]> {
  let query = db.selectFrom('entries').selectAll().where('case_id', '=', caseId);
  if (entryId !== undefined) query = query.where('entry_id', '=', entryId);
  const rows = await query.orderBy('seq').execute();
  return rows.map((row) => ({
    outcome: row.outcome,
    changes: row.changes,
    recordedAt: row.recorded_at,
    ...(row.body === null ? {} : { body: row.body }),
  }));
}
