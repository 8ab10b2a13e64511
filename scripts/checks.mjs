// The checks that are no tests: types, lint, format, and the direction of dependencies. Each counts as one.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root, say, seconds, toolPath } from './project.mjs';

const existing = (...paths) => paths.filter((path) => existsSync(join(root, path)));

const CHECKS = [
  { name: 'types', tool: ['typescript', 'tsc'], args: ['-p', 'tsconfig.check.json'] },
  {
    name: 'lint',
    tool: ['oxlint', 'oxlint'],
    args: ['--deny-warnings', '--quiet', ...existing('src', 'test', 'scripts', 'bench', 'worker.ts')],
  },
  { name: 'format', tool: ['prettier', 'prettier'], args: ['--check', '--log-level', 'warn', '.'] },
  {
    name: 'structure',
    // The sources show every import, the compiled files only those that are there when it runs: both are read.
    tool: ['dependency-cruiser', 'depcruise'],
    args: ['--config', '.dependency-cruiser.cjs', 'src', ...existing('worker.ts'), 'dist'],
  },
];

/** Runs the named checks beside each other and resolves to the names of those that failed. */
export async function runChecks(names = CHECKS.map((check) => check.name)) {
  const results = await Promise.all(CHECKS.filter((check) => names.includes(check.name)).map(runCheck));
  return results.filter((result) => !result.passed).map((result) => result.name);
}

export const checkCount = CHECKS.length;

function runCheck({ name, tool, args }) {
  const started = Date.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [toolPath(...tool), ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output = [];
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    child.once('close', (code) => {
      const passed = code === 0;
      if (!passed) process.stderr.write(Buffer.concat(output));
      say(`${passed ? 'ok    ' : 'FAILED'} ${name} (${seconds(started)} s)`);
      resolve({ name, passed });
    });
  });
}
