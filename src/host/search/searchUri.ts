import * as vscode from 'vscode';
import type { OpenBundle } from '../bundle/openBundle';

/** Results of searches, as text. */
export const searchScheme = 'autopilot-search';

/** What was searched for, and where. */
export interface SearchPlace {
  /** Key of the bundle. */
  readonly key: string;
  readonly query: string;
}

/** Titles of tabs are short, characters. */
const longestTitle = 60;

/**
 * `autopilot-search://<key>/<title>.mdmsearch?<query>`: all that it takes to search again, so that results come back
 * with their window.
 */
export function searchUri(bundle: Pick<OpenBundle, 'key'>, query: string): vscode.Uri {
  const title = query.replace(/[/\\?#\0-\x1f]/g, '_').slice(0, longestTitle);
  return vscode.Uri.from({
    scheme: searchScheme,
    authority: bundle.key,
    path: `/${title}.mdmsearch`,
    query: encodeURIComponent(query),
  });
}

/** The other direction; `null` for URIs that are not ours. */
export function searchPlace(uri: vscode.Uri): SearchPlace | null {
  if (uri.scheme !== searchScheme) {
    return null;
  }
  try {
    return { key: uri.authority, query: decodeURIComponent(uri.query) };
  } catch {
    return null;
  }
}
