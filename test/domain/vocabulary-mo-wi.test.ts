// The forms and words that Missouri and Milwaukee need, each by itself: signatures, what stands without a break, pauses,
// months that are over, days in care, orders that expire, postponements, staff.
import { DateTime } from 'luxon';
import { day, dayOf, iso, startOfDay } from '../../src/domain/calendar';
import * as rule from '../../src/domain/rule';
import type { Duty, Program } from '../../src/domain/rule';
import { ACase, anAgency, type Told } from '../support/a-case';

const {
  after,
  by,
  days,
  happened,
  inCase,
  metOn,
  opened,
  perCase,
  perChild,
  perEvent,
  signed,
  standing,
  trigger,
  word,
} = rule;

const agency = anAgency({
  staff: [
    { id: 'cw1', role: 'caseworker', unit: 'unit-1' },
    { id: 'cw2', role: 'caseworker', unit: 'unit-1' },
    { id: 'sup1', role: 'supervisor', unit: 'unit-1' },
  ],
});

function told(duty: Partial<Duty>, settings: Program['settings'], ...events: readonly Told[]): ACase {
  const whole: Duty = {
    id: 'duty',
    cites: ['X-01'],
    says: 'Do it.',
    per: perCase,
    from: rule.first(inCase('CaseOpened')),
    due: { by: opened },
    done: by(inCase('ActionTaken', { kind: 'step' })),
    owner: 'caseworker',
    ...duty,
  };
  const program = rule.program({
    id: 'p',
    title: 'p',
    edition: '1',
    document: 'p',
    effective: { from: '2000-01-01' },
    settings,
    duties: [whole],
    guards: [],
    guidance: [],
  });
  return ACase.opened([program], '2026-01-05', ['2018-05-01', '2020-05-01'], agency).with(...events);
}

/** `status due done` of each obligation. */
function owed(c: ACase, look: string): string[] {
  return c
    .obligations('duty', look)
    .map((o) =>
      [o.status, o.due === null ? '-' : iso(o.due), ...(o.doneOn === undefined ? [] : [iso(o.doneOn)])].join(' '),
    );
}

const document = (on: string, document: string, over: Partial<Told> = {}): Told => ({
  type: 'DocumentCompleted',
  on,
  document,
  kind: 'plan',
  ...over,
});
const sign = (on: string, document: string, signer: string): Told => ({ type: 'DocumentSigned', on, document, signer });
const refuse = (on: string, document: string, signer: string): Told => ({
  type: 'SignatureRefused',
  on,
  document,
  signer,
  reason: 'No',
});

