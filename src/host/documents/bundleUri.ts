import * as vscode from 'vscode';
import type { OpenBundle } from '../bundle/openBundle';

/** Members as they are, byte for byte: for export, comparison and other extensions. */
export const bundleScheme = 'autopilot-bundle';
/** Members as readable text: event logs rendered, UTF-16 decoded. */
export const logScheme = 'autopilot-log';

/** What a URI of either scheme points at. */
export interface BundlePlace {
  readonly key: string;
  /** How the bundle was called when the URI was made; for people. */
  readonly name: string;
  /** Member path, or folder path, or empty for the bundle itself. */
  readonly path: string;
  /** Which part of the member's text, counted from 1; 1 also for members that have no parts. */
  readonly part: number;
}

type NamedBundle = Pick<OpenBundle, 'key' | 'name'>;

/** `autopilot-bundle://<key>/<bundle name>/<member path>` */
export function rawUri(bundle: NamedBundle, path: string): vscode.Uri {
  return placeUri(bundleScheme, bundle, path);
}

/**
 * `autopilot-log://<key>/<bundle name>/<member path>`. Later parts of a member differ by their query; that they differ
 * by name too is for the titles of their tabs: `…/part 2 of 5 · system.evtx?part=2`.
 */
export function logUri(
  bundle: NamedBundle,
  path: string,
  part: { readonly number: number; readonly count: number } | null = null,
): vscode.Uri {
  const uri = placeUri(logScheme, bundle, path);
  if (part === null || part.number === 1) {
    return uri;
  }
  const nameStart = uri.path.lastIndexOf('/') + 1;
  const title = `part ${part.number} of ${part.count} · ${uri.path.slice(nameStart)}`;
  return uri.with({ path: `${uri.path.slice(0, nameStart)}${title}`, query: `part=${part.number}` });
}

/** The other direction; `null` for URIs that are not ours. */
export function bundlePlace(uri: vscode.Uri): BundlePlace | null {
  if (uri.scheme !== bundleScheme && uri.scheme !== logScheme) {
    return null;
  }
  const [name = '', ...rest] = uri.path.split('/').filter((segment) => segment !== '');
  const part = /^part=([1-9]\d{0,8})$/.exec(uri.query);
  if (part !== null) {
    rest.push((rest.pop() ?? '').replace(/^part \d+ of \d+ · /, ''));
  }
  return { key: uri.authority, name, path: rest.join('/'), part: part === null ? 1 : Number(part[1]) };
}

/**
 * Names are hidden, and this place was named before they were: VS Code may keep its document for a while, and whatever is
 * attached to it would be listed under the old name.
 */
export function isNamedOpenly(
  place: BundlePlace,
  { name, redaction }: Pick<OpenBundle, 'name' | 'redaction'>,
): boolean {
  return redaction !== null && place.name !== rootName(name);
}

function rootName(name: string): string {
  return name.replaceAll('/', '_');
}

function placeUri(scheme: string, { key, name }: NamedBundle, path: string): vscode.Uri {
  const root = `/${rootName(name)}`;
  return vscode.Uri.from({ scheme, authority: key, path: path === '' ? root : `${root}/${path}` });
}
