import * as vscode from 'vscode';
import type { OpenBundle } from '../bundle/openBundle';

/** Where a text about a bundle goes. */
export type Destination =
  | { readonly kind: 'file'; readonly file: vscode.Uri }
  | { readonly kind: 'clipboard' }
  /** Shown here and not handed on yet. */
  | { readonly kind: 'preview'; readonly show: (text: string) => void | Thenable<void> };

/**
 * The one way out: every text that is made of a bundle and leaves the editor goes through here. What has to hold for all
 * of them belongs here.
 */
export async function handOut(_bundle: OpenBundle, text: string, destination: Destination): Promise<void> {
  switch (destination.kind) {
    case 'file':
      await vscode.workspace.fs.writeFile(destination.file, new TextEncoder().encode(text));
      break;
    case 'clipboard':
      await vscode.env.clipboard.writeText(text);
      break;
    case 'preview':
      await destination.show(text);
  }
}
