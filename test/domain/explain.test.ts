// An obligation as sentences: which event, which arithmetic, which reading, which source.
import { explain } from '../../src/domain/explain';
import { documents, programs } from '../../src/programs';
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
const why = (c: ACase, duty: string, when: string, i = 0): string[] =>
  explain(c.obligations(duty, when)[i]!, { documents });
const source = 'Enhanced Permanency Planning Meetings (program description), edition 2024.';

test('WA-07: thirty days after the hearing, event by event', () => {
  expect(why(opened.with(hearing), 'ppm', '2026-01-10')).toEqual([
    'Hold the permanency planning meeting.',
    'Hearing held (dependency-fact-finding): 2026-01-05 (event h, recorded 2026-01-06T20:00:00.000Z).',
    '30 calendar days after 2026-01-05 is 2026-02-04.',
    'It is due by the end of 2026-02-04. It is still lacking: meeting held (ppm).',
    expect.stringMatching(/^Reading: First meeting: the latest day, calendar days/) as string,
    `Source: WA-06, WA-07, WA-08, WA-09, ${source}`,
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
    const lines = explain(o, { documents });
    expect(lines.at(-1)).toMatch(/^Source: [A-Z]{2}-\d{2}/);
    for (const line of lines) expect(line).toMatch(/^[A-Z0-9].*\.$/s);
    expect(lines.join(' ')).not.toMatch(/undefined|NaN|\[object/);
  }
});

test('WI-17: due on the very day that it counts from, it still says which day that is', () => {
  const c = opened.with({
    type: 'ReunificationHappened',
    on: '2026-02-02',
    id: 'home',
    children: ['c1'],
    household: 'h1',
  });
  expect(why(c, 'designation', '2026-02-02').slice(1, 3)).toEqual([
    'Reunification happened: 2026-02-02 (event home, recorded 2026-02-02T20:00:00.000Z).',
    'It is due by the end of 2026-02-02. It is still lacking: action taken (designation-permanency-support).',
  ]);
});

test('a later month of a monthly duty begins with that month, not with the event that opened the duty', () => {
  expect(why(opened, 'parent-visit', '2026-02-10', 1).slice(1, 4)).toEqual([
    expect.stringMatching(/^Participant added: 2026-01-02/) as string,
    'The month begins: 2026-02-01.',
    'The last day of the calendar month is 2026-02-28.',
  ]);
});
