// Words of the vocabulary: rules whose arithmetic would be contorted as data. Each is named, tested by itself, and used
// by programs by name only.
import { addMonths, day, dayOf, type Day } from './calendar';
import { assignmentOn, keptApart, type Happening, type Meeting } from './case-file';
import type { MissingFact, Why } from './obligation';
import type { DateAnswer, DoneAnswer, Frame, View } from './view';

type Args = Readonly<Record<string, string | number | boolean>>;
type DateWord = (view: View, frame: Frame, args: Args) => DateAnswer;
type ConditionWord = (view: View, frame: Frame, args: Args) => boolean;

const missing = (fact: string, suppliedBy = 'caseworker'): { known: false; missing: readonly MissingFact[] } => ({
  known: false,
  missing: [{ fact, suppliedBy }],
});
const eventWhy = (event: Happening): Why => ({ of: 'event', event, day: event.on });

/** Children of the subject: itself, its household's, or all of the case. */
function childrenOf(view: View, frame: Frame): string[] {
  if (frame.subject.child !== undefined) return [frame.subject.child];
  const all = [...view.file.children.values()];
  return all
    .filter((c) => frame.subject.household === undefined || c.household === frame.subject.household)
    .map((c) => c.id);
}

const about = (h: Happening, child: string): boolean => {
  const e = h.event as { children?: readonly string[] };
  return e.children === undefined || e.children.includes(child);
};

/** The last child's return, inside the household: a child still in care keeps it open, one excluded by decision does not count. */
function lastReunification(view: View, frame: Frame): DateAnswer {
  const excluded = (child: string): boolean =>
    (view.file.byType.get('DecisionMade') ?? []).some(
      (h) => h.event.type === 'DecisionMade' && h.event.kind === 'will-not-reunify' && about(h, child),
    );
  const whys: Why[] = [];
  let latest: Day = -Infinity;
  for (const child of childrenOf(view, frame)) {
    const home = (view.file.byType.get('ReunificationHappened') ?? []).findLast((h) => about(h, child));
    const away = (view.file.byType.get('ChildRemoved') ?? []).findLast((h) => about(h, child));
    if (home && (!away || away.on <= home.on)) {
      whys.push(eventWhy(home));
      latest = Math.max(latest, home.on);
    } else if ((away || home) && !excluded(child))
      return missing('the reunification of the last child of the household');
  }
  if (whys.length === 0) return missing('a reunification');
  return { known: true, day: latest, why: { of: 'choice', choice: 'latest', among: whys, day: latest } };
}

interface Span {
  readonly from: Day;
  readonly to: Day;
  readonly counted: boolean;
  readonly reason: string;
}

/** Days of a child from entry into care on, counted or not with the reason: runaway and trial home visit do not count unless the agency says so. */
export function careLedger(
  view: View,
  child: string,
  until: Day,
  uncounted: readonly string[] = String(view.setting('careDaysNotCounted')).split(','),
): Span[] {
  const changes = [
    ...(view.file.byType.get('EnteredCare') ?? []).map((h) => ({ h, kind: 'in care' })),
    ...(view.file.byType.get('PlacementChanged') ?? []).map((h) => ({
      h,
      kind: h.event.type === 'PlacementChanged' ? h.event.kind : '',
    })),
    ...(view.file.byType.get('ReunificationHappened') ?? []).map((h) => ({ h, kind: 'home' })),
  ]
    .filter(({ h }) => about(h, child) && h.on <= until)
    .sort((a, b) => a.h.on - b.h.on || a.h.seq - b.h.seq);
  const start = changes.findIndex(({ kind }) => kind === 'in care');
  if (start < 0) return [];
  return changes.slice(start).flatMap(({ h, kind }, i, all) => {
    const to = all[i + 1]?.h.on ?? until + 1;
    const counted = kind !== 'home' && !uncounted.includes(kind);
    return to > h.on ? [{ from: h.on, to, counted, reason: kind }] : [];
  });
}

