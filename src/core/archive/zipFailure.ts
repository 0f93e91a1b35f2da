import * as l10n from '@vscode/l10n';
import {
  ERR_ENCRYPTED,
  ERR_ENTRY_DATA_OUT_OF_BOUNDS,
  ERR_INVALID_AUTHENTICATION_CODE,
  ERR_INVALID_COMPRESSED_DATA,
  ERR_INVALID_CRC32,
  ERR_INVALID_PASSWORD,
  ERR_INVALID_UNCOMPRESSED_SIZE,
  ERR_LOCAL_FILE_HEADER_NOT_FOUND,
  ERR_SPLIT_ZIP_FILE,
  ERR_UNSUPPORTED_COMPRESSION,
  ERR_UNSUPPORTED_ENCRYPTION,
} from '@zip.js/zip.js/lib/zip-core-custom.js';

import { errorProblem, warningProblem } from '../bytes/problem';
import type { Problem } from '../bytes/problem';
import type { EntryContent, UnreadableReason } from './archiveEntry';

/** Content that cannot be had. */
export type Unreadable = Extract<EntryContent, { ok: false }>;

/** What the zip library said, as far as it is known: its errors are told apart by their message alone. */
export function failureMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Explains why the library could not deliver an entry.
 * @param message see {@link failureMessage}.
 * @param withPassword whether a password was used: data that does not decode is then most likely a wrong one, as
 *   ZipCrypto checks a single byte of it up front and lets one in 256 wrong passwords pass.
 */
export function explainFailure(message: string, where: string, withPassword: boolean): Unreadable {
  switch (message) {
    case ERR_ENCRYPTED:
      return encrypted(where);
    case ERR_INVALID_PASSWORD:
      return unreadable('encrypted', 'zip.wrong-password', where, l10n.t('The password does not fit this entry.'));
    case ERR_UNSUPPORTED_ENCRYPTION:
      return unreadable(
        'encrypted',
        'zip.strong-encryption',
        where,
        l10n.t('The entry is encrypted in a way that is not known here.'),
      );
    case ERR_UNSUPPORTED_COMPRESSION:
      return unreadable(
        'unsupportedMethod',
        'zip.unsupported-method',
        where,
        l10n.t('The compression method is not supported.'),
      );
    case ERR_SPLIT_ZIP_FILE:
      return unreadable('spanned', 'zip.spanned', where, l10n.t('The entry is in another part of a split archive.'));
    case ERR_ENTRY_DATA_OUT_OF_BOUNDS:
      return unreadable(
        'truncated',
        'zip.truncated',
        where,
        l10n.t('The archive ends before the data of this entry does.'),
      );
    case ERR_LOCAL_FILE_HEADER_NOT_FOUND:
      return unreadable(
        'damaged',
        'zip.damaged',
        where,
        l10n.t('There is no entry where the directory says it starts.'),
      );
    case ERR_INVALID_UNCOMPRESSED_SIZE:
      return unreadable(
        'damaged',
        'zip.size-mismatch',
        where,
        l10n.t('The data is longer or shorter than the archive claims.'),
      );
    case ERR_INVALID_AUTHENTICATION_CODE:
      return unreadable(
        'damaged',
        'zip.damaged',
        where,
        l10n.t('The encrypted data was changed after it was written.'),
      );
    case ERR_INVALID_CRC32:
    case ERR_INVALID_COMPRESSED_DATA:
      return withPassword
        ? unreadable('encrypted', 'zip.wrong-password', where, l10n.t('The password is wrong, or the data is damaged.'))
        : unreadable('damaged', 'zip.damaged', where, l10n.t('The compressed data is damaged.'));
    default:
      return unreadable('damaged', 'zip.damaged', where, l10n.t('The entry cannot be decoded ({0}).', message));
  }
}

/** The entry waits for a password. */
export function encrypted(where: string): Unreadable {
  return {
    ok: false,
    reason: 'encrypted',
    problem: warningProblem('zip.encrypted', where, l10n.t('The entry is encrypted; a password is needed to read it.')),
  };
}

/** A method other than stored and deflate. */
export function unsupportedMethod(where: string, method: number): Unreadable {
  const name = methodNames.get(method);
  const text = name === undefined ? `method ${method}` : `method ${method}, ${name}`;
  return unreadable(
    'unsupportedMethod',
    'zip.unsupported-method',
    where,
    l10n.t('Compressed in a way not supported here ({0}).', text),
  );
}

export function unreadable(reason: UnreadableReason, code: string, where: string, detail: string): Unreadable {
  return { ok: false, reason, problem: errorProblem(code, where, detail) };
}

/** Delivered nevertheless, as a log with one flipped bit is better than none. */
export function crcMismatch(where: string): Problem {
  return warningProblem(
    'zip.crc-mismatch',
    where,
    l10n.t('The checksum does not match: the content is shown, but something in it is not as it was collected.'),
  );
}

/** APPNOTE 4.4.5; the methods that are met in practice. */
const methodNames: ReadonlyMap<number, string> = new Map([
  [1, 'Shrink'],
  [6, 'Implode'],
  [9, 'Deflate64'],
  [12, 'BZip2'],
  [14, 'LZMA'],
  [93, 'Zstandard'],
  [95, 'XZ'],
  [98, 'PPMd'],
]);
