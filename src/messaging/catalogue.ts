// Every message that the system can send, as it is sent: composed by the same code, for people who do not exist.
import type { ComposeInput, Mail } from '../activities/messenger';
import { digestSample, dutySamples, meetingSamples, sender, worker, type Entry } from './catalogue-samples';
import { compose, composeDigest, composeSms, paperLetter } from './compose';
import { asText } from './letter';
import { calendarLines } from './mailbox-calendar';
import { segmentsOf } from './sms-size';
import { allWords } from './templates';
import { dutyMessages, meetingMessages } from './templates/words';

const NAMES: Readonly<Record<string, string>> = { en: 'English', es: 'Spanish' };
const nameOf = (language: string): string => NAMES[language] ?? language;

const titles: Readonly<Record<(typeof meetingMessages)[number] | (typeof dutyMessages)[number], string>> = {
  invitation: 'Invitation to a meeting',
  change: 'Change of a meeting',
  cancellation: 'Cancellation of a meeting',
  meetingReminder: 'Reminder of a meeting',
  timesAsked: 'Question which time would suit',
  timesReminder: 'Reminder of that question',
  dutyReminder: 'Reminder of a duty',
  escalation: 'Escalation',
  correction: 'Correction of a date',
  signOff: 'Request for sign-off',
  announcement: 'Announcement of a worker',
};

const PREFACE = `# Every message that the system can send

Written by \`npm run catalogue\` from the words in \`src/messaging/templates\`; a test fails when it is stale. All people and places are invented.

- One message goes to one person, in the language that the directory holds for that person; in English where that language is not here.
- A mail has a text and an HTML part that say the same. Nothing in it is fetched when it is opened.
- An invited person gets it by mail, as a text message or on paper, by the order of ways that stands in the directory. Where the agency has set \`staffDigest\`, reminders of dates to come reach staff as the daily list; what is overdue, urgent or to be signed never waits for it.
- A subject, a text message and the title in a calendar stand on locked screens: they name no child, no case, no place and nobody else.
- Times are those of the place of the meeting, with the name of its time zone.
- What is owed is told to staff in the words of the program, which are English in every language.`;

export function catalogue(): string {
  const languages = allWords.map((words) => words.language);
  const meetings = meetingMessages.flatMap((kind) =>
    section(titles[kind], meetingSamples[kind], languages, meetingSample),
  );
  const duties = dutyMessages.flatMap((kind) =>
    section(titles[kind], dutySamples[kind], languages, (input) => mail(compose(input, sender))),
  );
  return `${[
    PREFACE,
    '| message | to whom, and when |\n| --- | --- |\n' +
      [
        ...meetingMessages.map((kind) => [titles[kind], meetingSamples[kind].says]),
        ...dutyMessages.map((kind) => [titles[kind], dutySamples[kind].says]),
        [QUIET, QUIET_SAYS],
        [DIGEST, DIGEST_SAYS],
      ]
        .map(([title, says]) => `| [${title}](#${anchor(title ?? '')}) | ${says} |`)
        .join('\n'),
    ...meetings,
    ...duties,
    ...quiet(languages),
    ...digest(languages),
  ].join('\n\n')}\n`;
}

const anchor = (title: string): string => title.toLowerCase().replaceAll(' ', '-');

function section(
  title: string,
  { says, samples }: Entry,
  languages: readonly string[],
  shown: (input: ComposeInput, isFirst: boolean) => readonly string[],
): string[] {
  return [
    `## ${title}`,
    says,
    ...samples.flatMap(({ name, input }, i) =>
      languages.flatMap((language) => [
        `### ${title}, ${name}: ${nameOf(language)}`,
        ...shown({ ...input, person: { ...input.person, language } }, i === 0),
      ]),
    ),
  ];
}

/** What does not differ from sample to sample is shown once. */
function meetingSample(input: ComposeInput, isFirst: boolean): string[] {
  const letter = compose(input, sender);
  if (!isFirst) return mail(letter);
  const sms = composeSms(input, sender);
  const segments = segmentsOf(sms);
  return [
    ...mail(letter),
    ...(letter.ics === undefined ? [] : ['In the calendar:', fenced(calendarOf(letter.ics))]),
    `As a text message (${sms.length} characters, ${segments} ${segments === 1 ? 'segment' : 'segments'}):`,
    fenced(sms),
    'On paper, below the address of the agency, the date and the name:',
    fenced(asText(paperLetter(input, sender)).trimEnd()),
  ];
}

const QUIET = 'To somebody at high risk';
const QUIET_SAYS =
  'In the place of each of the messages about meetings, where others may read what is sent: neither day, time, place nor what it is about.';

function quiet(languages: readonly string[]): string[] {
  const { input } = meetingSamples.invitation.samples[0]!;
  return [
    `## ${QUIET}`,
    QUIET_SAYS,
    ...languages.flatMap((language) => {
      const answer = { url: 'https://meetings.agency.example.org/answer', code: null };
      const quietly = { ...input, answer, person: { ...input.person, language, highRisk: true } };
      return [
        `### ${QUIET}: ${nameOf(language)}`,
        ...mail(compose(quietly, sender)),
        'As a text message:',
        fenced(composeSms(quietly, sender)),
        'On paper:',
        fenced(asText(paperLetter(quietly, sender)).trimEnd()),
      ];
    }),
  ];
}

const DIGEST = 'Daily list';
const DIGEST_SAYS =
  'To a member of staff, in the morning: the dates of which he or she is reminded that day, and what is overdue, by case, the oldest first.';

function digest(languages: readonly string[]): string[] {
  return [
    `## ${DIGEST}`,
    DIGEST_SAYS,
    ...languages.flatMap((language) => {
      const letter = composeDigest({ ...digestSample, person: { ...worker, language } }, sender);
      return letter === null ? [] : [`### ${DIGEST}: ${nameOf(language)}`, ...mail(letter)];
    }),
  ];
}

const mail = ({ subject, text }: Mail): string[] => [`Subject: **${subject}**`, fenced(text.trimEnd())];

const fenced = (text: string): string => `\`\`\`text\n${text}\n\`\`\``;

const SHOWN = new Set(['METHOD', 'SUMMARY', 'DTSTART', 'DTEND', 'LOCATION', 'DESCRIPTION', 'STATUS', 'ATTENDEE']);

function calendarOf(ics: string): string {
  return calendarLines(ics)
    .filter(([name]) => SHOWN.has(name.split(';')[0] ?? ''))
    .map(([name, value]) => `${name.split(';')[0]}: ${value}`)
    .join('\n');
}
