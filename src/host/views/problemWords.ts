import * as vscode from 'vscode';
import type { Problem } from '../../core/bytes/problem';
import { plainMarkdown } from '../plainMarkdown';

export function problemsText(count: number): string {
  return count === 1 ? vscode.l10n.t('1 problem') : vscode.l10n.t('{0} problems', count);
}

export function warningIcon(): vscode.ThemeIcon {
  return new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
}

/** As a list, below what stands in the tooltip already. */
export function appendProblems(tooltip: vscode.MarkdownString, problems: readonly Problem[]): void {
  for (const problem of problems) {
    tooltip.appendMarkdown(`- ${plainMarkdown(problem.detail)}\n`);
  }
}
