// What must be so for one type of event, whatever the program.
import { signatureTrouble } from './admit-signatures';
import { answerTrouble } from './answers';
import { knownKinds, kindTypes } from './kinds';
import { clockTrouble, day, isZone, iso } from './calendar';
import { keptApart, type CaseFile } from './case-file';
import type { Recorded } from './events';
import { requestTrouble } from './grounds';
import { isActive } from './presence';
import { unmet, type Unmet } from './unmet';
import type { View } from './view';

export function particular(line: Recorded, before: CaseFile, after: CaseFile, view: View, caseId: string): Unmet[] {
  const e =
    line.event.type === 'EventCorrected' ? { ...line.event.to, on: line.event.to.on ?? line.event.on } : line.event;
  const correcting = line.event.type === 'EventCorrected';
  const problems: Unmet[] = [];
  switch (e.type) {
    case 'CaseOpened':
      if (before.opened && !correcting)
        problems.push(
          unmet(
            'already-open',
            'type',
            `Case ${caseId} is open already.`,
            'Open another case, or correct the opening.',
          ),
        );
      break;
    case 'ChildAdded':
      if (before.children.has(e.child) && !correcting)
        problems.push(
          unmet(
            'duplicate',
            'child',
            `Child ${e.child} belongs to this case already.`,
            'Correct the earlier record instead.',
          ),
        );
      break;
    case 'ParticipantAdded':
      if (
        before.participants.has(e.participant) &&
        before.participants.get(e.participant)!.until === null &&
        !correcting
      )
        problems.push(
          unmet(
            'duplicate',
            'participant',
            `${e.participant} takes part in this case already.`,
            'Correct the earlier record instead.',
          ),
        );
      break;
    case 'ProgramEnrolled':
    case 'EditionAdopted': {
      const editions = view.programs.filter((p) => p.id === e.program);
      if (editions.length === 0)
        problems.push(
          unmet(
            'unknown-program',
            'program',
            `There is no program ${e.program}.`,
            `Known: ${[...new Set(view.programs.map((p) => p.id))].join(', ')}.`,
          ),
        );
      else if (e.edition !== undefined && !editions.some((p) => p.edition === e.edition))
        problems.push(
          unmet(
            'unknown-edition',
            'edition',
            `There is no edition ${e.edition} of ${e.program}.`,
            `Known: ${editions.map((p) => p.edition).join(', ')}.`,
          ),
        );
      else if (e.type === 'EditionAdopted' && !enrolledIn(e.program, before))
        problems.push(
          unmet(
            'not-enrolled',
            'program',
            `The case is not enrolled in ${e.program}.`,
            'Record ProgramEnrolled first, or with it the edition.',
          ),
        );
      break;
    }
    case 'StaffAssigned': {
      const person = view.agency.staff.get(e.staff);
      if (!person)
        problems.push(
          unmet(
            'unknown-staff',
            'staff',
            `The agency has nobody with the id ${e.staff}.`,
            'Add the person to the agency first.',
          ),
        );
      else if (!isActive(person, day(e.on ?? line.event.on)))
        problems.push(unmet('inactive-staff', 'staff', `${e.staff} is not active.`, 'Choose somebody who is.'));
      break;
    }
    case 'MeetingScheduled':
    case 'MeetingRescheduled': {
      if (!isZone(e.zone))
        problems.push(
          unmet(
            'unknown-zone',
            'zone',
            'There is no such time zone.',
            'Give the zone of the place, as America/Los_Angeles.',
          ),
        );
      else {
        const trouble = clockTrouble(e.startsAt, e.zone);
        if (trouble === 'skipped' || (trouble === 'repeated' && e.reason === undefined))
          problems.push(
            unmet(
              'ambiguous-local-time',
              'startsAt',
              `${e.startsAt} ${trouble === 'skipped' ? 'does not exist' : 'comes twice'} in ${e.zone}: clocks change.`,
              trouble === 'skipped'
                ? 'Choose a time an hour earlier or later.'
                : 'Choose another time, or say in `reason` that the first of the two is meant.',
            ),
          );
      }
      if (e.type === 'MeetingScheduled' && before.meetings.has(e.meeting) && !correcting)
        problems.push(
          unmet(
            'duplicate',
            'meeting',
            `Meeting ${e.meeting} exists already.`,
            'Reschedule it, or give the new one its own id.',
          ),
        );
      if (e.type === 'MeetingRescheduled')
        problems.push(...meetingState(e.meeting, before, after, ['scheduled', 'cancelled', 'not-held']));
      if (e.invitees?.length === 0 && (e.staff ?? after.meetings.get(e.meeting)?.staff ?? []).length === 0)
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
      const invited = e.invitees ?? after.meetings.get(e.meeting)?.invitees ?? [];
      for (const [a, b] of keptApart(after, view.today))
        if (invited.includes(a) && invited.includes(b))
          problems.push({
            ...unmet(
              'no-contact',
              'invitees',
              'Two of those invited must be kept apart by an order.',
              'Schedule separate sessions: one meeting for each of them.',
            ),
            cites: ['WA-26'],
          });
      break;
    }
    case 'InvitationAnswered': {
      const meeting = after.meetings.get(e.meeting);
      if (!correcting) problems.push(...meetingState(e.meeting, before, after, ['scheduled']));
      if (meeting?.status === 'scheduled') problems.push(...answerTrouble(e, line, meeting, view));
      break;
    }
    case 'MeetingCancelled':
      problems.push(...meetingState(e.meeting, before, after, ['scheduled']));
      break;
    case 'MeetingHeld':
    case 'MeetingNotHeld':
      if (!correcting) problems.push(...meetingState(e.meeting, before, after, ['scheduled', 'not-held']));
      break;
    case 'DocumentSigned':
    case 'SignatureRefused':
      problems.push(...signatureTrouble(e, before, view, correcting));
      break;
    case 'SignOffRequested':
      problems.push(...requestTrouble(e, after));
      break;
    case 'NoContactOrderEnded':
      if (!before.byId.has(e.order))
        problems.push(
          unmet('unknown-order', 'order', `No order ${e.order} stands in this case.`, 'Look the id up in the history.'),
        );
      break;
    case 'CaseClosed':
      if (before.closed && !correcting)
        problems.push(
          unmet(
            'closed',
            'type',
            `The case was closed on ${iso(before.closed.on)}.`,
            'Correct or retract that closing.',
          ),
        );
      break;
    case 'CaseReopened':
      if (!before.closed)
        problems.push(unmet('not-closed', 'type', 'The case is not closed.', 'Nothing needs to be done.'));
      break;
    case 'ObligationWaived':
      if (!view.agency.staff.has(e.waivedBy))
        problems.push(
          unmet(
            'unknown-staff',
            'waivedBy',
            `The agency has nobody with the id ${e.waivedBy}.`,
            'Name the member of staff who waives it.',
          ),
        );
      break;
    default:
      break;
  }
  const kind = (e as { kind?: string }).kind;
  if (kind !== undefined && kindTypes.has(e.type)) {
    const known = knownKinds(view.programs, e.type);
    if (!known.has(kind))
      problems.push(
        unmet(
          'unknown-kind',
          'kind',
          `No program knows a ${e.type} of the kind ${kind}.`,
          `Known: ${[...known].sort().join(', ') || 'none'}.`,
        ),
      );
  }
  return problems;
}

function enrolledIn(program: string, file: CaseFile): boolean {
  return (file.byType.get('ProgramEnrolled') ?? []).some(
    (h) => h.event.type === 'ProgramEnrolled' && h.event.program === program,
  );
}

function meetingState(id: string, before: CaseFile, after: CaseFile, allowed: readonly string[]): Unmet[] {
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
  return before.meetings.has(id) && !allowed.includes(meeting.status)
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
