// A child who comes into care again on the day on which the stay before ended: each stay has its own beginnings. Shrunk from
// stories (test/property).
import { everyCase } from '../../src/programs/every-case';
import { moPermanency } from '../../src/programs/mo-permanency';
import { ACase } from '../support/a-case';
import { came, custody, entered, home, placed } from '../programs/mo-permanency/stories';

const keys = (c: ACase, when: string): string[] => c.at(when).obligations.map((o) => o.key);

test('MO-53: home and into care again on one day: the first stay does not count from the second', () => {
  const c = ACase.opened([everyCase, moPermanency], '2026-01-05').with(
    custody('2026-01-06', { id: 'first' }),
    home('2026-05-04', { at: '2026-05-04T09:00:00-07:00' }),
    came('2026-05-04', { id: 'second', at: '2026-05-04T20:00:00-07:00' }),
  );
  expect(new Set(keys(c, '2026-05-10')).size).toBe(keys(c, '2026-05-10').length);
  // 2026-01-06 + 30 days, while custody alone is known of the first stay; 2026-05-04 + 30 days.
  expect(c.owes('social-service-plan', '2026-05-10').map((o) => `${o.status} ${o.due}`)).toEqual([
    'not-applicable 2026-02-05',
    'due 2026-06-03',
  ]);
});

test.each([
  ['custody', custody],
  ['coming into care', came],
  ['entry', entered],
])(
  'MO-46, MO-48: on one day home and, by %s, into care again: what began the second stay is none of the first',
  (_how, again) => {
    const c = ACase.opened([everyCase, moPermanency], '2025-01-05').with(
      came('2026-01-06', { id: 'first' }),
      home('2026-05-04', { at: '2026-05-04T09:00:00-07:00' }),
      again('2026-05-04', { id: 'second', at: '2026-05-04T20:00:00-07:00' }),
      // Custody of the second stay, if it is not that which began it.
      ...(again === custody ? [] : [custody('2026-05-05', { id: 'order' })]),
    );
    // The first counts from coming into care: no custody of it is known, and that of the second is none of its own.
    const on = again === custody ? '2026-06-03' : '2026-06-04';
    expect(c.owes('treatment-plan', '2026-05-10').map((o) => `${o.status} ${o.due}`)).toEqual([
      'not-applicable 2026-02-05',
      `due ${on}`,
    ]);
  },
);

test('MO-06: an entry after a trial home visit begins a stay, and is no entry of the stay that it ends', () => {
  const c = ACase.opened([everyCase, moPermanency], '2026-01-05').with(
    custody('2026-01-06'),
    placed('2026-03-02', 'trial-home-visit'),
    entered('2026-05-04', { id: 'again' }),
  );
  expect(new Set(keys(c, '2026-05-10')).size).toBe(keys(c, '2026-05-10').length);
  // 72 hours, by the day: 2026-05-07. Of the first stay no entry was recorded.
  expect(c.owes('meeting-72-hours', '2026-05-05').filter((o) => o.due !== null)).toEqual([
    { subject: 'child:c1', status: 'due', due: '2026-05-07' },
  ]);
});

test('MO-44: home and into care again on one day are counted in the order of the clock, in whatever order they were told', () => {
  const facts = [
    custody('2026-01-06', { at: '2026-01-06T08:00:00-08:00' }),
    placed('2026-01-06', 'home', { at: '2026-01-06T09:00:00-08:00' }),
    entered('2026-01-06', { at: '2026-01-06T20:00:00-08:00' }),
  ];
  for (const told of [facts, facts.toReversed()]) {
    const c = ACase.opened([everyCase, moPermanency], '2026-01-05').with(...told, placed('2026-01-16', 'foster'));
    // No day at home: 15 calendar months from 2026-01-06 are over on 2027-04-06, and the review is due 30 days later.
    expect(c.owes('goal-review-15-of-22', '2026-02-01').map((o) => o.due)).toEqual(['2027-05-06']);
  }
});
