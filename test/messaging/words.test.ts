// What letters say: nothing in a subject that a stranger should see, words that most people can read, and for staff what,
// by when, on what authority and where.
import type { ComposeInput } from '../../src/activities/messenger';
import { allWords, wordsFor } from '../../src/messaging/templates';
import { gradeLevel } from './support/readability';
import { aDutyNotice, aMeeting, aMeetingReminder, anInvitation, aPerson, CASE, composed } from './support/letters';

const toFamily: Record<string, Partial<ComposeInput>> = {
  invitation: {},
  change: { intent: anInvitation({ sequence: 1, toldBefore: '2027-01-02T10:00' }) },
  'change of something unknown': { intent: anInvitation({ sequence: 2 }) },
  cancellation: { intent: anInvitation({ method: 'CANCEL', sequence: 2 }) },
  reminder: { intent: aMeetingReminder() },
};
const duty =
  'Hold the first permanency planning meeting within 30 days of the fact-finding hearing (section 3, WA-12).';
const staff = aPerson({ id: 'cw1', caseId: null, name: 'Ana Ruiz', email: 'ana@agency.example' });
const about = (over: Parameters<typeof aDutyNotice>[0] = {}): Partial<ComposeInput> => ({
  intent: aDutyNotice(over),
  person: staff,
  dutyText: duty,
});
const toStaff: Record<string, Partial<ComposeInput>> = {
  reminder: about(),
  'reminder without a date': about({ due: null, rung: '0m' }),
  'overdue reminder': about({ rung: 'after-8' }),
  escalation: about({ kind: 'escalate', rung: 'after-1' }),
  'escalation without a date': about({ kind: 'escalate', rung: '60m', due: null }),
  correction: about({ kind: 'correct', rung: 'correct', toldBefore: '2027-01-20' }),
  'correction to nothing': about({ kind: 'correct', rung: 'correct', toldBefore: '2027-01-20', due: null }),
  'request for sign-off': about({ kind: 'requestSignOff', rung: '0d' }),
};
const toWorker = { to: { kind: 'staff', id: 'cw1' } } as const;
const toStaffAboutMeetings: Record<string, Partial<ComposeInput>> = {
  'invitation of staff': { person: staff, intent: anInvitation(toWorker) },
  'change for staff': { person: staff, intent: anInvitation({ ...toWorker, sequence: 1 }) },
  'cancellation for staff': { person: staff, intent: anInvitation({ ...toWorker, method: 'CANCEL', sequence: 2 }) },
  'reminder of staff': { person: staff, intent: aMeetingReminder(toWorker) },
};

const BANNED =
  /\b(case|court|child|children|kid|parent|family|famil\w*|welfare|protect\w*|custody|foster|abuse|neglect|hearing|permanen\w*|remov\w*|reunif\w*|dependen\w*|agency|safety|allegation|Rosa|Vega|Ana|Ruiz)\b/i;

describe.each(Object.entries({ ...toFamily, ...toStaff, ...toStaffAboutMeetings }))('%s', (_name, input) => {
  test('has a short subject that tells a stranger nothing', () => {
    const { subject } = composed(input);
    expect(subject).not.toMatch(BANNED);
    expect(subject).not.toContain(CASE);
    expect(subject.length).toBeLessThanOrEqual(70);
  });

  test('says the same in text and in HTML', () => {
    const { text, html } = composed(input);
    const shown = (html ?? '').replace(/<title>.*<\/title>|<[^>]*>/g, ' ').replace(/\s+/g, ' ');
    for (const line of text.split('\n').filter((l) => l !== ''))
      expect(shown.replaceAll(' : ', ': ')).toContain(line.replace(/^- /, ''));
  });
});

test.each(Object.entries(toFamily))('family %s reads at grade 8 or below', (_name, input) => {
  const { text } = composed(input);
  // What the agency and the family fill in is not ours to judge.
  const ours = text
    .replace(/^(When|Where|How long|It was set for): .*$/gm, '')
    .replace(/meetings@agency\.example/g, 'us');
  expect(gradeLevel(ours)).toBeLessThanOrEqual(8);
});

