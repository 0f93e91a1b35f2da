import assert from 'node:assert/strict';
import { indexOfSeries, indexSeries, nearestRecord, recordIndexOf } from '../../../src/core/timeline/eventSeries';
import { series } from './sampleDocument';

function withTimes(...times: number[]) {
  return series({
    times: Float64Array.from(times),
    recordIds: Float64Array.from(times, (_, index) => index + 1),
    levels: Uint8Array.from(times, (_, index) => index % 5),
  });
}

describe('an indexed event series', () => {
  it('uses ascending times as they are', () => {
    const source = withTimes(1, 2, 2, 3);
    const indexed = indexSeries(source);
    assert.equal(indexed.order, null);
    assert.equal(indexed.times.buffer, source.times.buffer);
  });

  it('orders times that step back, equal ones by record', () => {
    const { times, order } = indexSeries(withTimes(10, 20, 30, 5, 15, 20, 1));
    assert.deepEqual([...times], [1, 5, 10, 15, 20, 20, 30]);
    assert.deepEqual([...order!], [6, 3, 0, 4, 1, 5, 2]);
  });

  it('orders a fully reversed log', () => {
    const { times } = indexSeries(withTimes(...Array.from({ length: 257 }, (_, index) => 257 - index)));
    assert.deepEqual(
      [...times],
      Array.from({ length: 257 }, (_, index) => index + 1),
    );
  });

  it('orders runs that overlap a little, by much or not at all', () => {
    const run = (start: number, count: number): number[] =>
      Array.from({ length: count }, (_, index) => start + index * 2);
    for (const second of [0, 37, 90, 199, 200, 201]) {
      const all = [...run(0, 100), ...run(second, 50), ...run(20, 3)];
      const { times, order } = indexSeries(withTimes(...all));
      const expected = all.map((time, index) => ({ time, index })).sort((a, b) => a.time - b.time);
      assert.deepEqual(
        [...times],
        expected.map(({ time }) => time),
      );
      assert.deepEqual(
        [...order!],
        expected.map(({ index }) => index),
      );
    }
  });

  it('leaves out records without a time', () => {
    const { times, order } = indexSeries(withTimes(3, Number.NaN, 1, Number.POSITIVE_INFINITY, 9e15));
    assert.deepEqual([...times], [1, 3]);
    assert.deepEqual([...order!], [2, 0]);
  });

  it('knows where errors and warnings are', () => {
    const { errors, warnings } = indexSeries(withTimes(10, 20, 30, 40, 50, 5, 6, 7));
    assert.deepEqual([...errors], [6, 7, 20, 30]);
    assert.deepEqual([...warnings], [40]);
  });

  it('finds the nearest record, as an index in record order', () => {
    const indexed = indexSeries(withTimes(100, 200, 300, 150));
    assert.equal(nearestRecord(indexed, 160), 3);
    assert.equal(nearestRecord(indexed, 190), 1);
    assert.equal(nearestRecord(indexed, -5), 0);
    assert.equal(nearestRecord(indexed, 1e9), 2);
    assert.equal(nearestRecord(indexSeries(withTimes()), 0), null);
  });

  it('reports gaps in the record ids', () => {
    const source = { ...withTimes(10, 20, 30), recordIds: Float64Array.from([5, 6, 9]) };
    assert.deepEqual(indexSeries(source).gaps, [{ start: 20, end: 30, missing: 2 }]);
    assert.equal(recordIndexOf(source, 9), 2);
    assert.equal(recordIndexOf(source, 7), null);
  });

  it('is cut to its shortest column', () => {
    assert.equal(indexSeries({ ...withTimes(1, 2, 3), levels: new Uint8Array(2) }).times.length, 2);
  });

  it('is made once', () => {
    const source = withTimes(1, 2);
    assert.equal(indexOfSeries(source), indexOfSeries(source));
    assert.notEqual(indexOfSeries(source), indexOfSeries(withTimes(1, 2)));
  });
});
