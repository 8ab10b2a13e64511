// Rows of tables <-> what the rest of the program speaks of.
import { createHash } from 'node:crypto';
import type { Insertable, Selectable } from 'kysely';
import { iso } from '../domain/calendar';
import type { Intent, IntentState } from '../domain/ledger';
import type { Obligation } from '../domain/obligation';
import type { AttemptsTable, CasesTable, IntakeTable, IntentsTable, ObligationsTable, PeopleTable } from './tables';
import type { Attempt, CaseRow, IntakeRow, ObligationRow, Person } from './types';

/** Rows in one statement: PostgreSQL takes at most 65,535 parameters. */
const MOST_ROWS = 500;

export function chunks<T>(list: readonly T[], size = MOST_ROWS): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size));
}

/** The column decides about the state: the body is what was said when the intent was written. */
export function intentOf(row: { readonly body: Intent; readonly state: IntentState }): Intent {
  return { ...row.body, state: row.state };
}

export function intentRow(caseId: string, intent: Intent, seq: number, revision: number, now: number): IntentsRow {
  return {
    key: intent.key,
    case_id: caseId,
    seq,
    kind: intent.kind,
    recipient: intent.to.id,
    about: intent.about,
    due: intent.due,
    at: Math.round(intent.at),
    state: intent.state,
    revision,
    created_at: now,
    body: JSON.stringify(intent),
  };
}
type IntentsRow = Insertable<IntentsTable>;

export function obligationRow(caseId: string, unit: string, o: Obligation): Insertable<ObligationsTable> {
  const row = {
    case_id: caseId,
    key: o.key,
    program: o.program,
    duty: o.duty,
    cites: JSON.stringify(o.cites),
    says: o.says,
    strength: o.strength,
    subject: o.subject.key,
    status: o.status,
    due: o.due === null ? null : iso(o.due),
    not_before: o.notBefore === undefined ? null : iso(o.notBefore),
    done_on: o.doneOn === undefined ? null : iso(o.doneOn),
    owner_role: o.owner.role,
    owner: o.owner.staff,
    unit,
    reason: o.reason ?? null,
    sign_off: o.signOff,
    request: o.signOff ? (o.subject.trigger?.id ?? null) : null,
    asked_by: o.asked?.by ?? null,
    deciders: o.deciders === undefined ? null : JSON.stringify(o.deciders),
  };
  return { ...row, digest: createHash('sha256').update(JSON.stringify(row)).digest('base64url').slice(0, 22) };
}

export function obligationOf(row: Selectable<ObligationsTable>): ObligationRow {
  return {
    caseId: row.case_id,
    key: row.key,
    program: row.program,
    duty: row.duty,
    cites: row.cites,
    says: row.says,
    strength: row.strength,
    subject: row.subject,
    status: row.status,
    due: row.due,
    notBefore: row.not_before,
    doneOn: row.done_on,
    ownerRole: row.owner_role,
    owner: row.owner,
    unit: row.unit,
    reason: row.reason,
    signOff: row.sign_off,
    request: row.request,
    askedBy: row.asked_by,
    deciders: row.deciders ?? [],
  };
}

export function caseOf(row: Selectable<CasesTable>): CaseRow {
  return {
    caseId: row.case_id,
    unit: row.unit,
    programs: row.programs,
    revision: row.revision,
    openedOn: row.opened_on,
    closedOn: row.closed_on,
    wakeAt: row.wake_at,
    headline: row.headline,
    stuck: row.stuck,
    finished: row.finished,
    facilitator: row.facilitator,
    plannedAt: row.planned_at,
  };
}

export function personOf(row: Selectable<PeopleTable>): Person {
  return {
    id: row.id,
    caseId: row.case_id === '' ? null : row.case_id,
    name: row.name,
    email: row.email,
    phone: row.phone,
    language: row.language,
    doNotContact: row.do_not_contact,
    ...(row.high_risk ? { highRisk: true } : {}),
    ...(row.channels === null ? {} : { channels: row.channels }),
    ...(row.safe_hours === null ? {} : { safeHours: row.safe_hours }),
    ...(row.no_voicemail ? { noVoicemail: true } : {}),
    ...(row.opt_out.length === 0 ? {} : { optOut: row.opt_out }),
  };
}

export function intakeOf(row: Selectable<IntakeTable>): IntakeRow {
  return {
    entryId: row.entry_id,
    caseId: row.case_id,
    by: row.by,
    body: row.body,
    receivedAt: row.received_at,
    answeredAt: row.answered_at,
  };
}

export function attemptOf(row: Selectable<AttemptsTable>): Attempt {
  const channel = row.channel ?? (row.message_id === null ? null : 'email');
  return { at: row.at, result: row.result, detail: row.detail, messageId: row.message_id, channel };
}
