// Writes what a turn decided, in the transaction in which it was loaded.
import type { Insertable, Kysely, Selectable } from 'kysely';
import { assignmentOn } from '../domain/case-file';
import { dayOf, iso } from '../domain/calendar';
import type { Recorded } from '../domain/events';
import type { Intent, IntentState } from '../domain/ledger';
import type { Turn } from '../domain/turn';
import { followAnswerLinks } from './answer-links';
import { followSignOffLinks } from './sign-off-links';
import type { Known, Said } from './case-cache';
import { digestsOf, merged } from './known';
import { chunks, intentRow, obligationRow } from './rows';
import type { CasesTable, ObligationsTable, Tables } from './tables';
import type { Taken } from './types';

export interface Saving {
  readonly row: Selectable<CasesTable>;
  readonly known: Known;
  readonly turn: Turn;
  readonly taken: Taken;
  readonly zone: string;
  /** Entries whose bodies the intake holds already. */
  readonly intake: ReadonlySet<string>;
}

/** Intents of one case in one revision, at most: their order is part of their number. */
const MOST_INTENTS = 100_000;

export async function save(db: Kysely<Tables>, saving: Saving): Promise<Known> {
  const { row, known, turn, taken } = saving;
  const facts = factsOf(saving);
  const revision = row.revision + 1;
  // As they will be read again: without what JSON does not keep.
  const lines = JSON.parse(JSON.stringify(turn.lines)) as Recorded[];
  const said = saidNow(known, turn, lines, revision);
  const projection = await changedProjection(db, saving, facts.unit);
  const changed = lines.length > 0 || said.length > 0 || projection.changed;

  for (const part of chunks(lines))
    await db
      .insertInto('journal')
      .values(
        part.map((line) => ({
          case_id: row.case_id,
          seq: line.seq,
          event_id: line.id,
          entry_id: line.entry,
          type: line.event.type,
          recorded_at: line.recordedAt,
          line: JSON.stringify(line),
        })),
      )
      .execute();
  await saveOutcomes(db, saving);
  await saveIntents(db, row.case_id, said, revision, taken.now);
  await projection.write();
  if (turn.plan !== null && (lines.length > 0 || said.length > 0))
    await followAnswerLinks(db, row.case_id, turn.plan, taken.now);
  if (turn.plan !== null && changed) await followSignOffLinks(db, row.case_id, turn.plan.obligations);

  const after = {
    ...facts,
    revision: changed ? revision : row.revision,
    projected: projection.changed ? revision : row.projected,
    wake_at: Math.round(turn.wakeAt),
    planned_at: turn.plan === null ? row.planned_at : taken.now,
    headline: turn.headline,
    stuck: turn.stuck,
    finished: turn.finished,
  };
  if (Object.entries(after).some(([column, value]) => !same(row[column as keyof CasesTable], value)))
    await db
      .updateTable('cases')
      .set({ ...after, programs: JSON.stringify(facts.programs) })
      .where('case_id', '=', row.case_id)
      .execute();

  return {
    revision: changed ? revision : row.revision,
    journal: lines.length > 0 ? [...known.journal, ...lines] : known.journal,
    ledger: merged(known.ledger, said),
    projection: { revision: projection.changed ? revision : row.projected, digests: projection.digests },
  };
}

const same = (before: unknown, after: unknown): boolean =>
  before === after || (typeof after === 'object' && JSON.stringify(before) === JSON.stringify(after));

/** A case that cannot be planned keeps what was known of it; even one that never could be shows its unit. */
function factsOf({ row, turn, taken, zone }: Saving) {
  const { plan } = turn;
  if (plan === null) {
    const opening = turn.lines.find((line) => line.event.type === 'CaseOpened')?.event;
    return {
      unit: row.opened_on === null && opening?.type === 'CaseOpened' ? opening.unit : row.unit,
      programs: row.programs,
      opened_on: row.opened_on ?? opening?.on ?? null,
      closed_on: row.closed_on,
      facilitator: row.facilitator,
    };
  }
  const { opened, closed } = plan.file;
  return {
    unit: turn.attributes.Unit,
    programs: turn.attributes.Program,
    opened_on: opened ? iso(opened.on) : null,
    closed_on: closed ? iso(closed.on) : null,
    facilitator: assignmentOn(plan.file, 'facilitator', dayOf(taken.now, zone))?.staff ?? null,
  };
}

