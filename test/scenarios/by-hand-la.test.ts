// The scenarios of P3, with the dates that their notes work out by hand.
import { programs } from '../../src/programs';
import { simulate } from '../../src/scenario/pure';
import type { Simulated } from '../../src/scenario/format';
import { readScenario } from '../support/golden';

const played = new Map<string, Simulated>();
function run(name: string): Simulated {
  let s = played.get(name);
  if (!s) played.set(name, (s = simulate(readScenario(name), programs)));
  return s;
}
/** What one duty owes at one look: subject's last part, status, date, and the day on which it was done. */
const owes = (s: Simulated, look: string, duty: string): string[] =>
  s.looks
    .find((l) => l.at === look)!
    .obligations.filter((o) => o.rule === `la-p3/${duty}`)
    .map(
      (o) =>
        `${o.scope.split(/[:/]/).at(-1)} ${o.status} ${o.due ?? 'no date'}${o.doneOn ? ` done ${o.doneOn}` : ''} ${o.key.split('/').at(-1)}`,
    );
const headline = (s: Simulated, look: string): string => s.looks.find((l) => l.at === look)!.headline;
const told = (s: Simulated, duty: string): string[] =>
  s.notices
    .filter((n) => `${n.about}/`.startsWith(`la-p3/${duty}/`))
    .map((n) => `${n.at.slice(0, 10)} ${n.kind} ${n.recipient}`);
const refused = (s: Simulated): [string, string[]][] => s.refusals.map((r) => [r.entry, r.unmet.map((u) => u.code)]);
/** Everything that is open and can be breached, or is. */
const breached = (s: Simulated, look: string): string[] =>
  s.looks
    .find((l) => l.at === look)!
    .obligations.flatMap((o) => (o.status === 'overdue' ? [`${o.rule.slice(6)} ${o.due}`] : []));

describe('la-referral-returned', () => {
  const s = run('la-referral-returned');
  test('LA-26: returned, it waits for the case worker; completed anew, it is decided anew, the supervisor asked each time', () => {
    expect(owes(s, '2026-01-15', 'decide-referral')).toEqual(['form due 2026-01-20 form']);
    expect(owes(s, '2026-01-17', 'mend-referral')).toEqual(['c1 due no date returned']);
    expect(owes(s, '2026-01-23', 'mend-referral')).toEqual(['c1 met no date done 2026-01-20 returned']);
    expect(owes(s, '2026-02-05', 'decide-referral')).toEqual([
      'form-again met 2026-01-23 done 2026-01-22 form-again',
      'form-new-report met 2026-01-29 done 2026-01-27 form-new-report',
      'form met 2026-01-20 done 2026-01-16 form',
    ]);
    expect(told(s, 'decide-referral')).toEqual([
      '2026-01-14 requestSignOff sup1',
      '2026-01-16 requestSignOff sup1',
      '2026-01-20 requestSignOff sup1',
      '2026-01-22 requestSignOff sup1',
      '2026-01-26 requestSignOff sup1',
    ]);
  });
  test('LA-02, LA-21, LA-25, LA-28 to LA-30, LA-85: what was refused, and why', () => {
    expect(refused(s)).toEqual([
      ['refused-unchecked', ['referral-checked']],
      ['refused-manager', ['not-approver', 'approved-by-supervisor']],
      ['refused-stale', ['population-on-referral', 'court-report-is-the-latest']],
      ['refused-not-p3', ['eligibility-by-p3-supervisor']],
      ['refused-primary', ['p3-worker-is-secondary']],
    ]);
  });
  test('LA-30: the undecided referral is told on February 5, and is no breach', () => {
    expect(owes(s, '2026-02-05', 'decide-eligibility')).toEqual(['c1 due 2026-02-04 sent']);
    expect(told(s, 'decide-eligibility')).toEqual([
      '2026-02-03 remind p3s1',
      '2026-02-05 escalate pm1',
      '2026-02-05 remind p3s1',
    ]);
    for (const look of s.looks) expect(breached(s, look.at)).toEqual([]);
  });
  test('LA-05, LA-09, LA-32: expected by February 13, assigned on the 10th, announced to both on that day', () => {
    expect(owes(s, '2026-02-07', 'assign-p3-worker')).toEqual(['c1 due 2026-02-13 accepted']);
    expect(owes(s, '2026-02-12', 'assign-p3-worker')).toEqual(['c1 met 2026-02-13 done 2026-02-10 accepted']);
    expect(owes(s, '2026-02-12', 'announce-p3-worker')).toEqual(['assigned met 2026-02-11 done 2026-02-10 assigned']);
    expect(owes(s, '2026-02-12', 'special-project')).toEqual(['c1 met 2026-02-11 done 2026-02-10 accepted']);
    expect(told(s, 'announce-p3-worker')).toEqual(['2026-02-10 announce cw1', '2026-02-10 announce sup1']);
  });
});

