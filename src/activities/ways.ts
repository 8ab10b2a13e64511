// By which way a message goes next: the first in the order of its recipient that has an address and has not failed it. What went
// wrong before stands in the attempts, so that whoever asks again after a crash comes to the same answer.
import type { Intent } from '../domain/ledger';
import type { Instant } from '../domain/calendar';
import { channelsOf, safeFrom } from '../messaging/channels';
import type { Attempt, Channel, Person, SafeHours } from '../store/types';

export interface Asking {
  readonly intent: Intent;
  readonly person: Person;
  readonly attempts: readonly Attempt[];
  /** The agency has a gateway. */
  readonly texts: boolean;
  readonly now: Instant;
  readonly zone: string;
  /** When it is of no use any more. */
  readonly until: Instant | null;
  /** Days that a letter takes. */
  readonly letterTakes: number;
  /** Hours in which a telephone may ring, for whoever has named no others. */
  readonly textHours: SafeHours;
}

export type Way =
  | { readonly channel: Channel }
  /** Not before then: it would not be safe. */
  | { readonly channel: null; readonly notBefore: Instant }
  /** `task`: somebody must reach the person another way. */
  | { readonly channel: null; readonly reason: string; readonly task: boolean };

const DAY_MS = 86_400_000;

export function nextWay(asking: Asking): Way {
  const { attempts } = asking;
  const failed = new Set(attempts.flatMap((one) => (one.result === 'refused' ? [one.channel] : [])));
  const open = waysOf(asking).filter((channel) => !failed.has(channel));
  const waiting = attempts.at(-1)?.result === 'to-post';
  const channel = open.find((one) => one !== 'letter' || waiting || inTime(asking));
  if (channel !== undefined) return channel === 'letter' ? { channel } : whenSafe(asking, channel);
  if (failed.size > 0) return { channel: null, reason: 'refused', task: true };
  if (open.includes('letter'))
    // A reminder is a courtesy, and who gets letters was sent the invitation.
    return asking.intent.kind === 'invite'
      ? { channel: null, reason: 'too-late-for-a-letter', task: true }
      : { channel: null, reason: 'letters-only', task: false };
  return { channel: null, reason: hasOptedOut(asking) ? 'opted-out' : 'no-address', task: true };
}

/** What is written to staff, and about duties, names cases: it goes by mail alone. */
function waysOf({ intent, person, texts }: Asking): readonly Channel[] {
  const family = intent.topic !== 'duty' && intent.to.kind === 'participant';
  return channelsOf(family ? person : { ...person, channels: ['email'] }).filter(
    (channel) => channel !== 'sms' || texts,
  );
}

function inTime({ intent, now, until, letterTakes }: Asking): boolean {
  return intent.kind === 'invite' && until !== null && until - now >= letterTakes * DAY_MS;
}

function hasOptedOut(asking: Asking): boolean {
  const { optOut: _, ...person } = asking.person;
  return waysOf({ ...asking, person }).length > 0;
}

function whenSafe({ person, now, zone, until, intent, textHours }: Asking, channel: Channel): Way {
  if (intent.to.kind === 'staff') return { channel };
  const from = safeFrom(person.safeHours ?? (channel === 'sms' ? textHours : undefined), now, zone);
  if (from <= now) return { channel };
  // A quiet night is a courtesy: what would come too late for it is sent all the same.
  if (person.safeHours === undefined && until !== null && from >= until) return { channel };
  return until !== null && from >= until
    ? { channel: null, reason: 'not-safe-in-time', task: true }
    : { channel: null, notBefore: from };
}
