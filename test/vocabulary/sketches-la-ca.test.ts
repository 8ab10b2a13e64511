import type { CaseEvent } from '../../src/domain/events';
import { kindTypes, knownKinds } from '../../src/domain/kinds';
import { program } from '../../src/domain/rule';
import { sketches as la } from './la';
import { sketches as ca } from './ca';
import dueRows from './due-rows-la-ca.json';
import { owed, unmetBy, type Owed } from './run-sketch';
import type { Sketch } from './sketch';

const named = (sketch: Sketch): string => `${sketch.rows.join(', ')} ${(sketch.duty ?? sketch.guard)!.id}`;
const programs = [
  { id: 'la-p3', rows: dueRows.LA, sketches: la },
  { id: 'ca-case-planning', rows: dueRows.CA, sketches: ca },
];

describe.each(programs)('$id', ({ id, rows, sketches }) => {
  const duties = sketches.filter((s) => s.duty);
  const guards = sketches.filter((s) => s.guard);

  test.each(duties.map((s) => [named(s), s] as const))('%s: what is owed is what the text gives', (_, sketch) => {
    const expected = sketch.example.owes!;
    const found = owed(id, sketch);
    expect(inOrderOf(expected, found).map((o, i) => only(expected[i], o))).toEqual(expected);
  });

  test.each(guards.map((s) => [named(s), s] as const))('%s: refused until what is lacking is there', (_, sketch) => {
    const { told, acceptedAfter } = sketch.example;
    const refused = unmetBy(id, sketch, told);
    expect(refused.map((u) => ({ code: u.code, cites: u.cites }))).toEqual([
      { code: sketch.guard!.id, cites: sketch.guard!.cites },
    ]);
    // What is added either goes before the same event, or is that event told again as it should be.
    const offered = told.at(-1)!;
    const again = acceptedAfter!.at(-1)!.type === offered.type;
    const mended = again
      ? [...told.slice(0, -1), ...acceptedAfter!]
      : [...told.slice(0, -1), ...acceptedAfter!, offered];
    expect(unmetBy(id, sketch, mended)).toEqual([]);
  });

  test('every requirement with a due date is carried by a duty or guard', () => {
    const carried = new Set(sketches.flatMap((s) => s.rows));
    expect(rows.filter((row) => !carried.has(row))).toEqual([]);
  });

  test('each rule cites the requirements that it carries', () => {
    expect(sketches.filter((s) => !s.rows.every((row) => (s.duty ?? s.guard)!.cites.includes(row))).map(named)).toEqual(
      [],
    );
  });

  test('a sketch has either a duty with what it owes, or a guard with what makes it yield', () => {
    expect(sketches.filter((s) => (s.duty ? !s.example.owes : !s.example.acceptedAfter)).map(named)).toEqual([]);
  });

  test('a setting that several rules name is one setting', () => {
    const named = sketches.flatMap((s) => Object.entries(s.settings ?? {}));
    expect(
      named.filter(([name, one]) => named.some(([n, other]) => n === name && other !== one)).map(([n]) => n),
    ).toEqual([]);
  });

  test('together they are one program, which knows every code that the examples tell', () => {
    const whole = program({
      id,
      title: id,
      edition: 'sketch',
      document: id,
      effective: { from: '2000-01-01' },
      settings: Object.fromEntries(sketches.flatMap((s) => Object.entries(s.settings ?? {}))),
      duties: sketches.flatMap((s) => s.duty ?? []),
      guards: sketches.flatMap((s) => s.guard ?? []),
      guidance: [],
    });
    const told = sketches.flatMap((s) => [...s.example.told, ...(s.example.acceptedAfter ?? [])]);
    const unknown = told.filter(
      (one) =>
        kindTypes.has(one.type as CaseEvent['type']) &&
        !knownKinds([whole], one.type as CaseEvent['type']).has(String(one['kind'])),
    );
    expect([...new Set(unknown.map((one) => one['kind']))]).toEqual([]);
  });

  test('no two rules share an id', () => {
    const ids = sketches.map((s) => (s.duty ?? s.guard)!.id);
    expect(ids.filter((one, i) => ids.indexOf(one) !== i)).toEqual([]);
  });
});

/** Obligations stand in order of their dates; those without one, or with the same, in the order in which the example names them. */
function inOrderOf(expected: NonNullable<Sketch['example']['owes']>, found: readonly Owed[]): Owed[] {
  const place = (o: Owed): number => expected.findIndex((e) => e.subject !== undefined && isFor(e.subject, o));
  return found
    .map((o, i) => ({ o, i, at: place(o) }))
    .sort((a, b) => a.at - b.at || a.i - b.i)
    .map(({ o }) => o);
}

const isFor = (subject: string, o: Owed): boolean => o.subject === subject || o.subject.endsWith(`/${subject}`);

/** The fields that the example speaks of; the subject by the name that it uses. */
function only(expected: NonNullable<Sketch['example']['owes']>[number] | undefined, o: Owed): object {
  if (!expected) return o;
  return Object.fromEntries(
    Object.keys(expected).map((field) => [
      field,
      field === 'subject' && isFor(expected.subject!, o) ? expected.subject : o[field as keyof Owed],
    ]),
  );
}
