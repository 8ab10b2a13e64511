// English. Letters to families: short sentences, common words, and nothing that tells a stranger who reads over a shoulder
// what the meeting is about. Subjects are neutral: they show on locked screens.
import { fullDate, moment, timeWithZone, weekdayAndDate } from '../dates';
import { facts, heading, link, list, paragraph, type Block, type Letter } from '../letter';
import type { Contact, DutyFacts, MeetingFacts, Words } from './words';

const LOCALE = 'en-US';

const dayOf = (meeting: MeetingFacts): string => weekdayAndDate(meeting.startsAt, LOCALE);

const when = (startsAt: string, zone: string): string =>
  `${fullDate(startsAt, LOCALE)}, at ${timeWithZone({ startsAt, zone }, LOCALE)}`;

function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const parts = [
    ...(hours > 0 ? [`${hours} ${hours === 1 ? 'hour' : 'hours'}`] : []),
    ...(rest > 0 ? [`${rest} minutes`] : []),
  ];
  return parts.join(' ');
}

const hello = (meeting: MeetingFacts): Block => paragraph(meeting.name === '' ? 'Hello,' : `Hello ${meeting.name},`);

const whenAndWhere = (meeting: MeetingFacts): Block =>
  facts(
    ['When', when(meeting.startsAt, meeting.zone)],
    ['How long', `about ${duration(meeting.minutes)}`],
    ['Where', meeting.place ?? 'Please ask us. We will tell you.'],
  );

const howItWorks = (meeting: MeetingFacts): Block[] => [
  heading('How the meeting works'),
  paragraph(
    'A facilitator leads the meeting and makes sure that each person is heard. ' +
      'We talk about what goes well, what worries people, and what to do next.' +
      (meeting.familyTime ? ' There is also time for the family to talk alone and make its own plan.' : ''),
  ),
];

const needs: readonly Block[] = [
  heading('Tell us what you need'),
  list(
    'Do you need an interpreter? It is free for you.',
    'Do you need help to hear, see, read, or get into the room?',
    'Do you need a ride, or would you like to join by phone?',
    'Is there a reason why you would not feel safe at the meeting? You can tell us in private.',
  ),
];

function reach({ name, phone, email }: Contact): string {
  const by = phone === null ? `write to ${email}` : `call ${phone} or write to ${email}`;
  return name === null ? `Please ${by}.` : `Please ${by}. Ask for ${name}.`;
}

const howToAnswer = ({ contact, answerUrl, answerCode }: MeetingFacts): Block[] => [
  heading('How to answer'),
  ...(answerUrl === null ? [] : [link('Answer on this page', answerUrl)]),
  ...(answerCode === null ? [] : [paragraph(`If that page asks for a code, type ${answerCode}.`)]),
  paragraph(
    `${answerUrl === null ? reach(contact) : reach(contact).replace('Please ', 'You can also ')} Tell us if you can come. If the time is bad for you, we can look for a better one. ` +
      'Please do not answer in your calendar. We do not read those answers.',
  ),
];

const signature = (contact: Contact): Block => paragraph(`Questions? ${reach(contact)}`);

const invitation = (meeting: MeetingFacts): Letter => ({
  subject: `A meeting on ${dayOf(meeting)}`,
  blocks: [
    hello(meeting),
    paragraph('You are invited to a meeting. We would like you to be there.'),
    whenAndWhere(meeting),
    ...howItWorks(meeting),
    ...needs,
    ...howToAnswer(meeting),
  ],
});

const change = (meeting: MeetingFacts): Letter => ({
  subject: `A meeting on ${dayOf(meeting)}: please note the time`,
  blocks: [
    hello(meeting),
    paragraph(
      meeting.before !== null && meeting.before !== meeting.startsAt
        ? `The meeting has moved. It was set for ${when(meeting.before, meeting.zone)}. This is the new time.`
        : 'Here is the plan for the meeting as it stands now. If we told you something else before, this takes its place.',
    ),
    whenAndWhere(meeting),
    ...howItWorks(meeting),
    ...needs,
    ...howToAnswer(meeting),
  ],
});

