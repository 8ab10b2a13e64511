// What is said, whatever the language: the facts that a message may use, and the messages that there are.
import type { Civil } from '../dates';
import type { Letter } from '../letter';

export interface Contact {
  /** Who answers; the agency when no facilitator is known. */
  readonly name: string | null;
  readonly phone: string | null;
  /** null in a letter on paper: who gets one has no mail. */
  readonly email: string | null;
}

/** Everything that a message about a meeting may use. There is no field for another person or for a child. */
export interface MeetingFacts extends Civil {
  readonly name: string;
  /** Name of the office that writes: a text message has no other sender that people know. */
  readonly office: string;
  readonly minutes: number;
  /** The times among which the reader is asked to choose; otherwise none. */
  readonly slots: readonly string[];
  /** The last day for an answer to them. */
  readonly answerBy: string | null;
  readonly place: string | null;
  readonly familyTime: boolean;
  readonly contact: Contact;
  /** What this person was told before, when it is known. */
  readonly before: string | null;
  /** The reader's own page for the answer; null: there is none, and people call or write. */
  readonly answerUrl: string | null;
  /** For whom the link does not work: typed on that page. */
  readonly answerCode: string | null;
  /** The reader is a youth who may name people to come along. */
  readonly mayName: boolean;
  /** For a sheet of paper: no page to open, no calendar to answer in. */
  readonly onPaper: boolean;
  /** For staff alone, who have many: the page of the case. Nobody else is told which case it is. */
  readonly url: string | null;
}

/** Everything that a letter to staff about a duty may use. */
export interface DutyFacts {
  readonly caseId: string;
  /** What is owed, in our words, with its citation; one duty per line. */
  readonly duty: readonly string[];
  readonly reference: string;
  readonly due: string | null;
  readonly overdue: boolean;
  readonly before: string | null;
  /** For a request that was withdrawn: why. */
  readonly withdrawn: string | null;
  /** The reader's own page for the decision; null: there is none. */
  readonly decideUrl: string | null;
  /** For a letter that goes out late: when it should have gone, and in which zone that is told. */
  readonly meantFor: { readonly at: number; readonly zone: string } | null;
  readonly url: string;
  /** For an announcement: who is introduced. */
  readonly introduced: { readonly name: string; readonly phone: string } | null;
}

/** Everything that one member of staff owes, as of a day. In whatever order it comes, the oldest is told first. */
export interface DigestFacts {
  readonly day: string;
  readonly cases: readonly {
    readonly caseId: string;
    readonly url: string;
    readonly duties: readonly { readonly says: string; readonly due: string | null }[];
  }[];
}

/** Messages to everybody who is invited; each is a letter, and a text message too. */
export const meetingMessages = [
  'invitation',
  'change',
  'cancellation',
  'meetingReminder',
  'timesAsked',
  'timesReminder',
] as const;
export type MeetingMessage = (typeof meetingMessages)[number];

/** Messages to staff about a duty. */
export const dutyMessages = ['dutyReminder', 'escalation', 'correction', 'signOff', 'announcement'] as const;
export type DutyMessage = (typeof dutyMessages)[number];

/** All that can be said in one language, made from its phrases. */
export interface Words
  extends
    Readonly<Record<MeetingMessage, (facts: MeetingFacts) => Letter>>,
    Readonly<Record<DutyMessage, (facts: DutyFacts) => Letter>> {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly digest: (facts: DigestFacts) => Letter;
  readonly sms: Readonly<Record<MeetingMessage, (facts: MeetingFacts) => string>>;
  /** For a calendar that others may see. */
  readonly calendar: { readonly summary: string; readonly note: string };
  /** For the head of a letter on paper. */
  readonly paper: {
    readonly date: (civilDate: string) => string;
    readonly phone: (number: string) => string;
  };
}
