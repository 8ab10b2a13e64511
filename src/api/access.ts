// Who may do what with which case: the table of rights (permissions.ts) held against a person, his or her assignments, and the
// case. A case that the caller may not see and one that does not exist are answered alike.
import { agencyOf, isPeriod, settingValueOf, type Agency } from '../domain/agency';
import { dayOf, type Day } from '../domain/calendar';
import { fold, type Assignment } from '../domain/case-file';
import type { CaseEvent, StaffRole } from '../domain/events';
import { actingFor, isActive, isAway } from '../domain/presence';
import type { CaseRow } from '../store/types';
import type { Actor, Deps } from './deps';
import { keptBody } from './kept';
import {
  afterAssignment,
  permissionFor,
  permissions,
  recording,
  rights,
  roleNames,
  scopes,
  whoMay,
  type Permission,
} from './permissions';
import { notFound, Problem } from './problems';

/** `each-event`: what each event of the request asks for. */
export type Needs = Permission | 'each-event';

export interface Access {
  /** The case of the address; null: there is none in it, or its opening is safe and not recorded yet. */
  readonly row: CaseRow | null;
  readonly may: (permission: Permission) => boolean;
}

interface OfCase {
  readonly unit: string;
  readonly programs: readonly string[];
  readonly assignments: readonly Assignment[];
}
interface Known {
  readonly agency: Agency | null;
  readonly today: Day;
  readonly readAfter: number;
  /** The caller, and those who are away and for whom he or she acts meanwhile. */
  readonly selves: readonly Actor[];
}

/** As many as the store gives at a time: with a longer backlog it cannot be said that something is not in it. */
const WHOLE_BACKLOG = 500;
const P3 = 'la-p3';

/** Refuses what the caller may not do; what concerns single events of the request is asked of `may` when they are read. */
export async function authorised(
  deps: Deps,
  actor: Actor,
  operation: { readonly id: string; readonly needs: Needs },
  caseId: string | undefined,
): Promise<Access> {
  const { needs } = operation;
  const enough = (may: Access['may']): boolean =>
    needs === 'each-event' ? [...recording].some((one) => may(one)) : may(needs);
  if (caseId === undefined) {
    const { selves } = await knownNow(deps, actor);
    const access = { row: null, may: (permission: Permission) => selves.some((one) => hasSomewhere(one, permission)) };
    if (enough(access.may)) return access;
    throw notPermitted(actor, needs, `\`${operation.id}\` was not done.`);
  }
  const access = await accessTo(deps, actor, caseId);
  if (access && enough(access.may)) return access;
  // Nothing is told about the case: neither to who may see it in no case at all, nor to who sees others.
  const { selves } = await knownNow(deps, actor);
  const somewhere = (one: Permission): boolean => selves.some((self) => hasSomewhere(self, one));
  if (access?.may('read-case') || !(enough(somewhere) || somewhere('read-case')))
    throw notPermitted(actor, needs, `\`${operation.id}\` was not done.`);
  throw notFound();
}

/** null: there is no such case. Whether it exists is asked of journal and intake, not of Temporal. */
export async function accessTo(deps: Deps, actor: Actor, caseId: string): Promise<Access | null> {
  if (!/^case-[0-9a-z-]{1,80}$/.test(caseId)) return null;
  const row = await deps.store.case(caseId);
  if (row) return accessToRow(deps, actor, row);
  const backlog = await deps.store.unanswered(deps.now() + 1);
  const opening = backlog.find((kept) => kept.caseId === caseId && keptBody(kept).opens !== undefined);
  if (!opening && backlog.length >= WHOLE_BACKLOG)
    throw new Problem('unavailable', 'Too much waits to be recorded. Try again.', [], { 'Retry-After': '10' });
  if (!opening) return null;
  const unit = keptBody(opening).opens ?? '';
  const known = await knownNow(deps, actor);
  return { row: null, may: (one) => mayIn(one, { unit, programs: [], assignments: [] }, known) };
}

async function accessToRow(deps: Deps, actor: Actor, row: CaseRow): Promise<Access> {
  const [journal, known] = await Promise.all([deps.store.journal(row.caseId), knownNow(deps, actor)]);
  const ofCase = { unit: row.unit, programs: row.programs, assignments: fold(journal).assignments };
  return { row, may: (one) => mayIn(one, ofCase, known) };
}

/** For lists over many cases: those of the own unit are seen without a look into each. */
export function mayRead(deps: Deps, actor: Actor): (one: { caseId: string; unit: string }) => Promise<boolean> {
  const asked = new Map<string, Promise<boolean>>();
  const look = async (caseId: string): Promise<boolean> =>
    (await accessTo(deps, actor, caseId))?.may('read-case') ?? false;
  return async ({ caseId, unit }) => {
    if (mayBeOne(actor, 'read-case', { unit, programs: [], assignments: [] }, nothingKnown)) return true;
    const found = asked.get(caseId) ?? look(caseId);
    asked.set(caseId, found);
    return found;
  };
}

