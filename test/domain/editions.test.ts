// Which text holds: a case follows the edition that it has adopted, an obligation the version, the setting and the calendar in
// force when it began; what no text covers is unknown, with the reason.
import {
  after,
  by,
  days,
  happened,
  monthEnd,
  opened,
  perChild,
  program,
  setting,
  type Program,
} from '../../src/domain/rule';
import { last } from '../../src/domain/rule';
import { ACase, anAgency, type Told } from '../support/a-case';

const care = happened('EnteredCare');
const visit = happened('ContactMade', { kind: 'visit' });
const edition = (over: Partial<Program>): Program =>
  program({
    id: 'policy',
    title: 'A policy',
    edition: '1',
    document: 'A document',
    effective: { from: '2020-01-01', to: '2025-12-31' },
    settings: {},
    duties: [],
    guards: [],
    guidance: [],
    kinds: ['visit', 'call'],
    ...over,
  });
const plan = (n: number, over: object = {}) => ({
  id: 'plan',
  cites: ['X-1'],
  says: 'Make the plan.',
  per: perChild,
  from: last(care),
  due: { by: after(opened, days(n)) },
  done: by(visit),
  owner: 'caseworker',
  ...over,
});
const entered = (on: string): Told => ({ type: 'EnteredCare', on, children: ['c1'] });
const adopted = (on: string, edition: string): Told => ({ type: 'EditionAdopted', on, program: 'policy', edition });

describe('editions of a program', () => {
  const first = edition({ duties: [plan(30)] });
  const second = edition({ edition: '2', effective: { from: '2026-01-01' }, duties: [plan(20)] });
  const opened2025 = ACase.opened([first, second], '2025-11-03');

  test('what begins under the first edition follows it, whatever is adopted later', () => {
    // 2025-12-20 + 30 = 2026-01-19
    expect(opened2025.with(entered('2025-12-20'), adopted('2026-01-05', '2')).owes('plan', '2026-01-06')).toEqual([
      { subject: 'child:c1', status: 'due', due: '2026-01-19' },
    ]);
  });
  test('what begins after the adoption follows the second', () => {
    // 2026-01-10 + 20 = 2026-01-30
    expect(opened2025.with(adopted('2026-01-05', '2'), entered('2026-01-10')).owes('plan', '2026-01-11')).toEqual([
      { subject: 'child:c1', status: 'due', due: '2026-01-30' },
    ]);
  });
  test('not adopted, and the first no longer holds: unknown, with the reason', () => {
    const [o] = opened2025.with(entered('2026-01-10')).obligations('plan', '2026-01-11');
    expect(o).toMatchObject({
      status: 'unknown',
      due: null,
      reason: expect.stringContaining('edition 1 of policy holds from 2020-01-01 to 2025-12-31') as string,
      missing: [{ suppliedBy: 'program-manager' }],
    });
  });
  test('a case opened under the second edition follows it from the first', () => {
    expect(ACase.opened([first, second], '2026-02-02').with(entered('2026-02-03')).owes('plan', '2026-02-04')).toEqual([
      { subject: 'child:c1', status: 'due', due: '2026-02-23' },
    ]);
  });
  test('before any text: unknown', () => {
    expect(ACase.opened([first], '2019-11-04').with(entered('2019-11-05')).owes('plan', '2019-11-06')).toEqual([
      { subject: 'child:c1', status: 'unknown', due: null },
    ]);
  });
  test.each([
    [adopted('2026-01-05', '3'), 'unknown-edition'],
    [{ ...adopted('2026-01-05', '2'), program: 'other' }, 'unknown-program'],
  ])('an edition that is not there cannot be adopted: %j', (told, code) => {
    const unmet = opened2025.with(told).refusals('2026-01-06');
    expect(unmet.map((u) => u.code)).toEqual([code]);
    if (code === 'unknown-program') expect(unmet[0]?.mend).toBe('Known: policy.');
  });
});

