import assert from 'node:assert/strict';
import { isCmTraceText, parseCmTrace } from '../../../src/core/logs/cmTraceLog';
import { assertQuick } from './assertQuick';

const trailer = '  $$<SMSTS><02-17-2026 13:14:27.123-060><thread=1234 (0x4D2)>';

describe('a CMTrace log of the old form', () => {
  it('has its message before its attributes, over as many lines as it takes', () => {
    const text = `One${trailer}\r\nTwo begins\r\n\r\nand ends${trailer}\r\n`;
    assert.equal(isCmTraceText(text), true);
    const { records, strayLines, totalLines } = parseCmTrace(text);
    assert.deepEqual([strayLines, totalLines], [0, 4]);
    assert.deepEqual(
      records.map(({ line, lastLine, message }) => [line, lastLine, message]),
      [
        [1, 1, 'One'],
        [2, 4, 'Two begins\n\nand ends'],
      ],
    );
    assert.deepEqual(
      { ...records[0], message: '' },
      {
        line: 1,
        lastLine: 1,
        message: '',
        localMs: Date.UTC(2026, 1, 17, 13, 14, 27, 123),
        biasMinutes: -60,
        component: 'SMSTS',
        severity: 'information',
        thread: '1234',
      },
    );
  });

  it('leaves out what stands behind its last record', () => {
    const { records, strayLines, totalLines } = parseCmTrace(`a${trailer}\nb\n\nc`);
    assert.deepEqual([records.length, strayLines, totalLines], [1, 2, 4]);
  });

  it('is not made of text that has dollars and brackets in it', () => {
    assert.equal(isCmTraceText('costs $$<a><b><thread=c>\n'), false);
    assert.equal(isCmTraceText('plain text\n'), false);
  });

  it('takes time in proportion to its length, whatever is in it', () => {
    for (const [name, text] of [
      ['dollars', '$$<'.repeat(1_000_000)],
      ['many lines', `a${trailer}\n`.repeat(50_000)],
      ['no trailer', 'a\n'.repeat(1_000_000)],
    ] as const) {
      assertQuick(name, () => parseCmTrace(text));
    }
  });
});
