// One look at all open cases; started each day by a schedule, and by whoever asks for it now.
import { proxyActivities, setCurrentDetails } from '@temporalio/workflow';
import { DELIVERY_QUEUE } from './messages';

export interface IntegrityAnswer {
  readonly cases: number;
  readonly findings: number;
}
export interface IntegrityActivities {
  checkIntegrity(): Promise<IntegrityAnswer>;
}

const { checkIntegrity } = proxyActivities<IntegrityActivities>({
  taskQueue: DELIVERY_QUEUE,
  startToCloseTimeout: '3 hours',
  heartbeatTimeout: '5 minutes',
  retry: { initialInterval: '10 seconds', maximumAttempts: 10 },
});

export async function integrityCheck(): Promise<IntegrityAnswer> {
  const answer = await checkIntegrity();
  setCurrentDetails(`**Cases** ${answer.cases}\n\n**Findings** ${answer.findings}; GET /v1/integrity tells them`);
  return answer;
}
