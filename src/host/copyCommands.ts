import * as vscode from 'vscode';
import { CollectNextNode } from './views/collectNextNodes';
import { FindingNode } from './views/findingNodes';

/** Copies the advice of a finding: of its row, or as the text itself. */
export async function copyAdvice(source: unknown): Promise<void> {
  await copy(source instanceof FindingNode ? source.finding.advice : source, vscode.l10n.t('Advice copied.'));
}

/** Copies what to run: of a row under "What to collect next", or as the text itself. */
export async function copyCommand(source: unknown): Promise<void> {
  await copy(source instanceof CollectNextNode ? source.how : source, vscode.l10n.t('Command copied.'));
}

async function copy(text: unknown, done: string): Promise<void> {
  if (typeof text === 'string') {
    await vscode.env.clipboard.writeText(text);
    vscode.window.setStatusBarMessage(done, 4000);
  }
}
