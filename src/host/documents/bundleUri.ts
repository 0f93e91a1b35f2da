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
}

type NamedBundle = Pick<OpenBundle, 'key' | 'name'>;

/** `autopilot-bundle://<key>/<bundle name>/<member path>` */
export function rawUri(bundle: NamedBundle, path: string): vscode.Uri {
  return placeUri(bundleScheme, bundle, path);
}

/** `autopilot-log://<key>/<bundle name>/<member path>` */
export function logUri(bundle: NamedBundle, path: string): vscode.Uri {
  return placeUri(logScheme, bundle, path);
}

/** The other direction; `null` for URIs that are not ours. */
export function bundlePlace(uri: vscode.Uri): BundlePlace | null {
  if (uri.scheme !== bundleScheme && uri.scheme !== logScheme) {
    return null;
  }
  const [name = '', ...rest] = uri.path.split('/').filter((segment) => segment !== '');
  return { key: uri.authority, name, path: rest.join('/') };
}

function placeUri(scheme: string, { key, name }: NamedBundle, path: string): vscode.Uri {
  const root = `/${name.replaceAll('/', '_')}`;
  return vscode.Uri.from({ scheme, authority: key, path: path === '' ? root : `${root}/${path}` });
}
