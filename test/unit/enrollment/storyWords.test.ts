import assert from 'node:assert/strict';
import { segmentWords, uncertaintyWords } from '../../../src/core/enrollment/storyWords';

const evidence = [{ path: 'system.evtx', recordId: 40 }] as const;

describe('the words for times that are not sure', () => {
  it('are said where a time may be off, and only there', () => {
    assert.equal(uncertaintyWords(117_720), ' (may be off by 1 min 58 s)');
    assert.equal(uncertaintyWords(50_400_000), ' (may be off by 14 h)');
    assert.equal(uncertaintyWords(400), '', 'less than a second');
    assert.equal(uncertaintyWords(null), '');
    assert.equal(uncertaintyWords(undefined), '');
  });

  it('tell a segment of the clock with its correction and its reason', () => {
    const before = {
      start: null,
      end: '2026-02-17T12:22:21.130Z',
      rawStart: null,
      rawEnd: '2026-02-17T20:22:09.130Z',
      correctionMs: -28_788_000,
      correctedBy: [{ reason: 'timeSync', evidence }],
      shownAgain: { from: '2026-02-17T12:22:21.130Z', to: '2026-02-17T20:22:09.130Z' },
    } as const;
    assert.equal(
      segmentWords(before),
      'up to 2026-02-17T12:22:21.130Z: −7 h 59 min (time sync); the clock showed 2026-02-17T12:22:21.130Z to 2026-02-17T20:22:09.130Z twice',
    );
    const after = { ...before, start: before.end, end: null, correctionMs: 0, correctedBy: [], shownAgain: null };
    assert.equal(segmentWords(after), 'from 2026-02-17T12:22:21.130Z: as recorded');
    assert.equal(segmentWords({ ...after, start: null }), 'all of it: as recorded');
  });
});
