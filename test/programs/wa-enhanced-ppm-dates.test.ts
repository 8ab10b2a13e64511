// Every rule of the enhanced PPM, shown: WA-01 to WA-37.
import { waEnhancedPpm } from '../../src/programs/wa-enhanced-ppm';
import { anAgency } from '../support/a-case';
import { showRules } from '../support/rule-cases';
import { dates } from './wa-enhanced-ppm/dates';
import { examples } from './wa-enhanced-ppm/examples';

const agency = anAgency({
  holidays: ['2026-01-19', '2026-12-25'],
  staff: [
    { id: 'cw1', role: 'caseworker', unit: 'unit-1' },
    { id: 'sup1', role: 'supervisor', unit: 'unit-1' },
    { id: 'fac1', role: 'facilitator', unit: 'unit-1' },
    { id: 'fac2', role: 'facilitator', unit: 'unit-1' },
  ],
});

showRules({
  program: waEnhancedPpm,
  agency,
  dates,
  examples,
  byExample: {
    'parent-visit': 'A calendar month is not counted from a day, and a month once over is not met late but missed.',
    'caregiver-visit': 'A calendar month is not counted from a day, and a month once over is not met late but missed.',
    'facilitator-apart': 'A warning without a date.',
    attendance: 'No time limit is given.',
  },
});

test('WA-01 to WA-37: each row is carried by a rule, by guidance, or somewhere else that is named', () => {
  const { duties, guards, guidance, elsewhere = [], absent = [] } = waEnhancedPpm;
  const cited = new Set([...duties, ...guards, ...guidance, ...elsewhere, ...absent].flatMap((one) => one.cites));
  const rows = Array.from({ length: 37 }, (_, i) => `WA-${String(i + 1).padStart(2, '0')}`);
  expect(rows.filter((row) => !cited.has(row))).toEqual([]);
});
