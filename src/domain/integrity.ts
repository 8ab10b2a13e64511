// Whether what was derived, what is stored and what Temporal holds of a case say the same, and whether anything is owed by nobody. Each
// finding names the command that mends it.
import { dayOf, iso, type Day, type Instant } from './calendar';
import { owesStaff } from './assigning';
import type { Obligation } from './obligation';
import type { Plan, Context } from './plan';
import { isActive } from './presence';

export const findingCodes = [
  'no-workflow',
  'no-timer',
  'late-timer',
  'overslept',
  'stuck',
  'other-attributes',
  'no-record',
  'other-projection',
  'inactive-owner',
  'inactive-assigned',
  'own-sign-off',
  'no-facilitator',
  'not-recorded',
] as const;
export type FindingCode = (typeof findingCodes)[number];

export interface Finding {
  readonly code: FindingCode;
  readonly case: string | null;
  readonly unit: string;
  readonly says: string;
  /** A request to the API, or a command. */
  readonly mend: string;
}

export interface IntegrityReport {
  readonly at: Instant;
  /** Cases that were looked at. */
  readonly cases: number;
  readonly findings: readonly Finding[];
}

/** As the store has it. */
export interface StoredCase {
  readonly caseId: string;
  readonly unit: string;
  readonly programs: readonly string[];
  readonly wakeAt: Instant;
  readonly plannedAt: Instant | null;
  readonly stuck: string | null;
  readonly facilitator: string | null;
  readonly closedOn: string | null;
}
export interface StoredObligation {
  readonly key: string;
  readonly status: string;
  readonly due: string | null;
  readonly owner: string | null;
  readonly signOff: boolean;
  readonly request: string | null;
}
/** As Temporal has it; null: it does not run. */
export interface SeenCase {
  readonly unit: string;
  readonly programs: readonly string[];
  readonly stuck: boolean;
  readonly firesAt: Instant | null;
  readonly busy: boolean;
}

export interface LookedAt {
  readonly stored: StoredCase;
  readonly obligations: readonly StoredObligation[];
  readonly seen: SeenCase | null;
  /** null: it cannot be planned. */
  readonly plan: Plan | null;
  readonly context: Context;
  readonly now: Instant;
}

const MINUTE = 60_000;
/** A plan that asks for now over and over is woken once an hour at the least. */
const LATEST = 61 * MINUTE;
const GRACE = 15 * MINUTE;

export function findingsOf(look: LookedAt): Finding[] {
  const { stored, context, now } = look;
  const today = dayOf(now, context.agency.zone);
  return [...running(look), ...projected(look), ...owned(look, today), ...staffed(look, today)].map((one) => ({
    ...one,
    case: stored.caseId,
    unit: stored.unit,
  }));
}

type Found = Pick<Finding, 'code' | 'says' | 'mend'>;

const mendCase = (caseId: string): string => `POST /v1/cases/${caseId}/mend {}`;

function running({ stored, seen, now }: LookedAt): Found[] {
  const mend = mendCase(stored.caseId);
  if (seen === null)
    return [{ code: 'no-workflow', says: 'The case is not finished, and no workflow runs for it.', mend }];
  const found: Found[] = [];
  if (stored.stuck !== null)
    found.push({
      code: 'stuck',
      says: `The case cannot be planned (${stored.stuck}); it tries again every hour.`,
      mend,
    });
  if (!seen.busy && seen.firesAt === null)
    found.push({ code: 'no-timer', says: 'The case is asleep, and no timer is armed that would wake it.', mend });
  const latest = Math.max(stored.wakeAt, stored.plannedAt ?? 0) + LATEST;
  if (!seen.busy && seen.firesAt !== null && seen.firesAt > latest)
    found.push({
      code: 'late-timer',
      says: `The timer is armed for ${time(seen.firesAt)}; by the store the case wakes at ${time(stored.wakeAt)}.`,
      mend,
    });
  if (stored.wakeAt < now - GRACE && stored.stuck === null && (seen.firesAt ?? 0) < now - GRACE)
    found.push({
      code: 'overslept',
      says: `The case should have woken at ${time(stored.wakeAt)}. Does a worker run?`,
      mend,
    });
  const differing = [
    ...(seen.unit === stored.unit ? [] : ['Unit']),
    ...(seen.programs.join() === stored.programs.join() ? [] : ['Program']),
    ...(seen.stuck === (stored.stuck !== null) ? [] : ['Stuck']),
  ];
  if (!seen.busy && differing.length > 0)
    found.push({
      code: 'other-attributes',
      says: `Temporal shows another ${differing.join(' and ')} than the store.`,
      mend,
    });
  return found;
}

