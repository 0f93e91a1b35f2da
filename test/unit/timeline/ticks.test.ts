import assert from 'node:assert/strict';
import { timeTicks } from '../../../src/core/timeline/ticks';

const noon = Date.parse('2026-08-19T12:00:00.000Z');

function labels(spanMs: number, width = 800, start = noon): string[] {
  return timeTicks({ start, end: start + spanMs }, width).map(({ label }) => label);
}

describe('the time axis', () => {
  it('counts milliseconds when zoomed in', () => {
    assert.deepEqual(labels(50), [
      '12:00:00.000',
      '12:00:00.010',
      '12:00:00.020',
      '12:00:00.030',
      '12:00:00.040',
      '12:00:00.050',
    ]);
  });

  it('counts seconds, minutes, days and months as the view grows', () => {
    assert.deepEqual(labels(20_000).slice(0, 3), ['12:00:00', '12:00:02', '12:00:04']);
    assert.deepEqual(labels(3_600_000).slice(0, 3), ['12:00', '12:05', '12:10']);
    assert.deepEqual(labels(10 * 86_400_000).slice(0, 2), ['20 Aug', '21 Aug']);
    assert.deepEqual(labels(300 * 86_400_000).slice(0, 5), ['Sep 2026', 'Oct 2026', 'Nov 2026', 'Dec 2026', '2027']);
  });

  it('names the day where a new one begins, and draws it stronger', () => {
    const midnight = timeTicks({ start: noon, end: noon + 86_400_000 }, 800).filter(({ strong }) => strong);
    assert.deepEqual(
      midnight.map(({ label, time }) => [label, new Date(time).toISOString()]),
      [['20 Aug', '2026-08-20T00:00:00.000Z']],
    );
  });

  it('begins weeks on Mondays', () => {
    const weeks = timeTicks({ start: noon, end: noon + 60 * 86_400_000 }, 800);
    assert.ok(weeks.length > 4);
    assert.ok(weeks.every(({ time }) => new Date(time).getUTCDay() === 1));
  });

  it('leaves room for every label at every zoom', () => {
    for (let span = 20; span < 1e14; span *= 1.7) {
      const ticks = timeTicks({ start: noon, end: noon + span }, 800);
      for (const [index, { time }] of ticks.entries()) {
        const gap = ((time - (ticks[index - 1]?.time ?? Number.NEGATIVE_INFINITY)) / span) * 800;
        assert.ok(gap >= 58, `${gap} px at a span of ${span} ms`);
      }
    }
  });

  it('has no ticks for ranges that are no times', () => {
    assert.deepEqual(labels(Number.NaN), []);
    assert.deepEqual(labels(0), []);
    assert.deepEqual(labels(1e17), []);
  });
});
