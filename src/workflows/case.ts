// The life of one case: sleep until the next deadline or entry, let `advance` decide, start the effects that it names, sleep again.
// Nothing here knows what a case is about. Recorded histories are replayed on this file for years (test/replay): a change in the
// order of its timers, activities or attributes breaks every sleeping case, unless it is guarded by `patched`.
import {
  ActivityFailure,
  ApplicationFailure,
  CancellationScope,
  TimeoutFailure,
  allHandlersFinished,
  condition,
  continueAsNew,
  proxyActivities,
  proxyLocalActivities,
  setCurrentDetails,
  setDefaultSignalHandler,
  setDefaultUpdateHandler,
  setHandler,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow';
import type { CaseActivities } from '../activities/ports';
import { STUCK, changedAttributes } from './attributes';
import { answers, asCode, asEntry, freshId, systemEntry, takeBatch, wellFormed } from './entries';
import { DELIVERY_QUEUE, reconsider, report, submit, waitingFor } from './messages';
import { HOUR, asksForNow, isTired, nap } from './rest';
import type { CaseInput, EffectOrder, Entry, Outcome, Step } from './messages';

const STUCK_HEADLINE = 'Stuck: the step fails; tried again within the hour';

// As a local activity a step costs one event. When the store is away the same function runs as an ordinary activity: the
// server retries it without growing the history, and shows its last failure to operators.
const here = proxyLocalActivities<CaseActivities>({
  startToCloseTimeout: '10 seconds',
  retry: { maximumAttempts: 3, initialInterval: '200 milliseconds' },
});
const onTheServer = proxyActivities<CaseActivities>({
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '1 minute' },
});
const deliver = proxyActivities<CaseActivities>({
  taskQueue: DELIVERY_QUEUE,
  startToCloseTimeout: '1 minute',
  scheduleToCloseTimeout: '3 days',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '15 minutes' },
});

