import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';

/**
 * Runs every test of this folder inside the extension host; VS Code calls this and takes a rejection for a failure.
 * The figures go into the file named by `TRIAGE_TALLY_FILE`, because all that VS Code itself hands on is an exit code.
 */
export function run(): Promise<void> {
  Object.assign(Mocha.reporters.Base, { consoleLog: print });
  const mocha = new Mocha({ color: false, reporter: 'spec', timeout: 60_000 });
  for (const name of readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).sort()) {
    if (name.endsWith('.test.js')) {
      mocha.addFile(path.join(__dirname, name));
    }
  }
  return new Promise((resolve, reject) => {
    const runner = mocha.run((failures) => {
      report(runner.stats);
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

function report(stats: Mocha.Stats | undefined): void {
  const file = process.env.TRIAGE_TALLY_FILE;
  if (file !== undefined && stats !== undefined) {
    writeFileSync(file, JSON.stringify({ passed: stats.passes, failed: stats.failures, skipped: stats.pending }));
  }
}
