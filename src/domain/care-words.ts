// Words about a child's time away from home: the return of the last child, the days in care, the present stay.
import { addMonths, type Day } from './calendar';
import { inOrder, type Happening } from './case-file';
import type { CountedDays } from './obligation';
import { staysOf } from './stays';
import type { Frame, View } from './view';
import { about, childrenOf, eventWhy, missing, type Args, type ConditionWord, type DateWord } from './word-kit';

/** Placements that are time away from home; a visit home on trial, a stay in hospital or detention ends no return. */
const awayPlacements: ReadonlySet<string> = new Set(['foster', 'kin', 'group', 'pre-adoptive']);

const awayTypes = ['ChildRemoved', 'EnteredCare', 'PlacementChanged'] as const;

/** Events that took the child out of its home. */
const departures = (view: View, child: string): readonly Happening[] =>
  awayTypes
    .flatMap((type) => view.file.byType.get(type) ?? [])
    .filter((h) => about(h, child) && (h.event.type !== 'PlacementChanged' || awayPlacements.has(h.event.kind)))
    .sort(inOrder);

interface Stand {
  /** The return under which the child is at home now. */
  readonly home?: Happening;
  /** What took it away, from where it has not come back; what planned its return. */
  readonly away?: Happening;
  readonly planned?: Happening;
}

/** At home again, away, or never away. */
function standOf(view: View, child: string): Stand {
  const home = (view.file.byType.get('ReunificationHappened') ?? []).findLast((h) => about(h, child));
  const away = departures(view, child).at(-1);
  if (home && (!away || away.on <= home.on)) return { home };
  if (!away) return {};
  const planned = (view.file.byType.get('ReunificationPlanned') ?? []).findLast(
    (h) =>
      about(h, child) && h.on >= away.on && h.event.type === 'ReunificationPlanned' && h.event.household !== undefined,
  );
  return { away, ...(planned ? { planned } : {}) };
}

/** Children on whose return the subject waits: those of the case (`of: 'case'`: whomever the event names), or of the household; a
 *  child in care belongs to the household into which its return is planned, until then to the one that it comes from. */
function returning(view: View, frame: Frame, args: Args): { child: string; stand: Stand }[] {
  const ofCase = args['of'] === 'case';
  const household = ofCase ? undefined : frame.subject.household;
  const list = ofCase || household !== undefined ? [...view.file.children.keys()] : childrenOf(view, frame);
  return list
    .map((child) => ({ child, stand: standOf(view, child) }))
    .filter(({ child, stand: { planned } }) => {
      const to = planned?.event.type === 'ReunificationPlanned' ? planned.event.household : undefined;
      return household === undefined || (to ?? view.file.children.get(child)?.household) === household;
    });
}

const willNotReunify = (view: View, child: string): boolean =>
  (view.file.byType.get('DecisionMade') ?? []).some(
    (h) => h.event.type === 'DecisionMade' && h.event.kind === 'will-not-reunify' && about(h, child),
  );

/** The last child's return, inside the household: a child still in care keeps it open, one excluded by decision does not count. */
export const lastReunification: DateWord = (view, frame, args) => {
  const all = returning(view, frame, args);
  if (all.some(({ child, stand }) => stand.away && !willNotReunify(view, child)))
    return missing(
      `the reunification of the last child${frame.subject.household === undefined ? '' : ' of the household'}, or the decision that it will not come home`,
    );
  return chosenReturn(all, 'latest');
};

/** The first of the returns of those who are at home now: from that day on the household has children to support. */
export const firstReunification: DateWord = (view, frame, args) =>
  chosenReturn(returning(view, frame, args), 'earliest');

function chosenReturn(all: readonly { stand: Stand }[], choice: 'earliest' | 'latest'): ReturnType<DateWord> {
  const homes = [...new Set(all.flatMap(({ stand }) => stand.home ?? []))].sort(inOrder);
  const one = choice === 'earliest' ? homes[0] : homes.at(-1);
  if (!one) return missing('a reunification');
  return {
    known: true,
    day: one.on,
    why: homes.length === 1 ? eventWhy(one) : { of: 'choice', choice, among: homes.map(eventWhy), day: one.on },
  };
}

/** A child of the subject is out of its home, and nobody has decided that it will not come back. */
export const awaitedHome: ConditionWord = (view, frame) =>
  childrenOf(view, frame).some((child) => standOf(view, child).away !== undefined && !willNotReunify(view, child));

/** Every child that the event brought home has been taken out of its home again since. */
export const awayAgain: ConditionWord = (view, frame) => {
  const { trigger, child } = frame.subject;
  if (!trigger) return false;
  const came = child === undefined ? childrenOf(view, { subject: { key: '', trigger } }) : [child];
  return came.every((c) => departures(view, c).some((h) => inOrder(h, trigger) > 0));
};

interface Span {
  readonly from: Day;
  readonly to: Day;
  readonly counted: boolean;
  readonly reason: string;
}

