// Who can supply a fact that a date waits for.
import type { PlainType } from './events';

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
