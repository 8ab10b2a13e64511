// What the effects ask of the part that knows words and carriers (src/messaging): compose a mail from an intent, and send it.
import type { AgencyData } from '../domain/agency';
import type { Meeting, Proposal } from '../domain/case-file';
import type { Intent } from '../domain/ledger';
import type { Owed } from '../domain/owed';
import type { Person } from '../store/types';

export interface ComposeInput {
  readonly intent: Intent;
  readonly caseId: string;
  /** One recipient; nothing about anybody else may stand in the mail. `email` is not null. */
  readonly person: Person;
  /** The meeting as it stands now, without its list: its place; what was promised about its time stands in `intent.content`. */
  readonly meeting?: Pick<Meeting, 'place' | 'zone' | 'minutes' | 'familyTime'>;
  /** What is proposed, when the reader is asked which time would suit. */
  readonly times?: Pick<Proposal, 'slots' | 'zone' | 'minutes'>;
  /** What is owed, with its citation, for notices about a duty. */
  readonly dutyText?: string;
  readonly agency: AgencyData;
  /** How the reader may answer; `code` is null where somebody must tell it. */
  readonly answer?: { readonly url: string; readonly code: string | null } | undefined;
  /** Where the reader may decide what is asked of him or her. */
  readonly decide?: { readonly url: string } | undefined;
  /** Who answers for the meeting; without it letters name the agency's own telephone and address. */
  readonly facilitator?: { readonly name: string; readonly phone?: string | null; readonly email?: string | null };
  /** Whom an announcement is about. */
  readonly introduced?: { readonly name: string; readonly phone: string };
  /** The recipient is a youth who may name two people to come along. */
  readonly mayName?: boolean;
}

/** Composed from an intent it is always the same mail: the Message-ID is derived from the key, the date is that of the intent. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly ics?: string;
  readonly messageId: string;
  readonly date: Date;
}

/** Composed from an intent it is always the same text, under the same reference, by which the gateway knows it again. */
export interface Text {
  /** E.164. */
  readonly to: string;
  readonly text: string;
  readonly reference: string;
}

/** A carrier that could not be reached at all is an exception, not an answer. */
export type SendResult =
  | { readonly accepted: true; readonly response: string }
  | { readonly accepted: false; readonly permanent: boolean; readonly response: string };

/** `id`: of the list, so that sent again it is the same mail. */
export interface DigestInput {
  readonly person: Person;
  readonly owed: readonly Owed[];
  readonly at: number;
  readonly zone: string;
  readonly id?: string;
}

export interface Messenger {
  compose(input: ComposeInput): Mail | Promise<Mail>;
  composeDigest(input: DigestInput): Mail;
  send(mail: Mail): Promise<SendResult>;
  /** Left out: the agency has no gateway. */
  readonly texts?: TextCarrier;
}

export interface TextCarrier {
  compose(input: ComposeInput): Text;
  send(text: Text): Promise<SendResult>;
  /** What the gateway knows of a reference; null: it never had it. */
  find(reference: string): Promise<SendResult | null>;
}
