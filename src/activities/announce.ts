import type { Effect } from './ports';

/** Name and telephone number of somebody who was assigned, to those who work with him or her. */
export const createAnnounce =
  (deliver: Effect): Effect =>
  (input) =>
    deliver(input);
