import * as vscode from 'vscode';
import { engine } from '../engine';

/** Language of the documents that the person has switched by hand, before the switch. */
const languageBefore = new Map<string, string>();

/** Has the person chosen the language of this document? Then nothing else sets it. */
export function hasChosenLanguage(document: vscode.TextDocument): boolean {
  return languageBefore.has(document.uri.toString());
}

/** So many lines tell what a text is. */
const headLines = 50;

/**
 * Shows the active text in the log language. An export of events as XML has no lines of a log: its records are shown
 * as they are in a bundle.
 *
 * @param showRecords opens a file as a bundle and shows what is in it
 */
export async function reopenAsLog(showRecords: (source: vscode.Uri) => Promise<void>): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document === undefined || document.languageId === 'mdmlog') {
    return;
  }
  if (
    document.uri.scheme === 'file' &&
    engine().isEventXmlText(document.getText(new vscode.Range(0, 0, headLines, 0)))
  ) {
    await showRecords(document.uri);
    return;
  }
  languageBefore.set(document.uri.toString(), document.languageId);
  await vscode.languages.setTextDocumentLanguage(document, 'mdmlog');
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
