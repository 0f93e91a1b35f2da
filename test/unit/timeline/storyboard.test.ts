import assert from 'node:assert/strict';
import type { TriageDocument } from '../../../src/core/enrollment/document/triageDocument';
import { buildTimeline } from '../../../src/core/timeline/buildTimeline';
import { layOutLanes, sizes } from '../../../src/core/timeline/laneGeometry';
import { layOutFrame } from '../../../src/core/timeline/layout';
import type { TimelineItem, TimelineModel } from '../../../src/core/timeline/timelineModel';
import { iso, minute, record, sampleDocument, series, signIn } from './sampleDocument';

function scenes(model: TimelineModel): readonly TimelineItem[] {
  const lane = model.lanes.find(({ id }) => id === 'screens');
  return lane?.kind === 'story' ? lane.items : [];
}

function told(changes: Partial<TriageDocument> = {}) {
  return scenes(buildTimeline(sampleDocument(changes), [series({})])).map(({ scene, start }) => [
    `${scene?.kind ?? ''}${scene?.isSeen === true ? '' : ' (hollow)'}`,
    start,
  ]);
}

describe('what the user saw', () => {
  it('is told in the order of time', () => {
    assert.deepEqual(told(), [
      ['setup', minute(0)],
      ['restart', minute(10)],
      ['deviceEsp', minute(20)],
      ['restart', minute(40)],
      ['lockScreen', minute(50) - 396_000],
      ['signInOptions', minute(50)],
      ['signIn', minute(50)],
    ]);
  });

  it('calls a loss of power by its name', () => {
    const boots = [{ id: 'boot-3', start: iso(41), kind: 'powerLoss' as const, evidence: record(202) }];
    const captions = scenes(buildTimeline(sampleDocument({ boots }), [])).map(({ label }) => label);
    assert.deepEqual(captions.slice(0, 4), ['Windows setup', 'Restart', 'Device setup', 'Power loss']);
  });

  it('is hollow where no log shows it', () => {
    const [device, account] = sampleDocument().phases.slice(1);
    const phases = [
      { ...device!, state: 'unknown' as const, start: null, end: null, evidence: [], subcategories: [] },
      { ...account!, state: 'succeeded' as const, start: iso(51), end: iso(55) },
    ];
    const kinds = told({ phases, signIns: [signIn({ credential: 'unknown', waitMs: null })] }).map(([kind]) => kind);
    assert.deepEqual(kinds, [
      'setup',
      'restart',
      'restart',
      'lockScreen (hollow)',
      'signIn (hollow)',
      'deviceEsp (hollow)',
      'accountEsp',
      'desktop (hollow)',
    ]);
  });

  it('shows the page that the credential was entered on, and the globe only where the web sign-in was', () => {
    const pages = (credential: 'temporaryAccessPass' | 'password' | 'helloPin') =>
      told({ signIns: [signIn({ credential })] })
        .map(([kind]) => kind)
        .slice(4);
    assert.deepEqual(pages('temporaryAccessPass'), ['lockScreen', 'signInOptions', 'accessPass']);
    assert.deepEqual(pages('password'), ['lockScreen', 'password']);
    assert.deepEqual(pages('helloPin'), ['lockScreen', 'hello']);
  });

  it('has no status page of three phases in device preparation (v2)', () => {
    const devicePreparation = { state: 'succeeded', start: iso(1), end: iso(9), workloads: [], evidence: [] } as const;
    assert.ok(told({ devicePreparation }).every(([kind]) => !String(kind).includes('Esp')));
  });

  it('shows Windows Hello where it was offered, never where it was off', () => {
    const hello = (state: 'incomplete' | 'notConfigured') =>
      told({
        hello: { ...sampleDocument().hello, state, why: 'said so', evidence: record(5) },
      }).filter(([kind]) => kind === 'hello');
    assert.equal(hello('incomplete').length, 1);
    assert.deepEqual(hello('notConfigured'), []);
  });

  it('names the evidence of each drawing that is not hollow', () => {
    for (const { scene, evidence, spoken } of scenes(buildTimeline(sampleDocument(), []))) {
      assert.equal(evidence.length > 0, scene?.isSeen, spoken);
    }
  });
});

describe('the drawings', () => {
  const model = buildTimeline(sampleDocument(), [series({})]);

  it('have whole captions as soon as the canvas has room for all of them', () => {
    const frame = layOutFrame({
      model,
      lanes: layOutLanes(model),
      minimapHeights: new Float32Array(),
      width: 1000,
      height: 600,
      scrollTop: 0,
      range: model.extent,
      measure: (text) => text.length * 6.5,
    });
    const lane = frame.lanes.find(({ lane: own }) => own.id === 'screens');
    assert.ok(lane?.kind === 'story');
    assert.deepEqual(
      lane.boxes.map(({ label }) => label?.text),
      lane.boxes.map(({ items }) => items[0].label),
    );
  });

  it('never overlap, stay on the canvas and point to their moments', () => {
    for (const width of [400, 700, 1000, 1800]) {
      const frame = layOutFrame({
        model,
        lanes: layOutLanes(model),
        minimapHeights: new Float32Array(),
        width,
        height: 600,
        scrollTop: 0,
        range: model.extent,
        measure: (text) => text.length * 6.5,
      });
      const lane = frame.lanes.find(({ lane: own }) => own.id === 'screens');
      assert.ok(lane?.kind === 'story' && lane.boxes.length > 0);
      let free = frame.plot.x;
      let shown = 0;
      for (const box of lane.boxes) {
        assert.ok(box.x >= free && box.x + box.width <= width, `${width}: ${box.items[0].label}`);
        assert.equal(box.width, sizes.scene.width);
        assert.ok(box.label === null || box.label.x >= free - 8);
        free = box.x + box.width;
        shown += box.items.length;
      }
      assert.equal(shown, 7, 'those that share a place are still there');
    }
  });
});
