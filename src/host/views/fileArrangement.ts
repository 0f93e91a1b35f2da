import * as vscode from 'vscode';

/** How the view of files is arranged: as the bundle is, or by what the files are about. */
export type FileArrangement = 'folder' | 'meaning';

const section = 'autopilotTriage';
const key = 'filesBy';

/** The setting that remembers it. */
export const fileArrangementSetting = `${section}.${key}`;

export function fileArrangement(): FileArrangement {
  return vscode.workspace.getConfiguration(section).get<unknown>(key) === 'meaning' ? 'meaning' : 'folder';
}

export async function arrangeFiles(arrangement: FileArrangement): Promise<void> {
  await vscode.workspace.getConfiguration(section).update(key, arrangement, vscode.ConfigurationTarget.Global);
}
