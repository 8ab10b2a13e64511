// What the rest of the program may ask of the store. PostgreSQL or PGlite behind it, one dialect.
import type { AgencyData } from '../domain/agency';
import type { AddressStore } from './addresses';
import type { Recorded } from '../domain/events';
import type { Intent, IntentState } from '../domain/ledger';
import type { Owed } from '../domain/owed';
import type { Change, Turn, TurnEntry, TurnOutcome } from '../domain/turn';
import type { CaseloadStore } from './caseload-types';
import type { Gathered } from './digests';
import type { IntegrityStore } from './integrity';

/** The ways in which a message reaches a person. */
export const channels = ['email', 'sms', 'letter'] as const;
export type Channel = (typeof channels)[number];

/** Civil times in the zone of the agency; `from` after `to`: over midnight. */
export interface SafeHours {
  readonly from: string;
  readonly to: string;
}

/** A person in the directory: the only place where a name or an address stands. */
export interface Person {
  readonly id: string;
  /** null: staff of the agency; otherwise the case in which the person takes part. */
  readonly caseId: string | null;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly language: string;
  /** Nothing is sent to this person by the system; a facilitator speaks with him or her. */
  readonly doNotContact: boolean;
  /** Somebody else may read this person's mail: letters tell neither day, time nor place, and their link asks for a code that the
   *  facilitator tells. */
  readonly highRisk?: boolean;
  /** In this order; left out: by what is known of the person (src/messaging/channels.ts). */
  readonly channels?: readonly Channel[];
  /** Nothing is sent to a mailbox or a telephone outside these hours. */
  readonly safeHours?: SafeHours;
  /** For whoever calls: leave no message. */
  readonly noVoicemail?: boolean;
  /** What the person has asked not to get any more, by STOP for example. */
  readonly optOut?: readonly Channel[];
}

/** The right of one person to answer one invitation, for one time of the meeting, or one search for a time. */
export interface AnswerLink {
  readonly hash: string;
  readonly codeHash: string;
  readonly caseId: string;
  readonly meeting: string;
  readonly participant: string;
  readonly purpose: 'answer' | 'choose-time';
  readonly startsAt: string;
  readonly zone: string;
  /** The start of the meeting; of a search the last of its times. */
  readonly expiresAt: number;
}

/** The right of one person to decide one request, by the link of one letter. Used once: what is decided is no request any more. */
export interface SignOffLink {
  readonly hash: string;
  readonly caseId: string;
  readonly request: string;
  readonly staff: string;
  readonly expiresAt: number;
}

/** Everything that one turn of a case reads. */
export interface Loaded {
  readonly journal: readonly Recorded[];
  readonly ledger: readonly Intent[];
  /** Outcomes already on record for these entry ids. */
  readonly settled: ReadonlyMap<string, TurnOutcome>;
  /** Full bodies of entries that came through the intake: what travels through Temporal has its prose taken out. */
  readonly intake: ReadonlyMap<string, TurnEntry>;
  readonly agency: AgencyData;
  /** When this case was last planned; null: never. */
  readonly plannedAt: number | null;
  /** Open families per facilitator among the cases here, this case not counted; empty when there is no entry to admit. */
  readonly families: ReadonlyMap<string, number>;
}

export interface IntakeRow {
  readonly entryId: string;
  readonly caseId: string;
  readonly by: string;
  readonly body: TurnEntry;
  readonly receivedAt: number;
  readonly answeredAt: number | null;
}

export interface EntryRecord {
  readonly outcome: TurnOutcome;
  readonly changes: readonly Change[];
  readonly recordedAt: number;
  /** What was refused, where it did not come through the intake: a signal that cannot be accepted is not dropped. */
  readonly body?: TurnEntry;
}

/** What a turn takes in: its moment, and the entries as they travelled. */
export interface Taken {
  /** The clock of the case. */
  readonly now: number;
  readonly entries?: readonly TurnEntry[];
}

