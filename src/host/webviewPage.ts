import * as vscode from 'vscode';

/** A page of a webview. */
export interface WebviewPage {
  readonly title: string;
  /** Content-Security-Policy: what may run and load. */
  readonly policy: string;
  readonly head: string;
  readonly body: string;
}

export function webviewPage({ title, policy, head, body }: WebviewPage): string {
  return `<!DOCTYPE html>
<html lang="${escapeHtml(vscode.env.language)}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1.0">
<title>${escapeHtml(title)}</title>
${head}
</head>
<body>${body}</body>
</html>`;
}

/** A page of one sentence and a link to the log, for a bundle that is still being read or cannot be. */
export function messagePage(title: string, message: string, withLog: boolean): string {
  const link = withLog
    ? `<p><a href="command:autopilotTriage.showLog">${escapeHtml(vscode.l10n.t('Show Log'))}</a></p>`
    : '';
  return webviewPage({
    title,
    policy: "default-src 'none'",
    head: '',
    body: `<main><p role="status">${escapeHtml(message)}</p>${link}</main>`,
  });
}

/** What a page shows of a bundle that is being read again: nothing of it. */
export function waitingPage(): string {
  const message = vscode.l10n.t('Reading again…');
  return messagePage(message, message, false);
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
