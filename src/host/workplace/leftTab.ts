import type * as vscode from 'vscode';
import type { OpenBundle } from '../bundle/openBundle';

/** What a tab shows of a bundle, so that it can show the same once the bundle was read again. */
export interface LeftTab {
  /** Of the bundle. */
  readonly key: string;
  /** Opens it in the active group, in front; nothing where it cannot be shown any more. */
  comeBack(bundle: OpenBundle, isPreview: boolean): Promise<void>;
}

/** Knows the tabs of one kind. */
export interface TabKeeper {
  /** `null` for tabs of other kinds. */
  leave(tab: vscode.Tab): Promise<LeftTab | null>;
}
