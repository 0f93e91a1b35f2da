import { buildTests, packageExtension } from './build.mjs';
import { runMocha } from './mocha.mjs';
import { installPackages } from './packages.mjs';
import { inRoot, isMain, vsix } from './paths.mjs';
import { close, runRing } from './tally.mjs';

/** What ships: packages the extension and looks into the package. */
export async function runPackaging() {
  await installPackages();
  await buildTests();
  await packageExtension();
  const tests = inRoot('out', 'test', 'ui', 'packaging.test.js');
  return runMocha(['--no-config', '--spec', tests], { TRIAGE_VSIX: vsix });
}

if (isMain(import.meta.url)) {
  close([await runRing('packaging', runPackaging)]);
}
