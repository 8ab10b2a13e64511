// What a language must be able to say. A second language is a second file beside en.ts, and one line in index.ts.
import type { Civil } from '../dates';
import type { Letter } from '../letter';

export interface Contact {
  /** Who answers; the agency when no facilitator is known. */
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string;
}

/** Everything that a letter about a meeting may use. There is no field for another person, for a child, or for the case. */
export interface MeetingFacts extends Civil {
  readonly name: string;
  readonly minutes: number;
  readonly place: string | null;
  readonly familyTime: boolean;
  readonly contact: Contact;
  /** What this person was told before, when it is known. */
  readonly before: string | null;
  /** The page on which this person answers; null: there is none, and nothing to answer. */
  readonly answerUrl: string | null;
  /** For whom the link does not work: typed on that page. */
  readonly answerCode: string | null;
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
  /** For a letter that goes out late: when it should have gone, and in which zone that is told. */
  readonly meantFor: { readonly at: number; readonly zone: string } | null;
  readonly url: string;
}

export interface Words {
  readonly language: string;
  invitation(facts: MeetingFacts): Letter;
  change(facts: MeetingFacts): Letter;
  cancellation(facts: MeetingFacts): Letter;
  meetingReminder(facts: MeetingFacts): Letter;
  dutyReminder(facts: DutyFacts): Letter;
  escalation(facts: DutyFacts): Letter;
  correction(facts: DutyFacts): Letter;
  signOff(facts: DutyFacts): Letter;
  /** For a calendar that others may see. */
  readonly calendar: { readonly summary: string; readonly note: string };
}
