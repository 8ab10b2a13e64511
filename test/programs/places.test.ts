// Guidance offers places in the record: each is a field that the events have, with codes that they take, and each kind is one
// that may be recorded. What is offered and cannot be recorded would be a promise of the page alone. The same holds for the
// field that a refusal names: a clerk looks for it.
import { eventSchemas, type PlainType } from '../../src/domain/events';
import { kindTypes, knownKinds } from '../../src/domain/kinds';
import { place, type Guidance, type Pattern, type Place, type Program } from '../../src/domain/rule';
import { programs } from '../../src/programs';

const offered = programs.flatMap((program) =>
  program.guidance.flatMap((guidance) =>
    (guidance.offers ?? []).map((place, i) => ({
      title: `${guidance.cites.join(', ')}: ${guidance.id}, place ${i + 1}`,
      program,
      guidance,
      place,
    })),
  ),
);

/** What a field of an event takes; undefined when no such field is there. A dot enters a part of it. */
function fieldOf(type: PlainType, path: string): { safeParse(value: unknown): { success: boolean } } | undefined {
  let shape: unknown = eventSchemas.find((one) => one.shape.type.value === type)!.shape;
  const steps = path.split('.');
  for (const [i, step] of steps.entries()) {
    let field = (shape as Record<string, { unwrap?: () => unknown; shape?: unknown } | undefined>)[step];
    if (field && i < steps.length - 1) field = field.unwrap?.() as typeof field;
    if (!field) return undefined;
    if (i === steps.length - 1) return field as never;
    shape = field.shape;
  }
  return undefined;
}

test.each(programs.flatMap((p) => p.guards.map((guard) => [`${guard.cites.join(', ')}: ${guard.id}`, guard] as const)))(
  '%s: a refusal names a field of the event that was refused',
  (_title, { field, on }) => {
    if (field === undefined) return;
    for (const type of on.types) expect([type, field, fieldOf(type, field) !== undefined]).toEqual([type, field, true]);
  },
);

const takes = (type: PlainType, field: string, code: string): boolean => {
  const schema = fieldOf(type, field)!;
  return [code, [code]].some((value) => schema.safeParse(value).success);
};

const eventsOf = (guidance: Guidance, place: Place): Pattern | undefined => place.of ?? guidance.on;

test.each(offered)('$title: it can be recorded', ({ guidance, place }) => {
  const of = eventsOf(guidance, place);
  expect(of?.types.length).toBeGreaterThan(0);
  const kinds = [of!.where['kind'] ?? of!.where['kinds'] ?? 'any'].flat();
  expect([of!.types, kinds.length > 0]).toEqual([of!.types, true]);
  for (const type of of!.types) {
    expect(eventSchemas.map((one) => one.shape.type.value)).toContain(type);
    if (place.field === undefined) continue;
    expect([type, place.field, fieldOf(type, place.field) !== undefined]).toEqual([type, place.field, true]);
    for (const code of place.codes ?? []) expect([code, takes(type, place.field, code)]).toEqual([code, true]);
  }
});

test('an event of its own is told by its kind; a place beside guidance by its field', () => {
  const vague = offered.filter(({ place }) =>
    place.of ? Object.keys(place.of.where).length === 0 && place.of.types[0] !== 'ObjectiveSet' : !place.field,
  );
  expect(vague.map((one) => one.title)).toEqual([]);
});

test('guidance is shown beside events that there are, told by kinds that are codes', () => {
  const types = eventSchemas.map((one) => one.shape.type.value);
  for (const { guidance } of programs)
    for (const { id, on } of guidance) {
      if (!on) continue;
      const kinds = [on.where['kind'] ?? on.where['kinds'] ?? 'any'].flat();
      expect([id, on.types.length > 0 && on.types.every((type) => types.includes(type))]).toEqual([id, true]);
      expect([id, kinds.length > 0 && kinds.every((kind) => /^[a-z0-9-]{2,}$/.test(String(kind)))]).toEqual([id, true]);
    }
});

test('guidance that offers places offers at least one, and titles that it lists are titles', () => {
  for (const { guidance } of programs)
    for (const { id, offers, resources } of guidance) {
      if (offers) expect([id, offers.length > 0]).toEqual([id, true]);
      if (resources) expect([id, resources.filter((title) => !/^[A-Z].{3}/.test(title))]).toEqual([id, []]);
      if (resources) expect([id, resources.length > 0]).toEqual([id, true]);
    }
});

describe('kinds', () => {
  const read = (program: Program, type: PlainType): Set<string> => knownKinds([{ ...program, kinds: [] }], type);
  test.each(programs)('$id: those that it lists are read by no rule of it, or they would not be listed', (program) => {
    const known = new Set([...kindTypes].flatMap((type) => [...read(program, type as PlainType)]));
    expect((program.kinds ?? []).filter((kind) => known.has(kind))).toEqual([]);
  });
  test.each(programs)('$id: every kind is a code', (program) => {
    for (const type of kindTypes)
      expect([...knownKinds([program], type)].filter((kind) => !/^[a-z0-9][a-z0-9-]+$/.test(kind))).toEqual([]);
  });
});

test('a place without codes says so by not having them: whoever reads it offers the field alone', () => {
  expect([place('goal'), place('goal', 'adoption')]).toStrictEqual([
    { field: 'goal' },
    { field: 'goal', codes: ['adoption'] },
  ]);
});
