// The fold: journal -> what is so. Everything behind this file sees only events that stand, in the order in which they happened.
import { day, type Day } from './calendar';
import type { PlainEvent, PlainType, Recorded } from './events';
import { inOrder, isLater, standing, type Happening } from './happenings';

export { assignmentOn, familyRoles, familyTookPart, isOfTheSame, keptApart, participantsOn } from './case-questions';
export {
  firstRecording,
  inOrder,
  isLater,
  saidBy,
  standing,
  standingLines,
  type Happening,
  type Said,
} from './happenings';

export interface Child {
  readonly id: string;
  readonly bornOn: Day;
  readonly household: string | null;
  readonly added: Happening;
}

export interface Participant {
  readonly id: string;
  readonly role: Extract<PlainEvent, { type: 'ParticipantAdded' }>['role'];
  readonly children: readonly string[] | null;
  readonly household: string | null;
  /** The youth who chose this person for his or her team. */
  readonly named: string | null;
  readonly from: Day;
  readonly until: Day | null;
}

export interface Meeting {
  readonly id: string;
  readonly kinds: readonly string[];
  /** null: the whole family. */
  readonly children: readonly string[] | null;
  readonly invitees: readonly string[];
  /** Staff who are invited. */
  readonly staff: readonly string[];
  readonly startsAt: string;
  readonly zone: string;
  readonly minutes: number;
  readonly place: string | null;
  readonly familyTime: boolean;
  /** The meeting of which this is a separate session. */
  readonly sessionOf: string | null;
  readonly status: 'scheduled' | 'held' | 'not-held' | 'cancelled';
  readonly scheduled: Happening;
  readonly last: Happening;
}

/** Times that were proposed for a meeting, and what became of the search. */
export interface Proposal {
  readonly meeting: string;
  readonly kinds: readonly string[];
  readonly invitees: readonly string[];
  readonly slots: readonly string[];
  readonly zone: string;
  readonly minutes: number;
  readonly answerBy: Day;
  readonly proposed: Happening;
  /** The meeting was set, moved, cancelled or held, or other times were proposed. */
  readonly closed: Happening | null;
}

export interface Assignment {
  readonly staff: string;
  readonly role: string;
  /** null: the whole case. */
  readonly children: readonly string[] | null;
  readonly from: Day;
  readonly until: Day | null;
  readonly assigned: Happening;
}

export interface CaseFile {
  readonly happenings: readonly Happening[];
  readonly byType: ReadonlyMap<PlainType, readonly Happening[]>;
  readonly byId: ReadonlyMap<string, Happening>;
  readonly children: ReadonlyMap<string, Child>;
  readonly participants: ReadonlyMap<string, Participant>;
  readonly meetings: ReadonlyMap<string, Meeting>;
  /** By the id of the event. */
  readonly proposals: ReadonlyMap<string, Proposal>;
  readonly assignments: readonly Assignment[];
  readonly opened: Happening | null;
  /** The closing of the whole case (a closing of some children only does not count until all are named). */
  readonly closed: Happening | null;
  readonly childClosed: ReadonlyMap<string, Happening>;
}

const concernsWhatIsThere: ReadonlySet<PlainType> = new Set([
  'ChildAdded',
  'ParticipantAdded',
  'ParticipantEnded',
  'MeetingScheduled',
  'MeetingTimesProposed',
]);

