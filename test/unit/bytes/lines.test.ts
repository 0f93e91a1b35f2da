import assert from 'node:assert/strict';
import { toHex } from '../../../src/core/bytes/hex';
import { lineAt, linesOf, lineStarts } from '../../../src/core/bytes/lines';
import { MemorySource } from '../../../src/core/bytes/byteSource';

function lines(text: string): [number, string][] {
  return [...linesOf(text)].map(({ number, text: line }) => [number, line]);
}

describe('the lines of a text', () => {
  it('end with CRLF, LF or CR, and the last one with the text', () => {
    assert.deepEqual(lines('a\r\nb\nc\rd'), [
      [1, 'a'],
      [2, 'b'],
      [3, 'c'],
      [4, 'd'],
    ]);
  });

  it('are not ended by separators that editors show within a line', () => {
    assert.deepEqual(lines('a\u2028b\x0bc\x85d'), [[1, 'a\u2028b\x0bc\x85d']]);
  });

  it('may be empty; nothing follows the last line break', () => {
    assert.deepEqual(lines('\n\r\n'), [
      [1, ''],
      [2, ''],
    ]);
    assert.deepEqual(lines(''), []);
  });

  it('have the number of the offset that lies in them', () => {
    const text = 'ab\r\ncd\n\nef';
    const starts = lineStarts(text);
    assert.deepEqual([...starts], [0, 4, 7, 8]);
    assert.deepEqual(
      [0, 3, 4, 6, 7, 8, 9].map((offset) => lineAt(starts, offset)),
      [1, 1, 2, 2, 3, 4, 4],
    );
  });
});

describe('bytes in memory', () => {
  it('are written as lower-case hex', () => {
    assert.equal(toHex(Uint8Array.of(0, 10, 255)), '000aff');
  });

  it('are read by ranges that end where the bytes end', async () => {
    const source = new MemorySource(Uint8Array.of(1, 2, 3, 4));
    assert.deepEqual([...(await source.read(1, 2))], [2, 3]);
    assert.deepEqual([...(await source.read(3, 100))], [4]);
    assert.deepEqual([...(await source.read(9, 1))], []);
  });

  it('have the hash of their content', async () => {
    const source = new MemorySource(Uint8Array.from(Buffer.from('abc')));
    // FIPS 180-2, appendix B.1.
    assert.equal(await source.sha256(), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
