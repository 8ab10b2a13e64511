import { defineSearchAttributeKey } from '@temporalio/common';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { timeSkippingEnvironment } from '../setup/temporal';
import type { monthLongSleep } from './workflows/month-long-sleep';

const THIRTY_DAYS = 30 * 24 * 60 * 60 * 1_000;

describe('the time-skipping test server', () => {
  let env: TestWorkflowEnvironment | undefined;
  beforeAll(async () => {
    env = await timeSkippingEnvironment();
  });
  afterAll(async () => {
    await env?.teardown();
  });

  test('lets thirty days pass at once, and knows the search attributes of a case', async () => {
    if (env === undefined) throw new Error('no server');
    const worker = await Worker.create({
      connection: env.nativeConnection,
      taskQueue: 'sleepers',
      workflowsPath: require.resolve('./workflows/month-long-sleep'),
    });
    const { client } = env;
    await worker.runUntil(async () => {
      const handle = await client.workflow.start<typeof monthLongSleep>('monthLongSleep', {
        workflowId: 'sleeper',
        taskQueue: 'sleepers',
      });
      const slept = await handle.result();
      expect(slept.woke - slept.began).toBeGreaterThanOrEqual(THIRTY_DAYS);

      const { typedSearchAttributes } = await handle.describe();
      expect(typedSearchAttributes.get(defineSearchAttributeKey('Program', 'KEYWORD_LIST'))).toEqual(['one', 'two']);
      expect(typedSearchAttributes.get(defineSearchAttributeKey('Overdue', 'BOOL'))).toBe(true);
    });
  });
});