describe('la-referral-declined', () => {
  const s = run('la-referral-declined');
  test('LA-02, LA-30: a population off the list, and a decision without a reason', () => {
    expect(refused(s)).toEqual([
      ['refused-population', ['population-listed']],
      ['refused-no-reason', ['decision-has-reason']],
    ]);
  });
  test('LA-30: declined in time, the sender told; nothing of the work with a youth is asked', () => {
    expect(owes(s, '2026-01-13', 'decide-eligibility')).toEqual(['c1 met 2026-01-16 done 2026-01-13 sent']);
    expect(owes(s, '2026-01-13', 'tell-sender')).toEqual(['declined due no date declined']);
    expect(owes(s, '2026-01-15', 'tell-sender')).toEqual(['declined met no date done 2026-01-14 declined']);
    for (const duty of ['youth-visit', 'progress-note', 'closing-noted', 'special-project'])
      expect(owes(s, '2026-02-03', duty)).toEqual([]);
  });
  test('LA-23: the sibling whom nobody has considered stays open', () => {
    expect(owes(s, '2026-02-03', 'consider-child')).toEqual([
      'c1 met no date done 2026-01-06 opening.5',
      'c2 due no date opening.5',
    ]);
  });
});

describe('la-quarterly-visits', () => {
  const s = run('la-quarterly-visits');
  test('LA-42: early, late, in vain, as agreed: each counts from the last that was held', () => {
    expect(owes(s, '2026-02-03', 'youth-visit')).toEqual([
      'c1 met 2026-04-20 done 2026-02-02 assigned',
      'c1 due 2026-05-02 visit-1',
    ]);
    expect(owes(s, '2026-05-03', 'youth-visit')).toContain('c1 overdue 2026-05-02 visit-1');
    expect(owes(s, '2026-05-12', 'youth-visit').slice(1)).toEqual([
      'c1 met-late 2026-05-02 done 2026-05-11 visit-1',
      'c1 due 2026-06-22 visit-2',
    ]);
    expect(owes(s, '2026-07-31', 'youth-visit').slice(2)).toEqual([
      'c1 met 2026-06-22 done 2026-06-18 visit-2',
      'c1 met 2026-07-30 done 2026-07-30 visit-3',
      'c1 due 2026-09-10 visit-4',
    ]);
    expect(breached(s, '2026-09-11')).toEqual(['youth-visit 2026-09-10']);
  });
  test('LA-42: on the day after, the worker is reminded and the P3 supervisor told; nobody else ever is', () => {
    expect(told(s, 'youth-visit').filter((t) => t.startsWith('2026-05'))).toEqual([
      '2026-05-01 remind p3w1',
      '2026-05-03 escalate p3s1',
      '2026-05-03 remind p3w1',
      '2026-05-10 escalate p3s1',
      '2026-05-10 remind p3w1',
      '2026-05-23 remind p3w1',
    ]);
    expect(new Set(told(s, 'youth-visit').map((t) => t.split(' ')[2]))).toEqual(new Set(['p3w1', 'p3s1']));
  });
  test('LA-41: four months are refused', () => {
    expect(refused(s)).toEqual([['refused-four-months', ['visit-interval-within-a-quarter']]]);
  });
  test('LA-20: January although twelve days were left; March is missed until it is waived', () => {
    expect(owes(s, '2026-05-03', 'progress-note')).toEqual([
      'c1 met 2026-01-31 done 2026-01-30 2026-01',
      'c1 met 2026-02-28 done 2026-02-27 2026-02',
      'c1 overdue 2026-03-31 2026-03',
      'c1 met 2026-04-30 done 2026-04-30 2026-04',
      'c1 due 2026-05-31 2026-05',
    ]);
    expect(owes(s, '2026-07-31', 'progress-note')[2]).toBe('c1 waived 2026-03-31 2026-03');
    expect(told(s, 'progress-note/2026-03')).toEqual([
      '2026-03-26 remind p3w1',
      '2026-03-30 remind p3w1',
      '2026-04-01 escalate p3s1',
      '2026-04-01 remind p3w1',
      '2026-04-08 escalate p3s1',
      '2026-04-08 remind p3w1',
      '2026-04-22 escalate p3s1',
      '2026-04-22 remind p3w1',
    ]);
  });
});

