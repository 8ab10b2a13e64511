// The case wakes when the mere passing of time changes what it owes. Shrunk from stories (test/property).
import { iso, startOfDay, day } from '../../src/domain/calendar';
import { everyCase } from '../../src/programs/every-case';
import { wiPermanencySupport } from '../../src/programs/wi-permanency-support';
import { ACase, anAgency } from '../support/a-case';

const programs = [everyCase, wiPermanencySupport];

test('a monthly duty that opens with an enrolment recorded ahead is listed from a wake on, at the beginning of its month', () => {
  const agency = anAgency();
  const c = ACase.opened(programs, '2026-01-05', ['2018-05-01'], agency, []).with(
    { type: 'ChildRemoved', on: '2026-01-06', children: ['c1'] },
    { type: 'ReunificationHappened', on: '2026-04-02', children: ['c1'], household: 'h1' },
    { type: 'ProgramEnrolled', on: '2026-05-10', known: '2026-04-20', program: wiPermanencySupport.id },
  );
  const months = (at: number): string[] =>
    c
      .at(new Date(at).toISOString())
      .obligations.filter((o) => o.duty === 'month-complete')
      .map((o) => iso(o.due!));
  const begins = startOfDay(day('2026-05-01'), agency.zone);
  expect(months(begins - 1)).toEqual([]);
  expect(months(begins)).toEqual(['2026-05-31']);
  expect(c.at('2026-04-20').wakeAt).toBeLessThanOrEqual(begins);
  expect(c.at(new Date(begins - 1).toISOString()).wakeAt).toBe(begins);
});
