// The scenarios of Missouri, with the dates that their notes work out by hand.
import { programs } from '../../src/programs';
import type { Simulated } from '../../src/scenario/format';
import { simulate } from '../../src/scenario/pure';
import { readScenario } from '../support/golden';

const run = (name: string): Simulated => simulate(readScenario(name), programs);
const lookAt = (s: Simulated, look: string) => s.looks.find((l) => l.at === look)!;
/** What a duty owes at a look: scope, status, due date, and the day on which it was done. */
const owes = (s: Simulated, look: string, duty: string): string[] =>
  lookAt(s, look)
    .obligations.filter((o) => o.rule === `mo-permanency/${duty}`)
    .map((o) => `${o.scope} ${o.status} ${o.due}${o.doneOn ? ` done ${o.doneOn}` : ''}`);
const told = (s: Simulated, recipient: string, duty: string): string[] =>
  s.notices
    .filter((n) => n.recipient === recipient && n.key.includes(`/${duty}/`))
    .map((n) => `${n.at.slice(0, 10)} ${n.kind} ${n.due}`);
const refusals = (s: Simulated): string[] =>
  s.refusals.map((r) => `${r.entry}: ${r.unmet.map((u) => `${u.code} [${u.cites.join(', ')}]`).join('; ')}`);
const overdue = (s: Simulated, look: string): string[] =>
  lookAt(s, look)
    .obligations.filter((o) => o.status === 'overdue')
    .map((o) => o.key);

describe('MO-06, MO-09, MO-46, MO-48, MO-53: four days, four dates', () => {
  const s = run('mo-four-anchors');
  const clocks = ['first-cs1', 'social-service-plan', 'concurrent-goal', 'treatment-plan'];
  test('each clock counts from its own day, and the difference is shown until it is confirmed', () => {
    expect(clocks.flatMap((duty) => owes(s, '2026-01-10T21:31:00-06:00', duty))).toEqual([
      'child:c1 due 2026-02-04',
      'child:c1 due 2026-02-05',
      'child:c1 due 2026-02-06',
      'child:c1 due 2026-02-08',
    ]);
    expect(owes(s, '2026-01-20', 'care-dates-differ')).toEqual(['child:c1 due null']);
    expect(owes(s, '2026-02-06', 'care-dates-differ')).toEqual(['child:c1 met null done 2026-01-21']);
  });
  test('MO-06, MO-07: the meeting is held in the 72 hours, with the goal, and neither without the other', () => {
    expect(lookAt(s, '2026-01-09').headline).toContain('due 2026-01-10: hold the meeting that follows within 72 hours');
    expect(owes(s, '2026-01-10T21:31:00-06:00', 'meeting-72-hours')).toEqual([
      'child:c1 met 2026-01-10 done 2026-01-10',
    ]);
    expect(owes(s, '2026-01-10T21:31:00-06:00', 'goal-at-72-hours')).toEqual([
      'child:c1 met 2026-01-10 done 2026-01-10',
    ]);
    expect(told(s, 'cw1', 'meeting-72-hours')).toEqual([
      '2026-01-08 remind 2026-01-10',
      '2026-01-09 remind 2026-01-10',
    ]);
  });
  test('MO-46, MO-50: custody corrected by one day moves what counts from custody, and nothing else', () => {
    expect(owes(s, '2026-01-20', 'treatment-plan')).toEqual(['child:c1 due 2026-02-07']);
    expect(owes(s, '2026-01-20', 'six-month-team-meeting')).toEqual(['child:c1 due 2026-07-08']);
    expect(owes(s, '2026-01-20', 'concurrent-goal')).toEqual(['child:c1 due 2026-02-06']);
  });
  test('all four are done in time; 90 days from the last signature, 2026-02-05, are 2026-05-06', () => {
    expect(clocks.flatMap((duty) => owes(s, '2026-02-06', duty))).toEqual([
      'child:c1 met 2026-02-04 done 2026-02-02',
      'child:c1 met 2026-02-05 done 2026-02-05',
      'child:c1 met 2026-02-06 done 2026-02-03',
      'child:c1 met 2026-02-07 done 2026-02-02',
    ]);
    expect(owes(s, '2026-02-06', 'ssp-reassessment')).toEqual(['child:c1 due 2026-05-06']);
  });
  test('MO-19, MO-07, MO-11: the worker alone, a meeting without a goal, guardianship by nobody', () => {
    expect(refusals(s)).toEqual([
      'alone: not-the-worker-alone [MO-19, MO-20]',
      'no-goal: each-child-has-goal [MO-07]',
      'nobody: guardianship-needs-resource [MO-11]',
    ]);
  });
});

