// How the API asks the caseload of a unit. Only the id of the request travels; what became of it stands in the store.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import {
  WithStartWorkflowOperation,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
  type Client,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { UNIT } from '../workflows/attributes';
import type { unitCaseload } from '../workflows/caseload';
import { assign, handOver, type CaseloadInput } from '../workflows/caseload-messages';
import { CASES_QUEUE } from '../workflows/messages';
import { grpcCode, isGrpc } from './temporal';

const PAUSE_MS = 200;
/** RESOURCE_EXHAUSTED, FAILED_PRECONDITION, ABORTED, and the UNAVAILABLE with which one of two operations is given up. */
const SOON: ReadonlySet<number> = new Set([8, 9, 10, 14]);

/** waiting: not answered in time, or Temporal is away. Asked again under the same id it is decided once. */
export type CaseloadReply = 'answered' | 'waiting';

export async function askCaseload(
  client: Client,
  input: CaseloadInput,
  kind: 'assign' | 'hand-over',
  id: string,
  deadlineMs: number,
): Promise<CaseloadReply> {
  const deadline = Date.now() + deadlineMs;
  for (;;) {
    try {
      await client.connection.withDeadline(deadline, () =>
        client.workflow.executeUpdateWithStart(kind === 'assign' ? assign : handOver, {
          args: [{ id }],
          // Not the request's own id: a run gives one update id one answer for ever, also "not decided yet".
          updateId: `${id}.${randomUUID()}`,
          startWorkflowOperation: startOf(input),
        }),
      );
      return 'answered';
    } catch (error) {
      if (error instanceof WorkflowUpdateFailedError)
        return error.cause instanceof ApplicationFailure && error.cause.type === 'Refused' ? 'answered' : 'waiting';
      if (!(error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) && !isGrpc(error)) throw error;
      // Too many at once, or a run that was just ending: in a moment there is a place again.
      if (!SOON.has(grpcCode(error) ?? -1) || Date.now() + PAUSE_MS > deadline) return 'waiting';
      await pause(PAUSE_MS);
    }
  }
}

function startOf(input: CaseloadInput): WithStartWorkflowOperation<typeof unitCaseload> {
  const start = new WithStartWorkflowOperation<typeof unitCaseload>('unitCaseload', {
    workflowId: input.caseloadId,
    taskQueue: CASES_QUEUE,
    args: [input],
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    staticSummary: 'Caseload',
    typedSearchAttributes: [{ key: UNIT, value: input.unit }],
  });
  start.workflowHandle().catch(() => undefined); // a failed start is told by the update as well
  return start;
}
