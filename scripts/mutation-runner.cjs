// For `npm run mutation`: the first file with a failing test ends the run of a mutant. Jest's own `bail` ends the process
// instead, so Stryker turns it off and would run every test of every mutant to the end.
const { default: TestRunner } = require('jest-runner');

module.exports = class UntilTheFirstFailure extends TestRunner {
  async runTests(tests, watcher, options) {
    let failed = false;
    this.on('test-file-failure', () => {
      failed = true;
    });
    this.on('test-file-success', ([, result]) => {
      failed ||= result.numFailingTests > 0 || result.testExecError !== undefined;
    });
    for (const test of tests) {
      if (failed) return;
      await super.runTests([test], watcher, options);
    }
  }
};
