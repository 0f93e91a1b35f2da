import path from 'node:path';
import { buildExtension, buildTests } from './build.mjs';
import { browserFlags, ensureChromium } from './chromium.mjs';
import { runMocha } from './mocha.mjs';
import { installPackages, installUiPackages } from './packages.mjs';
import { inRoot, isMain, uiPackage } from './paths.mjs';
import { close, runRing } from './tally.mjs';

/** Compares the chart of sample scenarios with the pictures in the repository. @param {{ update?: boolean }} [options] */
export async function runPictures({ update = false } = {}) {
  await installPackages();
  await installUiPackages();
  await buildExtension();
  await buildTests();
  const chromium = await ensureChromium();
  const tests = inRoot('out', 'test', 'ui', 'pictures', '**', '*.test.js');
  return runMocha(['--no-config', '--timeout', '60000', '--retries', '1', '--spec', tests], {
    NODE_PATH: path.join(uiPackage, 'node_modules'),
    TRIAGE_PICTURES: JSON.stringify({
      script: inRoot('dist', 'timeline.js'),
      style: inRoot('media', 'timeline.css'),
      translations: inRoot('l10n', 'bundle.l10n.de.json'),
      expected: inRoot('test', 'ui', 'pictures', 'expected'),
      failures: inRoot('out', 'pictures', 'timeline'),
      update,
      chromium,
      browserFlags,
    }),
  });
}

// `npm run test:pictures -- --update` makes what the chart looks like now what is expected; look at it before you commit.
if (isMain(import.meta.url)) {
  const update = process.argv.includes('--update');
  close([await runRing('pictures', () => runPictures({ update }))]);
}