export async function permanencyCase(input: CaseInput): Promise<void> {
  const caseId = workflowInfo().workflowId;
  if (input?.caseId !== caseId)
    throw ApplicationFailure.nonRetryable('started under the id of another case', 'WrongCase');

  const inbox: Entry[] = [];
  const outcomes = new Map<string, Outcome>(); // only those that a handler waits for, until it has answered
  const awaited = new Map<string, number>(); // entry id -> handlers that wait for its outcome
  const inFlight = new Set<string>(); // effect keys
  const behind = new Map<string, EffectOrder>(); // wanted anew while the answer to the last time was still on its way
  const ended = new Set<string>(); // orders not to start again in this run: `advance` may name one that it read before the receipt
  let arrived = 0;
  let answered = 0;
  let hasty = 0; // steps in a row that asked to be woken at once
  let headline = 'Starting';

  const receive = (entry: Entry): void => {
    inbox.push(entry);
    arrived += 1;
  };

  setHandler(
    submit,
    async (entry) => {
      awaited.set(entry.id, (awaited.get(entry.id) ?? 0) + 1);
      receive(entry);
      await CancellationScope.nonCancellable(() => condition(() => outcomes.has(entry.id)));
      const outcome = outcomes.get(entry.id)!;
      const others = awaited.get(entry.id)! - 1;
      if (others > 0) awaited.set(entry.id, others);
      else {
        awaited.delete(entry.id);
        outcomes.delete(entry.id);
      }
      if (outcome.accepted) return outcome;
      throw ApplicationFailure.nonRetryable('refused', 'Refused', ...(outcome.unmet ?? []));
    },
    {
      validator: wellFormed,
      description: 'Put events on record; answered when they are, or refused with what is unmet',
    },
  );
  setHandler(report, (entry) => receive(asEntry(entry)), {
    description: 'Put events on record without an answer: {"id", "by", "events": [...]}',
  });
  setHandler(reconsider, () => receive({ id: freshId('reconsider'), by: 'system' }), {
    description: 'Plan again: settings, calendars or programs changed',
  });
  setHandler(waitingFor, () => headline, { description: 'What the case waits for' });
  // A message of newer code, met after a rollback, must neither be kept back for ever nor fail the case.
  setDefaultSignalHandler((name) => {
    receive(systemEntry(freshId('signal'), { type: 'UnknownSignal', name: name.slice(0, 100) }, 'unknown'));
  });
  setDefaultUpdateHandler(() => {
    throw ApplicationFailure.nonRetryable('this case does not know that command', 'UnknownCommand');
  });

  // Undefined: it failed in a way that no retry mends, or answered nonsense. The entries go back and the case stays alive.
  async function advance(): Promise<Step | undefined> {
    const entries = takeBatch(inbox);
    const ask = () => ({ caseId, entries, now: Date.now() });
    try {
      const step = await here.advance(ask()).catch(() => onTheServer.advance(ask()));
      if (answers(step, entries)) {
        hasty = entries.length === 0 && asksForNow(step.wakeAt) ? hasty + 1 : 0;
        return step;
      }
    } catch (error) {
      if (!(error instanceof ActivityFailure)) throw error; // a fault of this file: the task is retried, code can be mended
    }
    inbox.unshift(...entries);
    return undefined;
  }

  function show(step: Step): void {
    headline = step.headline.slice(0, 200);
    setCurrentDetails(step.details);
    const changes = changedAttributes(workflowInfo().typedSearchAttributes, step.attributes);
    if (changes.length > 0) upsertSearchAttributes(changes);
  }

  function showStuck(): void {
    headline = STUCK_HEADLINE;
    setCurrentDetails(
      `**Stuck** since ${new Date().toISOString()}\n\nThe step fails and is tried again within the hour. Entries are kept.`,
    );
    if (workflowInfo().typedSearchAttributes.get(STUCK) !== true) upsertSearchAttributes([{ key: STUCK, value: true }]);
  }

  // Never awaited by the loop: a mail server that is down for days must not hold up an allegation.
  async function start(order: EffectOrder): Promise<void> {
    const { key, kind, summary, again } = order;
    const id = again === undefined ? key : `${key} again ${again}`;
    if (ended.has(id)) return;
    if (inFlight.has(key)) {
      if (again !== undefined) behind.set(key, order);
      return;
    }
    inFlight.add(key);
    try {
      const result = await deliver[kind].executeWithOptions({ summary: summary.slice(0, 200) }, [{ caseId, key }]);
      ended.add(id);
      if (result) receive(asEntry(result));
    } catch (error) {
      if (!(error instanceof ActivityFailure)) throw error;
      const timedOut = error.cause instanceof TimeoutFailure;
      if (!timedOut) ended.add(id); // named again it would fail again at once; after three days it may have another try
      const type = error.cause instanceof ApplicationFailure ? error.cause.type : undefined;
      const reason = timedOut ? 'timeout' : asCode(type ?? 'error');
      receive(systemEntry(freshId('failed'), { type: 'EffectFailed', key, reason }));
    } finally {
      inFlight.delete(key);
      const next = behind.get(key);
      if (behind.delete(key) && next) void start(next);
    }
  }

  // To cancel a workflow is one click in the Web UI; a case ends only when nothing is owed.
  await CancellationScope.nonCancellable(async () => {
    for (;;) {
      const seen = arrived;
      const step = await advance();
      if (step) {
        show(step);
        answered += step.outcomes.length;
        for (const outcome of step.outcomes) if (awaited.has(outcome.id)) outcomes.set(outcome.id, outcome);
        for (const order of step.effects) void start(order);
      } else showStuck();

      const news = (): boolean => (step ? inbox.length > 0 : arrived > seen); // what a stuck case already holds does not wake it
      if (news()) continue;
      const leaving = step?.finished === true || isTired(answered, input.restAfter);
      // Whatever is still open when a run ends is lost with it: entries, answers owed, effects under way.
      const drained = (): boolean => inbox.length === 0 && inFlight.size === 0 && allHandlersFinished();
      const mayLeave = (): boolean => leaving && drained();
      if (!mayLeave())
        await condition(() => news() || mayLeave(), step ? nap(step.wakeAt, hasty) : HOUR, { summary: headline });
      if (news() || !mayLeave()) continue;
      if (step?.finished) return;
      await continueAsNew<typeof permanencyCase>(input);
    }
  });
}
