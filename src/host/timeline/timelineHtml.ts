import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';

/** The timeline page: one script and one style sheet of ours, and nothing else may run or load. */
export function timelineHtml(webview: vscode.Webview, extensionUri: vscode.Uri): string {
  const nonce = randomBytes(18).toString('base64');
  const script = webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist', 'timeline.js'));
  const style = webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'media', 'timeline.css'));
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    // The toolkit makes one empty style element when it loads; it carries the script's nonce.
    `style-src ${webview.cspSource} 'nonce-${nonce}'`,
    `font-src ${webview.cspSource}`,
    `img-src ${webview.cspSource}`,
  ].join('; ');
  return page(
    policy,
    `<link rel="stylesheet" href="${style.toString()}">`,
    `<div id="app"></div><script nonce="${nonce}" src="${script.toString()}"></script>`,
  );
}

/** A page of one sentence and a link to the log, for a bundle that is still being read or cannot be. */
export function messageHtml(message: string, withLog: boolean): string {
  const link = withLog
    ? `<p><a href="command:autopilotTriage.showLog">${escapeHtml(vscode.l10n.t('Show Log'))}</a></p>`
    : '';
  return page("default-src 'none'", '', `<main><p role="status">${escapeHtml(message)}</p>${link}</main>`);
}

function page(policy: string, head: string, body: string): string {
  return `<!DOCTYPE html>
<html lang="${escapeHtml(vscode.env.language)}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1.0">
<title>${escapeHtml(vscode.l10n.t('Timeline'))}</title>
${head}
</head>
<body>${body}</body>
</html>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
