// Words about the staff who took part in a decision or a meeting.
import type { Happening } from './case-file';
import type { View } from './view';
import type { ConditionWord, DoneWord } from './word-kit';

const hasRole = (view: View, staff: string, role: string, h: Happening): boolean =>
  view.agency.staff.get(staff)?.role === role ||
  view.file.assignments.some(
    (a) => a.staff === staff && a.role === role && a.from <= h.on && (a.until === null || a.until >= h.on),
  );

/** Somebody in this role recorded the event or is named in it. */
export const staffIncludes: ConditionWord = (view, { subject: { trigger } }, args) => {
  if (!trigger) return false;
  const named = (trigger.event as { staff?: readonly string[] }).staff ?? [];
  return [trigger.by, ...named].some((staff) => hasRole(view, staff, String(args['role']), trigger));
};

/** The event comes out of a meeting of this kind that was held. */
export const aboutMeeting: ConditionWord = (view, { subject: { trigger } }, args) => {
  const id = (trigger?.event as { about?: string } | undefined)?.about;
  const meeting = id === undefined ? undefined : view.file.meetings.get(id);
  return meeting?.status === 'held' && meeting.kinds.includes(String(args['kind']));
};

/** Somebody in this role is invited to the meeting; `orReason`: or its record says why nobody is. Whoever sets the meeting is there. */
export const staffInvited: DoneWord = (view, { subject: { trigger } }, args) => {
  const role = String(args['role']);
  const meeting =
    trigger?.event.type === 'MeetingScheduled' ? view.file.meetings.get(trigger.event.meeting) : undefined;
  if (!trigger || !meeting) return { done: false, lacking: [`the ${role}`] };
  const had = (staff: readonly string[]): boolean => staff.some((person) => hasRole(view, person, role, trigger));
  const first = (meeting.scheduled.event as { staff?: readonly string[] }).staff ?? [];
  const { last } = meeting;
  if (had([trigger.by, ...first])) return { done: true, day: trigger.on, by: [trigger] };
  if (had(meeting.staff)) return { done: true, day: last.on, by: [last] };
  if (args['orReason'] === true && [trigger, last].some((h) => (h.event as { reason?: string }).reason !== undefined))
    return { done: true, day: last.on, by: [last] };
  return { done: false, lacking: [`the ${role}${args['orReason'] === true ? ', or the reason why not' : ''}`] };
};

/** Somebody in this role took part in the meeting; `orReason`: or the record says why somebody in this role did not. */
export const staffAttended: DoneWord = (view, { subject: { trigger } }, args) => {
  const role = String(args['role']);
  const attendance = trigger?.event.type === 'MeetingHeld' ? trigger.event.attendance : [];
  const noted =
    trigger !== undefined &&
    attendance.some(
      (a) =>
        hasRole(view, a.participant, role, trigger) &&
        (a.how !== 'absent' || (args['orReason'] === true && a.reason !== undefined)),
    );
  return noted && trigger
    ? { done: true, day: trigger.on, by: [trigger] }
    : { done: false, lacking: [`the ${role}${args['orReason'] === true ? ', or the reason why not' : ''}`] };
};
