// What was to be said, and what became of it: intents with their attempts.
import type { Kysely } from 'kysely';
import type { IntentState } from '../domain/ledger';
import { attemptOf, chunks, intentOf } from './rows';
import type { Tables } from './tables';
import type { Attempt, DeliveryRow, Handover, KnownIntent, Receipt } from './types';

export async function readIntent(db: Kysely<Tables>, key: string): Promise<KnownIntent | null> {
  const row = await db
    .selectFrom('intents')
    .select(['case_id', 'body', 'state'])
    .where('key', '=', key)
    .executeTakeFirst();
  if (!row) return null;
  const attempts = await db.selectFrom('attempts').selectAll().where('key', '=', key).orderBy('id').execute();
  const handovers = await db
    .selectFrom('handovers')
    .select(['channel', 'reference', 'tries'])
    .where('key', '=', key)
    .execute();
  return { intent: intentOf(row), caseId: row.case_id, attempts: attempts.map(attemptOf), handovers };
}

export async function countHandover(
  db: Kysely<Tables>,
  handover: Omit<Handover, 'tries'> & { readonly key: string },
): Promise<Handover> {
  const { reference, channel, key } = handover;
  const { tries } = await db
    .insertInto('handovers')
    .values({ reference, channel, key, tries: 1 })
    .onConflict((conflict) =>
      conflict.columns(['reference', 'channel']).doUpdateSet((eb) => ({ tries: eb('handovers.tries', '+', 1) })),
    )
    .returning('tries')
    .executeTakeFirstOrThrow();
  return { reference, channel, tries };
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
    const owner = await lockedCaseOf(trx, key);
    const { state } = await trx.selectFrom('intents').select('state').where('key', '=', key).executeTakeFirstOrThrow();
    await insertAttempt(trx, key, attempt);
    const next = stateAfter(state, wanted);
    if (next !== state) await changeIntent(trx, owner, key, { state: next });
    return { withdrawn: state === 'withdrawn' };
  });
}

export interface LockedCase {
  readonly caseId: string;
  readonly revision: number;
}

/** The row of the case first, as in every turn: otherwise the two would wait for each other. */
export async function lockedCaseOf(trx: Kysely<Tables>, key: string): Promise<LockedCase> {
  const owner = await trx.selectFrom('intents').select('case_id').where('key', '=', key).executeTakeFirstOrThrow();
  const { revision } = await trx
    .selectFrom('cases')
    .select('revision')
    .where('case_id', '=', owner.case_id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { caseId: owner.case_id, revision };
}

export async function changeIntent(
  trx: Kysely<Tables>,
  { caseId, revision }: LockedCase,
  key: string,
  change: { state: IntentState; body?: string },
): Promise<void> {
  await trx
    .updateTable('intents')
    .set({ ...change, revision: revision + 1 })
    .where('key', '=', key)
    .execute();
  await trx
    .updateTable('cases')
    .set({ revision: revision + 1 })
    .where('case_id', '=', caseId)
    .execute();
}

export async function insertAttempt(trx: Kysely<Tables>, key: string, attempt: Attempt): Promise<void> {
  const { at, result, detail, messageId, channel } = attempt;
  await trx.insertInto('attempts').values({ key, at, result, detail, message_id: messageId, channel }).execute();
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
  const receipts = new Map<string, Receipt[]>();
  for (const keys of chunks(rows.map((row) => row.key))) {
    const found = await db.selectFrom('attempts').selectAll().where('key', 'in', keys).orderBy('id').execute();
    for (const row of found) attempts.set(row.key, [...(attempts.get(row.key) ?? []), attemptOf(row)]);
    const reported = await db
      .selectFrom('receipts')
      .select(['key', 'status', 'at', 'received_at'])
      .where('key', 'in', keys)
      .orderBy('id')
      .execute();
    for (const { key, status, at, received_at: receivedAt } of reported)
      receipts.set(key, [...(receipts.get(key) ?? []), { status, at, receivedAt }]);
  }
  return rows.map((row) => ({
    key: row.key,
    intent: intentOf(row),
    state: row.state,
    createdAt: row.created_at,
    attempts: attempts.get(row.key) ?? [],
    receipts: receipts.get(row.key) ?? [],
  }));
}
