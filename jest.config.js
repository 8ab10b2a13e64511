// Tests are compiled by swc; types are checked by `npm run check` (tsc), which `npm test` runs first.
module.exports = {
  // Set by `npm test`, which counts.
  ...(process.env.CASEWORK_REPORTERS ? { reporters: JSON.parse(process.env.CASEWORK_REPORTERS) } : {}),
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, // `import()` stays as it is: ES modules are loaded so.
        module: { type: 'commonjs', ignoreDynamic: true },
      },
    ],
  },
  testTimeout: 60_000,
  maxWorkers: 2,
  // A worker keeps something of every file that it ran: it begins anew before the machine has no memory left.
  workerIdleMemoryLimit: '2GB',
};
