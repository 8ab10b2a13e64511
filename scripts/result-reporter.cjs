// A reporter for jest: one line of JSON for each finished file, so that a run that is cut short has still counted what it did.
const { appendFileSync } = require('node:fs');

/** The requirement ids that these titles name. */
const named = (titles) => [...new Set(titles.flatMap((title) => title.match(/\b(?:WA|LA|MO|WI|CA)-\d{2}\b/g) ?? []))];

module.exports = class ResultReporter {
  constructor(_config, { file }) {
    this.write = (line) => appendFileSync(file, `${JSON.stringify(line)}\n`);
  }

  onRunStart({ numTotalTestSuites }) {
    this.write({ files: numTotalTestSuites });
  }

  onTestFileResult(_test, { testFilePath, testResults, testExecError }) {
    const titled = (status) => testResults.filter((test) => test.status === status).map((test) => test.fullName);
    const failed = titled('failed');
    // A file that could not be loaded has no tests that could fail.
    if (testExecError !== undefined && failed.length === 0) failed.push(testFilePath);
    this.write({ file: testFilePath, passed: titled('passed').length, failed, requirements: named(titled('passed')) });
  }

  onRunComplete() {
    this.write({ complete: true });
  }
};
