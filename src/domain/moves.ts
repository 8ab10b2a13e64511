// A holiday or a closed office moves many meetings: which, and to when.
import { addBusinessDays, day, iso, weekday, type Day } from './calendar';
import type { CaseFile, Meeting } from './case-file';

/** Civil days, both included. */
export interface Closure {
  readonly from: Day;
  readonly to: Day;
}

/** To the first working day after it; or to the first such day of the week, so that who can come on Tuesdays still can. */
export const moveRules = ['next-working-day', 'same-weekday'] as const;
export type MoveRule = (typeof moveRules)[number];

export function meetingsIn(file: CaseFile, { from, to }: Closure): readonly Meeting[] {
  if (file.closed) return [];
  return [...file.meetings.values()].filter((m) => {
    const on = day(m.startsAt.slice(0, 10));
    return m.status === 'scheduled' && from <= on && on <= to;
  });
}

/** The same time of the day on another day; a meeting on a weekend was set there on purpose. */
export function movedTo(startsAt: string, closure: Closure, rule: MoveRule, holidays: ReadonlySet<Day>): string {
  const time = startsAt.slice(10);
  const next = addBusinessDays(closure.to, 1, holidays);
  if (rule === 'next-working-day') return iso(next) + time;
  const on = day(startsAt.slice(0, 10));
  let same = closure.to + 1;
  while (weekday(same) !== weekday(on)) same += 1;
  return iso(holidays.has(same) ? addBusinessDays(same, 1, holidays) : same) + time;
}
