import * as vscode from 'vscode';
import type { BundleOpener } from '../bundle/bundleOpener';
import type { MemberEntry } from '../bundle/memberTree';
import { MemberUnreadableError, type OpenBundle } from '../bundle/openBundle';
import { Disposable } from '../disposable';
import { bundlePlace, bundleScheme, logScheme } from './bundleUri';

/** What one of the two schemes shows of a member. */
interface MemberView {
  readonly scheme: string;
  /** Bytes that `content` gives; the honest size of what would be read. */
  size(bundle: OpenBundle, path: string, part: number): Promise<number>;
  content(bundle: OpenBundle, path: string, part: number): Promise<Uint8Array>;
}

const rawView: MemberView = {
  scheme: bundleScheme,
  size: (bundle, path) => Promise.resolve(bundle.member(path)?.size ?? 0),
  content: (bundle, path) => bundle.bytes(path),
};

const textView: MemberView = {
  scheme: logScheme,
  size: async (bundle, path, part) => (await bundle.text(path, part)).bytes.length,
  content: async (bundle, path, part) => (await bundle.text(path, part)).bytes,
};

/** Mounts both schemes, read-only. */
export function registerBundleFileSystems(opener: BundleOpener): vscode.Disposable {
  return vscode.Disposable.from(
    ...[rawView, textView].map((view) => {
      const fileSystem = new BundleFileSystem(view, opener);
      const registration = vscode.workspace.registerFileSystemProvider(view.scheme, fileSystem, {
        isCaseSensitive: true,
        isReadonly: new vscode.MarkdownString(vscode.l10n.t('Diagnostics bundles are evidence: they are read-only.')),
      });
      return vscode.Disposable.from(registration, fileSystem);
    }),
  );
}

/** The members of the open bundles as files, nested archives as folders. Nothing is written to disk. */
class BundleFileSystem extends Disposable implements vscode.FileSystemProvider {
  readonly onDidChangeFile = this.register(new vscode.EventEmitter<vscode.FileChangeEvent[]>()).event;

  constructor(
    private readonly view: MemberView,
    private readonly opener: BundleOpener,
  ) {
    super();
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const { bundle, entry, part } = await this.find(uri);
    const member = entry.kind === 'file' ? entry.member : entry.archive;
    // With pseudonyms it is another text, even where it has the same length: editors must not show what they remember.
    const mtime = (bundle.redaction === null ? member?.modified : null) ?? bundle.openedAt;
    return {
      type: entry.kind === 'file' ? vscode.FileType.File : vscode.FileType.Directory,
      ctime: mtime,
      mtime,
      size: entry.kind === 'file' ? await readable(uri, () => this.view.size(bundle, entry.path, part)) : 0,
      permissions: vscode.FilePermission.Readonly,
    };
  }

  async readDirectory(uri: vscode.Uri): Promise<[string, vscode.FileType][]> {
    const { entry } = await this.find(uri);
    if (entry.kind === 'file') {
      throw vscode.FileSystemError.FileNotADirectory(uri);
    }
    return entry.children.map((child) => [
      child.name,
      child.kind === 'file' ? vscode.FileType.File : vscode.FileType.Directory,
    ]);
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    const { bundle, entry, part } = await this.find(uri);
    if (entry.kind === 'folder') {
      throw vscode.FileSystemError.FileIsADirectory(uri);
    }
    return readable(uri, () => this.view.content(bundle, entry.path, part));
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  createDirectory(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  private async find(uri: vscode.Uri): Promise<{ bundle: OpenBundle; entry: MemberEntry; part: number }> {
    const place = bundlePlace(uri);
    const bundle = place === null ? null : await readable(uri, () => this.opener.byKey(place.key));
    const entry = place === null || bundle === null ? null : bundle.tree.find(place.path);
    if (place === null || bundle === null || entry === null) {
      throw vscode.FileSystemError.FileNotFound(uri);
    }
    return { bundle, entry, part: place.part };
  }
}

/** The editor shows the message of an `Unavailable` error in place of the content. */
async function readable<T>(uri: vscode.Uri, get: () => Promise<T>): Promise<T> {
  try {
    return await get();
  } catch (error) {
    if (error instanceof MemberUnreadableError) {
      throw vscode.FileSystemError.Unavailable(
        vscode.l10n.t('This file of the bundle cannot be shown: {0}', error.message),
      );
    }
    throw vscode.FileSystemError.Unavailable(error instanceof Error ? error.message : uri.toString());
  }
}
