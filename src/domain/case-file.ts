// The fold: journal -> what is so. Corrections and retractions are applied here and nowhere else; everything behind this
// file sees only events that stand, in the order in which they happened.
import { day, type Day, type Instant } from './calendar';
import type { PlainEvent, PlainType, Recorded } from './events';

/** An event that stands. `id` is that of the first recording: a correction keeps the identity of what it corrects. */
export interface Happening {
  readonly id: string;
  readonly type: PlainType;
  readonly on: Day;
  readonly at?: Instant;
  readonly event: PlainEvent & { readonly on: string };
  /** When the case came to know it in its present form (a correction is known later than what it corrects). */
  readonly knownAt: Instant;
  readonly firstKnownAt: Instant;
  readonly seq: number;
  readonly tellPast: boolean;
  readonly corrected: boolean;
  /** Who recorded it first. */
  readonly by: string;
}

/** In the order in which things happened; the same day in the order of the clock, else of recording: of two moves of a meeting or two
 *  goals of one day the one told last holds, which nothing in their content would say. Rules that must not turn on that order compare days. */
export const inOrder = (a: Happening, b: Happening): number =>
  a.on - b.on || (a.at ?? 0) - (b.at ?? 0) || a.seq - b.seq;

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
  readonly status: 'scheduled' | 'held' | 'not-held' | 'cancelled';
  readonly scheduled: Happening;
  readonly last: Happening;
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
  readonly assignments: readonly Assignment[];
  readonly opened: Happening | null;
  /** The closing of the whole case (a closing of some children only does not count until all are named). */
  readonly closed: Happening | null;
  readonly childClosed: ReadonlyMap<string, Happening>;
}

/** What stands, in the order in which it happened; the same day in the order of the clock, else of recording. */
export function standing(journal: readonly Recorded[]): Happening[] {
  const undone = new Set<string>();
  const replaced = new Map<string, Recorded>();
  const roots = new Map<string, string>();
  for (const line of journal)
    if (line.event.type === 'EventCorrected') roots.set(line.id, roots.get(line.event.event) ?? line.event.event);
  // From the last line to the first: a retraction stands unless a later one that stands has undone it.
  for (let i = journal.length - 1; i >= 0; i--) {
    const line = journal[i]!;
    if (undone.has(line.id)) continue;
    if (line.event.type === 'EventRetracted') undone.add(line.event.event);
    else if (line.event.type === 'EventCorrected') {
      const root = roots.get(line.id) ?? line.event.event;
      if (!replaced.has(root)) replaced.set(root, line);
    }
  }
  const result: Happening[] = [];
  for (const line of journal) {
    if (undone.has(line.id) || line.event.type === 'EventCorrected' || line.event.type === 'EventRetracted') continue;
    const correction = replaced.get(line.id);
    result.push(
      correction?.event.type === 'EventCorrected'
        ? happening(line, correction.event.to, correction)
        : happening(line, line.event, null),
    );
  }
  return result.sort(inOrder);
}

function happening(line: Recorded, content: PlainEvent, correction: Recorded | null): Happening {
  const on = content.on ?? line.event.on;
  return {
    id: line.id,
    type: content.type,
    on: day(on),
    ...(content.at === undefined ? {} : { at: Date.parse(content.at) }),
    event: content.on === on ? (content as Happening['event']) : { ...content, on },
    knownAt: correction ? Math.max(correction.recordedAt, line.recordedAt) : line.recordedAt,
    firstKnownAt: line.recordedAt,
    seq: line.seq,
    tellPast: (correction ?? line).tellPast === true,
    corrected: correction !== null,
    by: line.by,
  };
}

const concernsWhatIsThere: ReadonlySet<PlainType> = new Set([
  'ChildAdded',
  'ParticipantAdded',
  'ParticipantEnded',
  'MeetingScheduled',
]);

export function fold(journal: readonly Recorded[]): CaseFile {
  const happenings = standing(journal);
  const byType = new Map<PlainType, Happening[]>();
  const byId = new Map<string, Happening>();
  const children = new Map<string, Child>();
  const participants = new Map<string, Participant>();
  const meetings = new Map<string, Meeting>();
  const assignments: Assignment[] = [];
  const childClosed = new Map<string, Happening>();
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
        participants.set(e.participant, {
          id: e.participant,
          role: e.role,
          children: e.children ?? null,
          household: e.household ?? null,
          from: h.on,
          until: null,
        });
        break;
      case 'ParticipantEnded': {
        const who = participants.get(e.participant);
        if (who) participants.set(who.id, { ...who, until: h.on });
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
      case 'MeetingScheduled':
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
          status: 'scheduled',
          scheduled: h,
          last: h,
        });
        break;
      case 'MeetingRescheduled':
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
        change(meetings, e.meeting, h, () => ({ status: 'cancelled' }));
        break;
      case 'MeetingNotHeld':
        change(meetings, e.meeting, h, () => ({ status: 'not-held' }));
        break;
      case 'MeetingHeld':
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
    const full = withMeeting(h, meetings);
    byId.set(h.id, full);
    const list = byType.get(h.type);
    if (list) list.push(full);
    else byType.set(h.type, [full]);
  }
  return { happenings, byType, byId, children, participants, meetings, assignments, opened, closed, childClosed };
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

/** A held meeting is of the kinds and children that it was scheduled for, unless its record says otherwise; a scheduled one is
 *  read as it stands after its changes. */
function withMeeting(h: Happening, meetings: ReadonlyMap<string, Meeting>): Happening {
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

/** Who is in the case on a day, in a role (all roles when none is given). */
export function participantsOn(file: CaseFile, d: Day, roles?: readonly string[]): Participant[] {
  return [...file.participants.values()].filter(
    (p) => p.from <= d && (p.until === null || p.until > d) && (roles === undefined || roles.includes(p.role)),
  );
}

/** Who holds a role on a day; for a child, who holds it for that child. */
export function assignmentOn(file: CaseFile, role: string, d: Day, child?: string): Assignment | null {
  let found: Assignment | null = null;
  for (const a of file.assignments)
    if (
      a.role === role &&
      a.from <= d &&
      (a.until === null || a.until > d) &&
      (child === undefined || a.children === null || a.children.includes(child))
    )
      found = a;
  return found;
}

export const familyRoles = ['parent', 'child', 'kin', 'caregiver'] as const;

/** A meeting counts as held when somebody of the family took part; otherwise nobody came and the duty stands. */
export function familyTookPart(file: CaseFile, event: PlainEvent): boolean {
  if (event.type !== 'MeetingHeld') return false;
  return event.attendance.some(
    (a) =>
      a.how !== 'absent' &&
      (file.children.has(a.participant) ||
        (familyRoles as readonly string[]).includes(file.participants.get(a.participant)?.role ?? '')),
  );
}

/** An order between two people that stands on a day: they may not be in one meeting, nor learn of each other through one. */
export function keptApart(file: CaseFile, d: Day): readonly (readonly [string, string])[] {
  const ended = new Set(
    (file.byType.get('NoContactOrderEnded') ?? []).flatMap((h) =>
      h.event.type === 'NoContactOrderEnded' && h.on <= d ? [h.event.order] : [],
    ),
  );
  return (file.byType.get('NoContactOrderRecorded') ?? []).flatMap((h) => {
    const e = h.event;
    if (e.type !== 'NoContactOrderRecorded' || ended.has(h.id) || (e.until !== undefined && day(e.until) < d))
      return [];
    return [[e.between[0]!, e.between[1]!] as const];
  });
}
