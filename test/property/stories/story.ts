// Stories for the properties: random but possible lives of a case. A program adds a file of its own beside this one and a
// line in index.ts.
import fc from 'fast-check';
import { admit } from '../../../src/domain/admit';
import type { Agency } from '../../../src/domain/agency';
import { day, iso } from '../../../src/domain/calendar';
import type { Program } from '../../../src/domain/rule';
import type { ACase, Told } from '../../support/a-case';

export interface Stories {
  readonly name: string;
  readonly programs: readonly Program[];
  /** The agency when these members of staff have become inactive. */
  readonly agency: (inactive?: readonly string[]) => Agency;
  /** Staff who may become inactive. The supervisor `sup1` of the case's unit never does. */
  readonly staff: readonly string[];
  /** The case on its first day; its events are known by then. */
  readonly opened: (agency: Agency) => ACase;
  readonly openedOn: string;
  /** Days after the opening in which the story is told. */
  readonly days: number;
  /** How it begins: the events without which little would be owed (an episode as below). */
  readonly beginning: fc.Arbitrary<readonly Told[]>;
  /** Something that happens, in one or more events. `#` in an id stands for the number of the episode; its events have the
   *  ids `s#.0`, `s#.1` … Dates are days of the story (`onDay`). */
  readonly episode: fc.Arbitrary<readonly Told[]>;
  /** Moves no date, whenever it happens. */
  readonly unrelated: fc.Arbitrary<Told>;
  /** Duties that read when something was recorded: left out where only what happened may count. */
  readonly byRecording: readonly string[];
}

export const onDay = ({ openedOn, days }: Pick<Stories, 'openedOn' | 'days'>): fc.Arbitrary<string> =>
  fc.nat({ max: days }).map((n) => iso(day(openedOn) + n));
export const later = (on: string, by: number): string => iso(day(on) + by);

/** Moves an event to a day. Each has its minute, because two facts about one thing on one day are told apart by the clock. */
export function moved(t: Told, on: string, minute: number): Told {
  return { ...t, on, at: new Date(Date.parse(`${on}T17:00:00Z`) + minute * 60_000).toISOString() };
}

export const minuteOf = (t: Told): number => (Date.parse(String(t['at'])) - Date.parse(`${t.on}T17:00:00Z`)) / 60_000;

/** Events that a case accepted, in the order in which they happened. */
export function story(stories: Stories, most = 7): fc.Arbitrary<readonly Told[]> {
  const rest = fc.array(stories.episode, { minLength: 1, maxLength: most });
  return fc.tuple(stories.beginning, rest).map(([beginning, episodes]) => {
    const all = [beginning, ...episodes]
      .flatMap((events, i) => {
        const numbered = JSON.parse(JSON.stringify(events).replaceAll('#', String(i))) as readonly Told[];
        return numbered.map((t, k): Told => ({ ...moved(t, t.on, i * 12 + k), id: `s${i}.${k}` }));
      })
      .sort((a, b) => a.on.localeCompare(b.on) || minuteOf(a) - minuteOf(b));
    return accepted(stories, all);
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
