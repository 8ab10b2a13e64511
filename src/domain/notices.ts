// What the plan wants said, to whom and when: reminders and escalations about duties, invitations and reminders about
// meetings. Each has a derived key, never an ordinal, so that the same thing is never said twice.
import { answerOf, isExcused } from './answers';
import { businessDayBy, day, dayOf, instantOf, iso as isoOf, weekday, type Day, type Instant } from './calendar';
import { participantsOn, type Meeting } from './case-file';
import { knownAt, type Obligation } from './obligation';
import { nextLevelOf } from './approvers';
import { actingFor, isAway } from './presence';
import { hasOwnSupervisor, ownSupervisor, superiorOf } from './superiors';
import type { View } from './view';
import { together } from './meeting-words';

export type NoticeKind = 'invite' | 'remind' | 'escalate' | 'requestSignOff' | 'announce';

export interface Recipient {
  readonly kind: 'staff' | 'participant';
  readonly id: string;
}

/** Something to say at a moment: about a duty (`about` is its group), a meeting (its id), or the times proposed for one (its id). */
export interface Notice {
  readonly key: string;
  readonly kind: NoticeKind;
  readonly to: Recipient;
  readonly about: string;
  readonly topic: 'duty' | 'meeting' | 'times';
  /** For a duty the due date that is told; for a meeting its start; for times the last day for an answer. */
  readonly due: string | null;
  /** When it is to be said. Several rungs of one thing that fell due together are said once. */
  readonly at: Instant;
  readonly rung: string;
  /** now: safety, sign-off, hours. day: the rest. */
  readonly urgency: 'now' | 'day';
  /** The entry asked that even what was past be said. */
  readonly tellPast: boolean;
  /** Taken over from somebody else: who never heard of it is told, though its moment was before. */
  readonly takenOver?: true;
}

/** Who should hold an invitation to a meeting, and to what. */
export interface Invitation {
  readonly meeting: string;
  readonly to: Recipient;
  /** held: two people who must be kept apart are both on the list; nothing is sent until the facilitator has split it. */
  readonly state: 'invited' | 'held';
  /** Grows with every recorded change of the meeting. */
  readonly sequence: number;
  readonly content: {
    readonly startsAt: string;
    readonly zone: string;
    readonly minutes: number;
    readonly kinds: readonly string[];
    readonly familyTime: boolean;
  };
  readonly startsAt: Instant;
  readonly knownAt: Instant;
}

const OPEN = new Set(['due', 'window', 'overdue']);

export function isOpen(o: Obligation): boolean {
  return OPEN.has(o.status);
}

/** Rungs of one obligation, past and to come. */
export function rungsOf(o: Obligation, view: View, unitSupervisor: string | null): Notice[] {
  if (!isOpen(o) || o.owner.staff === null || o.remind === 'never') return [];
  const supervisor = toldWhenLate(o.owner, o.subject.child, view) ?? unitSupervisor;
  const known = knownAt(o.why);
  if (known.at === -Infinity) return [];
  const owner = o.owner.staff;
  const due = o.due === null ? null : isoOf(o.due);
  const make = (kind: NoticeKind, to: string, rung: string, at: Instant, urgency: Notice['urgency']): Notice => ({
    key: `${o.group}/${due ?? 'no-date'}/${kind}-${rung}/${to}`,
    kind,
    to: { kind: 'staff', id: to },
    about: o.group,
    topic: 'duty',
    due,
    at,
    rung,
    urgency,
    tellPast: known.tellPast,
  });
  /** What comes while its recipient is away goes to whoever acts for him or her as well; a reminder on a day on which a part-time
   *  owner does not work, to the supervisor. */
  const withAbsence = (told: readonly Notice[]): Notice[] =>
    told.flatMap((n) => {
      const acting = standIn(n.to.id, n.at, view);
      if (acting !== null) return [n, make(n.kind, acting, n.rung, n.at, n.urgency)];
      return n.kind === 'remind' && supervisor !== null && supervisor !== owner && isOff(owner, n.at, view)
        ? [n, make('remind', supervisor, n.rung, n.at, n.urgency)]
        : [n];
    });
  const list: Notice[] = [];
  if (o.remind === 'at-once') {
    for (const minutes of view.numbers('urgentReminders'))
      list.push(make('remind', owner, `${minutes}m`, known.at + minutes * 60_000, 'now'));
    if (supervisor !== null && supervisor !== owner)
      for (const minutes of view.numbers(o.escalate ?? 'urgentEscalations'))
        list.push(make('escalate', supervisor, `${minutes}m`, known.at + minutes * 60_000, 'now'));
    return withAbsence(list);
  }
  if (o.signOff) {
    const asked = dayOf(known.at, view.agency.zone);
    for (const d of view.numbers('signOffReminders'))
      list.push(make('requestSignOff', owner, `${d}d`, d === 0 ? known.at : morning(asked + d, view), 'now'));
    const above = o.subject.trigger ? nextLevelOf(owner, o.subject.trigger, view) : null;
    if (above !== null)
      for (const d of view.numbers('signOffEscalations'))
        list.push(make('escalate', above, `${d}d`, morning(asked + d, view), 'now'));
    return list.map((n) => ({ ...n, takenOver: true as const }));
  }
  if (o.due === null || o.strength === 'aim' || (o.strength === 'track' && !o.chase)) return [];
  const day0 = o.due;
  for (const d of view.numbers(o.remind))
    list.push(make('remind', owner, `before-${d}`, morning(day0 - d, view), 'day'));
  if (o.chase) {
    for (const d of view.numbers('overdueReminders'))
      list.push(make('remind', owner, `after-${d}`, morning(day0 + d, view), 'day'));
    if (supervisor !== null && supervisor !== owner)
      for (const d of view.numbers('escalations'))
        list.push(make('escalate', supervisor, `after-${d}`, morning(day0 + d, view), 'day'));
  }
  // What lay in the past when the facts became known is not said, unless the entry asked for it.
  return withAbsence(list.filter((n) => known.tellPast || n.at >= known.at));
}

