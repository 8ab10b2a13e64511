// What travels between staff, feeds, operators and a case workflow. Declared once, used on both sides.
// Only ids, codes and dates travel here: names, addresses and texts stay in the store (they are joined there by entry id).
import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';

/** A request to put events on record, all of them or none. `id` is the idempotency key, honoured for ever. */
export interface Entry {
  readonly id: string;
  /** Staff id, feed id or `system`: who says so. */
  readonly by: string;
  /** CaseEvents (src/domain/events.ts), checked by `advance`; absent in a bare `reconsider`. */
  readonly events?: readonly unknown[];
}

/** Why an entry was refused, in codes that the API turns into a problem document. */
export interface Unmet {
  readonly code: string;
  readonly field?: string;
  readonly cites: readonly string[];
  /** One plain sentence without personal data. */
  readonly says: string;
  /** What would make it acceptable. */
  readonly mend?: string;
}

export interface Outcome {
  readonly id: string;
  readonly accepted: boolean;
  readonly unmet?: readonly Unmet[];
}

export type EffectKind = 'invite' | 'remind' | 'correct' | 'escalate' | 'requestSignOff' | 'announce';

/** An effect that the plan wants: the intent itself lies in the store under `key`. */
export interface EffectOrder {
  readonly key: string;
  readonly kind: EffectKind;
  /** For the Web UI, at most 200 characters, no personal data. */
  readonly summary: string;
  /** Wanted anew so often after it had come to its end, because what a carrier had taken did not arrive. */
  readonly again?: number;
}

/** Search attributes, exactly these (law 4): codes and weeks, never encrypted, never personal. */
export interface CaseAttributes {
  readonly Stage: string;
  readonly Unit: string;
  readonly Program: readonly string[];
  readonly DueWeek: string;
  readonly Overdue: boolean;
  readonly Stuck: boolean;
  readonly WaitingOn: string;
}

export interface StepInput {
  readonly caseId: string;
  readonly entries: readonly Entry[];
  /** Milliseconds since 1970, the workflow's clock. */
  readonly now: number;
}

/** What `advance` answers: little enough to stand in history for ever. */
export interface Step {
  readonly outcomes: readonly Outcome[];
  /** Every effect that is wanted and has no receipt yet; those in flight are named again. */
  readonly effects: readonly EffectOrder[];
  readonly wakeAt: number;
  /** What the case waits for: the timer's summary, at most 200 characters. */
  readonly headline: string;
  /** Two lines for an operator: what the case waits for, and since when. */
  readonly details: string;
  readonly attributes: CaseAttributes;
  readonly finished: boolean;
}

export interface CaseInput {
  /** Also the workflow id: a run that was started under another id refuses to keep the case. */
  readonly caseId: string;
  /** Outcomes after which a run continues as new; only tests and benches set it, to make runs short. */
  readonly restAfter?: number;
}

/**
 * What the workflow itself puts into the inbox, always `by: 'system'` or `by: 'unknown'`. Like every entry it is checked by
 * `advance`, which journals what it does not take as refused.
 *
 * - EffectFailed, entry id `failed:<uuid>`: the effect's three days are over, or it failed in a way that no retry mends. `reason` is
 *   'timeout' or the failure's type as a code.
 * - Unreadable, entry id `signal:<uuid>`: a signal or an effect's answer that is no entry. `reason` is a code, such as the codec's.
 * - UnknownSignal, entry id `signal:<uuid>`: a signal of a name that this code does not know.
 */
export type SystemEvent =
  | { readonly type: 'EffectFailed'; readonly key: string; readonly reason: string }
  | { readonly type: 'Unreadable'; readonly reason: string }
  | { readonly type: 'UnknownSignal'; readonly name: string };

/** What a payload that could not be opened is read as (src/platform/codec.ts). */
export interface Tombstone {
  readonly __refused: string;
}

/** Staff: answered when the journal has it. Refusals come back as an ApplicationFailure of type 'Refused' with the unmet conditions as details. */
export const submit = defineUpdate<Outcome, [Entry]>('submit');
/** Feeds and operators: nothing is answered; what cannot be accepted is journalled as refused. */
export const report = defineSignal<[Entry]>('report');
/** Settings, calendars or programs changed: think again. */
export const reconsider = defineSignal<[]>('reconsider');
export const waitingFor = defineQuery<string>('waitingFor');

export const CASES_QUEUE = 'cases';
export const DELIVERY_QUEUE = 'delivery';
