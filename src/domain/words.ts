// Words of the vocabulary: rules whose arithmetic would be contorted as data. Each is named, tested by itself, and used
// by programs by name only.
import { answeredAnew, meetingTime, movedFromIt, needsToldAnew, notAwaited, recordedAbout } from './answer-words';
import { day, dayOf, type Day } from './calendar';
import {
  awaitedHome,
  awayAgain,
  careThreshold,
  firstReunification,
  inCare,
  lastReunification,
  presentStay,
  wasInCare,
} from './care-words';
import { assignmentOn, type Happening } from './case-file';
import { cycle } from './cycle-words';
import { orderEnded, postponedOn, underOrder } from './legal-words';
import { apart, attendanceNoted, booked, bringsTogether, invitedOrExcused, outcomeRecorded } from './meeting-words';
import { newlyUnreached, reachedSince } from './reach-words';
import { askedAgain, mendedByProgram, requestGone, signedOff } from './sign-off-words';
import { aboutMeeting, staffAttended, staffIncludes, staffInvited } from './staff-words';
import { answersAreIn, askedApart, asksTogether, searchOver, timeChosen, timesAnswered } from './times-words';
import { isSupervisory } from './superiors';
import { goalChanged, moreThanTheirSection, namesOneOf } from './plan-words';
import type { Frame, View } from './view';
import { about, eventWhy, missing, type ConditionWord, type DateWord, type DoneWord } from './word-kit';

export const dateWords: Readonly<Record<string, DateWord>> = {
  /** The day on which the event was first recorded, which may be later than the day on which it happened. */
  'recorded-on': (view, frame) => {
    const h = frame.subject.trigger;
    if (!h) return missing('the record');
    const d = dayOf(h.firstKnownAt, view.agency.zone);
    return {
      known: true,
      day: d,
      at: h.firstKnownAt,
      why: { of: 'word', says: 'recorded', from: [eventWhy(h)], day: d },
    };
  },
  'last-reunification': lastReunification,
  'first-reunification': firstReunification,
  'care-threshold': careThreshold,
  'present-stay': presentStay,
  'order-ended': orderEnded,
  'postponed-on': postponedOn,
  'meeting-time': meetingTime,
  cycle,
  'times-answered': timesAnswered,
};

export const conditionWords: Readonly<Record<string, ConditionWord>> = {
  'under-order': underOrder,
  'awaited-home': awaitedHome,
  'away-again': awayAgain,
  'staff-includes': staffIncludes,
  'about-meeting': aboutMeeting,
  'in-care': inCare,
  'was-in-care': wasInCare,
  'goal-changed': goalChanged,
  'more-than-their-section': moreThanTheirSection,
  'newly-unreached': newlyUnreached,
  'not-awaited': notAwaited,
  'needs-told-anew': needsToldAnew,
  'request-gone': requestGone,
  'mended-by-program': mendedByProgram,
  'signed-off': signedOff,
  /** The scheduled time lies after the due date of an open obligation of this duty for a child of the meeting. */
  'after-due': (view, frame, args) => {
    const e = frame.subject.trigger?.event;
    if (!e || (e.type !== 'MeetingScheduled' && e.type !== 'MeetingRescheduled')) return false;
    const meeting = view.file.meetings.get(e.meeting);
    if (!meeting?.kinds.includes(String(args['kind']))) return false;
    const due = view.earliestDue(String(args['duty']), meeting.children ?? undefined);
    return due !== null && day(e.startsAt.slice(0, 10)) > due;
  },
  /** What the event is about, or decides on, is a record of this kind; a contact that reached nobody is none. */
  'is-about': (view, frame, args) => {
    const matter = subjectMatter(view, frame);
    if (matter?.event.type === 'ContactMade' && matter.event.outcome !== 'reached') return false;
    return kindOf(matter) === args['kind'];
  },
  /** The document that the event is about has one of this kind with it (`latest`: the newest that the case knows for these children). */
  attached: (view, frame, args) => {
    const form = subjectMatter(view, frame)?.event;
    if (form?.type !== 'DocumentCompleted') return false;
    const dated = (h: Happening): Day =>
      h.event.type === 'DocumentCompleted' && h.event.datedOn ? day(h.event.datedOn) : h.on;
    const known = (view.file.byType.get('DocumentCompleted') ?? [])
      .filter(
        (h) => kindOf(h) === args['kind'] && (form.children ?? [undefined]).some((c) => c === undefined || about(h, c)),
      )
      .sort((a, b) => dated(a) - dated(b));
    const wanted = args['latest'] === true ? known.slice(-1) : known;
    return wanted.some((h) => h.event.type === 'DocumentCompleted' && form.attached?.includes(h.event.document));
  },
  /** What the event names in a field stands on the agency's list, a setting with commas. `orNone`: nothing named, or nothing
   *  listed yet, is no obstacle. */
  listed: (view, frame, args) => {
    const value = (frame.subject.trigger?.event as Record<string, unknown> | undefined)?.[String(args['field'])];
    const list = String(view.setting(String(args['setting'])))
      .split(',')
      .flatMap((code) => code.trim() || []);
    if (list.length === 0 || value === undefined) return args['orNone'] === true;
    return [value].flat().every((one) => typeof one === 'string' && list.includes(one));
  },
  'family-took-part': (view, frame) =>
    frame.subject.trigger !== undefined && view.fits(frame.subject.trigger, { familyTookPart: true }),
  /** The person who facilitates is the case worker of the case as well. */
  'facilitator-is-caseworker': (view, frame) => {
    const e = frame.subject.trigger?.event;
    return (
      e?.type === 'StaffAssigned' &&
      stillAssigned(view, frame) &&
      view.file.assignments.some((a) => a.role === 'caseworker' && a.until === null && a.staff === e.staff)
    );
  },
  'brings-together': bringsTogether,
  'answers-are-in': answersAreIn,
  'asks-together': asksTogether,
  'search-over': searchOver,
  /** Above the limit, and no supervisor has said why when the assignment was recorded. */
  'over-capacity': (view, frame) => {
    const { trigger } = frame.subject;
    const e = trigger?.event;
    return (
      e?.type === 'StaffAssigned' &&
      stillAssigned(view, frame) &&
      !(e.reason !== undefined && isSupervisory(view.agency.staff.get(trigger?.by ?? '')?.role)) &&
      (e.familiesBefore ?? 0) >= Number(view.setting('familiesPerFacilitator'))
    );
  },
};

