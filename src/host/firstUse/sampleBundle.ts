import * as vscode from 'vscode';

/** The synthetic bundle that ships with the extension: real formats, an invented device. It is only read. */
export function sampleBundleUri(extensionUri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, 'dist', 'sample', 'DiagLogs-SAMPLE.zip');
}