/** What the store shows must be what the journal gives. */
function projected({ stored, obligations, plan }: LookedAt): Found[] {
  if (plan === null) return [];
  const rows = new Map(obligations.map((one) => [one.key, lineOf(one)]));
  const wanted = new Map(plan.obligations.map((one) => [one.key, lineOf(storedOf(one))]));
  const missing = [...wanted.keys()].filter((key) => !rows.has(key));
  const extra = [...rows.keys()].filter((key) => !wanted.has(key));
  const other = [...wanted].filter(([key, line]) => rows.has(key) && rows.get(key) !== line).map(([key]) => key);
  const said = [
    ...(missing.length > 0 ? [`${missing.length} missing (${missing[0]})`] : []),
    ...(extra.length > 0 ? [`${extra.length} too many (${extra[0]})`] : []),
    ...(other.length > 0 ? [`${other.length} that differ (${other[0]})`] : []),
  ];
  return said.length === 0
    ? []
    : [
        {
          code: 'other-projection',
          says: `The obligations that lists show are not those that the journal gives: ${said.join(', ')}.`,
          mend: mendCase(stored.caseId),
        },
      ];
}

const storedOf = (o: Obligation): Pick<StoredObligation, 'status' | 'due' | 'owner'> => ({
  status: o.status,
  due: o.due === null ? null : iso(o.due),
  owner: o.owner.staff,
});
const lineOf = ({ status, due, owner }: Pick<StoredObligation, 'status' | 'due' | 'owner'>): string =>
  `${status} ${due} ${owner}`;

const OPEN = new Set(['due', 'window', 'overdue']);

function owned({ stored, obligations, plan, context }: LookedAt, today: Day): Found[] {
  const here = (staff: string | null): boolean => {
    const person = staff === null ? undefined : context.agency.staff.get(staff);
    return person !== undefined && isActive(person, today);
  };
  const found: Found[] = [];
  const open = obligations.filter((one) => OPEN.has(one.status));
  const orphans = open.filter((one) => !here(one.owner));
  if (orphans.length > 0)
    found.push({
      code: 'inactive-owner',
      says: `${orphans.length} obligations are owned by ${[...new Set(orphans.map((one) => one.owner ?? 'nobody'))].join(', ')}, who does not work here (${orphans[0]!.key}).`,
      mend: mendCase(stored.caseId),
    });
  const asked = plan?.file.byId;
  for (const one of open) {
    const by = one.signOff && one.request !== null ? asked?.get(one.request)?.by : undefined;
    if (by !== undefined && by === one.owner)
      found.push({
        code: 'own-sign-off',
        says: `The sign-off of ${one.request} waits on ${by}, who asked for it.`,
        mend: mendCase(stored.caseId),
      });
  }
  for (const a of stored.closedOn === null ? (plan?.file.assignments ?? []) : [])
    if (a.from <= today && (a.until === null || a.until > today) && !here(a.staff))
      found.push({
        code: 'inactive-assigned',
        says: `${a.staff} is ${a.role} of the case and does not work here; what is owed has fallen to the supervisor.`,
        mend: `POST /v1/staff/${a.staff}/hand-over {"confirm": true, "reason": "…"}`,
      });
  return found;
}

function staffed({ stored, context }: LookedAt, today: Day): Found[] {
  const owing = context.programs.some((p) => stored.programs.includes(p.id) && owesStaff(p, 'facilitator'));
  const person = stored.facilitator === null ? undefined : context.agency.staff.get(stored.facilitator);
  if (!owing || stored.closedOn !== null || (person !== undefined && isActive(person, today))) return [];
  return [
    {
      code: 'no-facilitator',
      says: 'The family has no facilitator, and its program owes it one (WA-17, WA-23).',
      mend: `POST /v1/units/${stored.unit}/assignments {"case": "${stored.caseId}"}`,
    },
  ];
}

const time = (at: Instant): string => new Date(at).toISOString();
