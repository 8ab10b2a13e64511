// The only step of a case: what is in the inbox is joined with its full text, admitted, planned and written down, in one
// transaction; what goes back to the workflow is small and says nothing personal.
import { createHash } from 'node:crypto';
import { hasForbiddenCharacters } from '../domain/free-words';
import type { Program } from '../domain/rule';
import type { Turn, TurnEntry, TurnOutcome } from '../domain/turn';
import type { Loaded, Store } from '../store/types';
import type { Entry, Step, StepInput } from '../workflows/messages';
import { sameClock, type Clock } from './clock';
import { contexts } from './context';
import { decideTurn, setAside } from './decide';
import { effectOrder } from './effect-order';
import type { Advance } from './ports';

export interface AdvancePorts {
  readonly store: Store;
  readonly programs: readonly Program[];
  readonly clock?: Clock;
}

/** Effects named in one step; a server takes only so many pending activities of one workflow. The rest is named a minute later. */
const MOST_EFFECTS = 300;
/** In an answer; the journal has them all. */
const MOST_UNMET = 40;
const MINUTE_MS = 60_000;

export function createAdvance({ store, programs, clock = sameClock }: AdvancePorts): Advance {
  const contextOf = contexts(programs);

  async function take(input: StepInput, aside: ReadonlySet<string> = new Set()): Promise<Step> {
    const now = clock.toDomain(input.now);
    const entries = input.entries.map(storable);
    let loaded: Loaded | undefined;
    const decide = (given: Loaded): Turn => {
      loaded = given;
      const rest = entries.filter((entry) => !aside.has(entry.id));
      const context = contextOf(given.agency);
      const turn = decideTurn({ caseId: input.caseId, loaded: given, entries: rest, context, now });
      return setAside(turn, entries, given.settled);
    };
    const ids = entries.map((entry) => entry.id);
    const { turn, pending } = await store.turn(input.caseId, ids, decide, { now, entries });
    const context = contextOf(loaded!.agency);
    const wakeAt = clock.fromDomain(turn.wakeAt);
    const known = new Map(turn.outcomes.map((outcome) => [outcome.id, outcome]));
    return {
      outcomes: input.entries.map((entry) => answer(entry.id, known.get(storable(entry).id)!)),
      effects: [...pending]
        .sort((a, b) => a.at - b.at)
        .slice(0, MOST_EFFECTS)
        .map((intent) => effectOrder(intent, context, turn.plan?.file ?? null)),
      wakeAt: pending.length > MOST_EFFECTS ? Math.min(wakeAt, input.now + MINUTE_MS) : wakeAt,
      headline: turn.headline.slice(0, 200),
      details: turn.details.slice(0, 2_000),
      attributes: turn.attributes,
      finished: turn.finished,
    };
  }

  return async (input) => {
    try {
      return await take(input);
    } catch (error) {
      if (!isDataFault(error) || input.entries.length === 0) throw error;
    }
    // Something in here cannot be stored. It must not take the others with it, nor be tried for ever: each by itself, and
    // what still fails is set aside as refused.
    for (const entry of input.entries) {
      try {
        await take({ ...input, entries: [entry] });
      } catch (error) {
        if (!isDataFault(error)) throw error;
        await take({ ...input, entries: [entry] }, new Set([storable(entry).id]));
      }
    }
    return take(input);
  };
}

function answer(id: string, outcome: TurnOutcome): Step['outcomes'][number] {
  return {
    id,
    accepted: outcome.accepted,
    ...(outcome.unmet === undefined ? {} : { unmet: outcome.unmet.slice(0, MOST_UNMET) }),
  };
}

/** A signal typed by hand may carry an id that no database takes. It is kept under one that can be derived again. */
function storable(entry: Entry): TurnEntry {
  return {
    id: storableText(entry.id),
    by: storableText(entry.by),
    ...(entry.events === undefined ? {} : { events: entry.events }),
  };
}

const storableText = (text: string): string =>
  hasForbiddenCharacters(text) ? `unprintable-${createHash('sha256').update(text).digest('hex').slice(0, 32)}` : text;

/** SQLSTATE classes 22 (data exception) and 23 (integrity constraint): the same again, however often it is tried. */
function isDataFault(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^2[23][0-9A-Z]{3}$/.test(code);
}
