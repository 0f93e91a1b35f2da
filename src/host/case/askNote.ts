import * as vscode from 'vscode';
import type { Anchor } from '../../core/case/anchor';
import type { OpenBundle } from '../bundle/openBundle';
import { anchorLabel } from './anchorLabel';

/** Asks for the text of a note; `undefined` when the person gave up. @param anchor as the case has it */
export async function askNote(bundle: OpenBundle, anchor: Anchor): Promise<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Note on {0}', anchorLabel(bundle, await bundle.shownPart(anchor))),
    placeHolder: vscode.l10n.t('What you have found out here'),
    prompt: vscode.l10n.t('Markdown is understood.'),
    ignoreFocusOut: true,
  });
}
