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
    readonly day: (civilDate: string) => string;
    readonly fullDate: (civilDate: string) => string;
    /** Date, time, and the name of the zone. */
    readonly when: (civil: Civil) => string;
    /** The same without the year, the shorter the later: a text message takes the first that fits. */
    readonly brief: (civil: Civil) => readonly string[];
    readonly moment: (at: Instant, zone: string) => string;
    readonly duration: (minutes: number) => string;
  };
  readonly meeting: {
    readonly subject: {
      readonly invitation: (day: string) => string;
      readonly change: (day: string) => string;
      readonly cancellation: (day: string) => string;
      readonly reminder: (day: string) => string;
      readonly times: string;
      readonly timesReminder: string;
    };
    readonly hello: (name: string) => string;
    readonly invited: string;
    readonly moved: (before: string) => string;
    readonly asItStands: string;
    readonly notNeeded: string;
    readonly another: string;
    readonly reminded: string;
    readonly times: {
      readonly asked: string;
      readonly stillAsked: string;
      readonly possible: string;
      readonly length: (duration: string) => string;
      readonly by: (date: string) => string;
      /** What the page is for. */
      readonly onPage: string;
      /** Without a page. */
      readonly tellUs: string;
    };
    readonly labels: {
      readonly when: string;
      readonly length: string;
      readonly where: string;
      readonly wasSetFor: string;
    };
    readonly about: (duration: string) => string;
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
      code(code: string): string;
      /** Before how to reach us: instead of the page, or the only way. */
      readonly orElse: string;
      readonly tellUs: string;
      readonly notInCalendar: string;
    };
    /** By what there is; with neither telephone nor mail, by post. */
    readonly reach: (contact: Contact) => string;
    readonly questions: string;
  };
  readonly duty: {
    readonly subject: {
      readonly overdue: (date: string) => string;
      readonly reminder: (date: string) => string;
      readonly today: string;
      readonly escalation: (date: string) => string;
      readonly escalationNoDate: string;
      readonly correction: (date: string) => string;
      readonly correctionNoDate: string;
      readonly signOff: string;
      readonly withdrawn: string;
      readonly announcement: string;
    };
    readonly overdue: string;
    readonly reminder: string;
    readonly escalation: readonly string[];
    readonly correction: string;
    readonly noLonger: string;
    readonly signOff: string;
    readonly withdrawn: string;
    readonly decide: { readonly how: readonly string[]; readonly link: string };
    readonly announcement: readonly string[];
    readonly labels: {
      readonly name: string;
      readonly phone: string;
      readonly due: string;
      readonly wasDue: string;
      readonly before: string;
      readonly now: string;
      readonly case: string;
      readonly reference: string;
      readonly link: string;
      readonly why: string;
    };
    readonly noDate: string;
    readonly noDueDate: string;
    readonly dueOn: (date: string) => string;
    readonly late: (moment: string) => string;
  };
  readonly digest: {
    readonly subject: (day: string, open: number, overdue: number) => string;
    readonly intro: readonly string[];
    readonly case: (caseId: string) => string;
    readonly overdue: (date: string, says: string) => string;
    readonly due: (date: string, says: string) => string;
    readonly noDate: (says: string) => string;
  };
  readonly sms: {
    readonly invitation: (brief: string) => string;
    readonly change: (brief: string) => string;
    readonly cancellation: (brief: string) => string;
    readonly reminder: (brief: string) => string;
    readonly times: string;
    readonly timesReminder: string;
    readonly from: (office: string, text: string) => string;
    /** To answer, or to ask. */
    readonly contact: (how: string) => string;
    /** How many segments of a text message this language may fill. */
    readonly segments: number;
  };
  readonly calendar: { readonly summary: string; readonly note: string };
  readonly paper: { readonly phone: (number: string) => string };
}