describe('MO-54, MO-68: a plan is complete with its last signature', () => {
  const s = run('mo-late-signature');
  test('attempts stand for the parent, a refusal for nobody of the staff: late on April 3', () => {
    expect(owes(s, '2026-04-02', 'social-service-plan')).toEqual(['child:c1 overdue 2026-04-01']);
    expect(
      lookAt(s, '2026-04-02').obligations.find((o) => o.rule === 'mo-permanency/social-service-plan')?.reason,
    ).toBe('still lacking: the signature of the supervisor');
    expect(owes(s, '2026-04-03', 'social-service-plan')).toEqual(['child:c1 met-late 2026-04-01 done 2026-04-03']);
    expect(told(s, 'sup1', 'social-service-plan')).toEqual(['2026-04-02 escalate 2026-04-01']);
  });
  test('90 days from that day: July 2; from July 1: September 29', () => {
    expect(owes(s, '2026-04-03', 'ssp-reassessment')).toEqual(['child:c1 due 2026-07-02']);
    expect(owes(s, '2026-07-02', 'ssp-reassessment').sort()).toEqual([
      'child:c1 due 2026-09-29',
      'child:c1 met 2026-07-02 done 2026-07-01',
    ]);
  });
  test('the signature retracted: open again and late; signed anew on July 13: October 11', () => {
    expect(owes(s, '2026-07-10', 'ssp-reassessment')).toEqual(['child:c1 overdue 2026-07-02']);
    expect(owes(s, '2026-07-13', 'ssp-reassessment').sort()).toEqual([
      'child:c1 due 2026-10-11',
      'child:c1 met-late 2026-07-02 done 2026-07-13',
    ]);
  });
});

describe('MO-66, MO-69 to MO-74: the closing date slips', () => {
  const s = run('mo-closing-slips');
  const window = (look: string) => {
    const o = lookAt(s, look).obligations.find((one) => one.rule === 'mo-permanency/closing-reassessment')!;
    return `${o.status} ${o.notBefore} ${o.due}${o.doneOn ? ` done ${o.doneOn}` : ''}`;
  };
  test('MO-69: the window moves with the date, and what lies before it is open again', () => {
    expect(window('2026-05-21')).toBe('met 2026-05-17 2026-06-01 done 2026-05-20');
    expect(window('2026-05-28')).toBe('window 2026-06-05 2026-06-20');
    expect(window('2026-06-16')).toBe('met 2026-06-05 2026-06-20 done 2026-06-15');
    expect(told(s, 'cw1', 'closing-reassessment')).toContain('2026-05-28 correct 2026-06-20');
  });
  test('MO-73: so does the visit at which it is gone through', () => {
    expect(owes(s, '2026-05-28', 'closing-visit')).toEqual(['case due 2026-06-20']);
    expect(owes(s, '2026-06-20', 'closing-visit')).toEqual(['case met 2026-06-20 done 2026-06-17']);
  });
  test('MO-70 to MO-72: both signatures before the visit, the family’s at it, and a copy', () => {
    for (const [duty, done] of [
      ['closing-signatures', 'case met 2026-06-17 done 2026-06-15'],
      ['family-signs-closing', 'event:visit-2.1 met 2026-06-17 done 2026-06-17'],
      ['closing-copy', 'event:k2.1/p1 met 2026-06-17 done 2026-06-17'],
    ] as const)
      expect(owes(s, '2026-06-20', duty)).toContain(done);
  });
  test('MO-74: everybody named has a copy of the section; the neighbour’s was a day late, and told', () => {
    expect(owes(s, '2026-06-20', 'long-term-copies')).toEqual([
      'event:long-term/k1 met 2026-06-15 done 2026-06-09',
      'event:long-term/n1 met-late 2026-06-15 done 2026-06-16',
      'event:long-term/p1 met 2026-06-15 done 2026-06-09',
    ]);
    expect(told(s, 'sup1', 'long-term-copies')).toEqual(['2026-06-16 escalate 2026-06-15']);
  });
  test('what is refused: an early closing, the whole plan for the neighbour, an old reassessment; then it closes and is finished', () => {
    expect(refusals(s)).toEqual([
      'too-early: closing-needs-long-term-plan [MO-66]',
      'too-much: section-and-nothing-else [MO-74]',
      'old-reassessment: closing-needs-reassessment [MO-69, MO-70]',
    ]);
    expect(overdue(s, '2026-06-20')).toEqual([]);
    expect(lookAt(s, '2026-06-20').headline).toBe('Closed on 2026-06-20; still takes corrections');
    expect(lookAt(s, '2026-07-21').headline).toBe('Finished: closed on 2026-06-20, nothing is owed');
  });
});

