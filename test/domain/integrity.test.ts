// What is found when journal, lists, workflow and timer do not say the same; and that nothing is found where they do.
import { agencyOf, type Agency } from '../../src/domain/agency';
import { day, startOfDay } from '../../src/domain/calendar';
import {
  findingsOf,
  type LookedAt,
  type SeenCase,
  type StoredCase,
  type StoredObligation,
} from '../../src/domain/integrity';
import { iso } from '../../src/domain/calendar';
import { plan } from '../../src/domain/plan';
import { everyCase } from '../../src/programs/every-case';
import { waEnhancedPpm } from '../../src/programs/wa-enhanced-ppm';
import { ACase, anAgency, ZONE } from '../support/a-case';

const programs = [everyCase, waEnhancedPpm];
const now = startOfDay(day('2026-03-10'), ZONE) + 12 * 3_600_000;
const HOUR = 3_600_000;
const people = {
  staff: [
    { id: 'cw1', role: 'caseworker', unit: 'unit-1' },
    { id: 'sup1', role: 'supervisor', unit: 'unit-1' },
    { id: 'fs1', role: 'facilitator-supervisor', unit: 'unit-1' },
    { id: 'fac1', role: 'facilitator', unit: 'unit-1' },
  ],
} as const;

/** A sound case, as it is looked at; a test spoils one thing. */
function sound(agency: Agency = anAgency({ staff: [...people.staff] })): LookedAt {
  const { journal } = ACase.opened(programs, '2026-01-05', ['2018-05-01'], agency).with({
    type: 'StaffAssigned',
    id: 'assigned',
    by: 'sup1',
    on: '2026-01-05',
    staff: 'fac1',
    role: 'facilitator',
    familiesBefore: 50,
  });
  const context = { agency, programs };
  const planned = plan(journal, context, now);
  return {
    stored: {
      caseId: 'case-1',
      unit: 'unit-1',
      programs: ['wa-enhanced-ppm'],
      wakeAt: planned.wakeAt,
      plannedAt: now - HOUR,
      stuck: null,
      facilitator: 'fac1',
      closedOn: null,
    },
    obligations: planned.obligations.map((o) => ({
      key: o.key,
      status: o.status,
      due: o.due === null ? null : iso(o.due),
      owner: o.owner.staff,
      signOff: o.signOff,
      request: o.signOff ? (o.subject.trigger?.id ?? null) : null,
    })),
    seen: { unit: 'unit-1', programs: ['wa-enhanced-ppm'], stuck: false, firesAt: planned.wakeAt, busy: false },
    plan: planned,
    context,
    now,
  };
}
const codes = (look: LookedAt): string[] => findingsOf(look).map((one) => one.code);
const stored = (over: Partial<StoredCase>): LookedAt => ({ ...sound(), stored: { ...sound().stored, ...over } });
const seen = (over: Partial<SeenCase>): LookedAt => ({ ...sound(), seen: { ...sound().seen!, ...over } });
const rows = (change: (one: StoredObligation) => StoredObligation | null): LookedAt => ({
  ...sound(),
  obligations: sound().obligations.flatMap((one) => change(one) ?? []),
});

test('nothing is found where all say the same', () => {
  expect(findingsOf(sound())).toEqual([]);
});

test('each finding says which case of which unit, and the request that mends it', () => {
  expect(findingsOf({ ...sound(), seen: null })).toEqual([
    {
      code: 'no-workflow',
      case: 'case-1',
      unit: 'unit-1',
      says: 'The case is not finished, and no workflow runs for it.',
      mend: 'POST /v1/cases/case-1/mend {}',
    },
  ]);
});

