// npm run coverage:policy: the register of all requirements by document, with the tests that name each, on the screen and as
// coverage/policy.html and coverage/policy.json. Ends with 1 when one is missing, or encoded and named by no passed test.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, installDependencies, requireSupportedNode, root, say, toolPath } from './project.mjs';

/** Tests that start no server: the ones that show rules. */
const SUITES = ['test/domain', 'test/programs', 'test/scenarios/by-hand'];

requireSupportedNode();
installDependencies();
if (!build()) process.exit(1);
const load = createRequire(join(root, 'package.json'));
const { programs, sources } = load('./dist/src/programs/index.js');
const { register } = load('./dist/src/programs/register.js');

const tested = namedByTests();
const rows = register(programs).map((row) => ({ ...row, tested: tested.has(row.id) }));
const groups = [...grouped(rows)];
const count = (list, test) => list.filter(test).length;
const table = groups.map(([program, list]) => ({
  program,
  requirements: list.length,
  'encoded and tested': count(list, (r) => r.state === 'encoded' && r.tested),
  'encoded, not tested': count(list, (r) => r.state === 'encoded' && !r.tested),
  guidance: count(list, (r) => r.state === 'guidance'),
  absent: count(list, (r) => r.state === 'absent'),
  missing: count(list, (r) => r.state === 'missing'),
}));
console.table(table);
for (const row of rows.filter((r) => r.state === 'absent')) console.log(`absent  ${row.id}: ${row.why}`);
const wrong = rows.filter((r) => r.state === 'missing' || (r.state === 'encoded' && !r.tested));
for (const row of wrong) console.log(`${row.state === 'missing' ? 'MISSING' : 'UNTESTED'} ${row.id}: ${row.duty}`);

const folder = join(root, 'coverage');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'policy.json'), `${JSON.stringify({ table, rows }, null, 2)}\n`);
writeFileSync(join(folder, 'policy.html'), page());
console.log('Written: coverage/policy.html, coverage/policy.json');
process.exitCode = wrong.length === 0 ? 0 : 1;

function namedByTests() {
  const aside = mkdtempSync(join(tmpdir(), 'policy-'));
  const report = join(aside, 'results.jsonl');
  const reporters = JSON.stringify([[join(root, 'scripts/result-reporter.cjs'), { file: report }]]);
  say('Running the tests that show rules ...');
  const run = spawnSync(process.execPath, [toolPath('jest', 'jest'), ...SUITES], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, CASEWORK_REPORTERS: reporters, NODE_OPTIONS: '--experimental-vm-modules --no-warnings' },
  });
  if (run.status !== 0) say('Some of these tests failed: what only they name counts as not tested.');
  const lines = readFileSync(report, 'utf8').split('\n').filter(Boolean);
  rmSync(aside, { recursive: true, force: true });
  return new Set(lines.flatMap((line) => JSON.parse(line).requirements ?? []));
}

function grouped(list) {
  const byProgram = new Map();
  for (const row of list) byProgram.set(row.program, [...(byProgram.get(row.program) ?? []), row]);
  return byProgram;
}

function page() {
  const escape = (text) => String(text).replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
  const state = (r) => (r.state === 'encoded' ? (r.tested ? 'encoded and tested' : 'encoded, not tested') : r.state);
  const carriers = (r) =>
    r.why === undefined
      ? r.carriers.map((c) => `<div><b>${c.kind}</b> ${escape(c.where)}: ${escape(c.says)}</div>`).join('')
      : escape(r.why);
  const section = ([program, list]) => `<h2 id="${program}">${escape(sources.documents.get(program) ?? program)}</h2>
<table><thead><tr><th>Id</th><th>Where</th><th>Owed by</th><th>Duty, in our words</th><th>State</th><th>Carried by</th></tr></thead><tbody>
${list
  .map(
    (r) =>
      `<tr class="${r.state}"><td>${r.id}</td><td>${escape(r.section)}, line ${r.line}</td><td>${escape(r.owedBy)}</td><td>${escape(r.duty)}</td><td>${state(r)}</td><td>${carriers(r)}</td></tr>`,
  )
  .join('\n')}
</tbody></table>`;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Policy coverage</title>
<style>body{font:15px/1.45 system-ui;margin:2rem auto;max-width:80rem;padding:0 1rem}table{border-collapse:collapse;width:100%}
td,th{border-bottom:1px solid #ddd;padding:.4rem;text-align:left;vertical-align:top}.guidance{background:#f4f6fb}.absent{background:#fdf6e3}.missing{background:#fbe3e3}</style>
<h1>Every requirement, and what carries it</h1>
<table><thead><tr>${Object.keys(table[0])
    .map((k) => `<th>${k}</th>`)
    .join('')}</tr></thead><tbody>
${table
  .map(
    (t) =>
      `<tr>${Object.values(t)
        .map((v) => `<td>${v}</td>`)
        .join('')}</tr>`,
  )
  .join('\n')}</tbody></table>
${groups.map(section).join('\n')}</html>\n`;
}
