// One turn of a case: what is in the inbox is admitted, the case is planned, and what should be said is held against what
// has been said. Pure: `advance` loads what it needs, and writes what it answers, in one transaction.
import { admit } from './admit';
import { dayOf, iso, type Instant } from './calendar';
import { firstRecording, standing } from './case-file';
import { caseEventSchema, type CaseEvent, type Recorded } from './events';
import { attributesOf, detailsOf, headlineOf, type Attributes } from './headline';
import { settle, type Intent, type Settlement } from './ledger';
import { isOpen } from './notices';
import type { Obligation } from './obligation';
import { plan as realPlan, type Context, type Plan } from './plan';
import { View } from './view';
import type { Unmet } from './unmet';

export interface TurnEntry {
  readonly id: string;
  readonly by: string;
  readonly events?: readonly unknown[];
  /** Say even what already lay in the past when it was recorded. */
  readonly tellPast?: boolean;
}

export interface TurnOutcome {
  readonly id: string;
  readonly accepted: boolean;
  readonly unmet?: readonly Unmet[];
}

/** What an entry changed in the calendar of the case. */
export interface Change {
  readonly key: string;
  readonly says: string;
  readonly was: { readonly status: string; readonly due: string | null } | null;
  readonly now: { readonly status: string; readonly due: string | null } | null;
}

export interface TurnInput {
  readonly caseId: string;
  readonly journal: readonly Recorded[];
  readonly ledger: readonly Intent[];
  /** Outcomes that the journal already holds for these entry ids. */
  readonly settled: ReadonlyMap<string, TurnOutcome>;
  readonly entries: readonly TurnEntry[];
  readonly context: Context;
  /** Families that each member of staff carries, this one not counted. */
  readonly families: ReadonlyMap<string, number>;
  readonly now: Instant;
  /** When this case was last planned; null: never. */
  readonly plannedAt: Instant | null;
  /** Only a test gives another. */
  readonly plan?: typeof realPlan;
}

export interface Turn {
  readonly outcomes: readonly TurnOutcome[];
  /** Outcomes that were not in the journal before. */
  readonly fresh: readonly TurnOutcome[];
  readonly lines: readonly Recorded[];
  readonly plan: Plan | null;
  readonly changes: readonly Change[];
  readonly settlement: Settlement;
  readonly wakeAt: Instant;
  readonly headline: string;
  readonly details: string;
  readonly attributes: Attributes;
  readonly finished: boolean;
  /** Why the case cannot be planned now, as a code; it tries again in an hour. */
  readonly stuck: string | null;
}

const HOUR_MS = 3_600_000;

export function turn(input: TurnInput): Turn {
  const { context, now, caseId } = input;
  const outcomes = new Map<string, TurnOutcome>(input.settled);
  const fresh: TurnOutcome[] = [];
  let journal = input.journal;
  const lines: Recorded[] = [];
  for (const entry of input.entries) {
    if (outcomes.has(entry.id)) continue;
    const taken = take(entry, journal, input);
    outcomes.set(entry.id, taken.outcome);
    fresh.push(taken.outcome);
    if (taken.lines.length > 0) {
      journal = [...journal, ...taken.lines];
      lines.push(...taken.lines);
    }
  }
  const { plan, stuck } = planned(input.plan ?? realPlan, journal, context, now);
  const settlement = plan ? settle(plan, input.ledger, caseId, now, input.plannedAt) : { create: [], withdraw: [] };
  const before =
    lines.length > 0 && input.journal.length > 0
      ? planned(input.plan ?? realPlan, input.journal, context, now).plan
      : null;
  const pending =
    settlement.create.some((i) => i.state === 'wanted') ||
    input.ledger.some((i) => i.state === 'wanted' && !settlement.withdraw.includes(i.key));
  const finished = plan !== null && isFinished(plan, context, now) && !pending;
  return {
    outcomes: input.entries.map((entry) => outcomes.get(entry.id)!),
    fresh,
    lines,
    plan,
    changes: plan ? changesBetween(before?.obligations ?? [], plan.obligations, lines.length > 0) : [],
    settlement,
    wakeAt: plan ? plan.wakeAt : now + HOUR_MS,
    headline:
      finished && plan?.file.closed
        ? `Finished: closed on ${iso(plan.file.closed.on)}, nothing is owed`
        : headlineOf(plan, stuck),
    details: detailsOf(plan, stuck),
    attributes: attributesOf(plan, stuck),
    finished,
    stuck,
  };
}

function planned(
  plan: typeof realPlan,
  journal: readonly Recorded[],
  context: Context,
  now: Instant,
): { plan: Plan | null; stuck: string | null } {
  try {
    const p = plan(journal, context, now);
    if (!(p.wakeAt > now)) return { plan: null, stuck: 'wake-now' };
    const keys = p.notices.map((n) => n.key);
    if (new Set(keys).size < keys.length) return { plan: null, stuck: 'repeated-effect' };
    return { plan: p, stuck: null };
  } catch {
    return { plan: null, stuck: 'program-failed' };
  }
}

