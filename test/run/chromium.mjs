import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { playwright } from './packages.mjs';
import { run } from './processGroup.mjs';
import { CannotRun } from './tally.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const elsewhere = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** @param {string} name @returns {string | null} */
export function findOnPath(name) {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return firstExecutable(folders.map((folder) => path.join(folder, name)));
}

/** @param {readonly string[]} files @returns {string | null} */
function firstExecutable(files) {
  return files.find(isExecutable) ?? null;
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** `CHROMIUM_PATH` wins over what is on the path. @returns {string | null} */
function findChromium() {
  const chosen = process.env['CHROMIUM_PATH'];
  const installed = names.map(findOnPath).find((file) => file !== null);
  return chosen ?? installed ?? firstExecutable(elsewhere);
}

/** How this user may call apt-get: directly, through sudo without a password, or not at all. @returns {Promise<string[] | null>} */
async function aptGet() {
  if (findOnPath('apt-get') === null) {
    return null;
  }
  if (process.getuid?.() === 0) {
    return ['apt-get'];
  }
  const mayUseSudo = findOnPath('sudo') !== null && (await run('sudo', ['-n', 'true'], { stdio: 'ignore' })) === 0;
  return mayUseSudo ? ['sudo', '-n', 'apt-get'] : null;
}

/** @param {readonly string[]} apt */
async function installChromium([command = '', ...before]) {
  /** @type {import('node:child_process').SpawnOptions} */
  const silently = {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'inherit'],
  };
  console.log('Installing Chromium (apt-get install chromium) …');
  await run(command, [...before, 'update'], silently);
  await run(
    command,
    [...before, 'install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'],
    silently,
  );
}

/** The browser that shows the workbench, installed where that is allowed. @returns {Promise<string>} */
export async function ensureChromium() {
  const apt = findChromium() === null ? await aptGet() : null;
  if (apt !== null) {
    await installChromium(apt);
  }
  const chromium = findChromium();
  if (chromium === null) {
    throw new CannotRun(
      'no Chromium was found. Install it ("apt-get install chromium" on Debian) or set CHROMIUM_PATH to a Chrome or Chromium.',
      { attempted: apt !== null },
    );
  }
  return chromium;
}

/** Flags for a browser in a container without GPU, and without its own network traffic. */
export const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Hands an open browser to `use`. Signals are left to the process groups; the browser ends with this process.
 * @param {string} executablePath
 * @param {(browser: import('playwright-core').Browser) => Promise<void>} use
 */
export async function withChromium(executablePath, use) {
  const browser = await playwright().chromium.launch({
    executablePath,
    args: browserFlags,
    handleSIGHUP: false,
    handleSIGINT: false,
    handleSIGTERM: false,
  });
  try {
    await use(browser);
  } finally {
    await browser.close();
  }
}
