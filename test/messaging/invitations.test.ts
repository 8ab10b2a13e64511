// What a family member's mail program and calendar receive.
import { aMeeting, aMeetingReminder, anInvitation, aPerson, arrive, AT, CASE, composed } from './support/letters';
import { calendarPartOf, readCalendar } from './support/calendars';

const cancel = anInvitation({
  method: 'CANCEL',
  rung: 'cancel',
  sequence: 2,
  at: AT + 2_000,
  key: `${CASE}/m1/p1/cancel/2`,
});
const moved = anInvitation(
  { sequence: 1, at: AT + 1_000, toldBefore: '2027-01-05T10:00' },
  { startsAt: '2027-01-12T17:30' },
);

test('an invitation, a change and a cancellation are one event of the calendar, each newer than the one before', async () => {
  const arrived = await arrive(
    composed(),
    composed({ intent: moved, meeting: aMeeting({ startsAt: '2027-01-12T17:30' }) }),
    composed({ intent: cancel }),
  );
  const read = await Promise.all(
    arrived.map(async ({ mail }) => {
      const { content, method } = calendarPartOf(mail);
      const event = await readCalendar(content);
      expect(method).toBe(event.method);
      return event;
    }),
  );
  expect(read.map(({ method, sequence, status }) => ({ method, sequence, status }))).toEqual([
    { method: 'REQUEST', sequence: 0, status: 'CONFIRMED' },
    { method: 'REQUEST', sequence: 1, status: 'CONFIRMED' },
    { method: 'CANCEL', sequence: 2, status: 'CANCELLED' },
  ]);
  expect(new Set(read.map((event) => event.uid)).size).toBe(1);
  expect(read.map((event) => new Date(event.start).toISOString())).toEqual([
    '2027-01-05T18:00:00.000Z',
    '2027-01-13T01:30:00.000Z',
    '2027-01-05T18:00:00.000Z',
  ]);
  expect(read[0]!.end - read[0]!.start).toBe(90 * 60_000);
  expect(read.map((event) => event.stamp)).toEqual([
    '2026-12-01T18:00:00Z',
    '2026-12-01T18:00:01Z',
    '2026-12-01T18:00:02Z',
  ]);
});

test('the calendar part names the agency, the reader, the place, and nothing that a stranger should see', async () => {
  const [{ mail } = never()] = await arrive(composed());
  const event = await readCalendar(calendarPartOf(mail).content);
  expect(event).toMatchObject({
    summary: 'Meeting',
    location: 'Community Center, Room 4',
    description: 'Please call or write to us about this meeting. Answers given in the calendar are not read.',
    organizer: { address: 'mailto:meetings@agency.example', name: 'Family Meetings Office' },
    attendees: [{ address: 'MAILTO:rosa.vega@mail.example', parameters: { rsvp: 'FALSE', partstat: 'NEEDS-ACTION' } }],
  });
  expect(event.properties.toSorted()).toEqual(
    [
      'uid',
      'sequence',
      'dtstamp',
      'dtstart',
      'dtend',
      'summary',
      'location',
      'description',
      'organizer',
      'attendee',
      'status',
      'class',
    ].toSorted(),
  );
});

test('a cancellation tells no place', async () => {
  const [{ raw, mail } = never()] = await arrive(composed({ intent: cancel }));
  expect((await readCalendar(calendarPartOf(mail).content)).location).toBeNull();
  expect(raw + (mail.text ?? '')).not.toContain('Community Center');
});

test('mail programs find text, HTML, the calendar part and a file, and know that a machine wrote it', async () => {
  const sent = composed();
  const [{ mail } = never()] = await arrive(sent);
  expect(mail.messageId).toBe(sent.messageId);
  expect(mail.messageId).toMatch(/^<[0-9a-f]{40}@agency\.example>$/);
  expect(mail.date).toEqual(new Date(AT));
  expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
  expect(mail.from?.value).toEqual([{ name: 'Family Meetings Office', address: 'meetings@agency.example' }]);
  expect(mail.to).toMatchObject({ value: [{ name: '', address: 'rosa.vega@mail.example' }] });
  expect(mail.cc).toBeUndefined();
  expect(mail.attachments.map((part) => [part.contentType, part.filename])).toEqual([
    ['text/calendar', undefined],
    ['application/ics', 'meeting.ics'],
  ]);
  expect(mail.attachments[1]?.content).toEqual(mail.attachments[0]?.content);
  expect(mail.html).toContain('<li>Do you need an interpreter? It is free for you.</li>');
  expect(mail.text).toContain('- Do you need an interpreter? It is free for you.');
});

