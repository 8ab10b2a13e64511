// A case in the pure domain, turn by turn: what is told is admitted or refused, what should be said is said at once.
import { agencyOf, agencySchema, type AgencyInput } from '../../../src/domain/agency';
import type { Recorded } from '../../../src/domain/events';
import type { Intent } from '../../../src/domain/ledger';
import type { Obligation } from '../../../src/domain/obligation';
import type { Plan } from '../../../src/domain/plan';
import type { Program } from '../../../src/domain/rule';
import { turn } from '../../../src/domain/turn';
import type { Unmet } from '../../../src/domain/unmet';
import { ZONE } from '../../support/a-case';

export interface Said {
  readonly by?: string;
  readonly id: string;
  readonly type: string;
  readonly [field: string]: unknown;
}

export class Desk {
  private journal: readonly Recorded[] = [];
  private readonly ledger = new Map<string, Intent>();
  private plannedAt: number | null = null;
  private plan: Plan | null = null;
  /** When the case wakes by itself. */
  wakesAt = 0;

  constructor(
    private readonly programs: readonly Program[],
    private staff: AgencyInput['staff'],
  ) {}

  /** Hands in one entry; gives what is unmet. */
  tell(at: string, { id, by = 'cw1', ...event }: Said): readonly Unmet[] {
    return this.step(at, [{ id, by, events: [event] }]);
  }

  /** The clock of the case, or a change in the agency, wakes it. */
  wake(at: string): void {
    this.step(at, []);
  }

  /** The agency changes, and the case thinks again. */
  change(at: string, staff: AgencyInput['staff']): void {
    this.staff = staff;
    this.wake(at);
  }

  owed(duty: string): readonly Obligation[] {
    return (this.plan?.obligations ?? []).filter((o) => o.duty === duty);
  }

  /** What was sent, as `recipient kind rung`, of what begins with this. */
  sent(about = ''): string[] {
    return [...this.ledger.values()]
      .filter((i) => i.state === 'sent' && i.about.includes(about))
      .map((i) => `${i.to.id} ${i.kind} ${i.rung}`);
  }

  letters(): readonly Intent[] {
    return [...this.ledger.values()].filter((i) => i.state === 'sent');
  }

  private step(at: string, entries: { id: string; by: string; events: object[] }[]): readonly Unmet[] {
    const now = Date.parse(at);
    const context = {
      agency: agencyOf(agencySchema.parse({ id: 'agency', zone: ZONE, staff: this.staff })),
      programs: this.programs,
    };
    const t = turn({
      caseId: 'case-1',
      journal: this.journal,
      ledger: [...this.ledger.values()],
      settled: new Map(),
      entries,
      context,
      families: new Map(this.staff.map((s) => [s.id, s.otherFamilies ?? 0])),
      now,
      plannedAt: this.plannedAt,
    });
    if (t.stuck !== null) throw new Error(`the case is stuck: ${t.stuck}`);
    this.journal = [...this.journal, ...t.lines];
    this.plan = t.plan;
    this.wakesAt = t.wakeAt;
    this.plannedAt = now;
    for (const key of t.settlement.withdraw) this.ledger.set(key, { ...this.ledger.get(key)!, state: 'withdrawn' });
    for (const intent of t.settlement.create)
      this.ledger.set(intent.key, intent.state === 'wanted' ? { ...intent, state: 'sent' } : intent);
    return t.outcomes.flatMap((outcome) => outcome.unmet ?? []);
  }
}
