import { iso } from '../domain/calendar';
import type { Intent } from '../domain/ledger';
import type { Obligation } from '../domain/obligation';
import type { Unmet } from '../domain/unmet';
import type { SimulatedNotice, SimulatedObligation, SimulatedRefusal } from './format';

export function obligationOf(o: Obligation): SimulatedObligation {
  return {
    key: o.key,
    rule: `${o.program}/${o.duty}`,
    requirements: o.cites,
    scope: o.subject.key,
    says: o.says,
    owner: { role: o.owner.role, staff: o.owner.staff },
    status: o.status,
    due: o.due === null ? null : iso(o.due),
    notBefore: o.notBefore === undefined ? null : iso(o.notBefore),
    doneOn: o.doneOn === undefined ? null : iso(o.doneOn),
    reason: o.reason ?? null,
  };
}

export function noticeOf(i: Intent, caseId: string): SimulatedNotice {
  return {
    key: i.key.slice(caseId.length + 1),
    kind: i.kind,
    recipient: i.to.id,
    about: i.about,
    at: new Date(i.at).toISOString(),
    due: i.due,
    method: i.method ?? null,
    sequence: i.sequence ?? null,
    late: i.late,
  };
}

export function refusalOf(entry: string, at: number, unmet: readonly Unmet[]): SimulatedRefusal {
  return {
    entry,
    recordedAt: new Date(at).toISOString(),
    unmet: unmet.map((u) => ({ code: u.code, field: u.field ?? null, cites: u.cites, says: u.says })),
  };
}

export function sorted(list: SimulatedObligation[]): SimulatedObligation[] {
  return list.sort((a, b) => a.key.localeCompare(b.key));
}

export const byMoment = (a: { at: string; key: string }, b: { at: string; key: string }): number =>
  a.at.localeCompare(b.at) || a.key.localeCompare(b.key);
