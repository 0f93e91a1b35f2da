import * as vscode from 'vscode';
import type { SearchMatch } from '../../core/search/searchResult';
import { handOut } from '../export/handOut';
import { exportText, type ExportFormat } from './resultExport';
import type { SearchSession } from './searchSession';

/** More matches than any spreadsheet has rows. */
const exportLimit = 2_000_000;

/** Writes all matches of a search, also those that its document has no room for, to a file of the user's choice. */
export async function exportResults(session: SearchSession, target: vscode.Uri | undefined): Promise<void> {
  const file = target ?? (await askFile(session));
  if (file === undefined) {
    return;
  }
  const matches = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Exporting matches…'), cancellable: true },
    async (_progress, token) => {
      const cancellation = new AbortController();
      token.onCancellationRequested(() => {
        cancellation.abort();
      });
      const found = await allMatches(session, cancellation.signal);
      const format = formatOf(file);
      const form = format === 'jsonl' ? 'json' : 'csv';
      await handOut(session.bundle, exportText(found, format), { kind: 'file', file }, { form });
      return found;
    },
  );
  vscode.window.setStatusBarMessage(vscode.l10n.t('{0} matches exported to {1}.', matches.length, file.fsPath), 6000);
}

async function allMatches(
  { bundle, query, results }: SearchSession,
  signal: AbortSignal,
): Promise<readonly SearchMatch[]> {
  const { state } = results;
  if (state.kind === 'done' && state.outcome.shown === state.outcome.total) {
    return results.matches;
  }
  const matches: SearchMatch[] = [];
  const limits = { total: exportLimit, perMember: exportLimit };
  await bundle.search({ query, limits, uniqueEvents: false }, signal, (part) => {
    if (part.kind === 'matches') {
      matches.push(...part.matches);
    }
  });
  return matches;
}

function formatOf(file: vscode.Uri): ExportFormat {
  return /\.(jsonl|ndjson|json)$/i.test(file.path) ? 'jsonl' : 'csv';
}

async function askFile({ bundle }: SearchSession): Promise<vscode.Uri | undefined> {
  const name = `${bundle.name.replace(/\.\w+$/, '')}-search.csv`;
  const folder = bundle.source.scheme === 'file' ? vscode.Uri.joinPath(bundle.source, '..', name) : undefined;
  return vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export Search Results'),
    ...(folder && { defaultUri: folder }),
    filters: { CSV: ['csv'], 'JSON Lines': ['jsonl'] },
  });
}
