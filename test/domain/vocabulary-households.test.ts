// Words and readings about households and returns home: who keeps a household waiting, whom a contact is with, what a
// closing for some children ends.
import * as rule from '../../src/domain/rule';
import type { Duty } from '../../src/domain/rule';
import type { Told } from '../support/a-case';
import { owed, told } from './support/one-duty';

const { aboutIt, after, allOf, by, days, did, happened, inCase, opened, perEvent, perHousehold, word } = rule;

const lives = (child: string, household: string): Told => ({
  type: 'HouseholdChanged',
  on: '2026-01-05',
  children: [child],
  household,
});
const both = [lives('c1', 'h1'), lives('c2', 'h1')];
const home = (on: string, child: string, household = 'h1'): Told => ({
  type: 'ReunificationHappened',
  on,
  children: [child],
  household,
});

describe('the first return', () => {
  const duty: Partial<Duty> = { per: perHousehold, from: word('first-reunification') };
  const story = [...both, home('2026-02-02', 'c1'), home('2026-03-02', 'c2')];
  test('is the earliest of those who are at home, where the last is the latest', () => {
    expect(owed(told(duty, {}, ...story), '2026-04-01')).toEqual(['overdue 2026-02-02']);
    const last: Partial<Duty> = { ...duty, from: word('last-reunification') };
    expect(owed(told(last, {}, ...story), '2026-04-01')).toEqual(['overdue 2026-03-02']);
  });
  test('of a household is not that of another; of the case it is that of any', () => {
    const apart = [lives('c1', 'h1'), lives('c2', 'h2'), home('2026-02-02', 'c1'), home('2026-03-02', 'c2', 'h2')];
    expect(owed(told(duty, {}, ...apart), '2026-04-01')).toEqual(['overdue 2026-02-02', 'overdue 2026-03-02']);
    const ofCase: Partial<Duty> = { ...duty, from: word('first-reunification', { of: 'case' }) };
    expect(owed(told(ofCase, {}, ...apart), '2026-04-01')).toEqual(['overdue 2026-02-02', 'overdue 2026-02-02']);
  });
});

describe('the return of the last child', () => {
  const duty: Partial<Duty> = { per: perHousehold, from: word('last-reunification') };
  test.each([
    ['removed', { type: 'ChildRemoved' }],
    ['taken into care', { type: 'EnteredCare' }],
    ['placed with kin', { type: 'PlacementChanged', kind: 'kin' }],
  ])('a child that was %s keeps the household waiting', (_how, event) => {
    const away: Told = { ...event, on: '2026-01-06', children: ['c2'] };
    expect(owed(told(duty, {}, ...both, away, home('2026-02-02', 'c1')), '2026-03-01')).toEqual(['unknown -']);
  });
  test('a stay in hospital or a visit home on trial ends no return', () => {
    const stays = ['hospital', 'trial-home-visit', 'home'].map((kind): Told => ({
      type: 'PlacementChanged',
      on: '2026-02-10',
      children: ['c1'],
      kind,
    }));
    expect(owed(told(duty, {}, lives('c1', 'h1'), home('2026-02-02', 'c1'), ...stays), '2026-03-01')).toEqual([
      'overdue 2026-02-02',
    ]);
  });
  test('a child in care keeps the household waiting into which its return is planned, and no longer the one that it comes from', () => {
    const story = [
      ...both,
      { type: 'ChildRemoved', on: '2026-01-06', children: ['c1', 'c2'] },
      home('2026-02-02', 'c1'),
    ];
    const planned = (household: string): Told => ({
      type: 'ReunificationPlanned',
      on: '2026-02-03',
      children: ['c2'],
      plannedFor: '2026-04-01',
      household,
    });
    expect(owed(told(duty, {}, ...story, planned('h1')), '2026-03-01')).toEqual(['unknown -']);
    expect(owed(told(duty, {}, ...story, planned('h2')), '2026-03-01')).toEqual(['overdue 2026-02-02']);
  });
  test('the first return of those who are at home now stands beside it', () => {
    const first: Partial<Duty> = { per: perHousehold, from: word('first-reunification') };
    const story = [...both, home('2026-02-02', 'c1'), home('2026-03-02', 'c2')];
    expect(owed(told(first, {}, ...story), '2026-04-01')).toEqual(['overdue 2026-02-02']);
    const again: Told = { type: 'ChildRemoved', on: '2026-03-20', children: ['c1'] };
    expect(owed(told(first, {}, ...story, again), '2026-04-01')).toEqual(['overdue 2026-03-02']);
  });
});

