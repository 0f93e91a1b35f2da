import * as vscode from 'vscode';

/** What menus, keybindings and welcome views of the manifest ask about. */
export type ContextKey =
  | 'autopilotTriage.handedOn'
  | 'autopilotTriage.hasBundle'
  | 'autopilotTriage.hasNextPart'
  | 'autopilotTriage.hasPreviousPart'
  | 'autopilotTriage.hasReboots'
  | 'autopilotTriage.jumped'
  | 'autopilotTriage.opening'
  | 'autopilotTriage.overviewShown'
  | 'autopilotTriage.searching'
  | 'autopilotTriage.starredOnly';

export function setContextKey(key: ContextKey, value: boolean): void {
  void vscode.commands.executeCommand('setContext', key, value);
}
