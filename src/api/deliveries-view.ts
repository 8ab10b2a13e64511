// The ledger of what was said, as staff read it: each message with its attempts, what the carriers reported, and where it stands.
import type { z } from 'zod';
import { referenceOf } from '../messaging/reference';
import type { Attempt, DeliveryRow, Person } from '../store/types';
import type { delivery } from './answers-deliveries';

export function deliveriesOf(rows: readonly DeliveryRow[], people: readonly Person[]): z.input<typeof delivery>[] {
  const names = new Map(people.map((person) => [person.id, person.name]));
  return rows.map((row) => {
    const { key, intent, state, attempts, receipts } = row;
    return {
      key,
      kind: intent.kind,
      to: { ...intent.to, name: names.get(intent.to.id) ?? null },
      about: intent.about,
      due: intent.due,
      wantedAt: time(intent.at),
      late: intent.late,
      state,
      stands: standing(row),
      possibleDuplicate: perhapsTwice(row),
      ...(attempts.some((one) => one.channel === 'letter') ? { letter: referenceOf(key) } : {}),
      attempts: attempts.map((one) => ({ ...one, at: time(one.at) })),
      receipts: receipts.map(({ status, at, receivedAt }) => ({ status, at: time(at), receivedAt: time(receivedAt) })),
    };
  });
}

const time = (ms: number): string => new Date(ms).toISOString();

function standing({ state, attempts, receipts }: DeliveryRow): z.input<typeof delivery>['stands'] {
  if (state === 'wanted') return onItsWay(attempts.at(-1));
  if (state !== 'sent') return state === 'failed' ? 'nobody-reached' : state;
  const by = attempts.findLast((one) => one.result === 'accepted')?.channel;
  if (by === 'letter') return 'posted';
  return by === 'sms' && receipts.some((one) => one.status === 'delivered') ? 'delivered' : 'accepted';
}

function onItsWay(last: Attempt | undefined): 'waiting' | 'tried-again' | 'held' | 'to-post' {
  switch (last?.result) {
    case undefined:
      return 'waiting';
    case 'held':
      return 'held';
    case 'to-post':
      return 'to-post';
    default:
      return 'tried-again';
  }
}

/**
 * A copy went out of which nobody heard, and another after it. Of texts the gateway can tell, and it is asked first; but what it called
 * lost may arrive all the same, beside what was sent in its place.
 */
function perhapsTwice({ attempts, receipts }: DeliveryRow): boolean {
  const silent = attempts.findIndex((one) => one.result === 'unknown' && one.channel === 'email');
  const again = silent >= 0 && attempts.slice(silent + 1).some(({ result }) => TAKEN.has(result));
  const lost = attempts.findIndex((one) => one.result === 'refused' && one.channel === 'sms');
  const replaced = lost >= 0 && attempts.slice(lost + 1).some(({ result }) => TAKEN.has(result));
  return again || (replaced && receipts.some((one) => one.status === 'delivered'));
}

const TAKEN: ReadonlySet<Attempt['result']> = new Set(['accepted', 'to-post']);
