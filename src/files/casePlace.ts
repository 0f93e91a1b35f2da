import path from 'node:path';

const suffix = '.triage.json';

/** Hex digits of a SHA-256 that name a case in a folder of cases. */
const nameDigits = 16;

/** Where the case of a bundle is kept: beside it, or in a folder where all cases lie by the contents of their bundles. */
export type CaseHome = { readonly kind: 'besideBundle' } | { readonly kind: 'folder'; readonly folder: string };

/** Path of the case file of a bundle. A bundle that is a folder has its case beside it, so as not to change it. */
export function casePath(home: CaseHome, bundlePath: string, sha256: string): string {
  return home.kind === 'besideBundle'
    ? `${path.resolve(bundlePath)}${suffix}`
    : path.join(home.folder, `${sha256.slice(0, nameDigits).toLowerCase()}${suffix}`);
}

/** Name that the journals of a case begin with, wherever the case itself lies. */
export function journalPrefix(sha256: string): string {
  return sha256.slice(0, nameDigits).toLowerCase();
}
