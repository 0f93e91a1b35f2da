import * as vscode from 'vscode';
import { partWords } from '../../core/logs/partNotes';
import type { BundleOpener } from '../bundle/bundleOpener';
import { bundlePlace, logScheme, logUri } from './bundleUri';

/** Makes links of the words `previous part` and `next part` in the first and last line of a part. */
export function registerPartLinks(opener: BundleOpener): vscode.Disposable {
  return vscode.languages.registerDocumentLinkProvider(
    { scheme: logScheme },
    { provideDocumentLinks: (document) => partLinks(opener, document) },
  );
}

async function partLinks(opener: BundleOpener, document: vscode.TextDocument): Promise<vscode.DocumentLink[]> {
  const place = bundlePlace(document.uri);
  const bundle = place === null ? null : await opener.byKey(place.key);
  if (place === null || bundle?.member(place.path) === undefined) {
    return [];
  }
  const { part } = await bundle.text(place.path, place.part);
  if (part === null) {
    return [];
  }
  const { number, count, contentStart, contentEnd } = part;
  const noteLines = [
    ...Array.from({ length: contentStart }, (_, line) => line),
    ...Array.from({ length: Math.max(0, document.lineCount - contentEnd) }, (_, line) => contentEnd + line),
  ];
  const neighbours = [
    { words: partWords.previous, number: number - 1 },
    { words: partWords.next, number: number + 1 },
  ];
  return noteLines.flatMap((line) =>
    neighbours.flatMap(({ words, number: neighbour }) => {
      const start = document.lineAt(line).text.lastIndexOf(words);
      if (start < 0) {
        return [];
      }
      const range = new vscode.Range(line, start, line, start + words.length);
      return [new vscode.DocumentLink(range, logUri(bundle, place.path, { number: neighbour, count }))];
    }),
  );
}
