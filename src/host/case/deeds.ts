import * as vscode from 'vscode';
import type { Command } from '../../core/case/command';
import type { OpenBundle } from '../bundle/openBundle';
import type { Deed } from './caseSession';
import type { CaseSessions } from './caseSessions';

/** Does something to the case of a bundle and says so when it is refused. Resolves with whether it was done. */
export async function doDeed(cases: CaseSessions, bundle: OpenBundle, command: Command): Promise<boolean> {
  const deed = await (await cases.of(bundle)).apply(command);
  sayRefusal(deed);
  return deed.ok;
}

export function sayRefusal(deed: Deed): void {
  if (!deed.ok) {
    void vscode.window.showWarningMessage(deed.why);
  }
}
