import assert from 'node:assert/strict';
import { buildTimeline } from '../../../src/core/timeline/buildTimeline';
import { hitTest } from '../../../src/core/timeline/hitTest';
import { headerHeight, layOutLanes, sizes } from '../../../src/core/timeline/laneGeometry';
import type { Frame } from '../../../src/core/timeline/layout';
import { layOutFrame, scrollToLane } from '../../../src/core/timeline/layout';
import { minimapHeights } from '../../../src/core/timeline/minimap';
import type { ItemBox } from '../../../src/core/timeline/itemBox';
import type { TimeRange } from '../../../src/core/timeline/timeScale';
import { xAt } from '../../../src/core/timeline/timeScale';
import type { TimelineModel } from '../../../src/core/timeline/timelineModel';
import { iso, minute, sampleDocument, series, signIn } from './sampleDocument';

const sample = buildTimeline(sampleDocument(), [series({ from: 30 })]);

function frameOf(range: TimeRange, model: TimelineModel = sample, width = 1000, height = 600): Frame {
  return layOutFrame({
    model,
    lanes: layOutLanes(model),
    minimapHeights: minimapHeights(model, width),
    width,
    height,
    scrollTop: 0,
    range,
    measure: (text) => text.length * 6.5,
  });
}

function boxesOf(frame: Frame): ItemBox[] {
  return frame.lanes.flatMap((lane) => (lane.kind === 'story' ? lane.boxes : []));
}

function boxOf(frame: Frame, id: string): ItemBox {
  const box = boxesOf(frame).find(({ items }) => items.some((item) => item.id === id));
  assert.ok(box, `box of ${id}`);
  return box;
}

describe('a frame', () => {
  it('draws an arrow out of the view to an effect that lies beside it, and none between two such', () => {
    const near = frameOf({ start: minute(24), end: minute(30) });
    const { to } = near.links.find(({ link }) => link.from.id === 'flag/reboot-2/1')!;
    assert.ok(to.x > near.plot.x + near.plot.width);
    const lane = near.lanes.find(({ lane: own }) => own.id === 'reboots')!;
    assert.ok(to.y > lane.y && to.y < lane.y + lane.height);
    assert.deepEqual(frameOf({ start: minute(30), end: minute(35) }).links, []);
  });

  it('never lets a label run into another label, glyph or bar of its row', () => {
    for (let span = 90 * 60_000; span > 20_000; span /= 1.6) {
      for (const start of [minute(-5), minute(18), minute(38)]) {
        const frame = frameOf({ start, end: start + span });
        for (const lane of frame.lanes) {
          for (const box of lane.kind === 'story' ? lane.boxes : []) {
            const others =
              lane.kind === 'story' ? lane.boxes.filter((other) => other !== box && rowOf(other) === rowOf(box)) : [];
            for (const other of others) {
              assert.ok(!overlaps(box.label, other), `"${box.label?.text ?? ''}" over ${other.items[0].id}`);
              assert.ok(
                !overlaps(box.label, other.label),
                `"${box.label?.text ?? ''}" over "${other.label?.text ?? ''}"`,
              );
            }
          }
        }
      }
    }
  });

  it('names marks that stand close together in one label, in their order', () => {
    const [first, second] = ['flag/reboot-2/1', 'flag/reboot-2/2'].map((id) => sample.items.get(id)!);
    const gap = second!.start - first!.start;
    assert.ok(gap > 0);
    const perPixel = gap / 14;
    const range = { start: first!.start - 60 * perPixel, end: first!.start + 732 * perPixel };
    const frame = frameOf(range);
    const names = [first!, second!].map(({ label }) => label).join(', ');
    assert.ok(
      [first!.id, second!.id].some((id) => boxOf(frame, id).label?.text === names),
      names,
    );
  });

  it('keeps bars and labels inside the plot', () => {
    const frame = frameOf({ start: minute(30), end: minute(36) });
    const setup = boxOf(frame, 'deviceSetup');
    assert.deepEqual([setup.x, setup.cutLeft, setup.cutRight], [frame.plot.x, true, true]);
    assert.equal(setup.x + setup.width, frame.width);
    assert.ok((setup.label?.x ?? 0) >= frame.plot.x);
  });

  it('draws marks that touch as one, and apart again when zoomed in', () => {
    const flags = ['A/B', 'C/D', 'E/F'].map((name, index) => ({
      uri: `./Device/${name}`,
      verdict: 'likely' as const,
      flaggedAt: iso(25 + index / 60),
      lastFlaggedAt: iso(25 + index / 60),
      count: 1,
      why: '',
      evidence: [{ path: 'x', recordId: index }] as const,
    }));
    const [, second] = sampleDocument().reboots;
    const model = buildTimeline(sampleDocument({ reboots: [{ ...second!, causes: flags }] }), []);
    const far = boxOf(frameOf({ start: minute(0), end: minute(90) }, model), 'flag/reboot-2/1');
    assert.equal(far.items.length, 3);
    assert.equal(far.label?.text, '3 likely causes');
    const near = frameOf({ start: minute(25) - 1_000, end: minute(25) + 4_000 }, model);
    assert.equal(boxOf(near, 'flag/reboot-2/1').items.length, 1);
  });

  it('shows a downtime to scale, and a short one at least as a line', () => {
    const near = frameOf({ start: minute(39), end: minute(44) });
    const band = near.bands.find(({ band: { item } }) => item.id === 'reboot-2');
    assert.ok(Math.abs(band!.width - near.plot.width / 5) < 1e-6);
    const far = frameOf({ start: minute(-50_000), end: minute(50_000) });
    assert.ok(far.bands.every(({ width }) => width >= 2));
  });

  it('lays out only lanes in view', () => {
    const low = frameOf(sample.story, sample, 1000, headerHeight() + 20);
    assert.deepEqual(
      low.lanes.map(({ lane }) => lane.id),
      ['screens'],
    );
  });

  it('puts the window of the minimap over what is shown, never too small to grab', () => {
    const frame = frameOf({ start: minute(20), end: minute(20.001) });
    const { window: view, scale } = frame.minimap;
    assert.ok(view.width >= 6);
    assert.ok(Math.abs(view.x + view.width / 2 - xAt(scale, minute(20))) < 1);
  });

  it('scrolls no farther than a lane needs', () => {
    const lanes = layOutLanes(sample);
    const last = lanes.boxes.at(-1)!;
    assert.equal(scrollToLane(lanes, lanes.boxes[0]!.lane, 0, 100), 0);
    assert.equal(scrollToLane(lanes, last.lane, 0, 100), lanes.height - 100);
  });
});

