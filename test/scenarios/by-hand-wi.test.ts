// The scenarios of permanency support in Milwaukee, with the dates that their notes work out by hand.
import { programs } from '../../src/programs';
import { simulate } from '../../src/scenario/pure';
import type { Simulated } from '../../src/scenario/format';
import { readScenario } from '../support/golden';

const run = (name: string): Simulated => simulate(readScenario(`wi-${name}`), programs);
/** `scope status due done` of the duties with this id, at a look. */
const owed = (s: Simulated, look: string, duty: string): string[] =>
  s.looks
    .find((l) => l.at === look)!
    .obligations.filter((o) => o.rule.endsWith(`/${duty}`))
    .map((o) => `${o.scope} ${o.status} ${o.due ?? '-'}${o.doneOn ? ` done ${o.doneOn}` : ''}`)
    .sort();
const window = (s: Simulated, look: string, duty: string): string[] =>
  s.looks
    .find((l) => l.at === look)!
    .obligations.filter((o) => o.rule.endsWith(`/${duty}`) && o.status === 'window')
    .map((o) => `${o.notBefore} ${o.due}`);
/** `day kind` of what was said to somebody about a duty. */
const told = (s: Simulated, recipient: string, of: string): string[] =>
  s.notices
    .filter((n) => n.recipient === recipient && n.key.includes(of))
    .map((n) => `${n.at.slice(0, 10)} ${n.method ?? n.kind}`);
const refused = (s: Simulated): [string, string[]][] => s.refusals.map((r) => [r.entry, r.unmet.map((u) => u.code)]);
const headline = (s: Simulated, look: string): string => s.looks.find((l) => l.at === look)!.headline;
/** Nothing that policy can breach is late. */
const late = (s: Simulated, look: string): string[] =>
  s.looks
    .find((l) => l.at === look)!
    .obligations.filter((o) => o.status === 'overdue' || o.status === 'met-late')
    .map((o) => o.rule);

describe('home on 31 August', () => {
  const s = run('month-ends');
  test('WI-29, WI-33: planned on 15 July for 31 August: meeting and plan by 1 August', () => {
    expect(owed(s, '2026-07-16', 'team-before-reunification')).toEqual(['child:c1 due 2026-08-01']);
    expect(owed(s, '2026-07-16', 'safety-plan')).toEqual(['child:c1 due 2026-08-01']);
    expect(told(s, 'cw1', 'team-before-reunification')).toEqual(['2026-07-18 remind', '2026-07-25 remind']);
  });
  test('WI-36: six months later is 28 February, from 29 January on; held on 24 February', () => {
    expect(window(s, '2026-08-31', 'six-month-staffing')).toEqual(['2027-01-29 2027-02-28']);
    expect(owed(s, '2027-02-25', 'six-month-staffing')).toEqual(['event:home/h1 met 2027-02-28 done 2027-02-24']);
  });
  test('WI-38: the three roles are invited, each by a message of their own, and reminded a week and a day before', () => {
    for (const person of ['cw1', 'sup1', 'pm1'])
      expect(told(s, person, 'st1/')).toEqual(['2027-01-20 REQUEST', '2027-02-17 remind', '2027-02-23 remind']);
  });
  test('WI-42: the CANS of 10 February serves the staffing of the 24th, that of 2 August the closure staffing', () => {
    expect(owed(s, '2027-08-30', 'cans-before-staffing').map((one) => one.split(' ').slice(1).join(' '))).toEqual([
      'met 2027-02-23 done 2027-02-10',
      'met 2027-08-17 done 2027-08-02',
    ]);
  });
  test('WI-13: the order expires with 14 June: told by the 15th, noted on it, due by the 18th', () => {
    expect(told(s, 'cw1', 'now-voluntary')).toEqual(['2027-06-13 remind', '2027-06-15 remind']);
    expect(owed(s, '2027-06-15', 'now-voluntary')).toEqual(['household:h1 met 2027-06-18 done 2027-06-15']);
    expect(owed(s, '2027-06-15', 'contact-voluntary')).toEqual(['household:h1 due 2027-07-15']);
  });
  test('WI-51, WI-58: closing on 30 August is a day too early; on the 31st all gates are passed; finished after 30 days', () => {
    expect(refused(s)).toEqual([['early', ['twelve-months-are-over']]]);
    expect(owed(s, '2027-08-30', 'support-period')).toEqual(['household:h1 met 2027-08-31 done 2027-08-20']);
    expect(headline(s, '2027-09-01')).toBe('Closed on 2027-08-31; still takes corrections');
    expect(headline(s, '2027-10-01')).toBe('Finished: closed on 2027-08-31, nothing is owed');
    expect(late(s, '2027-10-01')).toEqual([]);
  });
});

