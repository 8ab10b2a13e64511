// Text messages: when, and whom to call. No name, no place and no link: the first lines of a message show on a locked screen,
// and a link in it would answer for whoever holds the telephone. What ends them by law (STOP) is added by the gateway.
import { segmentsOf } from '../sms-size';
import type { Phrases } from './phrases';
import type { MeetingFacts, MeetingMessage } from './words';

export function textMessages({
  dates,
  sms: say,
}: Phrases): Readonly<Record<MeetingMessage, (facts: MeetingFacts) => string>> {
  const message =
    (sentence: (brief: string) => string) =>
    (meeting: MeetingFacts): string => {
      const how = meeting.contact.phone ?? meeting.contact.email;
      const office = meeting.office;
      // From the fullest to the barest, until one fits. How to answer is kept longer than who writes, and when is always there.
      const forms = [
        ...(how === null || office === '' ? [] : [{ office, how }]),
        ...(how === null ? [] : [{ office: '', how }]),
        ...(office === '' ? [] : [{ office, how: null }]),
        { office: '', how: null },
      ];
      const briefs = dates.brief(meeting);
      const candidates = forms.flatMap((form) =>
        briefs.map((brief) => {
          const text = sentence(brief);
          const whole = form.how === null ? text : `${text} ${say.contact(form.how)}`;
          return form.office === '' ? whole : say.from(form.office, whole);
        }),
      );
      return candidates.find((text) => segmentsOf(text) <= say.segments) ?? candidates.at(-1)!;
    };
  return {
    invitation: message(say.invitation),
    change: message(say.change),
    cancellation: message(say.cancellation),
    meetingReminder: message(say.reminder),
    // No time is set yet, and those that are possible stand in the letter.
    timesAsked: message(() => say.times),
    timesReminder: message(() => say.timesReminder),
  };
}
