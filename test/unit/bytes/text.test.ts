import assert from 'node:assert/strict';
import { decodeText, looksLikeText } from '../../../src/core/bytes/text';

const sentence = 'Grüße aus Łódź: 完了 😀\r\n';

function bytesOf(text: string, encoding: BufferEncoding, ...mark: number[]): Uint8Array {
  return Uint8Array.from([...mark, ...Buffer.from(text, encoding)]);
}

function bigEndian(text: string, ...mark: number[]): Uint8Array {
  return Uint8Array.from([...mark, ...Buffer.from(text, 'utf16le').swap16()]);
}

describe('decodeText', () => {
  const marked: readonly [string, Uint8Array, string][] = [
    ['UTF-8', bytesOf(sentence, 'utf8', 0xef, 0xbb, 0xbf), 'utf-8'],
    ['UTF-16LE', bytesOf(sentence, 'utf16le', 0xff, 0xfe), 'utf-16le'],
    ['UTF-16BE', bigEndian(sentence, 0xfe, 0xff), 'utf-16be'],
  ];
  for (const [name, bytes, encoding] of marked) {
    it(`reads ${name} by its mark, which is not part of the text`, () => {
      assert.deepEqual(decodeText(bytes), { text: sentence, encoding });
    });
  }

  it('reads UTF-8 without a mark', () => {
    assert.deepEqual(decodeText(bytesOf(sentence, 'utf8')), { text: sentence, encoding: 'utf-8' });
  });

  it('tells UTF-16 without a mark by its zeros', () => {
    const text = '[HKEY_LOCAL_MACHINE\\SOFTWARE]\r\n"Name"="Größe 完"\r\n';
    assert.deepEqual(decodeText(bytesOf(text, 'utf16le')), { text, encoding: 'utf-16le' });
    assert.deepEqual(decodeText(bigEndian(text)), { text, encoding: 'utf-16be' });
  });

  it('reads bytes that are no UTF-8 as windows-1252', () => {
    const bytes = Uint8Array.of(0x47, 0x72, 0xf6, 0xdf, 0x65, 0x20, 0x80);
    assert.deepEqual(decodeText(bytes), { text: 'Größe €', encoding: 'windows-1252' });
  });

  it('does not take UTF-8 for windows-1252 because it ends inside a character', () => {
    for (const text of ['aé', 'a完', 'a😀']) {
      const bytes = Buffer.from(text, 'utf8');
      for (let length = 2; length < bytes.length; length += 1) {
        assert.deepEqual(decodeText(bytes.subarray(0, length)), { text: 'a\uFFFD', encoding: 'utf-8' });
      }
    }
    assert.equal(decodeText(Uint8Array.of(0xe4, 0x62)).encoding, 'windows-1252');
    assert.equal(decodeText(Uint8Array.of(0x80, 0x80, 0x80, 0x80)).encoding, 'windows-1252');
  });

  it('replaces a lone surrogate, and a byte too many at the end', () => {
    assert.equal(decodeText(Uint8Array.of(0xff, 0xfe, 0x3d, 0xd8, 0x41, 0)).text, '\uFFFDA');
    assert.equal(decodeText(Uint8Array.of(0xff, 0xfe, 0x41, 0, 0x42)).text, 'A\uFFFD');
  });

  it('reads nothing from nothing', () => {
    for (const bytes of [[], [0xef, 0xbb, 0xbf], [0xff, 0xfe]]) {
      assert.equal(decodeText(Uint8Array.from(bytes)).text, '');
    }
  });
});

describe('looksLikeText', () => {
  it('is true for every encoding of logs', () => {
    for (const bytes of [
      bytesOf(sentence, 'utf8'),
      bytesOf(sentence, 'utf16le', 0xff, 0xfe),
      bytesOf('plain text', 'utf16le'),
      Uint8Array.of(0xe4, 0xf6),
    ]) {
      assert.equal(looksLikeText(bytes), true);
    }
  });

  it('is false for bytes with zeros here and there', () => {
    assert.equal(looksLikeText(Uint8Array.of(0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0)), false);
  });
});