/** Days of a child from entry into care on, counted or not with the reason: runaway and trial home visit do not count unless the agency says so. */
export function careLedger(
  view: View,
  child: string,
  until: Day,
  uncounted: readonly string[] = String(view.setting('careDaysNotCounted')).split(','),
): Span[] {
  const kind = (h: Happening): string =>
    h.event.type === 'EnteredCare' ? 'in care' : h.event.type === 'PlacementChanged' ? h.event.kind : 'home';
  const changes = (['EnteredCare', 'PlacementChanged', 'ReunificationHappened', 'PermanencyAchieved'] as const)
    .flatMap((type) => view.file.byType.get(type) ?? [])
    .filter((h) => about(h, child) && h.on <= until)
    .map((h) => ({ h, kind: kind(h) }))
    .sort((a, b) => inOrder(a.h, b.h));
  const start = changes.findIndex((c) => c.kind === 'in care');
  if (start < 0) return [];
  return changes.slice(start).flatMap((c, i, all) => {
    const to = all[i + 1]?.h.on ?? until + 1;
    const counted = c.kind !== 'home' && !uncounted.includes(c.kind);
    return to > c.h.on ? [{ from: c.h.on, to, counted, reason: c.kind }] : [];
  });
}

/** The day on which the counted days inside the most recent `window` months reach `months` months: the latest such day if they
 *  still do, else the next; a stay without a break is entry + months. */
export const careThreshold: DateWord = (view, frame, args) => {
  const child = frame.subject.child;
  const [need, window] = [Number(args['months']), Number(args['window'])];
  if (child === undefined) return missing('the child');
  const entries = (view.file.byType.get('EnteredCare') ?? []).filter((h) => about(h, child));
  const entry = entries[0];
  if (!entry) return missing('the entry into care of the child');
  const horizon = addMonths(Math.max(view.today, entry.on), need + window);
  const ledger = careLedger(view, child, horizon);
  const answer = (d: Day, says: string): ReturnType<DateWord> => ({
    known: true,
    day: d,
    why: {
      of: 'word',
      says: d > view.today ? `${says}, if nothing changes` : says,
      from: [eventWhy(entries.findLast((h) => h.on <= d) ?? entry)],
      ledger: inWindow(ledger, addMonths(d, -window), d - 1),
      day: d,
    },
  });
  if (ledger.every((span) => span.counted))
    return answer(addMonths(entry.on, need), `${need} calendar months of unbroken care`);
  const before = countedBefore(ledger, entry.on, horizon);
  let past: Day | undefined;
  let over = false;
  let stay = -1;
  let needed = 0;
  for (let d = entry.on; d <= horizon; d++) {
    // So many days as the months from the entry of that stay have.
    for (let next = entries[stay + 1]; next && next.on <= d; next = entries[++stay + 1])
      needed = addMonths(next.on, need) - next.on;
    const days = before[d - entry.on]! - before[Math.max(0, addMonths(d, -window) - entry.on)]!;
    const reached = days >= needed;
    if (reached && !over) {
      if (d > view.today) return answer(d, `${needed} counted days in care within the ${window} months before`);
      past = d;
    }
    over = reached;
    if (d >= view.today && over) break;
  }
  return past === undefined
    ? missing(`${need} months in care within ${window}`)
    : answer(past, `${need} months of counted days in care within the ${window} months before`);
};

/** The days of the window, as an explanation shows them. */
function inWindow(ledger: readonly Span[], first: Day, last: Day): CountedDays[] {
  return ledger.flatMap(({ from, to, counted, reason }) => {
    const days = { from: Math.max(from, first), last: Math.min(to - 1, last), counted, reason };
    return days.from <= days.last ? [days] : [];
  });
}

/** For each day from the first on: how many counted days lie before it. */
function countedBefore(ledger: readonly Span[], first: Day, last: Day): Int32Array {
  const sums = new Int32Array(last - first + 2);
  let span = 0;
  for (let d = first; d <= last; d++) {
    while (span < ledger.length && ledger[span]!.to <= d) span++;
    const counts = ledger[span]?.counted === true && ledger[span]!.from <= d;
    sums[d - first + 1] = sums[d - first]! + (counts ? 1 : 0);
  }
  return sums;
}

/** In care without a break since: the start of the present out-of-home stay of the child. */
export const presentStay: DateWord = (view, frame) => {
  const child = frame.subject.child;
  const ledger = child === undefined ? [] : careLedger(view, child, view.today, []);
  let start: Span | undefined;
  for (const span of ledger) start = span.reason === 'home' ? undefined : (start ?? span);
  if (!start || child === undefined) return missing('the start of the out-of-home placement');
  const began = [
    ...(view.file.byType.get('EnteredCare') ?? []),
    ...(view.file.byType.get('PlacementChanged') ?? []),
  ].find((h) => about(h, child) && h.on === start.from);
  return {
    known: true,
    day: start.from,
    why: began ? eventWhy(began) : { of: 'word', says: 'start of the stay', from: [], day: start.from },
  };
};

/** The child was in care on the day of the event that opened the rule; where none did, is in care now. */
export const inCare: ConditionWord = (view, { subject: { child, trigger }, asOf }) => {
  const on = trigger?.on ?? asOf ?? view.today;
  return (
    child !== undefined &&
    staysOf(view.file, child).some(
      (s) => s.began.on <= on && (s.until > on || (trigger !== undefined && s.until === on)),
    )
  );
};

/** The child has been in care by then; of somebody else, any child of the case has. */
export const wasInCare: ConditionWord = (view, { subject: { child, participant }, asOf }) => {
  const { children } = view.file;
  const one = child ?? (participant !== undefined && children.has(participant) ? participant : undefined);
  const on = asOf ?? view.today;
  return (one === undefined ? [...children.keys()] : [one]).some((c) =>
    staysOf(view.file, c).some((s) => s.began.on <= on),
  );
};
