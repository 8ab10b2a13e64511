// Words about meetings: set, invited to, held apart, with an outcome. Sessions that were split from one meeting are one meeting.
import { day } from './calendar';
import type { CaseFile, Happening, Meeting } from './case-file';
import { anchorName } from './judge';
import { broughtTogether, invitedElsewhere, wholeOf } from './sessions';
import type { Frame, View } from './view';
import type { ConditionWord, DoneWord } from './word-kit';

const scheduledIn = (view: View, { subject: { trigger } }: Frame): Meeting | undefined =>
  trigger?.event.type === 'MeetingScheduled' ? view.file.meetings.get(trigger.event.meeting) : undefined;

/** Two people who must be kept apart are both invited. */
export function together(view: View, meeting: Meeting): boolean {
  return broughtTogether(view.file, view.today, meeting.invitees).length > 0;
}

/** The meeting invites two people who must be kept apart. */
export const bringsTogether: ConditionWord = (view, frame) => {
  const meeting = scheduledIn(view, frame);
  return meeting !== undefined && meeting.status === 'scheduled' && together(view, meeting);
};

/** An order once kept apart two people who were both on the list of this meeting at some time. */
function everTogether(view: View, meeting: Meeting): boolean {
  const invited = new Set(
    view.file.happenings.flatMap(({ event: e }) =>
      (e.type === 'MeetingScheduled' || e.type === 'MeetingRescheduled') && e.meeting === meeting.id
        ? (e.invitees ?? [])
        : [],
    ),
  );
  return (view.file.byType.get('NoContactOrderRecorded') ?? []).some(
    (h) => h.event.type === 'NoContactOrderRecorded' && h.event.between.every((p) => invited.has(p)),
  );
}

/** The meeting no longer brings together people who must be kept apart. */
export const apart: DoneWord = (view, frame) => {
  const meeting = scheduledIn(view, frame);
  if (!meeting || together(view, meeting) || !everTogether(view, meeting))
    return { done: false, lacking: ['separate sessions: split the meeting'] };
  return { done: true, day: meeting.last.on, by: [meeting.last] };
};

/** A meeting of this kind is set (not cancelled, not failed) for the subject, or was held since. */
export const booked: DoneWord = (view, frame, args) => {
  const kind = String(args['kind']);
  const since = frame.opened?.day ?? -Infinity;
  const before = frame.opened && wholeHeld(view.file, view.file.byId.get(anchorName(frame.opened.why)));
  const meeting = [...view.file.meetings.values()].find(
    (m) =>
      m.kinds.includes(kind) &&
      (m.status === 'scheduled' || m.status === 'held') &&
      (m.status === 'held' ? m.last.on : day(m.startsAt.slice(0, 10))) > since &&
      // Another session of the meeting from which this counts is not the next meeting.
      wholeOf(m) !== before &&
      (frame.subject.child === undefined || m.children === null || m.children.includes(frame.subject.child)),
  );
  return meeting
    ? { done: true, day: meeting.scheduled.on, by: [meeting.scheduled] }
    : { done: false, lacking: ['date, time and place'] };
};

function wholeHeld(file: CaseFile, h: Happening | undefined): string | undefined {
  const meeting = h?.event.type === 'MeetingHeld' ? file.meetings.get(h.event.meeting) : undefined;
  return meeting && wholeOf(meeting);
}

/** The person is on the list of the meeting or of another session of it, or there is a recorded reason for not inviting. */
export const invitedOrExcused: DoneWord = (view, frame) => {
  const person = frame.subject.participant;
  const meeting = scheduledIn(view, frame);
  if (!meeting || person === undefined) return { done: true, day: -Infinity, by: [] };
  const reason = (view.file.byType.get('InvitationExcused') ?? []).find(
    (h) =>
      h.event.type === 'InvitationExcused' &&
      h.event.participant === person &&
      (h.event.meeting === undefined || h.event.meeting === meeting.id || h.event.meeting === meeting.sessionOf),
  );
  if (reason) return { done: true, day: reason.on, by: [reason] };
  if (meeting.invitees.includes(person)) return { done: true, day: meeting.last.on, by: [meeting.last] };
  const other = invitedElsewhere(view.file, meeting, person);
  return other
    ? { done: true, day: other.last.on, by: [other.last] }
    : { done: false, lacking: ['an invitation, or a recorded reason for not inviting'] };
};

/** The record of the meeting says whether and how the person took part; `whyAbsent`: and of somebody who did not, why. Who is
 *  invited to another session is noted there. */
export const attendanceNoted: DoneWord = (view, frame, args) => {
  const h = frame.subject.trigger;
  const person = frame.subject.participant;
  if (h?.event.type !== 'MeetingHeld') return { done: false, lacking: ['whether and how the person took part'] };
  const noted = h.event.attendance.find((a) => a.participant === person);
  if (!noted) {
    const meeting = view.file.meetings.get(h.event.meeting);
    return meeting && person !== undefined && invitedElsewhere(view.file, meeting, person)
      ? { done: true, day: h.on, by: [h] }
      : { done: false, lacking: ['whether and how the person took part'] };
  }
  if (args['whyAbsent'] === true && noted.how === 'absent' && noted.reason === undefined)
    return { done: false, lacking: ['why the person did not take part'] };
  return { done: true, day: h.on, by: [h] };
};

/** The meeting was held, was not held or was cancelled, and has not been set anew since. */
export const outcomeRecorded: DoneWord = (view, frame) => {
  const meeting = scheduledIn(view, frame);
  return meeting && meeting.status !== 'scheduled'
    ? { done: true, day: meeting.last.on, by: [meeting.last] }
    : { done: false, lacking: ['held, not held or cancelled'] };
};
