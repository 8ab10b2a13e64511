// Who is in a case on a day.
import { participantsOn } from '../../src/domain/case-file';
import { day } from '../../src/domain/calendar';
import { ACase } from '../support/a-case';

test('somebody is in the case from the day of coming to the day before leaving, in his or her role', () => {
  const { file } = ACase.opened([], '2026-01-05')
    .with(
      { type: 'ParticipantAdded', on: '2026-02-02', participant: 'aunt', role: 'kin' },
      { type: 'ParticipantEnded', on: '2026-03-02', participant: 'aunt' },
    )
    .at('2026-04-01');
  const on = (date: string, roles?: readonly string[]): string[] =>
    participantsOn(file, day(date), roles).map((p) => p.id);
  expect(on('2026-01-04')).toEqual([]);
  expect(on('2026-01-05')).toEqual(['c1', 'p1', 'cg1']);
  expect(on('2026-02-01')).toEqual(['c1', 'p1', 'cg1']);
  expect(on('2026-02-02')).toEqual(['c1', 'p1', 'cg1', 'aunt']);
  expect(on('2026-03-01')).toEqual(['c1', 'p1', 'cg1', 'aunt']);
  expect(on('2026-03-02')).toEqual(['c1', 'p1', 'cg1']);
  expect(on('2026-02-02', ['kin', 'parent'])).toEqual(['p1', 'aunt']);
  expect(on('2026-02-02', [])).toEqual([]);
});
