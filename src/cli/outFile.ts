import * as l10n from '@vscode/l10n';
import { rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { write } from './output';
import { reasonOf } from './openPath';
import { UserError } from './userError';

/** Where the answer goes. */
export interface OutPlace {
  /** Path of a file; standard output without it. */
  readonly out: string | undefined;
  /** May a file that is there be replaced? */
  readonly force: boolean;
}

/** Says early what {@link writeOut} would refuse. Rejects with a {@link UserError}. */
export async function checkOut({ out, force }: OutPlace, inputs: readonly (string | undefined)[]): Promise<void> {
  if (out === undefined) {
    return;
  }
  const known = await stat(out).catch(() => null);
  if (known?.isDirectory() === true) {
    throw new UserError(l10n.t('{0}: this is a folder', out));
  }
  if (known !== null && !force) {
    throw new UserError(l10n.t('{0}: this file is there already (--force replaces it)', out));
  }
  for (const input of inputs) {
    const read = input === undefined ? null : await stat(input).catch(() => null);
    if (read !== null && known !== null && read.ino === known.ino && read.dev === known.dev) {
      throw new UserError(l10n.t('{0}: this is what is read', out));
    }
  }
}

/** Writes the answer, a file as a whole or not at all. Rejects with a {@link UserError} where it cannot be written. */
export async function writeOut(text: string, { out, force }: OutPlace): Promise<void> {
  if (out === undefined) {
    await write(text);
    return;
  }
  try {
    await (force ? replaceFile(out, text) : writeFile(out, text, { flag: 'wx' }));
  } catch (error) {
    throw new UserError(`${out}: ${reasonOf(error)}`);
  }
}

async function replaceFile(file: string, text: string): Promise<void> {
  const beside = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.tmp`);
  try {
    await writeFile(beside, text, { flag: 'wx' });
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
