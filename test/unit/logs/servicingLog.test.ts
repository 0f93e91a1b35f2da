import assert from 'node:assert/strict';
import { parseServicingLog, servicingLogOf } from '../../../src/core/logs/servicingLog';
import { assertQuick } from './assertQuick';

const stamp = '2026-02-17 13:14:27';

describe('a servicing log', () => {
  it('names the part of the servicing stack that wrote a record', () => {
    const { lines, strayLines, totalLines } = parseServicingLog(
      [
        `${stamp}, Info                  CBS    TI: --- Initializing Trusted Installer ---`,
        `${stamp}, Info                  CSI    000005b9@2026/2/17:12:14:27.226 CSI perf trace:`,
        'CSIPERF:TXCOMMIT;7',
        `${stamp}, Error                 DISM   DISM Package Manager: PID=6108 TID=5192 Failed (hr:0x800f0922)`,
        `${stamp}, Info                  no part is named`,
      ].join('\r\n'),
    );
    assert.deepEqual([strayLines, totalLines], [0, 5]);
    assert.deepEqual(
      lines.map(({ line, lastLine, level, source }) => [line, lastLine, level, source]),
      [
        [1, 1, 'Info', 'CBS'],
        [2, 3, 'Info', 'CSI'],
        [4, 4, 'Error', 'DISM'],
        [5, 5, 'Info', ''],
      ],
    );
    assert.equal(lines[0]?.message, 'TI: --- Initializing Trusted Installer ---');
    assert.equal(lines[0].localMs, Date.UTC(2026, 1, 17, 13, 14, 27));
  });

  it('is told from a setup log by its first record', () => {
    assert.equal(servicingLogOf(`${stamp}, Info                  CBS    x`), 'cbsLog');
    assert.equal(servicingLogOf(`${stamp}, Info                  DISM   DISM.EXE: x`), 'dismLog');
    assert.equal(servicingLogOf(`${stamp}, Info                  [msoobe.exe] x`), null);
    assert.equal(servicingLogOf('CBS    x'), null);
  });

  it('does not take a whole other file for the continuation of a record', () => {
    const { strayLines, lines } = parseServicingLog(`${stamp}, Info  CBS  x\n${'other\n'.repeat(1000)}`);
    assert.equal(lines[0]?.lastLine, 201);
    assert.equal(strayLines, 800);
  });

  it('takes time in proportion to its length', () => {
    assertQuick('blanks', () => parseServicingLog(`${stamp}, Info${' '.repeat(2_000_000)}\u2028`));
  });
});
