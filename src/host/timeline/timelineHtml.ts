import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { escapeHtml, webviewPage } from '../webviewPage';

/** The timeline page: one script and one style sheet of ours, and nothing else may run or load. */
export function timelineHtml(webview: vscode.Webview, extensionUri: vscode.Uri): string {
  const nonce = randomBytes(18).toString('base64');
  const script = webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist', 'timeline.js'));
  const style = webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'media', 'timeline.css'));
  const translations = escapeHtml(JSON.stringify(vscode.l10n.bundle ?? {}));
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    // The toolkit makes one empty style element when it loads; it carries the script's nonce.
    `style-src ${webview.cspSource} 'nonce-${nonce}'`,
    `font-src ${webview.cspSource}`,
    `img-src ${webview.cspSource}`,
  ].join('; ');
  return webviewPage({
    title: vscode.l10n.t('Timeline'),
    policy,
    head: `<link rel="stylesheet" href="${style.toString()}">`,
    body: `<div id="app" data-translations="${translations}"></div><script nonce="${nonce}" src="${script.toString()}"></script>`,
  });
}
