import type { ComposeInput } from '../activities/messenger';
import type { Actor, Identity, Ids } from '../platform/identity';
import type { AnswerLinks } from '../platform/answer-links';
import type { Sources } from '../domain/explain';
import type { Program } from '../domain/rule';
import type { Store } from '../store/types';
import type { Caseloads } from './caseloads';
import type { Cases } from './cases';
import type { AnswerLimits } from './invited/limits';

/** What the API stands on; put together by the program that starts it. */
export interface Deps {
  readonly store: Store;
  readonly cases: Cases;
  readonly caseloads: Caseloads;
  /** Has all cases looked at; false: not done in time. */
  readonly integrity: { check(deadlineMs: number): Promise<boolean> };
  readonly identity: Identity;
  readonly ids: Ids;
  readonly programs: readonly Program[];
  readonly sources: Sources;
  readonly now: () => number;
  /** How long a request waits for its case before it is answered `safe`. */
  readonly answerWithinMs: number;
  /** One line for each fault and each refusal of shape: codes and ids, never what was sent. */
  readonly log: (line: { readonly event: string; readonly [field: string]: unknown }) => void;
  /** Where the console points to. */
  readonly links: {
    readonly webUi?: string;
    readonly mailbox?: string;
    /** Of whom the reader may be one, in the first run. */
    readonly users?: readonly { readonly id: string; readonly name: string; readonly role: string }[];
  };
  /** Requests that one address may make in a minute. */
  readonly requestsPerMinute: number;
  /** Answers of those invited. */
  readonly answerLinks: AnswerLinks;
  readonly answerLimits: AnswerLimits;
  /** With which the gateway of text messages signs its reports; null: there is none, and no report is taken. */
  readonly receiptSecret: Buffer | null;
  /** The sheet of a letter that goes by post. */
  readonly printed: (input: ComposeInput & { readonly to?: readonly string[] }) => string;
  /** Proxies before the API, whose word is taken for the address of who asks. */
  readonly proxies: number;
}

export type { Actor };
