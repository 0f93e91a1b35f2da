import * as vscode from 'vscode';
import type { OpenBundle } from './openBundle';
import type { OpenBundles } from './openBundles';

/** Tells that the file of a bundle was replaced, and reads the new one if that is wanted. */
export async function offerReadAgain(bundles: OpenBundles, bundle: OpenBundle): Promise<void> {
  const readAgain = vscode.l10n.t('Read Again');
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t('{0} was replaced on disk. What is open was read from the old file.', bundle.name),
    readAgain,
  );
  if (answer === readAgain && bundles.find(bundle.key) === bundle) {
    bundles.close(bundle);
    await vscode.commands.executeCommand('autopilotTriage.openResource', bundle.source);
  }
}
