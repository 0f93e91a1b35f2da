import path from 'node:path';
import * as vscode from 'vscode';
import { casePath } from '../../files/casePlace';
import type { OpenBundle } from '../bundle/openBundle';

const chosenKey = 'caseFolders';
/** Choices for bundles of long ago are of no use any more. */
const choicesKept = 200;

type Choices = Readonly<Record<string, string>>;

/** Where the cases of this machine are kept: beside their bundles, in the folder of the setting, or where a person chose. */
export class CaseHome {
  /**
   * @param storage a folder of the extension, for bundles that have no place of their own
   * @param extensionUri the sample in it is not a place for notes
   */
  constructor(
    private readonly storage: vscode.Uri,
    private readonly extensionUri: vscode.Uri,
    private readonly choices: vscode.Memento,
  ) {}

  /** Local path of the case of a bundle. */
  fileOf({ key, source, document }: OpenBundle): string {
    const chosen = this.choices.get<Choices>(chosenKey, {})[key] ?? folderSetting();
    const { sha256 } = document.bundle;
    if (chosen !== null) {
      return casePath({ kind: 'folder', folder: chosen }, source.fsPath, sha256);
    }
    const isOnDisk = source.scheme === 'file' && !isInside(source.fsPath, this.extensionUri.fsPath);
    return isOnDisk
      ? casePath({ kind: 'besideBundle' }, source.fsPath, sha256)
      : casePath({ kind: 'folder', folder: path.join(this.storage.fsPath, 'cases') }, source.fsPath, sha256);
  }

  /** Journals have to work where the place of a case does not. */
  get journalFolder(): string {
    return path.join(this.storage.fsPath, 'journals');
  }

  /** Remembers the folder that a person chose for the case of one bundle, and returns the path there. */
  async choose(bundle: OpenBundle, folder: string): Promise<string> {
    const others = Object.entries(this.choices.get<Choices>(chosenKey, {})).filter(([key]) => key !== bundle.key);
    await this.choices.update(
      chosenKey,
      Object.fromEntries([...others, [bundle.key, folder] as const].slice(-choicesKept)),
    );
    return this.fileOf(bundle);
  }
}

/** A relative path would mean another folder in each window. */
function folderSetting(): string | null {
  const folder = vscode.workspace.getConfiguration('autopilotTriage').get<unknown>('caseFolder');
  return typeof folder === 'string' && path.isAbsolute(folder) ? folder : null;
}

function isInside(file: string, folder: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative);
}
