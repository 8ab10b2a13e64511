// How the rules of a program are shown: for each duty its dates, worked out by hand, and from them what is asked of every
// rule: on time, late, corrected, and the boundary that can matter to it; for each guard what it refuses and what mends it.
import type { Agency } from '../../src/domain/agency';
import { day, iso } from '../../src/domain/calendar';
import { explain } from '../../src/domain/explain';
import type { Status } from '../../src/domain/obligation';
import type { Program } from '../../src/domain/rule';
import { sources } from '../../src/programs';
import { ACase, type Told } from './a-case';
import { wrongWith } from './explained';
import { nearMisses, type Immaterial } from './near-misses';

interface Base {
  /** Id of the duty or guard. */
  readonly rule: string;
  readonly born?: readonly string[];
  readonly opened?: string;
}

/** One story, and what a rule says of it on one day. */
export interface Example extends Base {
  /** How the expected date was worked out from the text. */
  readonly because: string;
  readonly told: readonly Told[];
  readonly look: string;
  /** For a duty: all that it owes then, in order of due date and subject. */
  readonly owes?: readonly {
    readonly subject?: string;
    readonly status: Status;
    readonly due?: string | null;
    readonly notBefore?: string;
  }[];
  /** For a guard: what is added before the last event (or stands in its place) so that it is accepted. */
  readonly acceptedAfter?: readonly Told[];
}

/** The dates of a duty. */
export interface Dates extends Base {
  /** What is told when the day that the duty counts from is `on`; the event of that day has the id `it`. Told on or before `on`, unless `known` says otherwise. */
  readonly story: (on: string) => readonly Told[];
  /** The day that it counts from, the day on which it is due, and what may matter about it. The first is the plain case; one at
   *  least is a boundary: month end, weekend, holiday, leap day, change of clocks. */
  readonly dates: readonly (readonly [on: string, due: string, matters: string])[];
  /** What meets it, done on a day. */
  readonly met: (on: string) => readonly Told[];
  /** The subject that is looked at, where there are several. */
  readonly subject?: string;
  /** A fixed date does not follow the event: why a correction of it changes nothing. */
  readonly fixed?: string;
}

export interface Shown {
  readonly program: Program;
  /** Every program of the case, where this one leans on others. */
  readonly programs?: readonly Program[];
  readonly agency: Agency;
  readonly examples: readonly Example[];
  readonly dates: readonly Dates[];
  /** Duties for which a table of dates does not fit (no date in the text, hours, windows that move), with the reason: examples show them. */
  readonly byExample: Readonly<Record<string, string>>;
  readonly immaterial: readonly Immaterial[];
  /** Rules that take some event whatever its kind is, and why. */
  readonly anyKind: Readonly<Record<string, string>>;
}

