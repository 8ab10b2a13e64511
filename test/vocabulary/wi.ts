// Milwaukee, permanency support: every sentence with a time in it, in the order of the document. Dates were worked out by
// hand from the text.
import { everyCase } from '../../src/programs/every-case';
import {
  aboutIt,
  after,
  agreed,
  allOf,
  before,
  businessDays,
  by,
  days,
  did,
  earliest,
  either,
  every,
  first,
  firstKnown,
  happened,
  hours,
  inCase,
  anyOf,
  holding,
  itHas,
  itHolds,
  itself,
  itselfHolding,
  last,
  latest,
  latestIs,
  monthEnd,
  months,
  not,
  notAfter,
  opened,
  pausedWhile,
  perCase,
  perChild,
  perEvent,
  perHousehold,
  reached,
  setting,
  so,
  standing,
  trigger,
  when,
  word,
  type Duty,
  type Program,
} from '../../src/domain/rule';
import type { Told } from '../support/a-case';
import type { Sketch } from './sketch';

export const settings: Program['settings'] = {
  standardsContactInterval: {
    value: 'not-set',
    says: 'Days between face-to-face contacts that the Ongoing Services Standards ask for; their numbers are not in this document.',
    cites: ['WI-20'],
  },
  contactLevelUnset: {
    value: 'not-set',
    says: 'Days between contacts for a family whose level nobody has set yet: none is invented.',
    cites: ['WI-21', 'WI-22'],
  },
  engagementEvery: { value: months(1), says: 'Time between efforts to engage and keep a family.', cites: ['WI-26'] },
  familyMeetingWithin: {
    value: days(14),
    says: 'Days within which a meeting that the family asked for is held.',
    cites: ['WI-31'],
  },
  postponementAsksForRevision: {
    value: 30,
    says: 'A reunification put off by more than so many days asks for another safety plan.',
    cites: ['WI-33'],
  },
  safetyAssessmentWithin: {
    value: hours(24),
    says: 'Time within which a change in the home is assessed.',
    cites: ['WI-35'],
  },
  staffingCounts: {
    value: days(30),
    says: 'Days before the six months are over from which on a staffing counts as the six-month staffing.',
    cites: ['WI-36'],
  },
  closureStaffingCounts: {
    value: days(30),
    says: 'Days before closing from which on a staffing counts as the closure staffing.',
    cites: ['WI-37'],
  },
  cansNotOlderThan: {
    value: days(30),
    says: 'Days before a staffing from which on a CANS serves it.',
    cites: ['WI-42'],
  },
  cansReminders: {
    value: [13, 6, 1],
    says: 'Days before the last day for the CANS on which the worker is reminded: two weeks, one week and two days before the staffing.',
    cites: ['WI-42'],
  },
  atTheEnd: { value: [0], says: 'The case manager is told on the day itself.', cites: ['WI-13'] },
  locateAttempts: { value: 1, says: 'Attempts to locate a family before its case may close.', cites: ['WI-55'] },
  consultationCounts: {
    value: days(30),
    says: 'Days before closing from which on a supervisory consultation counts.',
    cites: ['WI-58'],
  },
};

const order = { status: 'chips-order' };
const home = happened('ReunificationHappened');
const lastHome = word('last-reunification');
const periodEnd = after(lastHome, months(12));
const periodIsOver = reached(periodEnd);
const planned = happened('ReunificationPlanned');
const plannedHome = last(planned, 'plannedFor');
const cameIntoCare = firstKnown(last(happened(['ChildRemoved', 'EnteredCare'])), first(inCase('CaseOpened')));
const familyTeam = happened('MeetingHeld', { kinds: 'family-team' });
const sixMonth = { kinds: 'six-month-staffing' } as const;
const closure = { kinds: 'closure-staffing' } as const;
const voluntaryFrom = word('order-ended', order);
const participation = happened('CircumstanceRecorded', { kind: 'participation', value: ['refused', 'resumed'] });
const faceToFace = happened('ContactMade', { channel: 'in-person', outcome: 'reached' });
const level = happened('DecisionMade', { kind: 'contact-level' });
const cans = happened('DocumentCompleted', { kind: 'cans' });
const closingDay = firstKnown(last(happened('ClosurePlanned'), 'plannedFor'), periodEnd);
const whereabouts = happened('CircumstanceRecorded', { kind: 'whereabouts' });
const contact = happened('ContactMade', { outcome: 'reached' });
const missingSince = standing(whereabouts, { value: 'not-located' }, contact);

/** The end of the period of a household: one rule for its twelve months, its last child and its closing review. */
const supportPeriod: Duty = {
  id: 'support-period',
  cites: ['WI-09', 'WI-10', 'WI-11', 'WI-51'],
  says: 'Review the closing of the case: the twelve months of permanency support of this household are over.',
  reading:
    'Calendar months from the last child’s return into this household, the day clamped to the end of the month; never across households. A child of the household who is still in care, or is removed again, keeps the end open, unless a decision says that it will not reunify. The end closes nothing by itself.',
  per: perHousehold,
  from: lastHome,
  due: { by: after(opened, months(12)) },
  done: by(happened('DecisionMade', { kind: 'closing-review' }), before(after(opened, months(12)), days(30))),
  owner: 'caseworker',
};

// --- stories ---------------------------------------------------------------------------------------------------------

const lives = (on: string, child: string, household: string): Told => ({
  type: 'HouseholdChanged',
  on,
  children: [child],
  household,
});
const removed = (on: string, ...children: string[]): Told => ({ type: 'ChildRemoved', on, children });
const reunified = (on: string, child = 'c1', household = 'h1'): Told => ({
  type: 'ReunificationHappened',
  on,
  children: [child],
  household,
});
const legal = (on: string, over: Partial<Told> = {}): Told => ({
  type: 'LegalStatusChanged',
  on,
  children: ['c1'],
  ...order,
  ...over,
});
const visit = (on: string, over: Partial<Told> = {}): Told => ({
  type: 'ContactMade',
  on,
  kind: 'visit',
  channel: 'in-person',
  household: 'h1',
  ...over,
});
const document = (on: string, document: string, kind: string, over: Partial<Told> = {}): Told => ({
  type: 'DocumentCompleted',
  on,
  document,
  kind,
  ...over,
});
const circumstance = (on: string, kind: string, over: Partial<Told> = {}): Told => ({
  type: 'CircumstanceRecorded',
  on,
  kind,
  ...over,
});
const decided = (on: string, kind: string, over: Partial<Told> = {}): Told => ({
  type: 'DecisionMade',
  on,
  kind,
  outcome: 'set',
  ...over,
});
const action = (on: string, kind: string, over: Partial<Told> = {}): Told => ({
  type: 'ActionTaken',
  on,
  kind,
  ...over,
});
const held = (on: string, meeting: string, kinds: string[], over: Partial<Told> = {}): Told => ({
  type: 'MeetingHeld',
  on,
  meeting,
  kinds,
  attendance: [{ participant: 'p1', how: 'present' }],
  ...over,
});
const set = (on: string, meeting: string, kinds: string[], startsAt: string): Told => ({
  type: 'MeetingScheduled',
  on,
  meeting,
  kinds,
  invitees: ['p1'],
  startsAt,
  zone: 'America/Chicago',
});
const closed = (on: string, over: Partial<Told> = {}): Told => ({
  type: 'CaseClosed',
  on,
  reason: 'completed',
  ...over,
});
const plan = (on: string, plannedFor: string, over: Partial<Told> = {}): Told => ({
  type: 'ReunificationPlanned',
  on,
  plannedFor,
  children: ['c1'],
  ...over,
});
const weekly = (on: string): Told =>
  decided(on, 'contact-level', { household: 'h1', reason: 'Asked for', interval: { unit: 'days', n: 7 } });

