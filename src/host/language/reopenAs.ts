import * as vscode from 'vscode';

/** Language of the documents that the person has switched by hand, before the switch. */
const languageBefore = new Map<string, string>();

/** Has the person chosen the language of this document? Then nothing else sets it. */
export function hasChosenLanguage(document: vscode.TextDocument): boolean {
  return languageBefore.has(document.uri.toString());
}

/** Shows the active text in the log language. */
export async function reopenAsLog(): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document !== undefined && document.languageId !== 'mdmlog') {
    languageBefore.set(document.uri.toString(), document.languageId);
    await vscode.languages.setTextDocumentLanguage(document, 'mdmlog');
  }
}

/** Shows the active text in the language that it had before, or as plain text. */
export async function reopenAsText(): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document?.languageId === 'mdmlog') {
    const before = languageBefore.get(document.uri.toString()) ?? 'plaintext';
    languageBefore.set(document.uri.toString(), 'mdmlog');
    await vscode.languages.setTextDocumentLanguage(document, before === 'mdmlog' ? 'plaintext' : before);
  }
}
