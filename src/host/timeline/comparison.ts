import * as vscode from 'vscode';
import type { Alignment } from '../../core/timeline/alignment';
import type { OpenBundle } from '../bundle/openBundle';
import type { OpenBundles } from '../bundle/openBundles';
import { engine } from '../engine';
import { bootLabel, phaseLabel } from '../views/labels';
import { displayedTime } from '../views/timeSetting';
import type { TimelineContent } from './timelinePage';

interface AlignmentItem extends vscode.QuickPickItem {
  /** `null`: a start of Windows, which is picked in each bundle. */
  readonly alignment: Alignment | null;
}

/** Asks for what goes on one timeline with the active bundle, and for where they meet; `undefined` once somebody gives up. */
export async function askComparison(bundles: OpenBundles): Promise<TimelineContent | undefined> {
  const { active } = bundles;
  if (active === undefined) {
    return undefined;
  }
  const other = await askBundle(bundles.all.filter((bundle) => bundle !== active));
  const both = other === undefined ? undefined : ([active, other] as const);
  const alignment = both === undefined ? undefined : await askAlignment(both);
  return both === undefined || alignment === undefined ? undefined : { bundles: both, alignment };
}

async function askBundle(others: readonly OpenBundle[]): Promise<OpenBundle | undefined> {
  if (others.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a second bundle to compare this one with.'));
    return undefined;
  }
  const picked = await vscode.window.showQuickPick(
    others.map((bundle) => ({ label: bundle.name, description: bundle.shownSource, bundle })),
    { title: vscode.l10n.t('Compare on One Timeline'), placeHolder: vscode.l10n.t('The other bundle') },
  );
  return picked?.bundle;
}

async function askAlignment(bundles: readonly OpenBundle[]): Promise<Alignment | undefined> {
  const { buildTimeline, commonAlignments } = engine();
  const models = bundles.map(({ document }) => buildTimeline(document, []));
  const items: AlignmentItem[] = commonAlignments(models).map((alignment) => ({
    label: alignmentLabel(alignment),
    alignment,
  }));
  if (bundles.every(({ document }) => document.boots.length > 0)) {
    items.push({ label: vscode.l10n.t('A start of Windows in each…'), alignment: null });
  }
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Compare on One Timeline'),
    placeHolder: vscode.l10n.t('Where the two meet'),
  });
  return picked?.alignment === null ? askBoots(bundles) : picked?.alignment;
}

async function askBoots(bundles: readonly OpenBundle[]): Promise<Alignment | undefined> {
  const boots: string[] = [];
  for (const bundle of bundles) {
    const picked = await vscode.window.showQuickPick(
      bundle.document.boots.map(({ id, kind, start }) => ({
        label: bootLabel(kind),
        description: displayedTime(bundle, start),
        id,
      })),
      { title: bundle.name, placeHolder: vscode.l10n.t('The start of Windows to align on') },
    );
    if (picked === undefined) {
      return undefined;
    }
    boots.push(picked.id);
  }
  return { kind: 'boot', boots };
}

function alignmentLabel(alignment: Alignment): string {
  switch (alignment.kind) {
    case 'enrollmentStart':
      return vscode.l10n.t('The enrollment starts');
    case 'phase':
      return vscode.l10n.t('{0} starts', phaseLabel(alignment.phase));
    case 'boot':
      return vscode.l10n.t('Windows starts');
  }
}
