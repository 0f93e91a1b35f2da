import * as vscode from 'vscode';
import type { OpenBundles } from '../bundle/openBundles';
import type { CommandId } from '../commandIds';
import { type ContextKey, setContextKey } from '../contextKeys';

/**
 * The commands on the buttons of the walkthrough that need a bundle, each with the key that ticks its step off: what
 * was only clicked is not done.
 */
const stepsByCommand: Partial<Record<CommandId, ContextKey>> = {
  'autopilotTriage.showOverview': 'autopilotTriage.overviewShown',
  'autopilotTriage.nextReboot': 'autopilotTriage.jumped',
  'autopilotTriage.goToReboot': 'autopilotTriage.jumped',
  'autopilotTriage.searchBundle': 'autopilotTriage.handedOn',
  'autopilotTriage.copyForTicket': 'autopilotTriage.handedOn',
};

/** The step of the walkthrough that a command is about; `undefined` for most. */
export function walkthroughStep(command: string): ContextKey | undefined {
  return Object.entries(stepsByCommand).find(([id]) => id === command)?.[1];
}

/** Runs `act` for a step of the walkthrough once a bundle is open, and offers to open one before that. */
export async function takeStep(bundles: OpenBundles, step: ContextKey, act: () => unknown): Promise<unknown> {
  if (bundles.active === undefined) {
    await offerBundle();
  }
  if (bundles.active === undefined) {
    return undefined;
  }
  const result = await act();
  setContextKey(step, true);
  return result;
}

async function offerBundle(): Promise<void> {
  const sample = vscode.l10n.t('Open the Sample Bundle');
  const own = vscode.l10n.t('Open Log Bundle…');
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t('No diagnostics bundle is open.'),
    sample,
    own,
  );
  if (answer !== undefined) {
    await vscode.commands.executeCommand(
      answer === sample ? 'autopilotTriage.openSample' : 'autopilotTriage.openBundle',
    );
  }
}
