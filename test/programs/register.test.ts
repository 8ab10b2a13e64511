// The register: every requirement of every document is carried, or said to be absent with the reason.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { commonSettings } from '../../src/domain/agency';
import { eventSchemas } from '../../src/domain/events';
import { by, did, inCase, opened, perCase, type Duty, type Program } from '../../src/domain/rule';
import { programs } from '../../src/programs';
import { register, unknownCitations } from '../../src/programs/register';
import requirements from '../../src/programs/requirements.json';

const all = register(programs);

test('357 requirements, each once', () => {
  expect(requirements).toHaveLength(357);
  expect(new Set(requirements.map((r) => r.id)).size).toBe(357);
});

test('each is carried, or absent with the reason', () => {
  expect(all.filter((r) => r.state === 'missing').map((r) => r.id)).toEqual([]);
});

describe('a requirement is carried by whatever cites it', () => {
  const [one, other] = requirements.map((r) => r.id);
  const citing = { cites: [one!], says: 'Do it.' };
  const rule = { ...citing, id: 'rule-one', on: inCase('CaseOpened') };
  const duty: Duty = {
    ...citing,
    id: 'duty-one',
    per: perCase,
    from: opened,
    due: { by: opened },
    done: by(inCase('ActionTaken')),
    owner: 'caseworker',
  };
  const guard = { ...rule, unless: did(inCase('CaseOpened')), mend: 'Mend it.' };
  const guidance = { ...citing, id: 'hint-one' };
  const absent = [{ cites: [one!], why: 'Left empty.' }];
  const elsewhere = (['schema', 'notice', 'mechanism'] as const).map((by) => ({ ...citing, by, where: `a ${by}` }));
  const having = (over: Partial<Program>): Program => ({
    id: 'p',
    title: 'p',
    edition: '1',
    document: 'p',
    effective: { from: '2000-01-01' },
    settings: {},
    duties: [],
    guards: [],
    guidance: [],
    ...over,
  });
  test.each<[string, Partial<Program>, string, string[]]>([
    ['nothing', {}, 'missing', []],
    ['a duty', { duties: [duty] }, 'encoded', ['duty p/duty-one']],
    ['a guard', { guards: [guard] }, 'encoded', ['guard p/rule-one']],
    [
      'a field, a message, a mechanism',
      { elsewhere },
      'encoded',
      ['schema a schema', 'notice a notice', 'mechanism a mechanism'],
    ],
    ['guidance alone', { guidance: [guidance] }, 'guidance', ['guidance p/hint-one']],
    [
      'guidance beside a duty',
      { duties: [duty], guidance: [guidance] },
      'encoded',
      ['duty p/duty-one', 'guidance p/hint-one'],
    ],
    ['a reason why it is absent', { absent }, 'absent', []],
    ['that reason beside guidance', { absent, guidance: [guidance] }, 'absent', ['guidance p/hint-one']],
  ])('%s', (_what, over, state, carriers) => {
    const rows = register([having(over)]);
    expect(rows).toHaveLength(requirements.length);
    const row = rows.find((r) => r.id === one)!;
    expect([row.state, row.carriers.map((c) => `${c.kind} ${c.where}`)]).toEqual([state, carriers]);
    expect(row.why).toBe(over.absent === undefined ? undefined : 'Left empty.');
    // Of the others nothing is said.
    expect(rows.find((r) => r.id === other)).toMatchObject({ state: 'missing', carriers: [] });
  });
  test('by two programs, each in its turn', () => {
    const row = register([having({ duties: [duty] }), having({ id: 'q', duties: [duty] })]).find((r) => r.id === one)!;
    expect(row.carriers.map((c) => c.where)).toEqual(['p/duty-one', 'q/duty-one']);
  });
  test('a citation of what is in no document is found wherever it stands, and named once', () => {
    const unknown = (n: number): { cites: string[] } => ({ cites: [one!, `XX-${n}`] });
    const program = having({
      duties: [{ ...duty, ...unknown(1) }],
      guards: [{ ...guard, ...unknown(2) }],
      guidance: [{ ...guidance, ...unknown(3) }],
      elsewhere: [{ ...elsewhere[0]!, ...unknown(4) }],
      absent: [{ why: 'Left empty.', ...unknown(5) }],
      settings: {
        one: { value: 1, says: 'x', ...unknown(6) },
        two: { value: 2, says: 'x' },
        three: { value: 3, says: 'x', ...unknown(1) },
      },
    });
    expect(unknownCitations([program])).toEqual([1, 2, 3, 4, 5, 6].map((n) => `XX-${n}`));
    expect(unknownCitations([having({ duties: [duty] })])).toEqual([]);
  });
});

test('what is absent says why, and is carried by nothing', () => {
  for (const r of all.filter((one) => one.state === 'absent')) expect(r.why).toMatch(/\w+ \w+/);
  expect(all.filter((r) => r.why !== undefined && r.state !== 'absent').map((r) => r.id)).toEqual([]);
});

test('no citation names a requirement that is in no document', () => {
  expect(unknownCitations(programs)).toEqual([]);
});

