const { writeFileSync } = require('node:fs');
const { reporters } = require('mocha');

/**
 * Prints like Mocha's `spec` or `dot` reporter and leaves what the run came to in the file that `TRIAGE_TALLY_FILE`
 * names: the figures, what failed, and what passed only when it was tried again.
 */
module.exports = class TallyReporter {
  /** @param {Mocha.Runner} runner @param {Mocha.MochaOptions} options */
  constructor(runner, options) {
    this.printer = new reporters[options.reporterOptions?.style === 'dot' ? 'Dot' : 'Spec'](runner, options);
    /** @type {string[]} */
    const failures = [];
    /** @type {string[]} */
    const retried = [];
    runner.on('fail', (test, error) => failures.push(oneLine(test, error)));
    runner.on('retry', (test, error) => retried.push(oneLine(test, error)));
    runner.once('end', () => {
      const file = process.env['TRIAGE_TALLY_FILE'];
      const { passes, failures: failed, pending } = runner.stats;
      if (file !== undefined) {
        writeFileSync(file, JSON.stringify({ passed: passes, failed, skipped: pending, failures, retried }));
      }
    });
  }
};

/**
 * Errors of tests that ran in a process of their own come as plain objects.
 * @param {Mocha.Runnable} test
 * @param {{ readonly message?: string } | undefined} error
 */
function oneLine(test, error) {
  const [reason] = (error?.message ?? String(error)).split('\n');
  return `${test.fullTitle()}: ${reason}`;
}
