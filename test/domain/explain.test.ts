// An obligation as sentences: which event, which arithmetic, which reading, which source.
import { explain } from '../../src/domain/explain';
import { programs, sources } from '../../src/programs';
import { ACase, type Told } from '../support/a-case';

const hearing: Told = {
  type: 'HearingHeld',
  on: '2026-01-05',
  id: 'h',
  known: '2026-01-06',
  kind: 'dependency-fact-finding',
  outcome: 'dependency-found',
  children: ['c1'],
};
const opened = ACase.opened(programs, '2026-01-02');
const why = (c: ACase, duty: string, when: string, i = 0): string[] => explain(c.obligations(duty, when)[i]!, sources);
const escape = (text: string): string => text.replace(/[()]/g, '\\$&');
const source = 'Enhanced Permanency Planning Meetings (program description), edition undated, Description';

test('WA-07: thirty days after the hearing, event by event', () => {
  expect(why(opened.with(hearing), 'ppm', '2026-01-10')).toEqual([
    'Hold the permanency planning meeting.',
    'Hearing held (dependency-fact-finding): 2026-01-05 (event h, recorded 2026-01-06T20:00:00.000Z).',
    '30 calendar days after 2026-01-05 is 2026-02-04.',
    'It is due by the end of 2026-02-04. It is still lacking: meeting held (ppm).',
    expect.stringMatching(/^Reading: First meeting: the latest day, calendar days/) as string,
    expect.stringMatching(new RegExp(`^WA-06, ${escape(source)} \\(line \\d+\\): `)) as string,
    expect.stringMatching(new RegExp(`^WA-07, ${escape(source)} \\(line \\d+\\): .*30 days`)) as string,
    expect.stringMatching(new RegExp(`^WA-08, ${escape(source)} \\(line \\d+\\): .*90 days`)) as string,
    expect.stringMatching(new RegExp(`^WA-09, ${escape(source)} \\(line \\d+\\): `)) as string,
  ]);
});

test('a corrected hearing says so, with the time at which it became known', () => {
  const c = opened.with(hearing, {
    type: 'EventCorrected',
    on: '2026-01-20',
    event: 'h',
    reason: 'x',
    to: {
      type: 'HearingHeld',
      on: '2026-01-12',
      kind: 'dependency-fact-finding',
      outcome: 'dependency-found',
      children: ['c1'],
    },
  });
  expect(why(c, 'ppm', '2026-01-21')[1]).toBe(
    'Hearing held (dependency-fact-finding): 2026-01-12 (event h, corrected and recorded 2026-01-20T20:00:00.000Z).',
  );
});

test('an unknown date says what is missing and who can supply it', () => {
  expect(why(opened, 'ppm', '2026-01-10')[1]).toBe(
    'Its date is unknown until this is recorded: hearing held (dependency-fact-finding) (by the caseworker).',
  );
});

test('WA-17: a number that policy does not give is named as an agency setting', () => {
  expect(why(opened.with(hearing), 'assign-facilitator', '2026-01-10')).toContain(
    '7 calendar days after 2026-01-05 is 2026-01-12 (the number is an agency setting, facilitatorWithin; the policy gives none).',
  );
});

test('WA-13: a target says that it is one', () => {
  const lines = why(opened, 'parent-visit', '2026-02-10');
  expect(lines).toContain('The target of 2026-01-31 was not reached.');
  expect(lines).toContain('The policy aims at this: it is reported, and never counts as a breach.');
});

test('WA-09: what does not apply says why; a waiver names the person, the authority and the reason', () => {
  const c = opened.with(hearing);
  expect(why(c.with({ type: 'CaseClosed', on: '2026-01-20', reason: 'dismissed' }), 'ppm', '2026-01-21')).toContain(
    'It does not apply: the case was closed on 2026-01-20.',
  );
  const waived = c.with({
    type: 'ObligationWaived',
    on: '2026-01-20',
    obligation: c.obligations('ppm', '2026-01-10')[0]!.key,
    waivedBy: 'sup1',
    authority: 'court order 12',
    reason: 'family abroad',
  });
  expect(why(waived, 'ppm', '2026-01-21')).toContain('It was waived by sup1 (court order 12): family abroad.');
});

test('every obligation of a busy case reads as sentences, the source last', () => {
  const busy = opened.with(
    hearing,
    { type: 'StaffAssigned', on: '2026-01-06', staff: 'fac1', role: 'facilitator', familiesBefore: 50 },
    {
      type: 'MeetingScheduled',
      on: '2026-01-10',
      meeting: 'm1',
      kinds: ['ppm'],
      invitees: ['p1'],
      startsAt: '2026-02-02T18:00',
      zone: 'America/Los_Angeles',
    },
    { type: 'MeetingHeld', on: '2026-02-06', meeting: 'm1', attendance: [{ participant: 'p1', how: 'present' }] },
    { type: 'AllegationReported', on: '2026-02-07', children: ['c1'] },
  );
  const all = busy.at('2026-02-10').obligations;
  expect(all.length).toBeGreaterThan(15);
  for (const o of all) {
    const lines = explain(o, sources);
    expect(lines.at(-1)).toMatch(/^[A-Z]{2}-\d{2}, .* \(line \d+\): /);
    for (const line of lines) expect(line).toMatch(/^[A-Z0-9].*\.$/s);
    expect(lines.join(' ')).not.toMatch(/undefined|NaN|\[object/);
  }
});

test('WA-29: what is lacking is said once, and a field by its words', () => {
  const lines = why(
    opened.with(hearing, {
      type: 'MeetingScheduled',
      on: '2026-01-10',
      id: 'set',
      meeting: 'm1',
      kinds: ['ppm'],
      invitees: ['p1'],
      startsAt: '2026-02-02T18:00',
      zone: 'America/Los_Angeles',
    }),
    'advance-contact',
    '2026-01-11',
  );
  expect(lines.slice(1, 6)).toEqual([
    'Meeting scheduled (ppm): 2026-01-10 (event set, recorded 2026-01-10T20:00:00.000Z).',
    'Meeting scheduled (ppm), starts at: 2026-02-02 (event set, recorded 2026-01-10T20:00:00.000Z).',
    '1 calendar day before 2026-02-02 is 2026-02-01.',
    'The latest of these is 2026-02-01.',
    'It is due by the end of 2026-02-01. It is still lacking: contact made (advance) or decision made (unreachable) or invitation excused.',
  ]);
});

test('WA-24: one date alone is not called the earliest of several', () => {
  expect(why(opened.with(hearing), 'ask-availability', '2026-01-10').slice(1, 4)).toEqual([
    'Hearing held (dependency-fact-finding): 2026-01-05 (event h, recorded 2026-01-06T20:00:00.000Z).',
    '30 calendar days after 2026-01-05 is 2026-02-04.',
    'The date on which it is due to hold the permanency planning meeting: 2026-02-04.',
  ]);
});
