import { existsSync } from 'node:fs';
import path from 'node:path';

/** Real logs and archives that are not part of the repository; where they are missing, their tests skip. */
const dataRoot = process.env['TRIAGE_TEST_DATA'] ?? path.resolve(process.cwd(), '..', 'shared', 'data');

/** Path of a real test file, or `null` where the test data is not on this machine. */
export function dataPath(...parts: string[]): string | null {
  const file = path.join(dataRoot, ...parts);
  return existsSync(file) ? file : null;
}

/**
 * For `before`/`it` bodies: skips with a printed reason where a real file is missing.
 * Returns the path otherwise.
 */
export function requireData(context: Mocha.Context, ...parts: string[]): string {
  const file = dataPath(...parts);
  if (file === null) {
    skipped += 1;
    console.log(`      skipped: real test data ${parts.join('/')} is not on this machine (${skipped} so far)`);
    context.skip();
  }
  return file;
}

let skipped = 0;
