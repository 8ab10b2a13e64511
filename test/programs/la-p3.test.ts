// The Permanency Partners Program: every date here was worked out by hand from the text. Tables stand in la-p3/.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { everyCase } from '../../src/programs/every-case';
import { laP3 } from '../../src/programs/la-p3';
import { ACase, type Told } from '../support/a-case';
import { showRules } from '../support/rule-cases';
import { closingExamples } from './la-p3/closing-examples';
import { dates } from './la-p3/dates';
import { disclosureExamples } from './la-p3/disclosure-examples';
import { referralExamples } from './la-p3/referral-examples';
import {
  accepted,
  action,
  aunt,
  circumstance,
  closing,
  contact,
  decided,
  document,
  ended,
  form,
  notice,
  p3Worker,
  plain,
  signOff,
  step,
  withLists,
  youth,
} from './la-p3/told';
import { workExamples } from './la-p3/work-examples';

const undated = laP3.duties.filter((d) => 'none' in d.due).map((d) => [d.id, 'The text gives no date: an age.']);

showRules({
  immaterial: [
    {
      why: 'What it must say is asked when it is recorded (p3-program-named, monitoring-covers-both).',
      fields: ['ActionTaken.parts'],
      rules: ['special-project', 'monitor-records'],
    },
    {
      why: 'Whichever way it was decided, it was decided.',
      fields: ['DecisionMade.outcome'],
      rules: ['decide-eligibility'],
    },
    {
      why: 'The reason is asked for when it is recorded (decision-has-reason).',
      fields: ['DecisionMade.reason'],
      rules: ['received-noted', 'decide-eligibility', 'closing-agreed-or-decided'],
    },
    {
      why: 'It is about the assignment, which says for whom.',
      fields: ['ActionTaken.children'],
      rules: ['announce-p3-worker', 'announce-telephone'],
    },
    {
      why: 'How they talked is not said.',
      fields: ['ContactMade.channel'],
      rules: ['inform-youth'],
    },
    {
      why: 'The kind of the contact says with whom.',
      fields: ['ContactMade.participants'],
      rules: ['caregiver-before-youth', 'new-caregiver-before-youth'],
    },
    {
      why: 'The kind of the contact says with whom; of the supervisor it is asked when it is recorded (with-p3-supervisor).',
      fields: ['ContactMade.staff'],
      rules: ['update-caseworker', 'p3-supervision', 'conference-before-decision'],
    },
    {
      why: 'Which population is asked when it is recorded (population-listed).',
      fields: ['CircumstanceRecorded.value'],
      rules: ['population-on-referral'],
    },
    {
      why: 'Who decides is asked when it is recorded (disclosure-agreed-by-caseworker, answer-is-theirs).',
      fields: ['DecisionMade.staff'],
      rules: ['nothing-disclosed-before-agreement', 'closing-agreed-or-decided'],
    },
  ],
  anyKind: {
    'court-report-is-the-latest': 'That it is the referral form is asked by another condition.',
    'contact-collateral': 'Any contact that reached the collateral is one.',
    'nothing-disclosed-before-agreement': 'What is disclosed is disclosed at any contact.',
  },
  program: laP3,
  agency: withLists,
  dates,
  examples: [...referralExamples, ...workExamples, ...disclosureExamples, ...closingExamples],
  byExample: {
    ...(Object.fromEntries(undated) as Record<string, string>),
    'notebook-entry': 'Listed only when the entry came late: the entry itself meets it.',
    'case-note': 'Listed only when the entry came late: the entry itself meets it.',
    'closing-noted': 'The end of the services is itself the note.',
    'progress-note': 'A month is met in the month or stays missed: it cannot be met a day later.',
  },
});

const at = (agency: typeof plain, born?: readonly string[]): ACase =>
  ACase.opened([everyCase, laP3], '2026-01-05', born, agency);
const states = (c: ACase, duty: string, when: string): string[] =>
  c.owes(duty, when).map((o) => `${o.subject} ${o.status}`);
const told = (c: ACase, when: string, of: string): string[] =>
  c
    .at(when)
    .notices.filter((n) => n.about.includes(of))
    .map((n) => `${new Date(n.at).toISOString().slice(0, 10)} ${n.kind} ${n.to.id}`);

