// The one pure function: events + context + now -> obligations, notices, next wake.
import type { Agency } from './agency';
import { day, startOfDay, type Instant } from './calendar';
import { fold, type CaseFile } from './case-file';
import { obligationsOf } from './duties';
import { dutiesOf } from './editions';
import type { Recorded } from './events';
import { announcementsOf } from './announcing';
import { isOpen, meetingNotices, rungsOf, startOf, type Invitation, type Notice } from './notices';
import type { Obligation } from './obligation';
import type { Program } from './rule';
import { withDeciders } from './sign-offs';
import { supervisorOf } from './superiors';
import { lastSlot, openProposals, timeNotices, type TimeAsk } from './times';
import { View } from './view';

export interface Context {
  readonly agency: Agency;
  readonly programs: readonly Program[];
}

export interface Plan {
  readonly obligations: readonly Obligation[];
  /** Everything to be said by now; what has been said already is known to the ledger. */
  readonly notices: readonly Notice[];
  /** Notices to come, the next ones only as far as they are known now. */
  readonly upcoming: readonly Notice[];
  readonly invitations: readonly Invitation[];
  /** Who is asked which times would suit. */
  readonly asked: readonly TimeAsk[];
  readonly wakeAt: Instant;
  readonly file: CaseFile;
}

const LONGEST_SLEEP = 30 * 86_400_000;

export function plan(journal: readonly Recorded[], context: Context, now: Instant): Plan {
  return planFile(fold(journal), context, now, changesOf(journal));
}

/** Splits what depends on the journal alone from what depends on the moment, so that a driver may look at many moments. */
export function planFile(file: CaseFile, context: Context, now: Instant, changes: ReadonlyMap<string, number>): Plan {
  const view = new View(file, context.agency, context.programs, now);
  const duties = new Map(dutiesOf(context.programs).map((of) => [`${of[0].program.id}/${of[0].duty.id}`, of]));
  // One duty may ask for the dates of another: each is worked out once.
  view.owed = (id) =>
    view.once(`owed|${id}`, () => {
      const versions = duties.get(id);
      if (!versions) throw new RangeError(`no such duty: ${id}`);
      return obligationsOf(versions, view);
    });
  const obligations = [...duties.keys()].flatMap((id) => view.owed(id)).map((o) => withDeciders(o, view));
  const supervisor = supervisorOf(view);
  const { invitations, reminders } = meetingNotices(view, changes);
  const times = timeNotices(view);
  // Siblings whose duty stands on one event are spoken of once.
  const all = [
    ...new Map(
      [
        ...obligations.flatMap((o) =>
          isOpen(o) ? [...announcementsOf(o, view), ...rungsOf(o, view, supervisor)] : [],
        ),
        ...reminders,
        ...times.notices,
      ].map((n) => [n.key, n]),
    ).values(),
  ];
  const upcoming = all.filter((n) => n.at > now);
  const moments = [...upcoming.map((n) => n.at), ...view.watched, ...moreMoments(view)].filter((at) => at > now);
  return {
    obligations,
    notices: all.filter((n) => n.at <= now),
    upcoming,
    invitations,
    asked: times.asked,
    wakeAt: moments.reduce((first, at) => Math.min(first, at), now + LONGEST_SLEEP),
    file,
  };
}

/** The end of a no-contact order and the start of a meeting change what is wanted, though no duty turns on them. */
function moreMoments(view: View): Instant[] {
  const orders = (view.file.byType.get('NoContactOrderRecorded') ?? []).flatMap((h) =>
    h.event.type === 'NoContactOrderRecorded' && h.event.until !== undefined
      ? [startOfDay(day(h.event.until) + 1, view.agency.zone)]
      : [],
  );
  const meetings = [...view.file.meetings.values()].filter((m) => m.status === 'scheduled').map(startOf);
  const searches = openProposals(view.file).map(lastSlot);
  const grace = view.file.closed
    ? [startOfDay(view.file.closed.on + Number(view.setting('graceDays')) + 1, view.agency.zone)]
    : [];
  // Some events are recorded ahead of their day (an assignment from Monday on).
  const ahead: Instant[] = [];
  for (let i = view.file.happenings.length - 1; i >= 0 && view.file.happenings[i]!.on > view.today; i--)
    ahead.push(startOfDay(view.file.happenings[i]!.on, view.agency.zone));
  return [...orders, ...meetings, ...searches, ...grace, ...ahead];
}

/** How often the record of each meeting was changed, undone changes included: a calendar's SEQUENCE may only grow. */
export function changesOf(journal: readonly Recorded[]): Map<string, number> {
  const counts = new Map<string, number>();
  const meetingOf = new Map<string, string>();
  for (const line of journal) {
    const e = line.event;
    const target =
      e.type === 'EventCorrected' || e.type === 'EventRetracted'
        ? meetingOf.get(e.event)
        : 'meeting' in e
          ? e.meeting
          : undefined;
    if (
      target === undefined ||
      e.type === 'MeetingHeld' ||
      e.type === 'MeetingNotHeld' ||
      e.type === 'InvitationExcused' ||
      e.type === 'InvitationAnswered' ||
      e.type === 'MeetingTimesProposed' ||
      e.type === 'MeetingTimeAnswered' ||
      e.type === 'ConcernAddressed'
    )
      continue;
    meetingOf.set(line.id, target);
    counts.set(target, (counts.get(target) ?? -1) + 1);
  }
  return counts;
}
