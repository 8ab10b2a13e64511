// What an event may hold, and what of it may travel: free words stay in the store.
import type { z } from 'zod';
import { caseEventSchema, eventSchemas } from '../../src/domain/events';
import { proseFields, withoutProse } from '../../src/domain/free-words';

describe('the words that were written about a family do not travel', () => {
  const TAKEN = '(in the store)';

  test('each is taken out, and codes, days and people stay', () => {
    const told = {
      type: 'GoalSet',
      on: '2026-02-02',
      children: ['c1', 'c2'],
      goal: 'adoption',
      note: 'Her aunt will take her.',
      minutes: 60,
      urgent: false,
      about: null,
      until: undefined,
    };
    expect(withoutProse(told)).toStrictEqual({ ...told, note: TAKEN });
    expect(told.note).toBe('Her aunt will take her.');
  });
  test('of a list each word by itself, as many as there were', () => {
    const told = { type: 'SignOffDecided', missing: ['A letter.', 'The word of the aunt.'] };
    expect(withoutProse(told)).toStrictEqual({ type: 'SignOffDecided', missing: [TAKEN, TAKEN] });
  });
  test('in a list of entries, and in parts of parts', () => {
    expect(
      withoutProse([
        { events: [{ to: { type: 'MeetingHeld', decisions: [{ text: 'Call her.', responsible: 'cw1' }] } }] },
        { needs: [{ need: 'A bed', service: 'Beds for all' }], permanence: { legal: 'x', cultural: 'y' } },
      ]),
    ).toStrictEqual([
      { events: [{ to: { type: 'MeetingHeld', decisions: [{ text: TAKEN, responsible: 'cw1' }] } }] },
      { needs: [{ need: TAKEN, service: TAKEN }], permanence: { legal: TAKEN, cultural: TAKEN } },
    ]);
  });
  test('what stands in the place of words and is none is looked through: its words are taken, its numbers stay', () => {
    expect(
      withoutProse({ missing: [{ note: 'x', n: 2 }], need: { note: 'y', n: 1 }, reason: 5, place: null }),
    ).toStrictEqual({ missing: [{ note: TAKEN, n: 2 }], need: { note: TAKEN, n: 1 }, reason: 5, place: null });
  });
  test('a value that is no event is left', () => {
    expect([withoutProse('text'), withoutProse(5), withoutProse(null), withoutProse(undefined)]).toEqual([
      'text',
      5,
      null,
      undefined,
    ]);
  });
});