describe('versions of a duty', () => {
  const repeat = { every: days(90), after: 'done' as const };
  const changed = edition({
    effective: { from: '2020-01-01' },
    duties: [
      plan(30, { effective: { from: '2020-01-01', to: '2025-12-31' }, repeat }),
      plan(20, { effective: { from: '2026-01-01' }, repeat: { ...repeat, every: days(60) } }),
    ],
  });
  const c = ACase.opened([changed], '2025-10-01');

  test('each cycle follows the version in force when it begins', () => {
    // Entered 2025-11-01: +30 = 2025-12-01. Done 2025-12-01: +90 = 2026-03-01. Done 2026-02-01: +60 = 2026-04-02.
    const told = c.with(
      entered('2025-11-01'),
      { type: 'ContactMade', on: '2025-12-01', kind: 'visit', children: ['c1'] },
      { type: 'ContactMade', on: '2026-02-01', kind: 'visit', children: ['c1'] },
    );
    expect(told.owes('plan', '2026-02-02').map((o) => `${o.status} ${o.due}`)).toEqual([
      'met 2025-12-01',
      'met 2026-03-01',
      'due 2026-04-02',
    ]);
  });
  test('the last day of one and the first of the next', () => {
    expect(c.with(entered('2025-12-31')).owes('plan', '2026-01-01')[0]?.due).toBe('2026-01-30');
    expect(c.with(entered('2026-01-01')).owes('plan', '2026-01-01')[0]?.due).toBe('2026-01-21');
  });
  test('a correction over the change moves the obligation to the other version, and there is still one', () => {
    const told = c.with(
      { ...entered('2026-01-02'), id: 'it' },
      { type: 'EventCorrected', on: '2026-01-04', event: 'it', reason: 'The day before.', to: entered('2025-12-31') },
    );
    expect(told.owes('plan', '2026-01-05')).toEqual([{ subject: 'child:c1', status: 'due', due: '2026-01-30' }]);
  });
  test('of months each follows the version in force in it', () => {
    const monthly = { from: last(care), due: { by: monthEnd(opened) }, repeat: { monthly: true as const } };
    const calls = edition({
      effective: { from: '2020-01-01' },
      duties: [
        plan(0, { ...monthly, effective: { from: '2020-01-01', to: '2025-12-31' } }),
        plan(0, {
          ...monthly,
          effective: { from: '2026-01-01' },
          done: by(happened('ContactMade', { kind: 'call' })),
        }),
      ],
    });
    const told = ACase.opened([calls], '2025-11-03').with(
      entered('2025-12-10'),
      { type: 'ContactMade', on: '2025-12-11', kind: 'visit', children: ['c1'] },
      { type: 'ContactMade', on: '2026-01-11', kind: 'visit', children: ['c1'] },
    );
    expect(told.owes('plan', '2026-02-01').map((o) => `${o.status} ${o.due}`)).toEqual([
      'met 2025-12-31',
      'overdue 2026-01-31',
      'due 2026-02-28',
    ]);
  });
});

test('an agency setting counts as it stood when the obligation began', () => {
  const asSet = edition({
    effective: { from: '2020-01-01' },
    settings: { planWithin: { value: days(30), says: 'Days for the plan.' } },
    duties: [plan(0, { due: { by: after(opened, setting('planWithin')) } })],
  });
  const agency = anAgency({
    settings: { planWithin: { versions: [{ from: '2026-02-01', value: { unit: 'days', n: 10 } }] } },
  });
  const c = ACase.opened([asSet], '2026-01-05', undefined, agency);
  // Before the agency set it, the suggestion of 30 days holds: 2026-01-31 + 30 = 2026-03-02. From February on: 2026-02-01 + 10.
  expect(c.with(entered('2026-01-31')).owes('plan', '2026-02-02')[0]?.due).toBe('2026-03-02');
  expect(c.with(entered('2026-02-01')).owes('plan', '2026-02-02')[0]?.due).toBe('2026-02-11');
});
