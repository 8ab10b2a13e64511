// What a language must be able to say, sentence by sentence; which of it stands in which message is the same for all
// (meeting-letters.ts, duty-letters.ts, text-messages.ts). A further language is a further file like en.ts, and one line in index.ts.
// Whole sentences, with what is filled in as arguments: a language puts it where its grammar wants it.
import type { Instant } from '../../domain/calendar';
import type { Civil } from '../dates';
import type { Contact } from './words';

export interface Phrases {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly dates: {
    /** Day and month, for a subject. */
    day(civilDate: string): string;
    fullDate(civilDate: string): string;
    /** Date, time, and the name of the zone. */
    when(civil: Civil): string;
    /** The same without the year, the shorter the later: a text message takes the first that fits. */
    brief(civil: Civil): readonly string[];
    moment(at: Instant, zone: string): string;
    duration(minutes: number): string;
  };
  readonly meeting: {
    readonly subject: {
      invitation(day: string): string;
      change(day: string): string;
      cancellation(day: string): string;
      reminder(day: string): string;
    };
    hello(name: string): string;
    readonly invited: string;
    moved(before: string): string;
    readonly asItStands: string;
    readonly notNeeded: string;
    readonly another: string;
    readonly reminded: string;
    readonly labels: {
      readonly when: string;
      readonly length: string;
      readonly where: string;
      readonly wasSetFor: string;
    };
    about(duration: string): string;
    readonly askWhere: string;
    readonly how: { readonly heading: string; readonly text: string; readonly familyTime: string };
    readonly mayName: string;
    readonly needs: { readonly heading: string; readonly asked: readonly string[] };
    readonly answer: {
      readonly heading: string;
      readonly onPage: string;
      readonly ways: readonly string[];
      readonly link: string;
      readonly yoursAlone: string;
      /** Before how to reach us: instead of the page, or the only way. */
      readonly orElse: string;
      readonly tellUs: string;
      readonly notInCalendar: string;
    };
    /** By what there is; with neither telephone nor mail, by post. */
    reach(contact: Contact): string;
    readonly questions: string;
  };
  readonly duty: {
    readonly subject: {
      overdue(date: string): string;
      reminder(date: string): string;
      readonly today: string;
      escalation(date: string): string;
      readonly escalationNoDate: string;
      correction(date: string): string;
      readonly correctionNoDate: string;
      readonly signOff: string;
    };
    readonly overdue: string;
    readonly reminder: string;
    readonly escalation: readonly string[];
    readonly correction: string;
    readonly noLonger: string;
    readonly signOff: string;
    readonly labels: {
      readonly due: string;
      readonly wasDue: string;
      readonly before: string;
      readonly now: string;
      readonly case: string;
      readonly reference: string;
      readonly link: string;
    };
    readonly noDate: string;
    readonly noDueDate: string;
    dueOn(date: string): string;
    late(moment: string): string;
  };
  readonly digest: {
    subject(day: string, open: number, overdue: number): string;
    readonly intro: readonly string[];
    case(caseId: string): string;
    overdue(date: string, says: string): string;
    due(date: string, says: string): string;
    noDate(says: string): string;
  };
  readonly sms: {
    invitation(brief: string): string;
    change(brief: string): string;
    cancellation(brief: string): string;
    reminder(brief: string): string;
    from(office: string, text: string): string;
    /** To answer, or to ask. */
    contact(how: string): string;
    /** How many segments of a text message this language may fill. */
    readonly segments: number;
  };
  readonly calendar: { readonly summary: string; readonly note: string };
  readonly paper: { phone(number: string): string };
}
