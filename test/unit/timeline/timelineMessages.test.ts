import assert from 'node:assert/strict';
import { isFromTimeline, isToTimeline } from '../../../src/protocol/timelineMessages';
import { sampleDocument, series } from './sampleDocument';

describe('messages to the timeline', () => {
  const show = { type: 'show', name: 'a.zip', document: sampleDocument(), channels: [series({})] };

  const note = { id: 'n1', label: 'Why?', start: 1, end: 2, kind: 'open' };

  it('are let through when they are whole', () => {
    assert.ok(isToTimeline(show));
    assert.ok(isToTimeline({ type: 'select', evidence: { path: 'a', recordId: 1 } }));
    assert.ok(isToTimeline({ type: 'select', evidence: { path: 'a', line: 1 } }));
    assert.ok(isToTimeline({ type: 'reveal', id: 'reboot-1' }));
    assert.ok(isToTimeline({ type: 'filters', filters: [] }));
    assert.ok(isToTimeline({ type: 'notes', notes: [note, { ...note, storyId: 'reboot-1' }] }));
  });

  it('are dropped when they are not', () => {
    const broken: unknown[] = [
      null,
      'show',
      { type: 'other' },
      { type: 'show' },
      { ...show, document: { ...show.document, schemaVersion: 2 } },
      { ...show, document: { ...show.document, reboots: undefined } },
      { ...show, document: { ...show.document, clock: {} } },
      { ...show, channels: [{ ...series({}), times: [1, 2] }] },
      { type: 'select', evidence: { path: 'a' } },
      { type: 'reveal', id: 7 },
      { type: 'filters' },
      { type: 'notes', notes: [{ ...note, kind: 'loud' }] },
      { type: 'notes', notes: [{ ...note, start: '2026' }] },
    ];
    for (const message of broken) {
      assert.equal(isToTimeline(message), false, JSON.stringify(message));
    }
  });
});

describe('messages from the timeline', () => {
  it('are checked the same way', () => {
    assert.ok(isFromTimeline({ type: 'ready' }));
    assert.ok(isFromTimeline({ type: 'openEvidence', evidence: { path: 'a', line: 3 }, preserveFocus: true }));
    assert.equal(isFromTimeline({ type: 'openEvidence', evidence: {}, preserveFocus: true }), false);
    assert.equal(isFromTimeline({ type: 'selectItem' }), false);
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
    const ask = { type: 'annotate', start: 1, end: 2, storyId: null, evidence: { path: 'a', recordId: 1 } };
    assert.ok(isFromTimeline(ask));
    assert.equal(isFromTimeline({ ...ask, start: 3 }), false);
    assert.equal(isFromTimeline({ ...ask, end: Number.NaN }), false);
    assert.equal(isFromTimeline({ ...ask, storyId: undefined }), false);
    assert.equal(isFromTimeline({ ...ask, evidence: 'a' }), false);
  });
});
