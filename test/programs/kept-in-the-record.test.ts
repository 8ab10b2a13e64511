// What a policy asks to be kept in the record, and no rule demands: the case takes it as it is told, with its day, keeps every
// field of it, and refuses what is left half said.
import { caseEventSchema } from '../../src/domain/events';
import { programs } from '../../src/programs';
import type { Program } from '../../src/domain/rule';
import { ACase, type Told } from '../support/a-case';

const enrolledIn = (id: string): readonly Program[] => programs.filter((p) => p.id === 'every-case' || p.id === id);

/** The events that are kept, as they stand in the case; throws when one of them is refused. */
function kept(program: string, ...told: readonly Told[]): Record<string, unknown>[] {
  const of = enrolledIn(program);
  let c = ACase.opened(of, '2026-01-05');
  for (const one of told) {
    c = c.with(one);
    const unmet = c.refusals('2026-12-31');
    if (unmet.length > 0) throw new Error(`${one.type}: ${unmet.map((u) => `${u.code} ${u.says}`).join('; ')}`);
  }
  const happenings = c.at('2026-12-31').file.happenings.slice(-told.length);
  return happenings.map((h) => h.event as unknown as Record<string, unknown>);
}

const keeps = (program: string, ...told: readonly Told[]): void =>
  expect(kept(program, ...told)).toEqual(
    told.map(({ id: _id, known: _known, by: _by, ...event }) => expect.objectContaining(event) as unknown),
  );

const set: Told = {
  type: 'MeetingScheduled',
  on: '2026-02-02',
  meeting: 'm1',
  kinds: ['ppm'],
  invitees: ['p1', 'c1'],
  startsAt: '2026-02-10T17:00',
  zone: 'America/Los_Angeles',
};
const held: Told = {
  type: 'MeetingHeld',
  on: '2026-02-10',
  meeting: 'm1',
  attendance: [{ participant: 'p1', how: 'present' }],
};
const refused = (event: object): string[] => {
  const parsed = caseEventSchema.safeParse(event);
  return parsed.success ? [] : parsed.error.issues.map((issue) => issue.path.join('.'));
};

test('WA-05: decisions and steps, each with somebody responsible and a date; one without them is refused', () => {
  const decisions = [{ text: 'Look for a flat.', responsible: 'p1', by: '2026-03-01' }];
  keeps('wa-enhanced-ppm', set, { ...held, decisions });
  expect(refused({ ...held, decisions: [{ text: 'Look for a flat.' }] })).toEqual([
    'decisions.0.responsible',
    'decisions.0.by',
  ]);
});
test('WA-11: the family’s own plan, in its own words, apart from the record of staff', () =>
  keeps(
    'wa-enhanced-ppm',
    { ...set, familyTime: true },
    { ...held, familyTime: true, familyPlan: 'We stay together.', note: 'By the facilitator.' },
  ));
test('WA-16: each need beside the service that answers it, and a need without one is seen', () =>
  keeps('wa-enhanced-ppm', set, {
    ...held,
    needs: [{ need: 'A bed', service: 'Furniture bank' }, { need: 'A bus pass' }],
  }));
test('WA-12, WA-15: the days of entry, kin placement, permanency and closing, connections and safety concerns', () =>
  keeps(
    'wa-enhanced-ppm',
    { type: 'EnteredCare', on: '2026-01-06', children: ['c1'] },
    { type: 'PlacementChanged', on: '2026-01-07', children: ['c1'], kind: 'kin', caregiver: 'cg1' },
    { type: 'ParticipantAdded', on: '2026-01-08', participant: 'aunt', role: 'kin', children: ['c1'] },
    { type: 'AllegationReported', on: '2026-02-01', children: ['c1'] },
    { type: 'PermanencyAchieved', on: '2026-09-01', children: ['c1'], kind: 'guardianship' },
    { type: 'CaseClosed', on: '2026-09-15', reason: 'guardianship' },
  ));
test('MO-23: each move of placement, with its kind and, in the note, its reason', () =>
  keeps(
    'mo-permanency',
    { type: 'EnteredCare', on: '2026-01-06', children: ['c1'] },
    {
      type: 'PlacementChanged',
      on: '2026-01-06',
      children: ['c1'],
      kind: 'foster',
      caregiver: 'cg1',
      note: 'Emergency.',
    },
    { type: 'PlacementChanged', on: '2026-02-06', children: ['c1'], kind: 'kin', note: 'The aunt was found.' },
  ));
test('MO-83, MO-84: a referral for housing at any time for anybody, and the result of the pre-screening', () =>
  keeps(
    'mo-permanency',
    {
      type: 'ActionTaken',
      on: '2026-01-06',
      id: 'ces',
      kind: 'ces-referral',
      participants: ['p1'],
      note: 'By telephone.',
    },
    { type: 'CircumstanceRecorded', on: '2026-01-09', kind: 'ces-pre-screening', about: 'ces', value: 'eligible' },
  ));
test('WI-08: the dates that show whether children stayed at home', () =>
  keeps(
    'wi-permanency-support',
    { type: 'ChildRemoved', on: '2026-01-06', children: ['c1'] },
    { type: 'ReunificationHappened', on: '2026-03-02', children: ['c1'], household: 'h1' },
    { type: 'ChildRemoved', on: '2026-06-01', children: ['c1'] },
    { type: 'PlacementChanged', on: '2026-06-01', children: ['c1'], kind: 'foster' },
  ));
test('CA-14, CA-15: the decisions before court and the three hearings, with day and result', () =>
  keeps(
    'ca-case-planning',
    { type: 'ActionTaken', on: '2026-01-06', kind: 'er-investigation', children: ['c1'] },
    {
      type: 'DecisionMade',
      on: '2026-01-07',
      kind: 'place-in-foster-care',
      outcome: 'yes',
      reason: 'Unsafe.',
      children: ['c1'],
    },
    { type: 'DecisionMade', on: '2026-01-07', kind: 'open-case', outcome: 'yes', reason: 'Unsafe.' },
    { type: 'DecisionMade', on: '2026-01-08', kind: 'file-petition', outcome: 'yes', reason: 'Unsafe.' },
    { type: 'HearingHeld', on: '2026-01-09', kind: 'detention', children: ['c1'], outcome: 'detained' },
    { type: 'HearingHeld', on: '2026-01-29', kind: 'jurisdiction', children: ['c1'], outcome: 'sustained' },
    { type: 'HearingHeld', on: '2026-02-12', kind: 'disposition', children: ['c1'], outcome: 'services-ordered' },
  ));
