// LA-32: whom the system tells of the P3 worker, who is introduced, and what goes on record when it has left.
import { announcedEntry, introducedBy } from '../../src/domain/announcing';
import { day } from '../../src/domain/calendar';
import type { Intent } from '../../src/domain/ledger';
import type { Duty } from '../../src/domain/rule';
import { everyCase } from '../../src/programs/every-case';
import { laP3 } from '../../src/programs/la-p3';
import { ACase, anAgency, type Told } from '../support/a-case';

const programs = [everyCase, laP3];
const agency = anAgency({
  staff: [
    { id: 'cw1', role: 'caseworker', unit: 'unit-1' },
    { id: 'sup1', role: 'supervisor', unit: 'unit-1' },
    { id: 'p3w1', role: 'p3-worker', unit: 'p3' },
    { id: 'p3w2', role: 'p3-worker', unit: 'p3' },
    { id: 'p3s1', role: 'p3-supervisor', unit: 'p3' },
  ],
});
const assigned = (id: string, staff: string, children: readonly string[]): Told => ({
  type: 'StaffAssigned',
  on: '2026-03-02',
  id,
  by: 'p3s1',
  staff,
  role: 'p3-worker',
  kind: 'secondary',
  children,
});
const number = (id: string, children: readonly string[]): Told => ({
  type: 'CircumstanceRecorded',
  on: '2026-03-03',
  id,
  by: 'p3s1',
  kind: 'p3-telephone-changed',
  children,
});
const c = ACase.opened(programs, '2026-01-05', ['2012-01-20', '2014-05-01'], agency).with(
  assigned('one', 'p3w1', ['c1']),
  assigned('two', 'p3w2', ['c2']),
  number('new-number', ['c2']),
);
const { file, notices } = c.at('2026-03-03');
const intents = notices
  .filter(({ kind }) => kind === 'announce')
  .map((notice) => ({ ...notice, due: null, late: false, state: 'sent' }) as Intent);
const dutyOf = ({ about }: Intent): Duty => laP3.duties.find(({ id }) => id === about.split('/')[1])!;

test('case worker and supervisor are told of each assignment and of each new number', () => {
  expect(intents.map(({ about, rung, to }) => `${about} ${rung} ${to.id}`).sort()).toEqual([
    'la-p3/announce-p3-worker/one caseworker cw1',
    'la-p3/announce-p3-worker/one supervisor sup1',
    'la-p3/announce-p3-worker/two caseworker cw1',
    'la-p3/announce-p3-worker/two supervisor sup1',
    'la-p3/announce-telephone/new-number caseworker cw1',
    'la-p3/announce-telephone/new-number supervisor sup1',
  ]);
});

test('introduced is who was assigned; with a new number, the worker of that child', () => {
  const introduced = (about: string): string | null => {
    const intent = intents.find((one) => one.about.endsWith(about))!;
    return introducedBy(intent, dutyOf(intent), file, day('2026-03-03'));
  };
  expect(['/one', '/two', '/new-number'].map(introduced)).toEqual(['p3w1', 'p3w2', 'p3w2']);
  const silent: Duty = { ...dutyOf(intents[0]!) };
  const { tells: _, ...nothing } = silent;
  const changed = intents.find(({ about }) => about.endsWith('/new-number'))!;
  expect(introducedBy(changed, nothing, file, day('2026-03-03'))).toBe(null);
});

test('what has left goes on record about that event, once for each who was told, and meets the duty', () => {
  const entries = intents.map((intent) => announcedEntry(intent, { programs })!);
  expect(new Set(entries.map(({ id }) => id)).size).toBe(6);
  expect(entries.find(({ id }) => id === 'announced:one/supervisor/sup1')).toEqual({
    id: 'announced:one/supervisor/sup1',
    by: 'system',
    events: [
      { type: 'ActionTaken', kind: 'p3-worker-announced', about: 'one', parts: ['to-supervisor', 'name', 'telephone'] },
    ],
  });
  const told = entries.flatMap(({ events }) =>
    events!.map((event): Told => ({ ...(event as Told), on: '2026-03-03' })),
  );
  const met = (of: ACase): string[] =>
    of.owes('announce-p3-worker', '2026-03-04').map((o) => `${o.subject} ${o.status}`);
  expect(met(c)).toEqual(['event:one due', 'event:two due']);
  expect(met(c.with(...told))).toEqual(['event:one met', 'event:two met']);
});

test('nothing goes on record of another kind of message, of another role, or of a duty that tells nobody', () => {
  const [intent] = intents;
  for (const over of [
    { kind: 'remind' },
    { rung: 'facilitator' },
    { about: 'la-p3/tell-sender/one' },
    { about: 'xy/none/one' },
  ])
    expect(announcedEntry({ ...intent!, ...over } as Intent, { programs })).toBe(null);
});
