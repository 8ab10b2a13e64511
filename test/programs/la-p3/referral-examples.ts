// P3 up to the assignment: populations, referral, approval, eligibility; and what is documented.
import type { Example } from '../../support/rule-cases';
import {
  accepted,
  action,
  circumstance,
  contact,
  decision,
  document,
  ended,
  form,
  p3Worker,
  signOff,
  step,
  summary,
  youth,
} from './told';

const note = (on: string, n: string) => document(on, { document: n, kind: 'p3-progress-note', children: ['c1'] });
const courtReport = (on: string, id: string) => document(on, { document: id, kind: 'court-report', children: ['c1'] });
const approved = (on: string) => signOff(on, { request: 'f1', decision: 'approved', reason: 'complete', by: 'sup1' });
const submission = (on: string, fields = {}) =>
  action(on, { id: 's1', kind: 'p3-referral-submitted', about: 'f1', children: ['c1'], ...fields });

export const referralExamples: readonly Example[] = [
  {
    rule: 'assign-p3-worker',
    because:
      'Accepted for both on Friday 2026-02-06, five business days: the 13th. The worker was assigned for c1 only.',
    born: ['2014-05-01', '2015-05-01'],
    told: [accepted('2026-02-06', { id: 'a', children: ['c1', 'c2'] }), p3Worker('2026-02-10', { children: ['c1'] })],
    look: '2026-02-20',
    owes: [
      { subject: 'event:a/c1', status: 'met', due: '2026-02-13' },
      { subject: 'event:a/c2', status: 'due', due: '2026-02-13' },
    ],
  },
  {
    rule: 'special-project',
    because:
      'Accepted on the 6th, assigned on the 10th: a business day later is the 11th; entered on the 12th, which is no breach.',
    told: [
      accepted('2026-02-06', { id: 'a' }),
      p3Worker('2026-02-10'),
      step('2026-02-12', 'special-project-entered', { parts: ['p3-youth'] }),
    ],
    look: '2026-03-01',
    owes: [{ subject: 'event:a/c1', status: 'met', due: '2026-02-11' }],
  },
  {
    rule: 'notebook-entry',
    because:
      'Contact on Thursday 2026-02-12; Friday, Tuesday (Monday is Presidents’ Day) and Wednesday are the three business days: the 18th. Entered on the 19th, late; the search of the same day was entered on the 18th and is not listed.',
    told: [
      contact('2026-02-12', { id: 'x', kind: 'caregiver', participants: ['cg1'], known: '2026-02-19' }),
      action('2026-02-12', { kind: 'search', parts: ['registry'], children: ['c1'], known: '2026-02-18' }),
    ],
    look: '2026-02-20',
    owes: [{ subject: 'event:x', status: 'met-late', due: '2026-02-18' }],
  },
  {
    rule: 'case-note',
    because:
      'Talks with the case worker on Monday 2026-03-02: one noted on Thursday the 5th, the third business day, the other on the 6th.',
    told: [
      contact('2026-03-02', { kind: 'with-caseworker', staff: ['cw1'], known: '2026-03-05' }),
      contact('2026-03-02', { id: 'x', kind: 'with-caseworker', staff: ['cw1'], known: '2026-03-06' }),
    ],
    look: '2026-03-10',
    owes: [{ subject: 'event:x', status: 'met-late', due: '2026-03-05' }],
  },
  {
    rule: 'closing-noted',
    because:
      'Services ended on Friday 2026-05-29 and it was noted the Thursday after, one day past the third business day, Wednesday June 3.',
    told: [p3Worker('2026-02-10'), ended('2026-05-29', { id: 'end', known: '2026-06-04' })],
    look: '2026-06-10',
    owes: [{ subject: 'event:end', status: 'met-late', due: '2026-06-03' }],
  },
  {
    rule: 'progress-note',
    because:
      'Assigned on 2026-01-28: January is owed although four days remain, and was missed. February has its note, March the closing summary of the 12th; services ended on the 15th, so April is not owed.',
    told: [
      p3Worker('2026-01-28'),
      note('2026-02-27', 'n1'),
      summary('2026-03-12'),
      ended('2026-03-15', { children: ['c1'] }),
    ],
    look: '2026-05-10',
    owes: [
      { status: 'overdue', due: '2026-01-31' },
      { status: 'met', due: '2026-02-28' },
      { status: 'met', due: '2026-03-31' },
    ],
  },
  {
    rule: 'progress-note',
    because: 'Ended on 2026-03-02 without a word in March: the month of closing is owed all the same.',
    told: [p3Worker('2026-02-10'), note('2026-02-20', 'n1'), ended('2026-03-02', { children: ['c1'] })],
    look: '2026-04-01',
    owes: [
      { status: 'met', due: '2026-02-28' },
      { status: 'overdue', due: '2026-03-31' },
    ],
  },
  {
    rule: 'progress-note',
    because:
      'Assigned on the last day of January: one day is a part month. The leap day of 2028 is the last of its February. A note of March does not serve for February.',
    told: [p3Worker('2028-01-31'), note('2028-01-31', 'n1'), note('2028-03-01', 'n3')],
    look: '2028-03-02',
    owes: [
      { status: 'met', due: '2028-01-31' },
      { status: 'overdue', due: '2028-02-29' },
      { status: 'met', due: '2028-03-31' },
    ],
  },
  {
    rule: 'progress-note',
    because: 'Two notes of February: March is still to come.',
    told: [p3Worker('2026-02-01'), note('2026-02-10', 'n1'), note('2026-02-24', 'n2')],
    look: '2026-03-31',
    owes: [
      { status: 'met', due: '2026-02-28' },
      { status: 'due', due: '2026-03-31' },
    ],
  },
  {
    rule: 'progress-note',
    because:
      'Ended on 2026-02-20 with February missed, and enrolled again on April 1: what was missed stays missed, March is not owed, April is.',
    told: [
      p3Worker('2026-01-28'),
      note('2026-01-30', 'n1'),
      ended('2026-02-20', { children: ['c1'] }),
      { type: 'ProgramEnrolled', id: 'again', on: '2026-04-01', program: 'la-p3', children: ['c1'] },
      p3Worker('2026-04-02', { children: ['c1'] }),
    ],
    look: '2026-04-10',
    owes: [
      { subject: youth('c1'), status: 'met', due: '2026-01-31' },
      { subject: youth('c1'), status: 'overdue', due: '2026-02-28' },
      { subject: 'event:again/c1', status: 'due', due: '2026-04-30' },
    ],
  },
  {
    rule: 'received-noted',
    because: 'A second acceptance in October does not make that of January late.',
    told: [
      accepted('2026-01-14'),
      p3Worker('2026-01-20', { id: 'a' }),
      ended('2026-05-29', { children: ['c1'] }),
      { type: 'ProgramEnrolled', on: '2026-10-01', program: 'la-p3', children: ['c1'] },
      accepted('2026-10-05'),
      p3Worker('2026-10-06', { id: 'b' }),
    ],
    look: '2026-10-07',
    owes: [
      { subject: 'event:a/c1', status: 'met', due: '2026-01-20' },
      { subject: 'event:b/c1', status: 'met', due: '2026-10-06' },
    ],
  },
  {
    rule: 'unit-activities',
    because: 'Two activities stand on the agency’s list; one was carried out.',
    told: [p3Worker('2026-02-10', { id: 'a' }), action('2026-02-20', { kind: 'p3-activity', parts: ['genogram'] })],
    look: '2026-06-30',
    owes: [{ subject: 'event:a', status: 'due', due: null }],
  },
  {
    rule: 'consider-child',
    because: 'The case is enrolled since 2026-01-05; c1 was marked, of c2 nobody has said anything.',
    born: ['2014-05-01', '2015-05-01'],
    told: [circumstance('2026-02-02', { kind: 'p3-candidate', children: ['c1'] })],
    look: '2026-03-31',
    owes: [
      { subject: youth('c1', 2), status: 'met', due: null },
      { subject: youth('c2', 2), status: 'due', due: null },
    ],
  },
  {
    rule: 'complete-referral',
    because: 'c1 and c2 are candidates since 2026-02-02; the form names c1, and c2 is not referred, with a reason.',
    born: ['2014-05-01', '2015-05-01', '2013-05-01'],
    told: [
      circumstance('2026-02-02', { id: 'x', kind: 'p3-candidate', children: ['c1', 'c2', 'c3'] }),
      form('2026-02-05'),
      decision('2026-02-06', { kind: 'p3-not-referred', outcome: 'no', reason: 'goes home', children: ['c2'] }),
    ],
    look: '2026-03-31',
    owes: [
      { subject: 'event:x/c1', status: 'met', due: null },
      { subject: 'event:x/c2', status: 'met', due: null },
      { subject: 'event:x/c3', status: 'due', due: null },
    ],
  },
  {
    rule: 'decide-referral',
    because:
      'The form of Monday 2026-02-02 was returned on the 4th; the corrected one of Monday the 9th waits for its own decision until Thursday the 12th.',
    told: [
      form('2026-02-02'),
      signOff('2026-02-04', { request: 'f1', decision: 'refused', reason: 'wrong birth date', by: 'sup1' }),
      form('2026-02-09', { id: 'f2' }),
    ],
    look: '2026-02-10',
    owes: [
      { subject: 'event:f1', status: 'met', due: '2026-02-05' },
      { subject: 'event:f2', status: 'due', due: '2026-02-12' },
    ],
  },
  {
    rule: 'decide-referral',
    because:
      'Returned, corrected and put to the supervisor again on one day: the first form does not take the place of the second.',
    told: [
      form('2026-02-02'),
      signOff('2026-02-02', { request: 'f1', decision: 'refused', reason: 'wrong birth date', by: 'sup1' }),
      form('2026-02-02', { id: 'f2' }),
    ],
    look: '2026-02-03',
    owes: [
      { subject: 'event:f1', status: 'met', due: '2026-02-05' },
      { subject: 'event:f2', status: 'due', due: '2026-02-05' },
    ],
  },
  {
    rule: 'mend-referral',
    because: 'Returned on the day on which it was completed: the returned form does not answer its own return.',
    told: [
      form('2026-02-02'),
      signOff('2026-02-02', { request: 'f1', decision: 'refused', reason: 'wrong birth date', by: 'sup1' }),
    ],
    look: '2026-02-20',
    owes: [{ subject: 'event:f1/c1', status: 'due', due: null }],
  },
  {
    rule: 'mend-referral',
    because:
      'The corrected form is the same document, completed again; it was not returned itself and owes nothing here.',
    told: [
      form('2026-02-02'),
      signOff('2026-02-04', { request: 'f1', decision: 'refused', reason: 'wrong birth date', by: 'sup1' }),
      form('2026-02-09', { id: 'f2' }),
    ],
    look: '2026-02-10',
    owes: [{ subject: 'event:f1/c1', status: 'met', due: null }],
  },
  {
    rule: 'decide-referral',
    because: 'Completed anew before anybody decided: the first form waits no longer, the second does.',
    told: [form('2026-02-02'), form('2026-02-03', { id: 'f2' })],
    look: '2026-02-04',
    owes: [
      { subject: 'event:f1', status: 'met', due: '2026-02-05' },
      { subject: 'event:f2', status: 'due', due: '2026-02-06' },
    ],
  },
  {
    rule: 'submit-referral',
    because:
      'Approved on the 3rd, completed anew with a newer report and approved again on the 5th; the second was sent.',
    told: [
      form('2026-02-02'),
      approved('2026-02-03'),
      form('2026-02-04', { id: 'f2' }),
      signOff('2026-02-05', { request: 'f2', decision: 'approved', reason: 'complete', by: 'sup1' }),
      submission('2026-02-05', { about: 'f2' }),
    ],
    look: '2026-02-06',
    owes: [
      { subject: 'event:f1/c1', status: 'met', due: null },
      { subject: 'event:f2/c1', status: 'met', due: null },
    ],
  },
  {
    rule: 'submit-referral',
    because: 'Approved on 2026-02-03, for two youths; submitted for c1.',
    born: ['2014-05-01', '2015-05-01'],
    told: [form('2026-02-02', { children: ['c1', 'c2'] }), approved('2026-02-03'), submission('2026-02-05')],
    look: '2026-02-20',
    owes: [
      { subject: 'event:f1/c1', status: 'met', due: null },
      { subject: 'event:f1/c2', status: 'due', due: null },
    ],
  },
  {
    rule: 'decide-eligibility',
    because: 'In the in-box on Tuesday 2026-02-03 for both, until Tuesday the 10th; accepted for c1 alone.',
    born: ['2014-05-01', '2015-05-01'],
    told: [
      form('2026-02-02', { children: ['c1', 'c2'] }),
      submission('2026-02-03', { children: ['c1', 'c2'] }),
      accepted('2026-02-05', { about: 's1', children: ['c1'] }),
    ],
    look: '2026-02-20',
    owes: [
      { subject: 'event:s1/c1', status: 'met', due: '2026-02-10' },
      { subject: 'event:s1/c2', status: 'due', due: '2026-02-10' },
    ],
  },
  {
    rule: 'tell-sender',
    because: 'Declined on 2026-02-05, told on the 6th.',
    told: [
      accepted('2026-02-05', { id: 'd1', outcome: 'declined', children: ['c1'] }),
      step('2026-02-06', 'sender-told', { about: 'd1' }),
    ],
    look: '2026-02-10',
    owes: [{ subject: 'event:d1', status: 'met', due: null }],
  },
  {
    rule: 'announce-p3-worker',
    because:
      'Two youths, two workers, one day: the first was announced in two mails, the second to the case worker only, without a number.',
    born: ['2014-05-01', '2015-05-01'],
    told: [
      p3Worker('2026-02-10', { id: 'a1', children: ['c1'] }),
      p3Worker('2026-02-10', { id: 'a2', staff: 'p3w2', children: ['c2'] }),
      step('2026-02-10', 'p3-worker-announced', { about: 'a1', parts: ['to-caseworker', 'name', 'telephone'] }),
      step('2026-02-10', 'p3-worker-announced', { about: 'a1', parts: ['to-supervisor', 'name', 'telephone'] }),
      step('2026-02-10', 'p3-worker-announced', { about: 'a2', parts: ['to-caseworker', 'name'] }),
    ],
    look: '2026-02-11',
    owes: [
      { subject: 'event:a1', status: 'met', due: '2026-02-11' },
      { subject: 'event:a2', status: 'due', due: '2026-02-11' },
    ],
  },
  {
    rule: 'announce-telephone',
    because: 'Changed on 2026-03-02; the announcement of the assignment does not serve for it.',
    told: [
      p3Worker('2026-02-10', { id: 'a1' }),
      circumstance('2026-03-02', { id: 't', kind: 'p3-telephone-changed' }),
      step('2026-03-02', 'p3-worker-announced', {
        about: 'a1',
        parts: ['to-caseworker', 'to-supervisor', 'name', 'telephone'],
      }),
    ],
    look: '2026-03-03',
    owes: [{ subject: 'event:t', status: 'due', due: '2026-03-03' }],
  },
  {
    rule: 'received-noted',
    because: 'Assigned for both on 2026-02-10 although no acceptance of c2 was recorded.',
    born: ['2014-05-01', '2015-05-01'],
    told: [accepted('2026-02-06', { children: ['c1'] }), p3Worker('2026-02-10', { id: 'a' })],
    look: '2026-02-11',
    owes: [
      { subject: 'event:a/c1', status: 'met', due: '2026-02-10' },
      { subject: 'event:a/c2', status: 'overdue', due: '2026-02-10' },
    ],
  },
  // --- what is refused --------------------------------------------------------------------------------------------------
  {
    rule: 'population-listed',
    because: 'A code that is not on the agency’s list is refused; one on it is taken.',
    told: [circumstance('2026-02-02', { kind: 'p3-population', value: 'teenagers', children: ['c1'] })],
    look: '2026-02-02',
    acceptedAfter: [circumstance('2026-02-02', { kind: 'p3-population', value: 'group-home', children: ['c1'] })],
  },
  {
    rule: 'population-on-referral',
    because: 'The population of c1 is recorded, that of c2 is not: the referral of both waits for it.',
    born: ['2014-05-01', '2015-05-01'],
    told: [
      circumstance('2026-02-02', { kind: 'p3-population', value: 'group-home', children: ['c1'] }),
      form('2026-02-02', { children: ['c1', 'c2'] }),
      submission('2026-02-03', { children: ['c1', 'c2'] }),
    ],
    look: '2026-02-03',
    acceptedAfter: [circumstance('2026-02-02', { kind: 'p3-population', value: 'court-ordered', children: ['c2'] })],
  },
  {
    rule: 'p3-program-named',
    because: 'The entry names no program of the list: refused; with one it is taken.',
    told: [step('2026-02-10', 'special-project-entered', { parts: ['other'] })],
    look: '2026-02-10',
    acceptedAfter: [step('2026-02-10', 'special-project-entered', { parts: ['p3-youth'] })],
  },
  {
    rule: 'p3-worker-is-secondary',
    because: 'Offered as primary: refused; as secondary: taken.',
    told: [p3Worker('2026-02-10', { kind: 'primary' })],
    look: '2026-02-10',
    acceptedAfter: [p3Worker('2026-02-10')],
  },
  {
    rule: 'court-report-attached',
    because: 'The form has no court report with it; once it has, it may be submitted.',
    told: [courtReport('2026-01-20', 'cr-1'), form('2026-02-05'), submission('2026-02-06')],
    look: '2026-02-06',
    acceptedAfter: [form('2026-02-06', { id: 'f2', attached: ['cr-1'] }), submission('2026-02-06', { about: 'f2' })],
  },
  {
    rule: 'court-report-is-the-latest',
    because: 'The report of January is attached, that of February is known: refused until February’s goes with it.',
    told: [
      courtReport('2026-01-20', 'cr-1'),
      courtReport('2026-02-04', 'cr-2'),
      form('2026-02-05', { attached: ['cr-1'] }),
      submission('2026-02-06'),
    ],
    look: '2026-02-06',
    acceptedAfter: [form('2026-02-06', { id: 'f2', attached: ['cr-2'] }), submission('2026-02-06', { about: 'f2' })],
  },
  {
    rule: 'court-report-is-the-latest',
    because: 'The older one is meant, and the note says why.',
    told: [
      courtReport('2026-01-20', 'cr-1'),
      courtReport('2026-02-04', 'cr-2'),
      form('2026-02-05', { attached: ['cr-1'] }),
      submission('2026-02-06'),
    ],
    look: '2026-02-06',
    acceptedAfter: [submission('2026-02-06', { note: 'February’s is about a sibling.' })],
  },
  {
    rule: 'approved-before-submission',
    because: 'Submitted without an approval: refused; after the supervisor’s approval: taken.',
    told: [form('2026-02-02'), submission('2026-02-03')],
    look: '2026-02-03',
    acceptedAfter: [approved('2026-02-03')],
  },
  {
    rule: 'approved-before-submission',
    because: 'A returned form is no approved one, nor is the corrected form approved by what was said about the first.',
    told: [
      form('2026-02-02'),
      signOff('2026-02-03', { request: 'f1', decision: 'refused', reason: 'incomplete', by: 'sup1' }),
      form('2026-02-04', { id: 'f2' }),
      submission('2026-02-05', { about: 'f2' }),
    ],
    look: '2026-02-05',
    acceptedAfter: [signOff('2026-02-05', { request: 'f2', decision: 'approved', reason: 'complete', by: 'sup1' })],
  },
  {
    rule: 'referral-checked',
    because: 'Only the accuracy was checked: refused; with the second mark: taken.',
    told: [
      form('2026-02-02'),
      action('2026-02-03', { kind: 'referral-checked', about: 'f1', parts: ['accurate'], by: 'sup1' }),
      approved('2026-02-03'),
    ],
    look: '2026-02-03',
    acceptedAfter: [
      action('2026-02-03', { kind: 'referral-checked', about: 'f1', parts: ['documents-attached'], by: 'sup1' }),
    ],
  },
  {
    rule: 'checked-by-supervisor',
    because: 'The case worker does not check what he or she wrote.',
    told: [
      form('2026-02-02'),
      action('2026-02-03', { kind: 'referral-checked', about: 'f1', parts: ['accurate'], by: 'cw1' }),
    ],
    look: '2026-02-03',
    acceptedAfter: [
      action('2026-02-03', { kind: 'referral-checked', about: 'f1', parts: ['accurate'], by: 'cw1', staff: ['sup1'] }),
    ],
  },
  {
    rule: 'approved-by-supervisor',
    because: 'The program manager may decide other requests, but this is the supervisor’s.',
    told: [
      form('2026-02-02'),
      signOff('2026-02-03', { request: 'f1', decision: 'refused', reason: 'incomplete', by: 'pm1' }),
    ],
    look: '2026-02-03',
    acceptedAfter: [signOff('2026-02-03', { request: 'f1', decision: 'refused', reason: 'incomplete', by: 'sup1' })],
  },
  {
    rule: 'eligibility-by-p3-supervisor',
    because: 'The P3 worker does not decide on eligibility; the P3 supervisor does, about a referral that was sent.',
    told: [
      form('2026-02-02'),
      submission('2026-02-03'),
      accepted('2026-02-05', { about: 's1', children: ['c1'], by: 'p3w1' }),
    ],
    look: '2026-02-05',
    acceptedAfter: [accepted('2026-02-05', { about: 's1', children: ['c1'] })],
  },
  {
    rule: 'eligibility-by-p3-supervisor',
    because: 'A form that is not in the in-box cannot be accepted.',
    told: [form('2026-02-02'), accepted('2026-02-05', { about: 'f1', children: ['c1'] })],
    look: '2026-02-05',
    acceptedAfter: [submission('2026-02-03'), accepted('2026-02-05', { about: 's1', children: ['c1'] })],
  },
  {
    rule: 'decision-has-reason',
    because: 'Declined without a reason: refused; with one: taken.',
    told: [
      form('2026-02-02'),
      submission('2026-02-03'),
      decision('2026-02-05', { kind: 'p3-referral', outcome: 'declined', about: 's1', children: ['c1'], by: 'p3s1' }),
    ],
    look: '2026-02-05',
    acceptedAfter: [
      decision('2026-02-05', {
        kind: 'p3-referral',
        outcome: 'declined',
        reason: 'goes home in March',
        about: 's1',
        children: ['c1'],
        by: 'p3s1',
      }),
    ],
  },
];
