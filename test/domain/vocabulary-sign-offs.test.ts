// Words about requests for a decision: what was approved may be named as the ground of something else; what was sent back is asked anew.
import * as rule from '../../src/domain/rule';
import type { Duty } from '../../src/domain/rule';
import { everyCase } from '../../src/programs/every-case';
import { ACase, type Told } from '../support/a-case';
import { owed, told } from './support/one-duty';

const { inCase, perCase, perEvent, so, trigger, when } = rule;

const ask = (over: Partial<Told> = {}): Told => ({
  type: 'SignOffRequested',
  on: '2026-02-02',
  id: 'ask',
  of: 'goal-change',
  children: ['c1', 'c2'],
  reason: 'Their aunt will take them.',
  ...over,
});
const decide = (decision: string, over: Partial<Told> = {}): Told => ({
  type: 'SignOffDecided',
  on: '2026-02-03',
  id: decision,
  by: 'sup1',
  request: 'ask',
  decision,
  reason: 'As discussed.',
  ...over,
});

describe('signed off: what an event names in `about` is a request of this matter that was approved for its children', () => {
  const goal = (over: Partial<Told> = {}): Told => ({
    type: 'GoalSet',
    on: '2026-02-04',
    about: 'ask',
    children: ['c1'],
    goal: 'adoption',
    ...over,
  });
  /** Whether it holds of the goal. */
  const holds = (...events: readonly Told[]): boolean =>
    owed(
      told(
        { per: perEvent(inCase('GoalSet')), from: trigger(), only: so('signed-off', { of: 'goal-change' }) },
        {},
        ...events,
      ),
      '2026-02-10',
    ).length === 1;

  test.each<[string, Told[], boolean]>([
    ['approved', [ask(), decide('approved'), goal()], true],
    ['approved for all of its children', [ask(), decide('approved'), goal({ children: ['c2', 'c1'] })], true],
    ['approved for the whole case', [ask({ children: undefined }), decide('approved'), goal()], true],
    ['not decided', [ask(), goal()], false],
    ['refused', [ask(), decide('refused'), goal()], false],
    ['returned', [ask(), decide('returned', { missing: ['A letter.'] }), goal()], false],
    ['approved, of another matter', [ask({ of: 'exception' }), decide('approved'), goal()], false],
    [
      'approved for one of its two children',
      [ask({ children: ['c1'] }), decide('approved'), goal({ children: ['c1', 'c2'] })],
      false,
    ],
    ['approved for another child', [ask({ children: ['c2'] }), decide('approved'), goal()], false],
    ['not named', [ask(), decide('approved'), goal({ about: undefined })], false],
    ['nowhere in the record', [ask(), decide('approved'), goal({ about: 'other' })], false],
    [
      'no request',
      [{ type: 'ActionTaken', on: '2026-02-02', id: 'ask', kind: 'note' }, decide('approved'), goal()],
      false,
    ],
    [
      'one of two requests, and the other was approved',
      [ask(), ask({ id: 'other' }), decide('approved', { request: 'other' }), goal()],
      false,
    ],
    [
      'approved, and the approval was retracted',
      [ask(), decide('approved'), { type: 'EventRetracted', on: '2026-02-04', event: 'approved', reason: 'x' }, goal()],
      false,
    ],
    [
      'approved, and what it stood on was retracted since',
      [
        { type: 'ReunificationPlanned', on: '2026-02-01', id: 'plan', children: ['c1'], plannedFor: '2026-04-01' },
        ask({ about: 'plan' }),
        decide('approved'),
        { type: 'EventRetracted', on: '2026-02-04', event: 'plan', reason: 'Another family.' },
        goal(),
      ],
      false,
    ],
    [
      'approved, and only named by something else that was',
      [ask(), { type: 'ActionTaken', on: '2026-02-03', kind: 'note', about: 'ask' }, goal()],
      false,
    ],
  ])('%s', (_what, events, expected) => expect(holds(...events)).toBe(expected));

  test('of a rule that no event opened nothing is signed off', () => {
    const c = told({ per: perCase, only: so('signed-off', { of: 'goal-change' }) }, {}, ask(), decide('approved'));
    expect(owed(c, '2026-02-10')).toEqual(['not-applicable 2026-01-05']);
  });
});

