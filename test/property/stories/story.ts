// Stories for the properties: random but possible lives of a case. A program adds a file of its own beside this one and a
// line in index.ts.
import fc from 'fast-check';
import { admit } from '../../../src/domain/admit';
import type { Agency } from '../../../src/domain/agency';
import { day, iso } from '../../../src/domain/calendar';
import type { Program } from '../../../src/domain/rule';
import type { ACase, Told } from '../../support/a-case';

export interface Span {
  readonly openedOn: string;
  /** Days after the opening in which the story is told. */
  readonly days: number;
}

export interface Parts {
  /** How it begins: the events without which little would be owed (an episode as below). */
  readonly beginning: fc.Arbitrary<readonly Told[]>;
  /** Something that happens, in one or more events. `#` in an id stands for the number of the episode; its events have the
   *  ids `s#.0`, `s#.1` … Dates are days of the story (`onDay`). */
  readonly episode: fc.Arbitrary<readonly Told[]>;
}

export interface Stories extends Span, Parts {
  readonly name: string;
  readonly programs: readonly Program[];
  /** The agency when these members of staff have become inactive. */
  readonly agency: (inactive?: readonly string[]) => Agency;
  /** Staff who may become inactive. The supervisor `sup1` of the case's unit never does. */
  readonly staff: readonly string[];
  /** The case on its first day; its events are known by then. */
  readonly opened: (agency: Agency) => ACase;
  /** Moves no date, whenever it happens. */
  readonly unrelated: fc.Arbitrary<Told>;
  /** Duties that read when something was recorded: left out where only what happened may count. */
  readonly byRecording: readonly string[];
}

export const onDay = ({ openedOn, days }: Span): fc.Arbitrary<string> =>
  fc.nat({ max: days }).map((n) => iso(day(openedOn) + n));
export const later = (on: string, by: number): string => iso(day(on) + by);

/** Moves an event to a day. Each has its minute, because two facts about one thing on one day are told apart by the clock. */
export function moved(t: Told, on: string, minute: number): Told {
  return { ...t, on, at: new Date(Date.parse(`${on}T17:00:00Z`) + minute * 60_000).toISOString() };
}

export const minuteOf = (t: Told): number => (Date.parse(String(t['at'])) - Date.parse(`${t.on}T17:00:00Z`)) / 60_000;

interface Mend {
  readonly which: number;
  /** Days by which it is put right; null: it never happened. */
  readonly by: number | null;
  readonly after: number;
}

const mends = fc.array(
  fc.record<Mend>({
    which: fc.nat(),
    by: fc.option(fc.integer({ min: -60, max: 60 }), { freq: 2 }),
    after: fc.nat({ max: 60 }),
  }),
  { maxLength: 2 },
);

/** Each event is mended once: which of two corrections of one thing came last is no matter of indifference. */
function mended(events: readonly Told[], { openedOn }: Span, mends: readonly Mend[]): readonly Told[] {
  const seen = new Set<string>();
  return mends.flatMap(({ which, by, after }, i): Told[] => {
    const wrong = events[which % Math.max(1, events.length)];
    if (!wrong?.id || seen.has(wrong.id)) return [];
    seen.add(wrong.id);
    const known = {
      on: later(wrong.on, Math.max(0, by ?? 0) + after),
      id: `x${i}`,
      event: wrong.id,
      reason: 'Told wrong.',
    };
    if (by === null) return [moved({ type: 'EventRetracted', ...known }, known.on, 600 + i)];
    const day = later(wrong.on, by);
    const { id: _, by: __, ...to } = moved(wrong, day < openedOn ? openedOn : day, minuteOf(wrong));
    return [moved({ type: 'EventCorrected', ...known, to }, known.on, 600 + i)];
  });
}

/** The event that this one puts right or takes back. */
export const mendedBy = (t: Told): string | undefined =>
  t.type === 'EventCorrected' || t.type === 'EventRetracted' ? String(t['event']) : undefined;

/** Events that a case accepted, in the order in which they happened. */
export function story(stories: Stories, most = 7): fc.Arbitrary<readonly Told[]> {
  const rest = fc.array(stories.episode, { minLength: 1, maxLength: most });
  const end = later(stories.openedOn, stories.days + 30);
  return fc.tuple(stories.beginning, rest, mends).map(([beginning, episodes, mends]) => {
    const plain = [beginning, ...episodes].flatMap((events, i) => {
      const numbered = JSON.parse(JSON.stringify(events).replaceAll('#', String(i))) as readonly Told[];
      return numbered.map((t, k): Told => ({ ...moved(t, t.on, i * 40 + k), id: `s${i}.${k}` }));
    });
    const all = [...plain, ...mended(plain, stories, mends)].filter((t) => t.on <= end);
    return accepted(stories, all.sort(asItHappened));
  });
}

const asItHappened = (a: Told, b: Told): number => a.on.localeCompare(b.on) || minuteOf(a) - minuteOf(b);

export interface Twins {
  readonly list: readonly Told[];
  /** The ids of the two. */
  readonly twins: readonly [string, string];
}

const ownIds = ['meeting', 'document', 'objective', 'concern'];

/** A story in which something happens to two children on one day, each told without the clock. */
export function twins(stories: Stories): fc.Arbitrary<Twins | null> {
  return fc.tuple(story(stories, 4), fc.nat()).map(([list, pick]) => {
    const ofOne = list.filter((t) => Array.isArray(t['children']) && t['children'].length === 1);
    const first = ofOne[pick % Math.max(1, ofOne.length)];
    if (!first?.id) return null;
    const other = (first['children'] as readonly string[])[0] === 'c1' ? 'c2' : 'c1';
    const own = Object.fromEntries(
      ownIds.flatMap((id) => (first[id] === undefined ? [] : [[id, `${first[id] as string}-t`]])),
    );
    const { at: _, ...one } = first;
    const twin: Told = { ...one, ...own, id: `${first.id}t`, children: [other] };
    const told = accepted(
      stories,
      list.flatMap((t) => (t === first ? [one as Told, twin] : [t])),
    );
    return told.some((t) => t.id === first.id) && told.some((t) => t.id === twin.id)
      ? { list: told, twins: [first.id, twin.id!] }
      : null;
  });
}

function accepted(stories: Stories, events: readonly Told[]): readonly Told[] {
  const agency = stories.agency();
  let told = stories.opened(agency);
  const taken: Told[] = [];
  for (const e of events) {
    const next = told.with(e);
    const unmet = admit({
      journal: told.journal,
      added: next.journal.slice(told.journal.length),
      context: { agency, programs: stories.programs },
      caseId: 'case-1',
      now: Date.parse(`${e.on}T23:00:00Z`),
    });
    if (unmet.length > 0) continue;
    told = next;
    taken.push(e);
  }
  return taken;
}
