// Who carries how many families, who gets the next one, and where the families of somebody who leaves go.
import { agencyOf, settingValueOf, type Agency } from '../../domain/agency';
import { dayOf, iso } from '../../domain/calendar';
import { owesStaff } from '../../domain/assigning';
import { absenceOn, actingFor, isActive } from '../../domain/presence';
import { pointerTo, Problem, type FieldError, notFound } from '../problems';
import type { Unmet } from '../../domain/unmet';
import type { CaseloadMove, CaseloadRequest } from '../../store/caseload-types';
import { accessTo, mayInUnit, notPermitted } from '../access';
import * as answers from '../answers-caseload';
import { askUnit } from '../caseloads';
import * as contracts from '../contracts-caseload';
import type { Deps } from '../deps';
import { operation, type Answer, type Call } from '../operation';
import type { Permission } from '../permissions';
import { param } from './about-case';

export const readCaseload = operation({
  id: 'readCaseload',
  needs: 'unit-caseload',
  summary: 'The facilitators of a unit: how many families each carries, who is away, which families have nobody',
  about: 'The unit `mine` is one’s own.',
  answers: { 200: answers.caseload },
  async handle(call) {
    const { deps } = call;
    const unit = await unitIn(call, 'unit-caseload');
    const agency = await agencyNow(deps);
    const today = dayOf(deps.now(), agency.zone);
    const [carried, people, cases, waiting] = await Promise.all([
      deps.store.carried(),
      deps.store.people({ caseId: null }),
      deps.store.cases({ unit, finished: false }),
      deps.store.caseloadUnanswered(deps.now()),
    ]);
    const names = new Map(people.map((person) => [person.id, person.name]));
    const staff = [...agency.staff.values()].filter((s) => s.role === 'facilitator' && s.unit === unit);
    return {
      status: 200,
      body: {
        unit,
        asOf: iso(today),
        limit: Number(settingValueOf(agency, deps.programs, 'familiesPerFacilitator', today)),
        staff: staff.map((one) => {
          const absence = absenceOn(one, today);
          return {
            staff: one.id,
            name: names.get(one.id) ?? null,
            families: (carried.get(one.id) ?? 0) + one.otherFamilies,
            active: isActive(one, today),
            away: absence ? { from: absence.from, to: absence.to, acting: actingFor(one.id, today, agency) } : null,
            leavesOn: one.leavesOn ?? null,
            languages: one.languages ?? [],
            workingDays: one.workingDays?.length ?? 5,
          };
        }),
        withNobody: cases
          .filter((row) => row.closedOn === null && !isHeld(row.facilitator, agency, today) && owed(row.programs, deps))
          .map((row) => row.caseId),
        waiting: waiting.filter((one) => one.unit === unit).map((one) => one.id),
      },
    };
  },
});

const owed = (programs: readonly string[], deps: Deps): boolean =>
  deps.programs.some((program) => programs.includes(program.id) && owesStaff(program, 'facilitator'));

const isHeld = (staff: string | null, agency: Agency, today: number): boolean => {
  const person = staff === null ? undefined : agency.staff.get(staff);
  return person !== undefined && isActive(person, today);
};

export const assignFamily = operation({
  id: 'assignFamily',
  needs: 'assign-staff',
  summary: 'Give a family to a facilitator: to the one named, or to whoever is chosen, with the reason',
  about:
    'One request of a unit is decided after the other, so that two of them cannot take the same last place. The answer says why this person and why not the others; the same stands on record. Above the limit of families, and to take a family from somebody, a `reason` is needed; above the limit it must be a supervisor’s.',
  body: contracts.assignment,
  answers: { 201: answers.assigned, 202: answers.keptByUnit },
  async handle(call) {
    const unit = await unitIn(call, 'assign-staff');
    await requireCase(call, call.body.case);
    const { case: caseId, staff, reason } = call.body;
    const request = await askUnit(call.deps, {
      id: call.entryId,
      unit,
      by: call.actor.staffId,
      ask: {
        kind: 'assign',
        case: caseId,
        ...(staff === undefined ? {} : { staff }),
        ...(reason === undefined ? {} : { reason }),
      },
      fingerprint: call.fingerprint,
    });
    const done = await settled(call.deps, request);
    if (done === null) return kept(request);
    const move = done[0]!;
    if (move.state === 'refused')
      throw problemOf(move.unmet, 'The case did not take it; the refusal is in its history.');
    return { status: 201, body: await assignedBody(call.deps, request, move) };
  },
});