describe('asked again: what was sent back is met by a request of the same matter that comes after', () => {
  const back = decide('returned', { id: 'back', missing: ['A letter.'] });
  const duty: Partial<Duty> = {
    per: perEvent(inCase('SignOffDecided', { decision: 'returned' })),
    from: trigger(),
    due: { none: 'No date.' },
    done: when('asked-again'),
  };
  const seen = (...events: readonly Told[]): string[] => owed(told(duty, {}, ...events), '2026-02-20');
  const form = (over: Partial<Told> = {}): Told => ({
    type: 'DocumentCompleted',
    on: '2026-02-02',
    id: 'ask',
    kind: 'form',
    document: 'f1',
    ...over,
  });
  const staffed = (over: Partial<Told> = {}): Told => ({
    type: 'StaffAssigned',
    on: '2026-02-02',
    id: 'ask',
    staff: 'cw1',
    role: 'facilitator',
    ...over,
  });
  const later = { id: 'again', on: '2026-02-10' };

  test.each<[string, Told[], string]>([
    ['nothing', [ask(), back], 'due -'],
    ['a request about the decision', [ask(), back, ask({ ...later, about: 'back' })], 'met - 2026-02-10'],
    ['a request about the first request', [ask(), back, ask({ ...later, about: 'ask' })], 'met - 2026-02-10'],
    ['a request about nothing', [ask(), back, ask(later)], 'due -'],
    ['a request about something else', [ask(), ask({ id: 'x' }), back, ask({ ...later, about: 'x' })], 'due -'],
    ['a request that came before', [ask(), ask({ id: 'again', about: 'ask' }), back], 'due -'],
    ['the same form anew', [form(), back, form(later)], 'met - 2026-02-10'],
    ['another form', [form(), back, form({ ...later, document: 'f2' })], 'due -'],
    [
      'another form that names the return',
      [form(), back, form({ ...later, document: 'f2', about: 'back' })],
      'met - 2026-02-10',
    ],
    ['somebody else in the same role', [staffed(), back, staffed({ ...later, staff: 'cw2' })], 'met - 2026-02-10'],
    ['somebody in another role', [staffed(), back, staffed({ ...later, role: 'supervisor' })], 'due -'],
    ['something of another kind', [form(), back, ask({ ...later, about: 'back' })], 'due -'],
  ])('%s', (_what, events, expected) => expect(seen(...events)).toEqual([expected]));

  test('at its hour, where that is known', () => {
    const c = told(duty, {}, ask(), back, ask({ ...later, about: 'back', at: '2026-02-10T09:00:00-08:00' }));
    const [o] = c.obligations('duty', '2026-02-20');
    expect(o!.doneBy?.map((h) => [h.id, h.at])).toEqual([['again', Date.parse('2026-02-10T09:00:00-08:00')]]);
  });
  test('until then it says what is lacking', () => {
    const [o] = told(duty, {}, ask(), back).obligations('duty', '2026-02-20');
    expect(o!.reason).toContain('what is missing, and a new request');
  });
});

describe('what was asked for is not wanted any more', () => {
  const duty: Partial<Duty> = {
    per: perEvent(inCase('SignOffDecided')),
    from: trigger(),
    only: so('request-gone'),
  };
  const gone = (...events: readonly Told[]): boolean => owed(told(duty, {}, ...events), '2026-02-20').length === 1;
  const planned = (over: Partial<Told> = {}): Told => ({
    type: 'ReunificationPlanned',
    on: '2026-02-01',
    id: 'plan',
    children: ['c1'],
    plannedFor: '2026-04-01',
    ...over,
  });

  test.each<[string, Told[], boolean]>([
    ['its ground holds', [planned(), ask({ about: 'plan' }), decide('returned')], false],
    [
      'it was planned for another day',
      [
        planned(),
        ask({ about: 'plan' }),
        decide('returned'),
        planned({ id: 'p2', on: '2026-02-05', plannedFor: '2026-05-01' }),
      ],
      true,
    ],
    [
      'it was planned for the same day again',
      [planned(), ask({ about: 'plan' }), decide('returned'), planned({ id: 'p2', on: '2026-02-05' })],
      false,
    ],
    [
      'the return of another child was planned for another day',
      [
        planned(),
        ask({ about: 'plan' }),
        decide('returned'),
        planned({ id: 'p2', on: '2026-02-05', children: ['c2'], plannedFor: '2026-05-01' }),
      ],
      false,
    ],
    [
      'it was planned otherwise before',
      [
        planned({ id: 'p0', on: '2026-01-20', plannedFor: '2026-03-01' }),
        planned(),
        ask({ about: 'plan' }),
        decide('returned'),
      ],
      false,
    ],
    [
      'it was asked for by what never was',
      [ask(), decide('returned'), { type: 'EventRetracted', on: '2026-02-04', event: 'ask', reason: 'x' }],
      true,
    ],
  ])('%s', (_what, events, expected) => expect(gone(...events)).toBe(expected));

  test('of a rule that no decision opened it is gone', () => {
    expect(owed(told({ per: perCase, only: so('request-gone') }, {}), '2026-02-20')).toEqual(['overdue 2026-01-05']);
  });
});

