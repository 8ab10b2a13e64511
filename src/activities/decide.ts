// From what the store loaded to a turn of the domain.
import type { Recorded } from '../domain/events';
import type { Intent } from '../domain/ledger';
import type { Context } from '../domain/plan';
import { turn, type Turn, type TurnEntry, type TurnInput, type TurnOutcome } from '../domain/turn';
import type { Loaded } from '../store/types';

export interface Deciding {
  readonly caseId: string;
  readonly loaded: Loaded;
  readonly entries: readonly TurnEntry[];
  readonly context: Context;
  readonly now: number;
}

export function decideTurn({ caseId, loaded, entries, context, now }: Deciding): Turn {
  const full = entries
    // The intake has the words that may not travel through the workflow, and it knows who was signed in.
    .map((entry) => loaded.intake.get(entry.id) ?? entry)
    .map((entry) => (loaded.settled.has(entry.id) ? entry : withTask(entry, loaded.ledger)));
  const failed = new Set(full.flatMap((entry) => (loaded.settled.has(entry.id) ? [] : failedKeys(entry))));
  const input: TurnInput = {
    caseId,
    journal: loaded.journal,
    ledger: loaded.ledger.map((i) => (failed.has(i.key) && i.state === 'wanted' ? { ...i, state: 'failed' } : i)),
    settled: loaded.settled,
    entries: full,
    context,
    families: familiesOf(loaded, context),
    now,
    plannedAt: loaded.plannedAt,
  };
  return told(input.journal, turnOrStuck(input));
}

/** A program that spoils even what follows its plan leaves the case stuck: staff are still answered, and it tries again. */
function turnOrStuck(input: TurnInput): Turn {
  try {
    return turn(input);
  } catch {
    return turn({
      ...input,
      plan: () => {
        throw new Error('set aside');
      },
    });
  }
}

function familiesOf(loaded: Loaded, context: Context): ReadonlyMap<string, number> {
  const others = [...context.agency.staff.values()].map((s) => [s.id, s.otherFamilies] as const);
  return new Map(others.map(([id, n]) => [id, n + (loaded.families.get(id) ?? 0)]));
}

function failedKeys(entry: TurnEntry): string[] {
  return (entry.events ?? []).flatMap((event) => {
    const { type, key } = (event ?? {}) as { type?: unknown; key?: unknown };
    return type === 'EffectFailed' && typeof key === 'string' ? [key] : [];
  });
}

/** When a message could not be sent for days, reaching the person becomes a task. */
function withTask(entry: TurnEntry, ledger: readonly Intent[]): TurnEntry {
  const keys = new Set(failedKeys(entry));
  if (keys.size === 0 || entry.by !== 'system') return entry;
  const tasks = ledger
    .filter((i) => keys.has(i.key) && i.state === 'wanted')
    .map((i) => ({ type: 'NoticeUndeliverable', notice: i.key, recipient: i.to.id, reason: 'not-sent' }));
  return tasks.length === 0 ? entry : { ...entry, events: [...(entry.events ?? []), ...tasks] };
}

/** A case that cannot be planned is still found by its unit and programs. */
function told(journal: readonly Recorded[], t: Turn): Turn {
  if (t.plan !== null) return t;
  const events = [...journal, ...t.lines].map((line) => line.event);
  const opened = events.find((event) => event.type === 'CaseOpened');
  const enrolled = events.flatMap((event) => (event.type === 'ProgramEnrolled' ? [event.program] : []));
  return {
    ...t,
    attributes: {
      ...t.attributes,
      Unit: opened?.type === 'CaseOpened' ? opened.unit : t.attributes.Unit,
      Program: [...new Set(enrolled)].sort(),
    },
  };
}

/** Entries that were left out of a turn because they cannot be stored are refused, and the answer says whose fault it is. */
export function setAside(t: Turn, entries: readonly TurnEntry[], settled: ReadonlyMap<string, TurnOutcome>): Turn {
  const answered = new Set(t.outcomes.map((outcome) => outcome.id));
  const aside = entries.filter((entry) => !answered.has(entry.id));
  const refused = aside.map((entry): TurnOutcome => ({
    id: entry.id,
    accepted: false,
    unmet: [
      {
        code: 'internal-fault',
        cites: [],
        says: 'This cannot be stored.',
        mend: 'Nothing was changed. Tell the operator, and send it again under another id when the fault is mended.',
      },
    ],
  }));
  return aside.length === 0
    ? t
    : {
        ...t,
        outcomes: [...t.outcomes, ...refused],
        fresh: [...t.fresh, ...refused.filter((outcome) => !settled.has(outcome.id))],
      };
}