describe('the hit test', () => {
  const frame = frameOf({ start: minute(20), end: minute(60) });

  it('finds every item at its centre', () => {
    for (const box of boxesOf(frame)) {
      const hit = hitTest(frame, box.x + box.width / 2, box.y + box.height / 2);
      assert.ok(hit.kind === 'box' && hit.box === box, box.items[0].id);
    }
  });

  it('prefers a mark to the bar below it where both are in reach', () => {
    const mark = boxOf(frame, 'signin-1');
    const wait = boxOf(frame, 'wait/signin-1');
    const between = (mark.y + mark.height + wait.y) / 2;
    const hit = hitTest(frame, mark.x + mark.width / 2, between);
    assert.ok(hit.kind === 'box');
    assert.equal(hit.item.id, 'signin-1');
  });

  it('finds the nearest record on a log, and the blind span beside it', () => {
    const lane = frame.lanes.find((candidate) => candidate.kind === 'channel')!;
    const y = lane.y + lane.height / 2;
    const hit = hitTest(frame, xAt(frame.scale, minute(30) + 20_000), y);
    assert.ok(hit.kind === 'record');
    assert.equal(hit.record, 2);
    assert.equal(hitTest(frame, xAt(frame.scale, minute(25)), y).kind, 'noData');
  });

  it('takes the reboot where its band crosses a quiet place', () => {
    const lane = frame.lanes.find((candidate) => candidate.kind === 'channel')!;
    const hit = hitTest(frame, xAt(frame.scale, minute(40.5)), lane.y + 4);
    assert.ok(hit.kind === 'band');
    assert.equal(hit.item.id, 'reboot-2');
  });

  it('tells minimap, axis and lane names apart', () => {
    assert.equal(hitTest(frame, 500, 5).kind, 'minimap');
    assert.equal(hitTest(frame, 500, sizes.minimap + 3).kind, 'axis');
    assert.equal(hitTest(frame, 10, headerHeight() + 10).kind, 'gutter');
  });
});

describe('a crowded lane', () => {
  it('still labels what has room', () => {
    const signIns = Array.from({ length: 200 }, (_, index) =>
      signIn({ id: `signin-${index}`, time: iso(20 + index / 5), waitMs: null }),
    );
    const model = buildTimeline(sampleDocument({ signIns }), []);
    const boxes = boxesOf(frameOf({ start: minute(20), end: minute(60) }, model));
    assert.ok(boxes.length < 120, 'marks are merged');
    assert.equal(
      boxes.flatMap(({ items }) => items).filter(({ kind }) => kind === 'signIn').length,
      200,
      'none is lost',
    );
  });
});

function rowOf(box: ItemBox): number {
  return box.items[0].row;
}

function overlaps(
  left: { readonly x: number; readonly width: number } | null,
  right: { readonly x: number; readonly width: number } | null,
): boolean {
  return left !== null && right !== null && left.x < right.x + right.width && right.x < left.x + left.width;
}
