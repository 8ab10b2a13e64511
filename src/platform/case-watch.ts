// What Temporal shows of the cases, for whoever checks that nothing was lost.
import type { Client } from '@temporalio/client';
import { WorkflowNotFoundError } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import { PROGRAM, STUCK, UNIT } from '../workflows/attributes';

const { EventType } = temporal.api.enums.v1;
const PAGE = 100;
const MOST_PAGES = 5;

/** A case that runs. */
export interface Seen {
  readonly unit: string;
  readonly programs: readonly string[];
  readonly stuck: boolean;
  /** When its timer fires; null: none is armed. */
  readonly firesAt: number | null;
  /** A task or an activity is under way: it is not asleep. */
  readonly busy: boolean;
}

export interface CaseWatch {
  /** null: no such case runs. */
  look(caseId: string): Promise<Seen | null>;
  running(): AsyncIterable<string>;
}

export function caseWatch(connect: () => Promise<Client>, namespace: string): CaseWatch {
  return {
    async look(caseId) {
      const client = await connect();
      const described = await describe(client, caseId);
      if (described?.status.name !== 'RUNNING') return null;
      const { raw, typedSearchAttributes: shown } = described;
      return {
        unit: shown.get<'KEYWORD'>(UNIT) ?? '',
        programs: [...(shown.get<'KEYWORD_LIST'>(PROGRAM) ?? [])],
        stuck: shown.get<'BOOL'>(STUCK) ?? false,
        firesAt: await armedTimer(client, namespace, caseId),
        busy: raw.pendingWorkflowTask != null || (raw.pendingActivities ?? []).length > 0,
      };
    },
    async *running() {
      const client = await connect();
      const query = "WorkflowType = 'permanencyCase' AND ExecutionStatus = 'Running'";
      for await (const { workflowId } of client.workflow.list({ query })) yield workflowId;
    },
  };
}

async function describe(client: Client, caseId: string) {
  try {
    return await client.workflow.getHandle(caseId).describe();
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return null;
    throw error;
  }
}

/** The last timer that was started and has neither fired nor been cancelled; read from the end of the history. */
async function armedTimer(client: Client, namespace: string, caseId: string): Promise<number | null> {
  const over = new Set<string>();
  let nextPageToken: Uint8Array | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { history, nextPageToken: next } = await client.workflowService.getWorkflowExecutionHistoryReverse({
      namespace,
      execution: { workflowId: caseId },
      maximumPageSize: PAGE,
      ...(nextPageToken ? { nextPageToken } : {}),
    });
    for (const event of history?.events ?? []) {
      const ended = event.timerFiredEventAttributes ?? event.timerCanceledEventAttributes;
      if (ended) over.add(String(ended.startedEventId));
      if (event.eventType !== EventType.EVENT_TYPE_TIMER_STARTED || over.has(String(event.eventId))) continue;
      const startToFire = Number(event.timerStartedEventAttributes?.startToFireTimeout?.seconds ?? 0);
      return (Number(event.eventTime?.seconds ?? 0) + startToFire) * 1_000;
    }
    if (!next || next.length === 0) return null;
    nextPageToken = next;
  }
  return null;
}
