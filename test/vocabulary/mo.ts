// Missouri, permanency and case planning: every sentence with a time in it, in the order of the document. Dates were worked
// out by hand from the text.
import {
  aboutIt,
  after,
  allOf,
  anyOf,
  before,
  birthday,
  by,
  days,
  did,
  earliest,
  either,
  every,
  first,
  firstKnown,
  happened,
  holding,
  hours,
  inCase,
  isMet,
  itHas,
  itself,
  itselfHolding,
  last,
  latest,
  latestIs,
  metOn,
  monthEnd,
  months,
  next,
  not,
  opened,
  perCase,
  perChild,
  perEvent,
  perParticipant,
  reached,
  setting,
  signed,
  so,
  standing,
  theyHold,
  trigger,
  word,
  type Program,
} from '../../src/domain/rule';
import type { Told } from '../support/a-case';
import type { Sketch } from './sketch';

export const settings: Program['settings'] = {
  icpcWithin: {
    value: { unit: 'business-days', n: 10 },
    says: 'Days after an out-of-state relative is known by which the interstate request should be on its way.',
    cites: ['MO-18', 'MO-39'],
  },
  goalReviewWithin: {
    value: days(30),
    says: 'Days after 15 of 22 months are reached within which the team decides, when no team meeting comes first.',
    cites: ['MO-45'],
  },
  goalReviewReminders: {
    value: [60, 30, 14, 7],
    says: 'Days before the decision is due on which the worker is reminded.',
    cites: ['MO-44'],
  },
  careDaysNotCounted: {
    value: 'runaway,trial-home-visit',
    says: 'Placements whose days do not count as days in care.',
    cites: ['MO-44'],
  },
  cesReferralWithin: {
    value: { unit: 'business-days', n: 5 },
    says: 'Days within which a compulsory housing referral is made.',
    cites: ['MO-85', 'MO-86', 'MO-87', 'MO-88'],
  },
  olderYouthAge: { value: 17, says: 'Age from which a youth counts as an older youth.', cites: ['MO-88'] },
};

const entered = happened('EnteredCare');
const custody = firstKnown(last(happened('CustodyReceived')), last(entered));
const primary = happened('GoalSet', { rank: 'primary' });
const concurrent = happened('GoalSet', { rank: 'concurrent' });
const initialMeeting = happened('MeetingHeld', { kinds: '72-hour' });
const teamMeeting = happened('MeetingHeld', { kinds: 'fst' });
const sixMonthMeeting = happened('MeetingHeld', { kinds: 'six-month-fst' });
const inCare = latestIs(happened(['EnteredCare', 'ReunificationHappened', 'PermanencyAchieved']), {
  type: 'EnteredCare',
});
const joined = first(happened(['ParticipantAdded', 'ChildAdded']));
const talk = happened(['ContactMade', 'MeetingHeld'], { points: 'concurrent-plan' });
const talkAnywhere = inCase(['ContactMade', 'MeetingHeld'], {
  points: ['permanency', 'permanency-goals', 'concurrent-plan'],
});
const plan = happened('DocumentCompleted', { kind: ['ssp', 'ssp-reassessment', 'ssp-closing'] });
const reassessment = happened('DocumentCompleted', { kind: 'ssp-reassessment' });
const closingReassessment = inCase('DocumentCompleted', { kind: 'ssp-closing' });
const closingVisit = inCase('ContactMade', { kind: 'closing-visit' });
const plannedClosing = last(inCase('ClosurePlanned'), 'plannedFor');
const allSign = { staff: ['caseworker', 'supervisor'], named: ['parent', 'caregiver', 'kin'], otherwise: ['parent'] };
const staffSign = { staff: ['caseworker', 'supervisor'], named: [], otherwise: [] };
const familySigns = { staff: [], named: ['parent', 'caregiver', 'kin'], otherwise: ['parent'] };
const cesReferral = happened('ActionTaken', { kind: 'ces-referral' });
const housingNeed = inCase('CircumstanceRecorded', {
  kind: ['housing-risk', 'housing-primary-barrier', 'housing-prevents-closure', 'housing-risk-at-exit', 'ces-required'],
});

// --- stories ---------------------------------------------------------------------------------------------------------

const care = (on: string, over: Partial<Told> = {}): Told => ({ type: 'EnteredCare', on, children: ['c1'], ...over });
const goal = (on: string, goal: string, over: Partial<Told> = {}): Told => ({
  type: 'GoalSet',
  on,
  goal,
  children: ['c1'],
  ...over,
});
const document = (on: string, document: string, kind: string, over: Partial<Told> = {}): Told => ({
  type: 'DocumentCompleted',
  on,
  document,
  kind,
  ...over,
});
const sign = (on: string, document: string, signer: string): Told => ({ type: 'DocumentSigned', on, document, signer });
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
const circumstance = (on: string, kind: string, over: Partial<Told> = {}): Told => ({
  type: 'CircumstanceRecorded',
  on,
  kind,
  ...over,
});
const closing = (on: string): Told => ({ type: 'CaseClosed', on, reason: 'completed' });

