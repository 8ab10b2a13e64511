// Golden calendars: every date of every scenario. Replay cannot see a changed due date; this can.
// To accept a change on purpose: ACCEPT_GOLDEN=1 npx jest test/scenarios/golden, then read the difference.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { programs } from '../../src/programs';
import { simulate } from '../../src/scenario/pure';
import { calendarLines, goldenPath, readScenario, scenarioNames } from '../support/golden';

test.each(scenarioNames())('%s has the dates that were read and accepted', (name) => {
  const lines = calendarLines(simulate(readScenario(name), programs)).join('\n') + '\n';
  if (process.env['ACCEPT_GOLDEN'] === '1') writeFileSync(goldenPath(name), lines);
  expect(existsSync(goldenPath(name))).toBe(true);
  expect(lines).toBe(readFileSync(goldenPath(name), 'utf8'));
});
