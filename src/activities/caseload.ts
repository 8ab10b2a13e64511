// The decisions of a unit's caseload, over the store: who gets a family, and where the families of somebody who leaves go. The
// workflow asks for one at a time; each is written down before any case hears of it.
import { ApplicationFailure } from '@temporalio/common';
import { dayOf } from '../domain/calendar';
import { assignmentOn, fold } from '../domain/case-file';
import { decide } from '../domain/assigning';
import type { CaseEvent } from '../domain/events';
import { isActive } from '../domain/presence';
import { unmet, type Unmet } from '../domain/unmet';
import type { Submission } from '../platform/temporal';
import { caseloadOf, familyOf, heldBy, moveOf, movesOf, type Today } from '../store/caseload-facts';
import type { CaseloadAsk, CaseloadMove, CaseloadOutcome, CaseloadRequest } from '../store/caseload-types';
import type { Store } from '../store/types';
import type { CaseloadActivities, Decided, DecideInput, MoveOrder, MoveOutcome } from '../workflows/caseload-messages';
import type { TurnEntry } from '../domain/turn';
import { sameClock, type Clock } from './clock';
import type { AdvancePorts } from './advance';
import { contexts, type ContextOf } from './context';

/** The way to a case: its Update, answered or not. */
export interface CaseDoor {
  submit(caseId: string, entry: TurnEntry, options: { deadlineMs: number; start: boolean }): Promise<Submission>;
}

export interface CaseloadPorts extends AdvancePorts {
  readonly cases: CaseDoor;
}

const ANSWER_MS = 20_000;
/** In what goes back to the workflow; the store has them all. */
const MOST_UNMET = 40;

interface Made {
  readonly outcome: CaseloadOutcome;
  readonly moves: readonly CaseloadMove[];
}
const refused = (...problems: readonly Unmet[]): Made => ({ outcome: { accepted: false, unmet: problems }, moves: [] });

export function createCaseload(ports: CaseloadPorts): CaseloadActivities {
  const { store, clock = sameClock } = ports;
  const contextOf = contexts(ports.programs);
  const now = (): number => clock.toDomain(Date.now());
  return {
    async decideRequest(input: DecideInput): Promise<Decided> {
      const request = await store.caseloadRequest(input.id);
      if (request === null || request.unit !== input.unit)
        return { id: input.id, accepted: false, moves: [], unmet: [unknownRequest] };
      const at = clock.toDomain(input.now);
      const made =
        request.outcome === null
          ? await keep(store, request, await decideOn({ store, contextOf, clock }, request, at), at)
          : { outcome: request.outcome, moves: await store.caseloadMoves({ requestId: request.id }) };
      return {
        id: request.id,
        accepted: made.outcome.accepted,
        ...(made.outcome.unmet ? { unmet: made.outcome.unmet.slice(0, MOST_UNMET) } : {}),
        moves: made.moves
          .filter((move) => move.state === 'decided')
          .map(({ entryId, caseId }) => ({ entryId, caseId })),
      };
    },
    recordMove: (order) => recordMove(ports, order, now()),
    concludeRequest: ({ id }) => store.concludeCaseload(id, now()),
  };
}

const unknownRequest = unmet('unknown-request', 'id', 'The store keeps no such request of this unit.', 'Ask the API.');

const keep = (store: Store, { id }: CaseloadRequest, made: Made, at: number): Promise<Made> =>
  store.decideCaseload(id, made.outcome, made.moves, at);

interface Deciding {
  readonly store: Store;
  readonly contextOf: ContextOf;
  readonly clock: Clock;
}

async function decideOn({ store, contextOf }: Deciding, request: CaseloadRequest, at: number): Promise<Made> {
  const data = await store.agency();
  if (data === null) throw ApplicationFailure.retryable('no agency is set up', 'NoAgency');
  const context = contextOf(data);
  const on = dayOf(at, data.zone);
  const { ask } = request;
  return ask.kind === 'assign'
    ? assignOne({ store, context, on }, request, ask)
    : handOverAll({ store, context, on }, request, ask);
}

