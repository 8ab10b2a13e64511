// The scenarios of case planning, with the dates that their notes work out by hand.
import { programs } from '../../src/programs';
import type { Simulated } from '../../src/scenario/format';
import { simulate } from '../../src/scenario/pure';
import { readScenario } from '../support/golden';

const run = (name: string): Simulated => simulate(readScenario(name), programs);
const at = (s: Simulated, look: string): Simulated['looks'][number] => s.looks.find((l) => l.at === look)!;
/** `status due done` of a duty at a look, in order of due date. */
const owes = (s: Simulated, look: string, duty: string, scope = ''): string[] =>
  at(s, look)
    .obligations.filter((o) => o.rule === `ca-case-planning/${duty}` && o.scope.includes(scope))
    .map((o) => `${o.status} ${o.due ?? '-'}${o.doneOn ? ` done ${o.doneOn}` : ''}`)
    .sort((a, b) => a.split(' ')[1]!.localeCompare(b.split(' ')[1]!));
const refusals = (s: Simulated): string[] =>
  s.refusals.map(
    (r) =>
      `${r.entry}: ${r.unmet
        .map((u) => u.code)
        .sort()
        .join(', ')}`,
  );
const told = (s: Simulated, duty: string): string[] =>
  s.notices
    .filter((n) => n.key.startsWith(`ca-case-planning/${duty}/`))
    .map((n) => `${n.at.slice(0, 10)} ${n.kind} ${n.recipient} ${n.due ?? '-'}`);
const overdue = (s: Simulated, look: string): string[] =>
  at(s, look)
    .obligations.filter((o) => o.status === 'overdue')
    .map((o) => o.rule.split('/')[1]!);

test('CA-17, CA-18, CA-19: a plan completed before its assessment is refused, and so is an update that leans on the one of the plan', () => {
  const s = run('ca-plan-before-assessment');
  expect(refusals(s)).toEqual([
    'too-soon: assessed-before-the-plan',
    'leans-on-february: assessed-before-the-plan, services-assessed-before-the-plan',
  ]);
  expect(owes(s, '2026-02-20', 'initial-plan')).toEqual(['due 2026-03-06']);
  expect(owes(s, '2026-02-24', 'initial-plan')).toEqual(['met 2026-03-06 done 2026-02-24']);
  expect(owes(s, '2026-02-24', 'first-assessment')).toEqual(['met 2026-02-24 done 2026-02-23']);
  expect(owes(s, '2026-08-17', 'next-assessment')).toEqual(['met 2026-08-23 done 2026-08-14', 'due 2027-02-14']);
  expect(owes(s, '2026-08-17', 'plan-update')).toEqual(['met 2026-08-24 done 2026-08-17', 'due 2027-02-17']);
  expect(told(s, 'next-assessment')).toEqual([
    '2026-05-25 remind cw1 2026-08-23',
    '2026-07-09 remind cw1 2026-08-23',
    '2026-08-03 remind cw1 2026-08-23',
  ]);
});

test('CA-18: 31 August to 28 and to 29 February, early and late, each counted from the day on which the last plan was completed', () => {
  const s = run('ca-updates-two-years');
  expect(owes(s, '2025-08-31', 'initial-plan')).toEqual(['met 2025-08-31 done 2025-08-31']);
  expect(owes(s, '2028-02-29', 'plan-update')).toEqual([
    'met-late 2026-02-28 done 2026-03-31',
    'met 2026-09-30 done 2026-08-31',
    'met 2027-02-28 done 2027-02-26',
    'met-late 2027-08-26 done 2027-08-31',
    'met 2028-02-29 done 2028-02-29',
    'due 2028-08-29',
  ]);
  expect(owes(s, '2028-02-29', 'next-assessment')).toEqual([
    'met-late 2026-02-25 done 2026-03-27',
    'met 2026-09-27 done 2026-08-28',
    'met 2027-02-28 done 2027-02-24',
    'met-late 2027-08-24 done 2027-08-27',
    'met 2028-02-27 done 2028-02-25',
    'due 2028-08-25',
  ]);
  expect(owes(s, '2026-03-01', 'plan-update')).toEqual(['overdue 2026-02-28']);
  expect(refusals(s)).toEqual([]);
});

test('CA-18: a late update is told to the worker and the supervisor one, eight and 22 days later, at eight by the clock', () => {
  const s = run('ca-updates-two-years');
  const late = s.notices.filter((n) => /plan-update\/plan-1\/2026-02-28\/.*-after-/.test(n.key));
  expect(late.map((n) => `${n.at} ${n.kind} ${n.recipient}`)).toEqual([
    '2026-03-01T16:00:00.000Z escalate sup1',
    '2026-03-01T16:00:00.000Z remind cw1',
    '2026-03-08T15:00:00.000Z escalate sup1',
    '2026-03-08T15:00:00.000Z remind cw1',
    '2026-03-22T15:00:00.000Z escalate sup1',
    '2026-03-22T15:00:00.000Z remind cw1',
  ]);
  // The continuing services assessment goes with the plan: nobody is chased twice for one day.
  expect(told(s, 'next-services-assessment').filter((line) => line.startsWith('2026-03'))).toEqual([]);
});

