// A request for a decision: who decides it, what a return asks for, when it is withdrawn, and who is asked when the approver is away
// or leaves.
import type { AgencyInput } from '../../src/domain/agency';
import { everyCase } from '../../src/programs/every-case';
import { laP3 } from '../../src/programs/la-p3';
import { waEnhancedPpm } from '../../src/programs/wa-enhanced-ppm';
import { Desk, type Said } from './support/desk';

type Staff = AgencyInput['staff'];

const staff: Staff = [
  { id: 'cw1', role: 'caseworker', unit: 'unit-1' },
  { id: 'cw2', role: 'caseworker', unit: 'unit-1' },
  { id: 'sup1', role: 'supervisor', unit: 'unit-1' },
  { id: 'sup2', role: 'supervisor', unit: 'unit-1' },
  { id: 'far', role: 'supervisor', unit: 'unit-2' },
  { id: 'fs1', role: 'facilitator-supervisor', unit: 'unit-1' },
  { id: 'fac1', role: 'facilitator', unit: 'unit-1' },
  { id: 'pm1', role: 'program-manager', unit: 'unit-1' },
];
const having = (id: string, over: object): Staff => staff.map((s) => (s.id === id ? { ...s, ...over } : s));

function opened(people: Staff = staff, programs = [everyCase]): Desk {
  const desk = new Desk(programs, people);
  const on = '2026-01-05';
  const at = '2026-01-05T18:00:00Z';
  desk.tell(at, { id: 'open', type: 'CaseOpened', on, unit: 'unit-1' });
  desk.tell(at, { id: 'child', type: 'ChildAdded', on, child: 'c1', bornOn: '2018-05-01' });
  desk.tell(at, { id: 'worker', type: 'StaffAssigned', on, staff: 'cw1', role: 'caseworker' });
  return desk;
}

/** Monday, ten in the morning. */
const MONDAY = '2026-03-02T18:00:00Z';
const TUESDAY = '2026-03-03T18:00:00Z';
const WEDNESDAY = '2026-03-04T18:00:00Z';
const ask = (over: Partial<Said> = {}): Said => ({
  id: 'ask',
  type: 'SignOffRequested',
  of: 'goal-change',
  children: ['c1'],
  reason: 'Her aunt will take her.',
  ...over,
});
const decide = (by: string, decision: string, over: Partial<Said> = {}): Said => ({
  id: `${by}-${decision}`,
  type: 'SignOffDecided',
  by,
  request: 'ask',
  decision,
  reason: 'As discussed.',
  ...over,
});
const codes = (unmet: readonly { readonly code: string }[]): string[] => unmet.map(({ code }) => code);
const statuses = (desk: Desk, duty: string) =>
  desk.owed(duty).map((o) => [o.subject.trigger?.id, o.status, o.owner.staff]);

describe('returned, supplied, approved', () => {
  const desk = opened();
  desk.tell(MONDAY, ask());

  test('a return without what is missing is none, and nothing else has such a list', () => {
    const [bare] = desk.tell(TUESDAY, decide('sup1', 'returned'));
    expect(bare).toMatchObject({ code: 'nothing-missing', field: 'missing' });
    const [odd] = desk.tell(TUESDAY, decide('sup1', 'approved', { missing: ['A letter.'] }));
    expect(odd).toMatchObject({ code: 'nothing-returned', field: 'missing' });
    expect(statuses(desk, 'decide-request')).toEqual([['ask', 'due', 'sup1']]);
  });

  test('returned, whoever asked owes what is missing, and is told when that takes long; nobody else does', () => {
    expect(desk.tell(TUESDAY, decide('sup1', 'returned', { id: 'back', missing: ['The word of the aunt.'] }))).toEqual(
      [],
    );
    expect(statuses(desk, 'decide-request')).toEqual([['ask', 'met', 'sup1']]);
    expect(statuses(desk, 'supply-what-is-missing')).toEqual([['back', 'due', 'cw1']]);
    desk.wake('2026-03-09T18:00:00Z');
    expect(desk.sent('supply-what-is-missing').map((one) => one.split(' ')[0])).toContain('cw1');
  });

  test('asked again, it is a new request on new ground: the old one stays decided, the new one is decided by itself', () => {
    expect(desk.tell('2026-03-10T18:00:00Z', ask({ id: 'again', about: 'back' }))).toEqual([]);
    expect(statuses(desk, 'supply-what-is-missing')).toEqual([['back', 'met', 'cw1']]);
    expect(codes(desk.tell('2026-03-10T19:00:00Z', decide('sup1', 'approved')))).toEqual(['decided']);
    const yes = decide('sup1', 'approved', { id: 'yes', request: 'again' });
    expect(desk.tell('2026-03-10T20:00:00Z', yes)).toEqual([]);
    expect(statuses(desk, 'decide-request')).toEqual([
      ['ask', 'met', 'sup1'],
      ['again', 'met', 'sup1'],
    ]);
  });

  test('whoever asked before the return does not decide what a colleague asks again', () => {
    const other = opened(having('cw1', { role: 'supervisor' }));
    other.tell(MONDAY, ask({ by: 'cw1' }));
    other.tell(TUESDAY, decide('sup1', 'returned', { id: 'back', missing: ['A letter.'] }));
    other.tell(WEDNESDAY, ask({ id: 'again', by: 'cw2', about: 'back' }));
    expect(codes(other.tell(WEDNESDAY, decide('cw1', 'approved', { request: 'again' })))).toEqual(['own-request']);
  });
});

