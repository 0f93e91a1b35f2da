import assert from 'node:assert/strict';
import type { TriageDocument } from '../../../src/core/enrollment/document/triageDocument';
import { buildTimeline } from '../../../src/core/timeline/buildTimeline';
import { layOutLanes, sizes } from '../../../src/core/timeline/laneGeometry';
import { layOutFrame } from '../../../src/core/timeline/layout';
import { gravestOf } from '../../../src/core/timeline/placeScenes';
import { xAt } from '../../../src/core/timeline/timeScale';
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

  function placed(width: number, shown: TimelineModel = model) {
    const frame = layOutFrame({
      model: shown,
      lanes: layOutLanes(shown),
      minimapHeights: new Float32Array(),
      width,
      height: 600,
      scrollTop: 0,
      range: shown.extent,
      measure,
    });
    const lane = frame.lanes.find(({ lane: own }) => own.id === 'screens');
    assert.ok(lane?.kind === 'story' && lane.boxes.length > 0);
    return { boxes: lane.boxes, plot: frame.plot, scale: frame.scale };
  }

  /** The same story with other captions. */
  function captioned(captions: readonly string[]): TimelineModel {
    const lanes = model.lanes.map((lane) =>
      lane.id === 'screens' && lane.kind === 'story'
        ? { ...lane, items: lane.items.map((item, index) => ({ ...item, label: captions[index] ?? item.label })) }
        : lane,
    );
    return { ...model, lanes };
  }

  it('have whole captions as soon as the canvas has room for all of them', () => {
    const { boxes } = placed(1000);
    assert.deepEqual(
      boxes.map(({ label }) => label?.text),
      boxes.map(({ items }) => items[0].label),
    );
  });

  it('never overlap, stay on the canvas and point to their moments', () => {
    for (const width of [400, 700, 1000, 1800]) {
      const { boxes, plot } = placed(width);
      let free = plot.x;
      let shown = 0;
      for (const box of boxes) {
        assert.ok(box.x >= free && box.x + box.width <= width, `${width}: ${box.items[0].label}`);
        assert.equal(box.width, sizes.scene.width);
        assert.ok(box.label === null || box.label.x >= free - 8);
        free = box.x + box.width;
        shown += box.items.length;
      }
      assert.equal(shown, 7, 'those that share a place are still there');
    }
  });

  it('rather share a place than have their captions cut', () => {
    const german = captioned(['Windows-Setup', 'Neustart', 'Geräteeinrichtung', 'Neustart', 'Wartet 6 min 36 s']);
    for (const width of [400, 700, 1000]) {
      for (const { label, items } of placed(width, german).boxes) {
        const lines = [label?.text ?? '', label?.secondLine?.text ?? ''].join(' ').replace('- ', '-').trim();
        assert.ok(
          items.some((item) => item.label === lines),
          `${width}: ${lines}`,
        );
      }
    }
  });

  it('break a caption at spaces and hyphens, never between a number and its unit', () => {
    const { boxes } = placed(700, captioned(['Windows-Setup', 'Neustart', 'X', 'Y', 'Wartet 6 min 36 s', 'Z', 'Ä']));
    const linesOf = (start: string) => {
      const label = boxes.find((box) => box.items[0].label.startsWith(start))?.label;
      return [label?.text, label?.secondLine?.text];
    };
    assert.deepEqual(linesOf('Windows'), ['Windows-', 'Setup']);
    assert.deepEqual(linesOf('Wartet'), ['Wartet', '6 min 36 s']);
  });

  it('that share a place show the gravest of them, and point to its moment', () => {
    const { boxes, scale } = placed(400);
    const shared = boxes.find(({ items }) => items.some(({ tone }) => tone === 'bad') && items.length > 1);
    assert.ok(shared);
    const gravest = gravestOf(shared.items);
    assert.equal(gravest.tone, 'bad');
    assert.equal(shared.anchorX, xAt(scale, gravest.start));
    assert.equal(shared.label?.text.split(' ')[0], gravest.label.split(' ')[0]);
  });
});

/** Letters of one width. */
function measure(text: string): number {
  return text.length * 6.5;
}
