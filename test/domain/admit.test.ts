// What may not be recorded, why, and what would make it acceptable.
import type { Recorded } from '../../src/domain/events';
import { plan } from '../../src/domain/plan';
import { after, opened, setting } from '../../src/domain/rule';
import { everyCase } from '../../src/programs/every-case';
import { waEnhancedPpm } from '../../src/programs/wa-enhanced-ppm';
import { ACase, anAgency, type Told } from '../support/a-case';

/** One program, whose conditions are known here: what each demands is shown beside it. */
const programs = [everyCase, waEnhancedPpm];
const agency = anAgency({
  staff: [
    { id: 'cw1', role: 'caseworker', unit: 'unit-1' },
    { id: 'sup1', role: 'supervisor', unit: 'unit-1' },
    { id: 'fac1', role: 'facilitator', unit: 'unit-1' },
    { id: 'gone', role: 'facilitator', unit: 'unit-1', active: false },
  ],
});
const NOW = '2026-03-01T20:00:00Z';
const story = ACase.opened(programs, '2026-01-02', ['2018-05-01'], agency).with(
  {
    type: 'HearingHeld',
    on: '2026-01-05',
    id: 'h',
    kind: 'dependency-fact-finding',
    outcome: 'dependency-found',
    children: ['c1'],
  },
  {
    type: 'StaffAssigned',
    on: '2026-01-06',
    id: 'fac',
    by: 'cw1',
    staff: 'fac1',
    role: 'facilitator',
    familiesBefore: 50,
  },
  { type: 'ParticipantAdded', on: '2026-01-06', participant: 'p2', role: 'parent' },
  { type: 'NoContactOrderRecorded', on: '2026-01-07', id: 'order', between: ['p1', 'p2'] },
  {
    type: 'MeetingScheduled',
    on: '2026-01-10',
    meeting: 'm1',
    kinds: ['ppm'],
    invitees: ['p1', 'cg1'],
    startsAt: '2026-02-02T18:00',
    zone: 'America/Los_Angeles',
  },
);

function refusals(told: Told | readonly Told[], over: { now?: string; journal?: readonly Recorded[] } = {}) {
  const list = [told].flat();
  return new ACase(programs, agency, over.journal ?? story.journal)
    .with(...list.map((one, i) => ({ id: `new${i}`, ...one })))
    .refusals(over.now ?? NOW, list.length);
}
const meeting = (over: Partial<Told> = {}): Told => ({
  type: 'MeetingScheduled',
  on: '2026-03-01',
  meeting: 'm2',
  kinds: ['shared-planning'],
  invitees: ['p1'],
  startsAt: '2026-03-20T18:00',
  zone: 'America/Los_Angeles',
  ...over,
});

