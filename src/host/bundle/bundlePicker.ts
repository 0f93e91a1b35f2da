import * as vscode from 'vscode';
import { verdictText } from '../views/verdictStatus';
import { sourceName } from './bundleSource';
import type { OpenBundles } from './openBundles';
import type { RecentBundles } from './recentBundles';

interface BundleRow extends vscode.QuickPickItem {
  readonly source?: vscode.Uri;
}

/** Asks which bundle to go to: an open one, or one that was open lately. `undefined` when the list is left. */
export function pickBundle(bundles: OpenBundles, recent: RecentBundles): Promise<vscode.Uri | undefined> {
  const forgetButton = {
    iconPath: new vscode.ThemeIcon('close'),
    tooltip: vscode.l10n.t('Remove from Recent Bundles'),
  };
  const rows = (): readonly BundleRow[] => [
    ...section(vscode.l10n.t('open'), openRows(bundles)),
    ...section(
      vscode.l10n.t('recent'),
      closedSources(bundles, recent).map((source) => ({ ...rowOf(source), buttons: [forgetButton] })),
    ),
  ];
  const pick = vscode.window.createQuickPick<BundleRow>();
  pick.title = vscode.l10n.t('Switch to Bundle');
  pick.placeholder = vscode.l10n.t('A bundle that is open, or was open lately');
  pick.matchOnDescription = true;
  pick.items = rows();
  // The bundle in front is where the person is already.
  const other = pick.items.find(({ source }) => source !== undefined && source !== bundles.active?.source);
  pick.activeItems = other === undefined ? [] : [other];
  pick.onDidTriggerItemButton(({ item }) => {
    if (item.source !== undefined) {
      recent.forget(item.source);
      pick.items = rows();
    }
  });
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      const source = pick.activeItems[0]?.source;
      if (source !== undefined) {
        resolve(source);
        pick.hide();
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

function openRows({ all, active }: OpenBundles): readonly BundleRow[] {
  return all.map((bundle) => ({
    ...rowOf(bundle.source),
    ...(bundle.redaction === null ? {} : { label: bundle.name, description: '' }),
    iconPath: new vscode.ThemeIcon(bundle === active ? 'check' : 'archive'),
    detail: verdictText(bundle.document),
  }));
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