export const sketches: readonly Sketch[] = [
  {
    rows: ['WI-04'],
    duty: {
      id: 'case-manager',
      cites: ['WI-04'],
      says: 'See to it that a case manager carries the permanency support that begins with the reunification.',
      per: perEvent(home),
      from: trigger(),
      due: { by: trigger() },
      done: when('staffed', { role: 'caseworker' }),
      owner: 'supervisor',
    },
    example: {
      because: 'The case worker left on 20 January; the child came home on 2 February and nobody carries the case.',
      told: [{ type: 'StaffUnassigned', on: '2026-01-20', staff: 'cw1', role: 'caseworker' }, reunified('2026-02-02')],
      look: '2026-02-03',
      owes: [{ status: 'overdue', due: '2026-02-02' }],
    },
  },
  {
    rows: ['WI-09', 'WI-51'],
    duty: supportPeriod,
    example: {
      because:
        'Home on 29 February 2028: twelve calendar months end on 28 February 2029. The review of the 12th is in time.',
      opened: '2028-01-03',
      told: [
        removed('2028-01-04', 'c1'),
        reunified('2028-02-29'),
        decided('2029-02-12', 'closing-review', { household: 'h1' }),
      ],
      look: '2029-02-13',
      owes: [{ subject: 'household:h1', status: 'met', due: '2029-02-28' }],
    },
  },
  {
    rows: ['WI-10'],
    duty: supportPeriod,
    example: {
      because: 'c1 home on 2 March, c2 on 20 April: twelve months from 20 April.',
      born: ['2018-05-01', '2020-05-01'],
      told: [
        lives('2026-01-05', 'c1', 'h1'),
        lives('2026-01-05', 'c2', 'h1'),
        removed('2026-01-06', 'c1', 'c2'),
        reunified('2026-03-02'),
        reunified('2026-04-20', 'c2'),
      ],
      look: '2026-05-01',
      owes: [{ subject: 'household:h1', status: 'due', due: '2027-04-20' }],
    },
  },
  {
    rows: ['WI-11'],
    duty: supportPeriod,
    example: {
      because: 'The dates of the text: c1 to the mother on 1 January, c2 to the father on 15 February: two clocks.',
      born: ['2018-05-01', '2020-05-01'],
      opened: '2025-06-02',
      told: [
        lives('2025-06-02', 'c1', 'mother'),
        lives('2025-06-02', 'c2', 'mother'),
        removed('2025-06-03', 'c1', 'c2'),
        reunified('2026-01-01', 'c1', 'mother'),
        reunified('2026-02-15', 'c2', 'father'),
      ],
      look: '2026-03-01',
      owes: [
        { subject: 'household:mother', status: 'due', due: '2027-01-01' },
        { subject: 'household:father', status: 'due', due: '2027-02-15' },
      ],
    },
  },
  {
    rows: ['WI-12', 'WI-25'],
    guard: {
      id: 'refusal-while-voluntary',
      cites: ['WI-12', 'WI-25'],
      says: 'While the order stands participation is involuntary, and support cannot be refused.',
      on: inCase('CircumstanceRecorded', { kind: 'participation', value: 'refused' }),
      every: 'household',
      unless: not(so('under-order', order)),
      field: 'value',
      mend: 'Record the wish (value wish-to-refuse); contacts go on until the order has ended.',
    },
    example: {
      because: 'The order stands until 30 June; on 1 June the household cannot refuse.',
      told: [
        legal('2026-01-06', { expiresOn: '2026-06-30' }),
        reunified('2026-02-02'),
        circumstance('2026-06-01', 'participation', { value: 'refused', household: 'h1' }),
      ],
      look: '2026-06-01',
      refused: true,
      acceptedAfter: [legal('2026-05-28', { status: 'dismissed' })],
    },
  },
  {
    rows: ['WI-13'],
    settings,
    duty: {
      id: 'now-voluntary',
      cites: ['WI-13'],
      says: 'Participation is voluntary from this day on: the order has ended. Tell the family.',
      reading:
        'An order expires at the end of its last day without anybody doing anything; an extension moves the date. That the case manager is told is the duty; what is said to the family is not in the text.',
      strength: 'should',
      per: perHousehold,
      from: voluntaryFrom,
      due: { by: opened },
      done: by(happened('ActionTaken', { kind: 'told-voluntary' })),
      only: did(home),
      owner: 'caseworker',
      remind: 'atTheEnd',
    },
    example: {
      because:
        'The order was to expire on 30 June; on 15 June it was extended to 31 December: voluntary from 1 January.',
      told: [
        legal('2026-01-06', { expiresOn: '2026-06-30' }),
        reunified('2026-02-02'),
        legal('2026-06-15', { expiresOn: '2026-12-31' }),
      ],
      look: '2026-07-02',
      owes: [{ subject: 'household:h1', status: 'due', due: '2027-01-01' }],
    },
  },
  {
    rows: ['WI-15'],
    duty: {
      id: 'safety-at-visit',
      cites: ['WI-14', 'WI-15'],
      says: 'Note the safety of all children in the home, not only of those who came back.',
      reading: 'No frequency is given: a note at each face-to-face contact.',
      per: perEvent(faceToFace),
      from: trigger(),
      due: { by: trigger() },
      done: itselfHolding(['child-safety'], aboutIt('DocumentCompleted', { kind: 'safety-note' })),
      only: did(home, { until: trigger() }),
      listed: 'unless-met',
      owner: 'caseworker',
      remind: 'never',
    },
    example: {
      because:
        'The visit of January came before the return; that of 9 February has its note, that of the 16th has none.',
      told: [
        visit('2026-01-20'),
        reunified('2026-02-02'),
        visit('2026-02-09', { points: ['child-safety'] }),
        visit('2026-02-16'),
      ],
      look: '2026-02-17',
      owes: [{ subject: 'event:e10', status: 'overdue', due: '2026-02-16' }],
    },
  },
  {
    rows: ['WI-17', 'WI-18'],
    duty: {
      id: 'designation',
      cites: ['WI-17', 'WI-18'],
      says: 'Change the designation of the case to Permanency Support.',
      reading:
        'One designation for the case, when its last child in care is home; the clocks of support run for each household and may have begun before.',
      per: perCase,
      from: lastHome,
      due: { by: opened },
      done: by(inCase('ActionTaken', { kind: 'designation-permanency-support' })),
      owner: 'caseworker',
    },
    example: {
      because: 'Two households; the last child came home on 15 February, which is the day.',
      born: ['2018-05-01', '2020-05-01'],
      told: [
        removed('2026-01-06', 'c1', 'c2'),
        reunified('2026-02-02', 'c1', 'h1'),
        reunified('2026-02-15', 'c2', 'h2'),
      ],
      look: '2026-02-16',
      owes: [{ status: 'overdue', due: '2026-02-15' }],
    },
  },
  {
    rows: ['WI-19'],
    duty: {
      id: 'legal-documented',
      cites: ['WI-19'],
      says: 'Document the legal action or the change of legal status.',
      reading:
        'Day of the occurrence is day zero; Saturdays, Sundays and the holidays of the agency do not count. Documented on the day on which it came on record here, or earlier where that was noted.',
      per: perEvent(happened(['LegalStatusChanged', 'HearingHeld', 'CustodyReceived'])),
      from: trigger(),
      due: { by: after(trigger(), businessDays(3)) },
      done: either(when('on-record'), by(aboutIt('ActionTaken', { kind: 'documented' }), 'ever')),
      owner: 'caseworker',
      remind: 'never',
    },
    example: {
      because:
        'Friday 22 May; Monday the 25th is a holiday: 26, 27, Thursday 28 May. The first was recorded on the 28th, the second on the 29th, the third on the 29th but documented elsewhere on the 27th.',
      told: [
        legal('2026-05-22', { known: '2026-05-28', id: 'in-time' }),
        { type: 'HearingHeld', on: '2026-05-22', kind: 'review', children: ['c1'], known: '2026-05-29', id: 'late' },
        { type: 'CustodyReceived', on: '2026-05-22', children: ['c1'], known: '2026-05-29', id: 'noted' },
        action('2026-05-27', 'documented', { about: 'noted', known: '2026-05-29' }),
      ],
      look: '2026-06-01',
      owes: [
        { subject: 'event:in-time', status: 'met', due: '2026-05-28' },
        { subject: 'event:late', status: 'met-late', due: '2026-05-28' },
        { subject: 'event:noted', status: 'met', due: '2026-05-28' },
      ],
    },
  },
  {
    rows: ['WI-20', 'WI-21'],
    settings,
    duty: {
      id: 'contact-under-order',
      cites: ['WI-20', 'WI-21'],
      says: 'See the family face to face.',
      reading:
        'While the order stands the interval is that of the standards, whose numbers are not in the text and are not invented; a shorter one set for the family counts instead.',
      per: perHousehold,
      from: latest(first(home), first(happened('LegalStatusChanged', order))),
      due: {
        by: earliest(
          after(opened, setting('standardsContactInterval')),
          after(opened, agreed(level, setting('standardsContactInterval'))),
        ),
      },
      repeat: { again: true },
      done: by(faceToFace),
      only: so('under-order', order),
      ends: anyOf(periodIsOver, reached(voluntaryFrom)),
      owner: 'caseworker',
    },
    example: {
      because:
        'No interval of the standards is set, none for the family: the date is unknown, and who can supply it is told.',
      told: [legal('2026-01-06'), reunified('2026-02-02')],
      look: '2026-02-20',
      owes: [{ subject: 'household:h1', status: 'unknown', due: null }],
    },
  },
  {
    rows: ['WI-21', 'WI-25'],
    settings,
    duty: {
      id: 'contact-voluntary',
      cites: ['WI-21', 'WI-25'],
      says: 'See the family face to face, as often as it needs.',
      reading:
        'Without an order the interval is the one set for the family. A refusal stops this from the day of the refusal on, neither the period nor the efforts; when the family comes back it counts from that day.',
      per: perHousehold,
      from: latest(first(home), firstKnown(voluntaryFrom, first(home))),
      due: {
        by: after(
          opened,
          agreed(level, setting('contactLevelUnset')),
          pausedWhile(participation, { value: 'refused' }),
        ),
      },
      repeat: { again: true },
      done: by(faceToFace),
      only: allOf(not(so('under-order', order)), not(latestIs(participation, { value: 'refused' }))),
      ends: periodIsOver,
      owner: 'caseworker',
    },
    example: {
      because:
        'Home on 2 February, weekly: due on the 9th, met on the 6th; then due on the 13th, but refused on the 10th and resumed on 2 March: 9 March.',
      told: [
        reunified('2026-02-02'),
        weekly('2026-02-02'),
        visit('2026-02-06'),
        circumstance('2026-02-10', 'participation', { value: 'refused', household: 'h1' }),
        circumstance('2026-03-02', 'participation', { value: 'resumed', household: 'h1' }),
      ],
      look: '2026-03-03',
      owes: [
        { subject: 'household:h1', status: 'met', due: '2026-02-09' },
        { subject: 'household:h1', status: 'due', due: '2026-03-09' },
      ],
    },
  },
  {
    rows: ['WI-22'],
    duty: {
      id: 'set-contact-level',
      cites: ['WI-22'],
      says: 'Choose how often this family is seen now that it is together again, and say why.',
      reading: 'Once or twice a week illustrates what some need: offered, never a default.',
      strength: 'track',
      per: perEvent(home, 'household'),
      from: trigger(),
      due: { none: 'No time limit is given.' },
      done: by(happened('DecisionMade', { kind: 'contact-level', reason: 'anything' })),
      owner: 'caseworker',
      remind: 'never',
    },
    example: {
      because: 'Home on 2 February, the level set on the 3rd.',
      told: [reunified('2026-02-02'), weekly('2026-02-03')],
      look: '2026-02-04',
      owes: [{ status: 'met', due: null }],
    },
  },
  {
    rows: ['WI-23'],
    duty: {
      id: 'level-in-crisis',
      cites: ['WI-23'],
      says: 'Look again at how often the family is seen: it is in a crisis.',
      strength: 'track',
      per: perEvent(happened('CircumstanceRecorded', { kind: 'crisis' }), 'household'),
      from: trigger(),
      due: { none: 'No time limit is given.' },
      done: by(level),
      owner: 'caseworker',
    },
    example: {
      because: 'The level was set before the crisis and not looked at since.',
      told: [reunified('2026-02-02'), weekly('2026-02-03'), circumstance('2026-03-10', 'crisis', { household: 'h1' })],
      look: '2026-03-11',
      owes: [{ status: 'due', due: null }],
    },
  },
  {
    rows: ['WI-24'],
    guard: {
      id: 'level-is-considered',
      cites: ['WI-24'],
      says: 'Whoever sets the level of contact considers history, strengths and needs, and present circumstances.',
      on: inCase('DecisionMade', { kind: 'contact-level' }),
      unless: itHolds(['family-history', 'strengths-and-needs', 'present-circumstances']),
      field: 'parts',
      mend: 'Note each of the three points.',
    },
    example: {
      because: 'Two of three points are noted.',
      told: [
        reunified('2026-02-02'),
        decided('2026-02-03', 'contact-level', { parts: ['family-history', 'present-circumstances'] }),
      ],
      look: '2026-02-03',
      refused: true,
      acceptedAfter: [
        decided('2026-02-03', 'contact-level', {
          parts: ['family-history', 'strengths-and-needs', 'present-circumstances'],
        }),
      ],
    },
  },
  {
    rows: ['WI-26'],
    settings,
    duty: {
      id: 'engage-family',
      cites: ['WI-26'],
      says: 'Keep trying to engage the family and to keep it.',
      reading:
        'For the whole period, also after a refusal; the interval is an agency setting. Any contact with the household, tried or made, is an effort.',
      per: perHousehold,
      from: latest(first(home), firstKnown(voluntaryFrom, first(home))),
      due: {
        by: after(opened, setting('engagementEvery')),
      },
      repeat: { again: true },
      done: either(by(happened('ActionTaken', { kind: 'engagement-effort' })), by(happened('ContactMade'))),
      only: not(so('under-order', order)),
      ends: periodIsOver,
      owner: 'caseworker',
    },
    example: {
      because:
        'Home on 2 February: an effort by 2 March. Refused on the 20th, tried again on 1 March; the next by 1 April, refusal or not.',
      told: [
        reunified('2026-02-02'),
        circumstance('2026-02-20', 'participation', { value: 'refused', household: 'h1' }),
        action('2026-03-01', 'engagement-effort', { household: 'h1' }),
      ],
      look: '2026-04-02',
      owes: [
        { status: 'met', due: '2026-03-02' },
        { status: 'overdue', due: '2026-04-01' },
      ],
    },
  },
  {
    rows: ['WI-27'],
    duty: {
      id: 'effort-noted',
      cites: ['WI-27'],
      says: 'Write down what was done to engage the family.',
      reading:
        'No time is given for the note; efforts that are contacts have the three business days of every contact.',
      strength: 'track',
      per: perEvent(happened('ActionTaken', { kind: 'engagement-effort' })),
      from: trigger(),
      due: { none: 'No time limit is given.' },
      done: either(itself({ note: 'anything' }), by(aboutIt('DocumentCompleted', { kind: 'case-note' }), 'ever')),
      owner: 'caseworker',
      remind: 'never',
    },
    example: {
      because: 'The first effort has its note, the second has none.',
      told: [
        reunified('2026-02-02'),
        action('2026-03-01', 'engagement-effort', { household: 'h1', note: 'Left a card' }),
        action('2026-03-20', 'engagement-effort', { household: 'h1' }),
      ],
      look: '2026-03-21',
      owes: [
        { subject: 'event:e8', status: 'met', due: null },
        { subject: 'event:e9', status: 'due', due: null },
      ],
    },
  },
  {
    rows: ['WI-28'],
    duty: {
      id: 'contact-documented',
      cites: ['WI-28'],
      says: 'Document the contact.',
      reading:
        '"Monthly" and "within three business days" contradict each other: three business days for each contact is the stricter. The day of the contact is day zero.',
      per: perEvent(happened('ContactMade')),
      from: trigger(),
      due: { by: after(trigger(), businessDays(3)) },
      done: either(when('on-record'), by(aboutIt('ActionTaken', { kind: 'documented' }), 'ever')),
      listed: 'unless-met',
      owner: 'caseworker',
      remind: 'never',
    },
    example: {
      because:
        'Friday 6 March: Monday 9, 10, Wednesday 11 March. Recorded on Thursday the 12th. The contact of the 9th was recorded in time and is not listed.',
      told: [visit('2026-03-06', { known: '2026-03-12' }), visit('2026-03-09', { known: '2026-03-12' })],
      look: '2026-03-13',
      owes: [{ status: 'met-late', due: '2026-03-11' }],
    },
  },
  {
    rows: ['WI-28'],
    duty: {
      id: 'month-complete',
      cites: ['WI-28'],
      says: 'Check that all contacts of the calendar month are documented.',
      reading: 'What is left of "monthly": a check at the end of each month of the support.',
      strength: 'should',
      per: perCase,
      from: first(inCase('ReunificationHappened')),
      due: { by: monthEnd(opened) },
      repeat: { monthly: true },
      done: by(inCase('ActionTaken', { kind: 'contacts-complete' })),
      owner: 'caseworker',
    },
    example: {
      because: 'Support began on 2 February. February was checked on the 27th, March was not.',
      told: [reunified('2026-02-02'), action('2026-02-27', 'contacts-complete')],
      look: '2026-04-01',
      owes: [
        { status: 'met', due: '2026-02-28' },
        { status: 'overdue', due: '2026-03-31' },
        { status: 'due', due: '2026-04-30' },
      ],
    },
  },
  {
    rows: ['WI-29'],
    duty: {
      id: 'team-before-reunification',
      cites: ['WI-29'],
      says: 'Hold the Family Team meeting 30 days before the reunification.',
      reading:
        'At the latest 30 calendar days before the planned date, counted anew whenever that moves; no date until one is planned; planned less than 30 days ahead, at once. A meeting already held since the child came into care stays valid.',
      per: perChild,
      from: last(planned),
      due: { by: latest(before(plannedHome, days(30)), opened) },
      done: by(familyTeam, cameIntoCare),
      ends: did(home, { since: last(planned) }),
      owner: 'caseworker',
    },
    example: {
      because:
        'c1: planned for 1 April, 30 days before is 2 March. c2: moved on 20 February to 10 March; 30 days before would be 8 February: at once, the 20th.',
      born: ['2018-05-01', '2020-05-01'],
      told: [
        plan('2026-02-02', '2026-04-01', { children: ['c1', 'c2'] }),
        plan('2026-02-20', '2026-03-10', { children: ['c2'], reason: 'The home is ready' }),
      ],
      look: '2026-02-20',
      owes: [
        { subject: 'child:c2', status: 'due', due: '2026-02-20' },
        { subject: 'child:c1', status: 'due', due: '2026-03-02' },
      ],
    },
  },
  {
    rows: ['WI-29'],
    guard: {
      id: 'short-notice-has-reason',
      cites: ['WI-29', 'WI-33'],
      says: 'A reunification planned less than 30 days ahead leaves no time for the meeting and the safety plan.',
      on: inCase('ReunificationPlanned'),
      unless: anyOf(notAfter(after(trigger(), days(30)), trigger('plannedFor')), itHas({ reason: 'anything' })),
      field: 'reason',
      mend: 'Choose a date at least 30 days ahead, or give the reason for the short notice.',
    },
    example: {
      because: 'On 20 February for 10 March: 18 days.',
      told: [plan('2026-02-20', '2026-03-10')],
      look: '2026-02-20',
      refused: true,
      acceptedAfter: [plan('2026-02-20', '2026-03-10', { reason: 'The home is ready' })],
    },
  },
  {
    rows: ['WI-30'],
    duty: {
      id: 'team-before-closure',
      cites: ['WI-30'],
      says: 'Hold the Family Team meeting within the 30 days before the case closes.',
      reading:
        'Before the planned closing, or before the end of the twelve months where none is planned. The window moves with that day; a meeting that has fallen out of it is to be held again.',
      per: perHousehold,
      from: firstKnown(last(happened('ClosurePlanned')), lastHome),
      due: { within: [before(closingDay, days(30)), closingDay] },
      done: by(familyTeam, 'ever'),
      owner: 'caseworker',
    },
    example: {
      because:
        'Home on 2 February 2026, end 2 February 2027, window from 3 January: met on 10 January. Closing then planned for 15 March: the window is 13 February to 15 March.',
      told: [
        reunified('2026-02-02'),
        held('2027-01-10', 'm1', ['family-team']),
        { type: 'ClosurePlanned', on: '2027-01-20', plannedFor: '2027-03-15' },
      ],
      look: '2027-01-21',
      owes: [{ subject: 'household:h1', status: 'window', notBefore: '2027-02-13', due: '2027-03-15' }],
    },
  },
  {
    rows: ['WI-31'],
    settings,
    duty: {
      id: 'team-on-request',
      cites: ['WI-31'],
      says: 'Hold the Family Team meeting that the family asked for.',
      reading: 'No time is given: an agency setting. The request ends with the support.',
      per: perEvent(happened('CircumstanceRecorded', { kind: 'family-meeting-requested' }), 'household'),
      from: trigger(),
      due: { by: after(trigger(), setting('familyMeetingWithin')) },
      done: by(familyTeam),
      ends: periodIsOver,
      owner: 'caseworker',
    },
    example: {
      because: 'Asked on 2 March + 14 = 16 March.',
      told: [reunified('2026-02-02'), circumstance('2026-03-02', 'family-meeting-requested', { household: 'h1' })],
      look: '2026-03-10',
      owes: [{ status: 'due', due: '2026-03-16' }],
    },
  },
  {
    rows: ['WI-32'],
    duty: {
      id: 'team-documented',
      cites: ['WI-32'],
      says: 'Document the Family Team meeting in a case note.',
      reading: 'No number of its own: the three business days of every contact.',
      per: perEvent(familyTeam),
      from: trigger(),
      due: { by: after(trigger(), businessDays(3)) },
      done: either(when('on-record'), by(aboutIt('DocumentCompleted', { kind: 'case-note' }), 'ever')),
      owner: 'caseworker',
      remind: 'never',
    },
    example: {
      because: 'Friday 6 March: Wednesday 11 March; recorded on the 9th.',
      told: [held('2026-03-06', 'm1', ['family-team'], { known: '2026-03-09' })],
      look: '2026-03-12',
      owes: [{ status: 'met', due: '2026-03-11' }],
    },
  },
  {
    rows: ['WI-33'],
    settings,
    duty: {
      id: 'safety-plan',
      cites: ['WI-33', 'WI-34'],
      says: 'Complete the revised Safety Analysis and Plan 30 days before the reunification.',
      reading:
        'The date moves with the planned one, as that of the meeting does; but a reunification put off by more than the agency’s number of days asks for another revision.',
      per: perChild,
      from: last(planned),
      due: { by: latest(before(plannedHome, days(30)), opened) },
      done: by(
        happened('DocumentCompleted', { kind: 'safety-analysis-and-plan', parts: 'prior-to-reunification' }),
        firstKnown(word('postponed-on', { setting: 'postponementAsksForRevision' }), cameIntoCare),
      ),
      ends: did(home, { since: last(planned) }),
      owner: 'caseworker',
    },
    example: {
      because:
        'Done on 25 February for 1 April. Put off on 20 March to 15 June, 75 days: another, 30 days before 15 June, by 16 May.',
      told: [
        plan('2026-02-02', '2026-04-01'),
        document('2026-02-25', 's1', 'safety-analysis-and-plan', {
          children: ['c1'],
          parts: ['prior-to-reunification'],
        }),
        plan('2026-03-20', '2026-06-15'),
      ],
      look: '2026-03-21',
      owes: [{ status: 'due', due: '2026-05-16' }],
    },
  },
  {
    rows: ['WI-34'],
    guard: {
      id: 'safety-plan-type',
      cites: ['WI-34'],
      says: 'A Safety Analysis and Plan made for a planned reunification is of the type Prior to Reunification.',
      on: inCase('DocumentCompleted', { kind: 'safety-analysis-and-plan' }),
      only: latestIs(happened(['ReunificationPlanned', 'ReunificationHappened']), { type: 'ReunificationPlanned' }),
      unless: itHas({ parts: 'prior-to-reunification' }),
      field: 'parts',
      mend: 'Give the type prior-to-reunification.',
    },
    example: {
      because: 'A reunification is planned and the plan has no type.',
      told: [
        plan('2026-02-02', '2026-04-01'),
        document('2026-02-25', 's1', 'safety-analysis-and-plan', { parts: ['other'] }),
      ],
      look: '2026-02-25',
      refused: true,
      acceptedAfter: [document('2026-02-25', 's1', 'safety-analysis-and-plan', { parts: ['prior-to-reunification'] })],
    },
  },
  {
    rows: ['WI-35'],
    settings,
    duty: {
      id: 'assess-change',
      cites: ['WI-35'],
      says: 'Assess safety: something has changed in the home.',
      reading: 'No time is given: said at once; the agency sets after how long it is overdue.',
      per: perEvent(happened('CircumstanceRecorded', { kind: 'change-in-home' }), 'household'),
      from: trigger(),
      due: { by: after(trigger(), setting('safetyAssessmentWithin')) },
      done: by(aboutIt('DocumentCompleted', { kind: 'safety-assessment' })),
      only: did(home, { until: trigger() }),
      owner: 'caseworker',
      remind: 'at-once',
    },
    example: {
      because: 'Known on 10 March at 15:00: 24 hours on is the 11th at 15:00, past at 16:00.',
      told: [
        reunified('2026-02-02'),
        circumstance('2026-03-10', 'change-in-home', { household: 'h1', at: '2026-03-10T15:00:00-07:00' }),
      ],
      look: '2026-03-11T16:00:00-07:00',
      owes: [{ status: 'overdue', due: '2026-03-11' }],
    },
  },
  {
    rows: ['WI-36'],
    settings,
    duty: {
      id: 'six-month-staffing',
      cites: ['WI-36'],
      says: 'Hold the six-month staffing.',
      reading:
        'Six calendar months after the return, for each household; a later return adds a staffing and undoes none. It counts from the agency’s number of days before; one staffing may serve two returns that lie close together.',
      per: perEvent(home, 'household'),
      from: trigger(),
      due: { within: [before(after(trigger(), months(6)), setting('staffingCounts')), after(trigger(), months(6))] },
      done: by(happened('MeetingHeld', sixMonth)),
      ends: did(happened('ChildRemoved'), { since: trigger() }),
      owner: 'caseworker',
    },
    example: {
      because:
        'c1 home on 10 January: 10 July, met on the 8th. c2 home on 1 March: 1 September, counting from 2 August, so that July does not serve.',
      born: ['2018-05-01', '2020-05-01'],
      opened: '2025-06-02',
      told: [
        lives('2025-06-02', 'c1', 'h1'),
        lives('2025-06-02', 'c2', 'h1'),
        reunified('2026-01-10'),
        reunified('2026-03-01', 'c2'),
        held('2026-07-08', 'm1', ['six-month-staffing']),
      ],
      look: '2026-07-09',
      owes: [
        { status: 'met', notBefore: '2026-06-10', due: '2026-07-10' },
        { status: 'window', notBefore: '2026-08-02', due: '2026-09-01' },
      ],
    },
  },
  {
    rows: ['WI-37'],
    settings,
    duty: {
      id: 'closure-staffing',
      cites: ['WI-37'],
      says: 'Hold the closure staffing.',
      reading: '"At the time of closing": within the agency’s number of days before it, never after.',
      per: perHousehold,
      from: firstKnown(last(happened('ClosurePlanned')), lastHome),
      due: { within: [before(closingDay, setting('closureStaffingCounts')), closingDay] },
      done: by(happened('MeetingHeld', closure), 'ever'),
      owner: 'caseworker',
    },
    example: {
      because: 'Home on 2 February 2026: the twelve months end on 2 February 2027, the window opens on 3 January.',
      told: [reunified('2026-02-02')],
      look: '2026-03-01',
      owes: [{ subject: 'household:h1', status: 'window', notBefore: '2027-01-03', due: '2027-02-02' }],
    },
  },
  {
    rows: ['WI-37'],
    settings,
    guard: {
      id: 'closing-needs-staffing',
      cites: ['WI-37'],
      says: 'A case is closed after a closure staffing.',
      on: inCase('CaseClosed'),
      every: 'household',
      unless: did(happened('MeetingHeld', closure), { since: before(trigger(), setting('closureStaffingCounts')) }),
      mend: 'Hold the closure staffing first.',
    },
    example: {
      because: 'The staffing of 5 January lies 36 days before the closing of 10 February.',
      told: [reunified('2026-02-02'), held('2027-01-05', 'm1', ['closure-staffing']), closed('2027-02-10')],
      look: '2027-02-10',
      refused: true,
      acceptedAfter: [held('2027-02-01', 'm2', ['closure-staffing'])],
    },
  },
  {
    rows: ['WI-38'],
    duty: {
      id: 'staffing-roles',
      cites: ['WI-38'],
      says: 'Have case manager, supervisor and program manager at the staffing, and record it.',
      reading:
        '"Should": case manager or program manager may be missing for a recorded reason, the supervisor may not.',
      strength: 'should',
      per: perEvent(happened('MeetingHeld', { kinds: ['six-month-staffing', 'closure-staffing'] })),
      from: trigger(),
      due: { by: trigger() },
      done: every(
        when('staff-attended', { role: 'caseworker', orReason: true }),
        when('staff-attended', { role: 'supervisor' }),
        when('staff-attended', { role: 'program-manager', orReason: true }),
      ),
      owner: 'caseworker',
    },
    example: {
      because: 'At the first the program manager was excused; at the second the supervisor was.',
      told: [
        held('2026-07-08', 'm1', ['six-month-staffing'], {
          attendance: [
            { participant: 'cw1', how: 'present' },
            { participant: 'sup1', how: 'by-phone' },
            { participant: 'pm1', how: 'absent', reason: 'Ill' },
          ],
        }),
        held('2027-01-20', 'm2', ['closure-staffing'], {
          attendance: [
            { participant: 'cw1', how: 'present' },
            { participant: 'sup1', how: 'absent', reason: 'Ill' },
            { participant: 'pm1', how: 'present' },
          ],
        }),
      ],
      look: '2027-01-21',
      owes: [
        { status: 'met', due: '2026-07-08' },
        { status: 'overdue', due: '2027-01-20' },
      ],
    },
  },
  {
    rows: ['WI-39'],
    duty: {
      id: 'six-month-points',
      cites: ['WI-39'],
      says: 'Address participation of the family, external supports and the frequency of contacts at the six-month staffing.',
      per: perEvent(happened('MeetingHeld', sixMonth)),
      from: trigger(),
      due: { by: trigger() },
      done: itselfHolding(
        ['family-participation', 'external-supports', 'contact-frequency'],
        aboutIt('DocumentCompleted', { kind: 'staffing-note' }),
      ),
      owner: 'caseworker',
    },
    example: {
      because: 'One point is missing in the record.',
      told: [
        held('2026-07-08', 'm1', ['six-month-staffing'], { points: ['family-participation', 'external-supports'] }),
      ],
      look: '2026-07-09',
      owes: [{ status: 'overdue', due: '2026-07-08' }],
    },
  },
  {
    rows: ['WI-40'],
    duty: {
      id: 'closure-points',
      cites: ['WI-40'],
      says: 'Review the discharge planning at the closure staffing.',
      per: perEvent(happened('MeetingHeld', closure)),
      from: trigger(),
      due: { by: trigger() },
      done: itselfHolding(['discharge-planning'], aboutIt('DocumentCompleted', { kind: 'staffing-note' })),
      owner: 'caseworker',
    },
    example: {
      because: 'The record of the staffing says that it was reviewed.',
      told: [held('2027-01-20', 'm1', ['closure-staffing'], { points: ['discharge-planning'] })],
      look: '2027-01-21',
      owes: [{ status: 'met', due: '2027-01-20' }],
    },
  },
  {
    rows: ['WI-41'],
    duty: {
      id: 'discharge-plan',
      cites: ['WI-41'],
      says: 'Prepare the discharge planning for the closure staffing: connections to formal and to informal supports.',
      per: perEvent(happened('MeetingScheduled', closure)),
      from: trigger(),
      due: { by: trigger('startsAt') },
      done: holding(
        ['formal-supports', 'informal-supports'],
        happened('DocumentCompleted', { kind: 'discharge-plan' }),
        firstKnown(last(home), opened),
      ),
      owner: 'caseworker',
    },
    example: {
      because: 'The staffing is set for 20 January; the plan knows the formal supports only.',
      told: [
        reunified('2026-02-02'),
        set('2026-12-20', 'm1', ['closure-staffing'], '2027-01-20T10:00'),
        document('2027-01-05', 'd1', 'discharge-plan', { parts: ['formal-supports'] }),
      ],
      look: '2027-01-10',
      owes: [{ status: 'due', due: '2027-01-20' }],
    },
  },
  {
    rows: ['WI-42'],
    settings,
    duty: {
      id: 'cans-before-six-months',
      cites: ['WI-42'],
      says: 'Complete the CANS before the six-month staffing.',
      reading:
        'Before the day of the staffing, and not older than the agency’s number of days on it: a fresh one for each staffing.',
      per: perEvent(happened('MeetingScheduled', sixMonth)),
      from: trigger(),
      due: { within: [before(trigger('startsAt'), setting('cansNotOlderThan')), before(trigger('startsAt'), days(1))] },
      done: by(cans, 'ever'),
      owner: 'caseworker',
      remind: 'cansReminders',
    },
    example: {
      because: 'Staffing on 8 July: 8 June to 7 July. The CANS of 1 June is 37 days old by then.',
      told: [
        reunified('2026-01-10'),
        set('2026-06-01', 'm1', ['six-month-staffing'], '2026-07-08T10:00'),
        document('2026-06-01', 'k1', 'cans', { children: ['c1'] }),
      ],
      look: '2026-06-20',
      owes: [{ status: 'window', notBefore: '2026-06-08', due: '2026-07-07' }],
    },
  },
  {
    rows: ['WI-42'],
    settings,
    duty: {
      id: 'cans-at-six-months',
      cites: ['WI-42'],
      says: 'The six-month staffing was held without a fresh CANS: complete it.',
      reading: 'Shows at the staffing what is missing, and stays until there is one.',
      per: perEvent(happened('MeetingHeld', sixMonth)),
      from: before(trigger(), setting('cansNotOlderThan')),
      due: { by: before(trigger(), days(1)) },
      done: by(cans),
      owner: 'caseworker',
    },
    example: {
      because: 'Held on 8 July with a CANS of that very day, which is not before it: one day late.',
      told: [
        reunified('2026-01-10'),
        document('2026-07-08', 'k1', 'cans', { children: ['c1'] }),
        held('2026-07-08', 'm1', ['six-month-staffing']),
      ],
      look: '2026-07-09',
      owes: [{ status: 'met-late', due: '2026-07-07' }],
    },
  },
  {
    rows: ['WI-43'],
    settings,
    duty: {
      id: 'cans-before-closure',
      cites: ['WI-43'],
      says: 'Complete another CANS before the closure staffing.',
      reading:
        'The "discharge staffing" is the closure staffing; a CANS made for the six-month staffing does not serve.',
      per: perEvent(happened('MeetingScheduled', closure)),
      from: trigger(),
      due: {
        within: [
          firstKnown(
            latest(
              before(trigger('startsAt'), setting('cansNotOlderThan')),
              after(last(happened('MeetingHeld', sixMonth)), days(1)),
            ),
            before(trigger('startsAt'), setting('cansNotOlderThan')),
          ),
          before(trigger('startsAt'), days(1)),
        ],
      },
      done: by(cans, 'ever'),
      owner: 'caseworker',
      remind: 'cansReminders',
    },
    example: {
      because:
        'Six-month staffing held late, on 4 January, with a CANS of the 2nd; closure staffing on 20 January: the CANS of the 2nd is fresh and yet does not serve: 5 to 19 January.',
      told: [
        reunified('2026-02-02'),
        document('2027-01-02', 'k1', 'cans', { children: ['c1'] }),
        held('2027-01-04', 'm1', ['six-month-staffing']),
        set('2027-01-05', 'm2', ['closure-staffing'], '2027-01-20T10:00'),
      ],
      look: '2027-01-06',
      owes: [{ status: 'window', notBefore: '2027-01-05', due: '2027-01-19' }],
    },
  },
  {
    rows: ['WI-44'],
    settings,
    duty: {
      id: 'cans-each-child',
      cites: ['WI-44'],
      says: 'Complete the CANS for each child in the home who has come back.',
      reading: 'Only where the assignment type is Child Welfare; other types need one CANS for the case.',
      per: perEvent(happened('MeetingScheduled', { kinds: ['six-month-staffing', 'closure-staffing'] }), 'child'),
      from: trigger(),
      due: { within: [before(trigger('startsAt'), setting('cansNotOlderThan')), before(trigger('startsAt'), days(1))] },
      done: by(cans, 'ever'),
      only: allOf(
        latestIs(inCase('CircumstanceRecorded', { kind: 'assignment-type' }), { value: 'child-welfare' }),
        latestIs(happened(['ReunificationHappened', 'ChildRemoved']), { type: 'ReunificationHappened' }),
      ),
      owner: 'caseworker',
      remind: 'cansReminders',
    },
    example: {
      because: 'Staffing on 8 July: c1 has a CANS of 15 June, c2 has none, c3 never left home.',
      born: ['2018-05-01', '2020-05-01', '2022-05-01'],
      told: [
        circumstance('2026-01-05', 'assignment-type', { value: 'child-welfare' }),
        reunified('2026-01-10'),
        reunified('2026-01-10', 'c2'),
        set('2026-06-01', 'm1', ['six-month-staffing'], '2026-07-08T10:00'),
        document('2026-06-15', 'k1', 'cans', { children: ['c1'] }),
      ],
      look: '2026-06-20',
      owes: [
        { subject: 'event:e12/c1', status: 'met', notBefore: '2026-06-08', due: '2026-07-07' },
        { subject: 'event:e12/c2', status: 'window', notBefore: '2026-06-08', due: '2026-07-07' },
      ],
    },
  },
  {
    rows: ['WI-48'],
    duty: everyCase.duties.find((d) => d.id === 'report-allegation')!,
    example: {
      because: 'At once, order or no order; not reported the next day.',
      told: [reunified('2026-02-02'), { type: 'AllegationReported', on: '2026-03-10', children: ['c1'] }],
      look: '2026-03-11',
      owes: [{ status: 'overdue', due: '2026-03-10' }],
    },
  },
  {
    rows: ['WI-50'],
    duty: everyCase.duties.find((d) => d.id === 'make-child-safe')!,
    example: {
      because: 'Made safe the same day.',
      told: [
        { type: 'AllegationReported', on: '2026-03-10', children: ['c1'], id: 'a1' },
        action('2026-03-10', 'child-made-safe', { about: 'a1', parts: ['protective-plan'] }),
      ],
      look: '2026-03-11',
      owes: [{ status: 'met', due: '2026-03-10' }],
    },
  },
  {
    rows: ['WI-52'],
    guard: {
      id: 'other-reason-has-text',
      cites: ['WI-52'],
      says: 'A case that closes for another reason than those listed says which.',
      on: inCase('CaseClosed', { reason: 'other' }),
      unless: itHas({ note: 'anything' }),
      field: 'note',
      mend: 'Say in `note` what the circumstances are.',
    },
    example: {
      because: 'The list is open ("not limited to"), the reason is not given.',
      told: [closed('2026-08-03', { reason: 'other' })],
      look: '2026-08-03',
      refused: true,
      acceptedAfter: [closed('2026-08-03', { reason: 'other', note: 'Married and moved in with family' })],
    },
  },
  {
    rows: ['WI-53'],
    guard: {
      id: 'care-is-ensured',
      cites: ['WI-53'],
      says: 'After the death of the case head a case closes only when care or guardianship of every child is ensured.',
      on: inCase('CaseClosed', { reason: 'case-head-deceased' }),
      every: 'child',
      unless: did(happened('DecisionMade', { kind: 'care-after-death' })),
      mend: 'Record for each child who has its care or guardianship (care-after-death).',
    },
    example: {
      because: 'The care of c1 is ensured, that of c2 is not.',
      born: ['2018-05-01', '2020-05-01'],
      told: [
        decided('2026-08-01', 'care-after-death', { children: ['c1'] }),
        closed('2026-08-03', { reason: 'case-head-deceased' }),
      ],
      look: '2026-08-03',
      refused: true,
      acceptedAfter: [decided('2026-08-02', 'care-after-death', { children: ['c2'] })],
    },
  },
  {
    rows: ['WI-54'],
    guard: {
      id: 'missing-for-60-days',
      cites: ['WI-54'],
      says: 'A case closes for a family that cannot be located after 60 days at the earliest.',
      on: inCase('CaseClosed', { reason: 'not-located' }),
      every: 'household',
      unless: reached(after(missingSince, days(60))),
      mend: 'Wait until 60 days have passed since the family was recorded as not located; any contact with it begins them anew.',
    },
    example: {
      because:
        'Not located since 2 March, but reached on 20 March: the 60 days begin with the next record, on the 25th, and end on 24 May.',
      told: [
        reunified('2026-02-02'),
        circumstance('2026-03-02', 'whereabouts', { value: 'not-located', household: 'h1' }),
        visit('2026-03-20', { kind: 'call', channel: 'phone' }),
        circumstance('2026-03-25', 'whereabouts', { value: 'not-located', household: 'h1' }),
        closed('2026-05-23', { reason: 'not-located' }),
      ],
      look: '2026-05-23',
      refused: true,
      acceptedAfter: [circumstance('2026-03-24', 'whereabouts', { value: 'not-located', household: 'h1' })],
    },
  },
  {
    rows: ['WI-55'],
    settings,
    guard: {
      id: 'located-was-tried',
      cites: ['WI-55'],
      says: 'The case of a family that cannot be located closes only after attempts to locate it.',
      on: inCase('CaseClosed', { reason: 'not-located' }),
      every: 'household',
      unless: did(happened('ActionTaken', { kind: 'locate-attempt' }), {
        since: missingSince,
        times: setting('locateAttempts'),
      }),
      mend: 'Record the attempts (locate-attempt) made since the family was missing.',
    },
    example: {
      because: 'The only attempt lies before the day since when the family is missing.',
      told: [
        reunified('2026-02-02'),
        action('2026-02-27', 'locate-attempt', { household: 'h1' }),
        circumstance('2026-03-02', 'whereabouts', { value: 'not-located', household: 'h1' }),
        closed('2026-05-10', { reason: 'not-located' }),
      ],
      look: '2026-05-10',
      refused: true,
      acceptedAfter: [action('2026-04-01', 'locate-attempt', { household: 'h1' })],
    },
  },
  {
    rows: ['WI-55'],
    duty: {
      id: 'locate-family',
      cites: ['WI-54', 'WI-55'],
      says: 'Try to locate the family.',
      reading: 'Kind and number of attempts are in another document: at least one before the 60 days are over.',
      per: perHousehold,
      from: missingSince,
      due: { by: after(opened, days(60)) },
      done: by(happened('ActionTaken', { kind: 'locate-attempt' })),
      only: latestIs(whereabouts, { value: 'not-located' }),
      owner: 'caseworker',
    },
    example: {
      because: 'Not located since 2 March + 60 = 1 May; recording it again moves nothing.',
      told: [
        reunified('2026-02-02'),
        circumstance('2026-03-02', 'whereabouts', { value: 'not-located', household: 'h1' }),
        circumstance('2026-03-30', 'whereabouts', { value: 'not-located', household: 'h1' }),
      ],
      look: '2026-04-01',
      owes: [{ subject: 'household:h1', status: 'due', due: '2026-05-01' }],
    },
  },
  {
    rows: ['WI-56', 'WI-57'],
    guard: {
      id: 'relocation-is-proved',
      cites: ['WI-56', 'WI-57'],
      says: 'When a family has moved out of state or county, proof of it is on record, or what was done to get it.',
      on: inCase('CaseClosed', { reason: 'relocated' }),
      every: 'household',
      unless: anyOf(
        did(happened('DocumentCompleted', { kind: 'relocation-proof' })),
        did(happened('ActionTaken', { kind: 'relocation-proof-effort' })),
      ),
      mend: 'Add the scan of a change of address, a lease or a bill, or record the efforts to obtain one.',
    },
    example: {
      because: 'Neither proof nor effort; one effort suffices where proof could not be had.',
      told: [reunified('2026-02-02'), closed('2026-08-03', { reason: 'relocated' })],
      look: '2026-08-03',
      refused: true,
      acceptedAfter: [action('2026-07-20', 'relocation-proof-effort', { household: 'h1' })],
    },
  },
  {
    rows: ['WI-58', 'WI-52'],
    settings,
    guard: {
      id: 'supervisor-was-consulted',
      cites: ['WI-52', 'WI-58'],
      says: 'No case closes without a consultation with the supervisor.',
      on: inCase('CaseClosed'),
      unless: did(inCase('DecisionMade', { kind: 'closing-consultation', staff: 'anything' }), {
        since: before(trigger(), setting('consultationCounts')),
      }),
      mend: 'Record the consultation (closing-consultation) with its date and the names.',
    },
    example: {
      because: 'Consulted on 1 January, 33 days before the closing of 3 February.',
      told: [
        reunified('2026-01-10'),
        decided('2027-01-01', 'closing-consultation', { staff: ['sup1', 'cw1'] }),
        closed('2027-02-03'),
      ],
      look: '2027-02-03',
      refused: true,
      acceptedAfter: [decided('2027-01-28', 'closing-consultation', { staff: ['sup1', 'cw1'] })],
    },
  },
];
