// The tables as kysely sees them. Civil dates are text (YYYY-MM-DD), instants milliseconds since 1970. What is read whole is
// `json`, not `jsonb`: json keeps every text that JSON can hold, also one that a domain rule will refuse (an escaped NUL).
import type { ColumnType, Generated } from 'kysely';
import type { AgencyData } from '../domain/agency';
import type { Recorded } from '../domain/events';
import type { Finding } from '../domain/integrity';
import type { Intent, IntentState } from '../domain/ledger';
import type { Owed } from '../domain/owed';
import type { Change, TurnEntry, TurnOutcome } from '../domain/turn';
import type { CaseloadAsk, CaseloadMove, CaseloadOutcome } from './caseload-types';
import type { AnswerLink, Attempt, Channel, ReceiptStatus, SafeHours } from './types';

/** Written as text, read parsed. */
type Json<T> = ColumnType<T, string, string>;

export interface CasesTable {
  case_id: string;
  unit: string;
  programs: Json<readonly string[]>;
  /** Grows with every change of the journal, the intents or the projection. */
  revision: number;
  /** The revision in which the projection changed last. */
  projected: number;
  opened_on: string | null;
  closed_on: string | null;
  wake_at: number;
  planned_at: number | null;
  headline: string;
  stuck: string | null;
  finished: boolean;
  facilitator: string | null;
}

export interface JournalTable {
  case_id: string;
  seq: number;
  event_id: string;
  entry_id: string;
  type: string;
  recorded_at: number;
  line: Json<Recorded>;
}

export interface EntriesTable {
  seq: Generated<number>;
  case_id: string;
  entry_id: string;
  accepted: boolean;
  outcome: Json<TurnOutcome>;
  changes: Json<readonly Change[]>;
  body: ColumnType<TurnEntry | null, string | null, never>;
  recorded_at: number;
}

export interface IntakeTable {
  entry_id: string;
  case_id: string;
  by: string;
  body: Json<TurnEntry>;
  received_at: number;
  answered_at: number | null;
}

export interface ObligationsTable {
  case_id: string;
  key: string;
  program: string;
  duty: string;
  cites: Json<readonly string[]>;
  says: string;
  strength: string;
  subject: string;
  status: string;
  due: string | null;
  not_before: string | null;
  done_on: string | null;
  owner_role: string;
  owner: string | null;
  unit: string;
  reason: string | null;
  sign_off: boolean;
  request: string | null;
  asked_by: string | null;
  deciders: Json<readonly string[]> | null;
  /** Of all the other columns: tells whether the row must be written again. */
  digest: string;
}

export interface PeopleTable {
  /** Empty for staff: ids of participants are only unique within their case. */
  case_id: string;
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
  language: string;
  do_not_contact: boolean;
  high_risk: boolean;
  channels: ColumnType<readonly Channel[] | null, string | null, string | null>;
  safe_hours: ColumnType<SafeHours | null, string | null, string | null>;
  no_voicemail: boolean;
  opt_out: Json<readonly Channel[]>;
}

export interface AgencyTable {
  version: Generated<number>;
  data: Json<AgencyData>;
  saved_at: number;
}

export interface AgencyChangesTable {
  id: Generated<number>;
  request: string;
  fingerprint: string;
  at: number;
  by: string;
  what: string;
  reason: string | null;
  before: Json<unknown>;
  after: Json<unknown>;
  concerned: number;
}

/** Cases that are to be asked to think again. */
export interface ReconsiderationsTable {
  case_id: string;
  asked_at: number;
}

export interface IntentsTable {
  key: string;
  case_id: string;
  /** Order within the case: revision of its creation, then its place in it. */
  seq: number;
  kind: string;
  recipient: string;
  about: string;
  due: string | null;
  at: number;
  state: IntentState;
  /** The case's revision in which this row changed last. */
  revision: number;
  created_at: number;
  body: Json<Intent>;
  /** The daily list that carries it. */
  digest: ColumnType<number | null, undefined, number>;
}

export interface DigestsTable {
  id: Generated<number>;
  recipient: string;
  at: number;
  owed: Json<readonly Owed[]>;
  message_id: string | null;
  taken_by: string | null;
  taken_at: number;
}

export interface AttemptsTable {
  id: Generated<number>;
  key: string;
  at: number;
  result: Attempt['result'];
  detail: string;
  message_id: string | null;
  channel: Channel | null;
}

/** How often a message was handed to a carrier, or was about to be; and the intent behind a reference that a gateway knows. */
export interface HandoversTable {
  reference: string;
  channel: Channel;
  key: string;
  tries: number;
}

export interface ReceiptsTable {
  id: Generated<number>;
  reference: string;
  key: string;
  status: ReceiptStatus;
  /** As the gateway tells it. */
  at: number;
  received_at: number;
}

export interface AnswerLinksTable {
  hash: string;
  code_hash: string;
  case_id: string;
  meeting: string;
  participant: string;
  purpose: AnswerLink['purpose'];
  starts_at: string;
  zone: string;
  expires_at: number;
  /** revoked: the meeting is not set for that time, or the person is not on its list. */
  state: 'open' | 'revoked';
  created_at: number;
}

export interface SignOffLinksTable {
  hash: string;
  case_id: string;
  request: string;
  staff: string;
  expires_at: number;
  /** revoked: decided, withdrawn, or no longer for this person to decide. It stays so. */
  state: 'open' | 'revoked';
  created_at: number;
}

export interface CaseloadRequestsTable {
  request_id: string;
  unit: string;
  by: string;
  ask: Json<CaseloadAsk>;
  fingerprint: string;
  received_at: number;
  outcome: ColumnType<CaseloadOutcome | null, string | null, string>;
  /** When every case concerned had heard of it. */
  answered_at: number | null;
}

export interface CaseloadMovesTable {
  entry_id: string;
  request_id: string;
  unit: string;
  case_id: string;
  role: string;
  children: ColumnType<readonly string[] | null, string | null, never>;
  from_staff: string | null;
  to_staff: string | null;
  because: string;
  others: Json<CaseloadMove['others']>;
  state: CaseloadMove['state'];
  unmet: Json<CaseloadMove['unmet']>;
  decided_at: number;
  settled_at: number | null;
}

export interface IntegrityReportsTable {
  id: Generated<number>;
  at: number;
  cases: number;
  findings: Json<readonly Finding[]>;
}

export interface AddressesTable {
  case_id: string;
  person: string;
  postal: ColumnType<readonly string[] | null, string | null, string | null>;
  confidential: boolean;
}

/** Written and compared with, never given out. */
export interface ConfidentialAddressesTable {
  id: Generated<number>;
  case_id: string;
  person: string;
  address: Json<readonly string[]>;
}

export interface Tables {
  cases: CasesTable;
  journal: JournalTable;
  entries: EntriesTable;
  intake: IntakeTable;
  obligations: ObligationsTable;
  people: PeopleTable;
  agency: AgencyTable;
  agency_changes: AgencyChangesTable;
  reconsiderations: ReconsiderationsTable;
  intents: IntentsTable;
  attempts: AttemptsTable;
  digests: DigestsTable;
  answer_links: AnswerLinksTable;
  handovers: HandoversTable;
  receipts: ReceiptsTable;
  addresses: AddressesTable;
  confidential_addresses: ConfidentialAddressesTable;
  sign_off_links: SignOffLinksTable;
  caseload_requests: CaseloadRequestsTable;
  caseload_moves: CaseloadMovesTable;
  integrity_reports: IntegrityReportsTable;
}