describe('who may decide', () => {
  test.each<[string, Said, string, string[]]>([
    ['who asked', ask({ by: 'sup1' }), 'sup1', ['own-request']],
    ['a colleague of the supervisor who asked', ask({ by: 'sup1' }), 'sup2', []],
    ['the supervisor', ask(), 'sup1', []],
    ['another supervisor of the unit', ask(), 'sup2', []],
    ['a supervisor of another unit', ask(), 'far', ['not-approver']],
    ['a supervisor in another role', ask(), 'fs1', ['not-approver']],
    ['a colleague of who asked', ask(), 'cw2', ['not-approver']],
    ['who is above, before it is escalated', ask(), 'pm1', ['not-approver']],
    ['somebody whom the agency does not know', ask(), 'nobody', ['not-approver']],
  ])('%s', (_who, asked, by, expected) => {
    const desk = opened();
    desk.tell(MONDAY, asked);
    expect(codes(desk.tell(TUESDAY, decide(by, 'approved')))).toEqual(expected);
  });

  test('it waits on whoever holds the role, and shows when it fell to somebody else', () => {
    const ownerOf = (by: string): unknown => {
      const desk = opened();
      desk.tell(MONDAY, ask({ by }));
      return desk.owed('decide-request').map((o) => o.owner);
    };
    expect(ownerOf('cw1')).toEqual([{ role: 'supervisor', staff: 'sup1', fallback: false }]);
    expect(ownerOf('sup1')).toEqual([{ role: 'supervisor', staff: 'sup2', fallback: true }]);
  });

  test('the refusal names the role that may, and from when somebody above may as well', () => {
    const desk = opened();
    desk.tell(MONDAY, ask());
    const [refused] = desk.tell(TUESDAY, decide('pm1', 'approved'));
    expect(refused?.mend).toBe(
      'Let a supervisor of unit-1 decide who did not ask for it, or the deputy while that person is away; from 2026-03-06 on a program manager may as well.',
    );
  });

  test('who is above may decide once it was escalated, four days after it was asked', () => {
    const desk = opened();
    desk.tell(MONDAY, ask());
    desk.wake('2026-03-06T16:00:00Z');
    expect(desk.sent('decide-request')).toContain('pm1 escalate 4d');
    expect(desk.tell('2026-03-06T16:01:00Z', decide('pm1', 'approved'))).toEqual([]);
  });

  test('a supervisor who corrected the request had a hand in it', () => {
    const desk = opened();
    desk.tell(MONDAY, ask());
    const { id: _, ...to } = ask({ children: undefined });
    desk.tell(TUESDAY, { id: 'fix', by: 'sup1', type: 'EventCorrected', event: 'ask', to, reason: 'For all of them.' });
    expect(codes(desk.tell(WEDNESDAY, decide('sup1', 'approved')))).toEqual(['own-request']);
    expect(statuses(desk, 'decide-request')).toEqual([['ask', 'due', 'sup2']]);
  });

  test('a supervisor who carries the case as its worker has an interest in what is asked about it', () => {
    const desk = opened();
    desk.tell(MONDAY, { id: 'own', type: 'StaffAssigned', staff: 'sup1', role: 'caseworker' });
    desk.tell(MONDAY, ask({ by: 'cw2' }));
    expect(statuses(desk, 'decide-request')).toEqual([['ask', 'due', 'sup2']]);
    expect(codes(desk.tell(TUESDAY, decide('sup1', 'approved')))).toEqual(['has-interest']);
  });

  test('WA-31: nobody decides on his or her own assignment above capacity', () => {
    const desk = opened(having('fs1', { otherFamilies: 50 }), [everyCase, waEnhancedPpm]);
    desk.tell(MONDAY, { id: 'in', type: 'ProgramEnrolled', program: 'wa-enhanced-ppm' });
    desk.tell(MONDAY, { id: 'ask', type: 'StaffAssigned', staff: 'fs1', role: 'facilitator' });
    expect(statuses(desk, 'over-capacity')).toEqual([['ask', 'due', 'pm1']]);
    expect(codes(desk.tell(TUESDAY, decide('fs1', 'approved')))).toEqual(['has-interest']);
    expect(desk.tell(TUESDAY, decide('pm1', 'approved'))).toEqual([]);
  });

  test('of two who decide at the same moment the first counts, and the second reads who decided what, and when', () => {
    const desk = opened();
    desk.tell(MONDAY, ask());
    expect(desk.tell(TUESDAY, decide('sup2', 'refused'))).toEqual([]);
    const [second] = desk.tell(TUESDAY, decide('sup1', 'approved'));
    expect(second).toMatchObject({
      code: 'decided',
      field: 'request',
      says: 'sup2 (supervisor) refused this at 2026-03-03T18:00:00.000Z.',
    });
  });

  test('who decided and is not in the list of staff any more is named all the same', () => {
    const desk = opened();
    desk.tell(MONDAY, ask());
    desk.tell(TUESDAY, decide('sup2', 'refused'));
    desk.change(
      TUESDAY,
      staff.filter(({ id }) => id !== 'sup2'),
    );
    const [second] = desk.tell(WEDNESDAY, decide('sup1', 'approved'));
    expect(second?.says).toBe('sup2 (staff) refused this at 2026-03-03T18:00:00.000Z.');
  });

  test('a request that nobody else could decide waits on who is above, never on the one who asked', () => {
    const alone = staff.filter(({ id }) => ['cw1', 'sup1', 'pm1'].includes(id));
    const desk = opened(alone);
    desk.tell(MONDAY, ask({ by: 'sup1' }));
    expect(statuses(desk, 'decide-request')).toEqual([['ask', 'due', 'pm1']]);
    expect(desk.sent('decide-request')).toEqual(['pm1 requestSignOff 0d']);
    expect(desk.tell(TUESDAY, decide('pm1', 'approved'))).toEqual([]);
  });
});

