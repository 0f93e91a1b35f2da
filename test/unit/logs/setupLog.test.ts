import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { openBundle } from '../../../src/core/bundle/openBundle';
import { MemorySource } from '../../../src/core/bytes/byteSource';
import { isSetupLogText, parseSetupLog } from '../../../src/core/logs/setupLog';
import { setupactText } from '../../bundles/setupactLog';
import { requireData } from '../testData';
import { assertQuick } from './assertQuick';

describe('a setup log', () => {
  it('gives back what Windows wrote, in its local time', () => {
    const rawMs = Date.UTC(2026, 1, 17, 23, 59, 58);
    const facts = { rawMs, minutesEastOfUtc: 60, process: 'CloudExperienceHostBroker.exe' } as const;
    const text = setupactText([
      { ...facts, level: 'Info', message: 'Set time zone to [W. Europe Standard Time]' },
      { ...facts, level: 'Warning', message: '' },
    ]);
    assert.deepEqual(parseSetupLog(text.slice(1)), {
      lines: [
        {
          line: 1,
          lastLine: 1,
          localMs: rawMs + 3_600_000,
          level: 'Info',
          process: 'cloudexperiencehostbroker.exe',
          message: 'Set time zone to [W. Europe Standard Time]',
        },
        {
          line: 2,
          lastLine: 2,
          localMs: rawMs + 3_600_000,
          level: 'Warning',
          process: 'cloudexperiencehostbroker.exe',
          message: '',
        },
      ],
      strayLines: 0,
      totalLines: 2,
    });
  });

  it('has lines of many shapes', () => {
    const shapes: readonly [string, string, string, string][] = [
      ['2026-01-02 03:04:05, Info                  SYSPRP no program', 'Info', '', 'SYSPRP no program'],
      ['2026-01-02 03:04:05, Fatal error           [setup.exe]gone', 'Fatal error', 'setup.exe', 'gone'],
      ['2026-01-02 03:04:05, Error  [0x0f0082] X', 'Error', '', '[0x0f0082] X'],
      ['2026-01-02 03:04:05, Perf', 'Perf', '', ''],
      ['2026-01-02 03:04:05, Info  [a.exe] b\u2028c', 'Info', 'a.exe', 'b\u2028c'],
    ];
    for (const [text, level, process, message] of shapes) {
      const [found] = parseSetupLog(text).lines;
      assert.deepEqual([found?.level, found?.process, found?.message], [level, process, message], text);
    }
  });

  it('goes on in lines without a time of their own, and leaves out what no clock shows', () => {
    const { lines, strayLines, totalLines } = parseSetupLog(
      [
        '2026-01-02 03:04:05, Info  a',
        '  continued',
        '',
        '2026-13-02 03:04:05, Info  no such month',
        '2026-01-02 03:04:06, Info  b',
      ].join('\n'),
    );
    assert.deepEqual(
      lines.map(({ line, lastLine, message }) => [line, lastLine, message]),
      [
        [1, 3, 'a'],
        [5, 5, 'b'],
      ],
    );
    assert.deepEqual([strayLines, totalLines], [1, 5]);
  });

  it('is told by its first line', () => {
    assert.equal(isSetupLogText('2023-12-26 14:24:31, Info                         [windeploy.exe] x'), true);
    assert.equal(isSetupLogText('2023-12-26 14:24:31, somebody said x'), false);
    assert.equal(isSetupLogText('x\n2023-12-26 14:24:31, Info'), false);
  });

  it('takes time in proportion to its length, whatever is in it', () => {
    const stamp = '2026-01-02 03:04:05, Info';
    for (const [name, text] of [
      ['blanks', `${stamp}${' '.repeat(2_000_000)}\u2028`],
      ['an open bracket', `${stamp} [${'.exe'.repeat(500_000)}`],
      ['many lines', `${stamp} [a.exe] x\n`.repeat(100_000)],
    ] as const) {
      assertQuick(name, () => parseSetupLog(text));
    }
  });

  it('is read whole from a real bundle', async function () {
    const bytes = new Uint8Array(readFileSync(requireData(this, 'bundles', 'win11-23h2.cab')));
    const opened = await openBundle({ kind: 'file', name: 'a.cab', source: new MemorySource(bytes) });
    assert.ok(opened.ok);
    const [log] = opened.bundle.logs.setup;
    assert.equal(log?.path, 'setupact.log');
    assert.ok(log.content.lines.length > 500);
    assert.equal(log.content.strayLines, 0);
    assert.ok(log.content.lines.some(({ process }) => process === 'msoobe.exe'));
  });
});
