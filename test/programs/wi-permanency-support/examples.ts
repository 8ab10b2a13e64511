// What a table of dates cannot show of permanency support, in the order of the document: windows, chains, refusals, several
// children and households, corrections; and for each condition what it refuses and what mends it.
import type { Example } from '../../support/rule-cases';
import {
  action,
  circumstance,
  closed,
  decided,
  document,
  gone,
  held,
  home,
  legal,
  lives,
  plannedFor,
  readyToClose,
  refused,
  removed,
  resumed,
  set,
  siblings,
  threeRoles,
  twoBorn,
  visit,
  weekly,
} from './stories';

const undated = 'No date in the text.';

export const byExample: Readonly<Record<string, string>> = {
  'answer-challenge': undated,
  'find-connections': undated,
  'know-legal-status': undated,
  'safety-at-visit': 'Lists only what lacks its note.',
  'support-agreement': undated,
  'legal-documented': 'It is done by being recorded: whether in time turns on when that was.',
  'set-contact-level': undated,
  'level-in-crisis': undated,
  'effort-noted': undated,
  'contact-documented': 'It is done by being recorded, and lists only what was late.',
  'month-complete': 'One for each calendar month; what comes after its end does not meet it late.',
  'team-documented': 'It is done by being recorded.',
  'assess-change': 'Hours.',
  'staffing-roles': 'Met by the record of the staffing itself, never later.',
  'cans-at-staffing': 'Lists only what is missing.',
  'cans-each-child-at-staffing': 'Lists only what is missing.',
  'support-plan': undated,
  'link-supports': undated,
  'allegation-outcome': undated,
  'way-of-safety': 'Met by the record itself.',
  'ensure-care': undated,
  'prove-relocation': undated,
};

const allegation = (on: string, over = {}) => ({ type: 'AllegationReported', on, children: ['c1'], id: 'a1', ...over });
const ready = readyToClose('2027-01-20', { cans: '2027-01-10', consulted: '2027-01-25' });
const kindOf = (t: (typeof ready)[number]): string => (t['kind'] as string | undefined) ?? (t['kinds'] as string[])[0]!;
const without = (...kinds: string[]) => ready.filter((t) => !kinds.includes(kindOf(t)));
const only = (...kinds: string[]) => ready.filter((t) => kinds.includes(kindOf(t)));
const excepted = (on: string, ...parts: string[]) =>
  decided(on, 'closing-exception', { parts, reason: 'The family has moved away', by: 'sup1' });
const since2March = [home('2026-02-02'), gone('2026-03-02')];

