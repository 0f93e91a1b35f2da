import * as vscode from 'vscode';
import type { BundleOpener } from './bundleOpener';

const storageKey = 'recentBundles';
const mostKept = 12;

/** Where bundles were opened from lately, the last one first, over all windows. Holds locations only, never content. */
export class RecentBundles {
  constructor(private readonly storage: vscode.Memento) {}

  get sources(): readonly vscode.Uri[] {
    return this.stored().map((source) => vscode.Uri.parse(source, true));
  }

  /** Remembers whatever `opener` opens from now on. */
  follow(opener: BundleOpener): vscode.Disposable {
    return opener.onDidOpen(({ source }) => {
      const id = source.toString();
      this.store([id, ...this.stored().filter((other) => other !== id)]);
    });
  }

  forget(source: vscode.Uri): void {
    this.store(this.stored().filter((other) => other !== source.toString()));
  }

  private stored(): readonly string[] {
    return this.storage.get<readonly string[]>(storageKey, []);
  }

  private store(sources: readonly string[]): void {
    void this.storage.update(storageKey, sources.slice(0, mostKept));
  }
}
