import type { Program } from '../domain/rule';
import { everyCase } from './every-case';
import { waEnhancedPpm } from './wa-enhanced-ppm';
import { wiPermanencySupport } from './wi-permanency-support';

export const programs: readonly Program[] = [everyCase, waEnhancedPpm, wiPermanencySupport];

/** Program id -> the document that its sentences come from. */
export const documents: ReadonlyMap<string, string> = new Map(
  programs.map((p) => [p.id, `${p.document}, edition ${p.edition}`]),
);