export const sketches: readonly Sketch[] = [
  {
    rows: ['MO-02'],
    duty: {
      id: 'begin-planning',
      cites: ['MO-02'],
      says: 'Begin to plan for permanency, concurrent planning included, as soon as the child is removed.',
      reading:
        '"Immediately" has no number: open from the removal on, shown with its age; the limits are those of the 72 hours and the 30 days.',
      strength: 'track',
      per: perEvent(happened('ChildRemoved'), 'child'),
      from: trigger(),
      due: { by: trigger() },
      done: by(happened('ActionTaken', { kind: 'permanency-planning-begun' })),
      owner: 'caseworker',
      remind: 'never',
    },
    example: {
      because: 'Removed on 6 January: due that day, and three days later still open, never a breach.',
      told: [{ type: 'ChildRemoved', on: '2026-01-06', children: ['c1'] }],
      look: '2026-01-09',
      owes: [{ status: 'due', due: '2026-01-06' }],
    },
  },
  {
    rows: ['MO-06'],
    duty: {
      id: 'meeting-72-hours',
      cites: ['MO-06'],
      says: 'Hold the meeting that follows within 72 hours of entry to alternative care.',
      reading:
        '72 consecutive hours from the time of entry, weekends and holidays included; where only the day is known, the end of the third calendar day after it.',
      per: perEvent(entered, 'child'),
      from: trigger(),
      due: { by: after(trigger(), hours(72)) },
      done: by(initialMeeting),
      owner: 'caseworker',
    },
    example: {
      because:
        'c1 entered on Friday 9 January at 22:00: Monday 12 January at 22:00 is 72 hours on, and past at 22:30. Of c2 only the day is known: the end of 12 January.',
      born: ['2018-05-01', '2020-05-01'],
      told: [care('2026-01-09', { at: '2026-01-09T22:00:00-08:00' }), care('2026-01-09', { children: ['c2'] })],
      look: '2026-01-12T22:30:00-08:00',
      owes: [
        { status: 'overdue', due: '2026-01-12' },
        { status: 'due', due: '2026-01-12' },
      ],
    },
  },
  {
    rows: ['MO-07'],
    duty: {
      id: 'goal-at-72-hours',
      cites: ['MO-07'],
      says: 'Set the permanency goal of the child at the 72 hour meeting.',
      reading:
        'Per child: one who enters later has a meeting and a goal of its own. On the day of the meeting, at the latest when the 72 hours are over.',
      per: perEvent(entered, 'child'),
      from: trigger(),
      due: { by: earliest(next(initialMeeting, trigger()), after(trigger(), hours(72))) },
      done: by(primary),
      owner: 'caseworker',
    },
    example: {
      because: 'Entered 6 January, meeting held 8 January, no goal set: it was due on the day of the meeting.',
      told: [care('2026-01-06'), held('2026-01-08', 'm1', ['72-hour'])],
      look: '2026-01-09',
      owes: [{ status: 'overdue', due: '2026-01-08' }],
    },
  },
  {
    rows: ['MO-07'],
    guard: {
      id: 'each-child-has-goal',
      cites: ['MO-07'],
      says: 'The 72 hour meeting is complete only when each child has a permanency goal.',
      on: inCase('MeetingHeld', { kinds: '72-hour' }),
      every: 'child',
      unless: did(primary, { since: last(entered) }),
      field: 'children',
      mend: 'Record GoalSet for each child of the meeting, in the same entry or before it.',
    },
    example: {
      because: 'Two children entered; only one has a goal when the meeting is recorded.',
      born: ['2018-05-01', '2020-05-01'],
      told: [
        care('2026-01-06', { children: ['c1', 'c2'] }),
        set('2026-01-07', 'm1', ['72-hour'], '2026-01-08T10:00'),
        goal('2026-01-08', 'reunification'),
        held('2026-01-08', 'm1', ['72-hour']),
      ],
      look: '2026-01-08',
      refused: true,
      acceptedAfter: [goal('2026-01-08', 'adoption', { children: ['c2'] })],
    },
  },
  {
    rows: ['MO-09'],
    duty: {
      id: 'concurrent-goal',
      cites: ['MO-08', 'MO-09'],
      says: 'Set a concurrent goal beside reunification.',
      reading:
        '30 calendar days from the child’s own entry into care. Where reunification becomes the goal only later, at the moment of the change; confirming it again moves nothing.',
      per: perChild,
      from: standing(primary, { goal: 'reunification' }),
      due: { by: latest(after(last(entered), days(30)), opened) },
      done: by(concurrent, last(entered)),
      only: latestIs(primary, { goal: 'reunification' }),
      owner: 'caseworker',
    },
    example: {
      because:
        'c1: entry 6 January + 30 days = 5 February, met on the 4th. c2: reunification became the goal on 2 March, after day 30: due that day, though it was confirmed on the 20th.',
      born: ['2018-05-01', '2020-05-01'],
      told: [
        care('2026-01-06', { children: ['c1', 'c2'] }),
        goal('2026-01-08', 'reunification'),
        goal('2026-01-08', 'adoption', { children: ['c2'] }),
        goal('2026-02-04', 'guardianship', { rank: 'concurrent' }),
        goal('2026-03-02', 'reunification', { children: ['c2'] }),
        goal('2026-03-20', 'reunification', { children: ['c2'] }),
      ],
      look: '2026-03-21',
      owes: [
        { subject: 'child:c1', status: 'met', due: '2026-02-05' },
        { subject: 'child:c2', status: 'overdue', due: '2026-03-02' },
      ],
    },
  },
  {
    rows: ['MO-10'],
    duty: {
      id: 'three-tests',
      cites: ['MO-10'],
      says: 'State why the concurrent goal is in the child’s best interest, meets the child’s needs and can be attained.',
      reading: 'A judgement: the three statements must be there, what they say is not weighed.',
      per: perEvent(concurrent),
      from: trigger(),
      due: { by: trigger() },
      done: holding(
        ['best-interest', 'appropriate', 'attainable'],
        aboutIt('ActionTaken', { kind: 'concurrent-goal-tests' }),
        'ever',
      ),
      owner: 'caseworker',
    },
    example: {
      because: 'The goal was set on 4 February and one of the three statements is missing the next day.',
      told: [
        goal('2026-02-04', 'adoption', { rank: 'concurrent', id: 'g1' }),
        {
          type: 'ActionTaken',
          on: '2026-02-04',
          kind: 'concurrent-goal-tests',
          about: 'g1',
          parts: ['best-interest', 'attainable'],
        },
      ],
      look: '2026-02-05',
      owes: [{ status: 'overdue', due: '2026-02-04' }],
    },
  },
  {
    rows: ['MO-11'],
    guard: {
      id: 'guardianship-needs-resource',
      cites: ['MO-11'],
      says: 'Guardianship is not considered appropriate while nobody is identified who could provide it.',
      on: inCase('GoalSet', { rank: 'concurrent', goal: 'guardianship' }),
      every: 'child',
      unless: anyOf(
        did(happened('CircumstanceRecorded', { kind: 'guardianship-resource' })),
        itHas({ reason: 'anything' }),
      ),
      field: 'reason',
      mend: 'Record who was identified (guardianship-resource), or give the reason.',
    },
    example: {
      because: 'No resource is on record and no reason is given.',
      told: [care('2026-01-06'), goal('2026-02-04', 'guardianship', { rank: 'concurrent' })],
      look: '2026-02-04',
      refused: true,
      acceptedAfter: [circumstance('2026-02-03', 'guardianship-resource', { children: ['c1'], participants: ['cg1'] })],
    },
  },
  {
    rows: ['MO-12'],
    duty: {
      id: 'alternate-plan-discussed',
      cites: ['MO-12'],
      says: 'Talk with the family about the alternate plan at the case planning interaction.',
      reading: 'No frequency of its own: one entry for each interaction.',
      per: perEvent(inCase('ContactMade', { kind: 'case-planning', outcome: 'reached' })),
      from: trigger(),
      due: { by: trigger() },
      done: itselfHolding(['concurrent-plan'], aboutIt('ContactMade', { kind: 'case-planning' })),
      listed: 'unless-met',
      owner: 'caseworker',
      remind: 'never',
    },
    example: {
      because: 'At the first interaction it was talked about, at the second it was not.',
      told: [
        {
          type: 'ContactMade',
          on: '2026-02-10',
          kind: 'case-planning',
          participants: ['p1'],
          points: ['concurrent-plan'],
        },
        { type: 'ContactMade', on: '2026-02-24', kind: 'case-planning', participants: ['p1'] },
      ],
      look: '2026-02-25',
      owes: [{ subject: 'event:e8', status: 'overdue', due: '2026-02-24' }],
    },
  },
  {
    rows: ['MO-13'],
    duty: {
      id: 'keep-talking',
      cites: ['MO-13'],
      says: 'Keep talking with the family about planning and permanency, in the team too, for the life of the case.',
      reading: 'No frequency: shown with the time since the last talk.',
      strength: 'track',
      per: perCase,
      from: firstKnown(last(talkAnywhere), first(inCase('CaseOpened'))),
      due: { none: 'No frequency is given.' },
      done: by(talkAnywhere),
      owner: 'caseworker',
      remind: 'never',
    },
    example: {
      because: 'It stays open after each talk, until the case is closed.',
      told: [{ type: 'ContactMade', on: '2026-02-10', kind: 'visit', participants: ['p1'], points: ['permanency'] }],
      look: '2026-05-10',
      owes: [{ status: 'due', due: null }],
    },
  },
  {
    rows: ['MO-14', 'MO-38'],
    duty: {
      id: 'talk-documented',
      cites: ['MO-14', 'MO-38'],
      says: 'Put the content of the talk about permanency in the case record.',
      reading:
        'The sentence is broken in the source and is read as two duties, to talk and to document; no time is given for the entry.',
      strength: 'track',
      per: perEvent(talkAnywhere),
      from: trigger(),
      due: { none: 'No time limit is given.' },
      done: either(
        itself({ note: 'anything' }),
        by(aboutIt('DocumentCompleted', { kind: 'case-record-entry' }), 'ever'),
      ),
      listed: 'unless-met',
      owner: 'caseworker',
      remind: 'never',
    },
    example: {
      because: 'One talk has its content on record, one has not.',
      told: [
        {
          type: 'ContactMade',
          on: '2026-02-10',
          kind: 'visit',
          participants: ['p1'],
          points: ['permanency'],
          note: 'Said',
        },
        { type: 'ContactMade', on: '2026-02-20', kind: 'visit', participants: ['p1'], points: ['permanency'] },
      ],
      look: '2026-02-21',
      owes: [{ subject: 'event:e8', status: 'due', due: null }],
    },
  },
  {
    rows: ['MO-16'],
    guard: {
      id: 'plan-names-relatives',
      cites: ['MO-16'],
      says: 'The concurrent plan includes placement with relatives, or says that this is contrary to the child’s welfare.',
      on: inCase('DocumentCompleted', { kind: 'concurrent-plan' }),
      unless: itHas({ parts: ['relative-placement', 'relative-contrary', 'relative-none-yet'] }),
      field: 'parts',
      mend: 'Add relative-placement or relative-contrary; relative-none-yet while the search goes on.',
    },
    example: {
      because: 'The plan is silent about relatives.',
      told: [document('2026-02-04', 'd1', 'concurrent-plan', { children: ['c1'], parts: ['steps'] })],
      look: '2026-02-04',
      refused: true,
      acceptedAfter: [
        document('2026-02-04', 'd1', 'concurrent-plan', { children: ['c1'], parts: ['relative-placement'] }),
      ],
    },
  },
  {
    rows: ['MO-16'],
    duty: {
      id: 'relative-still-sought',
      cites: ['MO-16'],
      says: 'Answer the question of relatives that the concurrent plan left open.',
      reading: 'The text leaves out that no relative was found yet: allowed, shown with its age, not a last answer.',
      strength: 'track',
      per: perEvent(happened('DocumentCompleted', { kind: 'concurrent-plan', parts: 'relative-none-yet' }), 'child'),
      from: trigger(),
      due: { none: 'No time limit is given.' },
      done: by(
        happened('DocumentCompleted', { kind: 'concurrent-plan', parts: ['relative-placement', 'relative-contrary'] }),
      ),
      owner: 'caseworker',
      remind: 'never',
    },
    example: {
      because: 'The plan of February said none yet; that of April names a relative.',
      told: [
        document('2026-02-04', 'd1', 'concurrent-plan', { children: ['c1'], parts: ['relative-none-yet'] }),
        document('2026-04-07', 'd2', 'concurrent-plan', { children: ['c1'], parts: ['relative-placement'] }),
      ],
      look: '2026-04-08',
      owes: [{ status: 'met', due: null }],
    },
  },
  {
    rows: ['MO-17'],
    guard: {
      id: 'contrary-is-documented',
      cites: ['MO-17'],
      says: 'That placement with relatives is contrary to the child’s welfare is documented with its reasons.',
      on: inCase('DocumentCompleted', { kind: 'concurrent-plan', parts: 'relative-contrary' }),
      every: 'child',
      unless: did(happened('DecisionMade', { kind: 'relative-placement', outcome: 'contrary', reason: 'anything' })),
      field: 'parts',
      mend: 'Record the determination (relative-placement, contrary) with its reason for each child of the plan.',
    },
    example: {
      because: 'The plan says contrary; no determination is on record.',
      told: [document('2026-02-04', 'd1', 'concurrent-plan', { children: ['c1'], parts: ['relative-contrary'] })],
      look: '2026-02-04',
      refused: true,
      acceptedAfter: [
        {
          type: 'DecisionMade',
          on: '2026-02-03',
          kind: 'relative-placement',
          outcome: 'contrary',
          reason: 'Known danger',
          children: ['c1'],
        },
      ],
    },
  },
  {
    rows: ['MO-18', 'MO-39'],
    settings,
    duty: {
      id: 'icpc-request',
      cites: ['MO-18', 'MO-39'],
      says: 'Send the interstate compact request for the relative in another state.',
      reading:
        '"Timely" is not defined: opened when the relative is identified, one request for each, shown with its age; the date is an agency setting and never a breach.',
      strength: 'track',
      per: perEvent(inCase('CircumstanceRecorded', { kind: 'relative-out-of-state' })),
      from: trigger(),
      due: { by: after(trigger(), setting('icpcWithin')) },
      done: by(aboutIt('ActionTaken', { kind: 'icpc-request' })),
      owner: 'caseworker',
    },
    example: {
      because: 'Monday 2 February + 10 business days (3–6, 9–13, 16) = Monday 16 February; no agency holiday.',
      told: [circumstance('2026-02-02', 'relative-out-of-state', { participants: ['cg1'] })],
      look: '2026-02-20',
      owes: [{ status: 'due', due: '2026-02-16' }],
    },
  },
  {
    rows: ['MO-19'],
    guard: {
      id: 'not-the-worker-alone',
      cites: ['MO-19'],
      says: 'Reunification and other permanency goals are not decided by the worker alone.',
      on: inCase(['GoalSet', 'ReunificationPlanned']),
      unless: anyOf(
        so('staff-includes', { role: 'supervisor' }),
        so('about-meeting', { kind: 'fst' }),
        so('about-meeting', { kind: '72-hour' }),
      ),
      field: 'staff',
      mend: 'Name the supervisor in `staff`, or in `about` the team meeting out of which the decision came.',
    },
    example: {
      because: 'The worker alone records the goal; out of a team meeting that was held it is accepted.',
      told: [
        care('2026-01-06'),
        set('2026-01-07', 'm1', ['fst', '72-hour'], '2026-01-08T10:00'),
        goal('2026-01-08', 'adoption', { about: 'm1', staff: ['cw1'] }),
      ],
      look: '2026-01-08',
      refused: true,
      acceptedAfter: [held('2026-01-08', 'm1', ['fst', '72-hour'])],
    },
  },
  {
    rows: ['MO-26'],
    duty: {
      id: 'concurrent-plan-talks',
      cites: ['MO-26'],
      says: 'Talk with the person about the concurrent plan, honestly and again and again.',
      reading: 'No frequency: for each person the time since the last talk is shown.',
      strength: 'track',
      per: perParticipant('child', 'parent', 'caregiver', 'kin'),
      from: firstKnown(last(talk), joined),
      due: { none: 'No frequency is given.' },
      done: by(talk),
      owner: 'caseworker',
      remind: 'never',
    },
    example: {
      because: 'Child, parent and caregiver: open for each of them.',
      told: [
        { type: 'ContactMade', on: '2026-02-10', kind: 'visit', participants: ['p1'], points: ['concurrent-plan'] },
      ],
      look: '2026-02-11',
      owes: [
        { subject: 'caregiver:cg1', status: 'due', due: null },
        { subject: 'child:c1', status: 'due', due: null },
        { subject: 'parent:p1', status: 'due', due: null },
      ],
    },
  },
  {
    rows: ['MO-28'],
    duty: {
      id: 'reasonable-efforts',
      cites: ['MO-28'],
      says: 'Keep up reasonable efforts toward the concurrent goal beside those toward reunification.',
      reading:
        'From the day of the concurrent goal until permanency; the eleven efforts are examples, so that the time since the last effort is shown and no list must be filled.',
      strength: 'track',
      per: perChild,
      from: firstKnown(last(happened('ActionTaken', { kind: 'concurrent-effort' })), first(concurrent)),
      due: { none: 'No frequency is given.' },
      done: by(happened('ActionTaken', { kind: 'concurrent-effort' })),
      only: did(concurrent),
      ends: did(happened('PermanencyAchieved')),
      owner: 'caseworker',
      remind: 'never',
    },
    example: {
      because: 'c1 has a concurrent goal; c2 has none and so no log.',
      born: ['2018-05-01', '2020-05-01'],
      told: [goal('2026-02-04', 'adoption', { rank: 'concurrent' })],
      look: '2026-03-01',
      owes: [{ subject: 'child:c1', status: 'due', due: null }],
    },
  },
  {
    rows: ['MO-33'],
    duty: {
      id: 'notify-tribe',
      cites: ['MO-32', 'MO-33'],
      says: 'Notify the tribe, or the Bureau of Indian Affairs where no tribe is known, of the heritage reported.',
      reading: 'The text gives no time; limits set by statute are outside it.',
      per: perEvent(inCase('CircumstanceRecorded', { kind: 'indian-heritage', value: 'reported' })),
      from: trigger(),
      due: { none: 'No time limit is given.' },
      done: by(aboutIt('ActionTaken', { kind: 'tribe-notified' })),
      owner: 'caseworker',
    },
    example: {
      because: 'Reported, and nobody notified yet.',
      told: [circumstance('2026-02-02', 'indian-heritage', { value: 'reported' })],
      look: '2026-02-20',
      owes: [{ status: 'due', due: null }],
    },
  },
  {
    rows: ['MO-35'],
    duty: {
      id: 'monthly-goal-talk',
      cites: ['MO-35', 'MO-36'],
      says: 'Talk with the person about the permanency goals in the calendar month.',
      reading:
        'Monthly for parent, child, relatives involved and placement, from the month in which there is a concurrent goal and the person takes part; a month in which a talk with the child was recorded as not appropriate asks for none.',
      per: perParticipant('parent', 'child', 'kin', 'caregiver'),
      from: latest(first(inCase('GoalSet', { rank: 'concurrent' })), joined),
      due: { by: monthEnd(opened) },
      repeat: { monthly: true },
      done: either(
        by(happened('ContactMade', { points: 'permanency-goals', outcome: 'reached' })),
        by(happened('MeetingHeld', { points: 'permanency-goals' })),
      ),
      only: not(latestIs(happened('DecisionMade', { kind: 'permanency-talks' }), { outcome: 'not-appropriate' })),
      owner: 'caseworker',
    },
    example: {
      because:
        'Concurrent goal on 20 January: January counts. Parent and caregiver were spoken with on the 25th, the child was not. In February talks with the child were found not appropriate, which leaves January as it was.',
      told: [
        goal('2026-01-20', 'adoption', { rank: 'concurrent' }),
        {
          type: 'ContactMade',
          on: '2026-01-25',
          kind: 'visit',
          participants: ['p1', 'cg1'],
          points: ['permanency-goals'],
        },
        {
          type: 'DecisionMade',
          on: '2026-02-03',
          kind: 'permanency-talks',
          outcome: 'not-appropriate',
          participants: ['c1'],
        },
      ],
      look: '2026-02-05',
      owes: [
        { subject: 'caregiver:cg1', status: 'met', due: '2026-01-31' },
        { subject: 'child:c1', status: 'overdue', due: '2026-01-31' },
        { subject: 'parent:p1', status: 'met', due: '2026-01-31' },
        { subject: 'caregiver:cg1', status: 'due', due: '2026-02-28' },
        { subject: 'child:c1', status: 'not-applicable', due: '2026-02-28' },
        { subject: 'parent:p1', status: 'due', due: '2026-02-28' },
      ],
    },
  },
  {
    rows: ['MO-35'],
    duty: {
      id: 'team-goal-talk',
      cites: ['MO-35'],
      says: 'Talk about the permanency goals at the team meeting.',
      reading: 'Whether "monthly" covers the team is open: at each of its meetings.',
      per: perEvent(teamMeeting),
      from: trigger(),
      due: { by: trigger() },
      done: itself({ points: 'permanency-goals' }),
      only: did(inCase('GoalSet', { rank: 'concurrent' })),
      owner: 'caseworker',
      remind: 'never',
    },
    example: {
      because: 'The meeting of 3 March did not touch the goals.',
      told: [goal('2026-01-20', 'adoption', { rank: 'concurrent' }), held('2026-03-03', 'm1', ['fst'])],
      look: '2026-03-04',
      owes: [{ status: 'overdue', due: '2026-03-03' }],
    },
  },
  {
    rows: ['MO-44', 'MO-45'],
    settings,
    duty: {
      id: 'goal-review-15-of-22',
      cites: ['MO-44', 'MO-45'],
      says: 'Let the team consider another goal: the child has been in care 15 of 22 months. Record the decision with its reasons.',
      reading:
        'Days in care within the rolling 22 calendar months; a stay without a break is entry and 15 calendar months; days on the run and on trial home visit do not count unless the agency says so. Asked for every child who reaches it, because whether the goal works is the team’s judgement: at its next meeting, at the latest after the agency’s number of days.',
      per: perChild,
      from: word('care-threshold', { months: 15, window: 22 }),
      due: { by: earliest(next(teamMeeting, opened), after(opened, setting('goalReviewWithin'))) },
      done: by(happened('DecisionMade', { kind: 'goal-review', reason: 'anything' })),
      only: inCare,
      owner: 'caseworker',
      remind: 'goalReviewReminders',
    },
    example: {
      because:
        'Entry 6 January 2026 + 15 months = 6 April 2027, 455 days. 30 days on the run (1 June to 1 July 2026) do not count: day 455 is 6 May 2027. No meeting by then: 30 days on is 5 June 2027.',
      told: [
        care('2026-01-06'),
        { type: 'PlacementChanged', on: '2026-06-01', children: ['c1'], kind: 'runaway' },
        { type: 'PlacementChanged', on: '2026-07-01', children: ['c1'], kind: 'foster' },
      ],
      look: '2027-03-01',
      owes: [{ status: 'due', due: '2027-06-05' }],
    },
  },
  {
    rows: ['MO-46'],
    duty: {
      id: 'treatment-plan',
      cites: ['MO-46'],
      says: 'Develop the long-range permanency treatment plan.',
      reading:
        '30 calendar days from the day the Division received custody of the child; where that day is not recorded, from entry into care.',
      per: perChild,
      from: custody,
      due: { by: after(opened, days(30)) },
      done: by(happened('DocumentCompleted', { kind: 'treatment-plan' })),
      owner: 'caseworker',
    },
    example: {
      because: 'Custody on 8 January + 30 = 7 February, although care began on the 6th.',
      told: [care('2026-01-06'), { type: 'CustodyReceived', on: '2026-01-08', children: ['c1'] }],
      look: '2026-02-01',
      owes: [{ status: 'due', due: '2026-02-07' }],
    },
  },
  {
    rows: ['MO-47'],
    duty: {
      id: 'cs1-after-assessment',
      cites: ['MO-47'],
      says: 'Complete the CS-1 now that the family has been assessed.',
      reading: 'No time of its own: the CS-1 has its dates from case opening and from the team meetings.',
      strength: 'track',
      per: perEvent(inCase('ActionTaken', { kind: 'family-assessed' })),
      from: trigger(),
      due: { none: 'No time limit is given.' },
      done: by(inCase('DocumentCompleted', { kind: 'cs-1' })),
      owner: 'caseworker',
      remind: 'never',
    },
    example: {
      because: 'Assessed on 20 January, CS-1 on the 30th.',
      told: [{ type: 'ActionTaken', on: '2026-01-20', kind: 'family-assessed' }, document('2026-01-30', 'd1', 'cs-1')],
      look: '2026-02-01',
      owes: [{ status: 'met', due: null }],
    },
  },
  {
    rows: ['MO-48'],
    duty: {
      id: 'first-cs1',
      cites: ['MO-48'],
      says: 'Complete the first CS-1 case plan for the child in custody.',
      reading:
        '30 calendar days from the opening of the case, also where custody came a few days later (the treatment plan shows the date that counts from custody). A child who comes into care more than 30 days after the opening: 30 days from that entry.',
      per: perChild,
      from: first(inCase('CaseOpened')),
      due: {
        by: firstKnown(after(next(entered, after(opened, days(31))), days(30)), after(opened, days(30))),
      },
      done: by(happened('DocumentCompleted', { kind: 'cs-1' })),
      only: did(happened(['EnteredCare', 'CustodyReceived'])),
      owner: 'caseworker',
    },
    example: {
      because: 'Opened 5 January + 30 = 4 February for c1. c2 came into care on 1 June: 1 July.',
      born: ['2018-05-01', '2020-05-01'],
      told: [care('2026-01-06'), care('2026-06-01', { children: ['c2'] })],
      look: '2026-06-02',
      owes: [
        { subject: 'child:c1', status: 'overdue', due: '2026-02-04' },
        { subject: 'child:c2', status: 'due', due: '2026-07-01' },
      ],
    },
  },
  {
    rows: ['MO-49'],
    duty: {
      id: 'cs1-at-six-months',
      cites: ['MO-49'],
      says: 'Update and complete the CS-1 again at the six-month team meeting.',
      per: perEvent(sixMonthMeeting, 'child'),
      from: trigger(),
      due: { by: trigger() },
      done: by(happened('DocumentCompleted', { kind: 'cs-1' })),
      owner: 'caseworker',
    },
    example: {
      because: 'The meeting of 8 July needs a CS-1 of its own; that of February does not serve.',
      told: [document('2026-02-02', 'd1', 'cs-1'), held('2026-07-08', 'm1', ['fst', 'six-month-fst'])],
      look: '2026-07-09',
      owes: [{ status: 'overdue', due: '2026-07-08' }],
    },
  },
  {
    rows: ['MO-50'],
    duty: {
      id: 'six-month-team-meeting',
      cites: ['MO-50'],
      says: 'Hold the six-month meeting of the Family Support Team.',
      reading:
        'No anchor is given: six calendar months from custody, then six calendar months from the meeting last held, the day clamped to the end of the month; never 180 days.',
      per: perChild,
      from: custody,
      due: { by: after(opened, months(6)) },
      repeat: { every: months(6), after: 'done' },
      done: by(sixMonthMeeting),
      owner: 'caseworker',
    },
    example: {
      because: 'Custody 31 August + 6 months = 28 February 2027. Held on 24 February: 24 August.',
      told: [
        care('2026-08-30'),
        { type: 'CustodyReceived', on: '2026-08-31', children: ['c1'] },
        held('2027-02-24', 'm1', ['fst', 'six-month-fst']),
      ],
      look: '2027-03-01',
      owes: [
        { status: 'met', due: '2027-02-28' },
        { status: 'due', due: '2027-08-24' },
      ],
    },
  },
  {
    rows: ['MO-53', 'MO-54'],
    duty: {
      id: 'social-service-plan',
      cites: ['MO-53', 'MO-54'],
      says: 'Complete the Social Service Plan, signed by the parents or guardians on it, the worker and the supervisor.',
      reading:
        '30 calendar days from the child’s own entry; complete on the day of the last signature. Those of the family whom the plan names sign, or every parent when it names nobody; a recorded refusal, or failed attempts, stands in for a family member and never for worker or supervisor.',
      per: perChild,
      from: last(entered),
      due: { by: after(opened, days(30)) },
      done: signed(plan, allSign),
      owner: 'caseworker',
    },
    example: {
      because:
        'Entry 2 March + 30 = 1 April. Worker signed 20 March, the parent refused on the 30th, the supervisor signed on 3 April: complete that day, late.',
      told: [
        care('2026-03-02'),
        document('2026-03-20', 'ssp1', 'ssp', { participants: ['p1'] }),
        sign('2026-03-20', 'ssp1', 'cw1'),
        { type: 'SignatureRefused', on: '2026-03-30', document: 'ssp1', signer: 'p1', reason: 'Does not agree' },
        sign('2026-04-03', 'ssp1', 'sup1'),
      ],
      look: '2026-04-04',
      owes: [{ status: 'met-late', due: '2026-04-01' }],
    },
  },
  {
    rows: ['MO-59'],
    duty: {
      id: 'protective-capacities',
      cites: ['MO-59'],
      says: 'Assess the protective capacities of the parent anew with the reassessment.',
      per: perEvent(reassessment, ['parent']),
      from: trigger(),
      due: { by: trigger() },
      done: by(aboutIt('ActionTaken', { kind: 'protective-capacities-assessed' }), 'ever'),
      owner: 'caseworker',
    },
    example: {
      because: 'Reassessed on 20 June; of the two parents one was assessed.',
      told: [
        { type: 'ParticipantAdded', on: '2026-01-05', participant: 'p2', role: 'parent' },
        document('2026-06-20', 'r1', 'ssp-reassessment'),
        {
          type: 'ActionTaken',
          on: '2026-06-18',
          kind: 'protective-capacities-assessed',
          about: 'r1',
          participants: ['p1'],
        },
      ],
      look: '2026-06-21',
      owes: [
        { status: 'met', due: '2026-06-20' },
        { status: 'overdue', due: '2026-06-20' },
      ],
    },
  },
  {
    rows: ['MO-62'],
    duty: {
      id: 'gather-responses',
      cites: ['MO-62'],
      says: 'Gather the person’s answers to the four questions of the progress assessment.',
      reading:
        'Who counts as a participant is wide: everybody on the list of the case; "no response" is recorded with its reason.',
      per: perEvent(reassessment, ['parent', 'child', 'caregiver', 'kin', 'support-person', 'service-provider']),
      from: trigger(),
      due: { by: trigger() },
      done: either(
        holding(
          ['good-things', 'concerns', 'what-more', 'next-steps'],
          aboutIt('ContactMade', { kind: 'progress-response' }),
          'ever',
        ),
        by(aboutIt('DecisionMade', { kind: 'progress-response', outcome: 'no-response', reason: 'anything' }), 'ever'),
      ),
      owner: 'caseworker',
      remind: 'never',
    },
    example: {
      because: 'The parent answered all four, the caregiver three; why the child gave no answer is recorded.',
      told: [
        document('2026-06-20', 'r1', 'ssp-reassessment'),
        {
          type: 'ContactMade',
          on: '2026-06-15',
          kind: 'progress-response',
          about: 'r1',
          participants: ['p1'],
          points: ['good-things', 'concerns', 'what-more', 'next-steps'],
        },
        {
          type: 'ContactMade',
          on: '2026-06-16',
          kind: 'progress-response',
          about: 'r1',
          participants: ['cg1'],
          points: ['good-things', 'concerns', 'next-steps'],
        },
        {
          type: 'DecisionMade',
          on: '2026-06-17',
          kind: 'progress-response',
          about: 'r1',
          outcome: 'no-response',
          reason: 'Too young',
          participants: ['c1'],
        },
      ],
      look: '2026-06-21',
      owes: [
        { subject: 'event:e7/c1', status: 'met', due: '2026-06-20' },
        { subject: 'event:e7/cg1', status: 'overdue', due: '2026-06-20' },
        { subject: 'event:e7/p1', status: 'met', due: '2026-06-20' },
      ],
    },
  },
  {
    rows: ['MO-64'],
    duty: {
      id: 'progress-section',
      cites: ['MO-63', 'MO-64'],
      says: 'Write the answers of family, natural supports, team and Division into the Progress Assessment section.',
      per: perEvent(reassessment),
      from: trigger(),
      due: { by: trigger() },
      done: itselfHolding(
        ['progress-family', 'progress-supports', 'progress-team', 'progress-division'],
        aboutIt('DocumentCompleted', { kind: 'progress-assessment' }),
      ),
      owner: 'caseworker',
    },
    example: {
      because: 'Three groups stand in the plan, the fourth in an addition of the same day.',
      told: [
        document('2026-06-20', 'r1', 'ssp-reassessment', {
          parts: ['progress-family', 'progress-supports', 'progress-team'],
        }),
        document('2026-06-20', 'a1', 'progress-assessment', { about: 'r1', parts: ['progress-division'] }),
      ],
      look: '2026-06-21',
      owes: [{ status: 'met', due: '2026-06-20' }],
    },
  },
  {
    rows: ['MO-65'],
    duty: {
      id: 'team-recommendation',
      cites: ['MO-65'],
      says: 'Record what the team recommends about permanency plan and placement, reunification included.',
      per: perEvent(teamMeeting),
      from: trigger(),
      due: { by: trigger() },
      done: by(aboutIt('DecisionMade', { kind: 'team-recommendation' })),
      owner: 'caseworker',
    },
    example: {
      because: 'Held on 8 July, the recommendation recorded for that day.',
      told: [
        held('2026-07-08', 'm1', ['fst']),
        { type: 'DecisionMade', on: '2026-07-08', kind: 'team-recommendation', outcome: 'no-change', about: 'm1' },
      ],
      look: '2026-07-09',
      owes: [{ status: 'met', due: '2026-07-08' }],
    },
  },
  {
    rows: ['MO-68'],
    duty: {
      id: 'ssp-reassessment',
      cites: ['MO-68'],
      says: 'Reassess the Social Service Plan.',
      reading:
        '90 calendar days from the last completion, which is the day of the last signature or recorded refusal: no fixed grid. Through closing; the closing reassessment counts as one.',
      strength: 'should',
      per: perChild,
      from: metOn(signed(plan, allSign, last(entered))),
      due: { by: after(opened, days(90)) },
      repeat: { every: days(90), after: 'done' },
      done: signed(plan, allSign),
      only: did(entered),
      owner: 'caseworker',
    },
    example: {
      because:
        'The plan was complete on 30 March: + 90 = 28 June. The reassessment of 20 June got its last signature on the 25th: + 90 = 23 September.',
      told: [
        care('2026-03-02'),
        document('2026-03-20', 'ssp1', 'ssp'),
        sign('2026-03-20', 'ssp1', 'cw1'),
        sign('2026-03-20', 'ssp1', 'sup1'),
        sign('2026-03-30', 'ssp1', 'p1'),
        document('2026-06-20', 'r1', 'ssp-reassessment'),
        sign('2026-06-20', 'r1', 'p1'),
        sign('2026-06-20', 'r1', 'cw1'),
        sign('2026-06-25', 'r1', 'sup1'),
      ],
      look: '2026-07-01',
      owes: [
        { status: 'met', due: '2026-06-28' },
        { status: 'due', due: '2026-09-23' },
      ],
    },
  },
  {
    rows: ['MO-69', 'MO-70'],
    duty: {
      id: 'closing-reassessment',
      cites: ['MO-69', 'MO-70'],
      says: 'Complete the closing reassessment, signed by worker and supervisor, in the 15 days before the case is to close.',
      reading:
        'The window moves with the anticipated closing date: a reassessment that is older than 15 days at the new date is to be done again.',
      strength: 'should',
      per: perCase,
      from: last(inCase('ClosurePlanned')),
      due: { within: [before(plannedClosing, days(15)), plannedClosing] },
      done: signed(closingReassessment, staffSign, 'ever'),
      owner: 'caseworker',
    },
    example: {
      because:
        'Closing planned for 1 June: done on 20 May, inside 17 May to 1 June. Moved to 20 June: the window is 5 to 20 June and what was done lies before it.',
      told: [
        { type: 'ClosurePlanned', on: '2026-05-01', plannedFor: '2026-06-01' },
        document('2026-05-20', 'k1', 'ssp-closing'),
        sign('2026-05-20', 'k1', 'cw1'),
        sign('2026-05-20', 'k1', 'sup1'),
        { type: 'ClosurePlanned', on: '2026-05-28', plannedFor: '2026-06-20' },
      ],
      look: '2026-05-29',
      owes: [{ status: 'window', notBefore: '2026-06-05', due: '2026-06-20' }],
    },
  },
  {
    rows: ['MO-69'],
    guard: {
      id: 'closing-needs-reassessment',
      cites: ['MO-69'],
      says: 'A case is closed on a closing reassessment of the last 15 days.',
      on: inCase('CaseClosed'),
      unless: anyOf(
        isMet(signed(closingReassessment, staffSign, before(trigger(), days(15)))),
        did(inCase('DecisionMade', { kind: 'close-without-reassessment', reason: 'anything' })),
      ),
      mend: 'Complete the closing reassessment with the signatures of worker and supervisor, or record the supervisor’s reason (close-without-reassessment).',
    },
    example: {
      because: 'The only closing reassessment was signed on 20 May, 31 days before the closing of 20 June.',
      told: [
        document('2026-05-20', 'k1', 'ssp-closing'),
        sign('2026-05-20', 'k1', 'cw1'),
        sign('2026-05-20', 'k1', 'sup1'),
        closing('2026-06-20'),
      ],
      look: '2026-06-20',
      refused: true,
      acceptedAfter: [
        document('2026-06-10', 'k2', 'ssp-closing'),
        sign('2026-06-10', 'k2', 'cw1'),
        sign('2026-06-12', 'k2', 'sup1'),
      ],
    },
  },
  {
    rows: ['MO-70'],
    duty: {
      id: 'closing-signatures',
      cites: ['MO-70'],
      says: 'Have worker and supervisor sign the closing reassessment before the closing visit.',
      strength: 'should',
      per: perCase,
      from: last(closingReassessment),
      due: { by: firstKnown(next(closingVisit, opened), plannedClosing) },
      done: signed(closingReassessment, staffSign),
      owner: 'caseworker',
    },
    example: {
      because: 'Written on 10 June, visit on the 16th, the supervisor’s signature is missing.',
      told: [
        document('2026-06-10', 'k1', 'ssp-closing'),
        sign('2026-06-10', 'k1', 'cw1'),
        { type: 'ContactMade', on: '2026-06-16', kind: 'closing-visit', participants: ['p1'] },
      ],
      look: '2026-06-17',
      owes: [{ status: 'overdue', due: '2026-06-16' }],
    },
  },
  {
    rows: ['MO-71'],
    duty: {
      id: 'family-signs-closing',
      cites: ['MO-71'],
      says: 'Go through the closing reassessment with the family and have the family sign it at the closing visit.',
      reading: 'Who signs is open: the parents or guardians on the plan, or a recorded refusal, as for the first plan.',
      strength: 'should',
      per: perEvent(closingVisit),
      from: trigger(),
      due: { by: trigger() },
      done: every(
        itself({ points: 'closing-reassessment' }),
        signed(closingReassessment, familySigns, before(trigger(), days(15))),
      ),
      owner: 'caseworker',
    },
    example: {
      because: 'Reviewed and signed at the visit of 16 June.',
      told: [
        document('2026-06-10', 'k1', 'ssp-closing', { participants: ['p1'] }),
        {
          type: 'ContactMade',
          on: '2026-06-16',
          kind: 'closing-visit',
          participants: ['p1'],
          points: ['closing-reassessment'],
        },
        sign('2026-06-16', 'k1', 'p1'),
      ],
      look: '2026-06-17',
      owes: [{ status: 'met', due: '2026-06-16' }],
    },
  },
  {
    rows: ['MO-72'],
    duty: {
      id: 'closing-copy',
      cites: ['MO-72'],
      says: 'Give the parent a copy of the closing reassessment at the closing visit.',
      strength: 'should',
      per: perEvent(closingReassessment, ['parent']),
      from: trigger(),
      due: { by: firstKnown(next(closingVisit, trigger()), plannedClosing) },
      done: by(aboutIt('DocumentProvided'), 'ever'),
      owner: 'caseworker',
    },
    example: {
      because: 'Visit on 16 June; the copy was handed over that day.',
      told: [
        document('2026-06-10', 'k1', 'ssp-closing'),
        { type: 'ContactMade', on: '2026-06-16', kind: 'closing-visit', participants: ['p1'] },
        { type: 'DocumentProvided', on: '2026-06-16', document: 'k1', to: ['p1'] },
      ],
      look: '2026-06-17',
      owes: [{ status: 'met', due: '2026-06-16' }],
    },
  },
  {
    rows: ['MO-73'],
    duty: {
      id: 'closing-visit',
      cites: ['MO-73'],
      says: 'Make the closing visit before the case is closed.',
      reading: 'The text presupposes the visit rather than ordering it: a step of the closing, never a breach.',
      strength: 'track',
      per: perCase,
      from: last(inCase('ClosurePlanned')),
      due: { by: plannedClosing },
      done: by(closingVisit, first(inCase('ClosurePlanned'))),
      owner: 'caseworker',
      remind: 'never',
    },
    example: {
      because: 'The visit was made before the date was moved; it need not be made again.',
      told: [
        { type: 'ClosurePlanned', on: '2026-05-01', plannedFor: '2026-06-01' },
        { type: 'ContactMade', on: '2026-05-25', kind: 'closing-visit', participants: ['p1'] },
        { type: 'ClosurePlanned', on: '2026-05-28', plannedFor: '2026-06-20' },
      ],
      look: '2026-05-29',
      owes: [{ status: 'met', due: '2026-06-20' }],
    },
  },
  {
    rows: ['MO-74'],
    duty: {
      id: 'long-term-plan-copies',
      cites: ['MO-74'],
      says: 'Give the person a copy of the Long Term Safety/Support Plan section, and of nothing else of the plan.',
      reading:
        'No time is given: open from the completion of the section, again for each change of it and for everybody whom it names.',
      per: perEvent(inCase('DocumentCompleted', { kind: 'long-term-safety-plan' }), 'participant'),
      from: trigger(),
      due: { none: 'No time limit is given.' },
      done: by(aboutIt('DocumentProvided', { part: 'long-term-safety-plan' }), 'ever'),
      owner: 'caseworker',
    },
    example: {
      because: 'The section names two people; only the caregiver got the copy.',
      told: [
        document('2026-06-10', 'l1', 'long-term-safety-plan', { participants: ['p1', 'cg1'] }),
        { type: 'DocumentProvided', on: '2026-06-11', document: 'l1', to: ['cg1'], part: 'long-term-safety-plan' },
      ],
      look: '2026-06-12',
      owes: [
        { subject: 'event:e7/cg1', status: 'met', due: null },
        { subject: 'event:e7/p1', status: 'due', due: null },
      ],
    },
  },
  {
    rows: ['MO-80', 'MO-89'],
    duty: {
      id: 'referral-noted',
      cites: ['MO-80', 'MO-89'],
      says: 'Note the referral or resource in a contact note, whether it was used or not.',
      reading: 'No time is given.',
      strength: 'track',
      per: perEvent(
        inCase('ActionTaken', { kind: ['service-referral', 'resource-given', 'ces-referral', 'ces-activity'] }),
      ),
      from: trigger(),
      due: { none: 'No time limit is given.' },
      done: either(itself({ note: 'anything' }), by(aboutIt('ContactMade', { kind: 'contact-note' }), 'ever')),
      owner: 'caseworker',
      remind: 'never',
    },
    example: {
      because: 'The housing referral has a note of its own; the service referral has none.',
      told: [
        { type: 'ActionTaken', on: '2026-02-10', kind: 'service-referral' },
        { type: 'ActionTaken', on: '2026-02-11', kind: 'ces-referral', id: 'x1' },
        { type: 'ContactMade', on: '2026-02-12', kind: 'contact-note', about: 'x1' },
      ],
      look: '2026-02-13',
      owes: [
        { subject: 'event:e7', status: 'due', due: null },
        { subject: 'event:x1', status: 'met', due: null },
      ],
    },
  },
  {
    rows: ['MO-81'],
    duty: {
      id: 'housing-services',
      cites: ['MO-81'],
      says: 'Use the Coordinated Entry System for the family that is without a home or may lose it.',
      reading: 'Recommended; compulsory only in the situations that the text lists, which have duties of their own.',
      strength: 'should',
      per: perEvent(inCase('CircumstanceRecorded', { kind: 'housing-risk' })),
      from: trigger(),
      due: { none: 'No time limit is given.' },
      done: by(cesReferral),
      owner: 'caseworker',
    },
    example: {
      because: 'At risk since 2 February, the system used on the 4th.',
      told: [
        circumstance('2026-02-02', 'housing-risk'),
        { type: 'ActionTaken', on: '2026-02-04', kind: 'ces-referral' },
      ],
      look: '2026-02-05',
      owes: [{ status: 'met', due: null }],
    },
  },
  {
    rows: ['MO-85'],
    settings,
    duty: {
      id: 'ces-referral-listed',
      cites: ['MO-85'],
      says: 'Make the housing referral that the agency’s list of situations compels.',
      reading:
        '"Include" leaves the list open: three situations are built in, the agency may record others as compelling.',
      per: perEvent(inCase('CircumstanceRecorded', { kind: 'ces-required' })),
      from: trigger(),
      due: { by: after(trigger(), setting('cesReferralWithin')) },
      done: by(cesReferral),
      owner: 'caseworker',
    },
    example: {
      because: 'Monday 2 February + 5 business days = Monday 9 February.',
      told: [circumstance('2026-02-02', 'ces-required')],
      look: '2026-02-10',
      owes: [{ status: 'overdue', due: '2026-02-09' }],
    },
  },
  {
    rows: ['MO-86'],
    settings,
    duty: {
      id: 'ces-reunification',
      cites: ['MO-86'],
      says: 'Make the housing referral: the goal is reunification and the parents’ housing is what stands in its way.',
      reading: 'No time is given: the agency’s number of days since both are so.',
      per: perEvent(happened('CircumstanceRecorded', { kind: 'housing-primary-barrier' }), 'child'),
      from: latest(trigger(), standing(primary, { goal: 'reunification' })),
      due: { by: after(opened, setting('cesReferralWithin')) },
      done: by(cesReferral),
      only: latestIs(primary, { goal: 'reunification' }),
      owner: 'caseworker',
    },
    example: {
      because:
        'The barrier was known on 2 February, the goal became reunification on the 9th: + 5 business days = the 16th.',
      told: [
        goal('2026-01-08', 'adoption'),
        circumstance('2026-02-02', 'housing-primary-barrier', { children: ['c1'] }),
        goal('2026-02-09', 'reunification'),
      ],
      look: '2026-02-10',
      owes: [{ status: 'due', due: '2026-02-16' }],
    },
  },
  {
    rows: ['MO-87'],
    settings,
    duty: {
      id: 'ces-trial-home-visit',
      cites: ['MO-87'],
      says: 'Make the housing referral: the child is on trial home visit and housing keeps the case from closing.',
      per: perEvent(happened('CircumstanceRecorded', { kind: 'housing-prevents-closure' }), 'child'),
      from: latest(trigger(), standing(happened('PlacementChanged'), { kind: 'trial-home-visit' })),
      due: { by: after(opened, setting('cesReferralWithin')) },
      done: by(cesReferral),
      only: latestIs(happened('PlacementChanged'), { kind: 'trial-home-visit' }),
      owner: 'caseworker',
    },
    example: {
      because: 'c1 is on trial home visit: Monday 2 March + 5 business days = 9 March. c2 is in foster care: nothing.',
      born: ['2018-05-01', '2020-05-01'],
      told: [
        { type: 'PlacementChanged', on: '2026-02-20', children: ['c1'], kind: 'trial-home-visit' },
        { type: 'PlacementChanged', on: '2026-02-20', children: ['c2'], kind: 'foster' },
        circumstance('2026-03-02', 'housing-prevents-closure', { children: ['c1', 'c2'] }),
      ],
      look: '2026-03-03',
      owes: [{ subject: 'event:e10/c1', status: 'due', due: '2026-03-09' }],
    },
  },
  {
    rows: ['MO-88'],
    settings,
    duty: {
      id: 'ces-older-youth',
      cites: ['MO-88'],
      says: 'Make the housing referral: the youth prepares to leave care to independence and housing is at risk.',
      reading: '"Older youth" has no age: an agency setting.',
      per: perEvent(happened('CircumstanceRecorded', { kind: 'housing-risk-at-exit' }), 'child'),
      from: trigger(),
      due: { by: after(trigger(), setting('cesReferralWithin')) },
      done: by(cesReferral),
      only: reached(birthday({ setting: 'olderYouthAge' })),
      owner: 'caseworker',
    },
    example: {
      because: 'c1, born on 1 May 2008, is 17: Monday 2 March + 5 business days = 9 March. c2 is a child of six.',
      born: ['2008-05-01', '2020-05-01'],
      told: [circumstance('2026-03-02', 'housing-risk-at-exit', { children: ['c1', 'c2'] })],
      look: '2026-03-03',
      owes: [{ subject: 'event:e8/c1', status: 'due', due: '2026-03-09' }],
    },
  },
  {
    rows: ['MO-90'],
    guard: {
      id: 'closing-without-housing',
      cites: ['MO-90'],
      says: 'A case that closes without permanent housing says in its closing summary what was done and why it failed.',
      on: inCase('CaseClosed'),
      only: allOf(
        did(housingNeed),
        not(latestIs(inCase('CircumstanceRecorded', { kind: 'permanent-housing' }), { value: 'secured' })),
      ),
      unless: theyHold(inCase('DocumentCompleted', { kind: 'closing-summary' }), [
        'housing-efforts',
        'housing-reasons',
      ]),
      mend: 'Complete the closing summary with both parts, or record that permanent housing is secured.',
    },
    example: {
      because: 'A housing need is on record, housing was not secured, the summary lacks the reasons.',
      told: [
        circumstance('2026-02-02', 'housing-risk'),
        document('2026-06-10', 's1', 'closing-summary', { parts: ['housing-efforts'] }),
        closing('2026-06-20'),
      ],
      look: '2026-06-20',
      refused: true,
      acceptedAfter: [document('2026-06-18', 's2', 'closing-summary', { parts: ['housing-reasons'] })],
    },
  },
];
