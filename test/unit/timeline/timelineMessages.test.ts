import assert from 'node:assert/strict';
import { isFromTimeline, isToTimeline, keptContentOf } from '../../../src/protocol/timelineMessages';
import { sampleDocument, series } from './sampleDocument';

describe('messages to the timeline', () => {
  const bundle = { key: 'a', name: 'a.zip', document: sampleDocument(), channels: [series({})] };
  const show = { type: 'show', bundles: [bundle], alignment: { kind: 'enrollmentStart' } };

  const note = { id: 'n1', label: 'Why?', start: 1, end: 2, kind: 'open' };

  it('are let through when they are whole', () => {
    assert.ok(isToTimeline(show));
    assert.ok(isToTimeline({ ...show, bundles: [bundle, bundle], alignment: { kind: 'phase', phase: 'deviceSetup' } }));
    assert.ok(isToTimeline({ type: 'select', bundle: 0, evidence: { path: 'a', recordId: 1 } }));
    assert.ok(isToTimeline({ type: 'select', bundle: 0, evidence: { path: 'a', line: 1 } }));
    assert.ok(isToTimeline({ type: 'reveal', bundle: 0, id: 'reboot-1' }));
    assert.ok(isToTimeline({ type: 'filters', filters: [] }));
    assert.ok(isToTimeline({ type: 'notes', bundle: 0, notes: [note, { ...note, storyId: 'reboot-1' }] }));
  });

  it('are dropped when they are not', () => {
    const broken: unknown[] = [
      null,
      'show',
      { type: 'other' },
      { type: 'show' },
      { ...show, bundles: [] },
      { ...show, bundles: [{ ...bundle, document: { ...bundle.document, schemaVersion: 2 } }] },
      { ...show, bundles: [{ ...bundle, document: { ...bundle.document, reboots: undefined } }] },
      { ...show, bundles: [bundle, { ...bundle, document: { ...bundle.document, clock: {} } }] },
      { ...show, bundles: [{ ...bundle, channels: [{ ...series({}), times: [1, 2] }] }] },
      { ...show, alignment: { kind: 'moon' } },
      { ...show, alignment: { kind: 'boot', boots: [1] } },
      { type: 'select', evidence: { path: 'a', recordId: 1 } },
      { type: 'select', bundle: 0, evidence: { path: 'a' } },
      { type: 'reveal', bundle: 0, id: 7 },
      { type: 'filters' },
      { type: 'notes', bundle: 0, notes: [{ ...note, kind: 'loud' }] },
      { type: 'notes', bundle: 0, notes: [{ ...note, start: '2026' }] },
    ];
    for (const message of broken) {
      assert.equal(isToTimeline(message), false, JSON.stringify(message));
    }
  });
});

describe('what a page keeps of what it shows', () => {
  const content = { keys: ['a', 'b'], alignment: { kind: 'phase', phase: 'deviceSetup' } };

  it('is found in its state, whatever else is there', () => {
    assert.deepEqual(keptContentOf({ version: 1, scrollTop: 3, content }), content);
  });

  it('is nothing where the state is another', () => {
    const broken = [null, 7, {}, { content: null }, { content: { ...content, keys: [1] } }, { content: { keys: [] } }];
    assert.deepEqual(
      broken.map(keptContentOf),
      broken.map(() => null),
    );
  });
});

describe('messages from the timeline', () => {
  it('are checked the same way', () => {
    assert.ok(isFromTimeline({ type: 'ready' }));
    assert.ok(
      isFromTimeline({ type: 'openEvidence', bundle: 0, evidence: { path: 'a', line: 3 }, preserveFocus: true }),
    );
    assert.equal(isFromTimeline({ type: 'openEvidence', bundle: 0, evidence: {}, preserveFocus: true }), false);
  });

  it('that tell of a selection name an item, a record, both or neither', () => {
    const selected = { type: 'selected', bundle: 0, id: 'reboot-1', evidence: { path: 'a', recordId: 1 } };
    assert.ok(isFromTimeline(selected));
    assert.ok(isFromTimeline({ ...selected, id: null }));
    assert.ok(isFromTimeline({ ...selected, evidence: null }));
    assert.equal(isFromTimeline({ ...selected, id: 7 }), false);
    assert.equal(isFromTimeline({ ...selected, evidence: undefined }), false);
    assert.equal(isFromTimeline({ ...selected, bundle: 'first' }), false);
  });

  it('that take something out name a format and have what they take', () => {
    assert.ok(isFromTimeline({ type: 'savePng', bytes: new Uint8Array(4) }));
    assert.ok(isFromTimeline({ type: 'saveText', format: 'svg', text: '<svg/>' }));
    assert.ok(isFromTimeline({ type: 'copyText', text: '' }));
    assert.equal(isFromTimeline({ type: 'savePng', bytes: [1, 2] }), false);
    assert.equal(isFromTimeline({ type: 'saveText', format: 'exe', text: '' }), false);
    assert.equal(isFromTimeline({ type: 'copyText' }), false);
  });

  it('that ask for a note name a range', () => {
    const ask = { type: 'annotate', bundle: 0, start: 1, end: 2, storyId: null, evidence: { path: 'a', recordId: 1 } };
    assert.ok(isFromTimeline(ask));
    assert.equal(isFromTimeline({ ...ask, start: 3 }), false);
    assert.equal(isFromTimeline({ ...ask, end: Number.NaN }), false);
    assert.equal(isFromTimeline({ ...ask, storyId: undefined }), false);
    assert.equal(isFromTimeline({ ...ask, evidence: 'a' }), false);
  });
});
