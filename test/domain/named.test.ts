// A youth of 14 and over chooses two people for the team (42 U.S.C. 675(1)(B)), and they stay invited.
import { everyCase } from '../../src/programs/every-case';
import { ACase, anAgency, ZONE, type Told } from '../support/a-case';
import { refusedFor } from './support/refused';

const programs = [everyCase];
const agency = anAgency();
// c1 is 14 since 2026-01-20, c2 is younger.
const family = ACase.opened(programs, '2026-01-05', ['2012-01-20', '2014-05-01'], agency);
const person = (participant: string, over: Partial<Told> = {}): Told => ({
  type: 'ParticipantAdded',
  on: '2026-02-02',
  participant,
  role: 'support-person',
  named: 'c1',
  ...over,
});
const set = (over: Partial<Told> = {}): Told => ({
  type: 'MeetingScheduled',
  on: '2026-02-03',
  meeting: 'm1',
  kinds: ['family-team'],
  invitees: ['p1', 'c1', 'aunt', 'coach'],
  startsAt: '2026-02-20T17:30',
  zone: ZONE,
  ...over,
});
const moved = (over: Partial<Told> = {}): Told => ({
  type: 'MeetingRescheduled',
  on: '2026-02-04',
  meeting: 'm1',
  startsAt: '2026-02-21T10:00',
  zone: ZONE,
  ...over,
});
const excused = (by: string): Told => ({
  type: 'InvitationExcused',
  on: '2026-02-04',
  participant: 'coach',
  reason: 'The youth asked for it.',
  by,
});
const session = (invitees: readonly string[]): Told =>
  set({ on: '2026-02-04', meeting: 'm2', sessionOf: 'm1', invitees, startsAt: '2026-02-23T10:00' });

/** What the last `n` events of a story are refused for. */
function refused(told: readonly Told[], n = 1): string[] {
  return refusedFor(family.with(...told).refusals('2026-02-04', n));
}
const both = [person('aunt'), person('coach')];
const invited = [...both, set()];

describe('whom a youth may name', () => {
  test.each<[string, Told[], string[]]>([
    ['two people', both, []],
    ['a third', [...both, person('friend')], ['third-named named']],
    [
      'another, after one has left',
      [
        ...both,
        { type: 'ParticipantEnded', on: '2026-02-03', participant: 'coach' },
        person('friend', { on: '2026-02-03' }),
      ],
      [],
    ],
    ['one day before the birthday', [person('aunt', { on: '2026-01-19' })], ['too-young named']],
    ['on the birthday', [person('aunt', { on: '2026-01-20' })], []],
    ['a younger child', [person('aunt', { named: 'c2' })], ['too-young named']],
    ['a child of another case', [person('aunt', { named: 'c9' })], ['unknown-child named']],
    ['the caregiver', [person('aunt', { role: 'caregiver' })], ['foster-carer named']],
    ['nobody: the third person is added without being named', [...both, person('friend', { named: undefined })], []],
  ])('%s', (_what, told, codes) => expect(refused(told)).toEqual(codes));
});

describe('a choice is not taken back by mending the record', () => {
  const on = '2026-02-03';
  const mended = (over: Partial<Told>, by = 'cw1', event = 'aunt'): Told => {
    const { id: _id, ...to } = person('aunt', over);
    return { type: 'EventCorrected', on, event, reason: 'Told wrong.', by, to };
  };
  const [aunt, coach] = [person('aunt', { id: 'aunt' }), person('coach', { id: 'coach' })];
  const gone: Told = { type: 'EventRetracted', on, event: 'aunt', reason: 'Told wrong.' };
  test.each<[string, Told[], string[]]>([
    ['without the name of the youth', [mended({ named: undefined })], ['named-by-youth to.named']],
    ['to another person', [mended({ participant: 'uncle' })], ['named-by-youth to.named']],
    ['retracted', [gone], ['named-by-youth event']],
    ['by the supervisor', [mended({ named: undefined }, 'sup1')], []],
    ['retracted by the supervisor', [{ ...gone, by: 'sup1' }], []],
    ['to another person, by the supervisor', [mended({ participant: 'uncle' }, 'sup1')], []],
    ['to a younger child, by the supervisor', [mended({ named: 'c2' }, 'sup1')], ['too-young to.named']],
    ['to another day', [mended({ on: '2026-02-01' })], []],
    ['somebody whom nobody named', [{ ...gone, event: 'friend' }], []],
    [
      'to another day, of somebody who has left, where two more were named since',
      [
        { type: 'ParticipantEnded', on: '2026-02-02', participant: 'aunt', by: 'sup1', reason: 'Asked to.' },
        person('uncle'),
        mended({ on: '2026-02-01' }),
      ],
      [],
    ],
  ])('%s', (_what, told, codes) => {
    const others = [aunt, coach, person('friend', { id: 'friend', named: undefined })];
    expect(refused([...others, ...told])).toEqual(codes);
  });
});

describe('they stay invited', () => {
  test.each<[string, Told[], string[]]>([
    ['a meeting of the youth begins with them', invited, []],
    ['set without one of them', [...both, set({ invitees: ['p1', 'c1', 'aunt'] })], ['named-by-youth invitees']],
    ['a meeting without the youth needs neither', [...both, set({ invitees: ['p1'] })], []],
    ['moved, the list stays', [...invited, moved()], []],
    ['moved without one of them', [...invited, moved({ invitees: ['p1', 'c1', 'aunt'] })], ['named-by-youth invitees']],
    [
      'moved without any of them, and without the youth',
      [...invited, moved({ invitees: ['p1'] })],
      ['named-by-youth invitees', 'named-by-youth invitees'],
    ],
    [
      'left out for a reason that a supervisor recorded',
      [...invited, excused('sup1'), moved({ invitees: ['p1', 'c1', 'aunt'] })],
      [],
    ],
    ['somebody whom nobody named may be left out', [...invited, moved({ invitees: ['c1', 'aunt', 'coach'] })], []],
    ['excused by the case worker', [...invited, excused('cw1')], ['named-by-youth participant']],
    ['excused by the supervisor', [...invited, excused('sup1')], []],
    [
      'taken out of the case without a reason, by the case worker',
      [...invited, { type: 'ParticipantEnded', on: '2026-02-04', participant: 'coach' }],
      ['named-by-youth reason', 'named-by-youth participant'],
    ],
    [
      'taken out of the case by the supervisor, with a reason',
      [...invited, { type: 'ParticipantEnded', on: '2026-02-04', participant: 'coach', reason: 'x', by: 'sup1' }],
      [],
    ],
  ])('%s', (_what, told, codes) => expect(refused(told)).toEqual(codes));

  test('split, each of them is on the list of some session', () => {
    const first = moved({ invitees: ['c1', 'aunt'] });
    expect(refused([...invited, first, session(['p1', 'coach'])], 2)).toEqual([]);
    expect(refused([...invited, first, session(['p1'])], 2)).toEqual([
      'named-by-youth events.0.invitees',
      'left-out events.1.invitees',
      'named-by-youth events.1.invitees',
    ]);
  });
});
