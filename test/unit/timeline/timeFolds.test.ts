import assert from 'node:assert/strict';
import { buildTimeline } from '../../../src/core/timeline/buildTimeline';
import { densityOf } from '../../../src/core/timeline/density';
import { findFolds, noFolds, TimeFolds } from '../../../src/core/timeline/timeFolds';
import { timeTicks } from '../../../src/core/timeline/ticks';
import { timeAt, xAt } from '../../../src/core/timeline/timeScale';
import { iso, minute, reboot, record, sampleDocument, series } from './sampleDocument';

const folds = new TimeFolds([
  { start: 100, end: 200, drawn: 10 },
  { start: 300, end: 500, drawn: 20 },
]);

describe('folds', () => {
  it('shrink what is inside, and move what comes after', () => {
    const axis = [0, 100, 150, 200, 300, 400, 500, 600].map((time) => folds.toAxis(time));
    assert.deepEqual(axis, [0, 100, 105, 110, 210, 220, 230, 330]);
  });

  it('give every moment one place, and every place its moment', () => {
    for (let time = -50; time <= 700; time += 12.5) {
      assert.ok(Math.abs(folds.toTime(folds.toAxis(time)) - time) < 1e-9, String(time));
      assert.ok(folds.toAxis(time) < folds.toAxis(time + 12.5));
    }
  });

  it('let a scale map a time to a pixel and back', () => {
    const scale = { range: { start: 0, end: 600 }, left: 100, width: 330, folds };
    assert.equal(xAt(scale, 600), 430);
    assert.equal(xAt(scale, 150), 205);
    assert.equal(timeAt(scale, 205), 150);
  });

  it('lose no event of a density', () => {
    const times = Float64Array.from({ length: 601 }, (_, index) => index);
    const { counts } = densityOf(times, { range: { start: 0, end: 600 }, left: 0, width: 331, folds });
    assert.equal(
      counts.reduce((sum, count) => sum + count, 0),
      601,
    );
  });

  it('have no ticks inside', () => {
    const ticks = timeTicks({ start: 0, end: 600 }, 900, { folds });
    assert.ok(ticks.length > 3);
    assert.ok(ticks.every(({ time }) => !folds.folds.some(({ start, end }) => time > start && time < end)));
  });
});

describe('the search for empty stretches', () => {
  const gap = [series({ count: 420 }), series({ log: 'Late', path: 'late.evtx', from: 600 })];
  const found = findFolds(buildTimeline(sampleDocument(), gap));

  it('finds the long ones', () => {
    const [fold, ...others] = found.folds;
    assert.deepEqual(others, []);
    assert.ok(fold !== undefined && fold.start >= minute(70) && fold.start < minute(72));
    assert.ok(fold.end > minute(598) && fold.end <= minute(600));
    assert.ok(fold.drawn < (fold.end - fold.start) / 20);
  });

  it('folds away no record and nothing of the story', () => {
    const document = sampleDocument({
      reboots: [...sampleDocument().reboots, reboot({ id: 'reboot-3', time: iso(300.123), evidence: record(7) })],
    });
    const model = buildTimeline(document, [...gap, series({ log: 'One', path: 'one.evtx', from: 451.7, count: 1 })]);
    const stretches = findFolds(model).folds;
    assert.equal(stretches.length, 3);
    const times = [
      ...[...model.items.values()].flatMap(({ start, end }) => [start, end]),
      ...model.lanes.flatMap((lane) => (lane.kind === 'channel' ? [...(lane.series?.times ?? [])] : [])),
    ];
    for (const { start, end } of stretches) {
      assert.ok(times.every((time) => !(time > start && time < end)));
    }
  });

  it('finds none where the bundle is busy throughout', () => {
    assert.equal(findFolds(buildTimeline(sampleDocument(), [series({ count: 500 })])), noFolds);
  });
});