/** First day on which the counted days inside the most recent `window` months reach `months` months; a stay without a break is entry + months. */
const careThreshold: DateWord = (view, frame, args) => {
  const child = frame.subject.child;
  const [need, window] = [Number(args['months']), Number(args['window'])];
  if (child === undefined) return missing('the child');
  const entry = (view.file.byType.get('EnteredCare') ?? []).find((h) => about(h, child));
  if (!entry) return missing('the entry into care of the child');
  const horizon = addMonths(Math.max(view.today, entry.on), need + window);
  const ledger = careLedger(view, child, horizon);
  const from: Why[] = [eventWhy(entry)];
  const answer = (d: Day, says: string): DateAnswer => ({
    known: true,
    day: d,
    why: { of: 'word', says, from, day: d },
  });
  if (ledger.every((span) => span.counted))
    return answer(addMonths(entry.on, need), `${need} calendar months of unbroken care`);
  const needed = addMonths(entry.on, need) - entry.on;
  for (let d = addMonths(entry.on, need); d <= horizon; d++) {
    const since = addMonths(d, -window);
    const days = ledger.reduce(
      (sum, s) => sum + (s.counted ? Math.max(0, Math.min(s.to, d) - Math.max(s.from, since)) : 0),
      0,
    );
    if (days >= needed) return answer(d, `${needed} counted days in care within the ${window} months before`);
  }
  return missing(`${need} months in care within ${window}`);
};

/** In care without a break since: the start of the present out-of-home stay of the child. */
const presentStay: DateWord = (view, frame) => {
  const child = frame.subject.child;
  const ledger = child === undefined ? [] : careLedger(view, child, view.today, []);
  let start: Span | undefined;
  for (const span of ledger) start = span.reason === 'home' ? undefined : (start ?? span);
  if (!start || child === undefined) return missing('the start of the out-of-home placement');
  const began = [
    ...(view.file.byType.get('EnteredCare') ?? []),
    ...(view.file.byType.get('PlacementChanged') ?? []),
  ].find((h) => about(h, child) && h.on === start.from);
  return {
    known: true,
    day: start.from,
    why: began ? eventWhy(began) : { of: 'word', says: 'start of the stay', from: [], day: start.from },
  };
};

export const dateWords: Readonly<Record<string, DateWord>> = {
  'last-reunification': (view, frame) => lastReunification(view, frame),
  'care-threshold': careThreshold,
  'present-stay': presentStay,
};

export const conditionWords: Readonly<Record<string, ConditionWord>> = {
  /** An order stands for a child of the subject: its status is that of an order and it has neither ended nor expired. */
  'under-order': (view, frame, args) =>
    childrenOf(view, frame).some((child) => {
      const last = (view.file.byType.get('LegalStatusChanged') ?? []).findLast(
        (h) => about(h, child) && view.hasCome(h.on),
      );
      if (last?.event.type !== 'LegalStatusChanged' || last.event.status !== String(args['status'])) return false;
      return last.event.expiresOn === undefined || !view.hasCome(day(last.event.expiresOn) + 1);
    }),
  /** The scheduled time lies after the due date of an open obligation of this duty for a child of the meeting. */
  'after-due': (view, frame, args) => {
    const e = frame.subject.trigger?.event;
    if (!e || (e.type !== 'MeetingScheduled' && e.type !== 'MeetingRescheduled')) return false;
    const meeting = view.file.meetings.get(e.meeting);
    if (!meeting?.kinds.includes(String(args['kind']))) return false;
    const due = view.earliestDue(String(args['duty']), meeting.children ?? undefined);
    return due !== null && day(e.startsAt.slice(0, 10)) > due;
  },
  /** What the event is about, or decides on, is a record of this kind. */
  'is-about': (view, frame, args) => kindOf(subjectMatter(view, frame)) === args['kind'],
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
  'family-took-part': (view, frame) =>
    frame.subject.trigger !== undefined && view.fits(frame.subject.trigger, { familyTookPart: true }),
  /** The person who facilitates is not the case worker of the case. */
  'facilitator-is-caseworker': (view, frame) => {
    const e = frame.subject.trigger?.event;
    return (
      e?.type === 'StaffAssigned' &&
      view.file.assignments.some((a) => a.role === 'caseworker' && a.until === null && a.staff === e.staff)
    );
  },
  /** The meeting invites two people who must be kept apart. */
  'brings-together': (view, frame) => {
    const e = frame.subject.trigger?.event;
    const meeting = e?.type === 'MeetingScheduled' ? view.file.meetings.get(e.meeting) : undefined;
    return meeting !== undefined && meeting.status === 'scheduled' && together(view, meeting);
  },
  'over-capacity': (view, frame) => {
    const e = frame.subject.trigger?.event;
    return e?.type === 'StaffAssigned' && (e.familiesBefore ?? 0) >= Number(view.setting('familiesPerFacilitator'));
  },
};

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

