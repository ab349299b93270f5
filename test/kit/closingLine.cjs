const { writeSync } = require('node:fs');

/** Ends a run with the line `N passed, N failed` alone; a test file that could not run counts as one failed. */
module.exports = class ClosingLine {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const line = `\n${results.numPassedTests} passed, ${failed} failed\n`;
    // jest's own summary comes after the last reporter, so this waits for the very end.
    process.once('exit', () => writeSync(1, line));
  }
};
