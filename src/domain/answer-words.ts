// Words about answers to invitations.
import { answersOf, isExcused, type Answer } from './answers';
import { day } from './calendar';
import { isLater, type Happening, type Meeting } from './case-file';
import type { Frame, View } from './view';
import { eventWhy, missing, type ConditionWord, type DateWord, type DoneWord } from './word-kit';

interface Asked {
  readonly it: Happening;
  readonly answer: Answer;
  readonly meeting: Meeting;
}

function asked(view: View, { subject: { trigger } }: Frame): Asked | null {
  if (trigger?.event.type !== 'InvitationAnswered') return null;
  const meeting = view.file.meetings.get(trigger.event.meeting);
  return meeting ? { it: trigger, answer: trigger.event, meeting } : null;
}

/** What the same person answered after this, to whatever time of the meeting. */
const laterOf = (view: View, { it, answer }: Asked) =>
  answersOf(view.file, answer.meeting, answer.participant).filter((h) => isLater(h, it));

/** The day for which the meeting is set now. */
export const meetingTime: DateWord = (view, frame) => {
  const about = asked(view, frame);
  if (!about) return missing('the meeting', 'facilitator');
  const on = day(about.meeting.startsAt.slice(0, 10));
  return {
    known: true,
    day: on,
    why: { of: 'word', says: 'the meeting is set for', from: [eventWhy(about.it)], day: on },
  };
};

/** The meeting is not ahead any more, or the person who answered is not on its list. */
export const notAwaited: ConditionWord = (view, frame) => {
  const about = asked(view, frame);
  if (!about) return true;
  const { meeting, answer } = about;
  return (
    meeting.status !== 'scheduled' ||
    !meeting.invitees.includes(answer.participant) ||
    isExcused(view.file, meeting.id, answer.participant)
  );
};

/** The person has said since what is needed, or that nothing is. */
export const needsToldAnew: ConditionWord = (view, frame) => {
  const about = asked(view, frame);
  return about !== null && laterOf(view, about).some((h) => h.event.needs !== undefined);
};

/** The person has given another answer since. */
export const answeredAnew: DoneWord = (view, frame) => {
  const about = asked(view, frame);
  const next = about && laterOf(view, about)[0];
  return next
    ? { done: true, day: next.on, ...(next.at === undefined ? {} : { at: next.at }), by: [next] }
    : { done: false, lacking: ['another answer'] };
};

/** The meeting is set for another time than the one that was answered. */
export const movedFromIt: DoneWord = (view, frame) => {
  const about = asked(view, frame);
  const lacking = { done: false, lacking: ['another time'] } as const;
  if (!about || about.answer.startsAt === undefined || about.meeting.startsAt === about.answer.startsAt) return lacking;
  let moved: Happening | null = null;
  for (const h of view.file.byType.get('MeetingRescheduled') ?? []) {
    if (h.event.type !== 'MeetingRescheduled' || h.event.meeting !== about.meeting.id) continue;
    moved = h.event.startsAt === about.answer.startsAt ? null : (moved ?? h);
  }
  const by = moved ?? about.meeting.last;
  return { done: true, day: Math.max(by.on, about.it.on), by: [by] };
};

/** A record of this type and kind is about the event, whomever it names. */
export const recordedAbout: DoneWord = (view, frame, args) => {
  const { trigger } = frame.subject;
  const found = view.naming(trigger?.id ?? '').find((h) => {
    const e = h.event as { kind?: string; about?: string };
    return h.type === args['type'] && e.kind === args['kind'] && e.about === trigger?.id;
  });
  return found
    ? { done: true, day: found.on, by: [found] }
    : { done: false, lacking: [`a record of it (${String(args['kind'])})`] };
};
