// People whom a youth has named: from an age on he or she chooses two for the team (42 U.S.C. 675(1)(B)), not the foster carer and
// not the case worker; they stay invited, and are left out only for a reason that a supervisor records.
import { isExcused } from './answers';
import { addMonths, day } from './calendar';
import type { CaseFile, Said } from './case-file';
import type { CaseEvent, PlainEvent } from './events';
import { invitedToSessions } from './sessions';
import { isSupervisory } from './superiors';
import { unmet, type Unmet } from './unmet';
import type { View } from './view';

type Of<T extends PlainEvent['type']> = Extract<PlainEvent, { type: T }>;
const MOST_NAMED = 2;

const namedBy = (file: CaseFile, youth: string): string[] =>
  [...file.participants.values()].flatMap((p) => (p.named === youth && p.until === null ? [p.id] : []));

/** Whom a youth names: an own child of the case, old enough, at most two, and not the foster carer. */
export function namingTrouble(
  e: Of<'ParticipantAdded'> & { readonly on: string },
  said: Said,
  { before, after, view }: { before: CaseFile; after: CaseFile; view: View },
): Unmet[] {
  const standing = said.correcting ? before.byId.get(said.id)?.event : undefined;
  const was = standing?.type === 'ParticipantAdded' ? standing : undefined;
  const takenBack =
    was?.named !== undefined && (e.named !== was.named || e.participant !== was.participant)
      ? choiceTrouble(was.participant, was.named, said.by, view, 'named')
      : [];
  if (takenBack.length > 0) return takenBack;
  if (e.named === undefined) return [];
  const youth = after.children.get(e.named);
  // Of another case: refused with all who are not of this one.
  if (!youth) return [];
  const on = day(e.on);
  const age = Number(view.setting('youthNamesFrom', on));
  if (addMonths(youth.bornOn, age * 12) > on)
    return [
      unmet(
        'too-young',
        'named',
        `${e.named} is not ${age} yet: a younger child names nobody for the team.`,
        'Add the person without `named`; he or she can be invited all the same.',
      ),
    ];
  if (e.role === 'caregiver')
    return [
      unmet(
        'foster-carer',
        'named',
        'The caregiver is no choice of the youth: he or she takes part anyway.',
        'Add the caregiver without `named`.',
      ),
    ];
  const others = namedBy(before, e.named).filter((person) => person !== e.participant);
  // A correction that leaves the choice as it stands names nobody more.
  return others.length < MOST_NAMED || was?.named === e.named
    ? []
    : [
        unmet(
          'third-named',
          'named',
          `${e.named} has named ${others.join(' and ')} already: two people of the youth’s choice.`,
          'Let a supervisor end the part of one of them for a recorded reason (ParticipantEnded), or add this person without `named`.',
        ),
      ];
}

/** Whoever was named leaves the team, or is not invited, only for a reason that a supervisor records. */
export function leavingTrouble(
  e: Of<'ParticipantEnded' | 'InvitationExcused'>,
  by: string,
  { before, view }: { before: CaseFile; view: View },
): Unmet[] {
  const youth = before.participants.get(e.participant)?.named ?? null;
  if (youth === null) return [];
  return [
    ...(e.reason === undefined
      ? [
          unmet(
            'named-by-youth',
            'reason',
            `${e.participant} was named by ${youth}, and stays unless there is good cause.`,
            'Give the reason.',
          ),
        ]
      : []),
    ...choiceTrouble(e.participant, youth, by, view, 'participant'),
  ];
}

/** Whoever takes a choice of the youth back must be in charge. */
function choiceTrouble(person: string, youth: string, by: string, view: View, field: string): Unmet[] {
  if (isSupervisory(view.agency.staff.get(by)?.role)) return [];
  return [
    unmet(
      'named-by-youth',
      field,
      `${person} was named by ${youth}: only a supervisor or program manager leaves out whom a youth has chosen.`,
      'Let the supervisor record it, with the reason.',
    ),
  ];
}

/** A retraction takes the choice back as well. */
export function retractingTrouble(event: CaseEvent, by: string, before: CaseFile, view: View): Unmet[] {
  const target = event.type === 'EventRetracted' ? before.byId.get(event.event)?.event : undefined;
  return target?.type === 'ParticipantAdded' && target.named !== undefined
    ? choiceTrouble(target.participant, target.named, by, view, 'event')
    : [];
}

/** Moved or split, a meeting keeps those whom a youth has named; a new one to which the youth is invited begins with them. */
export function stayInvited(
  e: Of<'MeetingScheduled' | 'MeetingRescheduled'>,
  { before, after }: { before: CaseFile; after: CaseFile },
): Unmet[] {
  const meeting = after.meetings.get(e.meeting);
  if (!meeting) return [];
  const now = invitedToSessions(after, meeting);
  const earlier = [...invitedToSessions(before, meeting)].filter((p) => before.participants.get(p)?.named != null);
  const chosen =
    e.type === 'MeetingScheduled'
      ? [...now].flatMap((person) => (after.children.has(person) ? namedBy(after, person) : []))
      : [];
  const lost = [...new Set([...earlier, ...chosen])].filter(
    (person) =>
      !now.has(person) && after.participants.get(person)?.until === null && !isExcused(after, meeting.id, person),
  );
  return lost.map((person) =>
    unmet(
      'named-by-youth',
      'invitees',
      `${person} was named by ${after.participants.get(person)?.named ?? 'a youth'}, and stays invited.`,
      'Keep the person on the list (of one session, where there are several); or let a supervisor record first why not: InvitationExcused.',
    ),
  );
}
