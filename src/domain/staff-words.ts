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
