// P3 at work: the assignment, the youth, the caregiver, family finding.
import type { Example } from '../../support/rule-cases';
import {
  action,
  aunt,
  caregiverTold,
  circumstance,
  contact,
  decision,
  document,
  ended,
  goal,
  outreach,
  p3Worker,
  person,
  placement,
  step,
  visit,
  youth,
} from './told';

const coach = (on: string) => person(on, { participant: 'coach', role: 'connection', children: ['c1'] });
const record = (on: string, parts: readonly string[], participant = 'aunt') =>
  document(on, { document: `record-${participant}`, kind: 'connection-record', participants: [participant], parts });
const open = { status: 'due', due: null } as const;
const done = { status: 'met', due: null } as const;

export const workExamples: readonly Example[] = [
  {
    rule: 'connection-record',
    because: 'Of the aunt all three are known, after two entries; of the coach no form yet.',
    told: [
      p3Worker('2026-02-10'),
      aunt('2026-03-02'),
      coach('2026-03-02'),
      record('2026-03-02', ['from-file', 'past']),
      record('2026-03-09', ['lasting-relationship', 'phone-calls']),
      record('2026-03-02', ['from-youth', 'present'], 'coach'),
    ],
    look: '2026-03-10',
    owes: [
      { subject: 'connection:aunt', ...done },
      { subject: 'connection:coach', ...open },
    ],
  },
  {
    rule: 'permanence-goal',
    because: 'For c1 the goal stood before P3 began; for c2 none is recorded.',
    born: ['2014-05-01', '2015-05-01'],
    told: [goal('2026-01-20', { children: ['c1'], goal: 'guardianship' }), p3Worker('2026-02-10')],
    look: '2026-03-10',
    owes: [
      { subject: youth('c1', 2), ...done },
      { subject: youth('c2', 2), ...open },
    ],
  },
  {
    rule: 'confer-at-assignment',
    because: 'Two points stand on the agency’s list; the second talk completes the conference.',
    told: [
      p3Worker('2026-02-10', { id: 'a' }),
      contact('2026-02-12', { kind: 'p3-conference', staff: ['cw1'], children: ['c1'], points: ['history'] }),
      contact('2026-02-16', { kind: 'p3-conference', staff: ['sup1'], children: ['c1'], points: ['siblings'] }),
    ],
    look: '2026-03-01',
    owes: [{ subject: 'event:a/c1', ...done }],
  },
  {
    rule: 'confer-at-assignment',
    because: 'A second worker on 2026-04-01 has conferred with nobody yet.',
    told: [
      p3Worker('2026-02-10', { id: 'a' }),
      contact('2026-02-12', { kind: 'p3-conference', staff: ['cw1'], points: ['history', 'siblings'] }),
      p3Worker('2026-04-01', { id: 'b', staff: 'p3w2' }),
    ],
    look: '2026-04-10',
    owes: [
      { subject: 'event:a/c1', ...done },
      { subject: 'event:b/c1', ...open },
    ],
  },
  {
    rule: 'identify-collaterals',
    because: 'A collateral was added, but nobody has said that the list is complete.',
    told: [p3Worker('2026-02-10'), person('2026-02-12', { participant: 't1', role: 'collateral', children: ['c1'] })],
    look: '2026-03-01',
    owes: [open],
  },
  {
    rule: 'contact-collateral',
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
      { subject: 'collateral:t1', ...done },
      { subject: 'collateral:t2', ...open },
    ],
  },
  {
    rule: 'contact-collateral',
    because:
      'Services for c1 have ended and go on for c2: the teacher of c1 is no longer to be contacted, that of c2 is.',
    born: ['2014-05-01', '2015-05-01'],
    told: [
      p3Worker('2026-02-10'),
      person('2026-02-12', { participant: 't1', role: 'collateral', children: ['c1'] }),
      person('2026-02-12', { participant: 't2', role: 'collateral', children: ['c2'] }),
      ended('2026-05-29', { children: ['c1'] }),
    ],
    look: '2026-06-01',
    owes: [
      { subject: 'collateral:t1', status: 'not-applicable', due: null },
      { subject: 'collateral:t2', ...open },
    ],
  },
  {
    rule: 'read-physical-case',
    because: 'The file of c1 was read and mined, that of c2 only read.',
    born: ['2014-05-01', '2015-05-01'],
    told: [
      p3Worker('2026-02-10', { id: 'a' }),
      action('2026-02-20', { kind: 'p3-case-read', children: ['c1'], parts: ['read', 'mined'] }),
      action('2026-02-20', { kind: 'p3-case-read', children: ['c2'], parts: ['read'] }),
    ],
    look: '2026-06-30',
    owes: [
      { subject: 'event:a/c1', ...done },
      { subject: 'event:a/c2', ...open },
    ],
  },
  {
    rule: 'review-records',
    because: 'CWS/CMS was reviewed, the county records were not.',
    told: [
      p3Worker('2026-02-10'),
      action('2026-02-12', { kind: 'p3-records-reviewed', parts: ['cws-cms'], children: ['c1'] }),
    ],
    look: '2026-03-01',
    owes: [open],
  },
  {
    rule: 'planning-process',
    because: 'A process that does not mark the part of the youth is none.',
    told: [
      p3Worker('2026-02-10'),
      document('2026-03-01', { document: 'pp', kind: 'p3-planning-process', children: ['c1'] }),
    ],
    look: '2026-03-10',
    owes: [open],
  },
  {
    rule: 'set-visit-interval',
    because: 'Assigned on 2026-02-10; no interval was set.',
    told: [p3Worker('2026-02-10')],
    look: '2026-03-01',
    owes: [open],
  },
  {
    rule: 'youth-visit',
    because:
      'Assigned 2026-01-15: first due 04-15, held 03-31; next 06-30 (June has no 31st), tried by telephone and in vain on 06-20, held late on 07-02. On 07-03 six weeks were agreed: 42 days from 07-02 is 08-13.',
    told: [
      p3Worker('2026-01-15'),
      visit('2026-03-31'),
      visit('2026-06-10', { channel: 'phone' }),
      visit('2026-06-20', { outcome: 'attempted' }),
      visit('2026-07-02'),
      circumstance('2026-07-03', { kind: 'youth-visit-interval', children: ['c1'], interval: { unit: 'days', n: 42 } }),
    ],
    look: '2026-07-10',
    owes: [
      { status: 'met', due: '2026-04-15' },
      { status: 'met-late', due: '2026-06-30' },
      { status: 'due', due: '2026-08-13' },
    ],
  },
  {
    rule: 'youth-visit',
    because:
      'Held early on 02-20, the next counts from there: 05-20. Another worker on 04-01 changes nothing; a visit of the sibling neither.',
    born: ['2014-05-01', '2015-05-01'],
    told: [
      p3Worker('2026-01-15', { children: ['c1'] }),
      visit('2026-02-20'),
      p3Worker('2026-04-01', { staff: 'p3w2', children: ['c1'] }),
      visit('2026-05-10', { children: ['c2'] }),
    ],
    look: '2026-05-21',
    owes: [
      { subject: youth('c1', 2), status: 'met', due: '2026-04-15' },
      { subject: youth('c1', 2), status: 'overdue', due: '2026-05-20' },
    ],
  },
  {
    rule: 'youth-visit',
    because: 'A held visit retracted: the first date stands again.',
    told: [
      p3Worker('2026-01-15'),
      visit('2026-03-31', { id: 'v' }),
      { type: 'EventRetracted', on: '2026-04-02', event: 'v', reason: 'Another youth.' },
    ],
    look: '2026-04-16',
    owes: [{ status: 'overdue', due: '2026-04-15' }],
  },
  {
    rule: 'youth-visit',
    because: 'Services ended on 2026-05-29: the visit due on 06-30 is no longer owed.',
    told: [p3Worker('2026-01-15'), visit('2026-03-31'), ended('2026-05-29', { children: ['c1'] })],
    look: '2026-07-10',
    owes: [
      { status: 'met', due: '2026-04-15' },
      { status: 'not-applicable', due: '2026-06-30' },
    ],
  },
  {
    rule: 'youth-visit',
    because:
      'Ended on 05-29 and enrolled again on 09-01, assigned on the 10th: the quarter counts from there, 12-10; a visit of the second time, on 10-01, meets nothing of the first. The next is 2027-01-01.',
    told: [
      p3Worker('2026-01-15'),
      visit('2026-03-31'),
      ended('2026-05-29', { children: ['c1'] }),
      { type: 'ProgramEnrolled', id: 'again', on: '2026-09-01', program: 'la-p3', children: ['c1'] },
      p3Worker('2026-09-10', { staff: 'p3w2', children: ['c1'] }),
      visit('2026-10-01'),
    ],
    look: '2026-10-02',
    owes: [
      { subject: youth('c1'), status: 'met', due: '2026-04-15' },
      { subject: youth('c1'), status: 'not-applicable', due: '2026-06-30' },
      { subject: 'event:again/c1', status: 'met', due: '2026-12-10' },
      { subject: 'event:again/c1', status: 'due', due: '2027-01-01' },
    ],
  },
  {
    rule: 'ask-youth',
    because: 'Asked about relatives at one visit, about other important persons by telephone later.',
    told: [
      p3Worker('2026-01-15'),
      visit('2026-03-31', { points: ['relatives'] }),
      contact('2026-04-02', {
        kind: 'youth-contact',
        channel: 'phone',
        children: ['c1'],
        points: ['important-persons'],
      }),
    ],
    look: '2026-04-10',
    owes: [done],
  },
  {
    rule: 'grief-and-loss-work',
    because: 'A life book for c1; for c2 it is not appropriate, with the reason; for c3 nothing was said.',
    born: ['2014-05-01', '2015-05-01', '2013-05-01'],
    told: [
      p3Worker('2026-01-15'),
      action('2026-03-31', { kind: 'grief-and-loss-work', children: ['c1'], parts: ['life-book'] }),
      decision('2026-03-31', {
        kind: 'grief-and-loss-not-appropriate',
        outcome: 'no',
        reason: 'in therapy for it',
        children: ['c2'],
      }),
    ],
    look: '2026-04-10',
    owes: [
      { subject: youth('c1', 3), ...done },
      { subject: youth('c2', 3), ...done },
      { subject: youth('c3', 3), ...open },
    ],
  },
  {
    rule: 'refer-youth',
    because: 'No service suits c1, with the reason.',
    told: [
      p3Worker('2026-01-15'),
      decision('2026-03-31', { kind: 'no-service-suits', outcome: 'none', reason: 'has a mentor', children: ['c1'] }),
    ],
    look: '2026-04-10',
    owes: [done],
  },
  {
    rule: 'inform-youth',
    because: 'Visited on 2026-02-20: due that day; two of the three points were made. Shown with its age, no breach.',
    told: [p3Worker('2026-01-15'), visit('2026-02-20', { points: ['time-limited', 'not-a-mentor'] })],
    look: '2026-03-10',
    owes: [{ status: 'due', due: '2026-02-20' }],
  },
  {
    rule: 'termination-plan',
    because: 'P3 is open since 2026-02-10 and there is no plan.',
    told: [p3Worker('2026-02-10')],
    look: '2026-12-01',
    owes: [open],
  },
  {
    rule: 'caregiver-before-youth',
    because:
      'c1 was visited on 2026-02-20 before the caregiver was told on the 23rd: late. c2 has not been visited: the first visit is due on 05-10, and the same talk has met it.',
    born: ['2014-05-01', '2015-05-01'],
    told: [p3Worker('2026-02-10', { id: 'a' }), visit('2026-02-20'), caregiverTold('2026-02-23')],
    look: '2026-03-01',
    owes: [
      { subject: 'event:a/c1', status: 'met-late', due: '2026-02-20' },
      { subject: 'event:a/c2', status: 'met', due: '2026-05-10' },
    ],
  },
  {
    rule: 'caregiver-before-youth',
    because: 'On the same day counts as before; a talk that explains only the program does not.',
    born: ['2014-05-01', '2015-05-01'],
    told: [
      p3Worker('2026-02-10', { id: 'a' }),
      caregiverTold('2026-02-20', { children: ['c1'] }),
      caregiverTold('2026-02-20', { children: ['c2'], points: ['program-explained'] }),
      visit('2026-02-20', { children: ['c1', 'c2'] }),
    ],
    look: '2026-02-21',
    owes: [
      { subject: 'event:a/c1', status: 'met', due: '2026-02-20' },
      { subject: 'event:a/c2', status: 'overdue', due: '2026-02-20' },
    ],
  },
  {
    rule: 'new-caregiver-before-youth',
    because:
      'The move before the assignment opens nothing. After that of 2026-04-01 the youth was visited on the 15th; a talk with the old caregiver on the 10th does not serve.',
    told: [
      placement('2026-01-10', { children: ['c1'], kind: 'foster', caregiver: 'cg1' }),
      p3Worker('2026-02-10'),
      person('2026-04-01', { participant: 'cg2', role: 'caregiver' }),
      placement('2026-04-01', { id: 'move', children: ['c1'], kind: 'kin', caregiver: 'cg2' }),
      caregiverTold('2026-04-10'),
      visit('2026-04-15'),
    ],
    look: '2026-04-16',
    owes: [{ subject: 'event:move/c1', status: 'overdue', due: '2026-04-15' }],
  },
  {
    rule: 'ask-caregiver',
    because: 'Asked about connections and about being a resource; not yet about helping to find one.',
    told: [
      p3Worker('2026-02-10'),
      contact('2026-02-12', {
        kind: 'caregiver',
        participants: ['cg1'],
        points: ['connections', 'permanency-resource'],
      }),
    ],
    look: '2026-03-01',
    owes: [open],
  },
  {
    rule: 'inform-caregiver-of-connection',
    because: 'The talk of 2026-03-05 was about the aunt; of the coach the caregiver knows nothing.',
    told: [
      p3Worker('2026-02-10'),
      aunt('2026-03-02', { id: 'x1' }),
      { ...coach('2026-03-02'), id: 'x2' },
      contact('2026-03-05', { kind: 'caregiver', participants: ['cg1'], about: 'aunt' }),
    ],
    look: '2026-03-10',
    owes: [
      { subject: 'event:x1', ...done },
      { subject: 'event:x2', ...open },
    ],
  },
  {
    rule: 'answer-caregiver',
    because: 'Two questions were left open; one was answered in a later talk that names the first.',
    told: [
      p3Worker('2026-02-10'),
      contact('2026-03-05', { id: 'q1', kind: 'caregiver', participants: ['cg1'], openQuestions: 'May she visit?' }),
      contact('2026-03-06', { id: 'q2', kind: 'caregiver', participants: ['cg1'], openQuestions: 'Who pays?' }),
      contact('2026-03-09', { kind: 'caregiver', participants: ['cg1'], about: 'q1' }),
    ],
    look: '2026-03-10',
    owes: [
      { subject: 'event:q1', ...done },
      { subject: 'event:q2', ...open },
    ],
  },
  {
    rule: 'arrange-contact',
    because: 'The aunt was reached, and visits are not settled yet; the coach was not reached and owes nothing.',
    told: [
      p3Worker('2026-02-10'),
      aunt('2026-03-02'),
      coach('2026-03-02'),
      outreach('2026-03-03'),
      decision('2026-03-10', {
        kind: 'contact-arrangement',
        outcome: 'agreed',
        participants: ['aunt'],
        parts: ['mail', 'phone', 'email'],
      }),
    ],
    look: '2026-03-11',
    owes: [{ subject: 'connection:aunt', ...open }],
  },
  {
    rule: 'contact-connection',
    because: 'The aunt was only tried by telephone, the coach got a letter, the uncle is closed as unsafe.',
    told: [
      p3Worker('2026-02-10'),
      aunt('2026-03-02'),
      coach('2026-03-02'),
      person('2026-03-02', { participant: 'uncle', role: 'connection', children: ['c1'] }),
      outreach('2026-03-03', { outcome: 'attempted' }),
      outreach('2026-03-03', { participants: ['coach'], channel: 'letter', outcome: 'attempted' }),
      decision('2026-03-04', {
        kind: 'connection-not-pursued',
        participants: ['uncle'],
        outcome: 'closed',
        reason: 'unsafe',
      }),
    ],
    look: '2026-03-10',
    owes: [
      { subject: 'connection:aunt', ...open },
      { subject: 'connection:coach', ...done },
      { subject: 'connection:uncle', ...done },
    ],
  },
  {
    rule: 'ask-connection',
    because: 'Reached on 2026-03-03; the fourth point came out in a second talk.',
    told: [
      p3Worker('2026-02-10'),
      aunt('2026-03-02'),
      outreach('2026-03-03', { points: ['identifies-child', 'offer', 'who-else-cares', 'whom-to-contact'] }),
      outreach('2026-03-20', { points: ['identifies-child', 'contact-information'] }),
    ],
    look: '2026-03-21',
    owes: [done],
  },
  {
    rule: 'search-for-connections',
    because: 'Of the two services on the agency’s list one was searched.',
    told: [p3Worker('2026-02-10'), action('2026-02-20', { kind: 'search', parts: ['registry'], children: ['c1'] })],
    look: '2026-03-01',
    owes: [open],
  },
  {
    rule: 'update-caseworker',
    because: 'Two developments on 2026-03-05; the case worker was told of the first.',
    told: [
      p3Worker('2026-02-10'),
      circumstance('2026-03-05', { id: 'd1', kind: 'significant-development', value: 'missing-relative-found' }),
      circumstance('2026-03-05', { id: 'd2', kind: 'significant-development', value: 'visit-requested' }),
      contact('2026-03-05', { kind: 'with-caseworker', staff: ['cw1'], about: 'd1' }),
    ],
    look: '2026-03-06',
    owes: [
      { subject: 'event:d1', status: 'met', due: '2026-03-06' },
      { subject: 'event:d2', status: 'due', due: '2026-03-06' },
    ],
  },
  {
    rule: 'p3-supervision',
    because:
      'Conferred on 2026-03-05, five days early: the next month counts from there. It is late then, and no breach.',
    told: [
      p3Worker('2026-02-10'),
      contact('2026-03-05', { kind: 'p3-supervision', staff: ['p3s1'], children: ['c1'] }),
    ],
    look: '2026-05-01',
    owes: [
      { status: 'met', due: '2026-03-10' },
      { status: 'due', due: '2026-04-05' },
    ],
  },
  {
    rule: 'monitor-records',
    because: 'Looked through on 2026-03-20, ten days late; the next month counts from there.',
    told: [p3Worker('2026-02-10'), step('2026-03-20', 'p3-monitoring', { parts: ['cws-cms', 'p3-tracking'] })],
    look: '2026-03-21',
    owes: [
      { status: 'met', due: '2026-03-10' },
      { status: 'due', due: '2026-04-20' },
    ],
  },
  {
    rule: 'apss-form',
    because: 'Referred to APSS twice; the form of the first referral does not serve for the second.',
    told: [
      p3Worker('2026-02-10'),
      action('2026-03-06', { id: 'r1', kind: 'resource-referral', parts: ['apss'], children: ['c1'] }),
      document('2026-03-06', { document: 'apss-1', kind: 'apss-referral', children: ['c1'] }),
      action('2026-06-01', { id: 'r2', kind: 'resource-referral', parts: ['apss'], children: ['c1'] }),
      action('2026-06-02', { id: 'r3', kind: 'resource-referral', parts: ['pru'], children: ['c1'] }),
    ],
    look: '2026-06-03',
    owes: [
      { subject: 'event:r1/c1', ...done },
      { subject: 'event:r2/c1', ...open },
    ],
  },
  {
    rule: 'relationship-efforts',
    because: 'Hearing on 2026-06-15; there was one on 2025-12-15, and its list does not serve.',
    opened: '2025-10-01',
    told: [
      circumstance('2025-11-01', { id: 'r1', kind: 'hearing-set', children: ['c1'], plannedFor: '2025-12-15' }),
      document('2025-12-10', { document: 'l1', kind: 'relationship-efforts', children: ['c1'] }),
      circumstance('2026-04-01', { id: 'r2', kind: 'hearing-set', children: ['c1'], plannedFor: '2026-06-15' }),
    ],
    look: '2026-06-01',
    owes: [
      { subject: 'event:r1/c1', status: 'met', due: '2025-12-15' },
      { subject: 'event:r2/c1', status: 'due', due: '2026-06-15' },
    ],
  },
  {
    rule: 'ordered-relationship',
    because: 'Ordered for the aunt and the coach by 2026-04-30; done for the aunt on the 20th.',
    told: [
      aunt('2026-03-02'),
      coach('2026-03-02'),
      circumstance('2026-03-16', {
        id: 'o',
        kind: 'relationship-order',
        children: ['c1'],
        participants: ['aunt', 'coach'],
        plannedFor: '2026-04-30',
      }),
      action('2026-04-20', { kind: 'relationship-order-met', about: 'o', participants: ['aunt'] }),
    ],
    look: '2026-05-01',
    owes: [
      { subject: 'event:o/aunt', status: 'met', due: '2026-04-30' },
      { subject: 'event:o/coach', status: 'overdue', due: '2026-04-30' },
    ],
  },
  {
    rule: 'ordered-relationship-undated',
    because: 'One order names a day and stands with the dated ones; the other names none.',
    told: [
      aunt('2026-03-02'),
      circumstance('2026-03-16', {
        kind: 'relationship-order',
        participants: ['aunt'],
        plannedFor: '2026-04-30',
      }),
      circumstance('2026-04-16', { id: 'o2', kind: 'relationship-order', participants: ['aunt'] }),
    ],
    look: '2026-05-01',
    owes: [{ subject: 'event:o2/aunt', ...open }],
  },
  {
    rule: 'important-persons',
    because:
      'c1 turned ten before six months in care (2026-02-28, from 2025-08-31): the months count. c2 turns ten on 2026-06-15, after them: the birthday counts. c3 is at home.',
    born: ['2015-05-01', '2016-06-15', '2014-01-01'],
    opened: '2025-08-01',
    told: [
      { type: 'EnteredCare', on: '2025-08-31', children: ['c1', 'c2'] },
      action('2025-12-01', { kind: 'important-persons', children: ['c1'], parts: ['identified'] }),
    ],
    look: '2026-07-01',
    owes: [
      { subject: 'child:c1', status: 'due', due: '2026-02-28' },
      { subject: 'child:c2', status: 'due', due: '2026-06-15' },
    ],
  },
  {
    rule: 'important-persons-at-placement',
    because: 'A foster placement opens nothing; the pre-adoptive one does, and the search was completed in two steps.',
    told: [
      placement('2026-01-10', { children: ['c1'], kind: 'foster' }),
      placement('2026-04-01', { children: ['c1'], kind: 'pre-adoptive' }),
      action('2026-04-10', { kind: 'important-persons', children: ['c1'], parts: ['identified'] }),
      action('2026-05-10', { kind: 'important-persons', children: ['c1'], parts: ['looked-for'] }),
    ],
    look: '2026-06-01',
    owes: [done],
  },
  // --- what is refused --------------------------------------------------------------------------------------------------
  {
    rule: 'visit-interval-within-a-quarter',
    because: 'Four months from 2026-02-12 is 06-12, after 05-12: refused; six weeks are taken.',
    told: [
      p3Worker('2026-02-10'),
      circumstance('2026-02-12', {
        kind: 'youth-visit-interval',
        children: ['c1'],
        interval: { unit: 'months', n: 4 },
      }),
    ],
    look: '2026-02-12',
    acceptedAfter: [
      circumstance('2026-02-12', { kind: 'youth-visit-interval', children: ['c1'], interval: { unit: 'days', n: 42 } }),
    ],
  },
  {
    rule: 'visit-interval-within-a-quarter',
    because: 'Ninety days from January 31 is May 1, a day more than three calendar months: refused; 89 are taken.',
    told: [
      p3Worker('2026-01-31'),
      circumstance('2026-01-31', {
        kind: 'youth-visit-interval',
        children: ['c1'],
        interval: { unit: 'days', n: 90 },
      }),
    ],
    look: '2026-01-31',
    acceptedAfter: [
      circumstance('2026-01-31', { kind: 'youth-visit-interval', children: ['c1'], interval: { unit: 'days', n: 89 } }),
    ],
  },
  {
    rule: 'child-is-recognized',
    because: 'A letter that does not say who the child is: refused; with that: taken.',
    told: [
      p3Worker('2026-02-10'),
      aunt('2026-03-02'),
      outreach('2026-03-04', { channel: 'letter', outcome: 'attempted', points: [] }),
    ],
    look: '2026-03-04',
    acceptedAfter: [outreach('2026-03-04', { channel: 'letter', outcome: 'attempted' })],
  },
  {
    rule: 'disclosure-agreed-by-caseworker',
    because: 'The P3 worker alone agreed with himself: refused; with the case worker in the conference: taken.',
    told: [
      aunt('2026-03-02'),
      decision('2026-03-03', {
        kind: 'disclosure',
        outcome: 'agreed',
        participants: ['aunt'],
        children: ['c1'],
        parts: ['address'],
        by: 'p3w1',
      }),
    ],
    look: '2026-03-03',
    acceptedAfter: [
      decision('2026-03-03', {
        kind: 'disclosure',
        outcome: 'agreed',
        participants: ['aunt'],
        children: ['c1'],
        parts: ['address'],
        by: 'p3w1',
        staff: ['cw1'],
      }),
    ],
  },
  {
    rule: 'search-names-its-source',
    because: 'A search that names no service is refused; one from the agency’s list is taken.',
    told: [action('2026-02-20', { kind: 'search', children: ['c1'] })],
    look: '2026-02-20',
    acceptedAfter: [action('2026-02-20', { kind: 'search', parts: ['county-index'], children: ['c1'] })],
  },
  {
    rule: 'development-named',
    because: 'No kind of development: refused; `other` is one.',
    told: [circumstance('2026-03-05', { kind: 'significant-development' })],
    look: '2026-03-05',
    acceptedAfter: [circumstance('2026-03-05', { kind: 'significant-development', value: 'other' })],
  },
  {
    rule: 'consulted-before-referral',
    because: 'The referral of 2026-03-06 names no consultation: refused; one that names the talk of the 5th is taken.',
    told: [action('2026-03-06', { kind: 'resource-referral', parts: ['wraparound'], children: ['c1'] })],
    look: '2026-03-06',
    acceptedAfter: [
      contact('2026-03-05', { id: 'talk', kind: 'with-caseworker', staff: ['cw1'] }),
      action('2026-03-06', { kind: 'resource-referral', parts: ['wraparound'], children: ['c1'], about: 'talk' }),
    ],
  },
  {
    rule: 'monitoring-covers-both',
    because: 'Only CWS/CMS was looked through: refused; both: taken.',
    told: [step('2026-03-20', 'p3-monitoring', { parts: ['cws-cms'] })],
    look: '2026-03-20',
    acceptedAfter: [step('2026-03-20', 'p3-monitoring', { parts: ['cws-cms', 'p3-tracking'] })],
  },
  {
    rule: 'with-p3-supervisor',
    because: 'A supervision without the supervisor: refused; with: taken.',
    told: [contact('2026-03-05', { kind: 'p3-supervision', staff: ['p3w1'], children: ['c1'] })],
    look: '2026-03-05',
    acceptedAfter: [contact('2026-03-05', { kind: 'p3-supervision', staff: ['p3w1', 'p3s1'], children: ['c1'] })],
  },
];
