// Shape and size of what comes into the inbox. Meaning is judged by `advance`; here only what could hurt the loop itself:
// something that is no entry at all, and something too large to be handed on.
import { ApplicationFailure, uuid4 } from '@temporalio/workflow';
import type { Entry, Step, SystemEvent } from './messages';

const MOST_EVENTS = 500;
const LONGEST_ID = 200;
const LARGEST_ENTRY = 256 * 1024;
// One call of `advance` takes at most this much: its input stands in history when the local activity had to be given up, and a
// batch above the server's message limit would fail the workflow task for ever.
const LARGEST_BATCH = 512 * 1024;
const MOST_ENTRIES = 50;

type Malformation = 'not-an-entry' | 'bad-id' | 'bad-actor' | 'bad-events' | 'too-large';

function malformation(value: unknown): Malformation | undefined {
  if (!isRecord(value)) return 'not-an-entry';
  if (!isShortText(value['id'])) return 'bad-id';
  if (!isShortText(value['by'])) return 'bad-actor';
  const events = value['events'];
  if (events !== undefined && !(Array.isArray(events) && events.length <= MOST_EVENTS)) return 'bad-events';
  if (sizeOf(value) > LARGEST_ENTRY) return 'too-large';
  return undefined;
}

/** The validator of `submit`. It must stay synchronous: a validator that returns a promise wedges the case. */
export function wellFormed(entry: unknown): undefined {
  const found = malformation(entry);
  if (found) throw ApplicationFailure.nonRetryable('not a well-formed entry', 'Malformed', found);
  return undefined;
}

/** A signal cannot be turned away, so whatever came becomes an entry; one without an id of its own gets one. */
export function asEntry(value: unknown): Entry {
  const found = malformation(value);
  if (!found) return value as Entry;
  const record = isRecord(value) ? value : {};
  const by = isShortText(record['by']) ? record['by'] : 'unknown';
  // Typed by hand in the Web UI or the CLI: a forgotten id or name is no reason to lose the events.
  const mendable =
    (found === 'bad-id' && record['id'] === undefined) || (found === 'bad-actor' && record['by'] === undefined);
  const candidate = { id: freshId('signal'), by, events: record['events'] };
  if (mendable && record['events'] !== undefined && !malformation(candidate)) {
    return (isShortText(record['id']) ? { ...candidate, id: record['id'] } : candidate) as Entry;
  }
  const reason = typeof record['__refused'] === 'string' ? record['__refused'].slice(0, LONGEST_ID) : found;
  return systemEntry(isShortText(record['id']) ? record['id'] : freshId('signal'), { type: 'Unreadable', reason }, by);
}

export function systemEntry(id: string, event: SystemEvent, by = 'system'): Entry {
  return { id, by, events: [event] };
}

/** Drawn from the run's own seed: the same again at every replay. */
export const freshId = (kind: 'signal' | 'reconsider' | 'failed'): string => `${kind}:${uuid4()}`;

/** `NoSuchMailbox` -> `no-such-mailbox`: reasons are codes in lower case. */
export function asCode(type: string): string {
  const words = type
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  return words.replace(/^-|-$/g, '').slice(0, 60) || 'error';
}

/** The next entries that fit into one step, in the order of arrival; the rest stays in the inbox. */
export function takeBatch(inbox: Entry[]): Entry[] {
  let size = 0;
  let count = 0;
  for (const entry of inbox.slice(0, MOST_ENTRIES)) {
    size += sizeOf(entry);
    if (count > 0 && size > LARGEST_BATCH) break;
    count += 1;
  }
  return inbox.splice(0, count);
}

/** An answer of `advance` that was forged, cut short, or forgot an entry must not be acted upon. */
export function answers(step: unknown, entries: readonly Entry[]): step is Step {
  if (!isRecord(step) || !Array.isArray(step['outcomes']) || !Array.isArray(step['effects'])) return false;
  if (!isRecord(step['attributes']) || typeof step['headline'] !== 'string' || typeof step['details'] !== 'string')
    return false;
  const answered = new Set(step['outcomes'].map((outcome: unknown) => (isRecord(outcome) ? outcome['id'] : undefined)));
  return entries.every((entry) => answered.has(entry.id));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isShortText(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= LONGEST_ID;
}

// Characters, not bytes: near enough for a bound, and the same on every machine.
const sizeOf = (value: unknown): number => JSON.stringify(value).length;
