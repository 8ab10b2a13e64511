// The hand-written loop that the product is held against: it knows its dates in advance, keeps nothing, and decides nothing.
import { defineUpdate, proxyActivities, setHandler, sleep } from '@temporalio/workflow';

const YEAR = 365 * 24 * 3_600_000;

export const touch = defineUpdate<number, [number]>('touch');

const { note } = proxyActivities<{ note(id: string): Promise<void> }>({
  taskQueue: 'bare-delivery',
  startToCloseTimeout: '1 minute',
});

/** `stops`: moments, each with the number of no-op activities that follow it. Then it sleeps for a year. */
export async function bareCase(id: string, stops: readonly { at: number; effects: number }[]): Promise<void> {
  setHandler(touch, (count) => count + 1);
  for (const { at, effects } of stops) {
    await sleep(Math.max(at - Date.now(), 1));
    for (let i = 0; i < effects; i++) await note(id);
  }
  await sleep(YEAR);
}
