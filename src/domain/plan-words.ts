// Words about goals, plans and referrals as they are recorded.
import { inOrder, type Happening } from './case-file';
import { staysOf } from './stays';
import type { View } from './view';
import { about, type ConditionWord, type DoneWord } from './word-kit';

/** The goal is another than the one of the same rank that stood before it in the same stay in care: to confirm a goal is not to set it. */
export const goalChanged: ConditionWord = (view, { subject: { trigger, child } }) => {
  const e = trigger?.event;
  if (!trigger || e?.type !== 'GoalSet') return false;
  const before = (view.file.byType.get('GoalSet') ?? []).findLast(
    (h) =>
      h.event.type === 'GoalSet' &&
      h.event.rank === e.rank &&
      inOrder(h, trigger) < 0 &&
      (child === undefined || about(h, child)),
  );
  if (before?.event.type !== 'GoalSet' || before.event.goal !== e.goal) return true;
  const stay = child === undefined ? undefined : staysOf(view.file, child).findLast((s) => s.began.on <= trigger.on);
  return stay !== undefined && before.on < stay.from;
};

/** The record names exactly one of the agency's list (any one where the agency keeps none) among its parts. */
export const namesOneOf: DoneWord = (view, { subject: { trigger } }, args) => {
  const list = String(view.setting(String(args['setting'])))
    .split(',')
    .flatMap((code) => code.trim() || []);
  const parts = (trigger?.event as { parts?: readonly string[] } | undefined)?.parts ?? [];
  const named = parts.filter((part) => list.length === 0 || list.includes(part));
  return trigger && named.length === 1
    ? { done: true, day: trigger.on, by: [trigger] }
    : { done: false, lacking: [`${String(args['what'])}${list.length > 0 ? `: one of ${list.join(', ')}` : ''}`] };
};

/** A whole document of these kinds (with commas) is given to somebody who is named in the section alone. */
export const moreThanTheirSection: ConditionWord = (view, { subject: { trigger } }, args) => {
  const e = trigger?.event;
  if (e?.type !== 'DocumentProvided' || e.part === args['section']) return false;
  const documents = view.file.byType.get('DocumentCompleted') ?? [];
  const kinds = String(args['kinds']).split(',');
  const given = documents.some(
    (h) => h.event.type === 'DocumentCompleted' && h.event.document === e.document && kinds.includes(h.event.kind),
  );
  if (!given) return false;
  const names = (h: Happening, person: string): boolean =>
    (h.event as { participants?: readonly string[] }).participants?.includes(person) === true;
  const ofKind = (wanted: readonly string[], person: string): boolean =>
    documents.some((h) => h.event.type === 'DocumentCompleted' && wanted.includes(h.event.kind) && names(h, person));
  return e.to.some(
    (person) => ofKind([String(args['section'])], person) && !ofKind(kinds, person) && !isParent(view, person),
  );
};

const isParent = (view: View, person: string): boolean => view.file.participants.get(person)?.role === 'parent';
