// What would happen: the same turn as the case itself takes, on what is on record now, with nothing saved.
import { agencyOf } from '../domain/agency';
import { turn, type Turn } from '../domain/turn';
import type { CaseEvent } from '../domain/events';
import type { Deps } from './deps';

/** Ends the transaction, so that the store keeps nothing of it. */
class NothingSaved extends Error {
  override readonly name = 'NothingSaved';
  constructor(readonly turn: Turn) {
    super('rehearsed');
  }
}

export async function rehearse(
  { store, programs, now }: Deps,
  caseId: string,
  by: string,
  events: readonly CaseEvent[],
): Promise<Turn> {
  const id = 'what-if';
  const at = now();
  try {
    await store.turn(
      caseId,
      [id],
      (loaded) => {
        const context = { agency: agencyOf(loaded.agency), programs };
        const others = loaded.agency.staff.map(
          (s) => [s.id, s.otherFamilies + (loaded.families.get(s.id) ?? 0)] as const,
        );
        throw new NothingSaved(
          turn({
            caseId,
            journal: loaded.journal,
            ledger: loaded.ledger,
            settled: new Map(),
            entries: [{ id, by, events }],
            context,
            families: new Map(others),
            now: at,
            plannedAt: loaded.plannedAt,
          }),
        );
      },
      { now: at },
    );
  } catch (error) {
    if (error instanceof NothingSaved) return error.turn;
    throw error;
  }
  throw new Error('a rehearsal was saved');
}
