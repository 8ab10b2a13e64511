// The scenarios of the enhanced PPM, with the dates that their notes work out by hand.
import { programs } from '../../src/programs';
import { simulate } from '../../src/scenario/pure';
import type { Simulated } from '../../src/scenario/format';
import { readScenario } from '../support/golden';

const run = (name: string): Simulated => simulate(readScenario(name), programs);
const ppm = (s: Simulated, look: string) =>
  s.looks
    .find((l) => l.at === look)!
    .obligations.filter((o) => o.rule === 'wa-enhanced-ppm/ppm')
    .map((o) => `${o.scope} ${o.status} ${o.due}${o.doneOn ? ` done ${o.doneOn}` : ''}`);
const mails = (s: Simulated, recipient: string, of: string) =>
  s.notices
    .filter((n) => n.recipient === recipient && n.key.includes(of))
    .map((n) => `${n.at.slice(0, 10)} ${n.method ?? n.kind}${n.sequence === null ? '' : ` ${n.sequence}`}`);

test('WA-07, WA-08: 2026-02-04, then 2026-05-03', () => {
  const s = run('wa-first-and-next');
  expect(ppm(s, '2026-01-10')).toEqual(['child:c1 due 2026-02-04']);
  expect(ppm(s, '2026-05-04')).toEqual(['child:c1 met 2026-02-04 done 2026-02-02', 'child:c1 overdue 2026-05-03']);
});

test('a hearing corrected after the meeting was set: February 4 becomes February 11, and who was told is told again', () => {
  const s = run('wa-hearing-corrected');
  expect(ppm(s, '2026-01-22')).toEqual(['child:c1 due 2026-02-04']);
  expect(ppm(s, '2026-02-04')).toEqual(['child:c1 due 2026-02-11']);
  expect(s.notices.filter((n) => n.kind === 'correct').map((n) => `${n.recipient} ${n.due}`)).toEqual([
    'fac1 2026-02-11',
  ]);
  expect(mails(s, 'p1', 'invite')).toEqual(['2026-01-22 REQUEST 0']);
});

test('WA-20, WA-24: a meeting moved twice and cancelled: one calendar item for each, its SEQUENCE growing; a time after the due date needs a reason', () => {
  const s = run('wa-meeting-moved-twice');
  for (const person of ['p1', 'cg1', 'c1'])
    expect(mails(s, person, 'm1/')).toEqual([
      '2026-01-12 REQUEST 0',
      '2026-01-14 REQUEST 1',
      '2026-01-16 REQUEST 2',
      '2026-01-20 CANCEL 3',
    ]);
  expect(s.refusals.map((r) => [r.entry, r.unmet[0]?.code])).toEqual([['refused', 'reason-when-late']]);
});

test('WA-06: two hearings, one joint meeting, one invitation for each person', () => {
  const s = run('wa-siblings-joint-meeting');
  expect(ppm(s, '2026-01-21')).toEqual(['child:c1 due 2026-02-04', 'child:c2 due 2026-02-14']);
  expect(ppm(s, '2026-03-01')).toEqual(
    expect.arrayContaining([
      'child:c1 due 2026-05-04',
      'child:c2 due 2026-05-04',
      'child:c1 met 2026-02-04 done 2026-02-03',
      'child:c2 met 2026-02-14 done 2026-02-03',
    ]),
  );
  for (const person of ['p1', 'cg1', 'c1', 'c2']) expect(mails(s, person, 'invite')).toEqual(['2026-01-20 REQUEST 0']);
});

test('a held meeting retracted: the first date stands again', () => {
  const s = run('wa-held-retracted');
  expect(ppm(s, '2026-02-04')).toContain('child:c1 due 2026-05-03');
  expect(ppm(s, '2026-02-06')).toEqual(['child:c1 overdue 2026-02-04']);
});

