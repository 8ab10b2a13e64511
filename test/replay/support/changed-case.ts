// The workflows as a careless change would leave them: one timer more. The replay test must notice.
import { sleep } from '@temporalio/workflow';
import { permanencyCase as unchanged } from '../../../src/workflows/case';
import { unitCaseload as unchangedCaseload } from '../../../src/workflows/caseload';
import type { CaseloadInput } from '../../../src/workflows/caseload-messages';
import type { CaseInput } from '../../../src/workflows/messages';

export async function permanencyCase(input: CaseInput): Promise<void> {
  await sleep('1 minute');
  await unchanged(input);
}

export async function unitCaseload(input: CaseloadInput): Promise<void> {
  await sleep('1 minute');
  await unchangedCaseload(input);
}
