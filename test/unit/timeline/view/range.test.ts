import assert from 'node:assert/strict';
import { buildTimeline } from '../../../../src/core/timeline/buildTimeline';
import { utcDisplay } from '../../../../src/core/timeline/timeDisplay';
import { mostRows, rangeText } from '../../../../src/core/timeline/view/rangeRows';
import { spanWords, summariseSpan } from '../../../../src/core/timeline/view/spanSummary';
import { minute, sampleDocument, series } from '../sampleDocument';
import { model } from './sampleView';

type Row = Readonly<Record<string, string | number | null>>;

function rowsOf(text: string): readonly Row[] {
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
}

describe('a selected range', () => {
  const span = { start: minute(0), end: minute(1) };

  it('has what lies in it, both ends included', () => {
    const summary = summariseSpan(model, span);
    assert.deepEqual([summary.durationMs, summary.records], [60_000, 7]);
    assert.deepEqual([summary.errors, summary.warnings], [1, 1]);
    assert.deepEqual(summary.items, [{ kind: 'boot', count: 1 }]);
  });

  it('has the items that begin before it and end after it', () => {
    const { items } = summariseSpan(model, { start: minute(23), end: minute(24) });
    assert.deepEqual(
      items.map(({ kind, count }) => [kind, count]),
      [
        ['subcategory', 2],
        ['phase', 1],
      ],
    );
  });

  it('is told in words', () => {
    assert.equal(
      spanWords(summariseSpan(model, span), span, utcDisplay),
      '1 minute, 2026-08-19 09:30:00 UTC to 2026-08-19 09:31:00 UTC: 7 records, 1 error, 1 warning; 1 boot',
    );
  });
});

describe('a range as text', () => {
  const span = { start: minute(9.9), end: minute(11) };

  it('has records and items in the order of time, as JSON lines', () => {
    const rows = rowsOf(rangeText(model, span, 'jsonl'));
    assert.deepEqual(
      rows.filter(({ kind }) => kind !== 'scene').map(({ time, kind, record }) => [time, kind, record]),
      [
        ['2026-08-19T09:40:00.000Z', 'reboot', 100],
        ['2026-08-19T09:41:00.000Z', 'boot', 102],
      ],
    );
  });

  it('names level, log and place of a record', () => {
    const [row] = rowsOf(rangeText(model, { start: minute(0.1), end: minute(0.2) }, 'jsonl'));
    assert.deepEqual(
      [row?.kind, row?.lane, row?.level, row?.record, row?.path],
      ['record', 'System', 'warning', 2, 'inner.cab/system.evtx'],
    );
  });

  it('is a table with a heading as CSV', () => {
    const [heading, first] = rangeText(model, span, 'csv').split('\r\n');
    assert.equal(heading, '\uFEFFtime,end,kind,lane,what,level,path,record,line');
    assert.match(first ?? '', /^"2026-08-19T09:40:00\.000Z",/);
  });

  it('says how many records it leaves out', () => {
    const count = mostRows + 100;
    const many = buildTimeline(sampleDocument({ boots: [], phases: [], reboots: [], signIns: [] }), [
      series({ count, times: Float64Array.from({ length: count }, (_, at) => minute(0) + at) }),
    ]);
    const rows = rowsOf(rangeText(many, many.extent, 'jsonl'));
    assert.equal(rows.length, mostRows + 1);
    assert.deepEqual(
      [rows.at(-1)?.kind, rows.at(-1)?.what],
      ['leftOut', '100 more records are left out: select a shorter range'],
    );
  });
});
