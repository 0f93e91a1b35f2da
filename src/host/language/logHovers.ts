import * as vscode from 'vscode';
import type { OpenLogs } from './openLogs';

/** Explains what the mouse or the cursor points at. */
export class LogHovers implements vscode.HoverProvider {
  constructor(private readonly logs: OpenLogs) {}

  async provideHover(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | null> {
    const log = await this.logs.of(document);
    const hover = log?.text.hover(position.line, position.character) ?? null;
    if (hover === null) {
      return null;
    }
    // Neither trusted nor HTML: what a log holds can run nothing here.
    const range = new vscode.Range(position.line, hover.start, position.line, hover.end);
    return new vscode.Hover(new vscode.MarkdownString(hover.markdown), range);
  }
}