describe('a document is complete on the day of its last signature', () => {
  const all = { staff: ['caseworker', 'supervisor'], named: ['parent', 'caregiver'], otherwise: ['parent'] };
  const plan: Partial<Duty> = {
    due: { by: after(opened, days(30)) },
    done: signed(happened('DocumentCompleted', { kind: 'plan' }), all),
  };
  const look = (...events: readonly Told[]): string[] => owed(told(plan, {}, ...events), '2026-03-01');
  const byStaff = [sign('2026-01-21', 'd1', 'cw1'), sign('2026-01-22', 'd1', 'sup1')];

  test('worker, supervisor and every parent, where the plan names nobody: the last of them counts', () => {
    expect(look(document('2026-01-20', 'd1'), ...byStaff, sign('2026-01-25', 'd1', 'p1'))).toEqual([
      'met 2026-02-04 2026-01-25',
    ]);
  });
  test('a recorded refusal stands in for a member of the family', () => {
    expect(look(document('2026-01-20', 'd1'), ...byStaff, refuse('2026-02-06', 'd1', 'p1'))).toEqual([
      'met-late 2026-02-04 2026-02-06',
    ]);
  });
  test('a refusal never stands in for worker or supervisor, and what is lacking is told', () => {
    const c = told(
      plan,
      {},
      document('2026-01-20', 'd1'),
      refuse('2026-01-21', 'd1', 'sup1'),
      refuse('2026-01-21', 'd1', 'p1'),
      sign('2026-01-21', 'd1', 'cw1'),
    );
    expect(owed(c, '2026-03-01')).toEqual(['overdue 2026-02-04']);
    expect(c.obligations('duty', '2026-03-01')[0]!.reason).toBe('still lacking: the signature of the supervisor');
  });
  test('one signature serves one role: two workers do not make a supervisor', () => {
    expect(
      look(
        document('2026-01-20', 'd1'),
        sign('2026-01-21', 'd1', 'cw1'),
        sign('2026-01-21', 'd1', 'cw2'),
        sign('2026-01-21', 'd1', 'p1'),
      ),
    ).toEqual(['overdue 2026-02-04']);
  });
  test('a plan that names the caregiver is signed by the caregiver and not by the parent', () => {
    const named = document('2026-01-20', 'd1', { participants: ['cg1'] });
    expect(look(named, ...byStaff, sign('2026-01-23', 'd1', 'p1'))).toEqual(['overdue 2026-02-04']);
    expect(look(named, ...byStaff, sign('2026-01-23', 'd1', 'cg1'))).toEqual(['met 2026-02-04 2026-01-23']);
  });
  test('a parent who has left the case without signing is waited for no longer', () => {
    expect(
      look(document('2026-01-20', 'd1'), ...byStaff, { type: 'ParticipantEnded', on: '2026-02-01', participant: 'p1' }),
    ).toEqual(['met 2026-02-04 2026-01-22']);
  });
  test('signatures of one document do not complete another', () => {
    expect(
      look(document('2026-01-20', 'd1'), document('2026-01-20', 'd2'), ...byStaff, sign('2026-01-22', 'd2', 'p1')),
    ).toEqual(['overdue 2026-02-04']);
  });
  test('the next cycle counts from the completion, is not met by the same document, and may be met by one drafted before', () => {
    const cycles: Partial<Duty> = {
      ...plan,
      from: metOn(plan.done!),
      due: { by: after(opened, days(90)) },
      repeat: { every: days(90), after: 'done' },
    };
    const c = told(
      cycles,
      {},
      document('2026-01-20', 'd1'),
      ...byStaff,
      sign('2026-01-22', 'd1', 'p1'),
      document('2026-01-21', 'd2'),
      sign('2026-04-10', 'd2', 'cw1'),
      sign('2026-04-10', 'd2', 'sup1'),
      sign('2026-04-10', 'd2', 'p1'),
    );
    expect(owed(c, '2026-04-11')).toEqual(['met 2026-04-22 2026-04-10', 'due 2026-07-09']);
  });
});

describe('since when something stands without a break', () => {
  const goal = (on: string, goal: string): Told => ({ type: 'GoalSet', on, goal, children: ['c1'] });
  const duty: Partial<Duty> = {
    per: perChild,
    from: standing(happened('GoalSet'), { goal: 'reunification' }),
    only: rule.did(happened('GoalSet')),
  };
  test('confirming it moves nothing; a change in between begins it anew', () => {
    expect(
      owed(told(duty, {}, goal('2026-02-01', 'reunification'), goal('2026-03-01', 'reunification')), '2026-04-01'),
    ).toEqual(['overdue 2026-02-01']);
    expect(
      owed(
        told(
          duty,
          {},
          goal('2026-02-01', 'reunification'),
          goal('2026-02-10', 'adoption'),
          goal('2026-03-01', 'reunification'),
        ),
        '2026-04-01',
      ),
    ).toEqual(['overdue 2026-03-01']);
  });
  test('an event that breaks it ends it, until it is recorded again', () => {
    const missing: Partial<Duty> = {
      from: standing(
        inCase('CircumstanceRecorded', { kind: 'whereabouts' }),
        { value: 'not-located' },
        inCase('ContactMade', { outcome: 'reached' }),
      ),
    };
    const gone = (on: string): Told => ({
      type: 'CircumstanceRecorded',
      on,
      kind: 'whereabouts',
      value: 'not-located',
    });
    const reached: Told = { type: 'ContactMade', on: '2026-02-10', kind: 'call' };
    expect(owed(told(missing, {}, gone('2026-02-01'), gone('2026-02-05')), '2026-03-01')).toEqual([
      'overdue 2026-02-01',
    ]);
    expect(owed(told(missing, {}, gone('2026-02-01'), reached), '2026-03-01')).toEqual(['unknown -']);
    expect(owed(told(missing, {}, gone('2026-02-01'), reached, gone('2026-02-20')), '2026-03-01')).toEqual([
      'overdue 2026-02-20',
    ]);
  });
});

