const { writeFileSync } = require('node:fs');
const { reporters } = require('mocha');

/** Prints like Mocha's `spec` or `dot` reporter and leaves the figures in the file that `TRIAGE_TALLY_FILE` names. */
module.exports = class TallyReporter {
  /** @param {Mocha.Runner} runner @param {Mocha.MochaOptions} options */
  constructor(runner, options) {
    this.printer = new reporters[options.reporterOptions?.style === 'dot' ? 'Dot' : 'Spec'](runner, options);
    const file = process.env['TRIAGE_TALLY_FILE'];
    runner.once('end', () => {
      const { passes, failures, pending } = runner.stats;
      if (file !== undefined) {
        writeFileSync(file, JSON.stringify({ passed: passes, failed: failures, skipped: pending }));
      }
    });
  }
};
