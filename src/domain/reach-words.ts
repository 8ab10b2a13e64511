// Words about people whom no message reaches: from the first message that came back until somebody got through.
import { isLater, type Happening } from './case-file';
import { happened } from './rule';
import type { View } from './view';
import type { ConditionWord, DoneWord } from './word-kit';

/** Somebody of the case was spoken with, or the address was mended. */
const reaching = happened(['ContactMade', 'ContactDetailsChanged']);
/** Staff stand in the record of many a contact because they made it: reaching one of them is a kind of its own. */
const reachingStaff = happened('ContactMade', { kind: 'reached-another-way' });

/** Message that came back, as the first since somebody got through -> what got through after it, if anything has. */
function silences(view: View): ReadonlyMap<string, Happening | null> {
  return view.once('silences', () => {
    const found = new Map<string, Happening | null>();
    const returned = new Map<string, Happening[]>();
    for (const h of view.file.byType.get('NoticeUndeliverable') ?? [])
      if (h.event.type === 'NoticeUndeliverable')
        returned.set(h.event.recipient, [...(returned.get(h.event.recipient) ?? []), h]);
    for (const [participant, messages] of returned) {
      const reached = view
        .matching(view.file.participants.has(participant) ? reaching : reachingStaff, { key: participant, participant })
        .filter((h) => h.event.type !== 'ContactMade' || h.event.outcome === 'reached');
      let since: Happening | null | undefined;
      for (const message of messages) {
        // Still the same silence: no new task, and no later date, for each further message.
        if (since === null || (since !== undefined && isLater(since, message))) continue;
        since = reached.find((h) => isLater(h, message)) ?? null;
        found.set(message.id, since);
      }
    }
    return found;
  });
}

/** With this message nobody got through to its recipient any more (`staff`: to one of the agency; else: to one of the case). */
export const newlyUnreached: ConditionWord = (view, { subject: { trigger } }, args) => {
  if (trigger?.event.type !== 'NoticeUndeliverable' || !silences(view).has(trigger.id)) return false;
  const { recipient } = trigger.event;
  const ofCase = view.file.participants.has(recipient);
  return args['staff'] === true ? !ofCase && view.isHere(recipient) : ofCase;
};

/** Somebody got through after the message that opened the duty. */
export const reachedSince: DoneWord = (view, { subject: { trigger } }) => {
  const by = trigger && silences(view).get(trigger.id);
  return by
    ? { done: true, day: by.on, ...(by.at === undefined ? {} : { at: by.at }), by: [by] }
    : { done: false, lacking: ['a contact that reached the person, or a new address'] };
};
