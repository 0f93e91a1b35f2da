import * as vscode from 'vscode';
import type { FromTimeline } from '../../protocol/timelineMessages';
import type { FrameForm } from '../../core/report/frameWords';
import type { OpenBundle } from '../bundle/openBundle';
import { handOut } from '../export/handOut';
import { telling } from '../export/telling';

type Export = Extract<FromTimeline, { type: 'savePng' | 'saveText' | 'copyText' }>;

type FileFormat = 'png' | 'svg' | 'csv' | 'jsonl';

/** Takes a picture or rows out of the timeline: to the clipboard, or to a file of the person's choice. */
export async function exportFromTimeline(bundle: OpenBundle, message: Export): Promise<void> {
  switch (message.type) {
    case 'copyText':
      await telling(vscode.l10n.t('Nothing was copied'), async () => {
        await handOut(bundle, message.text, { kind: 'clipboard' });
        vscode.window.setStatusBarMessage(vscode.l10n.t('Rows of the timeline copied.'), 4000);
      });
      return;
    case 'savePng':
      // Drawn from what the screen shows: there is no text in it to check.
      await save(bundle, 'png', (file) => vscode.workspace.fs.writeFile(file, message.bytes));
      return;
    case 'saveText': {
      const { format, text } = message;
      await save(bundle, format, (file) => handOut(bundle, text, { kind: 'file', file }, { form: frames[format] }));
      return;
    }
  }
}

const frames: Readonly<Record<Exclude<FileFormat, 'png'>, FrameForm>> = { svg: 'svg', csv: 'csv', jsonl: 'json' };

async function save(
  bundle: OpenBundle,
  format: FileFormat,
  write: (file: vscode.Uri) => PromiseLike<void>,
): Promise<void> {
  const file = await askFile(bundle, format);
  if (file === undefined) {
    return;
  }
  await telling(vscode.l10n.t('The timeline was not saved'), async () => {
    await write(file);
    const name = file.scheme === 'file' ? file.fsPath : file.path;
    vscode.window.setStatusBarMessage(vscode.l10n.t('{0} saved.', name), 6000);
  });
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
