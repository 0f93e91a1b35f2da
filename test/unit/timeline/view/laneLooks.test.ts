import assert from 'node:assert/strict';
import { headerHeight, layOutLanes, type LaneLooks } from '../../../../src/core/timeline/laneGeometry';
import type { Frame } from '../../../../src/core/timeline/layout';
import { laneAt, layOutFrame, scrollToLane } from '../../../../src/core/timeline/layout';
import { naturalArrangement } from '../../../../src/core/timeline/view/laneArrangement';
import { shownModel } from '../../../../src/core/timeline/view/shownModel';
import { noFilter } from '../../../../src/core/timeline/view/timelineFilter';
import { facts, model } from './sampleView';

/** As long as all lanes do not fit. */
const height = 300;

function frameOf(looks: Required<LaneLooks>, scrollTop: number, viewHeight = height): Frame {
  const lanes = { ...naturalArrangement, ...looks };
  const shown = shownModel(model, facts, { filter: noFilter, marks: [], lanes });
  return layOutFrame({
    model: shown,
    lanes: layOutLanes(shown, lanes),
    minimapHeights: new Float32Array(),
    width: 1000,
    height: viewHeight,
    scrollTop,
    range: shown.story,
    measure: (text) => text.length * 6.5,
  });
}

describe('lanes as the user wants them', () => {
  const pinned = { pinned: ['reboots'], collapsed: [] };

  it('stay at the top while the others scroll below them', () => {
    const [first, ...others] = frameOf(pinned, 200).lanes;
    assert.deepEqual([first?.lane.id, first?.y], ['reboots', headerHeight()]);
    const below = headerHeight() + first!.height;
    assert.ok(others.length > 0 && others.every((lane) => lane.y + lane.height > below));
    assert.equal(frameOf(pinned, 200).pinned, first?.height);
  });

  it('are what is pointed at where they lie over others', () => {
    const frame = frameOf(pinned, 200);
    assert.equal(laneAt(frame, headerHeight() + 5)?.lane.id, 'reboots');
  });

  it('scroll with the others where they would leave them no room', () => {
    const frame = frameOf(pinned, 200, headerHeight() + 40);
    assert.equal(frame.pinned, 0);
    assert.notEqual(frame.lanes[0]?.lane.id, 'reboots');
  });

  it('come into view below those that are pinned', () => {
    const shown = shownModel(model, facts, {
      filter: noFilter,
      marks: [],
      lanes: { ...naturalArrangement, ...pinned },
    });
    const lanes = layOutLanes(shown, pinned);
    const third = lanes.boxes[2]!;
    const scrollTop = scrollToLane(lanes, third.lane, 400, height - headerHeight());
    assert.equal(third.top - scrollTop, lanes.pinnedHeight);
    assert.equal(scrollToLane(lanes, lanes.boxes[0]!.lane, 123, height - headerHeight()), 123);
  });

  it('have one row when they are thin, and no room for drawings', () => {
    const { lanes } = frameOf({ pinned: [], collapsed: ['screens', 'phases'] }, 0, 1000);
    const [screens, phases] = ['screens', 'phases'].map((id) => lanes.find(({ lane }) => lane.id === id));
    assert.equal(screens?.height, phases?.height);
    assert.ok(screens?.kind === 'story' && screens.boxes.length === 0);
    assert.ok(phases?.kind === 'story' && phases.boxes.every(({ items }) => items[0].row === 0));
  });
});
