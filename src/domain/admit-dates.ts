// Dates that cannot be: ahead of today, before a birth, decades off.
import { addMonths, day, iso } from './calendar';
import type { CaseFile } from './case-file';
import type { CaseEvent } from './events';
import { unmet, type Unmet } from './unmet';
import type { View } from './view';

export type Event = CaseEvent & { readonly on: string };

/** Events whose date may lie ahead: they speak of what is planned or ends later. */
const mayLieAhead = new Set<CaseEvent['type']>(['ProgramEnrolled', 'StaffAssigned', 'StaffUnassigned']);

export function datesOf(event: Event, file: CaseFile, view: View): Unmet[] {
  const on = day(event.on);
  const problems: Unmet[] = [];
  if (on > view.today && !mayLieAhead.has(event.type))
    problems.push(
      unmet(
        'in-the-future',
        'on',
        `${event.on} lies ahead: an event is recorded when it has happened.`,
        `Give a date up to ${iso(view.today)}; a plan has a field of its own (plannedFor, startsAt).`,
      ),
    );
  for (const field of ['plannedFor', 'until', 'expiresOn', 'startsAt', 'bornOn'] as const) {
    const value = (event as Record<string, unknown>)[field];
    if (typeof value !== 'string') continue;
    const d = day(value.slice(0, 10));
    if (d > addMonths(view.today, 30 * 12))
      problems.push(unmet('too-far', field, `${value} is more than thirty years ahead.`, 'Check the year.'));
    if (field === 'bornOn' && d > view.today)
      problems.push(unmet('in-the-future', field, `${value} lies ahead.`, 'Give the date of birth.'));
  }
  for (const id of childrenNamed(event)) {
    const child = file.children.get(id);
    if (child && on < child.bornOn)
      problems.push(
        unmet(
          'before-birth',
          'on',
          `${event.on} is before the birth of child ${id} (${iso(child.bornOn)}).`,
          'Check the date, or the child.',
        ),
      );
  }
  return problems;
}

export function childrenNamed(event: Event): readonly string[] {
  return (event as { children?: readonly string[] }).children ?? [];
}
