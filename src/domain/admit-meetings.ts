// What must be so before something about a meeting may be recorded.
import { clockTroubles } from './admit-clock';
import { proposalTrouble, timesTrouble } from './admit-times';
import { answerTrouble } from './answers';
import { isOfTheSame, type CaseFile, type Meeting, type Said } from './case-file';
import type { PlainEvent } from './events';
import { stayInvited } from './named';
import { broughtTogether, meetOnTheWay, sessionTrouble } from './sessions';
import { unmet, type Unmet } from './unmet';
import type { View } from './view';

type Of<T extends PlainEvent['type']> = Extract<PlainEvent, { type: T }>;

export interface Files {
  /** As it was before the request. */
  readonly atFirst: CaseFile;
  /** As the earlier events of the request left it. */
  readonly before: CaseFile;
  /** As it would be with the whole request. */
  readonly after: CaseFile;
}

interface Look extends Files {
  readonly said: Said;
  readonly view: View;
}

export function meetingTrouble(
  e: Of<
    | 'MeetingScheduled'
    | 'MeetingRescheduled'
    | 'MeetingCancelled'
    | 'MeetingHeld'
    | 'MeetingNotHeld'
    | 'InvitationAnswered'
    | 'MeetingTimesProposed'
    | 'MeetingTimeAnswered'
  >,
  look: Look,
): Unmet[] {
  const { said, before, after, view } = look;
  switch (e.type) {
    case 'MeetingScheduled':
    case 'MeetingRescheduled':
      return [...clockTroubles(e, [['startsAt', e.startsAt]]), ...setTrouble(e, look), ...invitedTrouble(e, look)];
    case 'InvitationAnswered': {
      const meeting = after.meetings.get(e.meeting);
      return [
        ...meetingState(e.meeting, look, ['scheduled']),
        ...(meeting?.status === 'scheduled' ? answerTrouble(e, said.by, meeting, view) : []),
      ];
    }
    case 'MeetingTimesProposed':
      return proposalTrouble(e, before, after, view);
    case 'MeetingTimeAnswered':
      return timesTrouble(e, look);
    case 'MeetingCancelled':
      return meetingState(e.meeting, look, ['scheduled']);
    case 'MeetingHeld':
    case 'MeetingNotHeld':
      return meetingState(e.meeting, look, ['scheduled', 'not-held']);
  }
}

function setTrouble(e: Of<'MeetingScheduled' | 'MeetingRescheduled'>, look: Look): Unmet[] {
  const { said, atFirst, before, after } = look;
  const correcting = isOfTheSame(said, before, ['meeting']);
  if (e.type === 'MeetingRescheduled') {
    const now = before.meetings.get(e.meeting)?.startsAt;
    return [
      ...meetingState(e.meeting, look, ['scheduled', 'cancelled', 'not-held']),
      ...(e.wasAt === undefined || now === undefined || now === e.wasAt || correcting
        ? []
        : [
            unmet(
              'other-time',
              'wasAt',
              `The meeting is set for ${now} now, not for ${e.wasAt}.`,
              'Look at it as it stands, and move it from there if it still must move.',
            ),
          ]),
    ];
  }
  if (before.meetings.has(e.meeting) && !correcting)
    return [
      unmet(
        'duplicate',
        'meeting',
        `Meeting ${e.meeting} exists already.`,
        'Reschedule it, or give the new one its own id.',
      ),
    ];
  return sessionTrouble(e, atFirst, after);
}

function invitedTrouble(e: Of<'MeetingScheduled' | 'MeetingRescheduled'>, { atFirst, after, view }: Look): Unmet[] {
  const meeting = after.meetings.get(e.meeting);
  const problems: Unmet[] = [];
  if (e.invitees?.length === 0 && (e.staff ?? meeting?.staff ?? []).length === 0)
    problems.push(
      unmet('nobody-invited', 'invitees', 'Nobody is invited to this meeting.', 'Name family, others or `staff`.'),
    );
  for (const person of e.staff ?? [])
    if (!view.agency.staff.has(person))
      problems.push(
        unmet(
          'unknown-staff',
          'staff',
          `The agency has nobody with the id ${person}.`,
          'Add the person to the agency first.',
        ),
      );
  return [
    ...problems,
    // A meeting is split by several events of one request.
    ...stayInvited(e, { before: atFirst, after }),
    ...keepingApart(e.invitees ?? meeting?.invitees ?? [], meeting, after, view),
  ];
}

/** People whom an order keeps apart are in no meeting together, and do not meet before its door. */
function keepingApart(invited: readonly string[], meeting: Meeting | undefined, after: CaseFile, view: View): Unmet[] {
  const both = broughtTogether(after, view.today, invited).map(([a, b]) => ({
    ...unmet(
      'no-contact',
      'invitees',
      `${a} and ${b} must be kept apart by an order, and both are invited.`,
      'Schedule separate sessions, one for each of them; split a meeting that is set already.',
    ),
    cites: ['WA-26'],
  }));
  if (both.length > 0 || meeting?.status !== 'scheduled') return both;
  return meetOnTheWay(meeting, after, view).map(([one, other]) => ({
    ...unmet(
      'could-meet',
      'startsAt',
      `${other}, who must be kept apart from ${one} by an order, is or was invited to this time and place.`,
      `Choose for ${one} another place, or a time at least ${String(view.setting('sessionsApartMinutes'))} minutes before or after it.`,
    ),
    cites: ['WA-26'],
  }));
}

/** A correction comes later: what it corrects has changed the state of the meeting, and others may have since. */
function meetingState(id: string, { said, before, after }: Look, allowed: readonly Meeting['status'][]): Unmet[] {
  const meeting = before.meetings.get(id) ?? after.meetings.get(id);
  if (!meeting)
    return [
      unmet(
        'unknown-meeting',
        'meeting',
        `No meeting ${id} was scheduled in this case.`,
        'Record MeetingScheduled first.',
      ),
    ];
  return before.meetings.has(id) && !isOfTheSame(said, before, ['meeting']) && !allowed.includes(meeting.status)
    ? [
        unmet(
          'meeting-state',
          'meeting',
          `The meeting is ${meeting.status}.`,
          `This can be recorded only for a meeting that is ${allowed.join(' or ')}; retract the earlier record if it was wrong.`,
        ),
      ]
    : [];
}
