// Where in the body an event came from, so that what is wrong with the event can be said of a field that the caller wrote.
import type { CaseEvent } from '../domain/events';
import { pointerTo } from './problems';

export interface Placed {
  readonly event: CaseEvent;
  /** Path of the part of the body that became this event. */
  readonly at: readonly PropertyKey[];
  /** Fields that the body calls otherwise. */
  readonly called?: Readonly<Record<string, readonly PropertyKey[]>>;
}

/** The body is the event, without its type and what the address says. */
export function whole(event: CaseEvent): Placed[] {
  return [{ event, at: [] }];
}

/** The domain names a field, and of several events the one when it can. */
export function pointerIn(placed: readonly Placed[], field: string): string {
  const [head, index, ...rest] = field.split('.');
  if (head === 'events' && index !== undefined && /^\d+$/.test(index)) {
    const one = placed[Number(index)];
    if (one) return pointerOf(one, rest);
  }
  const path = field === '' ? [] : field.split('.');
  const owners = placed.filter((one) => path[0] !== undefined && path[0] in one.event);
  const only = placed.length === 1 ? placed[0] : owners.length === 1 ? owners[0] : undefined;
  return only ? pointerOf(only, path) : '';
}

function pointerOf({ at, called }: Placed, [first, ...rest]: readonly string[]): string {
  if (first === undefined) return pointerTo(at);
  const other = called?.[first];
  if (other) return pointerTo(other);
  // The type of an event that the address stands for has no place in the body.
  return at.length === 0 && first === 'type' ? '' : pointerTo([...at, first, ...rest]);
}