test.each<[string, Told, string, string]>([
  [
    'a child that is not in the case',
    { type: 'GoalSet', on: '2026-02-01', children: ['c9'], goal: 'adoption' },
    'unknown-child',
    'children',
  ],
  [
    'a person who is not in the case',
    { type: 'ContactMade', on: '2026-02-01', kind: 'visit', participants: ['p9'] },
    'unknown-person',
    'participants',
  ],
  [
    'an event before the child was born',
    { type: 'PlacementChanged', on: '2018-04-30', children: ['c1'], kind: 'kin' },
    'before-birth',
    'on',
  ],
  [
    'an event that lies ahead',
    { type: 'HearingHeld', on: '2026-03-02', kind: 'review', children: ['c1'] },
    'in-the-future',
    'on',
  ],
  [
    'a plan more than thirty years off',
    { type: 'ReunificationPlanned', on: '2026-02-01', children: ['c1'], plannedFor: '2060-01-01' },
    'too-far',
    'plannedFor',
  ],
  ['a second opening', { type: 'CaseOpened', on: '2026-02-01', unit: 'unit-1' }, 'already-open', 'type'],
  [
    'the same child twice',
    { type: 'ChildAdded', on: '2026-02-01', child: 'c1', bornOn: '2018-05-01' },
    'duplicate',
    'child',
  ],
  ['a zone that does not exist', meeting({ zone: 'America/Nowhere' }), 'unknown-zone', 'zone'],
  ['a time that clocks skip', meeting({ startsAt: '2026-03-08T02:30' }), 'ambiguous-local-time', 'startsAt'],
  ['a time that comes twice', meeting({ startsAt: '2026-11-01T01:30' }), 'ambiguous-local-time', 'startsAt'],
  ['a meeting that exists', meeting({ meeting: 'm1' }), 'duplicate', 'meeting'],
  ['two people kept apart by an order', meeting({ invitees: ['p1', 'p2'] }), 'no-contact', 'invitees'],
  [
    'a move of a meeting that nobody set',
    {
      type: 'MeetingRescheduled',
      on: '2026-02-01',
      meeting: 'm9',
      startsAt: '2026-02-03T18:00',
      zone: 'America/Los_Angeles',
    },
    'unknown-meeting',
    'meeting',
  ],
  [
    'WA-18: held although nobody of the family came',
    { type: 'MeetingHeld', on: '2026-02-02', meeting: 'm1', attendance: [{ participant: 'p1', how: 'absent' }] },
    'family-took-part',
    'attendance',
  ],
  [
    'WA-23: a facilitator leaves without a hand-over',
    { type: 'StaffUnassigned', on: '2026-02-02', staff: 'fac1', role: 'facilitator' },
    'hand-over',
    'reason',
  ],
  ['WA-24: a time after the due date without a reason', meeting({ kinds: ['ppm'] }), 'reason-when-late', 'reason'],
  [
    'a correction into another kind of event',
    {
      type: 'EventCorrected',
      on: '2026-02-02',
      event: 'h',
      reason: 'x',
      to: { type: 'GoalSet', on: '2026-02-01', children: ['c1'], goal: 'adoption' },
    },
    'other-type',
    'to.type',
  ],
  [
    'a correction of nothing',
    { type: 'EventRetracted', on: '2026-02-02', event: 'nothing', reason: 'x' },
    'unknown-event',
    'event',
  ],
  [
    'a retraction of the opening',
    { type: 'EventRetracted', on: '2026-02-02', event: 'e1', reason: 'x' },
    'opening',
    'event',
  ],
  [
    'a decision on what nobody asked',
    { type: 'SignOffDecided', on: '2026-02-02', by: 'sup1', request: 'h9', decision: 'approved', reason: 'x' },
    'unknown-request',
    'request',
  ],
  [
    'a decision on one’s own request',
    { type: 'SignOffDecided', on: '2026-02-02', by: 'cw1', request: 'fac', decision: 'approved', reason: 'x' },
    'own-request',
    'request',
  ],
  [
    'a decision by somebody who is no supervisor',
    { type: 'SignOffDecided', on: '2026-02-02', by: 'fac1', request: 'fac', decision: 'approved', reason: 'x' },
    'not-approver',
    'request',
  ],
  [
    'somebody who is not of the agency',
    { type: 'StaffAssigned', on: '2026-02-02', staff: 'nobody', role: 'facilitator' },
    'unknown-staff',
    'staff',
  ],
  [
    'somebody who is no longer active',
    { type: 'StaffAssigned', on: '2026-02-02', staff: 'gone', role: 'facilitator' },
    'inactive-staff',
    'staff',
  ],
  [
    'a misspelt kind, which no rule would ever count',
    { type: 'ContactMade', on: '2026-02-02', kind: 'preliminery', participants: ['p1'] },
    'unknown-kind',
    'kind',
  ],
  [
    'a program that there is not',
    { type: 'ProgramEnrolled', on: '2026-02-02', program: 'xy-none' },
    'unknown-program',
    'program',
  ],
  [
    'an edition that the program never had',
    { type: 'EditionAdopted', on: '2026-02-02', program: 'wa-enhanced-ppm', edition: 'never' },
    'unknown-edition',
    'edition',
  ],
  [
    'somebody who takes part already',
    { type: 'ParticipantAdded', on: '2026-02-02', participant: 'p1', role: 'parent' },
    'duplicate',
    'participant',
  ],
  [
    'the end of an order that nobody made',
    { type: 'NoContactOrderEnded', on: '2026-02-02', order: 'no-order' },
    'unknown-order',
    'order',
  ],
  [
    'a waiver by somebody who is not of the agency',
    {
      type: 'ObligationWaived',
      on: '2026-02-02',
      obligation: 'wa-enhanced-ppm/ppm/child:c1/0',
      waivedBy: 'nobody',
      authority: 'court',
      reason: 'x',
    },
    'unknown-staff',
    'waivedBy',
  ],
  [
    'a correction that brings in a child of another family',
    {
      type: 'EventCorrected',
      on: '2026-02-02',
      event: 'h',
      reason: 'x',
      to: {
        type: 'HearingHeld',
        on: '2026-01-05',
        kind: 'dependency-fact-finding',
        outcome: 'dependency-found',
        children: ['c9'],
      },
    },
    'unknown-child',
    'to.children',
  ],
  ['a reopening of an open case', { type: 'CaseReopened', on: '2026-02-02', reason: 'x' }, 'not-closed', 'type'],
])('%s is refused, naming the field, the reason and the way out', (_what, told, code, field) => {
  const [first, ...others] = refusals(told);
  expect(first).toMatchObject({ code, field });
  expect(first?.says.length).toBeGreaterThan(10);
  expect(first?.mend?.length).toBeGreaterThan(10);
  expect(others).toEqual([]);
});

