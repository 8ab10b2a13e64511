// A simulated scenario as lines that a person can read and compare: its golden calendar.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scenarioSchema, type Scenario, type Simulated } from '../../src/scenario/format';

const folder = join(__dirname, '..', '..', 'scenarios');

export function scenarioNames(): string[] {
  return readdirSync(folder)
    .filter((f) => f.endsWith('.json'))
    .map((f) => f.replace('.json', ''))
    .sort();
}

export function readScenario(name: string): Scenario {
  return scenarioSchema.parse(JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')));
}

export function goldenPath(name: string): string {
  return join(folder, 'golden', `${name}.txt`);
}

/** Moments to the minute: an engine needs a few milliseconds for what the pure domain does in none. */
export function calendarLines(s: Simulated): string[] {
  return [
    s.title,
    ...s.looks.flatMap((look) => [
      '',
      `look ${look.at}: ${look.headline}`,
      ...look.obligations.map(
        (o) =>
          `  ${o.status.padEnd(14)} ${o.due ?? '-'.padEnd(10)} ${o.doneOn ? `done ${o.doneOn} ` : ''}${o.key} (${o.owner.staff ?? o.owner.role})`,
      ),
    ]),
    '',
    'notices',
    ...s.notices
      .map((n) => `  ${n.at.slice(0, 16)} ${n.method ?? n.kind} to ${n.recipient}: ${n.key}${n.late ? ' (late)' : ''}`)
      .sort(),
    'refusals',
    ...s.refusals.map(
      (r) =>
        `  ${r.recordedAt.slice(0, 16)} ${r.entry}: ${r.unmet.map((u) => `${u.code}${u.cites.length > 0 ? ` [${u.cites.join(', ')}]` : ''}`).join('; ')}`,
    ),
  ];
}