export function fold(journal: readonly Recorded[]): CaseFile {
  const happenings = standing(journal);
  const byType = new Map<PlainType, Happening[]>();
  const byId = new Map<string, Happening>();
  const children = new Map<string, Child>();
  const participants = new Map<string, Participant>();
  const joined = new Map<string, Happening>();
  const meetings = new Map<string, Meeting>();
  const proposals = new Map<string, Proposal>();
  const assignments: Assignment[] = [];
  const childClosed = new Map<string, Happening>();
  const answered = new Map<string, string | undefined>();
  let opened: Happening | null = null;
  let closed: Happening | null = null;

  const apply = (h: Happening): void => {
    const e = h.event;
    switch (e.type) {
      case 'CaseOpened':
        opened ??= h;
        break;
      case 'CaseReopened':
        closed = null;
        childClosed.clear();
        break;
      case 'CaseClosed':
        if (e.children) for (const child of e.children) childClosed.set(child, h);
        else closed = h;
        if (children.size > 0 && [...children.keys()].every((child) => childClosed.has(child))) closed = h;
        break;
      case 'ChildAdded':
        children.set(e.child, { id: e.child, bornOn: day(e.bornOn), household: e.household ?? null, added: h });
        // Children and youth take part in their own case.
        participants.set(e.child, {
          id: e.child,
          role: 'child',
          children: [e.child],
          household: null,
          named: null,
          from: h.on,
          until: null,
        });
        break;
      case 'HouseholdChanged':
        moveTo(children, e.children, e.household);
        break;
      case 'ReunificationHappened':
        if (e.household) moveTo(children, e.children, e.household);
        break;
      case 'ParticipantAdded':
        joined.set(e.participant, h);
        participants.set(e.participant, {
          id: e.participant,
          role: e.role,
          children: e.children ?? null,
          household: e.household ?? null,
          named: e.named ?? null,
          from: h.on,
          until: null,
        });
        break;
      case 'ParticipantEnded': {
        const who = participants.get(e.participant);
        const last = joined.get(e.participant);
        // Who came back on the day of leaving is here, also when the clock of the leaving alone is known.
        if (who && last && !isLater(last, h)) participants.set(who.id, { ...who, until: h.on });
        break;
      }
      case 'StaffAssigned':
        assignments.push({
          staff: e.staff,
          role: e.role,
          children: e.children ?? null,
          from: h.on,
          until: null,
          assigned: h,
        });
        break;
      case 'StaffUnassigned':
        assignments.forEach((a, i) => {
          if (a.staff !== e.staff || a.role !== e.role || a.until !== null) return;
          const kept = e.children ? (a.children ?? [...children.keys()]).filter((c) => !e.children?.includes(c)) : [];
          assignments[i] = { ...a, until: h.on };
          if (kept.length > 0) assignments.push({ ...a, children: kept });
        });
        break;
      case 'SignOffDecided':
        // An assignment that was put to a supervisor and refused ends with the refusal.
        if (e.decision === 'refused')
          assignments.forEach((a, i) => {
            if (a.assigned.id === e.request && a.until === null) assignments[i] = { ...a, until: h.on };
          });
        break;
      case 'MeetingTimesProposed':
        close(proposals, e.meeting, h);
        proposals.set(h.id, {
          meeting: e.meeting,
          kinds: e.kinds,
          invitees: [...new Set(e.invitees)],
          slots: [...new Set(e.slots)].sort(),
          zone: e.zone,
          minutes: e.minutes,
          answerBy: day(e.answerBy),
          proposed: h,
          closed: null,
        });
        break;
      case 'MeetingScheduled':
        close(proposals, e.meeting, h);
        meetings.set(e.meeting, {
          id: e.meeting,
          kinds: e.kinds,
          children: e.children ?? null,
          invitees: [...new Set(e.invitees)],
          staff: [...new Set(e.staff)],
          startsAt: e.startsAt,
          zone: e.zone,
          minutes: e.minutes,
          place: e.place ?? null,
          familyTime: e.familyTime,
          sessionOf: e.sessionOf ?? null,
          status: 'scheduled',
          scheduled: h,
          last: h,
        });
        break;
      case 'MeetingRescheduled':
        close(proposals, e.meeting, h);
        change(meetings, e.meeting, h, (m) => ({
          startsAt: e.startsAt,
          zone: e.zone,
          minutes: e.minutes ?? m.minutes,
          place: e.place ?? m.place,
          invitees: e.invitees ?? m.invitees,
          staff: e.staff ?? m.staff,
          status: 'scheduled',
        }));
        break;
      case 'MeetingCancelled':
        close(proposals, e.meeting, h);
        change(meetings, e.meeting, h, () => ({ status: 'cancelled' }));
        break;
      case 'MeetingNotHeld':
        close(proposals, e.meeting, h);
        change(meetings, e.meeting, h, () => ({ status: 'not-held' }));
        break;
      case 'InvitationAnswered':
        answered.set(h.id, e.startsAt ?? meetings.get(e.meeting)?.startsAt);
        break;
      case 'MeetingHeld':
        close(proposals, e.meeting, h);
        change(meetings, e.meeting, h, (m) => ({
          status: 'held',
          kinds: e.kinds ?? m.kinds,
          children: e.children ?? m.children,
        }));
        break;
      default:
        // The other events change nothing here: rules read them by type.
        break;
    }
  };

  // Children, participants and meetings first, whatever day they were added: an event may name a child added later that day, and
  // what became of a meeting presupposes it. Who left and came back is in the case.
  for (const h of happenings) if (concernsWhatIsThere.has(h.type)) apply(h);
  for (const h of happenings) if (!concernsWhatIsThere.has(h.type)) apply(h);
  for (const h of happenings) {
    const full = withMeeting(h, meetings, answered.get(h.id));
    byId.set(h.id, full);
    const list = byType.get(h.type);
    if (list) list.push(full);
    else byType.set(h.type, [full]);
  }
  return {
    happenings,
    byType,
    byId,
    children,
    participants,
    meetings,
    proposals,
    assignments,
    opened,
    closed,
    childClosed,
  };
}