test.each<[string, Told]>([
  ['a meeting on a Sunday night (WA-25)', meeting({ startsAt: '2026-03-22T21:30' })],
  [
    'a time that comes twice, where the reason says which',
    meeting({ startsAt: '2026-11-01T01:30', reason: 'the first of the two' }),
  ],
  ['WA-24: a time after the due date with a reason', meeting({ kinds: ['ppm'], reason: 'the mother is in hospital' })],
  [
    'WA-18: held with a child of the family present',
    { type: 'MeetingHeld', on: '2026-02-02', meeting: 'm1', attendance: [{ participant: 'c1', how: 'by-video' }] },
  ],
  [
    'a decision by the supervisor',
    { type: 'SignOffDecided', on: '2026-02-02', by: 'sup1', request: 'fac', decision: 'refused', reason: 'x' },
  ],
  ['separate sessions for those kept apart', meeting({ invitees: ['p2'] })],
])('%s is taken', (_what, told) => expect(refusals(told)).toEqual([]));

describe('a finished case', () => {
  const closed = story.with({ type: 'CaseClosed', on: '2026-01-15', id: 'close', reason: 'dismissed' }).journal;
  const late: Told = { type: 'ContactMade', on: '2026-01-10', kind: 'visit', participants: ['p1'] };
  test('for thirty days a closed case takes late records, then it says how to reopen it', () => {
    expect(refusals(late, { journal: closed, now: '2026-02-14T20:00:00Z' })).toEqual([]);
    expect(refusals(late, { journal: closed, now: '2026-02-16T20:00:00Z' })).toEqual([
      expect.objectContaining({ code: 'finished', mend: expect.stringContaining('CaseReopened') as string }),
    ]);
    expect(
      refusals(
        { type: 'CaseReopened', on: '2026-02-16', reason: 'new facts' },
        { journal: closed, now: '2026-02-16T20:00:00Z' },
      ),
    ).toEqual([]);
  });
  const on = '2026-02-16';
  test.each<[string, Told]>([
    [
      'that a message reached nobody',
      { type: 'NoticeUndeliverable', on, notice: 'n', recipient: 'p1', reason: 'refused' },
    ],
    ['that a message could not be sent', { type: 'EffectFailed', on, key: 'k', reason: 'timeout' }],
    ['the retraction of its closing', { type: 'EventRetracted', on, event: 'close', reason: 'It was not closed.' }],
  ])('still takes %s', (_what, told) =>
    expect(refusals(told, { journal: closed, now: '2026-02-16T20:00:00Z' })).toEqual([]),
  );
});

