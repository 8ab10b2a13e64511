// The case workflow as a careless change would leave it: one timer more. The replay test must notice.
import { sleep } from '@temporalio/workflow';
import { permanencyCase as unchanged } from '../../../src/workflows/case';
import type { CaseInput } from '../../../src/workflows/messages';

export async function permanencyCase(input: CaseInput): Promise<void> {
  await sleep('1 minute');
  await unchanged(input);
}
