// For `npm run mutation`: first the tests that the changed file is named in, then the quickest, because the first that fails
// ends the run of a mutant (mutation-runner.cjs). Jest by itself would begin with the longest.
const path = require('node:path');

const ORDER = [/test.programs/, /by-hand/, /test.domain/, /golden/, /test.property/];

module.exports = class LikeliestFirst {
  constructor({ globalConfig }) {
    const changed = path.basename(globalConfig.nonFlagArgs[0] ?? '', '.ts');
    // `la-p3` is named in by-hand-la too.
    this.order = changed ? [new RegExp(`${changed}|by-hand-${changed.split('-')[0]}\\b`), ...ORDER] : ORDER;
  }

  sort(tests) {
    return [...tests].sort((a, b) => this.rank(a) - this.rank(b) || a.path.localeCompare(b.path));
  }

  rank(test) {
    const first = this.order.findIndex((part) => part.test(test.path));
    return first < 0 ? this.order.length : first;
  }

  // What jest would remember from one run to the next; a mutant has no past.
  allFailedTests() {
    return [];
  }

  cacheResults() {}
};