describe('a pause', () => {
  const participation = inCase('CircumstanceRecorded', { kind: 'participation' });
  const duty: Partial<Duty> = {
    due: { by: after(opened, days(7), rule.pausedWhile(participation, { value: 'refused' })) },
    repeat: { again: true },
    done: by(inCase('ContactMade')),
    only: rule.not(rule.latestIs(participation, { value: 'refused' })),
  };
  const took = (on: string, value: string): Told => ({
    type: 'CircumstanceRecorded',
    on,
    kind: 'participation',
    value,
  });
  const contact = (on: string): Told => ({ type: 'ContactMade', on, kind: 'visit' });
  test('that begins before the date is reached makes it count anew from its end', () => {
    expect(owed(told(duty, {}, took('2026-01-10', 'refused'), took('2026-02-02', 'resumed')), '2026-02-03')).toEqual([
      'due 2026-02-09',
    ]);
  });
  test('excuses nothing that was late before it began', () => {
    expect(owed(told(duty, {}, took('2026-01-20', 'refused'), took('2026-02-02', 'resumed')), '2026-02-03')).toEqual([
      'overdue 2026-01-12',
    ]);
  });
  test('two pauses: the last end counts; while one lasts nothing is owed', () => {
    const twice = [took('2026-01-10', 'refused'), took('2026-02-02', 'resumed'), took('2026-02-05', 'refused')];
    expect(owed(told(duty, {}, ...twice), '2026-03-01')).toEqual(['not-applicable 2026-02-09']);
    expect(owed(told(duty, {}, ...twice, took('2026-03-02', 'resumed')), '2026-03-03')).toEqual(['due 2026-03-09']);
  });
  test('moves no date of a cycle that was met before', () => {
    expect(
      owed(
        told(duty, {}, contact('2026-01-09'), took('2026-01-14', 'refused'), took('2026-02-02', 'resumed')),
        '2026-02-03',
      ),
    ).toEqual(['met 2026-01-12 2026-01-09', 'due 2026-02-09']);
  });
});

test('a month that is over is judged by what held at its end, not by what came later', () => {
  const state = inCase('CircumstanceRecorded', { kind: 'state' });
  const set = (on: string, value: string): Told => ({ type: 'CircumstanceRecorded', on, kind: 'state', value });
  const c = told(
    {
      repeat: { monthly: true },
      only: rule.not(rule.latestIs(state, { value: 'off' })),
      ends: rule.did(inCase('ActionTaken', { kind: 'over' })),
    },
    {},
    set('2026-02-10', 'off'),
    set('2026-03-10', 'on'),
    { type: 'ActionTaken', on: '2026-04-10', kind: 'over' },
  );
  expect(owed(c, '2026-05-05')).toEqual([
    'overdue 2026-01-31',
    'not-applicable 2026-02-28',
    'overdue 2026-03-31',
    'not-applicable 2026-04-30',
    'not-applicable 2026-05-31',
  ]);
});

test('nothing follows an end: a completion after it opens no cycle', () => {
  const contact = (on: string): Told => ({ type: 'ContactMade', on, kind: 'visit' });
  const c = told(
    {
      due: { by: after(opened, days(30)) },
      repeat: { again: true },
      done: by(inCase('ContactMade')),
      ends: rule.did(inCase('ActionTaken', { kind: 'over' })),
    },
    {},
    contact('2026-01-20'),
    { type: 'ActionTaken', on: '2026-02-01', kind: 'over' },
    contact('2026-02-10'),
    contact('2026-03-10'),
  );
  expect(owed(c, '2026-04-01')).toEqual(['met 2026-02-04 2026-01-20', 'met 2026-02-19 2026-02-10']);
});

test('an agency setting that has no default leaves the date unknown and names who sets it', () => {
  const settings = { interval: { value: 'not-set', says: 'Days.' } };
  const c = told({ due: { by: after(opened, rule.setting('interval')) } }, settings);
  expect(c.obligations('duty', '2026-02-01')).toMatchObject([
    { status: 'unknown', due: null, missing: [{ fact: 'the agency setting interval', suppliedBy: 'program-manager' }] },
  ]);
});

