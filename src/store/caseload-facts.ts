// What a unit decides on, read from the store: which families somebody holds, what counts about each, what everybody carries.
import { createHash } from 'node:crypto';
import { settingValueOf } from '../domain/agency';
import type { Day } from '../domain/calendar';
import { assignmentOn, familyRoles, fold, type Assignment, type CaseFile } from '../domain/case-file';
import { distribute } from '../domain/assigning';
import type { Caseload, Family } from '../domain/caseload';
import type { Context } from '../domain/plan';
import type { CaseloadMove, CaseloadRequest } from './caseload-types';
import type { Store } from './types';

export interface Today {
  readonly store: Store;
  readonly context: Context;
  readonly on: Day;
}

export interface Held {
  readonly caseId: string;
  readonly file: CaseFile;
  readonly assignment: Assignment;
}

/** What somebody holds in open cases today, or will from a later day on. */
export async function heldBy({ store, on }: Pick<Today, 'store' | 'on'>, staff: string): Promise<Held[]> {
  const found: Held[] = [];
  for (const caseId of await store.casesNaming(staff)) {
    const file = fold(await store.journal(caseId));
    if (file.closed) continue;
    for (const assignment of file.assignments)
      if (assignment.staff === staff && isInForce(file, assignment, on)) found.push({ caseId, file, assignment });
  }
  return found;
}

/** Not over, and nobody else was assigned since: who has the family now keeps it. */
function isInForce(file: CaseFile, { role, staff, children, from, until }: Assignment, on: Day): boolean {
  if (until !== null && until <= on) return false;
  const day = Math.max(from, on);
  return (children ?? [undefined]).some((child) => assignmentOn(file, role, day, child)?.staff === staff);
}

/** Where each family goes: role by role, each that is taken counts for the next. */
export async function movesOf(
  today: Today,
  request: Pick<CaseloadRequest, 'id' | 'unit'>,
  held: readonly Held[],
  { staff, beyondLimit }: { readonly staff: string; readonly beyondLimit?: boolean },
): Promise<CaseloadMove[]> {
  const moves: CaseloadMove[] = [];
  for (const role of new Set(held.map((one) => one.assignment.role))) {
    const ofRole = held.filter((one) => one.assignment.role === role);
    const caseload = await caseloadOf(today, request.unit, role);
    const families: Family[] = [];
    for (const { caseId, file } of ofRole) families.push(await familyOf(today, caseId, file, role, staff));
    const where = distribute(families, caseload, beyondLimit === true);
    // Two assignments of one case (for one child each) stand beside each other in both lists.
    const sorted = ofRole.toSorted((a, b) => (a.caseId < b.caseId ? -1 : a.caseId > b.caseId ? 1 : 0));
    where.forEach((to, i) => {
      const { caseId, assignment } = sorted[i]!;
      moves.push(
        moveOf(request, { caseId, role, from: assignment, to: to.to, because: to.because, others: to.others }),
      );
    });
  }
  return moves;
}

interface Moving {
  readonly caseId: string;
  readonly role: string;
  readonly from: Assignment | null;
  readonly to: string | null;
  readonly because: string;
  readonly others: CaseloadMove['others'];
}

export function moveOf(request: Pick<CaseloadRequest, 'id' | 'unit'>, moving: Moving): CaseloadMove {
  const { caseId, role, from, to, because, others } = moving;
  const children = from?.children ?? null;
  const name = createHash('sha256')
    .update(JSON.stringify([caseId, role, children]))
    .digest('hex')
    .slice(0, 16);
  return {
    entryId: `${request.id}.${name}`,
    requestId: request.id,
    unit: request.unit,
    caseId,
    role,
    children,
    from: from?.staff ?? null,
    to,
    because,
    others,
    state: to === null ? 'left' : 'decided',
    unmet: [],
  };
}

export async function familyOf(
  { store, on }: Today,
  caseId: string,
  file: CaseFile,
  role: string,
  current: string | null,
): Promise<Family> {
  const inCase = new Set([...file.participants.values()].filter((p) => p.until === null).map((p) => p.id));
  const people = (await store.people({ caseId })).filter((p) => inCase.has(p.id) && isFamily(file, p.id));
  const had = new Map<string, Day>();
  for (const a of file.assignments)
    if (a.role === role && a.until !== null && a.until <= on && a.staff !== current) had.set(a.staff, a.until);
  const apart = new Map<string, string>();
  if (role === 'facilitator') {
    const worker = assignmentOn(file, 'caseworker', on);
    if (worker) apart.set(worker.staff, 'is the case worker of this family (WA-03)');
  }
  for (const one of refusedBySupervisor(file)) apart.set(one, 'was refused for this family by a supervisor');
  return { caseId, languages: [...new Set(people.map((p) => p.language))], current, had, apart };
}

const isFamily = (file: CaseFile, id: string): boolean =>
  (familyRoles as readonly string[]).includes(file.participants.get(id)?.role ?? '');

function refusedBySupervisor(file: CaseFile): string[] {
  return (file.byType.get('SignOffDecided') ?? []).flatMap((h) => {
    if (h.event.type !== 'SignOffDecided' || h.event.decision !== 'refused') return [];
    const asked = file.byId.get(h.event.request)?.event;
    return asked?.type === 'StaffAssigned' ? [asked.staff] : [];
  });
}

export async function caseloadOf(today: Today, unit: string, role: string): Promise<Caseload> {
  const { context, on, store } = today;
  const { agency, programs } = context;
  const facilitators = role === 'facilitator';
  const own = [...agency.staff.values()].filter((s) => s.role === role && s.unit === unit);
  const carried = new Map(facilitators ? await store.carried() : []);
  if (!facilitators)
    for (const { id } of own)
      carried.set(
        id,
        new Set((await heldBy(today, id)).filter((h) => h.assignment.role === role).map((h) => h.caseId)).size,
      );
  for (const s of own) carried.set(s.id, (carried.get(s.id) ?? 0) + (facilitators ? s.otherFamilies : 0));
  const setting = (name: string): unknown => settingValueOf(agency, programs, name, on);
  return {
    agency,
    unit,
    role: role as Caseload['role'],
    on,
    carried,
    limit: facilitators ? Number(setting('familiesPerFacilitator')) : null,
    officeLanguage: String(setting('officeLanguage')),
  };
}
