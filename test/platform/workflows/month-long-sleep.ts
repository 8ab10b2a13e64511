import { defineSearchAttributeKey } from '@temporalio/common';
import { sleep, upsertSearchAttributes } from '@temporalio/workflow';

const program = defineSearchAttributeKey('Program', 'KEYWORD_LIST');
const overdue = defineSearchAttributeKey('Overdue', 'BOOL');

/** Says at what moment it woke: thirty days after it began, by the server's clock. Sets attributes as a case does. */
export async function monthLongSleep(): Promise<{ began: number; woke: number }> {
  const began = Date.now();
  upsertSearchAttributes([
    { key: program, value: ['one', 'two'] },
    { key: overdue, value: true },
  ]);
  await sleep('30 days');
  return { began, woke: Date.now() };
}
