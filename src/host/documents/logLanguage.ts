import * as vscode from 'vscode';
import type { BundleOpener } from '../bundle/bundleOpener';
import { hasChosenLanguage } from '../language/reopenAs';
import { bundlePlace, logScheme } from './bundleUri';

/**
 * Gives each opened log text the language that its reader found by content; file names alone would tell
 * CMTrace logs, registry dumps and renamed members wrong.
 */
export function registerLogLanguages(opener: BundleOpener): vscode.Disposable {
  const apply = async (document: vscode.TextDocument) => {
    const place = document.uri.scheme === logScheme ? bundlePlace(document.uri) : null;
    const bundle = place === null ? null : await opener.byKey(place.key);
    if (place === null || bundle === null) {
      return;
    }
    const { languageId } = await bundle.text(place.path, place.part);
    // Setting the language opens the document once more: the comparison ends that round.
    if (document.languageId !== languageId && !document.isClosed && !hasChosenLanguage(document)) {
      await vscode.languages.setTextDocumentLanguage(document, languageId);
    }
  };
  const applyQuietly = (document: vscode.TextDocument) => {
    // A bundle that is gone by now has nothing to say about its language.
    apply(document).catch(() => undefined);
  };
  vscode.workspace.textDocuments.forEach(applyQuietly);
  return vscode.workspace.onDidOpenTextDocument(applyQuietly);
}
