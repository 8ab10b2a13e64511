// Requests that are safe but not recorded are handed to their cases again, under the same id, until the case has answered.
import type { CaseloadRequest } from '../store/caseload-types';
import type { IntakeRow } from '../store/types';
import { send } from './commands';
import { again as askAgain, seeToFacilitator } from './caseloads';
import type { Deps } from './deps';
import { nameOf } from './problems';

export interface RelayOptions {
  readonly everyMs?: number;
  /** Younger requests are still being answered by whoever took them. */
  readonly olderThanMs?: number;
  readonly mostAtOnce?: number;
  readonly patienceMs?: number;
}

export interface Relay {
  /** One look; for tests, and at the start. Gives how many requests were recorded or refused. */
  look(): Promise<number>;
  start(): void;
  stop(): Promise<void>;
}

const LONGEST_WAIT = 60_000;

export function createRelay(deps: Deps, options: RelayOptions = {}): Relay {
  const { everyMs = 3_000, olderThanMs = 5_000, mostAtOnce = 20, patienceMs = 10_000 } = options;
  const waits = new Map<string, { times: number; until: number }>();
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<number> | undefined;
  let stopped = false;

  async function look(): Promise<number> {
    const rows = await deps.store.unanswered(deps.now() - olderThanMs);
    const unanswered = new Set(rows.map((row) => row.entryId));
    const toUnits = await deps.store.caseloadUnanswered(deps.now() - olderThanMs);
    const asked = new Set(toUnits.map((one) => one.id));
    for (const id of waits.keys()) if (!unanswered.has(id) && !asked.has(id)) waits.delete(id);
    const due = firstOfEachCase(rows)
      .filter((row) => isDue(row.entryId))
      .slice(0, mostAtOnce);
    const answers = await Promise.all(due.map(again));
    await askUnitsAgain(toUnits);
    return answers.filter(Boolean).length;
  }

  async function again(row: IntakeRow): Promise<boolean> {
    try {
      await send(deps, row, patienceMs);
      // The case itself marks what it has answered; this is for a mark that was lost.
      const record = await deps.store.entry(row.caseId, row.entryId);
      if (record) {
        await seeToFacilitator(deps, row, record);
        await deps.store.answered(row.entryId, deps.now());
        waits.delete(row.entryId);
        return true;
      }
    } catch (error) {
      deps.log({ event: 'relay-failed', case: row.caseId, entry: row.entryId, error: nameOf(error) });
    }
    waitLonger(row.entryId);
    return false;
  }

  function waitLonger(id: string): void {
    const times = (waits.get(id)?.times ?? 0) + 1;
    waits.set(id, { times, until: deps.now() + Math.min(1_000 * 2 ** times, LONGEST_WAIT) });
  }

  const isDue = (id: string): boolean => (waits.get(id)?.until ?? 0) <= deps.now();

  async function askUnitsAgain(requests: readonly CaseloadRequest[]): Promise<void> {
    const due = requests.filter((one) => isDue(one.id)).slice(0, mostAtOnce);
    await Promise.all(
      due.map(async (request) => {
        if (await askAgain(deps, request, patienceMs)) waits.delete(request.id);
        else waitLonger(request.id);
      }),
    );
  }

  async function round(): Promise<void> {
    looking = look();
    try {
      // More than one request of a case may wait: when something went through, look again at once.
      while ((await looking) > 0 && !stopped) looking = look();
    } catch (error) {
      deps.log({ event: 'relay-failed', error: nameOf(error) });
    }
    if (!stopped) timer = setTimeout(() => void round(), everyMs);
  }

  return {
    look,
    start: () => void round(),
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await looking?.catch(() => undefined);
    },
  };
}

/** In the order in which they came: what follows an opening waits for the opening. */
function firstOfEachCase(rows: readonly IntakeRow[]): IntakeRow[] {
  const seen = new Set<string>();
  return rows.filter((row) => !seen.has(row.caseId) && seen.add(row.caseId));
}
