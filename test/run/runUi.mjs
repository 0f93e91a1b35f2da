import path from 'node:path';
import { buildTests, packageExtension, sampleScenario, writeSamples } from './build.mjs';
import { browserFlags, ensureChromium } from './chromium.mjs';
import { installExtension, installHost, newest, oldest, settingsFile, startHost } from './hosts.mjs';
import { runMocha } from './mocha.mjs';
import { installPackages, installUiPackages } from './packages.mjs';
import { inRoot, isMain, uiPackage, vsix } from './paths.mjs';
import { close, runRing } from './tally.mjs';
import { withTemporaryFolder } from './temporaryFolder.mjs';

/** Only the test files whose names begin with this are run. */
const testFiles = isMain(import.meta.url) ? (process.argv[3] ?? '') : '';
/** The oldest VS Code is shown the main tasks, the newest everything. @param {import('./hosts.mjs').Host} host */
const testsFor = (host) =>
  inRoot('out', 'test', 'ui', '**', `${testFiles || (host === oldest ? '{smoke,bundle,keyboardTasks}' : '')}*.test.js`);
/** They have rings of their own. */
const others = [
  inRoot('out', 'test', 'ui', 'packaging.test.js'),
  inRoot('out', 'test', 'ui', 'pictures', '**', '*.test.js'),
];

/** The tests that click in the workbench as a user would, with the packaged extension installed. @param {import('./hosts.mjs').Host} host */
async function runUi(host) {
  await installPackages();
  await installUiPackages();
  await buildTests();
  await packageExtension();
  const chromium = await ensureChromium();
  const installed = await installHost(host);
  return withTemporaryFolder(async (temporary) => {
    const folder = path.join(temporary, 'workspace');
    await writeSamples(folder, [sampleScenario]);
    const pairFolder = path.join(temporary, 'pair');
    await writeSamples(pairFolder, [sampleScenario, 'cleanRun']);
    const options = { dataFolder: path.join(temporary, 'data') };
    await installExtension(installed, vsix, options);
    const running = await startHost(installed, options);
    try {
      return await runMocha(
        [
          '--no-config',
          '--timeout',
          '90000',
          '--retries',
          '1',
          '--spec',
          testsFor(host),
          ...others.flatMap((files) => ['--ignore', files]),
        ],
        {
          NODE_PATH: path.join(uiPackage, 'node_modules'),
          TRIAGE_UI: JSON.stringify({
            authority: running.authority,
            folder,
            pairFolder,
            settingsFile: settingsFile(options.dataFolder),
            extensionsFolder: path.join(options.dataFolder, 'extensions'),
            pictures: inRoot('out', 'pictures', host.vscode),
            chromium,
            browserFlags,
          }),
        },
      );
    } finally {
      await running.stop();
    }
  });
}

export const uiRings = () =>
  [newest, oldest].map((host) => ({ title: `in the workbench of VS Code ${host.vscode}`, run: () => runUi(host) }));

// `node test/run/runUi.mjs 1.139 case` runs only the test files that begin so, only in workbenches whose name holds that.
if (isMain(import.meta.url)) {
  const tallies = [];
  for (const { title, run } of uiRings().filter(({ title }) => title.includes(process.argv[2] ?? ''))) {
    tallies.push(await runRing(title, run));
  }
  close(tallies);
}
