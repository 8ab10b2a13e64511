// How the API, the relay and the scripts talk to the cases: connect, start a case, hand in entries. Each call ends within its
// deadline; what is not answered by then is 'waiting' and is sent again by the relay, under the same id.
import {
  Client,
  Connection,
  ServiceError,
  WithStartWorkflowOperation,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
  isGrpcServiceError,
} from '@temporalio/client';
import type { ConnectionOptions } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { DataConverter } from '@temporalio/common';
import { initialAttributes } from '../workflows/attributes';
import type { permanencyCase } from '../workflows/case';
import { CASES_QUEUE, reconsider, report, submit } from '../workflows/messages';
import type { CaseAttributes, CaseInput, Entry, Outcome, Unmet } from '../workflows/messages';
import { createCodec } from './codec';
import type { Keys } from './keys';

const CALL_MS = 10_000;
const NOT_FOUND = 5;
const FAILED_PRECONDITION = 9;
const MOST_ATTEMPTS = 5;

/** Client and worker must use the same; the bundle must be built with `failureConverterPath` too (worker-parts.ts). */
export function dataConverterFor(keys: Keys): DataConverter {
  return { payloadCodecs: [createCodec(keys)], failureConverterPath };
}

export const failureConverterPath = require.resolve('./failure-converter');

export interface TemporalOptions {
  readonly address: string;
  readonly namespace: string;
  readonly dataConverter: DataConverter;
  /** Shown in clear to operators; the SDK's default would be process id and host name. */
  readonly identity?: string;
  readonly tls?: NonNullable<ConnectionOptions['tls']>;
  readonly apiKey?: string;
}

export async function connectClient({
  address,
  namespace,
  dataConverter,
  identity,
  ...secure
}: TemporalOptions): Promise<Client> {
  const connection = await Connection.connect({ address, connectTimeout: CALL_MS, ...secure });
  return new Client({ connection, namespace, dataConverter, identity: identity ?? 'api-1' });
}

function startOptions(input: CaseInput, attributes: CaseAttributes | undefined) {
  return {
    workflowId: input.caseId,
    taskQueue: CASES_QUEUE,
    args: [input] as [CaseInput],
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    staticSummary: 'Case',
    ...(attributes ? { typedSearchAttributes: initialAttributes(attributes) } : {}),
  } as const;
}

/** Starts the case if it does not run; also after it had finished, because everything it needs stands in the journal. */
export async function startCase(client: Client, input: CaseInput, attributes?: CaseAttributes): Promise<void> {
  await within(client, CALL_MS, () =>
    client.workflow.start<typeof permanencyCase>('permanencyCase', startOptions(input, attributes)),
  );
}

export type Submission =
  | { readonly state: 'recorded' | 'refused'; readonly outcome: Outcome }
  /** Not answered in time, or Temporal is away: send it again later under the same id. */
  | { readonly state: 'waiting' }
  /** The case does not run: if the journal knows it, submit again with `start`. */
  | { readonly state: 'no-workflow' };

export interface SubmitOptions {
  readonly deadlineMs: number;
  /**
   * Start the case together with the update if it does not run. Only together: a case that has nothing more to do would end
   * before an update that comes a moment later.
   */
  readonly start?: { readonly input: CaseInput; readonly attributes?: CaseAttributes };
}

/** Hands a staff member's entry to the case and waits for the answer. The entry's id is the update's id: it stands in clear. */
export async function submitEntry(
  client: Client,
  caseId: string,
  entry: Entry,
  { deadlineMs, start }: SubmitOptions,
): Promise<Submission> {
  const update = { args: [entry] as [Entry], updateId: entry.id };
  const deadline = Date.now() + deadlineMs;
  for (let attempt = 1; ; attempt += 1) {
    try {
      const outcome = await client.connection.withDeadline(deadline, () =>
        start
          ? client.workflow.executeUpdateWithStart(submit, { ...update, startWorkflowOperation: startWith(start) })
          : client.workflow.getHandle(caseId).executeUpdate(submit, update),
      );
      return { state: 'recorded', outcome };
    } catch (error) {
      if (isNotRunning(error)) return { state: 'no-workflow' };
      if (error instanceof WorkflowUpdateFailedError) return refusal(entry, error);
      // A signal came in the moment in which the run wanted to end: the server undid that task, and the update with it.
      if (grpcCode(error) === FAILED_PRECONDITION && attempt < MOST_ATTEMPTS && Date.now() < deadline) continue;
      // A server that is away, busy or slow: nothing is known about this entry, so it stays in the intake.
      if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError || isGrpc(error)) return { state: 'waiting' };
      throw error;
    }
  }
}

function startWith({
  input,
  attributes,
}: NonNullable<SubmitOptions['start']>): WithStartWorkflowOperation<typeof permanencyCase> {
  const operation = new WithStartWorkflowOperation<typeof permanencyCase>(
    'permanencyCase',
    startOptions(input, attributes),
  );
  operation.workflowHandle().catch(() => undefined); // a failed start is told by the update as well
  return operation;
}

/** For feeds: nothing is answered. False if the case does not run. */
export function reportEntry(client: Client, caseId: string, entry: Entry): Promise<boolean> {
  return delivered(within(client, CALL_MS, () => client.workflow.getHandle(caseId).signal(report, entry)));
}

/** After a change of settings, calendars or programs. False if the case does not run. */
export function reconsiderCase(client: Client, caseId: string): Promise<boolean> {
  return delivered(within(client, CALL_MS, () => client.workflow.getHandle(caseId).signal(reconsider)));
}

function within<T>(client: Client, ms: number, call: () => Promise<T>): Promise<T> {
  return client.connection.withDeadline(Date.now() + ms, call);
}

async function delivered(call: Promise<void>): Promise<boolean> {
  try {
    await call;
    return true;
  } catch (error) {
    if (isNotRunning(error)) return false;
    throw error;
  }
}

function refusal(entry: Entry, { cause }: WorkflowUpdateFailedError): Submission {
  if (cause instanceof ApplicationFailure && cause.type === 'Refused') {
    return { state: 'refused', outcome: { id: entry.id, accepted: false, unmet: (cause.details ?? []) as Unmet[] } };
  }
  if (cause instanceof ApplicationFailure && cause.type === 'Malformed') {
    const unmet = [{ code: 'malformed', cites: [], says: 'The request is not an entry, or it is too large.' }];
    return { state: 'refused', outcome: { id: entry.id, accepted: false, unmet } };
  }
  // The run ended under the update (terminated, or a rollback to code that does not know it): nothing was promised.
  return { state: 'waiting' };
}

function isNotRunning(error: unknown): boolean {
  return error instanceof WorkflowNotFoundError || grpcCode(error) === NOT_FOUND;
}

export function isGrpc(error: unknown): boolean {
  return grpcCode(error) !== undefined;
}

export function grpcCode(error: unknown): number | undefined {
  const cause = error instanceof ServiceError ? error.cause : error;
  return isGrpcServiceError(cause) ? cause.code : undefined;
}
