// What a case is to think about after a message came to its end. No events: it plans again with what the ledger says now.
import { createHash } from 'node:crypto';
import { announcedEntry } from '../domain/announcing';
import type { Intent } from '../domain/ledger';
import type { Program } from '../domain/rule';
import type { Attempt, KnownIntent, Store } from '../store/types';
import type { Clock } from './clock';
import type { EffectResult } from './ports';
import { changesPlan } from './still-wanted';

/** Asked about something that has come to its end: the answer that was given then, in case it was lost on the way. */
export async function settled(
  { store, programs, clock }: { readonly store: Store; readonly programs: readonly Program[]; readonly clock: Clock },
  { intent, attempts, handovers }: KnownIntent,
): Promise<EffectResult> {
  const last = attempts.at(-1);
  switch (intent.state) {
    case 'sent':
      return announcedEntry(intent, { programs }) ?? thinkAgain('sent', intent);
    case 'dropped':
      return afterDrop(intent, last?.detail ?? '');
    case 'failed':
      if (last?.result === 'refused') return undeliverable(intent, 'refused');
      return last?.result === 'dropped' ? undeliverable(intent, last.detail) : null;
    case 'withdrawn': {
      const at = clock.toDomain(Date.now());
      const open = unanswered([...attempts, ...interrupted({ attempts, handovers }, at)]);
      if (open === undefined) return null;
      // Nobody knows whether it arrived. It is taken as said, so that who was told of it is told of the change.
      await store.attempted(intent.key, { ...open, at, detail: 'taken-as-sent' }, 'sent');
      return thinkAgain('sent', intent);
    }
    case 'covered':
    case 'wanted':
      return null;
  }
}

/** The last try of which nobody heard. A gateway can say later that it came to nothing; what a mail server says is about another copy. */
export function unanswered(attempts: readonly Attempt[]): Attempt | undefined {
  const index = attempts.findLastIndex(({ result }) => result === 'unknown');
  const denied = attempts.slice(index + 1).some(({ channel, result }) => channel === 'sms' && result === 'refused');
  return denied && attempts[index]?.channel === 'sms' ? undefined : attempts[index];
}

/** A try that was killed between its beginning and its record, for each way: it may have come to its end all the same. */
export function interrupted(
  { attempts, handovers }: Pick<KnownIntent, 'attempts' | 'handovers'>,
  at: number,
): Attempt[] {
  return handovers.flatMap(({ channel, reference, tries }): Attempt[] => {
    const known = attempts.filter((one) => one.channel === channel && !one.detail.startsWith(REPORTED)).length;
    return tries > known ? [{ at, result: 'unknown', detail: 'interrupted', messageId: reference, channel }] : [];
  });
}
/** Written when a report of the gateway came, not after a try. */
const REPORTED = 'receipt: ';

export const afterDrop = (intent: Intent, reason: string): EffectResult =>
  changesPlan.has(reason) ? thinkAgain('dropped', intent) : null;

export const thinkAgain = (what: 'sent' | 'dropped', intent: Intent): EffectResult => ({
  id: `${what}:${hash(intent)}`,
  by: 'system',
});

export const undeliverable = (intent: Intent, reason: string): EffectResult => task('undeliverable', intent, reason);

/** Until it is posted, reaching the person is somebody's task. */
export const letterToPost = (intent: Intent): EffectResult => task('letter', intent, 'letter-to-post');

const task = (what: string, intent: Intent, reason: string): EffectResult => ({
  id: `${what}:${hash(intent)}`,
  by: 'system',
  events: [{ type: 'NoticeUndeliverable', notice: intent.key, recipient: intent.to.id, reason }],
});

const hash = ({ key, again }: Intent): string =>
  createHash('sha256')
    .update(again === undefined ? key : `${key} again ${again}`)
    .digest('hex')
    .slice(0, 32);
