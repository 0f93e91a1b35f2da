import { buildTests } from './build.mjs';
import { runMocha } from './mocha.mjs';
import { installPackages } from './packages.mjs';
import { isMain } from './paths.mjs';
import { close, runRing } from './tally.mjs';

/** The tests that need no VS Code. */
export async function runUnit() {
  await installPackages();
  await buildTests();
  return runMocha(['--reporter-option', 'style=dot']);
}

if (isMain(import.meta.url)) {
  close([await runRing('unit', runUnit)]);
}
