// Lives of a case that is held to two programs: a youth in P3 and in case planning from the first day; a family in the
// enhanced PPM that enters permanency support later, before or after its children came home.
import fc from 'fast-check';
import { caCasePlanning } from '../../../src/programs/ca-case-planning';
import { everyCase } from '../../../src/programs/every-case';
import { laP3 } from '../../../src/programs/la-p3';
import { waEnhancedPpm } from '../../../src/programs/wa-enhanced-ppm';
import { wiPermanencySupport } from '../../../src/programs/wi-permanency-support';
import { ACase, anAgency, type Told } from '../../support/a-case';
import { caParts } from './ca';
import { at, meeting, sitting, telling } from './kit';
import { laParts, laStaff } from './la';
import { later, onDay, type Parts, type Stories } from './story';
import { waParts } from './wa';
import { wiParts } from './wi';

const span = { openedOn: '2025-11-28', days: 460 };
const holidays = ['2025-12-25', '2026-01-01', '2026-02-16', '2026-05-25', '2026-07-03', '2026-11-26', '2027-01-01'];
const unitStaff = [
  { id: 'cw1', role: 'caseworker' as const, unit: 'unit-1' },
  { id: 'sup1', role: 'supervisor' as const, unit: 'unit-1' },
  { id: 'pm1', role: 'program-manager' as const, unit: 'unit-1' },
];
type Tale = readonly Told[];

const failed = onDay(span).map((d) => at(d, { type: 'EffectFailed', key: 'x', reason: 'timeout' }));

function together(one: Parts, other: Parts, between: fc.Arbitrary<Tale>): Parts {
  return {
    beginning: fc.tuple(one.beginning, other.beginning).map((tales) => tales.flat()),
    episode: fc.oneof(
      { weight: 5, arbitrary: one.episode },
      { weight: 5, arbitrary: other.episode },
      { weight: 1, arbitrary: between },
    ),
  };
}

const youth = [everyCase, laP3, caCasePlanning];

export const laWithCa: Stories = {
  name: 'P3 with case planning',
  programs: youth,
  ...span,
  staff: ['cw1', 'pm1', 'p3w1', 'p3w2', 'p3s1'],
  agency: (inactive = []) =>
    anAgency({
      holidays,
      staff: [...unitStaff, ...laStaff].map((one) => ({ ...one, active: !inactive.includes(one.id) })),
    }),
  opened: (agency) => ACase.opened(youth, span.openedOn, ['2010-08-31', '2016-02-29'], agency),
  ...together(
    laParts(span),
    caParts(span),
    telling(span)(fc.nat({ max: 60 }), (d, after) => [
      at(d, { type: 'ProgramEnded', program: caCasePlanning.id, children: ['c2'] }),
      at(later(d, after), { type: 'ProgramEnrolled', program: caCasePlanning.id, children: ['c2'] }),
    ]),
  ),
  unrelated: failed,
  byRecording: ['notebook-entry', 'case-note', 'closing-noted'],
};

const family = [everyCase, waEnhancedPpm, wiPermanencySupport];

/** One meeting that serves both. */
const both = telling(span)(sitting, (d, sitting) =>
  meeting(d, sitting, { kinds: ['ppm', 'family-team'] }, { familyTime: true }),
);
const enters = (on: string): Told => at(on, { type: 'ProgramEnrolled', program: wiPermanencySupport.id });
const parts = together(waParts(span), wiParts(span), both);

export const waThenWi: Stories = {
  name: 'enhanced PPM, later with permanency support',
  programs: family,
  ...span,
  staff: ['cw1', 'fac1', 'fac2', 'fs1', 'pm1'],
  agency: (inactive = []) =>
    anAgency({
      holidays,
      settings: { ppmAnchor: 'due', standardsContactInterval: { unit: 'days', n: 14 } },
      staff: [
        ...unitStaff,
        { id: 'fac1', role: 'facilitator' as const, unit: 'unit-1' },
        { id: 'fac2', role: 'facilitator' as const, unit: 'unit-1' },
        { id: 'fs1', role: 'facilitator-supervisor' as const, unit: 'unit-1' },
      ].map((one) => ({ ...one, active: !inactive.includes(one.id) })),
    }),
  opened: (agency) =>
    ACase.opened(family, span.openedOn, ['2015-02-28', '2020-02-29', '2021-05-01'], agency, [waEnhancedPpm]).with(
      at(span.openedOn, { type: 'HouseholdChanged', children: ['c1', 'c3'], household: 'h1' }),
      at(span.openedOn, { type: 'HouseholdChanged', children: ['c2'], household: 'h2' }),
    ),
  ...parts,
  // Entered later than the case was opened: in most stories early enough to be lived in.
  beginning: fc
    .tuple(parts.beginning, fc.integer({ min: 5, max: 300 }), fc.nat({ max: 9 }))
    .map(([tale, from, enrolls]) => (enrolls === 0 ? tale : [...tale, enters(later(span.openedOn, from))])),
  unrelated: failed,
  byRecording: ['legal-documented', 'contact-documented', 'team-documented'],
};
