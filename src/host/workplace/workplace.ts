import * as vscode from 'vscode';
import type { OpenBundles } from '../bundle/openBundles';
import type { LeftTab, TabKeeper } from './leftTab';
import type { PlaceholderDocuments } from './placeholderDocuments';

/** Where a tab was among those that stay. */
interface Seat {
  readonly left: LeftTab;
  readonly tab: vscode.Tab;
  readonly group: vscode.TabGroup;
  /** In its group, from 0. */
  readonly index: number;
  readonly isPreview: boolean;
  readonly isPinned: boolean;
}

/** A group of editors that loses tabs. */
interface LeftGroup {
  readonly column: vscode.ViewColumn;
  readonly seats: readonly Seat[];
  /** Of the tab in front, from 0. */
  readonly front: number;
}

const focusCommands = ['First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth', 'Seventh', 'Eighth'].map(
  (which) => `workbench.action.focus${which}EditorGroup`,
);

/**
 * Closes what `keepers` know, and keeps the groups that would be empty without it. The returned function opens all of
 * it again: in its group, at its place, with the same tab in front and the keyboard in the same group.
 */
export async function leaveWorkplace(
  keepers: readonly TabKeeper[],
  placeholders: PlaceholderDocuments,
): Promise<(bundles: Pick<OpenBundles, 'find'>) => Promise<void>> {
  const { all, activeTabGroup } = vscode.window.tabGroups;
  const activeColumn = activeTabGroup.viewColumn;
  const seats = (
    await Promise.all(all.flatMap((group) => group.tabs.map((_, index) => seatOf(keepers, group, index))))
  ).filter((seat) => seat !== null);
  const groups = all
    .map((group) => ({
      column: group.viewColumn,
      seats: seats.filter((seat) => seat.group === group),
      front: group.tabs.findIndex(({ isActive }) => isActive),
      isEmptied: group.tabs.every((tab) => seats.some((seat) => seat.tab === tab)),
    }))
    .filter((group) => group.seats.length > 0);
  for (const { column } of groups.filter(({ isEmptied }) => isEmptied)) {
    await placeholders.show(column);
  }
  await closeSame(seats.map(({ tab }) => tab));
  return async (bundles) => {
    for (const group of groups) {
      await comeBack(group, bundles, placeholders);
    }
    await placeholders.closeAll();
    await focusGroup(activeColumn);
  };
}

/** A new tab in a group may make VS Code tell of all tabs anew; it closes only those that it told of last. */
async function closeSame(tabs: readonly vscode.Tab[]): Promise<void> {
  const wanted = new Set(tabs.map(keyOf));
  const now = vscode.window.tabGroups.all.flatMap((group) => group.tabs).filter((tab) => wanted.has(keyOf(tab)));
  await vscode.window.tabGroups.close(now, true);
}

function keyOf({ group, label, input }: vscode.Tab): string {
  const uri = input instanceof vscode.TabInputText ? input.uri.toString() : '';
  return [group.viewColumn, label, uri].join('\n');
}

async function seatOf(keepers: readonly TabKeeper[], group: vscode.TabGroup, index: number): Promise<Seat | null> {
  const tab = group.tabs[index];
  for (const keeper of tab === undefined ? [] : keepers) {
    const left = await keeper.leave(tab!);
    if (left !== null) {
      return { left, tab: tab!, group, index, isPreview: tab!.isPreview, isPinned: tab!.isPinned };
    }
  }
  return null;
}

async function comeBack(
  { column, seats, front }: LeftGroup,
  bundles: Pick<OpenBundles, 'find'>,
  placeholders: PlaceholderDocuments,
): Promise<void> {
  await focusGroup(column);
  for (const { left, index, isPreview, isPinned } of seats) {
    const bundle = bundles.find(left.key);
    if (bundle === undefined) {
      continue;
    }
    await left.comeBack(bundle, isPreview);
    await placeholders.close(column);
    await vscode.commands.executeCommand('moveActiveEditor', { to: 'position', by: 'tab', value: index + 1 });
    if (isPinned) {
      await vscode.commands.executeCommand('workbench.action.pinEditor');
    }
  }
  await vscode.commands.executeCommand('workbench.action.openEditorAtIndex', front);
}

async function focusGroup(column: vscode.ViewColumn): Promise<void> {
  const command = focusCommands[column - 1];
  if (command !== undefined) {
    await vscode.commands.executeCommand(command);
  }
}
