import type { Bundle } from '../../bundle/bundle';
import type { RegistryTree, RegistryValue } from '../../logs/registryTree';
import type { LineRef } from '../document/evidence';

/** What a bundle shows of the registry: the dump of the diagnostics tool, and exports of single keys. */
export class RegistrySource {
  private readonly trees: readonly { readonly path: string; readonly content: RegistryTree }[];

  constructor({ logs }: Pick<Bundle, 'logs'>) {
    this.trees = [...logs.registryDumps, ...logs.registryExports];
  }

  /** A value below `HKLM\SOFTWARE\Microsoft`, from the first member that has it. */
  value(key: string, name: string): FoundValue | null {
    for (const { path, content } of this.trees) {
      const value = content.value(`${root}\\${key}`, name);
      if (value !== undefined) {
        return found(path, value);
      }
    }
    return null;
  }

  /** All values of a key below `HKLM\SOFTWARE\Microsoft`. */
  values(key: string): readonly FoundValue[] {
    for (const { path, content } of this.trees) {
      const values = content.key(`${root}\\${key}`)?.values;
      if (values !== undefined) {
        return values.map((value) => found(path, value));
      }
    }
    return [];
  }

  /** Whether the key is there, and where; `null` when no member shows it. */
  key(key: string): LineRef | null {
    for (const { path, content } of this.trees) {
      const line = content.key(`${root}\\${key}`)?.line;
      if (line !== undefined) {
        return { path, line };
      }
    }
    return null;
  }

  /** The last parts of the paths of the keys directly below a key. */
  childNames(key: string): readonly string[] {
    for (const { content } of this.trees) {
      const children = content.children(`${root}\\${key}`);
      if (children.length > 0) {
        return children.map(({ path }) => path.slice(path.lastIndexOf('\\') + 1));
      }
    }
    return [];
  }
}

/** A value and the line that it stands in. */
export interface FoundValue {
  readonly name: string;
  readonly data: string;
  readonly ref: LineRef;
}

const root = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft';

function found(path: string, { name, data, line }: RegistryValue): FoundValue {
  return { name, data, ref: { path, line } };
}
