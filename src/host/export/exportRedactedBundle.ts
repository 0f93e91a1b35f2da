import * as vscode from 'vscode';
import type { RedactedBundle, RedactionRequest, Replaced } from '../../protocol/bundleService';
import type { OpenBundle } from '../bundle/openBundle';

/**
 * Writes the bundle as a zip of texts with pseudonyms, once the person has seen what is replaced. Writes nothing where
 * a name is left.
 *
 * @param target where to write; asked for, after a preview, unless it is given
 */
export async function exportRedactedBundle(
  bundle: OpenBundle,
  request: RedactionRequest,
  target: vscode.Uri | undefined,
): Promise<vscode.Uri | undefined> {
  const made = await makeWithProgress(bundle, request);
  if (made.leaks.length > 0) {
    void showLeaks(made);
    return undefined;
  }
  const file = target ?? (await previewAndAsk(bundle, made.replaced));
  if (file === undefined) {
    return undefined;
  }
  await vscode.workspace.fs.writeFile(file, made.bytes);
  vscode.window.setStatusBarMessage(vscode.l10n.t('Redacted bundle saved to {0}.', file.fsPath), 6000);
  return file;
}

function makeWithProgress(bundle: OpenBundle, request: RedactionRequest): Thenable<RedactedBundle> {
  return vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Redacting {0}', bundle.name),
      cancellable: true,
    },
    (progress, token) => {
      const cancellation = new AbortController();
      token.onCancellationRequested(() => {
        cancellation.abort();
      });
      return bundle.redacted(request, cancellation.signal, ({ done, of }) => {
        progress.report({ message: vscode.l10n.t('{0} of {1}', done + 1, of), increment: 100 / of });
      });
    },
  );
}

async function previewAndAsk(bundle: OpenBundle, replaced: readonly Replaced[]): Promise<vscode.Uri | undefined> {
  const save = vscode.l10n.t('Save As…');
  const show = vscode.l10n.t('Show What Is Replaced');
  const counted = vscode.l10n.t('{0} names and ids are replaced by pseudonyms.', replaced.length);
  const detail = vscode.l10n.t('The copy was read back: none of them is left in it.');
  let answer = await vscode.window.showInformationMessage(counted, { modal: true, detail }, save, show);
  if (answer === show) {
    await showText(replacedText(replaced));
    answer = await vscode.window.showInformationMessage(counted, save);
  }
  return answer === save ? askFile(bundle) : undefined;
}

function askFile({ document, source }: OpenBundle): Thenable<vscode.Uri | undefined> {
  // The name of the file that was opened often holds the name of the device; this one opens by a double click as well.
  const name = `DiagLogs-redacted-${document.bundle.sha256.slice(0, 12)}.zip`;
  return vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export Redacted Bundle'),
    ...(source.scheme === 'file' && { defaultUri: vscode.Uri.joinPath(source, '..', name) }),
    filters: { Zip: ['zip'] },
  });
}

async function showLeaks({ leaks }: RedactedBundle): Promise<void> {
  const show = vscode.l10n.t('Show What Was Found');
  const answer = await vscode.window.showErrorMessage(
    vscode.l10n.t('Nothing was saved: the copy was read back, and names are left in it ({0}).', leaks.length),
    show,
  );
  if (answer === show) {
    const lines = leaks.map(
      ({ path, line, encoding, pseudonym, found }) =>
        `${path}${line === null ? '' : `:${line}`}\n    ${encoding}: ${found} (${pseudonym})`,
    );
    await showText([vscode.l10n.t('# Names that are left. This list is for you alone.'), '', ...lines, ''].join('\n'));
  }
}

function replacedText(replaced: readonly Replaced[]): string {
  const lines = replaced.map(
    ({ pseudonym, values, count }) =>
      `${pseudonym}  (${count}×)\n${values.map((value) => `    ${shortened(value)}`).join('\n')}`,
  );
  return [
    vscode.l10n.t('# What is replaced, and by which pseudonym. This list is for you alone.'),
    '',
    ...lines,
    '',
  ].join('\n');
}

/** Hardware hashes fill pages. */
function shortened(value: string): string {
  return value.length > 120 ? `${value.slice(0, 120)}…` : value;
}

async function showText(content: string): Promise<void> {
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content }));
}
