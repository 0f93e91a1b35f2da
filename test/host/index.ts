import { readdirSync } from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';

const tallyReporter = path.join(__dirname, '..', '..', '..', 'test', 'run', 'tallyReporter.cjs');

/**
 * Runs every test of this folder inside the extension host; VS Code calls this and takes a rejection for a failure.
 * The figures go into the file named by `TRIAGE_TALLY_FILE`, because all that VS Code itself hands on is an exit code.
 * `TRIAGE_TEST_FILES` is a pattern: only files whose names fit it are taken.
 * A test that fails is tried once more, because a real window on a busy machine is not always quick; the run says so.
 */
export function run(): Promise<void> {
  Object.assign(Mocha.reporters.Base, { consoleLog: print });
  const mocha = new Mocha({ color: false, reporter: tallyReporter, timeout: 60_000, retries: 1 });
  const wanted = new RegExp(process.env.TRIAGE_TEST_FILES ?? '');
  for (const name of readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).sort()) {
    if (name.endsWith('.test.js') && wanted.test(name)) {
      mocha.addFile(path.join(__dirname, name));
    }
  }
  return new Promise((resolve, reject) => {
    mocha.run((failures) => {
      if (failures === 0) {
        resolve();
      } else {
        reject(new Error(`${failures} failed`));
      }
    });
  });
}

/** Marks the lines of the report: the runner shows these and keeps the rest of what VS Code logs for when it is needed. */
function print(...args: readonly unknown[]): void {
  for (const line of format(...args).split('\n')) {
    console.log(`[tests] ${line}`);
  }
}
