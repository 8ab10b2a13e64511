// What is said, once, to whom; and what is withdrawn, cancelled or corrected.
import { settle, type Intent } from '../../src/domain/ledger';
import { programs } from '../../src/programs';
import { ACase, type Told } from '../support/a-case';

const hearing: Told = {
  type: 'HearingHeld',
  on: '2026-01-05',
  id: 'h',
  kind: 'dependency-fact-finding',
  outcome: 'dependency-found',
  children: ['c1'],
};
const facilitator: Told = { type: 'StaffAssigned', on: '2026-01-06', staff: 'fac1', role: 'facilitator' };
const set: Told = {
  type: 'MeetingScheduled',
  on: '2026-01-10',
  meeting: 'm1',
  kinds: ['ppm'],
  invitees: ['p1', 'p2'],
  startsAt: '2026-02-02T18:00',
  zone: 'America/Los_Angeles',
};
const story = ACase.opened(programs, '2026-01-02').with(
  { type: 'ParticipantAdded', on: '2026-01-02', participant: 'p2', role: 'parent' },
  hearing,
  facilitator,
);

function settled(c: ACase, when: string, ledger: readonly Intent[] = [], plannedAt: string | null = null): Intent[] {
  const now = Date.parse(when);
  const { create, withdraw } = settle(
    c.at(when),
    ledger,
    'case-1',
    now,
    plannedAt === null ? null : Date.parse(plannedAt),
  );
  return [...ledger.map((i) => (withdraw.includes(i.key) ? { ...i, state: 'withdrawn' as const } : i)), ...create];
}
const sent = (list: readonly Intent[]): Intent[] =>
  list.map((i) => (i.state === 'wanted' ? { ...i, state: 'sent' } : i));
const about = (list: readonly Intent[], kind: string) =>
  list
    .filter((i) => i.kind === kind)
    .map((i) => `${i.to.id} ${i.method ?? i.rung} ${i.sequence ?? ''} ${i.state}`.replace('  ', ' '));

test('asked twice at one moment it wants nothing new', () => {
  const first = settled(story.with(set), '2026-01-10T20:00:00Z');
  expect(settled(story.with(set), '2026-01-10T20:00:00Z', first)).toEqual(first);
});

test('an invitation withdrawn before it was sent is made again under a number of its own when the order has ended', () => {
  const invited = settled(story.with(set), '2026-01-10T20:00:00Z');
  const order: Told = { type: 'NoContactOrderRecorded', on: '2026-01-11', id: 'order', between: ['p1', 'p2'] };
  const held = settled(story.with(set, order), '2026-01-11T20:30:00Z', invited);
  expect(about(held, 'invite')).toEqual(['p1 REQUEST 0 withdrawn', 'p2 REQUEST 0 withdrawn']);
  const ended = settled(
    story.with(set, order, { type: 'NoContactOrderEnded', on: '2026-01-12', order: 'order' }),
    '2026-01-12T20:30:00Z',
    held,
  );
  expect(about(ended, 'invite')).toEqual([
    'p1 REQUEST 0 withdrawn',
    'p2 REQUEST 0 withdrawn',
    'p1 REQUEST 1 wanted',
    'p2 REQUEST 1 wanted',
  ]);
});

test('nobody is cancelled who was never invited', () => {
  const invited = settled(story.with(set), '2026-01-10T20:00:00Z');
  const cancelled = settled(
    story.with(set, { type: 'MeetingCancelled', on: '2026-01-11', meeting: 'm1', reason: 'x' }),
    '2026-01-11T20:30:00Z',
    invited,
  );
  expect(about(cancelled, 'invite')).toEqual(['p1 REQUEST 0 withdrawn', 'p2 REQUEST 0 withdrawn']);
});

