import assert from 'node:assert/strict';
import { HuffmanTable } from '../../../src/core/archive/huffmanTable';
import type { BitOrder } from '../../../src/core/archive/huffmanTable';

function isCode(...lengths: number[]): boolean {
  return new HuffmanTable(8, 16, 4, 'msbFirst').build(Uint8Array.from(lengths), lengths.length);
}

/** The symbol that a bit string starts with, and the length of its code. */
function lookUp(lengths: readonly number[], order: BitOrder, bits: string): [number, number] {
  const table = new HuffmanTable(lengths.length, 16, 4, order);
  assert.ok(table.build(Uint8Array.from(lengths), lengths.length));
  const index = (part: string): number =>
    parseInt(order === 'msbFirst' ? part : Array.from(part).reverse().join(''), 2);
  const padded = bits.padEnd(20, '0');
  let entry = table.entries[index(padded.slice(0, 4))]!;
  if (entry < 0) {
    entry = table.entries[~entry + index(padded.slice(4, 4 + table.subBits))]!;
  }
  return [entry >>> 5, entry & 31];
}

describe('Huffman table', () => {
  it('accepts complete codes, no symbol at all and a single short one', () => {
    assert.ok(isCode(1, 1));
    assert.ok(isCode(1, 2, 3, 4, 5, 6, 7, 7));
    assert.ok(isCode(0, 0, 0));
    assert.ok(isCode(0, 1, 0));
  });

  it('refuses codes with too many or with unused bit patterns', () => {
    assert.ok(!isCode(1, 1, 1));
    assert.ok(!isCode(1, 2));
    assert.ok(!isCode(2));
    assert.ok(!isCode(1, 2, 3, 4, 5, 6, 7, 8));
  });

  it('can be built again after a refusal', () => {
    const table = new HuffmanTable(4, 16, 4, 'msbFirst');
    assert.ok(!table.build(Uint8Array.of(1, 1, 1), 3));
    assert.ok(table.build(Uint8Array.of(1, 1), 2));
    assert.equal(table.entries[0b1000], (1 << 5) | 1);
  });

  for (const order of ['msbFirst', 'lsbFirst'] as const) {
    it(`${order}: finds short and long symbols`, () => {
      // Canonical: equal lengths in the order of the symbols.
      const lengths = [1, 7, 2, 7, 3, 4, 5, 6];
      assert.deepEqual(lookUp(lengths, order, '0'), [0, 1]);
      assert.deepEqual(lookUp(lengths, order, '10'), [2, 2]);
      assert.deepEqual(lookUp(lengths, order, '1110'), [5, 4]);
      assert.deepEqual(lookUp(lengths, order, '11110'), [6, 5]);
      assert.deepEqual(lookUp(lengths, order, '1111110'), [1, 7]);
      assert.deepEqual(lookUp(lengths, order, '1111111'), [3, 7]);
    });
  }
});
