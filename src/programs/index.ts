import type { Sources } from '../domain/explain';
import type { Program } from '../domain/rule';
import { caCasePlanning } from './ca-case-planning';
import { everyCase } from './every-case';
import { laP3 } from './la-p3';
import { moPermanency } from './mo-permanency';
import requirements from './requirements.json';
import { waEnhancedPpm } from './wa-enhanced-ppm';
import { wiPermanencySupport } from './wi-permanency-support';

export const programs: readonly Program[] = [
  everyCase,
  waEnhancedPpm,
  laP3,
  moPermanency,
  wiPermanencySupport,
  caCasePlanning,
];

/** Program id -> the document that its sentences come from; requirement id -> the sentence, in our own words. */
export const sources: Sources = {
  documents: new Map(programs.map((p) => [p.id, `${p.document}, edition ${p.edition}`])),
  requirements: new Map(requirements.map((r) => [r.id, r])),
};
