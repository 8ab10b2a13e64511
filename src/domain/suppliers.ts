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

export function missingFact(pattern: Pattern): MissingFact {
  const type = pattern.types[0]!;
  const kind = pattern.where['kind'] ?? pattern.where['kinds'];
  return {
    fact: `${inWords(type)}${kind === undefined ? '' : ` (${String(kind)})`}`,
    suppliedBy: plainSuppliers[type] ?? 'caseworker',
  };
}