export interface ObligationRow {
  readonly caseId: string;
  readonly key: string;
  readonly program: string;
  readonly duty: string;
  readonly cites: readonly string[];
  readonly says: string;
  readonly strength: string;
  readonly subject: string;
  readonly status: string;
  readonly due: string | null;
  readonly notBefore: string | null;
  readonly doneOn: string | null;
  readonly ownerRole: string;
  readonly owner: string | null;
  readonly unit: string;
  readonly reason: string | null;
  readonly signOff: boolean;
  /** The event that opened it, for sign-offs the request that is decided. */
  readonly request: string | null;
  readonly askedBy: string | null;
  /** Everybody who may decide it now; empty when it is not open. */
  readonly deciders: readonly string[];
}

export interface DeliveryRow {
  readonly key: string;
  readonly intent: Intent;
  readonly state: IntentState;
  readonly createdAt: number;
  readonly attempts: readonly Attempt[];
  /** What the gateway reported of the text message, in the order in which it came. */
  readonly receipts: readonly Receipt[];
}

/**
 * `accepted`: taken by the carrier, or posted. `refused`: that way will never reach the person. `failed`: not now. `unknown`: perhaps.
 * `held`: kept back until it is safe. `to-post`: a letter that somebody must print and post. `dropped`: not sent, and why.
 */
export interface Attempt {
  readonly at: number;
  readonly result: 'accepted' | 'refused' | 'failed' | 'unknown' | 'dropped' | 'held' | 'to-post';
  readonly detail: string;
  /** Message-ID of a mail, reference of a text message or a letter. */
  readonly messageId: string | null;
  /** null: it did not come as far as choosing one. */
  readonly channel: Channel | null;
}

/** Counted before each try, so that one that was killed is known of. */
export interface Handover {
  readonly channel: Channel;
  /** Under which the carrier knows it. */
  readonly reference: string;
  readonly tries: number;
}

export interface KnownIntent {
  readonly intent: Intent;
  readonly caseId: string;
  readonly attempts: readonly Attempt[];
  readonly handovers: readonly Handover[];
}

/** What a gateway says became of a text message. `stopped`: its recipient answered STOP. */
export const receiptStatuses = ['accepted', 'sent', 'delivered', 'undelivered', 'failed', 'stopped'] as const;
export type ReceiptStatus = (typeof receiptStatuses)[number];

export interface Receipt {
  readonly status: ReceiptStatus;
  /** As the gateway tells it. */
  readonly at: number;
  readonly receivedAt: number;
}

export interface ReceiptOutcome {
  /** false: no text of ours has that reference. */
  readonly known: boolean;
  /** It says more than what was known: the case must think again, and this entry, kept in the intake, lets it. */
  readonly wake: IntakeRow | null;
}

export interface LetterRow {
  readonly caseId: string;
  readonly unit: string;
  readonly facilitator: string | null;
  readonly intent: Intent;
  /** When it came to the letter. */
  readonly since: number;
}

export interface CaseRow {
  readonly caseId: string;
  readonly unit: string;
  readonly programs: readonly string[];
  readonly revision: number;
  readonly openedOn: string | null;
  readonly closedOn: string | null;
  readonly wakeAt: number;
  readonly headline: string;
  readonly stuck: string | null;
  readonly finished: boolean;
  readonly facilitator: string | null;
  readonly plannedAt: number | null;
}

/** Which cases a change of the agency concerns. */
export type Concerned =
  'none' | 'all' | { readonly program: string } | { readonly units: readonly string[]; readonly staff: string };

export interface AgencyChanging {
  /** The same request changes once. */
  readonly request: string;
  readonly fingerprint: string;
  readonly by: string;
  readonly at: number;
  /** staff:ana, setting:graceDays, holidays:2027 */
  readonly what: string;
  /** The member of staff whose place in the directory is changed too. */
  readonly person?: string;
  /** Nothing is changed when it throws. */
  readonly decide: (
    agency: AgencyData,
    person: Person | null,
  ) => {
    readonly agency: AgencyData;
    readonly person?: Person;
    readonly reason: string | null;
    readonly before: unknown;
    readonly after: unknown;
    readonly concerned: Concerned;
  };
}

export interface AgencyChange {
  readonly id: number;
  readonly request: string;
  readonly fingerprint: string;
  readonly at: number;
  readonly by: string;
  readonly what: string;
  readonly reason: string | null;
  readonly before: unknown;
  readonly after: unknown;
  /** Cases that think again because of it. */
  readonly concerned: number;
}

