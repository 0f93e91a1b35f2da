import * as l10n from '@vscode/l10n';
import { infoProblem, warningProblem } from '../bytes/problem';
import type { Problem } from '../bytes/problem';

/** Longest segment of a path, UTF-16 units, as NTFS has it; Collect diagnostics names come close. */
const maxSegmentLength = 255;
/** Longest path, UTF-16 units: far above any real bundle, short enough to show and to put in a URI. */
const maxPathLength = 1000;
/** Stands for what was cut out of an over-long name. */
const ellipsis = '…';
/** The name of an entry of whose own name nothing harmless is left. */
const namelessPath = 'unnamed';

/**
 * Characters that a name must not bring along: controls (NUL included), lone surrogates (a URI cannot hold them),
 * line separators, and the bidirectional overrides that make `txt.exe` out of `exe.txt`.
 */
const forbiddenCharacters = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/gu;
/** `.`, `..`, and what Windows makes of `.. ` or `...` when it drops trailing dots and blanks. */
const dotSegment = /^[. ]+$/;
const drivePrefix = /^(?:[A-Za-z]:)+/;

/** The path an entry is known by, and what had to be changed to get there. */
export interface SafeEntryPath {
  /** `/`-separated, relative, never empty, without `..`, drive or empty segments. */
  readonly path: string;
  readonly problems: readonly Problem[];
}

/** Whether a name as the archive spells it stands for a directory, which is not an entry. */
export function isDirectoryName(rawName: string): boolean {
  return rawName.endsWith('/') || rawName.endsWith('\\');
}

/**
 * What a {@link Problem} about an entry names as its place.
 * @param where place of the archive itself; empty for the outermost one, whose entries stand for themselves.
 */
export function entryWhere(where: string, path: string): string {
  return where === '' ? path : `${where}/${path}`;
}

/**
 * Gives every entry of one archive a path that is harmless wherever it ends up, and unique without regard to case.
 * Linear in the number of names, whatever they are.
 *
 * Not reported: `\` as a separator, which older .NET and the Windows collectors write and which loses nothing.
 * Reported: `archive.name-neutralised` for anything dropped or shortened, `archive.name-duplicate` for a number added.
 * @param rawNames decoded names of files (not directories), in archive order.
 * @param where see {@link entryWhere}.
 * @returns one result for each name, in the same order.
 */
export function safeEntryPaths(rawNames: readonly string[], where: string): readonly SafeEntryPath[] {
  const paths = rawNames.map(harmlessPath);
  const uniquePaths = new UniquePaths();
  // Names that occur once keep their spelling even if an earlier double would have wanted it for its number.
  const isFirst = paths.map((path) => uniquePaths.claim(path));

  return paths.map((harmless, index) => {
    const rawName = rawNames[index]!;
    const path = isFirst[index] ? harmless : uniquePaths.claimNumbered(harmless);
    const problems: Problem[] = [];
    if (harmless !== rawName.replaceAll('\\', '/')) {
      problems.push(neutralised(entryWhere(where, path), rawName, path));
    }
    if (path !== harmless) {
      problems.push(duplicate(entryWhere(where, path), harmless, path));
    }
    return { path, problems };
  });
}

/** Hands out paths that are unique without regard to case. */
export class UniquePaths {
  private readonly taken = new Set<string>();
  /** The number to try next, for each path that was asked for more than once. */
  private readonly nextNumbers = new Map<string, number>();

  /** Takes `path` if it is free. */
  claim(path: string): boolean {
    const key = path.toLowerCase();
    if (this.taken.has(key)) {
      return false;
    }
    this.taken.add(key);
    return true;
  }

  /** Takes the first free one of `name (2).ext`, `name (3).ext` … */
  claimNumbered(path: string): string {
    const key = path.toLowerCase();
    const extensionStart = extensionIndex(path);
    // The number is remembered, and no two paths compete for one numbered form: the loop is linear over all calls.
    for (let number = this.nextNumbers.get(key) ?? 2; ; number++) {
      const numbered = `${path.slice(0, extensionStart)} (${number})${path.slice(extensionStart)}`;
      if (this.claim(numbered)) {
        this.nextNumbers.set(key, number + 1);
        return numbered;
      }
    }
  }
}

function harmlessPath(rawName: string): string {
  const segments: string[] = [];
  for (const rawSegment of rawName.replace(forbiddenCharacters, '').split(/[\\/]/)) {
    const segment = rawSegment.replace(drivePrefix, '');
    if (segment !== '' && !dotSegment.test(segment)) {
      segments.push(shortened(segment));
    }
  }
  return segments.length === 0 ? namelessPath : withinPathLength(segments);
}

/** Keeps the beginning of a name and, as it tells the kind of file, the end. */
function shortened(segment: string): string {
  if (segment.length <= maxSegmentLength) {
    return segment;
  }
  const kept = maxSegmentLength - ellipsis.length;
  const tailLength = 40;
  const cut = segment.slice(0, kept - tailLength) + ellipsis + segment.slice(-tailLength);
  // Cutting may have split a surrogate pair.
  return cut.replace(/\p{Cs}/gu, '');
}

/** Drops outer folders until the path fits; the file name always stays. */
function withinPathLength(segments: readonly string[]): string {
  const whole = segments.join('/');
  if (whole.length <= maxPathLength) {
    return whole;
  }
  const kept: string[] = [];
  let length = ellipsis.length;
  for (const segment of segments.toReversed()) {
    length += 1 + segment.length;
    if (length > maxPathLength) {
      break;
    }
    kept.push(segment);
  }
  return [ellipsis, ...kept.reverse()].join('/');
}

/** Where the extension of the last segment starts; the end of the path if it has none. */
function extensionIndex(path: string): number {
  const nameStart = path.lastIndexOf('/') + 1;
  const dot = path.lastIndexOf('.');
  return dot > nameStart ? dot : path.length;
}

function neutralised(where: string, rawName: string, path: string): Problem {
  return warningProblem(
    'archive.name-neutralised',
    where,
    l10n.t(
      'The archive names this file {0}, which is not safe to use; it is shown as {1}.',
      quoted(rawName),
      quoted(path),
    ),
  );
}

function duplicate(where: string, wanted: string, path: string): Problem {
  return infoProblem(
    'archive.name-duplicate',
    where,
    l10n.t(
      'Another file in the archive is already called {0}; this one is shown as {1}.',
      quoted(wanted),
      quoted(path),
    ),
  );
}

/** A name inside a sentence: escaped, so that controls show, and never longer than a few lines. */
function quoted(name: string): string {
  const longestShown = 120;
  return JSON.stringify(name.length > longestShown ? name.slice(0, longestShown) + ellipsis : name);
}
