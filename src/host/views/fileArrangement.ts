import * as vscode from 'vscode';

/** How the view of files is arranged: by what the files are about, or as the bundle is. */
export type FileArrangement = 'folder' | 'meaning';

const section = 'autopilotTriage';
const key = 'filesBy';

/** The setting that remembers it. */
export const fileArrangementSetting = `${section}.${key}`;

export function fileArrangement(): FileArrangement {
  return vscode.workspace.getConfiguration(section).get<unknown>(key) === 'folder' ? 'folder' : 'meaning';
}

export async function arrangeFiles(arrangement: FileArrangement): Promise<void> {
  await vscode.workspace.getConfiguration(section).update(key, arrangement, vscode.ConfigurationTarget.Global);
}