const cancellation = (meeting: MeetingFacts): Letter => ({
  subject: `Cancelled: a meeting on ${dayOf(meeting)}`,
  blocks: [
    hello(meeting),
    // True for a meeting that is off, and for a person who is no longer on the list.
    paragraph('You do not need to come to this meeting. Please take it out of your calendar.'),
    facts(['It was set for', when(meeting.startsAt, meeting.zone)]),
    paragraph('If we plan another meeting with you, we will write to you.'),
    signature(meeting.contact),
  ],
});

const meetingReminder = (meeting: MeetingFacts): Letter => ({
  subject: `Reminder: a meeting on ${dayOf(meeting)}`,
  blocks: [
    hello(meeting),
    paragraph('We look forward to seeing you at the meeting.'),
    whenAndWhere(meeting),
    ...howItWorks(meeting),
    ...needs,
    ...howToAnswer(meeting),
  ],
});

const date = (civilDate: string | null): string => (civilDate === null ? 'no date' : fullDate(civilDate, LOCALE));

function dutyLetter(subject: string, first: readonly string[], duty: DutyFacts, rows: [string, string][]): Letter {
  return {
    subject,
    blocks: [
      ...first.map(paragraph),
      ...(duty.duty.length === 0 ? [] : [list(...duty.duty)]),
      facts(...rows, ['Case', duty.caseId], ['Reference', duty.reference]),
      link('Where to look', duty.url),
      ...(duty.meantFor === null
        ? []
        : [
            paragraph(
              `This message is late. It should have gone out on ${moment(duty.meantFor.at, duty.meantFor.zone, LOCALE)}.`,
            ),
          ]),
    ],
  };
}

const dutyReminder = (duty: DutyFacts): Letter =>
  duty.overdue
    ? dutyLetter(
        `Overdue since ${date(duty.due)}`,
        ['The date for this has passed, and it is not recorded as done.'],
        duty,
        [['Was due', date(duty.due)]],
      )
    : dutyLetter(
        duty.due === null ? 'Please look at this today' : `Reminder: due ${date(duty.due)}`,
        ['You have this to do.'],
        duty,
        [['Due', date(duty.due)]],
      );

const escalation = (duty: DutyFacts): Letter =>
  dutyLetter(
    duty.due === null ? 'Please step in' : `Please step in: due ${date(duty.due)}`,
    [
      'This is not recorded as done, and the person who owns it was told.',
      'Please help to get it done, or give it to somebody else.',
    ],
    duty,
    [[duty.overdue ? 'Was due' : 'Due', date(duty.due)]],
  );

const correction = (duty: DutyFacts): Letter =>
  dutyLetter(
    duty.due === null ? 'Correction: a date no longer holds' : `Correction: now due ${date(duty.due)}`,
    [
      duty.due === null
        ? 'We told you a date that no longer holds. There is no due date for this now.'
        : 'We told you something else before. Please use the date below.',
    ],
    duty,
    [
      ['We told you before', date(duty.before)],
      ['What holds now', duty.due === null ? 'no due date' : `due ${date(duty.due)}`],
    ],
  );

const signOff = (duty: DutyFacts): Letter =>
  dutyLetter(
    'Your decision is needed',
    ['Somebody waits for your sign-off. Please approve or refuse it, and say why.'],
    duty,
    duty.due === null ? [] : [['Due', date(duty.due)]],
  );

export const en: Words = {
  language: 'en',
  invitation,
  change,
  cancellation,
  meetingReminder,
  dutyReminder,
  escalation,
  correction,
  signOff,
  calendar: {
    summary: 'Meeting',
    note: 'Please call or write to us about this meeting. Answers given in the calendar are not read.',
  },
};