describe('la-contested-closing', () => {
  const s = run('la-contested-closing');
  test('LA-74: one disagreement holds it until the P3 supervisor decides', () => {
    expect(owes(s, '2026-06-11', 'answer-to-closing')).toEqual(['c1 met no date done 2026-06-08 notice']);
    expect(owes(s, '2026-06-11', 'decide-disputed-closing')).toEqual(['c1 due no date disagrees']);
    expect(owes(s, '2026-06-15', 'hand-over-file')).toEqual([]);
    expect(owes(s, '2026-06-18', 'decide-disputed-closing')).toEqual(['c1 met no date done 2026-06-17 disagrees']);
    expect(owes(s, '2026-06-18', 'hand-over-file')).toEqual(['c1 due no date decided']);
  });
  test('LA-47, LA-72, LA-74, LA-76, LA-78 to LA-81: what was refused, and why', () => {
    expect(refused(s)).toEqual([
      ['refused-no-conference', ['conference-before-decision']],
      ['refused-end', ['termination-plan-or-reason', 'closing-agreed-or-decided', 'closing-reviewed']],
      ['refused-decision', ['p3-supervisor-decides']],
      ['refused-verification', ['summary-in-both-places']],
      ['refused-no-way', ['delivered-one-way-or-other']],
    ]);
  });
  test('LA-20: the closing summary of June 18 is the note of June; the visit due on July 28 is no longer owed', () => {
    expect(owes(s, '2026-06-18', 'progress-note').at(-1)).toBe('c1 met 2026-06-30 done 2026-06-18 2026-06');
    expect(owes(s, '2026-06-29', 'youth-visit').at(-1)).toBe('c1 not-applicable 2026-07-28 visit-2');
  });
  test('LA-68, LA-76, LA-77, LA-83, LA-84: project, file and end dates, after the end of services', () => {
    expect(owes(s, '2026-06-29', 'end-p3-assignment')).toEqual(['c1 met no date done 2026-06-26 reviewed.3']);
    expect(owes(s, '2026-06-29', 'end-special-project')).toEqual(['c1 due 2026-06-29 ended.1']);
    expect(owes(s, '2026-07-02', 'end-special-project')).toEqual(['c1 met 2026-06-29 done 2026-06-30 ended.1']);
    expect(told(s, 'end-special-project').slice(-2)).toEqual(['2026-06-30 escalate pm1', '2026-06-30 remind p3s1']);
    expect(owes(s, '2026-06-29', 'return-file')).toEqual(['c1 met no date done 2026-06-29 reviewed.1']);
    expect(owes(s, '2026-06-29', 'deliver-file')).toEqual(['c1 due no date file-returned']);
    expect(owes(s, '2026-07-02', 'deliver-file')).toEqual(['c1 met no date done 2026-07-01 file-returned']);
    expect(owes(s, '2026-07-02', 'consolidate-file')).toEqual(['c1 due no date delivered']);
  });
  test('closed on July 15, finished after thirty days', () => {
    expect(headline(s, '2026-07-16')).toBe('Closed on 2026-07-15; still takes corrections');
    expect(headline(s, '2026-08-15')).toBe('Finished: closed on 2026-07-15, nothing is owed');
    for (const look of s.looks) expect(breached(s, look.at)).toEqual([]);
  });
});

