// Cases in several programs at once, with the dates that their notes work out by hand.
import { programs } from '../../src/programs';
import type { Simulated } from '../../src/scenario/format';
import { simulate } from '../../src/scenario/pure';
import { readScenario } from '../support/golden';

const run = (name: string): Simulated => simulate(readScenario(name), programs);
const owed = (s: Simulated, look: string, rule: string): string[] =>
  s.looks
    .find((l) => l.at === look)!
    .obligations.filter((o) => o.rule === rule)
    .map((o) => `${o.status} ${o.due}${o.doneOn ? ` done ${o.doneOn}` : ''}`);
const codes = (s: Simulated, entry: string): string[] =>
  s.refusals.find((r) => r.entry === entry)!.unmet.flatMap((u) => u.cites);

describe('a Los Angeles youth in P3 and in case planning', () => {
  const s = run('multi-la-youth');
  test('LA-42, CA-17: each program owes its own, from its own day', () => {
    expect(owed(s, '2026-02-15', 'ca-case-planning/initial-plan')).toEqual(['due 2026-03-09']);
    expect(owed(s, '2026-02-15', 'la-p3/youth-visit')).toEqual(['met 2026-04-20 done 2026-02-02', 'due 2026-05-02']);
    expect(owed(s, '2026-03-09', 'ca-case-planning/initial-plan')).toEqual(['met 2026-03-09 done 2026-03-06']);
    expect(owed(s, '2026-06-27', 'la-p3/youth-visit')).toContain('met 2026-05-02 done 2026-04-28');
  });
  test('each duty has one owner: the P3 worker for P3, the case worker for case planning', () => {
    const owners = (program: string): string[] => [
      ...new Set(
        s.looks
          .find((l) => l.at === '2026-02-15')!
          .obligations.filter((o) => o.rule.startsWith(program) && o.status === 'due')
          .map((o) => o.owner.role),
      ),
    ];
    expect(owners('ca-case-planning')).toEqual(['caseworker']);
    expect(owners('la-p3').sort()).toEqual(['p3-supervisor', 'p3-worker']);
  });
  test('CA-74: P3 has ended with its own gates; the closing is refused by those of the other program alone', () => {
    expect(codes(s, 'refused-close')).toEqual(['CA-74']);
    expect(s.looks.at(-1)!.headline).toBe('Finished: closed on 2026-07-24, nothing is owed');
  });
});

describe('a case that enters permanency support at reunification', () => {
  const s = run('multi-enters-later');
  test('before it enters nothing of the second program is owed', () => {
    expect(s.looks[0]!.obligations.filter((o) => o.rule.startsWith('wi-permanency-support'))).toEqual([]);
  });
  test('WA-08, WI-29: one meeting meets both duties, each by its own date', () => {
    expect(owed(s, '2026-06-23', 'wa-enhanced-ppm/ppm')).toContain('due 2026-07-27');
    expect(owed(s, '2026-06-23', 'wi-permanency-support/team-before-reunification')).toEqual(['due 2026-07-06']);
    expect(owed(s, '2026-07-03', 'wa-enhanced-ppm/ppm')).toEqual(
      expect.arrayContaining(['met 2026-07-27 done 2026-07-02', 'due 2026-09-30']),
    );
    expect(owed(s, '2026-07-03', 'wi-permanency-support/team-before-reunification')).toEqual([
      'met 2026-07-06 done 2026-07-02',
    ]);
  });
  test('one invitation for each person, whichever programs the meeting serves', () => {
    const invitations = s.notices.filter((n) => n.kind === 'invite' && n.about === 'm3').map((n) => n.recipient);
    expect(invitations.sort()).toEqual(['c1', 'cg1', 'mother']);
  });
  test('WI-09, WI-36: from the return on both run beside each other', () => {
    expect(owed(s, '2026-08-06', 'wi-permanency-support/six-month-staffing')).toEqual(['window 2027-02-05']);
    expect(owed(s, '2026-08-06', 'wi-permanency-support/support-period')).toEqual(['due 2027-08-05']);
    expect(owed(s, '2026-08-06', 'wa-enhanced-ppm/ppm')).toContain('due 2026-09-30');
  });
  test('WI-58: the closing is refused by the gates of the second program', () => {
    expect(codes(s, 'refused-close')).toEqual(expect.arrayContaining(['WI-09', 'WI-58', 'WI-37', 'WI-30']));
  });
});
