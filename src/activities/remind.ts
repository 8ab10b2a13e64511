import type { Effect } from './ports';

/** A reminder: of a due date to whoever owes it, of a meeting to somebody invited. */
export const createRemind =
  (deliver: Effect): Effect =>
  (input) =>
    deliver(input);
