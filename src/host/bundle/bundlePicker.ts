import * as vscode from 'vscode';
import { verdictText } from '../views/verdictStatus';
import type { CommandId } from '../commandIds';
import { sourceName } from './bundleSource';
import type { OpenBundles } from './openBundles';
import type { RecentBundles } from './recentBundles';

interface BundleRow extends vscode.QuickPickItem {
  readonly source?: vscode.Uri;
  /** What the row does instead of going to a bundle. */
  readonly command?: CommandId;
}

/**
 * Asks which bundle to go to: an open one, or one that was open lately. `undefined` when the list is left, or another
 * way to a bundle was taken.
 */
export function pickBundle(bundles: OpenBundles, recent: RecentBundles): Promise<vscode.Uri | undefined> {
  const forgetButton = {
    iconPath: new vscode.ThemeIcon('close'),
    tooltip: vscode.l10n.t('Remove from Recent Bundles'),
  };
  const rows = (): readonly BundleRow[] => [
    ...section(vscode.l10n.t('active'), openRows(bundles, true)),
    ...section(vscode.l10n.t('open'), openRows(bundles, false)),
    ...section(
      vscode.l10n.t('recent'),
      closedSources(bundles, recent).map((source) => ({ ...rowOf(source), buttons: [forgetButton] })),
    ),
    ...section(vscode.l10n.t('more'), otherWays()),
  ];
  const pick = vscode.window.createQuickPick<BundleRow>();
  pick.title = vscode.l10n.t('Switch to Bundle');
  pick.placeholder = vscode.l10n.t('A bundle that is open, or was open lately');
  pick.matchOnDescription = true;
  pick.items = rows();
  // The bundle in front is where the person is already.
  const other = pick.items.find(({ kind, source }) => kind === undefined && !isActive(bundles, source));
  pick.activeItems = other === undefined ? [] : [other];
  pick.onDidTriggerItemButton(({ item }) => {
    if (item.source !== undefined) {
      recent.forget(item.source);
      pick.items = rows();
    }
  });
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      const [row] = pick.activeItems;
      if (row === undefined) {
        return;
      }
      resolve(row.source);
      pick.hide();
      if (row.command !== undefined) {
        void vscode.commands.executeCommand(row.command);
      }
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function section(title: string, rows: readonly BundleRow[]): readonly BundleRow[] {
  return rows.length === 0 ? [] : [{ label: title, kind: vscode.QuickPickItemKind.Separator }, ...rows];
}

function openRows(bundles: OpenBundles, active: boolean): readonly BundleRow[] {
  return bundles.all
    .filter(({ source }) => isActive(bundles, source) === active)
    .map((bundle) => ({
      ...rowOf(bundle.source),
      ...(bundle.redaction === null ? {} : { label: bundle.name, description: '' }),
      iconPath: new vscode.ThemeIcon(active ? 'check' : 'archive'),
      detail: verdictText(bundle.document),
    }));
}

function isActive({ active }: OpenBundles, source: vscode.Uri | undefined): boolean {
  return source !== undefined && source === active?.source;
}

/** For whom nothing is open, and nothing was lately: an empty list would be a dead end. */
function otherWays(): readonly BundleRow[] {
  return [
    {
      label: vscode.l10n.t('Open Log Bundle…'),
      iconPath: new vscode.ThemeIcon('folder-opened'),
      command: 'autopilotTriage.openBundle',
    },
    {
      label: vscode.l10n.t('Open the Sample Bundle'),
      iconPath: new vscode.ThemeIcon('beaker'),
      command: 'autopilotTriage.openSample',
    },
  ];
}

function closedSources(bundles: OpenBundles, recent: RecentBundles): readonly vscode.Uri[] {
  const open = new Set(bundles.all.map(({ source }) => source.toString()));
  return recent.sources.filter((source) => !open.has(source.toString()));
}

function rowOf(source: vscode.Uri): BundleRow {
  const folder = source.with({ path: source.path.replace(/\/[^/]*\/*$/, '') });
  return {
    label: sourceName(source),
    description: folder.scheme === 'file' ? folder.fsPath : folder.toString(true),
    source,
  };
}
