// Whom and what an event names: children, people, other events.
import { childrenNamed } from './admit-dates';
import type { CaseFile } from './case-file';
import type { Recorded } from './events';
import { unmet, type Unmet } from './unmet';

const peopleFields = [
  'participant',
  'participants',
  'invitees',
  'caregiver',
  'between',
  'recipient',
  'namedSupports',
] as const;

export function references(
  line: Recorded,
  before: CaseFile,
  after: CaseFile,
  added: readonly Recorded[],
  journal: readonly Recorded[],
): Unmet[] {
  const event = line.event;
  const problems: Unmet[] = [];
  for (const id of childrenNamed(event))
    if (!after.children.has(id))
      problems.push(
        unmet(
          'unknown-child',
          'children',
          `No child ${id} belongs to this case.`,
          `Known: ${[...after.children.keys()].join(', ') || 'none'}. Record ChildAdded first.`,
        ),
      );
  for (const field of peopleFields) {
    const value = (event as Record<string, unknown>)[field];
    const list = Array.isArray(value) ? (value as unknown[]) : value === undefined ? [] : [value];
    if (event.type === 'ParticipantAdded' || event.type === 'NoticeUndeliverable') continue;
    for (const id of list)
      if (typeof id === 'string' && !after.participants.has(id) && !after.children.has(id))
        problems.push(
          unmet(
            'unknown-person',
            field,
            `Nobody with the id ${id} takes part in this case.`,
            'Add the person first: ParticipantAdded.',
          ),
        );
  }
  if (event.type === 'EventCorrected' || event.type === 'EventRetracted') {
    const target = [...journal, ...added].find((l) => l.id === event.event);
    const root =
      target?.event.type === 'EventCorrected'
        ? [...journal].find((l) => l.id === (target.event as { event: string }).event)
        : target;
    if (!target)
      problems.push(
        unmet(
          'unknown-event',
          'event',
          `No event ${event.event} stands in this case.`,
          'Look the id up in the history of the case.',
        ),
      );
    else if (event.type === 'EventCorrected' && root && root.event.type !== event.to.type)
      problems.push(
        unmet(
          'other-type',
          'to.type',
          `${event.event} is a ${root.event.type}, not a ${event.to.type}.`,
          'Retract it and record the other event.',
        ),
      );
    else if (event.type === 'EventRetracted' && target.event.type === 'CaseOpened')
      problems.push(
        unmet('opening', 'event', 'The opening of a case cannot be retracted.', 'Close the case with a reason.'),
      );
    else if (event.type === 'EventCorrected' && !before.byId.has(root?.id ?? ''))
      problems.push(unmet('retracted', 'event', `${event.event} was retracted.`, 'Record the event anew.'));
    if (event.type === 'EventCorrected')
      problems.push(
        ...childrenNamed({ ...event.to, on: event.to.on ?? event.on })
          .filter((id) => !after.children.has(id))
          .map((id) =>
            unmet('unknown-child', 'to.children', `No child ${id} belongs to this case.`, 'Record ChildAdded first.'),
          ),
      );
  }
  return problems;
}
