import type { Understood } from './understood';

/** One value of a registry key as a dump or export shows it. */
export interface RegistryValue {
  /** Empty for the key's default value. */
  readonly name: string;
  /** `REG_SZ`, `REG_DWORD`, …; rare types keep their number, e.g. `REG_TYPE_8`; `REG_UNKNOWN` where it is not told. */
  readonly type: string;
  /** Text as it is (a multi-string one a line), numbers in decimal, the rest as lower-case hex without separators. */
  readonly data: string;
  /** Line of the value, counted from 1. */
  readonly line: number;
}

export interface RegistryKey {
  /** Full path with the long root name, spelled as in the file. */
  readonly path: string;
  readonly line: number;
  readonly values: readonly RegistryValue[];
}

/** The keys of a dump, to be asked by path. Registry paths compare without case. */
export class RegistryTree {
  private readonly keys = new Map<string, RegistryKey>();
  private readonly childrenOf = new Map<string, RegistryKey[]>();

  constructor(
    keys: Iterable<RegistryKey>,
    /** How much of the file the keys and values were read from. */
    readonly understood: Understood,
  ) {
    for (const key of keys) {
      const path = key.path.toLowerCase();
      if (this.keys.has(path)) {
        continue;
      }
      this.keys.set(path, key);
      const parent = path.slice(0, Math.max(0, path.lastIndexOf('\\')));
      const siblings = this.childrenOf.get(parent);
      if (siblings === undefined) {
        this.childrenOf.set(parent, [key]);
      } else {
        siblings.push(key);
      }
    }
  }

  get keyCount(): number {
    return this.keys.size;
  }

  key(path: string): RegistryKey | undefined {
    return this.keys.get(path.toLowerCase());
  }

  /** The keys directly below `path`, in the order of the file. */
  children(path: string): readonly RegistryKey[] {
    return this.childrenOf.get(path.toLowerCase()) ?? [];
  }

  value(path: string, name: string): RegistryValue | undefined {
    const wanted = name.toLowerCase();
    return this.key(path)?.values.find((value) => value.name.toLowerCase() === wanted);
  }
}
