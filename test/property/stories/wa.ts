// Lives of a case in the enhanced PPM: two children, parents and a caregiver who come and go, meetings that move, fail and
// are held, staff who change, orders, allegations, closing.
import fc from 'fast-check';
import { everyCase } from '../../../src/programs/every-case';
import { waEnhancedPpm } from '../../../src/programs/wa-enhanced-ppm';
import { ACase, anAgency, ZONE, type Told } from '../../support/a-case';
import { children, gap, meeting, sitting, telling } from './kit';
import { later, onDay, type Parts, type Span, type Stories } from './story';

const span = { openedOn: '2025-12-20', days: 420 };
const people = fc.subarray(['p1', 'cg1', 'c1', 'c2'], { minLength: 1 });
const facilitator = fc.constantFrom('fac1', 'fac2', 'cw1');

export function waParts(span: Span): Parts {
  const one = telling(span);

  const hearing = one(
    fc.record({ children, outcome: fc.constantFrom('dependency-found', 'dependency-found', 'dismissed') }),
    (d, p) => [{ type: 'HearingHeld', on: d, kind: 'dependency-fact-finding', ...p }],
  );

  /** Most stories begin with a hearing and a facilitator, some with neither. */
  const beginning = fc.oneof(
    { weight: 1, arbitrary: fc.constant<readonly Told[]>([]) },
    {
      weight: 4,
      arbitrary: fc.tuple(fc.nat({ max: 30 }), gap, facilitator).map(([heard, assigned, staff]): readonly Told[] => [
        {
          type: 'HearingHeld',
          on: later(span.openedOn, heard),
          kind: 'dependency-fact-finding',
          outcome: 'dependency-found',
          children: ['c1', 'c2'],
        },
        { type: 'StaffAssigned', on: later(span.openedOn, assigned), by: 'sup1', staff, role: 'facilitator' },
      ]),
    },
  );

  /** Meeting after meeting, sooner or later than they are due. */
  const cycles = one(fc.array(fc.integer({ min: 20, max: 110 }), { minLength: 2, maxLength: 4 }), (d, gaps) =>
    gaps.flatMap((_, i): readonly Told[] => {
      const start = later(
        d,
        gaps.slice(0, i + 1).reduce((sum, n) => sum + n, 0),
      );
      const meeting = `m#-${i}`;
      return [
        {
          type: 'MeetingScheduled',
          on: later(start, -10),
          meeting,
          kinds: ['ppm'],
          invitees: ['p1', 'cg1', 'c1'],
          startsAt: `${start}T18:00`,
          zone: ZONE,
          reason: 'When the family can come.',
        },
        {
          type: 'MeetingHeld',
          on: start,
          meeting,
          familyTime: true,
          familyPlan: 'Our plan.',
          attendance: [{ participant: 'p1', how: 'present' }],
        },
      ];
    }),
  );

  const assignment = one(
    fc.record({
      staff: facilitator,
      familiesBefore: fc.constantFrom(0, 49, 50),
      stays: fc.nat({ max: 200 }),
      ends: fc.constantFrom('stays', 'leaves', 'refused', 'approved'),
    }),
    (d, { staff, familiesBefore, stays, ends }) => [
      { type: 'StaffAssigned', on: d, by: 'cw1', staff, role: 'facilitator', familiesBefore },
      ...(ends === 'leaves'
        ? [{ type: 'StaffUnassigned', on: later(d, stays), staff, role: 'facilitator', reason: 'Handed over.' }]
        : []),
      ...(ends === 'refused' || ends === 'approved'
        ? [
            {
              type: 'SignOffDecided',
              on: later(d, stays % 5),
              by: 'sup1',
              request: 's#.0',
              decision: ends,
              reason: 'x',
            },
          ]
        : []),
    ],
  );

  const contact = one(
    fc.record(
      {
        kind: fc.constantFrom('preliminary', 'advance', 'visit', 'engagement'),
        participants: people,
        explained: fc.boolean(),
        outcome: fc.constantFrom('reached', 'attempted'),
        openQuestions: fc.constant('Who pays for the bus?'),
        staff: fc.constant(['cw1']),
      },
      { requiredKeys: ['kind', 'participants'] },
    ),
    (d, p) => [
      { type: 'ContactMade', on: d, ...p },
      ...(p.openQuestions ? [{ type: 'ContactMade', on: later(d, 6), kind: 'engagement', about: 's#.0' }] : []),
    ],
  );

  const concern = one(gap, (d, after) => [
    { type: 'ConcernRaised', on: d, concern: 'k#', participant: 'p1', text: 'School.' },
    ...(after > 10 ? [{ type: 'ConcernAddressed', on: later(d, after), concern: 'k#', how: 'Talked over.' }] : []),
  ]);

  const ppm = one(
    fc.record({
      sitting,
      invitees: people,
      children: fc.option(children, { nil: undefined }),
      attendance: fc.constantFrom(['p1'], ['c1', 'c2'], ['cg1', 'p1', 'c1']),
      familyTime: fc.boolean(),
      kinds: fc.constantFrom(['ppm'], ['ppm'], ['ppm', 'shared-planning'], ['shared-planning']),
    }),
    (d, { sitting, kinds, invitees, children, familyTime, attendance }) =>
      meeting(
        d,
        sitting,
        { kinds, invitees, ...(children ? { children } : {}) },
        { familyTime, attendance: attendance.map((participant) => ({ participant, how: 'present' })) },
      ),
  );

  const person = one(
    fc.record({
      role: fc.constantFrom('parent', 'caregiver', 'kin', 'stakeholder', 'connection'),
      stays: fc.nat({ max: 120 }),
      comesBack: fc.boolean(),
    }),
    (d, { role, stays, comesBack }) => [
      { type: 'ParticipantAdded', on: d, participant: 'q#', role },
      { type: 'ParticipantEnded', on: later(d, stays), participant: 'q#' },
      ...(comesBack ? [{ type: 'ParticipantAdded', on: later(d, stays + 3), participant: 'q#', role }] : []),
      { type: 'ContactMade', on: later(d, stays + 5), kind: 'visit', participants: ['q#'] },
    ],
  );

  const safety = fc.oneof(
    one(gap, (d, after): readonly Told[] => [
      { type: 'AllegationReported', on: d, children: ['c1'] },
      { type: 'ActionTaken', on: later(d, after % 2), kind: 'hotline-report', about: 's#.0' },
      ...(after > 20 ? [{ type: 'ActionTaken', on: d, kind: 'child-made-safe', about: 's#.0' }] : []),
    ]),
    one(gap, (d, after): readonly Told[] => [
      {
        type: 'NoContactOrderRecorded',
        on: d,
        between: ['p1', 'cg1'],
        ...(after % 2 ? { until: later(d, after) } : {}),
      },
      ...(after > 20 ? [{ type: 'NoContactOrderEnded', on: later(d, after), order: 's#.0' }] : []),
    ]),
    one(people, (d, participants): readonly Told[] => [
      { type: 'NoticeUndeliverable', on: d, notice: 'n', recipient: participants[0]!, reason: 'bounced' },
      { type: 'ContactDetailsChanged', on: later(d, 9), participant: participants[0]! },
    ]),
  );

  const small = fc.oneof(
    one(people, (d, participants): readonly Told[] => [
      { type: 'AvailabilityRecorded', on: d, participants, preferred: 'evenings' },
    ]),
    one(people, (d, participants): readonly Told[] => [
      { type: 'DecisionMade', on: d, kind: 'unreachable', participants, outcome: 'closed' },
    ]),
    one(people, (d, [participant]): readonly Told[] => [
      { type: 'InvitationExcused', on: d, participant: participant!, reason: 'Not safe.' },
    ]),
    one(gap, (d, ahead): readonly Told[] => [
      { type: 'CircumstanceRecorded', on: d, kind: 'shared-planning-required', plannedFor: later(d, ahead) },
    ]),
    one(children, (d, [child]): readonly Told[] => [
      {
        type: 'ObligationWaived',
        on: d,
        obligation: `wa-enhanced-ppm/ppm/child:${child}/s0.0`,
        waivedBy: 'sup1',
        authority: 'court order',
        reason: 'Abroad.',
      },
    ]),
  );

  const closing = fc.oneof(
    one(children, (d, list): readonly Told[] => [{ type: 'CaseClosed', on: d, reason: 'adopted', children: list }]),
    one(gap, (d, after): readonly Told[] => [
      { type: 'CaseClosed', on: d, reason: 'dismissed' },
      ...(after > 10 ? [{ type: 'CaseReopened', on: later(d, after), reason: 'The dismissal was vacated.' }] : []),
    ]),
    one(gap, (d): readonly Told[] => [{ type: 'ProgramEnded', on: d, program: waEnhancedPpm.id }]),
  );

  return {
    beginning,
    episode: fc.oneof(
      { weight: 2, arbitrary: cycles },
      { weight: 4, arbitrary: ppm },
      { weight: 3, arbitrary: hearing },
      { weight: 2, arbitrary: assignment },
      { weight: 2, arbitrary: contact },
      { weight: 1, arbitrary: concern },
      { weight: 1, arbitrary: person },
      { weight: 2, arbitrary: safety },
      { weight: 2, arbitrary: small },
      { weight: 1, arbitrary: closing },
    ),
  };
}

