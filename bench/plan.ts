// CPU of one plan on a ten-year case of 3,000 and of 10,000 events: node dist-bench/bench/plan.js (npm run bench:plan).
import { iso } from '../src/domain/calendar';
import { programs } from '../src/programs';
import type { Program } from '../src/domain/rule';
import { ACase, anAgency, type Told } from '../test/support/a-case';

const one = programs.filter((p) => p.id === 'every-case' || p.id === 'wa-enhanced-ppm');

function tenYears(events: number, of: readonly Program[]): ACase {
  const start = 17167; // 2017-01-01
  const told: Told[] = [
    {
      type: 'HearingHeld',
      on: iso(start + 10),
      kind: 'dependency-fact-finding',
      outcome: 'dependency-found',
      children: ['c1'],
    },
  ];
  for (let cycle = 1; cycle <= 41; cycle++) {
    const on = iso(start + 10 + cycle * 88);
    told.push({
      type: 'MeetingScheduled',
      on: iso(start + 10 + cycle * 88 - 20),
      meeting: `m${cycle}`,
      kinds: ['ppm'],
      children: ['c1'],
      invitees: ['p1', 'cg1', 'c1'],
      startsAt: `${on}T18:00`,
      zone: 'America/Los_Angeles',
    });
    told.push({
      type: 'MeetingHeld',
      on,
      meeting: `m${cycle}`,
      attendance: [{ participant: 'p1', how: 'present' }],
      familyTime: true,
      familyPlan: 'x',
    });
  }
  for (let i = told.length; i < events - 5; i++)
    told.push({
      type: 'ContactMade',
      on: iso(start + 10 + ((i * 7) % 3640)),
      kind: i % 3 === 0 ? 'visit' : 'engagement',
      participants: [i % 2 === 0 ? 'p1' : 'cg1'],
    });
  return ACase.opened(of, iso(start), ['2010-01-01'], anAgency()).with(...told);
}

const shapes = [
  ['one program', one],
  ['all five', programs],
] as const;
for (const [name, of] of shapes)
  for (const size of [3000, 10_000]) {
    const c = tenYears(size, of);
    const times: number[] = [];
    for (let i = 0; i < 25; i++) {
      const before = process.cpuUsage();
      c.at('2026-12-30');
      const { user, system } = process.cpuUsage(before);
      times.push((user + system) / 1000);
    }
    const warm = times.slice(5).sort((a, b) => a - b);
    process.stdout.write(
      `${name}: plan on ${c.journal.length} events, ${c.at('2026-12-30').obligations.length} obligations: median ${warm[10]!.toFixed(1)} ms CPU, min ${warm[0]!.toFixed(1)}, max ${warm.at(-1)!.toFixed(1)}; first ${times[0]!.toFixed(1)}\n`,
    );
  }
