import type { Effect } from './ports';

/** An invitation, its update or its cancellation, to one person. */
export const createInvite =
  (deliver: Effect): Effect =>
  (input) =>
    deliver(input);
