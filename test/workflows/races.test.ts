import type { Client } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { reportEntry, startCase, submitEntry } from '../../src/platform/temporal';
import type { Submission, SubmitOptions } from '../../src/platform/temporal';
import type { Entry } from '../../src/workflows/messages';
import { clientOf, historiesOf, keepHistory, newCaseId, startServer, until, withWorkers } from './support/server';
import { StandIn } from './support/stand-in';
import type { StandInEvent } from './support/stand-in';

let env: TestWorkflowEnvironment;
let client: Client;
beforeAll(async () => {
  env = await startServer();
  client = await clientOf(env.address);
});
afterAll(async () => {
  await client?.connection.close();
  await env?.teardown();
});

const entry = (id: string, ...events: StandInEvent[]): Entry => ({ id, by: 'staff-1', events });

/** As the relay does: again under the same id until there is an answer, and with a start if the case had ended. */
async function submitUntilAnswered(caseId: string, what: Entry): Promise<Submission> {
  let start: SubmitOptions['start'];
  for (;;) {
    const answer = await submitEntry(client, caseId, what, { deadlineMs: 10_000, ...(start ? { start } : {}) });
    if (answer.state === 'recorded' || answer.state === 'refused') return answer;
    if (answer.state === 'no-workflow') start = { input: { caseId } };
  }
}

async function inLanes<T, R>(items: readonly T[], lanes: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < items.length) {
      const index = next++;
      results[index] = await work(items[index]!);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}

describe.each([
  { kind: 'a warm cache', options: {} },
  { kind: 'no cache, so that every task replays', options: { maxCachedWorkflows: 0 } },
])('updates that race continue-as-new, with $kind', ({ kind, options }) => {
  test('120 updates, 12 of them refused: each is answered and judged once', async () => {
    const standIn = new StandIn();
    const caseId = newCaseId();
    await withWorkers(env.address, standIn, options, async () => {
      await startCase(client, { caseId, restAfter: 4 });
      const entries = Array.from({ length: 120 }, (_, n) =>
        entry(`e-${n}`, { type: n % 10 === 0 ? 'Refuse' : 'Fact' }),
      );
      const answers = await inLanes(entries, 8, (one) => submitUntilAnswered(caseId, one));

      expect(answers.filter((answer) => answer.state === 'refused')).toHaveLength(12);
      expect(answers.map((answer) => ('outcome' in answer ? answer.outcome.id : answer.state))).toEqual(
        entries.map(({ id }) => id),
      );
      expect([...standIn.applied].sort()).toEqual(
        entries
          .filter((_, n) => n % 10 !== 0)
          .map(({ id }) => id)
          .sort(),
      );

      // A refused id comes again in a later run.
      const before = await runOf(caseId);
      await submitUntilAnswered(caseId, entry('later-1', { type: 'Fact' }));
      await inLanes(['a', 'b', 'c', 'd', 'e'], 1, (id) => submitUntilAnswered(caseId, entry(id, { type: 'Fact' })));
      await until('another run', async () => (await runOf(caseId)) !== before);
      expect(await submitUntilAnswered(caseId, entries[10]!)).toEqual({
        state: 'refused',
        outcome: {
          id: 'e-10',
          accepted: false,
          unmet: [expect.objectContaining({ code: 'not-permitted', cites: ['WA-03'] })],
        },
      });
      expect(standIn.applied).not.toContain('e-10');

      // A feed delivers a signal twice, in different runs.
      const fed = entry('feed-1', { type: 'Fact' });
      expect(await reportEntry(client, caseId, fed)).toBe(true);
      await until('the signal', () => standIn.journal.has('feed-1'));
      const first = await runOf(caseId);
      await inLanes(['f', 'g', 'h', 'i', 'j'], 1, (id) => submitUntilAnswered(caseId, entry(id, { type: 'Fact' })));
      await until('another run', async () => (await runOf(caseId)) !== first);
      const asked = standIn.calls.length;
      await reportEntry(client, caseId, fed);
      await until('the second delivery', () =>
        standIn.calls.slice(asked).some((call) => call.entries.includes('feed-1')),
      );
      expect(standIn.applied.filter((id) => id === 'feed-1')).toHaveLength(1);

      expect((await historiesOf(client, caseId)).length).toBeGreaterThan(10);
      await keepHistory(client, caseId, kind.startsWith('a warm') ? 'races-warm' : 'races-cold');
    });
  });
});

test('an entry that arrives while the last step is made is applied before the case ends', async () => {
  const standIn = new StandIn();
  const caseId = newCaseId();
  await withWorkers(env.address, standIn, {}, async () => {
    await startCase(client, { caseId });
    await until('the first step', () => standIn.calls.length === 1);
    let release = (): void => undefined;
    standIn.held = new Promise((resolve) => (release = resolve));
    const closing = submitUntilAnswered(caseId, entry('close', { type: 'Close' }));
    await until('the closing judged', () => standIn.applied.includes('close'));
    await reportEntry(client, caseId, entry('allegation', { type: 'Fact' }));
    const late = submitUntilAnswered(caseId, entry('late', { type: 'Fact' }));
    // Both must lie with the server before the closing step is answered.
    await until('both messages with the server', async () => {
      const { raw } = await client.workflow.getHandle(caseId).describe();
      return Number(raw.workflowExecutionInfo?.historyLength) > 5;
    });
    release();
    standIn.held = undefined;

    expect((await closing).state).toBe('recorded');
    expect((await late).state).toBe('recorded');
    await client.workflow.getHandle(caseId).result();
    expect([...standIn.applied].sort()).toEqual(['allegation', 'close', 'late']);
    await keepHistory(client, caseId, 'closing');
  });
});

test('an entry for a case that has ended starts it again, and one known from before is answered from the journal', async () => {
  const standIn = new StandIn();
  const caseId = newCaseId();
  await withWorkers(env.address, standIn, {}, async () => {
    await startCase(client, { caseId });
    const close = entry('close', { type: 'Close' });
    expect((await submitUntilAnswered(caseId, close)).state).toBe('recorded');
    await client.workflow.getHandle(caseId).result();
    expect(await submitEntry(client, caseId, entry('fact', { type: 'Fact' }), { deadlineMs: 10_000 })).toEqual({
      state: 'no-workflow',
    });
    expect(await reportEntry(client, caseId, entry('feed', { type: 'Fact' }))).toBe(false);

    // Nothing is owed, so each of these runs ends at once, and yet each entry is answered.
    const start = { input: { caseId } };
    expect(await submitEntry(client, caseId, close, { deadlineMs: 10_000, start })).toEqual({
      state: 'recorded',
      outcome: { id: 'close', accepted: true },
    });
    expect(
      await submitEntry(client, caseId, entry('no', { type: 'Refuse' }), { deadlineMs: 10_000, start }),
    ).toMatchObject({
      state: 'refused',
    });
    expect(
      (await submitEntry(client, caseId, entry('reopen', { type: 'Reopen' }), { deadlineMs: 10_000, start })).state,
    ).toBe('recorded');
    expect(standIn.applied).toEqual(['close', 'reopen']);
    await startCase(client, { caseId }); // a second start finds it running
    expect((await submitUntilAnswered(caseId, entry('after', { type: 'Fact' }))).state).toBe('recorded');
  });
});

async function runOf(caseId: string): Promise<string> {
  return (await client.workflow.getHandle(caseId).describe()).runId;
}
