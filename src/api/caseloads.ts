// How the API reaches the caseloads of units: a request is kept in the store first, then the unit is asked; what is not answered in
// time is asked again by the relay.
import type { Client } from '@temporalio/client';
import { settingValueOf, agencyOf } from '../domain/agency';
import { dayOf } from '../domain/calendar';
import { owesStaff } from '../domain/assigning';
import type { Program } from '../domain/rule';
import { askCaseload, type CaseloadReply } from '../platform/caseload-client';
import type { CaseloadAsk, CaseloadRequest } from '../store/caseload-types';
import type { EntryRecord, IntakeRow } from '../store/types';
import type { Deps } from './deps';
import { nameOf, Problem } from './problems';

export interface Caseloads {
  ask(unit: string, kind: CaseloadAsk['kind'], id: string, deadlineMs: number): Promise<CaseloadReply>;
}

/** `idOf`: the opaque name of a unit's caseload. */
export function temporalCaseloads(client: () => Promise<Client>, idOf: (unit: string) => string): Caseloads {
  return {
    async ask(unit, kind, id, deadlineMs) {
      return askCaseload(await client(), { caseloadId: idOf(unit), unit }, kind, id, deadlineMs);
    },
  };
}

export type Asked = Omit<CaseloadRequest, 'outcome' | 'answeredAt' | 'receivedAt'>;

/** Gives the request as it stands afterwards: decided, or kept and waiting. */
export async function askUnit(deps: Deps, asked: Asked): Promise<CaseloadRequest> {
  const { kept, known } = await deps.store.keepCaseloadRequest({ ...asked, receivedAt: deps.now() });
  if (known && kept.fingerprint !== asked.fingerprint)
    throw new Problem('key-reused', 'Nothing was done. Send a key of its own with each request.');
  if (kept.answeredAt !== null) return kept;
  await again(deps, kept, deps.answerWithinMs);
  return (await deps.store.caseloadRequest(kept.id)) ?? kept;
}

/** Also called by the relay, until it is answered. */
export async function again(deps: Deps, { unit, ask, id }: CaseloadRequest, deadlineMs: number): Promise<boolean> {
  try {
    return (await deps.caseloads.ask(unit, ask.kind, id, deadlineMs)) === 'answered';
  } catch (error) {
    deps.log({ event: 'caseload-failed', request: id, error: nameOf(error) });
    return false;
  }
}

/** A family that comes without a facilitator into a program that owes it one is given one at once, where the agency wants it so. */
export async function seeToFacilitator(deps: Deps, kept: IntakeRow, record: EntryRecord): Promise<void> {
  try {
    await askForOne(deps, kept, record);
  } catch (error) {
    // What was asked for is on record all the same; that the family has nobody is somebody's duty, and a finding.
    deps.log({ event: 'facilitator-not-asked', case: kept.caseId, error: nameOf(error) });
  }
}

async function askForOne(deps: Deps, kept: IntakeRow, record: EntryRecord): Promise<void> {
  const { store, programs, now, ids } = deps;
  if (!record.outcome.accepted) return;
  const owing = new Set(programs.filter((program) => owesStaff(program, 'facilitator')).map((program) => program.id));
  const enrolled = (kept.body.events ?? []).some((event) => {
    const { type, program } = event as { type?: string; program?: string };
    return type === 'ProgramEnrolled' && owing.has(program as Program['id']);
  });
  if (!enrolled) return;
  const [row, data] = await Promise.all([store.case(kept.caseId), store.agency()]);
  if (!row || !data || row.closedOn !== null || row.facilitator !== null) return;
  const agency = agencyOf(data);
  if (settingValueOf(agency, programs, 'assignsFacilitator', dayOf(now(), data.zone)) !== true) return;
  const asked = {
    id: `e${ids.derived(kept.entryId, 'facilitator', 40)}`,
    unit: row.unit,
    by: 'system',
    ask: { kind: 'assign', case: kept.caseId },
    fingerprint: '',
    receivedAt: now(),
  } as const;
  // Of twenty that bring the same opening at once, one asks; should it end before the answer, the relay does.
  const { kept: request, known } = await store.keepCaseloadRequest(asked);
  if (!known) await again(deps, request, deps.answerWithinMs);
}
