import assert from 'node:assert/strict';
import { buildTimeline } from '../../../src/core/timeline/buildTimeline';
import { describeHit, describeSelection, evidenceWords } from '../../../src/core/timeline/description';
import type { ItemBox } from '../../../src/core/timeline/itemBox';
import { groupName } from '../../../src/core/timeline/placeItems';
import type { TimelineItem } from '../../../src/core/timeline/timelineModel';
import { minute, sampleDocument, series } from './sampleDocument';

const model = buildTimeline(sampleDocument(), [series({})]);

function item(id: string): TimelineItem {
  const found = model.items.get(id);
  assert.ok(found, id);
  return found;
}

function boxOf(...items: [TimelineItem, ...TimelineItem[]]): ItemBox {
  return {
    items,
    x: 0,
    y: 0,
    width: 14,
    height: 14,
    cutLeft: false,
    cutRight: false,
    pauses: [],
    uncertain: null,
    anchorX: null,
    label: null,
  };
}

describe('the description', () => {
  it('of a reboot names each cause with its verdict and why', () => {
    const { title, when, details, evidence } = describeSelection({ kind: 'item', item: item('reboot-2') });
    assert.equal(title, 'Reboot 2 of 2: policy reboot, device setup');
    assert.equal(when, '2026-08-19 10:10:00.000 UTC · 1 min');
    assert.deepEqual(
      details.filter(({ term }) => term !== null),
      [
        { term: 'Likely cause', text: 'DeviceGuard/LsaCfgFlags: flagged in device setup' },
        { term: 'Refuted cause', text: 'DeviceLock/MaxInactivityTime: flagged in device setup' },
      ],
    );
    assert.equal(evidence.length, 1);
  });

  it('of several refuted flags says so, and why of each', () => {
    const refuted = item('flag/reboot-2/2');
    const other = { ...refuted, id: 'other', label: 'Other/Setting' };
    const description = describeHit({ kind: 'box', box: boxOf(refuted, other), item: refuted });
    assert.equal(description?.title, '2 refuted causes');
    assert.doesNotMatch(description.when, /within/, 'both are at the same moment');
    assert.deepEqual(description.details.slice(0, 2), [
      { term: 'DeviceLock/MaxInactivityTime', text: 'Refuted cause of reboot 2: flagged in device setup' },
      { term: 'Other/Setting', text: 'Refuted cause of reboot 2: flagged in device setup' },
    ]);
  });

  it('of many marks lists some and counts the rest', () => {
    const flags = Array.from({ length: 10 }, (_, index) => ({ ...item('flag/reboot-2/2'), id: `flag ${index}` }));
    const [first, ...rest] = flags;
    const description = describeHit({ kind: 'box', box: boxOf(first!, ...rest), item: first! });
    assert.equal(description?.details[6]?.text, 'and 4 more');
    const later = { ...first!, id: 'later', start: first!.start + 60_000 };
    assert.match(describeHit({ kind: 'box', box: boxOf(first!, later), item: first! })?.when ?? '', /within 1 min/);
  });

  it('of scenes that share a place names all of them', () => {
    const scenes = Array.from({ length: 8 }, (_, index) => ({ ...item('scene/1'), label: `Scene ${index}` }));
    const [first, ...rest] = scenes;
    const description = describeHit({ kind: 'box', box: boxOf(first!, ...rest), item: first! });
    assert.equal(description?.details[6]?.text, 'Scene 6 · Scene 7');
  });

  it('of a thing with an unknown start gives its end', () => {
    const open = { ...item('deviceSetup'), openStart: true };
    assert.equal(describeSelection({ kind: 'item', item: open }).when, 'until 2026-08-19 10:10:00.000 UTC');
    assert.equal(open.end, minute(40));
  });

  it('of a log tells from when to when it reaches', () => {
    const lane = model.lanes.at(-1)!;
    const { title, details } = describeSelection({ kind: 'lane', lane });
    assert.deepEqual([title, details[0]?.text], ['System', '60 records']);
  });

  it('of a record points at it', () => {
    const lane = model.lanes.at(-1)!;
    assert.ok(lane.kind === 'channel');
    const { title, evidence } = describeSelection({ kind: 'record', lane, record: 4 });
    assert.deepEqual([title, evidence.map(evidenceWords)], ['System, record 5', ['record 5 of system.evtx']]);
  });

  it('says what a piece of evidence shows', () => {
    assert.equal(evidenceWords({ path: 'a/b.log', line: 3, note: 'it began here' }), 'line 3 of b.log: it began here');
  });
});

describe('the name of a group', () => {
  it('keeps the verdict only where all share it', () => {
    const [likely, refuted] = [item('flag/reboot-2/1'), item('flag/reboot-2/2')];
    assert.equal(groupName([refuted, refuted]), '2 refuted causes');
    assert.equal(groupName([likely, refuted]), '2 flags');
  });
});