test('in care: away, not home again, and nobody has decided that it will not come home', () => {
  const duty: Partial<Duty> = { per: rule.perChild, only: rule.so('awaited-home') };
  const seen = (...events: Told[]): string[] => owed(told(duty, {}, ...events), '2026-03-01');
  const away: Told = { type: 'ChildRemoved', on: '2026-01-06', children: ['c1'] };
  expect(seen(away)).toEqual(['overdue 2026-01-05', 'not-applicable 2026-01-05']);
  expect(seen(away, home('2026-02-02', 'c1'))).toEqual(['not-applicable 2026-01-05', 'not-applicable 2026-01-05']);
  expect(
    seen(away, {
      type: 'DecisionMade',
      on: '2026-02-02',
      kind: 'will-not-reunify',
      outcome: 'adoption',
      children: ['c1'],
    }),
  ).toEqual(['not-applicable 2026-01-05', 'not-applicable 2026-01-05']);
});

test('away again: only when every child that came home that day has been taken out of its home', () => {
  const duty: Partial<Duty> = {
    per: rule.perEvent(happened('ReunificationHappened'), 'household'),
    from: rule.trigger(),
    ends: rule.so('away-again'),
    ended: 'the children are away again',
  };
  const together: Told = { ...home('2026-02-02', 'c1'), children: ['c1', 'c2'] };
  const removed = (child: string): Told => ({ type: 'ChildRemoved', on: '2026-02-20', children: [child] });
  expect(owed(told(duty, {}, ...both, together, removed('c1')), '2026-03-01')).toEqual(['overdue 2026-02-02']);
  const gone = told(duty, {}, ...both, together, removed('c1'), removed('c2')).obligations('duty', '2026-03-01');
  expect(gone.map((o) => [o.status, o.reason])).toEqual([['not-applicable', 'the children are away again']]);
});

test('an order is read as it stood on the day of the event, although the event was recorded later', () => {
  const seen = (args: Record<string, string>): string[] =>
    owed(
      told(
        {
          per: rule.perEvent(inCase('CircumstanceRecorded', { kind: 'participation' })),
          from: rule.trigger(),
          only: rule.so('under-order', { status: 'order', ...args }),
        },
        {},
        { type: 'LegalStatusChanged', on: '2026-01-06', children: ['c1'], status: 'order', expiresOn: '2026-02-28' },
        {
          type: 'CircumstanceRecorded',
          on: '2026-02-28',
          kind: 'participation',
          value: 'refused',
          known: '2026-03-02',
        },
      ),
      '2026-03-02',
    );
  expect(seen({ on: 'trigger' })).toEqual(['overdue 2026-02-28']);
  expect(seen({})).toEqual([]);
});

test('the end of the order: where there never was one, since the opening when the rule says so', () => {
  const from = (args: Record<string, string>): Partial<Duty> => ({
    from: word('order-ended', { status: 'order', ...args }),
  });
  expect(owed(told(from({}), {}), '2026-03-02')).toEqual(['unknown -']);
  expect(owed(told(from({ never: 'opening' }), {}), '2026-03-02')).toEqual(['overdue 2026-01-05']);
  const standing: Told = { type: 'LegalStatusChanged', on: '2026-01-06', children: ['c1'], status: 'order' };
  expect(owed(told(from({ never: 'opening' }), {}, standing), '2026-03-02')).toEqual(['unknown -']);
});

