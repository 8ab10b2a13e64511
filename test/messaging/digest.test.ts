// One mail a day for staff: everything due or overdue, by case, the oldest first.
import { sender } from '../../src/messaging/catalogue-samples';
import type { Owed } from '../../src/domain/owed';
import { composeDigest } from '../../src/messaging/compose';
import { aPerson, arrive } from './support/letters';

const staff = aPerson({ id: 'cw1', caseId: null, name: 'Ana Ruiz', email: 'ana@agency.example' });
const zone = 'America/Los_Angeles';
const owes = (caseId: string, says: string, due: string | null): Owed => ({ caseId, says, cites: ['WA-07'], due });
const digest = (owed: readonly Owed[], at = '2026-12-01T16:00:00Z', person = staff) =>
  composeDigest({ person, owed, at: Date.parse(at), zone }, sender);

const owed = [
  owes('case-b', 'B2.', '2026-12-02'),
  owes('case-a', 'A-none.', null),
  owes('case-c', 'C1.', '2026-12-01'),
  owes('case-b', 'B1.', '2026-11-20'),
  owes('case-a', 'A1.', '2026-11-25'),
  owes('case-d', 'D-none.', null),
];

test('as it arrives: cases by their oldest date, in each case the oldest first, what has no date last', async () => {
  const [{ mail } = never()] = await arrive(digest(owed)!);
  expect(mail.subject).toBe('Your list for Tuesday, December 1: 6 to do, 2 overdue');
  expect(mail.text?.split('\n').filter((line) => /^(- |Case )/.test(line))).toEqual([
    'Case case-b',
    '- Overdue since Friday, November 20, 2026: B1. (WA-07)',
    '- Due Wednesday, December 2, 2026: B2. (WA-07)',
    'Case case-a',
    '- Overdue since Wednesday, November 25, 2026: A1. (WA-07)',
    '- No date: A-none. (WA-07)',
    'Case case-c',
    // Due today is not overdue.
    '- Due Tuesday, December 1, 2026: C1. (WA-07)',
    'Case case-d',
    '- No date: D-none. (WA-07)',
  ]);
  expect(mail.text).toContain('Where to look: https://cases.agency.example.org/cases/case-b');
});

test('the order in which the store lists what is owed does not matter', () => {
  expect(digest(owed.toReversed())?.text).toBe(digest(owed)?.text);
});

test('the day is that of the agency, and one day has one message', () => {
  // In Los Angeles it is still November 30.
  const evening = digest(owed, '2026-12-01T07:30:00Z');
  expect(evening?.subject).toContain('Monday, November 30');
  expect(digest(owed, '2026-12-01T15:00:00Z')?.messageId).toBe(digest(owed)?.messageId);
  expect(evening?.messageId).not.toBe(digest(owed)?.messageId);
});

test('in Spanish one is one and two are two', () => {
  const person = { ...staff, language: 'es' };
  expect(digest(owed.slice(3, 4), undefined, person)?.subject).toBe(
    'Su lista del martes 1 de diciembre: 1 pendiente, 1 atrasado',
  );
  expect(digest(owed, undefined, person)?.subject).toBe(
    'Su lista del martes 1 de diciembre: 6 pendientes, 2 atrasados',
  );
});

test('who owes nothing gets nothing; who is not staff cannot be sent one', () => {
  expect(digest([])).toBeNull();
  expect(() => digest(owed, undefined, aPerson())).toThrow('only staff are written to about duties');
});

function never(): never {
  throw new Error('nothing arrived');
}
