// What must hold for any story, not only for those that somebody thought of.
import fc from 'fast-check';
import { agencyOf, agencySchema } from '../../src/domain/agency';
import { iso } from '../../src/domain/calendar';
import type { Recorded } from '../../src/domain/events';
import type { Intent } from '../../src/domain/ledger';
import { plan } from '../../src/domain/plan';
import { turn, type TurnEntry, type TurnOutcome } from '../../src/domain/turn';
import { programs } from '../../src/programs';
import { ACase, anAgency, type Told } from '../support/a-case';

const agency = anAgency();
const dateIn2026 = fc.integer({ min: 0, max: 364 }).map((n) => iso(20454 + n)); // 20454 = 2026-01-01

const told: fc.Arbitrary<Told> = fc.oneof(
  dateIn2026.map((on): Told => ({
    type: 'HearingHeld',
    on,
    kind: 'dependency-fact-finding',
    outcome: 'dependency-found',
    children: ['c1'],
  })),
  dateIn2026.map((on): Told => ({
    type: 'HearingHeld',
    on,
    kind: 'dependency-fact-finding',
    outcome: 'dependency-found',
    children: ['c2'],
  })),
  dateIn2026.map((on): Told => ({ type: 'StaffAssigned', on, staff: 'fac1', role: 'facilitator' })),
  dateIn2026.map((on): Told => ({ type: 'ContactMade', on, kind: 'visit', participants: ['p1'] })),
  dateIn2026.map((on): Told => ({ type: 'ContactMade', on, kind: 'preliminary', participants: ['p1', 'c1'] })),
  dateIn2026.map((on): Told => ({ type: 'AllegationReported', on, children: ['c1'] })),
  fc.tuple(dateIn2026, dateIn2026).map(([on, starts]): Told => ({
    type: 'MeetingScheduled',
    on,
    meeting: `m-${starts}`,
    kinds: ['ppm'],
    children: ['c1', 'c2'],
    invitees: ['p1', 'cg1'],
    startsAt: `${starts}T18:00`,
    zone: 'America/Los_Angeles',
  })),
  dateIn2026.map((on): Told => ({
    type: 'MeetingHeld',
    on,
    meeting: `m-${on}`,
    kinds: ['ppm'],
    children: ['c1'],
    attendance: [{ participant: 'p1', how: 'present' }],
    familyTime: true,
  })),
);
/** One event of a kind on a day: two facts about one thing on one day need a clock time to be told apart. */
const story = fc
  .uniqueArray(told, {
    minLength: 1,
    maxLength: 14,
    selector: (t) => JSON.stringify([t.type, t.on, t['meeting'], t['children']]),
  })
  .map((list) => list.map((t, i) => ({ ...t, id: `s${i}` })));

const opened = () => ACase.opened(programs, '2025-12-20', ['2015-02-28', '2020-02-29'], agency);
/** Every date and status. Of two facts on one day either may open a duty: the date is the same, so the anchor is left out. */
const calendarOf = (c: ACase, on: string) =>
  c
    .at(on)
    .obligations.map((o) => `${o.key} ${o.status} ${o.due} ${o.notBefore} ${o.doneOn}`)
    .sort();

const runs = { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 300) };

test('the same accepted events in any order of arrival give the same dates', () => {
  fc.assert(
    fc.property(story, dateIn2026, fc.infiniteStream(fc.nat()), (events, look, dice) => {
      const shuffled = events
        .map((e) => ({ e, key: dice.next().value as number }))
        .sort((a, b) => a.key - b.key)
        .map(({ e }) => ({ ...e, known: '2026-12-31' }));
      expect(calendarOf(opened().with(...shuffled), look)).toEqual(
        calendarOf(opened().with(...events.map((e) => ({ ...e, known: '2026-12-31' }))), look),
      );
    }),
    runs,
  );
});

test('a correction equals having known it first; a retraction equals never having been told', () => {
  fc.assert(
    fc.property(story, dateIn2026, dateIn2026, fc.nat(), (events, other, look, pick) => {
      const at = pick % events.length;
      const { id, on: _on, ...content } = events[at]!;
      const right = { ...content, on: other };
      const known = events
        .map((e, i) => (i === at ? { ...e, on: other } : e))
        .map((e) => ({ ...e, known: '2026-12-31' }));
      const wrong = events.map((e) => ({ ...e, known: '2026-12-31' }));
      const corrected = opened().with(...wrong, {
        type: 'EventCorrected',
        on: '2026-12-31',
        event: id!,
        reason: 'x',
        to: right,
      });
      expect(calendarOf(corrected, look)).toEqual(calendarOf(opened().with(...known), look));
      const retracted = opened().with(...wrong, { type: 'EventRetracted', on: '2026-12-31', event: id!, reason: 'x' });
      expect(calendarOf(retracted, look)).toEqual(calendarOf(opened().with(...wrong.filter((_, i) => i !== at)), look));
    }),
    runs,
  );
});

