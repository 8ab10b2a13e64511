// How the API reaches the cases. A port, so that what the API promises can be tried without an engine.
import type { Client } from '@temporalio/client';
import type { TurnEntry } from '../domain/turn';
import { withoutProse } from '../domain/free-words';
import { reconsiderCase, startCase, submitEntry, type Submission } from '../platform/temporal';

export type { Submission } from '../platform/temporal';

export interface Cases {
  /** `start`: the journal or the intake knows the case, so it is started together with the entry if it does not run. */
  submit(caseId: string, entry: TurnEntry, options: { deadlineMs: number; start: boolean }): Promise<Submission>;
  start(caseId: string): Promise<void>;
  reconsider(caseId: string): Promise<boolean>;
  health(): Promise<void>;
}

/** `connect` is asked again after it failed: the API takes requests while Temporal is away. */
export function temporalCases(
  connect: () => Promise<Client>,
): Cases & { readonly client: () => Promise<Client>; close(): Promise<void> } {
  let connecting: Promise<Client> | undefined;
  const client = (): Promise<Client> => {
    connecting ??= connect().catch((error: unknown) => {
      connecting = undefined;
      throw error;
    });
    return connecting;
  };
  return {
    client,
    async submit(caseId, entry, { deadlineMs, start }) {
      const connected = await within(deadlineMs, client());
      if (!connected) return { state: 'waiting' };
      // Only ids, codes and dates travel through Temporal; `advance` joins the words from the intake.
      const travels = { id: entry.id, by: entry.by, events: withoutProse(entry.events ?? []) };
      return submitEntry(connected, caseId, travels, {
        deadlineMs,
        ...(start ? { start: { input: { caseId } } } : {}),
      });
    },
    async start(caseId) {
      await startCase(await client(), { caseId });
    },
    async reconsider(caseId) {
      return reconsiderCase(await client(), caseId);
    },
    async health() {
      const connected = await client();
      await connected.connection.withDeadline(Date.now() + 2_000, () => connected.workflowService.getSystemInfo({}));
    },
    async close() {
      const connected = await connecting?.catch(() => undefined);
      await connected?.connection.close();
    },
  };
}

/** null: not in time, or not at all. */
async function within<T>(ms: number, work: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => (timer = setTimeout(() => resolve(null), ms)));
  try {
    return await Promise.race([work.catch(() => null), late]);
  } finally {
    clearTimeout(timer);
  }
}
