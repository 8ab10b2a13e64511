// Separate sessions of one meeting: people whom an order keeps apart are each invited, to a session of their own. Together the
// sessions are one meeting for the rules; to those invited each is a meeting by itself.
import { day, instantOf, type Instant } from './calendar';
import { keptApart, type CaseFile, type Happening, type Meeting } from './case-file';
import { isExcused } from './answers';
import type { PlainEvent } from './events';
import { unmet, type Unmet } from './unmet';
import type { View } from './view';

type Scheduled = Extract<PlainEvent, { type: 'MeetingScheduled' }>;

/** The meeting from which a session was split, or itself. */
export const wholeOf = (meeting: Pick<Meeting, 'id' | 'sessionOf'>): string => meeting.sessionOf ?? meeting.id;

/** All sessions of the meeting, itself among them, whatever has become of them. */
export function sessionsOf(file: CaseFile, meeting: Pick<Meeting, 'id' | 'sessionOf'>): readonly Meeting[] {
  const whole = wholeOf(meeting);
  return [...file.meetings.values()].filter((m) => wholeOf(m) === whole);
}

/** Two records of what are sessions of one meeting: held on two days it is one meeting all the same. */
export function areOfOneMeeting(file: CaseFile, a: Happening, b: Happening): boolean {
  if (a.event.type !== 'MeetingHeld' || b.event.type !== 'MeetingHeld') return false;
  const [one, other] = [file.meetings.get(a.event.meeting), file.meetings.get(b.event.meeting)];
  return one !== undefined && other !== undefined && one.id !== other.id && wholeOf(one) === wholeOf(other);
}

/** On the list of another session that is ahead, or was held. */
export function invitedElsewhere(file: CaseFile, meeting: Meeting, person: string): Meeting | null {
  return sessionsOf(file, meeting).find((m) => m.id !== meeting.id && counts(m) && m.invitees.includes(person)) ?? null;
}

const counts = ({ status }: Meeting): boolean => status === 'scheduled' || status === 'held';

/** Everybody on the list of some session that counts. */
export function invitedToSessions(file: CaseFile, meeting: Pick<Meeting, 'id' | 'sessionOf'>): ReadonlySet<string> {
  return new Set(sessionsOf(file, meeting).flatMap((m) => (counts(m) ? m.invitees : [])));
}

/** What keeps a session from being split off: it is of no meeting, of another kind, or somebody would be left without any. */
export function sessionTrouble(e: Scheduled, before: CaseFile, after: CaseFile): Unmet[] {
  if (e.sessionOf === undefined) return [];
  const whole = after.meetings.get(e.sessionOf);
  if (!whole || whole.id === e.meeting)
    return [
      unmet(
        'unknown-meeting',
        'sessionOf',
        `No meeting ${e.sessionOf} was scheduled in this case.`,
        'Name the meeting that is split.',
      ),
    ];
  if (whole.sessionOf !== null)
    return [
      unmet(
        'session-of-session',
        'sessionOf',
        `${e.sessionOf} is a session itself.`,
        `Name the meeting of which it is one: ${whole.sessionOf}.`,
      ),
    ];
  const problems: Unmet[] = [];
  if ([...whole.kinds].sort().join() !== [...e.kinds].sort().join())
    problems.push(
      unmet(
        'other-kinds',
        'kinds',
        `The meeting that is split is of the kinds ${whole.kinds.join(', ')}.`,
        'Give each session the same kinds.',
      ),
    );
  const still = invitedToSessions(after, whole);
  const lost = [...invitedToSessions(before, whole)].filter(
    (person) => !still.has(person) && !isExcused(after, whole.id, person) && inCase(after, person),
  );
  if (lost.length > 0)
    problems.push({
      ...unmet(
        'left-out',
        'invitees',
        `${lost.join(', ')} would be invited to no session.`,
        'Put each on the list of one session, or record first why somebody is not invited: InvitationExcused.',
      ),
      cites: ['WA-26'],
    });
  return problems;
}

const inCase = (file: CaseFile, person: string): boolean => file.participants.get(person)?.until === null;

/** Everybody of these lists who must be kept apart from another. */
export function broughtTogether(
  file: CaseFile,
  today: number,
  invited: readonly string[],
): readonly (readonly [string, string])[] {
  return keptApart(file, today).filter(([a, b]) => invited.includes(a) && invited.includes(b));
}

/** When and where somebody was told to be, or is. */
interface Told {
  readonly from: Instant;
  readonly until: Instant;
  readonly place: string | null;
}

const toldOf = (e: {
  readonly startsAt: string;
  readonly zone: string;
  readonly minutes: number;
  readonly place: string | null;
}): Told => {
  const from = instantOf(day(e.startsAt.slice(0, 10)), e.startsAt.slice(11, 16), e.zone);
  return { from, until: from + e.minutes * 60_000, place: e.place };
};

/** Every time and place for which a person was ever on the list of a meeting: also one that has moved since, because who was told
 *  of it still knows it. */
function toldTo(file: CaseFile, person: string): readonly Told[] {
  const now = new Map<string, { invitees: readonly string[]; minutes: number; place: string | null }>();
  const told: Told[] = [];
  const scheduled = file.happenings.filter((h) => h.type === 'MeetingScheduled');
  const moved = file.happenings.filter((h) => h.type === 'MeetingRescheduled');
  for (const { event: e } of [...scheduled, ...moved]) {
    if (e.type !== 'MeetingScheduled' && e.type !== 'MeetingRescheduled') continue;
    const known = now.get(e.meeting);
    const is = {
      invitees: e.invitees ?? known?.invitees ?? [],
      minutes: e.minutes ?? known?.minutes ?? 60,
      place: e.place ?? known?.place ?? null,
    };
    now.set(e.meeting, is);
    if (is.invitees.includes(person)) told.push(toldOf({ startsAt: e.startsAt, zone: e.zone, ...is }));
  }
  return told;
}

/** Two people kept apart could meet: one of them is invited to a time and place for which the other is, or was before. */
export function meetOnTheWay(meeting: Meeting, file: CaseFile, view: View): readonly (readonly [string, string])[] {
  const pairs = keptApart(file, view.today);
  if (pairs.length === 0) return [];
  const here = toldOf(meeting);
  const between = Number(view.setting('sessionsApartMinutes')) * 60_000;
  const near = (there: Told): boolean =>
    samePlace(here.place, there.place) && here.from < there.until + between && there.from < here.until + between;
  return pairs
    .flatMap(([a, b]): (readonly [string, string])[] => [
      [a, b],
      [b, a],
    ])
    .filter(
      ([one, other]) =>
        meeting.invitees.includes(one) && !meeting.invitees.includes(other) && toldTo(file, other).some(near),
    );
}

/** A place that is not known yet may be any. */
function samePlace(a: string | null, b: string | null): boolean {
  return a === null || b === null || plain(a) === plain(b);
}

const plain = (place: string): string =>
  place
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
