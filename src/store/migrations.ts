// The schema, in ordered steps. A step that has been released is never changed: what is wrong in it is mended by a later one.
import { Migrator, sql, type Kysely, type Migration } from 'kysely';
import type { Tables } from './tables';

const steps: Readonly<Record<string, readonly string[]>> = {
  '0001-start': [
    `create table cases (
      case_id text primary key,
      unit text not null,
      programs json not null,
      revision bigint not null,
      projected bigint not null,
      opened_on text,
      closed_on text,
      wake_at bigint not null,
      planned_at bigint,
      headline text not null,
      stuck text,
      finished boolean not null,
      facilitator text
    )`,
    `create index cases_by_unit on cases (unit, finished)`,
    `create index cases_by_facilitator on cases (facilitator) where facilitator is not null and closed_on is null`,

    `create table journal (
      case_id text not null references cases,
      seq integer not null,
      event_id text not null,
      entry_id text not null,
      type text not null,
      recorded_at bigint not null,
      line json not null,
      primary key (case_id, seq),
      unique (case_id, event_id)
    )`,

    `create table entries (
      seq bigint generated always as identity,
      case_id text not null references cases,
      entry_id text not null,
      accepted boolean not null,
      outcome json not null,
      changes json not null,
      body json,
      recorded_at bigint not null,
      primary key (case_id, entry_id)
    )`,
    `create index entries_in_order on entries (case_id, seq)`,

    `create table intake (
      entry_id text primary key,
      case_id text not null,
      by text not null,
      body json not null,
      received_at bigint not null,
      answered_at bigint
    )`,
    `create index intake_unanswered on intake (received_at) where answered_at is null`,

    `create table obligations (
      case_id text not null references cases,
      key text not null,
      program text not null,
      duty text not null,
      cites json not null,
      says text not null,
      strength text not null,
      subject text not null,
      status text not null,
      due text,
      not_before text,
      done_on text,
      owner_role text not null,
      owner text,
      unit text not null,
      reason text,
      sign_off boolean not null,
      request text,
      digest text not null,
      primary key (case_id, key)
    )`,
    `create index obligations_by_owner on obligations (owner, status, due)`,
    `create index obligations_by_unit on obligations (unit, status, due)`,

    `create table people (
      case_id text not null,
      id text not null,
      name text not null,
      email text,
      phone text,
      language text not null,
      do_not_contact boolean not null,
      primary key (case_id, id)
    )`,

    `create table agency (
      version integer generated always as identity primary key,
      data json not null,
      saved_at bigint not null
    )`,

    `create table intents (
      key text primary key,
      case_id text not null references cases,
      seq bigint not null,
      kind text not null,
      recipient text not null,
      about text not null,
      due text,
      at bigint not null,
      state text not null,
      revision bigint not null,
      created_at bigint not null,
      body json not null
    )`,
    `create index intents_by_case on intents (case_id, revision)`,
    `create index intents_by_recipient on intents (recipient, created_at)`,

    `create table attempts (
      id bigint generated always as identity primary key,
      key text not null references intents,
      at bigint not null,
      result text not null,
      detail text not null,
      message_id text
    )`,
    `create index attempts_by_key on attempts (key, id)`,

    // What was recorded, answered or said stays: not even this program can change it.
    `create function refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
      end
    $$`,
    ...['journal', 'entries', 'attempts'].flatMap((table) => [
      `create trigger ${table}_append_only before update or delete on ${table}
        for each row execute function refuse_change()`,
      `create trigger ${table}_not_emptied before truncate on ${table}
        for each statement execute function refuse_change()`,
    ]),
  ],

  '0002-answers': [
    `alter table people add column high_risk boolean not null default false`,
    // Neither token nor code: the hash of the one, the keyed hash of the other. `state` follows the case in each of its turns.
    `create table answer_links (
      hash text primary key,
      code_hash text not null,
      case_id text not null references cases,
      meeting text not null,
      participant text not null,
      purpose text not null,
      starts_at text not null,
      zone text not null,
      expires_at bigint not null,
      state text not null,
      created_at bigint not null
    )`,
    `create index answer_links_by_code on answer_links (code_hash)`,
    `create index answer_links_by_case on answer_links (case_id, expires_at)`,
  ],

  '0003-carriers': [
    `alter table people add column channels json`,
    `alter table people add column safe_hours json`,
    `alter table people add column no_voicemail boolean not null default false`,
    `alter table people add column opt_out json not null default '[]'`,
    // Before there were several carriers, what has a Message-ID went by mail.
    `alter table attempts add column channel text`,
    // Counted before a message is handed over: a try that was killed leaves no attempt, and a receipt may come before ours.
    `create table handovers (
      reference text not null,
      channel text not null,
      key text not null references intents,
      tries integer not null,
      primary key (reference, channel)
    )`,
    `create index handovers_by_key on handovers (key)`,
    `create table receipts (
      id bigint generated always as identity primary key,
      reference text not null,
      key text not null references intents,
      status text not null,
      at bigint not null,
      received_at bigint not null,
      unique (reference, status)
    )`,
    `create index receipts_by_key on receipts (key)`,
    `create trigger receipts_append_only before update or delete on receipts
      for each row execute function refuse_change()`,
    `create trigger receipts_not_emptied before truncate on receipts
      for each statement execute function refuse_change()`,
  ],

  '0004-addresses': [
    // As they may be shown: for somebody whose own is kept confidential the substitute.
    `create table addresses (
      case_id text not null,
      person text not null,
      postal json,
      confidential boolean not null,
      primary key (case_id, person)
    )`,
    // Nothing reads these out: they are only compared with.
    `create table confidential_addresses (
      id bigint generated always as identity primary key,
      case_id text not null,
      person text not null,
      address json not null
    )`,
    `create index confidential_addresses_by_case on confidential_addresses (case_id)`,
  ],

  '0005-sign-offs': [
    `alter table obligations add column asked_by text`,
    `alter table obligations add column deciders json`,
    `create index obligations_to_decide on obligations (status) where sign_off`,
    `create table sign_off_links (
      hash text primary key,
      case_id text not null references cases,
      request text not null,
      staff text not null,
      expires_at bigint not null,
      state text not null,
      created_at bigint not null
    )`,
    `create index sign_off_links_by_case on sign_off_links (case_id, state)`,
  ],

  '0006-agency-changes': [
    `create table agency_changes (
      id bigint generated always as identity primary key,
      request text not null unique,
      fingerprint text not null,
      at bigint not null,
      by text not null,
      what text not null,
      reason text,
      before json not null,
      after json not null,
      concerned integer not null
    )`,
    `create index agency_changes_by_what on agency_changes (what, id)`,
    `create trigger agency_changes_append_only before update or delete on agency_changes
      for each row execute function refuse_change()`,
    `create trigger agency_changes_not_emptied before truncate on agency_changes
      for each statement execute function refuse_change()`,
    `create table reconsiderations (
      case_id text primary key references cases,
      asked_at bigint not null
    )`,
  ],

  '0007-caseloads': [
    `create table caseload_requests (
      request_id text primary key,
      unit text not null,
      by text not null,
      ask json not null,
      fingerprint text not null,
      received_at bigint not null,
      outcome json,
      answered_at bigint
    )`,
    `create index caseload_requests_unanswered on caseload_requests (received_at) where answered_at is null`,
    `create table caseload_moves (
      entry_id text primary key,
      request_id text not null references caseload_requests,
      unit text not null,
      case_id text not null references cases,
      role text not null,
      children json,
      from_staff text,
      to_staff text,
      because text not null,
      others json not null,
      state text not null,
      unmet json not null,
      decided_at bigint not null,
      settled_at bigint
    )`,
    `create index caseload_moves_by_request on caseload_moves (request_id)`,
    `create index caseload_moves_unheard on caseload_moves (case_id) where state = 'decided'`,
    `create table integrity_reports (
      id bigint generated always as identity primary key,
      at bigint not null,
      cases integer not null,
      findings json not null
    )`,
    // Who was ever assigned to which case: a hand-over looks at those cases alone.
    `create index journal_of_assignments on journal (type, case_id) where type in ('StaffAssigned', 'EventCorrected')`,
  ],

  '0008-digests': [
    // The lines as they were sent. Taken: by the reminder whose case is about to send it.
    `create table digests (
      id bigint generated always as identity primary key,
      recipient text not null,
      at bigint not null,
      owed json not null,
      message_id text,
      taken_by text,
      taken_at bigint not null
    )`,
    `alter table intents add column digest bigint references digests`,
    `create index intents_by_digest on intents (digest) where digest is not null`,
  ],
};

const migrations: Record<string, Migration> = Object.fromEntries(
  Object.entries(steps).map(([name, statements]) => [
    name,
    {
      up: async (db: Kysely<unknown>): Promise<void> => {
        for (const statement of statements) await sql.raw(statement).execute(db);
      },
    },
  ]),
);

/** Brings the schema up to date: in one transaction, under an advisory lock, so that processes may start together. */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const { error } = await new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(migrations) },
    migrationTableName: 'migrations',
    migrationLockTableName: 'migrations_lock',
    // Steps of parts that do not touch each other: one with a lower number may come after one with a higher.
    allowUnorderedMigrations: true,
  }).migrateToLatest();
  if (error !== undefined) throw new Error('the schema could not be brought up to date', { cause: error });
}
