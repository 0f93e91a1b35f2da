import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { decodeText } from '../../../src/core/bytes/text';
import { isCmTraceText, parseCmTrace, type CmTraceRecord } from '../../../src/core/logs/cmTraceLog';
import { imeLogText } from '../../bundles/imeLog';
import { requireData } from '../testData';
import { assertQuick } from './assertQuick';

function line(
  message: string,
  attributes = 'time="10:20:30.1234567" date="3-9-2026" component="C" type="1" thread="7"',
) {
  return `<![LOG[${message}]LOG]!><${attributes}>\r\n`;
}

function only(text: string): CmTraceRecord {
  const { records } = parseCmTrace(text);
  assert.equal(records.length, 1);
  return records[0]!;
}

function withTime(date: string, time: string): Pick<CmTraceRecord, 'localMs' | 'biasMinutes'> {
  const { localMs, biasMinutes } = only(line('m', `time="${time}" date="${date}"`));
  return { localMs, biasMinutes };
}

describe('a CMTrace log', () => {
  it('gives back what the management extension wrote', () => {
    const written = [
      { message: 'EMS Agent Started', type: 1, thread: 1 },
      { message: 'first\nsecond [x] ]LOG] third\n\nend', type: 3, thread: 12 },
      { message: '', type: 2, thread: 3 },
    ] as const;
    const rawMs = Date.UTC(2026, 2, 9, 10, 20, 30, 123);
    const text = imeLogText(written.map((record) => ({ ...record, rawMs, ticks: 4567, minutesEastOfUtc: 60 })));
    const { records, strayLines, totalLines } = parseCmTrace(text);
    assert.deepEqual({ strayLines, totalLines }, { strayLines: 0, totalLines: 6 });
    assert.deepEqual(
      records.map(({ message, severity, thread, line: first, lastLine }) => [
        message,
        severity,
        thread,
        first,
        lastLine,
      ]),
      [
        ['EMS Agent Started', 'information', '1', 1, 1],
        ['first\nsecond [x] ]LOG] third\n\nend', 'error', '12', 2, 5],
        ['', 'warning', '3', 6, 6],
      ],
    );
    for (const record of records) {
      assert.equal(record.localMs, rawMs + 60 * 60_000);
      assert.equal(record.biasMinutes, null);
      assert.equal(record.component, 'IntuneManagementExtension');
    }
  });

  it('may lack type, thread, file and component', () => {
    const record = only(line('m', 'time="1:02:03" date="12-31-2025"'));
    assert.deepEqual(record, {
      line: 1,
      lastLine: 1,
      message: 'm',
      localMs: Date.UTC(2025, 11, 31, 1, 2, 3),
      biasMinutes: null,
      component: '',
      severity: 'information',
      thread: '',
    });
  });

  it('may have angle brackets in its attributes', () => {
    const record = only(line('m', 'time="1:02:03.5" date="1-2-2026" component="<ScriptBlock>" file="<none>:1"'));
    assert.equal(record.component, '<ScriptBlock>');
  });

  it('has the month first, and a bias in minutes behind the time where the writer knows it', () => {
    assert.deepEqual(withTime('9-8-2025', '05:06:07.0010000'), {
      localMs: Date.UTC(2025, 8, 8, 5, 6, 7, 1),
      biasMinutes: null,
    });
    assert.deepEqual(withTime('9-8-2025', '05:06:07.123+480'), {
      localMs: Date.UTC(2025, 8, 8, 5, 6, 7, 123),
      biasMinutes: 480,
    });
    assert.equal(withTime('9-8-2025', '05:06:07.123-060').biasMinutes, -60);
  });

  it('keeps every millisecond', () => {
    for (let ms = 0; ms < 1000; ms += 1) {
      const fraction = String(ms).padStart(3, '0');
      assert.equal(withTime('1-1-2026', `00:00:00.${fraction}9999`).localMs, Date.UTC(2026, 0, 1) + ms);
    }
  });

  it('has no time where the calendar or the clock has none', () => {
    for (const [date, time] of [
      ['13-1-2026', '10:00:00.0'],
      ['2-30-2026', '10:00:00.0'],
      ['1-1-2026', '24:00:00.0'],
      ['1-1-2026', '10:60:00.0'],
      ['2026-01-01', '10:00:00.0'],
      ['1-1-2026', 'noon'],
      ['', ''],
    ] as const) {
      assert.deepEqual(withTime(date, time), { localMs: null, biasMinutes: null }, `${date} ${time}`);
    }
  });

  it('counts lines that belong to no record', () => {
    const text = `stray\r\n${line('a')}\r\n${line('b\nc')}${line('d')}stray`;
    const { records, strayLines, totalLines } = parseCmTrace(text);
    assert.equal(records.length, 3);
    assert.deepEqual({ strayLines, totalLines }, { strayLines: 3, totalLines: 7 });
  });

  it('counts a line that two records share once', () => {
    const text = `${line('a\nb').trimEnd()}${line('c\nd')}`;
    const { records, strayLines, totalLines } = parseCmTrace(text);
    assert.deepEqual(
      records.map(({ line: first, lastLine }) => [first, lastLine]),
      [
        [1, 2],
        [2, 3],
      ],
    );
    assert.deepEqual({ strayLines, totalLines }, { strayLines: 0, totalLines: 3 });
  });

  it('loses a record that was cut short and nothing else', () => {
    const whole = line('the last words of a long message');
    for (let length = 1; length < whole.length - 2; length += 1) {
      const cut = whole.slice(0, length);
      const atTheEnd = parseCmTrace(`${line('a')}${cut}`);
      assert.deepEqual([atTheEnd.records.length, atTheEnd.strayLines], [1, 1], cut);
      const inTheMiddle = parseCmTrace(`${line('a')}${cut}\r\n${line('b')}`);
      assert.deepEqual(
        inTheMiddle.records.map(({ message }) => message),
        ['a', 'b'],
        cut,
      );
      assert.equal(inTheMiddle.strayLines, 1, cut);
    }
  });

  it('keeps the beginning of a record that is quoted within a line', () => {
    assert.equal(only(line('read: <![LOG[ from the other log')).message, 'read: <![LOG[ from the other log');
  });

  it('is empty when the text is', () => {
    assert.deepEqual(parseCmTrace(''), { records: [], strayLines: 0, totalLines: 0 });
  });

  it('is told by its beginning, even when the first message is long', () => {
    assert.equal(isCmTraceText(line('a')), true);
    assert.equal(isCmTraceText(`<![LOG[${'x'.repeat(9000)}`), true);
    assert.equal(isCmTraceText(`header\r\n${line('a')}`), true);
    assert.equal(isCmTraceText('2026-01-01 10:00:00, Info  x'), false);
  });

  it('takes time in proportion to its length, whatever is in it', () => {
    assertQuick('100,000 records', () => {
      assert.equal(parseCmTrace(line('message with ] and text').repeat(100_000)).records.length, 100_000);
    });
    const hostile: readonly [string, string][] = [
      ['starts without an end', '<![LOG['.repeat(500_000)],
      ['starts of lines without an end', '<![LOG[\n'.repeat(500_000)],
      ['starts and one end', `${'<![LOG[\n'.repeat(500_000)}]LOG]!>`],
      ['ends without attributes', `<![LOG[${']LOG]!>'.repeat(500_000)}`],
      ['pairs without attributes', '<![LOG[]LOG]!>'.repeat(300_000)],
      ['attributes without an end', '<![LOG[]LOG]!><a="'.repeat(200_000)],
      ['many attributes', `<![LOG[]LOG]!><${'a="" '.repeat(500_000)}`],
      ['a long attribute', `<![LOG[]LOG]!><a="${'x'.repeat(4_000_000)}`],
    ];
    for (const [name, text] of hostile) {
      assertQuick(name, () => {
        assert.equal(parseCmTrace(text).records.length, 0, name);
      });
    }
  });

  it('is read whole from a real device: 2022 records, no stray line', function () {
    const bytes = readFileSync(requireData(this, 'logs', 'IntuneManagementExtension.log'));
    const { text, encoding } = decodeText(bytes);
    const { records, strayLines } = parseCmTrace(text);
    assert.equal(encoding, 'utf-8');
    assert.equal(records.length, 2022);
    assert.equal(strayLines, 0);
    assert.ok(records.every(({ localMs, thread }) => localMs !== null && thread !== ''));
    assert.equal(records.filter(({ message }) => message === 'EMS Agent Started').length, 2);
    assert.ok(records.some((record) => record.lastLine > record.line));
  });
});