describe('MO-44, MO-45: 15 of 22 months, with a run and a trial home visit', () => {
  const s = run('mo-fifteen-of-22');
  test.each([
    ['2026-05-31', 'child:c1 due 2027-05-06'],
    ['2026-07-01', 'child:c1 due 2027-06-05'],
    ['2027-03-11', 'child:c1 due 2027-06-15'],
    ['2027-06-10', 'child:c1 met 2027-06-10 done 2027-06-10'],
  ])('seen on %s: %s', (look, line) => expect(owes(s, look, 'goal-review-15-of-22')).toEqual([line]));
  test('reminded 60, 30, 14 and 7 days before June 15; the worker alone does not decide', () => {
    expect(told(s, 'cw1', 'goal-review-15-of-22')).toEqual([
      '2027-04-16 remind 2027-06-15',
      '2027-05-16 remind 2027-06-15',
      '2027-06-01 remind 2027-06-15',
      '2027-06-08 remind 2027-06-15',
    ]);
    expect(refusals(s)).toEqual(['alone: team-reviews-goal [MO-19, MO-45]']);
  });
  test('MO-50, MO-49: six calendar months from custody, then from the meeting held, each with its CS-1', () => {
    expect(owes(s, '2027-06-10', 'six-month-team-meeting').sort()).toEqual([
      'child:c1 due 2027-12-10',
      'child:c1 met 2026-07-06 done 2026-07-02',
      'child:c1 met 2027-01-02 done 2026-12-21',
      'child:c1 met 2027-06-21 done 2027-06-10',
    ]);
    expect(owes(s, '2027-06-10', 'cs1-at-six-months')).toEqual([
      'event:fst1.1/c1 met 2026-07-02 done 2026-07-02',
      'event:fst2.1/c1 met 2026-12-21 done 2026-12-21',
      'event:fst3.1/c1 met 2027-06-10 done 2027-06-10',
    ]);
  });
  test('MO-68: reassessed six times, each 90 days from the last completion', () => {
    expect(owes(s, '2027-06-10', 'ssp-reassessment').sort()).toEqual([
      'child:c1 due 2027-07-18',
      'child:c1 met 2026-05-03 done 2026-04-30',
      'child:c1 met 2026-07-29 done 2026-07-28',
      'child:c1 met 2026-10-26 done 2026-10-23',
      'child:c1 met 2027-01-21 done 2027-01-20',
      'child:c1 met 2027-04-20 done 2027-04-19',
    ]);
  });
  test('MO-35: June 2026, when nobody could talk with the child, is overdue on July 1 and made good, late, at the team meeting of July 2', () => {
    const june = (look: string) => owes(s, look, 'monthly-goal-talk').filter((line) => line.includes('2026-06-30'));
    expect(june('2026-07-01')).toContain('child:c1 overdue 2026-06-30');
    expect(june('2027-03-11')).toContain('child:c1 met-late 2026-06-30 done 2026-07-02');
  });
});