test('a duty of which there are thousands lists only what was not met in its time', () => {
  const contact = (on: string, known: string): Told => ({ type: 'ContactMade', on, kind: 'visit', known });
  const c = told(
    {
      per: perEvent(inCase('ContactMade')),
      from: trigger(),
      due: { by: after(trigger(), days(3)) },
      done: rule.when('on-record'),
      listed: 'unless-met',
    },
    {},
    contact('2026-02-02', '2026-02-02'),
    contact('2026-02-02', '2026-02-05'),
    contact('2026-02-02', '2026-02-06'),
  );
  expect(owed(c, '2026-03-01')).toEqual(['met-late 2026-02-05 2026-02-06']);
});

test('one duty for each household that an event touches, by its own household or by where its children live', () => {
  const lives = (child: string, household: string): Told => ({
    type: 'HouseholdChanged',
    on: '2026-01-06',
    children: [child],
    household,
  });
  const keys = (over: Partial<Told>): string[] =>
    told(
      { per: perEvent(inCase('CircumstanceRecorded', { kind: 'crisis' }), 'household'), from: trigger() },
      {},
      lives('c1', 'h1'),
      lives('c2', 'h2'),
      { type: 'CircumstanceRecorded', on: '2026-02-01', kind: 'crisis', id: 'x', ...over },
    )
      .obligations('duty', '2026-02-01')
      .map((o) => o.subject.key);
  expect(keys({ household: 'h2' })).toEqual(['event:x/h2']);
  expect(keys({ children: ['c1'] })).toEqual(['event:x/h1']);
  expect(keys({})).toEqual(['event:x/h1', 'event:x/h2']);
});

test('an event of a household concerns the children who live there, and no others', () => {
  const c = told(
    { per: perChild, done: by(happened('ActionTaken', { kind: 'step' })) },
    {},
    { type: 'HouseholdChanged', on: '2026-01-05', children: ['c1'], household: 'h1' },
    { type: 'ActionTaken', on: '2026-01-05', kind: 'step', household: 'h1' },
  );
  expect(c.owes('duty', '2026-01-06').map((o) => [o.subject, o.status])).toEqual([
    ['child:c1', 'met'],
    ['child:c2', 'overdue'],
  ]);
});

test('so many events, where the agency asks for more than one', () => {
  const tried = (on: string): Told => ({ type: 'ActionTaken', on, kind: 'attempt' });
  const duty: Partial<Duty> = {
    only: rule.did(inCase('ActionTaken', { kind: 'attempt' }), { times: rule.setting('attempts') }),
  };
  const settings = { attempts: { value: 2, says: 'Attempts.' } };
  expect(owed(told(duty, settings, tried('2026-02-01')), '2026-03-01')).toEqual(['not-applicable 2026-01-05']);
  expect(owed(told(duty, settings, tried('2026-02-01'), tried('2026-02-02')), '2026-03-01')).toEqual([
    'overdue 2026-01-05',
  ]);
});

describe('15 of 22 months in care', () => {
  const duty: Partial<Duty> = {
    per: perChild,
    from: word('care-threshold', { months: 15, window: 22 }),
    only: rule.did(happened('EnteredCare')),
  };
  const settings = { careDaysNotCounted: { value: 'runaway,trial-home-visit', says: 'Not counted.' } };
  const entered = (on: string): Told => ({ type: 'EnteredCare', on, children: ['c1'] });
  const moved = (on: string, kind: string): Told => ({ type: 'PlacementChanged', on, children: ['c1'], kind });
  const home = (on: string): Told => ({ type: 'ReunificationHappened', on, children: ['c1'] });
  test('without a break: fifteen calendar months from entry, moves between placements included', () => {
    expect(owed(told(duty, settings, entered('2026-01-31'), moved('2026-05-01', 'kin')), '2026-06-01')).toEqual([
      'due 2027-04-30',
    ]);
  });
  test('days on the run do not count, unless the agency counts them', () => {
    const run = [entered('2026-01-06'), moved('2026-06-01', 'runaway'), moved('2026-06-11', 'foster')];
    // 455 days from 6 January 2026 end on 6 April 2027; ten days more are needed.
    expect(owed(told(duty, settings, ...run), '2026-07-01')).toEqual(['due 2027-04-16']);
    const counted = { careDaysNotCounted: { value: '', says: 'All count.' } };
    expect(owed(told(duty, counted, ...run), '2026-07-01')).toEqual(['due 2027-04-06']);
  });
  test('a stay long before the window does not count: the next stay reaches it by itself', () => {
    const c = told(duty, settings, entered('2026-01-06'), home('2026-07-06'), entered('2028-07-06'));
    expect(owed(c, '2028-08-01')).toEqual(['due 2029-10-06']);
  });
  test('a child who reached it, went home and comes back years later reaches it again', () => {
    const first = told(duty, settings, entered('2026-01-06'), home('2027-06-06'));
    expect(owed(first, '2027-07-01')).toEqual(['overdue 2027-04-06']);
    expect(owed(first.with(entered('2030-01-06')), '2030-02-01')).toEqual(['due 2031-04-06']);
  });
});

