// Reports of what was found, and a projection that is written anew.
import type { Kysely } from 'kysely';
import type { IntegrityReport } from '../domain/integrity';
import type { Tables } from './tables';

export interface IntegrityStore {
  keepReport(report: IntegrityReport): Promise<void>;
  lastReport(): Promise<IntegrityReport | null>;
  /** What was derived is dropped: the next turn of the case writes all of it again. */
  dropProjection(caseId: string): Promise<void>;
}

const MOST_REPORTS = 400;

export function integrityStore(db: Kysely<Tables>): IntegrityStore {
  return {
    async keepReport({ at, cases, findings }) {
      const { id } = await db
        .insertInto('integrity_reports')
        .values({ at, cases, findings: JSON.stringify(findings) })
        .returning('id')
        .executeTakeFirstOrThrow();
      await db
        .deleteFrom('integrity_reports')
        .where('id', '<', id - MOST_REPORTS)
        .execute();
    },
    async lastReport() {
      const row = await db
        .selectFrom('integrity_reports')
        .selectAll()
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row ? { at: row.at, cases: row.cases, findings: row.findings } : null;
    },
    async dropProjection(caseId) {
      await db.transaction().execute(async (trx) => {
        // Under the lock of the case, as a turn. No process may take the digests that it remembers for the rows.
        const row = await trx
          .selectFrom('cases')
          .select('revision')
          .where('case_id', '=', caseId)
          .forUpdate()
          .executeTakeFirst();
        if (!row) return;
        await trx.deleteFrom('obligations').where('case_id', '=', caseId).execute();
        const revision = row.revision + 1;
        await trx.updateTable('cases').set({ revision, projected: revision }).where('case_id', '=', caseId).execute();
      });
    },
  };
}
