// Ten years of one case, as a scenario: every 88 days a meeting is set, those invited are contacted, and it is held.
import { iso } from '../src/domain/calendar';
import { scenarioSchema, type Scenario } from '../src/scenario/format';

const HEARING = 17_226; // 2017-03-01
export const CYCLES = 41;
export const INVITEES = ['p1', 'cg1', 'c1'];

const recorded = (day: number, event: { type: string }, by: string, id: string) => ({
  id,
  by,
  recordedAt: `${iso(day)}T20:00:00Z`,
  event,
});

export function tenYears(cycles = CYCLES): Scenario {
  const events = [
    recorded(HEARING - 9, { type: 'StaffAssigned', staff: 'cw1', role: 'caseworker' }, 'cw1', 'cw'),
    recorded(
      HEARING,
      {
        type: 'HearingHeld',
        kind: 'dependency-fact-finding',
        children: ['c1'],
        outcome: 'dependency-found',
      },
      'cw1',
      'hearing',
    ),
    recorded(HEARING + 2, { type: 'StaffAssigned', staff: 'fac1', role: 'facilitator' }, 'sup1', 'fac'),
    recorded(
      HEARING + 4,
      { type: 'ContactMade', kind: 'preliminary', participants: INVITEES, staff: ['fac1'] },
      'fac1',
      'preliminary',
    ),
  ];
  for (let cycle = 1; cycle <= cycles; cycle++) {
    const day = HEARING + 28 + (cycle - 1) * 88;
    const meeting = `m${cycle}`;
    const set = {
      type: 'MeetingScheduled',
      meeting,
      kinds: ['ppm'],
      children: ['c1'],
      invitees: INVITEES,
      startsAt: `${iso(day)}T09:30`,
      zone: 'America/Los_Angeles',
    };
    const held = {
      type: 'MeetingHeld',
      meeting,
      attendance: [{ participant: 'p1', how: 'present' }],
      familyTime: true,
      familyPlan: 'Our own plan.',
    };
    const told = { type: 'ContactMade', kind: 'advance', participants: INVITEES, explained: true };
    events.push(
      recorded(day - 20, set, 'fac1', `set${cycle}`),
      recorded(day - 10, told, 'fac1', `told${cycle}`),
      recorded(day, held, 'fac1', `held${cycle}`),
    );
  }
  return scenarioSchema.parse({
    title: 'Ten years',
    agency: {
      zone: 'America/Los_Angeles',
      staff: [
        { id: 'cw1', role: 'caseworker' },
        { id: 'sup1', role: 'supervisor' },
        { id: 'fac1', role: 'facilitator' },
        { id: 'pm1', role: 'program-manager' },
      ],
    },
    programs: ['wa-enhanced-ppm'],
    opened: { on: iso(HEARING - 9), recordedAt: `${iso(HEARING - 9)}T19:00:00Z` },
    children: [{ id: 'c1', bornOn: '2010-02-28' }],
    participants: [
      { id: 'p1', role: 'parent' },
      { id: 'cg1', role: 'caregiver' },
    ],
    events,
    look: [iso(HEARING + 28 + (cycles - 1) * 88 + 1)],
  });
}