const programs = [everyCase, waEnhancedPpm];

export const wa: Stories = {
  name: 'enhanced PPM',
  programs,
  ...span,
  staff: ['cw1', 'fac1', 'fac2', 'fs1', 'pm1'],
  agency: (inactive = []) =>
    anAgency({
      holidays: ['2025-12-25', '2026-01-01', '2026-01-19', '2026-07-03', '2026-12-25', '2027-01-01'],
      staff: (
        [
          ['cw1', 'caseworker'],
          ['sup1', 'supervisor'],
          ['fac1', 'facilitator'],
          ['fac2', 'facilitator'],
          ['fs1', 'facilitator-supervisor'],
          ['pm1', 'program-manager'],
        ] as const
      ).map(([id, role]) => ({ id, role, unit: 'unit-1', active: !inactive.includes(id) })),
    }),
  opened: (agency) => ACase.opened(programs, span.openedOn, ['2015-02-28', '2020-02-29'], agency),
  ...waParts(span),
  unrelated: fc.oneof(
    onDay(span).map((d): Told => ({ type: 'ContactMade', on: d, kind: 'engagement', participants: ['p1'] })),
    onDay(span).map((d): Told => ({ type: 'GoalSet', on: d, children: ['c1'], goal: 'adoption' })),
    onDay(span).map((d): Told => ({ type: 'EffectFailed', on: d, key: 'x', reason: 'timeout' })),
  ),
  byRecording: [],
};