const nothingKnown: Known = { agency: null, today: 0, readAfter: 0, selves: [] };

async function knownNow({ store, now, programs }: Deps, actor: Actor): Promise<Known> {
  const data = await store.agency();
  if (!data) return { ...nothingKnown, selves: [actor] };
  const agency = agencyOf(data);
  const today = dayOf(now(), agency.zone);
  const span = settingValueOf(agency, programs, 'readAfterAssignment', today);
  const away = data.staff.filter(
    (one) => one.id !== actor.staffId && isAway(one, today) && actingFor(one.id, today, agency) === actor.staffId,
  );
  const selves = [actor, ...away.map(({ id, role, unit }): Actor => ({ staffId: id, role, unit }))];
  return { agency, today, readAfter: isPeriod(span) && span.unit === 'days' ? span.n : 0, selves };
}

const mayIn = (permission: Permission, ofCase: OfCase, known: Known): boolean =>
  known.selves.some((self) => mayBeOne(self, permission, ofCase, known));

function mayBeOne(actor: Actor, permission: Permission, ofCase: OfCase, known: Known): boolean {
  const { today } = known;
  const stands = (a: Assignment): boolean => a.from <= today && (a.until === null || a.until > today);
  const mine = ofCase.assignments.filter((one) => one.staff === actor.staffId);
  const held = mine.filter(stands);
  if (held.length > 0 && permission === 'read-case') return true;
  // What is given to whoever works on the case goes by the role of the assignment, whatever the person's own. What is given to a
  // role in charge does not: nobody becomes a supervisor by being put down as one.
  if (held.some((a) => workerMay(a, permission))) return true;
  const ended = mine.some((a) => a.until !== null && a.until <= today && a.until + known.readAfter > today);
  if (ended && afterAssignment.includes(permission)) return true;
  const ours = ofCase.unit === actor.unit;
  switch (rights[actor.role][permission]) {
    case 'all':
      return true;
    case 'unit':
      return ours || held.length > 0;
    case 'p3':
      return ours || held.length > 0 || ofCase.programs.includes(P3);
    case 'assigned':
    case 'primary':
      return ours && !ofCase.assignments.some((a) => a.role === actor.role && stands(a) && worksHere(a.staff, known));
    default:
      return false;
  }
}

function workerMay({ role, assigned }: Assignment, permission: Permission): boolean {
  const scope = rights[role as StaffRole][permission];
  const secondary = assigned.event.type === 'StaffAssigned' && assigned.event.kind === 'secondary';
  return scope === 'assigned' || (scope === 'primary' && !secondary);
}

function worksHere(staff: string, { agency, today }: Known): boolean {
  const person = agency?.staff.get(staff);
  return person !== undefined && isActive(person, today);
}

/** Before a case is known: whether the role has the right for some case. */
const hasSomewhere = (actor: Actor, permission: Permission): boolean => {
  const scope = rights[actor.role][permission];
  return scope !== undefined && scope !== 'opening';
};

export const mayOpenIn = (actor: Actor, unit: string): boolean =>
  rights[actor.role]['open-case'] === 'all' || actor.unit === unit;

/** For what concerns a unit, or the staff of it, and no case. */
export async function mayInUnit(deps: Deps, actor: Actor, permission: Permission, unit: string): Promise<boolean> {
  const { selves } = await knownNow(deps, actor);
  return selves.some((self) => {
    const scope = rights[self.role][permission];
    return scope === 'all' || (scope !== undefined && scope !== 'opening' && self.unit === unit);
  });
}

/** In the request that opens a case. */
export const mayAtOpening = (actor: Actor, permission: Permission): boolean =>
  rights[actor.role][permission] !== undefined;

/** Each event of a request asks for a right of its own. */
export function requireEvents(
  actor: Actor,
  placed: readonly { readonly event: CaseEvent; readonly pointer: string }[],
  may: Access['may'],
  find: (id: string) => CaseEvent | undefined,
): void {
  for (const { event, pointer } of placed) {
    const permission = permissionFor(event, find);
    if (permission !== null && !may(permission))
      throw notPermitted(actor, permission, 'Nothing was recorded.', pointer);
  }
}

export function notPermitted(actor: Actor, needs: Needs, detail: string, pointer = ''): Problem {
  const role = roleNames[actor.role];
  const right = needs === 'each-event' ? 'record-facts' : needs;
  const scope = rights[actor.role][right];
  const says =
    scope === undefined
      ? `The role ${role} may not ${permissions[right]}.`
      : `The role ${role} may ${permissions[right]} ${scopes[scope]}; that is not so here.`;
  return new Problem('not-permitted', detail, [
    {
      pointer,
      code: scope === undefined ? 'not-for-role' : 'not-assigned',
      says,
      cites: [],
      mend: `Who may: ${whoMay(right)}.`,
    },
  ]);
}
