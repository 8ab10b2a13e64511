// Every sentence of Missouri and Milwaukee with a time in it can be written in the vocabulary: each sketch is built into a
// program of one rule and gives the date that was worked out by hand.
import { admit } from '../../src/domain/admit';
import { day, iso, startOfDay } from '../../src/domain/calendar';
import { program, type Program } from '../../src/domain/rule';
import { ACase, anAgency, type Told } from '../support/a-case';
import dueRows from './due-rows-mo-wi.json';
import * as mo from './mo';
import type { Sketch } from './sketch';
import * as wi from './wi';

const agency = anAgency({
  holidays: ['2026-05-25'],
  staff: [
    { id: 'cw1', role: 'caseworker', unit: 'unit-1' },
    { id: 'sup1', role: 'supervisor', unit: 'unit-1' },
    { id: 'pm1', role: 'program-manager', unit: 'unit-1' },
  ],
});
const documents = { 'mo-permanency': mo.sketches, 'wi-permanency-support': wi.sketches };

function programOf(id: string, { duty, guard, settings }: Sketch): Program {
  return program({
    id,
    title: id,
    edition: 'sketch',
    document: id,
    effective: { from: '2000-01-01' },
    settings: settings ?? {},
    duties: duty ? [duty] : [],
    guards: guard ? [guard] : [],
    guidance: [],
  });
}

const caseOf = (of: Program, { example }: Sketch, told: readonly Told[]): ACase =>
  ACase.opened([of], example.opened ?? '2026-01-05', example.born, agency).with(...told);

/** Why the last of these events may not be recorded: the codes. */
function refusals(of: Program, sketch: Sketch, told: readonly Told[]): string[] {
  const { journal } = caseOf(of, sketch, told);
  return admit({
    journal: journal.slice(0, -1),
    added: journal.slice(-1),
    context: { agency, programs: [of] },
    caseId: 'case-1',
    now: startOfDay(day(sketch.example.look) + 1, agency.zone) - 1,
  }).map((one) => one.code);
}

const inOrder = (a: { due: string | null; subject: string }, b: { due: string | null; subject: string }): number =>
  (a.due ?? '').localeCompare(b.due ?? '') || a.subject.localeCompare(b.subject);

for (const [id, sketches] of Object.entries(documents))
  describe(id, () => {
    test.each(sketches.flatMap((s) => (s.duty ? [[s.rows.join(', '), s.duty.id, s] as const] : [])))(
      '%s: %s is due on the day worked out by hand',
      (_rows, duty, sketch) => {
        const { example } = sketch;
        const owed = caseOf(programOf(id, sketch), sketch, example.told)
          .obligations(duty, example.look)
          .map((o) => ({
            subject: o.subject.key,
            status: o.status,
            due: o.due === null ? null : iso(o.due),
            ...(o.notBefore === undefined ? {} : { notBefore: iso(o.notBefore) }),
          }))
          .sort(inOrder);
        const expected = (example.owes ?? []).map((o, i) => ({
          subject: owed[i]?.subject ?? 'nobody',
          due: null,
          ...o,
        }));
        expect(owed).toEqual(expected);
        expect(owed.length).toBeGreaterThan(0);
      },
    );

    test.each(sketches.flatMap((s) => (s.guard ? [[s.rows.join(', '), s.guard.id, s] as const] : [])))(
      '%s: %s refuses what lacks a condition, and accepts it when the condition is met',
      (_rows, guard, sketch) => {
        const of = programOf(id, sketch);
        const { told, acceptedAfter } = sketch.example;
        expect(refusals(of, sketch, told)).toEqual([guard]);
        // What is added goes before the same event, or is that event told again as it should be.
        const [offered, added] = [told.at(-1)!, acceptedAfter!];
        const again = added.at(-1)!.type === offered.type;
        const mended = [...told.slice(0, -1), ...added, ...(again ? [] : [offered])];
        expect(refusals(of, sketch, mended)).toEqual([]);
      },
    );

    test('each rule has a name of its own', () => {
      const rules = new Map<string, unknown>();
      for (const s of sketches) {
        const rule = s.duty ?? s.guard;
        expect(rule).toBeDefined();
        expect(rules.get(rule!.id) ?? rule).toBe(rule);
        rules.set(rule!.id, rule);
        for (const row of s.rows) expect(rule!.cites).toContain(row);
      }
    });
  });

test.each([
  ['MO', mo.sketches],
  ['WI', wi.sketches],
] as const)('every requirement of %s with a time in it is carried by a rule', (document, sketches) => {
  const carried = new Set(sketches.flatMap((s) => s.rows));
  expect(dueRows[document].filter((row) => !carried.has(row))).toEqual([]);
  expect(dueRows[document].length).toBeGreaterThan(40);
});
