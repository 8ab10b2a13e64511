// The reminders of a morning for one member of staff, in one mail. Each case asks for its own; the first takes those of all others
// with it. What is overdue, urgent or to be signed goes at once and by itself.
import { settingValueOf } from '../domain/agency';
import { dayOf, instantOf } from '../domain/calendar';
import type { Intent } from '../domain/ledger';
import type { Owed } from '../domain/owed';
import type { Context } from '../domain/plan';
import type { Digest } from '../store/digests';
import type { Attempt, Person, Store } from '../store/types';
import { thinkAgain, undeliverable } from './aftermath';
import { carryMail, failure, laterIn } from './carry';
import type { Clock } from './clock';
import { dutyOf } from './effect-order';
import type { Messenger } from './messenger';
import type { EffectResult } from './ports';

const MINUTE_MS = 60_000;

/** After the last case has had its morning. */
const SETTLING_MINUTES = 5;

export interface DigestPorts {
  readonly store: Store;
  readonly messenger: Messenger;
  readonly clock: Clock;
}

export interface Gathering {
  readonly intent: Intent;
  readonly person: Person;
  readonly context: Context;
  readonly now: number;
}

export function isForDigest({ intent, context, now }: Omit<Gathering, 'person'>): boolean {
  const { kind, topic, to, rung, urgency } = intent;
  return (
    kind === 'remind' &&
    topic === 'duty' &&
    to.kind === 'staff' &&
    urgency === 'day' &&
    rung.startsWith('before-') &&
    setting(context, 'staffDigest', now) === true
  );
}

export async function byDigest(ports: DigestPorts, gathering: Gathering): Promise<EffectResult> {
  const { store, messenger, clock } = ports;
  const { intent, person, context, now } = gathering;
  const leaves = digestTime(gathering);
  if (now < leaves) throw laterIn('GathersForTheDay', clock.fromDomain(leaves) - Date.now());
  const overdue = await overdueOf(store, person.id, context, now);
  const gathered = await store.gatherDigest(intent.key, now, (intents) => [
    ...intents.map(({ caseId, intent: one }) => lineOf(caseId, one, context)),
    ...overdue,
  ]);
  if (gathered.state === 'busy') throw laterIn('OnItsWay', MINUTE_MS);
  if (gathered.state === 'sent') return onRecord(ports, gathering, gathered.digest, gathered.messageId);

  const { digest } = gathered;
  const { zone } = context.agency;
  const { outcome, messageId } = await carryMail(messenger, () =>
    messenger.composeDigest({ person, owed: digest.owed, at: digest.at, zone, id: String(digest.id) }),
  );
  const attempt = { at: now, detail: outcome.detail, messageId, channel: 'email' } as const;
  switch (outcome.result) {
    case 'accepted':
      // First of all: a list that has left is not sent a second time by another case.
      await store.digestSent(digest.id, messageId);
      return onRecord(ports, gathering, digest, messageId, outcome.detail);
    case 'refused': {
      const { withdrawn } = await store.attempted(intent.key, { ...attempt, result: 'refused' }, 'failed');
      return withdrawn ? null : undeliverable(intent, 'refused');
    }
    case 'failed':
    case 'unknown':
      await store.attempted(intent.key, { ...attempt, result: outcome.result }, 'wanted');
      throw failure(outcome.code);
  }
}

/** Every reminder on the list has its own receipt. */
async function onRecord(
  { store }: DigestPorts,
  { intent, now }: Gathering,
  { keys }: Digest,
  messageId: string,
  detail = 'on the daily list',
): Promise<EffectResult> {
  const attempt: Attempt = { at: now, result: 'accepted', detail, messageId, channel: 'email' };
  let rethink = false;
  for (const key of keys) {
    const found = await store.intent(key);
    if (found === null || found.intent.state === 'sent') continue;
    const { withdrawn } = await store.attempted(key, attempt, 'sent');
    rethink ||= withdrawn && key === intent.key;
  }
  return rethink ? thinkAgain('sent', intent) : null;
}

/** When the list of the intent's day leaves: the agency's morning, once every case has had its own. */
function digestTime({ intent, context }: Gathering): number {
  const { zone } = context.agency;
  const morning = instantOf(dayOf(intent.at, zone), String(setting(context, 'morning', intent.at)), zone);
  return morning + (Number(setting(context, 'spreadMinutes', intent.at)) + SETTLING_MINUTES) * MINUTE_MS;
}

const setting = ({ agency, programs }: Context, name: string, at: number): unknown =>
  settingValueOf(agency, programs, name, dayOf(at, agency.zone));

function lineOf(caseId: string, intent: Intent, context: Context): Owed {
  const duty = dutyOf(intent, context);
  return { caseId, says: duty?.says ?? intent.about, cites: duty?.cites ?? [], due: intent.due };
}

/** What was told already and is still not done stands on the list again. */
async function overdueOf(store: Store, owner: string, { agency }: Context, now: number): Promise<Owed[]> {
  const today = dayOf(now, agency.zone);
  const rows = await store.obligations({ owner, statuses: ['overdue'] });
  return rows
    .filter(
      (row) => row.due !== null && row.strength !== 'aim' && row.strength !== 'track' && dayBefore(row.due, today),
    )
    .map(({ caseId, says, cites, due }) => ({ caseId, says, cites, due }));
}

const dayBefore = (due: string, today: number): boolean =>
  Date.parse(`${due.slice(0, 10)}T00:00:00Z`) / 86_400_000 < today;
