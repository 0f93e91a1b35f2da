import * as vscode from 'vscode';
import type { Anchor } from '../../core/case/anchor';
import type { OpenBundle } from '../bundle/openBundle';
import { anchorLabel } from './anchorLabel';

/** Asks for the text of a note; `undefined` when the person gave up. */
export function askNote(bundle: OpenBundle, anchor: Anchor): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Note on {0}', anchorLabel(bundle, anchor)),
    prompt: vscode.l10n.t('Markdown is understood.'),
    ignoreFocusOut: true,
  });
}