test('a duty with a time in it is not left to guidance', () => {
  const timed = requirements
    .filter((r) => ['deadline', 'recurring', 'event', 'closure'].includes(r.kind))
    .map((r) => r.id);
  expect(all.filter((r) => timed.includes(r.id) && r.state !== 'encoded').map((r) => r.id)).toEqual([]);
});

test('a setting has one meaning: two programs that name one say the same of it', () => {
  const byName = new Map<string, string>();
  for (const p of programs)
    for (const [name, { value, says }] of Object.entries(p.settings)) {
      const said = JSON.stringify([value, says]);
      expect([name, byName.get(name) ?? said]).toEqual([name, said]);
      byName.set(name, said);
    }
});

test('a setting that lists days lists at least one, the farthest first, and none twice', () => {
  for (const p of programs)
    for (const [name, { value }] of Object.entries(p.settings)) {
      if (!Array.isArray(value)) continue;
      const days = value as readonly number[];
      const before = days[0]! > days.at(-1)! ? days : [...days].reverse();
      // A record of a meeting is due on the day of the meeting: nothing comes before it.
      expect([name, days.length > 0]).toEqual([name, name !== 'recordReminders']);
      expect([name, [...new Set(before)].sort((a, b) => b - a)]).toEqual([name, [...before]]);
    }
});

test('each rule of a program has an id of its own, and every number without a source says what it is', () => {
  for (const p of programs) {
    const ids = [...new Set(p.duties.map((d) => d.id)), ...p.guards.map((g) => g.id), ...p.guidance.map((g) => g.id)];
    expect(ids.filter((id, i) => ids.indexOf(id) !== i || !/^[a-z0-9]+(-[a-z0-9]+)+$|^[a-z]{3,}$/.test(id))).toEqual(
      [],
    );
    for (const [name, s] of Object.entries(p.settings))
      expect([name, s.says]).toEqual([name, expect.stringMatching(/\.$/)]);
  }
});

describe('what carries a requirement outside the rules is there', () => {
  const types = new Map(eventSchemas.map((one) => [one.shape.type.value as string, one.shape as object]));
  const all = programs.flatMap((p) => (p.elsewhere ?? []).map((one) => [one.cites.join(', '), one] as const));
  test.each(all)('%s', (_cites, { by, where, says }) => {
    expect(['schema', 'notice', 'mechanism']).toContain(by);
    expect(says).toMatch(/\w+ \w+.*\.$/);
    const files = where.match(/src\/[\w/-]+\.ts/g) ?? [];
    expect(files.filter((file) => !existsSync(join(__dirname, '../..', file)))).toEqual([]);
    const named = [...where.matchAll(/\b([A-Z][a-z]+[A-Z]\w+)(?:\.(\w+))?/g)];
    expect(named.filter(([, type]) => !types.has(type!)).map(([whole]) => whole)).toEqual([]);
    const fields = named.filter(([, , field]) => field !== undefined);
    expect(fields.filter(([, type, field]) => !(field! in types.get(type!)!)).map(([whole]) => whole)).toEqual([]);
    expect(files.length + named.length > 0 || /\bedition\b/.test(where)).toBe(true);
  });
});

describe('a rule speaks in words that the case knows', () => {
  const strengths: readonly unknown[] = [undefined, 'must', 'should', 'aim', 'track'];
  test.each(programs)('$id: strengths', ({ duties }) => {
    expect(duties.filter((d) => !strengths.includes(d.strength)).map((d) => d.id)).toEqual([]);
  });
  test.each(programs)('$id: reminders and escalations are settings of the program or of every case', (program) => {
    const known = (name: string | undefined): boolean =>
      name === undefined || name in program.settings || name in commonSettings;
    const named = program.duties.flatMap(({ id, remind, escalate }) =>
      [remind === 'at-once' || remind === 'never' ? undefined : remind, escalate].map((name) => ({ id, name })),
    );
    expect(named.filter(({ name }) => !known(name))).toEqual([]);
  });
  const isSentence = (text: string): boolean => /\w+ \w+/.test(text);
  test.each(programs)('$id: what ends a duty for good, and why a duty has no date, is said', ({ duties }) => {
    const said = duties.flatMap(({ id, ended, due }) => [
      ...(ended === undefined ? [] : [{ id, text: ended }]),
      ...('none' in due ? [{ id, text: due.none }] : []),
    ]);
    expect(said.filter(({ text }) => !isSentence(text))).toEqual([]);
  });
  test.each(programs)('$id: a setting whose value is a word explains that word', ({ settings }) => {
    const words = Object.entries(settings).flatMap(([name, { value, says }]) =>
      typeof value === 'string' && /^[a-z-]+$/.test(value) ? [{ name, value, says }] : [],
    );
    expect(words.filter(({ value, says }) => !new RegExp(`\\b${value}\\b`).test(says))).toEqual([]);
    const mute = Object.entries(settings).filter(
      ([, { value, says }]) => value === '' && !/[Ee]mpty|no |not /.test(says),
    );
    expect(mute.map(([name]) => name)).toEqual([]);
  });
});
