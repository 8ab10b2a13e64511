// What the words of the vocabulary share.
import type { Happening } from './case-file';
import type { MissingFact, Why } from './obligation';
import type { DateAnswer, DoneAnswer, Frame, View } from './view';

export type Args = Readonly<Record<string, string | number | boolean>>;
export type DateWord = (view: View, frame: Frame, args: Args) => DateAnswer;
export type ConditionWord = (view: View, frame: Frame, args: Args) => boolean;
export type DoneWord = (view: View, frame: Frame, args: Args) => DoneAnswer;

export const missing = (
  fact: string,
  suppliedBy = 'caseworker',
): { known: false; missing: readonly MissingFact[] } => ({
  known: false,
  missing: [{ fact, suppliedBy }],
});

export const eventWhy = (event: Happening): Why => ({ of: 'event', event, day: event.on });

/** Children of the subject: itself, its household's, those of the event that opened the rule, or all of the case. */
export function childrenOf(view: View, frame: Frame): string[] {
  const { child, household, trigger } = frame.subject;
  if (child !== undefined) return [child];
  const e = (trigger?.event ?? {}) as { child?: string; children?: readonly string[]; household?: string };
  if (household === undefined && e.children !== undefined) return [...e.children];
  if (household === undefined && e.child !== undefined) return [e.child];
  const home = household ?? e.household;
  return [...view.file.children.values()].filter((c) => home === undefined || c.household === home).map((c) => c.id);
}

export const about = (h: Happening, child: string): boolean => {
  const e = h.event as { children?: readonly string[] };
  return e.children === undefined || e.children.includes(child);
};

export function wordIn<T>(table: Readonly<Record<string, T>>, name: string): T {
  const entry = table[name];
  if (entry === undefined) throw new RangeError(`no such word in the vocabulary: ${name}`);
  return entry;
}