export const examples: readonly Example[] = [
  // --- initiation and term
  {
    rule: 'answer-challenge',
    because: 'The support given answers the challenge of 2 March, that of the 9th is open.',
    told: [
      home('2026-02-02'),
      circumstance('2026-03-02', 'parenting-challenge', { household: 'h1', id: 'p1st' }),
      action('2026-03-03', 'early-support', { about: 'p1st' }),
      circumstance('2026-03-09', 'returning-behavior', { household: 'h1', id: 'p2nd' }),
    ],
    look: '2026-03-10',
    owes: [
      { subject: 'event:p1st', status: 'met' },
      { subject: 'event:p2nd', status: 'due' },
    ],
  },
  {
    rule: 'find-connections',
    because: 'Found in the household h1; h2 has none yet.',
    born: twoBorn,
    told: [
      home('2026-02-02'),
      home('2026-02-15', { children: ['c2'], household: 'h2' }),
      action('2026-03-01', 'connection-made', { household: 'h1' }),
    ],
    look: '2026-03-02',
    owes: [
      { subject: 'household:h1', status: 'met' },
      { subject: 'household:h2', status: 'due' },
    ],
  },
  {
    rule: 'support-period',
    because: 'Last child of the household: c1 home on 2 March, c2 on 20 April; twelve months from 20 April.',
    born: twoBorn,
    told: [...siblings, home('2026-03-02'), home('2026-04-20', { children: ['c2'] })],
    look: '2026-05-01',
    owes: [{ subject: 'household:h1', status: 'due', due: '2027-04-20' }],
  },
  {
    rule: 'support-period',
    because: 'c1 is home, c2 still in care: the end is open, and what it waits for is told.',
    born: twoBorn,
    told: [...siblings, home('2026-03-02')],
    look: '2026-05-01',
    owes: [{ subject: 'household:h1', status: 'unknown' }],
  },
  {
    rule: 'support-period',
    because: 'c2 will not come home: the decision takes it out, and the twelve months run from 2 March.',
    born: twoBorn,
    told: [
      ...siblings,
      home('2026-03-02'),
      decided('2026-04-10', 'will-not-reunify', { children: ['c2'], reason: 'Guardianship with an aunt' }),
    ],
    look: '2026-05-01',
    owes: [{ subject: 'household:h1', status: 'due', due: '2027-03-02' }],
  },
  {
    rule: 'support-period',
    because: 'That decision retracted: the household waits for c2 again.',
    born: twoBorn,
    told: [
      ...siblings,
      home('2026-03-02'),
      decided('2026-04-10', 'will-not-reunify', { children: ['c2'], reason: 'Guardianship', id: 'no' }),
      { type: 'EventRetracted', on: '2026-04-20', event: 'no', reason: 'The aunt withdrew.' },
    ],
    look: '2026-05-01',
    owes: [{ subject: 'household:h1', status: 'unknown' }],
  },
  {
    rule: 'support-period',
    because: 'The dates of the text: c1 to the mother on 1 January, c2 to the father on 15 February: two clocks.',
    born: twoBorn,
    opened: '2025-06-02',
    told: [
      lives('2025-06-02', 'c1', 'mother'),
      lives('2025-06-02', 'c2', 'mother'),
      removed('2025-06-03', 'c1', 'c2'),
      home('2026-01-01', { household: 'mother' }),
      home('2026-02-15', { children: ['c2'], household: 'father' }),
    ],
    look: '2026-03-01',
    owes: [
      { subject: 'household:mother', status: 'due', due: '2027-01-01' },
      { subject: 'household:father', status: 'due', due: '2027-02-15' },
    ],
  },
  {
    rule: 'support-period',
    because:
      'Between the two, on 20 January: c2 is planned for the father, so that the mother’s clock runs and waits for nobody.',
    born: twoBorn,
    opened: '2025-06-02',
    told: [
      lives('2025-06-02', 'c1', 'mother'),
      lives('2025-06-02', 'c2', 'mother'),
      removed('2025-06-03', 'c1', 'c2'),
      plannedFor('2025-12-01', '2026-02-15', { children: ['c2'], household: 'father' }),
      home('2026-01-01', { household: 'mother' }),
    ],
    look: '2026-01-20',
    owes: [{ subject: 'household:mother', status: 'due', due: '2027-01-01' }],
  },
  {
    rule: 'support-period',
    because:
      'Removed again in the sixth month: the clock stops; home again on 1 September 2026: a new one to 1 September 2027.',
    told: [removed('2026-01-06', 'c1'), home('2026-02-02'), removed('2026-07-10', 'c1'), home('2026-09-01')],
    look: '2026-09-02',
    owes: [{ subject: 'household:h1', status: 'due', due: '2027-09-01' }],
  },
  {
    rule: 'support-period',
    because: 'A review of 3 January is 30 days before the end of 2 February and counts.',
    told: [home('2026-02-02'), decided('2027-01-03', 'closing-review', { household: 'h1' })],
    look: '2027-01-04',
    owes: [{ status: 'met', due: '2027-02-02' }],
  },
  {
    rule: 'support-period',
    because: 'One of 2 January is 31 days before it, and does not.',
    told: [home('2026-02-02'), decided('2027-01-02', 'closing-review', { household: 'h1' })],
    look: '2027-01-04',
    owes: [{ status: 'due', due: '2027-02-02' }],
  },
  {
    rule: 'support-period',
    because: 'Nothing closes by itself: on the day after the end the review is overdue, and the case is open.',
    told: [home('2026-02-02')],
    look: '2027-02-03',
    owes: [{ status: 'overdue', due: '2027-02-02' }],
  },
  {
    rule: 'know-legal-status',
    because: 'Nobody has recorded whether an order stands.',
    told: [home('2026-02-02')],
    look: '2026-02-03',
    owes: [{ status: 'due' }],
  },
  {
    rule: 'now-voluntary',
    because:
      'The order was to expire on 30 June; on 15 June it was extended to 31 December: voluntary from Friday 1 January, noted by Wednesday the 6th.',
    told: [
      legal('2026-01-06', { expiresOn: '2026-06-30' }),
      home('2026-02-02'),
      legal('2026-06-15', { expiresOn: '2026-12-31' }),
    ],
    look: '2026-07-02',
    owes: [{ subject: 'household:h1', status: 'due', due: '2027-01-06' }],
  },
  {
    rule: 'now-voluntary',
    because: 'Dismissed on Wednesday 10 June: 11, 12, Monday the 15th.',
    told: [legal('2026-01-06'), home('2026-02-02'), legal('2026-06-10', { status: 'dismissed' })],
    look: '2026-06-10',
    owes: [{ status: 'due', due: '2026-06-15' }],
  },
  {
    rule: 'now-voluntary',
    because:
      'Two orders in one household, expiring on 30 April and on 30 June: involuntary until the last has ended; noted by 7 July, a holiday lying between.',
    born: twoBorn,
    told: [
      home('2026-02-02', { children: ['c1', 'c2'] }),
      legal('2026-01-06', { expiresOn: '2026-04-30' }),
      legal('2026-01-06', { children: ['c2'], expiresOn: '2026-06-30' }),
    ],
    look: '2026-05-10',
    owes: [{ subject: 'household:h1', status: 'due', due: '2026-07-07' }],
  },
  {
    rule: 'safety-at-visit',
    because: 'The visit of January came before the return; that of 9 February has its note, that of the 16th has none.',
    told: [
      visit('2026-01-20'),
      home('2026-02-02'),
      visit('2026-02-09', { points: ['child-safety'] }),
      visit('2026-02-16', { id: 'v3' }),
    ],
    look: '2026-02-17',
    owes: [{ subject: 'event:v3', status: 'overdue', due: '2026-02-16' }],
  },
  {
    rule: 'support-agreement',
    because: 'Declined is an answer.',
    told: [home('2026-02-02'), decided('2026-02-03', 'support-agreement', { household: 'h1', outcome: 'declined' })],
    look: '2026-02-04',
    owes: [{ status: 'met' }],
  },
  {
    rule: 'designation',
    because: 'Two households, one designation: the last child came home on 15 February.',
    born: twoBorn,
    told: [
      removed('2026-01-06', 'c1', 'c2'),
      home('2026-02-02'),
      home('2026-02-15', { children: ['c2'], household: 'h2' }),
    ],
    look: '2026-02-16',
    owes: [{ status: 'overdue', due: '2026-02-15' }],
  },
  {
    rule: 'designation',
    because: 'A child taken into care without a removal on record keeps it waiting as well.',
    born: twoBorn,
    told: [
      { type: 'EnteredCare', on: '2026-01-06', children: ['c2'] },
      removed('2026-01-06', 'c1'),
      home('2026-02-02'),
    ],
    look: '2026-02-16',
    owes: [{ status: 'unknown' }],
  },
  {
    rule: 'legal-documented',
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
  {
    rule: 'legal-documented',
    because:
      'An order of the year before, told when the case entered the program, was not late: only that of 9 January counts.',
    told: [legal('2025-03-03', { known: '2026-01-05' }), legal('2026-01-09', { id: 'new', known: '2026-01-09' })],
    look: '2026-01-20',
    owes: [{ subject: 'event:new', status: 'met', due: '2026-01-14' }],
  },
  // --- contacts
  {
    rule: 'contact-under-order',
    because:
      'No interval of the Standards is set, none for the family: the date is unknown, and who can supply it is told.',
    told: [legal('2026-01-06'), home('2026-02-02')],
    look: '2026-02-20',
    owes: [{ subject: 'household:h1', status: 'unknown' }],
  },
  {
    rule: 'contact-under-order',
    because: 'Second and third cycle: met early on the 6th, so 13 February; met late on the 16th, so the 23rd.',
    told: [legal('2026-01-06'), home('2026-02-02'), weekly('2026-02-02'), visit('2026-02-06'), visit('2026-02-16')],
    look: '2026-02-17',
    owes: [
      { status: 'met', due: '2026-02-09' },
      { status: 'met-late', due: '2026-02-13' },
      { status: 'due', due: '2026-02-23' },
    ],
  },
  {
    rule: 'contact-under-order',
    because:
      'The order expired on 10 February: what was due on the 13th is owed as a voluntary contact, from the 11th on.',
    told: [
      legal('2026-01-06', { expiresOn: '2026-02-10' }),
      home('2026-02-02'),
      weekly('2026-02-02'),
      visit('2026-02-06'),
    ],
    look: '2026-02-11',
    owes: [
      { status: 'met', due: '2026-02-09' },
      { status: 'not-applicable', due: '2026-02-13' },
    ],
  },
  {
    rule: 'contact-under-order',
    because: 'The order stands beyond the twelve months: seven days after the visit of 30 January is 6 February.',
    told: [legal('2026-01-06'), home('2026-02-02'), weekly('2027-01-01'), visit('2027-01-30')],
    look: '2027-02-05',
    owes: [
      { status: 'met-late', due: '2027-01-01' },
      { status: 'due', due: '2027-02-06' },
    ],
  },
  {
    rule: 'contact-voluntary',
    because: 'The same family from 11 February on: seven days, the 18th.',
    told: [
      legal('2026-01-06', { expiresOn: '2026-02-10' }),
      home('2026-02-02'),
      weekly('2026-02-02'),
      visit('2026-02-06'),
    ],
    look: '2026-02-11',
    owes: [{ status: 'due', due: '2026-02-18' }],
  },
  {
    rule: 'contact-voluntary',
    because:
      'Home on 2 February, weekly: due on the 9th, met on the 6th; then due on the 13th, but refused on the 10th and resumed on 2 March: 9 March.',
    told: [home('2026-02-02'), weekly('2026-02-02'), visit('2026-02-06'), refused('2026-02-10'), resumed('2026-03-02')],
    look: '2026-03-03',
    owes: [
      { status: 'met', due: '2026-02-09' },
      { status: 'due', due: '2026-03-09' },
    ],
  },
  {
    rule: 'contact-voluntary',
    because: 'While the refusal lasts no visit is owed.',
    told: [home('2026-02-02'), weekly('2026-02-02'), refused('2026-02-05')],
    look: '2026-03-03',
    owes: [{ status: 'not-applicable', due: '2026-02-09' }],
  },
  {
    rule: 'contact-voluntary',
    because: 'A visit with the mother, who lives in h1, is not one to the father’s household.',
    born: twoBorn,
    told: [
      home('2026-02-02'),
      home('2026-02-02', { children: ['c2'], household: 'h2' }),
      { type: 'ParticipantAdded', on: '2026-01-06', participant: 'mother', role: 'parent', household: 'h1' },
      weekly('2026-02-02'),
      weekly('2026-02-02', { household: 'h2' }),
      visit('2026-02-06', { household: undefined, participants: ['mother'] }),
    ],
    look: '2026-02-07',
    owes: [
      { subject: 'household:h1', status: 'met', due: '2026-02-09' },
      { subject: 'household:h2', status: 'due', due: '2026-02-09' },
      { subject: 'household:h1', status: 'due', due: '2026-02-13' },
    ],
  },
  {
    rule: 'contact-voluntary',
    because: 'A telephone call is not a visit; nobody has set a level: the date waits for it.',
    told: [home('2026-02-02'), visit('2026-02-06', { kind: 'call', channel: 'phone' })],
    look: '2026-02-07',
    owes: [{ status: 'unknown' }],
  },
  {
    rule: 'set-contact-level',
    because: 'Home on 2 February, the level set on the 3rd.',
    told: [home('2026-02-02'), weekly('2026-02-03')],
    look: '2026-02-04',
    owes: [{ status: 'met' }],
  },
  {
    rule: 'level-in-crisis',
    because: 'The level was set before the crisis and not looked at since.',
    told: [home('2026-02-02'), weekly('2026-02-03'), circumstance('2026-03-10', 'crisis', { household: 'h1' })],
    look: '2026-03-11',
    owes: [{ status: 'due' }],
  },
  {
    rule: 'engage-family',
    because:
      'Home on 2 February: an effort by 2 March. Refused on the 20th, tried again on 1 March; the next by 1 April, refusal or not.',
    told: [home('2026-02-02'), refused('2026-02-20'), action('2026-03-01', 'engagement-effort', { household: 'h1' })],
    look: '2026-04-02',
    owes: [
      { status: 'met', due: '2026-03-02' },
      { status: 'overdue', due: '2026-04-01' },
    ],
  },
  {
    rule: 'engage-family',
    because: 'A visit tried in vain is an effort: of 25 February, so the next is due on 25 March.',
    told: [home('2026-02-02'), visit('2026-02-25', { outcome: 'attempted' })],
    look: '2026-02-26',
    owes: [
      { status: 'met', due: '2026-03-02' },
      { status: 'due', due: '2026-03-25' },
    ],
  },
  {
    rule: 'engage-family',
    because: 'To the last day of the period, 2 February 2027: the effort due on 20 February is not owed any more.',
    told: [home('2026-02-02'), action('2027-01-20', 'engagement-effort', { household: 'h1' })],
    look: '2027-02-03',
    owes: [
      { status: 'met-late', due: '2026-03-02' },
      { status: 'not-applicable', due: '2027-02-20' },
    ],
  },
  {
    rule: 'effort-noted',
    because: 'The first effort has its note, the second has none.',
    told: [
      home('2026-02-02'),
      action('2026-03-01', 'engagement-effort', { household: 'h1', note: 'Left a card' }),
      action('2026-03-20', 'engagement-effort', { household: 'h1', id: 'bare' }),
    ],
    look: '2026-03-21',
    owes: [{ subject: 'event:bare', status: 'due' }],
  },
  {
    rule: 'contact-documented',
    because:
      'Friday 6 March: Monday 9, 10, Wednesday 11 March. Recorded on Thursday the 12th. The contact of the 9th was recorded in time and is not listed.',
    told: [visit('2026-03-06', { known: '2026-03-12' }), visit('2026-03-09', { known: '2026-03-12' })],
    look: '2026-03-13',
    owes: [{ status: 'met-late', due: '2026-03-11' }],
  },
  {
    rule: 'contact-documented',
    because:
      'Wednesday 25 November; Thursday is Thanksgiving: Friday 27, Monday 30, Tuesday 1 December. Recorded on the 2nd.',
    told: [visit('2026-11-25', { kind: 'email', channel: 'email', known: '2026-12-02' })],
    look: '2026-12-02',
    owes: [{ status: 'met-late', due: '2026-12-01' }],
  },
  {
    rule: 'month-complete',
    because: 'Support began on 2 February. February was checked on the 27th, March was not.',
    told: [home('2026-02-02'), action('2026-02-27', 'contacts-complete')],
    look: '2026-04-01',
    owes: [
      { status: 'met', due: '2026-02-28' },
      { status: 'overdue', due: '2026-03-31' },
      { status: 'due', due: '2026-04-30' },
    ],
  },
  {
    rule: 'month-complete',
    because: 'Came home in 2025, entered the program on 5 January 2026: no month before January is asked for.',
    told: [home('2025-08-31', { known: '2026-01-05' })],
    look: '2026-01-31',
    owes: [{ status: 'due', due: '2026-01-31' }],
  },
  // --- family teaming, safety, staffings, CANS
  {
    rule: 'team-before-reunification',
    because:
      'c1: planned for 1 April, 30 days before is 2 March. c2: moved on 20 February to 10 March; 30 days before would be 8 February: at once, the 20th.',
    born: twoBorn,
    told: [
      plannedFor('2026-02-02', '2026-04-01', { children: ['c1', 'c2'] }),
      plannedFor('2026-02-20', '2026-03-10', { children: ['c2'], reason: 'The home is ready' }),
    ],
    look: '2026-02-20',
    owes: [
      { subject: 'child:c2', status: 'due', due: '2026-02-20' },
      { subject: 'child:c1', status: 'due', due: '2026-03-02' },
    ],
  },
  {
    rule: 'team-before-reunification',
    because: 'In care and nothing planned: no date, and what it waits for is told.',
    told: [removed('2026-01-06', 'c1')],
    look: '2026-02-20',
    owes: [{ subject: 'child:c1', status: 'unknown' }],
  },
  {
    rule: 'team-before-reunification',
    because:
      'Held on 25 February for 1 April; put off to 1 July: the meeting stays valid. On 1 June the supervisor asks for another: 30 days before 1 July is 1 June.',
    told: [
      removed('2026-01-06', 'c1'),
      plannedFor('2026-02-02', '2026-04-01'),
      held('2026-02-25', 'm1', 'family-team'),
      plannedFor('2026-03-20', '2026-07-01'),
      decided('2026-06-01', 'another-family-team', { children: ['c1'], by: 'sup1' }),
    ],
    look: '2026-06-01',
    owes: [{ status: 'due', due: '2026-06-01' }],
  },
  {
    rule: 'team-before-reunification',
    because: 'Without that it is met, whatever the new day.',
    told: [
      removed('2026-01-06', 'c1'),
      plannedFor('2026-02-02', '2026-04-01'),
      held('2026-02-25', 'm1', 'family-team'),
      plannedFor('2026-03-20', '2026-07-01'),
    ],
    look: '2026-06-01',
    owes: [{ status: 'met', due: '2026-06-01' }],
  },
  {
    rule: 'team-before-reunification',
    because: 'Removed again, and no new return is planned: no date, whatever was planned before.',
    told: [
      removed('2026-01-06', 'c1'),
      plannedFor('2026-01-07', '2026-04-01'),
      held('2026-02-25', 'm1', 'family-team'),
      home('2026-04-01'),
      removed('2026-07-10', 'c1'),
    ],
    look: '2026-07-11',
    owes: [{ status: 'unknown' }],
  },
  {
    rule: 'team-before-reunification',
    because: 'Staff alone are no Family Team meeting.',
    told: [
      removed('2026-01-06', 'c1'),
      plannedFor('2026-02-02', '2026-04-01'),
      held('2026-02-25', 'm1', 'family-team', { attendance: threeRoles }),
    ],
    look: '2026-03-03',
    owes: [{ status: 'overdue', due: '2026-03-02' }],
  },
  {
    rule: 'team-before-closure',
    because:
      'Home on 2 February 2026, end 2 February 2027, window from 3 January: met on 10 January. Closing then planned for 15 March: the window is 13 February to 15 March.',
    told: [
      home('2026-02-02'),
      held('2027-01-10', 'm1', 'family-team'),
      { type: 'ClosurePlanned', on: '2027-01-20', plannedFor: '2027-03-15' },
    ],
    look: '2027-01-21',
    owes: [{ subject: 'household:h1', status: 'window', notBefore: '2027-02-13', due: '2027-03-15' }],
  },
  {
    rule: 'team-before-closure',
    because:
      'c2 is still in care, no closing is planned: no window is known, and the meeting of January does not meet it.',
    born: twoBorn,
    told: [...siblings, held('2026-01-12', 'm1', 'family-team'), home('2026-03-02')],
    look: '2026-03-17',
    owes: [{ status: 'unknown' }],
  },
  {
    rule: 'closing-consultation',
    because: 'The same for a consultation.',
    born: twoBorn,
    told: [...siblings, home('2026-03-02'), decided('2026-03-05', 'closing-consultation', { staff: ['sup1', 'cw1'] })],
    look: '2026-03-17',
    owes: [{ status: 'unknown' }],
  },
  {
    rule: 'team-before-closure',
    because: 'The supervisor decides in the window that the case closes without it.',
    told: [home('2026-02-02'), excepted('2027-01-20', 'family-team-meeting')],
    look: '2027-01-21',
    owes: [{ status: 'met', notBefore: '2027-01-03', due: '2027-02-02' }],
  },
  {
    rule: 'team-on-request',
    because: 'Asked for in the last week of the support; the twelve months are over, and the request with them.',
    told: [home('2026-02-02'), circumstance('2027-01-28', 'family-meeting-requested', { household: 'h1' })],
    look: '2027-02-03',
    owes: [{ status: 'not-applicable', due: '2027-02-11' }],
  },
  {
    rule: 'team-documented',
    because: 'Friday 6 March: Wednesday 11 March; recorded on the 9th, the second on the 12th.',
    told: [
      held('2026-03-06', 'm1', 'family-team', { known: '2026-03-09', id: 'm-in' }),
      held('2026-03-06', 'm2', 'family-team', { known: '2026-03-12', id: 'm-late' }),
    ],
    look: '2026-03-12',
    owes: [
      { subject: 'event:m-in', status: 'met', due: '2026-03-11' },
      { subject: 'event:m-late', status: 'met-late', due: '2026-03-11' },
    ],
  },
  {
    rule: 'safety-plan',
    because:
      'Done on 25 February for 1 April. Put off on 20 March to 15 June, 75 days: another, 30 days before 15 June, by 16 May.',
    told: [
      plannedFor('2026-02-02', '2026-04-01'),
      document('2026-02-25', 's1', 'safety-analysis-and-plan', { children: ['c1'], parts: ['prior-to-reunification'] }),
      plannedFor('2026-03-20', '2026-06-15'),
    ],
    look: '2026-03-21',
    owes: [{ status: 'due', due: '2026-05-16' }],
  },
  {
    rule: 'safety-plan',
    because:
      'Put off from 1 April to 1 May, 30 days: not more than the agency’s 30, the plan serves; 30 days before is 1 April.',
    told: [
      plannedFor('2026-02-02', '2026-04-01'),
      document('2026-02-25', 's1', 'safety-analysis-and-plan', { children: ['c1'], parts: ['prior-to-reunification'] }),
      plannedFor('2026-03-20', '2026-05-01'),
    ],
    look: '2026-03-21',
    owes: [{ status: 'met', due: '2026-04-01' }],
  },
  {
    rule: 'safety-plan',
    because:
      'Home, removed again, a new return planned for 1 December: the plan of the first does not serve; by 1 November.',
    told: [
      removed('2026-01-06', 'c1'),
      plannedFor('2026-01-07', '2026-04-01'),
      document('2026-02-25', 's1', 'safety-analysis-and-plan', { children: ['c1'], parts: ['prior-to-reunification'] }),
      home('2026-04-01'),
      removed('2026-07-10', 'c1'),
      plannedFor('2026-09-01', '2026-12-01'),
    ],
    look: '2026-09-02',
    owes: [{ status: 'due', due: '2026-11-01' }],
  },
  {
    rule: 'assess-change',
    because: 'Known on 10 March at 15:00: 24 hours on is the 11th at 15:00, past at 16:00.',
    told: [
      home('2026-02-02'),
      circumstance('2026-03-10', 'change-in-home', { household: 'h1', at: '2026-03-10T15:00:00-05:00' }),
    ],
    look: '2026-03-11T16:00:00-05:00',
    owes: [{ status: 'overdue', due: '2026-03-11' }],
  },
  {
    rule: 'assess-change',
    because:
      'Over the change of clocks: 7 March 15:00 standard time and 24 hours is 8 March 16:00 summer time; open at 15:30.',
    told: [
      home('2026-02-02'),
      circumstance('2026-03-07', 'change-in-home', {
        household: 'h1',
        at: '2026-03-07T15:00:00-06:00',
        known: '2026-03-07T15:05:00-06:00',
      }),
    ],
    look: '2026-03-08T15:30:00-05:00',
    owes: [{ status: 'due', due: '2026-03-08' }],
  },
  {
    rule: 'six-month-staffing',
    because:
      'c1 home on 10 January: 10 July, met on the 8th. c2 home on 1 March: 1 September, counting from 2 August, so that July does not serve.',
    born: twoBorn,
    opened: '2025-06-02',
    told: [
      lives('2025-06-02', 'c1', 'h1'),
      lives('2025-06-02', 'c2', 'h1'),
      home('2026-01-10'),
      home('2026-03-01', { children: ['c2'] }),
      held('2026-07-08', 'm1', 'six-month-staffing'),
    ],
    look: '2026-07-09',
    owes: [
      { status: 'met', notBefore: '2026-06-10', due: '2026-07-10' },
      { status: 'window', notBefore: '2026-08-02', due: '2026-09-01' },
    ],
  },
  {
    rule: 'six-month-staffing',
    because:
      'c2 is removed again: the staffing for the return of both is still owed for c1; ten days later c1 is removed too.',
    born: twoBorn,
    told: [...siblings, home('2026-02-02', { children: ['c1', 'c2'] }), removed('2026-05-10', 'c2')],
    look: '2026-05-11',
    owes: [{ status: 'window', notBefore: '2026-07-03', due: '2026-08-02' }],
  },
  {
    rule: 'six-month-staffing',
    because: 'Both are away again: it is not owed any more.',
    born: twoBorn,
    told: [
      ...siblings,
      home('2026-02-02', { children: ['c1', 'c2'] }),
      removed('2026-05-10', 'c2'),
      removed('2026-05-20', 'c1'),
    ],
    look: '2026-05-21',
    owes: [{ status: 'not-applicable', notBefore: '2026-07-03', due: '2026-08-02' }],
  },
  {
    rule: 'closure-staffing',
    because: 'Home on 2 February 2026: the twelve months end on 2 February 2027, the window opens on 3 January.',
    told: [home('2026-02-02')],
    look: '2026-03-01',
    owes: [{ subject: 'household:h1', status: 'window', notBefore: '2027-01-03', due: '2027-02-02' }],
  },
  {
    rule: 'closure-staffing',
    because:
      'Two households; h1 is closed for its child on 2 February: it owes nothing more, h2 goes on to 15 February 2027.',
    born: twoBorn,
    told: [
      home('2026-02-02'),
      home('2026-02-15', { children: ['c2'], household: 'h2' }),
      closed('2026-06-01', { reason: 'relocated', children: ['c1'] }),
    ],
    look: '2026-06-02',
    owes: [
      { subject: 'household:h1', status: 'not-applicable', notBefore: '2027-01-03', due: '2027-02-02' },
      { subject: 'household:h2', status: 'window', notBefore: '2027-01-16', due: '2027-02-15' },
    ],
  },
  {
    rule: 'staffing-roles',
    because: 'At the first the program manager was excused; at the second the supervisor was, which does not do.',
    told: [
      held('2026-07-08', 'm1', 'six-month-staffing', {
        attendance: [
          { participant: 'cw1', how: 'present' },
          { participant: 'sup1', how: 'by-phone' },
          { participant: 'pm1', how: 'absent', reason: 'Ill' },
        ],
      }),
      held('2027-01-20', 'm2', 'closure-staffing', {
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
  {
    rule: 'discharge-plan',
    because:
      'The staffing was held without it: it stays owed, to its date of 20 January; no staffing set yet, it is the end of the twelve months.',
    born: twoBorn,
    told: [
      home('2026-02-02'),
      home('2026-02-15', { children: ['c2'], household: 'h2' }),
      set('2026-12-20', 'm1', 'closure-staffing', '2027-01-20', { children: ['c1'] }),
      held('2027-01-20', 'm1', 'closure-staffing', { children: ['c1'] }),
    ],
    look: '2027-01-21',
    owes: [
      { subject: 'household:h1', status: 'overdue', due: '2027-01-20' },
      { subject: 'household:h2', status: 'due', due: '2027-02-15' },
    ],
  },
  {
    rule: 'cans-before-staffing',
    because: 'Staffing on 8 July: 8 June to 7 July. The CANS of 1 June is 37 days old by then.',
    told: [
      home('2026-01-10'),
      set('2026-06-01', 'm1', 'six-month-staffing', '2026-07-08'),
      document('2026-06-01', 'k1', 'cans', { children: ['c1'] }),
    ],
    look: '2026-06-20',
    owes: [{ status: 'window', notBefore: '2026-06-08', due: '2026-07-07' }],
  },
  {
    rule: 'cans-before-staffing',
    because: 'The staffing is moved to 22 July: 22 June to 21 July, and the CANS of 15 June is too old.',
    told: [
      home('2026-01-10'),
      set('2026-06-01', 'm1', 'six-month-staffing', '2026-07-08'),
      document('2026-06-15', 'k1', 'cans', { children: ['c1'] }),
      {
        type: 'MeetingRescheduled',
        on: '2026-06-20',
        meeting: 'm1',
        startsAt: '2026-07-22T10:00',
        zone: 'America/Chicago',
      },
    ],
    look: '2026-06-21',
    owes: [{ status: 'window', notBefore: '2026-06-22', due: '2026-07-21' }],
  },
  {
    rule: 'cans-before-staffing',
    because:
      'Six-month staffing held late, on 4 January, with a CANS of the 2nd; closure staffing on 20 January: the CANS of the 2nd is fresh and yet does not serve: 5 to 19 January.',
    told: [
      home('2026-02-02'),
      document('2027-01-02', 'k1', 'cans', { children: ['c1'] }),
      held('2027-01-04', 'm1', 'six-month-staffing'),
      set('2027-01-05', 'm2', 'closure-staffing', '2027-01-20'),
    ],
    look: '2027-01-06',
    owes: [{ status: 'window', notBefore: '2027-01-05', due: '2027-01-19' }],
  },
  {
    rule: 'cans-each-child',
    because: 'Staffing on 8 July: c1 has a CANS of 15 June, c2 has none, c3 never left home.',
    born: ['2018-05-01', '2020-05-01', '2022-05-01'],
    told: [
      circumstance('2026-01-05', 'assignment-type', { value: 'child-welfare' }),
      home('2026-01-10'),
      home('2026-01-10', { children: ['c2'] }),
      set('2026-06-01', 'm1', 'six-month-staffing', '2026-07-08', { id: 'set' }),
      document('2026-06-15', 'k1', 'cans', { children: ['c1'] }),
    ],
    look: '2026-06-20',
    owes: [
      { subject: 'event:set/c1', status: 'met', notBefore: '2026-06-08', due: '2026-07-07' },
      { subject: 'event:set/c2', status: 'window', notBefore: '2026-06-08', due: '2026-07-07' },
    ],
  },
  {
    rule: 'cans-at-staffing',
    because: 'Held on 8 July with a CANS of that very day, which is not before it: one day late.',
    told: [
      home('2026-01-10'),
      document('2026-07-08', 'k1', 'cans', { children: ['c1'] }),
      held('2026-07-08', 'm1', 'six-month-staffing'),
    ],
    look: '2026-07-09',
    owes: [{ status: 'met-late', due: '2026-07-07' }],
  },
  {
    rule: 'cans-at-staffing',
    because: 'The CANS of the other household does not serve.',
    born: twoBorn,
    told: [
      home('2026-01-10'),
      home('2026-01-10', { children: ['c2'], household: 'h2' }),
      document('2026-07-01', 'k1', 'cans', { children: ['c1'] }),
      held('2026-07-08', 'm1', 'six-month-staffing', { id: 'held' }),
    ],
    look: '2026-07-09',
    owes: [{ subject: 'event:held/h2', status: 'overdue', due: '2026-07-07' }],
  },
  {
    rule: 'cans-at-staffing',
    because:
      'The supervisor decides that the case closes without it: nobody is chased for the closure staffing any more; what the six-month staffing lacked stays.',
    told: [
      home('2026-02-02'),
      held('2026-08-02', 'm0', 'six-month-staffing'),
      held('2027-01-20', 'm1', 'closure-staffing'),
      excepted('2027-01-21', 'cans'),
    ],
    look: '2027-01-22',
    owes: [
      { status: 'overdue', due: '2026-08-01' },
      { status: 'met-late', due: '2027-01-19' },
    ],
  },
  {
    rule: 'cans-each-child-at-staffing',
    because: 'c1 has one of 1 July, c2 has none: the staffing of 8 July shows it.',
    born: twoBorn,
    told: [
      circumstance('2026-01-05', 'assignment-type', { value: 'child-welfare' }),
      home('2026-01-10', { children: ['c1', 'c2'] }),
      document('2026-07-01', 'k1', 'cans', { children: ['c1'] }),
      held('2026-07-08', 'm1', 'six-month-staffing', { id: 'held' }),
    ],
    look: '2026-07-09',
    owes: [{ subject: 'event:held/c2', status: 'overdue', due: '2026-07-07' }],
  },
  // --- supports, new indications
  {
    rule: 'support-plan',
    because: 'Begun before the return and kept.',
    told: [
      removed('2026-01-06', 'c1'),
      document('2026-01-30', 'sp', 'support-plan', { household: 'h1' }),
      home('2026-02-02'),
    ],
    look: '2026-02-03',
    owes: [{ status: 'met' }],
  },
  {
    rule: 'link-supports',
    because: 'Linked to a clinic; nobody around the family yet.',
    told: [home('2026-02-02'), action('2026-02-10', 'support-linked', { household: 'h1', parts: ['formal-support'] })],
    look: '2026-02-11',
    owes: [{ status: 'due' }],
  },
  {
    rule: 'allegation-outcome',
    because: 'Reported, and its outcome not known yet.',
    told: [home('2026-02-02'), allegation('2026-03-10')],
    look: '2026-04-11',
    owes: [{ status: 'due' }],
  },
  {
    rule: 'way-of-safety',
    because: 'The record of the first says how, that of the second does not.',
    told: [
      allegation('2026-03-10'),
      action('2026-03-10', 'child-made-safe', { about: 'a1', parts: ['protective-plan'], id: 's1' }),
      allegation('2026-03-11', { id: 'a2' }),
      action('2026-03-11', 'child-made-safe', { about: 'a2', id: 's2' }),
    ],
    look: '2026-03-12',
    owes: [
      { subject: 'event:s1', status: 'met', due: '2026-03-10' },
      { subject: 'event:s2', status: 'overdue', due: '2026-03-11' },
    ],
  },
  // --- closure
  {
    rule: 'ensure-care',
    because: 'The care of c1 is ensured, that of c2 is not.',
    born: twoBorn,
    told: [
      home('2026-02-02', { children: ['c1', 'c2'] }),
      circumstance('2026-07-30', 'case-head-deceased', { id: 'died' }),
      decided('2026-08-01', 'care-after-death', { children: ['c1'] }),
    ],
    look: '2026-08-02',
    owes: [
      { subject: 'event:died/c1', status: 'met' },
      { subject: 'event:died/c2', status: 'due' },
    ],
  },
  {
    rule: 'locate-family',
    because: 'Not located since 2 March + 60 = 1 May; recording it again moves nothing.',
    told: [...since2March, gone('2026-03-30')],
    look: '2026-04-01',
    owes: [{ subject: 'household:h1', status: 'due', due: '2026-05-01' }],
  },
  {
    rule: 'prove-relocation',
    because: 'What was done to get the proof stands in for it.',
    told: [
      home('2026-02-02'),
      circumstance('2026-07-01', 'relocated', { household: 'h1', value: 'out-of-state' }),
      action('2026-07-20', 'relocation-proof-effort', { household: 'h1' }),
    ],
    look: '2026-07-21',
    owes: [{ status: 'met' }],
  },
  {
    rule: 'closing-consultation',
    because: 'Closing planned for 3 March 2027: from 1 February to 3 March; owed by the supervisor.',
    told: [home('2026-02-02'), { type: 'ClosurePlanned', on: '2027-01-10', plannedFor: '2027-03-03' }],
    look: '2027-01-11',
    owes: [{ status: 'window', notBefore: '2027-02-01', due: '2027-03-03' }],
  },
  // --- what is refused
  {
    rule: 'enters-with-households',
    because: 'A child came home before the case entered the program, and nobody knows into which household.',
    told: [
      home('2026-01-02', { household: undefined, id: 'back', known: '2026-01-05' }),
      { type: 'ProgramEnrolled', on: '2026-02-01', program: 'wi-permanency-support' },
    ],
    look: '2026-02-01',
    acceptedAfter: [
      {
        type: 'EventCorrected',
        on: '2026-02-01',
        event: 'back',
        reason: 'The household was missing.',
        to: { type: 'ReunificationHappened', on: '2026-01-02', children: ['c1'], household: 'h1' },
      },
    ],
  },
  {
    rule: 'return-names-household',
    because: 'Home, but where?',
    told: [home('2026-02-02', { household: undefined })],
    look: '2026-02-02',
    acceptedAfter: [home('2026-02-02')],
  },
  {
    rule: 'exclusion-names-child',
    because: 'It names nobody, and would take every child out.',
    told: [decided('2026-02-02', 'will-not-reunify', { reason: 'Adoption' })],
    look: '2026-02-02',
    acceptedAfter: [decided('2026-02-02', 'will-not-reunify', { children: ['c1'], reason: 'Adoption' })],
  },
  {
    rule: 'refusal-while-voluntary',
    because: 'The order stands until 30 June; on 1 June the household cannot refuse.',
    told: [legal('2026-01-06', { expiresOn: '2026-06-30' }), home('2026-02-02'), refused('2026-06-01')],
    look: '2026-06-01',
    acceptedAfter: [legal('2026-05-28', { status: 'dismissed' })],
  },
  {
    rule: 'refusal-while-voluntary',
    because: 'A refusal of 30 June, recorded on 2 July: on its day the order stood; a day later it would not.',
    told: [legal('2026-01-06', { expiresOn: '2026-06-30' }), home('2026-02-02'), refused('2026-06-30')],
    look: '2026-07-02',
    acceptedAfter: [refused('2026-07-01')],
  },
  {
    rule: 'refusal-while-voluntary',
    because: 'Whether an order stands is not on record: it is not taken for granted that none does.',
    told: [home('2026-02-02'), refused('2026-06-01')],
    look: '2026-06-01',
    acceptedAfter: [legal('2026-02-02', { status: 'no-order' })],
  },
  {
    rule: 'designation-not-early',
    because: 'c2 is still in care, although c1 is home.',
    born: twoBorn,
    told: [
      ...siblings,
      home('2026-02-02'),
      action('2026-02-02', 'designation-permanency-support', { children: ['c1'] }),
    ],
    look: '2026-02-20',
    acceptedAfter: [decided('2026-02-01', 'will-not-reunify', { children: ['c2'], reason: 'Guardianship' })],
  },
  {
    rule: 'visit-says-how',
    because: 'A visit, but was anybody seen?',
    told: [home('2026-02-02'), visit('2026-02-09', { channel: undefined })],
    look: '2026-02-09',
    acceptedAfter: [visit('2026-02-09')],
  },
  {
    rule: 'level-is-considered',
    because: 'Two of three points are noted.',
    told: [home('2026-02-02'), weekly('2026-02-03', { parts: ['family-history', 'present-circumstances'] })],
    look: '2026-02-03',
    acceptedAfter: [weekly('2026-02-03')],
  },
  {
    rule: 'level-is-considered',
    because: 'A level without an interval sets nothing.',
    told: [home('2026-02-02'), weekly('2026-02-03', { interval: undefined })],
    look: '2026-02-03',
    acceptedAfter: [weekly('2026-02-03')],
  },
  {
    rule: 'short-notice-has-reason',
    because: 'On 20 February for 21 March: 29 days. For the 22nd it would be 30, and no reason is asked.',
    told: [plannedFor('2026-02-20', '2026-03-21')],
    look: '2026-02-20',
    acceptedAfter: [plannedFor('2026-02-20', '2026-03-22')],
  },
  {
    rule: 'short-notice-has-reason',
    because: 'Or the reason is given.',
    told: [plannedFor('2026-02-20', '2026-03-10')],
    look: '2026-02-20',
    acceptedAfter: [plannedFor('2026-02-20', '2026-03-10', { reason: 'The home is ready' })],
  },
  {
    rule: 'safety-plan-type',
    because: 'A reunification is planned and the plan has another type.',
    told: [
      plannedFor('2026-02-02', '2026-04-01'),
      document('2026-02-25', 's1', 'safety-analysis-and-plan', { parts: ['other'] }),
    ],
    look: '2026-02-25',
    acceptedAfter: [document('2026-02-25', 's1', 'safety-analysis-and-plan', { parts: ['prior-to-reunification'] })],
  },
  {
    rule: 'supervisor-decides',
    because: 'The case manager alone cannot say that the supervisor was consulted.',
    told: [home('2026-02-02'), decided('2027-01-20', 'closing-consultation', { staff: ['cw1'] })],
    look: '2027-01-20',
    acceptedAfter: [decided('2027-01-20', 'closing-consultation', { staff: ['cw1', 'sup1'] })],
  },
  {
    rule: 'early-closing-has-reason',
    because: 'Planned for 1 February, a day before the end.',
    told: [home('2026-02-02'), { type: 'ClosurePlanned', on: '2027-01-05', plannedFor: '2027-02-01' }],
    look: '2027-01-05',
    acceptedAfter: [{ type: 'ClosurePlanned', on: '2027-01-05', plannedFor: '2027-02-02' }],
  },
  {
    rule: 'early-closing-has-reason',
    because: 'Or for a reason that does not wait for the end.',
    told: [
      home('2026-02-02'),
      { type: 'ClosurePlanned', on: '2026-07-05', plannedFor: '2026-08-01', reason: 'completed' },
    ],
    look: '2026-07-05',
    acceptedAfter: [{ type: 'ClosurePlanned', on: '2026-07-05', plannedFor: '2026-08-01', reason: 'relocated' }],
  },
  {
    rule: 'closing-reason',
    because: 'A code that no condition reads would pass them all.',
    told: [home('2026-02-02'), ...ready, closed('2027-02-02', { reason: 'done' })],
    look: '2027-02-02',
    acceptedAfter: [closed('2027-02-02')],
  },
  {
    rule: 'twelve-months-are-over',
    because: 'A day too early.',
    told: [home('2026-02-02'), ...ready, closed('2027-02-01')],
    look: '2027-02-10',
    acceptedAfter: [closed('2027-02-02')],
  },
  {
    rule: 'twelve-months-are-over',
    because: 'The household h1 is through, h2 is not: the case closes for the children of h1.',
    born: twoBorn,
    told: [
      home('2026-02-02'),
      home('2026-02-15', { children: ['c2'], household: 'h2' }),
      ...ready,
      closed('2027-02-02'),
    ],
    look: '2027-02-10',
    acceptedAfter: [closed('2027-02-02', { children: ['c1'] })],
  },
  {
    rule: 'twelve-months-are-over',
    because:
      'c2 is still in care: the support of its household is not completed, unless it was decided that it will not come home.',
    born: twoBorn,
    told: [...siblings, home('2026-02-02'), ...ready, closed('2027-02-02')],
    look: '2027-02-10',
    acceptedAfter: [decided('2027-01-20', 'will-not-reunify', { children: ['c2'], reason: 'Adoption' })],
  },
  {
    rule: 'other-reason-has-text',
    because: 'The list is open ("not limited to"), the reason is not given.',
    told: [closed('2026-08-03', { reason: 'other' })],
    look: '2026-08-03',
    acceptedAfter: [closed('2026-08-03', { reason: 'other', note: 'Married and moved in with family' })],
  },
  {
    rule: 'early-end-has-reason',
    because: 'Leaving the program in the sixth month is no way around a closing without a reason.',
    told: [home('2026-02-02'), { type: 'ProgramEnded', on: '2026-07-01', program: 'wi-permanency-support' }],
    look: '2026-07-01',
    acceptedAfter: [
      { type: 'ProgramEnded', on: '2026-07-01', program: 'wi-permanency-support', reason: 'Moved to another agency' },
    ],
  },
  {
    rule: 'care-is-ensured',
    because: 'The care of c1 is ensured, that of c2 is not.',
    born: twoBorn,
    told: [
      decided('2026-08-01', 'care-after-death', { children: ['c1'] }),
      closed('2026-08-03', { reason: 'case-head-deceased' }),
    ],
    look: '2026-08-03',
    acceptedAfter: [decided('2026-08-02', 'care-after-death', { children: ['c2'] })],
  },
  {
    rule: 'missing-for-60-days',
    because:
      'Not located since 2 March, but reached on 20 March: the 60 days begin with the next record, on the 25th, and end on 24 May.',
    told: [
      ...since2March,
      visit('2026-03-20', { kind: 'call', channel: 'phone' }),
      gone('2026-03-25'),
      closed('2026-05-23', { reason: 'not-located' }),
    ],
    look: '2026-06-23',
    acceptedAfter: [closed('2026-05-24', { reason: 'not-located' })],
  },
  {
    rule: 'missing-for-60-days',
    because: 'One household missing does not close the other.',
    born: twoBorn,
    told: [
      home('2026-02-02'),
      home('2026-02-15', { children: ['c2'], household: 'h2' }),
      gone('2026-03-02'),
      closed('2026-05-10', { reason: 'not-located' }),
    ],
    look: '2026-05-10',
    acceptedAfter: [closed('2026-05-10', { reason: 'not-located', children: ['c1'] })],
  },
  {
    rule: 'located-was-tried',
    because: 'The only attempt lies before the day since when the family is missing.',
    told: [
      home('2026-02-02'),
      action('2026-02-27', 'locate-attempt', { household: 'h1' }),
      gone('2026-03-02'),
      closed('2026-05-10', { reason: 'not-located' }),
    ],
    look: '2026-05-10',
    acceptedAfter: [action('2026-04-01', 'locate-attempt', { household: 'h1' })],
  },
  {
    rule: 'relocation-is-proved',
    because: 'Neither proof nor effort; one effort suffices where proof could not be had.',
    told: [home('2026-02-02'), closed('2026-08-03', { reason: 'relocated' })],
    look: '2026-08-03',
    acceptedAfter: [action('2026-07-20', 'relocation-proof-effort', { household: 'h1' })],
  },
  {
    rule: 'supervisor-was-consulted',
    because: 'Consulted on 1 January, 33 days before the closing of 3 February.',
    told: [
      home('2026-01-10'),
      decided('2027-01-01', 'closing-consultation', { staff: ['sup1', 'cw1'] }),
      closed('2027-02-03'),
    ],
    look: '2027-02-03',
    acceptedAfter: [decided('2027-01-28', 'closing-consultation', { staff: ['sup1', 'cw1'] })],
  },
  {
    rule: 'supervisor-was-consulted',
    because: 'Consulted after the closing, which was recorded late.',
    told: [
      home('2026-01-10'),
      decided('2027-02-04', 'closing-consultation', { staff: ['sup1', 'cw1'] }),
      closed('2027-02-03'),
    ],
    look: '2027-02-05',
    acceptedAfter: [decided('2027-02-03', 'closing-consultation', { staff: ['sup1', 'cw1'] })],
  },
  {
    rule: 'closing-needs-staffing',
    because: 'The staffing of 5 January lies 36 days before the closing of 10 February.',
    told: [home('2026-02-02'), held('2027-01-05', 'm1', 'closure-staffing'), closed('2027-02-10')],
    look: '2027-02-10',
    acceptedAfter: [held('2027-02-01', 'm2', 'closure-staffing')],
  },
  {
    rule: 'closing-needs-family-team',
    because: 'No meeting in the 30 days before.',
    told: [home('2026-02-02'), ...without('family-team'), closed('2027-02-02')],
    look: '2027-02-02',
    acceptedAfter: [held('2027-01-03', 'm8', 'family-team')],
  },
  {
    rule: 'closing-needs-family-team',
    because: 'Or the supervisor decides that the case closes without it.',
    told: [home('2026-02-02'), ...without('family-team'), closed('2027-02-02')],
    look: '2027-02-02',
    acceptedAfter: [excepted('2027-01-25', 'family-team-meeting')],
  },
  {
    rule: 'closing-needs-discharge-plan',
    because: 'The plan names formal supports only.',
    told: [
      home('2026-02-02'),
      ...without('discharge-plan'),
      document('2027-01-10', 'd9', 'discharge-plan', { parts: ['formal-supports'] }),
      closed('2027-02-02'),
    ],
    look: '2027-02-02',
    acceptedAfter: [...only('discharge-plan')],
  },
  {
    rule: 'closing-needs-cans',
    because: 'The CANS was made on the day of the staffing, not before it.',
    told: [home('2026-02-02'), ...without('cans'), document('2027-01-20', 'k9', 'cans'), closed('2027-02-02')],
    look: '2027-02-02',
    acceptedAfter: [document('2027-01-19', 'k8', 'cans')],
  },
  {
    rule: 'closing-needs-cans-each-child',
    because: 'One for the family does for other assignments; for Child Welfare each child has its own.',
    born: twoBorn,
    told: [
      circumstance('2026-01-05', 'assignment-type', { value: 'child-welfare' }),
      home('2026-02-02', { children: ['c1', 'c2'] }),
      ...without('cans'),
      document('2027-01-10', 'k1', 'cans', { children: ['c1'] }),
      closed('2027-02-02'),
    ],
    look: '2027-02-02',
    acceptedAfter: [document('2027-01-11', 'k2', 'cans', { children: ['c2'] })],
  },
  {
    rule: 'allegation-is-answered',
    because: 'Two allegations, one outcome.',
    told: [
      home('2026-02-02'),
      allegation('2026-12-01'),
      circumstance('2026-12-20', 'allegation-outcome', { about: 'a1', value: 'unsubstantiated' }),
      allegation('2027-01-05', { id: 'a2' }),
      ...ready,
      closed('2027-02-02'),
    ],
    look: '2027-02-02',
    acceptedAfter: [circumstance('2027-01-30', 'allegation-outcome', { about: 'a2', value: 'unsubstantiated' })],
  },
  {
    rule: 'allegation-is-answered',
    because: 'Or the supervisor decides, with a reason.',
    told: [home('2026-02-02'), allegation('2027-01-05'), ...ready, closed('2027-02-02')],
    look: '2027-02-02',
    acceptedAfter: [
      decided('2027-01-30', 'closing-despite-allegation', { about: 'a1', reason: 'Screened out', by: 'sup1' }),
    ],
  },
];
