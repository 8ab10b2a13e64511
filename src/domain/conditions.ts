// Whether a condition of a rule holds.
import type { Happening } from './case-file';
import { firstSince, partsLacking, partsOf } from './matching';
import type { Codes, Condition, Pattern, When } from './rule';
import type { Frame, View } from './view';
import { conditionWords } from './words';
import { wordIn } from './word-kit';

export function conditionHolds(view: View, condition: Condition, frame: Frame): boolean {
  switch (condition.if) {
    case 'happened':
      return often(view, condition.times, between(view, condition, condition.of, frame), frame);
    case 'latest': {
      const last = view.matching(condition.of, frame.subject).findLast((h) => view.came(h.on, frame));
      return last !== undefined && view.fits(last, condition.is, frame.subject);
    }
    case 'reached': {
      const date = view.date(condition.date, frame);
      return date.known && view.came(date.day, frame);
    }
    case 'met':
      return view.met(condition.of, frame).done;
    case 'not-after': {
      const [date, than] = [view.date(condition.date, frame), view.date(condition.than, frame)];
      return date.known && than.known && date.day <= than.day;
    }
    case 'each':
      return view.matching(condition.of, frame.subject).every((h) => view.fits(h, condition.is, frame.subject));
    case 'for-each':
      return failing(view, condition, frame).length === 0;
    case 'parts':
      return partsMissing(view, condition, frame).length === 0;
    case 'all':
      return condition.of.every((c) => view.holds(c, frame));
    case 'any':
      return condition.of.some((c) => view.holds(c, frame));
    case 'not':
      return !view.holds(condition.of, frame);
    case 'trigger':
      return frame.subject.trigger !== undefined && view.fits(frame.subject.trigger, condition.is, frame.subject);
    case 'setting':
      return view.setting(condition.name) === condition.is;
    case 'word':
      return wordIn(conditionWords, condition.word)(view, frame, condition.args);
  }
}

function often(
  view: View,
  times: number | { readonly setting: string } = 1,
  list: readonly Happening[],
  frame: Frame,
): boolean {
  let left = typeof times === 'number' ? times : Number(view.setting(times.setting));
  return left <= 0 || list.some((h) => view.came(h.on, frame) && --left <= 0);
}

/** Events that match inside two dates, where these are given. */
function between(view: View, dates: { since?: When; until?: When }, of: Pattern, frame: Frame): readonly Happening[] {
  const list = view.matching(of, frame.subject);
  if (!dates.since && !dates.until) return list;
  const since = dates.since && view.date(dates.since, frame);
  const until = dates.until && view.date(dates.until, frame);
  if ((since && !since.known) || (until && !until.known)) return [];
  const [from, to] = [since?.day ?? -Infinity, until?.day ?? Infinity];
  return list.slice(firstSince(list, from)).filter((h) => h.on <= to);
}

/** The events of which a condition for each of them does not hold. */
export function failing(
  view: View,
  { of, holds }: Extract<Condition, { if: 'for-each' }>,
  frame: Frame,
): readonly Happening[] {
  return view
    .matching(of, frame.subject)
    .filter((trigger) => !view.holds(holds, { ...frame, subject: { ...frame.subject, trigger } }));
}

export function partsMissing(
  view: View,
  condition: Extract<Condition, { if: 'parts' }>,
  frame: Frame,
): readonly string[] {
  const records = condition.in === 'trigger' ? [frame.subject.trigger] : between(view, condition, condition.in, frame);
  return partsLacking(codesOf(view, condition.codes, frame), records.flatMap(partsOf));
}

export function codesOf(view: View, codes: Codes, { subject }: Frame): readonly string[] {
  if (!('setting' in codes) && !('trigger' in codes)) return codes;
  if ('setting' in codes)
    return String(view.setting(codes.setting))
      .split(',')
      .flatMap((code) => code.trim() || []);
  const named = subject.trigger && (subject.trigger.event as Record<string, unknown>)[codes.trigger];
  return Array.isArray(named) ? (named as readonly string[]) : [];
}
