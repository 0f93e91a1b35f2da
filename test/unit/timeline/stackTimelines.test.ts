import assert from 'node:assert/strict';
import { commonAlignments, type Alignment } from '../../../src/core/timeline/alignment';
import { buildTimeline } from '../../../src/core/timeline/buildTimeline';
import { describeSelection } from '../../../src/core/timeline/description';
import { hitTest } from '../../../src/core/timeline/hitTest';
import { followLink } from '../../../src/core/timeline/keyboardOrder';
import { headerHeight, layOutLanes } from '../../../src/core/timeline/laneGeometry';
import { layOutFrame } from '../../../src/core/timeline/layout';
import { selectionFromKey, selectionKey, selectionOf, spokenSelection } from '../../../src/core/timeline/selection';
import { stackTimelines } from '../../../src/core/timeline/stackTimelines';
import { displayKindsOf, timeDisplay } from '../../../src/core/timeline/timeDisplay';
import { timelineSvg } from '../../../src/core/timeline/timelineSvg';
import type { TimelineModel } from '../../../src/core/timeline/timelineModel';
import { minute, record, sampleDocument, series, systemLog } from './sampleDocument';

const day = 86_400_000;
const deviceSetup: Alignment = { kind: 'phase', phase: 'deviceSetup' };

/** The sample, a day and a minute later, with another length of device preparation. */
function later(): TimelineModel {
  const moved = JSON.parse(
    JSON.stringify(sampleDocument()).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, (time) =>
      new Date(Date.parse(time) + day + 60_000).toISOString(),
    ),
  ) as ReturnType<typeof sampleDocument>;
  return buildTimeline(moved, [series({ times: Float64Array.from({ length: 60 }, (_, i) => minute(i) + day) })]);
}

const first = { title: 'a.zip', model: buildTimeline(sampleDocument(), [series({})]) };
const second = { title: 'b.zip', model: later() };
const { model } = stackTimelines([first, second], deviceSetup);

function item(id: string) {
  const found = model.items.get(id);
  assert.ok(found, id);
  return found;
}

