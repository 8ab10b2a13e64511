// `npm run simulate -- FILE --engine`, as `npm test` has built it, in a process of its own; and that no scenario is left out of
// the files beside this one, which play them all in the test's own process.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { programs } from '../../src/programs';
import { simulate } from '../../src/scenario/pure';
import { readScenario, scenarioNames } from '../support/golden';
import { prefixes } from './support/through-both';

const root = join(__dirname, '..', '..');

test('the command prints through the real workflow what the pure domain gives', async () => {
  const name = 'wa-closure-retracted';
  const args = [join(root, 'dist', 'src', 'simulate.js'), join(root, 'scenarios', `${name}.json`), '--engine'];
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    cwd: root,
    timeout: 120_000,
    maxBuffer: 64 * 1024 * 1024,
  });
  expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(simulate(readScenario(name), programs))));
}, 150_000);

test('every scenario is played by the file of its program', () => {
  expect(scenarioNames().filter((name) => !prefixes.some((prefix) => name.startsWith(`${prefix}-`)))).toEqual([]);
  for (const prefix of prefixes)
    expect([prefix, existsSync(join(__dirname, `engine-${prefix}.test.ts`))]).toEqual([prefix, true]);
});
