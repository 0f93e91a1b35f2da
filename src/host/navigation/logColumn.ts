import * as vscode from 'vscode';
import { logScheme } from '../documents/bundleUri';
import { overviewViewType } from '../overview/overviewPanels';
import { isTimelineViewType } from '../timeline/timelineViewTypes';

/** The timeline above, the log below it: lines of a log are long, and half a window is too narrow for them. */
const timelineOverLog = { orientation: 1, groups: [{ size: 0.55 }, { size: 0.45 }] };

/**
 * Where a log opens: in the group that shows logs already, never on top of a timeline, and else where the person is.
 * Below a timeline that has the window for itself, it makes room.
 */
export async function columnForLogs(): Promise<vscode.ViewColumn> {
  const { all, activeTabGroup } = vscode.window.tabGroups;
  const candidates = all.filter((group) => !showsTimeline(group));
  const withLog =
    candidates.find((group) => group.activeTab !== undefined && isLog(group.activeTab)) ??
    candidates.find((group) => group.tabs.some(isLog));
  if (withLog !== undefined) {
    return withLog.viewColumn;
  }
  if (!showsTimeline(activeTabGroup)) {
    return activeTabGroup.viewColumn;
  }
  if (all.length > 1) {
    return candidates[0]?.viewColumn ?? vscode.ViewColumn.Beside;
  }
  await vscode.commands.executeCommand('vscode.setEditorLayout', timelineOverLog);
  return vscode.ViewColumn.Two;
}

function showsTimeline(group: vscode.TabGroup): boolean {
  const input = group.activeTab?.input;
  return (
    (input instanceof vscode.TabInputCustom && isTimelineViewType(input.viewType)) ||
    (input instanceof vscode.TabInputWebview &&
      (isTimelineViewType(input.viewType) || input.viewType.endsWith(overviewViewType)))
  );
}

function isLog(tab: vscode.Tab): boolean {
  return tab.input instanceof vscode.TabInputText && tab.input.uri.scheme === logScheme;
}
