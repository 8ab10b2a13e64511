// The register: every requirement of every document is carried, or said to be absent with the reason.
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
