import { existsSync } from 'node:fs';
import { cp, mkdir, rename, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { npm } from './packages.mjs';
import { sharedCache } from './paths.mjs';
import { endGroup, runOrThrow, startGroup } from './processGroup.mjs';
import { withTemporaryFolder } from './temporaryFolder.mjs';

/**
 * A real VS Code from npm: `code-server` carries the complete server (workbench, extension host, webviews). Its packages
 * are shrink-wrapped, so the version alone fixes all of them.
 * @typedef {object} Host
 * @property {string} vscode the version of VS Code
 * @property {string} codeServer the version of the npm package
 * @property {number} node the major version of Node it was built for
 * @property {readonly string[]} flags what this version needs to read the `payload` of its address
 * @property {boolean} lacksRipgrep whether the program that searches the workspace is a download of its own, not a part
 *   of the package
 */

/** The oldest VS Code that `engines.vscode` allows. @type {Host} */
export const oldest = { vscode: '1.100.3', codeServer: '4.100.3', node: 20, flags: [], lacksRipgrep: true };

/** @type {Host} */
export const newest = {
  vscode: '1.139.1',
  codeServer: '4.139.1',
  node: 24,
  flags: ['--enable-smoke-test-driver'],
  lacksRipgrep: false,
};

/** @typedef {{ readonly host: Host, readonly node: string, readonly entry: string }} InstalledHost */

/** Installs a host where that has not been done. @param {Host} host @returns {Promise<InstalledHost>} */
export async function installHost(host) {
  const hosts = path.join(sharedCache, 'hosts');
  const home = path.join(hosts, `vscode-${host.vscode}`);
  if (!existsSync(home)) {
    await mkdir(hosts, { recursive: true });
    // A complete installation appears under its name in one step, so neither a broken-off nor a parallel run can spoil it.
    await withTemporaryFolder(async (draft) => {
      await installInto(draft, host);
      await rename(draft, home).catch((error) => {
        if (!existsSync(home)) {
          throw error;
        }
      });
    }, hosts);
  }
  return {
    host,
    node: bringsNode(host) ? path.join(home, 'node_modules', nodePackage, 'bin', 'node') : process.execPath,
    entry: path.join(home, serverFolder, 'out', 'server-main.js'),
  };
}

const serverFolder = path.join('node_modules', 'code-server', 'lib', 'vscode');
const nodePackage = `node-${process.platform}-${process.arch}`;

/** @param {Host} host */
const bringsNode = (host) => Number.parseInt(process.versions.node, 10) < host.node;

/** @param {string} folder @param {Host} host */
async function installInto(folder, host) {
  const packages = [
    `code-server@${host.codeServer}`,
    ...(bringsNode(host) ? [`${nodePackage}@${host.node}`] : []),
    ...(host.lacksRipgrep ? ['@vscode/ripgrep-universal@1.18.0'] : []),
  ];
  await writeFile(path.join(folder, 'package.json'), '{ "private": true }\n');
  // Scripts are left out: they compile native modules that nothing here needs.
  await npm(folder, ['install', '--ignore-scripts', ...packages]);
  await npm(path.join(folder, serverFolder), ['install', '--ignore-scripts', '--omit=dev']);
  if (host.lacksRipgrep) {
    const modules = path.join('node_modules', '@vscode');
    const platform = `${process.platform}-${process.arch}`;
    await cp(
      path.join(folder, modules, 'ripgrep-universal', 'bin', platform),
      path.join(folder, serverFolder, modules, 'ripgrep', 'bin'),
      { recursive: true },
    );
  }
}

/** Keeps the workbench to itself: no network, nothing that covers the editor, no animation that a picture could catch half-way. */
const quietSettings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'security.workspace.trust.banner': 'never',
  'security.workspace.trust.startupPrompt': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.reduceMotion': 'on',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** The settings of the user of a host: code-server keeps them on its own side, not in the browser. @param {string} dataFolder */
export const settingsFile = (dataFolder) => path.join(dataFolder, 'data', 'User', 'settings.json');

/** @param {string} dataFolder */
async function writeSettings(dataFolder) {
  const file = settingsFile(dataFolder);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(quietSettings, null, 2));
}

