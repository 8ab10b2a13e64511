// What travels through Temporal holds no free words: wherever they stand in an event, they are taken out and the rest is kept.
import { withoutProse } from '../../src/domain/free-words';

const gone = '(in the store)';

test('free words are taken out of fields, of lists of words, and of what is nested', () => {
  expect(
    withoutProse({
      type: 'MeetingHeld',
      meeting: 'm1',
      note: 'She cried.',
      missing: ['the date', 'the name'],
      decisions: [{ text: 'Look for a flat.', responsible: 'p1', by: '2026-03-01' }],
      needs: [{ need: 'housing', service: 'A flat.' }],
      permanence: { legal: 'Home.', relational: 'Her aunt.' },
      familyTime: true,
      minutes: 60,
      of: null,
    }),
  ).toEqual({
    type: 'MeetingHeld',
    meeting: 'm1',
    note: gone,
    missing: [gone, gone],
    decisions: [{ text: gone, responsible: 'p1', by: '2026-03-01' }],
    needs: [{ need: gone, service: gone }],
    permanence: { legal: gone, relational: gone },
    familyTime: true,
    minutes: 60,
    of: null,
  });
});

test('a correction holds an event: its words are taken out too', () => {
  const correction = { type: 'EventCorrected', event: 'e1', to: { type: 'ContactMade', note: 'x' }, reason: 'y' };
  expect(withoutProse([correction])).toEqual([
    { ...correction, to: { type: 'ContactMade', note: gone }, reason: gone },
  ]);
});

test('what is no words where words are expected keeps its shape', () => {
  expect(withoutProse({ reason: { text: 'x', code: 'c' }, note: [{ text: 'y' }], place: 3 })).toEqual({
    reason: { text: gone, code: 'c' },
    note: [{ text: gone }],
    place: 3,
  });
});
