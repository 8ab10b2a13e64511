import type { Program } from '../domain/rule';
import { caCasePlanning } from './ca-case-planning';
import { everyCase } from './every-case';
import { waEnhancedPpm } from './wa-enhanced-ppm';

export const programs: readonly Program[] = [everyCase, waEnhancedPpm, caCasePlanning];

/** Program id -> the document that its sentences come from. */
export const documents: ReadonlyMap<string, string> = new Map(
  programs.map((p) => [p.id, `${p.document}, edition ${p.edition}`]),
);
