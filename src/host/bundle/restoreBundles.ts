import type * as vscode from 'vscode';
import type { BundleOpener } from './bundleOpener';
import type { RememberedBundles } from './rememberedBundles';

/**
 * Opens again what was open when the window was left, the bundle in front first, one after the other: none of it is
 * waited for. A bundle that is not there any more, or not now, is passed over and stays remembered.
 */
export async function restoreBundles(
  opener: BundleOpener,
  remembered: RememberedBundles,
  log: vscode.LogOutputChannel,
): Promise<void> {
  for (const key of remembered.keys) {
    await opener.byKey(key).catch((error: unknown) => {
      log.info(`Not open again: ${String(error)}`);
    });
  }
}