describe('CA-05, CA-46, CA-58 to CA-62, CA-68: a child out of home', () => {
  const s = run('ca-out-of-home');
  test('what lacks a part is refused by name, mended and taken', () => {
    expect(refusals(s)).toEqual([
      'horse: services-answer-needs',
      'bare: alternative-named, out-of-home-parts, tribe-notified-first, visits-arranged',
      'punished: visits-no-reward-or-punishment',
    ]);
    expect(owes(s, '2026-03-02', 'initial-plan')).toEqual(['due 2026-03-13']);
    expect(owes(s, '2026-03-06', 'initial-plan')).toEqual(['met 2026-03-13 done 2026-03-06']);
    expect(owes(s, '2026-03-06', 'tribe-notice')).toEqual(['met - done 2026-03-03']);
  });
  test('CA-35: each person’s own interval, else the agency’s month; a new schedule ends the old', () => {
    expect(owes(s, '2026-04-17', 'scheduled-contact', 'father-14')).toEqual([
      'met 2026-03-20 done 2026-03-19',
      'met 2026-04-02 done 2026-04-02',
      'overdue 2026-04-16',
    ]);
    expect(owes(s, '2026-05-05', 'scheduled-contact', 'event:caregiver/')).toEqual([
      'met 2026-04-06 done 2026-04-02',
      'met 2026-05-02 done 2026-04-30',
      'not-applicable 2026-05-30',
    ]);
    expect(owes(s, '2026-05-05', 'scheduled-contact', 'quarter')).toEqual(['due 2026-08-05', 'due 2026-08-05']);
    // What is done later changes nothing about what has ended.
    expect(owes(s, '2026-09-15', 'scheduled-contact', 'father-14')).toEqual([
      'met 2026-03-20 done 2026-03-19',
      'met 2026-04-02 done 2026-04-02',
      'met-late 2026-04-16 done 2026-04-21',
      'not-applicable 2026-05-05',
    ]);
  });
  test('CA-61, CA-71: while an order stands the update needs no visits; its visitation is added to it', () => {
    expect(owes(s, '2026-08-28', 'plan-update')).toEqual(['met 2026-09-06 done 2026-08-28', 'due 2027-02-28']);
    expect(owes(s, '2026-08-28', 'update-visits-and-concurrent-goal')).toEqual(['met 2026-08-28 done 2026-08-28']);
  });
});

test('CA-06, CA-10, CA-11: a goal that is not permanency warns and is never late; at sixteen the plan needs independent living', () => {
  const s = run('ca-not-permanency');
  expect(refusals(s)).toEqual(['none-of-nine: one-of-nine-goals', 'without-ilp: independent-living']);
  expect(owes(s, '2026-02-10', 'not-permanency')).toEqual(['due -']);
  expect(at(s, '2026-02-10').obligations.find((o) => o.rule.endsWith('/not-permanency'))?.says).toContain(
    'not permanency',
  );
  expect(told(s, 'not-permanency')).toEqual([]);
  expect(owes(s, '2026-04-15', 'not-permanency')).toEqual(['met - done 2026-04-15']);
  expect(owes(s, '2026-09-11', 'plan-update')).toEqual(['due 2026-09-16']);
  expect(owes(s, '2026-11-03', 'plan-update')).toEqual(['met 2026-09-16 done 2026-09-14', 'due 2027-03-14']);
  expect(owes(s, '2027-02-26', 'concurrent-planning')).toEqual(['not-applicable -']);
  expect(at(s, '2027-03-05').headline).toBe('Closed on 2027-03-05; still takes corrections');
  expect(overdue(s, '2027-03-05')).toEqual([]);
});

