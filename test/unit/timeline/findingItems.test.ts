import assert from 'node:assert/strict';
import type { GapFinding } from '../../../src/core/enrollment/document/findings';
import { buildTimeline } from '../../../src/core/timeline/buildTimeline';
import { nextItem, stepInLane, treeRows } from '../../../src/core/timeline/keyboardOrder';
import { evidenceOf, laneOf, rangeOf } from '../../../src/core/timeline/selection';
import type { StoryLane } from '../../../src/core/timeline/timelineModel';
import { minute, record, sampleDocument, series } from './sampleDocument';

const finding: GapFinding = {
  id: 'hello.incomplete',
  title: 'Windows Hello was offered but not finished',
  severity: 'warning',
  confidence: 'medium',
  about: ['hello'],
  advice: 'Finish it under Settings.',
  links: [],
  source: 'builtIn',
  confidenceWhy: [],
  evidence: [],
  gap: { kind: 'channel', name: 'System', why: 'not collected' },
  wouldDecide: ['A zip'],
};

function lane(...findings: readonly Partial<GapFinding>[]): StoryLane {
  const document = sampleDocument({ findings: findings.map((changes) => ({ ...finding, ...changes })) });
  const found = buildTimeline(document, [series({})]).lanes.find(({ id }) => id === 'findings');
  assert.ok(found?.kind === 'story');
  return found;
}

describe('a finding', () => {
  it('stands at the first record that shows it, wherever the thing is that it is about', () => {
    assert.equal(lane({ about: ['reboot-2'], evidence: record(31) }).items[0]?.start, minute(5));
  });

  it('stands where the thing it is about stands, when no record of it has a time', () => {
    const evidence = [{ path: 'a.log', line: 7 }] as const;
    assert.equal(lane({ about: ['reboot-2'], evidence }).items[0]?.start, minute(40));
  });

  it('stands at the mark of the story that rests on the same record', () => {
    assert.equal(lane({ evidence: record(202) }).items[0]?.start, minute(41));
  });

  it('is in the list alone when no time of it is known', () => {
    const { items, unplaced, note } = lane({}, { evidence: [{ path: 'a.log', line: 7 }] }, { evidence: record(9999) });
    assert.deepEqual([items.length, unplaced.length, note], [0, 3, '3 not known']);
    assert.equal(rangeOf({ kind: 'item', item: unplaced[0]! }), null);
  });

  it('without a time does not stretch the chart', () => {
    const plain = buildTimeline(sampleDocument(), [series({})]);
    const { extent, story } = buildTimeline(sampleDocument({ findings: [finding] }), [series({})]);
    assert.deepEqual([extent, story], [plain.extent, plain.story]);
  });

  it('speaks of severity and advice, and says in its details what would decide it', () => {
    const [item] = lane({}).unplaced;
    assert.equal(
      item?.spoken,
      'Finding, warning, Windows Hello was offered but not finished, medium confidence, ' +
        'advice: Finish it under Settings.',
    );
    assert.equal(item.rowLabel, 'Warning: Windows Hello was offered but not finished');
    assert.deepEqual(item.details.slice(1), [
      { term: 'Advice', text: 'Finish it under Settings.' },
      { term: 'Would decide', text: 'A zip' },
    ]);
  });
});

describe('a finding without a time', () => {
  const document = sampleDocument({
    findings: [
      { ...finding, about: ['reboot-2'] },
      { ...finding, evidence: [{ path: 'a.log', line: 7 }] },
    ],
  });
  const model = buildTimeline(document, [series({})]);
  const item = model.items.get('finding/2')!;

  it('has a row under the findings that opens its evidence', () => {
    const row = treeRows(model).find(({ id }) => id === 'item:finding/2');
    assert.deepEqual([row?.parent, row?.position, row?.siblings], ['lane:findings', 2, 2]);
    assert.deepEqual(evidenceOf(row!.selection), { path: 'a.log', line: 7 });
  });

  it('is reached by the keys of the lane, after those with a time', () => {
    const first = nextItem(model, ({ kind }) => kind === 'finding', null, 0, 1)!;
    assert.equal(first.id, 'finding/1');
    const next = stepInLane(model, { kind: 'item', item: first }, 1);
    assert.ok(next.kind === 'item' && next.item === item);
    assert.equal(laneOf(model, next)?.id, 'findings');
  });
});
