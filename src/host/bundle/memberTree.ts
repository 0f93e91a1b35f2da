import type { MemberInfo } from '../../protocol/bundleService';

export interface MemberFile {
  readonly kind: 'file';
  readonly name: string;
  readonly path: string;
  readonly member: MemberInfo;
}

export type MemberEntry = MemberFolder | MemberFile;

/** A folder of the bundle: a real one, or an archive that is shown as one. */
export class MemberFolder {
  readonly kind = 'folder';
  private readonly folders = new Map<string, MemberFolder>();
  private readonly files = new Map<string, MemberInfo>();
  private sorted: readonly MemberEntry[] | null = null;

  /** @param path `/`-separated; empty for the bundle itself */
  private constructor(
    readonly name: string,
    readonly path: string,
    private readonly parent: MemberFolder | null,
  ) {}

  /** Builds the folders that the paths of `members` imply. */
  static of(members: readonly MemberInfo[]): MemberFolder {
    const root = new MemberFolder('', '', null);
    for (const member of members) {
      const names = member.path.split('/');
      const fileName = names.pop()!;
      let folder = root;
      for (const name of names) {
        folder = folder.subfolder(name);
      }
      folder.files.set(fileName, member);
    }
    return root;
  }

  /** The archive that this folder shows the inside of; `null` for a plain folder. */
  get archive(): MemberInfo | null {
    return this.parent?.files.get(this.name) ?? null;
  }

  /** Folders first, then files, each in alphabetical order. An archive with content is a folder, not a file too. */
  get children(): readonly MemberEntry[] {
    this.sorted ??= [
      ...[...this.folders.values()].sort(byName),
      ...[...this.files]
        .filter(([name]) => !this.folders.has(name))
        .map(([name, member]): MemberFile => ({ kind: 'file', name, path: member.path, member }))
        .sort(byName),
    ];
    return this.sorted;
  }

  /** The entry at `path` below this folder, or `null`; an empty path is this folder. */
  find(path: string): MemberEntry | null {
    const names = path.split('/').filter((name) => name !== '');
    const last = names.pop();
    if (last === undefined) {
      return this;
    }
    const folder = names.reduce<MemberFolder | undefined>((above, name) => above?.folders.get(name), this);
    const member = folder?.files.get(last);
    return (
      folder?.folders.get(last) ??
      (member === undefined ? null : { kind: 'file', name: last, path: member.path, member })
    );
  }

  private subfolder(name: string): MemberFolder {
    let folder = this.folders.get(name);
    if (folder === undefined) {
      folder = new MemberFolder(name, this.path === '' ? name : `${this.path}/${name}`, this);
      this.folders.set(name, folder);
    }
    return folder;
  }
}

function byName(a: MemberEntry, b: MemberEntry): number {
  return a.name.localeCompare(b.name, undefined, { numeric: true, sensitivity: 'base' });
}
