// The daily list of one member of staff: which reminders it carries, who is about to send it, and whether it left.
import { sql, type Kysely, type Transaction } from 'kysely';
import type { Intent } from '../domain/ledger';
import type { Owed } from '../domain/owed';
import { intentOf } from './rows';
import type { Tables } from './tables';

export interface Digest {
  readonly id: number;
  readonly at: number;
  readonly owed: readonly Owed[];
  readonly keys: readonly string[];
}

export type Gathered =
  /** To be sent by whoever asked, and by nobody else for two minutes. */
  | { readonly state: 'yours'; readonly digest: Digest }
  /** Somebody else is about to send the list that carries it. */
  | { readonly state: 'busy' }
  /** The list has left, under this Message-ID. */
  | { readonly state: 'sent'; readonly digest: Digest; readonly messageId: string };

const LEASE_MS = 120_000;

/**
 * Puts the reminder on a list, with every other one for the same person that is on none yet. `owedOf` turns them into lines, which
 * stay as they are: a list that is sent again says the same.
 */
export function gatherDigest(
  db: Kysely<Tables>,
  key: string,
  now: number,
  owedOf: (intents: readonly { readonly caseId: string; readonly intent: Intent }[]) => readonly Owed[],
): Promise<Gathered> {
  return db.transaction().execute(async (trx) => {
    const own = await trx
      .selectFrom('intents')
      .select(['recipient', 'digest'])
      .where('key', '=', key)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const id = own.digest ?? (await newDigest(trx, own.recipient, now, owedOf));
    const row = await trx.selectFrom('digests').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow();
    const carried = await trx.selectFrom('intents').select('key').where('digest', '=', id).orderBy('key').execute();
    const digest = { id, at: row.at, owed: row.owed, keys: carried.map((one) => one.key) };
    if (row.message_id !== null) return { state: 'sent', digest, messageId: row.message_id };
    if (row.taken_by !== null && row.taken_by !== key && row.taken_at > now - LEASE_MS) return { state: 'busy' };
    await trx.updateTable('digests').set({ taken_by: key, taken_at: now }).where('id', '=', id).execute();
    return { state: 'yours', digest };
  });
}

async function newDigest(
  trx: Transaction<Tables>,
  recipient: string,
  now: number,
  owedOf: Parameters<typeof gatherDigest>[3],
): Promise<number> {
  const rows = await trx
    .selectFrom('intents')
    .select(['key', 'case_id', 'body', 'state'])
    .where('recipient', '=', recipient)
    .where('state', '=', 'wanted')
    .where('kind', '=', 'remind')
    .where('at', '<=', now)
    .where('digest', 'is', null)
    .where(sql<boolean>`body->>'topic' = 'duty' and body->>'rung' like 'before-%'`)
    .orderBy('key')
    .forUpdate()
    .execute();
  const owed = owedOf(rows.map((row) => ({ caseId: row.case_id, intent: intentOf(row) })));
  const { id } = await trx
    .insertInto('digests')
    .values({ recipient, at: now, owed: JSON.stringify(owed), message_id: null, taken_by: null, taken_at: 0 })
    .returning('id')
    .executeTakeFirstOrThrow();
  const keys = rows.map((row) => row.key);
  await trx.updateTable('intents').set({ digest: id }).where('key', 'in', keys).execute();
  return id;
}

export async function digestSent(db: Kysely<Tables>, id: number, messageId: string): Promise<void> {
  await db.updateTable('digests').set({ message_id: messageId }).where('id', '=', id).execute();
}
