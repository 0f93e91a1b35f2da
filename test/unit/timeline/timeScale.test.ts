import assert from 'node:assert/strict';
import {
  boundRange,
  centreRange,
  followRange,
  msPerPixel,
  panRange,
  revealRange,
  spanOf,
  timeAt,
  xAt,
  zoomRange,
} from '../../../src/core/timeline/timeScale';

const bounds = { extent: { start: 0, end: 100_000 }, minSpan: 20 };

describe('what somebody else points at', () => {
  const range = { start: 10_000, end: 20_000 };

  it('moves nothing while a part of it is in view', () => {
    for (const wanted of [
      { start: 10_000, end: 10_000 },
      { start: 0, end: 90_000 },
      { start: 19_999, end: 30_000 },
    ]) {
      assert.equal(followRange(range, wanted, bounds), range);
    }
  });

  it('comes into view at the same zoom', () => {
    assert.deepEqual(followRange(range, { start: 50_000, end: 90_000 }, bounds), { start: 45_000, end: 55_000 });
  });
});

describe('the time scale', () => {
  it('maps a time to a pixel and back', () => {
    const scale = { range: { start: 10_000, end: 20_000 }, left: 100, width: 500 };
    assert.equal(xAt(scale, 10_000), 100);
    assert.equal(xAt(scale, 20_000), 600);
    assert.equal(msPerPixel(scale), 20);
    assert.equal(timeAt(scale, xAt(scale, 13_337)), 13_337);
  });

  it('keeps the time under the pointer in its place while zooming', () => {
    const range = { start: 10_000, end: 20_000 };
    const closer = zoomRange(range, 12_500, 2, bounds);
    assert.deepEqual(closer, { start: 11_250, end: 16_250 });
    assert.equal((12_500 - closer.start) / spanOf(closer), 0.25);
  });

  it('neither zooms closer than the shortest span nor out of the bundle', () => {
    let range = { start: 10_000, end: 20_000 };
    for (let step = 0; step < 100; step += 1) {
      range = zoomRange(range, 15_000, 3, bounds);
    }
    assert.equal(spanOf(range), 20);
    for (let step = 0; step < 100; step += 1) {
      range = zoomRange(range, 15_000, 1 / 3, bounds);
    }
    assert.equal(spanOf(range), 125_000);
  });

  it('keeps some of the bundle in view while panning', () => {
    const far = panRange({ start: 0, end: 10_000 }, 1e12, bounds);
    assert.deepEqual(far, { start: 95_000, end: 105_000 });
  });

  it('stays where it is as long as the wanted is well in sight, even beside the edge or with its end outside', () => {
    const range = { start: 0, end: 10_000 };
    for (const wanted of [
      { start: 300, end: 300 },
      { start: 9_700, end: 10_000 },
      { start: 5_000, end: 60_000 },
    ]) {
      assert.equal(revealRange(range, wanted, bounds), range);
    }
    assert.notEqual(revealRange(range, { start: 9_900, end: 9_900 }, bounds), range, 'at the edge');
    assert.notEqual(revealRange(range, { start: 9_000, end: 60_000 }, bounds), range, 'only its beginning');
  });

  it('reveals by the smallest change', () => {
    const range = { start: 0, end: 10_000 };
    assert.equal(revealRange(range, { start: 4_000, end: 5_000 }, bounds), range);
    assert.deepEqual(revealRange(range, { start: 50_000, end: 50_000 }, bounds), centreRange(range, 50_000, bounds));
    const whole = revealRange(range, { start: 20_000, end: 60_000 }, bounds);
    assert.ok(whole.start <= 20_000 && whole.end >= 60_000);
  });

  it('gives a range of no length a length', () => {
    assert.equal(spanOf(boundRange({ start: 500, end: 500 }, bounds)), 20);
  });
});
