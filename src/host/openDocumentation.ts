import * as vscode from 'vscode';
import { FindingNode } from './views/findingNodes';
import { pageTitle } from './views/pageTitle';

/** Opens what there is to read about the finding of a row; asks where that is several pages. */
export async function openDocumentation(row: unknown): Promise<void> {
  const links = row instanceof FindingNode ? row.finding.links : [];
  const [only, ...others] = links;
  if (only === undefined) {
    vscode.window.setStatusBarMessage(vscode.l10n.t('This finding names no page to read on.'), 4000);
    return;
  }
  const link = others.length === 0 ? only : await pickPage(links);
  if (link !== undefined) {
    await vscode.env.openExternal(vscode.Uri.parse(link, true));
  }
}

async function pickPage(links: readonly string[]): Promise<string | undefined> {
  const picked = await vscode.window.showQuickPick(
    links.map((link) => ({ label: pageTitle(link), description: vscode.Uri.parse(link).authority, link })),
    { title: vscode.l10n.t('Open documentation') },
  );
  return picked?.link;
}
