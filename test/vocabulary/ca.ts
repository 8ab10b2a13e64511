// Family engagement in case planning and case management (California, training of 2013), in the order of the document.
import {
  aboutIt,
  after,
  agreed,
  allOf,
  anyOf,
  before,
  birthday,
  by,
  chosen,
  days,
  did,
  each,
  earliest,
  either,
  first,
  firstKnown,
  happened,
  holding,
  inCase,
  itHas,
  itHolds,
  itself,
  itselfHolding,
  last,
  latestIs,
  months,
  next,
  notAfter,
  opened,
  perChild,
  perEvent,
  previous,
  reached,
  setting,
  settingIs,
  theyHold,
  trigger,
  word,
} from '../../src/domain/rule';
import type { Sketch } from './sketch';
import {
  action,
  care,
  caseClosed,
  circumstance,
  closurePlanned,
  contact,
  decision,
  document,
  goal,
  legalStatus,
  meetingHeld,
  meetingSet,
  objective,
  reunificationPlanned,
  signOff,
} from './told';

const noLimit = { none: 'The text gives no time limit: the age is shown.' };

const goals = [
  'remain-home',
  'return-home',
  'adoption-with-siblings',
  'adoption',
  'maintain-guardianship',
  'guardianship',
  'long-term-foster-care-relative',
  'long-term-foster-care',
  'stable-foster-care-emancipation',
] as const;

const faceToFace = happened('ContactMade', { kind: 'face-to-face', outcome: 'reached' });
const initialPlan = happened('DocumentCompleted', { kind: 'case-plan' });
const update = happened('DocumentCompleted', { kind: 'case-plan-update' });
const anyPlan = happened('DocumentCompleted', { kind: ['case-plan', 'case-plan-update'] });
const assessment = happened('DocumentCompleted', { kind: 'strengths-needs-assessment' });
const hearing = happened('CircumstanceRecorded', { kind: 'hearing-set', plannedFor: 'anything' });
const addition = aboutIt('DocumentCompleted', { kind: 'case-plan-addition' });
const planningMeeting = happened('MeetingHeld', { kinds: 'case-planning' });
/** What was done for the plan before this one does not serve for it. */
const sinceLastPlan = firstKnown(after(previous(anyPlan), days(1)), first(inCase('CaseOpened')));
/** Away from home on the day on which the plan is completed. */
const outOfHome = reached(word('present-stay'));
const ofAgeForIlp = notAfter(birthday(setting('ilpAge')), trigger());

const ilpAge = {
  ilpAge: {
    value: 16,
    says: 'Age from which a youth has an independent living plan.',
    cites: ['CA-06', 'CA-35'],
  },
} as const;

