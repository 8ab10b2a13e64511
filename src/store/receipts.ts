// What carriers report of texts and mails. Reports come twice, late, and in any order: each is kept once, and acted upon only
// where it says more than what is known.
import { sql, type Kysely, type Transaction } from 'kysely';
import type { Intent } from '../domain/ledger';
import { changeIntent, insertAttempt, lockedCaseOf, type LockedCase } from './deliveries';
import { keepRequest } from './intake';
import { attemptOf, intentOf } from './rows';
import type { Tables } from './tables';
import type { Attempt, Channel, IntakeRow, Receipt, ReceiptOutcome, ReceiptStatus } from './types';

export async function takeReceipt(db: Kysely<Tables>, reference: string, receipt: Receipt): Promise<ReceiptOutcome> {
  return db.transaction().execute(async (trx): Promise<ReceiptOutcome> => {
    const text = await trx
      .selectFrom('handovers')
      .select(['key', 'channel'])
      .where('reference', '=', reference)
      .where('channel', 'in', ['sms', 'email'])
      .executeTakeFirst();
    if (!text) return { known: false, wake: null };
    const owner = await lockedCaseOf(trx, text.key);
    const before = await statusesOf(trx, reference);
    if (before.has(receipt.status)) return { known: true, wake: null };
    await trx
      .insertInto('receipts')
      .values({ reference, key: text.key, status: receipt.status, at: receipt.at, received_at: receipt.receivedAt })
      .execute();
    const thinkAgain = await act(trx, owner, { ...text, reference, receipt, before });
    return { known: true, wake: thinkAgain ? await wakeUp(trx, owner.caseId, reference, receipt) : null };
  });
}

/** In the transaction of the receipt, so that no crash can come between: what is not answered is handed in again by the relay. */
async function wakeUp(
  trx: Transaction<Tables>,
  caseId: string,
  reference: string,
  { status, receivedAt }: Receipt,
): Promise<IntakeRow> {
  // Of a Message-ID the part that tells it from others: an entry's id holds no address.
  const id = `receipt:${reference.replaceAll(/^<|@.*$/g, '')}:${status}`;
  const body = { id, by: 'system', events: [] };
  return (await keepRequest(trx, { entryId: id, caseId, by: 'system', body, receivedAt })).kept;
}

interface Report {
  readonly key: string;
  readonly channel: Channel;
  readonly reference: string;
  readonly receipt: Receipt;
  readonly before: ReadonlySet<ReceiptStatus>;
}

async function act(trx: Transaction<Tables>, owner: LockedCase, report: Report): Promise<boolean> {
  const { receipt, before } = report;
  switch (receipt.status) {
    case 'accepted':
    case 'sent':
      return false;
    case 'stopped':
      if (report.channel === 'sms') await optOut(trx, report);
      return false;
    case 'delivered':
      return before.has('failed') || before.has('undelivered') ? false : arrived(trx, owner, report);
    case 'failed':
    case 'undelivered':
      return ['delivered', 'failed', 'undelivered'].some((status) => before.has(status as ReceiptStatus))
        ? false
        : lost(trx, owner, report);
  }
}

/** Our own record of it may be missing: the receipt came first, or we were killed before we could write. */
async function arrived(trx: Transaction<Tables>, owner: LockedCase, report: Report): Promise<boolean> {
  const { intent } = await standing(trx, report.key);
  if (intent.state !== 'wanted' && intent.state !== 'withdrawn') return false;
  await insertAttempt(trx, report.key, attempt(report, 'accepted'));
  await changeIntent(trx, owner, report.key, { state: 'sent' });
  return true;
}

/** The person was not reached that way after all: the message is wanted again, by the next. */
async function lost(trx: Transaction<Tables>, owner: LockedCase, report: Report): Promise<boolean> {
  const { intent, attempts } = await standing(trx, report.key);
  const carriedBy = attempts.findLast((one) => one.result === 'accepted')?.channel;
  await insertAttempt(trx, report.key, attempt(report, 'refused'));
  if (intent.state === 'sent' && carriedBy === report.channel) {
    const body: Intent = { ...intent, state: 'wanted', again: (intent.again ?? 0) + 1 };
    await changeIntent(trx, owner, report.key, { state: 'wanted', body: JSON.stringify(body) });
    return true;
  }
  return false;
}

const attempt = ({ receipt, reference, channel }: Report, result: Attempt['result']): Attempt => ({
  at: receipt.receivedAt,
  result,
  detail: `receipt: ${receipt.status}`,
  messageId: reference,
  channel,
});

async function standing(trx: Transaction<Tables>, key: string): Promise<{ intent: Intent; attempts: Attempt[] }> {
  const row = await trx
    .selectFrom('intents')
    .select(['body', 'state'])
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
  const attempts = await trx.selectFrom('attempts').selectAll().where('key', '=', key).orderBy('id').execute();
  return { intent: intentOf(row), attempts: attempts.map(attemptOf) };
}

async function statusesOf(trx: Transaction<Tables>, reference: string): Promise<ReadonlySet<ReceiptStatus>> {
  const rows = await trx.selectFrom('receipts').select('status').where('reference', '=', reference).execute();
  return new Set(rows.map(({ status }) => status));
}

/** STOP ends texts to the number, whoever stands in whichever case with it. */
async function optOut(trx: Transaction<Tables>, { key }: Report): Promise<void> {
  const { case_id: caseId, recipient } = await trx
    .selectFrom('intents')
    .select(['case_id', 'recipient'])
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
  const person = await trx
    .selectFrom('people')
    .select('phone')
    .where('case_id', '=', caseId)
    .where('id', '=', recipient)
    .executeTakeFirst();
  const digits = person?.phone?.replace(/\D/g, '').slice(-10) ?? '';
  if (digits.length < 10) return;
  const same = await trx
    .selectFrom('people')
    .select(['case_id', 'id', 'opt_out'])
    .where(sql<boolean>`right(regexp_replace(phone, '[^0-9]', '', 'g'), 10) = ${digits}`)
    .execute();
  for (const one of same)
    if (!one.opt_out.includes('sms'))
      await trx
        .updateTable('people')
        .set({ opt_out: JSON.stringify([...one.opt_out, 'sms']) })
        .where('case_id', '=', one.case_id)
        .where('id', '=', one.id)
        .execute();
}
