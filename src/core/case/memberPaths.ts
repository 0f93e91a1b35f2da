/** A member that may be the one that is looked for. */
export interface MemberCandidate {
  readonly path: string;
  readonly isSame: boolean;
  /** How many of the last folders and names are the same. */
  readonly commonTail: number;
}

/** The paths of a bundle's members, by file name. Case does not count. */
export class MemberPaths {
  private readonly byName = new Map<string, string[]>();

  constructor(paths: readonly string[]) {
    for (const path of paths) {
      const [name = ''] = segmentsOf(path);
      const known = this.byName.get(name);
      if (known === undefined) {
        this.byName.set(name, [path]);
      } else {
        known.push(path);
      }
    }
  }

  /**
   * The members that have the file name of `path`, the likeliest first: archives and folders around a file change when a
   * bundle is extracted or packed anew, its name and what is right above it do not.
   */
  candidates(path: string): readonly MemberCandidate[] {
    const wanted = segmentsOf(path);
    return (this.byName.get(wanted[0] ?? '') ?? [])
      .map((candidate) => {
        const own = segmentsOf(candidate);
        const different = own.findIndex((segment, at) => segment !== wanted[at]);
        const commonTail = different < 0 ? own.length : different;
        return { path: candidate, isSame: commonTail === own.length && own.length === wanted.length, commonTail };
      })
      .sort((left, right) => Number(right.isSame) - Number(left.isSame) || right.commonTail - left.commonTail);
  }
}

/** The file name first, then the folders above it. */
function segmentsOf(path: string): readonly string[] {
  return path.toLowerCase().split('/').reverse();
}
