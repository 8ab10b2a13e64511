import { everyCase } from '../../src/programs/every-case';
import { waEnhancedPpm } from '../../src/programs/wa-enhanced-ppm';
import dueRows from './due-rows-wa.json';

test('every requirement of the enhanced PPM with a due date is carried by a duty or a guard, not by guidance alone', () => {
  const rules = [waEnhancedPpm, everyCase].flatMap((p) => [...p.duties, ...p.guards]);
  const cited = new Set(rules.flatMap((rule) => rule.cites));
  expect(dueRows.WA.length).toBeGreaterThan(0);
  expect(dueRows.WA.filter((row) => !cited.has(row))).toEqual([]);
});
