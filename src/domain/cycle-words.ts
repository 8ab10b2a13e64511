// Words about the present cycle of another duty: what prepares a meeting follows the meeting's own date, whatever has moved it.
import type { Obligation } from './obligation';
import { missing, type DateWord } from './word-kit';

/** When the present cycle of a duty (`program/duty`) opened, or is due (`is`): that of the child; for the case that of the child
 *  whose date comes first. */
export const cycle: DateWord = (view, { subject: { child } }, args) => {
  const present = new Map<string, Obligation>();
  for (const o of view.owed(String(args['of'])))
    if (child === undefined || o.subject.child === child) present.set(o.subject.key, o);
  const rank = (o: Obligation): number => (['due', 'window', 'overdue'].includes(o.status) ? 0 : 1e6) + (o.due ?? 1e8);
  const [first] = [...present.values()].sort((a, b) => rank(a) - rank(b));
  if (!first) return missing('the duty that it prepares');
  if (first.due === null || first.openedOn === null)
    return { known: false, missing: first.missing ?? missing(`a date for: ${first.says}`).missing };
  const [from, to] = [first.why[0]!, first.why.at(-1)!];
  return args['is'] === 'due'
    ? {
        known: true,
        day: first.due,
        why: { of: 'word', says: `the date on which it is due to ${lower(first.says)}`, from: [to], day: first.due },
      }
    : { known: true, day: first.openedOn, why: from };
};

const lower = (says: string): string => says.charAt(0).toLowerCase() + says.slice(1).replace(/\.$/, '');