describe('who answers a return', () => {
  const mends: Partial<Duty> = {
    per: perEvent(inCase('SignOffDecided')),
    from: trigger(),
    only: so('mended-by-program'),
  };
  const form: Told = { type: 'DocumentCompleted', on: '2026-02-02', id: 'ask', kind: 'form', document: 'f1' };
  const mended = (
    signOff: Duty['signOff'],
    of: Told,
    per: Duty['per'] = perEvent(inCase('DocumentCompleted', { kind: 'form' })),
  ): boolean => {
    const base = {
      cites: ['X-01'],
      says: 'Do it.',
      from: trigger(),
      due: { none: 'No date.' },
      owner: 'supervisor',
    } as const;
    const asks: Duty = {
      ...base,
      id: 'decide',
      per,
      done: rule.by(inCase('SignOffDecided')),
      ...(signOff ? { signOff } : {}),
    };
    const other: Duty = { ...base, id: 'duty', done: rule.by(inCase('ActionTaken')), ...mends } as Duty;
    const program = rule.program({
      id: 'p',
      title: 'p',
      edition: '1',
      document: 'p',
      effective: { from: '2000-01-01' },
      settings: {},
      duties: [asks, other],
      guards: [],
      guidance: [],
    });
    return (
      ACase.opened([everyCase, program], '2026-01-05', ['2018-05-01', '2020-05-01'])
        .with(of, decide('returned', { missing: ['A letter.'] }))
        .obligations('duty', '2026-02-10').length === 1
    );
  };
  test('the duty that the program names for it, where it is about what was returned', () => {
    expect(mended({ mendedBy: 'complete-form' }, form)).toBe(true);
    expect(mended({ mendedBy: 'complete-form' }, { ...form, kind: 'report' })).toBe(false);
  });
  test('else whoever asked', () => {
    expect(mended({}, form)).toBe(false);
    expect(mended(true, form)).toBe(false);
    expect(mended(undefined, form)).toBe(false);
    expect(mended({ mendedBy: 'complete-form' }, form, perCase)).toBe(false);
  });
});

describe('a duty of whoever asked', () => {
  const ownerOf = (duty: Partial<Duty>, ...events: readonly Told[]): unknown[] =>
    told({ owner: 'asker', ...duty }, {}, ...events)
      .obligations('duty', '2026-02-05')
      .map((o) => o.owner);
  const hers = { role: 'caseworker', staff: 'cw2', fallback: false };
  const request: Partial<Duty> = { per: perEvent(rule.happened('SignOffRequested')), from: trigger() };
  const decision: Partial<Duty> = { per: perEvent(rule.happened('SignOffDecided')), from: trigger() };

  test('of the request, and of what was decided on it, whoever recorded the decision', () => {
    expect(ownerOf(request, ask({ by: 'cw2' }))).toEqual([hers]);
    expect(ownerOf(decision, ask({ by: 'cw2' }), decide('returned', { missing: ['A letter.'] }))).toEqual([hers]);
  });
  test('of nothing that was asked: the case worker', () => {
    expect(ownerOf({})).toEqual([{ role: 'caseworker', staff: 'cw1', fallback: false }]);
  });
});