export const readUnitRequest = operation({
  id: 'readUnitRequest',
  needs: 'own-requests',
  summary: 'What became of a request to a unit: kept, decided (who got which family, and why), or refused',
  answers: { 200: answers.unitRequest },
  async handle(call) {
    const unit = await unitIn(call, 'own-requests');
    const request = await call.deps.store.caseloadRequest(param(call, 'request'));
    const mine = request?.by === call.actor.staffId || (await mayInUnit(call.deps, call.actor, 'unit-caseload', unit));
    if (request === null || request.unit !== unit || !mine) throw notFound();
    const moves = await call.deps.store.caseloadMoves({ requestId: request.id });
    return {
      status: 200,
      body: {
        request: request.id,
        state: request.answeredAt === null ? 'kept' : request.outcome?.accepted ? 'decided' : 'refused',
        unmet: [...(request.outcome?.unmet ?? [])],
        moves: moves.map(moveBody),
      },
    };
  },
});

/** null: not decided, or not heard by every case yet. */
export async function settled(deps: Deps, request: CaseloadRequest): Promise<readonly CaseloadMove[] | null> {
  if (request.answeredAt === null || request.outcome === null) return null;
  if (!request.outcome.accepted) throw problemOf(request.outcome.unmet ?? [], 'Nothing was changed.');
  return deps.store.caseloadMoves({ requestId: request.id });
}

export function kept(request: CaseloadRequest): Answer {
  return {
    status: 202,
    headers: { 'Retry-After': '5' },
    body: {
      state: 'kept',
      request: request.id,
      location: `/v1/units/${request.unit}/requests/${request.id}`,
      says: 'The request is safe and will be decided; ask there what became of it, or send it again with the same key.',
    },
  };
}

async function assignedBody({ store }: Deps, request: CaseloadRequest, move: CaseloadMove) {
  const events = (await store.journal(move.caseId)).filter((line) => line.entry === move.entryId);
  return {
    ...moveBody(move),
    request: request.id,
    staff: move.to ?? '',
    events: events.map(({ id, event }) => ({ id, type: event.type })),
  };
}

export const moveBody = ({ caseId, role, children, from, to, because, others, state, unmet }: CaseloadMove) => ({
  case: caseId,
  role,
  children: children === null ? null : [...children],
  from,
  to,
  because,
  others: others.map((one) => ({ ...one })),
  state,
  unmet: unmet.map((one) => ({ ...one, cites: [...one.cites] })),
});

const CONFLICTS = new Set(['already-assigned', 'duplicate', 'closed', 'nothing-held']);

export function problemOf(unmet: readonly Unmet[], detail: string): Problem {
  const errors = unmet.map((one): FieldError => ({
    pointer: one.field === undefined ? '' : pointerTo([one.field]),
    code: one.code,
    says: one.says,
    cites: one.cites,
    ...(one.mend === undefined ? {} : { mend: one.mend }),
  }));
  return new Problem(unmet.some((one) => CONFLICTS.has(one.code)) ? 'conflict' : 'refused', detail, errors);
}

/** A case that the caller does not see is answered like one that does not exist. */
async function requireCase({ deps, actor }: Call<unknown, unknown>, caseId: string): Promise<void> {
  const access = await accessTo(deps, actor, caseId);
  if (access?.may('assign-staff')) return;
  if (access?.may('read-case')) throw notPermitted(actor, 'assign-staff', 'Nothing was changed.', '/case');
  const says = 'The unit has no such case.';
  throw problemOf(
    [{ code: 'unknown-case', field: 'case', cites: [], says, mend: 'Check the id.' }],
    'Nothing was changed.',
  );
}

async function unitIn(call: Call<unknown, unknown>, needs: Permission): Promise<string> {
  const { deps, actor } = call;
  const named = param(call, 'unit');
  const unit = named === 'mine' ? actor.unit : named;
  const agency = await deps.store.agency();
  if (!(await mayInUnit(deps, actor, needs, unit)) || !agency?.staff.some((one) => one.unit === unit)) throw notFound();
  return unit;
}

async function agencyNow({ store }: Deps): Promise<Agency> {
  const data = await store.agency();
  if (!data) throw new Problem('unavailable', 'There is no agency yet.', [], { 'Retry-After': '10' });
  return agencyOf(data);
}