test('WA-08: held late and held early, the next counts from the day it was held', () => {
  const s = run('wa-held-late-held-early');
  expect(ppm(s, '2026-07-20')).toEqual(
    expect.arrayContaining([
      'child:c1 met-late 2026-02-04 done 2026-02-10',
      'child:c1 met 2026-05-11 done 2026-04-20',
      'child:c1 overdue 2026-07-19',
    ]),
  );
});

test('WA-08, WA-18: nobody of the family came, so it was not held; the missed cycle ends when one is', () => {
  const s = run('wa-missed-cycle');
  expect(s.refusals.map((r) => [r.entry, r.unmet[0]?.code])).toEqual([['nobody', 'family-took-part']]);
  expect(ppm(s, '2026-05-02')).toContain('child:c1 due 2026-05-03');
  expect(ppm(s, '2026-08-09')).toContain('child:c1 overdue 2026-05-03');
  expect(ppm(s, '2026-08-11')).toEqual(
    expect.arrayContaining(['child:c1 met-late 2026-05-03 done 2026-08-10', 'child:c1 due 2026-11-08']),
  );
});

test('WA-09: closing cancels what was booked; a closing retracted invites again with a higher SEQUENCE', () => {
  const s = run('wa-closure-retracted');
  expect(ppm(s, '2026-01-21')).toEqual(['child:c1 not-applicable 2026-02-04']);
  expect(ppm(s, '2026-01-24')).toEqual(['child:c1 due 2026-02-04']);
  expect(mails(s, 'p1', 'm1/')).toEqual(['2026-01-12 REQUEST 0', '2026-01-20 CANCEL 1', '2026-01-23 REQUEST 2']);
});

test('the same events recorded in another order give the same dates, and nothing is said about the past', () => {
  const [a, b] = [run('wa-any-order-as-it-happened'), run('wa-any-order-backwards')];
  expect(b.looks).toEqual(a.looks);
  expect(ppm(a, '2026-03-01')).toEqual(
    expect.arrayContaining(['child:c1 met 2026-02-04 done 2026-01-30', 'child:c1 due 2026-04-30']),
  );
  for (const s of [a, b]) expect(s.notices.every((n) => n.at >= '2026-03-02')).toBe(true);
});

test('nine years, 38 meetings, closed and finished', () => {
  const s = run('wa-nine-years');
  const last = s.looks.at(-1)!;
  expect(last.obligations.filter((o) => o.rule === 'wa-enhanced-ppm/ppm' && o.status === 'met')).toHaveLength(38);
  expect(last.obligations.some((o) => o.rule === 'wa-enhanced-ppm/ppm' && o.status === 'overdue')).toBe(false);
  expect(last.headline).toBe('Finished: closed on 2026-03-02, nothing is owed');
});

test('the meeting on the day on which clocks change: 02:30 does not exist, 18:30 does, reminders at 08:00 by the clock', () => {
  const s = run('wa-clocks-change');
  expect(s.refusals.map((r) => [r.entry, r.unmet[0]?.code])).toEqual([['never', 'ambiguous-local-time']]);
  expect(ppm(s, '2026-03-09')).toContain('child:c1 met 2026-03-08 done 2026-03-08');
  expect(s.notices.filter((n) => n.recipient === 'p1' && n.kind === 'remind').map((n) => n.at)).toEqual([
    // March 1 and 7 are a Sunday and a Saturday: told on the Friday before.
    '2026-02-27T16:00:00.000Z',
    '2026-03-06T16:00:00.000Z',
  ]);
});

test('WA-31: the fifty-first family: asked at once, asked again, escalated; nobody decides what he asked for; refused, the family has no facilitator', () => {
  const s = run('wa-over-capacity');
  expect(mails(s, 'sup1', 'over-capacity')).toEqual(['2026-01-07 requestSignOff', '2026-01-09 requestSignOff']);
  expect(mails(s, 'pm1', 'over-capacity')).toEqual(['2026-01-11 escalate']);
  expect(s.refusals.map((r) => r.unmet[0]?.code)).toEqual(['own-request']);
  expect(s.looks.at(-1)!.obligations.find((o) => o.rule === 'wa-enhanced-ppm/assign-facilitator')?.status).toBe(
    'overdue',
  );
});

