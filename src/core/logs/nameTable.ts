/** A column of 16 bits cannot tell more names apart. */
const maxNames = 0x1_0000;

/** The distinct names of a column in the order of their first use. */
export class NameTable {
  readonly names: string[] = [];
  private readonly indices = new Map<string, number>();

  /** Position of `name`. Beyond the room of the column all names share the last place. */
  indexOf(name: string): number {
    const known = this.indices.get(name);
    if (known !== undefined) {
      return known;
    }
    if (this.names.length >= maxNames) {
      return maxNames - 1;
    }
    this.indices.set(name, this.names.length);
    return this.names.push(name) - 1;
  }
}
