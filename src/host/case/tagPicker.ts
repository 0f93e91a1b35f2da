import * as vscode from 'vscode';

interface TagRow extends vscode.QuickPickItem {
  readonly tag: string;
}

/**
 * Resolves with all tags that are wanted; `undefined` where the person gives up.
 * @param known tags of the case, and how each may be shown
 * @param now those of the note
 */
export function pickTags(
  known: ReadonlyMap<string, string>,
  now: readonly string[],
): Promise<readonly string[] | undefined> {
  const pick = vscode.window.createQuickPick<TagRow>();
  const rows = [...known].map(([tag, label]): TagRow => ({ label, tag })).sort(byLabel);
  pick.title = vscode.l10n.t('Tags');
  pick.placeholder = vscode.l10n.t('Type a new tag, or tick those that fit');
  pick.canSelectMany = true;
  pick.items = rows;
  pick.selectedItems = rows.filter(({ tag }) => now.includes(tag));
  pick.onDidChangeValue((value) => {
    const typed = value.trim();
    const selected = new Set(pick.selectedItems.map(({ tag }) => tag));
    const isNew = typed !== '' && !rows.some(({ tag, label }) => tag === typed || label === typed);
    pick.items = [...(isNew ? [{ label: typed, tag: typed }] : []), ...rows];
    pick.selectedItems = pick.items.filter(({ tag }) => selected.has(tag));
  });
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      const typed = pick.value.trim();
      const typedTag = rows.find(({ label }) => label === typed)?.tag ?? typed;
      const selected = pick.selectedItems.map(({ tag }) => tag);
      resolve([...new Set([...selected, ...(typedTag === '' ? [] : [typedTag])])]);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function byLabel(left: TagRow, right: TagRow): number {
  return left.label < right.label ? -1 : Number(left.label > right.label);
}
