import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { buildExtension, buildTests, sampleScenario, writeSamples } from './build.mjs';
import { ensureChromium, withChromium } from './chromium.mjs';
import { installHost, newest, oldest, settingsFile, startHost, workbenchAddress } from './hosts.mjs';
import { installUiPackages } from './packages.mjs';
import { inRoot, root } from './paths.mjs';
import { withTemporaryFolder } from './temporaryFolder.mjs';

const usage = `Takes a picture of the extension in a real workbench.

  node test/run/look.mjs --out FILE.png [options] [steps]

Options
  --theme NAME       "Default Dark Modern" (the default), "Default Light Modern",
                     "Default High Contrast", "Default High Contrast Light"
  --size WxH         1280x800 unless given
  --folder PATH      the folder to open, instead of one with the sample bundle
  --language CODE    speaks to the extension as a VS Code in that language would, for example de
  --oldest           the oldest supported VS Code, instead of the newest

Steps, carried out in the order given
  --open NAME        opens a file of the folder by its name (Ctrl+P)
  --command TITLE    runs a command by its title in the command palette
  --container TITLE  shows a view container of the activity bar
  --press KEY        presses a key, for example F6 or Control+End
  --click TEXT       clicks the first element of the workbench with this text
  --webclick TEXT    clicks the first element of the first webview with this text
  --wait SECONDS     waits
  --shot FILE.png    takes a picture in between
`;

const { values, tokens } = parseArgs({
  tokens: true,
  options: {
    out: { type: 'string' },
    theme: { type: 'string', default: 'Default Dark Modern' },
    size: { type: 'string', default: '1280x800' },
    folder: { type: 'string' },
    language: { type: 'string' },
    oldest: { type: 'boolean', default: false },
    open: { type: 'string', multiple: true },
    command: { type: 'string', multiple: true },
    container: { type: 'string', multiple: true },
    press: { type: 'string', multiple: true },
    click: { type: 'string', multiple: true },
    webclick: { type: 'string', multiple: true },
    wait: { type: 'string', multiple: true },
    shot: { type: 'string', multiple: true },
  },
});

/** How long the workbench gets to settle before a picture, in milliseconds. */
const settling = 1500;

/** @typedef {import('../ui/workbench').Workbench} Workbench */

/** @type {Readonly<Record<string, (workbench: Workbench, value: string) => Promise<void>>>} */
const steps = {
  open: (workbench, name) => workbench.openFile(name),
  command: (workbench, title) => workbench.runCommand(title),
  container: (workbench, title) => workbench.viewContainer(title).click(),
  press: (workbench, key) => workbench.page.keyboard.press(key),
  click: (workbench, text) => workbench.page.getByText(text).first().click(),
  webclick: (workbench, text) => workbench.webview().getByText(text).first().click(),
  wait: (_workbench, seconds) => sleep(Number(seconds) * 1000),
  shot: takePicture,
};

/** @param {Workbench} workbench @param {string} file */
async function takePicture(workbench, file) {
  await sleep(settling);
  await workbench.picture(path.resolve(file));
  console.log(`Picture: ${file}`);
}

/** The page object of the tests, bundled for this process. @returns {Promise<typeof import('../ui/workbench')>} */
async function loadWorkbench() {
  const outfile = inRoot('out', 'workbench.mjs');
  await build({
    entryPoints: [inRoot('test', 'ui', 'workbench.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
  });
  return import(pathToFileURL(outfile).href);
}

/** @param {string} temporary @returns {Promise<string>} */
async function sampleFolder(temporary) {
  const folder = path.join(temporary, 'workspace');
  await buildTests();
  await writeSamples(folder, [sampleScenario]);
  return folder;
}

/** Carries out the steps in the order in which they were given. @param {Workbench} workbench */
async function walk(workbench) {
  for (const token of tokens) {
    if (token.kind === 'option' && token.value !== undefined) {
      await steps[token.name]?.(workbench, token.value);
    }
  }
}

/** @param {string} out */
async function look(out) {
  await installUiPackages();
  await buildExtension();
  const chromium = await ensureChromium();
  const installed = await installHost(values.oldest ? oldest : newest);
  const { Workbench } = await loadWorkbench();
  await withTemporaryFolder(async (temporary) => {
    const folder = values.folder === undefined ? await sampleFolder(temporary) : path.resolve(values.folder);
    const dataFolder = path.join(temporary, 'data');
    const running = await startHost(installed, { dataFolder });
    try {
      await withChromium(chromium, async (browser) => {
        const [width = 1280, height = 800] = values.size.split('x').map(Number);
        const workbench = await Workbench.open(browser, {
          address: workbenchAddress(running, folder, { extension: root }),
          settingsFile: settingsFile(dataFolder),
          theme: /** @type {import('../ui/workbench').Theme} */ (values.theme),
          size: { width, height },
          language: values.language,
        });
        try {
          await walk(workbench);
        } finally {
          // Also where a step failed: the picture shows why.
          await takePicture(workbench, out);
        }
      });
    } finally {
      await running.stop();
    }
  });
}

if (values.out === undefined) {
  console.log(usage);
  process.exitCode = 2;
} else {
  await look(values.out).catch((error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
