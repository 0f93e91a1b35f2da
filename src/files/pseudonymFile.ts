import * as l10n from '@vscode/l10n';
import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Identifier } from '../core/redact/identifier';
import { readPseudonymMap, writePseudonymMap } from '../core/redact/pseudonymMap';

/** The file that keeps the pseudonyms of a bundle. */
export function pseudonymFile(folder: string, sha256: string): string {
  return path.join(folder, `${sha256}.json`);
}

/** The pseudonyms in a file, none where there is none. Rejects for a file that is something else: it is not replaced. */
export async function keptPseudonyms(file: string): Promise<readonly Identifier[]> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return [];
    }
    throw error;
  }
  const known = readPseudonymMap(text);
  if (known === null) {
    throw new Error(l10n.t('{0}: this is no file of pseudonyms, or one of a later version', file));
  }
  return known;
}

/** Keeps pseudonyms for the next export, as a whole or not at all, and for nobody else on the machine to read. */
export async function keepPseudonyms(file: string, identifiers: readonly Identifier[]): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const beside = `${file}.${randomUUID()}.tmp`;
  await writeFile(beside, writePseudonymMap(identifiers), { mode: 0o600 });
  await rename(beside, file);
}
