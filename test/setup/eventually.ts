import { setTimeout as pause } from 'node:timers/promises';

/** Waits until `question` answers with something, and gives that; fails with `what` when it never does. */
export async function eventually<T>(
  what: string,
  question: () => T | undefined | Promise<T | undefined>,
  withinMs = 30_000,
): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const answer = await question();
    if (answer !== undefined) return answer;
    if (Date.now() > deadline) throw new Error(`never happened: ${what}`);
    await pause(50);
  }
}
