// What met one cycle of a duty does not meet the next, however many things happened on one day, in whatever order they were
// told. Shrunk from stories (test/property).
import { everyCase } from '../../src/programs/every-case';
import { laP3 } from '../../src/programs/la-p3';
import { moPermanency } from '../../src/programs/mo-permanency';
import { waEnhancedPpm } from '../../src/programs/wa-enhanced-ppm';
import { wiPermanencySupport } from '../../src/programs/wi-permanency-support';
import { ACase, anAgency, ZONE, type Told } from '../support/a-case';
import { action, closing, notice, answer, summary, step, p3Worker, plain, decided } from '../programs/la-p3/told';
import { document, entered, sign, signedBy } from '../programs/mo-permanency/stories';

const bothOrders = (told: readonly Told[]): [string, readonly Told[]][] => [
  ['in their order', told],
  ['the other way round', told.toReversed()],
];

describe.each(
  bothOrders([
    { type: 'ActionTaken', kind: 'engagement-effort', on: '2026-02-20', household: 'h1' },
    { type: 'ContactMade', kind: 'call', channel: 'phone', on: '2026-02-20', household: 'h1' },
  ]),
)('an effort and a call of one day, %s', (_, told) => {
  test('WI-26: each is an effort once; the next is due a month later', () => {
    const c = ACase.opened([everyCase, wiPermanencySupport], '2026-01-05').with(
      { type: 'ChildRemoved', on: '2026-01-06', children: ['c1'] },
      { type: 'ReunificationHappened', on: '2026-02-02', children: ['c1'], household: 'h1' },
      ...told,
    );
    expect(
      c
        .owes('engage-family', '2026-03-01')
        .map((o) => `${o.due} ${o.status}`)
        .sort(),
    ).toEqual(['2026-03-02 met', '2026-03-20 due', '2026-03-20 met']);
  });
});

test('WA-08: a meeting held late meets the cycle that was missed and not the next one of the grid', () => {
  const agency = anAgency({ settings: { ppmAnchor: 'due' } });
  const c = ACase.opened([everyCase, waEnhancedPpm], '2026-01-05', undefined, agency).with(
    {
      type: 'HearingHeld',
      on: '2026-01-06',
      kind: 'dependency-fact-finding',
      outcome: 'dependency-found',
      children: ['c1'],
    },
    {
      type: 'MeetingScheduled',
      on: '2026-01-20',
      meeting: 'm1',
      kinds: ['ppm'],
      invitees: ['p1'],
      startsAt: '2026-02-20T10:00',
      zone: ZONE,
    },
    { type: 'MeetingHeld', on: '2026-02-20', meeting: 'm1', attendance: [{ participant: 'p1', how: 'present' }] },
  );
  // 2026-01-06 + 30 days = 02-05; + 90 days = 05-06.
  expect(c.owes('ppm', '2026-03-01')).toEqual([
    { subject: 'child:c1', status: 'met-late', due: '2026-02-05', done: '2026-02-20' },
    { subject: 'child:c1', status: 'due', due: '2026-05-06' },
  ]);
});

describe.each(
  bothOrders([
    { type: 'ContactMade', kind: 'visit', on: '2026-03-10', participants: ['p1'], points: ['concurrent-plan'] },
    {
      type: 'MeetingHeld',
      meeting: 'm1',
      on: '2026-03-10',
      attendance: [{ participant: 'p1', how: 'present' }],
      points: ['concurrent-plan'],
    },
  ]),
)('a talk and a meeting of one day, %s', (_, told) => {
  test('MO-13, MO-26: both are the last talk; the next is still owed', () => {
    const c = ACase.opened([everyCase, moPermanency], '2026-01-05').with(
      entered('2026-01-06'),
      {
        type: 'MeetingScheduled',
        on: '2026-03-01',
        meeting: 'm1',
        kinds: ['fst'],
        invitees: ['p1'],
        startsAt: '2026-03-10T10:00',
        zone: ZONE,
      },
      ...told,
    );
    expect(c.owes('keep-talking', '2026-04-01').map((o) => o.status)).toEqual(['due']);
    expect(
      c.obligations('concurrent-plan-talks', '2026-04-01').find((o) => o.subject.participant === 'p1')?.status,
    ).toBe('due');
  });
});

describe.each(
  bothOrders([
    action('2026-06-10', { kind: 'p3-file-handed-over', children: ['c1'] }),
    step('2026-06-10', 'p3-file-reviewed'),
  ]),
)('a file handed over and reviewed on one day, %s', (_, told) => {
  test('LA-78, LA-79: the review is done', () => {
    const c = ACase.opened([everyCase, laP3], '2026-01-05', undefined, plain).with(
      p3Worker('2026-01-12'),
      closing('2026-06-01'),
      notice('2026-06-02'),
      answer('2026-06-03', 'agrees'),
      decided('2026-06-04', 'close'),
      summary('2026-06-05'),
      ...told,
      step('2026-06-11', 'p3-closure-reviewed'),
      step('2026-06-11', 'p3-closing-summary-verified'),
    );
    expect(c.owes('review-closing', '2026-06-12').map((o) => o.status)).toEqual(['met']);
  });
});

describe.each(
  bothOrders([
    document('2026-06-10', 'cl', 'ssp-closing', { participants: ['p1'] }),
    ...signedBy('2026-06-10', 'cl', ['cw1', 'sup1']),
  ]),
)('a closing reassessment and its signatures of one day, %s', (_, told) => {
  const c = ACase.opened([everyCase, moPermanency], '2026-01-05').with(
    entered('2026-01-06'),
    { type: 'ClosurePlanned', on: '2026-06-01', plannedFor: '2026-06-20' },
    ...told,
  );
  test('MO-70: both have signed it', () => {
    expect(c.owes('closing-signatures', '2026-06-11').map((o) => o.status)).toEqual(['met']);
  });
  test('MO-68: the next reassessment counts from it, and is not met by it', () => {
    const whole = c.with(sign('2026-06-10', 'cl', 'p1'));
    // 2026-06-10 + 90 days = 2026-09-08.
    expect(whole.owes('ssp-reassessment', '2026-06-11').map((o) => `${o.status} ${o.due}`)).toEqual(['due 2026-09-08']);
  });
});

test('MO-68: a document dated after its signatures by a correction is complete on its day, and is no reassessment of itself', () => {
  const closing = document('2026-06-10', 'cl', 'ssp-closing', { participants: ['p1'] });
  const c = ACase.opened([everyCase, moPermanency], '2026-01-05').with(
    entered('2026-01-06'),
    { ...closing, id: 'cl' },
    ...signedBy('2026-06-10', 'cl'),
    { type: 'EventCorrected', on: '2026-06-12', event: 'cl', reason: 'x', to: { ...closing, on: '2026-06-11' } },
  );
  // 2026-06-11 + 90 days = 2026-09-09.
  expect(c.owes('ssp-reassessment', '2026-06-13').map((o) => `${o.status} ${o.due}`)).toEqual(['due 2026-09-09']);
});
