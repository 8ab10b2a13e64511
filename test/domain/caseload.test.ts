// Who gets a family, and why this person and not the others.
import { agencyOf, agencySchema, type AgencyInput } from '../../src/domain/agency';
import { day } from '../../src/domain/calendar';
import { decide, distribute, owesStaff } from '../../src/domain/assigning';
import { programs } from '../../src/programs';
import { choose, type Caseload, type Family } from '../../src/domain/caseload';
import { ZONE } from '../support/a-case';

type Person = AgencyInput['staff'][number];
const facilitators = ['ann', 'bob', 'cyd'] as const;

function caseload(
  carried: Partial<Record<string, number>>,
  changed: Partial<Record<string, Partial<Person>>> = {},
  over: Partial<Caseload> = {},
): Caseload {
  const staff: Person[] = [
    ...facilitators.map((id) => ({ id, role: 'facilitator' as const, unit: 'north' })),
    { id: 'far', role: 'facilitator', unit: 'south' },
    { id: 'worker', role: 'caseworker', unit: 'north' },
    { id: 'lead', role: 'facilitator-supervisor', unit: 'north' },
  ];
  return {
    agency: agencyOf(
      agencySchema.parse({ id: 'a', zone: ZONE, staff: staff.map((one) => ({ ...one, ...changed[one.id] })) }),
    ),
    unit: 'north',
    role: 'facilitator',
    on: day('2026-03-10'),
    carried: new Map(Object.entries(carried) as [string, number][]),
    limit: 50,
    officeLanguage: 'en',
    ...over,
  };
}
const family = (over: Partial<Family> = {}): Family => ({
  caseId: 'case-1',
  languages: ['en'],
  current: null,
  had: new Map(),
  apart: new Map(),
  ...over,
});
const by = (of: Caseload, id: string) => of.agency.staff.get(id)!;

describe('WA-17, WA-31: a facilitator for every family, about fifty families each', () => {
  test('whoever carries least, with the reason; each of the others with theirs', () => {
    expect(choose(family(), caseload({ ann: 12, bob: 10, cyd: 14 }))).toEqual({
      staff: 'bob',
      because: 'Carries 10 of 50 families, the least of those who could.',
      others: [
        { staff: 'ann', because: 'Carries 12 of 50 families: more.' },
        { staff: 'cyd', because: 'Carries 14 of 50 families: more.' },
      ],
    });
  });

  test('where no limit is set none is spoken of', () => {
    expect(choose(family(), caseload({ ann: 12, bob: 10, cyd: 14 }, {}, { limit: null })).because).toBe(
      'Carries 10 families, the least of those who could.',
    );
  });

  test('whoever works three days a week carries three fifths', () => {
    const of = caseload({ ann: 20, bob: 15, cyd: 21 }, { bob: { workingDays: [1, 2, 3] } });
    const chosen = choose(family(), of);
    expect(chosen.staff).toBe('ann');
    expect(chosen.others).toContainEqual({
      staff: 'bob',
      because: 'Carries 15 of 50 families on 3 days a week: more.',
    });
  });

  test('a family that speaks Spanish goes to who speaks it, though another carries less; in the office’s language it does not matter', () => {
    const of = caseload({ ann: 12, bob: 10, cyd: 14 }, { cyd: { languages: ['es', 'en'] } });
    expect(choose(family({ languages: ['es-MX', 'en'] }), of)).toEqual({
      staff: 'cyd',
      because: 'Speaks es as the family does; carries 14 of 50 families.',
      others: [
        { staff: 'bob', because: 'Does not speak es.' },
        { staff: 'ann', because: 'Does not speak es.' },
      ],
    });
    expect(choose(family({ languages: ['en-US'] }), of).staff).toBe('bob');
  });

  test('nobody speaks it: the least load, and that an interpreter is needed', () => {
    expect(choose(family({ languages: ['vi'] }), caseload({ ann: 2, bob: 3, cyd: 3 })).because).toBe(
      'Carries 2 of 50 families, the least of those who could; nobody who could take it speaks vi: an interpreter is needed.',
    );
  });

  test('a family of two languages that nobody speaks: an interpreter of either will do', () => {
    expect(choose(family({ languages: ['vi', 'es'] }), caseload({ ann: 2, bob: 3, cyd: 3 })).because).toBe(
      'Carries 2 of 50 families, the least of those who could; nobody who could take it speaks es or vi: an interpreter is needed.',
    );
  });

  test('whoever had the family before has it again, the last one first', () => {
    const had = new Map([
      ['ann', day('2024-05-01')],
      ['cyd', day('2025-05-01')],
    ]);
    const chosen = choose(family({ had }), caseload({ ann: 1, bob: 1, cyd: 40 }));
    expect(chosen.staff).toBe('cyd');
    expect(chosen.because).toBe('Had this family until 2025-05-01; carries 40 of 50 families.');
    expect(chosen.others[0]).toEqual({ staff: 'ann', because: 'Does not know this family, or knew it longer ago.' });
  });

  test('somebody who is away is passed over, unless everybody is; who leaves gets nobody new', () => {
    const away = { absences: [{ from: '2026-03-09', to: '2026-03-20' }] };
    const chosen = choose(family(), caseload({ bob: 9 }, { ann: away, cyd: { leavesOn: '2026-06-01' } }));
    expect([chosen.staff, chosen.others]).toEqual([
      'bob',
      [
        { staff: 'ann', because: 'Is away until 2026-03-20.' },
        { staff: 'cyd', because: 'Leaves on 2026-06-01.' },
      ],
    ]);
    const all = caseload({ bob: 9 }, { ann: away, bob: away, cyd: { active: false } });
    expect(choose(family(), all)).toMatchObject({
      staff: 'ann',
      because:
        'Carries 0 of 50 families, the least of those who could; is away until 2026-03-20, and so is everybody else.',
    });
  });

  test('WA-03: the case worker of the family is not its facilitator by choice of the system', () => {
    const apart = new Map([['ann', 'is the case worker of this family (WA-03)']]);
    const chosen = choose(family({ apart }), caseload({ bob: 9, cyd: 8 }));
    expect(chosen.staff).toBe('cyd');
    expect(chosen.others).toContainEqual({ staff: 'ann', because: 'Is the case worker of this family (WA-03).' });
  });

  test('people of another unit, in another role or no longer here are not looked at', () => {
    const of = caseload({}, { ann: { active: false }, bob: { leavesOn: '2026-03-10' } });
    expect(choose(family(), of)).toEqual({
      staff: 'cyd',
      because: 'Carries 0 of 50 families, and nobody else can take it.',
      others: [],
    });
  });
});

