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
  immaterial: [
    {
      why: 'The kind of the contact says with whom.',
      fields: ['ContactMade.participants'],
      rules: ['preliminary-contact-caseworker'],
    },
    {
      why: 'Any later contact about the one that left them open may answer them.',
      fields: ['ContactMade.kind', 'ContactMade.participants'],
      rules: ['open-questions'],
    },
    {
      why: 'The text does not say of whom; one answer shows that it was asked.',
      fields: ['AvailabilityRecorded.participants'],
      rules: ['ask-availability'],
    },
    {
      why: 'The plan is that of the family.',
      fields: ['DocumentCompleted.participants'],
      rules: ['family-time'],
    },
    {
      why: 'The text does not say who must come.',
      fields: ['MeetingHeld.attendance'],
      rules: ['shared-planning-meeting'],
    },
  ],
  anyKind: {},
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