test('the last return of the case, whatever child or household the event names', () => {
  const seen = (args: Record<string, string>): string[] =>
    owed(
      told(
        {
          per: rule.perEvent(inCase('ActionTaken', { kind: 'step' })),
          from: rule.trigger(),
          done: by(aboutIt('ActionTaken')),
          only: rule.reached(word('last-reunification', args)),
        },
        {},
        ...both,
        { type: 'ChildRemoved', on: '2026-01-06', children: ['c1', 'c2'] },
        home('2026-02-02', 'c1'),
        { type: 'ActionTaken', on: '2026-02-03', kind: 'step', children: ['c1'] },
      ),
      '2026-03-02',
    );
  expect(seen({})).toEqual(['overdue 2026-02-03']);
  expect(seen({ of: 'case' })).toEqual([]);
});

test('a contact with people whose household is known concerns that household, and no other', () => {
  const c = (participants: string[]) =>
    told(
      { per: perHousehold, done: by(happened('ContactMade')) },
      {},
      lives('c1', 'h1'),
      lives('c2', 'h2'),
      { type: 'ParticipantAdded', on: '2026-01-05', participant: 'mother', role: 'parent', household: 'h1' },
      { type: 'ContactMade', on: '2026-01-05', kind: 'visit', participants },
    )
      .owes('duty', '2026-01-06')
      .map((o) => `${o.subject} ${o.status}`);
  expect(c(['mother'])).toEqual(['household:h1 met', 'household:h2 overdue']);
  expect(c(['c2'])).toEqual(['household:h1 overdue', 'household:h2 met']);
  // Where p1 lives nobody has recorded: of both.
  expect(c(['p1'])).toEqual(['household:h1 met', 'household:h2 met']);
});

test('what a household owes ends with the closing, or the end of the enrolment, of the last of its children', () => {
  const duty: Partial<Duty> = { per: perHousehold, due: { by: after(opened, days(365)) } };
  const closed = (on: string, child: string): Told => ({ type: 'CaseClosed', on, reason: 'done', children: [child] });
  const left = (on: string, child: string): Told => ({ type: 'ProgramEnded', on, program: 'p', children: [child] });
  const seen = (...events: Told[]): (string | undefined)[] =>
    told(duty, {}, ...events)
      .obligations('duty', '2026-03-01')
      .map((o) => o.reason ?? o.status);
  const apart = [lives('c1', 'h1'), lives('c2', 'h2')];
  expect(seen(...apart, closed('2026-02-01', 'c1'))).toEqual([
    'the case was closed on 2026-02-01',
    'still lacking: action taken (step)',
  ]);
  expect(seen(...both, closed('2026-02-01', 'c1'))).toEqual(['still lacking: action taken (step)']);
  expect(seen(...apart, left('2026-02-01', 'c2'))).toEqual([
    'still lacking: action taken (step)',
    'the enrolment in p ended on 2026-02-01',
  ]);
});

test('an interval that nobody has agreed yet leaves the date unknown, and says who agrees it', () => {
  const level = inCase('DecisionMade', { kind: 'level' });
  const duty: Partial<Duty> = { due: { by: after(opened, rule.agreed(level)) } };
  expect(told(duty, {}).obligations('duty', '2026-01-06')).toMatchObject([
    { status: 'unknown', missing: [{ fact: 'decision made (level)', suppliedBy: 'caseworker' }] },
  ]);
  const agreed: Told = {
    type: 'DecisionMade',
    on: '2026-01-05',
    kind: 'level',
    outcome: 'set',
    interval: { unit: 'days', n: 7 },
  };
  expect(owed(told(duty, {}, agreed), '2026-01-06')).toEqual(['due 2026-01-12']);
});

test('an interval that the event itself should give, and does not', () => {
  const levelSet = happened('DecisionMade', { kind: 'level' });
  const duty: Partial<Duty> = {
    per: perEvent(levelSet),
    from: rule.trigger(),
    due: { by: after(rule.trigger(), rule.agreed('trigger')) },
  };
  const set: Told = { type: 'DecisionMade', on: '2026-01-05', kind: 'level', outcome: 'set' };
  expect(told(duty, {}, set).obligations('duty', '2026-01-06')).toMatchObject([
    { status: 'unknown', missing: [{ fact: 'the interval', suppliedBy: 'caseworker' }] },
  ]);
  expect(owed(told(duty, {}, { ...set, interval: { unit: 'days', n: 7 } }), '2026-01-06')).toEqual(['due 2026-01-12']);
});

