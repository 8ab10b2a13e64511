// Caseloads without an engine: one request after the other through the activities that the workflow would call. That they cannot
// overtake each other in Temporal is shown in test/workflows.
import { createCaseload } from '../../../src/activities/caseload';
import type { Caseloads } from '../../../src/api/caseloads';
import { programs } from '../../../src/programs';
import type { Store } from '../../../src/store/types';
import type { DirectCases } from './direct-cases';

export class DirectCaseloads implements Caseloads {
  private before: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly store: Store,
    private readonly cases: DirectCases,
    private readonly now: () => number,
  ) {}

  async ask(unit: string, _kind: string, id: string): Promise<'answered' | 'waiting'> {
    if (this.cases.away) return 'waiting';
    const mine = this.before.then(() => this.settle(unit, id));
    this.before = mine.catch(() => undefined);
    return mine;
  }

  private async settle(unit: string, id: string): Promise<'answered'> {
    const clock = { toDomain: () => this.now(), fromDomain: (ms: number) => ms };
    const activities = createCaseload({ store: this.store, programs, clock, cases: this.cases });
    const { moves } = await activities.decideRequest({ unit, id, now: this.now() });
    for (const move of moves) await activities.recordMove(move);
    await activities.concludeRequest({ id });
    return 'answered';
  }
}
