import assert from 'node:assert/strict';
import { buildTimeline } from '../../../src/core/timeline/buildTimeline';
import {
  followLink,
  nextItem,
  stepInLane,
  stepLane,
  treeRows,
  visibleRows,
} from '../../../src/core/timeline/keyboardOrder';
import type { Selection } from '../../../src/core/timeline/selection';
import {
  evidenceOf,
  followEvidence,
  selectionFromKey,
  selectionKey,
  selectionOf,
} from '../../../src/core/timeline/selection';
import type { TimelineItem } from '../../../src/core/timeline/timelineModel';
import { minute, sampleDocument, series, systemLog } from './sampleDocument';

const model = buildTimeline(sampleDocument(), [
  series({ recordIds: Float64Array.from({ length: 60 }, (_, i) => i + 1000) }),
]);
const isReboot = (item: TimelineItem): boolean => item.kind === 'reboot';

function select(id: string): Selection {
  const item = model.items.get(id);
  assert.ok(item, id);
  return { kind: 'item', item };
}

function idOf(selection: Selection | null): string | null {
  return selection === null ? null : selectionKey(selection);
}

describe('the rows of the list', () => {
  const rows = treeRows(model);

  it('have every lane and every item of the canvas, once', () => {
    const items = rows.filter(({ selection }) => selection.kind === 'item').map(({ id }) => id.slice('item:'.length));
    assert.deepEqual(items.sort(), [...model.items.keys()].sort());
    assert.equal(rows.filter(({ level }) => level === 1).length, model.lanes.length);
  });

  it('know their place among their siblings', () => {
    const row = rows.find(({ id }) => id === 'item:DeviceSetup.AppsSubcategory');
    assert.deepEqual([row?.level, row?.position, row?.siblings, row?.parent], [3, 2, 2, 'item:deviceSetup']);
  });

  it('hide with all their descendants', () => {
    const shown = visibleRows(rows, new Set(['lane:phases'])).map(({ id }) => id);
    assert.ok(shown.includes('lane:phases'));
    assert.ok(!shown.includes('item:deviceSetup') && !shown.includes('item:DeviceSetup.AppsSubcategory'));
    assert.ok(shown.includes('item:reboot-1'));
  });
});

describe('a part whose whole is not shown', () => {
  it('is still in the list', () => {
    const lanes = model.lanes.map((lane) =>
      lane.kind === 'story' ? { ...lane, items: lane.items.filter(({ id }) => id !== 'deviceSetup') } : lane,
    );
    const row = treeRows({ ...model, lanes }).find(({ id }) => id === 'item:DeviceSetup.AppsSubcategory');
    assert.deepEqual([row?.level, row?.parent], [2, 'lane:phases']);
  });
});

describe('the keys', () => {
  it('go from reboot to reboot, and stop at the last', () => {
    const first = nextItem(model, isReboot, null, minute(0), 1);
    assert.equal(first?.id, 'reboot-1');
    assert.equal(nextItem(model, isReboot, { kind: 'item', item: first }, 0, 1)?.id, 'reboot-2');
    assert.equal(nextItem(model, isReboot, select('reboot-2'), 0, 1), null);
    assert.equal(nextItem(model, isReboot, select('reboot-2'), 0, -1)?.id, 'reboot-1');
  });

  it('start from what is selected, whatever it is', () => {
    assert.equal(nextItem(model, isReboot, select('deviceSetup'), 0, 1)?.id, 'reboot-2');
    assert.equal(nextItem(model, isReboot, select('signin-1'), 0, -1)?.id, 'reboot-2');
  });

  it('step along a lane', () => {
    assert.equal(idOf(stepInLane(model, select('boot-1'), 1)), 'item:boot-2');
    assert.equal(idOf(stepInLane(model, select('boot-1'), -1)), 'item:boot-1');
  });

  it('step through a log in record order', () => {
    const lane = model.lanes.at(-1)!;
    assert.ok(lane.kind === 'channel');
    const next = stepInLane(model, { kind: 'record', lane, record: 58 }, 1);
    assert.deepEqual(evidenceOf(next), { path: systemLog, recordId: 1059 });
    assert.equal(idOf(stepInLane(model, next, 1)), idOf(next));
  });

  it('reach the lane below at the nearest thing there', () => {
    assert.equal(idOf(stepLane(model, select('boot-3'), minute(41), 1)), 'item:deviceSetup');
    assert.equal(idOf(stepLane(model, select('signin-1'), minute(5), 1)), 'record:30:channel/0');
    assert.equal(idOf(stepLane(model, null, minute(5), 1)), 'item:scene/1');
  });

  it('follow cause to effect and back', () => {
    assert.equal(followLink(model, select('flag/reboot-2/1'), 1)?.id, 'reboot-2');
    assert.equal(followLink(model, select('reboot-2'), 1)?.id, 'signin-1');
    assert.equal(followLink(model, select('wait/signin-1'), -1)?.id, 'reboot-2');
    assert.equal(followLink(model, select('reboot-2'), -1)?.id, 'flag/reboot-2/1');
    assert.equal(followLink(model, select('flag/reboot-2/2'), 1), null, 'a refuted cause has no effect');
  });
});

describe('the selection', () => {
  it('prefers the story to the plain record', () => {
    assert.equal(idOf(selectionOf(model, { path: systemLog, recordId: 200 })), 'item:reboot-2');
    assert.equal(idOf(selectionOf(model, { path: systemLog, recordId: 1007 })), 'record:7:channel/0');
    assert.equal(selectionOf(model, { path: systemLog, recordId: 5 }), null);
    assert.equal(selectionOf(model, { path: systemLog, line: 200 }), null);
  });

  it('stays on its item when a record of it is opened that belongs to others as well', () => {
    const signIn = select('signin-1');
    const [shared] = sampleDocument().signIns[0]!.evidence;
    assert.equal(followEvidence(model, signIn, shared), signIn);
    assert.equal(idOf(followEvidence(model, null, shared)), 'item:wait/signin-1', 'else the first of them');
    assert.equal(idOf(followEvidence(model, signIn, { path: systemLog, recordId: 200 })), 'item:reboot-2');
  });

  it('is found again by its key', () => {
    const lane = model.lanes.at(-1)!;
    assert.ok(lane.kind === 'channel');
    const all: Selection[] = [select('flag/reboot-2/1'), { kind: 'lane', lane }, { kind: 'record', lane, record: 3 }];
    for (const selection of all) {
      assert.deepEqual(selectionFromKey(model, selectionKey(selection)), selection);
    }
  });

  it('is nothing for keys of another bundle', () => {
    for (const key of [
      '',
      'item:reboot-9',
      'lane:nowhere',
      'record:60:channel/0',
      'record:1:boots',
      'record:x:channel/0',
    ]) {
      assert.equal(selectionFromKey(model, key), null, key);
    }
  });
});
