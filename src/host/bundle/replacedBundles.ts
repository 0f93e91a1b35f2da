import * as vscode from 'vscode';
import { Disposable, type Disposing } from '../disposable';
import type { OpenBundle } from './openBundle';
import type { OpenBundles } from './openBundles';

/** While a file is being copied it changes all the time: so long it has to rest, milliseconds. */
const restTime = 1000;

interface Watched {
  readonly watcher: Disposing;
  /** How the file was when it was opened, or when it was last told that it is a new one. */
  stamp: string | null;
  timer: NodeJS.Timeout | undefined;
  isTelling: boolean;
}

/**
 * Notices when the file of an open bundle was replaced on disk. Shares that report no changes are looked at when the
 * window gets the focus.
 */
export class ReplacedBundles extends Disposable {
  private readonly watched = new Map<OpenBundle, Watched>();

  /** @param tell called once for each new file, and not again while it is still busy with the last one */
  constructor(
    private readonly bundles: OpenBundles,
    private readonly tell: (bundle: OpenBundle) => Promise<void>,
  ) {
    super();
    this.register(
      bundles.onDidChange(() => {
        this.watchNew();
      }),
    );
    this.register(
      bundles.onDidLeave((bundle) => {
        this.forget(bundle);
      }),
    );
    this.register(
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) {
          [...this.watched.keys()].forEach((bundle) => void this.check(bundle));
        }
      }),
    );
  }

  override dispose(): void {
    [...this.watched.keys()].forEach((bundle) => {
      this.forget(bundle);
    });
    super.dispose();
  }

  private watchNew(): void {
    for (const bundle of this.bundles.all.filter((candidate) => !this.watched.has(candidate))) {
      const folder = vscode.Uri.joinPath(bundle.source, '..');
      const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '*'));
      const watched: Watched = { watcher, stamp: null, timer: undefined, isTelling: false };
      this.watched.set(bundle, watched);
      void stampOf(bundle.source).then((stamp) => {
        watched.stamp = stamp;
      });
      const checkSoon = (uri: vscode.Uri) => {
        if (uri.toString() === bundle.source.toString()) {
          clearTimeout(watched.timer);
          watched.timer = setTimeout(() => void this.check(bundle), restTime);
        }
      };
      watcher.onDidChange(checkSoon);
      watcher.onDidCreate(checkSoon);
    }
  }

  private async check(bundle: OpenBundle): Promise<void> {
    const stamp = await stampOf(bundle.source);
    const watched = this.watched.get(bundle);
    // A file that is gone is not a new one; what is open stays as it is.
    if (watched === undefined || watched.isTelling || stamp === null || stamp === watched.stamp) {
      return;
    }
    const isFirstLook = watched.stamp === null;
    watched.stamp = stamp;
    if (isFirstLook) {
      return;
    }
    watched.isTelling = true;
    try {
      await this.tell(bundle);
    } finally {
      watched.isTelling = false;
    }
  }

  private forget(bundle: OpenBundle): void {
    const watched = this.watched.get(bundle);
    clearTimeout(watched?.timer);
    watched?.watcher.dispose();
    this.watched.delete(bundle);
  }
}

/** Changes with the content; `null` where there is no file, or a folder, whose own time tells little. */
async function stampOf(source: vscode.Uri): Promise<string | null> {
  try {
    const { type, mtime, size } = await vscode.workspace.fs.stat(source);
    return (type & vscode.FileType.Directory) !== 0 ? null : `${mtime}:${size}`;
  } catch {
    return null;
  }
}