describe('a stack of bundles', () => {
  it('lays the moments that it is aligned on over each other', () => {
    assert.equal(item('1/deviceSetup').start, minute(20));
    assert.equal(item('2/deviceSetup').start, minute(20));
    assert.equal(model.enrollmentStart, minute(20));
  });

  it('moves everything of a bundle alike: items, pauses, bands, records and blind spans', () => {
    const shift = -day - 60_000;
    for (const [id, own] of second.model.items) {
      assert.equal(item(`2/${id}`).start, own.start + shift, id);
      assert.deepEqual(
        item(`2/${id}`).pauses.map(({ start }) => start),
        own.pauses.map(({ start }) => start + shift),
      );
    }
    const logs = model.lanes.filter((lane) => lane.kind === 'channel');
    assert.deepEqual(
      logs.map(({ series: own }) => own?.times[0]),
      [minute(0), minute(-1)],
    );
    assert.deepEqual(
      model.bands.slice(model.bands.length / 2).map(({ start }) => start),
      second.model.bands.map(({ start }) => start + shift),
    );
  });

  it('leaves the models as they were', () => {
    assert.equal(first.model.items.get('deviceSetup')?.group, null);
    assert.equal(second.model.items.get('deviceSetup')?.start, minute(20) + day + 60_000);
  });

  it('keeps the ids of two bundles apart and their links within each', () => {
    assert.equal(model.items.size, first.model.items.size + second.model.items.size);
    assert.equal(new Set(model.lanes.map(({ id }) => id)).size, model.lanes.length);
    assert.ok(model.links.length > 0 && model.links.every(({ from, to }) => from.group === to.group));
    const wait = { kind: 'item', item: item('2/wait/signin-1') } as const;
    assert.equal(followLink(model, wait, -1)?.id, '2/reboot-2');
  });

  it('finds a place in the logs in the bundle that is meant', () => {
    const [evidence] = record(200);
    assert.deepEqual(
      ['1', '2'].map((group) => {
        const selection = selectionOf(model, evidence, group);
        return selection === null ? null : selectionKey(selection);
      }),
      ['item:1/reboot-2', 'item:2/reboot-2'],
    );
    const found = selectionOf(model, { path: systemLog, recordId: 7 }, '2');
    assert.ok(found?.kind === 'record' && found.lane.group?.title === 'b.zip');
    assert.deepEqual(selectionFromKey(model, selectionKey(found)), found);
  });

  it('tells times since the moment, and beside them those of the bundle itself', () => {
    assert.deepEqual(displayKindsOf(model), ['elapsed']);
    const display = timeDisplay('utc', model);
    assert.equal(display.kind, 'elapsed');
    assert.equal(display.heading(0), '+0:00 = Device setup starts');
    const { when } = describeSelection({ kind: 'item', item: item('2/reboot-2') }, display);
    assert.match(when, /^\+0:20:00\.000 \(2026-08-20 10:11:00\.000 UTC\)/);
    assert.match(item('2/reboot-2').spoken, /10:11:00 UTC.*, in b\.zip$/);
    const found = selectionOf(model, { path: systemLog, recordId: 5 }, '2');
    assert.ok(found);
    assert.match(spokenSelection(found), /09:34:00 UTC.*, in b\.zip$/);
  });

  it('is blind where only the other bundle reaches', () => {
    const early = { title: 'early.zip', model: buildTimeline(sampleDocument(), [series({ from: -600, count: 7000 })]) };
    const stack = stackTimelines([early, second], deviceSetup);
    const lane = stack.model.lanes.findLast(({ kind }) => kind === 'channel');
    assert.ok(lane?.kind === 'channel' && lane.noData[0]?.why === 'outside of this bundle');
    assert.equal(lane.noData[0].start, stack.model.extent.start);
  });

  it('falls back to the start of the enrollment, and says which bundle lacks the moment', () => {
    const without = {
      title: 'c.zip',
      model: buildTimeline(
        sampleDocument({ phases: sampleDocument().phases.filter(({ id }) => id !== 'deviceSetup') }),
        [],
      ),
    };
    const stack = stackTimelines([first, without], deviceSetup);
    assert.deepEqual([stack.alignment, stack.withoutIt], [{ kind: 'enrollmentStart' }, ['c.zip']]);
    assert.equal(stack.model.meeting, 'The enrollment starts');
    assert.deepEqual(
      commonAlignments([first.model, without.model]).map((alignment) =>
        alignment.kind === 'phase' ? alignment.phase : alignment.kind,
      ),
      ['enrollmentStart', 'devicePreparation'],
    );
  });

  it('aligns any boot of one with any boot of the other', () => {
    const { model: stacked, withoutIt } = stackTimelines([first, second], {
      kind: 'boot',
      boots: ['boot-2', 'boot-3'],
    });
    assert.deepEqual(withoutIt, []);
    assert.equal(stacked.items.get('1/boot-2')?.start, stacked.items.get('2/boot-3')?.start);
  });
});

describe('a stack on the canvas', () => {
  const lanes = layOutLanes(model);
  const frame = layOutFrame({
    model,
    lanes,
    minimapHeights: new Float32Array(),
    width: 1000,
    height: headerHeight() + lanes.height,
    scrollTop: 0,
    range: model.story,
    measure: (text) => text.length * 6,
  });

  it('has a title above the lanes of each bundle, with its own time of the moment', () => {
    assert.deepEqual(
      frame.titles.map(({ group, meets }) => [group.title, meets]),
      [
        ['a.zip', minute(20)],
        ['b.zip', minute(20) + day + 60_000],
      ],
    );
    for (const { y, height } of frame.titles) {
      assert.ok(frame.lanes.every((lane) => lane.y >= y + height || lane.y + lane.height <= y));
    }
  });

  it('draws bands over the lanes of their own bundle only, and finds them there only', () => {
    const title = frame.titles[1]!;
    for (const { band, y, height } of frame.bands) {
      const isFirst = band.item.group?.id === '1';
      assert.ok(isFirst ? y + height <= title.y : y >= title.y + title.height, band.item.id);
    }
    const band = frame.bands.find(({ band: own }) => own.item.id === '1/reboot-1')!;
    const hit = hitTest(frame, band.x + band.width / 2, band.y + band.height - 2);
    assert.ok(hit.kind === 'band' && hit.item.id === '1/reboot-1');
    const on = hitTest(frame, band.x + band.width / 2, title.y + title.height / 2);
    assert.equal(on.kind, 'plot');
  });

  it('names both bundles in the drawing', () => {
    const svg = timelineSvg(model, { width: 900, display: timeDisplay('elapsed', model) });
    assert.match(svg, />a\.zip</);
    assert.match(svg, />b\.zip</);
    assert.match(svg, />Device setup starts: 2026-08-20 09:51:00\.000 UTC</);
  });
});
