// Two facts of one day may be told in either order: the dates are the same. Shrunk from stories (test/property).
import { caCasePlanning } from '../../src/programs/ca-case-planning';
import { everyCase } from '../../src/programs/every-case';
import { laP3 } from '../../src/programs/la-p3';
import { moPermanency } from '../../src/programs/mo-permanency';
import { wiPermanencySupport } from '../../src/programs/wi-permanency-support';
import { ACase, type Told } from '../support/a-case';
import * as ca from './ca-case-planning/told';
import * as la from './la-p3/told';
import * as mo from './mo-permanency/stories';
import * as wi from './wi-permanency-support/stories';

/** The duty in the case before which these facts were told, in both orders. */
function bothWays(c: ACase, told: readonly Told[], duty: string, when: string): string[] {
  const [one, other] = [told, told.toReversed()].map((list) =>
    c
      .with(...list)
      .owes(duty, when)
      .map((o) => `${o.subject} ${o.status} ${o.due ?? '-'}`),
  );
  expect(other).toEqual(one);
  return one!;
}

test('MO-15: a concurrent goal set on the day of entry: both places 30 days after it', () => {
  const c = ACase.opened([everyCase, moPermanency], '2026-01-05');
  const facts = [mo.entered('2026-01-06', { id: 'entry' }), mo.concurrent('2026-01-06', 'adoption', { id: 'goal' })];
  expect(bothWays(c, facts, 'plan-in-both-places', '2026-01-10')).toEqual(['event:goal/c1 due 2026-02-05']);
});

describe('WI-42, WI-43: what served the staffing before does not serve this one', () => {
  const c = ACase.opened([everyCase, wiPermanencySupport], '2026-01-05', undefined, wi.agency).with(
    wi.removed('2026-01-06', 'c1'),
    wi.home('2026-02-02'),
    wi.set('2026-07-01', 'm1', 'six-month-staffing', '2026-07-20', { id: 'first' }),
    wi.document('2026-07-15', 'k1', 'cans'),
  );
  const held = wi.held('2026-07-20', 'm1', 'six-month-staffing', { attendance: wi.threeRoles });
  test('when the next is set on the day on which it was held', () => {
    const next = wi.set('2026-07-20', 'm2', 'closure-staffing', '2026-08-10', { id: 'next' });
    expect(bothWays(c, [held, next], 'cans-before-staffing', '2026-07-21')).toContain(
      'event:next/h1 window 2026-08-09',
    );
  });
  test('and when both were set before the first was held', () => {
    const next = wi.set('2026-07-02', 'm2', 'closure-staffing', '2026-08-10', { id: 'next' });
    const fresh = c.with(next, held);
    expect(
      fresh.obligations('cans-before-staffing', '2026-07-21').find((o) => o.subject.key === 'event:next/h1')?.status,
    ).toBe('window');
    const done = fresh.with(wi.document('2026-07-22', 'k2', 'cans'));
    expect(done.obligations('cans-before-staffing', '2026-07-23').map((o) => o.status)).toEqual(['met', 'met']);
  });
});

describe('P3', () => {
  const c = ACase.opened([everyCase, laP3], '2026-01-05', undefined, la.plain);
  test('LA-16: an enrolment and an assignment of one day: the acceptance before them is of another enrolment', () => {
    const before = c.with(
      la.accepted('2026-01-10', { children: ['c1'] }),
      la.ended('2026-03-01', { reason: 'The youth asked for it.' }),
    );
    const facts = [la.enrolled('2026-05-04'), la.p3Worker('2026-05-04', { id: 'worker' })];
    expect(bothWays(before, facts, 'received-noted', '2026-05-05')).toEqual(['event:worker/c1 overdue 2026-05-04']);
  });
  test('LA-86: two referrals to support services on one day are answered by one form', () => {
    const talk = la.contact('2026-02-01', { id: 'talk', kind: 'with-caseworker' });
    const refer = (id: string): Told =>
      la.action('2026-02-02', { id, kind: 'resource-referral', parts: ['apss'], about: 'talk', children: ['c1'] });
    const filled = la.document('2026-02-02', { document: 'apss', kind: 'apss-referral', children: ['c1'] });
    const list = [refer('one'), refer('two')];
    const [one, other] = [list, list.toReversed()].map((told) =>
      c
        .with(talk, ...told, filled)
        .owes('apss-form', '2026-02-03')
        .map((o) => `${o.subject} ${o.status}`)
        .sort(),
    );
    expect(one).toEqual(['event:one/c1 met', 'event:two/c1 met']);
    expect(other).toEqual(one);
  });
  test('LA-90: of two hearings the list for the first is not bound to the date of the second, whichever was set first', () => {
    const june = la.circumstance('2026-02-02', {
      id: 'june',
      kind: 'hearing-set',
      plannedFor: '2026-06-01',
      children: ['c1'],
    });
    const fall = la.circumstance('2026-02-02', {
      id: 'fall',
      kind: 'hearing-set',
      plannedFor: '2026-09-01',
      children: ['c1'],
    });
    const list = la.document('2026-05-20', { document: 'efforts', kind: 'relationship-efforts', children: ['c1'] });
    for (const told of [
      [june, fall],
      [fall, june],
      [{ ...fall, on: '2026-01-20' }, june],
    ])
      expect(
        c
          .with(...told, list)
          .owes('relationship-efforts', '2026-05-21')
          .map((o) => `${o.subject} ${o.status} ${o.due}`),
      ).toEqual(['event:june/c1 met 2026-06-01', 'event:fall/c1 due 2026-09-01']);
  });
});

describe('case planning', () => {
  const c = ACase.opened([everyCase, caCasePlanning], '2026-01-05');
  test('CA-32: a planning meeting that is set on the day of the one before it is prepared for anew', () => {
    const before = c.with(
      ca.meetingSet('2026-01-20', {
        id: 'first',
        meeting: 'm1',
        kinds: ['case-planning'],
        invitees: ['p1'],
        startsAt: '2026-02-02T10:00',
        zone: 'America/Los_Angeles',
      }),
      ca.document('2026-01-25', { document: 'prep', kind: 'planning-preparation', parts: ca.preparation }),
    );
    const facts = [
      ca.meetingHeld('2026-02-02', { meeting: 'm1', attendance: [{ participant: 'p1', how: 'present' }] }),
      ca.meetingSet('2026-02-02', {
        id: 'next',
        meeting: 'm2',
        kinds: ['case-planning'],
        invitees: ['p1'],
        startsAt: '2026-03-02T10:00',
        zone: 'America/Los_Angeles',
      }),
    ];
    expect(bothWays(before, facts, 'prepare-planning', '2026-02-03')).toEqual([
      'event:first met 2026-02-02',
      'event:next due 2026-03-02',
    ]);
  });
  test('CA-71: the update of the day on which the child comes home is that of a child at home', () => {
    const away = c.with(ca.care('2026-01-10', { children: ['c1'] }));
    const facts = [ca.update('2026-06-01', { children: ['c1'] }), ca.wentHome('2026-06-01', { children: ['c1'] })];
    expect(bothWays(away, facts, 'update-visits-and-concurrent-goal', '2026-06-02')).toEqual([]);
  });
});