test('a no-contact order after the invitations went out: the facilitator is told at once, and nobody is sent anything until each has a session', () => {
  const s = run('wa-no-contact');
  expect(mails(s, 'fac1', 'separate-sessions').slice(0, 1)).toEqual(['2026-01-15 remind']);
  for (const person of ['p1', 'cg1', 'c1'])
    expect(mails(s, person, 'm')).toEqual(['2026-01-12 REQUEST 0', '2026-01-16 REQUEST 1']);
  expect(mails(s, 'p2', 'm')).toEqual(['2026-01-12 REQUEST 0', '2026-01-16 CANCEL 1', '2026-01-16 REQUEST 0']);
  expect(s.refusals.map((r) => r.unmet.map((one) => one.code))).toEqual([['no-contact'], ['could-meet'], ['left-out']]);
});

test('WI-48, WI-50: a new allegation is told to the worker at once, to the supervisor after an hour, until it is reported and the child is safe', () => {
  const s = run('wa-new-allegation');
  expect(s.looks[0]?.headline).toContain('Waits for caseworker');
  expect(
    s.notices
      .filter((n) => n.key.includes('report-allegation'))
      .map((n) => `${n.at.slice(11, 16)} ${n.kind} ${n.recipient}`),
  ).toEqual(['23:00 remind cw1', '00:00 escalate sup1', '00:00 remind cw1']);
  expect(s.looks[1]?.obligations.filter((o) => o.rule.startsWith('every-case/')).map((o) => o.status)).toEqual([
    'met',
    'met',
  ]);
});

test('WA-24, WA-34: who declined is reminded no more; another time, and what was asked for, are settled three days before', () => {
  const s = run('wa-answers');
  expect(mails(s, 'p1', '/remind/')).toEqual([]);
  for (const person of ['cg1', 'c1'])
    // The meeting is on a Monday: told on the Friday before.
    expect(mails(s, person, '/remind/')).toEqual(['2026-01-26 remind', '2026-01-30 remind']);
  expect(mails(s, 'fac1', 'find-another-time')).toEqual(['2026-01-28 remind', '2026-01-29 remind']);
  expect(mails(s, 'fac1', 'arrange-needs')).toEqual(['2026-01-28 remind']);
  expect(s.refusals.map((r) => [r.entry, r.unmet[0]?.code])).toEqual([['forged', 'not-theirs']]);
});

test('WA-24, WA-34: a time is found: everybody is asked, who has not answered is reminded the day before the last day, the facilitator on it', () => {
  const s = run('wa-finding-a-time');
  expect(mails(s, 'p1', '/times/')).toEqual(['2026-01-08 invite']);
  for (const person of ['cg1', 'c1'])
    expect(mails(s, person, '/times/')).toEqual(['2026-01-08 invite', '2026-01-14 remind']);
  const task = (look: string) =>
    s.looks.find((l) => l.at === look)!.obligations.filter((o) => o.rule === 'every-case/choose-time');
  expect(task('2026-01-14')).toEqual([]);
  expect(task('2026-01-15')).toMatchObject([
    { status: 'due', due: '2026-01-16', reason: expect.stringContaining('2026-01-31 10:00 suits 3') as string },
  ]);
  expect(task('2026-01-16')).toMatchObject([{ status: 'met', doneOn: '2026-01-16' }]);
  expect(mails(s, 'fac1', 'choose-time')).toEqual(['2026-01-15 remind', '2026-01-16 remind']);
  for (const person of ['p1', 'cg1', 'c1'])
    expect(mails(s, person, 'm1/').filter((line) => line.includes('REQUEST'))).toEqual(['2026-01-16 REQUEST 0']);
  expect(s.refusals.map((r) => [r.entry, r.unmet[0]?.code])).toEqual([
    ['forged', 'not-theirs'],
    ['late', 'proposal-closed'],
  ]);
});