describe('the end of an order', () => {
  const duty: Partial<Duty> = { from: word('order-ended', { status: 'order' }) };
  const legal = (on: string, over: Partial<Told> = {}): Told => ({
    type: 'LegalStatusChanged',
    on,
    children: ['c1'],
    status: 'order',
    ...over,
  });
  test('is the day after it expires, without anybody doing anything', () => {
    expect(owed(told(duty, {}, legal('2026-01-06', { expiresOn: '2026-06-30' })), '2026-02-01')).toEqual([
      'due 2026-07-01',
    ]);
  });
  test('is the day of another status, when that comes first', () => {
    const c = told(
      duty,
      {},
      legal('2026-01-06', { expiresOn: '2026-06-30' }),
      legal('2026-03-01', { status: 'dismissed' }),
    );
    expect(owed(c, '2026-02-28')).toEqual(['due 2026-03-01']);
  });
  test('is unknown for one without an end, and of several orders the last counts', () => {
    expect(owed(told(duty, {}, legal('2026-01-06')), '2026-02-01')).toEqual(['unknown -']);
    const two = [
      legal('2026-01-06', { expiresOn: '2026-06-30' }),
      legal('2026-01-06', { children: ['c2'], expiresOn: '2026-09-30' }),
    ];
    expect(owed(told(duty, {}, ...two), '2026-02-01')).toEqual(['due 2026-10-01']);
  });
  test('and while it stands the children are under it, on its last day too', () => {
    const under: Partial<Duty> = { only: rule.so('under-order', { status: 'order' }) };
    const c = told(under, {}, legal('2026-01-05', { expiresOn: '2026-06-30' }));
    expect(owed(c, '2026-06-30')).toEqual(['overdue 2026-01-05']);
    expect(owed(c, '2026-07-01')).toEqual(['not-applicable 2026-01-05']);
  });
});

describe('a reunification that is put off', () => {
  const duty: Partial<Duty> = {
    per: perChild,
    from: word('postponed-on', { setting: 'most' }),
    only: rule.did(happened('ReunificationPlanned')),
  };
  const settings = { most: { value: 30, says: 'Days.' } };
  const plan = (on: string, plannedFor: string): Told => ({
    type: 'ReunificationPlanned',
    on,
    plannedFor,
    children: ['c1'],
  });
  test('by no more than the setting, or brought forward, is not put off', () => {
    expect(
      owed(told(duty, settings, plan('2026-02-01', '2026-04-01'), plan('2026-02-10', '2026-05-01')), '2026-03-01'),
    ).toEqual(['unknown -']);
    expect(
      owed(told(duty, settings, plan('2026-02-01', '2026-06-01'), plan('2026-02-10', '2026-04-01')), '2026-03-01'),
    ).toEqual(['unknown -']);
  });
  test('small moves count together', () => {
    const c = told(
      duty,
      settings,
      plan('2026-02-01', '2026-04-01'),
      plan('2026-02-10', '2026-04-20'),
      plan('2026-02-20', '2026-05-10'),
    );
    expect(owed(c, '2026-03-01')).toEqual(['overdue 2026-02-10']);
  });
});

test.each(['America/Chicago', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/Sao_Paulo'])(
  'the civil day of an instant in %s, at both sides of every midnight of two years with their clock changes',
  (zone) => {
    const wrong: string[] = [];
    for (let d = day('2017-01-01'); d <= day('2018-12-31'); d++)
      for (const at of [startOfDay(d, zone) - 1, startOfDay(d, zone)])
        if (iso(dayOf(at, zone)) !== DateTime.fromMillis(at, { zone }).toISODate()) wrong.push(iso(d));
    expect(wrong).toEqual([]);
  },
);
