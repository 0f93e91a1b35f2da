import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { peersPackage, root, uiPackage } from './paths.mjs';
import { run } from './processGroup.mjs';
import { CannotRun } from './tally.mjs';

const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];

/**
 * Runs npm in a folder.
 * @param {string} folder
 * @param {readonly string[]} args
 */
export async function npm(folder, args) {
  console.log(`npm ${args.join(' ')}`);
  const code = await run('npm', [...args, ...quiet], { cwd: folder });
  if (code !== 0) {
    throw new CannotRun(`"npm ${args.join(' ')}" failed in ${path.relative(root, folder) || 'the repository'}`, {
      attempted: true,
    });
  }
}

/** Installs a folder's packages where that has not been done. npm writes the file looked for here as its last step. @param {string} folder */
async function install(folder) {
  if (!existsSync(path.join(folder, 'node_modules', '.package-lock.json'))) {
    await npm(folder, ['ci']);
  }
}

/** The compiler, bundler, linter and Mocha. */
export const installPackages = () => install(root);

/** The browser driver. */
export const installUiPackages = () => install(uiPackage);

/** What benchmarks compare with. */
export const installPeers = () => install(peersPackage);

/** The browser driver, once {@link installUiPackages} is done. @returns {typeof import('playwright-core')} */
export const playwright = () => createRequire(path.join(uiPackage, 'package.json'))('playwright-core');