function take(
  entry: TurnEntry,
  journal: readonly Recorded[],
  input: TurnInput,
): { outcome: TurnOutcome; lines: Recorded[] } {
  const refused = (unmet: readonly Unmet[]) => ({ outcome: { id: entry.id, accepted: false, unmet }, lines: [] });
  const { events = [] } = entry;
  if (events.length === 0) return { outcome: { id: entry.id, accepted: true }, lines: [] };
  try {
    const read = readEvents(events, entry, journal, input);
    if (read.unmet.length > 0) return refused(read.unmet);
    const taken = new Set(journal.map((line) => line.id));
    const twice = read.lines.find((line) => taken.has(line.id));
    if (twice)
      return refused([
        {
          code: 'id-taken',
          field: 'id',
          cites: [],
          says: 'An event of this case has the id that this entry would give to one of its own.',
          mend: 'Send it under another id.',
        },
      ]);
    const unmet = admit({ journal, added: read.lines, context: input.context, now: input.now, caseId: input.caseId });
    return unmet.length > 0 ? refused(unmet) : { outcome: { id: entry.id, accepted: true }, lines: read.lines };
  } catch {
    // An entry that makes a rule fail must not stop the case: it is set aside, and operators find it by its code.
    return refused([
      {
        code: 'internal-fault',
        cites: [],
        says: 'A fault of ours kept this from being recorded.',
        mend: 'Nothing was changed. Tell the operator, and send it again when the fault is mended.',
      },
    ]);
  }
}

function readEvents(
  events: readonly unknown[],
  entry: TurnEntry,
  journal: readonly Recorded[],
  input: TurnInput,
): { lines: Recorded[]; unmet: Unmet[] } {
  const today = iso(dayOf(input.now, input.context.agency.zone));
  const unmet: Unmet[] = [];
  const lines = events.flatMap((raw, i): Recorded[] => {
    const parsed = caseEventSchema.safeParse(raw);
    if (!parsed.success) {
      const at = events.length === 1 ? '' : `events.${i}.`;
      unmet.push(
        ...parsed.error.issues.map((issue) => ({
          code: 'invalid-fields',
          field: at + fieldOf(issue),
          cites: [],
          says: issue.message,
          mend: 'See the description of events in the API.',
        })),
      );
      return [];
    }
    const event = parsed.data;
    const stamped =
      event.type === 'EventCorrected'
        ? { ...event, to: counted(event.to, input.families, () => standingAt(event.event, journal)) }
        : counted(event, input.families);
    return [
      {
        id: events.length === 1 ? entry.id : `${entry.id}.${i + 1}`,
        seq: journal.length + i + 1,
        recordedAt: input.now,
        by: entry.by,
        entry: entry.id,
        ...(entry.tellPast ? { tellPast: true } : {}),
        event: { ...stamped, on: event.on ?? today },
      },
    ];
  });
  return { lines, unmet };
}

function standingAt(id: string, journal: readonly Recorded[]): CaseEvent | undefined {
  const first = firstRecording(id, journal)?.id;
  return standing(journal).find((h) => h.id === first)?.event;
}

/** How many families a facilitator had is counted here, whatever was sent; a correction of his or her assignment keeps the number. */
function counted<E extends CaseEvent>(event: E, families: TurnInput['families'], was?: () => CaseEvent | undefined): E {
  if (event.type !== 'StaffAssigned' || event.role !== 'facilitator') return event;
  const old = was?.();
  const kept = old?.type === 'StaffAssigned' && old.staff === event.staff ? old.familiesBefore : undefined;
  return { ...event, familiesBefore: kept ?? families.get(event.staff) ?? 0 };
}

function fieldOf(issue: { path: readonly PropertyKey[]; code?: string; keys?: readonly string[] }): string {
  const path = issue.path.map(String).join('.');
  return issue.code === 'unrecognized_keys' ? [path, issue.keys?.join(', ')].filter(Boolean).join('.') : path || 'type';
}

function changesBetween(before: readonly Obligation[], after: readonly Obligation[], asked: boolean): Change[] {
  if (!asked) return [];
  const short = (o: Obligation | undefined) =>
    o ? { status: o.status, due: o.due === null ? null : iso(o.due) } : null;
  const old = new Map(before.map((o) => [o.key, o]));
  const current = new Map(after.map((o) => [o.key, o]));
  return [...new Set([...old.keys(), ...current.keys()])].flatMap((key) => {
    const [was, now] = [short(old.get(key)), short(current.get(key))];
    return was?.status === now?.status && was?.due === now?.due
      ? []
      : [{ key, says: (current.get(key) ?? old.get(key))!.says, was, now }];
  });
}

/** Closed, its time for corrections over, and nothing owed any more. */
function isFinished(p: Plan, context: Context, now: Instant): boolean {
  if (!p.file.closed) return false;
  const view = new View(p.file, context.agency, context.programs, now);
  return view.today > p.file.closed.on + Number(view.setting('graceDays')) && !p.obligations.some(isOpen);
}