test('a worker that slept over three due times says the last, late, and records the others as covered', () => {
  const c = story;
  const before = sent(settled(c, '2026-01-07T20:00:00Z'));
  const woken = settled(c, '2026-01-30T20:00:00Z', before, '2026-01-07T20:00:00Z').filter((i) =>
    i.about.includes('book-ppm'),
  );
  expect(woken.map((i) => `${i.rung} ${i.state} ${i.late}`)).toEqual([
    'before-14 covered true',
    'before-7 wanted true',
  ]);
});

test('a fact recorded late says nothing in arrears, unless the entry asks for it', () => {
  const journal = story.journal.map((l) => ({ ...l, recordedAt: Date.parse('2026-03-01T20:00:00Z') }));
  const quiet = new ACase(programs, undefined, journal);
  expect(settled(quiet, '2026-03-01T20:00:00Z').filter((i) => i.topic === 'duty')).toEqual([]);
  const loud = new ACase(
    programs,
    undefined,
    journal.map((l) => ({ ...l, tellPast: true })),
  );
  const told = settled(loud, '2026-03-01T20:00:00Z').filter((i) => i.about === 'wa-enhanced-ppm/ppm/h');
  expect(
    told
      .filter((i) => i.state === 'wanted')
      .map((i) => `${i.kind} ${i.to.id} ${i.rung}`)
      .sort(),
  ).toEqual(['escalate sup1 after-22', 'remind fac1 after-22']);
});

test('siblings whose duty stands on one hearing are spoken of once', () => {
  const two = ACase.opened(programs, '2026-01-02', ['2018-05-01', '2020-06-01']).with(
    { ...hearing, children: ['c1', 'c2'] },
    facilitator,
  );
  expect(
    settled(two, '2026-01-21T17:00:00Z').filter((i) => i.about.includes('book-ppm') && i.state === 'wanted'),
  ).toHaveLength(1);
});

describe('a duty that is gone, because what it hung on was retracted', () => {
  const retracted: Told = { type: 'EventRetracted', on: '2026-02-20', event: 'h', reason: 'Another case.' };
  /** What was said by a moment, and what is corrected when the hearing is retracted on 20 February. */
  const corrected = (until: string): string[] => {
    const told = sent(settled(story, until));
    return settled(story.with(retracted), '2026-02-20T21:00:00Z', told, until)
      .filter((i) => i.kind === 'correct' && i.about.endsWith('/ppm/h'))
      .map((i) => `${i.to.id} ${i.toldBefore} ${i.due ?? 'no longer'}`);
  };
  test('nobody is told about a date long past of which only a courtesy reminder spoke', () => {
    expect(corrected('2026-02-03T20:00:00Z')).toEqual([]);
  });
  test('who was told that it was missed is told that it is no longer owed', () => {
    expect(corrected('2026-02-06T20:00:00Z').sort()).toEqual([
      'fac1 2026-02-04 no longer',
      'sup1 2026-02-04 no longer',
    ]);
  });
});

test('a meeting held before its hour, or not held: nobody who was invited is told that it is cancelled; called off, everybody is', () => {
  const invited = sent(settled(story.with(set), '2026-01-10T20:00:00Z'));
  const ends: readonly (readonly [Told, string[]])[] = [
    [{ type: 'MeetingHeld', on: '2026-01-30', meeting: 'm1', attendance: [{ participant: 'p1', how: 'present' }] }, []],
    [{ type: 'MeetingNotHeld', on: '2026-01-30', meeting: 'm1', reason: 'Nobody came.' }, []],
    [
      { type: 'MeetingCancelled', on: '2026-01-30', meeting: 'm1', reason: 'Flu.' },
      ['p1 CANCEL 1 wanted', 'p2 CANCEL 1 wanted'],
    ],
  ];
  for (const [end, cancelled] of ends) {
    const after = settled(story.with(set, end), '2026-01-30T20:30:00Z', invited);
    expect([end.type, about(after, 'invite').filter((one) => one.includes('CANCEL'))]).toEqual([end.type, cancelled]);
  }
});
