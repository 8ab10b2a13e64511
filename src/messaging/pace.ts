// As fast as the carriers take it, and no faster. The task queue holds back what is more, for all workers together and roughly; what
// one process hands over is spaced here, exactly.
import { setTimeout as pause } from 'node:timers/promises';

/** Resolves when it is the caller's turn: so many turns in a second, evenly. */
export function pace(perSecond: number | undefined, now: () => number = Date.now): () => Promise<void> {
  if (perSecond === undefined) return () => Promise.resolve();
  const interval = 1_000 / perSecond;
  let last = -Infinity;
  let queue = Promise.resolve();
  // Each from the moment of the one before it, not from a plan: a process that was held up does not make up for it in a burst.
  return () => {
    queue = queue.then(async () => {
      const wait = last + interval - now();
      if (wait > 0) await pause(wait);
      last = now();
    });
    return queue;
  };
}
