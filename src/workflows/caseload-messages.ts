// What travels between staff and the caseload of a unit. Ids only: what is asked for, and why, stands in the store.
import { defineQuery, defineUpdate } from '@temporalio/workflow';
import type { Unmet } from './messages';

export interface CaseloadInput {
  /** Also the workflow id. */
  readonly caseloadId: string;
  readonly unit: string;
  /** Requests after which a run continues as new; only tests set it. */
  readonly restAfter?: number;
}

/** A request that the store keeps under this id. */
export interface CaseloadOrder {
  readonly id: string;
}

/** One family, handed to its case as one entry. */
export interface MoveOrder {
  readonly entryId: string;
  readonly caseId: string;
}

export interface DecideInput {
  readonly unit: string;
  readonly id: string;
  /** Milliseconds since 1970, the workflow's clock. */
  readonly now: number;
}

export interface Decided {
  readonly id: string;
  readonly accepted: boolean;
  readonly unmet?: readonly Unmet[];
  readonly moves: readonly MoveOrder[];
}

export interface MoveOutcome {
  readonly entryId: string;
  readonly accepted: boolean;
}

export interface CaseloadAnswer {
  readonly id: string;
  /** Families whose cases have it on record, and those whose cases refused. */
  readonly recorded: number;
  readonly refused: number;
}

/** Activities of a caseload, as the workflow sees them. */
export interface CaseloadActivities {
  /** Who gets which family; asked again with an id that it knows it gives the same answer. Never two at a time in one unit. */
  decideRequest(input: DecideInput): Promise<Decided>;
  /** The family's case hears of it, in one entry. */
  recordMove(order: MoveOrder): Promise<MoveOutcome>;
  /** All families of a request have been heard: writes down what became of it. */
  concludeRequest(order: CaseloadOrder): Promise<void>;
}

/** Give a family to somebody. */
export const assign = defineUpdate<CaseloadAnswer, [CaseloadOrder]>('assign');
/** Give all families of somebody who leaves, or is away, to others. */
export const handOver = defineUpdate<CaseloadAnswer, [CaseloadOrder]>('handOver');
export const caseloadState = defineQuery<string>('caseloadState');
