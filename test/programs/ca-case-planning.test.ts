// Case planning in California: every date here was worked out by hand from the slides.
import { everyCase } from '../../src/programs/every-case';
import { caCasePlanning } from '../../src/programs/ca-case-planning';
import { anAgency } from '../support/a-case';
import { showRules } from '../support/rule-cases';
import { dates } from './ca-case-planning/dates';
import { dutyExamples, shownByExample } from './ca-case-planning/duties';
import { guardExamples } from './ca-case-planning/guards';

const programs = [everyCase, caCasePlanning];
// The agency of the tables keeps lists of objectives and services; its office is closed on Memorial Day.
const agency = anAgency({
  holidays: ['2026-05-25'],
  settings: { objectiveCatalogue: 'stay-sober, keep-home-safe', serviceCatalogue: 'day-treatment,housing-search' },
});

showRules({
  program: caCasePlanning,
  programs,
  agency,
  dates,
  examples: [...dutyExamples, ...guardExamples],
  byExample: shownByExample,
});
