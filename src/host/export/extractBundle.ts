import * as vscode from 'vscode';
import { RequestCancelledError } from '../bundle/bundleWorker';
import type { OpenBundle } from '../bundle/openBundle';
import { engine } from '../engine';
import { exists } from './saveMember';

/** A member that is not on disk, and why. */
export interface NotWritten {
  readonly path: string;
  readonly reason: string;
}

/** What became of the members of a bundle. */
export interface Extraction {
  /** The folder that was made for them. */
  readonly folder: vscode.Uri;
  readonly written: number;
  readonly notWritten: readonly NotWritten[];
  /** The person stopped it before all members were written. */
  readonly stopped: boolean;
}

/**
 * Writes all members of a bundle below a new folder, archives in archives as folders. Nothing that is there is ever
 * overwritten: the folder is new, and the names in it are unique.
 *
 * @param parent where to make the folder; asked for unless it is given
 */
export async function extractBundle(
  bundle: OpenBundle,
  parent: vscode.Uri | undefined,
): Promise<Extraction | undefined> {
  const chosen = parent ?? (await askFolder(bundle));
  if (chosen === undefined) {
    return undefined;
  }
  const folder = await newFolder(chosen, bundle.name);
  const extraction = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Extracting {0}', bundle.name),
      cancellable: true,
    },
    (progress, token) => writeMembers(bundle, folder, progress, token),
  );
  void tell(bundle, extraction);
  return extraction;
}

async function askFolder({ source }: OpenBundle): Promise<vscode.Uri | undefined> {
  const picked = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Extract Bundle to Folder'),
    openLabel: vscode.l10n.t('Extract Here'),
    canSelectFiles: false,
    canSelectFolders: true,
    ...(source.scheme === 'file' && { defaultUri: vscode.Uri.joinPath(source, '..') }),
  });
  return picked?.[0];
}

/** There are file systems in which everything exists. */
const numbersTried = 999;

/** `<bundle>` below `parent`, or `<bundle> (2)` … where that is taken. */
async function newFolder(parent: vscode.Uri, bundleName: string): Promise<vscode.Uri> {
  const [name = ''] = engine().diskPaths([bundleName.replace(/\.\w{1,5}$/, '')]);
  for (let number = 1; number <= numbersTried; number += 1) {
    const folder = vscode.Uri.joinPath(parent, number === 1 ? name : `${name} (${number})`);
    if (!(await exists(folder))) {
      await vscode.workspace.fs.createDirectory(folder);
      return folder;
    }
  }
  throw new Error(vscode.l10n.t('The folder has no free name for it.'));
}

async function writeMembers(
  bundle: OpenBundle,
  folder: vscode.Uri,
  progress: vscode.Progress<{ message?: string; increment?: number }>,
  token: vscode.CancellationToken,
): Promise<Extraction> {
  // An archive whose members are known is the folder that they lie in.
  const members = bundle.members.filter(({ path }) => bundle.tree.find(path)?.kind === 'file');
  const places = engine().diskPaths(members.map(({ path }) => path));
  const notWritten: NotWritten[] = [];
  let written = 0;
  for (const [index, { path }] of members.entries()) {
    if (token.isCancellationRequested) {
      return { folder, written, notWritten, stopped: true };
    }
    progress.report({
      message: vscode.l10n.t('{0} of {1}', index + 1, members.length),
      increment: 100 / members.length,
    });
    try {
      const bytes = await bundle.bytes(path);
      // Creates the folders on the way.
      await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, ...places[index]!.split('/')), bytes);
      written += 1;
    } catch (error) {
      if (error instanceof RequestCancelledError) {
        return { folder, written, notWritten, stopped: true };
      }
      notWritten.push({ path, reason: error instanceof Error ? error.message : String(error) });
    }
  }
  return { folder, written, notWritten, stopped: false };
}

async function tell(bundle: OpenBundle, { folder, written, notWritten, stopped }: Extraction): Promise<void> {
  const name = folder.path.slice(folder.path.lastIndexOf('/') + 1);
  const files = written === 1 ? vscode.l10n.t('1 file') : vscode.l10n.t('{0} files', written);
  const done = stopped
    ? vscode.l10n.t('Stopped: {0} written to {1}.', files, name)
    : vscode.l10n.t('{0} written to {1}.', files, name);
  const reveal = vscode.l10n.t('Show in Folder');
  const list = vscode.l10n.t('Show List');
  const actions = folder.scheme === 'file' ? [reveal] : [];
  const answer =
    notWritten.length === 0
      ? await vscode.window.showInformationMessage(done, ...actions)
      : await vscode.window.showWarningMessage(
          `${done} ${vscode.l10n.t('{0} could not be written.', notWritten.length)}`,
          list,
          ...actions,
        );
  if (answer === reveal) {
    await vscode.commands.executeCommand('revealFileInOS', folder);
  } else if (answer === list) {
    const head = `# ${bundle.name}: ${vscode.l10n.t('{0} could not be written.', notWritten.length)}`;
    const content = [head, '', ...notWritten.map(({ path, reason }) => `${path}\n    ${reason}`), ''].join('\n');
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content }));
  }
}
