import assert from 'node:assert/strict';
import { correctTimes } from '../../../src/core/language/correctTimes';
import { logFormatOf } from '../../../src/core/language/logFormat';
import { indexLog, lineOfRecord, recordAtLine } from '../../../src/core/language/logIndex';
import { spanOfSelection } from '../../../src/core/language/selectionSpan';
import type { ClockStep } from '../../../src/core/enrollment/document/clockFacts';
import { story, record } from '../host/storyBuilder';
import { contextOf, header, textLinesOf, title } from './fakeLog';

const events = [
  title,
  '',
  header(7, '02:07:58.0000000'),
  '    param1 = a',
  '        goes on',
  '',
  header(8, '02:08:08.5000000'),
  '    param1 = b',
  '',
  '# record #9 is damaged and cannot be read',
  '',
  header(10, '02:14:34.0000000'),
  '',
].join('\n');

function ime(clock: string, message: string): string {
  return `<![LOG[${message}]LOG]!><time="${clock}.0000000" date="8-19-2026" component="IntuneManagementExtension" context="" type="1" thread="4" file="">`;
}

function step(at: string, deltaMs: number): ClockStep {
  return { at, deltaMs, reason: 'timeSync', evidence: record(1) };
}

describe('the index of a log', () => {
  it('tells the formats apart by their first lines', () => {
    const formats = [
      events,
      ime('19:00:00', 'x'),
      '2026-08-20 02:07:58, Info                  CBS    Starting',
      '[HKEY_LOCAL_MACHINE\\software\\x]\n    "a"=DWORD:1',
      'Windows Registry Editor Version 5.00\n\n[HKEY_LOCAL_MACHINE\\x]',
      'just text',
      '',
    ].map((text) => logFormatOf(textLinesOf(text)));
    assert.deepEqual(formats, ['eventLog', 'cmTrace', 'setupLog', 'registry', 'registry', 'other', 'other']);
  });

  it('knows where each record begins and ends', () => {
    const { index } = contextOf(events);
    assert.deepEqual([...index.firstLines], [2, 6, 11]);
    assert.deepEqual([...index.lastLines].slice(0, 1), [4]);
    assert.deepEqual([...index.recordIds!], [7, 8, 10]);
    assert.equal(recordAtLine(index, 4), 0);
    assert.equal(recordAtLine(index, 0), -1);
    assert.equal(lineOfRecord(index, 8), 6);
    assert.equal(lineOfRecord(index, 9), null);
  });

  it('finds the same records by the map of the reader and by the text', () => {
    const lines = textLinesOf(events);
    const byMap = indexLog(lines, { recordLines: Uint32Array.of(2, 6, 9, 11, 99) });
    assert.deepEqual(byMap, indexLog(lines));
  });

  it('takes the corrected times of the reader where there are any', () => {
    const channel = { recordIds: Float64Array.of(7, 10), times: Float64Array.of(1000, 2000) };
    const index = indexLog(textLinesOf(events), { channel });
    assert.deepEqual([...index.correctedMs], [1000, index.rawMs[1], 2000]);
  });

  it('turns the wall clock of a text log into UTC by the offset of the device', () => {
    const withOffset = story({});
    const clock = {
      steps: [],
      localOffsets: [{ from: '2026-08-20T00:00:00.000Z', minutesEastOfUtc: -420, evidence: record(1) }],
      localLogs: [],
    };
    const { index } = contextOf(ime('19:07:58', 'a\nb'), { ...withOffset, clock });
    assert.equal(new Date(index.rawMs[0]!).toISOString(), '2026-08-20T02:07:58.000Z');
    assert.equal(index.basis, 'resolved');
    assert.equal(index.lastLines[0], 1);
  });

  it('leaves the wall clock as it is where nothing tells the zone', () => {
    assert.equal(contextOf(ime('19:07:58', 'a')).index.basis, 'wallClock');
  });

  it('measures a selection from its first to its last record', () => {
    const { index } = contextOf(events);
    assert.deepEqual(spanOfSelection(index, 3, 7), { records: 2, durationMs: 10_500 });
    assert.deepEqual(spanOfSelection(index, 0, 12), { records: 3, durationMs: 396_000 });
    assert.equal(spanOfSelection(index, 2, 4), null);
    assert.equal(spanOfSelection(index, 0, 1), null);
  });
});

describe('times before a clock step', () => {
  const hour = 3_600_000;
  const noon = Date.parse('2026-08-20T12:00:00.000Z');

  it('are shifted where the clock was set forward', () => {
    const raw = Float64Array.of(noon - 3 * hour, noon - 2 * hour, noon, noon + 1000);
    const corrected = correctTimes(raw, [step('2026-08-20T12:00:00.000Z', 2 * hour)]);
    assert.deepEqual([...corrected], [noon - hour, noon, noon, noon + 1000]);
  });

  it('are shifted where the clock was set back and the log steps back', () => {
    const raw = Float64Array.of(noon + 7 * hour, noon + 8 * hour, noon + 10, noon + 20);
    const corrected = correctTimes(raw, [step('2026-08-20T12:00:00.000Z', -8 * hour)]);
    assert.deepEqual([...corrected], [noon - hour, noon, noon + 10, noon + 20]);
  });

  it('stay where the log began after the step, and across a sleep', () => {
    const raw = Float64Array.of(noon + 10, noon + 20);
    assert.deepEqual([...correctTimes(raw, [step('2026-08-20T12:00:00.000Z', -8 * hour)])], [...raw]);
    const slept: ClockStep = { ...step('2026-08-20T13:00:00.000Z', hour), reason: 'resume' };
    assert.deepEqual([...correctTimes(raw, [slept])], [...raw]);
  });
});
