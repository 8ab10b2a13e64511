// Letters about a meeting: what stands in which of them, in any language.
import { facts, heading, link, list, paragraph, type Block, type Letter } from '../letter';
import type { Phrases } from './phrases';
import type { MeetingFacts, MeetingMessage } from './words';

export function meetingLetters(phrases: Phrases): Readonly<Record<MeetingMessage, (facts: MeetingFacts) => Letter>> {
  const { dates, meeting: say } = phrases;

  const hello = ({ name }: MeetingFacts): Block => paragraph(say.hello(name));

  const page = ({ url }: MeetingFacts): Block[] => (url === null ? [] : [link(phrases.duty.labels.link, url)]);

  /** Staff know how it works; they need to know which family it is about. */
  const expect = (meeting: MeetingFacts): Block[] =>
    meeting.url !== null
      ? page(meeting)
      : [
          heading(say.how.heading),
          paragraph(say.how.text, ...(meeting.familyTime ? [say.how.familyTime] : [])),
          ...(meeting.mayName ? [paragraph(say.mayName)] : []),
          ...needs(),
        ];

  const needs = (): Block[] => [heading(say.needs.heading), list(...say.needs.asked)];

  /** All that somebody who comes must know; the same in the invitation, in a change of it and in a reminder. */
  const plan = (meeting: MeetingFacts): Block[] => [
    facts(
      [say.labels.when, dates.when(meeting)],
      [say.labels.length, say.about(dates.duration(meeting.minutes))],
      [say.labels.where, meeting.place ?? say.askWhere],
    ),
    ...expect(meeting),
    heading(say.answer.heading),
    ...answer(meeting),
  ];

  const answer = ({ answerUrl, answerCode, contact, onPaper }: MeetingFacts): Block[] => {
    const calendar = onPaper ? [] : [say.answer.notInCalendar];
    // Nobody can open a link on paper, and who has it may be another than the reader.
    if (answerUrl === null || onPaper) return [paragraph(say.reach(contact), say.answer.tellUs, ...calendar)];
    return [
      paragraph(say.answer.onPage),
      list(...say.answer.ways),
      link(say.answer.link, answerUrl),
      ...(answerCode === null ? [] : [paragraph(say.answer.code(answerCode))]),
      paragraph(say.answer.yoursAlone),
      paragraph(say.answer.orElse, say.reach(contact), ...calendar),
    ];
  };

  /** Which of several times would suit: nothing is set yet, and nothing is for a calendar. */
  const times = (first: string, meeting: MeetingFacts): Block[] => [
    hello(meeting),
    paragraph(first),
    heading(say.times.possible),
    list(...meeting.slots.map((startsAt) => dates.when({ startsAt, zone: meeting.zone }))),
    paragraph(
      say.times.length(dates.duration(meeting.minutes)),
      ...(meeting.answerBy === null ? [] : [say.times.by(dates.fullDate(meeting.answerBy))]),
    ),
    ...needs(),
    heading(say.answer.heading),
    ...(meeting.answerUrl === null || meeting.onPaper
      ? [paragraph(say.reach(meeting.contact), say.times.tellUs)]
      : [
          paragraph(say.times.onPage),
          link(say.answer.link, meeting.answerUrl),
          ...(meeting.answerCode === null ? [] : [paragraph(say.answer.code(meeting.answerCode))]),
          paragraph(say.answer.yoursAlone),
          paragraph(say.answer.orElse, say.reach(meeting.contact)),
        ]),
  ];

  return {
    invitation: (meeting) => ({
      subject: say.subject.invitation(dates.day(meeting.startsAt)),
      blocks: [hello(meeting), paragraph(say.invited), ...plan(meeting)],
    }),
    change: (meeting) => ({
      subject: say.subject.change(dates.day(meeting.startsAt)),
      blocks: [
        hello(meeting),
        paragraph(
          meeting.before !== null && meeting.before !== meeting.startsAt
            ? say.moved(dates.when({ startsAt: meeting.before, zone: meeting.zone }))
            : say.asItStands,
        ),
        ...plan(meeting),
      ],
    }),
    cancellation: (meeting) => ({
      subject: say.subject.cancellation(dates.day(meeting.startsAt)),
      blocks: [
        hello(meeting),
        paragraph(say.notNeeded),
        facts([say.labels.wasSetFor, dates.when(meeting)]),
        ...page(meeting),
        paragraph(say.another),
        paragraph(say.questions, say.reach(meeting.contact)),
      ],
    }),
    meetingReminder: (meeting) => ({
      subject: say.subject.reminder(dates.day(meeting.startsAt)),
      blocks: [hello(meeting), paragraph(say.reminded), ...plan(meeting)],
    }),
    timesAsked: (meeting) => ({ subject: say.subject.times, blocks: times(say.times.asked, meeting) }),
    timesReminder: (meeting) => ({ subject: say.subject.timesReminder, blocks: times(say.times.stillAsked, meeting) }),
  };
}
