// Who can supply a fact that a date waits for.
import type { PlainType } from './events';
import type { MissingFact } from './obligation';
import type { Pattern } from './rule';

export const plainSuppliers: Partial<Record<PlainType, string>> = {
  CaseOpened: 'supervisor',
  StaffAssigned: 'supervisor',
  MeetingScheduled: 'facilitator',
  MeetingHeld: 'facilitator',
  SignOffDecided: 'supervisor',
};

/** HearingHeld -> "hearing held". */
export function inWords(type: string): string {
  return type
    .replace(/(?<=[a-z])([A-Z])/g, (_, letter: string) => ` ${letter.toLowerCase()}`)
    .replace(/^[A-Z]/, (letter) => letter.toLowerCase());
}

const facts = new WeakMap<Pattern, MissingFact>();

export function missingFact(pattern: Pattern): MissingFact {
  const known = facts.get(pattern);
  if (known) return known;
  const type = pattern.types[0]!;
  const kind = pattern.where['kind'] ?? pattern.where['kinds'];
  const fact = {
    fact: `${inWords(type)}${kind === undefined ? '' : ` (${Array.isArray(kind) ? kind.join(' or ') : String(kind)})`}`,
    suppliedBy: plainSuppliers[type] ?? 'caseworker',
  };
  facts.set(pattern, fact);
  return fact;
}
