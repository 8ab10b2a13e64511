// Stories for the properties: random but possible lives of a case. A program adds a file of its own beside this one and a
// line in index.ts.
import fc from 'fast-check';
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

/** Any day, more often one of every second week: things of one day meet, and dates fall on the days that are told. */
export const onDay = ({ openedOn, days }: Span): fc.Arbitrary<string> =>
  fc
    .tuple(fc.nat({ max: days }), fc.nat({ max: 2 }))
    .map(([n, any]) => iso(day(openedOn) + (any > 0 ? n : n - (n % 14))));
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

export interface Pair {
  readonly list: readonly Told[];
  /** The ids of the two. */
  readonly pair: readonly [string, string];
}

const ownIds = ['meeting', 'document', 'objective', 'concern'];

/** A story with two facts of one day, each told without the clock, of which neither takes the place of the other: the same of
 *  two children (as far as the case accepts it), or any two. */
export function pairs(stories: Stories): fc.Arbitrary<Pair | null> {
  return fc.tuple(story(stories, 4), fc.nat(), fc.nat(), fc.boolean()).map(([list, pick, other, twins]) => {
    const plain = list.filter((t) => !mendedBy(t));
    const among = twins ? plain.filter((t) => Array.isArray(t['children']) && t['children'].length === 1) : plain;
    const first = among[pick % Math.max(1, among.length)];
    const second = twins ? first : plain[other % Math.max(1, plain.length)];
    if (!first?.id || !second?.id || (!twins && (first === second || oneThing(first, second)))) return null;
    const one = withoutClock(first);
    const two = twins ? twinOf(one) : { ...withoutClock(second), on: one.on };
    const told = list.filter((t) => t !== second || twins).flatMap((t) => (t === first ? [one, two] : [t]));
    // A waiver names the duty by one of them, and was given to the duty that was so named.
    const waived = (t: Told): boolean => [one, two].some(({ id }) => String(t['obligation']).endsWith(`/${id!}`));
    const taken = (twins ? accepted(stories, told) : told).filter((t) => !waived(t));
    return [one, two].every(({ id }) => taken.some((t) => t.id === id))
      ? { list: taken, pair: [one.id!, two.id!] }
      : null;
  });
}

function withoutClock(t: Told): Told {
  const { at: _, ...told } = t;
  return told as Told;
}

function twinOf(one: Told): Told {
  const own = Object.fromEntries(
    ownIds.flatMap((id) => (one[id] === undefined ? [] : [[id, `${one[id] as string}-t`]])),
  );
  const other = (one['children'] as readonly string[])[0] === 'c1' ? 'c2' : 'c1';
  return { ...one, ...own, id: `${one.id!}t`, children: [other] };
}

/** What is so from then on: where the child is, how it stands with the case, who is in it. */
const states = new Set(
  (
    'ChildRemoved EnteredCare CustodyReceived PlacementChanged ReunificationPlanned ReunificationHappened PermanencyAchieved ' +
    'LegalStatusChanged GoalSet HouseholdChanged CaseClosed CaseReopened ClosurePlanned ProgramEnrolled ProgramEnded StaffAssigned ' +
    'StaffUnassigned came-into-care case-plan case-plan-update'
  ).split(' '),
);
/** Which of two came last may decide: they are about one thing, or one names the other. */
function oneThing(a: Told, b: Told): boolean {
  const isState = (t: Told): boolean => states.has(t.type) || states.has(String(t['kind']));
  if (isState(a) && isState(b)) return true;
  if (a.type === b.type && a['kind'] === b['kind'] && a.type !== 'HearingHeld') return true;
  // A contact ends the search for a family; the search begun after it stands.
  if ([a, b].some((t) => t['kind'] === 'whereabouts') && [a, b].some((t) => t.type === 'ContactMade')) return true;
  // A message that came back opens a silence, unless somebody was reached after it.
  const reaches = (t: Told): boolean => t.type === 'ContactMade' || t.type === 'ContactDetailsChanged';
  if ([a, b].some((t) => t.type === 'NoticeUndeliverable') && [a, b].some(reaches)) return true;
  const idsOf = (t: Told): readonly unknown[] => [
    t.id,
    ...['meeting', 'document', 'concern', 'objective', 'participant'].flatMap((f) => t[f] ?? []),
  ];
  const [inA, inB] = [JSON.stringify(a), JSON.stringify(b)];
  return (
    idsOf(a).some((id) => inB.includes(JSON.stringify(id))) || idsOf(b).some((id) => inA.includes(JSON.stringify(id)))
  );
}

function accepted(stories: Stories, events: readonly Told[]): readonly Told[] {
  const agency = stories.agency();
  let told = stories.opened(agency);
  const taken: Told[] = [];
  for (const e of events) {
    const next = told.with(e);
    if (next.refusals(`${e.on}T23:00:00Z`).length > 0) continue;
    told = next;
    taken.push(e);
  }
  return taken;
}
