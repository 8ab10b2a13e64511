// What must hold for any story, not only for those that somebody thought of. Each program gives stories of its own (stories/).
// PROPERTY_RUNS=20000 npx jest test/property looks longer; a failing story that it finds is kept as an example.
import fc from 'fast-check';
import type { Agency } from '../../src/domain/agency';
import { iso } from '../../src/domain/calendar';
import type { Recorded } from '../../src/domain/events';
import type { Intent } from '../../src/domain/ledger';
import { plan } from '../../src/domain/plan';
import { isSupervisory } from '../../src/domain/superiors';
import { turn, type Turn, type TurnEntry, type TurnOutcome } from '../../src/domain/turn';
import type { ACase, Told } from '../support/a-case';
import { allStories } from './stories';
import { mendedBy, minuteOf, moved, onDay, pairs, story, type Stories } from './stories/story';

/** Shared out among the programs, so that the suite stays short; PROPERTY_RUNS is for each of them. */
const RUNS = Number(process.env['PROPERTY_RUNS'] ?? Math.ceil(60 / allStories.length));
const runs = { numRuns: RUNS };
/** A whole life is planned at each of its moments. */
const lives = { numRuns: Math.ceil(RUNS / 6) };

describe.each(allStories.map((s) => [s.name, s] as const))('%s', (_name, stories) => {
  const agency = stories.agency();
  const events = story(stories);
  const day = onDay(stories);
  const end = iso(Math.floor(Date.parse(stories.openedOn) / 86_400_000) + stories.days + 60);
  const atLast = (list: readonly Told[]): Told[] => list.map((e) => ({ ...e, known: end }));
  const opened = (): ACase => stories.opened(agency);
  const calendarOf = (c: ACase, look: string): string[] =>
    c
      .at(look)
      .obligations.filter((o) => !stories.byRecording.includes(o.duty))
      .map(
        (o) => `${o.key} ${o.status} ${date(o.due)} from ${date(o.notBefore)} done ${date(o.doneOn)} ${o.owner.staff}`,
      )
      .sort();

  test('the same accepted events in any order of arrival give the same dates', () => {
    fc.assert(
      fc.property(events, day, fc.infiniteStream(fc.nat()), (list, look, dice) => {
        const keys = new Map(list.map((e) => [e.id, dice.next().value as number]));
        // What puts another right cannot be known before it.
        const keyOf = (e: Told): number => Math.max(keys.get(e.id)!, keys.get(mendedBy(e)) ?? 0);
        const shuffled = [...list].sort(
          (a, b) => keyOf(a) - keyOf(b) || Number(mendedBy(a) !== undefined) - Number(mendedBy(b) !== undefined),
        );
        expect(calendarOf(opened().with(...atLast(shuffled)), look)).toEqual(
          calendarOf(opened().with(...atLast(list)), look),
        );
      }),
      runs,
    );
  });

  test('two facts of one day, told without the clock, may arrive in either order', () => {
    fc.assert(
      fc.property(pairs(stories), day, (tale, look) => {
        if (!tale) return;
        // Both hold the same dates; which of the two a duty is named after is no matter.
        const dates = (list: readonly Told[]): string[] =>
          opened()
            .with(...atLast(list))
            .at(look)
            .obligations.filter((o) => !stories.byRecording.includes(o.duty))
            .map(
              (o) =>
                `${o.program}/${o.duty} ${o.subject.key} ${o.status} ${date(o.due)} ${date(o.notBefore)} ${date(o.doneOn)}`,
            )
            .sort();
        const [one, other] = tale.pair.map((id) => tale.list.findIndex((e) => e.id === id)) as [number, number];
        const swapped = [...tale.list];
        [swapped[one], swapped[other]] = [swapped[other]!, swapped[one]!];
        expect(dates(swapped)).toEqual(dates(tale.list));
      }),
      runs,
    );
  });

  test('a correction equals having known it first; a retraction equals never having been told', () => {
    fc.assert(
      fc.property(events, day, day, fc.nat(), (list, other, look, pick) => {
        const mendable = list.filter((e) => !mendedBy(e) && !list.some((m) => mendedBy(m) === e.id));
        if (mendable.length === 0) return;
        const at = list.indexOf(mendable[pick % mendable.length]!);
        const right = moved(list[at]!, other, minuteOf(list[at]!));
        const { id, by: _by, ...to } = right;
        const told = opened().with(...atLast(list));
        const corrected = told.with({ type: 'EventCorrected', on: end, event: id!, reason: 'x', to });
        const known = opened().with(...atLast(list.map((e, i) => (i === at ? right : e))));
        expect(calendarOf(corrected, look)).toEqual(calendarOf(known, look));
        const retracted = told.with({ type: 'EventRetracted', on: end, event: id!, reason: 'x' });
        const never = opened().with(...atLast(list.filter((_, i) => i !== at)));
        expect(calendarOf(retracted, look)).toEqual(calendarOf(never, look));
      }),
      runs,
    );
  });

  test('nothing changes between two wakes: what was planned at one moment holds until the next wake; each duty has a key of its own', () => {
    fc.assert(
      fc.property(events, day, fc.double({ min: 0, max: 0.999, noNaN: true }), (list, look, part) => {
        const { journal } = opened().with(...list);
        const now = Date.parse(`${look}T12:00:00Z`);
        const context = { agency, programs: stories.programs };
        const first = plan(journal, context, now);
        const between = plan(journal, context, Math.floor(now + (first.wakeAt - now) * part));
        const dates = (p: typeof first): string[] =>
          p.obligations.map((o) => `${o.key} ${o.status} ${date(o.due)} ${o.owner.staff}`).sort();
        expect(dates(between)).toEqual(dates(first));
        expect(new Set(first.obligations.map((o) => o.key)).size).toBe(first.obligations.length);
        expect(between.notices.map((n) => n.key).sort()).toEqual(first.notices.map((n) => n.key).sort());
      }),
      runs,
    );
  });

  test('an unrelated event moves no deadline', () => {
    fc.assert(
      fc.property(events, stories.unrelated, day, (list, other, look) => {
        const dates = (c: ACase): string[] =>
          c
            .at(look)
            .obligations.map((o) => `${o.key} ${date(o.due)}`)
            .sort();
        const c = opened().with(...list);
        expect(dates(c.with(moved(other, other.on, 700)))).toEqual(dates(c));
      }),
      runs,
    );
  });

  test('no request waits on the one who asked, nor may that one decide it, whoever asked', () => {
    const askers = fc.constantFrom(...agency.staff.keys());
    fc.assert(
      fc.property(events, day, askers, (list, look, by) => {
        const p = opened()
          .with(...list.map((e) => (e.type === 'SignOffDecided' ? e : { ...e, by })))
          .at(look);
        const waiting = p.obligations.filter((o) => o.deciders !== undefined);
        expect(waiting.filter((o) => o.owner.staff === by || o.deciders!.includes(by)).map((o) => o.key)).toEqual([]);
      }),
      runs,
    );
  });

  test('nothing is owed by, or said to, somebody inactive while the unit has an active supervisor who did not ask for it', () => {
    fc.assert(
      fc.property(events, day, fc.subarray([...stories.staff]), (list, look, inactive) => {
        const now = stories.agency(inactive);
        const p = stories
          .opened(now)
          .with(...list)
          .at(look);
        const here = (staff: string | null): boolean => staff !== null && now.staff.get(staff)?.active === true;
        // Nobody decides on what he or she asked for: that waits for the next who may.
        const asker = (by: string): boolean =>
          [...now.staff.values()].every((s) => !s.active || s.id === by || !isSupervisory(s.role));
        const owed = p.obligations.filter((o) => !(o.owner.staff === null && o.asked && asker(o.asked.by)));
        expect(owed.filter((o) => !here(o.owner.staff)).map((o) => `${o.key} ${o.owner.staff}`)).toEqual([]);
        const said = [...p.notices, ...p.upcoming].filter((n) => n.to.kind === 'staff');
        expect(said.filter((n) => !here(n.to.id)).map((n) => n.key)).toEqual([]);
      }),
      runs,
    );
  });

  test('a life: each wake lies ahead, within thirty days; nothing is said twice; a turn repeated says nothing', () => {
    fc.assert(
      fc.property(story(stories, 5), (list) => {
        const life = new Life(stories, agency);
        for (const e of list) {
          life.sleepUntil(Date.parse(String(e['at'])));
          life.take([e]);
        }
        life.sleepUntil(life.now + 45 * 86_400_000);
        expect(new Set(life.keys).size).toBe(life.keys.length);
        expect(life.stuck).toEqual([]);
      }),
      lives,
    );
  });

  test('however entries are split over turns, and however often they are sent, journal and dates are the same', () => {
    fc.assert(
      fc.property(story(stories, 4), fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 9 }), (list, cuts) => {
        const drive = (sizes: (i: number) => number, repeat: boolean) => {
          const life = new Life(stories, agency);
          life.now = Date.parse(`${end}T12:00:00Z`);
          for (let i = 0, step = 0; i < list.length; step++) {
            const inbox = list.slice(i, (i += sizes(step)));
            life.take(inbox);
            if (repeat) life.take(inbox);
          }
          return {
            events: life.journal.map((line) => line.event),
            outcomes: [...life.settled.values()].map((o) => `${o.id} ${o.accepted}`).sort(),
            dates: life.last?.plan?.obligations.map((o) => `${o.key} ${o.status} ${date(o.due)}`),
          };
        };
        const [split, single] = [drive((i) => cuts[i % cuts.length]!, true), drive(() => 1, false)];
        expect(split).toEqual(single);
      }),
      lives,
    );
  });
});