describe('la-contact-letter', () => {
  const s = run('la-contact-letter');
  test('LA-57, LA-58: what a letter may say', () => {
    expect(refused(s)).toEqual([
      ['refused-address', ['nothing-disclosed-before-agreement']],
      ['refused-who', ['child-is-recognized']],
      ['refused-alone', ['disclosure-agreed-by-caseworker']],
      ['refused-other-item', ['nothing-disclosed-before-agreement']],
      ['refused-other-child', ['nothing-disclosed-before-agreement']],
      ['refused-withdrawn', ['nothing-disclosed-before-agreement']],
    ]);
  });
  test('LA-52, LA-54, LA-56, LA-62: contacted by letter, reached on March 20, arranged on April 8', () => {
    expect(owes(s, '2026-03-03', 'contact-connection')).toEqual(['aunt due no date aunt']);
    expect(owes(s, '2026-03-05', 'contact-connection')).toEqual(['aunt met no date done 2026-03-04 aunt']);
    expect(owes(s, '2026-03-05', 'ask-connection')).toEqual([]);
    expect(owes(s, '2026-03-23', 'ask-connection')).toEqual(['aunt met no date done 2026-03-20 call']);
    expect(owes(s, '2026-03-23', 'arrange-contact')).toEqual(['aunt due no date call']);
    expect(owes(s, '2026-04-16', 'arrange-contact')).toEqual(['aunt met no date done 2026-04-08 call']);
    expect(owes(s, '2026-04-16', 'inform-caregiver-of-connection')).toEqual(['aunt met no date done 2026-03-24 aunt']);
    expect(owes(s, '2026-04-16', 'answer-caregiver')).toEqual(['told-cg met no date done 2026-04-02 told-cg']);
  });
  test('LA-66: expected by Monday March 23, told on the 24th after a reminder', () => {
    expect(owes(s, '2026-03-23', 'update-caseworker')).toEqual(['wish due 2026-03-23 wish']);
    expect(owes(s, '2026-04-16', 'update-caseworker')).toEqual(['wish met 2026-03-23 done 2026-03-24 wish']);
    expect(told(s, 'update-caseworker').slice(-2)).toEqual(['2026-03-24 escalate p3s1', '2026-03-24 remind p3w1']);
  });
});

describe('la-change-of-worker', () => {
  const s = run('la-change-of-worker');
  test('LA-03: on a day off the P3 supervisor gets the reminder as well; the date does not move', () => {
    expect(told(s, 'youth-visit').slice(0, 4)).toEqual([
      '2026-03-21 remind p3s1',
      '2026-03-21 remind p3w1',
      '2026-04-06 remind p3w1',
      '2026-04-13 remind p3w1',
    ]);
    expect(owes(s, '2026-03-21', 'youth-visit')).toEqual(['c1 due 2026-04-20 assigned']);
  });
  test('LA-82: a worker leaves with a reason or after a verified closing', () => {
    expect(refused(s)).toEqual([['refused-leave', ['assignment-ends-verified']]]);
  });
  test('LA-32, LA-33, LA-36, LA-42: the new worker is announced, reads and confers; the quarter goes on', () => {
    expect(owes(s, '2026-05-05', 'announce-p3-worker')[0]).toBe('assigned-2 met 2026-05-05 done 2026-05-04 assigned-2');
    for (const duty of ['read-physical-case', 'confer-at-assignment'])
      expect(owes(s, '2026-05-05', duty)[0]).toBe('c1 due no date assigned-2');
    expect(owes(s, '2026-05-05', 'youth-visit').at(-1)).toBe('c1 due 2026-07-15 visit-1');
    expect(owes(s, '2026-06-02', 'announce-telephone')).toEqual(['number met 2026-06-02 done 2026-06-01 number']);
  });
  test('LA-49: the new worker told the caregiver in time; the new caregiver was told three days after the visit', () => {
    expect(owes(s, '2026-06-02', 'caregiver-before-youth')[0]).toBe('c1 met 2026-05-20 done 2026-05-12 assigned-2');
    expect(owes(s, '2026-06-21', 'new-caregiver-before-youth')).toEqual(['c1 overdue 2026-06-20 move']);
    expect(owes(s, '2026-06-24', 'new-caregiver-before-youth')).toEqual([
      'c1 met-late 2026-06-20 done 2026-06-23 move',
    ]);
    expect(told(s, 'new-caregiver-before-youth')).toEqual(['2026-06-21 escalate p3s1', '2026-06-21 remind p3w2']);
  });
});

