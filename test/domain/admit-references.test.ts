// Whom a record names: nobody's name is lost because an id was written wrong.
import { everyCase } from '../../src/programs/every-case';
import { waEnhancedPpm } from '../../src/programs/wa-enhanced-ppm';
import { ACase, anAgency, ZONE, type Told } from '../support/a-case';
import { refusedFor } from './support/refused';

const set = (invitees: readonly string[], meeting = 'm2'): Told => ({
  type: 'MeetingScheduled',
  on: '2026-02-02',
  meeting,
  kinds: ['shared-planning'],
  invitees,
  startsAt: '2026-02-10T18:00',
  zone: ZONE,
});
const agency = anAgency({
  staff: [...anAgency().staff.values(), { id: 'nurse', role: 'caseworker', unit: 'unit-2' }],
});
const story = ACase.opened([everyCase, waEnhancedPpm], '2026-01-05', ['2018-05-01'], agency).with(set(['p1'], 'm1'));
const refused = (told: Told): string[] => refusedFor(story.with(told).refusals('2026-03-01'));

const on = '2026-03-01';
test.each<[string, (who: string) => Told]>([
  ['participant', (participant) => ({ type: 'ContactDetailsChanged', on, participant })],
  ['participants', (who) => ({ type: 'ContactMade', on, kind: 'visit', participants: ['p1', who] })],
  ['invitees', (who) => set(['p1', who])],
  ['caregiver', (caregiver) => ({ type: 'PlacementChanged', on, children: ['c1'], kind: 'foster', caregiver })],
  ['between', (who) => ({ type: 'NoContactOrderRecorded', on, between: ['p1', who] })],
  [
    'namedSupports',
    (who) => ({ type: 'ContactMade', on, kind: 'advance', participants: ['p1'], namedSupports: [who] }),
  ],
  [
    'attendance.1.participant',
    (who) => ({
      type: 'MeetingHeld',
      on,
      meeting: 'm1',
      familyTime: true,
      attendance: [
        { participant: 'p1', how: 'present' },
        { participant: who, how: 'present' },
      ],
    }),
  ],
])('%s: somebody of the case, a child included; an id that nobody has is refused', (field, told) => {
  for (const known of ['cg1', 'c1']) expect([known, ...refused(told(known))]).toEqual([known]);
  expect(refused(told('cg11'))).toEqual([`unknown-person ${field}`]);
});

test('staff take part in a meeting without being of the case; elsewhere they are not taken for family', () => {
  const held = (who: string): Told => ({
    type: 'MeetingHeld',
    on,
    meeting: 'm1',
    familyTime: true,
    attendance: ['p1', who].map((participant) => ({ participant, how: 'present' })),
  });
  expect(refused(held('nurse'))).toEqual([]);
  expect(refused({ type: 'ContactMade', on, kind: 'visit', participants: ['nurse'] })).toEqual([
    'unknown-person participants',
  ]);
});

test('a message that came back to a member of staff is recorded', () => {
  const cameBack = { type: 'NoticeUndeliverable', on, notice: 'case-1/x/nurse', reason: 'bounced' };
  expect(refused({ ...cameBack, recipient: 'nurse' })).toEqual([]);
});
