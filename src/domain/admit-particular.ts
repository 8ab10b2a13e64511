// What must be so for one type of event, whatever the program.
import { signatureTrouble } from './admit-signatures';
import { meetingTrouble, type Files } from './admit-meetings';
import { knownKinds, kindTypes } from './kinds';
import { day, iso } from './calendar';
import { isOfTheSame, type CaseFile, type Said } from './case-file';
import { requestTrouble } from './grounds';
import { leavingTrouble, namingTrouble } from './named';
import { isActive } from './presence';
import { unmet, type Unmet } from './unmet';
import type { View } from './view';

export function particular(said: Said, files: Files, view: View, caseId: string): Unmet[] {
  const { event: e, correcting } = said;
  const { before, after } = files;
  /** It corrects a record of the same one: that this one is there already speaks not against it. */
  const ofTheSame = (...fields: readonly string[]): boolean => isOfTheSame(said, before, fields);
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
      if (before.children.has(e.child) && !ofTheSame('child'))
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
        !ofTheSame('participant')
      )
        problems.push(
          unmet(
            'duplicate',
            'participant',
            `${e.participant} takes part in this case already.`,
            'Correct the earlier record instead.',
          ),
        );
      problems.push(...namingTrouble(e, said, { before, after, view }));
      break;
    case 'ParticipantEnded':
    case 'InvitationExcused':
      problems.push(...leavingTrouble(e, said.by, { before, view }));
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
      else if (!isActive(person, day(e.on)) && !ofTheSame('staff'))
        problems.push(unmet('inactive-staff', 'staff', `${e.staff} is not active.`, 'Choose somebody who is.'));
      break;
    }
    case 'MeetingScheduled':
    case 'MeetingRescheduled':
    case 'MeetingCancelled':
    case 'MeetingHeld':
    case 'MeetingNotHeld':
    case 'InvitationAnswered':
    case 'MeetingTimesProposed':
    case 'MeetingTimeAnswered':
      problems.push(...meetingTrouble(e, { said, view, ...files }));
      break;
    case 'DocumentSigned':
    case 'SignatureRefused':
      problems.push(...signatureTrouble(e, before, view, ofTheSame('document', 'signer')));
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
      if (!before.closed && !correcting)
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
