// What the store keeps of caseloads: what was asked of a unit, and which family goes to whom.
import type { Because } from '../domain/caseload';
import type { Unmet } from '../domain/unmet';

export type CaseloadAsk =
  | { readonly kind: 'assign'; readonly case: string; readonly staff?: string; readonly reason?: string }
  | { readonly kind: 'hand-over'; readonly staff: string; readonly reason: string; readonly beyondLimit?: boolean };

export interface CaseloadOutcome {
  readonly accepted: boolean;
  readonly unmet?: readonly Unmet[];
}

export interface CaseloadRequest {
  readonly id: string;
  readonly unit: string;
  /** Staff id, or `system`. */
  readonly by: string;
  readonly ask: CaseloadAsk;
  /** Hash of the request: the same key must bring the same. */
  readonly fingerprint: string;
  readonly receivedAt: number;
  readonly outcome: CaseloadOutcome | null;
  /** Decided, and heard by every case concerned. */
  readonly answeredAt: number | null;
}

/** One family that goes to somebody, or (to: null) that nobody can take. */
export interface CaseloadMove {
  /** Id of the entry at the case. */
  readonly entryId: string;
  readonly requestId: string;
  readonly unit: string;
  readonly caseId: string;
  readonly role: string;
  /** null: the whole case. */
  readonly children: readonly string[] | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly because: string;
  readonly others: readonly Because[];
  /** decided: the case has not heard of it yet. left: nobody can take it. */
  readonly state: 'decided' | 'recorded' | 'refused' | 'left';
  readonly unmet: readonly Unmet[];
}

export interface CaseloadStore {
  /** Keeps a request before anything is decided. Asked again with an id that it knows it keeps the first and says so. */
  keepCaseloadRequest(
    request: Omit<CaseloadRequest, 'outcome' | 'answeredAt'>,
  ): Promise<{ kept: CaseloadRequest; known: boolean }>;
  caseloadRequest(id: string): Promise<CaseloadRequest | null>;
  caseloadUnanswered(olderThan: number): Promise<readonly CaseloadRequest[]>;
  /** The first decision on a request stands: whoever comes later is given that one. */
  decideCaseload(
    id: string,
    outcome: CaseloadOutcome,
    moves: readonly CaseloadMove[],
    at: number,
  ): Promise<{ outcome: CaseloadOutcome; moves: readonly CaseloadMove[] }>;
  caseloadMoves(where: { requestId: string } | { entryId: string }): Promise<readonly CaseloadMove[]>;
  settleMove(entryId: string, state: 'recorded' | 'refused', unmet: readonly Unmet[], at: number): Promise<void>;
  concludeCaseload(id: string, at: number): Promise<void>;
  /** Open families of each facilitator, with those that are decided and not yet heard by their cases. */
  carried(): Promise<ReadonlyMap<string, number>>;
  /** Open cases in whose journal somebody is assigned, now or once. */
  casesNaming(staff: string): Promise<readonly string[]>;
}