export const sketches: readonly Sketch[] = [
  {
    rows: ['CA-04'],
    guard: {
      id: 'plan-requirements',
      cites: ['CA-04'],
      says: 'The case plan has a part for each requirement.',
      reading: 'A plan is completed when no part is empty; an update carries on what it does not change.',
      on: initialPlan,
      unless: itHolds([
        'engagement',
        'assessment',
        'permanency-goal',
        'service-objectives',
        'intervention',
        'timelines',
      ]),
      field: 'parts',
      mend: 'Fill the empty parts, then record the plan as completed.',
    },
    example: {
      because: 'Five of six parts: refused, with the name of the sixth; six: taken.',
      told: [
        document('2026-02-20', {
          document: 'plan-1',
          kind: 'case-plan',
          parts: ['engagement', 'assessment', 'permanency-goal', 'service-objectives', 'intervention'],
        }),
      ],
      look: '2026-02-20',
      refused: true,
      acceptedAfter: [
        document('2026-02-20', {
          document: 'plan-1',
          kind: 'case-plan',
          parts: ['engagement', 'assessment', 'permanency-goal', 'service-objectives', 'intervention', 'timelines'],
        }),
      ],
    },
  },
  {
    rows: ['CA-05', 'CA-07', 'CA-08'],
    duty: {
      id: 'legal-parts',
      cites: ['CA-05', 'CA-07', 'CA-08'],
      says: 'Enter in the plan the inquiry and notices under the Indian Child Welfare Act, the efforts for the child’s well-being, and those for the stability of his or her schooling.',
      reading: 'Only headings stand in the text: inquiry and notices are recorded without the statute’s own times.',
      per: perEvent(anyPlan),
      from: trigger(),
      due: { by: trigger() },
      done: itselfHolding(['icwa', 'well-being-efforts', 'educational-stability'], addition),
      owner: 'caseworker',
    },
    example: {
      because:
        'Plan of 2026-02-20 without the part on schooling; it was added on the 24th: late, since due with the plan.',
      told: [
        document('2026-02-20', { document: 'plan-1', kind: 'case-plan', parts: ['icwa', 'well-being-efforts'] }),
        document('2026-02-24', {
          document: 'add-1',
          kind: 'case-plan-addition',
          about: 'plan-1',
          parts: ['educational-stability'],
        }),
      ],
      look: '2026-03-01',
      owes: [{ status: 'met-late', due: '2026-02-20' }],
    },
  },
  {
    rows: ['CA-06', 'CA-35'],
    guard: {
      id: 'independent-living',
      cites: ['CA-06', 'CA-35'],
      says: 'The plan of an eligible youth holds the independent living plan and its services.',
      reading: 'The age is not in the text: an agency setting, on the day of the plan.',
      on: anyPlan,
      every: 'child',
      only: ofAgeForIlp,
      unless: itHolds(['independent-living-plan', 'independent-living-services']),
      field: 'parts',
      mend: 'Add the independent living plan and its services.',
    },
    settings: ilpAge,
    example: {
      because: 'c1 turned sixteen on 2026-02-20, the day of the plan: its parts are needed. c2 is nine.',
      born: ['2010-02-20', '2016-05-01'],
      told: [document('2026-02-20', { document: 'plan-1', kind: 'case-plan', children: ['c1', 'c2'] })],
      look: '2026-02-20',
      refused: true,
      acceptedAfter: [
        document('2026-02-20', {
          document: 'plan-1',
          kind: 'case-plan',
          children: ['c1', 'c2'],
          parts: ['independent-living-plan', 'independent-living-services'],
        }),
      ],
    },
  },
  {
    rows: ['CA-09'],
    guard: {
      id: 'goal-for-each-child',
      cites: ['CA-09'],
      says: 'A case plan names a permanency goal for each child.',
      on: anyPlan,
      every: 'child',
      unless: did(happened('GoalSet', { rank: 'primary' }), { until: trigger() }),
      field: 'children',
      mend: 'Set a goal for each child of the plan first.',
    },
    example: {
      because: 'The plan is for both children, a goal stands for c1 only.',
      born: ['2014-05-01', '2016-05-01'],
      told: [
        goal('2026-02-10', { children: ['c1'], goal: 'return-home' }),
        document('2026-02-20', { document: 'plan-1', kind: 'case-plan' }),
      ],
      look: '2026-02-20',
      refused: true,
      acceptedAfter: [goal('2026-02-19', { children: ['c2'], goal: 'return-home' })],
    },
  },
  {
    rows: ['CA-10'],
    guard: {
      id: 'one-of-nine-goals',
      cites: ['CA-10'],
      says: 'The goal is one of the nine.',
      reading: 'The list of 2013; an agency may stop offering a goal without losing older records.',
      on: happened('GoalSet'),
      unless: itHas({ goal: goals }),
      field: 'goal',
      mend: 'Choose one of the nine goals.',
    },
    example: {
      because: '`family` is none of the nine, `adoption` is.',
      told: [goal('2026-02-10', { children: ['c1'], goal: 'family' })],
      look: '2026-02-10',
      refused: true,
      acceptedAfter: [goal('2026-02-10', { children: ['c1'], goal: 'adoption' })],
    },
  },
  {
    rows: ['CA-11'],
    duty: {
      id: 'not-permanency',
      cites: ['CA-11'],
      says: 'This goal is not permanency: go on working toward permanency, or record why not.',
      reading: 'No consequence is given: a warning, never a refusal.',
      strength: 'track',
      per: perEvent(
        happened('GoalSet', {
          goal: ['long-term-foster-care-relative', 'long-term-foster-care', 'stable-foster-care-emancipation'],
        }),
        'child',
      ),
      from: trigger(),
      due: noLimit,
      done: either(itself({ reason: 'anything' }), by(happened('ActionTaken', { kind: 'permanency-efforts' }))),
      owner: 'caseworker',
    },
    example: {
      because: 'Long-term foster care for both on 2026-02-10; efforts were recorded for c2.',
      born: ['2012-05-01', '2014-05-01'],
      told: [
        goal('2026-02-10', { children: ['c1', 'c2'], goal: 'long-term-foster-care' }),
        action('2026-03-10', { kind: 'permanency-efforts', children: ['c2'] }),
      ],
      look: '2026-04-01',
      owes: [
        { subject: 'c1', status: 'due', due: null },
        { subject: 'c2', status: 'met', due: null },
      ],
    },
  },
  {
    rows: ['CA-16'],
    duty: {
      id: 'first-contact',
      cites: ['CA-16'],
      says: 'Record the first face-to-face contact: the time of the plan counts from it.',
      strength: 'track',
      per: perChild,
      from: first(happened('ChildAdded')),
      due: noLimit,
      done: by(faceToFace, 'ever'),
      owner: 'caseworker',
    },
    example: {
      because: 'Seen on 2026-01-05: c1. The visit to c2 failed.',
      born: ['2014-05-01', '2016-05-01'],
      told: [
        contact('2026-01-05', { kind: 'face-to-face', children: ['c1'] }),
        contact('2026-01-05', { kind: 'face-to-face', children: ['c2'], outcome: 'attempted' }),
      ],
      look: '2026-02-01',
      owes: [
        { subject: 'child:c1', status: 'met', due: null },
        { subject: 'child:c2', status: 'due', due: null },
      ],
    },
  },
  {
    rows: ['CA-17'],
    duty: {
      id: 'initial-plan',
      cites: ['CA-17'],
      says: 'Complete the initial case plan.',
      reading:
        'The slide is flattened text, read by the position of its words: sixty calendar days after the first face-to-face contact. State law is said to count from other events: what it counts from is an agency setting.',
      per: perChild,
      from: chosen('planClock', {
        'first-contact': first(faceToFace),
        'in-person-response': first(happened('ContactMade', { kind: 'in-person-response' })),
        removal: first(happened('ChildRemoved')),
      }),
      due: { by: after(opened, days(60)) },
      done: by(initialPlan),
      owner: 'caseworker',
    },
    settings: {
      planClock: {
        value: 'first-contact',
        says: 'What the sixty days of the initial plan count from: first-contact, in-person-response or removal.',
        cites: ['CA-17'],
      },
    },
    example: {
      because:
        'First contact 2026-01-05: 26 days to the end of January, 28 of February make 54, six more: 2026-03-06. c1 had its plan that day; c2 was first seen on 2026-01-20, and 60 days later is 2026-03-21.',
      born: ['2014-05-01', '2016-05-01'],
      told: [
        contact('2026-01-05', { kind: 'face-to-face', children: ['c1'] }),
        contact('2026-01-12', { kind: 'face-to-face', children: ['c1'] }),
        contact('2026-01-20', { kind: 'face-to-face', children: ['c2'] }),
        document('2026-03-06', { document: 'plan-1', kind: 'case-plan', children: ['c1'] }),
      ],
      look: '2026-03-22',
      owes: [
        { subject: 'child:c1', status: 'met', due: '2026-03-06' },
        { subject: 'child:c2', status: 'overdue', due: '2026-03-21' },
      ],
    },
  },
  {
    rows: ['CA-18'],
    duty: {
      id: 'plan-update',
      cites: ['CA-18'],
      says: 'Complete the update of the case plan.',
      reading:
        'Six calendar months from the day on which the last plan was completed, at a month’s end the last day; a hearing that was set for an earlier day comes first.',
      per: perChild,
      from: first(initialPlan),
      due: {
        by: earliest(after(opened, months(6)), next(hearing, after(opened, days(1)), 'plannedFor')),
      },
      repeat: { again: true },
      done: by(update),
      owner: 'caseworker',
    },
    example: {
      because:
        'Plan of 2025-08-31: February has no 31st, so 2026-02-28. Updated on 2026-02-20: six months later is 2026-08-20, but a hearing is set for 2026-07-15.',
      opened: '2025-07-01',
      told: [
        document('2025-08-31', { document: 'plan-1', kind: 'case-plan' }),
        circumstance('2026-01-10', { kind: 'hearing-set', children: ['c1'], plannedFor: '2026-07-15' }),
        document('2026-02-20', { document: 'plan-2', kind: 'case-plan-update' }),
      ],
      look: '2026-03-01',
      owes: [
        { status: 'met', due: '2026-02-28' },
        { status: 'due', due: '2026-07-15' },
      ],
    },
  },
  {
    rows: ['CA-19'],
    duty: {
      id: 'first-assessment',
      cites: ['CA-19'],
      says: 'Complete the assessment of the family’s strengths and needs for the initial plan.',
      per: perChild,
      from: first(faceToFace),
      due: { by: firstKnown(first(initialPlan), after(opened, days(60))) },
      done: by(assessment),
      owner: 'caseworker',
    },
    settings: {},
    example: {
      because:
        'First contact on 2026-01-05. The plan of c1 was made on 2026-02-20, its assessment two days later: late. c2 has no plan; the assessment is due with it, on 2026-03-06.',
      born: ['2014-05-01', '2016-05-01'],
      told: [
        contact('2026-01-05', { kind: 'face-to-face' }),
        document('2026-02-20', { document: 'plan-1', kind: 'case-plan', children: ['c1'] }),
        document('2026-02-22', { document: 'fsna-1', kind: 'strengths-needs-assessment', children: ['c1'] }),
      ],
      look: '2026-03-01',
      owes: [
        { subject: 'child:c1', status: 'met-late', due: '2026-02-20' },
        { subject: 'child:c2', status: 'due', due: '2026-03-06' },
      ],
    },
  },
  {
    rows: ['CA-19'],
    duty: {
      id: 'next-assessment',
      cites: ['CA-19'],
      says: 'Complete the next assessment of the family’s strengths and needs, before the next plan.',
      reading:
        '"Approximately every 3 to 6 months" and "prior to each plan" overlap: it opens three calendar months after the last one (an agency setting), is due six after it, and before a hearing that brings the plan forward.',
      per: perChild,
      from: first(assessment),
      due: {
        within: [
          after(opened, setting('assessmentNotBefore')),
          earliest(after(opened, months(6)), next(hearing, after(opened, days(1)), 'plannedFor')),
        ],
      },
      repeat: { again: true },
      done: by(assessment),
      owner: 'caseworker',
      remind: 'assessmentReminders',
    },
    settings: {
      assessmentNotBefore: {
        value: months(3),
        says: 'Time after an assessment from which the next one counts; the text says approximately three months.',
        cites: ['CA-19'],
      },
      assessmentReminders: {
        value: [90, 30, 7, 1],
        says: 'Days before an assessment is due on which the case worker is reminded of it.',
        cites: ['CA-19'],
      },
    },
    example: {
      because:
        'First on 2026-01-20: from 2026-04-20 to 2026-07-20. That of 2026-03-10 comes too early; that of 2026-04-30 counts, and opens the next: from 2026-07-30 to 2026-10-30.',
      told: [
        document('2026-01-20', { document: 'a1', kind: 'strengths-needs-assessment' }),
        document('2026-03-10', { document: 'a2', kind: 'strengths-needs-assessment' }),
        document('2026-04-30', { document: 'a3', kind: 'strengths-needs-assessment' }),
      ],
      look: '2026-06-01',
      owes: [
        { status: 'met', due: '2026-07-20', notBefore: '2026-04-20' },
        { status: 'window', due: '2026-10-30', notBefore: '2026-07-30' },
      ],
    },
  },
  {
    rows: ['CA-19'],
    guard: {
      id: 'assessed-before-the-plan',
      cites: ['CA-19'],
      says: 'A case plan follows an assessment of the family’s strengths and needs made for it.',
      reading: 'Newer than the plan before, and not older than six calendar months on the day of the plan.',
      on: anyPlan,
      every: 'child',
      unless: allOf(
        did(assessment, { since: sinceLastPlan, until: trigger() }),
        did(assessment, { since: before(trigger(), months(6)), until: trigger() }),
      ),
      mend: 'Complete the assessment, then the plan.',
    },
    example: {
      because:
        'The assessment of 2025-09-01 served for the plan of 2025-09-10; for the update of 2026-02-20 it is not older than six months (2025-08-20), but not newer than the last plan.',
      opened: '2025-08-01',
      told: [
        document('2025-09-01', { document: 'a1', kind: 'strengths-needs-assessment' }),
        document('2025-09-10', { document: 'plan-1', kind: 'case-plan' }),
        document('2026-02-20', { document: 'plan-2', kind: 'case-plan-update' }),
      ],
      look: '2026-02-20',
      refused: true,
      acceptedAfter: [document('2026-02-18', { document: 'a2', kind: 'strengths-needs-assessment' })],
    },
  },
  {
    rows: ['CA-21'],
    duty: {
      id: 'continuing-services-assessment',
      cites: ['CA-20', 'CA-21'],
      says: 'Make the continuing services assessment part of the plan: strengths, barriers to services, areas of concern.',
      reading:
        'Whether both assessments are made, or one of them, is not said: an agency setting; since the plan before.',
      per: perEvent(anyPlan),
      from: trigger(),
      due: { by: trigger() },
      done: holding(
        ['strengths', 'barriers', 'areas-of-concern'],
        happened('DocumentCompleted', { kind: 'continuing-services-assessment' }),
        sinceLastPlan,
      ),
      only: settingIs('continuingServicesAssessment', true),
      owner: 'caseworker',
    },
    settings: {
      continuingServicesAssessment: {
        value: true,
        says: 'Whether the continuing services assessment is made beside that of strengths and needs.',
        cites: ['CA-21'],
      },
    },
    example: {
      because:
        'Made for the first plan on 2026-02-18; for the second nothing was made, and the first one does not serve.',
      told: [
        document('2026-02-18', {
          document: 'csa-1',
          kind: 'continuing-services-assessment',
          parts: ['strengths', 'barriers', 'areas-of-concern'],
        }),
        document('2026-02-20', { document: 'plan-1', kind: 'case-plan' }),
        document('2026-08-10', { document: 'plan-2', kind: 'case-plan-update' }),
      ],
      look: '2026-08-11',
      owes: [
        { status: 'met', due: '2026-02-20' },
        { status: 'overdue', due: '2026-08-10' },
      ],
    },
  },
  {
    rows: ['CA-28'],
    duty: {
      id: 'engage-first',
      cites: ['CA-22', 'CA-28'],
      says: 'Engage the family before objectives are set.',
      per: perChild,
      from: first(faceToFace),
      due: { by: earliest(first(happened('ObjectiveSet')), after(opened, days(60))) },
      done: by(happened('ContactMade', { kind: 'engagement', outcome: 'reached' })),
      owner: 'caseworker',
    },
    example: {
      because: 'First contact on 2026-01-05; the first objective was set on 2026-02-02, the family engaged on the 9th.',
      told: [
        contact('2026-01-05', { kind: 'face-to-face' }),
        objective('2026-02-02', { objective: 'o1', plan: 'plan-1' }),
        contact('2026-02-09', { kind: 'engagement', participants: ['p1'] }),
      ],
      look: '2026-03-01',
      owes: [{ status: 'met-late', due: '2026-02-02' }],
    },
  },
  {
    rows: ['CA-32'],
    duty: {
      id: 'prepare-planning',
      cites: ['CA-32', 'CA-33'],
      says: 'Prepare for the planning with the family: the six steps of one’s own preparation.',
      reading: 'For each planning meeting anew, since the last one.',
      per: perEvent(happened('MeetingScheduled', { kinds: 'case-planning' })),
      from: trigger(),
      due: { by: trigger('startsAt') },
      done: holding(
        [
          'assessment-reviewed',
          'own-bias',
          'engagement-assessed',
          'likely-goal',
          'concurrent-plan',
          'priority-objectives',
        ],
        happened('DocumentCompleted', { kind: 'planning-preparation' }),
        firstKnown(after(previous(planningMeeting), days(1)), first(inCase('CaseOpened'))),
      ),
      owner: 'caseworker',
    },
    example: {
      because: 'Meeting on 2026-02-16; the checklist, begun before the meeting was set, lacks one’s own bias.',
      told: [
        document('2026-02-02', {
          document: 'prep-1',
          kind: 'planning-preparation',
          parts: [
            'assessment-reviewed',
            'engagement-assessed',
            'likely-goal',
            'concurrent-plan',
            'priority-objectives',
          ],
        }),
        meetingSet('2026-02-04', {
          meeting: 'm1',
          kinds: ['case-planning'],
          invitees: ['p1'],
          startsAt: '2026-02-16T17:00',
          zone: 'America/Los_Angeles',
        }),
      ],
      look: '2026-02-10',
      owes: [{ status: 'due', due: '2026-02-16' }],
    },
  },
  {
    rows: ['CA-34', 'CA-35'],
    guard: {
      id: 'plan-components',
      cites: ['CA-34', 'CA-35'],
      says: 'The case plan holds its components.',
      reading:
        'The independent living services are demanded of eligible youth only, and visitation of children out of home, each by a rule of its own.',
      on: initialPlan,
      unless: itHolds([
        'participants',
        'permanency-goal',
        'assessment-summary',
        'contributing-factors',
        'strengths',
        'service-objectives',
        'client-responsibilities',
        'case-management-services',
        'concurrent-planning',
        'contact-schedules',
      ]),
      field: 'parts',
      mend: 'Fill the components that are empty.',
    },
    example: {
      because: 'The slide of the first six is full, that of the others empty: refused; both full: taken.',
      told: [
        document('2026-02-20', {
          document: 'plan-1',
          kind: 'case-plan',
          parts: [
            'participants',
            'permanency-goal',
            'assessment-summary',
            'contributing-factors',
            'strengths',
            'service-objectives',
          ],
        }),
      ],
      look: '2026-02-20',
      refused: true,
      acceptedAfter: [
        document('2026-02-20', {
          document: 'plan-1',
          kind: 'case-plan',
          parts: [
            'participants',
            'permanency-goal',
            'assessment-summary',
            'contributing-factors',
            'strengths',
            'service-objectives',
            'client-responsibilities',
            'case-management-services',
            'concurrent-planning',
            'contact-schedules',
          ],
        }),
      ],
    },
  },
  {
    rows: ['CA-38'],
    duty: {
      id: 'smart',
      cites: ['CA-36', 'CA-37', 'CA-38', 'CA-42'],
      says: 'Check the objective against the five tests: specific, measurable, achievable, relevant, limited in time.',
      reading: 'The worker judges: a mark for each test, by the day on which the plan is completed.',
      per: perEvent(happened('ObjectiveSet'), 'child'),
      from: trigger(),
      due: { by: next(anyPlan, trigger()) },
      done: itselfHolding(
        ['specific', 'measurable', 'achievable', 'relevant', 'time-limited'],
        aboutIt('ActionTaken', { kind: 'objective-checked' }),
      ),
      owner: 'caseworker',
    },
    example: {
      because:
        'Plan completed on 2026-02-20. o1 had four marks at once and the fifth on the 19th; o2 lacks one; o3, set in March, waits for the next plan.',
      told: [
        objective('2026-02-02', {
          id: 'o1',
          objective: 'o1',
          plan: 'plan-1',
          children: ['c1'],
          parts: ['specific', 'measurable', 'achievable', 'relevant'],
        }),
        objective('2026-02-02', {
          id: 'o2',
          objective: 'o2',
          plan: 'plan-1',
          children: ['c1'],
          parts: ['specific', 'measurable', 'achievable', 'relevant'],
        }),
        action('2026-02-19', { kind: 'objective-checked', about: 'o1', parts: ['time-limited'] }),
        document('2026-02-20', { document: 'plan-1', kind: 'case-plan', children: ['c1'] }),
        objective('2026-03-02', { id: 'o3', objective: 'o3', plan: 'plan-2', children: ['c1'] }),
      ],
      look: '2026-03-05',
      owes: [
        { subject: 'event:o1/c1', status: 'met', due: '2026-02-20' },
        { subject: 'event:o2/c1', status: 'overdue', due: '2026-02-20' },
        { subject: 'event:o3/c1', status: 'unknown', due: null },
      ],
    },
  },
  {
    rows: ['CA-41', 'CA-44', 'CA-45'],
    guard: {
      id: 'objectives-complete',
      cites: ['CA-40', 'CA-41', 'CA-44', 'CA-45'],
      says: 'Each objective of the plan has a criterion, the factor that it answers, and a target date.',
      reading: 'Refused when the plan is completed, not while it is drafted.',
      on: anyPlan,
      unless: each(aboutIt('ObjectiveSet'), { criterion: 'anything', factor: 'anything', target: 'anything' }),
      field: 'document',
      mend: 'Complete the objectives of this plan.',
    },
    example: {
      because:
        'o1 of plan-1 has no target date: refused. o2 belongs to another plan and does not matter. Set anew as the correction, it is taken.',
      told: [
        objective('2026-02-02', { objective: 'o2', plan: 'plan-9' }),
        objective('2026-02-02', {
          id: 'o1',
          objective: 'o1',
          plan: 'plan-1',
          criterion: 'Three clean tests',
          factor: 'substance-use',
        }),
        document('2026-02-20', { document: 'plan-1', kind: 'case-plan' }),
      ],
      look: '2026-02-20',
      refused: true,
      acceptedAfter: [
        {
          type: 'EventCorrected',
          on: '2026-02-19',
          event: 'o1',
          reason: 'target date added',
          to: {
            type: 'ObjectiveSet',
            on: '2026-02-02',
            objective: 'o1',
            plan: 'plan-1',
            criterion: 'Three clean tests',
            factor: 'substance-use',
            target: '2026-06-30',
          },
        },
      ],
    },
  },
  {
    rows: ['CA-48'],
    duty: {
      id: 'planning-steps',
      cites: ['CA-48'],
      says: 'Go through the seven steps with the family at the planning meeting.',
      per: perEvent(planningMeeting),
      from: trigger(),
      due: { by: trigger() },
      done: itselfHolding(
        [
          'process-understood',
          'strengths-and-reasons',
          'goals-established',
          'objectives-identified',
          'responsibilities-prioritized',
          'progress-times-agreed',
          'plan-documented',
        ],
        aboutIt(['DocumentCompleted', 'ActionTaken'], { kind: 'planning-steps' }),
      ),
      owner: 'caseworker',
    },
    example: {
      because: 'Six steps at the meeting of 2026-02-16; the plan was written down three days later.',
      told: [
        meetingSet('2026-02-04', {
          meeting: 'm1',
          kinds: ['case-planning'],
          invitees: ['p1'],
          startsAt: '2026-02-16T17:00',
          zone: 'America/Los_Angeles',
        }),
        meetingHeld('2026-02-16', {
          meeting: 'm1',
          attendance: [{ participant: 'p1', how: 'present' }],
          points: [
            'process-understood',
            'strengths-and-reasons',
            'goals-established',
            'objectives-identified',
            'responsibilities-prioritized',
            'progress-times-agreed',
          ],
        }),
        action('2026-02-19', { kind: 'planning-steps', about: 'm1', parts: ['plan-documented'] }),
      ],
      look: '2026-03-01',
      owes: [{ status: 'met-late', due: '2026-02-16' }],
    },
  },
  {
    rows: ['CA-51'],
    duty: {
      id: 'assess-progress',
      cites: ['CA-51'],
      says: 'Assess with the family the progress on the objective, and record it.',
      reading:
        'How often is the plan’s own: the times agreed with the family, else an agency setting; until the objective ends.',
      per: perEvent(happened('ObjectiveSet')),
      from: trigger(),
      due: {
        by: after(
          opened,
          agreed(
            inCase('CircumstanceRecorded', { kind: 'progress-times', interval: 'anything' }),
            setting('progressEvery'),
          ),
        ),
      },
      repeat: { again: true },
      done: by(aboutIt('ContactMade', { kind: 'objective-progress' })),
      ends: did(aboutIt('DecisionMade', { kind: 'objective-ended' })),
      owner: 'caseworker',
    },
    settings: {
      progressEvery: {
        value: months(1),
        says: 'How often progress on an objective is assessed where the plan does not say.',
        cites: ['CA-51'],
      },
    },
    example: {
      because:
        'Set on 2026-02-02, every two weeks agreed that day: 2026-02-16. Assessed on 2026-02-14; 14 days later is 2026-02-28.',
      told: [
        circumstance('2026-02-02', { kind: 'progress-times', interval: { unit: 'days', n: 14 } }),
        objective('2026-02-02', { id: 'o1', objective: 'o1', plan: 'plan-1' }),
        contact('2026-02-14', { kind: 'objective-progress', about: 'o1', participants: ['p1'] }),
      ],
      look: '2026-02-20',
      owes: [
        { status: 'met', due: '2026-02-16' },
        { status: 'due', due: '2026-02-28' },
      ],
    },
  },
  {
    rows: ['CA-55'],
    duty: {
      id: 'define-steps',
      cites: ['CA-54', 'CA-55'],
      says: 'Define with the family the interim steps toward the goals, with their days.',
      strength: 'track',
      per: perEvent(anyPlan),
      from: trigger(),
      due: noLimit,
      done: by(aboutIt('CircumstanceRecorded', { kind: 'interim-step' })),
      owner: 'caseworker',
    },
    example: {
      because: 'The step of 2026-02-25 is about the first plan; the second has none.',
      told: [
        document('2026-02-20', { id: 'd1', document: 'plan-1', kind: 'case-plan' }),
        circumstance('2026-02-25', { kind: 'interim-step', about: 'plan-1', plannedFor: '2026-03-31' }),
        document('2026-08-10', { id: 'd2', document: 'plan-2', kind: 'case-plan-update' }),
      ],
      look: '2026-09-01',
      owes: [
        { subject: 'event:d1', status: 'met', due: null },
        { subject: 'event:d2', status: 'due', due: null },
      ],
    },
  },
  {
    rows: ['CA-55'],
    duty: {
      id: 'interim-step',
      cites: ['CA-55'],
      says: 'Take the interim step.',
      strength: 'should',
      per: perEvent(inCase('CircumstanceRecorded', { kind: 'interim-step', plannedFor: 'anything' })),
      from: trigger(),
      due: { by: trigger('plannedFor') },
      done: by(aboutIt('ActionTaken', { kind: 'interim-step-taken' })),
      owner: 'caseworker',
    },
    example: {
      because: 'Two steps for 2026-03-31; one was taken on the 30th.',
      told: [
        circumstance('2026-02-25', { id: 's1', kind: 'interim-step', about: 'plan-1', plannedFor: '2026-03-31' }),
        circumstance('2026-02-25', { id: 's2', kind: 'interim-step', about: 'plan-1', plannedFor: '2026-03-31' }),
        action('2026-03-30', { kind: 'interim-step-taken', about: 's1' }),
      ],
      look: '2026-04-01',
      owes: [
        { subject: 'event:s1', status: 'met', due: '2026-03-31' },
        { subject: 'event:s2', status: 'overdue', due: '2026-03-31' },
      ],
    },
  },
  {
    rows: ['CA-55'],
    duty: {
      id: 'repeated-step',
      cites: ['CA-55'],
      says: 'Take the interim step of this week or month.',
      reading: 'A weekly step counts seven days from the one before, a monthly one a calendar month.',
      strength: 'should',
      per: perEvent(inCase('CircumstanceRecorded', { kind: 'interim-step', interval: 'anything' })),
      from: trigger(),
      due: { by: after(opened, agreed('trigger', months(1))) },
      repeat: { again: true },
      done: by(aboutIt('ActionTaken', { kind: 'interim-step-taken' })),
      ends: did(aboutIt('DecisionMade', { kind: 'interim-step-ended' })),
      owner: 'caseworker',
    },
    example: {
      because:
        'Weekly from 2026-03-02: due 2026-03-09, taken on the 8th; seven days later 2026-03-15, taken late on the 17th; then 2026-03-24.',
      told: [
        circumstance('2026-03-02', {
          id: 's1',
          kind: 'interim-step',
          about: 'plan-1',
          interval: { unit: 'days', n: 7 },
        }),
        action('2026-03-08', { kind: 'interim-step-taken', about: 's1' }),
        action('2026-03-17', { kind: 'interim-step-taken', about: 's1' }),
      ],
      look: '2026-03-20',
      owes: [
        { status: 'met', due: '2026-03-09' },
        { status: 'met-late', due: '2026-03-15' },
        { status: 'due', due: '2026-03-24' },
      ],
    },
  },
  {
    rows: ['CA-56'],
    duty: {
      id: 'go-on-planning-concurrently',
      cites: ['CA-56'],
      says: 'Go on with concurrent planning.',
      reading: 'No frequency is given: the days since the last entry are shown, until permanency.',
      strength: 'track',
      per: perChild,
      from: first(initialPlan),
      due: noLimit,
      repeat: { again: true },
      done: by(happened('ActionTaken', { kind: 'concurrent-planning' })),
      ends: did(happened('PermanencyAchieved')),
      owner: 'caseworker',
    },
    example: {
      because:
        'One entry since the plan; the next is open from its day on. For c2 permanency was achieved: nothing is open.',
      born: ['2014-05-01', '2016-05-01'],
      told: [
        document('2026-02-20', { document: 'plan-1', kind: 'case-plan' }),
        action('2026-04-02', { kind: 'concurrent-planning' }),
        { type: 'PermanencyAchieved', on: '2026-05-01', children: ['c2'] },
      ],
      look: '2026-06-01',
      owes: [
        { subject: 'child:c1', status: 'met' },
        { subject: 'child:c1', status: 'due' },
        { subject: 'child:c2', status: 'met' },
        { subject: 'child:c2', status: 'not-applicable' },
      ],
    },
  },
  {
    rows: ['CA-57'],
    duty: {
      id: 'review-before-update',
      cites: ['CA-57'],
      says: 'Before the update, look through the new assessment and the family’s changed needs.',
      reading: 'From a training exercise: the first step of an update, without a breach of its own.',
      strength: 'track',
      per: perEvent(update),
      from: trigger(),
      due: { by: trigger() },
      done: holding(
        ['assessment-reviewed', 'changed-needs'],
        happened('ActionTaken', { kind: 'assessment-reviewed' }),
        sinceLastPlan,
      ),
      owner: 'caseworker',
    },
    example: {
      because: 'Reviewed on 2026-08-03, before the update of the 10th.',
      told: [
        document('2026-02-20', { document: 'plan-1', kind: 'case-plan' }),
        action('2026-08-03', { kind: 'assessment-reviewed', parts: ['assessment-reviewed', 'changed-needs'] }),
        document('2026-08-10', { document: 'plan-2', kind: 'case-plan-update' }),
      ],
      look: '2026-09-01',
      owes: [{ status: 'met', due: '2026-08-10' }],
    },
  },
  {
    rows: ['CA-58'],
    guard: {
      id: 'alternative-named',
      cites: ['CA-58'],
      says: 'For a child with reunification services the plan names the alternative, and the services that it needs.',
      reading: 'Demanded only while the child receives reunification services.',
      on: anyPlan,
      every: 'child',
      only: latestIs(happened('CircumstanceRecorded', { kind: 'reunification-services' }), { value: 'receiving' }),
      unless: itHolds(['permanency-alternative', 'alternative-services']),
      field: 'parts',
      mend: 'Add the alternative and its services.',
    },
    example: {
      because: 'c1 receives reunification services, c2 no longer: c1’s alternative is demanded.',
      born: ['2014-05-01', '2016-05-01'],
      told: [
        circumstance('2026-01-10', { kind: 'reunification-services', value: 'receiving' }),
        circumstance('2026-02-10', { kind: 'reunification-services', value: 'ended', children: ['c2'] }),
        document('2026-02-20', { document: 'plan-1', kind: 'case-plan', parts: ['permanency-alternative'] }),
      ],
      look: '2026-02-20',
      refused: true,
      acceptedAfter: [
        document('2026-02-20', {
          document: 'plan-1',
          kind: 'case-plan',
          parts: ['permanency-alternative', 'alternative-services'],
        }),
      ],
    },
  },
  {
    rows: ['CA-35', 'CA-61'],
    guard: {
      id: 'visitation-planned',
      cites: ['CA-35', 'CA-61'],
      says: 'The plan of a child out of home arranges visits, whatever the goal.',
      reading:
        'Limits set by a court are not mentioned: a recorded order or safety reason takes the place of the plan.',
      on: anyPlan,
      every: 'child',
      only: outOfHome,
      unless: anyOf(
        itHolds(['visitation']),
        did(happened('DecisionMade', { kind: 'no-visits', outcome: ['court-order', 'safety'], reason: 'anything' })),
      ),
      field: 'parts',
      mend: 'Add the visitation plan, or record the order or the safety reason against visits.',
    },
    example: {
      because:
        'c1 is out of home and the plan has no visits: refused; the court’s order against visits takes their place.',
      told: [
        care('2026-01-10', { children: ['c1'] }),
        document('2026-02-20', { document: 'plan-1', kind: 'case-plan', children: ['c1'] }),
      ],
      look: '2026-02-20',
      refused: true,
      acceptedAfter: [
        decision('2026-02-19', {
          kind: 'no-visits',
          outcome: 'court-order',
          children: ['c1'],
          reason: 'order of 2026-02-18',
        }),
      ],
    },
  },
  {
    rows: ['CA-66'],
    duty: {
      id: 'good-bye-visit',
      cites: ['CA-66'],
      says: 'Consider a good-bye visit, and record the decision with its reason.',
      strength: 'track',
      per: perEvent(happened('LegalStatusChanged', { status: 'parental-rights-terminated' }), 'child'),
      from: trigger(),
      due: noLimit,
      done: by(happened('DecisionMade', { kind: 'good-bye-visit', reason: 'anything' })),
      owner: 'caseworker',
    },
    example: {
      because: 'Rights ended for both on 2026-04-01; decided for c1, and for c2 without a reason.',
      born: ['2014-05-01', '2016-05-01'],
      told: [
        legalStatus('2026-04-01', { children: ['c1', 'c2'], status: 'parental-rights-terminated' }),
        decision('2026-04-10', {
          kind: 'good-bye-visit',
          outcome: 'held',
          children: ['c1'],
          reason: 'the child asked',
        }),
        decision('2026-04-10', { kind: 'good-bye-visit', outcome: 'not-held', children: ['c2'] }),
      ],
      look: '2026-05-01',
      owes: [
        { subject: 'c1', status: 'met', due: null },
        { subject: 'c2', status: 'due', due: null },
      ],
    },
  },
  {
    rows: ['CA-68'],
    guard: {
      id: 'out-of-home-parts',
      cites: ['CA-68'],
      says: 'The plan of a child out of home holds six further parts.',
      on: anyPlan,
      every: 'child',
      only: outOfHome,
      unless: itHolds([
        'placement-needs',
        'visit-schedule',
        'substitute-care-contact',
        'well-being-information',
        'special-circumstances',
        'concurrent-planning',
      ]),
      field: 'parts',
      mend: 'Fill the parts for children out of home.',
    },
    example: {
      because: 'c1 is home again since 2026-02-01, c2 is not: the parts are demanded because of c2.',
      born: ['2014-05-01', '2016-05-01'],
      told: [
        care('2026-01-10', { children: ['c1', 'c2'] }),
        { type: 'ReunificationHappened', on: '2026-02-01', children: ['c1'] },
        document('2026-02-20', { document: 'plan-1', kind: 'case-plan', parts: ['placement-needs'] }),
      ],
      look: '2026-02-20',
      refused: true,
      acceptedAfter: [
        document('2026-02-20', {
          document: 'plan-1',
          kind: 'case-plan',
          parts: [
            'placement-needs',
            'visit-schedule',
            'substitute-care-contact',
            'well-being-information',
            'special-circumstances',
            'concurrent-planning',
          ],
        }),
      ],
    },
  },
  {
    rows: ['CA-69', 'CA-70'],
    guard: {
      id: 'update-parts',
      cites: ['CA-69', 'CA-70'],
      says: 'An update reassesses, describes progress and measures it, and holds its four parts.',
      on: update,
      unless: itHolds([
        'reassessment',
        'progress-described',
        'progress-measured',
        'family-circumstances',
        'progress-on-objectives',
        'compliance-with-services',
        'alternate-permanency-efforts',
      ]),
      field: 'parts',
      mend: 'Fill the parts of the update.',
    },
    example: {
      because: 'The measuring against objectives and the minimum level of care is missing: refused.',
      told: [
        document('2026-08-10', {
          document: 'plan-2',
          kind: 'case-plan-update',
          parts: [
            'reassessment',
            'progress-described',
            'family-circumstances',
            'progress-on-objectives',
            'compliance-with-services',
            'alternate-permanency-efforts',
          ],
        }),
      ],
      look: '2026-08-10',
      refused: true,
      acceptedAfter: [
        document('2026-08-10', {
          document: 'plan-2',
          kind: 'case-plan-update',
          parts: [
            'reassessment',
            'progress-described',
            'progress-measured',
            'family-circumstances',
            'progress-on-objectives',
            'compliance-with-services',
            'alternate-permanency-efforts',
          ],
        }),
      ],
    },
  },
  {
    rows: ['CA-71'],
    duty: {
      id: 'update-visits-and-goal',
      cites: ['CA-71'],
      says: 'Add to the update a visitation plan, and a concurrent goal with its steps.',
      reading: 'From a training exercise: owed with the update, and not a reason to refuse it.',
      strength: 'should',
      per: perEvent(update),
      from: trigger(),
      due: { by: trigger() },
      done: itselfHolding(['visitation', 'concurrent-goal', 'concurrent-steps'], addition),
      owner: 'caseworker',
    },
    example: {
      because: 'The update of 2026-08-10 has the visits and the goal, not the steps.',
      told: [
        document('2026-08-10', {
          document: 'plan-2',
          kind: 'case-plan-update',
          parts: ['visitation', 'concurrent-goal'],
        }),
      ],
      look: '2026-08-11',
      owes: [{ status: 'overdue', due: '2026-08-10' }],
    },
  },
  {
    rows: ['CA-72'],
    duty: {
      id: 'reunification-readiness',
      cites: ['CA-72'],
      says: 'Before reunification, record safety, the minimum level of care, readiness and transition.',
      reading:
        'By the planned day. A child that a court sends home is recorded as home all the same: the points stay owed.',
      per: perChild,
      from: last(happened('ReunificationPlanned')),
      due: {
        by: earliest(
          last(happened('ReunificationPlanned'), 'plannedFor'),
          next(happened('ReunificationHappened'), last(happened('ReunificationPlanned'))),
        ),
      },
      done: holding(
        ['safety', 'minimum-level-of-care', 'readiness', 'transition'],
        happened('DocumentCompleted', { kind: 'reunification-readiness' }),
        firstKnown(last(happened('EnteredCare')), first(inCase('CaseOpened'))),
      ),
      only: did(happened('ReunificationPlanned')),
      owner: 'caseworker',
    },
    example: {
      because:
        'Planned for 2026-06-15, then for 2026-07-01; three points were recorded in May, the transition is lacking. The child went home on 2026-06-20: due that day.',
      told: [
        care('2026-01-10', { children: ['c1'] }),
        reunificationPlanned('2026-05-01', { children: ['c1'], plannedFor: '2026-06-15' }),
        document('2026-05-20', {
          document: 'rr-1',
          kind: 'reunification-readiness',
          children: ['c1'],
          parts: ['safety', 'minimum-level-of-care', 'readiness'],
        }),
        reunificationPlanned('2026-06-10', { children: ['c1'], plannedFor: '2026-07-01' }),
        { type: 'ReunificationHappened', on: '2026-06-20', children: ['c1'] },
      ],
      look: '2026-06-21',
      owes: [{ status: 'overdue', due: '2026-06-20' }],
    },
  },
  {
    rows: ['CA-72'],
    duty: {
      id: 'confirm-readiness',
      cites: ['CA-72'],
      says: 'Confirm, or send back, what was recorded before the reunification.',
      reading: 'Who decides is not said: a supervisor confirms; how soon is an agency setting.',
      per: perEvent(happened('DocumentCompleted', { kind: 'reunification-readiness' })),
      from: trigger(),
      due: { by: after(trigger(), setting('readinessDecisionWithin')) },
      done: by(aboutIt('SignOffDecided')),
      owner: 'supervisor',
      signOff: true,
    },
    settings: {
      readinessDecisionWithin: {
        value: { unit: 'business-days', n: 3 },
        says: 'Time for the supervisor to confirm that a child may go home.',
        cites: ['CA-72'],
      },
    },
    example: {
      because:
        'Recorded on Thursday 2026-05-21; Friday, Monday, Tuesday: 2026-05-26 (no holidays in this calendar). Confirmed on the 22nd.',
      told: [
        document('2026-05-21', { id: 'r1', document: 'rr-1', kind: 'reunification-readiness', children: ['c1'] }),
        signOff('2026-05-22', { request: 'r1', decision: 'approved', reason: 'agreed', by: 'sup1' }),
      ],
      look: '2026-06-01',
      owes: [{ status: 'met', due: '2026-05-26' }],
    },
  },
  {
    rows: ['CA-73'],
    duty: {
      id: 'review-before-reunification',
      cites: ['CA-73'],
      says: 'Before reunification, look through the updated assessment.',
      strength: 'should',
      per: perChild,
      from: last(happened('ReunificationPlanned')),
      due: { by: last(happened('ReunificationPlanned'), 'plannedFor') },
      done: by(
        happened('ActionTaken', { kind: 'assessment-reviewed' }),
        firstKnown(last(assessment), first(inCase('CaseOpened'))),
      ),
      only: did(happened('ReunificationPlanned')),
      owner: 'caseworker',
    },
    example: {
      because: 'The review of April came before the assessment of May and is not one of it: due on 2026-06-15.',
      told: [
        action('2026-04-10', { kind: 'assessment-reviewed', children: ['c1'] }),
        reunificationPlanned('2026-05-01', { children: ['c1'], plannedFor: '2026-06-15' }),
        document('2026-05-12', { document: 'a1', kind: 'strengths-needs-assessment', children: ['c1'] }),
      ],
      look: '2026-06-01',
      owes: [{ status: 'due', due: '2026-06-15' }],
    },
  },
  {
    rows: ['CA-74'],
    guard: {
      id: 'four-points-before-closing',
      cites: ['CA-74'],
      says: 'Before a case closes, assessment, minimum level of care, objectives, strengths and protective capacity are recorded.',
      on: inCase('CaseClosed'),
      every: 'child',
      unless: theyHold(
        happened('DocumentCompleted', { kind: 'closing-review' }),
        ['assessment', 'minimum-level-of-care', 'objectives', 'protective-capacity'],
        { since: firstKnown(last(inCase('CaseReopened')), first(inCase('CaseOpened'))) },
      ),
      mend: 'Record the four points for each child.',
    },
    example: {
      because: 'Recorded for c1 only: refused; for c2 too: taken.',
      born: ['2014-05-01', '2016-05-01'],
      told: [
        document('2026-06-20', {
          document: 'cr-1',
          kind: 'closing-review',
          children: ['c1'],
          parts: ['assessment', 'minimum-level-of-care', 'objectives', 'protective-capacity'],
        }),
        caseClosed('2026-07-01', { reason: 'goals-met' }),
      ],
      look: '2026-07-01',
      refused: true,
      acceptedAfter: [
        document('2026-06-28', {
          document: 'cr-2',
          kind: 'closing-review',
          children: ['c2'],
          parts: ['assessment', 'minimum-level-of-care', 'objectives', 'protective-capacity'],
        }),
      ],
    },
  },
  {
    rows: ['CA-75'],
    duty: {
      id: 'aftercare-plan',
      cites: ['CA-75', 'CA-76', 'CA-77'],
      says: 'Make an aftercare plan with the family, so that harm does not come again: what makes them vulnerable, and their strengths.',
      reading:
        'The moment is not given: by the planned closing, at the latest by the closing itself; it stays owed after it.',
      per: perChild,
      from: earliest(last(happened('ClosurePlanned')), last(happened('CaseClosed'))),
      due: { by: earliest(last(happened('ClosurePlanned'), 'plannedFor'), last(happened('CaseClosed'))) },
      done: holding(
        ['vulnerable-factors', 'strengths'],
        happened('DocumentCompleted', { kind: 'aftercare-plan' }),
        firstKnown(last(happened('ReunificationHappened')), first(inCase('CaseOpened'))),
      ),
      only: did(happened(['ClosurePlanned', 'CaseClosed'])),
      outlivesClosing: true,
      owner: 'caseworker',
    },
    example: {
      because:
        'Closing planned for 2026-07-15, closed on 2026-07-01: due that day; the plan names the factors, not the strengths.',
      told: [
        closurePlanned('2026-06-01', { plannedFor: '2026-07-15' }),
        document('2026-06-25', { document: 'ac-1', kind: 'aftercare-plan', parts: ['vulnerable-factors'] }),
        caseClosed('2026-07-01', { reason: 'goals-met' }),
      ],
      look: '2026-07-02',
      owes: [{ status: 'overdue', due: '2026-07-01' }],
    },
  },
];
