// Gets a program that this machine does not have, by the first way that works, once, and says why when none does.
import { cacheFolder, type Progress, withLock } from './cache';
import { isExecutable } from './run-tool';

export interface Wanted {
  /** As it is called in messages: `Temporal engine`. */
  readonly name: string;
  /** Environment variable with which a person can name the file. */
  readonly variable: string;
  /** What is already there; asked again under the lock. */
  readonly present: () => string | undefined;
  readonly ways: readonly (() => Promise<string>)[];
  readonly help: string;
  readonly progress: Progress;
}

export async function obtain(wanted: Wanted): Promise<string> {
  const given = process.env[wanted.variable];
  if (given !== undefined && given !== '') {
    if (!isExecutable(given)) throw new Error(`${wanted.variable} names ${given}, which is not an executable file`);
    return given;
  }
  const lock = cacheFolder(`${wanted.variable.toLowerCase()}.lock`);
  return wanted.present() ?? withLock(lock, wanted.progress, async () => wanted.present() ?? firstThatWorks(wanted));
}

async function firstThatWorks({ name, ways, help, progress }: Wanted): Promise<string> {
  const reasons: string[] = [];
  for (const way of ways) {
    try {
      return await way();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      progress(reason);
      reasons.push(`  - ${reason}`);
    }
  }
  throw new Error(`No ${name} could be had on this machine.\n${reasons.join('\n')}\nWhat would help, one of:\n${help}`);
}
