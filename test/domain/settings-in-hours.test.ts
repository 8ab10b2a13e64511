// What an agency asks for within hours runs from the hour at which it began, and is met by the hour at which it was done.
import { everyCase } from '../../src/programs/every-case';
import { ACase, anAgency, ZONE, type Told } from '../support/a-case';

const agency = anAgency({
  settings: { reachWithin: { unit: 'hours', n: 4 }, answerActedWithin: { unit: 'hours', n: 4 } },
});
const opened = (): ACase => ACase.opened([everyCase], '2026-01-05', ['2019-04-02'], agency);
const found = (duty: string, ...told: readonly Told[]): string[] =>
  opened()
    .with(...told)
    .obligations(duty, '2026-02-20')
    .map((o) => `${o.status} ${o.dueAt === undefined ? 'a day' : new Date(o.dueAt).toISOString()}`);

// Noon in winter in Los Angeles is 20:00 in UTC.
const cameBack: Told = {
  type: 'NoticeUndeliverable',
  on: '2026-02-10',
  at: '2026-02-10T20:00:00Z',
  notice: 'case-1/m1/p1/invite/0',
  recipient: 'p1',
  reason: 'bounced',
};
const mended = (at: string): Told => ({ type: 'ContactDetailsChanged', on: '2026-02-10', at, participant: 'p1' });

test('WA-20: a message came back at noon -> the person is to be reached by four, to the minute', () => {
  expect(found('reach-person', cameBack, mended('2026-02-11T00:00:00Z'))).toEqual(['met 2026-02-11T00:00:00.000Z']);
  expect(found('reach-person', cameBack, mended('2026-02-11T00:01:00Z'))).toEqual([
    'met-late 2026-02-11T00:00:00.000Z',
  ]);
  expect(found('reach-person', cameBack, mended('2026-02-10T19:59:00Z'))).toEqual(['overdue 2026-02-11T00:00:00.000Z']);
});

const set: Told = {
  type: 'MeetingScheduled',
  on: '2026-02-02',
  meeting: 'm1',
  kinds: ['team'],
  invitees: ['p1', 'cg1'],
  startsAt: '2026-02-11T18:00',
  zone: ZONE,
};
const answered = (answer: string, at: string): Told => ({
  type: 'InvitationAnswered',
  on: '2026-02-10',
  at,
  meeting: 'm1',
  participant: 'p1',
  startsAt: '2026-02-11T18:00',
  answer,
});

test('WA-24, WA-34: declined at noon the day before -> another time, or another answer, by four', () => {
  const declined = answered('declined', '2026-02-10T20:00:00Z');
  expect(found('find-another-time', set, declined, answered('accepted', '2026-02-11T00:00:00Z'))).toEqual([
    'met 2026-02-11T00:00:00.000Z',
  ]);
  expect(found('find-another-time', set, declined, answered('accepted', '2026-02-11T00:01:00Z'))).toEqual([
    'met-late 2026-02-11T00:00:00.000Z',
  ]);
});
