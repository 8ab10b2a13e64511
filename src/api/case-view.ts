// A case as staff see it: record, directory and calendar brought together.
import { iso } from '../domain/calendar';
import { foremost } from '../domain/headline';
import type { Obligation } from '../domain/obligation';
import type { Guidance, Pattern } from '../domain/rule';
import { openProposals } from '../domain/times';
import { channelsOf } from '../messaging/channels';
import type { Address } from '../store/addresses';
import type { CaseRow, Person } from '../store/types';
import { withoutConfidential } from './confidential';
import type { Deps } from './deps';
import { invitationsOf } from './invitations-view';
import { planNow } from './plan-now';
import { searchOf } from './searches-view';

export async function caseViewOf(deps: Deps, row: CaseRow) {
  return withoutConfidential(deps.store, row.caseId, await wholeViewOf(deps, row));
}

async function wholeViewOf(deps: Deps, row: CaseRow) {
  const { caseId } = row;
  const [{ file, plan }, ledger, people, staff, addresses] = await Promise.all([
    planNow(deps, caseId),
    deps.store.ledger(caseId),
    deps.store.people({ caseId }),
    deps.store.people({ caseId: null }),
    deps.store.addresses(caseId),
  ]);
  const postal = new Map(addresses.map((one) => [one.person, one]));
  const known = new Map(people.map((person) => [person.id, person]));
  const names = new Map(staff.map((person) => [person.id, person.name]));
  const programs = deps.programs.filter((one) => row.programs.includes(one.id));
  const next = plan ? foremost(plan.obligations) : null;
  return {
    case: caseId,
    unit: row.unit,
    openedOn: row.openedOn,
    closedOn: row.closedOn,
    finished: row.finished,
    stuck: row.stuck ?? (plan ? null : 'program-failed'),
    headline: row.headline,
    waitsFor: next?.owner.role ?? null,
    wakesAt: new Date(row.wakeAt).toISOString(),
    programs: programs.map(({ id, title }) => ({ id, title, document: deps.sources.documents.get(id) ?? title })),
    children: [...file.children.values()].map((child) => ({
      id: child.id,
      bornOn: iso(child.bornOn),
      household: child.household,
      closed: file.closed !== null || file.childClosed.has(child.id),
      ...contactOf(known.get(child.id), postal.get(child.id)),
    })),
    participants: [...file.participants.values()]
      .filter((one) => !file.children.has(one.id))
      .map((one) => ({
        id: one.id,
        role: one.role,
        from: iso(one.from),
        until: one.until === null ? null : iso(one.until),
        ...contactOf(known.get(one.id), postal.get(one.id)),
      })),
    staff: file.assignments.map((one) => ({
      id: one.staff,
      name: names.get(one.staff) ?? null,
      role: one.role,
      kind: one.assigned.event.type === 'StaffAssigned' ? (one.assigned.event.kind ?? 'primary') : 'primary',
      from: iso(one.from),
      until: one.until === null ? null : iso(one.until),
    })),
    meetings: [...file.meetings.values()].map((meeting) => {
      const { scheduled: _scheduled, last: _last, familyTime: _time, ...one } = meeting;
      return { ...one, invitations: invitationsOf(meeting, { file, plan, ledger }) };
    }),
    searches: openProposals(file).map((proposal) => searchOf(proposal, { file, plan })),
    obligations: (plan?.obligations ?? []).map((one) => obligationOf(one, caseId, names)),
    guidance: programs.flatMap((one) => one.guidance.map(guidanceOf)),
  };
}

/** What the policy recommends: beside which events it is read, and where the record has a place for it. */
function guidanceOf({ id, cites, says, on, offers = [], resources = [] }: Guidance) {
  const recordOf = (of: Pattern | undefined) => ({
    events: [...(of?.types ?? [])],
    kinds: [of?.where['kind'] ?? of?.where['kinds'] ?? []].flat().map(String),
  });
  return {
    id,
    cites: [...cites],
    says,
    beside: recordOf(on),
    offers: offers.map(({ of = on, field, codes = [] }) => ({
      ...recordOf(of),
      field: field ?? null,
      codes: [...codes],
    })),
    resources: [...resources],
  };
}

function contactOf(person: Person | undefined, address: Address | undefined) {
  return {
    name: person?.name ?? null,
    email: person?.email ?? null,
    phone: person?.phone ?? null,
    language: person?.language ?? null,
    doNotContact: person?.doNotContact ?? false,
    highRisk: person?.highRisk ?? false,
    channels: person?.channels ?? null,
    reachedBy: person === undefined || person.doNotContact ? [] : channelsOf(person),
    safeHours: person?.safeHours ?? null,
    noVoicemail: person?.noVoicemail ?? false,
    optOut: person?.optOut ?? [],
    postal: address?.postal ?? null,
    addressConfidential: address?.confidential ?? false,
  };
}

function obligationOf(o: Obligation, caseId: string, names: ReadonlyMap<string, string>) {
  return {
    key: o.key,
    program: o.program,
    duty: o.duty,
    cites: o.cites,
    says: o.says,
    strength: o.strength,
    subject: o.subject.key,
    status: o.status,
    due: o.due === null ? null : iso(o.due),
    notBefore: o.notBefore === undefined ? null : iso(o.notBefore),
    doneOn: o.doneOn === undefined || !Number.isFinite(o.doneOn) ? null : iso(o.doneOn),
    owner: { role: o.owner.role, staff: o.owner.staff, name: names.get(o.owner.staff ?? '') ?? null },
    reason: o.reason ?? null,
    ...(o.missing ? { missing: o.missing } : {}),
    ...(o.waiver ? { waiver: o.waiver } : {}),
    ...(o.signOff && o.subject.trigger ? { signOffRequest: o.subject.trigger.id } : {}),
    explanation: `/v1/cases/${caseId}/obligations/explanation?key=${encodeURIComponent(o.key)}`,
  };
}