describe('the five lists that the text leaves empty (LA-02, LA-09, LA-22, LA-33, LA-65): an agency without lists', () => {
  test('LA-22: asks for no activities of the unit', () => {
    expect(states(at(plain).with(p3Worker('2026-02-10')), 'unit-activities', '2026-03-01')).toEqual([]);
  });
  test('LA-33: the first conference is enough', () => {
    const c = at(plain).with(
      p3Worker('2026-02-10', { id: 'a' }),
      contact('2026-02-12', { kind: 'p3-conference', staff: ['cw1'], children: ['c1'] }),
    );
    expect(states(c, 'confer-at-assignment', '2026-03-01')).toEqual(['event:a/c1 met']);
  });
  test('LA-65: one search is enough', () => {
    const c = at(plain).with(p3Worker('2026-02-10'));
    expect(states(c, 'search-for-connections', '2026-03-01')).toEqual([`${youth('c1')} due`]);
    const searched = c.with(action('2026-02-20', { kind: 'search', parts: ['anything'], children: ['c1'] }));
    expect(states(searched, 'search-for-connections', '2026-03-01')).toEqual([`${youth('c1')} met`]);
  });
});

describe('before a youth has a P3 worker', () => {
  test('nothing of the work with the youth is asked, only that the referral goes its way', () => {
    const c = at(plain).with(circumstance('2026-02-02', { id: 'x', kind: 'p3-candidate', children: ['c1'] }));
    expect(
      c
        .at('2026-03-01')
        .obligations.filter((o) => o.program === 'la-p3')
        .map((o) => `${o.duty} ${o.status}`),
    ).toEqual(['consider-child met', 'complete-referral due']);
  });
  test('LA-26: the supervisor is asked at once, reminded after two days, and the program manager told after four', () => {
    const c = at(plain).with(form('2026-02-02'));
    expect(told(c, '2026-02-10', 'decide-referral')).toEqual([
      '2026-02-02 requestSignOff sup1',
      '2026-02-04 requestSignOff sup1',
      '2026-02-06 escalate pm1',
    ]);
    const decision = signOff('2026-02-03', { request: 'f1', decision: 'approved', reason: 'complete', by: 'sup1' });
    expect(told(c.with(decision), '2026-02-10', 'decide-referral')).toEqual([]);
  });
  test('LA-05, LA-30: ages are told to those who can act: the P3 supervisor, then the program manager', () => {
    // Accepted on Friday the 6th, expected by Friday the 13th; the reminder goes out a day before.
    const c = at(plain).with(accepted('2026-02-06'));
    expect(told(c, '2026-02-14', 'assign-p3-worker')).toEqual([
      '2026-02-12 remind p3s1',
      '2026-02-14 remind p3s1',
      '2026-02-14 escalate pm1',
    ]);
    expect(states(c, 'assign-p3-worker', '2026-04-01')).toEqual([expect.stringMatching(/ due$/)]);
  });
});

test('LA-42: the P3 worker is reminded of the visit; when it is overdue the P3 supervisor is told, not the supervisor of the case', () => {
  // Due on 2026-04-15, a Wednesday.
  const c = at(plain).with(p3Worker('2026-01-15'));
  expect(told(c, '2026-04-16', 'youth-visit')).toEqual([
    '2026-03-16 remind p3w1',
    '2026-04-01 remind p3w1',
    '2026-04-08 remind p3w1',
    '2026-04-14 remind p3w1',
    '2026-04-16 remind p3w1',
    '2026-04-16 escalate p3s1',
  ]);
});

test('LA-20: reminded five days and a day before the end of the month, then of the missed month', () => {
  const c = at(plain).with(p3Worker('2026-02-10'));
  expect(told(c, '2026-03-02', 'progress-note')).toEqual([
    '2026-02-23 remind p3w1',
    '2026-02-27 remind p3w1',
    '2026-03-01 remind p3w1',
    '2026-03-01 escalate p3s1',
  ]);
});

test('LA-66: after a business day the P3 worker is reminded, and the P3 supervisor told, until the case worker knows', () => {
  // Known on Thursday the 5th; a business day later is Friday the 6th.
  const c = at(plain).with(
    p3Worker('2026-02-10'),
    circumstance('2026-03-05', { id: 'd', kind: 'significant-development', value: 'visit-requested' }),
  );
  expect(told(c, '2026-03-06', 'update-caseworker')).toEqual([]);
  expect(told(c, '2026-03-07', 'update-caseworker')).toEqual(['2026-03-07 remind p3w1', '2026-03-07 escalate p3s1']);
});

describe('a closing that the P3 supervisor keeps from happening', () => {
  const c = at(plain).with(
    p3Worker('2026-02-10'),
    closing('2026-05-07', { id: 'k' }),
    notice('2026-05-08'),
    decided('2026-05-20', 'keep-open'),
  );
  test.each(['notify-of-closing', 'answer-to-closing', 'closing-summary', 'hand-over-file', 'review-closing'])(
    '%s is no longer asked unless it was done',
    (duty) => expect(states(c, duty, '2026-06-01').filter((s) => s.endsWith(' due'))).toEqual([]),
  );
  test('LA-42: the work with the youth goes on', () => {
    expect(c.owes('youth-visit', '2026-05-21')).toEqual([
      { subject: youth('c1'), status: 'overdue', due: '2026-05-10' },
    ]);
  });
  test('LA-72: a later closing begins anew', () => {
    const again = c.with(closing('2026-09-01', { id: 'k2' }));
    expect(states(again, 'closing-summary', '2026-09-02')).toEqual(['event:k2/c1 due']);
    expect(states(again, 'decide-disputed-closing', '2026-09-02')).toEqual(['event:k/c1 met']);
  });
});

