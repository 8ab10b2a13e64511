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

const failed = failedChecks.length + engines.failed + tests.failed;
const passed = checkCount - failedChecks.length + tests.passed;
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

async function runJest() {
  const folder = mkdtempSync(join(tmpdir(), 'test-result-'));
  const report = join(folder, 'report.json');
  try {
    const jest = spawn(process.execPath, [toolPath('jest', 'jest'), '--json', '--outputFile', report, ...args], {
      cwd: root,
      env,
      stdio: ['inherit', 'ignore', 'inherit'], // stdout would be the JSON once more
    });
    const lingered = await endOf(jest, report);
    const counted = count(report);
    if (lingered) {
      counted.failed += 1;
      counted.titles.push('something that the tests started was still open after the last of them');
    }
    return counted;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Resolves when jest has ended; true when it had to be ended. */
function endOf(jest, report) {
  return new Promise((resolve) => {
    let killed = false;
    let late;
    const watch = setInterval(() => {
      if (!existsSync(report) || late !== undefined) return;
      late = setTimeout(() => {
        killed = true;
        jest.kill('SIGKILL');
      }, LINGER_MS);
    }, 500);
    jest.once('close', () => {
      clearInterval(watch);
      clearTimeout(late);
      resolve(killed);
    });
  });
}

function count(report) {
  if (!existsSync(report)) return { passed: 0, failed: 1, titles: ['jest ended without a result'] };
  const result = JSON.parse(readFileSync(report, 'utf8'));
  const failures = result.testResults.flatMap((suite) => {
    const tests = suite.assertionResults.filter((test) => test.status === 'failed');
    // A suite that could not be loaded has no tests to fail.
    if (tests.length === 0 && suite.status === 'failed') return [suite.name];
    return tests.map((test) => test.fullName);
  });
  if (result.numTotalTests === 0) failures.push('no test was found');
  return { passed: result.numPassedTests, failed: failures.length, titles: failures };
}
