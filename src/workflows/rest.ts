// How long a case sleeps, and when its run has become long enough.
import { workflowInfo } from '@temporalio/workflow';

const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const LONGEST_SLEEP = 30 * DAY;
const OLDEST_RUN = 365 * DAY;
const MOST_EVENTS = 1_000;
const MOST_OUTCOMES = 500;

/** A plan that asks to be woken at once, and not merely soon. */
export const asksForNow = (wakeAt: number): boolean => wakeAt - Date.now() < MINUTE / 2;

/**
 * At least a minute and at most thirty days. `hasty`: steps in a row that asked for 'now'; a program that does so for ever is
 * woken less and less, down to once an hour.
 */
export function nap(wakeAt: number, hasty: number): number {
  const least = Math.min(MINUTE * 2 ** Math.max(hasty - 1, 0), HOUR);
  const wanted = Number.isFinite(wakeAt) ? wakeAt - Date.now() : LONGEST_SLEEP;
  return Math.min(Math.max(wanted, least), LONGEST_SLEEP);
}

/** Time for a new run, so that to wake an old case replays one short history. */
export function isTired(outcomes: number, restAfter = MOST_OUTCOMES): boolean {
  const { continueAsNewSuggested, historyLength, runStartTime } = workflowInfo();
  const old = Date.now() - runStartTime.getTime() > OLDEST_RUN;
  return continueAsNewSuggested || historyLength > MOST_EVENTS || old || outcomes >= restAfter;
}
