// After a change of staff, settings or holidays: each case that it concerns is asked to think again, until it has been asked.
import { nameOf } from './problems';
import type { Deps } from './deps';

export interface Reconsidering {
  /** One look; for tests. Gives how many cases were asked. */
  look(): Promise<number>;
  start(): void;
  stop(): Promise<void>;
}

const AT_ONCE = 8;
const MOST = 200;

export function createReconsidering(
  deps: Pick<Deps, 'store' | 'cases' | 'log'>,
  { everyMs = 3_000 }: { readonly everyMs?: number } = {},
): Reconsidering {
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<number> | undefined;
  let stopped = false;

  async function look(): Promise<number> {
    const due = [...(await deps.store.reconsiderations(MOST))];
    let asked = 0;
    while (due.length > 0 && !stopped)
      for (const done of await Promise.all(due.splice(0, AT_ONCE).map(ask))) asked += Number(done);
    return asked;
  }

  async function ask({ caseId, askedAt }: { caseId: string; askedAt: number }): Promise<boolean> {
    try {
      // A case that does not run thinks when it is started.
      await deps.cases.reconsider(caseId);
      await deps.store.reconsidered(caseId, askedAt);
      return true;
    } catch (error) {
      deps.log({ event: 'reconsider-failed', case: caseId, error: nameOf(error) });
      return false;
    }
  }

  async function round(): Promise<void> {
    looking = look();
    try {
      while ((await looking) === MOST && !stopped) looking = look();
    } catch (error) {
      deps.log({ event: 'reconsider-failed', error: nameOf(error) });
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
