import { userInfo } from 'node:os';
import * as vscode from 'vscode';

/** The name that stands beside what a person does: that of the setting, else that of their account. */
export function caseAuthor(): string {
  return chosenAuthor() ?? accountName();
}

/** The name of the setting; `null` where nobody has chosen one: an account is not for everybody to read. */
export function chosenAuthor(): string | null {
  const name = vscode.workspace.getConfiguration('autopilotTriage').get<unknown>('caseAuthor');
  return typeof name === 'string' && name.trim() !== '' ? name.trim() : null;
}

function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    // An account without an entry in the user database, as in containers.
    return 'unknown';
  }
}
