import * as vscode from 'vscode';

const storageKey = 'openBundles';
const frontKey = 'bundleInFront';
/** Old entries only serve editors that were left open long ago. */
const entriesKept = 20;

type Sources = Readonly<Record<string, string>>;

/**
 * Where the bundles of this workspace were opened from, so that editors which VS Code restores after a reload
 * find their content again. Holds locations only, never content or passwords.
 */
export class RememberedBundles {
  constructor(private readonly storage: vscode.Memento) {}

  /** Keys of all bundles that were not closed, the one that was in front first. */
  get keys(): readonly string[] {
    const front = this.storage.get<string>(frontKey);
    return Object.keys(this.sources()).sort((a, b) => Number(b === front) - Number(a === front));
  }

  sourceOf(key: string): vscode.Uri | undefined {
    const source = this.sources()[key];
    return source === undefined ? undefined : vscode.Uri.parse(source, true);
  }

  remember(key: string, source: vscode.Uri): void {
    const others = Object.entries(this.sources()).filter(([known]) => known !== key);
    this.store([...others, [key, source.toString()] as const].slice(-entriesKept));
  }

  /** Remembers which bundle is in front. */
  rememberFront(key: string): void {
    if (this.storage.get<string>(frontKey) !== key) {
      void this.storage.update(frontKey, key);
    }
  }

  forget(key: string): void {
    this.store(Object.entries(this.sources()).filter(([known]) => known !== key));
  }

  private sources(): Sources {
    return this.storage.get<Sources>(storageKey, {});
  }

  private store(entries: readonly (readonly [string, string])[]): void {
    void this.storage.update(storageKey, Object.fromEntries(entries));
  }
}
