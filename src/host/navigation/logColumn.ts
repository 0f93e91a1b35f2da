import * as vscode from 'vscode';
import { logScheme } from '../documents/bundleUri';
import { isTimelineViewType } from '../timeline/timelineViewTypes';

/**
 * Where a log opens: in the group that shows logs already, never on top of the timeline that was clicked, and
 * else where the person is.
 */
export function columnForLogs(): vscode.ViewColumn {
  const { all, activeTabGroup } = vscode.window.tabGroups;
  const candidates = all.filter((group) => !showsTimeline(group));
  const withLog =
    candidates.find((group) => group.activeTab !== undefined && isLog(group.activeTab)) ??
    candidates.find((group) => group.tabs.some(isLog));
  if (withLog !== undefined) {
    return withLog.viewColumn;
  }
  return showsTimeline(activeTabGroup) ? vscode.ViewColumn.Beside : activeTabGroup.viewColumn;
}

function showsTimeline(group: vscode.TabGroup): boolean {
  const input = group.activeTab?.input;
  return input instanceof vscode.TabInputCustom && isTimelineViewType(input.viewType);
}

function isLog(tab: vscode.Tab): boolean {
  return tab.input instanceof vscode.TabInputText && tab.input.uri.scheme === logScheme;
}
