// What an operator reads in the Web UI: codes, dates and our own words, never a name.
import { iso, isoWeek } from './calendar';
import { isOpen } from './notices';
import type { Obligation } from './obligation';
import type { Plan } from './plan';

/** The search attributes of a case, exactly these. */
export interface Attributes {
  readonly Stage: string;
  readonly Unit: string;
  readonly Program: readonly string[];
  readonly DueWeek: string;
  readonly Overdue: boolean;
  readonly Stuck: boolean;
  readonly WaitingOn: string;
}

/** The obligation that the case waits for: safety first, then the earliest that policy can breach, then a date that is not known, then targets. */
export function foremost(obligations: readonly Obligation[]): Obligation | null {
  const rank = (o: Obligation): number =>
    (o.remind === 'at-once' ? -1e9 : 0) +
    (o.due ?? 1e8) +
    (o.status === 'unknown' ? 1e9 : 0) +
    (o.strength === 'track' || o.strength === 'aim' ? 1e10 : 0);
  return obligations
    .filter((o) => isOpen(o) || o.status === 'unknown')
    .reduce<Obligation | null>((best, o) => (best === null || rank(o) < rank(best) ? o : best), null);
}

export function headlineOf(plan: Plan | null, stuck: string | null): string {
  if (stuck !== null || plan === null) return `Stuck (${stuck ?? 'unknown'}): tries again in an hour`;
  if (plan.file.closed) return `Closed on ${iso(plan.file.closed.on)}; still takes corrections`;
  const next = foremost(plan.obligations);
  return next
    ? `Waits for ${next.owner.role}: ${short(next)}`.slice(0, 200)
    : 'Nothing is owed now; waits for the next event';
}

export function detailsOf(plan: Plan | null, stuck: string | null): string {
  if (stuck !== null || plan === null)
    return `**Stuck**: ${stuck ?? 'unknown'}\n\nStaff are still answered; the case tries again in an hour.`;
  const next = foremost(plan.obligations);
  const open = plan.obligations.filter(isOpen);
  const overdue = open.filter((o) => o.status === 'overdue').length;
  if (!next) return `**Waits for** ${headlineOf(plan, stuck)}\n\n**Wakes** ${new Date(plan.wakeAt).toISOString()}`;
  const since = next.openedOn === null ? '' : ` since ${iso(next.openedOn)}`;
  return `**Waits for** ${next.owner.role}${since}: ${short(next)}\n\n**Open** ${open.length}, overdue ${overdue}; **wakes** ${new Date(plan.wakeAt).toISOString()}`;
}

/** The date first: what comes after may be cut off. */
function short(o: Obligation): string {
  const whom = scope(o);
  const about = `${whom === '' ? '' : `(${whom}) `}[${o.cites.join(', ')}]`;
  if (o.status === 'unknown')
    return `${(o.missing ?? []).map((m) => m.fact).join(', ')}, not recorded yet, to ${lower(o.says)} ${about}`;
  const due = o.due === null ? 'no date' : `${o.status === 'overdue' ? 'overdue since' : 'due'} ${iso(o.due)}`;
  return `${due}: ${lower(o.says)} ${about}`;
}

/** Whom it concerns; nothing where it concerns the whole case. */
function scope(o: Obligation): string {
  const { child, household, participant, trigger } = o.subject;
  const { children = [] } = (trigger?.event ?? {}) as { children?: readonly string[] };
  return participant ?? child ?? household ?? children.join(', ');
}

function lower(says: string): string {
  return says.charAt(0).toLowerCase() + says.slice(1).replace(/\.$/, '');
}

export function attributesOf(plan: Plan | null, stuck: string | null): Attributes {
  const opened = plan?.file.opened?.event;
  const next = plan ? foremost(plan.obligations) : null;
  return {
    Stage: plan === null ? 'open' : plan.file.closed ? 'closed' : 'open',
    Unit: opened?.type === 'CaseOpened' ? opened.unit : 'none',
    Program: plan
      ? [
          ...new Set(
            (plan.file.byType.get('ProgramEnrolled') ?? []).map((h) =>
              h.event.type === 'ProgramEnrolled' ? h.event.program : '',
            ),
          ),
        ].sort()
      : [],
    DueWeek: next?.due == null ? 'none' : isoWeek(next.due),
    Overdue: plan?.obligations.some((o) => o.status === 'overdue') ?? false,
    Stuck: stuck !== null,
    WaitingOn: next?.owner.role ?? 'nobody',
  };
}
