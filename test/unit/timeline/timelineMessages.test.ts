import assert from 'node:assert/strict';
import { isFromTimeline, isToTimeline } from '../../../src/protocol/timelineMessages';
import { sampleDocument, series } from './sampleDocument';

describe('messages to the timeline', () => {
  const show = { type: 'show', name: 'a.zip', document: sampleDocument(), channels: [series({})] };

  it('are let through when they are whole', () => {
    assert.ok(isToTimeline(show));
    assert.ok(isToTimeline({ type: 'select', evidence: { path: 'a', recordId: 1 } }));
    assert.ok(isToTimeline({ type: 'select', evidence: { path: 'a', line: 1 } }));
    assert.ok(isToTimeline({ type: 'reveal', id: 'reboot-1' }));
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
});
