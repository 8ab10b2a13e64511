// A scenario through the pure domain: the same turns as the case workflow would take, in a loop over virtual time.
import { agencyOf } from '../domain/agency';
import { announcedEntry } from '../domain/announcing';
import type { Recorded } from '../domain/events';
import type { Intent } from '../domain/ledger';
import type { Plan } from '../domain/plan';
import type { Program } from '../domain/rule';
import { turn, type Turn, type TurnEntry, type TurnOutcome } from '../domain/turn';
import type { Scenario, Simulated } from './format';
import { byMoment, noticeOf, obligationOf, refusalOf, sorted } from './output';
import { prepare } from './prepare';

/** `whenLooked` is handed the plan behind each look: what explains its dates. */
export function simulate(
  scenario: Scenario,
  programs: readonly Program[],
  whenLooked: (at: string, plan: Plan) => void = () => undefined,
): Simulated {
  const { agency: data, caseId, entries, looks } = prepare(scenario);
  const context = { agency: agencyOf(data), programs };
  const families = new Map(data.staff.map((s) => [s.id, s.otherFamilies]));
  let journal: readonly Recorded[] = [];
  const ledger = new Map<string, Intent>();
  const settled = new Map<string, TurnOutcome>();
  const refusals: Simulated['refusals'][number][] = [];
  let last: Turn | null = null;
  let plannedAt: number | null = null;

  const step = (at: number, inbox: readonly TurnEntry[]): void => {
    const t = turn({
      caseId,
      journal,
      ledger: [...ledger.values()],
      settled,
      entries: inbox,
      context,
      families,
      now: at,
      plannedAt,
    });
    journal = [...journal, ...t.lines];
    for (const outcome of t.fresh) {
      settled.set(outcome.id, outcome);
      if (!outcome.accepted) refusals.push(refusalOf(outcome.id, at, outcome.unmet ?? []));
    }
    for (const key of t.settlement.withdraw) ledger.set(key, { ...ledger.get(key)!, state: 'withdrawn' });
    // Here every message arrives at once.
    for (const intent of t.settlement.create)
      ledger.set(intent.key, intent.state === 'wanted' ? { ...intent, state: 'sent' } : intent);
    if (t.plan) plannedAt = at;
    last = t;
    const sent = t.settlement.create.filter((intent) => intent.state === 'wanted' && intent.kind === 'announce');
    const told = sent.flatMap((intent) => announcedEntry(intent, context) ?? []);
    if (told.length > 0) step(at, told);
  };

  const results: Simulated['looks'][number][] = [];
  let next = 0;
  for (const look of looks) {
    for (;;) {
      const entry = entries[next];
      const wake = (last as Turn | null)?.finished ? Infinity : ((last as Turn | null)?.wakeAt ?? Infinity);
      const at = Math.min(entry?.at ?? Infinity, wake);
      if (at > look.at) break;
      if (entry && entry.at <= wake) {
        step(entry.at, [entry.entry]);
        next += 1;
      } else step(wake, []);
    }
    const seen = last as Turn | null;
    if (seen?.plan) whenLooked(look.label, seen.plan);
    results.push({
      at: look.label,
      headline: seen?.headline ?? 'not opened yet',
      obligations: sorted((seen?.plan?.obligations ?? []).map(obligationOf)),
    });
  }
  return {
    title: scenario.title,
    looks: results,
    notices: [...ledger.values()]
      .filter((i) => i.state === 'sent')
      .map((i) => noticeOf(i, caseId))
      .sort(byMoment),
    refusals,
  };
}
