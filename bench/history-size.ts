// Events and bytes of a history, as the server keeps them: payloads stay encrypted.
import type { Client } from '@temporalio/client';
import { temporal } from '@temporalio/proto';

const { EventType } = temporal.api.enums.v1;
const { HistoryEvent } = temporal.api.history.v1;
export type HistoryEvents = readonly temporal.api.history.v1.IHistoryEvent[];

export const nameOf = (event: temporal.api.history.v1.IHistoryEvent): string =>
  (EventType[event.eventType ?? 0] ?? '').replace('EVENT_TYPE_', '');

export const bytesOf = (events: HistoryEvents): number =>
  events.reduce((sum, event) => sum + HistoryEvent.encode(event).finish().length, 0);

export async function eventsOf(client: Client, workflowId: string): Promise<HistoryEvents> {
  return (await client.workflow.getHandle(workflowId).fetchHistory()).events ?? [];
}

/** `3 TIMER_FIRED, ...`, in the order in which each kind came first. */
export function kindsOf(events: HistoryEvents): string {
  const counts = new Map<string, number>();
  for (const event of events) counts.set(nameOf(event), (counts.get(nameOf(event)) ?? 0) + 1);
  return [...counts].map(([name, n]) => `${n} ${name.toLowerCase().replaceAll('_', ' ')}`).join(', ');
}
