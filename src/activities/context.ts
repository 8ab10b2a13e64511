// Programs and agency as the domain reads them, made once for each version of the agency's data.
import { agencyOf, type AgencyData } from '../domain/agency';
import type { Context } from '../domain/plan';
import type { Program } from '../domain/rule';

export type ContextOf = (data: AgencyData) => Context;

export function contexts(programs: readonly Program[]): ContextOf {
  // The store gives the same object while nobody has saved another.
  const made = new WeakMap<AgencyData, Context>();
  return (data) => {
    const known = made.get(data);
    if (known) return known;
    const context = { agency: agencyOf(data), programs };
    made.set(data, context);
    return context;
  };
}
