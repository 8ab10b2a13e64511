// The way of everything that changes a case: kept in the intake, handed to the case, answered from what the journal then says.
import type { EntryRecord, IntakeRow, Person } from '../store/types';
import type { CaseEvent } from '../domain/events';
import type { TurnEntry } from '../domain/turn';
import { seeToFacilitator } from './caseloads';
import { refuseConfidentialPlaces } from './confidential';
import type { Deps } from './deps';
import { keptBody, type KeptBody } from './kept';
import type { Answer, Call } from './operation';
import { pointerIn, type Placed } from './placed';
import { nameOf, Problem, refusal } from './problems';

export interface Command {
  readonly caseId: string;
  readonly placed: readonly Placed[];
  readonly tellPast?: boolean | undefined;
  /** New people for the directory, with ids derived from the request. */
  readonly people?: readonly Person[];
  /** Changes the directory; done before the case hears of it, and not by the relay. */
  readonly before?: () => Promise<void>;
  /** 201 in place of 200. */
  readonly creates?: true;
  /** The unit of the case that this opens. */
  readonly opens?: string;
  /** Codes of refusals which mean that the address names something that is not there. */
  readonly missing?: readonly string[];
}

export async function handIn(call: Call<unknown, unknown>, command: Command): Promise<Answer> {
  const { deps, entryId, actor } = call;
  const { caseId } = command;
  await refuseConfidentialPlaces(deps.store, { caseId, entryId, placed: command.placed });
  const body: KeptBody = {
    id: entryId,
    by: actor.staffId,
    events: command.placed.map((one) => one.event),
    ...(command.tellPast === true ? { tellPast: true } : {}),
    fingerprint: call.fingerprint,
    people: command.people ?? [],
    ...(command.opens === undefined ? {} : { opens: command.opens }),
  };
  const { kept, known } = await deps.store.receive({
    entryId,
    caseId,
    by: actor.staffId,
    body,
    receivedAt: deps.now(),
  });
  if (known && (kept.caseId !== caseId || keptBody(kept).fingerprint !== call.fingerprint)) throw keyReused();
  const settled = known ? await deps.store.entry(caseId, entryId) : null;
  if (settled) return answer(deps, kept, settled, command);
  await command.before?.();
  const refusedUnseen = await send(deps, kept, deps.answerWithinMs);
  const record = await deps.store.entry(caseId, entryId);
  if (record) await seeToFacilitator(deps, kept, record);
  if (record) return answer(deps, kept, record, command);
  if (refusedUnseen) throw refusal(refusedUnseen, (field) => pointerIn(command.placed, field), caseId);
  return safeAnswer(kept);
}

function keyReused(): Problem {
  return new Problem('key-reused', 'Nothing was recorded. Send a key of its own with each request.');
}

/**
 * Hands a kept request to its case; also called by the relay, until the case has answered. Gives what is unmet when the
 * request was turned away before it could come into the journal.
 */
export async function send(deps: Deps, kept: IntakeRow, deadlineMs: number) {
  const { people, opens } = keptBody(kept);
  const deadline = deps.now() + deadlineMs;
  await addPeople(deps, kept.caseId, people);
  const entry: TurnEntry = { id: kept.entryId, by: kept.by, events: kept.body.events ?? [] };
  const ask = (start: boolean) =>
    deps.cases.submit(kept.caseId, entry, { deadlineMs: Math.max(deadline - deps.now(), 100), start });
  try {
    const first = await ask(opens !== undefined);
    // It sleeps no more: finished, or lost with an engine. The journal knows it, so it is started with this entry.
    const said = first.state === 'no-workflow' ? await ask(true) : first;
    if (said.state === 'refused' && said.outcome.unmet && !(await deps.store.entry(kept.caseId, kept.entryId))) {
      await deps.store.answered(kept.entryId, deps.now());
      return said.outcome.unmet;
    }
  } catch (error) {
    // It is safe in the intake: the relay sends it again.
    deps.log({ event: 'submit-failed', case: kept.caseId, entry: kept.entryId, error: nameOf(error) });
  }
  return null;
}

/** Never over somebody who is there already: a request sent again must not undo a later change of address. */
async function addPeople(deps: Deps, caseId: string, people: readonly Person[]): Promise<void> {
  if (people.length === 0) return;
  const there = new Set((await deps.store.people({ caseId, ids: people.map((p) => p.id) })).map((p) => p.id));
  for (const person of people) if (!there.has(person.id)) await deps.store.savePerson(person);
}

/** The name under which a request is asked for again. */
export const requestName = (kept: Pick<IntakeRow, 'caseId' | 'entryId'>): string => `${kept.caseId}.${kept.entryId}`;

async function answer(deps: Deps, kept: IntakeRow, record: EntryRecord, command: Command): Promise<Answer> {
  const unmet = record.outcome.unmet ?? [];
  if (!record.outcome.accepted) {
    if (unmet.some((one) => command.missing?.includes(one.code)))
      throw new Problem('not-found', unmet.map((one) => one.says).join(' '));
    throw refusal(unmet, (field) => pointerIn(command.placed, field), kept.caseId);
  }
  const opens = command.opens !== undefined;
  return {
    status: command.creates ? 201 : 200,
    headers: opens ? { Location: `/v1/cases/${kept.caseId}` } : {},
    body: await recordedBody(deps, kept, record),
  };
}

export async function recordedBody(
  deps: Deps,
  { caseId, entryId }: Pick<IntakeRow, 'caseId' | 'entryId'>,
  record: EntryRecord,
) {
  const lines = (await deps.store.journal(caseId)).filter((line) => line.entry === entryId);
  // Written in the same turn: they bear its moment.
  const said = (await deps.store.deliveries({ caseId })).filter(
    (one) => one.createdAt === record.recordedAt && one.intent.state !== 'covered',
  );
  const notices: Record<string, number> = {};
  for (const { intent } of said) notices[intent.kind] = (notices[intent.kind] ?? 0) + 1;
  return {
    state: 'recorded',
    request: requestName({ caseId, entryId }),
    case: caseId,
    recordedAt: new Date(record.recordedAt).toISOString(),
    events: lines.map((line) => ({ id: line.id, type: line.event.type })),
    ids: idsIn(lines.map((line) => line.event)),
    changes: record.changes,
    consequences: { notices },
  };
}

/** child:1, participant:1, meeting:1 … -> id, counted in the order of the request. */
function idsIn(events: readonly CaseEvent[]): Record<string, string> {
  const lists = {
    child: events.flatMap((e) => (e.type === 'ChildAdded' ? [e.child] : [])),
    participant: events.flatMap((e) => (e.type === 'ParticipantAdded' ? [e.participant] : [])),
    meeting: events.flatMap((e) =>
      e.type === 'MeetingScheduled' || e.type === 'MeetingTimesProposed' ? [e.meeting] : [],
    ),
  };
  return Object.fromEntries(
    Object.entries(lists).flatMap(([kind, ids]) => ids.map((id, i) => [`${kind}:${i + 1}`, id])),
  );
}

export function safeAnswer(kept: IntakeRow): Answer {
  const location = `/v1/requests/${requestName(kept)}`;
  return {
    status: 202,
    headers: { Location: location },
    body: {
      state: 'safe',
      request: requestName(kept),
      case: kept.caseId,
      location,
      says: 'It is kept, and is handed to the case until the case has answered. Ask at `location`, or send it again with the same key.',
    },
  };
}