test('the next wake lies ahead and within thirty days; no notice has the key of another', () => {
  fc.assert(
    fc.property(story, dateIn2026, (events, look) => {
      const p = opened()
        .with(...events)
        .at(`${look}T12:00:00Z`);
      const now = Date.parse(`${look}T12:00:00Z`);
      expect(p.wakeAt).toBeGreaterThan(now);
      expect(p.wakeAt).toBeLessThanOrEqual(now + 30 * 86_400_000);
      expect(new Set([...p.notices, ...p.upcoming].map((n) => n.key)).size).toBe(p.notices.length + p.upcoming.length);
    }),
    runs,
  );
});

test('nothing changes between two wakes: what was planned at one moment holds until the next wake', () => {
  fc.assert(
    fc.property(story, dateIn2026, fc.double({ min: 0, max: 0.999, noNaN: true }), (events, look, part) => {
      const c = opened().with(...events.map((e) => ({ ...e, known: e.on })));
      const now = Date.parse(`${look}T12:00:00Z`);
      const context = { agency, programs };
      const first = plan(c.journal, context, now);
      const later = plan(c.journal, context, Math.floor(now + (first.wakeAt - now) * part));
      const dates = (p: typeof first) => p.obligations.map((o) => `${o.key} ${o.status} ${o.due}`).sort();
      expect(dates(later)).toEqual(dates(first));
      expect(later.notices.map((n) => n.key).sort()).toEqual(first.notices.map((n) => n.key).sort());
    }),
    runs,
  );
});

test('an unrelated event moves no deadline', () => {
  fc.assert(
    fc.property(story, dateIn2026, dateIn2026, (events, on, look) => {
      const dates = (c: ACase) =>
        c
          .at(look)
          .obligations.map((o) => `${o.key} ${o.due}`)
          .sort();
      const c = opened().with(...events);
      expect(dates(c.with({ type: 'ContactMade', on, kind: 'engagement', participants: ['p1'] }))).toEqual(dates(c));
    }),
    runs,
  );
});

test('however entries are split over turns, and however often they are sent, the journal and the dates are the same', () => {
  fc.assert(
    fc.property(story, fc.array(fc.nat({ max: 3 }), { minLength: 20, maxLength: 20 }), (events, cuts) => {
      const now = Date.parse('2027-01-02T12:00:00Z');
      const entries: TurnEntry[] = events.map(({ id, known: _k, by: _b, ...event }) => ({
        id: id!,
        by: 'cw1',
        events: [event],
      }));
      const drive = (split: (i: number) => number, repeat: boolean) => {
        let journal: readonly Recorded[] = opened().journal;
        const settled = new Map<string, TurnOutcome>();
        let ledger: Intent[] = [];
        const context = {
          agency: agencyOf(agencySchema.parse({ id: 'agency', zone: agency.zone, staff: [...agency.staff.values()] })),
          programs,
        };
        for (let i = 0, step = 0; i < entries.length; step++) {
          const size = Math.max(1, split(step));
          const inbox = entries.slice(i, i + size);
          for (const batch of repeat ? [inbox, inbox] : [inbox]) {
            const t = turn({
              caseId: 'case-1',
              journal,
              ledger,
              settled,
              entries: batch,
              context,
              families: new Map(),
              now,
              plannedAt: null,
            });
            for (const o of t.fresh) settled.set(o.id, o);
            journal = [...journal, ...t.lines];
            ledger = [
              ...ledger.map((x) => (t.settlement.withdraw.includes(x.key) ? { ...x, state: 'withdrawn' as const } : x)),
              ...t.settlement.create.map((x) => ({ ...x, state: x.state === 'wanted' ? ('sent' as const) : x.state })),
            ];
          }
          i += size;
        }
        expect(new Set(ledger.map((x) => x.key)).size).toBe(ledger.length);
        return {
          events: journal.map((l) => l.event),
          outcomes: [...settled.values()].map((o) => `${o.id} ${o.accepted}`).sort(),
        };
      };
      expect(drive((s) => cuts[s % 20]!, true)).toEqual(drive(() => 1, false));
    }),
    runs,
  );
});
