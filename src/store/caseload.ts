// Requests to caseloads, and the families that they move.
import { sql, type Kysely, type Selectable } from 'kysely';
import type { CaseloadMove, CaseloadRequest, CaseloadStore } from './caseload-types';
import { chunks } from './rows';
import type { CaseloadMovesTable, CaseloadRequestsTable, Tables } from './tables';

/** At most this many are asked again at a time. */
const MOST_UNANSWERED = 100;

export function caseloadStore(db: Kysely<Tables>): CaseloadStore {
  const request = async (id: string): Promise<CaseloadRequest | null> => {
    const row = await db.selectFrom('caseload_requests').selectAll().where('request_id', '=', id).executeTakeFirst();
    return row ? requestOf(row) : null;
  };
  const moves = async (where: Parameters<CaseloadStore['caseloadMoves']>[0], from: Kysely<Tables> = db) => {
    const query = from.selectFrom('caseload_moves').selectAll().orderBy('case_id').orderBy('entry_id');
    const rows = await (
      'requestId' in where
        ? query.where('request_id', '=', where.requestId)
        : query.where('entry_id', '=', where.entryId)
    ).execute();
    return rows.map(moveOf);
  };
  return {
    caseloadRequest: request,
    caseloadMoves: (where) => moves(where),

    async keepCaseloadRequest(asked) {
      const written = await db
        .insertInto('caseload_requests')
        .values({
          request_id: asked.id,
          unit: asked.unit,
          by: asked.by,
          ask: JSON.stringify(asked.ask),
          fingerprint: asked.fingerprint,
          received_at: asked.receivedAt,
          outcome: null,
          answered_at: null,
        })
        .onConflict((conflict) => conflict.doNothing())
        .returningAll()
        .executeTakeFirst();
      if (written) return { kept: requestOf(written), known: false };
      const first = await request(asked.id);
      if (first === null) throw new Error('a request that was kept is gone');
      return { kept: first, known: true };
    },

    async caseloadUnanswered(olderThan) {
      const rows = await db
        .selectFrom('caseload_requests')
        .selectAll()
        .where('answered_at', 'is', null)
        .where('received_at', '<', olderThan)
        .orderBy('received_at')
        .limit(MOST_UNANSWERED)
        .execute();
      return rows.map(requestOf);
    },

    decideCaseload(id, outcome, decided, at) {
      return db.transaction().execute(async (trx) => {
        const row = await trx
          .selectFrom('caseload_requests')
          .select('outcome')
          .where('request_id', '=', id)
          .forUpdate()
          .executeTakeFirstOrThrow();
        if (row.outcome !== null) return { outcome: row.outcome, moves: await moves({ requestId: id }, trx) };
        for (const part of chunks(decided))
          await trx
            .insertInto('caseload_moves')
            .values(
              part.map((move) => ({
                entry_id: move.entryId,
                request_id: id,
                unit: move.unit,
                case_id: move.caseId,
                role: move.role,
                children: move.children === null ? null : JSON.stringify(move.children),
                from_staff: move.from,
                to_staff: move.to,
                because: move.because,
                others: JSON.stringify(move.others),
                state: move.state,
                unmet: JSON.stringify(move.unmet),
                decided_at: at,
                settled_at: null,
              })),
            )
            .execute();
        await trx
          .updateTable('caseload_requests')
          .set({ outcome: JSON.stringify(outcome) })
          .where('request_id', '=', id)
          .execute();
        return { outcome, moves: decided };
      });
    },

    async settleMove(entryId, state, unmet, at) {
      await db
        .updateTable('caseload_moves')
        .set({ state, unmet: JSON.stringify(unmet), settled_at: at })
        .where('entry_id', '=', entryId)
        .where('state', '=', 'decided')
        .execute();
    },

    async concludeCaseload(id, at) {
      await db
        .updateTable('caseload_requests')
        .set({ answered_at: at })
        .where('request_id', '=', id)
        .where('answered_at', 'is', null)
        .execute();
    },

    async carried() {
      const open = await db
        .selectFrom('cases')
        .select((eb) => ['facilitator', eb.fn.countAll<number>().as('families')])
        .where('facilitator', 'is not', null)
        .where('closed_on', 'is', null)
        .groupBy('facilitator')
        .execute();
      const count = new Map(open.map((row) => [row.facilitator!, Number(row.families)]));
      const add = (staff: string | null, n: number): void => {
        if (staff !== null) count.set(staff, (count.get(staff) ?? 0) + n);
      };
      const pending = await db
        .selectFrom('caseload_moves')
        .innerJoin('cases', 'cases.case_id', 'caseload_moves.case_id')
        .select(['to_staff', 'facilitator'])
        .where('state', '=', 'decided')
        .where('role', '=', 'facilitator')
        .where('closed_on', 'is', null)
        .execute();
      for (const { to_staff, facilitator } of pending)
        if (to_staff !== facilitator) {
          add(to_staff, 1);
          add(facilitator, -1);
        }
      return count;
    },

    async casesNaming(staff) {
      const rows = await db
        .selectFrom('journal')
        .innerJoin('cases', 'cases.case_id', 'journal.case_id')
        .select('journal.case_id')
        .distinct()
        .where('closed_on', 'is', null)
        .where('type', 'in', ['StaffAssigned', 'EventCorrected'])
        .where(sql<boolean>`(line #>> '{event,staff}' = ${staff} or line #>> '{event,to,staff}' = ${staff})`)
        .orderBy('journal.case_id')
        .execute();
      return rows.map((row) => row.case_id);
    },
  };
}

const requestOf = (row: Selectable<CaseloadRequestsTable>): CaseloadRequest => ({
  id: row.request_id,
  unit: row.unit,
  by: row.by,
  ask: row.ask,
  fingerprint: row.fingerprint,
  receivedAt: row.received_at,
  outcome: row.outcome,
  answeredAt: row.answered_at,
});

const moveOf = (row: Selectable<CaseloadMovesTable>): CaseloadMove => ({
  entryId: row.entry_id,
  requestId: row.request_id,
  unit: row.unit,
  caseId: row.case_id,
  role: row.role,
  children: row.children,
  from: row.from_staff,
  to: row.to_staff,
  because: row.because,
  others: row.others,
  state: row.state,
  unmet: row.unmet,
});
