// Changes of staff, settings and holidays: one transaction each, with who made it and what was there before. The cases that it
// concerns are noted in the same transaction, so that none is forgotten whatever stops in between.
import { sql, type Kysely, type Transaction } from 'kysely';
import type { AgencyReader } from './agency-reader';
import { readPeople, writePerson } from './directory';
import type { Tables } from './tables';
import type { AgencyChange, AgencyChanging, Concerned } from './types';

export async function changeAgency(
  db: Kysely<Tables>,
  reader: AgencyReader,
  { request, fingerprint, by, at, what, person, decide }: AgencyChanging,
): Promise<{ change: AgencyChange; known: boolean }> {
  return db.transaction().execute(async (trx) => {
    // Two changes at once would each be made to what was there before the other.
    await sql`lock table agency in share row exclusive mode`.execute(trx);
    const known = await trx.selectFrom('agency_changes').selectAll().where('request', '=', request).executeTakeFirst();
    if (known) return { change: known, known: true };
    const agency = await reader.read(trx);
    if (agency === null) throw new Error('no agency is set up');
    const [was] = person === undefined ? [] : await readPeople(trx, { caseId: null, ids: [person] });
    const decided = decide(agency, was ?? null);
    if (decided.agency !== agency) await reader.save(trx, decided.agency, at);
    if (decided.person) await writePerson(trx, decided.person);
    const concerned = await note(trx, decided.concerned, at);
    const change = await trx
      .insertInto('agency_changes')
      .values({
        request,
        fingerprint,
        at,
        by,
        what,
        reason: decided.reason,
        before: JSON.stringify(decided.before),
        after: JSON.stringify(decided.after),
        concerned,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    return { change, known: false };
  });
}

/** Every unfinished case that may have to think again. */
async function note(trx: Transaction<Tables>, concerned: Concerned, at: number): Promise<number> {
  if (concerned === 'none') return 0;
  const cases = trx
    .selectFrom('cases')
    .select(['case_id', sql<number>`${at}::bigint`.as('asked_at')])
    .where('opened_on', 'is not', null)
    .where('finished', '=', false)
    .$if(typeof concerned === 'object' && 'program' in concerned, (query) =>
      query.where(sql<boolean>`programs::text like ${`%"${programOf(concerned)}"%`}`),
    )
    .$if(typeof concerned === 'object' && 'units' in concerned, (query) =>
      query.where((eb) =>
        eb.or([
          eb('unit', 'in', unitsOf(concerned)),
          eb.exists(
            eb
              .selectFrom('obligations')
              .select('obligations.key')
              .whereRef('obligations.case_id', '=', 'cases.case_id')
              .where('obligations.owner', '=', staffOf(concerned)),
          ),
        ]),
      ),
    );
  const written = await trx
    .insertInto('reconsiderations')
    .columns(['case_id', 'asked_at'])
    .expression(cases)
    .onConflict((conflict) => conflict.column('case_id').doUpdateSet({ asked_at: at }))
    .returning('case_id')
    .execute();
  return written.length;
}

const programOf = (concerned: Concerned): string =>
  typeof concerned === 'object' && 'program' in concerned ? concerned.program : '';
const unitsOf = (concerned: Concerned): readonly string[] =>
  typeof concerned === 'object' && 'units' in concerned ? concerned.units : [];
const staffOf = (concerned: Concerned): string =>
  typeof concerned === 'object' && 'units' in concerned ? concerned.staff : '';

export async function readAgencyChanges(db: Kysely<Tables>, what?: string): Promise<readonly AgencyChange[]> {
  let query = db.selectFrom('agency_changes').selectAll();
  if (what !== undefined) query = query.where('what', '=', what);
  return query.orderBy('id', 'desc').limit(500).execute();
}

export async function readReconsiderations(
  db: Kysely<Tables>,
  most: number,
): Promise<readonly { caseId: string; askedAt: number }[]> {
  const rows = await db
    .selectFrom('reconsiderations')
    .selectAll()
    .orderBy('asked_at')
    .orderBy('case_id')
    .limit(most)
    .execute();
  return rows.map((row) => ({ caseId: row.case_id, askedAt: row.asked_at }));
}

/** Asked anew meanwhile, it stays. */
export async function markReconsidered(db: Kysely<Tables>, caseId: string, askedAt: number): Promise<void> {
  await db.deleteFrom('reconsiderations').where('case_id', '=', caseId).where('asked_at', '=', askedAt).execute();
}
