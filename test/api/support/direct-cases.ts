// Cases without an engine: each entry goes straight into the step that a workflow would take, over the real store. What the
// workflow adds (the clock, the queue, the retries) is shown in test/workflows.
import { createAdvance } from '../../../src/activities/advance';
import type { Cases, Submission } from '../../../src/api/cases';
import { withoutProse } from '../../../src/domain/free-words';
import type { TurnEntry } from '../../../src/domain/turn';
import { programs } from '../../../src/programs';
import type { Store } from '../../../src/store/types';

export class DirectCases implements Cases {
  /** Temporal cannot be reached. */
  away = false;
  /** The answer is lost on its way back. */
  mute = false;
  readonly started: string[] = [];
  readonly reconsidered: string[] = [];
  submitted = 0;
  /** What went through Temporal, as JSON: entries, and what the step answered. */
  readonly travelled: string[] = [];
  private readonly running = new Set<string>();
  private readonly advance: ReturnType<typeof createAdvance>;

  constructor(
    store: Store,
    private readonly now: () => number,
  ) {
    this.advance = createAdvance({ store, programs });
  }

  async submit(
    caseId: string,
    entry: TurnEntry,
    { start }: { deadlineMs: number; start: boolean },
  ): Promise<Submission> {
    this.submitted += 1;
    if (this.away) return { state: 'waiting' };
    if (!this.running.has(caseId)) {
      if (!start) return { state: 'no-workflow' };
      this.running.add(caseId);
      this.started.push(caseId);
    }
    const travels = { id: entry.id, by: entry.by, events: withoutProse(entry.events ?? []) };
    const step = await this.advance({ caseId, entries: [travels], now: this.now() });
    this.travelled.push(JSON.stringify([travels, step]));
    if (step.finished) this.running.delete(caseId);
    if (this.mute) return { state: 'waiting' };
    const outcome = step.outcomes[0];
    if (!outcome) throw new Error('the step answered nothing');
    return { state: outcome.accepted ? 'recorded' : 'refused', outcome };
  }

  /** What the timer does: the case wakes and plans again. */
  async wake(caseId: string): Promise<void> {
    const step = await this.advance({ caseId, entries: [], now: this.now() });
    if (step.finished) this.running.delete(caseId);
  }

  async start(caseId: string): Promise<void> {
    if (this.away) throw new Error('away');
    this.started.push(caseId);
    this.running.add(caseId);
  }

  async reconsider(caseId: string): Promise<boolean> {
    this.reconsidered.push(caseId);
    return true;
  }

  async health(): Promise<void> {
    if (this.away) throw new Error('away');
  }

  isRunning(caseId: string): boolean {
    return this.running.has(caseId);
  }

  /** Its engine was lost. */
  forget(caseId: string): void {
    this.running.delete(caseId);
  }
}