describe('what is a word for people and what is not, is said of each field of each event', () => {
  /** The fields of an event, also those of its parts, with what they may hold. */
  const fieldsOf = (schema: unknown): [string, unknown][] => {
    const { def } = schema as {
      def: { type: string; shape?: object; innerType?: unknown; element?: unknown; options?: unknown[] };
    };
    if (def.shape)
      return Object.entries(def.shape).flatMap(([name, of]) => [[name, of] as [string, unknown], ...fieldsOf(of)]);
    return [def.innerType, def.element, ...(def.options ?? [])].flatMap((one) =>
      one === undefined ? [] : fieldsOf(one),
    );
  };
  /** Text without a form of its own: a sentence with spaces, of any length up to some thousand letters, is taken. */
  const isProse = (of: unknown): boolean => {
    const sentence = 'She said: “Not yet.” '.repeat(100);
    const schema = of as z.ZodType;
    return [sentence, [sentence]].some((value) => schema.safeParse(value).success);
  };
  const all = fieldsOf(caseEventSchema);

  test('every field that takes sentences is taken out before it travels', () => {
    expect(all.length).toBeGreaterThan(200);
    expect([...new Set(all.filter(([, of]) => isProse(of)).map(([name]) => name))].sort()).toEqual(
      [...proseFields].sort(),
    );
  });
  test('no two events have one name', () => {
    const names = eventSchemas.map((one) => one.shape.type.value);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('what a field takes', () => {
  const opened = { type: 'CaseOpened', unit: 'unit-1' };
  const meeting = {
    type: 'MeetingScheduled',
    meeting: 'm1',
    kinds: ['ppm'],
    invitees: ['p1'],
    startsAt: '2026-02-02T18:00',
    zone: 'UTC',
  };
  const waived = {
    type: 'ObligationWaived',
    obligation: 'p/duty/case/e1',
    waivedBy: 'sup1',
    authority: 'court',
    reason: 'x',
  };
  const takes = (event: object): boolean => caseEventSchema.safeParse(event).success;

  test.each<[string, object, string]>([
    ['unit', { ...opened, unit: 'Unit 1' }, 'must be a code in lower case, as fact-finding'],
    ['unit', { ...opened, unit: 'mine' }, 'must be another name: in addresses, mine stands for the unit of who asks'],
    ['meeting', { ...meeting, meeting: 'm 1' }, 'must be an id: letters, digits and _ . : / -'],
    ['at', { ...opened, at: 'noon' }, 'must be a time with its offset, as 2026-03-01T09:30:00-06:00'],
    [
      'startsAt',
      { ...meeting, startsAt: 'noon' },
      'must be a civil time, as YYYY-MM-DDTHH:MM (its zone stands beside it)',
    ],
    ['note', { ...opened, note: 'a\u0000b' }, 'has a control character that cannot be stored'],
    ['obligation', { ...waived, obligation: 'a\nb' }, 'has a control character'],
  ])('what is wrong with %s is said with what would be right: %j', (field, event, says) => {
    const issues = caseEventSchema.safeParse(event).error?.issues ?? [];
    expect(issues.map(({ path, message }) => [path.join('.'), message])).toStrictEqual([[field, says]]);
  });

  test.each<[string, string, boolean]>([
    ['a day', '2026-02-28', true],
    ['a day that does not exist', '2026-02-30', false],
    ['a day and an hour', '2026-02-28T10:00', false],
  ])('when it happened: %s', (_what, on, expected) => expect(takes({ ...opened, on })).toBe(expected));

  test.each<[string, string, boolean]>([
    ['a time with its offset', '2026-03-01T09:30:00-06:00', true],
    ['a time in UTC', '2026-03-01T09:30:00Z', true],
    ['a time that is nowhere', '2026-03-01T09:30:00', false],
  ])('at what time: %s', (_what, at, expected) => expect(takes({ ...opened, at })).toBe(expected));

  test.each<[string, boolean]>([
    ['2026-02-02T00:00', true],
    ['2026-02-02T19:59', true],
    ['2026-02-02T23:59', true],
    ['2026-02-02T24:00', false],
    ['2026-02-02T18:60', false],
    ['2026-02-30T18:00', false],
    ['2026-02-02 18:00', false],
    ['2026-02-02T18:00:00', false],
    ['on 2026-02-02T18:00', false],
  ])('a time on the clock of a place: %s', (startsAt, expected) =>
    expect(takes({ ...meeting, startsAt })).toBe(expected),
  );

  test.each<[string, boolean]>([
    ['m1', true],
    ['1', true],
    ['Meeting_2.a:b/c-d', true],
    ['', false],
    ['-m1', false],
    ['m 1', false],
    ['m1\n', false],
    ['m'.repeat(160), true],
    ['m'.repeat(161), false],
  ])('an id: %j', (id, expected) => expect(takes({ ...meeting, meeting: id })).toBe(expected));

  test.each<[string, boolean]>([
    ['72-hour', true],
    ['ppm', true],
    ['PPM', false],
    ['-ppm', false],
    ['p pm', false],
    ['p'.repeat(60), true],
    ['p'.repeat(61), false],
  ])('a code: %j', (kind, expected) => expect(takes({ ...meeting, kinds: [kind] })).toBe(expected));

  test.each<[string, string, boolean]>([
    ['several lines, a tab and every script', 'Sie sagte:\n\t„Nein“ 🙂', true],
    ['nothing', '', false],
    ['what a database cannot store', 'a\u0000b', false],
    ['a control character', 'a\u001fb', false],
    ['half a character', 'a\ud800b', false],
  ])('words: %s', (_what, note, expected) => expect(takes({ ...opened, note })).toBe(expected));

  test.each<[string, string, boolean]>([
    ['of one line', 'p/duty/case/e1', true],
    ['of two', 'p/duty\n/case/e1', false],
    ['with a control character', 'p/duty\u0007', false],
    ['of none', '', false],
  ])('the key of an obligation: %s', (_what, obligation, expected) =>
    expect(takes({ ...waived, obligation })).toBe(expected),
  );

  test('a field that no event of this name has is refused', () => {
    expect(takes({ ...opened, colour: 'red' })).toBe(false);
  });
});
