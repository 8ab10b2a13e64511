// Requests of staff, kept before anything else happens with them: safe here, recorded once the case has answered.
import type { Kysely } from 'kysely';
import { intakeOf } from './rows';
import type { Tables } from './tables';
import type { IntakeRow } from './types';

/** At most this many are sent again at a time; the rest waits for the next look. */
const MOST_UNANSWERED = 500;

export async function keepRequest(
  db: Kysely<Tables>,
  row: Omit<IntakeRow, 'answeredAt'>,
): Promise<{ kept: IntakeRow; known: boolean }> {
  const written = await db
    .insertInto('intake')
    .values({
      entry_id: row.entryId,
      case_id: row.caseId,
      by: row.by,
      body: JSON.stringify(row.body),
      received_at: row.receivedAt,
      answered_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
  if (written) return { kept: intakeOf(written), known: false };
  const first = await db.selectFrom('intake').selectAll().where('entry_id', '=', row.entryId).executeTakeFirstOrThrow();
  return { kept: intakeOf(first), known: true };
}

export async function readRequest(db: Kysely<Tables>, entryId: string): Promise<IntakeRow | null> {
  const row = await db.selectFrom('intake').selectAll().where('entry_id', '=', entryId).executeTakeFirst();
  return row ? intakeOf(row) : null;
}

export async function readUnanswered(db: Kysely<Tables>, olderThan: number): Promise<readonly IntakeRow[]> {
  const rows = await db
    .selectFrom('intake')
    .selectAll()
    .where('answered_at', 'is', null)
    .where('received_at', '<', olderThan)
    .orderBy('received_at')
    .limit(MOST_UNANSWERED)
    .execute();
  return rows.map(intakeOf);
}

export async function markAnswered(db: Kysely<Tables>, entryId: string, at: number): Promise<void> {
  await db
    .updateTable('intake')
    .set({ answered_at: at })
    .where('entry_id', '=', entryId)
    .where('answered_at', 'is', null)
    .execute();
}
