import { HuffmanTable } from './huffmanTable';
import type { LzxBitReader } from './lzxBitReader';

const pretreeSymbols = 20;
/** Symbols of the pretree up to this one are differences; those behind it are runs. */
const largestDifference = 16;

/**
 * Reads the code lengths of an LZX tree ([MS-PATCH], "Encoding the Trees and Pre-Trees"): stored as differences to
 * those of the block before, and packed with a small code of their own, the pretree.
 */
export class LzxLengthReader {
  private readonly pretree = new HuffmanTable(pretreeSymbols, 15, 7, 'msbFirst');
  private readonly pretreeLengths = new Uint8Array(pretreeSymbols);

  constructor(private readonly reader: LzxBitReader) {}

  /** Updates `lengths[from]` … `lengths[to - 1]`; answers false when they are not valid. */
  read(lengths: Uint8Array, from: number, to: number): boolean {
    for (let symbol = 0; symbol < pretreeSymbols; symbol += 1) {
      this.pretreeLengths[symbol] = this.reader.take(4);
    }
    if (!this.pretree.build(this.pretreeLengths, pretreeSymbols)) {
      return false;
    }
    for (let index = from; index < to;) {
      const symbol = this.reader.takeSymbol(this.pretree);
      let times = 1;
      let length = 0;
      switch (symbol) {
        case -1:
          return false;
        case 17:
          times = 4 + this.reader.take(4);
          break;
        case 18:
          times = 20 + this.reader.take(5);
          break;
        case 19: {
          times = 4 + this.reader.take(1);
          const difference = this.reader.takeSymbol(this.pretree);
          if (difference < 0 || difference > largestDifference) {
            return false;
          }
          length = (lengths[index]! - difference + 17) % 17;
          break;
        }
        default:
          length = (lengths[index]! - symbol + 17) % 17;
      }
      // Some writers let a run of zeros end behind the last symbol.
      lengths.fill(length, index, Math.min(index + times, to));
      index += times;
    }
    return true;
  }
}