export function showRules({
  program,
  programs = [program],
  agency,
  examples,
  dates,
  byExample,
  immaterial,
  anyKind,
}: Shown): void {
  const opened = (of: Base): ACase => ACase.opened(programs, of.opened ?? '2026-01-05', of.born, agency);
  const duties = new Map(program.duties.map((d) => [d.id, d]));
  const guards = new Map(program.guards.map((g) => [g.id, g]));

  const seenOf =
    (one: Dates) =>
    (c: ACase, when: string): string => {
      const o = c
        .obligations(one.rule, when)
        .find(({ subject }) => one.subject === undefined || subject.key === one.subject);
      return o ? `${o.status} ${o.due === null ? null : iso(o.due)}` : 'nothing';
    };

  for (const one of dates) {
    const { strength = 'must', cites } = duties.get(one.rule) ?? {};
    const title = `${cites?.join(', ') ?? '?'} ${one.rule}`;
    const seen = seenOf(one);
    const late = strength === 'aim' ? 'target-missed' : strength === 'track' ? 'due' : 'overdue';
    const metLate = strength === 'aim' || strength === 'track' ? 'met' : 'met-late';
    const nextDay = (d: string): string => iso(day(d) + 1);

    describe(title, () => {
      test.each(one.dates)('counted from %s it is due on %s (%s): open on that day, late with the next', (on, due) => {
        const c = opened(one).with(...one.story(on));
        expect(seen(c, due)).toMatch(new RegExp(`^(due|window) ${due}$`));
        expect(seen(c, nextDay(due))).toBe(`${late} ${due}`);
      });
      test.each(one.dates)('counted from %s: done on %s it is met (%s), a day later it is met late', (on, due) => {
        const c = opened(one).with(...one.story(on));
        expect(seen(c.with(...one.met(due)), due)).toBe(`met ${due}`);
        expect(seen(c.with(...one.met(nextDay(due))), nextDay(due))).toBe(`${metLate} ${due}`);
      });
      test.each(one.dates)(
        'counted from %s: why it is due on %s (%s) is said in sentences, from the event on',
        (on, due) => {
          const owed = opened(one)
            .with(...one.story(on))
            .obligations(one.rule, due)
            .filter(
              ({ subject, due: d }) => d === day(due) && (one.subject === undefined || subject.key === one.subject),
            );
          const said = owed.map((o) => explain(o, sources));
          expect(owed.flatMap((o, i) => wrongWith(o, said[i]!))).toEqual([]);
          expect(said.flat().join(' ')).toContain('(event it, ');
        },
      );
      if (one.fixed === undefined)
        test('corrected: as if the right day had been known from the first', () => {
          const [[from], [to, due]] = [one.dates[0]!, one.dates[1]!];
          const right = one.story(to);
          const { id: _, known: __, by: ___, ...event } = right.find((t) => t.id === 'it')!;
          const others = one
            .story(from)
            .map((t) => (t.id === 'it' ? t : { ...t, ...right.find((r) => r.id === t.id && r.id !== undefined) }));
          const corrected = opened(one).with(...others, {
            type: 'EventCorrected',
            on: to > from ? to : from,
            event: 'it',
            to: event,
            reason: 'It happened on another day.',
          });
          expect(seen(corrected, due)).toMatch(new RegExp(`^(due|window) ${due}$`));
          expect(seen(corrected, due)).toBe(seen(opened(one).with(...right), due));
        });
      test('at least one of its dates is a boundary', () => expect(one.dates.length).toBeGreaterThan(1));
    });
  }

  const inOrder = (a: { due: string | null; subject: string }, b: { due: string | null; subject: string }): number =>
    (a.due ?? '').localeCompare(b.due ?? '') || a.subject.localeCompare(b.subject);
  test.each(
    examples.filter((e) => duties.has(e.rule)).map((e) => [titleOf(duties.get(e.rule)!), e.because, e] as const),
  )('%s: %s', (_title, _because, e) => {
    const owed = opened(e)
      .with(...e.told)
      .obligations(e.rule, e.look)
      .map((o) => ({
        subject: o.subject.key,
        status: o.status,
        due: o.due === null ? null : iso(o.due),
        ...(o.notBefore === undefined ? {} : { notBefore: iso(o.notBefore) }),
      }))
      .sort(inOrder);
    const expected = (e.owes ?? []).map((o, i) => ({ subject: owed[i]?.subject ?? 'nobody', due: null, ...o }));
    expect(owed).toEqual(expected);
    expect(owed.length).toBeGreaterThan(0);
  });

  const refusals = (e: Example, told: readonly Told[]): string[] => {
    return opened(e)
      .with(...told)
      .refusals(e.look.slice(0, 10))
      .map((one) => one.code);
  };
  const refused = examples.filter((e) => guards.has(e.rule));
  // A program may have no guards.
  if (refused.length > 0)
    test.each(refused.map((e) => [titleOf(guards.get(e.rule)!), e.because, e] as const))(
      '%s refuses what lacks a condition, and accepts it when the condition is met: %s',
      (_title, _because, e) => {
        expect(refusals(e, e.told)).toContain(e.rule);
        // What is added goes before the same event, or is that event told again as it should be.
        const [offered, added] = [e.told.at(-1)!, e.acceptedAfter!];
        const again = added.at(-1)!.type === offered.type;
        expect(refusals(e, [...e.told.slice(0, -1), ...added, ...(again ? [] : [offered])])).not.toContain(e.rule);
      },
    );

  /** The fields that may be otherwise in one of these events while the rule is served all the same. */
  const serveStill = (served: readonly Told[], serves: (told: readonly Told[]) => boolean): string[] =>
    served.flatMap((event, i) =>
      nearMisses(event)
        .filter(({ told }) => serves(served.map((one, j) => (i === j ? told : one))))
        .map(({ field }) => field),
    );
  const listed = (rule: string): string[] =>
    immaterial.flatMap(({ rules, fields }) => (rules.includes(rule) ? fields : [])).sort();
  const each = (found: readonly string[]): string[] => [...new Set(found)].sort();

  test.each([...new Set(dates.map((d) => d.rule))])(
    '%s is met by what it asks for, and not by what is almost that',
    (rule) => {
      const still = dates
        .filter((one) => one.rule === rule)
        .flatMap((one) => {
          const [on, due] = one.dates[0]!;
          const c = opened(one).with(...one.story(on));
          return serveStill(one.met(due), (told) => seenOf(one)(c.with(...told), due) === `met ${due}`);
        });
      expect(each(still)).toEqual(listed(rule));
    },
  );

  const guarded = [...new Set(refused.map((e) => e.rule))];
  if (guarded.length > 0)
    test.each(guarded)('%s is satisfied by what it asks for, and not by what is almost that', (rule) => {
      const still = refused
        .filter((e) => e.rule === rule && e.acceptedAfter!.at(-1)!.type !== e.told.at(-1)!.type)
        .flatMap((e) => {
          const [before, offered] = [e.told.slice(0, -1), e.told.at(-1)!];
          return serveStill(e.acceptedAfter!, (told) => !refusals(e, [...before, ...told, offered]).includes(rule));
        });
      expect(each(still)).toEqual(listed(rule));
    });

  /** Kinds of what is told that may be otherwise, although the event as a whole may not be left out. */
  const otherKinds = (told: readonly Told[], outcome: (told: readonly Told[]) => string): string[] => {
    const was = outcome(told);
    const instead = (i: number, event: Told): readonly Told[] => told.map((one, j) => (i === j ? event : one));
    return told.flatMap((event, i) =>
      outcome(instead(i, ofNoConcern(event))) === was
        ? []
        : nearMisses(event)
            .filter(({ field, told: near }) => /kinds?$/.test(field) && outcome(instead(i, near)) === was)
            .map(({ field }) => field),
    );
  };
  const owed = (e: Example, told: readonly Told[]): string =>
    JSON.stringify(
      opened(e)
        .with(...told)
        .obligations(e.rule, e.look)
        .map((o) => [o.subject.key, o.status, o.due, o.notBefore]),
    );
  const byKind = [
    ...examples.map((e) => {
      const outcome = (told: readonly Told[]) =>
        duties.has(e.rule) ? owed(e, told) : String(refusals(e, told).includes(e.rule));
      return [e.rule, e.because, e.told, outcome] as const;
    }),
    ...dates.map((one) => {
      const [on, due, matters] = one.dates[0]!;
      const outcome = (told: readonly Told[]) => seenOf(one)(opened(one).with(...told), due);
      return [one.rule, `from ${on}: ${matters}`, one.story(on), outcome] as const;
    }),
  ];
  test.each(byKind.filter(([rule]) => !(rule in anyKind)))(
    '%s (%s): what matters to it matters by its kind',
    (_rule, _because, told, outcome) => expect(otherKinds(told, outcome)).toEqual([]),
  );

  test('each rule is shown: a duty by its dates, else by an example, a guard by what it refuses', () => {
    const dated = new Set(dates.map((d) => d.rule));
    const exemplified = new Set(examples.map((e) => e.rule));
    const missing = [
      ...program.duties.filter((d) => !dated.has(d.id) && !(d.id in byExample && exemplified.has(d.id))),
      ...program.guards.filter((g) => !exemplified.has(g.id)),
    ];
    expect(missing.map((r) => r.id)).toEqual([]);
    const known = new Set([...duties.keys(), ...guards.keys()]);
    const named = [
      ...dated,
      ...exemplified,
      ...Object.keys(byExample),
      ...Object.keys(anyKind),
      ...immaterial.flatMap(({ rules }) => rules),
    ];
    expect(named.filter((id) => !known.has(id))).toEqual([]);
  });
}

/** Told in the place of an event, so that those after it keep their ids. */
const ofNoConcern = ({ id, on, known }: Told): Told => ({
  type: 'HearingHeld',
  on,
  kind: 'another-kind',
  children: ['another-child'],
  ...(id === undefined ? {} : { id }),
  ...(known === undefined ? {} : { known }),
});

const titleOf = (rule: { readonly id: string; readonly cites: readonly string[] }): string =>
  `${rule.cites.join(', ')} ${rule.id}`;