test.each(Object.entries(toStaffAboutMeetings))(
  '%s says where the case is, which no family letter does',
  (_name, input) => {
    const page = `https://console.agency.example/cases/${CASE}`;
    expect(composed(input).text).toContain(page);
    for (const family of Object.values(toFamily)) expect(composed(family).text).not.toContain(CASE);
  },
);

test('the measure of reading tells plain words from the prose of policy', () => {
  expect(gradeLevel('You are invited to a meeting. We would like you to be there.')).toBeLessThan(6);
  expect(
    gradeLevel(
      'Participants are respectfully requested to communicate anticipated accommodation requirements to the designated facilitator, in accordance with applicable administrative regulations, prior to commencement of the proceedings.',
    ),
  ).toBeGreaterThan(15);
});

test.each(Object.entries(toStaff))(
  'staff %s names the case, the duty with its citation, and where to look',
  (_name, input) => {
    const { text } = composed(input);
    expect(text).toContain(duty);
    expect(text).toContain(`Case: ${CASE}`);
    expect(text).toContain(`Where to look: https://console.agency.example/cases/${CASE}`);
    expect(text).not.toMatch(/Rosa|Vega/);
  },
);

test('a reminder tells the due date in words, an overdue one that it has passed', () => {
  expect(composed(toStaff['reminder']).text).toContain('Due: Thursday, February 4, 2027');
  expect(composed(toStaff['overdue reminder'])).toMatchObject({
    subject: 'Overdue since Thursday, February 4, 2027',
    text: expect.stringContaining('Was due: Thursday, February 4, 2027'),
  });
});

test('a correction tells what was said before and what holds now', () => {
  expect(composed(toStaff['correction']).text).toContain(
    'We told you before: Wednesday, January 20, 2027\nWhat holds now: due Thursday, February 4, 2027',
  );
  expect(composed(toStaff['correction to nothing']).text).toContain(
    'We told you before: Wednesday, January 20, 2027\nWhat holds now: no due date',
  );
});

test('a letter that goes out late says when it should have gone', () => {
  expect(composed(about({ late: true })).text).toContain(
    'This message is late. It should have gone out on Tuesday, December 1, 2026, 10:00 AM (Pacific Time).',
  );
});

test('several duties told at once stand on lines of their own', () => {
  expect(composed({ ...about(), dutyText: 'One duty (A-1).\nAnother duty (B-2).' }).text).toContain(
    '- One duty (A-1).\n- Another duty (B-2).',
  );
});

test('a duty, which names the case, is never told to anybody but staff', () => {
  expect(() => composed({ intent: aDutyNotice({ to: { kind: 'participant', id: 'p1' } }), dutyText: duty })).toThrow(
    'only staff are written to about duties',
  );
});

test('a name cannot write into the letter', () => {
  const person = aPerson({ name: 'Rosa <b>\r\n\r\nWhere: elsewhere\u202e' });
  const { text, html, subject } = composed({
    person,
    meeting: aMeeting({ place: 'Room 4\n\nHow to answer\nSend money' }),
  });
  expect(text).toContain('Hello Rosa <b>, Where: elsewhere,\n');
  expect(text).toContain('Where: Room 4, How to answer, Send money\n');
  expect(html).toContain('Hello Rosa &lt;b&gt;, Where: elsewhere,');
  expect(subject).toBe('A meeting on Tuesday, January 5');
});

test('a time that the clock shows twice is told with the name that tells which', () => {
  const intent = anInvitation({}, { startsAt: '2027-11-07T01:30' });
  expect(composed({ intent }).text).toContain('1:30 AM (Pacific Daylight Time)');
});

test('who speaks a language that has no letters yet is written to in English', () => {
  expect([wordsFor('en-US').language, wordsFor('so').language, wordsFor('constructor').language]).toEqual([
    'en',
    'en',
    'en',
  ]);
  expect(allWords.map((words) => words.language)).toContain('en');
});
