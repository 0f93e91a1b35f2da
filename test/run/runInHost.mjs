import { createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { format } from 'node:util';
import { buildExtension, buildTests, sampleScenario, writeSamples } from './build.mjs';
import { ensureChromium, withChromium } from './chromium.mjs';
import { findDesktop } from './desktop.mjs';
import { installHost, newest, oldest, startHost, workbenchAddress } from './hosts.mjs';
import { installPackages, installUiPackages } from './packages.mjs';
import { inRoot, isMain, root } from './paths.mjs';
import { close, runRing, takeTally } from './tally.mjs';
import { withTemporaryFolder } from './temporaryFolder.mjs';

const tests = inRoot('out', 'test', 'host', 'index.js');

/** Only the test files whose names fit this pattern are run. */
const testFiles = isMain(import.meta.url) ? (process.argv[3] ?? '') : '';

/** What the oldest VS Code runs of its own accord: what leans on its editors, tabs and views. The newest runs all. */
const oldestFiles = '^(activation|bundleFiles|copies|file|firstUse|following|jumps|language|overview|re|storyTrees)';

/** @param {import('./hosts.mjs').Host} host */
const filesFor = (host) => testFiles || (host === oldest ? oldestFiles : '');

/** How long a whole suite may take, in milliseconds. */
const limit = 8 * 60_000;

/**
 * Prepares what every host needs: the bundles, and a folder with the sample bundle for it to open.
 * @param {(folder: string, data: string, tallyFile: string) => Promise<void>} use
 */
async function withSample(use) {
  await installPackages();
  await buildExtension();
  await buildTests();
  return withTemporaryFolder(async (temporary) => {
    const folder = path.join(temporary, 'workspace');
    const tallyFile = path.join(temporary, 'tally.json');
    await writeSamples(folder, [sampleScenario]);
    await use(folder, path.join(temporary, 'data'), tallyFile);
    return takeTally(tallyFile);
  });
}

/** Runs the suite in the extension host of a VS Code from npm; a browser shows its workbench. @param {import('./hosts.mjs').Host} host */
const runInServer = (host) =>
  withSample(async (folder, dataFolder, tallyFile) => {
    await installUiPackages();
    const chromium = await ensureChromium();
    const installed = await installHost(host);
    const running = await startHost(installed, {
      dataFolder,
      env: { TRIAGE_TALLY_FILE: tallyFile, TRIAGE_TEST_FILES: filesFor(host) },
    });
    const log = openLog(host);
    try {
      const address = workbenchAddress(running, folder, { extension: root, tests });
      await withChromium(chromium, async (browser) => runSuite(await browser.newPage(), address, log.write));
    } finally {
      await running.stop();
      log.close();
    }
  });

/**
 * VS Code logs a lot that is no news (no network, no native modules). The suite's own lines are shown, all of them are kept.
 * @param {import('./hosts.mjs').Host} host
 */
function openLog(host) {
  const file = inRoot('out', 'logs', `vscode-${host.vscode}.log`);
  mkdirSync(path.dirname(file), { recursive: true });
  const stream = createWriteStream(file);
  console.log(`Everything that VS Code logs: ${path.relative(root, file)}`);
  return {
    /** @param {string} line */
    write: (line) => {
      stream.write(`${line}\n`);
      if (line.startsWith(suiteMark)) {
        console.log(line.slice(suiteMark.length));
      }
    },
    close: () => stream.end(),
  };
}

/** What `test/host/index.ts` puts before each line of its report. */
const suiteMark = '[tests] ';

/**
 * The workbench runs the suite by itself; it reports to two functions that it expects to find in the page.
 * @param {import('playwright-core').Page} page
 * @param {string} address
 * @param {(line: string) => void} write
 */
async function runSuite(page, address, write) {
  const ended = new Promise((resolve) => page.exposeFunction('codeAutomationExit', resolve));
  /** @param {string} _type @param {readonly unknown[]} args */
  const log = (_type, args) => write(format(...args));
  await page.exposeFunction('codeAutomationLog', log);
  await page.goto(address);
  const inTime = await Promise.race([ended, sleep(limit, late, { ref: false })]);
  if (inTime === late) {
    throw new Error(`the tests did not end within ${limit / 60_000} minutes`);
  }
}

const late = Symbol('late');

/**
 * Runs the suite in a desktop VS Code: the one named by `VSCODE_TEST_DESKTOP`, the one on this machine, or a download.
 * @param {string} version what to download: a version of VS Code or `stable`
 * @param {string | null} program
 */
const runInDesktop = (version, program) =>
  withSample(async (folder, dataFolder, tallyFile) => {
    const { runTests } = await import('@vscode/test-electron');
    await runTests({
      version,
      ...(program === null ? {} : { vscodeExecutablePath: program }),
      extensionDevelopmentPath: root,
      extensionTestsPath: tests,
      extensionTestsEnv: { TRIAGE_TALLY_FILE: tallyFile, TRIAGE_TEST_FILES: testFiles },
      launchArgs: [folder, '--disable-extensions', '--user-data-dir', dataFolder],
    }).catch((error) => console.error(error instanceof Error ? error.message : error));
  });

/**
 * The rings of this machine. `VSCODE_TEST_DESKTOP` asks for the desktop: a path to its program, or any other value to
 * have the oldest and the newest version downloaded.
 * @returns {readonly { readonly title: string, readonly run: () => Promise<import('./tally.mjs').Tally> }[]}
 */
export function hostRings() {
  const wish = process.env['VSCODE_TEST_DESKTOP'] ?? '';
  const program = path.isAbsolute(wish) ? wish : (findDesktop()?.program ?? null);
  if (program !== null) {
    return [{ title: 'in desktop VS Code', run: () => runInDesktop('stable', program) }];
  }
  if (wish !== '') {
    return [oldest.vscode, 'stable'].map((version) => ({
      title: `in desktop VS Code ${version}`,
      run: () => runInDesktop(version, null),
    }));
  }
  return [oldest, newest].map((host) => ({ title: `in VS Code ${host.vscode}`, run: () => runInServer(host) }));
}

// `node test/run/runInHost.mjs 1.139 'trees|jumps'` runs only some test files, and only in hosts whose name holds that.
if (isMain(import.meta.url)) {
  const tallies = [];
  for (const { title, run } of hostRings().filter(({ title }) => title.includes(process.argv[2] ?? ''))) {
    tallies.push(await runRing(title, run));
  }
  close(tallies);
}
