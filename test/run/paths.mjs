import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository: every runner works from here, wherever it was called from. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** A path inside the repository. @param {...string} parts */
export const inRoot = (...parts) => path.join(root, ...parts);

/** The folder that `npm start` opens is kept here; it is not under version control. */
export const localCache = inRoot('.cache');

/**
 * Installed hosts are kept here between runs, for all clones of the repository. Not inside the repository: to an
 * extension under development VS Code counts every theme that lies below its folder, and would put on one of those
 * that come with the host instead of the one in the settings.
 */
export const sharedCache = path.join(
  process.env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache'),
  'autopilot-log-triage',
);

/** The package of the browser driver; its own, so that the extension's own installation stays small. */
export const uiPackage = inRoot('test', 'ui');

/** The package of what is only compared with in benchmarks. */
export const peersPackage = inRoot('test', 'bench', 'peers');

/** Where the packaged extension is written. */
export const vsix = inRoot('out', 'autopilot-log-triage.vsix');

/** Whether `moduleUrl` is the file that Node was asked to run, not one that another file imports. @param {string} moduleUrl */
export const isMain = (moduleUrl) => path.resolve(process.argv[1] ?? '') === fileURLToPath(moduleUrl);
