import assert from 'node:assert/strict';
import { linesOf } from '../../../src/core/bytes/lines';
import { decodeAs, encodingOf, type TextEncoding } from '../../../src/core/bytes/text';
import { textWindows } from '../../../src/core/bytes/textWindows';

function encode(text: string, encoding: TextEncoding, mark = false): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return new TextEncoder().encode(mark ? `\uFEFF${text}` : text);
    case 'windows-1252':
      return Uint8Array.from(text, (character) => character.charCodeAt(0));
    case 'utf-16le':
      return new Uint8Array(Buffer.from(mark ? `\uFEFF${text}` : text, 'utf16le'));
    case 'utf-16be':
      return new Uint8Array(Buffer.from(mark ? `\uFEFF${text}` : text, 'utf16le').swap16());
  }
}

function partsOf(bytes: Uint8Array, encoding: TextEncoding, maxLength: number): string[] {
  return textWindows(bytes, encoding, maxLength).map(({ start, end }) =>
    decodeAs(bytes.subarray(start, end), encoding),
  );
}

const text = 'first\r\nsecond ä😀\nthird\rfourth\r\n\r\n' + 'a line that is far too long for a window 😀😀😀\nlast';

describe('the windows of a text', () => {
  for (const encoding of ['utf-8', 'utf-16le', 'utf-16be'] as const) {
    for (const mark of [true, false]) {
      it(`hold the whole ${encoding} text, in order, ${mark ? 'with' : 'without'} a mark`, () => {
        const bytes = encode(text, encoding, mark);
        for (let maxLength = 4; maxLength < 120; maxLength += 1) {
          const parts = partsOf(bytes, encoding, maxLength);
          assert.equal(parts.join(''), text, String(maxLength));
          assert.ok(
            parts.every((part) => part.length <= maxLength),
            String(maxLength),
          );
        }
      });
    }
  }

  it('hold the whole text of windows-1252', () => {
    const bytes = encode('gr\u00fc\u00dfe\r\nzwei\r\ndrei', 'windows-1252');
    assert.deepEqual(partsOf(bytes, 'windows-1252', 8), ['gr\u00fc\u00dfe\r\n', 'zwei\r\n', 'drei']);
  });

  it('end at a line where one ends', () => {
    assert.deepEqual(partsOf(encode('ab\r\ncd\r\nef', 'utf-8'), 'utf-8', 9), ['ab\r\ncd\r\n', 'ef']);
    assert.deepEqual(partsOf(encode('ab\rcd\ref', 'utf-8'), 'utf-8', 7), ['ab\rcd\r', 'ef']);
  });

  it('never part CR from LF', () => {
    for (let maxLength = 4; maxLength < 12; maxLength += 1) {
      for (const part of partsOf(encode('abcdefg\r\nhijk\r\n', 'utf-8'), 'utf-8', maxLength)) {
        assert.ok(!part.startsWith('\n'), `${maxLength}: ${JSON.stringify(part)}`);
      }
    }
  });

  it('know which lines they show', () => {
    const bytes = encode(text, 'utf-8');
    const lines = [...linesOf(text)].map((line) => line.text);
    for (let maxLength = 4; maxLength < 120; maxLength += 1) {
      for (const { start, end, firstLine, lineCount, continuesLine } of textWindows(bytes, 'utf-8', maxLength)) {
        const shown = [...linesOf(decodeAs(bytes.subarray(start, end), 'utf-8'))].map((line) => line.text);
        assert.equal(shown.length, lineCount);
        shown.forEach((part, index) => {
          const line = lines[firstLine + index]!;
          const isWhole = !(index === 0 && continuesLine) && index < lineCount - 1;
          assert.ok(isWhole ? line === part : line.includes(part), `${maxLength}: ${part}`);
        });
      }
    }
  });

  it('are one for a short text and for an empty one', () => {
    const whole = { start: 0, end: 4, firstLine: 0, lineCount: 2, continuesLine: false };
    assert.deepEqual(textWindows(encode('a\nbc', 'utf-8'), 'utf-8', 100), [whole]);
    const [empty, ...more] = textWindows(new Uint8Array(0), 'utf-8', 100);
    assert.deepEqual([empty?.start, empty?.end, more.length], [0, 0, 0]);
  });

  it('end also where nothing is a character', () => {
    const broken = new Uint8Array(100).fill(0x80);
    const windows = textWindows(broken, 'utf-8', 10);
    assert.equal(windows.length, 10);
    assert.equal(windows.at(-1)?.end, 100);
  });
});

describe('the encoding of a long text', () => {
  it('is told also where a character lies across what is looked at in one go', () => {
    const bytes = encode(`${'a'.repeat(1024 * 1024 - 1)}ä${'b'.repeat(1000)}`, 'utf-8');
    assert.equal(encodingOf(bytes), 'utf-8');
    bytes[bytes.length - 10] = 0xe4;
    assert.equal(encodingOf(bytes), 'windows-1252');
  });
});
