// At the start: a case that the store knows as unfinished and Temporal does not (another engine, a lost one) is started again
// from the journal; when programs or settings are not those of the last start, every case is asked to think again.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Deps } from '../api/deps';

const AT_ONCE = 8;
const LONGEST_WAIT = 60_000;

export interface KeepingOptions {
  readonly deps: Pick<Deps, 'store' | 'cases' | 'programs' | 'log'>;
  readonly dataDir: string;
}

/** Tries until it has succeeded once, in the background. */
export function keepCasesRunning(options: KeepingOptions): { readonly done: Promise<void>; stop(): Promise<void> } {
  const stopping = new AbortController();
  const done = attempts(options, stopping.signal);
  return {
    done,
    async stop() {
      stopping.abort();
      await done;
    },
  };
}

async function attempts(options: KeepingOptions, signal: AbortSignal): Promise<void> {
  for (let wait = 1_000; !signal.aborted; wait = Math.min(wait * 2, LONGEST_WAIT)) {
    try {
      return await startAll(options, signal);
    } catch (error) {
      options.deps.log({ event: 'cases-not-started', error: error instanceof Error ? error.name : 'unknown' });
      await pause(wait, undefined, { signal }).catch(() => undefined);
    }
  }
}

export async function startAll({ deps, dataDir }: KeepingOptions, signal?: AbortSignal): Promise<void> {
  const { store, cases } = deps;
  const file = join(dataDir, 'thought-with.txt');
  const now = await versionOf(deps);
  const changed = readOr(file, now) !== now;
  const unfinished = (await store.cases({ finished: false })).map((row) => row.caseId);
  while (unfinished.length > 0 && signal?.aborted !== true) {
    await Promise.all(
      unfinished.splice(0, AT_ONCE).map(async (caseId) => {
        await cases.start(caseId);
        if (changed) await cases.reconsider(caseId);
      }),
    );
  }
  if (signal?.aborted === true) return;
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(file, now);
}

/** A hash over everything that decides on dates and is not in the journal. */
async function versionOf({ store, programs }: KeepingOptions['deps']): Promise<string> {
  const content = JSON.stringify([programs, await store.agency()]);
  return createHash('sha256').update(content).digest('hex');
}

function readOr(file: string, otherwise: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return otherwise; // the first start: nothing was thought with anything else
  }
}
