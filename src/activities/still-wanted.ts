// The last look before something is sent: is it still wanted, and safe, by what the journal says at this moment? The plan has
// said so before; between its turn and this moment an order may have been recorded, or the day may have changed.
import { answerOf } from '../domain/answers';
import { dayOf } from '../domain/calendar';
import { participantsOn, type CaseFile } from '../domain/case-file';
import type { Recorded } from '../domain/events';
import type { Intent } from '../domain/ledger';
import { isOpen, meetingNotices, startOf, type Invitation } from '../domain/notices';
import { changesOf, type Context } from '../domain/plan';
import { isActive } from '../domain/presence';
import { requestsIn } from '../domain/sign-offs';
import { openProposal, timeNotices, timesGiven } from '../domain/times';
import { View } from '../domain/view';

export type DropReason =
  | 'kept-apart'
  | 'left-the-case'
  | 'not-invited'
  | 'changed'
  | 'begun'
  | 'declined'
  | 'invited-again'
  | 'never-told'
  | 'answered'
  | 'inactive-staff'
  | 'not-asked';

/** Reasons that the plan does not know: it must think again. The others are the end of the matter. */
export const changesPlan: ReadonlySet<string> = new Set<DropReason>([
  'kept-apart',
  'left-the-case',
  'not-invited',
  'changed',
  'inactive-staff',
  'not-asked',
]);

export interface Look {
  readonly intent: Intent;
  readonly journal: readonly Recorded[];
  readonly ledger: readonly Intent[];
  readonly file: CaseFile;
  readonly context: Context;
  readonly now: number;
}

/** null: send it. */
export function reasonToDrop(look: Look): DropReason | null {
  const { intent } = look;
  if (intent.to.kind === 'staff' && !worksHere(look)) return 'inactive-staff';
  switch (intent.topic) {
    case 'meeting':
      return aboutMeeting(look);
    case 'times':
      return aboutTimes(look);
    case 'duty':
      return intent.kind !== 'requestSignOff' || isAsked(look) ? null : 'not-asked';
  }
}

/** It still waits, and for this person: decided meanwhile, or by now for somebody else, it is not asked. */
function isAsked({ intent, file, context, now }: Look): boolean {
  // No earlier than the moment of the letter: on that day it was this person who was asked.
  const view = new View(file, context.agency, context.programs, Math.max(now, intent.at));
  return requestsIn(view).some((o) => o.group === intent.about && isOpen(o) && o.owner.staff === intent.to.id);
}

function worksHere({ intent, context, now }: Look): boolean {
  const person = context.agency.staff.get(intent.to.id);
  return person !== undefined && isActive(person, dayOf(now, context.agency.zone));
}

function aboutMeeting({ intent, journal, ledger, file, context, now }: Look): DropReason | null {
  const view = new View(file, context.agency, context.programs, now);
  const invitation = meetingNotices(view, changesOf(journal)).invitations.find(
    (v) => v.meeting === intent.about && v.to.id === intent.to.id,
  );
  if (intent.method === 'CANCEL') {
    if (invitation?.state === 'invited') return 'invited-again';
    return wasInvited(intent, ledger) ? null : 'never-told';
  }
  if (intent.to.kind === 'participant' && !participantsOn(file, view.today).some((p) => p.id === intent.to.id))
    return 'left-the-case';
  if (invitation === undefined) return 'not-invited';
  if (invitation.state === 'held') return 'kept-apart';
  if (!saysTheSame(intent, invitation)) return 'changed';
  const meeting = file.meetings.get(intent.about);
  if (meeting === undefined || startOf(meeting) <= now) return 'begun';
  return intent.kind === 'remind' && answerOf(file, meeting, intent.to.id)?.answer === 'declined' ? 'declined' : null;
}

function aboutTimes({ intent, file, context, now }: Look): DropReason | null {
  const view = new View(file, context.agency, context.programs, now);
  const { asked, notices } = timeNotices(view);
  const ask = asked.find((one) => one.meeting === intent.about && one.to.id === intent.to.id);
  if (!participantsOn(file, view.today).some((p) => p.id === intent.to.id)) return 'left-the-case';
  if (ask === undefined) return 'changed';
  if (ask.state === 'held') return 'kept-apart';
  if (notices.some((one) => intent.key.endsWith(`/${one.key}`))) return null;
  const proposal = openProposal(file, intent.about);
  return proposal && timesGiven(file, proposal, intent.to.id) ? 'answered' : 'changed';
}

/** Nobody is told that something is cancelled of which he or she never heard. */
function wasInvited(cancel: Intent, ledger: readonly Intent[]): boolean {
  return ledger.some(
    (i) =>
      i.kind === 'invite' &&
      i.method === 'REQUEST' &&
      i.about === cancel.about &&
      i.to.id === cancel.to.id &&
      i.state === 'sent',
  );
}

function saysTheSame(intent: Intent, { content }: Invitation): boolean {
  const told = intent.content;
  if (told === undefined) return intent.due === content.startsAt;
  return (
    told.startsAt === content.startsAt &&
    told.zone === content.zone &&
    told.minutes === content.minutes &&
    told.kinds.join() === content.kinds.join()
  );
}