async function assignOne(
  today: Today,
  request: CaseloadRequest,
  ask: Extract<CaseloadAsk, { kind: 'assign' }>,
): Promise<Made> {
  const { store, context, on } = today;
  const row = await store.case(ask.case);
  if (row === null || row.unit !== request.unit)
    return refused(unmet('unknown-case', 'case', 'The unit has no such case.', 'Check the id.'));
  const file = fold(await store.journal(ask.case));
  if (file.closed) return refused(unmet('closed', 'case', 'The case is closed.', 'Reopen it first, with a reason.'));
  const role = 'facilitator';
  const held = assignmentOn(file, role, on);
  const holder = held === null ? undefined : context.agency.staff.get(held.staff);
  // Whoever has left has no family: it goes to another without a reason being asked for.
  const gone = held !== null && (holder === undefined || !isActive(holder, on));
  const family = await familyOf(today, ask.case, file, role, gone ? null : (held?.staff ?? null));
  const caseload = await caseloadOf(today, request.unit, role);
  const wish = {
    by: context.agency.staff.get(request.by) ?? null,
    ...(ask.staff === undefined ? {} : { staff: ask.staff }),
    ...(ask.reason === undefined ? {} : { reason: ask.reason }),
  };
  const decision = decide(wish, family, caseload);
  if (!decision.decided) return refused(...decision.unmet);
  const { staff, because, others } = decision;
  const move = moveOf(request, { caseId: ask.case, role, from: held, to: staff, because, others });
  return { outcome: { accepted: true }, moves: [move] };
}

async function handOverAll(
  today: Today,
  request: CaseloadRequest,
  ask: Extract<CaseloadAsk, { kind: 'hand-over' }>,
): Promise<Made> {
  const held = await heldBy(today, ask.staff);
  if (held.length === 0)
    return refused(unmet('nothing-held', 'staff', `${ask.staff} holds no open case.`, 'Nothing needs to be done.'));
  return { outcome: { accepted: true }, moves: await movesOf(today, request, held, ask) };
}

async function recordMove({ store, cases }: CaseloadPorts, { entryId }: MoveOrder, at: number): Promise<MoveOutcome> {
  const [move] = await store.caseloadMoves({ entryId });
  if (!move || move.state !== 'decided') return { entryId, accepted: move?.state === 'recorded' };
  const request = await store.caseloadRequest(move.requestId);
  if (!request) return { entryId, accepted: false };
  const entry: TurnEntry = { id: entryId, by: request.by, events: eventsOf(move, request) };
  // Safe before it is sent, as every request of staff: should this process end here, the relay hands it over.
  await store.receive({ entryId, caseId: move.caseId, by: request.by, body: entry, receivedAt: at });
  const ask = (start: boolean) => cases.submit(move.caseId, entry, { deadlineMs: ANSWER_MS, start });
  const settle = async (accepted: boolean, problems: readonly Unmet[]): Promise<MoveOutcome> => {
    await store.settleMove(entryId, accepted ? 'recorded' : 'refused', problems, at);
    return { entryId, accepted };
  };
  const before = await store.entry(move.caseId, entryId);
  if (before) return settle(before.outcome.accepted, before.outcome.unmet ?? []);
  const first = await ask(false);
  const said = first.state === 'no-workflow' ? await ask(true) : first;
  const record = await store.entry(move.caseId, entryId);
  if (record) return settle(record.outcome.accepted, record.outcome.unmet ?? []);
  if (said.state === 'refused') {
    // Turned away before it could come into the journal: the relay must not send it again.
    await store.answered(entryId, at);
    return settle(false, said.outcome.unmet ?? []);
  }
  throw ApplicationFailure.retryable('the case has not answered', 'CaseWaits');
}

/** One hands it over, the other takes it, in one entry: there is no moment between. */
function eventsOf(move: CaseloadMove, { ask }: CaseloadRequest): CaseEvent[] {
  const role = move.role as Extract<CaseEvent, { type: 'StaffAssigned' }>['role'];
  const which = { role, ...(move.children === null ? {} : { children: [...move.children] }) };
  const given = ask.reason ?? (move.from === null ? undefined : `${move.from} does not work here any more.`);
  const reason = given === undefined ? {} : { reason: given };
  const note = [move.because, ...move.others.map((one) => `${one.staff}: ${one.because}`)].join('\n').slice(0, 8_000);
  return [
    ...(move.from === null ? [] : [{ type: 'StaffUnassigned' as const, staff: move.from, ...which, ...reason }]),
    { type: 'StaffAssigned', staff: move.to ?? '', ...which, ...reason, note },
  ];
}
