import * as vscode from 'vscode';
import type { TriageDocument } from '../../core/enrollment/document/triageDocument';
import type { OpenBundles } from '../bundle/openBundles';
import { Disposable } from '../disposable';
import { restartShape } from './stateIcons';

/** The answer in the status bar, as long as a bundle is open. */
export class VerdictStatus extends Disposable {
  private readonly item = this.register(
    vscode.window.createStatusBarItem('autopilotTriage.verdict', vscode.StatusBarAlignment.Left, 10),
  );

  constructor(private readonly bundles: OpenBundles) {
    super();
    this.item.name = vscode.l10n.t('Autopilot Triage Verdict');
    this.item.command = 'autopilotTriage.showOverview';
    this.register(
      bundles.onDidChange(() => {
        this.update();
      }),
    );
  }

  private update(): void {
    const bundle = this.bundles.active;
    if (bundle === undefined) {
      this.item.hide();
      return;
    }
    const verdict = verdictText(bundle.document);
    this.item.text = `$(${restartShape}) ${verdict}`;
    this.item.tooltip = vscode.l10n.t('{0}: show the overview', bundle.name);
    this.item.accessibilityInformation = { label: `${bundle.name}: ${verdict}`, role: 'button' };
    this.item.show();
  }
}

/** `2 reboots · 1 re-prompt`: what this bundle shows. What is not seen is not said to be absent. */
function verdictText({ reboots, signIns }: TriageDocument): string {
  const rePrompts = signIns.filter((signIn) => signIn.class === 'rePrompt').length;
  return [rebootsText(reboots.length), ...(rePrompts === 0 ? [] : [rePromptsText(rePrompts)])].join(' · ');
}

function rebootsText(count: number): string {
  if (count === 0) {
    return vscode.l10n.t('no reboot seen');
  }
  return count === 1 ? vscode.l10n.t('1 reboot') : vscode.l10n.t('{0} reboots', count);
}

function rePromptsText(count: number): string {
  return count === 1 ? vscode.l10n.t('1 re-prompt') : vscode.l10n.t('{0} re-prompts', count);
}
