import * as vscode from 'vscode';
import type { RedactionRequest } from '../../protocol/bundleService';

const onScreen = 'redactOnScreen';

/** What the settings say about redaction, and where pseudonyms are kept: on this machine, in no bundle and no export. */
export class RedactionSettings {
  constructor(private readonly globalStorage: vscode.Uri) {}

  /** How names are replaced in an export. */
  get request(): RedactionRequest {
    const patterns = settings().get<unknown>('redactionPatterns');
    return {
      mapFolder: vscode.Uri.joinPath(this.globalStorage, 'pseudonyms').fsPath,
      patterns: Array.isArray(patterns) ? patterns.filter((pattern) => typeof pattern === 'string') : [],
    };
  }

  /** Are names replaced in the editor too? */
  get isOnScreen(): boolean {
    return settings().get<unknown>(onScreen) === true;
  }

  async toggleOnScreen(): Promise<void> {
    await settings().update(onScreen, !this.isOnScreen, vscode.ConfigurationTarget.Global);
  }

  /** Do the settings ask for something else than what a bundle was read with? `null`: with its names. */
  isAnotherFor(read: RedactionRequest | null): boolean {
    const wanted = this.isOnScreen ? this.request : null;
    return (wanted === null) !== (read === null) || wanted?.patterns.join('\n') !== read?.patterns.join('\n');
  }

  /** What an open bundle shows depends on these. */
  isChangedBy(event: vscode.ConfigurationChangeEvent): boolean {
    const isSwitched = event.affectsConfiguration(`autopilotTriage.${onScreen}`);
    return isSwitched || (this.isOnScreen && event.affectsConfiguration('autopilotTriage.redactionPatterns'));
  }
}

function settings(): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration('autopilotTriage');
}