test.each([
  { what: 'asleep without a timer', look: seen({ firesAt: null }), found: ['no-timer'] },
  { what: 'the same while a task is under way', look: seen({ firesAt: null, busy: true }), found: [] },
  {
    what: 'a timer that fires days too late',
    look: seen({ firesAt: sound().stored.wakeAt + 48 * HOUR }),
    found: ['late-timer'],
  },
  {
    what: 'the same while a task is under way that arms another',
    look: seen({ firesAt: sound().stored.wakeAt + 48 * HOUR, busy: true }),
    found: [],
  },
  {
    what: 'a timer an hour after the case was planned, late as it was',
    look: {
      ...stored({ wakeAt: now - 2 * HOUR, plannedAt: now - HOUR / 6 }),
      seen: { ...sound().seen!, firesAt: now - HOUR / 6 + 61 * 60_000 },
    },
    found: [],
  },
  {
    what: 'the least later',
    look: {
      ...stored({ wakeAt: now - 2 * HOUR, plannedAt: now - HOUR / 6 }),
      seen: { ...sound().seen!, firesAt: now - HOUR / 6 + 61 * 60_000 + 1 },
    },
    found: ['late-timer'],
  },
  { what: 'a timer that fires too early', look: seen({ firesAt: now + HOUR }), found: [] },
  {
    what: 'an hour after the time to wake, and no worker took it up',
    look: {
      ...stored({ wakeAt: now - HOUR, plannedAt: now - 9 * HOUR }),
      seen: { ...sound().seen!, firesAt: now - HOUR },
    },
    found: ['overslept'],
  },
  {
    what: 'stuck, and shown as stuck',
    look: { ...stored({ stuck: 'program-failed' }), seen: { ...sound().seen!, stuck: true }, plan: null },
    found: ['stuck'],
  },
  { what: 'another unit in Temporal', look: seen({ unit: 'unit-2' }), found: ['other-attributes'] },
  { what: 'another program in Temporal', look: seen({ programs: [] }), found: ['other-attributes'] },
  { what: 'shown as stuck, and is not', look: seen({ stuck: true }), found: ['other-attributes'] },
])('$what: $found', ({ look, found }) => {
  expect(codes(look)).toStrictEqual(found);
});

test.each([
  {
    what: 'missing',
    look: rows((one) => (one.key.includes('/attendance/') || one.key.includes('/assign-facilitator/') ? null : one)),
    found: 'missing',
  },
  {
    what: 'with another date',
    look: rows((one) => (one.due === null ? one : { ...one, due: '2031-01-01' })),
    found: 'differ',
  },
  {
    what: 'with another status',
    look: rows((one) => ({ ...one, status: one.status === 'due' ? 'met' : one.status })),
    found: 'differ',
  },
  {
    what: 'of another owner',
    look: rows((one) => (one.owner === 'cw1' ? { ...one, owner: 'sup1' } : one)),
    found: 'differ',
  },
])('rows $what', ({ look, found }) => {
  expect(codes(look)).toEqual(['other-projection']);
  expect(findingsOf(look)[0]?.says).toContain(found);
});

test('rows that no duty gives any more', () => {
  const extra = { ...sound().obligations[0]!, key: 'wa-enhanced-ppm/gone/case/e1' };
  const [one] = findingsOf({ ...sound(), obligations: [...sound().obligations, extra] });
  expect(one).toMatchObject({
    code: 'other-projection',
    says: expect.stringContaining('1 too many (wa-enhanced-ppm/gone'),
  });
});

describe('people', () => {
  const agency = anAgency({
    staff: people.staff.map((one) => (one.id === 'fac1' ? { ...one, leavesOn: '2026-03-01' } : one)),
  });

  test('a facilitator who has left: the supervisor owes it, the family has nobody, and both commands are told', () => {
    expect(findingsOf(sound(agency)).map(({ code, mend }) => [code, mend])).toEqual([
      ['inactive-assigned', 'POST /v1/staff/fac1/hand-over {"confirm": true, "reason": "…"}'],
      ['no-facilitator', 'POST /v1/units/unit-1/assignments {"case": "case-1"}'],
    ]);
  });
  test('lists that still show what somebody owes who has left', () => {
    const before = sound().obligations;
    expect(before.some((one) => one.owner === 'fac1' && one.status === 'overdue')).toBe(true);
    expect(codes({ ...sound(agency), obligations: before })).toEqual([
      'other-projection',
      'inactive-owner',
      'inactive-assigned',
      'no-facilitator',
    ]);
  });
  test('a closed case has nobody to be handed over', () => {
    const closed = sound(agency);
    expect(codes({ ...closed, stored: { ...closed.stored, closedOn: '2026-03-09' } })).toEqual([]);
  });
  test('a program that owes no facilitator asks for none', () => {
    const other = sound(
      agencyOf({ id: 'a', zone: ZONE, holidays: [], settings: {}, staff: [...agency.staff.values()] }),
    );
    const look = {
      ...other,
      stored: { ...other.stored, programs: [], facilitator: null },
      seen: { ...other.seen!, programs: [] },
    };
    expect(codes(look)).not.toContain('no-facilitator');
  });
  test('a sign-off that waits on the one who asked for it', () => {
    const own = rows((one) => (one.signOff ? { ...one, owner: 'sup1' } : one));
    expect(own.obligations.filter((one) => one.signOff)).toHaveLength(1);
    expect(codes(own)).toEqual(['other-projection', 'own-sign-off']);
  });
});
