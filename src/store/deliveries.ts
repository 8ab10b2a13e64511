// What was to be said, and what became of it: intents with their attempts.
import type { Kysely } from 'kysely';
import type { Intent, IntentState } from '../domain/ledger';
import { attemptOf, chunks, intentOf } from './rows';
import type { Tables } from './tables';
import type { Attempt, DeliveryRow } from './types';

export async function readIntent(
  db: Kysely<Tables>,
  key: string,
): Promise<{ intent: Intent; caseId: string; last: Attempt | null } | null> {
  const row = await db
    .selectFrom('intents')
    .select(['case_id', 'body', 'state'])
    .where('key', '=', key)
    .executeTakeFirst();
  if (!row) return null;
  const last = await db
    .selectFrom('attempts')
    .selectAll()
    .where('key', '=', key)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return { intent: intentOf(row), caseId: row.case_id, last: last ? attemptOf(last) : null };
}

/**
 * What left the house counts as sent, even if it was withdrawn a moment before: whoever was told must be told of the change.
 * Nothing else may touch what was withdrawn, but that it was dropped may be said of it too.
 */
function stateAfter(before: IntentState, wanted: IntentState): IntentState {
  if (wanted === 'sent') return 'sent';
  if (before === 'wanted') return wanted;
  return before === 'withdrawn' && wanted === 'dropped' ? wanted : before;
}

export async function writeAttempt(
  db: Kysely<Tables>,
  key: string,
  attempt: Attempt,
  wanted: IntentState,
): Promise<{ withdrawn: boolean }> {
  return db.transaction().execute(async (trx) => {
    const owner = await trx.selectFrom('intents').select('case_id').where('key', '=', key).executeTakeFirstOrThrow();
    // The row of the case first, as in every turn: otherwise the two would wait for each other.
    const { revision } = await trx
      .selectFrom('cases')
      .select('revision')
      .where('case_id', '=', owner.case_id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const { state } = await trx.selectFrom('intents').select('state').where('key', '=', key).executeTakeFirstOrThrow();
    await trx
      .insertInto('attempts')
      .values({ key, at: attempt.at, result: attempt.result, detail: attempt.detail, message_id: attempt.messageId })
      .execute();
    const next = stateAfter(state, wanted);
    if (next !== state) {
      await trx
        .updateTable('intents')
        .set({ state: next, revision: revision + 1 })
        .where('key', '=', key)
        .execute();
      await trx
        .updateTable('cases')
        .set({ revision: revision + 1 })
        .where('case_id', '=', owner.case_id)
        .execute();
    }
    return { withdrawn: state === 'withdrawn' };
  });
}

export async function readDeliveries(
  db: Kysely<Tables>,
  where: { caseId?: string; recipient?: string },
): Promise<readonly DeliveryRow[]> {
  let query = db.selectFrom('intents').select(['key', 'body', 'state', 'created_at']);
  if (where.caseId !== undefined) query = query.where('case_id', '=', where.caseId);
  if (where.recipient !== undefined) query = query.where('recipient', '=', where.recipient);
  const rows = await query.orderBy('created_at').orderBy('seq').orderBy('key').execute();
  const attempts = new Map<string, Attempt[]>();
  for (const keys of chunks(rows.map((row) => row.key))) {
    const found = await db.selectFrom('attempts').selectAll().where('key', 'in', keys).orderBy('id').execute();
    for (const row of found) attempts.set(row.key, [...(attempts.get(row.key) ?? []), attemptOf(row)]);
  }
  return rows.map((row) => ({
    key: row.key,
    intent: intentOf(row),
    state: row.state,
    createdAt: row.created_at,
    attempts: attempts.get(row.key) ?? [],
  }));
}
