import path from 'node:path';
import { inRoot } from './paths.mjs';
import { run } from './processGroup.mjs';
import { oneFailed, sum, takeTally } from './tally.mjs';
import { withTemporaryFolder } from './temporaryFolder.mjs';

/**
 * Runs Mocha in a process of its own.
 * @param {readonly string[]} args files and options; `.mocharc.json` applies as well
 * @param {NodeJS.ProcessEnv} [env] what the tests find in their environment besides this process's
 */
export const runMocha = (args, env = {}) =>
  withTemporaryFolder(async (folder) => {
    const tallyFile = path.join(folder, 'tally.json');
    const mocha = inRoot('node_modules', 'mocha', 'bin', 'mocha.js');
    const reporter = ['--reporter', inRoot('test', 'run', 'tallyReporter.cjs')];
    const code = await run(process.execPath, [mocha, ...reporter, ...args], {
      env: { ...process.env, ...env, TRIAGE_TALLY_FILE: tallyFile },
    });
    const tally = takeTally(tallyFile);
    // A run may also fail outside of its tests, for example by an error nobody waited for.
    return code !== 0 && tally.failed === 0 ? sum([tally, oneFailed('An error outside of the tests.')]) : tally;
  });
