import * as vscode from 'vscode';
import type { AnnotateRequest } from '../../protocol/timelineMessages';
import type { OpenBundle } from '../bundle/openBundle';

const command = 'autopilotTriage.annotate';

/** Hands the wish for a note to the command that writes notes, with the bundle's key and the place. */
export async function annotate(bundle: OpenBundle, { start, end, storyId, evidence }: AnnotateRequest): Promise<void> {
  const known = await vscode.commands.getCommands(true);
  if (known.includes(command)) {
    await vscode.commands.executeCommand(command, bundle.key, { start, end, storyId, evidence });
  } else {
    vscode.window.setStatusBarMessage(vscode.l10n.t('Notes are not available for {0}.', bundle.name), 4000);
  }
}