test('a batch is taken whole: its events may name children and people that it brings in itself', () => {
  const opening: Told[] = [
    { type: 'CaseOpened', on: '2026-02-01', unit: 'unit-1' },
    { type: 'ChildAdded', on: '2026-02-01', child: 'x1', bornOn: '2020-01-01' },
    {
      type: 'HearingHeld',
      on: '2026-02-01',
      kind: 'dependency-fact-finding',
      outcome: 'dependency-found',
      children: ['x1'],
    },
  ];
  expect(refusals(opening, { journal: [] })).toEqual([]);
  expect(
    refusals([...opening, { type: 'GoalSet', on: '2026-02-01', children: ['x2'], goal: 'adoption' }], {
      journal: [],
    }).map((u) => u.code),
  ).toEqual(['unknown-child']);
});

test('WA-18: a held meeting is not corrected into one to which nobody of the family came', () => {
  const held: Told = {
    type: 'MeetingHeld',
    on: '2026-02-02',
    id: 'held',
    meeting: 'm1',
    attendance: [{ participant: 'p1', how: 'present' }],
  };
  const { id: _id, ...content } = held;
  const to = { ...content, attendance: [{ participant: 'p1', how: 'absent' }] };
  const correction: Told = { type: 'EventCorrected', on: '2026-02-03', event: 'held', reason: 'x', to };
  expect(refusals(correction, { journal: story.with(held).journal }).map((u) => u.code)).toEqual(['family-took-part']);
});

test('a duty whose rule fails keeps nobody from scheduling a meeting: the guard on its date still speaks', () => {
  const broken = programs.map((one) =>
    one.id === 'wa-enhanced-ppm'
      ? {
          ...one,
          duties: [...one.duties, { ...one.duties[0]!, id: 'broken', due: { by: after(opened, setting('none')) } }],
        }
      : one,
  );
  const admitted = (event: Told) => new ACase(broken, agency, story.journal).with(event).refusals(NOW);
  expect(() => plan(story.journal, { agency, programs: broken }, Date.parse(NOW))).toThrow(/no such agency setting/);
  expect(admitted(meeting())).toEqual([]);
  expect(admitted(meeting({ kinds: ['ppm'] }))).toMatchObject([{ code: 'reason-when-late', field: 'reason' }]);
});

/** What the last of these is refused for, in a case that holds the others. */
const refusedAfter = (...told: readonly Told[]) =>
  refusals(told.at(-1)!, { journal: story.with(...told.slice(0, -1)).journal });

test('what was ended may begin again: a person who left comes back', () => {
  const left: Told = { type: 'ParticipantEnded', on: '2026-02-01', participant: 'p2' };
  const back: Told = { type: 'ParticipantAdded', on: '2026-02-02', participant: 'p2', role: 'parent' };
  expect(refusedAfter(left, back)).toEqual([]);
  expect(refusedAfter({ type: 'NoContactOrderEnded', on: '2026-02-02', order: 'order' })).toEqual([]);
});

test('what was retracted is not corrected any more; it is recorded anew', () => {
  const undo: Told = { type: 'EventRetracted', on: '2026-02-02', event: 'h', reason: 'Another family.' };
  const to = { type: 'HearingHeld', on: '2026-01-06', kind: 'dependency-fact-finding', children: ['c1'] };
  const fix: Told = { type: 'EventCorrected', on: '2026-02-03', event: 'h', reason: 'x', to };
  expect(refusedAfter(undo, fix)).toMatchObject([
    { code: 'retracted', field: 'event', mend: 'Record the event anew.' },
  ]);
  expect(refusedAfter(fix)).toEqual([]);
});

test('a closed case is not closed again, whatever the reason; it may be reopened', () => {
  const close: Told = { type: 'CaseClosed', on: '2026-02-20', reason: 'dismissed' };
  expect(refusedAfter(close, { ...close, on: '2026-02-21' })).toMatchObject([{ code: 'closed', field: 'type' }]);
  expect(refusedAfter(close, { type: 'CaseReopened', on: '2026-02-21', reason: 'Too soon.' })).toEqual([]);
});

