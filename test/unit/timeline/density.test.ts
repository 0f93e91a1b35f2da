import assert from 'node:assert/strict';
import { densityOf, gallop } from '../../../src/core/timeline/density';
import { lowerBound } from '../../../src/core/bytes/sorted';
import { TimeFolds } from '../../../src/core/timeline/timeFolds';
import { xAt } from '../../../src/core/timeline/timeScale';

describe('the density of a channel', () => {
  it('counts every event in view exactly once', () => {
    const times = Float64Array.from({ length: 1000 }, (_, index) => index * 7);
    const { counts, highest } = densityOf(times, { range: { start: 0, end: 7_000 }, left: 0, width: 100 });
    assert.equal(
      counts.reduce((sum, count) => sum + count, 0),
      1000,
    );
    assert.equal(counts[0], 10);
    assert.equal(highest, 10);
  });

  it('agrees with counting one by one', () => {
    const times = Float64Array.from({ length: 500 }, (_, index) => ((index * index) % 977) * 13 + index).sort();
    const scale = { range: { start: 1_003, end: 9_007 }, left: 50, width: 173 };
    const width = (9_007 - 1_003) / 173;
    const first = Math.floor(1_003 / width);
    const { counts } = densityOf(times, scale);
    counts.forEach((count, column) => {
      const from = (first + column) * width;
      const to = (first + column + 1) * width;
      assert.equal(count, times.filter((time) => time >= from && time < to).length, `column ${column}`);
    });
  });

  it('finds a few events among many empty columns, folded or not', () => {
    const times = Float64Array.from([1_000, 1_001, 250_000, 250_007, 999_999]);
    const folds = new TimeFolds([{ start: 300_000, end: 900_000, drawn: 9_000 }]);
    for (const scale of [
      { range: { start: 0, end: 1_000_000 }, left: 0, width: 1_387 },
      { range: { start: 0, end: 1_000_000 }, left: 0, width: 1_387, folds },
      { range: { start: 249_999.3, end: 250_010.1 }, left: 0, width: 1_387 },
    ]) {
      const { counts, left } = densityOf(times, scale);
      const inView = times.filter((time) => time >= scale.range.start && time < scale.range.end);
      const found = [...counts].flatMap((count, column) => Array.from({ length: count }, () => column + left));
      assert.equal(found.length, inView.length);
      found.forEach((x, index) => {
        assert.ok(Math.abs(xAt(scale, inView[index]!) - x - 0.5) <= 0.5 + 1e-6, `${x} for ${inView[index]}`);
      });
    }
  });

  it('keeps events in their columns while panning', () => {
    const times = Float64Array.from({ length: 400 }, (_, index) => index * 31 + (index % 7));
    const at = (start: number) => densityOf(times, { range: { start, end: start + 10_000 }, left: 0, width: 100 });
    const before = at(1_000);
    const after = at(1_030);
    assert.deepEqual(after.counts, before.counts);
    assert.ok(Math.abs(before.left - after.left - 0.3) < 1e-9);
  });

  it('finds by galloping what a plain search finds', () => {
    const times = Float64Array.from([1, 1, 2, 5, 5, 5, 9, 12, 40, 41]);
    for (let from = 0; from <= times.length; from += 1) {
      for (let value = 0; value <= 42; value += 1) {
        assert.equal(gallop(times, value, from), lowerBound(times, value, from, times.length));
      }
    }
  });

  it('is empty without events', () => {
    const { counts, highest } = densityOf(new Float64Array(), { range: { start: 0, end: 10 }, left: 0, width: 10 });
    assert.equal(highest, 0);
    assert.ok(counts.every((count) => count === 0));
  });
});
