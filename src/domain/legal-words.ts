// Words about court orders and plans that move: whether an order stands, when it ended, whether a reunification was put off.
import { day, type Day } from './calendar';
import type { Happening } from './case-file';
import type { Why } from './obligation';
import type { View } from './view';
import { about, childrenOf, eventWhy, missing, type ConditionWord, type DateWord } from './word-kit';

/** An order stands for a child of the subject: its status is that of an order and it has neither ended nor expired. Read as of
 *  today; `on: 'trigger'`: on the day of the event that opened the rule, which may have been recorded late. */
export const underOrder: ConditionWord = (view, frame, args) => {
  const { trigger } = frame.subject;
  const then = args['on'] === 'trigger' && trigger ? { ...frame, asOf: trigger.on } : frame;
  return childrenOf(view, frame).some((child) => {
    const last = statusesOf(view, child).findLast((h) => view.came(h.on, then));
    if (last?.event.type !== 'LegalStatusChanged' || last.event.status !== String(args['status'])) return false;
    return last.event.expiresOn === undefined || !view.came(day(last.event.expiresOn) + 1, then);
  });
};

function statusesOf(view: View, child: string): readonly Happening[] {
  return (view.file.byType.get('LegalStatusChanged') ?? []).filter((h) => about(h, child));
}

/** The first day without an order for any child of the subject: the day after the last one expires, or the day on which another
 *  status took its place. It may lie ahead: an order expires without anybody doing anything, and an extension moves it.
 *  `never: 'opening'`: where there never was an order, since the opening of the case. */
export const orderEnded: DateWord = (view, frame, args) => {
  const whys: Why[] = [];
  let latest: Day = -Infinity;
  for (const child of childrenOf(view, frame)) {
    const statuses = statusesOf(view, child);
    const at = statuses.findLastIndex(
      (h) => h.event.type === 'LegalStatusChanged' && h.event.status === String(args['status']),
    );
    const order = statuses[at];
    if (order?.event.type !== 'LegalStatusChanged') continue;
    const next = statuses[at + 1];
    const expiry = order.event.expiresOn === undefined ? Infinity : day(order.event.expiresOn) + 1;
    const end = Math.min(expiry, next?.on ?? Infinity);
    if (end === Infinity) return missing('the end of the order');
    whys.push(
      next && next.on <= expiry
        ? eventWhy(next)
        : { of: 'word', says: 'the day after the order expires', from: [eventWhy(order)], day: end },
    );
    latest = Math.max(latest, end);
  }
  const { opened } = view.file;
  if (whys.length === 0 && args['never'] === 'opening' && opened)
    return { known: true, day: opened.on, why: eventWhy(opened) };
  if (whys.length === 0) return missing('an order');
  return { known: true, day: latest, why: { of: 'choice', choice: 'latest', among: whys, day: latest } };
};

/** The day on which the planned reunification was moved to a date that lies later by more than a setting (in days). Small moves
 *  one after another count together. */
export const postponedOn: DateWord = (view, frame, args) => {
  const planned = (h: Happening): Day =>
    h.event.type === 'ReunificationPlanned' ? day(h.event.plannedFor) : -Infinity;
  const child = frame.subject.child;
  const plans = (view.file.byType.get('ReunificationPlanned') ?? []).filter(
    (h) => child === undefined || about(h, child),
  );
  const last = plans.at(-1);
  const most = Number(view.setting(String(args['setting'])));
  const before = last === undefined ? -1 : plans.findLastIndex((h) => planned(last) - planned(h) > most);
  const moved = plans[before + 1];
  return before >= 0 && moved ? { known: true, day: moved.on, why: eventWhy(moved) } : missing('a postponement');
};