describe('MO-07, MO-09, MO-48, MO-53: children who come into care on different days', () => {
  const s = run('mo-siblings');
  test('MO-06: each has a meeting of its own', () => {
    expect(owes(s, '2026-03-21', 'meeting-72-hours')).toEqual([
      'child:c1 met 2026-03-05 done 2026-03-04',
      'child:c2 due 2026-03-23',
    ]);
    expect(owes(s, '2026-05-13', 'meeting-72-hours')).toContain('child:c3 due 2026-05-15');
  });
  test('MO-48: thirty days from the opening for the two who came soon after it, from custody for the third', () => {
    expect(owes(s, '2026-05-13', 'first-cs1')).toEqual([
      'child:c1 met 2026-04-01 done 2026-03-27',
      'child:c2 met 2026-04-01 done 2026-04-01',
      'child:c3 due 2026-06-11',
    ]);
  });
  test('MO-09, MO-53: goals and plans from each child’s own entry', () => {
    for (const duty of ['concurrent-goal', 'social-service-plan'])
      expect(owes(s, '2026-09-14', duty).map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual(
        expect.arrayContaining(['child:c1 met 2026-04-01', 'child:c2 met 2026-04-19', 'child:c3 met 2026-06-11']),
      );
  });
  test('c2 comes back: what was done in the first stay does not serve for the second', () => {
    expect(owes(s, '2026-09-14', 'meeting-72-hours')).toContain('child:c2 due 2026-09-17');
    expect(owes(s, '2026-09-14', 'social-service-plan')).toContain('child:c2 due 2026-10-14');
    expect(owes(s, '2026-09-14', 'first-cs1')).toContain('child:c2 due 2026-10-14');
    expect(owes(s, '2026-09-14', 'treatment-plan')).toContain('child:c2 due 2026-10-14');
  });
  test('MO-50: one meeting for all three, early for c2 and c3; the next six months from it', () => {
    expect(owes(s, '2026-09-14', 'six-month-team-meeting').sort()).toEqual([
      'child:c1 due 2027-03-01',
      'child:c1 met 2026-09-02 done 2026-09-01',
      'child:c2 due 2027-03-01',
      'child:c2 met 2026-09-20 done 2026-09-01',
      'child:c3 due 2027-03-01',
      'child:c3 met 2026-11-12 done 2026-09-01',
    ]);
    expect(refusals(s)).toEqual([]);
    expect(overdue(s, '2026-09-14')).toEqual([]);
  });
});

describe('MO-85 to MO-90: compulsory housing referrals, and a closing', () => {
  const s = run('mo-housing-and-closing');
  test('MO-86: housing is the primary barrier: March 9, made on the 6th', () => {
    expect(owes(s, '2026-03-05', 'ces-reunification')).toEqual([
      'event:barrier/c1 due 2026-03-09',
      'event:barrier/c2 due 2026-03-09',
    ]);
    expect(owes(s, '2026-05-29', 'ces-reunification')).toEqual([
      'event:barrier/c1 met 2026-03-09 done 2026-03-06',
      'event:barrier/c2 met 2026-03-09 done 2026-03-06',
    ]);
  });
  test('MO-87: on trial home visit: five business days over a holiday, May 28; late, and told', () => {
    expect(owes(s, '2026-05-29', 'ces-trial-home-visit')).toEqual([
      'event:prevents/c1 overdue 2026-05-28',
      'event:prevents/c2 overdue 2026-05-28',
    ]);
    expect(told(s, 'sup1', 'ces-trial-home-visit')).toEqual(['2026-05-29 escalate 2026-05-28']);
    expect(owes(s, '2026-06-30', 'ces-trial-home-visit')).toContain(
      'event:prevents/c1 met-late 2026-05-28 done 2026-06-01',
    );
  });
  test('MO-88: for the youth of seventeen, and not for the child of eight', () => {
    expect(owes(s, '2026-06-30', 'ces-older-youth')).toEqual(['event:at-risk/c1 met 2026-06-15 done 2026-06-10']);
  });
  test('MO-90: refused while the closing summary does not say why; then closed, and finished after thirty days', () => {
    expect(refusals(s)).toEqual(['refused: closing-without-housing [MO-90]']);
    expect(overdue(s, '2026-07-01')).toEqual([]);
    expect(lookAt(s, '2026-07-01').headline).toBe('Closed on 2026-07-01; still takes corrections');
    expect(lookAt(s, '2026-08-01').headline).toBe('Finished: closed on 2026-07-01, nothing is owed');
  });
});

describe('MO-18, MO-32, MO-33, MO-35, MO-42: efforts beside reunification', () => {
  const s = run('mo-relatives');
  test('MO-33: heritage reported on January 15: January 22; the supervisor is told on the 23rd, the tribe notified that day', () => {
    expect(owes(s, '2026-01-22', 'notify-tribe')).toEqual(['event:heritage due 2026-01-22']);
    expect(told(s, 'sup1', 'notify-tribe')).toEqual(['2026-01-23 escalate 2026-01-22']);
    expect(owes(s, '2026-02-17', 'notify-tribe')).toEqual(['event:heritage met-late 2026-01-22 done 2026-01-23']);
  });
  test('MO-18: the interstate request is told at the agency’s date and never overdue; the placement finds it made', () => {
    expect(owes(s, '2026-02-17', 'icpc-request')).toEqual(['event:aunt.2 due 2026-02-16']);
    expect(told(s, 'sup1', 'icpc-request')).toEqual(['2026-02-17 escalate 2026-02-16']);
    expect(owes(s, '2026-03-10', 'icpc-request')).toEqual(['event:aunt.2 met 2026-02-16 done 2026-02-20']);
    expect(owes(s, '2026-04-09', 'icpc-for-placement')).toEqual(['event:placed/c1 met 2026-04-16 done 2026-02-20']);
  });
  test('MO-42: nothing before the fourteenth birthday; from it on thirty days', () => {
    expect(owes(s, '2026-02-17', 'chafee-referral')).toEqual([]);
    expect(owes(s, '2026-03-10', 'chafee-referral')).toEqual(['child:c1 due 2026-04-09']);
  });
  test('MO-35: nobody spoke with the aunt in March: told on April 1 and 8, made good on the 9th', () => {
    expect(owes(s, '2026-04-01', 'monthly-goal-talk')).toContain('kin:k1 overdue 2026-03-31');
    expect(told(s, 'sup1', 'monthly-goal-talk')).toEqual([
      '2026-04-01 escalate 2026-03-31',
      '2026-04-08 escalate 2026-03-31',
    ]);
    expect(owes(s, '2026-04-09', 'monthly-goal-talk')).toContain('kin:k1 met-late 2026-03-31 done 2026-04-09');
  });
  test('MO-17: a determination against relatives without its reasons is refused', () => {
    expect(refusals(s)).toEqual(['contrary: contrary-has-reason [MO-17]']);
  });
});

describe('MO-20: a change of goal and a closing put to a supervisor', () => {
  const s = run('mo-sign-offs');
  const requests = (look: string): string[] =>
    lookAt(s, look)
      .obligations.filter((o) => ['every-case/decide-request', 'every-case/supply-what-is-missing'].includes(o.rule))
      .map((o) => `${o.scope} ${o.status} ${o.owner.staff}${o.doneOn ? ` done ${o.doneOn}` : ''}`);
  test('returned, what is missing is owed by who asked; supplied and asked again, it is decided by itself', () => {
    expect(requests('2026-02-04')).toEqual(['event:ask-goal met sup1 done 2026-02-03', 'event:back due cw1']);
    expect(requests('2026-02-09')).toEqual([
      'event:ask-goal-again met sup1 done 2026-02-06',
      'event:ask-goal met sup1 done 2026-02-03',
      'event:back met cw1 done 2026-02-05',
    ]);
    expect(refusals(s).slice(0, 2)).toEqual([
      'own: own-request []',
      'goal-too-early: not-the-worker-alone [MO-19, MO-20]',
    ]);
  });
  test('the deputy is asked while the supervisor is away; the closing moves, and the deputy is told once', () => {
    expect(requests('2026-03-10')).toContain('event:ask-closing not-applicable sup2');
    expect(
      s.notices
        .filter((n) => n.key.includes('/decide-request/ask-closing/'))
        .map((n) => `${n.at.slice(0, 10)} ${n.kind} ${n.recipient}`),
    ).toEqual(['2026-03-09 requestSignOff sup2', '2026-03-10 correct sup2']);
    expect(s.refusals.at(-1)).toMatchObject({
      entry: 'too-late',
      unmet: [
        {
          code: 'withdrawn',
          says: 'This waits for no decision any more: the day planned for it moved from 2026-04-10 to 2026-04-24.',
        },
      ],
    });
  });
  test('back again the supervisor is asked; after four days the manager is told, and may decide', () => {
    expect(
      s.notices
        .filter((n) => n.key.includes('/decide-request/ask-closing-again/'))
        .map((n) => `${n.at.slice(0, 10)} ${n.kind} ${n.recipient}`),
    ).toEqual([
      '2026-03-11 requestSignOff sup2',
      '2026-03-13 requestSignOff sup2',
      '2026-03-14 requestSignOff sup1',
      '2026-03-15 escalate pm1',
    ]);
    expect(requests('2026-03-16')).toContain('event:ask-closing-again met sup1 done 2026-03-16');
    expect(refusals(s)).toHaveLength(3);
  });
});
