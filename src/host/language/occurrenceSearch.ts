import * as vscode from 'vscode';
import type { Occurrence, Occurrences } from '../../core/language/occurrences';
import type { Reference } from '../../core/language/tokens';
import { RequestCancelledError } from '../bundle/bundleWorker';
import type { OpenBundle } from '../bundle/openBundle';
import { logUri } from '../documents/bundleUri';
import type { OpenLog } from './openLogs';

/** More places than this are counted and not listed. */
const placesListed = 2000;
/** The text of a member of fewer bytes fits into one document, however small its parts are set. */
const neverInParts = 256 * 1024;

/** The other places of a reference, in all members of its bundle, or in its file where it belongs to none. */
export async function findPlaces(
  { text, bundle }: OpenLog,
  document: vscode.TextDocument,
  reference: Reference,
  token: vscode.CancellationToken,
): Promise<readonly vscode.Location[]> {
  const wanted = text.searchText(reference);
  if (bundle === null) {
    const here = text.occurrences(wanted, placesListed);
    tellHowMany(here);
    return here.found.map((occurrence) => location(document.uri, occurrence, wanted));
  }
  const cancellation = new AbortController();
  const listener = token.onCancellationRequested(() => {
    cancellation.abort();
  });
  try {
    const occurrences = await bundle.occurrences(wanted, placesListed, cancellation.signal);
    tellHowMany(occurrences);
    return await Promise.all(occurrences.found.map((occurrence) => locationIn(bundle, occurrence, wanted)));
  } catch (error) {
    if (error instanceof RequestCancelledError) {
      return [];
    }
    throw error;
  } finally {
    listener.dispose();
  }
}

/** The place after `position`, over the end of the bundle to its beginning. */
export function nextPlace(
  places: readonly vscode.Location[],
  document: vscode.TextDocument,
  position: vscode.Position,
): vscode.Location | undefined {
  const here = document.uri.toString();
  const at = places.findIndex(({ uri, range }) => uri.toString() === here && range.contains(position));
  return places[(at + 1) % Math.max(1, places.length)];
}

function tellHowMany({ found, total, notSearched }: Occurrences): void {
  const parts = [
    ...(found.length < total ? [vscode.l10n.t('{0} of {1} places are listed.', found.length, total)] : []),
    ...(notSearched.length > 0 ? [vscode.l10n.t('{0} files could not be searched.', notSearched.length)] : []),
  ];
  if (parts.length > 0) {
    vscode.window.setStatusBarMessage(parts.join(' '), 6000);
  }
}

/** Where the editor shows an occurrence: long members open in parts, and their lines count anew in each. */
async function locationIn(bundle: OpenBundle, occurrence: Occurrence, wanted: string): Promise<vscode.Location> {
  const { path, recordId, line } = occurrence;
  const isShort = (bundle.member(path)?.size ?? 0) < neverInParts;
  if (isShort || (await bundle.text(path)).part === null) {
    return location(logUri(bundle, path), occurrence, wanted);
  }
  const evidence = recordId === null ? { path, line: line + 1 } : { path, recordId };
  const { part, lines } = await bundle.textOf(evidence);
  const first = lines.spanOf(evidence, Infinity)?.first ?? 0;
  return new vscode.Location(logUri(bundle, path, part), new vscode.Position(first, 0));
}

function location(uri: vscode.Uri, { line, column }: Occurrence, wanted: string): vscode.Location {
  return new vscode.Location(uri, new vscode.Range(line, column, line, column + wanted.length));
}
