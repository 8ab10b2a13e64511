// npm run mutation [-- --mutate src/domain/calendar.ts]: does a test notice when the rules or their arithmetic are changed?
// The whole run takes hours: a program is data that is read once, so each of its mutants needs every test that reads it.
import jestConfig from './jest.config.js';

export default {
  mutate: ['src/domain/**/*.ts', 'src/programs/**/*.ts'],
  testRunner: 'jest',
  // The tests that need no server; the one of the schema of scenarios formats a file, which the runner cannot.
  jest: {
    projectType: 'custom',
    config: {
      ...jestConfig,
      // A test that reads a file through other sources is related to it too.
      roots: ['<rootDir>/test', '<rootDir>/src'],
      testMatch: [
        '<rootDir>/test/{domain,programs}/**/*.test.ts',
        '<rootDir>/test/property/plan.property.test.ts',
        '<rootDir>/test/scenarios/{by-hand*,explained,golden}.test.ts',
      ],
      testSequencer: '<rootDir>/scripts/mutation-order.cjs',
      runner: '<rootDir>/scripts/mutation-runner.cjs',
    },
  },
  // Its preprocessor of tsconfig.json needs a compiler older than ours; the tests do not read that file.
  tsconfigFile: 'tsconfig.none.json',
  coverageAnalysis: 'perTest',
  plugins: ['@stryker-mutator/jest-runner', './scripts/mutation-prose.mjs', './scripts/mutation-told.mjs'],
  ignorers: ['prose'],
  ignorePatterns: ['dist', 'dist-bench', '.data', 'bench', 'docker', 'docs'],
  concurrency: 2,
  // What the tests load stays in memory: a runner that is kept slows down to a quarter.
  maxTestRunnerReuse: 8,
  dryRunTimeoutMinutes: 30,
  timeoutMS: 300_000,
  tempDirName: '.data/mutation-sandbox',
  incrementalFile: '.data/mutation/incremental.json',
  reporters: ['clear-text', 'told', 'html', 'json'],
  htmlReporter: { fileName: '.data/mutation/report.html' },
  jsonReporter: { fileName: '.data/mutation/report.json' },
  clearTextReporter: { allowColor: false, logTests: false },
};
