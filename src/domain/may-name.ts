// A youth who is old enough may bring people of his or her choice, and is told so in the invitation.
import { settingValueOf } from './agency';
import { addMonths, day } from './calendar';
import type { CaseFile } from './case-file';
import type { Intent } from './ledger';
import type { Context } from './plan';

/** Old enough on the day of the meeting, not on the day on which the letter is written. */
export function mayName({ topic, to, due }: Intent, file: CaseFile, { agency, programs }: Context): boolean {
  const child = to.kind === 'participant' ? file.children.get(to.id) : undefined;
  if (topic !== 'meeting' || child === undefined || due === null) return false;
  const on = day(due.slice(0, 10));
  return addMonths(child.bornOn, Number(settingValueOf(agency, programs, 'youthNamesFrom', on)) * 12) <= on;
}
