// Who can supply a fact that a date waits for.
import type { PlainType } from './events';

export const plainSuppliers: Partial<Record<PlainType, string>> = {
  CaseOpened: 'supervisor',
  StaffAssigned: 'supervisor',
  MeetingScheduled: 'facilitator',
  MeetingHeld: 'facilitator',
  SignOffDecided: 'supervisor',
};
