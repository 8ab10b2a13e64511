// Activities that promise what the real ones promise, over a journal in memory: idempotent by entry id, refusing what says so,
// naming every effect until its receipt is written. What a case is about is tested elsewhere; here only the loop is on trial.
import { ApplicationFailure } from '@temporalio/activity';
import type { CaseActivities, EffectInput, EffectResult } from '../../../src/activities/ports';
import type { EffectKind, Entry, Outcome, Step, StepInput } from '../../../src/workflows/messages';

export type StandInEvent =
  | { type: 'Fact' }
  | { type: 'Refuse' }
  | { type: 'Close' }
  | { type: 'Reopen' }
  | { type: 'Effect'; key: string; kind?: EffectKind }
  | { type: 'EffectFailed'; key: string; reason: string };

const KNOWN = new Set(['Fact', 'Refuse', 'Close', 'Reopen', 'Effect', 'EffectFailed']);
const DAY = 24 * 3_600_000;

export class StandIn {
  /** Entry id -> outcome, as the journal would hold it. */
  readonly journal = new Map<string, Outcome>();
  /** Ids of accepted entries in the order of recording: twice in here would be applied twice. */
  readonly applied: string[] = [];
  readonly entries = new Map<string, Entry>();
  readonly calls: { readonly entries: readonly string[]; readonly now: number }[] = [];
  readonly delivered: string[] = [];
  readonly attempts = new Map<string, number>();
  storeDown = false;
  mailDown = false;
  /** What an effect ends with. */
  result: (input: EffectInput) => EffectResult = () => null;
  /** When the case wants to be woken. */
  wakeAt: (now: number) => number = (now) => now + 30 * DAY;
  /** Held until it resolves, after the judgement and before the answer. */
  held: Promise<void> | undefined;
  /** The answer of `advance`, changed: for answers that a real one would never give. */
  spoil: (step: Step) => unknown = (step) => step;
  /** Called at each waking without an entry; may want effects. */
  onWake: (now: number) => void = () => undefined;
  headline = 'PPM of child c1 due 2027-02-11 (WA-03)';
  readonly wanted = new Map<string, EffectKind>();
  private closed = false;

  readonly activities: CaseActivities = {
    advance: (input) => this.advance(input),
    invite: (input) => this.deliver(input),
    remind: (input) => this.deliver(input),
    correct: (input) => this.deliver(input),
    escalate: (input) => this.deliver(input),
    requestSignOff: (input) => this.deliver(input),
    announce: (input) => this.deliver(input),
  };

  private async advance({ entries, now }: StepInput): Promise<Step> {
    this.calls.push({ entries: entries.map((entry) => entry.id), now });
    if (this.storeDown) throw new Error('store away: secret-of-the-store');
    if (entries.length === 0) this.onWake(now);
    const outcomes = entries.map((entry) => this.journal.get(entry.id) ?? this.judge(entry));
    const step: Step = {
      outcomes,
      effects: [...this.wanted].map(([key, kind]) => ({ key, kind, summary: `${kind} for ${key}` })),
      wakeAt: this.wakeAt(now),
      headline: this.headline,
      details: `Waits for: ${this.headline}\n\nSince: 2026-11-13`,
      attributes: {
        Stage: this.closed ? 'closed' : 'open',
        Unit: 'unit-7',
        Program: ['wa-enhanced-ppm'],
        DueWeek: '2027-W06',
        Overdue: false,
        Stuck: false,
        WaitingOn: 'facilitator',
      },
      finished: this.closed && this.wanted.size === 0,
    };
    await this.held;
    return this.spoil(step) as Step;
  }

  private judge(entry: Entry): Outcome {
    const events = (entry.events ?? []) as StandInEvent[];
    const refused = events.some((event) => event.type === 'Refuse' || !KNOWN.has(event.type));
    const outcome: Outcome = refused
      ? {
          id: entry.id,
          accepted: false,
          unmet: [{ code: 'not-permitted', cites: ['WA-03'], says: 'Policy does not permit it.' }],
        }
      : { id: entry.id, accepted: true };
    this.journal.set(entry.id, outcome);
    this.entries.set(entry.id, entry);
    if (refused) return outcome;
    this.applied.push(entry.id);
    for (const event of events) {
      if (event.type === 'Close') this.closed = true;
      if (event.type === 'Reopen') this.closed = false;
      if (event.type === 'Effect') this.wanted.set(event.key, event.kind ?? 'remind');
      if (event.type === 'EffectFailed') this.wanted.delete(event.key);
    }
    return outcome;
  }

  private async deliver(input: EffectInput): Promise<EffectResult> {
    this.attempts.set(input.key, (this.attempts.get(input.key) ?? 0) + 1);
    if (this.mailDown) throw new Error('mail away: secret-of-the-mail');
    const result = this.result(input);
    if (this.wanted.delete(input.key)) this.delivered.push(input.key);
    return result;
  }
}

export const noSuchMailbox = (): never => {
  throw ApplicationFailure.nonRetryable('no mailbox: secret-of-the-mailbox', 'NoSuchMailbox');
};