describe('the fifty-first family', () => {
  const full = caseload({ ann: 50, bob: 52, cyd: 50 });

  test('with everybody at the limit nobody is chosen: what is unmet says who carries what, and what a supervisor may do', () => {
    expect(decide({ by: by(full, 'worker') }, family(), full)).toMatchObject({
      decided: false,
      unmet: [
        {
          code: 'nobody-free',
          cites: ['WA-17', 'WA-31'],
          says: expect.stringContaining('ann: Carries 50 of 50 families: one more needs a supervisor’s reason.'),
          mend: expect.stringContaining('A supervisor'),
        },
      ],
    });
  });

  test('below the limit by one is below the limit', () => {
    expect(decide({ by: null }, family(), caseload({ ann: 50, bob: 49, cyd: 50 }))).toMatchObject({
      decided: true,
      staff: 'bob',
      beyondLimit: false,
    });
  });

  test.each([
    { who: 'worker', reason: 'Nobody else is free.', says: 'A supervisor may assign it' },
    { who: 'lead', reason: undefined, says: 'Give the `reason`' },
  ])('$who with the reason $reason is refused', ({ who, reason, says }) => {
    const wish = { by: by(full, who), staff: 'ann', ...(reason === undefined ? {} : { reason }) };
    expect(decide(wish, family(), full)).toMatchObject({
      decided: false,
      unmet: [{ code: 'over-limit', field: 'reason', cites: ['WA-31'], mend: expect.stringContaining(says) }],
    });
  });

  test('a supervisor who says why assigns it, to a person or to whoever carries least', () => {
    const reason = 'The family moves next month.';
    expect(decide({ by: by(full, 'lead'), staff: 'bob', reason }, family(), full)).toEqual({
      decided: true,
      staff: 'bob',
      beyondLimit: true,
      because: 'Named by lead. Carries 52 of 50 families: above the limit by decision of lead.',
      others: [
        {
          staff: 'ann',
          because: 'Would have been chosen. Carries 50 of 50 families.',
        },
        { staff: 'cyd', because: 'Carries 50 of 50 families: as much, and one of them had to be first.' },
      ],
    });
    expect(decide({ by: by(full, 'lead'), reason }, family(), full)).toMatchObject({
      decided: true,
      staff: 'ann',
      beyondLimit: true,
    });
  });
});

