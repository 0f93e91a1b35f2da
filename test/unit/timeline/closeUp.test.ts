import assert from 'node:assert/strict';
import { buildTimeline } from '../../../src/core/timeline/buildTimeline';
import { closeUp, rangeApart } from '../../../src/core/timeline/closeUp';
import { layOutLanes } from '../../../src/core/timeline/laneGeometry';
import type { Frame } from '../../../src/core/timeline/layout';
import { layOutFrame } from '../../../src/core/timeline/layout';
import { minimapHeights } from '../../../src/core/timeline/minimap';
import type { TimeRange } from '../../../src/core/timeline/timeScale';
import { minute, sampleDocument, series } from './sampleDocument';

const model = buildTimeline(sampleDocument(), [series({})]);
const first = model.items.get('reboot-1')!;

function frameOf(range: TimeRange): Frame {
  return layOutFrame({
    model,
    lanes: layOutLanes(model),
    minimapHeights: minimapHeights(model, 1000),
    width: 1000,
    height: 600,
    scrollTop: 0,
    range,
    measure: (text) => text.length * 6.5,
  });
}

describe('a close look', () => {
  it('has some minutes around a moment, and leaves a range as it is', () => {
    const moment = { start: minute(10), end: minute(10) };
    assert.deepEqual(closeUp(moment), { start: minute(8), end: minute(12) });
    const range = { start: minute(10), end: minute(11) };
    assert.deepEqual(closeUp(range), range);
  });

  it('sets reboots apart that a wide view draws as one', () => {
    const day = 24 * 60;
    const range = rangeApart(frameOf({ start: minute(-200 * day), end: minute(day) }), first);
    assert.ok(range !== null && range.start < first.start && range.end > first.start);
    assert.equal(rangeApart(frameOf(range), first), null, 'no longer one sign');
  });

  it('changes nothing where a reboot is drawn by itself', () => {
    assert.equal(rangeApart(frameOf({ start: minute(0), end: minute(60) }), first), null);
  });
});