/** Nothing is asked about an assignment that is over. */
function stillAssigned(view: View, { subject: { trigger } }: Frame): boolean {
  const assignment = view.file.assignments.find((a) => a.assigned.id === trigger?.id);
  return assignment !== undefined && (assignment.until === null || assignment.until > view.today);
}

/** The record that the event is about (by its id, or by that of the document), or on which it decides. */
function subjectMatter(view: View, frame: Frame): Happening | undefined {
  const e = frame.subject.trigger?.event as { about?: string; request?: string } | undefined;
  const id = e?.about ?? e?.request;
  if (id === undefined) return undefined;
  return (
    view.file.byId.get(id) ??
    (view.file.byType.get('DocumentCompleted') ?? []).findLast(
      (h) => h.event.type === 'DocumentCompleted' && h.event.document === id,
    )
  );
}

const kindOf = (h: Happening | undefined): string | undefined => (h?.event as { kind?: string } | undefined)?.kind;

export const doneWords: Readonly<Record<string, DoneWord>> = {
  'staff-attended': staffAttended,
  'staff-invited': staffInvited,
  'names-one-of': namesOneOf,
  'reached-since': reachedSince,
  'answered-anew': answeredAnew,
  'moved-from-it': movedFromIt,
  'recorded-about': recordedAbout,
  'asked-again': askedAgain,
  booked,
  'invited-or-excused': invitedOrExcused,
  'attendance-noted': attendanceNoted,
  'outcome-recorded': outcomeRecorded,
  'time-chosen': timeChosen,
  'asked-apart': askedApart,
  apart,
  /** The event stands in the record since the day on which it was recorded, which may be later than the day on which it happened. */
  'on-record': (view, frame) => {
    const h = frame.subject.trigger;
    return h
      ? { done: true, day: dayOf(h.firstKnownAt, view.agency.zone), at: h.firstKnownAt, by: [h] }
      : { done: false, lacking: ['the record'] };
  },
  /** Somebody holds the role today; met on the day since when it has been held without a gap. */
  staffed: (view, _frame, args) => {
    const role = String(args['role']);
    const held = assignmentOn(view.file, role, view.today);
    if (!held || !view.isHere(held.staff)) return { done: false, lacking: [`a ${role} assigned to the case`] };
    const before = view.file.assignments.filter((a) => a.role === role && a.from < held.from);
    let since = held;
    for (const a of before.reverse()) if (a.until === null || a.until >= since.from) since = a;
    return { done: true, day: since.from, by: [since.assigned] };
  },
};
