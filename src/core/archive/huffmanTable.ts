/** In which order a bit stream stores the bits of a code. */
export type BitOrder = 'msbFirst' | 'lsbFirst';

/**
 * Decoding table of a canonical Huffman code.
 *
 * The next `rootBits` bits of the stream index {@link entries}. An entry `>= 0` is `symbol << 5 | code length`; 0
 * means that no code starts like this. An entry `< 0` stands for all longer codes with these first bits: the `subBits`
 * bits after the root index the part of {@link entries} that starts at `~entry`.
 * Two levels keep the table in the first-level cache; one level of 16 bits would not fit and costs more to build.
 */
export class HuffmanTable {
  readonly entries: Int32Array;
  /** Bits that index a second-level part: longest code minus {@link rootBits}, at least 0. */
  subBits = 0;

  private readonly lengthCounts = new Uint16Array(17);
  private readonly nextCode = new Uint32Array(17);

  /**
   * @param symbols Largest number of symbols.
   * @param maxBits Largest code length, at most 16.
   */
  constructor(
    symbols: number,
    maxBits: number,
    readonly rootBits: number,
    private readonly order: BitOrder,
  ) {
    // Codes that share a second-level part come at least in pairs, because the code is complete.
    const subParts = Math.ceil(symbols / 2);
    this.entries = new Int32Array((1 << rootBits) + (subParts << Math.max(0, maxBits - rootBits)));
  }

  /**
   * Fills the table from the code lengths of symbols 0 … count-1 (0: symbol not used). Answers false for lengths
   * that are no prefix code or leave bit patterns unused. Two exceptions are allowed, as both LZX and deflate writers
   * make use of them: no symbol at all, and a single symbol with a code of one bit.
   */
  build(lengths: Uint8Array, count: number): boolean {
    this.entries.fill(0, 0, 1 << this.rootBits);
    const longest = this.assignCodes(lengths, count);
    if (longest === null) {
      return false;
    }
    this.subBits = Math.max(0, longest - this.rootBits);
    let freePart = 1 << this.rootBits;
    for (let symbol = 0; symbol < count; symbol += 1) {
      const length = lengths[symbol]!;
      if (length === 0) {
        continue;
      }
      const code = this.nextCode[length]!;
      this.nextCode[length] = code + 1;
      const entry = (symbol << 5) | length;
      if (length <= this.rootBits) {
        this.fill(0, this.rootBits, code, length, entry);
        continue;
      }
      const rest = length - this.rootBits;
      const root = this.index(code >>> rest, this.rootBits);
      if (this.entries[root] === 0) {
        this.entries[root] = ~freePart;
        freePart += 1 << this.subBits;
      }
      this.fill(~this.entries[root]!, this.subBits, code & ((1 << rest) - 1), rest, entry);
    }
    return true;
  }

  /** Sets the first code of every length; answers the longest length, or null when the lengths are no code. */
  private assignCodes(lengths: Uint8Array, count: number): number | null {
    this.lengthCounts.fill(0);
    for (let symbol = 0; symbol < count; symbol += 1) {
      this.lengthCounts[lengths[symbol]!]! += 1;
    }
    const used = count - this.lengthCounts[0]!;
    let longest = 0;
    let code = 0;
    for (let length = 1; length <= 16; length += 1) {
      code <<= 1;
      this.nextCode[length] = code;
      const codes = this.lengthCounts[length]!;
      code += codes;
      if (code > 1 << length) {
        return null;
      }
      longest = codes > 0 ? length : longest;
    }
    const complete = code === 1 << 16;
    const allowedGap = used === 0 || (used === 1 && longest === 1);
    return complete || allowedGap ? longest : null;
  }

  /** Writes `entry` wherever the first `length` of `width` index bits are `code`. */
  private fill(start: number, width: number, code: number, length: number, entry: number): void {
    if (this.order === 'msbFirst') {
      const first = start + (code << (width - length));
      this.entries.fill(entry, first, first + (1 << (width - length)));
      return;
    }
    const step = 1 << length;
    for (let at = this.index(code, length); at < 1 << width; at += step) {
      this.entries[start + at] = entry;
    }
  }

  /** How the stream's bits of a code look as a number. */
  private index(code: number, length: number): number {
    if (this.order === 'msbFirst') {
      return code;
    }
    let reversed = 0;
    for (let bit = 0; bit < length; bit += 1) {
      reversed = (reversed << 1) | ((code >>> bit) & 1);
    }
    return reversed;
  }
}
