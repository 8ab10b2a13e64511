// node scripts/complete-lock.mjs: to be run after `npm install` where the registry carries packages for this kind of machine alone.
// npm then leaves the packages for other machines out of the lock file, and `npm ci` refuses such a file everywhere. Their
// versions are known (the packages that want them name them exactly), so they are entered here; npm fetches them only where they fit.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, say } from './project.mjs';

const SYSTEMS = ['darwin', 'linux', 'win32', 'freebsd', 'android', 'openharmony', 'aix', 'sunos', 'netbsd', 'openbsd'];
const PROCESSORS = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'wasm32'];

const file = join(root, 'package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));
const added = missingPlatformPackages(lock.packages);
if (added.length > 0) {
  const all = [...Object.entries(lock.packages), ...added];
  lock.packages = Object.fromEntries(all.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
}
say(`${added.length} packages for other machines entered into package-lock.json`);

function missingPlatformPackages(packages) {
  return Object.values(packages).flatMap((parent) =>
    Object.entries(parent.optionalDependencies ?? {})
      .filter(([name]) => packages[`node_modules/${name}`] === undefined)
      .map(([name, version]) => {
        if (!/^\d+\.\d+\.\d+/.test(version))
          throw new Error(`${name} is wanted as ${version}: its version is not known`);
        return [
          `node_modules/${name}`,
          { version, ...platformOf(name), ...(parent.dev ? { dev: true } : {}), optional: true },
        ];
      }),
  );
}

function platformOf(name) {
  const words = name.split(/[-/]/);
  const os = SYSTEMS.find((system) => words.includes(system));
  const cpu = PROCESSORS.find((processor) => words.includes(processor));
  if (cpu === undefined) throw new Error(`${name} does not say for which machine it is`);
  const libc = words.some((word) => word.startsWith('musl'))
    ? 'musl'
    : words.includes('gnu') && os === 'linux'
      ? 'glibc'
      : undefined;
  return { cpu: [cpu], ...(libc === undefined ? {} : { libc: [libc] }), ...(os === undefined ? {} : { os: [os] }) };
}