/** Who acts for somebody who is away then; null: he or she is here, or nobody is. */
function standIn(staff: string, at: Instant, view: View): string | null {
  const on = dayOf(at, view.agency.zone);
  const person = view.agency.staff.get(staff);
  if (person === undefined || !isAway(person, on)) return null;
  return actingFor(staff, on, view.agency);
}

function isOff(staff: string, at: Instant, view: View): boolean {
  const days = view.agency.staff.get(staff)?.workingDays;
  return days !== undefined && !days.includes(weekday(dayOf(at, view.agency.zone)));
}

/** Who is told when the owner is late, where the role has a supervisor of its own. */
function toldWhenLate({ role, staff }: Obligation['owner'], child: string | undefined, view: View): string | null {
  if (staff === null || !hasOwnSupervisor(role)) return null;
  const own = ownSupervisor(role, view, child)?.id;
  return own !== undefined && own !== staff ? own : superiorOf(staff, view);
}

/** The day on which those invited are reminded: on Friday of a meeting on Monday, while there is still somebody to call. */
function ahead(of: Day, days: number, view: View): Day {
  return days === 0 ? of : businessDayBy(of - days, view.agency.holidays);
}

/** The agency's morning of a day, moved by the stable offset of the case. */
export function morning(d: Day, view: View, zone: string = view.agency.zone): Instant {
  const spread = Number(view.setting('spreadMinutes'));
  return (
    instantOf(d, String(view.setting('morning')), zone) +
    (spread > 0 ? (hash(view.file.opened?.id ?? '') % spread) * 60_000 : 0)
  );
}

export function hash(text: string): number {
  let h = 2166136261;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619);
  return h >>> 0;
}

export function startOf(meeting: Pick<Meeting, 'startsAt' | 'zone'>): Instant {
  return instantOf(day(meeting.startsAt.slice(0, 10)), meeting.startsAt.slice(11, 16), meeting.zone);
}

/** Invitations that should be out, and reminders to those invited. */
export function meetingNotices(
  view: View,
  changes: ReadonlyMap<string, number>,
): { invitations: Invitation[]; reminders: Notice[] } {
  const invitations: Invitation[] = [];
  const reminders: Notice[] = [];
  for (const meeting of view.file.meetings.values()) {
    if (meeting.status !== 'scheduled' || view.file.closed || allChildrenClosed(view, meeting)) continue;
    const startsAt = startOf(meeting);
    const held = together(view, meeting);
    const here = new Set(participantsOn(view.file, view.today).map((p) => p.id));
    const family = meeting.invitees.filter((person) => here.has(person) && !isExcused(view.file, meeting.id, person));
    const staff = meeting.staff.filter((person) => view.isHere(person));
    const invited: readonly Recipient[] = [
      ...family.map((id): Recipient => ({ kind: 'participant', id })),
      ...staff.map((id): Recipient => ({ kind: 'staff', id })),
    ];
    for (const to of invited) {
      const person = to.id;
      invitations.push({
        meeting: meeting.id,
        to,
        state: held ? 'held' : 'invited',
        sequence: changes.get(meeting.id) ?? 0,
        content: {
          startsAt: meeting.startsAt,
          zone: meeting.zone,
          minutes: meeting.minutes,
          kinds: meeting.kinds,
          familyTime: meeting.familyTime,
        },
        startsAt,
        knownAt: meeting.last.knownAt,
      });
      // Whoever will not come is not reminded of it; an answer to another time says nothing about this one.
      if (held || answerOf(view.file, meeting, person)?.answer === 'declined') continue;
      for (const d of view.numbers('meetingReminders')) {
        const at = morning(ahead(day(meeting.startsAt.slice(0, 10)), d, view), view, meeting.zone);
        // None when the meeting was set (or moved) inside the window; none once it has begun.
        if (at < meeting.last.knownAt || at >= startsAt) continue;
        reminders.push({
          key: `meeting/${meeting.id}/${person}/remind/${meeting.startsAt}/before-${d}`,
          kind: 'remind',
          to,
          about: meeting.id,
          topic: 'meeting',
          due: meeting.startsAt,
          at,
          rung: `before-${d}`,
          urgency: 'day',
          tellPast: false,
        });
      }
    }
  }
  // A reminder about a meeting that has begun helps nobody.
  return { invitations, reminders: reminders.filter((n) => view.now < startOf(view.file.meetings.get(n.about)!)) };
}

function allChildrenClosed(view: View, meeting: Meeting): boolean {
  return (
    meeting.children !== null &&
    meeting.children.length > 0 &&
    meeting.children.every((c) => view.file.childClosed.has(c))
  );
}