describe('CA-72 to CA-77: from a planned return to the last day of the case', () => {
  const s = run('ca-reunification-and-closing');
  test('readiness: all four points, confirmed by the supervisor, sent back and recorded anew; the date moves with the return', () => {
    expect(refusals(s)).toEqual(['three-points: readiness-points', 'too-soon: four-points-before-closing']);
    expect(owes(s, '2026-05-20', 'confirm-readiness')).toEqual(['due 2026-05-22']);
    expect(owes(s, '2026-05-22', 'readiness-sent-back')).toEqual(['due 2026-06-15']);
    expect(owes(s, '2026-06-16', 'readiness-sent-back')).toEqual(['met 2026-06-29 done 2026-06-16']);
    expect(owes(s, '2026-06-16', 'confirm-readiness')).toEqual(['met 2026-05-22 done 2026-05-21', 'due 2026-06-22']);
    expect(owes(s, '2026-06-27', 'confirm-readiness')[1]).toBe('met 2026-06-22 done 2026-06-18');
    expect(owes(s, '2026-06-27', 'reunification-readiness')).toEqual([
      'met 2026-06-15 done 2026-05-19',
      'met 2026-06-27 done 2026-05-19',
    ]);
    expect(told(s, 'readiness-sent-back')).toEqual([
      '2026-06-01 remind cw1 2026-06-15',
      '2026-06-08 remind cw1 2026-06-15',
      '2026-06-08 correct cw1 2026-06-29',
      '2026-06-15 remind cw1 2026-06-29',
    ]);
  });
  test('the supervisor is asked at once and again; nobody else is', () => {
    expect(told(s, 'confirm-readiness')).toEqual([
      '2026-05-19 requestSignOff sup1 2026-05-22',
      '2026-05-21 requestSignOff sup1 2026-05-22',
      '2026-06-16 requestSignOff sup1 2026-06-22',
      '2026-06-18 requestSignOff sup1 2026-06-22',
    ]);
  });
  test('closing: refused without the four points, then all is done, and after the time for corrections it is finished', () => {
    expect(owes(s, '2026-10-09', 'closing-review')).toEqual(['due 2026-10-16']);
    expect(owes(s, '2026-10-16', 'closing-review')).toEqual(['met 2026-10-16 done 2026-10-13']);
    expect(owes(s, '2026-10-16', 'aftercare-plan')).toEqual(['met 2026-10-16 done 2026-10-14']);
    expect(overdue(s, '2026-10-16')).toEqual([]);
    expect(at(s, '2026-11-16').headline).toBe('Finished: closed on 2026-10-16, nothing is owed');
  });
});

test('CA-17: counted from the removal, which is corrected onto a leap day; the aftercare plan outlives the closing', () => {
  const s = run('ca-counts-from-removal');
  expect(owes(s, '2027-12-28', 'initial-plan')).toEqual(['due 2028-02-26']);
  expect(owes(s, '2028-01-10', 'initial-plan')).toEqual(['due 2028-02-29']);
  expect(told(s, 'initial-plan')).toEqual([
    '2028-01-30 remind cw1 2028-02-29',
    '2028-02-15 remind cw1 2028-02-29',
    '2028-02-22 remind cw1 2028-02-29',
    '2028-02-28 remind cw1 2028-02-29',
  ]);
  expect(owes(s, '2028-08-29', 'plan-update')).toEqual(['met 2028-08-29 done 2028-08-29', 'due 2029-02-28']);
  expect(owes(s, '2028-11-16', 'aftercare-plan')).toEqual(['overdue 2028-11-15']);
  expect(owes(s, '2028-12-16', 'aftercare-plan')).toEqual(['met-late 2028-11-15 done 2028-11-20']);
  expect(at(s, '2028-12-16').headline).toBe('Finished: closed on 2028-11-15, nothing is owed');
});

test('CA-18, CA-66: a hearing brings the update forward; put off, those who were told are told again; the good-bye visit is asked for each child', () => {
  const s = run('ca-siblings-and-a-hearing');
  expect(owes(s, '2026-03-31', 'initial-plan')).toEqual([
    'met 2026-04-03 done 2026-03-31',
    'met 2026-04-10 done 2026-03-31',
  ]);
  expect(owes(s, '2026-06-01', 'plan-update')).toEqual(['due 2026-08-19', 'due 2026-08-19']);
  expect(owes(s, '2026-07-28', 'plan-update')).toEqual(['due 2026-09-30', 'due 2026-09-30']);
  expect(owes(s, '2026-07-28', 'next-assessment')).toEqual(['due 2026-09-24', 'due 2026-09-24']);
  expect(s.notices.filter((n) => n.kind === 'correct').map((n) => `${n.at.slice(0, 10)} ${n.about} ${n.due}`)).toEqual([
    '2026-07-28 ca-case-planning/next-assessment/assessed-1.1 2026-09-24',
    '2026-07-28 ca-case-planning/plan-update/plan-1 2026-09-30',
  ]);
  // One mail for both sisters.
  expect(told(s, 'plan-update').filter((line) => line.startsWith('2026-07-20'))).toHaveLength(1);
  expect(owes(s, '2026-09-22', 'plan-update', 'child:c1')).toEqual([
    'met 2026-09-30 done 2026-09-22',
    'due 2027-03-22',
  ]);
  expect(owes(s, '2026-11-10', 'good-bye-visit', '/c1')).toEqual(['met - done 2026-11-09']);
  expect(owes(s, '2026-11-10', 'good-bye-visit', '/c2')).toEqual(['due -']);
  expect(owes(s, '2027-03-19', 'good-bye-visit', '/c2')).toEqual(['met - done 2026-11-20']);
  expect(owes(s, '2027-03-19', 'plan-update', 'child:c2').at(-1)).toBe('due 2027-09-19');
  expect(refusals(s)).toEqual([]);
});
