import * as vscode from 'vscode';
import type { OpenBundle } from '../bundle/openBundle';
import { engine } from '../engine';

/**
 * Writes a member, byte for byte, to a file of the person's choice.
 *
 * @param target where to write; asked for unless it is given, and a file that is there already is only replaced after asking
 * @returns where it was written; `undefined` when the person gave up
 */
export async function saveMember(
  bundle: OpenBundle,
  path: string,
  target: vscode.Uri | undefined,
): Promise<vscode.Uri | undefined> {
  // The dialog asks by itself before it hands out a file that is there.
  const file = target === undefined ? await askFile(bundle, path) : await confirmed(target);
  if (file === undefined) {
    return undefined;
  }
  await vscode.workspace.fs.writeFile(file, await bundle.bytes(path));
  vscode.window.setStatusBarMessage(
    vscode.l10n.t('{0} saved.', file.scheme === 'file' ? file.fsPath : file.path),
    6000,
  );
  return file;
}

function askFile({ source }: OpenBundle, path: string): Thenable<vscode.Uri | undefined> {
  const [name = ''] = engine().diskPaths([path.slice(path.lastIndexOf('/') + 1)]);
  return vscode.window.showSaveDialog({
    title: vscode.l10n.t('Save Member As'),
    ...(source.scheme === 'file' && { defaultUri: vscode.Uri.joinPath(source, '..', name) }),
  });
}

/** The file, unless it is there and the person wants to keep it. */
export async function confirmed(file: vscode.Uri): Promise<vscode.Uri | undefined> {
  if (!(await exists(file))) {
    return file;
  }
  const replace = vscode.l10n.t('Replace');
  const answer = await vscode.window.showWarningMessage(
    vscode.l10n.t('{0} already exists. Replace it?', file.path.slice(file.path.lastIndexOf('/') + 1)),
    { modal: true },
    replace,
  );
  return answer === replace ? file : undefined;
}

/** Is there anything of that name? */
export async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
