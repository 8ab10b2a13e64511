import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const text = readFileSync(join(__dirname, '..', '..', 'package-lock.json'), 'utf8');
const { packages } = z
  .object({
    packages: z.record(
      z.string(),
      z.object({ version: z.string().optional(), optionalDependencies: z.record(z.string(), z.string()).optional() }),
    ),
  })
  .parse(JSON.parse(text));

// `npm ci` refuses a lock file in which a package for another kind of machine is missing; node scripts/complete-lock.mjs enters them.
test('the lock file knows the packages for every kind of machine', () => {
  const wanted = Object.values(packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}));
  expect(wanted.length).toBeGreaterThan(0);
  expect(wanted.filter((name) => packages[`node_modules/${name}`] === undefined)).toEqual([]);
});

test('the lock file names no server: packages come from the registry that a machine is set up for', () => {
  expect(text).not.toContain('"resolved"');
});
