import { userInfo } from 'node:os';
import * as vscode from 'vscode';

/** The name that stands beside what a person does: that of the setting, else that of their account. */
export function caseAuthor(): string {
  const name = vscode.workspace.getConfiguration('autopilotTriage').get<unknown>('caseAuthor');
  return typeof name === 'string' && name.trim() !== '' ? name.trim() : accountName();
}

function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    // An account without an entry in the user database, as in containers.
    return 'unknown';
  }
}
