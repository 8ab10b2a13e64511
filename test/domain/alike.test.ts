// Duties of one kind: those that one record would meet.
import { alike } from '../../src/domain/alike';
import * as rule from '../../src/domain/rule';
import type { Done, Duty } from '../../src/domain/rule';
import { moPermanency } from '../../src/programs/mo-permanency';

const { aboutIt, by, either, every, happened, holding, inCase, itself } = rule;
const duty = (id: string, done: Done): Duty => ({
  id,
  cites: ['XX-01'],
  says: 'Do it.',
  per: rule.perCase,
  from: rule.first(inCase('CaseOpened')),
  due: { none: 'No date.' },
  done,
  owner: 'caseworker',
});
const form = by(happened('DocumentCompleted', { kind: 'form' }));

test('MO-46, MO-48: one CS-1 is the treatment plan and the first case plan', () => {
  const [plan, first, social] = ['treatment-plan', 'first-cs1', 'social-service-plan'].map((id) =>
    moPermanency.duties.find((one) => one.id === id)!,
  );
  expect(alike(plan!, first!)).toBe(true);
  expect(alike(plan!, social!)).toBe(false);
});

test.each<[string, Done, boolean]>([
  ['the same kind of record, with parts', holding(['a'], happened('DocumentCompleted', { kind: 'form' })), true],
  [
    'a record of several kinds, this one among them',
    by(happened('DocumentCompleted', { kind: ['note', 'form'] })),
    true,
  ],
  ['the same record as one of two ways', either(itself({ note: 'anything' }), form), true],
  ['the same record as one of two that are asked for', every(form, by(happened('HearingHeld'))), true],
  ['the same record, by everybody', rule.everyone(['parent'], form), true],
  ['the same kind of another event', by(happened('ActionTaken', { kind: 'form' })), false],
  ['another kind', by(happened('DocumentCompleted', { kind: 'note' })), false],
  ['the same kind about the event that opened the duty', by(aboutIt('DocumentCompleted', { kind: 'form' })), false],
  ['what stands on the event itself', itself({ note: 'anything' }), false],
])('%s: %#', (_title, done, same) => {
  expect(alike(duty('one', form), duty('other', done))).toBe(same);
  expect(alike(duty('other', done), duty('one', form))).toBe(same);
});

test('meetings by their kinds, goals by the goal, other events by what they are', () => {
  const same = (a: Done, b: Done): boolean => alike(duty('a', a), duty('b', b));
  const held = (kind: string): Done => by(happened('MeetingHeld', { kinds: kind }));
  const goal = (of: string): Done => by(happened('GoalSet', { goal: of }));
  expect([same(held('fst'), held('fst')), same(held('fst'), held('ppm'))]).toEqual([true, false]);
  expect([same(goal('adoption'), goal('adoption')), same(goal('adoption'), goal('kin'))]).toEqual([true, false]);
  expect(same(by(happened('HearingHeld')), by(happened('HearingHeld')))).toBe(true);
});

test('two obligations of one duty are never one: each asks for a record of its own', () => {
  expect(alike(duty('one', form), duty('one', form))).toBe(false);
});
