// npm test [-- jest arguments]: everything that can be said about this work tree, on a machine that has Node alone.
// Ends with the line `N passed, N failed`; each check of the sources counts as one test.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkCount, runChecks } from './checks.mjs';
import { build, installDependencies, requireSupportedNode, root, say, toolPath } from './project.mjs';

/** After its last test jest waits for what the tests left open; it is a failure, but not one to wait for all night. */
const LINGER_MS = 30_000;
const LIMIT_MS = 75 * 60_000;
/** Suites that start no server: they alone need none to be got first. */
const PURE = /^(\.\/)?test\/(domain|programs|property|structure|messaging)\b/;

const args = process.argv.slice(2);
const files = args.filter((arg) => !arg.startsWith('-'));
const env = {
  ...process.env,
  NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --no-warnings`.trim(),
};

requireSupportedNode();
installDependencies();
const built = build();
const failedChecks = await runChecks();
const engines = files.length > 0 && files.every((file) => PURE.test(file)) ? { failed: 0 } : await getServers();
const tests = await runJest();

// Which requirements were named by a test that passed is known only after all of them.
const untested = files.length === 0 && built ? untestedRequirements(tests.requirements) : undefined;
if (untested !== undefined && untested.length > 0)
  failedChecks.push(`policy: no passed test names ${untested.join(', ')}`);

const failed = failedChecks.length + engines.failed + tests.failed;
const passed = checkCount + (untested === undefined ? 0 : 1) - failedChecks.length + tests.passed;
for (const name of failedChecks) say(`FAILED check: ${name}`);
for (const title of tests.titles) say(`FAILED test: ${title}`);
await new Promise((resolve) => process.stdout.write(`${passed} passed, ${failed} failed\n`, resolve));
process.exit(failed === 0 ? 0 : 1);

/** The servers are got before the tests, because getting one takes longer than any test may. */
async function getServers() {
  if (!built && !existsSync(join(root, 'dist', 'src', 'platform', 'test-server.js'))) return { failed: 0 };
  const load = createRequire(join(root, 'package.json'));
  try {
    const { ensureEngine } = load('./dist/src/platform/engine-binary.js');
    const { ensureTestServer } = load('./dist/src/platform/test-server.js');
    env.TEMPORAL_CLI = await ensureEngine({ progress: say });
    env.TEMPORAL_TEST_SERVER = await ensureTestServer({ progress: say });
    say(`engine ${env.TEMPORAL_CLI}\ntest server ${env.TEMPORAL_TEST_SERVER}`);
    return { failed: 0 };
  } catch (error) {
    say(error.message);
    return { failed: 1 };
  }
}

function untestedRequirements(named) {
  const load = createRequire(join(root, 'package.json'));
  const { programs } = load('./dist/src/programs/index.js');
  const { register } = load('./dist/src/programs/register.js');
  return register(programs)
    .filter((row) => row.state === 'encoded' && !named.has(row.id))
    .map((row) => row.id);
}

async function runJest() {
  const folder = mkdtempSync(join(tmpdir(), 'test-result-'));
  const report = join(folder, 'results.jsonl');
  const reporters = JSON.stringify(['default', [join(root, 'scripts/result-reporter.cjs'), { file: report }]]);
  try {
    const jest = spawn(process.execPath, [toolPath('jest', 'jest'), ...args], {
      cwd: root,
      env: { ...env, CASEWORK_REPORTERS: reporters },
      stdio: ['inherit', 2, 'inherit'], // stdout is for the last line
    });
    return count(report, await endOf(jest, report));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Resolves when jest has ended, to what was wrong with how it ended. */
function endOf(jest, report) {
  return new Promise((resolve) => {
    let why;
    const end = (reason, after) =>
      setTimeout(() => {
        why = reason;
        jest.kill('SIGKILL');
      }, after);
    const limit = end(`the tests took more than ${LIMIT_MS / 60_000} minutes`, LIMIT_MS);
    let lingering;
    const watch = setInterval(() => {
      if (lingering !== undefined || !resultsIn(report).some((line) => line.complete)) return;
      lingering = end('something that the tests started was still open after the last of them', LINGER_MS);
    }, 1_000);
    jest.once('close', (code, signal) => {
      clearInterval(watch);
      clearTimeout(limit);
      clearTimeout(lingering);
      resolve(why ?? (signal === null ? undefined : `jest was ended by ${signal}`));
    });
  });
}

function resultsIn(report) {
  if (!existsSync(report)) return [];
  const text = readFileSync(report, 'utf8');
  const whole = text.slice(0, text.lastIndexOf('\n') + 1); // jest may be writing the last line at this moment
  return whole
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

function count(report, wrong) {
  const results = resultsIn(report);
  const files = results.filter((line) => line.file !== undefined);
  const titles = files.flatMap((line) => line.failed);
  const begun = results.find((line) => line.files !== undefined)?.files ?? 0;
  if (wrong !== undefined) titles.push(wrong);
  if (begun === 0) titles.push('no test was found');
  else if (files.length < begun) titles.push(`${begun - files.length} files of tests did not finish`);
  const requirements = new Set(files.flatMap((line) => line.requirements));
  return { passed: files.reduce((sum, line) => sum + line.passed, 0), failed: titles.length, titles, requirements };
}
