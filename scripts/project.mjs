// What every script needs first, with nothing but Node: a supported Node, the dependencies, a build of today's sources.
// All of it speaks on stderr, so that a program's own stdout stays clean.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const SUPPORTED = [20, 22, 24];

export const say = (line) => process.stderr.write(`${line}\n`);

export function requireSupportedNode(version = process.versions.node) {
  const major = Number(version.split('.')[0]);
  if (SUPPORTED.includes(major)) return;
  say(
    `This is Node ${version}. The Temporal SDK supports Node ${SUPPORTED.join(', ')}: install one of them and try again.`,
  );
  process.exit(1);
}

/** `npm ci` when anything that the lock file wants is absent or of another version. */
export function installDependencies() {
  const reason = whyNotInstalled();
  if (reason === undefined) return;
  say(`Installing dependencies (${reason}) ...`);
  const started = Date.now();
  const npm = process.env.npm_execpath;
  const [command, before] = npm === undefined ? ['npm', []] : [process.execPath, [npm]];
  const run = spawnSync(command, [...before, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    // A production setting of the caller's must not leave out the compiler.
    env: { ...process.env, NODE_ENV: 'development', NODE_OPTIONS: '' },
  });
  if (run.status !== 0) {
    say(`The dependencies could not be installed${run.error === undefined ? '' : `: ${run.error.message}`}.`);
    process.exit(1);
  }
  say(`Dependencies installed in ${seconds(started)} s.`);
}

/** By content, not by time: a checkout changes the times of files, and an interrupted install leaves no hidden lock file. */
function whyNotInstalled() {
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const there = packagesOf(join(root, 'node_modules', '.package-lock.json'));
  if (there === undefined) return 'first start';
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '' || entry.optional || entry.devOptional) continue; // optional ones depend on the machine
    if (there[path]?.version !== entry.version)
      return `${path.replace('node_modules/', '')} ${entry.version} is missing`;
  }
  return undefined;
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** Compiles into dist/ when a source is newer than the last build. Returns false when there are type errors. */
export function build({ quiet = false } = {}) {
  const stamp = join(root, 'dist', '.built');
  const sources = filesBelow(join(root, 'src')).concat(
    ['worker.ts', 'tsconfig.json', 'package-lock.json'].map((name) => join(root, name)),
  );
  if (timeOf(stamp) >= Math.max(...sources.map(timeOf))) return true;
  if (!quiet) say('Building ...');
  const started = Date.now();
  // Built aside and moved file by file: a program that runs from dist/ at this moment never meets half a file.
  const aside = join(root, 'dist', `.aside-${process.pid}`);
  mkdirSync(aside, { recursive: true });
  try {
    const run = spawnSync(process.execPath, [toolPath('typescript', 'tsc'), '-p', 'tsconfig.json', '--outDir', aside], {
      cwd: root,
      stdio: ['ignore', 2, 2],
    });
    if (run.status !== 0) return false;
    for (const file of sources.filter((source) => source.startsWith(join(root, 'src')) && extname(source) !== '.ts')) {
      cpSync(file, join(aside, relative(root, file)), { recursive: true });
    }
    putInPlace(aside, join(root, 'dist'));
    writeFileSync(stamp, '');
    utimesSync(stamp, started / 1_000, started / 1_000); // a file saved during the build is newer than it
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
  if (!quiet) say(`Built in ${seconds(started)} s.`);
  return true;
}

function putInPlace(aside, dist) {
  const made = new Set(filesBelow(aside).map((file) => relative(aside, file)));
  for (const file of made) {
    mkdirSync(dirname(join(dist, file)), { recursive: true });
    renameSync(join(aside, file), join(dist, file));
  }
  for (const file of filesBelow(dist).map((path) => relative(dist, path))) {
    if (!made.has(file) && !file.startsWith('.')) rmSync(join(dist, file), { force: true });
  }
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

function timeOf(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** The file behind a command of an installed package: started with our Node, without a shell between. */
export function toolPath(packageName, command) {
  const folder = join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

export const seconds = (started) => Math.round((Date.now() - started) / 100) / 10;