/** Two people who must be kept apart are both invited. */
export function together(view: View, meeting: Meeting): boolean {
  return keptApart(view.file, view.today).some(
    ([a, b]) => meeting.invitees.includes(a) && meeting.invitees.includes(b),
  );
}

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

export const doneWords: Readonly<Record<string, (view: View, frame: Frame, args: Args) => DoneAnswer>> = {
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
    if (!held) return { done: false, lacking: [`a ${role} assigned to the case`] };
    const before = view.file.assignments.filter((a) => a.role === role && a.from < held.from);
    let since = held;
    for (const a of before.reverse()) if (a.until === null || a.until >= since.from) since = a;
    return { done: true, day: since.from, by: [since.assigned] };
  },
  /** A meeting of this kind is set (not cancelled, not failed) for the subject, or was held since. */
  booked: (view, frame, args) => {
    const kind = String(args['kind']);
    const since = frame.opened?.day ?? -Infinity;
    const meeting = [...view.file.meetings.values()].find(
      (m) =>
        m.kinds.includes(kind) &&
        (m.status === 'scheduled' || m.status === 'held') &&
        day(m.startsAt.slice(0, 10)) > since &&
        (frame.subject.child === undefined || m.children === null || m.children.includes(frame.subject.child)),
    );
    return meeting
      ? { done: true, day: meeting.scheduled.on, by: [meeting.scheduled] }
      : { done: false, lacking: ['date, time and place'] };
  },
  /** The person is on the list of the meeting, or there is a recorded reason for not inviting. */
  'invited-or-excused': (view, frame) => {
    const e = frame.subject.trigger?.event;
    const person = frame.subject.participant;
    const meeting = e?.type === 'MeetingScheduled' ? view.file.meetings.get(e.meeting) : undefined;
    if (!meeting || person === undefined) return { done: true, day: -Infinity, by: [] };
    const reason = (view.file.byType.get('InvitationExcused') ?? []).find(
      (h) =>
        h.event.type === 'InvitationExcused' &&
        h.event.participant === person &&
        (h.event.meeting === undefined || h.event.meeting === meeting.id),
    );
    if (reason) return { done: true, day: reason.on, by: [reason] };
    return meeting.invitees.includes(person)
      ? { done: true, day: meeting.last.on, by: [meeting.last] }
      : { done: false, lacking: ['an invitation, or a recorded reason for not inviting'] };
  },
  /** The record of the meeting says whether and how the person took part. */
  'attendance-noted': (view, frame) => {
    const h = frame.subject.trigger;
    const noted =
      h?.event.type === 'MeetingHeld' && h.event.attendance.some((a) => a.participant === frame.subject.participant);
    return noted && h
      ? { done: true, day: h.on, by: [h] }
      : { done: false, lacking: ['whether and how the person took part'] };
  },
  /** The meeting no longer brings together people who must be kept apart. */
  apart: (view, frame) => {
    const e = frame.subject.trigger?.event;
    const meeting = e?.type === 'MeetingScheduled' ? view.file.meetings.get(e.meeting) : undefined;
    if (!meeting || together(view, meeting) || !everTogether(view, meeting))
      return { done: false, lacking: ['separate sessions'] };
    return { done: true, day: meeting.last.on, by: [meeting.last] };
  },
};
