// The command itself, each scenario in a process of its own: through the real workflow it prints what the pure domain prints.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { programs } from '../../src/programs';
import { simulate } from '../../src/scenario/pure';
import { readScenario, scenarioNames } from '../support/golden';

/** It has a file of its own, so that it runs beside the others. */
const LONG = 'wa-nine-years';
const root = join(__dirname, '..', '..');

/** As `npm run simulate` does, on what `npm test` has built. */
async function onEngine(name: string): Promise<unknown> {
  const args = [join(root, 'dist', 'src', 'simulate.js'), join(root, 'scenarios', `${name}.json`), '--engine'];
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    cwd: root,
    timeout: 120_000,
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(stdout);
}

test.each(scenarioNames().filter((name) => name !== LONG))(
  '%s gives the same through both',
  async (name) => {
    expect(await onEngine(name)).toEqual(JSON.parse(JSON.stringify(simulate(readScenario(name), programs))));
  },
  150_000,
);
