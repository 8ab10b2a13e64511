// The caseload of one unit: decides one request at a time, so that two of them cannot take the same last place, and hands each
// family to its case. What the decision is about is decided by `decideRequest`; nothing here knows it.
import {
  ActivityFailure,
  ApplicationFailure,
  CancellationScope,
  allHandlersFinished,
  condition,
  continueAsNew,
  proxyActivities,
  proxyLocalActivities,
  setCurrentDetails,
  setDefaultSignalHandler,
  setDefaultUpdateHandler,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { assign, caseloadState, handOver } from './caseload-messages';
import type {
  CaseloadActivities,
  CaseloadAnswer,
  CaseloadInput,
  CaseloadOrder,
  Decided,
  MoveOrder,
  MoveOutcome,
} from './caseload-messages';
import { DELIVERY_QUEUE } from './messages';
import { isTired } from './rest';

const here = proxyLocalActivities<CaseloadActivities>({
  startToCloseTimeout: '10 seconds',
  retry: { maximumAttempts: 3, initialInterval: '200 milliseconds' },
});
// A store that is away for an hour must not hold up the unit for ever: the request is kept there, and is asked again.
const onTheServer = proxyActivities<CaseloadActivities>({
  startToCloseTimeout: '1 minute',
  scheduleToCloseTimeout: '1 hour',
  retry: { initialInterval: '1 second', maximumInterval: '1 minute' },
});
const toTheCases = proxyActivities<CaseloadActivities>({
  taskQueue: DELIVERY_QUEUE,
  startToCloseTimeout: '1 minute',
  scheduleToCloseTimeout: '3 days',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '15 minutes' },
});
/** Cases that hear of a hand-over at the same time. */
const AT_ONCE = 5;
const LONGEST_ANSWER = '30 seconds';

export async function unitCaseload(input: CaseloadInput): Promise<void> {
  if (input?.caseloadId !== workflowInfo().workflowId)
    throw ApplicationFailure.nonRetryable('started under the id of another caseload', 'WrongCaseload');

  const inbox: string[] = [];
  const concluding = new Set<string>(); // decided, and on its way to the cases
  const outcomes = new Map<string, CaseloadAnswer | Decided | 'not-yet'>(); // only those that a handler waits for
  const awaited = new Map<string, number>(); // request id -> handlers that wait for it
  let answered = 0;
  let doing = 'Waits for the next request';

  async function settle({ id }: CaseloadOrder): Promise<CaseloadAnswer> {
    awaited.set(id, (awaited.get(id) ?? 0) + 1);
    if (!inbox.includes(id) && !concluding.has(id)) inbox.push(id);
    // A run takes only so many updates at a time: whoever waits for long gives up the place, and asks again.
    await condition(() => outcomes.has(id), LONGEST_ANSWER, { summary: `Answer to ${id}` });
    const outcome = outcomes.get(id) ?? 'not-yet';
    const others = awaited.get(id)! - 1;
    if (others > 0) awaited.set(id, others);
    else {
      awaited.delete(id);
      outcomes.delete(id);
    }
    if (outcome === 'not-yet') throw ApplicationFailure.nonRetryable('not decided or not heard yet', 'NotYet');
    if ('moves' in outcome) throw ApplicationFailure.nonRetryable('refused', 'Refused', ...(outcome.unmet ?? []));
    return outcome;
  }

  const tell = (id: string, outcome: CaseloadAnswer | Decided | 'not-yet'): void => {
    if (awaited.has(id)) outcomes.set(id, outcome);
  };

  /** Not awaited by the loop: a case that is away holds up nobody else. */
  async function conclude(step: Decided): Promise<void> {
    const { id } = step;
    concluding.add(id);
    try {
      const heard = await record(step.moves);
      await toTheCases.concludeRequest({ id });
      const recorded = heard.filter((one) => one.accepted).length;
      tell(id, step.accepted ? { id, recorded, refused: heard.length - recorded } : step);
    } catch (error) {
      if (!(error instanceof ActivityFailure)) throw error;
      tell(id, 'not-yet');
    } finally {
      concluding.delete(id);
    }
  }

  async function record(moves: readonly MoveOrder[]): Promise<MoveOutcome[]> {
    const heard: MoveOutcome[] = [];
    const left = [...moves];
    const one = async (): Promise<void> => {
      for (let move = left.shift(); move; move = left.shift()) heard.push(await toTheCases.recordMove(move));
    };
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, moves.length) }, one));
    return heard;
  }

  // A cancelled run would leave families half handed over.
  const settled = (order: CaseloadOrder): Promise<CaseloadAnswer> =>
    CancellationScope.nonCancellable(() => settle(order));
  setHandler(assign, settled, { validator: isOrder, description: 'Give a family to somebody' });
  setHandler(handOver, settled, { validator: isOrder, description: 'Give the families of somebody to others' });
  setHandler(caseloadState, () => doing, { description: 'What the caseload does or waits for' });
  setDefaultSignalHandler(() => undefined); // nothing of newer code that is met after a rollback may be kept back for ever
  setDefaultUpdateHandler(() => {
    throw ApplicationFailure.nonRetryable('this caseload does not know that command', 'UnknownCommand');
  });

  async function decide(id: string): Promise<Decided | undefined> {
    const ask = () => ({ unit: input.unit, id, now: Date.now() });
    try {
      return await here.decideRequest(ask()).catch(() => onTheServer.decideRequest(ask()));
    } catch (error) {
      if (!(error instanceof ActivityFailure)) throw error;
      return undefined;
    }
  }

  function show(what: string): void {
    doing = what;
    setCurrentDetails(`**Unit** ${input.unit}\n\n${doing}. ${answered} requests decided since ${since}.`);
  }

  const since = workflowInfo().runStartTime.toISOString().slice(0, 10);
  await CancellationScope.nonCancellable(async () => {
    for (;;) {
      const idle = (): boolean => inbox.length === 0 && concluding.size === 0 && allHandlersFinished();
      const mayLeave = (): boolean => isTired(answered, input.restAfter) && idle();
      await condition(() => inbox.length > 0 || mayLeave());
      const [id] = inbox;
      if (id === undefined) await continueAsNew<typeof unitCaseload>(input);
      else {
        show(`Decides ${id}`);
        const step = await decide(id);
        answered += 1;
        inbox.shift();
        if (step) void conclude(step);
        else tell(id, 'not-yet');
        show('Waits for the next request');
      }
    }
  });
}

function isOrder(order: unknown): undefined {
  const id = (order as { id?: unknown } | null)?.id;
  if (typeof id !== 'string' || !/^[\w.:-]{1,200}$/.test(id))
    throw ApplicationFailure.nonRetryable('not a request', 'Malformed', 'bad-id');
  return undefined;
}
