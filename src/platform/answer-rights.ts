// What a link or code is good for, and until when.
import type { Meeting, Proposal } from '../domain/case-file';
import { startOf } from '../domain/notices';
import { lastSlot, searchKey } from '../domain/times';
import type { Invited, Purpose } from './answer-links';

export interface Right extends Invited {
  readonly purpose: Purpose;
  readonly expiresAt: number;
}

type To = Pick<Invited, 'caseId' | 'participant'>;

/** To answer an invitation, until the meeting begins. */
export const rightToAnswer = ({ caseId, participant, meeting }: To & { readonly meeting: Meeting }): Right => ({
  purpose: 'answer',
  caseId,
  participant,
  meeting: meeting.id,
  startsAt: meeting.startsAt,
  zone: meeting.zone,
  expiresAt: startOf(meeting),
});

/** To say which of the proposed times would suit, until the last of them. */
export const rightToChoose = ({ caseId, participant, proposal }: To & { readonly proposal: Proposal }): Right => ({
  purpose: 'choose-time',
  caseId,
  participant,
  meeting: proposal.meeting,
  startsAt: searchKey(proposal),
  zone: proposal.zone,
  expiresAt: lastSlot(proposal),
});