function moveTo(children: Map<string, Child>, ids: readonly string[], household: string): void {
  for (const id of ids) {
    const child = children.get(id);
    if (child) children.set(id, { ...child, household });
  }
}

function change(meetings: Map<string, Meeting>, id: string, by: Happening, to: (m: Meeting) => Partial<Meeting>): void {
  const meeting = meetings.get(id);
  if (meeting) meetings.set(id, { ...meeting, ...to(meeting), last: by });
}

/** The search for a time ends with what the meeting comes to afterwards. */
function close(proposals: Map<string, Proposal>, meeting: string, by: Happening): void {
  for (const [id, one] of proposals)
    if (one.meeting === meeting && one.closed === null && inOrder(one.proposed, by) < 0)
      proposals.set(id, { ...one, closed: by });
}

/** A held meeting is of the kinds and children that it was scheduled for, unless its record says otherwise; a scheduled one is
 *  read as it stands after its changes; an answer says which time it was about. */
function withMeeting(h: Happening, meetings: ReadonlyMap<string, Meeting>, startsAt: string | undefined): Happening {
  if (h.event.type === 'InvitationAnswered')
    return startsAt === undefined || h.event.startsAt === startsAt ? h : { ...h, event: { ...h.event, startsAt } };
  if (h.event.type !== 'MeetingHeld' && h.event.type !== 'MeetingScheduled') return h;
  const meeting = meetings.get(h.event.meeting);
  if (!meeting) return h;
  const kinds = [...meeting.kinds];
  const children = meeting.children ? { children: [...meeting.children] } : {};
  if (h.event.type === 'MeetingScheduled')
    return {
      ...h,
      knownAt: Math.max(h.knownAt, meeting.last.type === 'MeetingRescheduled' ? meeting.last.knownAt : 0),
      event: {
        ...h.event,
        kinds,
        ...children,
        startsAt: meeting.startsAt,
        zone: meeting.zone,
        invitees: [...meeting.invitees],
        ...(meeting.staff.length > 0 ? { staff: [...meeting.staff] } : {}),
      },
    };
  const about = meeting.scheduled.event.type === 'MeetingScheduled' ? meeting.scheduled.event.about : undefined;
  return { ...h, event: { ...h.event, kinds, ...children, ...(about === undefined ? {} : { about }) } };
}
