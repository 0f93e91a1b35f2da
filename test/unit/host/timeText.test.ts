import assert from 'node:assert/strict';
import { sizeText } from '../../../src/host/views/sizeText';
import { commonDay, rowTimeText, timeText } from '../../../src/host/views/timeText';
import { record } from './storyBuilder';

describe('the time of the views', () => {
  const offsets = [
    { from: '2026-08-20T01:00:00.000Z', minutesEastOfUtc: -420, evidence: record(1) },
    { from: '2026-08-20T05:00:00.000Z', minutesEastOfUtc: 330, evidence: record(2) },
  ];

  it('is UTC by default', () => {
    assert.equal(timeText('2026-08-20T02:07:58.123Z', 'utc', offsets), '2026-08-20 02:07:58Z');
  });

  it('follows the offset that the device had then', () => {
    assert.equal(timeText('2026-08-20T02:07:58.123Z', 'device', offsets), '2026-08-19 19:07:58 -07:00');
    assert.equal(timeText('2026-08-20T06:00:00.000Z', 'device', offsets), '2026-08-20 11:30:00 +05:30');
  });

  it('stays UTC before the first offset that is known', () => {
    assert.equal(timeText('2026-08-20T00:30:00.000Z', 'device', offsets), '2026-08-20 00:30:00Z');
  });

  it('shows what is not a time as it is', () => {
    assert.equal(timeText('soon', 'device', offsets), 'soon');
  });
});

describe('the time of a narrow row', () => {
  it('is told to the minute, without the day that most rows have', () => {
    const day = commonDay(['2026-02-16 23:59:00Z', '2026-02-17 13:14:27Z', '2026-02-17 13:21:42Z', 'soon']);
    assert.equal(day, '2026-02-17');
    assert.equal(rowTimeText('2026-02-17 13:14:27Z', 'utc', day), '13:14');
  });

  it('has its day where that is another one, and the year with it', () => {
    assert.equal(rowTimeText('2026-02-16 23:59:00Z', 'utc', '2026-02-17'), '02-16 23:59');
    assert.equal(rowTimeText('2023-12-26 08:00:00Z', 'utc', '2026-02-17'), '2023-12-26 08:00');
    assert.equal(rowTimeText('2023-12-26 08:00:00Z', 'utc', commonDay([])), '2023-12-26 08:00');
  });

  it('says that it is UTC among times of the device', () => {
    assert.equal(rowTimeText('2026-08-19 19:07:58 -07:00', 'device', '2026-08-19'), '19:07');
    assert.equal(rowTimeText('2026-08-19 00:30:00Z', 'device', '2026-08-19'), '00:30Z');
  });

  it('is what stands there where that is no time', () => {
    assert.equal(rowTimeText('soon', 'utc', '2026-02-17'), 'soon');
  });
});

describe('sizes', () => {
  it('have a unit and three digits at most', () => {
    assert.deepEqual([0, 812, 1024, 1_118_208, 900_000_000].map(sizeText), [
      '0 B',
      '812 B',
      '1.0 KB',
      '1.1 MB',
      '858 MB',
    ]);
  });
});
