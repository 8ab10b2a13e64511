// What letters say in English: for staff what, by when, on what authority and where. What holds in every language is in
// every-language.test.ts.
import type { ComposeInput } from '../../src/activities/messenger';
import { aDutyNotice, aMeeting, aMeetingReminder, anInvitation, aPerson, CASE, composed } from './support/letters';

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

test.each(Object.entries(toStaffAboutMeetings))(
  '%s says where the case is, which no family letter does',
  (_name, input) => {
    expect(composed(input).text).toContain(`https://console.agency.example/cases/${CASE}`);
    const { person: _staff, ...toFamily } = input;
    const intent = toFamily.intent ? { ...toFamily.intent, to: { kind: 'participant' as const, id: 'p1' } } : undefined;
    expect(composed(intent ? { intent } : {}).text).not.toContain(CASE);
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
