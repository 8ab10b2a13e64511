import type { Effect } from './ports';

/** Something is late, or unanswered: the next level is told. */
export const createEscalate =
  (deliver: Effect): Effect =>
  (input) =>
    deliver(input);