/** Every intent that is new, or whose state this turn changes. */
function saidNow(known: Known, turn: Turn, lines: readonly Recorded[], revision: number): Said[] {
  const byKey = new Map(known.ledger.map((said) => [said.intent.key, said]));
  const failed = lines.flatMap((line) => (line.event.type === 'EffectFailed' ? [line.event.key] : []));
  const changes = new Map<string, Said>();
  const change = (key: string, state: IntentState): void => {
    const said = byKey.get(key);
    if (said?.intent.state === 'wanted')
      changes.set(key, { seq: said.seq, revision, intent: { ...said.intent, state } });
  };
  for (const key of turn.settlement.withdraw) change(key, 'withdrawn');
  for (const key of failed) change(key, 'failed');
  turn.settlement.create.forEach((intent, i) => {
    // What was never sent may be wanted again; what was sent, or is on its way, is said once.
    const before = (changes.get(intent.key) ?? byKey.get(intent.key))?.intent.state;
    if (before !== undefined && before !== 'withdrawn' && before !== 'dropped') return;
    changes.set(intent.key, {
      seq: revision * MOST_INTENTS + i,
      revision,
      intent: JSON.parse(JSON.stringify(intent)) as Intent,
    });
  });
  return [...changes.values()];
}

async function saveIntents(
  db: Kysely<Tables>,
  caseId: string,
  said: readonly Said[],
  revision: number,
  now: number,
): Promise<void> {
  for (const part of chunks(said))
    await db
      .insertInto('intents')
      .values(part.map((one) => intentRow(caseId, one.intent, one.seq, revision, now)))
      .onConflict((conflict) =>
        conflict.column('key').doUpdateSet((eb) => ({
          seq: eb.ref('excluded.seq'),
          at: eb.ref('excluded.at'),
          due: eb.ref('excluded.due'),
          state: eb.ref('excluded.state'),
          revision: eb.ref('excluded.revision'),
          body: eb.ref('excluded.body'),
        })),
      )
      .execute();
}

async function saveOutcomes(db: Kysely<Tables>, { row, turn, taken, intake }: Saving): Promise<void> {
  const bodies = new Map((taken.entries ?? []).map((entry) => [entry.id, entry]));
  for (const part of chunks(turn.fresh))
    await db
      .insertInto('entries')
      .values(
        part.map((outcome) => {
          const body = outcome.accepted || intake.has(outcome.id) ? undefined : bodies.get(outcome.id);
          return {
            case_id: row.case_id,
            entry_id: outcome.id,
            accepted: outcome.accepted,
            outcome: JSON.stringify(outcome),
            changes: JSON.stringify(outcome.accepted ? turn.changes : []),
            body: body === undefined ? null : JSON.stringify(body),
            recorded_at: taken.now,
          };
        }),
      )
      .execute();
  if (intake.size > 0)
    await db
      .updateTable('intake')
      .set({ answered_at: taken.now })
      .where('entry_id', 'in', [...intake])
      .where('answered_at', 'is', null)
      .execute();
}

/** Only what differs is written: most turns of an old case change two or three of hundreds of obligations. */
async function changedProjection(db: Kysely<Tables>, { row, known, turn }: Saving, unit: string) {
  const before = await digestsOf(db, row.case_id, known, row.projected);
  if (turn.plan === null) return { changed: false, digests: before, write: () => Promise.resolve() };
  const rows = new Map<string, Insertable<ObligationsTable>>();
  for (const obligation of turn.plan.obligations)
    rows.set(obligation.key, obligationRow(row.case_id, unit, obligation));
  const wanted = [...rows.values()].filter((one) => before.get(one.key) !== one.digest);
  const gone = [...before.keys()].filter((key) => !rows.has(key));
  const write = async (): Promise<void> => {
    for (const keys of chunks([...gone, ...wanted.map((one) => one.key).filter((key) => before.has(key))]))
      await db.deleteFrom('obligations').where('case_id', '=', row.case_id).where('key', 'in', keys).execute();
    for (const part of chunks(wanted)) await db.insertInto('obligations').values(part).execute();
  };
  const digests = new Map([...rows.values()].map((one) => [one.key, one.digest]));
  return { changed: wanted.length > 0 || gone.length > 0, digests, write };
}
