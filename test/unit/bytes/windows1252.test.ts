import assert from 'node:assert/strict';
import { decodeWindows1252 } from '../../../src/core/bytes/windows1252';

describe('windows-1252', () => {
  it('has a character for every byte', () => {
    const text = decodeWindows1252(Uint8Array.from({ length: 256 }, (_, byte) => byte));
    assert.equal(text.length, 256);
    assert.equal(new Set(text).size, 256);
  });

  it('has typographic characters where ISO 8859-1 has controls', () => {
    assert.equal(decodeWindows1252(Uint8Array.of(0x80, 0x93, 0x94, 0x96, 0x99, 0x9f)), '€“”–™Ÿ');
    assert.equal(decodeWindows1252(Uint8Array.of(0x41, 0xa0, 0xe4, 0xff)), 'A\u00a0äÿ');
  });
});
