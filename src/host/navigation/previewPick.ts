import * as vscode from 'vscode';
import type { EvidenceRef } from '../../core/enrollment/document/evidence';
import type { OpenBundle } from '../bundle/openBundle';
import { rememberEditor } from './editorPlace';
import type { EvidenceNavigator } from './evidenceNavigator';

/** A row of a list that shows its evidence while people move through it; `null` for a row that is only a word. */
export interface PreviewItem extends vscode.QuickPickItem {
  readonly evidence: EvidenceRef | null;
  /** Item of the triage document that the row stands for. */
  readonly itemId: string | null;
}

/** What a list does besides being one. */
export interface PreviewList<Item extends PreviewItem> {
  /** Fills and refills the list. Called once before it shows; what it returns is called when it is left. */
  fill(pick: vscode.QuickPick<Item>): () => void;
  /** The list opens on some row that nobody asked for: it is not previewed. */
  readonly opensOnAnyRow: boolean;
}

/**
 * A list with live preview: moving through it shows each row's evidence, Enter goes there, Escape returns to where
 * the person was. Resolves with the chosen row.
 */
export async function pickWithPreview<Item extends PreviewItem>(
  bundle: OpenBundle,
  navigator: EvidenceNavigator,
  list: PreviewList<Item>,
): Promise<Item | undefined> {
  const goBack = rememberEditor();
  const pick = vscode.window.createQuickPick<Item>();
  const stop = list.fill(pick);
  // Previews follow one another: each waits for the one before, so that the last one wins.
  let previews: Promise<unknown> = Promise.resolve();
  let isFirst = true;
  pick.onDidChangeActive(([item]) => {
    const isUnasked = list.opensOnAnyRow && isFirst && pick.value === '';
    isFirst = false;
    previews = previews.then(() => {
      const evidence = item?.evidence ?? null;
      return isUnasked || evidence === null || pick.activeItems[0] !== item
        ? undefined
        : navigator.showEvidence(bundle, evidence, { preserveFocus: true });
    });
  });
  const chosen = await new Promise<Item | undefined>((resolve) => {
    pick.onDidAccept(() => {
      const [item] = pick.activeItems;
      if (item !== undefined && item.evidence !== null) {
        resolve(item);
        pick.hide();
      }
    });
    pick.onDidHide(() => {
      resolve(undefined);
    });
    pick.show();
  });
  stop();
  await previews;
  pick.dispose();
  if (chosen === undefined) {
    await goBack();
  }
  return chosen;
}

/** A list whose rows are known from the start. */
export function fixedList<Item extends PreviewItem>(
  title: string,
  items: readonly Item[],
  isCurrent: (item: Item) => boolean = () => false,
): PreviewList<Item> {
  return {
    opensOnAnyRow: false,
    fill: (pick) => {
      pick.title = title;
      pick.placeholder = vscode.l10n.t('Moving through the list previews the evidence');
      pick.matchOnDescription = true;
      pick.matchOnDetail = true;
      pick.items = items;
      const current = items.find(isCurrent);
      if (current !== undefined) {
        pick.activeItems = [current];
      }
      return () => undefined;
    },
  };
}
