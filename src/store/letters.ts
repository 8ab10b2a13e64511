// Letters on paper: what waits for somebody to print and post it.
import type { Kysely } from 'kysely';
import { intentOf } from './rows';
import type { Tables } from './tables';
import type { LetterRow } from './types';

export async function lettersToPost(db: Kysely<Tables>, where: { unit?: string }): Promise<readonly LetterRow[]> {
  let query = db
    .selectFrom('attempts')
    .innerJoin('intents', 'intents.key', 'attempts.key')
    .innerJoin('cases', 'cases.case_id', 'intents.case_id')
    .select(['attempts.at', 'intents.key', 'intents.case_id', 'intents.body', 'intents.state'])
    .select(['cases.unit', 'cases.facilitator'])
    .where('attempts.result', '=', 'to-post')
    .where('intents.state', '=', 'wanted');
  if (where.unit !== undefined) query = query.where('cases.unit', '=', where.unit);
  const rows = await query.orderBy('attempts.id').execute();
  return [...new Map(rows.map((row) => [row.key, row])).values()].map((row) => ({
    caseId: row.case_id,
    unit: row.unit,
    facilitator: row.facilitator,
    intent: intentOf(row),
    since: row.at,
  }));
}