describe('a family that has somebody', () => {
  const of = caseload({ ann: 5, bob: 1 });
  const has = family({ current: 'ann' });

  test('keeps that one until permanency: without a reason nothing is changed, and the field is named', () => {
    expect(decide({ by: by(of, 'lead') }, has, of)).toMatchObject({
      unmet: [{ code: 'already-assigned', field: 'case' }],
    });
    expect(decide({ by: by(of, 'lead'), staff: 'bob' }, has, of)).toMatchObject({
      unmet: [{ code: 'reason-missing', field: 'reason' }],
    });
    expect(decide({ by: by(of, 'lead'), staff: 'ann', reason: 'x' }, has, of)).toMatchObject({
      unmet: [{ code: 'duplicate', field: 'staff' }],
    });
  });
  test('with a reason it goes to the person named, or to whoever is chosen among the others', () => {
    expect(decide({ by: by(of, 'worker'), staff: 'bob', reason: 'x' }, has, of)).toMatchObject({ staff: 'bob' });
    expect(decide({ by: by(of, 'worker'), reason: 'x' }, has, of)).toMatchObject({ staff: 'cyd' });
  });
  test.each([
    { staff: 'nobody', code: 'unknown-staff' },
    { staff: 'worker', code: 'other-role' },
    { staff: 'far', code: 'other-unit' },
    { staff: 'gone', code: 'inactive-staff' },
  ])('$staff cannot take it: $code', ({ staff, code }) => {
    const gone = { id: 'gone', role: 'facilitator', unit: 'north', active: false } as const;
    const agency = agencyOf(agencySchema.parse({ id: 'a', zone: ZONE, staff: [...of.agency.staff.values(), gone] }));
    const decision = decide({ by: by(of, 'lead'), staff }, family(), { ...of, agency });
    expect(decision).toMatchObject({ decided: false, unmet: [{ code, field: 'staff' }] });
  });
});

describe('a hand-over', () => {
  const twelve = Array.from({ length: 12 }, (_, i) =>
    family({ caseId: `case-${String(i).padStart(2, '0')}`, current: 'ann', languages: i === 3 ? ['es'] : [] }),
  );

  test('spreads the families over the others: each that is taken counts for the next', () => {
    const of = caseload({ ann: 12, bob: 4, cyd: 8 }, { ann: { leavesOn: '2026-04-01' }, cyd: { languages: ['es'] } });
    const moves = distribute(twelve, of);
    const to = (id: string) => moves.filter((one) => one.to === id).length;
    // 24 families for two: twelve each, the one that speaks Spanish to cyd.
    expect([to('bob'), to('cyd'), to('ann')]).toEqual([8, 4, 0]);
    expect(moves[3]).toMatchObject({ caseId: 'case-03', to: 'cyd' });
  });

  test('what would pass the limit stays, and says why; with a supervisor’s reason it is passed, and marked', () => {
    const of = caseload({ ann: 12, bob: 45, cyd: 48 });
    const left = distribute(twelve, of).filter((one) => one.to === null);
    expect(left).toHaveLength(5);
    expect(left[0]?.others).toContainEqual({
      staff: 'bob',
      because: 'Carries 50 of 50 families: one more needs a supervisor’s reason.',
    });
    const all = distribute(twelve, of, true);
    expect(all.filter((one) => one.to === null)).toEqual([]);
    expect(all.filter((one) => one.beyondLimit)).toHaveLength(5);
  });
});

test('a family is owed a facilitator where a duty of a program says that somebody holds the role, and by no other program', () => {
  const owing = (role: string): string[] => programs.filter((one) => owesStaff(one, role)).map((one) => one.id);
  expect([...new Set(owing('facilitator'))]).toEqual(['wa-enhanced-ppm']);
  // Roles that other duties name, of whom they ask something else.
  expect(owing('program-manager')).toEqual([]);
  expect(owing('supervisor')).toEqual([]);
});
