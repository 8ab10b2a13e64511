// Starting the look at all cases: each day by a schedule of Temporal, and when somebody asks.
import { ScheduleAlreadyRunning, ScheduleOverlapPolicy, type Client } from '@temporalio/client';
import type { integrityCheck } from '../workflows/integrity';
import { CASES_QUEUE } from '../workflows/messages';

const WORKFLOW = 'integrity-check';

/** Made once for each namespace; whoever pauses or moves it in the Web UI is not overruled by the next start. */
export async function scheduleIntegrity(client: Client): Promise<void> {
  try {
    await client.schedule.create({
      scheduleId: 'integrity-daily',
      spec: { intervals: [{ every: '1 day', offset: '11 hours' }] },
      policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '12 hours' },
      action: {
        type: 'startWorkflow',
        workflowType: 'integrityCheck',
        workflowId: WORKFLOW,
        taskQueue: CASES_QUEUE,
        args: [],
      },
    });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
  }
}

/** false: not done in time; it goes on. */
export async function checkNow(client: Client, deadlineMs: number): Promise<boolean> {
  const run = await client.workflow.start<typeof integrityCheck>('integrityCheck', {
    workflowId: WORKFLOW,
    taskQueue: CASES_QUEUE,
    args: [],
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => (timer = setTimeout(() => resolve(false), deadlineMs)));
  try {
    return await Promise.race([run.result().then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}
