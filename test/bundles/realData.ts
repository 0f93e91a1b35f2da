import { existsSync } from 'node:fs';
import path from 'node:path';

/** Real logs and archives that are not part of the repository; what needs them skips where they are missing. */
const dataRoot = process.env.TRIAGE_TEST_DATA ?? path.resolve(process.cwd(), '..', 'shared', 'data');

/** Path of a real test file, or `null` where it is not on this machine. */
export function dataPath(...parts: string[]): string | null {
  const file = path.join(dataRoot, ...parts);
  return existsSync(file) ? file : null;
}
