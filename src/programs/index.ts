import type { Program } from '../domain/rule';
import { everyCase } from './every-case';
import { laP3 } from './la-p3';
import { waEnhancedPpm } from './wa-enhanced-ppm';

export const programs: readonly Program[] = [everyCase, waEnhancedPpm, laP3];

/** Program id -> the document that its sentences come from. */
export const documents: ReadonlyMap<string, string> = new Map(
  programs.map((p) => [p.id, `${p.document}, edition ${p.edition}`]),
);