describe('the end of P3', () => {
  const worked = at(plain, ['2012-05-01', '2013-05-01']).with(
    accepted('2026-02-06', { children: ['c1', 'c2'] }),
    p3Worker('2026-02-10', { id: 'a' }),
    step('2026-02-10', 'special-project-entered', { id: 'sp', parts: ['p3-youth'], children: ['c1', 'c2'] }),
    aunt('2026-03-02', { children: ['c1'] }),
    closing('2026-05-07', { id: 'k' }),
  );
  const c1Ended = worked.with(ended('2026-05-29', { id: 'end', children: ['c1'], known: '2026-05-29' }));
  const openFor = (c: ACase, child: string): string[] =>
    c
      .at('2026-06-01')
      .obligations.filter((o) => o.program === 'la-p3' && o.subject.child === child && o.status === 'due')
      .map((o) => o.duty);
  test('LA-82: for the youth whose services have ended only what outlives them is open; the sibling’s work goes on', () => {
    expect(openFor(c1Ended, 'c1')).toEqual(['end-special-project']);
    expect(openFor(c1Ended, 'c2')).toContain('termination-plan');
  });
  test('LA-56: a connection of the youth whose services have ended is no longer to be contacted', () => {
    expect(states(c1Ended, 'contact-connection', '2026-06-01')).toEqual(['connection:aunt not-applicable']);
  });
  test('retracted, everything stands again', () => {
    const again = c1Ended.with({ type: 'EventRetracted', on: '2026-06-01', event: 'end', reason: 'Another youth.' });
    expect(openFor(again, 'c1')).toEqual(openFor(worked, 'c1'));
    expect(states(again, 'contact-connection', '2026-06-01')).toEqual(['connection:aunt due']);
  });
});

test('LA-04: a suspicion is reported at once, by the duty of every case', () => {
  const c = at(plain).with({ type: 'AllegationReported', on: '2026-02-10', children: ['c1'] } satisfies Told);
  expect(c.owes('report-allegation', '2026-02-11')).toMatchObject([{ status: 'overdue', due: '2026-02-10' }]);
});

test('LA-15, LA-16: what P3 writes has its place by its kind, without anybody choosing', () => {
  const late = at(plain).with(
    document('2026-03-02', { document: 'n', kind: 'p3-progress-note', children: ['c1'], known: '2026-03-20' }),
    contact('2026-03-02', {
      id: 'v',
      kind: 'youth-visit',
      channel: 'in-person',
      children: ['c1'],
      known: '2026-03-20',
    }),
    contact('2026-03-02', { id: 't', kind: 'with-caseworker', staff: ['cw1'], known: '2026-03-20' }),
  );
  expect(states(late, 'notebook-entry', '2026-03-21')).toEqual(['event:v met-late']);
  expect(states(late, 'case-note', '2026-03-21')).toEqual(['event:t met-late']);
});

describe('the program as a whole', () => {
  const rules = [...laP3.duties, ...laP3.guards, ...laP3.guidance, ...(laP3.elsewhere ?? []), ...(laP3.absent ?? [])];
  test('LA-01 to LA-93: each is carried', () => {
    const cited = new Set(rules.flatMap((r) => r.cites));
    const all = Array.from({ length: 93 }, (_, i) => `LA-${String(i + 1).padStart(2, '0')}`);
    expect(all.filter((id) => !cited.has(id))).toEqual([]);
    expect([...cited].filter((id) => !all.includes(id))).toEqual([]);
  });
  test('no two rules share an id, and every setting that a rule reads is one of the program or of every agency', () => {
    const ids = [...laP3.duties, ...laP3.guards, ...laP3.guidance].map((r) => r.id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    const read = JSON.stringify(laP3).match(/"setting":"(p3\w+)"/g) ?? [];
    const names = new Set(read.map((text) => text.slice(11, -1)));
    expect([...names].filter((name) => !(name in laP3.settings))).toEqual([]);
  });
  test('it holds no function', () => {
    expect(readFileSync(join(__dirname, '..', '..', 'src', 'programs', 'la-p3.ts'), 'utf8')).not.toContain('=>');
  });
});
