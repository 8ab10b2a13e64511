import type { Effect } from './ports';

/** A decision is asked of whoever may make it; the answer comes as an event, not as a reply to the message. */
export const createRequestSignOff =
  (deliver: Effect): Effect =>
  (input) =>
    deliver(input);
