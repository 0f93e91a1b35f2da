import * as vscode from 'vscode';

/**
 * What can be done about the findings at the cursor, as a list. VS Code shows its own list of code actions in the problems
 * panel, but not in an editor that is read-only, as every log of a bundle is.
 */
export async function pickFindingAction(): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) {
    return;
  }
  const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    editor.document.uri,
    editor.selection,
  );
  const rows = groupedByFinding(actions);
  if (rows.length === 0) {
    vscode.window.setStatusBarMessage(vscode.l10n.t('No finding begins at this record.'), 4000);
    return;
  }
  const picked = await vscode.window.showQuickPick(rows, { title: vscode.l10n.t('Actions of the finding') });
  if (picked?.command !== undefined) {
    await vscode.commands.executeCommand(picked.command.command, ...((picked.command.arguments ?? []) as unknown[]));
  }
}

interface ActionRow extends vscode.QuickPickItem {
  readonly command?: vscode.Command;
}

/** Below the title of their finding: two findings at one record offer actions of the same names. */
function groupedByFinding(actions: readonly vscode.CodeAction[]): readonly ActionRow[] {
  const groups = new Map<string, ActionRow[]>();
  for (const { title, command, diagnostics } of actions) {
    const [finding = ''] = diagnostics?.[0]?.message.split('\n') ?? [];
    if (command !== undefined) {
      groups.set(finding, [...(groups.get(finding) ?? []), { label: title, command }]);
    }
  }
  return [...groups].flatMap(([finding, rows]) => [
    { label: finding, kind: vscode.QuickPickItemKind.Separator },
    ...rows,
  ]);
}
