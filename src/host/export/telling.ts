import * as vscode from 'vscode';
import { RequestCancelledError } from '../bundle/bundleWorker';

/** Tells why something could not be done; nobody has to be told that they gave up themselves. */
export async function telling<Result>(what: string, act: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof RequestCancelledError)) {
      void vscode.window.showErrorMessage(`${what}: ${error instanceof Error ? error.message : String(error)}`);
    }
    return undefined;
  }
}