describe('la-two-youths', () => {
  const s = run('la-two-youths');
  test('LA-92: six months for the one, the tenth birthday for the other', () => {
    expect(owes(s, '2026-05-08', 'important-persons')).toEqual([
      'c1 met 2026-05-10 done 2026-04-01 birthday-10',
      'c2 due 2026-07-04 birthday-10',
    ]);
  });
  test('LA-82: P3 ends for c1 and goes on for c2', () => {
    expect(owes(s, '2026-05-30', 'youth-visit')).toEqual([
      'c1 met 2026-04-20 done 2026-02-02 assigned-p3w1',
      'c1 met 2026-05-02 done 2026-04-29 visit-1',
      'c1 not-applicable 2026-07-29 visit-2',
      'c2 met 2026-04-20 done 2026-02-03 assigned-p3w2',
      'c2 met 2026-05-03 done 2026-05-01 c2-visit-1',
      'c2 due 2026-08-01 c2-visit-2',
    ]);
    expect(owes(s, '2026-05-30', 'progress-note').filter((o) => o.endsWith('2026-05'))).toEqual([
      'c1 met 2026-05-31 done 2026-05-20 2026-05',
      'c2 met 2026-05-31 done 2026-05-28 2026-05',
    ]);
    expect(owes(s, '2026-05-30', 'return-file')).toEqual(['c1 due no date reviewed.1']);
  });
  test('LA-90, LA-91: the order is met in time, the list is ready for the hearing', () => {
    expect(owes(s, '2026-05-08', 'ordered-relationship')).toEqual(['coach due 2026-06-30 order']);
    expect(owes(s, '2026-07-05', 'ordered-relationship')).toEqual(['coach met 2026-06-30 done 2026-06-24 order']);
    expect(owes(s, '2026-09-11', 'relationship-efforts')).toEqual(['c2 met 2026-09-15 done 2026-09-10 hearing']);
  });
  test('enrolled again: the first time stays what it was, the second begins anew, nobody is corrected', () => {
    expect(owes(s, '2026-10-07', 'youth-visit').filter((o) => o.startsWith('c1'))).toEqual([
      'c1 due 2027-01-06 assigned-9',
      'c1 met 2026-04-20 done 2026-02-02 assigned-p3w1',
      'c1 met 2026-05-02 done 2026-04-29 visit-1',
      'c1 not-applicable 2026-07-29 visit-2',
    ]);
    expect(owes(s, '2026-10-07', 'received-noted').filter((o) => o.startsWith('c1'))).toEqual([
      'c1 met 2026-10-06 done 2026-10-05 assigned-9',
      'c1 met 2026-01-20 done 2026-01-14 assigned-p3w1',
    ]);
    expect(s.notices.filter((n) => n.kind === 'correct')).toEqual([]);
    expect(breached(s, '2026-12-01')).toEqual(['progress-note 2026-11-30']);
  });
  test('every entry of the story is accepted', () => expect(refused(s)).toEqual([]));
});

describe('la-closing-unanswered', () => {
  const s = run('la-closing-unanswered');
  test('LA-74: ten business days of silence open the decision on December 2, not on the 1st', () => {
    expect(owes(s, '2026-12-01', 'decide-disputed-closing')).toEqual([]);
    expect(owes(s, '2026-12-02', 'decide-disputed-closing')).toEqual(['c1 due no date notice']);
    expect(owes(s, '2026-12-05', 'decide-disputed-closing')).toEqual(['c1 met no date done 2026-12-04 notice']);
  });
  test('LA-72, LA-74: silence is no agreement, an old conference serves for no new closing', () => {
    expect(refused(s)).toEqual([
      ['refused-silence', ['closing-agreed-or-decided', 'closing-reviewed']],
      ['refused-old-conference', ['conference-before-decision']],
    ]);
  });
  test('kept open: the steps of that closing are gone, the work goes on; the second closing has steps of its own', () => {
    expect(owes(s, '2026-12-01', 'closing-summary')).toEqual(['c1 due no date closing']);
    for (const duty of ['notify-of-closing', 'answer-to-closing', 'closing-summary', 'hand-over-file'])
      expect(owes(s, '2026-12-05', duty)).toEqual([]);
    expect(owes(s, '2026-12-05', 'youth-visit').at(-1)).toBe('c1 due 2027-01-20 visit-4');
    expect(owes(s, '2027-04-10', 'hand-over-file')).toEqual(['c1 due no date agrees-2']);
    expect(owes(s, '2027-04-20', 'deliver-file')).toEqual(['c1 met no date done 2027-04-19 file-returned']);
  });
  test('nothing was ever late', () => {
    for (const look of s.looks) expect(breached(s, look.at)).toEqual([]);
  });
});