describe('withdrawn when its ground is gone', () => {
  const plan = (id: string, plannedFor: string): Said => ({ id, type: 'ClosurePlanned', plannedFor });
  const meeting: Said = {
    id: 'set',
    type: 'MeetingScheduled',
    meeting: 'm1',
    kinds: ['fst'],
    invitees: ['c1'],
    startsAt: '2026-03-20T10:00',
    zone: 'America/Los_Angeles',
  };
  const closing = ask({ of: 'closing', about: 'plan', children: undefined });

  test.each<[string, Said, Said, Said, string]>([
    [
      'the closing date moved',
      plan('plan', '2026-04-10'),
      closing,
      plan('later', '2026-05-01'),
      'the day planned for it moved from 2026-04-10 to 2026-05-01',
    ],
    [
      'the event was retracted',
      plan('plan', '2026-04-10'),
      closing,
      { id: 'undo', type: 'EventRetracted', event: 'plan', reason: 'Another family.' },
      'what it stands on was retracted',
    ],
    [
      'the event was corrected',
      plan('plan', '2026-04-10'),
      closing,
      {
        id: 'fix',
        type: 'EventCorrected',
        event: 'plan',
        to: { type: 'ClosurePlanned', plannedFor: '2026-05-01' },
        reason: 'May.',
      },
      'what it stands on was corrected on 2026-03-03',
    ],
    [
      'the meeting was moved',
      meeting,
      ask({ of: 'short-notice', about: 'm1' }),
      {
        id: 'move',
        type: 'MeetingRescheduled',
        meeting: 'm1',
        startsAt: '2026-04-01T10:00',
        zone: 'America/Los_Angeles',
      },
      'the meeting was moved to 2026-04-01 10:00',
    ],
    [
      'the meeting was cancelled',
      meeting,
      ask({ of: 'short-notice', about: 'm1' }),
      { id: 'off', type: 'MeetingCancelled', meeting: 'm1', reason: 'Flu.' },
      'the meeting was cancelled on 2026-03-03',
    ],
    [
      'the request itself was retracted',
      plan('plan', '2026-04-10'),
      closing,
      { id: 'undo', type: 'EventRetracted', event: 'ask', reason: 'Not needed.' },
      'what asked for it was retracted',
    ],
    [
      'the case was closed',
      plan('plan', '2026-04-10'),
      closing,
      { id: 'close', type: 'CaseClosed', reason: 'dismissed' },
      'the case was closed on 2026-03-03',
    ],
  ])(
    '%s: the approver is told once, and a later decision is refused with the reason',
    (_what, ground, asked, lost, why) => {
      const desk = opened();
      expect(desk.tell(MONDAY, ground)).toEqual([]);
      expect(desk.tell(MONDAY, asked)).toEqual([]);
      expect(desk.sent('decide-request')).toEqual(['sup1 requestSignOff 0d']);
      expect(desk.tell(TUESDAY, { ...lost })).toEqual([]);
      for (const later of [WEDNESDAY, '2026-03-05T18:00:00Z', '2026-03-20T18:00:00Z']) desk.wake(later);
      expect(desk.sent('decide-request')).toEqual(['sup1 requestSignOff 0d', 'sup1 correct withdrawn']);
      expect(desk.letters().find((i) => i.rung === 'withdrawn')?.reason).toContain(why);
      const [refused, ...others] = desk.tell('2026-03-20T19:00:00Z', decide('sup1', 'approved'));
      expect(refused).toMatchObject({ code: 'withdrawn', says: `This waits for no decision any more: ${why}.` });
      expect(others).toEqual([]);
    },
  );

  test('LA-26: a form completed anew takes the place of the one that waits; that one is decided no more', () => {
    const desk = opened(staff, [everyCase, laP3]);
    desk.tell(MONDAY, { id: 'in', type: 'ProgramEnrolled', program: 'la-p3' });
    const form = { type: 'DocumentCompleted', kind: 'dcfs-5122-a', document: 'form', children: ['c1'] };
    desk.tell(MONDAY, { ...form, id: 'ask' });
    desk.tell(TUESDAY, { ...form, id: 'anew', about: 'ask' });
    expect(statuses(desk, 'decide-referral')).toEqual([
      ['ask', 'met', 'sup1'],
      ['anew', 'due', 'sup1'],
    ]);
    const [refused] = desk.tell(WEDNESDAY, decide('sup1', 'refused'));
    expect(refused).toMatchObject({
      code: 'withdrawn',
      says: 'This waits for no decision any more: event anew took its place.',
    });
    expect(desk.tell(WEDNESDAY, decide('sup1', 'refused', { id: 'no', request: 'anew' }))).toEqual([]);
  });

  test('the same day planned once more is no other ground', () => {
    const desk = opened();
    desk.tell(MONDAY, plan('plan', '2026-04-10'));
    desk.tell(MONDAY, closing);
    desk.tell(TUESDAY, plan('same', '2026-04-10'));
    expect(statuses(desk, 'decide-request')).toEqual([['ask', 'due', 'sup1']]);
  });

  test.each<[string, object, object, 'due' | 'not-applicable']>([
    ['another household', { household: 'h1' }, { household: 'h2' }, 'due'],
    ['the same household', { household: 'h1' }, { household: 'h1' }, 'not-applicable'],
    ['the whole case, after a household', { household: 'h1' }, {}, 'not-applicable'],
    ['a household, after the whole case', {}, { household: 'h2' }, 'not-applicable'],
    ['other children', { children: ['c1'] }, { children: ['c2'] }, 'due'],
    ['some of the same children', { children: ['c1', 'c2'] }, { children: ['c2'] }, 'not-applicable'],
    ['the whole case, after one child', { children: ['c1'] }, {}, 'not-applicable'],
    ['one child, after the whole case', {}, { children: ['c2'] }, 'not-applicable'],
  ])('another day for %s', (_whom, first, later, status) => {
    const desk = opened();
    desk.tell(MONDAY, { id: 'second', type: 'ChildAdded', child: 'c2', bornOn: '2019-05-01' });
    desk.tell(MONDAY, { id: 'l1', type: 'HouseholdChanged', children: ['c1'], household: 'h1' });
    desk.tell(MONDAY, { id: 'l2', type: 'HouseholdChanged', children: ['c2'], household: 'h2' });
    desk.tell(MONDAY, { ...plan('plan', '2026-04-10'), ...first });
    desk.tell(MONDAY, closing);
    expect(desk.tell(TUESDAY, { ...plan('later', '2026-05-01'), ...later })).toEqual([]);
    expect(statuses(desk, 'decide-request')).toEqual([['ask', status, 'sup1']]);
  });

  test('nobody but those who were asked is told that it is off', () => {
    const desk = opened();
    desk.tell(MONDAY, plan('plan', '2026-04-10'));
    desk.tell(MONDAY, closing);
    desk.tell(TUESDAY, plan('later', '2026-05-01'));
    expect(
      desk
        .letters()
        .filter((i) => i.rung === 'withdrawn')
        .map((i) => i.to.id),
    ).toEqual(['sup1']);
  });

  test('what a request stands on must be there, and a closing must be planned', () => {
    const desk = opened();
    expect(desk.tell(MONDAY, ask({ about: 'm9' }))).toMatchObject([{ code: 'unknown-ground', field: 'about' }]);
    expect(desk.tell(MONDAY, ask({ of: 'closing' }))).toMatchObject([{ code: 'no-closing-planned', field: 'about' }]);
  });
});