/** @returns {Promise<number>} a port that is free now */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** The environment without what an enclosing VS Code left in it. @returns {NodeJS.ProcessEnv} */
const cleanEnvironment = () =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_)/.test(name)));

/** @param {string} dataFolder @param {string} extensionsFolder */
const folderFlags = (dataFolder, extensionsFolder) => [
  ...['--server-data-dir', dataFolder],
  ...['--extensions-dir', extensionsFolder],
  '--accept-server-license-terms',
];

/**
 * @typedef {object} HostOptions
 * @property {string} dataFolder where the host keeps its state
 * @property {string} [extensionsFolder] where installed extensions are; by default below `dataFolder`
 * @property {NodeJS.ProcessEnv} [env] what the extension host finds in its environment besides this process's
 */

/** @param {HostOptions} options */
const extensionsFolderOf = ({ dataFolder, extensionsFolder }) =>
  extensionsFolder ?? path.join(dataFolder, 'extensions');

/** A running host. @typedef {{ readonly authority: string, readonly stop: () => Promise<void> }} RunningHost */

/**
 * Starts a host and waits until it answers.
 * @param {InstalledHost} installed
 * @param {HostOptions} options
 * @returns {Promise<RunningHost>}
 */
export async function startHost({ host, node, entry }, options) {
  await writeSettings(options.dataFolder);
  const authority = `127.0.0.1:${await freePort()}`;
  const [address = '', port = ''] = authority.split(':');
  const server = startGroup(
    node,
    [
      entry,
      ...['--host', address, '--port', port],
      '--without-connection-token',
      ...['--telemetry-level', 'off'],
      ...folderFlags(options.dataFolder, extensionsFolderOf(options)),
      ...host.flags,
    ],
    {
      env: { ...cleanEnvironment(), ...options.env },
      stdio: 'ignore',
    },
  );
  try {
    await answers(server, `http://${authority}/version`);
  } catch (error) {
    await endGroup(server);
    throw error;
  }
  return { authority, stop: () => endGroup(server) };
}

/** @param {import('node:child_process').ChildProcess} server @param {string} url */
async function answers(server, url) {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    if (server.exitCode !== null || server.pid === undefined) {
      throw new Error('VS Code ended while it was starting');
    }
    const response = await fetch(url).catch(() => null);
    if (response?.ok === true) {
      return;
    }
    await sleep(100);
  }
  throw new Error('VS Code did not start within a minute');
}

/**
 * Installs a packaged extension into the host's folders.
 * @param {InstalledHost} installed
 * @param {string} file
 * @param {HostOptions} options
 */
export async function installExtension({ node, entry }, file, options) {
  const folders = folderFlags(options.dataFolder, extensionsFolderOf(options));
  await runOrThrow(node, [entry, '--install-extension', file, ...folders], {
    env: cleanEnvironment(),
    // It complains about native modules that were left out on purpose.
    stdio: ['ignore', 'inherit', 'ignore'],
  });
}

/**
 * The address of a workbench that shows `folder`.
 * @param {RunningHost} host
 * @param {string} folder
 * @param {{ readonly extension?: string, readonly tests?: string }} [development] an extension to load from its source
 *   folder, and the module whose `run` is called in its extension host
 */
export function workbenchAddress({ authority }, folder, { extension, tests } = {}) {
  /** @param {string} file */
  const remote = (file) => `vscode-remote://${authority}${file}`;
  const payload = [
    ['skipWelcome', 'true'],
    ...(extension === undefined ? [] : [['extensionDevelopmentPath', remote(extension)]]),
    ...(tests === undefined ? [] : [['extensionTestsPath', remote(tests)]]),
  ];
  return `http://${authority}/?${new URLSearchParams({ folder, payload: JSON.stringify(payload) })}`;
}
