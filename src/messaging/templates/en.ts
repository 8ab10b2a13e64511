// English. Letters to families: short sentences, common words, and nothing that tells a stranger who reads over a shoulder
// what the meeting is about. Subjects are neutral: they show on locked screens.
import { fullDate, moment, shortDate, timeWithZone, weekdayAndDate } from '../dates';
import type { Phrases } from './phrases';

const LOCALE = 'en-US';

function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [
    ...(hours > 0 ? [`${hours} ${hours === 1 ? 'hour' : 'hours'}`] : []),
    ...(rest > 0 ? [`${rest} ${rest === 1 ? 'minute' : 'minutes'}`] : []),
  ].join(' ');
}

export const en: Phrases = {
  language: 'en',
  direction: 'ltr',
  dates: {
    day: (civilDate) => weekdayAndDate(civilDate, LOCALE),
    fullDate: (civilDate) => fullDate(civilDate, LOCALE),
    when: (civil) => `${fullDate(civil.startsAt, LOCALE)}, at ${timeWithZone(civil, LOCALE)}`,
    brief: (civil) =>
      [weekdayAndDate(civil.startsAt, LOCALE), shortDate(civil.startsAt, LOCALE)].map(
        (date) => `${date}, ${timeWithZone(civil, LOCALE)}`,
      ),
    moment: (at, zone) => moment(at, zone, LOCALE),
    duration,
  },
  meeting: {
    subject: {
      invitation: (day) => `A meeting on ${day}`,
      change: (day) => `A meeting on ${day}: please note the time`,
      cancellation: (day) => `Cancelled: a meeting on ${day}`,
      reminder: (day) => `Reminder: a meeting on ${day}`,
      times: 'Which time is good for you?',
      timesReminder: 'Reminder: which time is good for you?',
    },
    hello: (name) => (name === '' ? 'Hello,' : `Hello ${name},`),
    invited: 'You are invited to a meeting. We would like you to be there.',
    moved: (before) => `The meeting has moved. It was set for ${before}. This is the new time.`,
    asItStands:
      'Here is the plan for the meeting as it stands now. If we told you something else before, this takes its place.',
    // True for a meeting that is off, and for a person who is no longer on the list.
    notNeeded: 'You do not need to come to this meeting. Please take it out of your calendar.',
    another: 'If we plan another meeting with you, we will write to you.',
    reminded: 'We look forward to seeing you at the meeting.',
    times: {
      asked: 'We would like to meet with you. Please help us to find a time that is good for you.',
      stillAsked: 'We asked you which time is good for you. We do not have your answer yet.',
      possible: 'These times are possible',
      length: (time) => `The meeting will take about ${time}.`,
      by: (date) => `Please answer by ${date}. No time is set yet. When it is, we will write to you.`,
      onPage: 'You have a page of your own. There you can mark each time when you can come, and say what you need.',
      tellUs: 'Tell us each time when you can come. If none is good for you, tell us that too.',
    },
    labels: { when: 'When', length: 'How long', where: 'Where', wasSetFor: 'It was set for' },
    about: (time) => `about ${time}`,
    askWhere: 'Please ask us. We will tell you.',
    how: {
      heading: 'How the meeting works',
      text:
        'A facilitator leads the meeting and makes sure that each person is heard. ' +
        'We talk about what goes well, what worries people, and what to do next.',
      familyTime: 'There is also time for the family to talk alone and make its own plan.',
    },
    mayName: 'You may bring two people whom you choose. Tell us who they are, and we will invite them too.',
    needs: {
      heading: 'Tell us what you need',
      asked: [
        'Do you need an interpreter? It is free for you.',
        'Do you need help to hear, see, read, or get into the room?',
        'Do you need a ride, or would you like to join by phone?',
        'Is there a reason why you would not feel safe at the meeting? You can tell us in private.',
      ],
    },
    answer: {
      heading: 'How to answer',
      onPage: 'You have a page of your own for your answer. There you can:',
      ways: [
        'say that you will come',
        'say that you cannot come',
        'ask for another time',
        'ask for help to come: an interpreter, a ride, or other help',
      ],
      link: 'Your page',
      yoursAlone: 'The page is for you alone. Please do not forward this message.',
      code: (code) => `If that page asks for a code, type ${code}.`,
      orElse: 'You can also reach us another way.',
      tellUs: 'Tell us if you can come. If the time is bad for you, we can look for a better one.',
      notInCalendar: 'Please do not answer in your calendar. We do not read those answers.',
    },
    reach({ name, phone, email }) {
      const ways = [...(phone === null ? [] : [`call ${phone}`]), ...(email === null ? [] : [`write to ${email}`])];
      if (ways.length === 0) ways.push('write to us at the address on this letter');
      return `Please ${ways.join(' or ')}.${name === null ? '' : ` Ask for ${name}.`}`;
    },
    questions: 'Questions?',
  },
  duty: {
    subject: {
      overdue: (date) => `Overdue since ${date}`,
      reminder: (date) => `Reminder: due ${date}`,
      today: 'Please look at this today',
      escalation: (date) => `Please step in: due ${date}`,
      escalationNoDate: 'Please step in',
      correction: (date) => `Correction: now due ${date}`,
      correctionNoDate: 'Correction: a date no longer holds',
      signOff: 'Your decision is needed',
      withdrawn: 'Your decision is not needed any more',
      announcement: 'Whom you can call',
    },
    overdue: 'The date for this has passed, and it is not recorded as done.',
    reminder: 'You have this to do.',
    escalation: [
      'This is not recorded as done, and the person who owns it was told.',
      'Please help to get it done, or give it to somebody else.',
    ],
    correction: 'We told you something else before. Please use the date below.',
    noLonger: 'We told you a date that no longer holds. There is no due date for this now.',
    signOff: 'Somebody waits for your sign-off. Please approve it, send it back, or refuse it, and say why.',
    withdrawn: 'We asked you to decide on this. You do not need to any more.',
    decide: {
      how: ['You can decide on your own page.', 'It works once, and for you alone. Please do not pass it on.'],
      link: 'Decide here',
    },
    announcement: [
      'Somebody was assigned to work with you on this case.',
      'You can call this person at the number below.',
    ],
    labels: {
      name: 'Name',
      phone: 'Telephone',
      due: 'Due',
      wasDue: 'Was due',
      before: 'We told you before',
      now: 'What holds now',
      case: 'Case',
      reference: 'Reference',
      link: 'Where to look',
      why: 'Why',
    },
    noDate: 'no date',
    noDueDate: 'no due date',
    dueOn: (date) => `due ${date}`,
    late: (at) => `This message is late. It should have gone out on ${at}.`,
  },
  digest: {
    subject: (day, open, overdue) =>
      `Your list for ${day}: ${open} to do${overdue === 0 ? '' : `, ${overdue} overdue`}`,
    intro: ['This is what you have to do. What is oldest comes first.'],
    case: (caseId) => `Case ${caseId}`,
    overdue: (date, says) => `Overdue since ${date}: ${says}`,
    due: (date, says) => `Due ${date}: ${says}`,
    noDate: (says) => `No date: ${says}`,
  },
  sms: {
    invitation: (brief) => `You are invited to a meeting on ${brief}.`,
    change: (brief) => `Please note the time of your meeting: ${brief}.`,
    cancellation: (brief) => `You do not need to come to the meeting on ${brief}.`,
    reminder: (brief) => `Reminder: you have a meeting on ${brief}.`,
    times: 'We would like to find a time to meet with you. Please tell us when you can come.',
    timesReminder: 'Please tell us when you can come to a meeting. We do not have your answer yet.',
    from: (office, text) => `${office}: ${text}`,
    contact: (how) => `Answers and questions: ${how}`,
    segments: 1,
  },
  calendar: {
    summary: 'Meeting',
    note: 'Please call or write to us about this meeting. Answers given in the calendar are not read.',
  },
  paper: { phone: (number) => `Telephone ${number}` },
};
