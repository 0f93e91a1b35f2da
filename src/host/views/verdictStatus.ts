import * as vscode from 'vscode';
import { divideRestarts } from '../../core/enrollment/document/enrollmentRestarts';
import type { TriageDocument } from '../../core/enrollment/document/triageDocument';
import { shortDuration } from '../../core/words/duration';
import type { OpenBundle } from '../bundle/openBundle';
import type { OpenBundles } from '../bundle/openBundles';
import { Disposable } from '../disposable';
import { plainMarkdown } from '../plainMarkdown';
import { helloStateLabel, tokenStateLabel } from './signInLabels';
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
    this.item.tooltip = verdictTooltip(bundle);
    this.item.accessibilityInformation = { label: `${bundle.name}: ${verdict}`, role: 'button' };
    this.item.show();
  }
}

/** `2 reboots (1 before the enrollment), 1 not called for · 1 re-prompt`: what this bundle shows. What is not seen is not said to be absent. */
export function verdictText(document: TriageDocument): string {
  const { signIns } = document;
  const { own, before } = divideRestarts(document);
  const counted =
    before.length === 0
      ? rebootsText(own.length)
      : vscode.l10n.t('{0} ({1} before the enrollment)', rebootsText(own.length), before.length);
  const needless = own.filter(({ expected }) => expected === false).length;
  const rePrompts = signIns.filter((signIn) => signIn.class === 'rePrompt').length;
  return [
    needless === 0 ? counted : vscode.l10n.t('{0}, {1} not called for', counted, needless),
    ...(rePrompts === 0 ? [] : [rePromptsText(rePrompts)]),
  ].join(' · ');
}

/** What the bar has no room for: how the user was left, and where to go from here. */
function verdictTooltip({ name, document }: OpenBundle): vscode.MarkdownString {
  const { signIns, hello, token, collectNext } = document;
  const waited = signIns.reduce((sum, { class: kind, waitMs }) => sum + (kind === 'rePrompt' ? (waitMs ?? 0) : 0), 0);
  const facts = [
    verdictText(document),
    ...(waited === 0 ? [] : [vscode.l10n.t('{0} at the lock screen', shortDuration(waited))]),
    `${vscode.l10n.t('Windows Hello')}: ${helloStateLabel(hello.state)}`,
    `${vscode.l10n.t('User token')}: ${tokenStateLabel(token.state)}`,
    ...(collectNext.length === 0 ? [] : [`${vscode.l10n.t('What to collect next')}: ${collectNext.length}`]),
    vscode.l10n.t('Click to show the overview.'),
  ];
  const tooltip = new vscode.MarkdownString(`**${plainMarkdown(name)}**\n\n`);
  for (const fact of facts) {
    tooltip.appendMarkdown(`- ${plainMarkdown(fact)}\n`);
  }
  return tooltip;
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
