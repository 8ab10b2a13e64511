// Permanency Partners Program (Los Angeles, 0080-507.22), in the order of the document.
import {
  aboutIt,
  after,
  agreed,
  allOf,
  anyOf,
  birthday,
  by,
  did,
  earliest,
  either,
  every,
  first,
  firstKnown,
  happened,
  holding,
  inCase,
  itHas,
  last,
  latest,
  months,
  monthEnd,
  next,
  not,
  notAfter,
  opened,
  perChild,
  perEvent,
  perEventSuch,
  perParticipant,
  previous,
  reached,
  setting,
  so,
  theyHold,
  trigger,
  when,
  word,
} from '../../src/domain/rule';
import { everyCase } from '../../src/programs/every-case';
import type { Sketch } from './sketch';
import {
  action,
  allegation,
  care,
  circumstance,
  contact,
  decision,
  document,
  enrolmentEnded,
  p3Worker,
  person,
  placement,
  signOff,
  unassigned,
} from './told';

const notebookWithin = {
  notebookWithin: {
    value: { unit: 'business-days', n: 3 },
    says: 'Time within which a contact, a search or a case note is entered.',
    cites: ['LA-11', 'LA-12', 'LA-14', 'LA-18'],
  },
} as const;
const enteredLate = not(notAfter(word('recorded-on'), after(trigger(), setting('notebookWithin'))));
const noLimit = { none: 'The policy gives no time limit: the age is shown.' };

const enrolled = happened('ProgramEnrolled', { program: 'la-p3' });
const ended = happened('ProgramEnded', { program: 'la-p3' });
const candidate = happened('CircumstanceRecorded', { kind: 'p3-candidate' });
const form = happened('DocumentCompleted', { kind: 'dcfs-5122-a' });
const approved = aboutIt('SignOffDecided', { decision: 'approved' });
const returned = aboutIt('SignOffDecided', { decision: 'refused' });
const submitted = happened('ActionTaken', { kind: 'p3-referral-submitted' });
const accepted = happened('DecisionMade', { kind: 'p3-referral', outcome: 'accepted' });
const p3Assigned = happened('StaffAssigned', { role: 'p3-worker' });
/** The first assignment since the child came into the program: a change of worker starts nothing anew. */
const p3Open = next(p3Assigned, last(enrolled));
const specialProject = happened('ActionTaken', { kind: 'special-project-entered' });
const youthVisit = happened('ContactMade', { kind: 'youth-visit', channel: 'in-person', outcome: 'reached' });
const caregiverInformed = happened('ContactMade', { kind: 'caregiver', outcome: 'reached', explained: true });
const connection = inCase('ParticipantAdded', { role: 'connection' });

const closing = happened('DecisionMade', { kind: 'p3-closing', outcome: 'appropriate' });
const closingNotice = happened('ActionTaken', { kind: 'p3-closing-notice' });
const agrees = happened('DecisionMade', { kind: 'p3-closing-answer', outcome: 'agrees' });
const disagrees = happened('DecisionMade', { kind: 'p3-closing-answer', outcome: 'disagrees' });
const closeAllTheSame = happened('DecisionMade', {
  kind: 'p3-closing-decision',
  outcome: 'close',
  reason: 'anything',
});
const mayClose = happened('DecisionMade', {
  kind: ['p3-closing-answer', 'p3-closing-decision'],
  outcome: ['agrees', 'close'],
});
const fileHandedOver = happened('ActionTaken', { kind: 'p3-file-handed-over' });
const fileReviewed = happened('ActionTaken', { kind: 'p3-file-reviewed' });
const closureReviewed = happened('ActionTaken', { kind: 'p3-closure-reviewed' });
const closingSummary = happened('DocumentCompleted', { kind: 'p3-closing-summary' });
const summaryVerified = happened('ActionTaken', { kind: 'p3-closing-summary-verified' });
const fileReturned = happened('ActionTaken', { kind: 'p3-file-returned' });
const importantPeople = happened('ActionTaken', { kind: 'important-persons' });