describe('WI-10, WI-11, WI-18: two households', () => {
  const s = run('two-households');
  test('the father’s clock runs from 16 March, whoever is still in care; the mother’s waits for c4 until it is decided', () => {
    expect(owed(s, '2026-03-17', 'support-period')).toEqual(['household:h1 unknown -', 'household:h2 due 2027-03-16']);
    expect(owed(s, '2026-06-02', 'support-period')).toEqual([
      'household:h1 due 2027-04-20',
      'household:h2 due 2027-03-16',
    ]);
  });
  test('one designation, when the last child is home; on 21 April it is refused', () => {
    expect(owed(s, '2026-03-17', 'designation')).toEqual(['case unknown -']);
    expect(owed(s, '2026-06-02', 'designation')).toEqual(['case met-late 2026-04-20 done 2026-06-02']);
  });
  test('a staffing for each return: that of July serves c1, that of September the father’s household', () => {
    expect(owed(s, '2027-03-03', 'six-month-staffing')).toEqual([
      'event:home1/h1 met 2026-08-02 done 2026-07-31',
      'event:home2/h1 met 2026-10-20 done 2026-10-16',
      'event:home3/h2 met 2026-09-16 done 2026-09-14',
    ]);
  });
  test('the whole case cannot close, the father’s household can; the mother’s goes on', () => {
    expect(refused(s).map(([entry]) => entry)).toEqual(['too-early', 'whole']);
    expect(refused(s)[1]![1]).toContain('twelve-months-are-over');
    expect(owed(s, '2027-03-17', 'contact-voluntary').filter((one) => / (due|not-applicable) /.test(one))).toEqual([
      'household:h1 due 2027-04-15',
      'household:h2 not-applicable 2027-04-12',
    ]);
    expect(headline(s, '2027-03-17')).toMatch(/^Waits for caseworker: due 2027-03-31/);
  });
});

describe('WI-25, WI-26: refusal after the order', () => {
  const s = run('refusal');
  test('under the order it is refused; the extension moves the day from 1 July to 1 August', () => {
    expect(refused(s)).toEqual([['refused-under-order', ['refusal-while-voluntary']]]);
    expect(owed(s, '2026-06-01', 'now-voluntary')).toEqual(['household:h1 due 2026-07-07']);
    expect(owed(s, '2026-07-02', 'now-voluntary')).toEqual(['household:h1 due 2026-08-05']);
  });
  test('refused on 3 August: no visit is owed, an effort is; the missed one goes to the supervisor', () => {
    expect(owed(s, '2026-09-21', 'contact-voluntary')).toEqual(['household:h1 not-applicable 2026-08-15']);
    expect(owed(s, '2026-09-21', 'engage-family')).toEqual([
      'household:h1 met 2026-09-01 done 2026-08-20',
      'household:h1 overdue 2026-09-20',
    ]);
    expect(told(s, 'sup1', 'engage-family')).toEqual(['2026-09-21 escalate', '2026-09-28 escalate']);
  });
  test('back on 5 November: two weeks from that day', () => {
    expect(owed(s, '2026-11-06', 'contact-voluntary')).toEqual(['household:h1 due 2026-11-19']);
  });
  test('WI-51: the twelve months end as before, and nothing closes by itself', () => {
    expect(owed(s, '2027-02-10', 'support-period')).toEqual(['household:h1 overdue 2027-02-09']);
    expect(headline(s, '2027-02-10')).toMatch(/^Waits for caseworker: overdue since 2027-02-09: review/);
  });
});

