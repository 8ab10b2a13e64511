// The direction of dependencies is checked by `npm run check`. Here: that the check notices each thing that it forbids.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const ROOT = join(__dirname, '..', '..');
const report = z.object({
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'direction-test-'));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  copyFileSync(join(ROOT, 'package.json'), join(folder, 'package.json'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a small project, and gives `rule: from -> to` for everything that is forbidden in it. */
function violations(files: Record<string, string>): string[] {
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
  const tool = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const config = join(ROOT, '.dependency-cruiser.cjs');
  const roots = [...new Set(Object.keys(files).map((file) => file.split('/')[0] ?? file))];
  const output = execFileSync(process.execPath, [tool, '--config', config, '--output-type', 'json', ...roots], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return report
    .parse(JSON.parse(output))
    .summary.violations.map(
      ({ rule, from, to }) => `${rule.name}: ${from} -> ${to.replace(/^.*(?=node_modules\/)/, '')}`,
    )
    .toSorted();
}

test('what the layout allows is not reported', () => {
  expect(
    violations({
      'src/domain/rule.ts': `import { z } from 'zod'; import { DateTime } from 'luxon'; export const rule = [z, DateTime];`,
      'src/programs/one.ts': `import { rule } from '../domain/rule'; export const program = rule;`,
      'src/store/journal.ts': `import { rule } from '../domain/rule'; export const journal = rule;`,
      'src/workflows/case.ts': `import type { rule } from '../domain/rule'; export type Case = typeof rule;`,
      'src/activities/advance.ts': `import { journal } from '../store/journal'; import { program } from '../programs/one'; export const advance = [journal, program];`,
      'dist/src/workflows/case.js': `const workflow = require('@temporalio/workflow'); exports.permanencyCase = workflow;`,
    }),
  ).toEqual([]);
});

test('the domain may not reach out, not even for a type', () => {
  expect(
    violations({
      'src/domain/a.ts': `import { readFileSync } from 'node:fs'; export const a = readFileSync;`,
      'src/domain/b.ts': `import type { Client } from '@temporalio/client'; export type B = Client;`,
      'src/domain/c.ts': `import { journal } from '../store/journal'; export const c = journal;`,
      'src/domain/d.ts': `export const d = (): Promise<unknown> => import('../programs/one');`,
      'src/programs/one.ts': `import { journal } from '../store/journal'; export const one = journal;`,
      'src/store/journal.ts': `export const journal = 1;`,
    }),
  ).toEqual([
    'domain-is-pure: src/domain/a.ts -> fs',
    'domain-is-pure: src/domain/b.ts -> node_modules/@temporalio/client/lib/index.js',
    'domain-is-pure: src/domain/c.ts -> src/store/journal.ts',
    'domain-is-pure: src/domain/d.ts -> src/programs/one.ts',
    'programs-speak-only-of-rules: src/programs/one.ts -> src/store/journal.ts',
  ]);
});

test('no value from elsewhere enters the workflow bundle', () => {
  expect(
    violations({
      'dist/src/domain/rule.js': `exports.rule = 1;`,
      'dist/src/workflows/case.js': `exports.all = [require('../domain/rule'), require('luxon'), require('@temporalio/workflow')];`,
    }),
  ).toEqual([
    'workflow-bundle-holds-no-domain-code: dist/src/workflows/case.js -> dist/src/domain/rule.js',
    'workflow-bundle-holds-no-domain-code: dist/src/workflows/case.js -> node_modules/luxon/build/node/luxon.js',
  ]);
});

test('store, messaging and platform call nobody; API and activities do not call each other', () => {
  expect(
    violations({
      'dist/src/activities/advance.js': `exports.advance = 1;`,
      'dist/src/api/app.js': `exports.app = require('../activities/advance');`,
      'dist/src/store/journal.js': `exports.journal = require('../activities/advance');`,
      'src/activities/advance.ts': `import { app } from '../api/app'; export const advance = app;`,
      'src/api/app.ts': `export const app = 1;`,
    }),
  ).toEqual([
    'activities-do-not-know-the-api: src/activities/advance.ts -> src/api/app.ts',
    'api-does-not-run-activities: dist/src/api/app.js -> dist/src/activities/advance.js',
    'tools-know-no-users: dist/src/store/journal.js -> dist/src/activities/advance.js',
  ]);
});

test('cycles, imports that are not found, tests and development dependencies are reported', () => {
  expect(
    violations({
      'dist/src/platform/a.js': `exports.a = require('./b');`,
      'dist/src/platform/b.js': `exports.b = require('./a');`,
      'dist/src/platform/c.js': `exports.c = require('prettier');`,
      'src/platform/d.ts': `import { gone } from './gone'; import { help } from '../../test/help'; export const d = [gone, help];`,
      'test/help.ts': `export const help = 1;`,
    }),
  ).toEqual([
    'all-imports-are-found: src/platform/d.ts -> ./gone',
    'installed-in-production: dist/src/platform/c.js -> node_modules/prettier/index.cjs',
    'no-cycles: dist/src/platform/a.js -> dist/src/platform/b.js',
    'sources-stand-alone: src/platform/d.ts -> test/help.ts',
  ]);
});