test('an invitation says when in words, where, for how long, how it works, what to ask for, and how to answer', async () => {
  const [{ mail } = never()] = await arrive(composed());
  for (const words of [
    'Hello Rosa Vega,',
    'When: Tuesday, January 5, 2027, at 10:00 AM (Pacific Time)',
    'How long: about 1 hour 30 minutes',
    'Where: Community Center, Room 4',
    'A facilitator leads the meeting',
    'time for the family to talk alone and make its own plan',
    'interpreter',
    'help to hear, see, read, or get into the room',
    'a ride',
    'call 206-555-0100 or write to meetings@agency.example',
    'Please do not answer in your calendar. We do not read those answers.',
  ])
    expect(mail.text).toContain(words);
});

test('a meeting without time for the family alone does not promise it', () => {
  const { text, html } = composed({ intent: anInvitation({}, { familyTime: false }) });
  expect(text + html).not.toContain('talk alone');
});

test('who answers is the facilitator where one is known', () => {
  const { text } = composed({ facilitator: { name: 'Dana Lee', phone: '206-555-0188' } });
  expect(text).toContain('call 206-555-0188 or write to meetings@agency.example. Ask for Dana Lee.');
});

test('a place that is not known yet is asked for, not left blank', () => {
  expect(composed({ meeting: aMeeting({ place: null }) }).text).toContain('Where: Please ask us. We will tell you.');
});

test('a change says what was told before, where that is known, and never claims it otherwise', () => {
  expect(composed({ intent: moved }).text).toContain(
    'It was set for Tuesday, January 5, 2027, at 10:00 AM (Pacific Time). This is the new time.',
  );
  const unknown = composed({ intent: anInvitation({ sequence: 3 }) });
  expect(unknown.text).toContain('If we told you something else before, this takes its place.');
  expect(unknown.text).not.toContain('has moved');
});

test('a reminder repeats time and place, and puts no second event into the calendar', async () => {
  const [{ mail } = never()] = await arrive(composed({ intent: aMeetingReminder() }));
  expect(mail.subject).toBe('Reminder: a meeting on Tuesday, January 5');
  expect(mail.text).toContain('When: Tuesday, January 5, 2027, at 10:00 AM (Pacific Time)');
  expect(mail.text).toContain('Where: Community Center, Room 4');
  expect(mail.attachments).toEqual([]);
});

test('two people invited to one meeting hold different events, and nothing in the mail of one tells of the other', async () => {
  const other = aPerson({
    id: 'p2',
    name: 'Viktor Quell',
    email: 'viktor.quell@elsewhere.example',
    phone: '503-555-0177',
  });
  const [{ raw: rosas, mail } = never(), { raw: viktors, mail: his } = never()] = await arrive(
    composed(),
    composed({ person: other, intent: anInvitation({ to: { kind: 'participant', id: 'p2' } }) }),
  );
  const [hers, theirs] = [calendarPartOf(mail).content, calendarPartOf(his).content];
  expect((await readCalendar(hers)).uid).not.toBe((await readCalendar(theirs)).uid);
  const her = [rosas, mail.text, mail.html, hers].join('\n');
  const him = [viktors, his.text, his.html, theirs].join('\n');
  for (const trace of ['Viktor', 'Quell', 'elsewhere', '503-555', 'p2'])
    expect(her).not.toMatch(new RegExp(`\\b${trace}`));
  for (const trace of ['Rosa', 'Vega', 'rosa.vega', 'p1']) expect(him).not.toMatch(new RegExp(`\\b${trace}`));
});

test('what an invitation says does not depend on who else is invited', () => {
  const alone = composed({ meeting: aMeeting({ invitees: ['p1'], children: [] }) });
  expect(composed({ meeting: aMeeting({ invitees: ['p1', 'p2', 'p3'], children: ['c1', 'c2'] }) })).toEqual(alone);
});

test('composed again, a message is the same message', () => {
  expect(composed()).toEqual(composed());
});

test('ids of the case, the meeting and people are in nothing that a family member receives', async () => {
  const intents = [anInvitation(), moved, cancel, aMeetingReminder()];
  const arrived = await arrive(...intents.map((intent) => composed({ intent })));
  for (const { raw, mail } of arrived) {
    const all = [raw, mail.text, mail.html, ...mail.attachments.map((part) => part.content.toString('utf8'))].join(
      '\n',
    );
    for (const id of [CASE, 'permanency-planning', 'm1/', '/p1', 'c1,']) expect(all).not.toContain(id);
  }
});

function never(): never {
  throw new Error('nothing arrived');
}
