// A sketch: a duty or guard of a policy, written in the vocabulary, with one example whose date was worked out by hand.
import type { Duty, Guard } from '../../src/domain/rule';
import type { Program } from '../../src/domain/rule';
import type { Told } from '../support/a-case';

export interface Sketch {
  /** Requirement ids that this rule carries. */
  readonly rows: readonly string[];
  readonly duty?: Duty;
  readonly guard?: Guard;
  /** Settings that the rule names. */
  readonly settings?: Program['settings'];
  readonly example: {
    /** How the expected date was worked out from the text. */
    readonly because: string;
    readonly born?: readonly string[];
    readonly opened?: string;
    readonly told: readonly Told[];
    readonly look: string;
    /** For a duty: what it owes then, one for each obligation. */
    readonly owes?: readonly {
      readonly subject?: string;
      readonly status: string;
      readonly due?: string | null;
      readonly notBefore?: string;
    }[];
    /** For a guard: the last told event is offered; is it refused, and what makes it acceptable? */
    readonly refused?: boolean;
    readonly acceptedAfter?: readonly Told[];
  };
}
