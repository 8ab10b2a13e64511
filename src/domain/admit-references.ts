// Whom and what an event names: children, people, other events.
import { childrenNamed } from './admit-dates';
import type { Agency } from './agency';
import { firstRecording, type CaseFile, type Said } from './case-file';
import type { CaseEvent, Recorded } from './events';
import { unmet, type Unmet } from './unmet';

const peopleFields = ['participant', 'participants', 'invitees', 'caregiver', 'between', 'namedSupports'] as const;

export function references(event: Said['event'], after: CaseFile, agency: Agency): Unmet[] {
  const chosenBy = event.type === 'ParticipantAdded' && event.named !== undefined ? [event.named] : [];
  const children = [
    ...childrenNamed(event).map((id) => ['children', id] as const),
    ...chosenBy.map((id) => ['named', id] as const),
  ]
    .filter(([, id]) => !after.children.has(id))
    .map(([field, id]) =>
      unmet(
        'unknown-child',
        field,
        `No child ${id} belongs to this case.`,
        `Known: ${[...after.children.keys()].join(', ') || 'none'}. Record ChildAdded first.`,
      ),
    );
  const people = peopleFields.flatMap((field) =>
    [(event as Record<string, unknown>)[field]]
      .flat()
      .filter((id) => typeof id === 'string' && !isOfCase(id, after))
      .map((id) => unknownPerson(field, String(id))),
  );
  const came = event.type === 'MeetingHeld' ? event.attendance : [];
  const strangers = came.flatMap(({ participant: id }, i) =>
    isOfCase(id, after) || agency.staff.has(id) ? [] : [unknownPerson(`attendance.${i}.participant`, id)],
  );
  return [...children, ...people, ...strangers];
}

const isOfCase = (id: string, file: CaseFile): boolean => file.participants.has(id) || file.children.has(id);

const unknownPerson = (field: string, id: string): Unmet =>
  unmet(
    'unknown-person',
    field,
    `Nobody with the id ${id} takes part in this case.`,
    'Add the person first: ParticipantAdded.',
  );

/** What a correction or a retraction is about stands, and may be changed so. */
export function mendingTrouble(event: CaseEvent, before: CaseFile, journal: readonly Recorded[]): Unmet[] {
  if (event.type !== 'EventCorrected' && event.type !== 'EventRetracted') return [];
  const target = journal.find((line) => line.id === event.event);
  const first = firstRecording(event.event, journal);
  if (!target || !first)
    return [
      unmet(
        'unknown-event',
        'event',
        `No event ${event.event} stands in this case.`,
        'Look the id up in the history of the case.',
      ),
    ];
  if (event.type === 'EventRetracted')
    return target.event.type === 'CaseOpened'
      ? [unmet('opening', 'event', 'The opening of a case cannot be retracted.', 'Close the case with a reason.')]
      : [];
  if (first.event.type !== event.to.type)
    return [
      unmet(
        'other-type',
        'to.type',
        `${event.event} is a ${first.event.type}, not a ${event.to.type}.`,
        'Retract it and record the other event.',
      ),
    ];
  return before.byId.has(first.id)
    ? []
    : [unmet('retracted', 'event', `${event.event} was retracted.`, 'Record the event anew.')];
}
