import { dataPath } from '../bundles/realData';

export { dataPath };

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
