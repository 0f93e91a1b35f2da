import * as vscode from 'vscode';
import type { FromTimeline } from '../../protocol/timelineMessages';
import type { OpenBundle } from '../bundle/openBundle';

type Export = Extract<FromTimeline, { type: 'savePng' | 'saveText' | 'copyText' }>;

type FileFormat = 'png' | 'svg' | 'csv' | 'jsonl';

/** Takes a picture or rows out of the timeline: to the clipboard, or to a file of the person's choice. */
export async function exportFromTimeline(bundle: OpenBundle, message: Export): Promise<void> {
  switch (message.type) {
    case 'copyText':
      await vscode.env.clipboard.writeText(message.text);
      vscode.window.setStatusBarMessage(vscode.l10n.t('Rows of the timeline copied.'), 4000);
      return;
    case 'savePng':
      await save(bundle, 'png', message.bytes);
      return;
    case 'saveText':
      await save(bundle, message.format, new TextEncoder().encode(message.text));
      return;
  }
}

async function save(bundle: OpenBundle, format: FileFormat, bytes: Uint8Array): Promise<void> {
  const file = await askFile(bundle, format);
  if (file === undefined) {
    return;
  }
  try {
    await vscode.workspace.fs.writeFile(file, bytes);
    const name = file.scheme === 'file' ? file.fsPath : file.path;
    vscode.window.setStatusBarMessage(vscode.l10n.t('{0} saved.', name), 6000);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(vscode.l10n.t('The timeline was not saved: {0}', reason));
  }
}

function askFile({ name, source }: OpenBundle, format: FileFormat): Thenable<vscode.Uri | undefined> {
  const file = `${name.replace(/\.\w{1,5}$/, '')}-timeline.${format}`;
  const isWritable = vscode.workspace.fs.isWritableFileSystem(source.scheme) === true;
  return vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export from the Timeline'),
    ...(isWritable && { defaultUri: vscode.Uri.joinPath(source, '..', file) }),
    filters: filtersOf(format),
  });
}

function filtersOf(format: FileFormat): Record<string, string[]> {
  switch (format) {
    case 'png':
      return { [vscode.l10n.t('PNG picture')]: ['png'] };
    case 'svg':
      return { [vscode.l10n.t('SVG picture')]: ['svg'] };
    case 'csv':
      return { CSV: ['csv'] };
    case 'jsonl':
      return { 'JSON Lines': ['jsonl'] };
  }
}
