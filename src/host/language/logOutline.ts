import * as vscode from 'vscode';
import type { OutlineEntry, OutlineKind } from '../../core/language/outline';
import type { OpenLogs } from './openLogs';

/** Outline, breadcrumbs and sticky scroll. */
export class LogOutline implements vscode.DocumentSymbolProvider, vscode.FoldingRangeProvider {
  constructor(private readonly logs: OpenLogs) {}

  async provideDocumentSymbols(document: vscode.TextDocument): Promise<vscode.DocumentSymbol[]> {
    const log = await this.logs.of(document);
    return (log?.text.outline() ?? []).map(symbolOf);
  }

  async provideFoldingRanges(document: vscode.TextDocument): Promise<vscode.FoldingRange[]> {
    const log = await this.logs.of(document);
    return (log?.text.folds() ?? []).map(({ firstLine, lastLine }) => new vscode.FoldingRange(firstLine, lastLine));
  }
}

function symbolOf({ kind, name, detail, firstLine, lastLine, children }: OutlineEntry): vscode.DocumentSymbol {
  const range = new vscode.Range(firstLine, 0, lastLine, Number.MAX_SAFE_INTEGER);
  const symbol = new vscode.DocumentSymbol(
    name || '…',
    detail,
    symbolKind(kind),
    range,
    new vscode.Range(firstLine, 0, firstLine, 0),
  );
  symbol.children = children.map(symbolOf);
  return symbol;
}

function symbolKind(kind: OutlineKind): vscode.SymbolKind {
  switch (kind) {
    case 'boot':
      return vscode.SymbolKind.Module;
    case 'phase':
    case 'section':
      return vscode.SymbolKind.Namespace;
    case 'group':
      return vscode.SymbolKind.Array;
    case 'record':
      return vscode.SymbolKind.Event;
    case 'error':
      return vscode.SymbolKind.Null;
    case 'key':
      return vscode.SymbolKind.Key;
  }
}
