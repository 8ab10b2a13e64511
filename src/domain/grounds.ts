// What a request for a decision stands on: when the closing date moves, the meeting is put off or the event was never so, there is
// nothing left to decide.
import { dayOf, iso } from './calendar';
import { inOrder, type CaseFile, type Happening } from './case-file';
import { askedInTurn } from './approvers';
import { unmet, type Unmet } from './unmet';
import type { View } from './view';

/** Why the ground is gone, as half a sentence; null: it holds. */
export function groundLost(request: Happening, view: View): string | null {
  const moved = overtaken(request, view);
  if (moved !== null) return moved;
  for (const one of askedInTurn(request, view)) {
    const { about } = one.event as { about?: string };
    if (about === undefined) continue;
    const lost = lostSince(about, request, view);
    if (lost !== null) return lost;
  }
  return null;
}

function lostSince(about: string, request: Happening, view: View): string | null {
  const meeting = view.file.meetings.get(about);
  if (meeting) {
    if (meeting.status === 'cancelled') return `the meeting was cancelled on ${iso(meeting.last.on)}`;
    return inOrder(request, meeting.last) < 0 && meeting.last.type === 'MeetingRescheduled'
      ? `the meeting was moved to ${meeting.startsAt.replace('T', ' ')}`
      : null;
  }
  const ground = view.file.byId.get(about);
  if (!ground) return request.type === 'SignOffRequested' ? 'what it stands on was retracted' : null;
  if (ground.type === 'SignOffDecided') return null;
  if (ground.knownAt > request.knownAt)
    return `what it stands on was corrected on ${iso(dayOf(ground.knownAt, view.agency.zone))}`;
  return overtaken(ground, view);
}

const planned: ReadonlySet<string> = new Set(['ClosurePlanned', 'ReunificationPlanned']);

/** Planned anew for another day, for some of the same children. */
function overtaken(plan: Happening, view: View): string | null {
  if (!planned.has(plan.type)) return null;
  const { plannedFor, children, household } = plan.event as Planned;
  const later = (view.file.byType.get(plan.type) ?? []).find((h) => {
    const e = h.event as Planned;
    return (
      inOrder(plan, h) < 0 &&
      (e.household === undefined || household === undefined || e.household === household) &&
      (e.children === undefined || children === undefined || e.children.some((c) => children.includes(c)))
    );
  });
  const to = later && (later.event as Planned).plannedFor;
  if (to === undefined || to === plannedFor) return null;
  return `the day planned for it moved from ${plannedFor} to ${to}`;
}

interface Planned {
  readonly plannedFor?: string;
  readonly children?: readonly string[];
  readonly household?: string;
}

/** A request names what it stands on, so that it goes when that goes. */
export function requestTrouble(
  asked: { readonly of: string; readonly about?: string | undefined },
  after: CaseFile,
): Unmet[] {
  const ground = asked.about === undefined ? undefined : after.byId.get(asked.about);
  if (asked.about !== undefined && !ground && !after.meetings.has(asked.about))
    return [
      unmet(
        'unknown-ground',
        'about',
        `Neither an event nor a meeting with the id ${asked.about} stands in this case.`,
        'Name the event, the meeting, or the decision that sent the request back.',
      ),
    ];
  const closing = ground?.type === 'ClosurePlanned' || ground?.type === 'SignOffDecided';
  return asked.of === 'closing' && !closing
    ? [
        unmet(
          'no-closing-planned',
          'about',
          'A closing is agreed to for the day for which it is planned.',
          'Record ClosurePlanned first, and name it in `about`.',
        ),
      ]
    : [];
}