describe('the approver is away, or leaves', () => {
  const onlyOne = staff.filter(({ id }) => id !== 'sup2');
  const away = (deputy?: string): Staff =>
    onlyOne.map((s) =>
      s.id === 'sup1'
        ? { ...s, absences: [{ from: '2026-03-04', to: '2026-03-06', ...(deputy === undefined ? {} : { deputy }) }] }
        : s,
    );

  test('the deputy is asked while the approver is away, decides then and not before, and not afterwards', () => {
    const desk = opened(away('far'));
    desk.tell(MONDAY, ask());
    expect(desk.sent('decide-request')).toEqual(['sup1 requestSignOff 0d']);
    expect(codes(desk.tell(TUESDAY, decide('far', 'approved', { id: 'early' })))).toEqual(['not-approver']);
    // The case wakes by itself on the day on which the absence begins.
    desk.wake(new Date(desk.wakesAt).toISOString());
    expect(statuses(desk, 'decide-request')).toEqual([['ask', 'due', 'far']]);
    expect(desk.sent('decide-request')).toEqual(['sup1 requestSignOff 0d', 'far requestSignOff 0d']);
    const late = opened(away('far'));
    late.tell(MONDAY, ask());
    expect(codes(late.tell('2026-03-07T18:00:00Z', decide('far', 'approved')))).toEqual(['not-approver']);
    expect(desk.tell(WEDNESDAY, decide('far', 'approved'))).toEqual([]);
  });

  test('without a deputy it goes to who is above', () => {
    const desk = opened(away());
    desk.tell(WEDNESDAY, ask());
    expect(desk.sent('decide-request')).toEqual(['pm1 requestSignOff 0d']);
    expect(desk.tell(WEDNESDAY, decide('pm1', 'approved'))).toEqual([]);
  });

  test('a deputy who asked is no deputy for this', () => {
    const desk = opened(away('cw2'));
    desk.tell(WEDNESDAY, ask({ by: 'cw2' }));
    expect(statuses(desk, 'decide-request')).toEqual([['ask', 'due', 'pm1']]);
  });

  test.each<[string, Staff, string]>([
    [
      'to the deputy whom he named',
      onlyOne.map((s) =>
        s.id === 'sup1'
          ? { ...s, active: false, absences: [{ from: '2026-03-03', to: '2027-03-03', deputy: 'far' }] }
          : s,
      ),
      'far',
    ],
    ['without one to who is above', onlyOne.map((s) => (s.id === 'sup1' ? { ...s, active: false } : s)), 'pm1'],
    ['to a colleague in the same role, where there is one', having('sup1', { active: false }), 'sup2'],
  ])(
    'the approver leaves with 30 open requests: each goes %s, who is told once of each; none is lost',
    (_to, after, heir) => {
      const desk = opened(heir === 'sup2' ? staff : onlyOne);
      const ids = Array.from({ length: 30 }, (_, i) => `ask-${i}`);
      for (const id of ids) expect(desk.tell(MONDAY, ask({ id }))).toEqual([]);
      expect(desk.sent('decide-request')).toEqual(ids.map(() => 'sup1 requestSignOff 0d'));
      desk.change(TUESDAY, after);
      desk.wake('2026-03-03T19:00:00Z');
      expect(statuses(desk, 'decide-request')).toEqual(ids.map((id) => [id, 'due', heir]));
      const told = desk.letters().filter((i) => i.to.id === heir);
      expect(told.map((i) => i.about).toSorted()).toEqual(
        ids.map((id) => `every-case/decide-request/${id}`).toSorted(),
      );
      expect(told.every((i) => !i.late && i.at === Date.parse(TUESDAY))).toBe(true);
      for (const id of ids)
        expect(desk.tell(WEDNESDAY, decide(heir, 'approved', { id: `yes-${id}`, request: id }))).toEqual([]);
      expect(codes(desk.tell(WEDNESDAY, decide('sup1', 'approved', { request: 'ask-1' })))).toEqual(['decided']);
    },
  );
});
