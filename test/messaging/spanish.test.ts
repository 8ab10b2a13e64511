// What a family that speaks Spanish receives.
import { calendarPartOf, readCalendar } from './support/calendars';
import { aMeeting, aMeetingReminder, anInvitation, aPerson, arrive, composed } from './support/letters';

const person = aPerson({ language: 'es-MX' });

test('an invitation arrives in Spanish, the calendar too', async () => {
  const [{ mail } = never()] = await arrive(composed({ person, meeting: aMeeting({ place: 'Salón 4' }) }));
  expect(mail.subject).toBe('Reunión el martes 5 de enero');
  expect(mail.text).toContain('Hola, Rosa Vega:\n');
  expect(mail.text).toContain('Cuándo: martes 5 de enero de 2027, a las 10:00 a.m. (hora del Pacífico)');
  expect(mail.text).toContain('Duración: cerca de 1 hora y 30 minutos');
  expect(mail.text).toContain('Dónde: Salón 4');
  expect(mail.html).toContain('<html lang="es" dir="ltr">');
  const { content } = calendarPartOf(mail);
  expect(content).toContain('PRODID:-//Permanency//Meetings//ES');
  expect(await readCalendar(content)).toMatchObject({
    summary: 'Reunión',
    description:
      'Por favor, llámenos o escríbanos sobre esta reunión. No leemos las respuestas dadas en el calendario.',
  });
});

test('a change, a cancellation and a reminder', () => {
  const moved = anInvitation({ sequence: 1, toldBefore: '2027-01-05T13:00' }, { startsAt: '2027-01-12T17:30' });
  expect(composed({ person, intent: moved }).text).toContain(
    'La reunión cambió. Antes era el martes 5 de enero de 2027, a la 1:00 p.m. (hora del Pacífico). Esta es la nueva fecha y hora.',
  );
  expect(composed({ person, intent: anInvitation({ method: 'CANCEL', sequence: 2 }) })).toMatchObject({
    subject: 'Cancelada: reunión del martes 5 de enero',
    text: expect.stringContaining('No hace falta que venga a esta reunión.'),
  });
  expect(composed({ person, intent: aMeetingReminder() }).subject).toBe('Recordatorio: reunión el martes 5 de enero');
});

test.each([
  ['2027-01-05T01:00', 'America/Los_Angeles', 'a la 1:00 a.m. (hora del Pacífico)'],
  ['2027-01-05T12:30', 'America/Denver', 'a las 12:30 p.m. (hora de la montaña)'],
  ['2027-01-05T13:15', 'America/Chicago', 'a la 1:15 p.m. (hora del centro)'],
  ['2027-07-05T14:00', 'America/New_York', 'a las 2:00 p.m. (hora del este)'],
  // A clock that shows the time twice: which of the two.
  ['2027-11-07T01:30', 'America/New_York', 'a la 1:30 a.m. (hora de verano del este)'],
  ['2027-07-05T11:00', 'America/Phoenix', 'a las 11:00 a.m. (hora estándar de la montaña)'],
])('%s in %s: %s', (startsAt, zone, words) => {
  expect(composed({ person, intent: anInvitation({}, { startsAt, zone }) }).text).toContain(words);
});

test.each([
  [60, 'cerca de 1 hora'],
  [120, 'cerca de 2 horas'],
  [45, 'cerca de 45 minutos'],
  [61, 'cerca de 1 hora y 1 minuto'],
])('%i minutes: %s', (minutes, words) => {
  expect(composed({ person, intent: anInvitation({}, { minutes }) }).text).toContain(`Duración: ${words}\n`);
});

test('with a page for the answer the letter says what can be answered there, and that it is for the reader alone', () => {
  const answerUrl = 'https://meetings.agency.example/answer#token';
  for (const [language, sentences] of [
    [
      'es',
      [
        'decir que va a venir',
        'decir que no puede venir',
        'pedir otra fecha u hora',
        'pedir ayuda para venir',
        `Su página: ${answerUrl}`,
        'no reenvíe este mensaje',
      ],
    ],
    [
      'en',
      [
        'say that you will come',
        'say that you cannot come',
        'ask for another time',
        'ask for help to come',
        `Your page: ${answerUrl}`,
        'do not forward this message',
      ],
    ],
  ] as const) {
    const { text, html } = composed({ person: aPerson({ language }), answer: { url: answerUrl, code: null } });
    for (const sentence of sentences) expect(text).toContain(sentence);
    expect(html).toContain(`<a href="${answerUrl}">`);
    const cancelled = composed({
      person: aPerson({ language }),
      answer: { url: answerUrl, code: null },
      intent: anInvitation({ method: 'CANCEL', sequence: 2 }),
    });
    expect(cancelled.text).not.toContain(answerUrl);
  }
});

test('a youth who may name people is told so, and nobody else', () => {
  const said = (language: string, mayName?: boolean) =>
    composed({ person: aPerson({ language }), ...(mayName === undefined ? {} : { mayName }) }).text;
  expect(said('en', true)).toContain('You may bring two people whom you choose.');
  expect(said('es', true)).toContain('Puede traer a dos personas que usted elija.');
  for (const language of ['en', 'es']) expect(said(language)).not.toMatch(/two people|dos personas/);
});

function never(): never {
  throw new Error('nothing arrived');
}
