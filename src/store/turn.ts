// One turn of one case in one transaction: load, decide, save.
import type { Kysely, Selectable, Transaction } from 'kysely';
import type { AgencyData } from '../domain/agency';
import type { Intent } from '../domain/ledger';
import type { Turn, TurnEntry, TurnOutcome } from '../domain/turn';
import type { AgencyReader } from './agency-reader';
import type { CaseCache, Known } from './case-cache';
import { knownOf } from './known';
import { save } from './save';
import type { CasesTable, Tables } from './tables';
import type { Loaded, Taken } from './types';

export interface TurnParts {
  readonly db: Kysely<Tables>;
  readonly cache: CaseCache;
  readonly agency: AgencyReader;
}

export async function takeTurn(
  { db, cache, agency }: TurnParts,
  caseId: string,
  entryIds: readonly string[],
  decide: (loaded: Loaded) => Turn,
  taken: Taken,
): Promise<{ turn: Turn; pending: readonly Intent[] }> {
  const ids = [...new Set(entryIds)];
  const { turn, after } = await db.transaction().execute(async (trx) => {
    const row = await lockCase(trx, caseId);
    const known = await knownOf(trx, cache, caseId, row.revision);
    const data = await agency.read(trx);
    if (data === null) throw new Error('no agency is set up');
    const loaded: Loaded = {
      journal: known.journal,
      ledger: known.ledger.map((said) => said.intent),
      settled: await settledOf(trx, caseId, ids),
      intake: await intakeBodies(trx, caseId, ids),
      agency: data,
      plannedAt: row.planned_at,
      families: ids.length === 0 ? new Map() : await familiesOf(trx, caseId),
    };
    const decided = decide(loaded);
    return { turn: decided, after: await save(trx, savingOf(row, known, decided, taken, loaded, data)) };
  });
  cache.keep(caseId, after);
  return { turn, pending: after.ledger.flatMap(({ intent }) => (intent.state === 'wanted' ? [intent] : [])) };
}

const savingOf = (
  row: Selectable<CasesTable>,
  known: Known,
  turn: Turn,
  taken: Taken,
  loaded: Loaded,
  agency: AgencyData,
) => ({ row, known, turn, taken, zone: agency.zone, intake: new Set(loaded.intake.keys()) });

/** The lock on this row makes turns of one case follow each other, in whatever process they run. */
async function lockCase(trx: Transaction<Tables>, caseId: string): Promise<Selectable<CasesTable>> {
  const locked = () => trx.selectFrom('cases').selectAll().where('case_id', '=', caseId).forUpdate().executeTakeFirst();
  const row = await locked();
  if (row) return row;
  await trx
    .insertInto('cases')
    .values({
      case_id: caseId,
      unit: 'none',
      programs: '[]',
      revision: 0,
      projected: 0,
      opened_on: null,
      closed_on: null,
      wake_at: 0,
      planned_at: null,
      headline: '',
      stuck: null,
      finished: false,
      facilitator: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return (await locked())!;
}

async function settledOf(
  trx: Transaction<Tables>,
  caseId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, TurnOutcome>> {
  if (ids.length === 0) return new Map();
  const rows = await trx
    .selectFrom('entries')
    .select(['entry_id', 'outcome'])
    .where('case_id', '=', caseId)
    .where('entry_id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.entry_id, row.outcome]));
}

async function intakeBodies(
  trx: Transaction<Tables>,
  caseId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, TurnEntry>> {
  if (ids.length === 0) return new Map();
  const rows = await trx
    .selectFrom('intake')
    .select(['entry_id', 'body'])
    .where('case_id', '=', caseId)
    .where('entry_id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.entry_id, row.body]));
}

async function familiesOf(trx: Transaction<Tables>, caseId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await trx
    .selectFrom('cases')
    .select((eb) => ['facilitator', eb.fn.countAll<number>().as('families')])
    .where('facilitator', 'is not', null)
    .where('closed_on', 'is', null)
    .where('case_id', '<>', caseId)
    .groupBy('facilitator')
    .execute();
  return new Map(rows.map((row) => [row.facilitator!, Number(row.families)]));
}