/** A case that is driven as the workflow drives it: turns at its wakes and at its entries, every message sent. */
class Life {
  journal: readonly Recorded[];
  readonly settled = new Map<string, TurnOutcome>();
  readonly keys: string[] = [];
  readonly stuck: string[] = [];
  now: number;
  last: Turn | null = null;
  private ledger: readonly Intent[] = [];
  private plannedAt: number | null = null;

  constructor(
    private readonly stories: Stories,
    private readonly agency: Agency,
  ) {
    this.journal = stories.opened(agency).journal;
    this.now = Date.parse(`${stories.openedOn}T22:00:00Z`);
  }

  /** Wakes that come before a moment. */
  sleepUntil(moment: number): void {
    for (;;) {
      const { wakeAt } = this.last ?? this.take([]);
      if (this.stuck.length > 0) break;
      expect(wakeAt).toBeGreaterThan(this.now);
      expect(wakeAt).toBeLessThanOrEqual(this.now + 30 * 86_400_000);
      if (wakeAt > moment) break;
      this.now = wakeAt;
      this.take([]);
    }
    this.now = Math.max(this.now, moment);
  }

  take(told: readonly Told[]): Turn {
    const entries = told.map(({ id, known: _k, by = 'cw1', ...event }): TurnEntry => ({
      id: id!,
      by,
      events: [event],
    }));
    const t = this.turn(entries);
    const spoke = entries.length > 0 || t.settlement.create.length > 0;
    const again = spoke && t.stuck === null ? this.turn(entries) : t;
    if (t.stuck !== null) this.stuck.push(t.stuck);
    expect(again === t ? [] : again.settlement.create.map((i) => i.key)).toEqual([]);
    this.last = t;
    return t;
  }

  private turn(entries: readonly TurnEntry[]): Turn {
    const t = turn({
      caseId: 'case-1',
      journal: this.journal,
      ledger: this.ledger,
      settled: this.settled,
      entries,
      context: { agency: this.agency, programs: this.stories.programs },
      families: new Map(),
      now: this.now,
      plannedAt: this.plannedAt,
    });
    for (const outcome of t.fresh) this.settled.set(outcome.id, outcome);
    this.journal = [...this.journal, ...t.lines];
    this.keys.push(...t.settlement.create.map((i) => i.key));
    this.ledger = [
      ...this.ledger.map((i) => (t.settlement.withdraw.includes(i.key) ? { ...i, state: 'withdrawn' as const } : i)),
      ...t.settlement.create.map((i) => ({ ...i, state: i.state === 'wanted' ? ('sent' as const) : i.state })),
    ];
    this.plannedAt = this.now;
    return t;
  }
}

const date = (d: number | null | undefined): string => (d === null || d === undefined ? '-' : iso(d));
