import assert from 'node:assert/strict';
import type { LaneArrangement } from '../../../../src/core/timeline/view/laneArrangement';
import {
  arrangedLanes,
  movedLane,
  naturalArrangement,
  orderedLanes,
  withTrait,
} from '../../../../src/core/timeline/view/laneArrangement';
import { noFilter } from '../../../../src/core/timeline/view/timelineFilter';
import { shownModel } from '../../../../src/core/timeline/view/shownModel';
import { facts, model } from './sampleView';

const { lanes } = model;
const natural = lanes.map(({ id }) => id);
const [first, second, third] = natural as [string, string, string];

function idsOf(arrangement: LaneArrangement): readonly string[] {
  return arrangedLanes(lanes, arrangement).map(({ id }) => id);
}

describe('the lanes', () => {
  it('are in their natural order at first', () => {
    assert.deepEqual(idsOf(naturalArrangement), natural);
  });

  it('change places with the next in sight', () => {
    assert.deepEqual(idsOf(movedLane(lanes, naturalArrangement, first, 1)).slice(0, 2), [second, first]);
    const hidden = withTrait(naturalArrangement, second, 'hidden', true);
    assert.deepEqual(idsOf(movedLane(lanes, hidden, first, 1)).slice(0, 2), [third, first]);
  });

  it('stay where they are at the ends', () => {
    assert.equal(movedLane(lanes, naturalArrangement, first, -1), naturalArrangement);
    assert.equal(movedLane(lanes, naturalArrangement, natural.at(-1)!, 1), naturalArrangement);
    assert.equal(movedLane(lanes, naturalArrangement, 'nowhere', 1), naturalArrangement);
  });

  it('come first when they are pinned, and move among their like', () => {
    const pinned = withTrait(naturalArrangement, third, 'pinned', true);
    assert.deepEqual(idsOf(pinned).slice(0, 3), [third, first, second]);
    assert.equal(movedLane(lanes, pinned, third, 1), pinned);
    assert.deepEqual(idsOf(withTrait(pinned, third, 'pinned', false)), natural);
  });

  it('are still known when they are hidden', () => {
    const hidden = withTrait(naturalArrangement, first, 'hidden', true);
    assert.ok(!idsOf(hidden).includes(first));
    assert.equal(orderedLanes(lanes, hidden).length, lanes.length);
  });

  it('that an order does not know come after their natural neighbour', () => {
    const order = natural.filter((id) => id !== second).reverse();
    const ids = idsOf({ ...naturalArrangement, order: [...order, 'of another bundle'] });
    assert.equal(ids.indexOf(second), ids.indexOf(first) + 1);
    assert.equal(ids.length, natural.length);
  });

  it('take their items, bands and links with them when they are hidden', () => {
    const hidden = withTrait(naturalArrangement, 'reboots', 'hidden', true);
    const shown = shownModel(model, facts, { filter: noFilter, marks: [], lanes: hidden });
    assert.ok(!shown.items.has('reboot-1') && shown.items.has('boot-1'));
    assert.ok(shown.links.every(({ from, to }) => shown.items.has(from.id) && shown.items.has(to.id)));
    assert.ok(shown.bands.every(({ item }) => shown.items.has(item.id)));
  });
});