export const sketches: readonly Sketch[] = [
  {
    rows: ['LA-04'],
    // One duty for every case, whatever its programs.
    duty: everyCase.duties[0]!,
    example: {
      because: 'Immediately on suspicion: due on the day itself; on the next day nothing was reported.',
      told: [allegation('2026-02-10', { children: ['c1'] })],
      look: '2026-02-11',
      owes: [{ status: 'overdue', due: '2026-02-10' }],
    },
  },
  {
    rows: ['LA-05'],
    duty: {
      id: 'assign-p3-worker',
      cites: ['LA-05'],
      says: 'Assign the accepted youth to a P3 worker.',
      reading: 'No time limit is given: the days since acceptance are counted and escalated at an agency setting.',
      strength: 'should',
      per: perEvent(accepted, 'child'),
      from: trigger(),
      due: { by: after(trigger(), setting('p3AssignWithin')) },
      done: by(p3Assigned),
      owner: 'p3-supervisor',
    },
    settings: {
      p3AssignWithin: {
        value: { unit: 'business-days', n: 5 },
        says: 'Time after the acceptance of a referral by which a P3 worker is assigned.',
        cites: ['LA-05'],
      },
    },
    example: {
      because:
        'Accepted on Friday 2026-02-06; five business days, the day of acceptance being zero: Friday 2026-02-13. The worker was assigned for c1 only.',
      born: ['2014-05-01', '2015-05-01'],
      told: [
        decision('2026-02-06', { kind: 'p3-referral', outcome: 'accepted', children: ['c1', 'c2'] }),
        p3Worker('2026-02-10', { children: ['c1'] }),
      ],
      look: '2026-02-14',
      owes: [
        { subject: 'c1', status: 'met', due: '2026-02-13' },
        { subject: 'c2', status: 'overdue', due: '2026-02-13' },
      ],
    },
  },
  {
    rows: ['LA-09'],
    duty: {
      id: 'name-p3-programme',
      cites: ['LA-09', 'LA-31'],
      says: 'Name the P3 programme of the youth, and enter it on the Special Project page.',
      reading:
        'The list of programmes is missing from the text: the agency keeps its own codes; one is named at the assignment.',
      strength: 'should',
      per: perEvent(p3Assigned, 'child'),
      from: trigger(),
      due: { by: trigger() },
      done: every(
        by(happened('CircumstanceRecorded', { kind: 'p3-programme', value: 'anything' }), last(enrolled)),
        by(specialProject, last(enrolled)),
      ),
      owner: 'p3-supervisor',
    },
    example: {
      because: 'Due at the assignment on 2026-02-10; the Special Project page was filled in a day later.',
      told: [
        p3Worker('2026-02-10'),
        circumstance('2026-02-10', { kind: 'p3-programme', value: 'p3-youth', children: ['c1'] }),
        action('2026-02-11', { kind: 'special-project-entered', children: ['c1'] }),
      ],
      look: '2026-03-01',
      owes: [{ status: 'met-late', due: '2026-02-10' }],
    },
  },
  {
    rows: ['LA-11', 'LA-12', 'LA-39', 'LA-55', 'LA-69'],
    duty: {
      id: 'notebook-entry',
      cites: ['LA-10', 'LA-11', 'LA-12', 'LA-13', 'LA-39', 'LA-55', 'LA-69'],
      says: 'Enter the contact or search in the Contact Notebook.',
      reading:
        'No time limit is given: counted in business days from the contact to the day of its entry, as an agency setting; only late entries are listed, and nobody is chased. The kind of the entry decides its place.',
      strength: 'should',
      per: perEventSuch(
        happened(['ContactMade', 'ActionTaken'], {
          kind: ['youth-visit', 'youth-contact', 'caregiver', 'relative', 'outreach', 'collateral', 'search'],
        }),
        enteredLate,
      ),
      from: trigger(),
      due: { by: after(trigger(), setting('notebookWithin')) },
      done: when('on-record'),
      owner: 'p3-worker',
      remind: 'never',
      chase: false,
    },
    settings: notebookWithin,
    example: {
      because:
        'Contact on Thursday 2026-02-12; Friday, Monday and Tuesday are the three business days: 2026-02-17. Entered on the 18th, late; the search of the same day was entered on the 17th and is not listed.',
      told: [
        contact('2026-02-12', { kind: 'caregiver', participants: ['cg1'], known: '2026-02-18' }),
        action('2026-02-12', { kind: 'search', children: ['c1'], known: '2026-02-17' }),
      ],
      look: '2026-02-20',
      owes: [{ status: 'met-late', due: '2026-02-17' }],
    },
  },
  {
    rows: ['LA-14', 'LA-15'],
    duty: {
      id: 'case-note',
      cites: ['LA-10', 'LA-14', 'LA-15', 'LA-39', 'LA-69'],
      says: 'Record the other P3 activity, and any contact with the case worker, as a case note.',
      reading: 'No time limit is given: as for the Contact Notebook.',
      strength: 'should',
      per: perEventSuch(
        happened(['ContactMade', 'ActionTaken'], { kind: ['with-caseworker', 'p3-activity'] }),
        enteredLate,
      ),
      from: trigger(),
      due: { by: after(trigger(), setting('notebookWithin')) },
      done: when('on-record'),
      owner: 'p3-worker',
      remind: 'never',
      chase: false,
    },
    settings: notebookWithin,
    example: {
      because:
        'Talks with the case worker on Monday 2026-03-02: one noted on Thursday 2026-03-05, the third business day, the other on the 6th.',
      told: [
        contact('2026-03-02', { kind: 'with-caseworker', known: '2026-03-05' }),
        contact('2026-03-02', { id: 'late', kind: 'with-caseworker', known: '2026-03-06' }),
      ],
      look: '2026-03-10',
      owes: [{ subject: 'event:late', status: 'met-late', due: '2026-03-05' }],
    },
  },
  {
    rows: ['LA-16'],
    duty: {
      id: 'received-noted',
      cites: ['LA-16'],
      says: 'Record the date on which P3 received the case.',
      reading: 'Received by the unit or by the worker: the date of acceptance stands beside that of the assignment.',
      strength: 'should',
      per: perEvent(p3Assigned, 'child'),
      from: trigger(),
      due: { by: trigger() },
      done: by(accepted, last(enrolled)),
      owner: 'p3-worker',
      remind: 'never',
    },
    example: {
      because:
        'Assigned on 2026-02-10 although no acceptance of c2 was recorded: the date of receipt of c2 is missing.',
      born: ['2014-05-01', '2015-05-01'],
      told: [
        decision('2026-02-06', { kind: 'p3-referral', outcome: 'accepted', children: ['c1'] }),
        p3Worker('2026-02-10'),
      ],
      look: '2026-02-11',
      owes: [
        { subject: 'c1', status: 'met', due: '2026-02-10' },
        { subject: 'c2', status: 'overdue', due: '2026-02-10' },
      ],
    },
  },
  {
    rows: ['LA-17', 'LA-36'],
    duty: {
      id: 'read-physical-case',
      cites: ['LA-17', 'LA-36', 'LA-37'],
      says: 'Read the whole physical case, and record when.',
      reading: 'No time limit is given: open from the assignment; each new P3 worker reads it.',
      strength: 'track',
      per: perEvent(p3Assigned, 'child'),
      from: trigger(),
      due: noLimit,
      done: by(happened('ActionTaken', { kind: 'p3-case-read' })),
      owner: 'p3-worker',
    },
    example: {
      because: 'Assigned on 2026-02-10, read for c1 on 2026-02-20; for c2 not yet.',
      born: ['2014-05-01', '2015-05-01'],
      told: [p3Worker('2026-02-10'), action('2026-02-20', { kind: 'p3-case-read', children: ['c1'] })],
      look: '2026-06-30',
      owes: [
        { subject: 'c1', status: 'met', due: null },
        { subject: 'c2', status: 'due', due: null },
      ],
    },
  },
  {
    rows: ['LA-18'],
    duty: {
      id: 'closing-noted',
      cites: ['LA-18'],
      says: 'Record as a case note when P3 services closed.',
      strength: 'should',
      per: perEvent(ended, 'child'),
      from: trigger(),
      due: { by: after(trigger(), setting('notebookWithin')) },
      done: when('on-record'),
      outlivesClosing: true,
      owner: 'p3-worker',
      remind: 'never',
      chase: false,
    },
    settings: notebookWithin,
    example: {
      because:
        'Closed on Friday 2026-05-29, noted the Thursday after, one day past the third business day (Wednesday 2026-06-03).',
      told: [p3Worker('2026-02-10'), enrolmentEnded('2026-05-29', { program: 'la-p3', known: '2026-06-04' })],
      look: '2026-06-10',
      owes: [{ status: 'met-late', due: '2026-06-03' }],
    },
  },
  {
    rows: ['LA-20'],
    duty: {
      id: 'progress-note',
      cites: ['LA-19', 'LA-20'],
      says: 'Write the progress note of the month in the P3 tracking record.',
      reading:
        'One note for each calendar month in which P3 was open at least a day, the months of assignment and of closing included; the closing summary serves for the last.',
      per: perChild,
      from: p3Open,
      due: { by: monthEnd(opened) },
      repeat: { monthly: true, partMonths: true },
      done: either(by(happened('DocumentCompleted', { kind: 'p3-progress-note' })), by(closingSummary)),
      owner: 'p3-worker',
      remind: 'progressNoteReminders',
    },
    settings: {
      progressNoteReminders: {
        value: [5, 1],
        says: 'Days before the end of the month on which the P3 worker is reminded of the progress note.',
        cites: ['LA-20'],
      },
    },
    example: {
      because:
        'Assigned on 2026-01-28: January is owed although only four days remain, and was missed. February has its note, March the closing summary of the 12th; P3 ended on 2026-03-15, so April is not owed.',
      told: [
        p3Worker('2026-01-28'),
        document('2026-02-27', { document: 'n1', kind: 'p3-progress-note', children: ['c1'] }),
        document('2026-03-12', {
          document: 'cs1',
          kind: 'p3-closing-summary',
          children: ['c1'],
          parts: ['case-notes', 'p3-tracking'],
        }),
        enrolmentEnded('2026-03-15', { program: 'la-p3', children: ['c1'] }),
      ],
      look: '2026-05-10',
      owes: [
        { status: 'overdue', due: '2026-01-31' },
        { status: 'met', due: '2026-02-28' },
        { status: 'met', due: '2026-03-31' },
      ],
    },
  },
  {
    rows: ['LA-20'],
    duty: {
      id: 'progress-note-of-the-last-month',
      cites: ['LA-20'],
      says: 'Write the progress note of the month in the P3 tracking record.',
      reading: 'The month of closing is owed: here neither a note nor a summary was written in it.',
      per: perChild,
      from: p3Open,
      due: { by: monthEnd(opened) },
      repeat: { monthly: true, partMonths: true },
      done: either(by(happened('DocumentCompleted', { kind: 'p3-progress-note' })), by(closingSummary)),
      owner: 'p3-worker',
      remind: 'never',
    },
    example: {
      because:
        'Assigned on 2026-02-10, note in February; ended on 2026-03-02 without a word in March: March is owed and late.',
      told: [
        p3Worker('2026-02-10'),
        document('2026-02-20', { document: 'n1', kind: 'p3-progress-note', children: ['c1'] }),
        enrolmentEnded('2026-03-02', { program: 'la-p3', children: ['c1'] }),
      ],
      look: '2026-04-01',
      owes: [
        { status: 'met', due: '2026-02-28' },
        { status: 'overdue', due: '2026-03-31' },
      ],
    },
  },
  {
    rows: ['LA-21'],
    guard: {
      id: 'p3-worker-is-secondary',
      cites: ['LA-21'],
      says: 'The P3 worker is the secondary worker of the case; the case worker stays primary.',
      on: inCase('StaffAssigned', { role: 'p3-worker' }),
      unless: allOf(itHas({ kind: 'secondary' }), did(inCase('StaffAssigned', { role: 'caseworker' }))),
      field: 'kind',
      mend: 'Enter the assignment with the kind `secondary`, beside the case worker.',
    },
    example: {
      because: 'Offered as primary: refused; offered again as secondary: taken.',
      told: [p3Worker('2026-02-10', { kind: 'primary' })],
      look: '2026-02-10',
      refused: true,
      acceptedAfter: [p3Worker('2026-02-10')],
    },
  },
  {
    rows: ['LA-24'],
    duty: {
      id: 'complete-referral',
      cites: ['LA-24', 'LA-87'],
      says: 'Complete the referral form DCFS 5122-A.',
      reading: 'No time limit is given from eligibility to referral: the age of the open candidate is shown.',
      strength: 'track',
      per: perEvent(candidate, 'child'),
      from: trigger(),
      due: noLimit,
      done: either(by(form), by(happened('DecisionMade', { kind: 'p3-not-referred', reason: 'anything' }))),
      owner: 'caseworker',
    },
    example: {
      because: 'c1 and c2 are candidates since 2026-02-02; the form names c1 only.',
      born: ['2014-05-01', '2015-05-01'],
      told: [
        circumstance('2026-02-02', { kind: 'p3-candidate', children: ['c1', 'c2'] }),
        document('2026-02-05', { document: 'ref-1', kind: 'dcfs-5122-a', children: ['c1'] }),
      ],
      look: '2026-03-31',
      owes: [
        { subject: 'c1', status: 'met', due: null },
        { subject: 'c2', status: 'due', due: null },
      ],
    },
  },
  {
    rows: ['LA-25'],
    guard: {
      id: 'court-report-attached',
      cites: ['LA-25'],
      says: 'The referral goes out with the court report.',
      on: submitted,
      unless: so('attached', { kind: 'court-report' }),
      field: 'about',
      mend: 'Attach the most recent court report to the referral form.',
    },
    example: {
      because: 'The form has no court report with it; once it has, it may be submitted.',
      told: [
        document('2026-01-20', { document: 'cr-1', kind: 'court-report', children: ['c1'] }),
        document('2026-02-05', { document: 'ref-1', kind: 'dcfs-5122-a', children: ['c1'] }),
        action('2026-02-06', { kind: 'p3-referral-submitted', about: 'ref-1', children: ['c1'] }),
      ],
      look: '2026-02-06',
      refused: true,
      acceptedAfter: [
        document('2026-02-06', { document: 'ref-1', kind: 'dcfs-5122-a', children: ['c1'], attached: ['cr-1'] }),
      ],
    },
  },
  {
    rows: ['LA-25'],
    guard: {
      id: 'court-report-is-the-latest',
      cites: ['LA-25'],
      says: 'A newer court report than the one attached is known to the case.',
      reading: 'The newest at the time of submission; an older one is a warning, answered by a note.',
      on: submitted,
      only: so('attached', { kind: 'court-report' }),
      unless: anyOf(so('attached', { kind: 'court-report', latest: true }), itHas({ note: 'anything' })),
      field: 'about',
      mend: 'Attach the newest court report, or say in `note` why the older one is meant.',
    },
    example: {
      because: 'The report of January is attached, that of February is known: refused until February’s goes with it.',
      told: [
        document('2026-01-20', { document: 'cr-1', kind: 'court-report', children: ['c1'] }),
        document('2026-02-04', { document: 'cr-2', kind: 'court-report', children: ['c1'] }),
        document('2026-02-05', { document: 'ref-1', kind: 'dcfs-5122-a', children: ['c1'], attached: ['cr-1'] }),
        action('2026-02-06', { kind: 'p3-referral-submitted', about: 'ref-1', children: ['c1'] }),
      ],
      look: '2026-02-06',
      refused: true,
      acceptedAfter: [
        document('2026-02-06', { document: 'ref-1', kind: 'dcfs-5122-a', children: ['c1'], attached: ['cr-2'] }),
      ],
    },
  },
  {
    rows: ['LA-26'],
    duty: {
      id: 'decide-referral',
      cites: ['LA-26', 'LA-28', 'LA-29', 'LA-85'],
      says: 'Approve the referral, or return it with a reason.',
      reading:
        'The text says nothing of a referral that is not approved: it is returned with a reason, and the corrected form is a new one to decide on. How soon is an agency setting.',
      strength: 'should',
      per: perEvent(form),
      from: trigger(),
      due: { by: after(trigger(), setting('referralDecisionWithin')) },
      done: by(aboutIt('SignOffDecided')),
      owner: 'supervisor',
      signOff: true,
    },
    settings: {
      referralDecisionWithin: {
        value: { unit: 'business-days', n: 3 },
        says: 'Time for the supervisor to decide on a referral.',
        cites: ['LA-26'],
      },
    },
    example: {
      because:
        'The form of Monday 2026-02-02 was returned on the 4th; the corrected one of Monday 2026-02-09 waits for its own decision, three business days: Thursday 2026-02-12.',
      told: [
        document('2026-02-02', { id: 'f1', document: 'ref-1', kind: 'dcfs-5122-a', children: ['c1'] }),
        signOff('2026-02-04', { request: 'f1', decision: 'refused', reason: 'wrong birth date', by: 'sup1' }),
        document('2026-02-09', { id: 'f2', document: 'ref-2', kind: 'dcfs-5122-a', children: ['c1'] }),
      ],
      look: '2026-02-10',
      owes: [
        { subject: 'event:f1', status: 'met', due: '2026-02-05' },
        { subject: 'event:f2', status: 'due', due: '2026-02-12' },
      ],
    },
  },
  {
    rows: ['LA-26'],
    duty: {
      id: 'mend-referral',
      cites: ['LA-26'],
      says: 'Correct the returned referral and put it to the supervisor again, or withdraw it.',
      strength: 'track',
      per: perEvent(form, 'child'),
      from: first(returned),
      due: noLimit,
      done: either(by(form), by(happened('DecisionMade', { kind: 'p3-not-referred', reason: 'anything' }))),
      only: did(returned),
      owner: 'caseworker',
    },
    example: {
      because:
        'Returned on 2026-02-04 and put again on 2026-02-09; the second form was not returned and owes nothing here.',
      told: [
        document('2026-02-02', { id: 'f1', document: 'ref-1', kind: 'dcfs-5122-a', children: ['c1'] }),
        signOff('2026-02-04', { request: 'f1', decision: 'refused', reason: 'wrong birth date', by: 'sup1' }),
        document('2026-02-09', { id: 'f2', document: 'ref-2', kind: 'dcfs-5122-a', children: ['c1'] }),
      ],
      look: '2026-02-10',
      owes: [{ subject: 'event:f1/c1', status: 'met', due: null }],
    },
  },
  {
    rows: ['LA-26', 'LA-27'],
    guard: {
      id: 'approved-before-submission',
      cites: ['LA-26', 'LA-27'],
      says: 'Only an approved referral goes to the P3 in-box.',
      on: submitted,
      unless: did(approved),
      field: 'about',
      mend: 'Let the supervisor approve this form first, and name the form in `about`.',
    },
    example: {
      because: 'Submitted without an approval: refused; after the supervisor’s approval: taken.',
      told: [
        document('2026-02-02', { id: 'f1', document: 'ref-1', kind: 'dcfs-5122-a', children: ['c1'] }),
        action('2026-02-03', { kind: 'p3-referral-submitted', about: 'f1', children: ['c1'] }),
      ],
      look: '2026-02-03',
      refused: true,
      acceptedAfter: [signOff('2026-02-03', { request: 'f1', decision: 'approved', reason: 'complete', by: 'sup1' })],
    },
  },
  {
    rows: ['LA-27'],
    duty: {
      id: 'submit-referral',
      cites: ['LA-27'],
      says: 'Send the approved referral to the P3 in-box.',
      reading: 'No number of days is given: open from the moment of approval.',
      strength: 'track',
      per: perEvent(form),
      from: first(approved),
      due: noLimit,
      done: by(aboutIt('ActionTaken', { kind: 'p3-referral-submitted' })),
      only: did(approved),
      owner: 'caseworker',
    },
    example: {
      because: 'Approved on 2026-02-03, not submitted yet.',
      told: [
        document('2026-02-02', { id: 'f1', document: 'ref-1', kind: 'dcfs-5122-a', children: ['c1'] }),
        signOff('2026-02-03', { request: 'f1', decision: 'approved', reason: 'complete', by: 'sup1' }),
      ],
      look: '2026-02-20',
      owes: [{ subject: 'event:f1', status: 'due', due: null }],
    },
  },
  {
    rows: ['LA-28', 'LA-29'],
    guard: {
      id: 'referral-checked',
      cites: ['LA-28', 'LA-29'],
      says: 'Before the approval the supervisor has checked that the form is accurate and that all documents are with it.',
      reading: 'Only the court report is named by the text: other attachments are the office’s choice.',
      on: happened('SignOffDecided', { decision: 'approved' }),
      only: so('is-about', { kind: 'dcfs-5122-a' }),
      unless: theyHold(aboutIt('ActionTaken', { kind: 'referral-checked' }), ['accurate', 'documents-attached']),
      field: 'request',
      mend: 'Record the check of this form with both marks.',
    },
    example: {
      because: 'Only the accuracy was checked: refused; with the second mark: taken.',
      told: [
        document('2026-02-02', { id: 'f1', document: 'ref-1', kind: 'dcfs-5122-a', children: ['c1'] }),
        action('2026-02-03', { kind: 'referral-checked', about: 'f1', parts: ['accurate'], by: 'sup1' }),
        signOff('2026-02-03', { request: 'f1', decision: 'approved', reason: 'complete', by: 'sup1' }),
      ],
      look: '2026-02-03',
      refused: true,
      acceptedAfter: [
        action('2026-02-03', { kind: 'referral-checked', about: 'f1', parts: ['documents-attached'], by: 'sup1' }),
      ],
    },
  },
  {
    rows: ['LA-30'],
    duty: {
      id: 'decide-eligibility',
      cites: ['LA-30'],
      says: 'Decide whether the referred case meets the criteria of P3, with a reason.',
      reading:
        'The criteria are missing from the text and no time limit is given: a person accepts or declines with a reason; days are counted and escalated at an agency setting.',
      strength: 'should',
      per: perEvent(submitted),
      from: trigger(),
      due: { by: after(trigger(), setting('eligibilityWithin')) },
      done: by(aboutIt('DecisionMade', { kind: 'p3-referral', outcome: ['accepted', 'declined'], reason: 'anything' })),
      owner: 'p3-supervisor',
    },
    settings: {
      eligibilityWithin: {
        value: { unit: 'business-days', n: 5 },
        says: 'Time for the P3 supervisor to decide on a referral.',
        cites: ['LA-30'],
      },
    },
    example: {
      because:
        'In the in-box on Tuesday 2026-02-03; five business days: Tuesday 2026-02-10. A decision without a reason does not count.',
      told: [
        action('2026-02-03', { id: 's1', kind: 'p3-referral-submitted', about: 'ref-1', children: ['c1'] }),
        decision('2026-02-05', { kind: 'p3-referral', outcome: 'accepted', about: 's1', children: ['c1'] }),
      ],
      look: '2026-02-11',
      owes: [{ status: 'overdue', due: '2026-02-10' }],
    },
  },
  {
    rows: ['LA-30'],
    duty: {
      id: 'tell-sender',
      cites: ['LA-30'],
      says: 'Tell the sender that the referral was declined, and why.',
      reading: 'The text has no outcome for a case that is not eligible: the sender is told.',
      strength: 'track',
      per: perEvent(happened('DecisionMade', { kind: 'p3-referral', outcome: 'declined' })),
      from: trigger(),
      due: noLimit,
      done: by(aboutIt('ActionTaken', { kind: 'sender-told' })),
      owner: 'p3-supervisor',
    },
    example: {
      because: 'Declined on 2026-02-05, told on the 6th.',
      told: [
        decision('2026-02-05', {
          id: 'd1',
          kind: 'p3-referral',
          outcome: 'declined',
          reason: 'under age',
          children: ['c1'],
        }),
        action('2026-02-06', { kind: 'sender-told', about: 'd1' }),
      ],
      look: '2026-02-10',
      owes: [{ status: 'met', due: null }],
    },
  },
  {
    rows: ['LA-31'],
    duty: {
      id: 'enter-special-project',
      cites: ['LA-31'],
      says: 'Enter the youth’s participation on the Special Project page.',
      strength: 'track',
      per: perEvent(accepted, 'child'),
      from: trigger(),
      due: noLimit,
      done: by(specialProject),
      owner: 'p3-supervisor',
    },
    example: {
      because: 'Both accepted on 2026-02-06; the entry of 2026-02-09 names c2 only.',
      born: ['2014-05-01', '2015-05-01'],
      told: [
        decision('2026-02-06', { kind: 'p3-referral', outcome: 'accepted', children: ['c1', 'c2'] }),
        action('2026-02-09', { kind: 'special-project-entered', children: ['c2'] }),
      ],
      look: '2026-02-20',
      owes: [
        { subject: 'c1', status: 'due', due: null },
        { subject: 'c2', status: 'met', due: null },
      ],
    },
  },
  {
    rows: ['LA-32'],
    duty: {
      id: 'tell-who-the-worker-is',
      cites: ['LA-32'],
      says: 'Send the case worker and the supervisor the name and telephone number of the assigned P3 worker.',
      reading: 'No time limit is given and re-assignment is not mentioned: at once, and again at each assignment.',
      strength: 'track',
      per: perEvent(inCase('StaffAssigned', { role: 'p3-worker' })),
      from: trigger(),
      due: noLimit,
      done: holding(['to-caseworker', 'to-supervisor'], inCase('ActionTaken', { kind: 'p3-worker-announced' })),
      owner: 'p3-supervisor',
    },
    example: {
      because:
        'Announced to both in two mails after the first assignment; the second worker of 2026-04-01 was announced to the case worker only.',
      told: [
        p3Worker('2026-02-10', { id: 'a1' }),
        action('2026-02-10', { kind: 'p3-worker-announced', parts: ['to-caseworker'] }),
        action('2026-02-11', { kind: 'p3-worker-announced', parts: ['to-supervisor'] }),
        p3Worker('2026-04-01', { id: 'a2', staff: 'p3w2' }),
        action('2026-04-01', { kind: 'p3-worker-announced', parts: ['to-caseworker'] }),
      ],
      look: '2026-04-10',
      owes: [
        { subject: 'event:a1', status: 'met', due: null },
        { subject: 'event:a2', status: 'due', due: null },
      ],
    },
  },
  {
    rows: ['LA-32'],
    duty: {
      id: 'tell-new-telephone',
      cites: ['LA-32'],
      says: 'Send the case worker and the supervisor the new telephone number of the P3 worker.',
      strength: 'track',
      per: perEvent(inCase('CircumstanceRecorded', { kind: 'p3-telephone-changed' })),
      from: trigger(),
      due: noLimit,
      done: holding(['to-caseworker', 'to-supervisor'], inCase('ActionTaken', { kind: 'p3-worker-announced' })),
      owner: 'p3-supervisor',
    },
    example: {
      because: 'Changed on 2026-03-02; the announcement of February does not serve for it.',
      told: [
        action('2026-02-10', { kind: 'p3-worker-announced', parts: ['to-caseworker', 'to-supervisor'] }),
        circumstance('2026-03-02', { kind: 'p3-telephone-changed' }),
      ],
      look: '2026-03-03',
      owes: [{ status: 'due', due: null }],
    },
  },
  {
    rows: ['LA-33'],
    duty: {
      id: 'confer-at-assignment',
      cites: ['LA-33'],
      says: 'Confer with the case worker or the supervisor about the youth.',
      reading:
        'The list of points is missing from the text: the agency keeps one (empty at first); date and one of the two people are enough.',
      strength: 'track',
      per: perEvent(p3Assigned, 'child'),
      from: trigger(),
      due: noLimit,
      done: holding(setting('conferencePoints'), happened('ContactMade', { kind: 'p3-conference', staff: 'anything' })),
      owner: 'p3-worker',
    },
    settings: {
      conferencePoints: {
        value: 'history,siblings',
        says: 'Points of the first conference with the case worker, separated by commas; the policy’s own list is missing.',
        cites: ['LA-33'],
      },
    },
    example: {
      because: 'With two points on the agency’s list, the second talk completes the conference.',
      told: [
        p3Worker('2026-02-10'),
        contact('2026-02-12', { kind: 'p3-conference', staff: ['cw1'], children: ['c1'], points: ['history'] }),
        contact('2026-02-16', { kind: 'p3-conference', staff: ['cw1'], children: ['c1'], points: ['siblings'] }),
      ],
      look: '2026-03-01',
      owes: [{ status: 'met', due: null }],
    },
  },
  {
    rows: ['LA-35'],
    duty: {
      id: 'contact-collateral',
      cites: ['LA-34', 'LA-35'],
      says: 'Make contact with the worker or collateral who works with the youth.',
      strength: 'track',
      per: perParticipant('collateral'),
      from: first(happened('ParticipantAdded')),
      due: noLimit,
      done: by(happened('ContactMade', { outcome: 'reached' })),
      owner: 'p3-worker',
    },
    example: {
      because: 'Two collaterals were listed; one was reached, the other only tried.',
      told: [
        p3Worker('2026-02-10'),
        person('2026-02-12', { participant: 't1', role: 'collateral', children: ['c1'] }),
        person('2026-02-12', { participant: 't2', role: 'collateral', children: ['c1'] }),
        contact('2026-02-13', { kind: 'collateral', participants: ['t1'] }),
        contact('2026-02-13', { kind: 'collateral', participants: ['t2'], outcome: 'attempted' }),
      ],
      look: '2026-03-01',
      owes: [
        { subject: 'collateral:t1', status: 'met', due: null },
        { subject: 'collateral:t2', status: 'due', due: null },
      ],
    },
  },
  {
    rows: ['LA-38'],
    duty: {
      id: 'review-records',
      cites: ['LA-38'],
      says: 'Review the CWS/CMS record and the other county records that are open to P3.',
      reading: 'Which county records is not said: the agency lists them, and each is marked.',
      strength: 'track',
      per: perEvent(p3Assigned, 'child'),
      from: trigger(),
      due: noLimit,
      done: holding(setting('recordSources'), happened('ActionTaken', { kind: 'p3-records-reviewed' })),
      owner: 'p3-worker',
    },
    settings: {
      recordSources: {
        value: 'cws-cms,county-records',
        says: 'Records that a P3 worker reviews, separated by commas.',
        cites: ['LA-38'],
      },
    },
    example: {
      because: 'CWS/CMS was reviewed, the county records were not.',
      told: [
        p3Worker('2026-02-10'),
        action('2026-02-12', { kind: 'p3-records-reviewed', parts: ['cws-cms'], children: ['c1'] }),
      ],
      look: '2026-03-01',
      owes: [{ status: 'due', due: null }],
    },
  },
  {
    rows: ['LA-41'],
    duty: {
      id: 'set-visit-interval',
      cites: ['LA-41'],
      says: 'Set how often the youth is to be visited.',
      reading:
        'The P3 worker sets the interval that fits the case; the P3 supervisor sees it. Until then the quarter counts.',
      strength: 'track',
      per: perChild,
      from: p3Open,
      due: noLimit,
      done: by(happened('CircumstanceRecorded', { kind: 'youth-visit-interval', interval: 'anything' })),
      owner: 'p3-worker',
    },
    example: {
      because: 'Assigned on 2026-02-10; no interval was set.',
      told: [p3Worker('2026-02-10')],
      look: '2026-03-01',
      owes: [{ status: 'due', due: null }],
    },
  },
  {
    rows: ['LA-41'],
    guard: {
      id: 'visit-interval-within-a-quarter',
      cites: ['LA-41', 'LA-42'],
      says: 'The visits may not be further apart than a quarter.',
      on: happened('CircumstanceRecorded', { kind: 'youth-visit-interval' }),
      unless: notAfter(after(trigger(), agreed('trigger', months(3))), after(trigger(), months(3))),
      field: 'interval',
      mend: 'Choose an interval of at most three months.',
    },
    example: {
      because: 'Four months from 2026-02-12 is 2026-06-12, after 2026-05-12: refused; six weeks are taken.',
      told: [
        p3Worker('2026-02-10'),
        circumstance('2026-02-12', {
          kind: 'youth-visit-interval',
          children: ['c1'],
          interval: { unit: 'months', n: 4 },
        }),
      ],
      look: '2026-02-12',
      refused: true,
      acceptedAfter: [
        circumstance('2026-02-12', {
          kind: 'youth-visit-interval',
          children: ['c1'],
          interval: { unit: 'days', n: 42 },
        }),
      ],
    },
  },
  {
    rows: ['LA-41', 'LA-42'],
    duty: {
      id: 'youth-visit',
      cites: ['LA-41', 'LA-42'],
      says: 'Visit the youth face to face.',
      reading:
        'A rolling quarter: three calendar months from the last visit held (the first from the assignment), sooner where the interval of the case says so; a missed visit moves nothing.',
      per: perChild,
      from: p3Open,
      due: {
        by: earliest(
          after(opened, months(3)),
          after(
            opened,
            agreed(happened('CircumstanceRecorded', { kind: 'youth-visit-interval', interval: 'anything' }), months(3)),
          ),
        ),
      },
      repeat: { again: true },
      done: by(youthVisit),
      owner: 'p3-worker',
    },
    example: {
      because:
        'Assigned 2026-01-15: first due 2026-04-15, held 2026-03-31; next 2026-06-30 (June has no 31st), tried by telephone and in vain on 2026-06-20, held late on 2026-07-02. On 2026-07-03 six weeks were agreed: 42 days from 2026-07-02 is 2026-08-13.',
      told: [
        p3Worker('2026-01-15'),
        contact('2026-03-31', { kind: 'youth-visit', channel: 'in-person', children: ['c1'] }),
        contact('2026-06-10', { kind: 'youth-visit', channel: 'phone', children: ['c1'] }),
        contact('2026-06-20', { kind: 'youth-visit', channel: 'in-person', outcome: 'attempted', children: ['c1'] }),
        contact('2026-07-02', { kind: 'youth-visit', channel: 'in-person', children: ['c1'] }),
        circumstance('2026-07-03', {
          kind: 'youth-visit-interval',
          children: ['c1'],
          interval: { unit: 'days', n: 42 },
        }),
      ],
      look: '2026-07-10',
      owes: [{ status: 'met' }, { status: 'met-late' }, { status: 'due', due: '2026-08-13' }],
    },
  },
  {
    rows: ['LA-47'],
    duty: {
      id: 'termination-plan',
      cites: ['LA-47'],
      says: 'Make a plan with the youth for the end of P3 services.',
      reading: 'The moment is not given, only that it precedes the end.',
      strength: 'track',
      per: perChild,
      from: p3Open,
      due: noLimit,
      done: by(happened('DocumentCompleted', { kind: 'p3-termination-plan' })),
      owner: 'p3-worker',
    },
    example: {
      because: 'P3 is open since 2026-02-10 and there is no plan.',
      told: [p3Worker('2026-02-10')],
      look: '2026-12-01',
      owes: [{ status: 'due', due: null }],
    },
  },
  {
    rows: ['LA-47'],
    guard: {
      id: 'termination-plan-or-reason',
      cites: ['LA-47'],
      says: 'No plan for the end of P3 services was made with the youth.',
      reading: 'A warning: the P3 supervisor may close without it, with a reason.',
      on: ended,
      every: 'child',
      only: did(p3Assigned, { since: last(enrolled) }),
      unless: anyOf(did(happened('DocumentCompleted', { kind: 'p3-termination-plan' })), itHas({ reason: 'anything' })),
      field: 'reason',
      mend: 'Record the plan, or say in `reason` why there is none.',
    },
    example: {
      because: 'Neither a plan nor a reason: refused; with the plan: taken.',
      told: [p3Worker('2026-02-10'), enrolmentEnded('2026-05-29', { program: 'la-p3', children: ['c1'] })],
      look: '2026-05-29',
      refused: true,
      acceptedAfter: [document('2026-05-28', { document: 'tp', kind: 'p3-termination-plan', children: ['c1'] })],
    },
  },
  {
    rows: ['LA-49'],
    duty: {
      id: 'caregiver-before-youth',
      cites: ['LA-49'],
      says: 'Before meeting the youth, contact the caregiver and explain P3 and the part of the P3 worker.',
      reading:
        'Before the first meeting, at the latest by the day on which the first visit is due; a visit without it stands in the record, and this is late.',
      per: perEvent(p3Assigned, 'child'),
      from: trigger(),
      due: { by: earliest(next(youthVisit, trigger()), after(trigger(), months(3))) },
      done: holding(['program-explained', 'role-explained'], caregiverInformed),
      owner: 'p3-worker',
    },
    example: {
      because:
        'Assigned 2026-02-10. c1 was visited on 2026-02-20 before the caregiver was told on the 23rd: late. c2 has not been visited: the first visit is due on 2026-05-10.',
      born: ['2014-05-01', '2015-05-01'],
      told: [
        p3Worker('2026-02-10'),
        contact('2026-02-20', { kind: 'youth-visit', channel: 'in-person', children: ['c1'] }),
        contact('2026-02-23', {
          kind: 'caregiver',
          participants: ['cg1'],
          children: ['c1'],
          explained: true,
          points: ['program-explained', 'role-explained'],
        }),
      ],
      look: '2026-03-01',
      owes: [
        { subject: 'c1', status: 'met-late', due: '2026-02-20' },
        { subject: 'c2', status: 'due', due: '2026-05-10' },
      ],
    },
  },
  {
    rows: ['LA-49'],
    duty: {
      id: 'new-caregiver-before-youth',
      cites: ['LA-49'],
      says: 'Before the next meeting with the youth, contact the new caregiver and explain P3 and the part of the P3 worker.',
      reading: 'The text does not say whether a new caregiver is to be told: each is, before the next visit.',
      per: perEvent(happened('PlacementChanged', { caregiver: 'anything' }), 'child'),
      from: latest(trigger(), previous(p3Assigned)),
      due: { by: earliest(next(youthVisit, trigger()), after(trigger(), months(3))) },
      done: holding(['program-explained', 'role-explained'], caregiverInformed),
      only: did(p3Assigned, { until: trigger() }),
      owner: 'p3-worker',
    },
    example: {
      because:
        'The move before the assignment opens nothing. After that of 2026-04-01 the youth was visited on the 15th, the new caregiver not told.',
      told: [
        placement('2026-01-10', { children: ['c1'], kind: 'foster', caregiver: 'cg1' }),
        p3Worker('2026-02-10'),
        contact('2026-02-12', {
          kind: 'caregiver',
          participants: ['cg1'],
          explained: true,
          points: ['program-explained', 'role-explained'],
        }),
        person('2026-04-01', { participant: 'cg2', role: 'caregiver' }),
        placement('2026-04-01', { id: 'move', children: ['c1'], kind: 'kin', caregiver: 'cg2' }),
        contact('2026-04-15', { kind: 'youth-visit', channel: 'in-person', children: ['c1'] }),
      ],
      look: '2026-04-16',
      owes: [{ subject: 'event:move/c1', status: 'overdue', due: '2026-04-15' }],
    },
  },
  {
    rows: ['LA-52'],
    duty: {
      id: 'inform-caregiver-of-connection',
      cites: ['LA-52'],
      says: 'Tell the caregiver that a possible connection was found.',
      reading: 'At once, without a breach; the caregiver need not be told who it is.',
      strength: 'track',
      per: perEvent(connection),
      from: trigger(),
      due: noLimit,
      done: by(aboutIt('ContactMade', { kind: 'caregiver', outcome: 'reached' })),
      owner: 'p3-worker',
    },
    example: {
      because: 'The talk of 2026-03-05 was about the aunt; of the coach the caregiver knows nothing.',
      told: [
        person('2026-03-02', { id: 'x1', participant: 'aunt', role: 'connection', children: ['c1'] }),
        person('2026-03-02', { id: 'x2', participant: 'coach', role: 'connection', children: ['c1'] }),
        contact('2026-03-05', { kind: 'caregiver', participants: ['cg1'], about: 'aunt' }),
      ],
      look: '2026-03-10',
      owes: [
        { subject: 'event:x1', status: 'met', due: null },
        { subject: 'event:x2', status: 'due', due: null },
      ],
    },
  },
  {
    rows: ['LA-56'],
    duty: {
      id: 'contact-connection',
      cites: ['LA-56'],
      says: 'Contact the potential connection in person, by telephone or by mail.',
      reading:
        'Neither a time nor a number of attempts is given: reached, or a letter sent; a connection that is not to be contacted is closed with a reason.',
      strength: 'track',
      per: perParticipant('connection'),
      from: first(happened('ParticipantAdded')),
      due: noLimit,
      done: either(
        by(happened('ContactMade', { kind: 'outreach', outcome: 'reached' })),
        by(happened('ContactMade', { kind: 'outreach', channel: 'letter' })),
        by(happened('DecisionMade', { kind: 'connection-not-contacted', reason: 'anything' })),
      ),
      owner: 'p3-worker',
    },
    example: {
      because: 'The aunt was only tried by telephone, the coach got a letter, the uncle is closed as unsafe.',
      told: [
        ...['aunt', 'coach', 'uncle'].map((participant) =>
          person('2026-03-02', { participant, role: 'connection', children: ['c1'] }),
        ),
        contact('2026-03-03', { kind: 'outreach', participants: ['aunt'], channel: 'phone', outcome: 'attempted' }),
        contact('2026-03-03', { kind: 'outreach', participants: ['coach'], channel: 'letter', outcome: 'attempted' }),
        decision('2026-03-04', {
          kind: 'connection-not-contacted',
          participants: ['uncle'],
          outcome: 'closed',
          reason: 'unsafe',
        }),
      ],
      look: '2026-03-10',
      owes: [
        { subject: 'connection:aunt', status: 'due', due: null },
        { subject: 'connection:coach', status: 'met', due: null },
        { subject: 'connection:uncle', status: 'met', due: null },
      ],
    },
  },
  {
    rows: ['LA-58'],
    guard: {
      id: 'nothing-disclosed-before-agreement',
      cites: ['LA-57', 'LA-58'],
      says: 'What reaches a connection says who the child is, and nothing by which the child could be found, before the case worker has agreed.',
      reading:
        'Whether conferring alone releases an item is not said: an agreement is recorded for each connection and each item, before it is told.',
      on: happened('ContactMade', { discloses: 'anything' }),
      every: 'participant',
      unless: allOf(
        itHas({ participants: 'anything' }),
        theyHold(
          happened('DecisionMade', { kind: 'disclosure', outcome: 'agreed' }),
          { trigger: 'discloses' },
          { until: trigger() },
        ),
      ),
      field: 'discloses',
      mend: 'Leave the item out, or confer with the case worker and record the agreement for this connection and item.',
    },
    example: {
      because:
        'The letter tells the aunt and the coach the address; only for the aunt was the address agreed, for the coach the telephone: refused until it is agreed for the coach too.',
      told: [
        person('2026-03-02', { participant: 'aunt', role: 'connection', children: ['c1'] }),
        person('2026-03-02', { participant: 'coach', role: 'connection', children: ['c1'] }),
        decision('2026-03-03', { kind: 'disclosure', outcome: 'agreed', participants: ['aunt'], parts: ['address'] }),
        decision('2026-03-03', {
          kind: 'disclosure',
          outcome: 'agreed',
          participants: ['coach'],
          parts: ['telephone'],
        }),
        contact('2026-03-04', {
          kind: 'outreach',
          participants: ['aunt', 'coach'],
          channel: 'letter',
          discloses: ['address'],
        }),
      ],
      look: '2026-03-04',
      refused: true,
      acceptedAfter: [
        decision('2026-03-04', { kind: 'disclosure', outcome: 'agreed', participants: ['coach'], parts: ['address'] }),
      ],
    },
  },
  {
    rows: ['LA-66'],
    duty: {
      id: 'update-caseworker',
      cites: ['LA-66'],
      says: 'Tell the case worker of the significant development.',
      reading: 'No time limit is given and the list is open: three named kinds and `other`; at once.',
      strength: 'track',
      per: perEvent(
        inCase('CircumstanceRecorded', {
          kind: 'significant-development',
          value: ['missing-relative-found', 'visit-requested', 'permanent-plan-offered', 'other'],
        }),
      ),
      from: trigger(),
      due: noLimit,
      done: by(aboutIt('ContactMade', { kind: 'with-caseworker' })),
      owner: 'p3-worker',
      remind: 'at-once',
    },
    example: {
      because: 'Two developments on 2026-03-05; the case worker was told of the first.',
      told: [
        circumstance('2026-03-05', { id: 'd1', kind: 'significant-development', value: 'missing-relative-found' }),
        circumstance('2026-03-05', { id: 'd2', kind: 'significant-development', value: 'visit-requested' }),
        contact('2026-03-05', { kind: 'with-caseworker', staff: ['cw1'], about: 'd1' }),
      ],
      look: '2026-03-06',
      owes: [
        { subject: 'event:d1', status: 'met', due: null },
        { subject: 'event:d2', status: 'due', due: null },
      ],
    },
  },
  {
    rows: ['LA-67'],
    guard: {
      id: 'consulted-before-referral',
      cites: ['LA-45', 'LA-67'],
      says: 'A referral to a resource follows a consultation with the case worker.',
      reading: 'Consulting is not approving: the referral names the consultation.',
      on: happened('ActionTaken', { kind: 'resource-referral' }),
      unless: so('is-about', { kind: 'resource-consultation' }),
      field: 'about',
      mend: 'Consult the case worker, record it, and name that conversation in `about`.',
    },
    example: {
      because: 'The referral of 2026-03-06 names no consultation: refused; one that names that of 2026-03-05 is taken.',
      told: [action('2026-03-06', { kind: 'resource-referral', parts: ['wraparound'], children: ['c1'] })],
      look: '2026-03-06',
      refused: true,
      acceptedAfter: [
        contact('2026-03-05', { id: 'talk', kind: 'resource-consultation', staff: ['cw1'] }),
        action('2026-03-06', { kind: 'resource-referral', parts: ['wraparound'], children: ['c1'], about: 'talk' }),
      ],
    },
  },
  {
    rows: ['LA-68', 'LA-83'],
    duty: {
      id: 'end-special-project',
      cites: ['LA-68', 'LA-83'],
      says: 'End-date the Special Project of the youth.',
      reading:
        'The text gives this to the P3 worker in one place and to the P3 supervisor in another: one task for every project, completed with the closing; either may enter the date.',
      strength: 'should',
      per: perEvent(specialProject, 'child'),
      from: next(ended, trigger()),
      due: { by: opened },
      done: by(aboutIt('ActionTaken', { kind: 'special-project-ended' }), trigger()),
      only: did(ended, { since: trigger() }),
      outlivesClosing: true,
      owner: 'p3-supervisor',
    },
    example: {
      because: 'Two projects; P3 ended on 2026-05-29, and only the first got its end date that day.',
      told: [
        action('2026-02-10', { id: 'sp1', kind: 'special-project-entered', children: ['c1'] }),
        action('2026-02-10', { id: 'sp2', kind: 'special-project-entered', children: ['c1'] }),
        enrolmentEnded('2026-05-29', { program: 'la-p3', children: ['c1'] }),
        action('2026-05-29', { kind: 'special-project-ended', about: 'sp1', children: ['c1'] }),
      ],
      look: '2026-05-30',
      owes: [
        { subject: 'event:sp1/c1', status: 'met', due: '2026-05-29' },
        { subject: 'event:sp2/c1', status: 'overdue', due: '2026-05-29' },
      ],
    },
  },
  {
    rows: ['LA-72'],
    duty: {
      id: 'confer-before-closing',
      cites: ['LA-72', 'LA-78'],
      says: 'Confer, P3 worker and P3 supervisor, about where the case stands and why it may close.',
      reading:
        'Closing is a decision with a reason, never a timer: the text has neither criteria nor a length of service.',
      strength: 'track',
      per: perEvent(happened('CircumstanceRecorded', { kind: 'p3-closing-considered' }), 'child'),
      from: trigger(),
      due: noLimit,
      done: holding(['case-dynamics', 'rationale'], happened('ContactMade', { kind: 'p3-closing-conference' })),
      owner: 'p3-worker',
    },
    example: {
      because: 'The conference spoke of the case only; the rationale is still lacking.',
      told: [
        circumstance('2026-05-04', { kind: 'p3-closing-considered', children: ['c1'] }),
        contact('2026-05-06', { kind: 'p3-closing-conference', children: ['c1'], points: ['case-dynamics'] }),
      ],
      look: '2026-05-10',
      owes: [{ status: 'due', due: null }],
    },
  },
  {
    rows: ['LA-72'],
    guard: {
      id: 'conference-before-decision',
      cites: ['LA-72'],
      says: 'The decision to close follows a conference of the P3 worker with the P3 supervisor.',
      on: closing,
      every: 'child',
      unless: theyHold(happened('ContactMade', { kind: 'p3-closing-conference' }), ['case-dynamics', 'rationale'], {
        since: last(enrolled),
      }),
      mend: 'Record the conference with both points.',
    },
    example: {
      because: 'Decided without a conference: refused; after one with both points: taken.',
      told: [
        decision('2026-05-07', { kind: 'p3-closing', outcome: 'appropriate', children: ['c1'], reason: 'adopted' }),
      ],
      look: '2026-05-07',
      refused: true,
      acceptedAfter: [
        contact('2026-05-06', {
          kind: 'p3-closing-conference',
          children: ['c1'],
          points: ['case-dynamics', 'rationale'],
        }),
      ],
    },
  },
  {
    rows: ['LA-73'],
    duty: {
      id: 'notify-of-closing',
      cites: ['LA-73'],
      says: 'Tell the case worker and the supervisor that P3 means to end the secondary assignment, and why.',
      strength: 'track',
      per: perEvent(closing, 'child'),
      from: trigger(),
      due: noLimit,
      done: holding(['to-caseworker', 'to-supervisor', 'rationale'], closingNotice),
      owner: 'p3-worker',
    },
    example: {
      because: 'The notice of 2026-05-08 went to the case worker with the reason; the supervisor was told on the 11th.',
      told: [
        decision('2026-05-07', { kind: 'p3-closing', outcome: 'appropriate', children: ['c1'] }),
        action('2026-05-08', { kind: 'p3-closing-notice', children: ['c1'], parts: ['to-caseworker', 'rationale'] }),
        action('2026-05-11', { kind: 'p3-closing-notice', children: ['c1'], parts: ['to-supervisor'] }),
      ],
      look: '2026-05-12',
      owes: [{ status: 'met', due: null }],
    },
  },
  {
    rows: ['LA-74'],
    duty: {
      id: 'answer-to-closing',
      cites: ['LA-74'],
      says: 'Find out whether the case worker or the supervisor agrees that P3 closes.',
      strength: 'track',
      per: perEvent(closing, 'child'),
      from: next(closingNotice, trigger()),
      due: noLimit,
      done: by(happened('DecisionMade', { kind: 'p3-closing-answer', outcome: ['agrees', 'disagrees'] })),
      owner: 'p3-worker',
    },
    example: {
      because:
        'For c1 the notice went out on 2026-05-08 and nobody has answered; for c2 it has not gone out, so the question waits for it.',
      born: ['2014-05-01', '2015-05-01'],
      told: [
        decision('2026-05-07', { kind: 'p3-closing', outcome: 'appropriate', children: ['c1', 'c2'] }),
        action('2026-05-08', { kind: 'p3-closing-notice', children: ['c1'], parts: ['to-caseworker'] }),
      ],
      look: '2026-05-12',
      owes: [
        { subject: 'c1', status: 'due', due: null },
        { subject: 'c2', status: 'unknown', due: null },
      ],
    },
  },
  {
    rows: ['LA-74'],
    duty: {
      id: 'decide-disputed-closing',
      cites: ['LA-74', 'LA-82'],
      says: 'Decide with a reason whether P3 closes although the case worker or supervisor disagrees or has not answered.',
      reading:
        'The text has no rule for disagreement, silence or split answers: one disagreement, or no answer within an agency setting, holds the closing until the P3 supervisor decides with a reason.',
      strength: 'track',
      per: perEvent(closing, 'child'),
      from: earliest(next(disagrees, trigger()), after(next(closingNotice, trigger()), setting('closingAnswerWithin'))),
      due: noLimit,
      done: by(happened('DecisionMade', { kind: 'p3-closing-decision', reason: 'anything' }), trigger()),
      only: anyOf(
        did(disagrees, { since: trigger() }),
        allOf(
          not(did(agrees, { since: trigger() })),
          reached(after(next(closingNotice, trigger()), setting('closingAnswerWithin'))),
        ),
      ),
      owner: 'p3-supervisor',
    },
    settings: {
      closingAnswerWithin: {
        value: { unit: 'business-days', n: 10 },
        says: 'Time for the case worker or supervisor to answer a closing notice before the P3 supervisor decides.',
        cites: ['LA-74'],
      },
    },
    example: {
      because:
        'c1: the supervisor disagrees on 2026-05-12. c2: agreed. c3: no answer; ten business days after Friday 2026-05-08 is Friday 2026-05-22 (no holidays in this calendar), so on the 22nd it opens.',
      born: ['2014-05-01', '2015-05-01', '2016-05-01'],
      told: [
        decision('2026-05-07', { kind: 'p3-closing', outcome: 'appropriate', children: ['c1', 'c2', 'c3'] }),
        action('2026-05-08', { kind: 'p3-closing-notice', children: ['c1', 'c2', 'c3'], parts: ['to-caseworker'] }),
        decision('2026-05-11', {
          kind: 'p3-closing-answer',
          outcome: 'agrees',
          children: ['c1', 'c2'],
          staff: ['cw1'],
        }),
        decision('2026-05-12', { kind: 'p3-closing-answer', outcome: 'disagrees', children: ['c1'], staff: ['sup1'] }),
      ],
      look: '2026-05-22',
      owes: [
        { subject: 'c1', status: 'due', due: null },
        { subject: 'c3', status: 'due', due: null },
      ],
    },
  },
  {
    rows: ['LA-73', 'LA-74'],
    guard: {
      id: 'closing-agreed-or-decided',
      cites: ['LA-73', 'LA-74'],
      says: 'P3 services end when the case worker or supervisor was told and agreed, or the P3 supervisor has decided with a reason.',
      reading: 'One disagreement outweighs an agreement; what was said about an earlier closing does not count.',
      on: ended,
      every: 'child',
      only: did(p3Assigned, { since: last(enrolled) }),
      unless: allOf(
        theyHold(closingNotice, ['to-caseworker', 'to-supervisor', 'rationale'], { since: last(closing) }),
        anyOf(
          allOf(did(agrees, { since: last(closing) }), not(did(disagrees, { since: last(closing) }))),
          did(closeAllTheSame, { since: last(closing) }),
        ),
      ),
      mend: 'Send the notice and record the answer; after a disagreement or silence, let the P3 supervisor decide with a reason.',
    },
    example: {
      because: 'Case worker agrees, supervisor disagrees: refused until the P3 supervisor has decided.',
      told: [
        p3Worker('2026-02-10'),
        decision('2026-05-07', { kind: 'p3-closing', outcome: 'appropriate', children: ['c1'] }),
        action('2026-05-08', {
          kind: 'p3-closing-notice',
          children: ['c1'],
          parts: ['to-caseworker', 'to-supervisor', 'rationale'],
        }),
        decision('2026-05-11', { kind: 'p3-closing-answer', outcome: 'agrees', children: ['c1'], staff: ['cw1'] }),
        decision('2026-05-12', { kind: 'p3-closing-answer', outcome: 'disagrees', children: ['c1'], staff: ['sup1'] }),
        enrolmentEnded('2026-05-29', { program: 'la-p3', children: ['c1'] }),
      ],
      look: '2026-05-29',
      refused: true,
      acceptedAfter: [
        decision('2026-05-20', {
          kind: 'p3-closing-decision',
          outcome: 'close',
          children: ['c1'],
          reason: 'adopted',
          by: 'p3s1',
        }),
      ],
    },
  },
  {
    rows: ['LA-75'],
    duty: {
      id: 'hand-over-file',
      cites: ['LA-75'],
      says: 'Give the P3 file to the P3 supervisor for the closing review.',
      strength: 'track',
      per: perEvent(closing, 'child'),
      from: next(mayClose, trigger()),
      due: noLimit,
      done: by(fileHandedOver),
      only: did(mayClose, { since: trigger() }),
      owner: 'p3-worker',
    },
    example: {
      because:
        'c1 was agreed on 2026-05-11 and its file is still with the worker; c2 is not agreed, nothing is owed yet.',
      born: ['2014-05-01', '2015-05-01'],
      told: [
        decision('2026-05-07', { kind: 'p3-closing', outcome: 'appropriate', children: ['c1', 'c2'] }),
        decision('2026-05-11', { kind: 'p3-closing-answer', outcome: 'agrees', children: ['c1'] }),
        decision('2026-05-11', { kind: 'p3-closing-answer', outcome: 'disagrees', children: ['c2'] }),
      ],
      look: '2026-05-12',
      owes: [{ subject: 'c1', status: 'due', due: null }],
    },
  },
  {
    rows: ['LA-76'],
    duty: {
      id: 'deliver-file',
      cites: ['LA-76', 'LA-77'],
      says: 'Deliver the returned P3 file to the case worker, in person or by County mail.',
      reading: 'No time limit is given: open until the delivery is recorded, although services have ended.',
      strength: 'track',
      per: perEvent(closing, 'child'),
      from: next(fileReturned, trigger()),
      due: noLimit,
      done: by(happened('ActionTaken', { kind: 'p3-file-delivered', parts: ['in-person', 'county-mail'] })),
      only: did(fileReturned, { since: trigger() }),
      outlivesClosing: true,
      owner: 'p3-worker',
    },
    example: {
      because: 'Returned on 2026-06-01, after the end of services; a delivery without its way does not count.',
      told: [
        decision('2026-05-07', { kind: 'p3-closing', outcome: 'appropriate', children: ['c1'] }),
        enrolmentEnded('2026-05-29', { program: 'la-p3', children: ['c1'] }),
        action('2026-06-01', { kind: 'p3-file-returned', children: ['c1'] }),
        action('2026-06-02', { kind: 'p3-file-delivered', children: ['c1'] }),
      ],
      look: '2026-06-10',
      owes: [{ status: 'due', due: null }],
    },
  },
  {
    rows: ['LA-78', 'LA-79', 'LA-81'],
    guard: {
      id: 'closing-reviewed',
      cites: ['LA-78', 'LA-79', 'LA-81'],
      says: 'P3 services end after the closure was reviewed with the P3 worker, the file was reviewed, and the closing summary was verified.',
      on: ended,
      every: 'child',
      only: did(p3Assigned, { since: last(enrolled) }),
      unless: allOf(
        did(closureReviewed, { since: last(closing) }),
        did(fileReviewed, { since: last(closing) }),
        did(summaryVerified, { since: last(closing) }),
      ),
      mend: 'Record the review of the closure, the review of the file, and the verification of the closing summary.',
    },
    example: {
      because: 'The summary was not verified: refused; verified: taken.',
      told: [
        p3Worker('2026-02-10'),
        decision('2026-05-07', { kind: 'p3-closing', outcome: 'appropriate', children: ['c1'] }),
        action('2026-05-20', { kind: 'p3-closure-reviewed', children: ['c1'] }),
        action('2026-05-21', { kind: 'p3-file-reviewed', children: ['c1'] }),
        enrolmentEnded('2026-05-29', { program: 'la-p3', children: ['c1'] }),
      ],
      look: '2026-05-29',
      refused: true,
      acceptedAfter: [action('2026-05-28', { kind: 'p3-closing-summary-verified', children: ['c1'] })],
    },
  },
  {
    rows: ['LA-78', 'LA-79'],
    duty: {
      id: 'review-closing',
      cites: ['LA-78', 'LA-79'],
      says: 'Review the P3 file, and the closure with the P3 worker.',
      strength: 'track',
      per: perEvent(closing, 'child'),
      from: next(fileHandedOver, trigger()),
      due: noLimit,
      done: every(by(fileReviewed), by(closureReviewed, trigger())),
      only: did(fileHandedOver, { since: trigger() }),
      owner: 'p3-supervisor',
    },
    example: {
      because: 'Handed over on 2026-05-15, read on the 18th; the talk with the worker is still to come.',
      told: [
        decision('2026-05-07', { kind: 'p3-closing', outcome: 'appropriate', children: ['c1'] }),
        action('2026-05-15', { kind: 'p3-file-handed-over', children: ['c1'] }),
        action('2026-05-18', { kind: 'p3-file-reviewed', children: ['c1'] }),
      ],
      look: '2026-05-19',
      owes: [{ status: 'due', due: null }],
    },
  },
  {
    rows: ['LA-80'],
    duty: {
      id: 'closing-summary',
      cites: ['LA-80'],
      says: 'Write the closing summary, in the case notes and in the P3 tracking record.',
      reading: 'Its content is not given: free words with the rationale, in both places.',
      strength: 'track',
      per: perEvent(closing, 'child'),
      from: trigger(),
      due: noLimit,
      done: holding(['case-notes', 'p3-tracking'], closingSummary),
      owner: 'p3-worker',
    },
    example: {
      because: 'Entered in the case notes on 2026-05-18, in the tracking record not.',
      told: [
        decision('2026-05-07', { kind: 'p3-closing', outcome: 'appropriate', children: ['c1'] }),
        document('2026-05-18', { document: 'cs', kind: 'p3-closing-summary', children: ['c1'], parts: ['case-notes'] }),
      ],
      look: '2026-05-19',
      owes: [{ status: 'due', due: null }],
    },
  },
  {
    rows: ['LA-80', 'LA-81'],
    guard: {
      id: 'summary-in-both-places',
      cites: ['LA-80', 'LA-81'],
      says: 'The closing summary can be verified when it stands in both places.',
      on: summaryVerified,
      every: 'child',
      unless: theyHold(closingSummary, ['case-notes', 'p3-tracking'], { since: last(closing) }),
      mend: 'Let the P3 worker enter it in the case notes and in the P3 tracking record.',
    },
    example: {
      because: 'Only the case notes hold it: refused; with the tracking record too: taken.',
      told: [
        decision('2026-05-07', { kind: 'p3-closing', outcome: 'appropriate', children: ['c1'] }),
        document('2026-05-18', {
          document: 'cs1',
          kind: 'p3-closing-summary',
          children: ['c1'],
          parts: ['case-notes'],
        }),
        action('2026-05-20', { kind: 'p3-closing-summary-verified', children: ['c1'], by: 'p3s1' }),
      ],
      look: '2026-05-20',
      refused: true,
      acceptedAfter: [
        document('2026-05-19', {
          document: 'cs2',
          kind: 'p3-closing-summary',
          children: ['c1'],
          parts: ['p3-tracking'],
        }),
      ],
    },
  },
  {
    rows: ['LA-82'],
    duty: {
      id: 'end-p3-assignment',
      cites: ['LA-82', 'LA-68'],
      says: 'End-date the secondary assignment and P3 services for the youth.',
      reading: 'Ending the services stops every P3 duty of the youth; both are entered once the summary is verified.',
      strength: 'track',
      per: perEvent(closing, 'child'),
      from: next(summaryVerified, trigger()),
      due: noLimit,
      done: every(by(happened('StaffUnassigned', { role: 'p3-worker' })), by(ended)),
      only: did(summaryVerified, { since: trigger() }),
      outlivesClosing: true,
      owner: 'p3-supervisor',
    },
    example: {
      because: 'The same worker stays with c2: for c1 services and assignment have ended, for c2 only the services.',
      born: ['2014-05-01', '2015-05-01'],
      told: [
        p3Worker('2026-02-10'),
        decision('2026-05-07', { kind: 'p3-closing', outcome: 'appropriate', children: ['c1', 'c2'] }),
        action('2026-05-20', { kind: 'p3-closing-summary-verified', children: ['c1', 'c2'] }),
        enrolmentEnded('2026-05-29', { program: 'la-p3', children: ['c1', 'c2'] }),
        unassigned('2026-05-29', { staff: 'p3w1', role: 'p3-worker', children: ['c1'] }),
      ],
      look: '2026-06-01',
      owes: [
        { subject: 'c1', status: 'met', due: null },
        { subject: 'c2', status: 'due', due: null },
      ],
    },
  },
  {
    rows: ['LA-84'],
    duty: {
      id: 'return-file',
      cites: ['LA-84'],
      says: 'Return the P3 file to the P3 worker after the review.',
      strength: 'track',
      per: perEvent(closing, 'child'),
      from: next(fileReviewed, trigger()),
      due: noLimit,
      done: by(fileReturned),
      only: did(fileReviewed, { since: trigger() }),
      outlivesClosing: true,
      owner: 'p3-supervisor',
    },
    example: {
      because: 'Reviewed on 2026-05-18, returned on 2026-06-01, after the end of services.',
      told: [
        decision('2026-05-07', { kind: 'p3-closing', outcome: 'appropriate', children: ['c1'] }),
        action('2026-05-18', { kind: 'p3-file-reviewed', children: ['c1'] }),
        enrolmentEnded('2026-05-29', { program: 'la-p3', children: ['c1'] }),
        action('2026-06-01', { kind: 'p3-file-returned', children: ['c1'] }),
      ],
      look: '2026-06-10',
      owes: [{ status: 'met', due: null }],
    },
  },
  {
    rows: ['LA-90'],
    duty: {
      id: 'list-relationship-efforts',
      cites: ['LA-90'],
      says: 'Have the list of efforts for the child’s relationships ready for the court’s review.',
      reading: 'The text only sums up the statute: before the day of the review, without a legal conclusion.',
      strength: 'should',
      per: perEvent(happened('CircumstanceRecorded', { kind: 'court-review', plannedFor: 'anything' }), 'child'),
      from: trigger(),
      due: { by: trigger('plannedFor') },
      done: by(
        happened('DocumentCompleted', { kind: 'relationship-efforts' }),
        firstKnown(
          previous(happened('CircumstanceRecorded', { kind: 'court-review' }), 'plannedFor'),
          first(inCase('CaseOpened')),
        ),
      ),
      owner: 'caseworker',
    },
    example: {
      because: 'Review set for 2026-06-15; there was an earlier review on 2025-12-15 and its list does not serve.',
      opened: '2025-10-01',
      told: [
        circumstance('2025-11-01', { id: 'r1', kind: 'court-review', children: ['c1'], plannedFor: '2025-12-15' }),
        document('2025-12-10', { document: 'l1', kind: 'relationship-efforts', children: ['c1'] }),
        circumstance('2026-04-01', { id: 'r2', kind: 'court-review', children: ['c1'], plannedFor: '2026-06-15' }),
      ],
      look: '2026-06-01',
      owes: [
        { subject: 'event:r1/c1', status: 'met', due: '2025-12-15' },
        { subject: 'event:r2/c1', status: 'due', due: '2026-06-15' },
      ],
    },
  },
  {
    rows: ['LA-91'],
    duty: {
      id: 'keep-ordered-relationship',
      cites: ['LA-91'],
      says: 'Do what the court ordered to keep up the child’s relationship with this person.',
      reading: 'Due as ordered: on the date of the order’s own demand, where it names one.',
      per: perEvent(
        inCase('CircumstanceRecorded', { kind: 'relationship-order', plannedFor: 'anything' }),
        'participant',
      ),
      from: trigger(),
      due: { by: trigger('plannedFor') },
      done: by(happened('ActionTaken', { kind: 'relationship-order-met' })),
      owner: 'caseworker',
    },
    example: {
      because: 'Ordered for the aunt and the coach by 2026-04-30; done for the aunt on the 20th.',
      told: [
        person('2026-03-02', { participant: 'aunt', role: 'kin' }),
        person('2026-03-02', { participant: 'coach', role: 'connection' }),
        circumstance('2026-03-16', {
          kind: 'relationship-order',
          children: ['c1'],
          participants: ['aunt', 'coach'],
          plannedFor: '2026-04-30',
        }),
        action('2026-04-20', { kind: 'relationship-order-met', participants: ['aunt'] }),
      ],
      look: '2026-05-01',
      owes: [
        { subject: 'aunt', status: 'met', due: '2026-04-30' },
        { subject: 'coach', status: 'overdue', due: '2026-04-30' },
      ],
    },
  },
  {
    rows: ['LA-92'],
    duty: {
      id: 'important-persons',
      cites: ['LA-92'],
      says: 'Identify and look for the people who are important to the child.',
      reading:
        'Ten years old and six calendar months in the present out-of-home stay without a break, whichever comes later; shown as a task, never a breach, since the text only names the statute.',
      strength: 'track',
      per: perChild,
      from: latest(birthday(10), after(word('present-stay'), months(6))),
      due: { by: opened },
      done: holding(['identified', 'looked-for'], importantPeople, word('present-stay')),
      only: reached(word('present-stay')),
      owner: 'caseworker',
    },
    example: {
      because:
        'c1 turned ten on 2025-05-01, before six months in care (2026-02-28, from 2025-08-31): the months count. c2 turns ten on 2026-06-15, after them: the birthday counts. c3 is at home.',
      born: ['2015-05-01', '2016-06-15', '2014-01-01'],
      opened: '2025-08-01',
      told: [
        care('2025-08-31', { children: ['c1', 'c2'] }),
        action('2025-12-01', { kind: 'important-persons', children: ['c1'], parts: ['identified'] }),
      ],
      look: '2026-07-01',
      owes: [
        { subject: 'child:c1', status: 'due', due: '2026-02-28' },
        { subject: 'child:c2', status: 'due', due: '2026-06-15' },
      ],
    },
  },
  {
    rows: ['LA-93'],
    duty: {
      id: 'important-persons-at-placement',
      cites: ['LA-93'],
      says: 'Identify and look for the people who are important to the child placed with a prospective adoptive parent or guardian.',
      reading: 'No time limit is given: open from the placement.',
      strength: 'track',
      per: perEvent(happened('PlacementChanged', { kind: ['pre-adoptive', 'guardian'] }), 'child'),
      from: trigger(),
      due: noLimit,
      done: holding(['identified', 'looked-for'], importantPeople),
      owner: 'caseworker',
    },
    example: {
      because:
        'A foster placement opens nothing; the pre-adoptive one of 2026-04-01 does, and the search was completed in two steps.',
      told: [
        placement('2026-01-10', { children: ['c1'], kind: 'foster' }),
        placement('2026-04-01', { children: ['c1'], kind: 'pre-adoptive' }),
        action('2026-04-10', { kind: 'important-persons', children: ['c1'], parts: ['identified'] }),
        action('2026-05-10', { kind: 'important-persons', children: ['c1'], parts: ['looked-for'] }),
      ],
      look: '2026-06-01',
      owes: [{ status: 'met', due: null }],
    },
  },
];