describe('WI-48 to WI-50: a new allegation in the voluntary phase', () => {
  const s = run('new-allegation');
  test('told in the minute; after an hour again, and to the supervisor, what is still missing', () => {
    const said = (of: string): string[] =>
      s.notices.filter((n) => n.key.includes(of)).map((n) => `${n.at.slice(11, 16)} ${n.kind} ${n.recipient}`);
    expect(said('make-child-safe')).toEqual(['02:15 remind cw1']);
    expect(said('report-allegation')).toEqual(['02:15 remind cw1', '03:15 escalate sup1', '03:15 remind cw1']);
    expect(headline(s, '2026-12-05T20:30:00-06:00')).toMatch(/hotline at once/);
  });
  test('WI-35: a change in the home is assessed within 24 hours, and the supervisor is not troubled before', () => {
    expect(owed(s, '2026-12-07T12:00:00-06:00', 'assess-change')).toEqual(['event:change/h1 due 2026-12-08']);
    expect(told(s, 'sup1', 'assess-change')).toEqual([]);
  });
  test('the clocks run on; the closing waits for the outcome, which the case manager cannot replace', () => {
    expect(owed(s, '2027-01-12', 'support-period')).toEqual(['household:h1 met 2027-01-12 done 2027-01-07']);
    expect(refused(s)).toEqual([
      ['over-it', ['allegation-is-answered']],
      ['not-his', ['supervisor-decides']],
    ]);
    expect(headline(s, '2027-01-21')).toBe('Closed on 2027-01-20; still takes corrections');
  });
});

describe('WI-54, WI-55: not located', () => {
  const s = run('not-located');
  test('60 days from 4 May are 3 July; the call of 24 June makes them void; from 6 July they are 4 September', () => {
    expect(owed(s, '2026-05-05', 'locate-family')).toEqual(['household:h1 due 2026-07-03']);
    expect(owed(s, '2026-06-25', 'locate-family')).toEqual([]);
    expect(owed(s, '2026-07-31', 'locate-family')).toEqual(['household:h1 met 2026-09-04 done 2026-07-20']);
  });
  test('closing on 3 September is too early; on the 4th it lacks the rest; with the supervisor it is closed on the 18th', () => {
    const rest = [
      'supervisor-was-consulted',
      'closing-needs-staffing',
      'closing-needs-family-team',
      'closing-needs-discharge-plan',
      'closing-needs-cans',
    ];
    expect(refused(s)).toEqual([
      ['a-day-early', ['missing-for-60-days', ...rest]],
      ['unready', rest],
    ]);
    expect(headline(s, '2026-09-19')).toBe('Closed on 2026-09-18; still takes corrections');
  });
  test('WI-42: the six-month staffing without a CANS shows it, and counts all the same', () => {
    expect(owed(s, '2026-07-31', 'six-month-staffing')).toEqual(['event:home/h1 met 2026-08-02 done 2026-07-30']);
    expect(owed(s, '2026-07-31', 'cans-at-staffing')[0]).toMatch(/h1 overdue 2026-07-29$/);
  });
});

describe('WI-56, WI-57: relocation', () => {
  const s = run('relocated');
  test('entered late: visits and efforts count from the entry, the staffing and the end from the return', () => {
    expect(owed(s, '2026-06-08', 'contact-voluntary')).toEqual(['household:h1 due 2026-07-08']);
    expect(owed(s, '2026-06-08', 'month-complete')).toEqual(['case due 2026-06-30']);
    expect(owed(s, '2026-06-08', 'six-month-staffing')).toEqual(['event:home/h1 window 2026-11-04']);
    expect(owed(s, '2026-06-08', 'support-period')).toEqual(['household:h1 due 2027-05-04']);
  });
  test('the windows of the closing move to the planned day', () => {
    for (const duty of ['closure-staffing', 'team-before-closure', 'closing-consultation']) {
      expect(window(s, '2026-09-15', duty)).toEqual(['2027-04-04 2027-05-04']);
      expect(window(s, '2026-09-16', duty)).toEqual(['2026-09-16 2026-10-16']);
    }
  });
  test('without household no return, without proof or efforts no closing', () => {
    expect(refused(s)).toEqual([
      ['nowhere', ['return-names-household']],
      ['unproved', ['relocation-is-proved']],
    ]);
    expect(headline(s, '2026-10-22')).toBe('Closed on 2026-10-21; still takes corrections');
  });
});