test('an edition is adopted by a case that is enrolled, and by no other', () => {
  const adopt: Told = {
    type: 'EditionAdopted',
    on: '2026-02-02',
    program: 'wa-enhanced-ppm',
    edition: waEnhancedPpm.edition,
  };
  expect(refusals(adopt)).toEqual([]);
  const apart = ACase.opened(programs, '2026-01-02', ['2018-05-01'], agency, [everyCase]);
  expect(refusals(adopt, { journal: apart.journal })).toMatchObject([{ code: 'not-enrolled', field: 'program' }]);
});

test('any edition that the agency keeps may be adopted, whichever comes first in its list', () => {
  const next = { ...waEnhancedPpm, edition: 'second', effective: { from: '2027-01-01' } };
  const kept = [everyCase, waEnhancedPpm, next];
  const refused = (edition: string): string[] =>
    new ACase(kept, agency, story.journal)
      .with({ type: 'EditionAdopted', on: '2026-02-02', program: 'wa-enhanced-ppm', edition })
      .refusals(NOW)
      .map(({ code }) => code);
  expect([waEnhancedPpm.edition, 'second', 'third'].map(refused)).toEqual([[], [], ['unknown-edition']]);
});

describe('several events in one request are read one after the other', () => {
  const codes = (...told: readonly Told[]): string[] => refusals(told).map(({ code, field }) => `${code} ${field}`);
  test('somebody leaves and comes back', () => {
    expect(
      codes(
        { type: 'ParticipantEnded', on: '2026-02-02', participant: 'p2' },
        { type: 'ParticipantAdded', on: '2026-02-20', participant: 'p2', role: 'parent' },
      ),
    ).toEqual([]);
  });
  test('a case is closed once, a child is added once, a meeting is held once', () => {
    const child = { type: 'ChildAdded', on: '2026-02-02', child: 'c2', bornOn: '2020-05-01' };
    const closed = { type: 'CaseClosed', on: '2026-02-28', reason: 'dismissed' };
    const held = {
      type: 'MeetingHeld',
      on: '2026-02-02',
      meeting: 'm1',
      familyTime: true,
      attendance: [{ participant: 'p1', how: 'present' }],
    };
    expect(codes(child, child)).toEqual(['duplicate events.1.child']);
    expect(codes(closed, closed)).toEqual(['closed events.1.type']);
    expect(codes(held, held)).toEqual(['meeting-state events.1.meeting']);
  });
  test('a case that was closed long ago is recorded with its closing, in any order', () => {
    const closed = { type: 'CaseClosed', on: '2026-01-20', reason: 'dismissed' };
    const before = { type: 'ContactMade', on: '2026-01-19', kind: 'visit', participants: ['p1'] };
    const later = { now: '2027-03-01T20:00:00Z' };
    expect(refusals([closed, before], later)).toEqual([]);
    const shut = { ...later, journal: story.with(closed).journal };
    expect(refusals([before], shut)).toMatchObject([{ code: 'finished' }]);
    const reopened = { type: 'CaseReopened', on: '2027-02-28', reason: 'The dismissal was vacated.' };
    expect(refusals([reopened, before], shut)).toEqual([]);
    expect(refusals([before, reopened], shut)).toMatchObject([{ code: 'finished', field: 'events.0.type' }]);
  });
  test('what is recorded first may be corrected after it', () => {
    const goal = { type: 'GoalSet', on: '2026-02-02', children: ['c1'], goal: 'adoption' };
    const right = { type: 'EventCorrected', on: '2026-02-03', event: 'new0', reason: 'x' };
    expect(codes(goal, { ...right, to: { ...goal, on: '2026-02-01' } })).toEqual([]);
    expect(codes({ ...right, event: 'new1', to: goal }, goal)).toEqual(['unknown-event events.0.event']);
  });
});
