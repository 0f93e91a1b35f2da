import * as vscode from 'vscode';

/** What menus, keybindings and welcome views of the manifest ask about. */
export type ContextKey = 'autopilotTriage.hasBundle' | 'autopilotTriage.hasReboots' | 'autopilotTriage.opening';

export function setContextKey(key: ContextKey, value: boolean): void {
  void vscode.commands.executeCommand('setContext', key, value);
}
