import * as vscode from 'vscode';
import { RequestCancelledError, WorkerStoppedError } from './bundleWorker';

/** What went wrong while a bundle was being opened, as one sentence; `null` when it was only cancelled. */
export function openingError(name: string, error: unknown): string | null {
  if (error instanceof RequestCancelledError) {
    return null;
  }
  if (error instanceof WorkerStoppedError) {
    return vscode.l10n.t('Reading {0} stopped unexpectedly: {1}', name, error.message);
  }
  return vscode.l10n.t('{0} cannot be opened: {1}', name, error instanceof Error ? error.message : String(error));
}

/** Tells it once, with a way to the details. */
export async function showOpeningError(name: string, error: unknown): Promise<void> {
  const message = openingError(name, error);
  if (message !== null) {
    await showErrorWithLog(message);
  }
}

/** The reader of an open bundle ended on its own. The next thing that is asked of the bundle starts it again. */
export function showReaderStopped(name: string, error: WorkerStoppedError): Promise<void> {
  return showErrorWithLog(
    vscode.l10n.t('Reading {0} stopped unexpectedly: {1}. It starts again when it is needed.', name, error.message),
  );
}

async function showErrorWithLog(message: string): Promise<void> {
  const showLog = vscode.l10n.t('Show Log');
  if ((await vscode.window.showErrorMessage(message, showLog)) === showLog) {
    await vscode.commands.executeCommand('autopilotTriage.showLog');
  }
}
