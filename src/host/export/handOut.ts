import * as vscode from 'vscode';
import type { FrameForm } from '../../core/report/frameWords';
import type { RedactionRequest } from '../../protocol/bundleService';
import type { OpenBundle } from '../bundle/openBundle';

/** Where a text about a bundle goes. */
export type Destination =
  | { readonly kind: 'file'; readonly file: vscode.Uri }
  | { readonly kind: 'clipboard' }
  /** Shown here and not handed on yet. */
  | { readonly kind: 'preview'; readonly show: (text: string) => void | Thenable<void> };

export interface HandOutOptions {
  /** Tells which of its words are its own and name nobody. */
  readonly form?: FrameForm;
  /** How names are replaced, where they are not on the screen. */
  readonly redaction?: RedactionRequest | null;
}

/**
 * The one way out: every text that is made of a bundle and leaves the editor goes through here. Where names are replaced
 * on the screen they are replaced in it too; rejects, with what was found, where one would be left.
 */
export async function handOut(
  bundle: OpenBundle,
  made: string,
  destination: Destination,
  options: HandOutOptions = {},
): Promise<void> {
  const text = await checked(bundle, made, options);
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

/** More than these would not be read. */
const leaksNamed = 5;

async function checked(bundle: OpenBundle, made: string, { form, redaction = null }: HandOutOptions): Promise<string> {
  const replacing = bundle.redaction ?? redaction;
  if (replacing === null) {
    return made;
  }
  const { text, leaks } = await bundle.redactedText(made, replacing, form ?? null);
  if (leaks.length > 0) {
    const found = leaks.slice(0, leaksNamed).map(({ found, pseudonym }) => `${found} (${pseudonym})`);
    throw new Error(vscode.l10n.t('Nothing was handed out, because names are left in it: {0}', found.join(', ')));
  }
  return text;
}