export interface Store extends AddressStore, CaseloadStore, IntegrityStore {
  /** One transaction on one case, alone on it: load, decide, save; nothing is saved when `decide` throws. */
  turn(
    caseId: string,
    entryIds: readonly string[],
    decide: (loaded: Loaded) => Turn,
    taken: Taken,
  ): Promise<{ turn: Turn; pending: readonly Intent[] }>;

  journal(caseId: string): Promise<readonly Recorded[]>;
  ledger(caseId: string): Promise<readonly Intent[]>;
  obligations(where: {
    caseId?: string;
    owner?: string;
    unit?: string;
    dueBy?: string;
    statuses?: readonly string[];
    signOff?: true;
  }): Promise<readonly ObligationRow[]>;
  deliveries(where: { caseId?: string; recipient?: string }): Promise<readonly DeliveryRow[]>;
  entry(caseId: string, entryId: string): Promise<EntryRecord | null>;
  entries(caseId: string): Promise<readonly EntryRecord[]>;
  case(caseId: string): Promise<CaseRow | null>;
  cases(where: { unit?: string; finished?: boolean }): Promise<readonly CaseRow[]>;

  agency(): Promise<AgencyData | null>;
  saveAgency(agency: AgencyData): Promise<void>;
  /** Audited, one at a time; the cases concerned are noted to be asked to reconsider. */
  changeAgency(changing: AgencyChanging): Promise<{ change: AgencyChange; known: boolean }>;
  agencyChanges(what?: string): Promise<readonly AgencyChange[]>;
  reconsiderations(most: number): Promise<readonly { readonly caseId: string; readonly askedAt: number }[]>;
  reconsidered(caseId: string, askedAt: number): Promise<void>;
  people(where: { caseId?: string | null; ids?: readonly string[] }): Promise<readonly Person[]>;
  savePerson(person: Person): Promise<void>;

  /** Keeps a request before anything else happens with it. Asked again with an id that it knows it keeps the first and says so. */
  receive(row: Omit<IntakeRow, 'answeredAt'>): Promise<{ kept: IntakeRow; known: boolean }>;
  /** A request that was kept, answered or not. */
  request(entryId: string): Promise<IntakeRow | null>;
  unanswered(olderThan: number): Promise<readonly IntakeRow[]>;
  answered(entryId: string, at: number): Promise<void>;

  /** The intent as it stands now, with what `deliver` must know before it sends. */
  intent(key: string): Promise<KnownIntent | null>;
  /** Writes an attempt; the state follows from its result. Says whether the intent was withdrawn meanwhile. */
  attempted(key: string, attempt: Attempt, state: IntentState): Promise<{ withdrawn: boolean }>;

  /** Before a message is handed over: counts the tries by this way, this one included. */
  /** A reminder on the daily list of its recipient, with the others that wait for it. */
  gatherDigest(
    key: string,
    now: number,
    owedOf: (intents: readonly { readonly caseId: string; readonly intent: Intent }[]) => readonly Owed[],
  ): Promise<Gathered>;
  digestSent(id: number, messageId: string): Promise<void>;
  handingOver(handover: Omit<Handover, 'tries'> & { readonly key: string }): Promise<Handover>;
  /** A receipt that came before, or that says less than one that came before, changes nothing. */
  takeReceipt(reference: string, receipt: Receipt): Promise<ReceiptOutcome>;
  /** Letters that wait for somebody to post them, the oldest first. */
  lettersToPost(where: { unit?: string }): Promise<readonly LetterRow[]>;

  /** Known already, it stays as it is: whether it is open follows from the turns of the case. */
  keepAnswerLink(link: AnswerLink, at: number): Promise<void>;
  /** null, with no hint which: unknown, expired, revoked. */
  answerLink(proof: { hash: string } | { codeHash: string }, now: number): Promise<AnswerLink | null>;

  keepSignOffLink(link: SignOffLink, at: number): Promise<void>;
  /** null, with no hint which: unknown, expired, revoked, used. */
  signOffLink(hash: string, now: number): Promise<SignOffLink | null>;

  health(): Promise<void>;
  close(): Promise<void>;
}
