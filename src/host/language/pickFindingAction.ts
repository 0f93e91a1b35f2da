import * as vscode from 'vscode';
import type { OpenBundles } from '../bundle/openBundles';
import { FindingActions } from './findingActions';

/**
 * What can be done about the findings at the cursor, as a list. VS Code shows its own list of code actions in the problems
 * panel, but not in an editor that is read-only, as every log of a bundle is.
 */
export async function pickFindingAction(bundles: OpenBundles): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) {
    return;
  }
  // Asked for directly: actions that come through VS Code no longer tell which finding they are of.
  const actions = new FindingActions(bundles).provideCodeActions(editor.document, editor.selection, {
    diagnostics: [],
    only: undefined,
    triggerKind: vscode.CodeActionTriggerKind.Invoke,
  });
  const groups = groupedByFinding(actions);
  const [only, ...others] = groups.keys();
  if (only === undefined) {
    vscode.window.setStatusBarMessage(vscode.l10n.t('No finding begins at this record.'), 4000);
    return;
  }
  const picked = await vscode.window.showQuickPick(rowsOf(groups), {
    title: others.length === 0 ? only : vscode.l10n.t('Actions of the findings'),
    matchOnDescription: true,
  });
  if (picked?.command !== undefined) {
    await vscode.commands.executeCommand(picked.command.command, ...((picked.command.arguments ?? []) as unknown[]));
  }
}

interface ActionRow extends vscode.QuickPickItem {
  readonly command?: vscode.Command;
}

/** The actions of each finding, by its title: two findings at one record offer actions of the same names. */
function groupedByFinding(actions: readonly vscode.CodeAction[]): ReadonlyMap<string, readonly ActionRow[]> {
  const groups = new Map<string, readonly ActionRow[]>();
  for (const { title, command, diagnostics } of actions) {
    const [finding = ''] = diagnostics?.[0]?.message.split('\n') ?? [];
    if (command !== undefined) {
      groups.set(finding, [...(groups.get(finding) ?? []), { label: title, command }]);
    }
  }
  return groups;
}

/** Titles are too long for a separator, which would show nothing of them: they stand beside each action. */
function rowsOf(groups: ReadonlyMap<string, readonly ActionRow[]>): readonly ActionRow[] {
  return groups.size === 1
    ? [...groups.values()].flat()
    : [...groups].flatMap(([finding, rows]) => [
        { label: '', kind: vscode.QuickPickItemKind.Separator },
        ...rows.map((row) => ({ ...row, description: finding })),
      ]);
}
