// Which dates a record may bear: each bound at both of its sides.
import { everyCase } from '../../src/programs/every-case';
import { ACase, anAgency, ZONE, type Told } from '../support/a-case';
import { refusedFor } from './support/refused';

const context = { agency: anAgency(), programs: [everyCase] };
const story = ACase.opened([everyCase], '2026-01-02', ['2018-05-01'], context.agency).with(
  { type: 'StaffAssigned', on: '2026-01-06', by: 'sup1', staff: 'cw1', role: 'caseworker' },
  { type: 'ParticipantAdded', on: '2026-01-06', participant: 'p2', role: 'parent' },
);
const refused = (told: Told): string[] => refusedFor(story.with({ ...told, id: 'new' }).refusals('2026-03-01'));

test.each<[string, Omit<Told, 'on'>]>([
  ['an enrolment', { type: 'ProgramEnrolled', program: 'every-case' }],
  ['an assignment', { type: 'StaffAssigned', staff: 'cw1', role: 'caseworker' }],
  ['the end of one', { type: 'StaffUnassigned', staff: 'cw1', role: 'caseworker', reason: 'Handed over.' }],
])('%s may be told ahead: it is arranged from a day on', (_what, told) => {
  const ahead = { ...told, on: '2026-03-02' } as Told;
  expect(refused(ahead)).toEqual([]);
});

test.each<[string, Omit<Told, 'on'>]>([
  ['a goal', { type: 'GoalSet', children: ['c1'], goal: 'adoption' }],
  ['a contact', { type: 'ContactMade', kind: 'reached-another-way', participants: ['p1'] }],
  ['who joins', { type: 'ParticipantAdded', participant: 'p3', role: 'kin' }],
])('%s is told on its day and not before', (_what, told) => {
  expect(refused({ ...told, on: '2026-03-01' } as Told)).toEqual([]);
  expect(refused({ ...told, on: '2026-03-02' } as Told)).toEqual(['in-the-future on']);
});

const on = '2026-03-01';
test.each<[string, (date: string) => Told]>([
  ['plannedFor', (plannedFor) => ({ type: 'ReunificationPlanned', on, children: ['c1'], plannedFor })],
  ['until', (until) => ({ type: 'NoContactOrderRecorded', on, between: ['p1', 'p2'], until })],
  ['expiresOn', (expiresOn) => ({ type: 'LegalStatusChanged', on, children: ['c1'], status: 'order', expiresOn })],
  [
    'startsAt',
    (date) => ({
      type: 'MeetingScheduled',
      on,
      meeting: 'm1',
      kinds: ['team'],
      invitees: ['p1'],
      startsAt: `${date}T18:00`,
      zone: ZONE,
    }),
  ],
])('%s: thirty years ahead may be meant, a day more is a slip of the year', (field, told) => {
  expect(refused(told('2056-03-01'))).not.toContain(`too-far ${field}`);
  expect(refused(told('2056-03-02'))).toContain(`too-far ${field}`);
});

test('a child is born at the latest today, and nothing happens to a child before its birth', () => {
  const born = (bornOn: string): Told => ({ type: 'ChildAdded', on, child: 'c2', bornOn });
  expect(refused(born('2026-03-01'))).toEqual([]);
  expect(refused(born('2026-03-02'))).toEqual(['in-the-future bornOn']);
  expect(refused(born('2060-03-02'))).toEqual(['too-far bornOn', 'in-the-future bornOn']);
  const removed = (day: string): Told => ({ type: 'ChildRemoved', on: day, children: ['c1'] });
  expect(refused(removed('2018-05-01'))).toEqual([]);
  expect(refused(removed('2018-04-30'))).toEqual(['before-birth on']);
});