test('for each: every such event needs its own answer', () => {
  const answered = rule.forEach(
    inCase('AllegationReported'),
    allOf(did(aboutIt('CircumstanceRecorded', { kind: 'outcome' }))),
  );
  const duty: Partial<Duty> = { only: answered };
  const reported = (id: string): Told => ({ type: 'AllegationReported', on: '2026-01-06', id });
  const outcome = (about: string): Told => ({ type: 'CircumstanceRecorded', on: '2026-01-07', kind: 'outcome', about });
  expect(owed(told(duty, {}), '2026-02-01')).toEqual(['overdue 2026-01-05']);
  expect(owed(told(duty, {}, reported('a'), reported('b'), outcome('a')), '2026-02-01')).toEqual([
    'not-applicable 2026-01-05',
  ]);
  expect(owed(told(duty, {}, reported('a'), reported('b'), outcome('a'), outcome('b')), '2026-02-01')).toEqual([
    'overdue 2026-01-05',
  ]);
});

test('what had ended by the day on which it was due is not late when it is done afterwards', () => {
  const duty: Partial<Duty> = {
    due: { by: after(opened, days(30)) },
    repeat: { again: true },
    done: by(inCase('ContactMade')),
    ends: did(inCase('ActionTaken', { kind: 'over' })),
  };
  const contact = (on: string): Told => ({ type: 'ContactMade', on, kind: 'visit' });
  const over: Told = { type: 'ActionTaken', on: '2026-02-01', kind: 'over' };
  // Met on 20 January, so due on 19 February: over by then.
  expect(owed(told(duty, {}, contact('2026-01-20'), over, contact('2026-03-10')), '2026-04-01')).toEqual([
    'met 2026-02-04 2026-01-20',
    'not-applicable 2026-02-19',
  ]);
  // Over only after it was due: late.
  expect(
    owed(told(duty, {}, contact('2026-01-20'), { ...over, on: '2026-02-25' }, contact('2026-03-10')), '2026-04-01'),
  ).toEqual(['met 2026-02-04 2026-01-20', 'met-late 2026-02-19 2026-03-10']);
});

test('an urgent duty tells the supervisor when the agency says so for this duty', () => {
  const urgent: Partial<Duty> = {
    per: rule.perEvent(inCase('CircumstanceRecorded', { kind: 'change' })),
    from: rule.trigger(),
    due: { by: after(rule.trigger(), rule.hours(24)) },
    remind: 'at-once',
  };
  const change: Told = { type: 'CircumstanceRecorded', on: '2026-02-02', kind: 'change' };
  const escalations = (duty: Partial<Duty>): string[] =>
    told(duty, { changeEscalations: { value: [1440], says: 'Minutes.' } }, change)
      .at('2026-02-05')
      .notices.filter((n) => n.kind === 'escalate')
      .map((n) => n.rung);
  expect(escalations(urgent)).toEqual(['60m']);
  expect(escalations({ ...urgent, escalate: 'changeEscalations' })).toEqual(['1440m']);
});

test('that a child came into the case concerns the household in which it lives, and no other', () => {
  const c = (over: Partial<Told>): string[] =>
    told(
      { per: perHousehold, done: by(happened('ChildAdded', { bornOn: '2026-01-02' })) },
      {},
      lives('c1', 'h1'),
      lives('c2', 'h2'),
      { type: 'ChildAdded', on: '2026-01-05', child: 'baby', bornOn: '2026-01-02', ...over },
      ...(over['household'] === undefined ? [lives('baby', 'h2')] : []),
    )
      .owes('duty', '2026-01-06')
      .map((o) => `${o.subject} ${o.status}`);
  expect(c({})).toEqual(['household:h1 overdue', 'household:h2 met']);
  expect(c({ household: 'h1' })).toEqual(['household:h1 met', 'household:h2 overdue']);
});
