// Answers to invitations: which of them counts, and whether one may be recorded.
import { instantOf, day } from './calendar';
import { isLater, type CaseFile, type Happening, type Meeting } from './case-file';
import type { PlainEvent } from './events';
import { unmet, type Unmet } from './unmet';
import type { View } from './view';

export type Answer = Extract<PlainEvent, { type: 'InvitationAnswered' }>;
/** An answer that stands in the case. */
export type Given = Happening & { readonly event: Answer };

/** What one person answered to the invitations of one meeting, whatever its time was then, in the order in which it was given. */
export function answersOf(file: CaseFile, meeting: string, person: string): readonly Given[] {
  const all = (file.byType.get('InvitationAnswered') ?? []).filter(
    (h): h is Given =>
      h.event.type === 'InvitationAnswered' && h.event.meeting === meeting && h.event.participant === person,
  );
  return all.toSorted((a, b) => (isLater(b, a) ? -1 : 1));
}

/** The last answer to the time for which the meeting is set; an answer to another time does not count. */
export function givenFor(file: CaseFile, meeting: Meeting, person: string): Given | null {
  return answersOf(file, meeting.id, person).findLast((h) => h.event.startsAt === meeting.startsAt) ?? null;
}

export function answerOf(file: CaseFile, meeting: Meeting, person: string): Answer | null {
  return givenFor(file, meeting, person)?.event ?? null;
}

/** There is a reason on record for not inviting this person (to this meeting, or to any). */
export function isExcused(file: CaseFile, meeting: string, person: string): boolean {
  return (file.byType.get('InvitationExcused') ?? []).some(
    (h) =>
      h.event.type === 'InvitationExcused' &&
      h.event.participant === person &&
      (h.event.meeting === undefined || h.event.meeting === meeting),
  );
}

/** What keeps an answer from being recorded; that the meeting exists and is still to come was looked at before. */
export function answerTrouble(e: Answer, by: string, meeting: Meeting, view: View): Unmet[] {
  const problems: Unmet[] = [];
  if (!meeting.invitees.includes(e.participant))
    problems.push(
      unmet(
        'not-invited',
        'participant',
        `${e.participant} is not on the list of this meeting.`,
        'Name somebody of its `invitees`.',
      ),
    );
  if (e.startsAt !== undefined && e.startsAt !== meeting.startsAt)
    problems.push(
      unmet(
        'other-time',
        'startsAt',
        `The meeting is set for ${meeting.startsAt} now, not for ${e.startsAt}.`,
        'Ask for an answer to the time that is set now.',
      ),
    );
  if (e.source === 'told') return problems;
  if (by !== e.participant)
    problems.push(
      unmet(
        'not-theirs',
        'source',
        'Only the person who was invited answers by a link or a code.',
        'Leave `source` out: the answer was told to you.',
      ),
    );
  const start = instantOf(day(meeting.startsAt.slice(0, 10)), meeting.startsAt.slice(11, 16), meeting.zone);
  // By when it was given, not by when the case heard of it: it may have waited in the intake.
  if ((e.at === undefined ? view.now : Date.parse(e.at)) >= start)
    problems.push(
      unmet('begun', 'at', 'The meeting had begun when this was answered.', 'Record in the meeting who took part.'),
    );
  return problems;
}
