import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository: every runner works from here, wherever it was called from. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** A path inside the repository. @param {...string} parts */
export const inRoot = (...parts) => path.join(root, ...parts);

/** Installed hosts and the sample folder are kept here between runs; the folder is not under version control. */
export const cache = inRoot('.cache');

/** The package of the browser driver; its own, so that the extension's own installation stays small. */
export const uiPackage = inRoot('test', 'ui');

/** Where the packaged extension is written. */
export const vsix = inRoot('out', 'autopilot-log-triage.vsix');

/** Whether `moduleUrl` is the file that Node was asked to run, not one that another file imports. @param {string} moduleUrl */
export const isMain = (moduleUrl) => path.resolve(process.argv[1] ?? '') === fileURLToPath(moduleUrl);