describe('WI-29, WI-33: short notice and postponements', () => {
  const s = run('short-notice');
  test('no date until one is planned; 18 days ahead needs a reason and is due at once', () => {
    expect(owed(s, '2026-01-06', 'safety-plan')).toEqual(['child:c1 unknown -']);
    expect(owed(s, '2026-03-02', 'safety-plan')).toEqual(['child:c1 due 2026-03-02']);
    expect(owed(s, '2026-03-02', 'team-before-reunification')).toEqual(['child:c1 due 2026-03-02']);
    expect(refused(s)).toEqual([
      ['no-reason', ['short-notice-has-reason']],
      ['untyped', ['safety-plan-type']],
    ]);
  });
  test('21 days later both stay valid; 71 days ask for another plan by 30 April, and the supervisor for another meeting', () => {
    expect(owed(s, '2026-03-17', 'safety-plan')).toEqual(['child:c1 met 2026-03-16 done 2026-03-06']);
    expect(owed(s, '2026-04-06', 'safety-plan')).toEqual(['child:c1 due 2026-04-30']);
    expect(owed(s, '2026-04-06', 'team-before-reunification')).toEqual(['child:c1 met 2026-04-30 done 2026-03-09']);
    expect(owed(s, '2026-05-30', 'team-before-reunification')).toEqual(['child:c1 met 2026-04-30 done 2026-04-29']);
  });
  test('WI-31: asked for on 15 June, by 29 June', () => {
    expect(owed(s, '2026-06-15', 'team-on-request')).toEqual(['event:asked/h1 due 2026-06-29']);
  });
  test('WI-09: removed again the clock stops; home again it is a new one', () => {
    expect(owed(s, '2026-06-15', 'support-period')).toEqual(['household:h1 due 2027-05-30']);
    expect(owed(s, '2026-07-21', 'support-period')).toEqual([]);
    expect(owed(s, '2026-07-21', 'six-month-staffing')).toEqual(['event:home/h1 not-applicable 2026-11-30']);
    expect(owed(s, '2026-07-21', 'safety-plan')).toEqual(['child:c1 due 2026-09-01']);
    expect(owed(s, '2026-10-01', 'support-period')).toEqual(['household:h1 due 2027-10-01']);
  });
  test('18 and 25 days ahead are put to the supervisor; each time the day moves, who was asked is told that it is off', () => {
    const about = (plan: string): string[] =>
      s.notices
        .filter((n) => n.key.includes(`/confirm-short-notice/${plan}/`))
        .map((n) => `${n.at.slice(0, 10)} ${n.kind} ${n.recipient}`);
    expect(about('plan1')).toEqual([
      '2026-03-02 requestSignOff sup1',
      '2026-03-04 requestSignOff sup1',
      '2026-03-06 escalate pm1',
      '2026-03-16 correct pm1',
      '2026-03-16 correct sup1',
    ]);
    expect(about('plan2')).toEqual([
      '2026-03-16 requestSignOff sup1',
      '2026-03-18 requestSignOff sup1',
      '2026-03-20 escalate pm1',
      '2026-04-06 correct pm1',
      '2026-04-06 correct sup1',
    ]);
    // 71 days ahead are no short notice.
    expect(about('plan3')).toEqual([]);
  });
  test('nobody is written to about visits of the first return when it has ended', () => {
    const corrected = s.notices.filter((n) => n.kind === 'correct' && !n.key.includes('/withdrawn/'));
    // Of plan and meeting they had been told that they were overdue since 2 March; then each was asked for again by 30 April.
    expect(corrected.map((n) => `${n.at.slice(0, 10)} ${n.recipient} ${n.due}`)).toEqual([
      '2026-04-06 cw1 2026-04-30',
      '2026-04-06 sup1 2026-04-30',
      '2026-04-27 cw1 2026-04-30',
      '2026-04-27 sup1 2026-04-30',
    ]);
  });
});

test('WI-53: after the death of the case head the case waits until the second child has somebody', () => {
  const s = run('case-head-dies');
  expect(owed(s, '2026-07-31', 'ensure-care')).toEqual(['event:died/c1 met - done 2026-07-17', 'event:died/c2 due -']);
  expect(refused(s)).toEqual([['c2-alone', ['care-is-ensured']]]);
  expect(headline(s, '2026-08-05')).toBe('Closed on 2026-08-04; still takes corrections');
});

describe('WI-52 to WI-57: lost, then found to have moved', () => {
  const s = run('lost-then-found');
  const everything = [
    'supervisor-was-consulted',
    'closing-needs-staffing',
    'closing-needs-family-team',
    'closing-needs-discharge-plan',
    'closing-needs-cans',
  ];
  test('as not located it is refused, before the sixty days and after the family was reached', () => {
    expect(refused(s)).toEqual([
      ['lost', ['missing-for-60-days', 'located-was-tried', ...everything]],
      ['still-lost', ['missing-for-60-days', 'located-was-tried', ...everything]],
    ]);
  });
  test('as relocated it closes', () => {
    expect(headline(s, '2026-10-22')).toBe('Closed on 2026-10-21; still takes corrections');
  });
});
