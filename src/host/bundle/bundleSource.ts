import * as vscode from 'vscode';
import type { OpenRequest } from '../../protocol/bundleService';

/** Last segment of the URI: how people call the bundle. */
export function sourceName(source: vscode.Uri): string {
  return source.path.replace(/\/+$/, '').split('/').pop() ?? source.path;
}

/**
 * Tells the worker where a bundle is: by path where the extension host can see the file system, else by its
 * bytes (virtual workspaces, a bundle inside another bundle). Throws a readable error when there is nothing.
 */
export async function locateBundle(source: vscode.Uri): Promise<Pick<OpenRequest, 'location' | 'name'>> {
  const name = sourceName(source);
  const stat = await vscode.workspace.fs.stat(source);
  const isFolder = (stat.type & vscode.FileType.Directory) !== 0;
  if (source.scheme === 'file') {
    return { name, location: { kind: isFolder ? 'folder' : 'file', path: source.fsPath } };
  }
  if (isFolder) {
    throw new Error(vscode.l10n.t('A folder can only be opened as a bundle where it is on a disk of this machine.'));
  }
  const bytes = await vscode.workspace.fs.readFile(source);
  return { name, location: { kind: 'bytes', bytes: new Uint8Array(bytes) } };
}
